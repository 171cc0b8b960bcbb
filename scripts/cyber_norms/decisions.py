# SPDX-License-Identifier: Apache-2.0
"""The pairs of names that a person judged: two names in two lists are one actor, or are not, and why.

raw/name_variants_dev.csv came with the lists; raw/identity_decisions.csv is ours, comes second and rules where both
judge the same pair. A judgement `same` carries over: a = b and b = c make a = c. A pair that is judged different and
that others join stops the build and is told with the chain that joins it.
"""

import collections

from . import names
from .dataset import read_csv

FILES = ["name_variants_dev.csv", "identity_decisions.csv"]


def key(name, list_):
    return names.fold(name), list_


def ends(pair):
    return key(pair["name_a"], pair["list_a"]), key(pair["name_b"], pair["list_b"])


def read_pairs(raw, files=tuple(FILES)):
    """Every judged pair once, in the order of the files; the last file that judges it rules."""
    ruling = {}
    for file in files:
        here = {}
        for pair in read_csv(raw / file):
            both = frozenset(ends(pair))
            if pair["same"] not in ("0", "1") or not pair["why"] or len(both) != 2:
                raise ValueError(f"{file}: not a decision with a reason: {pair}")
            if here.setdefault(both, pair)["same"] != pair["same"]:
                raise ValueError(f"{file}: both same and different: {pair}")
        ruling.update(here)
    contradiction = first_contradiction(ruling.values())
    if contradiction:
        raise ValueError("judged different, but joined by: " + contradiction)
    return list(ruling.values())


def first_contradiction(pairs):
    """The chain of `same` pairs between two names that are judged different, or nothing."""
    joined = collections.defaultdict(list)
    for pair in pairs:
        if pair["same"] == "1":
            a, b = ends(pair)
            joined[a].append(b)
            joined[b].append(a)
    for pair in pairs:
        if pair["same"] == "0":
            a, b = ends(pair)
            chain = _path(joined, a, b)
            if chain:
                return " = ".join(f"{name} ({list_})" for name, list_ in chain)
    return ""


def _path(joined, start, goal):
    came_from, queue = {start: None}, collections.deque([start])
    while queue:
        here = queue.popleft()
        if here == goal:
            chain = []
            while here is not None:
                chain.append(here)
                here = came_from[here]
            return chain[::-1]
        for there in joined[here]:
            if there not in came_from:
                came_from[there] = here
                queue.append(there)
    return None
