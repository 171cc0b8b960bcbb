# SPDX-License-Identifier: Apache-2.0
"""Every name of an actor in the raw lists, with what its list says of it: kind, country.

A list needs no code here if it has one of the headers below: actor (with actor_kind, country), or name (with category,
country). Lists that name no actors (principles, counts, roll calls, links between documents) have neither.
"""

import dataclasses

from . import names
from .dataset import read_csv

# Lists whose names are decisions about names, states by definition, or no actors.
NOT_LISTS = {"name_variants_dev", "identity_decisions", "countries", "agreements", "paris_call_principles",
             "tech_accord_principles"}
_KIND_COLUMNS = ("actor_kind", "category")


@dataclasses.dataclass(frozen=True, order=True)
class Occurrence:
    """One name in one list. `kind` is the list's word and not the kind of a node; blank where it has none."""
    name: str
    list_: str
    kind: str
    country: str


def occurrences(raw):
    """All of them, sorted and without repetition."""
    found = set()
    for path in sorted(raw.glob("*.csv")):
        if path.stem in NOT_LISTS:
            continue
        for row in read_csv(path):
            name = row.get("actor") or row.get("name") or ""
            if not name:
                break
            kind = next((row[column] for column in _KIND_COLUMNS if row.get(column)), "")
            if path.stem == "tech_accord_signatories":
                kind = "private-sector"
            found.add(Occurrence(names.label(name), path.stem, kind, row.get("country", "")))
    return sorted(found)
