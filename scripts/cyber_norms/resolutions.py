# SPDX-License-Identifier: Apache-2.0
"""Sponsors and votes of the General Assembly's resolutions of 2019 to 2025: one `vote` node a resolution.

Sponsoring is a relation of its own on the same node as the vote. A sponsor's row has the day of the adoption and says
that the state sponsored the text by then, so the claim's interval ends on that day and has no beginning.
"""

import re

from . import names
from .dataset import read_csv
from .sources import RESOLUTIONS

_VOTES = {"voted-yes": ("yes", 1), "voted-abstain": ("abstain", 0), "voted-no": ("no", -1)}
_SPONSORS = {"sponsored": "sponsored", "co-sponsored": "co-sponsored"}


def resolutions(raw):
    """The rows of agreements.csv on resolutions, with their symbol and title."""
    for row in read_csv(raw / "agreements.csv"):
        if row["slug"].startswith("un-res-"):
            symbol, title = row["title"].split(": ", 1)
            yield row, symbol, title


def add_resolutions(dataset, actors, raw):
    for about, symbol, title in resolutions(raw):
        vote = "vote." + names.slug(symbol)
        dataset.node(vote, "vote", symbol, category=about["kind"], from_=about["date"],
                     note=f"{title}; {about['coverage']}")
        dataset.alias(vote, symbol.removeprefix("A/RES/"))
        for row in read_csv(raw / about["file"]):
            node = actors.state(row["actor"], about["slug"], row["country"])
            file, named = re.fullmatch(r"UNxml/GAresolutions (\S+) \((\S+)\)@42a69b67bb", row["source"]).groups()
            if named != symbol or row["date"] != about["date"]:
                raise ValueError(f"{about['file']}: {row}")
            if row["relation"] in _VOTES:
                value, stance = _VOTES[row["relation"]]
                dataset.claim(node, "voted", vote, RESOLUTIONS, f"{file} {symbol} {row['country']}", value=value,
                              stance=stance, from_=row["date"])
            else:
                dataset.claim(node, _SPONSORS[row["relation"]], vote, RESOLUTIONS,
                              f"{file} {symbol} {row['country']}", from_=f"[..{row['date']}]")
