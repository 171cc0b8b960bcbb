# SPDX-License-Identifier: Apache-2.0
"""The working groups of the Paris Call: who chaired and who took part, and which policy instrument addresses which
action on supply chains. Taking part is not support: all of it takes no stance."""

import re

from . import names
from .agreement_lists import kind_of
from .dataset import read_csv
from .paris_call import CALL
from .sources import SNAPSHOT

LIST = "paris_call_working_groups"
_ROLES = {"participant": ("participant", ""), "chair": ("chair", "chair"), "co-chair": ("chair", "co-chair"),
          "workshop-chair": ("chair", "chair of a workshop"),
          "supporter-of-the-chairs": ("participant", "supporter of the chairs")}
_KNOWN_ACTORS = {"Cybersecurity Tech Accord": "coalition.tech-accord"}
# Instruments of the mapping that are nodes already.
_KNOWN = {
    "Charter of Trust": "agreement.charter-of-trust",
    "Cybersecurity Tech Accord": "agreement.tech-accord",
    "Paris Call for Trust and Security in cyberspace": CALL,
    "Global Commission on the Stability of Cyberspace": "body.gcsc",
}
_LONGEST = 60  # characters of a slug that is made from a title


def add_groups(dataset, actors, raw):
    for row in read_csv(raw / f"{LIST}.csv"):
        group = dataset.node(f"body.paris-call-wg{row['working_group']}", "body",
                             f"Paris Call working group {row['working_group']}", category="working group")
        locator = row["source"].split(" ", 1)[1].replace("@916433b20a", "")
        if not any(claim["object"] == group and claim["relation"] == "contains" for claim in dataset.claims.values()):
            dataset.claim(CALL, "contains", group, SNAPSHOT, locator.split(" p.")[0], from_="[2018-11-12..2021-11]",
                          recorded=row["date"])
        if row["actor_kind"] == "state":
            node = actors.known(row["actor"], "countries")
        elif row["actor"] in _KNOWN_ACTORS:
            node = actors.bind(row["actor"], LIST, _KNOWN_ACTORS[row["actor"]], "the body of that name")
        else:
            node = actors.organisation(row["actor"], LIST, kind_of(row["actor"], row["actor_kind"]))
        relation, role = _ROLES[row["relation"]]
        dataset.claim(node, relation, group, SNAPSHOT, f"{locator} {row['actor']}", value=role,
                      from_=f"[2018-11-12..{row['date']}]", recorded=row["date"])


def _instrument(dataset, row):
    name = row["instrument"]
    if name in _KNOWN:
        return _KNOWN[name]
    resolution = re.match(r"A/RES/\d+/\d+", name)
    if resolution and "vote." + names.slug(resolution.group()) in dataset.nodes:
        return "vote." + names.slug(resolution.group())
    slug = names.slug(name)
    if len(slug) > _LONGEST:
        slug = slug[:_LONGEST].rpartition("-")[0]
    return dataset.node("document." + slug, "document", name, category=row["instrument_kind"])


def add_mapping(dataset, raw):
    for row in read_csv(raw / "wg6_instrument_actions.csv"):
        action = dataset.node(f"topic.supply-chain-{row['action'].lower()}", "topic", row["action_label"],
                              category="supply-chain action of working group 6")
        dataset.alias(action, "WG6 action " + row["action"])
        file = row["source"].split(" ", 1)[1].split("@")[0]
        dataset.claim(_instrument(dataset, row), "addresses", action, SNAPSHOT, f"{file} {row['action']}",
                      from_="[..2021-11-10]", recorded="2021-11-10", note="a filled cell of the mapping")
