# SPDX-License-Identifier: Apache-2.0
"""Lists with the columns actor, actor_kind, country, relation, date, source: one claim a row.

A date means what its list says it means. Where it is only the day on which a source names the actor, and
where there is none, the interval from the launch to the day of the source stands.
"""

import re

from . import names, paris_call
from .dataset import read_csv
from .instruments import EVENT_SOURCES, HAPPENED_BY, LISTS, SHORT_NAMES
from .sources import ALLIANCE

RELATION = {"announced": "pledged"}
_KINDS = {"private-sector": "company", "civil-society": "civil-society", "public-authority": "public-authority",
          "international-organisation": "international-organisation", "coalition": "coalition"}
KIND_OF = {"Graz University of Technology": "academia"}
_JOINS = {"signed", "endorsed", "ratified", "member"}
_ABSENT = {"not-signed", "not-ratified", "declined"}


def kind_of(name, actor_kind):
    """A list's kind of actor in our words: who teaches or does research is `academia`, whatever the list says."""
    if name in KIND_OF:
        return KIND_OF[name]
    if actor_kind == "civil-society" and paris_call.is_academic(name):
        return "academia"
    return _KINDS[actor_kind]


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
        joined = {row["actor"]: row for row in rows if row["relation"] in _JOINS and row["date"]}
        for row in rows:
            if not row["source"].startswith("WIRED"):  # the seed facts say it, in more detail
                _add_row(dataset, actors, item, list_, exact, row, left, joined)
    dataset.claim("coalition.charter-of-trust", "speaks-for", "agreement.charter-of-trust",
                  "ambanum/pariscall.international@916433b20a",
                  "_includes/pages/texts/en/case-studies/principle-6.md", from_="[2018-02..2025-11-26]")


def node_of(dataset, actors, list_, row):
    """The node of the actor that a row names."""
    if row["actor_kind"] == "state":
        return actors.state(row["actor"], list_, row["country"])
    return actors.organisation(row["actor"], list_, kind_of(row["actor"], row["actor_kind"]), row["country"])


def within(launch, seen):
    """The interval from the launch to the day on which a source names the actor."""
    return seen if launch == seen else f"[{launch}..{seen}]"


def _add_row(dataset, actors, item, list_, exact, row, left, joined):
    if row["source"].startswith("ambanum"):
        source, document = ALLIANCE, "front matter field alliance:"
    else:
        source, document = re.fullmatch(r"(\S+?)(?:;.*| \((.*)\))?", row["source"]).groups()
    node = node_of(dataset, actors, list_, row)
    origin = dataset.source(source)
    launch = dataset.nodes[item]["from"]
    seen = row["date"] or HAPPENED_BY.get(source) or origin["date"] or origin["retrieved"]
    event = row["date"] and (row["relation"] in exact or source in EVENT_SOURCES)
    until, note = "", ""
    if row["relation"] in ("member", "launched") and row["country"] in left:
        until = left[row["country"]]["date"]
        note = "its end is from " + dataset.source(left[row["country"]]["source"].split(";")[0])["id"]
    later = joined.get(row["actor"])
    if row["relation"] in _ABSENT and later and row["date"] and later["date"] > row["date"]:
        until = (later["date"] + "-01")[:10] if len(later["date"]) == 7 else later["date"]
        note = "its end is from " + dataset.source(later["source"].split(";")[0])["id"]
    also = row["source"].split("; ")[1:]
    if also:
        note = "; ".join(filter(None, [note, "also " + also[0]]))
    dataset.claim(node, RELATION.get(row["relation"], row["relation"]), item, source,
                  " ".join(filter(None, [document, row["actor"]])),
                  from_=row["date"] if event else within(launch, seen), until=until, note=note,
                  recorded=row["date"] if row["relation"] == "withdrew" else "")
