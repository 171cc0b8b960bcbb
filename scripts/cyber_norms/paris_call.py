# SPDX-License-Identifier: Apache-2.0
"""The Paris Call: its supporters, those who left the list, its principles, what the site says of each, its counts."""

import re

from . import names
from .dataset import read_csv
from .sources import SNAPSHOT

CALL = "agreement.paris-call"
LAUNCH = "2018-11-12"
LIST = "paris_call_supporters"

# Why the kind of some entries is not what their nature says.
KIND_OF = {
    "asociacion-de-bancos-del-peru": "business-association",  # nature "research centre"; an association of banks
    "european-union": "international-organisation",  # filed under public authorities, but no authority of a state
    "hikanotes-consultancy-ltd": "company",  # without a category; the legal form says it
    "liceul-atanasie-marienescu": "academia",  # without a category; a lyceum
}
_BY_NATURE = {
    "university": "academia", "academy": "academia", "school": "academia", "research centre": "academia",
    "chamber of commerce": "business-association", "professional association": "business-association",
    "international organisation": "international-organisation", "company": "company",
}
_BY_CATEGORY = {"state": "state", "private-sector": "company", "civil-society": "civil-society",
                "public-authority": "public-authority", "other": "civil-society"}
# Where the list gives no nature, words in the name decide.
_ACADEMIC = re.compile(r"\b(universi\w+|institute of technology|college)\b")
_BUSINESS = re.compile(r"\b(chamber of commerce|american chamber|association|associacao|asociacion|federation|chamber|"
                       r"keidanren|national alliance)\b")


def is_academic(name):
    return _ACADEMIC.search(names.slug(name).replace("-", " ")) is not None


def kind_of(row):
    """The kind of an entry of the list: by its nature, else by words in its name, else by its category."""
    if row["id"] in KIND_OF:
        return KIND_OF[row["id"]]
    category, nature = row["category"], row.get("nature", "")
    if category == "state":
        return "state"
    if nature:
        return _BY_NATURE.get(nature, _BY_CATEGORY[category])
    words = names.slug(row["name"]).replace("-", " ")
    if category == "civil-society" and is_academic(row["name"]):
        return "academia"
    if (category == "private-sector" and _BUSINESS.search(words)) or "american chamber of commerce" in words:
        return "business-association"
    return _BY_CATEGORY[category]


def signing_date(row):
    """The date of signature where upstream has one that is not later than the listing; else the interval
    from the launch to the day on which the entry was first seen. Ten dates that were set so that an entry
    would show on the home page are later than their listing and so go the same way."""
    if row["date_signed"] and row["date_signed"] <= row["first_listed"]:
        return row["date_signed"]
    return f"[{LAUNCH}..{row['first_listed']}]"


def add_call(dataset):
    dataset.node(CALL, "agreement", "Paris Call for Trust and Security in Cyberspace",
                 category="multi-stakeholder declaration", from_=LAUNCH)
    dataset.alias(CALL, "Paris Call")


def add_supporters(dataset, actors, raw):
    """One claim an entry. Longer names first: where an actor is listed twice, the full name names it."""
    joined = {row["actor"]: row for row in read_csv(raw / "paris-call-other.csv")
              if row["relation"] == "endorsed" and row["country"]}
    for row in sorted(read_csv(raw / f"{LIST}.csv"), key=lambda row: (-len(row["name"]), row["id"])):
        if row["category"] == "state":
            node = actors.state(row["name"], LIST, row["country"])
        else:
            node = actors.organisation(row["name"], LIST, kind_of(row), row["country"],
                                       row["nature"] or row["category"])
            if row["category"] == "other":
                dataset.nodes[node]["note"] = "no category upstream; the kind is ours"
        date, note = signing_date(row), ""
        if row["name_en"] in joined and joined[row["name_en"]]["date"] == row["first_listed"]:
            date, note = row["first_listed"], "the French ministry dates the support on the day of the listing"
        elif row["date_signed"] and date != row["date_signed"]:
            note = f"upstream's date {row['date_signed']} is later than the listing and only approximate"
        dataset.claim(node, "endorsed", CALL, SNAPSHOT, row["source"].split("@")[0], from_=date,
                      recorded=row["first_listed"], note=note)


