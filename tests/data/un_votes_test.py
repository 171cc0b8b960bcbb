# SPDX-License-Identifier: Apache-2.0
"""The committed files of graph_data/un-votes are those that its descriptor names, as many claims as the lists have
rows, and its nodes are those of the lists. un_votes_slow_test.py reads every claim and builds everything anew."""
import collections
import csv
import gzip
import hashlib
import json
import pathlib
import re
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
FOLDER = ROOT / "graph_data/un-votes"
RAW = FOLDER / "raw"


def rows(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def lines(path):
    return gzip.decompress(path.read_bytes()).count(b"\n") - 1


def vote_id(resolution):
    number = re.sub("^R/", "a/res/", resolution).lower()
    return "vote." + re.sub("[^a-z0-9]+", "-", number)


class UnVotes(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.nodes = {row["id"]: row for row in rows(FOLDER / "nodes.csv")}
        cls.roll_calls = {row["rcid"]: row for row in rows(RAW / "un_roll_calls.csv")}

    def test_the_files_are_those_of_the_descriptor(self):
        package = json.loads((FOLDER / "datapackage.json").read_text(encoding="utf-8"))
        paths = {resource["path"] for resource in package["resources"]}
        self.assertEqual(paths, {path.relative_to(FOLDER).as_posix() for path in FOLDER.rglob("*.*")
                                 if path.name.endswith((".csv", ".csv.gz"))})
        for resource in package["resources"]:
            data = (FOLDER / resource["path"]).read_bytes()
            self.assertEqual(resource["hash"], "sha256:" + hashlib.sha256(data).hexdigest(), resource["path"])
            self.assertEqual(resource["bytes"], len(data))

    def test_as_many_claims_as_the_lists_have_rows(self):
        table = gzip.decompress((FOLDER / "claims.csv.gz").read_bytes())
        found = [table.count(f",{relation},".encode())
                 for relation in ("voted", "sponsored", "co-sponsored", "addresses")]
        sponsors = gzip.decompress((RAW / "un_resolution_sponsors_74_80.csv.gz").read_bytes())
        self.assertEqual(found, [
            lines(RAW / "un_votes_all.csv.gz") + lines(RAW / "un_resolution_votes_74_80.csv.gz"),
            sponsors.count(b",sponsor\r\n"), sponsors.count(b",additional\r\n"),
            sum(len(row["issues"].split(";")) for row in self.roll_calls.values() if row["issues"])])
        self.assertEqual(found, [870107 + 128399, 26348, 36990, 5745])
        self.assertEqual(table.count(b"\n") - 1, sum(found))
        text = (FOLDER / "README.md").read_text(encoding="utf-8")
        self.assertIn(f"{len(self.nodes):,} nodes, {sum(found):,} claims, 2 sources", text)

    def test_one_node_for_a_resolution(self):
        number = collections.Counter(vote_id(row["resolution"]) for row in self.roll_calls.values())
        expected = {vote_id(row["resolution"]) for row in rows(RAW / "un_resolutions_74_80.csv")}
        for rcid, row in self.roll_calls.items():
            vote = vote_id(row["resolution"])
            expected.add(vote if row["resolution"] and number[vote] == 1 else f"vote.un-rc-{rcid}")
        self.assertEqual(expected, {node for node, row in self.nodes.items() if row["kind"] == "vote"})
        self.assertIn("vote.a-res-73-27", expected)

    def test_states_are_those_of_cyber_norms(self):
        theirs = {row["id"]: row for row in rows(ROOT / "graph_data/cyber-norms/nodes.csv")}
        ours = {node: row for node, row in self.nodes.items() if row["kind"] == "state"}
        alone = {"state.csk", "state.ddr", "state.pse", "state.twn", "state.ymd", "state.yug"}
        self.assertLessEqual(set(ours) - set(theirs), alone)
        self.assertEqual(len(ours), 200)
        for node in set(ours) & set(theirs):
            self.assertEqual((ours[node]["label"], ours[node]["country"]),
                             (theirs[node]["label"], theirs[node]["country"]))

    def test_silence_is_unknown(self):
        eligibility = rows(FOLDER / "eligibility.csv")
        self.assertEqual(sorted(row["object"] for row in eligibility),
                         sorted(node for node, row in self.nodes.items() if row["kind"] == "vote"))
        self.assertEqual({(row["actor_kind"], row["coverage"]) for row in eligibility}, {("state", "named")})


if __name__ == "__main__":
    unittest.main()
