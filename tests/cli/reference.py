# SPDX-License-Identifier: Apache-2.0
"""A data set read a second time, from its tables alone, as interface.md says: for tests of answers."""
import collections
import csv
import datetime
import gzip
import json
import math
import pathlib

NEVER, ALWAYS = -math.inf, math.inf


def _days(text):
    """The first and the last day of a partial date, as ordinals."""
    parts = [int(part) for part in text.split("-")]
    first = datetime.date(*(parts + [1] * (3 - len(parts))))
    if len(parts) == 3:
        return first.toordinal(), first.toordinal()
    after = datetime.date(first.year + 1, 1, 1) if len(parts) == 1 or first.month == 12 else \
        datetime.date(first.year, first.month + 1, 1)
    return first.toordinal(), after.toordinal() - 1


def span(text):
    if not text:
        return NEVER, ALWAYS
    if not text.startswith("["):
        return _days(text)
    low, high = text[1:-1].split("..")
    return (_days(low)[0] if low else NEVER), (_days(high)[1] if high else ALWAYS)


def held(day, begin, until):
    """'certainly', 'possibly' or 'no'."""
    (first, last), (_, end) = span(begin), span(until)
    if first > day or (until and end <= day):
        return "no"
    return "certainly" if last <= day and (not until or span(until)[0] > day) else "possibly"


def rows(folder, name):
    path = pathlib.Path(folder) / f"{name}.csv"
    if path.exists():
        with open(path, encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))
    with gzip.open(f"{path}.gz", "rt", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


class DataSet:
    def __init__(self, folder):
        folder = pathlib.Path(folder)
        schema = json.loads((folder / "schema.json").read_text(encoding="utf-8"))
        self.role = {kind: entry["role"] for kind, entry in schema["kinds"].items()}
        self.relations = schema["relations"]
        self.nodes = {row["id"]: row for row in rows(folder, "nodes")}
        self.claims = rows(folder, "claims")
        self.eligibility = collections.defaultdict(list)
        for row in rows(folder, "eligibility"):
            self.eligibility[row["object"]].append(row)
        package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
        self.reference_day = package.get("reference_day", "")
        self.by_pair = collections.defaultdict(list)
        self.correction = {}
        for claim in self.claims:
            if claim["replaces"]:
                earlier = self.correction.get(claim["replaces"])
                if earlier is None or span(claim["recorded"])[1] < span(earlier["recorded"])[1]:
                    self.correction[claim["replaces"]] = claim
            if self.role_of(claim["object"]) == "item" and self.role_of(claim["subject"]) == "actor":
                self.by_pair[claim["subject"], claim["object"]].append(claim)

    def kind(self, node):
        return self.nodes[node]["kind"]

    def role_of(self, node):
        return self.role[self.kind(node)]

    def is_roll_call(self, item):
        """Of kind vote, and some claim on it is a vote, or none takes a stance as a sponsor."""
        if self.kind(item) != "vote":
            return False
        if not hasattr(self, "aspects"):
            self.aspects = collections.defaultdict(set)
            for claim in self.claims:
                if self.stance(claim) is not None:
                    self.aspects[claim["object"]].add(self.relations[claim["relation"]].get("aspect"))
        return "vote" in self.aspects[item] or "support" not in self.aspects[item]

    def stance(self, claim):
        relation = self.relations[claim["relation"]]
        if relation.get("aspect") not in ("support", "vote"):
            return None
        if claim["stance"]:
            return int(claim["stance"])
        by_value = relation.get("stance_of_value") or {}
        return by_value[claim["value"]] if claim["value"] in by_value else relation.get("stance")

    def stands(self, claim, known_by):
        """A retracted claim stood until the one that replaces it was recorded."""
        if known_by is not None and span(claim["recorded"])[1] > known_by:
            return False
        if claim["status"] != "retracted":
            return True
        by = self.correction.get(claim["id"])
        return known_by is not None and (by is None or span(by["recorded"])[1] > known_by)

    def cells(self, day, certain=False, known_by=None):
        """By (actor, item): the stance that rules, or None for a known absence; and whether only possible."""
        known_by = span(known_by)[1] if known_by else None
        ordinal = span(day)[1]
        found = {}
        for pair, claims in self.by_pair.items():
            if span(self.nodes[pair[1]]["from"])[0] > ordinal:
                continue  # an item that is yet to come
            stances, absences = [], []
            for claim in claims:
                how = held(ordinal, claim["from"], claim["until"])
                if how == "no" or (certain and how == "possibly") or not self.stands(claim, known_by):
                    continue
                relation = self.relations[claim["relation"]]
                if relation.get("says_absent", claim["relation"] == "not-signed"):
                    absences.append(how)
                elif self.stance(claim) is not None and (relation["aspect"] == "vote" or not self.is_roll_call(pair[1])):
                    stances.append((-span(claim["recorded"])[1], claim["id"],
                                    self.stance(claim), how))
            stances.sort()
            agreeing = [how for *_, stance, how in stances if stance == stances[0][2]]
            if absences and (not stances or ("certainly" not in agreeing and "certainly" in absences)):
                found[pair] = (None, "certainly" not in absences)
            elif stances:
                found[pair] = (stances[0][2], "certainly" not in agreeing)
        return found

    def invited(self, day):
        ordinal = span(day)[1]
        return {pair for pair, claims in self.by_pair.items() for claim in claims
                if self.relations[claim["relation"]].get("makes_eligible", claim["relation"] == "invited") and held(ordinal, claim["from"], claim["until"]) != "no"}

    def silence(self, actor, item, day, invited=frozenset()):
        """'absent' (a known 0), 'unknown' or 'impossible'."""
        ordinal = span(day)[1]
        node = self.nodes[actor]
        if (node["from"] and span(node["from"])[0] > ordinal) or (node["until"] and span(node["until"])[1] <= ordinal):
            return "impossible"
        listed = self.eligibility.get(item)
        if not listed:
            return "unknown"
        own = [row for row in listed if row["actor"] == actor]
        about = own or [row for row in listed if not row["actor"] and row["actor_kind"] == node["kind"]]
        begin = [row for row in about if not row["from"] or span(row["from"])[0] <= ordinal]
        complete = any(row["coverage"] == "complete" and
                       held(ordinal, row["from"] or "0001-01-01", row["until"]) == "certainly" for row in about)
        if complete:
            return "absent"
        return "unknown" if begin or (actor, item) in invited else "impossible"
