# SPDX-License-Identifier: Apache-2.0
"""The five tables while they are being made, and how they are written.

Nothing is taken twice: a second node with the same id, a second claim with the same subject, relation,
object, value, source and locator, or an end of a claim that is no node, stops the build.
"""

import csv
import hashlib
import io

from . import names

COLUMNS = {
    "nodes": "id kind label country category aliases wikidata website from until note".split(),
    "claims": ("id subject relation object value stance from until recorded source locator status replaces "
               "note").split(),
    "sources": "id title author publisher date url retrieved licence".split(),
    "eligibility": "object actor_kind actor from until coverage why".split(),
    "same_as": "name list node decided why".split(),
}
SORTED_BY = {
    "nodes": ["id"], "claims": ["id"], "sources": ["id"],
    "eligibility": ["object", "actor_kind", "actor", "from"],
    "same_as": ["name", "list", "node"],
}


def read_csv(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


class Dataset:
    def __init__(self, schema, sources):
        self.schema = schema
        self.known_sources = sources
        self.nodes, self.claims, self.sources = {}, {}, {}
        self.eligibility, self.same_as = [], {}

    def node(self, node_id, kind, label, **more):
        """Adds a node; one that is there already must be of the same kind."""
        if node_id in self.nodes:
            if self.nodes[node_id]["kind"] != kind:
                raise ValueError(f"{node_id}: both {self.nodes[node_id]['kind']} and {kind}")
            return node_id
        if not names.NODE_ID.fullmatch(node_id):
            raise ValueError(f"{node_id}: not a node id")
        row = dict.fromkeys(COLUMNS["nodes"], "")
        row.update(id=node_id, kind=kind, label=names.label(label), aliases=[])
        for key, value in more.items():
            row[key.rstrip("_")] = value
        self.nodes[node_id] = row
        return node_id

    def alias(self, node_id, name):
        row, name = self.nodes[node_id], names.label(name)
        if name and names.fold(name) not in {names.fold(known) for known in [row["label"], *row["aliases"]]}:
            row["aliases"].append(name)

    def source(self, key):
        """Puts the source with this key (a URL, or repository@commit) into the table and gives its row."""
        row = self.known_sources[key]
        return self.sources.setdefault(row["id"], row)

    def claim(self, subject, relation, object_, source, locator, *, value="", stance=None, from_="", until="",
              recorded="", status="asserted", replaces="", note=""):
        """Adds a claim and gives its id. `stance` defaults to the relation's, `recorded` to the source's date,
        else to the day on which it was retrieved."""
        origin = self.source(source)
        for end in (subject, object_):
            if end not in self.nodes:
                raise ValueError(f"{subject} {relation} {object_}: no node {end}")
        key = "\x1f".join([subject, relation, object_, value, origin["id"], locator])
        claim_id = hashlib.sha256(key.encode()).hexdigest()[:12]
        if claim_id in self.claims:
            raise ValueError(f"twice: {subject} {relation} {object_} {value} in {origin['id']} {locator}")
        if stance is None:
            stance = self.schema["relations"][relation]["stance"]
        self.claims[claim_id] = {
            "id": claim_id, "subject": subject, "relation": relation, "object": object_, "value": value,
            "stance": "" if stance is None else str(stance), "from": from_, "until": until,
            "recorded": recorded or origin["date"] or origin["retrieved"], "source": origin["id"],
            "locator": locator, "status": status, "replaces": replaces, "note": note}
        return claim_id

    def eligible(self, item, actor_kind, coverage, why, from_="", until="", actor=""):
        self.eligibility.append({"object": item, "actor_kind": actor_kind, "actor": actor, "from": from_,
                                 "until": until, "coverage": coverage, "why": why})

    def decide(self, name, list_, node, decided, why):
        """Notes that a name in a list is this node, or is not. A name that is the label needs no note."""
        key = (names.label(name), list_, node)
        if self.same_as.setdefault(key, (decided, why))[0] != decided:
            raise ValueError(f"{name} ({list_}) is and is not {node}")

    def tables(self, **sorted_by):
        """Every table as text: UTF-8, LF, RFC 4180, sorted (as SORTED_BY says, or the caller for some of them), so that
        the same lists give the same bytes."""
        rows = {
            "nodes": [dict(n, aliases="|".join(sorted(n["aliases"]))) for n in self.nodes.values()],
            "claims": self.claims.values(), "sources": self.sources.values(), "eligibility": self.eligibility,
            "same_as": [dict(zip(COLUMNS["same_as"], key + value)) for key, value in self.same_as.items()],
        }
        texts = {}
        for table, columns in COLUMNS.items():
            out = io.StringIO()
            writer = csv.DictWriter(out, columns, lineterminator="\n")
            writer.writeheader()
            order = sorted_by.get(table, SORTED_BY[table])
            writer.writerows(sorted(rows[table], key=lambda row: [row[column] for column in order]))
            texts[table + ".csv"] = out.getvalue()
        return texts