def add_withdrawn(dataset, actors, raw):
    """Entries that left the list: four supporters; the others were second files of one supporter or a test."""
    list_ = "paris_call_withdrawn"
    for row in read_csv(raw / f"{list_}.csv"):
        if row["kind"] in ("removed", "replaced"):
            node = actors.organisation(row["name"], list_, kind_of(row), row["country"], row["category"])
            source = row["source"].split()[0]
            dataset.claim(node, "endorsed", CALL, source, row["id"], from_=f"[{LAUNCH}..{row['first_listed']}]",
                          until=row["removed"], recorded=row["first_listed"], note=row["note"])
            if row["kind"] == "replaced":
                heir = actors.known("Observer Research Foundation America (ORF America)", LIST)
                dataset.claim(node, "replaced-by", heir, source, row["id"], from_=row["removed"],
                              recorded=row["removed"], note=row["note"])
        elif row["kind"] in ("duplicate", "merged"):
            listed = actors.known(row["name"], LIST) or actors.known(
                {"Northwave BV": "Northwave", "APAC, IAP": "APAC, I.A.P Asociación Pro Personas con Parálisis "
                 "Cerebral", "Social and Economic Research Initiative (SERI)": "Social & Economic Research "
                 "Initiative (SERI)"}[row["name"]], LIST)
            actors.bind(row["name"], list_, listed)
            dataset.decide(row["name"], list_, listed, "same", row["note"])


def add_principles(dataset, actors, raw):
    for row in read_csv(raw / "paris_call_principles.csv"):
        principle = dataset.node(f"principle.paris-call.{row['number']}", "principle", row["title"], from_=LAUNCH,
                                 note=row["summary"])
        dataset.alias(principle, f"Paris Call principle {row['number']}")
        dataset.claim(CALL, "contains", principle, SNAPSHOT, f"{row['source'].split('@')[0]} {row['number']}",
                      from_=LAUNCH)
    ids = {row["id"]: row for row in read_csv(raw / f"{LIST}.csv")}
    for row in read_csv(raw / "paris_call_statements.csv"):
        reasons = dict(reason.split(":", 1) for reason in row["matched_keywords"].split(";") if reason)
        for number in filter(None, row["principles_mentioned"].split(";")):
            dataset.claim(actors.known(ids[row["id"]]["name"], LIST), "addresses", f"principle.paris-call.{number}",
                          SNAPSHOT, f"{row['source'].split('@')[0]} statement",
                          from_=f"[{LAUNCH}..2025-11-26]", note=f"its words: {reasons[number]}")


_LINKS = {"case-study": "case-study", "supported": "supporter",
          "leads-community-of-interest": "leads-community-of-interest"}
_KINDS = {"private-sector": "company", "civil-society": "civil-society"}


def add_principle_links(dataset, actors, raw):
    """The site's case studies. What WIRED says of Access Now is left to the seed facts."""
    list_ = "paris_call_principle_links"
    for row in read_csv(raw / f"{list_}.csv"):
        if row["source"].startswith("WIRED"):
            continue
        if row["actor_kind"] == "coalition":
            node = {"Charter of Trust": "coalition.charter-of-trust",
                    "Cybersecurity Tech Accord": "coalition.tech-accord"}[row["actor"]]
        elif row["actor_kind"] == "state":
            node = actors.known(row["actor"], "countries")
        else:
            node = actors.organisation(row["actor"], list_, _KINDS[row["actor_kind"]])
        locator = row["source"].split(" ", 1)[1].split("@")[0]
        dataset.claim(node, _LINKS[row["relation"]], f"principle.paris-call.{row['principle']}", SNAPSHOT, locator,
                      from_=f"[{LAUNCH}..2025-11-26]")


COUNTED = {
    "states": ("topic.paris-call-states", "States that support the Paris Call"),
    "civil_society": ("topic.paris-call-civil-society", "Civil society organisations that support the Paris Call"),
    "private_sector": ("topic.paris-call-private-sector", "Private sector entities that support the Paris Call"),
    "total": ("topic.paris-call-supporters", "All supporters of the Paris Call"),
}
_NUMBER = re.compile(r"(more than |about |almost )?(\d+)(?: \((.*)\))?")
_SIGN = {None: "", "more than ": ">", "about ": "~", "almost ": "<"}


def add_counts(dataset, raw):
    """Published totals; they differ, and all of them stay. WIRED's are left to the seed facts."""
    for row in read_csv(raw / "paris_call_counts.csv"):
        if row["source"].startswith("WIRED"):
            continue
        source, locator = row["source"], row["date"] or "undated"
        if source.startswith("ambanum"):
            source, locator = SNAPSHOT, source.split(" ", 1)[1].split("@")[0]
        for column, (topic, label) in COUNTED.items():
            if not row[column]:
                continue
            dataset.node(topic, "topic", label)
            about, number, remark = _NUMBER.fullmatch(row[column]).groups()
            dataset.claim(CALL, "has-count", topic, source, locator, value=_SIGN[about] + number,
                          from_=row["date"] or "[2018-11-12..2019-11]",
                          recorded=row["date"] if source == SNAPSHOT else "",
                          note="; ".join(filter(None, [remark, row["note"]])))
