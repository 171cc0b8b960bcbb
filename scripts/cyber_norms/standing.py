# SPDX-License-Identifier: Apache-2.0
"""Which names the judged pairs join and which they keep apart; of a candidate: merged, refused, or undecided.

Names that differ in nothing but case and white space are joined over all lists, before any list is read, unless a
judgement keeps them apart: so it does not matter which list comes first. States are left to their codes.
"""

import collections

from . import decisions, names


class Standing:
    def __init__(self, pairs, occurrences):
        self.parent = {}  # a forest: key -> a key nearer to the root
        self.judged = {frozenset(decisions.ends(pair)) for pair in pairs}
        apart = {frozenset(decisions.ends(pair)) for pair in pairs if pair["same"] == "0"}
        for pair in pairs:
            if pair["same"] == "1":
                self._join(*decisions.ends(pair))
        lists = collections.defaultdict(set)
        for occurrence in (o for o in occurrences if o.kind != "state"):
            lists[names.fold(occurrence.name)].add(occurrence.list_)
        for fold, of_fold in sorted(lists.items()):
            keys = [(fold, list_) for list_ in sorted(of_fold)]
            for i, a in enumerate(keys):
                for b in keys[i + 1:]:
                    if frozenset((a, b)) not in apart:
                        self._join(a, b)
        self.refused = collections.defaultdict(list)  # root -> keys that are judged to be another actor
        for pair in pairs:
            if pair["same"] == "0":
                a, b = decisions.ends(pair)
                self.refused[self.find(a)].append(b)
                self.refused[self.find(b)].append(a)

    def find(self, key):
        while self.parent.get(key, key) != key:
            key = self.parent[key]
        return key

    def _join(self, a, b):
        a, b = sorted((self.find(a), self.find(b)))
        if a != b:
            self.parent[b] = a

    def of(self, a, b):
        """Of two entities."""
        roots_a, roots_b = ({self.find(decisions.key(o.name, o.list_)) for o in e.occurrences} for e in (a, b))
        if roots_a & roots_b:
            return "merged"
        if any(self.find(other) in roots_b for root in roots_a for other in self.refused.get(root, [])):
            return "refused"
        return "undecided"

    def of_clash(self, entity):
        """Of one spelling whose lists give different countries or kinds: judged if each list hangs together with
        the others through judgements, of either kind."""
        keys = sorted({decisions.key(o.name, o.list_) for o in entity.occurrences})
        facts = {key: (set(), set()) for key in keys}
        for o in entity.occurrences:
            countries, kinds = facts[decisions.key(o.name, o.list_)]
            countries |= {o.country} - {""}
            kinds |= {o.kind} - {""}
        for i, a in enumerate(keys):
            for b in keys[i + 1:]:
                differ = any(x and y and not x & y for x, y in zip(facts[a], facts[b]))
                if differ and not any(frozenset((a, b)) == pair for pair in self.judged):
                    return "undecided"
        return "judged"
