# SPDX-License-Identifier: Apache-2.0
"""The committed tables of graph_data/un-votes are what the build makes of the raw lists, byte for byte, and every claim
is one row of a list."""
import collections
import csv
import gc
import gzip
import hashlib
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
FOLDER = ROOT / "graph_data/un-votes"
RAW = FOLDER / "raw"
VOETEN, EXTRACT = "src.unvotes-7eb7034314", "src.unxml-42a69b67bb"
STANCE = {"yes": "1", "abstain": "0", "no": "-1"}


def records(path):
    """The rows below the header, as lists."""
    with (gzip.open if path.suffix == ".gz" else open)(path, "rt", encoding="utf-8", newline="") as file:
        reader = csv.reader(file)
        header = next(reader)
        yield header
        yield from reader


def rows(path):
    table = records(path)
    header = next(table)
    return [dict(zip(header, row)) for row in table]


def votes_of(list_):
    """(roll call or resolution, date, code, answer or role)"""
    table = records(RAW / f"{list_}.csv.gz")
    next(table)
    return table


def vote_id(resolution):
    number = re.sub("^R/", "a/res/", resolution).lower()
    return "vote." + re.sub("[^a-z0-9]+", "-", number)


class UnVotes(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        gc.disable()  # a million lists hold no cycle
        cls.nodes = {row["id"]: row for row in rows(FOLDER / "nodes.csv")}
        cls.roll_calls = {row["rcid"]: row for row in rows(RAW / "un_roll_calls.csv")}
        table = records(FOLDER / "claims.csv.gz")
        cls.columns = next(table)
        cls.claims = list(table)

    def of(self, relation, source=None):
        """(locator, subject, object, value) of the claims."""
        return {(c[10], c[1], c[3], c[4]) for c in self.claims if c[2] == relation and source in (None, c[9])}

    def test_the_build_makes_the_committed_files(self):
        with tempfile.TemporaryDirectory() as out:
            subprocess.run([sys.executable, "-B", ROOT / "scripts/build_un_votes.py", "--out", out], check=True,
                           stdout=subprocess.DEVNULL)
            made = sorted(path.name for path in pathlib.Path(out).iterdir())
            self.assertEqual(made, ["claims.csv.gz", "datapackage.json", "eligibility.csv", "nodes.csv", "same_as.csv",
                                    "schema.json", "sources.csv"])
            for name in made:
                self.assertEqual((pathlib.Path(out) / name).read_bytes(), (FOLDER / name).read_bytes(), name)

    def test_claims_hold_together(self):
        self.assertEqual(self.columns, "id subject relation object value stance from until recorded source locator "
                         "status replaces note".split())
        self.assertEqual(len({c[0] for c in self.claims}), len(self.claims))
        self.assertEqual(collections.Counter(c[2] for c in self.claims),
                         {"voted": 870107 + 128399, "sponsored": 26348, "co-sponsored": 36990, "addresses": 5745})
        self.assertLessEqual({c[1] for c in self.claims} | {c[3] for c in self.claims}, set(self.nodes))
        self.assertEqual({(c[2], c[4], c[5]) for c in self.claims},
                         {("voted", answer, stance) for answer, stance in STANCE.items()}
                         | {("sponsored", "", "1"), ("co-sponsored", "", "1"), ("addresses", "", "")})
        for c in self.claims[::1000]:
            key = "\x1f".join([*c[1:5], c[9], c[10]])
            self.assertEqual(c[0], hashlib.sha256(key.encode()).hexdigest()[:12])

    def by_roll_call(self):
        found = collections.defaultdict(list)
        for claim in self.of("voted", VOETEN):
            found[claim[0].removeprefix("rcid ").partition(",")[0]].append(claim)
        return found

    def test_every_vote_of_the_list_to_2020_is_one_claim(self):
        expected = set()
        for rcid, date, code, answer in votes_of("un_votes_all"):
            locator, state = "rcid " + rcid, "state." + code.lower()
            if code == "YUG" and date >= "1993":
                locator += ", YUG"
                state = "state.srb" if date >= "2006-10" else "state.scg"
            expected.add((locator, state, answer))
        found = {(locator, state, answer) for locator, state, _, answer in self.of("voted", VOETEN)}
        self.assertEqual(len(expected), 870107)
        self.assertTrue(expected == found)
        for rcid, claims in self.by_roll_call().items():
            number = re.sub("^R/", "A/RES/", self.roll_calls[rcid]["resolution"])
            self.assertIn({self.nodes[vote]["label"] for _, _, vote, _ in claims},
                          [{number}, {f"{number}, roll call {rcid}"}, {f"roll call {rcid}"}])

    def test_every_vote_and_sponsor_of_the_extract_is_one_claim(self):
        expected = {(number, "state." + code.lower(), vote_id(number), answer)
                    for number, _, code, answer in votes_of("un_resolution_votes_74_80")}
        self.assertTrue(expected == self.of("voted", EXTRACT))
        for role, relation in (("sponsor", "sponsored"), ("additional", "co-sponsored")):
            expected = {(number, "state." + code.lower(), vote_id(number), "")
                        for number, _, code, said in votes_of("un_resolution_sponsors_74_80") if said == role}
            self.assertTrue(expected == self.of(relation))

    def test_topics(self):
        topic = {"me": "palestinian-conflict", "nu": "nuclear-weapons", "di": "arms-control", "hr": "human-rights",
                 "co": "colonialism", "ec": "economic-development"}
        expected = {("rcid " + row["rcid"], "topic." + topic[code]) for row in self.roll_calls.values()
                    for code in row["issues"].split(";") if code}
        self.assertEqual(expected, {(locator, object_) for locator, _, object_, _ in self.of("addresses")})

    def test_a_vote_in_both_sources_is_one_node_and_both_agree(self):
        answers = [{(c[1], c[3]): c[4] for c in self.claims if c[2] == "voted" and c[9] == source}
                   for source in (VOETEN, EXTRACT)]
        both = answers[0].keys() & answers[1].keys()
        self.assertEqual(len({vote for _, vote in both}), 90)
        self.assertEqual((len(both), len([state for state, _ in both if state != "state.srb"])), (16174, 16089))
        self.assertFalse([key for key in both if answers[0][key] != answers[1][key]])
        self.assertEqual([len(found) for found in answers], [870107, 128399])

    def test_days_that_cannot_be_days_of_the_month_are_left_out(self):
        month_only = {rcid for rcid in self.roll_calls if 3 <= int(rcid) <= 4445 or 9001 <= int(rcid) <= 9056}
        self.assertEqual({self.roll_calls[rcid]["date"][8:] for rcid in month_only}, {f"0{day}" for day in range(1, 8)})
        for source, relation, locator, date in {(c[9], c[2], c[10], c[6]) for c in self.claims}:
            if source == VOETEN:
                rcid = locator.removeprefix("rcid ").partition(",")[0]
                self.assertEqual(date, self.roll_calls[rcid]["date"][:7 if rcid in month_only else 10])
            else:
                day = r"\d{4}-\d\d-\d\d"
                self.assertRegex(date, rf"\A{day}\Z" if relation == "voted" else rf"\A\[\.\.{day}\]\Z")

    def test_codes_that_changed(self):
        votes = collections.defaultdict(set)
        for rcid, date, code, _ in votes_of("un_votes_all"):
            if code in ("YUG", "MNE", "CSK", "CZE", "SVK", "DDR", "DEU", "YMD", "YEM", "TWN", "CHN"):
                votes[code].add((date, rcid))
        self.assertEqual(min(votes["MNE"]), ("2006-10-30", "4667"))
        self.assertFalse([date for date, _ in votes["YUG"] if "1992-10" < date < "2000-11"])
        self.assertEqual(len(votes["YUG"] & votes["MNE"]), 1253)
        self.assertFalse(votes["TWN"] & votes["CHN"])
        self.assertLess(max(votes["CSK"]), min(votes["CZE"] | votes["SVK"]))
        for older, other in (("DDR", "DEU"), ("YMD", "YEM")):
            self.assertTrue(votes[older] & votes[other])
        decided = {(row["name"], row["node"]): row["decided"] for row in rows(FOLDER / "same_as.csv")}
        self.assertLessEqual({node for _, node in decided}, set(self.nodes))
        for state in ("state.yug", "state.scg", "state.srb"):
            self.assertEqual(decided["YUG", state], "same")

    def test_numbers_of_the_readme(self):
        text = (FOLDER / "README.md").read_text(encoding="utf-8")
        several = collections.Counter(vote_id(row["resolution"]) for row in self.roll_calls.values()
                                      if row["resolution"])
        repeated = {vote: count for vote, count in several.items() if count > 1}
        blank = sum(not row["resolution"] for row in self.roll_calls.values())
        self.assertIn(f"has no number ({blank}), or one number has several roll calls ({len(repeated)} numbers, "
                      f"{sum(repeated.values())} roll calls", text.replace("\n  ", " "))
        named = {c[10] for c in self.claims if c[9] == EXTRACT}
        resolutions = rows(RAW / "un_resolutions_74_80.csv")
        without = sum(row["recorded"] == "none" for row in resolutions)
        self.assertIn(f"All {len(resolutions):,} resolutions", text)
        self.assertIn(f"the {without:,} without a recorded vote", text)
        self.assertIn(f"{len(resolutions) - len(named)} have neither votes nor named sponsors", text)
        lists = {rcid: {(state, answer) for _, state, _, answer in found}
                 for rcid, found in self.by_roll_call().items()}
        equal = 0
        for vote in repeated:
            same = [lists[rcid] for rcid, row in self.roll_calls.items() if vote_id(row["resolution"]) == vote]
            equal += sum(same[i] == same[j] for i in range(len(same)) for j in range(i))
        self.assertIn(f"{equal} pairs have equal answers", text)


if __name__ == "__main__":
    unittest.main()
