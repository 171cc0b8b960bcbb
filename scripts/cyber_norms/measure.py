# SPDX-License-Identifier: Apache-2.0
"""How well names find their actor: precision and recall over judged pairs of names.

A pair counts as joined if both names resolve, each in its list, to one and the same node (resolver.py). Names that
resolve to nothing are joined with nothing.
"""

import collections
import dataclasses

from .resolver import Resolver


@dataclasses.dataclass
class Measure:
    positives: int
    found: int
    negatives: int
    kept_apart: int
    missed: list  # pairs judged same that are not joined, with both answers
    wrong: list  # pairs judged different that are joined
    rules: collections.Counter  # which rules resolved the names

    @property
    def recall(self):
        return self.found / self.positives if self.positives else 1.0

    @property
    def specificity(self):
        return self.kept_apart / self.negatives if self.negatives else 1.0

    @property
    def precision(self):
        joined = self.found + self.negatives - self.kept_apart
        return self.found / joined if joined else 1.0


def measure(nodes, same_as, pairs):
    resolver = Resolver(nodes, same_as)
    made = Measure(0, 0, 0, 0, [], [], collections.Counter())
    for pair in pairs:
        a, b = (resolver.resolve(pair["name_" + side], pair["list_" + side]) for side in ("a", "b"))
        made.rules.update([a.rule, b.rule])
        joined = bool(a.node) and a.node == b.node
        if pair["same"] == "1":
            made.positives += 1
            made.found += joined
            if not joined:
                made.missed.append((pair, a, b))
        else:
            made.negatives += 1
            made.kept_apart += not joined
            if joined:
                made.wrong.append((pair, a, b))
    return made


def report(made):
    lines = [f"judged different: {made.negatives}, kept apart {made.kept_apart} ({100 * made.specificity:.1f} %)",
             f"judged the same:  {made.positives}, joined {made.found} (recall {100 * made.recall:.1f} %)",
             f"precision {100 * made.precision:.1f} %",
             "names resolved by: " + ", ".join(f"{rule} {count}" for rule, count in sorted(made.rules.items()))]
    for title, found in (("WRONGLY JOINED", made.wrong), ("missed", made.missed)):
        for pair, a, b in found:
            lines.append(f"{title}: {pair['name_a']} ({pair['list_a']}) -> {a.node or a.among or a.rule}; "
                         f"{pair['name_b']} ({pair['list_b']}) -> {b.node or b.among or b.rule}; {pair['why']}")
    return "\n".join(lines)
