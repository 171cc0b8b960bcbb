# SPDX-License-Identifier: Apache-2.0
"""What the judged pairs say of a candidate: merged, refused, or undecided.

Names of the same spelling in several lists count as joined unless a judgement keeps them apart, as in the build.
"""

import collections

from . import decisions, names


class Standing:
    def __init__(self, pairs, occurrences):
        self.parent = {}
        self.judged = {frozenset(decisions.ends(pair)) for pair in pairs}
        apart = {frozenset(decisions.ends(pair)) for pair in pairs if pair["same"] == "0"}
        for pair in pairs:
            if pair["same"] == "1":
                self._join(*decisions.ends(pair))
        lists = collections.defaultdict(set)
        for occurrence in occurrences:
            lists[names.fold(occurrence.name)].add(occurrence.list_)
        for fold, of_fold in sorted(lists.items()):
            keys = [(fold, list_) for list_ in sorted(of_fold)]
            for i, a in enumerate(keys):
                for b in keys[i + 1:]:
                    if frozenset((a, b)) not in apart:
                        self._join(a, b)
        self.refused = set()
        for pair in pairs:
            if pair["same"] == "0":
                a, b = decisions.ends(pair)
                self.refused.add(frozenset((self.find(a), self.find(b))))

    def find(self, key):
        while self.parent.get(key, key) != key:
            key = self.parent[key]
        return key

    def _join(self, a, b):
        a, b = sorted((self.find(a), self.find(b)))
        self.parent[b] = a

    def of(self, a, b):
        """Of two entities."""
        roots_a, roots_b = ({self.find(decisions.key(o.name, o.list_)) for o in e.occurrences} for e in (a, b))
        if roots_a & roots_b:
            return "merged"
        if any(frozenset((x, y)) in self.refused for x in roots_a for y in roots_b):
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
