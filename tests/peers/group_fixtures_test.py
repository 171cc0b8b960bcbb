# SPDX-License-Identifier: Apache-2.0
"""Partition qualities, names and outliers against answers that other programs gave once
(make_group_fixtures.py says which, group_fixtures.json in which version):

    ENTENTE_BINARY=... ENTENTE_SOURCE_DIR=... /usr/bin/python3 tests/peers/group_fixtures_test.py
"""
import csv
import json
import os
import pathlib
import subprocess
import tempfile
import unittest

BINARY = os.environ["ENTENTE_BINARY"]
FIXTURES = json.loads((pathlib.Path(os.environ["ENTENTE_SOURCE_DIR"]) / "tests/peers/group_fixtures.json")
                      .read_text(encoding="ascii"))


class Fixtures(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def file(self, name, header, rows):
        path = self.folder / name
        with open(path, "w", newline="", encoding="utf-8") as file:
            csv.writer(file).writerows([header, *rows])
        return path

    def entente(self, method, *given):
        """The columns of the first table."""
        run = subprocess.run([BINARY, "run", method, *given, "--format", "json", "--quiet"],
                             capture_output=True, text=True, timeout=120)
        self.assertEqual(run.returncode, 0, run.stderr)
        return {c["name"]: c["values"] for c in json.loads(run.stdout)["tables"][0]["columns"]}

    def test_partition_qualities(self):
        for case in FIXTURES["partitions"]:
            two_mode = any(case["nodes"].values())
            nodes = self.file("nodes.csv", ["id", "mode"][:1 + two_mode],
                              [[v, mode][:1 + two_mode] for v, mode in case["nodes"].items()])
            edges = self.file("edges.csv", ["source", "target"], case["edges"])
            groups = self.file("groups.csv", ["node", "group"], case["groups"].items())
            ours = self.entente("partition-quality", edges, "--nodes", nodes, "--partition", groups)
            for name, theirs in case["qualities"].items():
                # graph-tool's prior of the edge counts is the general one.
                column = name + "_general" if two_mode and name.startswith("description") else name
                with self.subTest(graph=case["graph"], groups=len(set(case["groups"].values())), quality=name):
                    self.assertAlmostEqual(ours[column][0], theirs, delta=1e-9 * max(1, abs(theirs)))

    def test_names(self):
        cases = FIXTURES["names"]
        ours = self.entente("name-similarity", self.file("names.csv", "ab", [[c["a"], c["b"]] for c in cases]))
        self.assertEqual(ours["a"], [c["a"] for c in cases])
        for name in ("levenshtein", "damerau_levenshtein", "jaro", "jaro_winkler"):
            for case, value in zip(cases, ours[name]):
                with self.subTest(a=case["a"], b=case["b"], measure=name):
                    self.assertAlmostEqual(value, case[name], delta=1e-12)

    def test_outliers(self):
        points = FIXTURES["outliers"]["points"]
        table = self.file("points.csv", ["id", "x", "y", "z"], [[f"p{k}", *p] for k, p in enumerate(points)])
        for k, theirs in FIXTURES["outliers"]["factors"].items():
            ours = self.entente("local-outlier-factor", table, "--k", k)["local_outlier_factor"]
            for a, b in zip(ours, theirs, strict=True):
                self.assertAlmostEqual(a, b, delta=1e-9 * b)


if __name__ == "__main__":
    unittest.main()
