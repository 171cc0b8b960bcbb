# SPDX-License-Identifier: Apache-2.0
"""Members of blocs as one source lists them on one day. When each of them joined is not in it: before that day
membership is only possible."""

from . import names
from .dataset import read_csv
from .sources import BLOCS


def add_blocs(dataset, raw):
    for row in read_csv(raw / "country_blocs.csv"):
        bloc = dataset.node("bloc." + names.slug(row["bloc"]), "bloc", row["bloc"], category="bloc of states")
        if row["status"] != "member":
            raise ValueError(f"country_blocs.csv: {row}")
        dataset.claim("state." + row["country"].lower(), "member-of", bloc, BLOCS,
                      f"{row['source'].split(' ', 1)[1].split('@')[0]} {row['country']}",
                      from_=f"[..{row['as_of']}]", recorded=row["as_of"])
