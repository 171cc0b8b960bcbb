# SPDX-License-Identifier: Apache-2.0
"""One actor, one node: finds the node of a name in a list, or makes it, and notes every decision.

Two names are one actor only if they differ in nothing but case (standing.py), or if a judged pair (name_variants_dev.csv,
identity_decisions.csv) says so, directly or through other pairs. Nothing is matched by likeness: a wrong merge
is worse than a missed one. A pair judged different keeps even names of the same spelling apart, and stops the build
if its names reach one node.
"""

from . import decisions, names, standing

_SAME_SPELLING = "same spelling"


class Actors:
    def __init__(self, dataset, pairs, occurrences):
        self.dataset = dataset
        self.pairs = pairs
        self.node_of = {}  # (fold of the name, list) -> node
        self.spelling = {}  # the same key -> the name as its list has it
        self.reasons = {}  # the same key -> why it is that node
        self.standing = standing.Standing(pairs, occurrences)
        self.node_of_cluster = {}  # root of the names that are joined -> node

    def known(self, name, list_):
        """The node that a name in a list already stands for, or None."""
        key = (names.fold(name), list_)
        if key in self.node_of:
            return self.node_of[key]
        return self.node_of_cluster.get(self.standing.find(key))

    def bind(self, name, list_, node, why=_SAME_SPELLING):
        """Says that a name in a list is this node."""
        key = (names.fold(name), list_)
        if self.node_of.setdefault(key, node) != node:
            raise ValueError(f"{name} ({list_}): {self.node_of[key]} and {node}")
        joined = self.node_of_cluster.setdefault(self.standing.find(key), node)
        if joined != node:
            raise ValueError(f"{name} ({list_}): {node}, but judged to be {joined}")
        self.spelling[key] = names.label(name)
        self.reasons.setdefault(key, why)
        self.dataset.alias(node, name)
        return node

    def state(self, name, list_, country):
        """The node of a state that a list names with its code."""
        node = "state." + country.lower()
        if node not in self.dataset.nodes:
            raise ValueError(f"{name} ({list_}): no state {country}")
        return self.bind(name, list_, node, f"the list gives the code {country}")

    def organisation(self, name, list_, kind, country="", category="", **more):
        """The node of an organisation: what its name is joined with, else the same spelling, else a new node."""
        key = (names.fold(name), list_)
        if key in self.node_of:
            return self.node_of[key]
        node = self.known(name, list_)
        if node:
            return self._fill(self.bind(name, list_, node), country, category)
        others = {self.known(*other) for other in self.standing.refused.get(self.standing.find(key), [])}
        alike = sorted({node for (fold, _), node in self.node_of.items()
                        if fold == key[0] and not node.startswith("state.")} - others)
        if len(alike) == 1:
            return self._fill(self.bind(name, list_, alike[0]), country, category)
        if alike:
            raise ValueError(f"{name} ({list_}): which of {alike}?")
        node = f"{kind}.{names.slug(name)}"
        if node in self.dataset.nodes:
            node = f"{node}-{country.lower()}"
        if node in self.dataset.nodes:
            raise ValueError(f"{name} ({list_}): the id {node} is taken")
        self.dataset.node(node, kind, name, country=country, category=category, **more)
        return self.bind(name, list_, node)

    def _fill(self, node, country, category):
        row = self.dataset.nodes[node]
        row["country"] = row["country"] or country
        row["category"] = row["category"] or category
        return node

    def write_decisions(self):
        """Puts every name that is not the label of its node, and every judged pair with a known end, into same_as."""
        judged = {}
        for pair in self.pairs:
            for side in ("a", "b"):
                key = (names.fold(pair["name_" + side]), pair["list_" + side])
                self.spelling.setdefault(key, names.label(pair["name_" + side]))
                if pair["same"] == "1":
                    judged.setdefault(key, pair["why"])
        for key in sorted(judged):  # names in lists that are not loaded are noted too, for when they are
            node = self.known(*key)
            if node:
                self.dataset.decide(self.spelling[key], key[1], node, "same", judged[key])
                if "*" not in self.spelling[key]:
                    self.dataset.alias(node, self.spelling[key])
        for key, node in self.node_of.items():
            if key not in judged and self.spelling[key] != self.dataset.nodes[node]["label"]:
                self.dataset.decide(self.spelling[key], key[1], node, "same", self.reasons[key])
        for pair in self.pairs:
            if pair["same"] == "1":
                continue
            a, b = decisions.ends(pair)
            node_a, node_b = self.known(*a), self.known(*b)
            if node_a and node_a == node_b:
                raise ValueError(f"{pair['name_a']} and {pair['name_b']} are judged different, and are {node_a}")
            if node_b:
                self.dataset.decide(self.spelling[a], a[1], node_b, "different", pair["why"])
            if node_a:
                self.dataset.decide(self.spelling[b], b[1], node_a, "different", pair["why"])
            if a[0] == b[0]:  # one spelling, two actors: the label alone does not tell which
                for key, node in ((a, node_a), (b, node_b)):
                    if node and key not in judged:
                        self.dataset.decide(self.spelling[key], key[1], node, "same", pair["why"])
