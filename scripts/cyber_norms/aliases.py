# SPDX-License-Identifier: Apache-2.0
"""Aliases that a source gives inside a name: the acronym in its brackets, the name that the acronym spells; and what
Unicode CLDR calls bodies that it counts among the territories.

An alias stands only where it names one actor: none that is a name of another node, none that two nodes would share
(`GCSC` belongs to the Commission whose initials it is, not to the Forum to which a report gave it by a slip).
"""

import collections

from . import names, spelling
from .states import other_names

_KINDS = {"company", "business-association", "civil-society", "academia", "public-authority",
          "international-organisation", "coalition"}


_BODIES = {"EU": "international-organisation.european-union"}


def add_translations(dataset, raw):
    found = other_names(raw)
    for code, node in _BODIES.items():
        for name in found[code] if node in dataset.nodes else []:
            dataset.alias(node, name)


def add_short_forms(dataset):
    owners = collections.defaultdict(set)
    wanted = collections.defaultdict(set)
    for node, row in dataset.nodes.items():
        for name in [row["label"], *row["aliases"]]:
            owners[spelling.plain(name)].add(node)
            if row["kind"] in _KINDS:
                for form in spelling.short_forms(name):
                    wanted[names.label(form)].add(node)
    for form, nodes in sorted(wanted.items()):
        if len(nodes) > 1:
            nodes = {node for node in nodes if _spelt_by(form, dataset.nodes[node])}
        if len(nodes) == 1 and owners[spelling.plain(form)] <= nodes:
            dataset.alias(*nodes, form)


def _spelt_by(form, row):
    return any(spelling.spells(form, spelling.brackets(name)[0]) for name in [row["label"], *row["aliases"]])
