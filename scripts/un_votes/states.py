# SPDX-License-Identifier: Apache-2.0
"""States: which node a code of the lists stands for on a day, and why.

Names come from countries.csv; ids are those of cyber-norms. A code that ISO has withdrawn has a node of its own. The
roll calls to 2020 keep one code, YUG, for three members; where it changes hands is read from the votes themselves.
"""
import collections

from cyber_norms import names
from cyber_norms.dataset import read_csv

LIST = "un_votes_all"
# No vote stands under YUG between roll calls 3663 (1992-09) and 4241 (2000-11). From roll call 4667 (2006-10-30) on
# Montenegro votes beside it; the votes of session 74 that the extract has, too, are there Serbia's.
YUGOSLAVIA, SERBIA_AND_MONTENEGRO, SERBIA = "state.yug", "state.scg", "state.srb"
GAP, MONTENEGRO = "1993", "2006-10-30"

_SAME = [
    ("YUG", LIST + " to 1992-09", YUGOSLAVIA,
     "the withdrawn code, until the votes under it stop for eight years"),
    ("YUG", LIST + " from 2000-11 to 2006-06", SERBIA_AND_MONTENEGRO,
     "the votes under the code resume in 2000-11; kept apart from Yugoslavia, and, since Montenegro has no vote of its "
     "own yet, from Serbia (the node of cyber-norms, whose code SCG was withdrawn in 2006)"),
    ("YUG", LIST + " from 2006-10-30", SERBIA,
     "the source keeps the code to the end; Montenegro votes beside it from 2006-10-30, and all 85 votes of session 74 "
     "that the other source has, too, are there Serbia's, with the same answers"),
    ("CSK", LIST, "state.csk", "withdrawn code, a node of its own; last vote in 1992-12"),
    ("DDR", LIST, "state.ddr", "withdrawn code, a node of its own; last vote in 1989-12"),
    ("YMD", LIST, "state.ymd", "withdrawn code, a node of its own; last vote in 1989-12"),
    ("Federal Republic of Germany", LIST, "state.deu", "the list has both as DEU; no roll call has both"),
    ("Yemen Arab Republic", LIST, "state.yem", "the list has both as YEM; no roll call has both"),
]
_DIFFERENT = [
    ("YUG", LIST, "state.mne", "both vote in 1,253 roll calls"),
    ("CSK", LIST, "state.cze", "CZE votes from 1993-11, CSK to 1992-12: no source here makes one of them"),
    ("CSK", LIST, "state.svk", "SVK votes from 1993-11, CSK to 1992-12: no source here makes one of them"),
    ("DDR", LIST, "state.deu", "both vote from 1973-10 to 1989-12"),
    ("YMD", LIST, "state.yem", "both vote from 1967-12 to 1989-12"),
    ("TWN", LIST, "state.chn", "TWN votes to 1971, CHN from 1971, never both; the source keeps them apart"),
]


def state_of(country, date):
    """The node of a code on the day of a vote."""
    if country != "YUG":
        return "state." + country.lower()
    return YUGOSLAVIA if date < GAP else SERBIA_AND_MONTENEGRO if date < MONTENEGRO else SERBIA


def add_states(data, raw, codes):
    """A node for each state that the lists name by one of the codes."""
    wanted = {state_of(code, "1946") for code in codes} | {SERBIA}
    rows = read_csv(raw / "countries.csv")
    spellings = collections.Counter(
        names.fold(name) for row in rows for name in {row["name"], *row["aliases"].split("; ")} if name)
    for row in rows:
        node = "state." + row["iso3"].lower()
        if node not in wanted:
            continue
        withdrawn = row["source"].startswith("withdrawn")
        data.node(node, "state", row["name"], country=row["iso3"],
                  category="withdrawn ISO 3166-3 code" if withdrawn else "")
        for alias in row["aliases"].split("; "):
            if alias and spellings[names.fold(alias)] == 1:
                data.alias(node, alias)
    data.node(SERBIA_AND_MONTENEGRO, "state", "Serbia and Montenegro", country="SCG", until="2006",
              category="withdrawn ISO 3166-3 code", note="its code SCG was withdrawn in 2006")
    missing = wanted - data.nodes.keys()
    if missing:
        raise ValueError(f"countries.csv lacks {sorted(missing)}")


def add_decisions(data):
    for decided, rows in (("same", _SAME), ("different", _DIFFERENT)):
        for name, list_, node, why in rows:
            data.decide(name, list_, node, decided, why)
