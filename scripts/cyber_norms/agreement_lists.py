# SPDX-License-Identifier: Apache-2.0
"""Lists with the columns actor, actor_kind, country, relation, date, source: one claim a row.

A date means what its list says it means. Where it is only the day on which a source names the actor, and
where there is none, the interval from the launch to the day of the source stands.
"""

import re

from .dataset import read_csv
from .sources import ALLIANCE

# item, list, slug in agreements.csv, relations whose date is the event itself
LISTS = [
    ("agreement.budapest-convention", "budapest-convention", {"signed", "ratified", "not-signed"}),
    ("agreement.freedom-online-coalition", "freedom-online-coalition", {"member", "withdrew"}),
    ("agreement.charter-of-trust", "charter-of-trust", {"announced"}),
    ("agreement.code-of-conduct-information-security", "code-of-conduct-information-security", {"sponsored"}),
    ("agreement.paris-call", "paris-call-other", {"endorsed", "not-signed", "announced"}),
]
SHORT_NAMES = {"agreement.budapest-convention": "Budapest Convention",
               "agreement.code-of-conduct-information-security": "Code of conduct"}
# Rows of other relations whose source tells of the event itself.
EVENT_SOURCES = {
    "https://charteroftrust.com/news/microsoft-joins-charter-of-trust-for-greater-cybersecurity-collaboration",
    "http://migrarconderechos.es/legislationMastertable/legislacion/Convenio_ciberdelincuencia_23_11_2001",
}
RELATION = {"announced": "pledged"}
_KINDS = {"private-sector": "company", "civil-society": "civil-society", "public-authority": "public-authority"}
KIND_OF = {"Graz University of Technology": "academia"}


def add_agreements(dataset, raw):
    """The agreements that the lists are about, and the Charter's members as the body that acts."""
    about = {row["slug"]: row for row in read_csv(raw / "agreements.csv")}
    for item, list_, _ in LISTS:
        if item not in dataset.nodes:
            row = about[list_]
            dataset.node(item, "agreement", row["title"], category=row["kind"], from_=row["date"])
            dataset.alias(item, SHORT_NAMES.get(item, ""))
    dataset.node("coalition.charter-of-trust", "coalition", "Charter of Trust (the members as a body)",
                 category="industry pledge", from_=about["charter-of-trust"]["date"])


def add_lists(dataset, actors, raw):
    for item, list_, exact in LISTS:
        rows = read_csv(raw / f"{list_}.csv")
        left = {row["country"]: row for row in rows if row["relation"] == "withdrew"}
        joined = {row["country"]: row for row in rows if row["relation"] == "endorsed" and row["country"]}
        for row in rows:
            if not row["source"].startswith("WIRED"):  # the seed facts say it, in more detail
                _add_row(dataset, actors, item, list_, exact, row, left, joined)
    dataset.claim("coalition.charter-of-trust", "speaks-for", "agreement.charter-of-trust",
                  "ambanum/pariscall.international@916433b20a",
                  "_includes/pages/texts/en/case-studies/principle-6.md", from_="[2018-02..2025-11-26]")


def _add_row(dataset, actors, item, list_, exact, row, left, joined):
    if row["source"].startswith("ambanum"):
        source, document = ALLIANCE, "front matter field alliance:"
    else:
        source, document = re.fullmatch(r"(\S+?)(?:;.*| \((.*)\))?", row["source"]).groups()
    if row["actor_kind"] == "state":
        node = actors.state(row["actor"], list_, row["country"])
    else:
        kind = KIND_OF.get(row["actor"], _KINDS[row["actor_kind"]])
        node = actors.organisation(row["actor"], list_, kind, row["country"])
    origin = dataset.source(source)
    launch, seen = dataset.nodes[item]["from"], row["date"] or origin["date"] or origin["retrieved"]
    event = row["date"] and (row["relation"] in exact or source in EVENT_SOURCES)
    until, note = "", ""
    if row["relation"] == "member" and row["country"] in left:
        until = left[row["country"]]["date"]
        note = "its end is from " + dataset.source(left[row["country"]]["source"].split(";")[0])["id"]
    if row["relation"] == "not-signed" and row["country"] in joined:
        until = joined[row["country"]]["date"]
        note = "its end is from " + dataset.source(joined[row["country"]]["source"])["id"]
    if row["relation"] == "withdrew":
        note = "also " + row["source"].split("; ")[1]
    dataset.claim(node, RELATION.get(row["relation"], row["relation"]), item, source,
                  " ".join(filter(None, [document, row["actor"]])),
                  from_=row["date"] if event else f"[{launch}..{seen}]", until=until, note=note,
                  recorded=row["date"] if row["relation"] == "withdrew" else "")
