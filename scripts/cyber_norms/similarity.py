# SPDX-License-Identifier: Apache-2.0
"""How alike two strings are: Jaro, Jaro-Winkler, and the cosine of two weighted bags.

Jaro (1989, 10.1080/01621459.1989.10478785): (m/|a| + m/|b| + (m - t)/m) / 3 with m common characters no further apart
than max(0, floor(max(|a|, |b|) / 2) - 1) and t half the number of those out of order, rounded down. Winkler (1990):
plus p l (1 - Jaro), p = 0.1, l <= 4 common first characters, only where Jaro > 0.7. Two empty strings: 1. O(|a| |b|).
"""

import collections
import math


def jaro(a, b):
    if not a and not b:
        return 1.0
    window = max(0, max(len(a), len(b)) // 2 - 1)
    used, matched_a = [False] * len(b), []
    for i, c in enumerate(a):
        for j in range(max(0, i - window), min(len(b), i + window + 1)):
            if not used[j] and b[j] == c:
                used[j] = True
                matched_a.append(c)
                break
    matched_b = [c for c, taken in zip(b, used) if taken]
    m = len(matched_a)
    if not m:
        return 0.0
    t = sum(x != y for x, y in zip(matched_a, matched_b)) // 2
    return (m / len(a) + m / len(b) + (m - t) / m) / 3


def jaro_winkler(a, b):
    alike = jaro(a, b)
    if alike <= 0.7:
        return alike
    prefix = 0
    while prefix < min(4, len(a), len(b)) and a[prefix] == b[prefix]:
        prefix += 1
    return alike + 0.1 * prefix * (1 - alike)


class Weights:
    """Inverse document frequencies: rare terms weigh more. idf = 1 + ln(n / df)."""

    def __init__(self, documents):
        self.size = len(documents)
        self.vectors = {}
        self.frequency = collections.Counter(term for document in documents for term in set(document))

    def of(self, term):
        return 1 + math.log(self.size / max(1, self.frequency[term]))

    def cosine(self, a, b):
        """Of two tuples of terms."""
        weights_a, norm_a = self._vector(a)
        weights_b, norm_b = self._vector(b)
        if not norm_a * norm_b:
            return 0.0
        return math.fsum(weights_a[t] * weights_b[t] for t in weights_a if t in weights_b) / (norm_a * norm_b)

    def _vector(self, terms):
        if terms not in self.vectors:
            weights = {term: count * self.of(term) for term, count in collections.Counter(terms).items()}
            self.vectors[terms] = weights, math.sqrt(math.fsum(w * w for w in weights.values()))
        return self.vectors[terms]
