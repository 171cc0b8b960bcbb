# SPDX-License-Identifier: Apache-2.0
"""Roll calls, resolutions, and who voted and sponsored what.

One node for a resolution. Where the list of roll calls to 2020 has no number, or the same number for several roll
calls (separate votes on paragraphs, the vote in a committee), each roll call is a node of its own.
"""

import collections
import csv
import gzip

from cyber_norms import names
from cyber_norms.dataset import read_csv

from .sources import EXTRACT, UNVOTES
from .states import state_of

TOPICS = {"me": "Palestinian conflict", "nu": "nuclear weapons", "di": "arms control", "hr": "human rights",
          "co": "colonialism", "ec": "economic development"}
STANCE = {"yes": 1, "abstain": 0, "no": -1}
RELATION = {"sponsor": "sponsored", "additional": "co-sponsored"}

COMMITTEE = {"#fifthCommittee": "Fifth Committee"}  # a slip in five rows

# In the 4,428 roll calls numbered 3 to 4445 and the 56 numbered 9001 to 9056 no day is above 7, so that it cannot be
# the day of the month: the month alone is taken. The other numbers have days of every size; where such a roll call is on
# the same resolution (115 pairs), the months agree.
_MONTH_ONLY = [range(3, 4446), range(9001, 9057)]


def rows_of(path):
    """The rows of a compressed list, without its header, as lists."""
    with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
        reader = csv.reader(file)
        next(reader)
        yield from reader


def vote_id(resolution):
    """`A/RES/73/27`, and in the other notation `R/73/27`, are vote.a-res-73-27."""
    return "vote." + names.slug(full_number(resolution))


def full_number(resolution):
    return "A/RES/" + resolution[2:] if resolution.startswith("R/") else resolution


def day_or_month(roll_call):
    number = int(roll_call["rcid"])
    return roll_call["date"][:7] if any(number in numbers for numbers in _MONTH_ONLY) else roll_call["date"]


def _count(answers):
    return ", ".join(f"{answers[answer]} {answer}" for answer in STANCE)


def add_roll_calls(data, raw):
    """The roll calls to 2020, their topics and votes."""
    for code, topic in TOPICS.items():
        data.node(f"topic.{names.slug(topic)}", "topic", topic, aliases=[code])
    roll_calls = read_csv(raw / "un_roll_calls.csv")
    same_number = collections.Counter(full_number(row["resolution"]) for row in roll_calls)
    votes = collections.defaultdict(list)
    for number, _, country, vote in rows_of(raw / "un_votes_all.csv.gz"):
        votes[number].append((country, vote))
    for row in roll_calls:
        number, resolution, date = row["rcid"], row["resolution"], row["date"]
        known, locator = day_or_month(row), f"rcid {number}"
        answers = votes.pop(number)
        note = f"roll call {number}: {_count(collections.Counter(vote for _, vote in answers))}"
        if resolution and same_number[full_number(resolution)] == 1:
            node = data.node(vote_id(resolution), "vote", full_number(resolution), from_=known, note=note)
            data.alias(node, resolution)
            data.alias(node, full_number(resolution).removeprefix("A/RES/"))
        else:
            label = f"{full_number(resolution)}, roll call {number}" if resolution else f"roll call {number}"
            node = data.node(f"vote.un-rc-{number}", "vote", label, from_=known, note=note)
        for code in row["issues"].split(";"):
            if code:
                data.claim(node, "addresses", f"topic.{names.slug(TOPICS[code])}", UNVOTES, locator,
                           from_=known)
        for country, vote in answers:
            state = state_of(country, date)
            own_code = state == "state." + country.lower()
            data.claim(state, "voted", node, UNVOTES, locator if own_code else f"{locator}, {country}", value=vote,
                       stance=STANCE[vote], from_=known)
    if votes:
        raise ValueError(f"votes without a roll call: {sorted(votes)}")


def add_resolutions(data, raw):
    """The resolutions of sessions 74 to 80, with a recorded vote or without, their votes and sponsors."""
    votes = collections.defaultdict(list)
    for resolution, _, country, vote in rows_of(raw / "un_resolution_votes_74_80.csv.gz"):
        votes[resolution].append((country, vote))
    date = {}
    for row in read_csv(raw / "un_resolutions_74_80.csv"):
        resolution = row["resolution"]
        date[resolution] = row["date"]
        node = data.node(vote_id(resolution), "vote", resolution, from_=row["date"])
        data.alias(node, resolution.removeprefix("A/RES/"))
        entry = data.nodes[node]
        if entry["from"] != row["date"]:
            raise ValueError(f"{resolution}: {entry['from']} and {row['date']}")
        entry["category"] = COMMITTEE.get(row["committee"], row["committee"])
        answers = votes.pop(resolution, [])
        counted = collections.Counter(vote for _, vote in answers)
        stated = collections.Counter({answer: int(row[answer]) for answer in STANCE if row[answer]})
        what = "no recorded vote" if row["recorded"] == "none" else _count(stated)
        if answers and counted != stated:
            what += f" stated, {_count(counted)} named"
        entry["note"] = "; ".join(text for text in (row["title"], entry["note"], what) if text)
        for country, vote in answers:
            data.claim(state_of(country, row["date"]), "voted", node, EXTRACT, resolution, value=vote,
                       stance=STANCE[vote], from_=row["date"])
    if votes:
        raise ValueError(f"votes without a resolution: {sorted(votes)}")
    for resolution, _, country, role in rows_of(raw / "un_resolution_sponsors_74_80.csv.gz"):
        data.claim(state_of(country, date[resolution]), RELATION[role], vote_id(resolution), EXTRACT, resolution,
                   from_=f"[..{date[resolution]}]")


def add_eligibility(data):
    for node, row in data.nodes.items():
        if row["kind"] == "vote":
            data.eligible(node, "state", "named", "absences are not in the data, nor who was a member or a sponsor but "
                          "by a vote or by name: a silent state is unknown", row["from"])


def codes(raw):
    """Every code of a state that votes or sponsors."""
    lists = [("un_votes_all", 2), ("un_resolution_votes_74_80", 2), ("un_resolution_sponsors_74_80", 2)]
    return sorted({row[column] for list_, column in lists for row in rows_of(raw / f"{list_}.csv.gz")})
