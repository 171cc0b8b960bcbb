# SPDX-License-Identifier: Apache-2.0
"""Who could take a stance on each item, and when silence in our lists means absence.

A kind of actor without a row cannot take a stance. Coverage `complete`: who is not listed was absent;
`partial` and `named`: silence is unknown.
"""

from . import instruments, paris_call, tech_accord
from .coverage import COVERAGE

ORGANISED = ["state", "company", "business-association", "civil-society", "academia", "public-authority",
             "international-organisation", "coalition"]

_CALL = [
    ("2018-11-12", "2019-11-12", "named",
     "no list of that time is here: the article names a few on the launch day, and the site's list of 2019-09-16 and "
     "2019-10-17 was still being filled"),
    ("2019-11-12", "2024-01-20", "complete",
     "the official list. Its totals agree with those published: 74 states and 1,036 supporters against 73 and 1,038 on "
     "2019-11-12; 79, 390, 706 and 1,215 against about 80, almost 400, more than 700 and more than 1,200 on "
     "2021-11-10. Of the 125 entries with a trusted date of signature 123 were listed within 50 days"),
    ("2024-01-20", "", "partial", "the list has not changed since 2024-01-19; the snapshot is of 2025-11-26"),
]
_CALL_KINDS = [kind for kind in ORGANISED if kind != "coalition"]


_ROLL_CALL = ("every vote that was cast is listed, absences are not: a state without one may have stayed away, or was "
              "not a member")
_NO_VOTE = ("adopted without a vote; its sponsors are those that the text names one by one: who did not sponsor opposed "
            "nothing, and groups of states are left out")


def add_eligibility(dataset):
    roll_calls = {claim["object"] for claim in dataset.claims.values() if claim["relation"] == "voted"}
    for item, rows in COVERAGE.items():
        for kinds, from_, until, coverage, why in rows:
            for kind in kinds:
                dataset.eligible(item, kind, coverage, why, from_, until)
    for kind in _CALL_KINDS:
        for from_, until, coverage, why in _CALL:
            dataset.eligible(paris_call.CALL, kind, coverage, why, from_, until)
    for node in sorted(dataset.nodes):
        kind = dataset.nodes[node]["kind"]
        if kind in ("principle", "provision"):
            for actor_kind in ORGANISED:
                dataset.eligible(node, actor_kind, "named", "only those that a source names; there is no list",
                                 dataset.nodes[node]["from"] or paris_call.LAUNCH)
        if kind == "vote":
            voted = node in roll_calls
            dataset.eligible(node, "state", "partial" if voted else "named", _ROLL_CALL if voted else _NO_VOTE,
                             dataset.nodes[node]["from"])
    for from_, until, coverage, why in [
            (tech_accord.LAUNCH, "2018-04-18", "complete", "the press lists all 34 founders"),
            ("2018-04-18", "", "partial", "of later signatories only those that support the Paris Call, to 2019-11")]:
        dataset.eligible(tech_accord.ACCORD, "company", coverage, why, from_, until)
    charter = "agreement.charter-of-trust"
    for kind in ("company", "civil-society", "academia", "public-authority"):
        for from_, until, coverage, why in [
                ("2018-02", "2019-02", "partial", "the list of the first year is not here"),
                ("2019-02", "2019-03", "complete", "members and associates as the press lists them in 2019-02"),
                ("2019-03", "", "partial", "later members as far as news names them; departures not found")]:
            dataset.eligible(charter, kind, coverage, why, from_, until)
    for item, coverage, why in [
            ("agreement.budapest-convention", "partial", "70 of about 81 parties; entry is by invitation for states "
             "that took no part in drafting it, and invitations are listed only in part"),
            ("agreement.freedom-online-coalition", "partial", "36 of 42 members"),
            ("agreement.code-of-conduct-information-security", "complete", "all sponsors of both drafts")]:
        dataset.eligible(item, "state", coverage, why, dataset.nodes[item]["from"])
    missing = {item for item, _, _ in instruments.LISTS} - {row["object"] for row in dataset.eligibility}
    if missing:
        raise ValueError(f"no eligibility: {missing}")
