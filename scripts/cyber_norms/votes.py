# SPDX-License-Identifier: Apache-2.0
"""The recorded votes of the General Assembly on ICT security and on cybercrime."""

import collections

from . import names
from .dataset import read_csv
from .sources import UNVOTES
from .states import SERBIA_AND_MONTENEGRO

LIST = "un_cyber_votes"
STANCE = {"yes": 1, "abstain": 0, "no": -1}


def state_of(country, date):
    """The source keeps one code, YUG, to the end. Montenegro has its own votes from 2006-12-06 on, so the later
    ones are Serbia's; the earlier state is Serbia and Montenegro."""
    if country == "YUG":
        return SERBIA_AND_MONTENEGRO[0] if date < SERBIA_AND_MONTENEGRO[3] else "state.srb"
    return "state." + country.lower()


def add_votes(dataset, actors, raw):
    rows = read_csv(raw / f"{LIST}.csv")
    totals = collections.Counter((row["rcid"], row["vote"]) for row in rows)
    for row in rows:
        vote = f"vote.{names.slug(row['resolution'])}"
        count = ", ".join(f"{totals[row['rcid'], answer]} {answer}" for answer in STANCE)
        dataset.node(vote, "vote", row["resolution"], category=row["topic"], from_=row["date"],
                     note=f"{row['description']}; {count}; roll call {row['rcid']}")
        dataset.alias(vote, row["resolution"].removeprefix("A/RES/"))
        dataset.claim(state_of(row["country"], row["date"]), "voted", vote, UNVOTES,
                      f"rcid {row['rcid']}, {row['country']}", value=row["vote"], stance=STANCE[row["vote"]],
                      from_=row["date"])
    actors.bind(SERBIA_AND_MONTENEGRO[1], LIST, SERBIA_AND_MONTENEGRO[0])
    dataset.decide("YUG", LIST, "state.srb", "same", "the code of the source to the end; from 2006-12-06 on "
                   "Montenegro votes beside it, so it is Serbia (ten of its eleven votes)")
    dataset.decide("YUG", LIST + " of 2005", SERBIA_AND_MONTENEGRO[0], "same",
                   "the vote of 2005-12-08, when Serbia and Montenegro was one member")
