# SPDX-License-Identifier: Apache-2.0
"""Stances, correspondence analysis, stability and consensus against numpy and igraph, each in its
own words: ENTENTE_BINARY=... ENTENTE_SOURCE_DIR=... /usr/bin/python3 tests/peers/group_peers_test.py"""
import csv
import json
import math
import os
import pathlib
import random
import subprocess
import tempfile
import unittest

import igraph
import numpy as np

BINARY = os.environ["ENTENTE_BINARY"]
GRAPHS = pathlib.Path(os.environ["ENTENTE_SOURCE_DIR"]) / "tests/data/graphs"
TWO_MODE = ("davis_southern_women", "ceos_clubs", "brunson_south_africa")


def rows(path):
    with open(path, newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


class Peers(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def entente(self, method, *given):
        """Tables by name, each a dictionary of columns."""
        run = subprocess.run([BINARY, "run", method, *given, "--format", "json", "--quiet"],
                             capture_output=True, text=True, timeout=120)
        self.assertEqual(run.returncode, 0, run.stderr)
        return {t["name"]: {c["name"]: c["values"] for c in t["columns"]} for t in json.loads(run.stdout)["tables"]}

    def graph(self, name):
        return GRAPHS / name / "edges.csv", "--nodes", GRAPHS / name / "nodes.csv"

    def table_file(self, cells, column):
        """Edges with a column `sign` or `weight` for the cells that are not None, and their nodes."""
        edges, nodes = self.folder / "edges.csv", self.folder / "nodes.csv"
        lines = [f"a{i:02},i{j:02},{cell}" for i, row in enumerate(cells) for j, cell in enumerate(row) if cell is not None]
        edges.write_text(f"source,target,{column}\n" + "\n".join(lines) + "\n", encoding="utf-8")
        lines = [f"a{i:02},actor" for i in range(len(cells))] + [f"i{j:02},item" for j in range(len(cells[0]))]
        nodes.write_text("id,mode\n" + "\n".join(lines) + "\n", encoding="utf-8")
        return edges, "--nodes", nodes

    def assert_near(self, ours, theirs, tolerance=1e-9):
        self.assertEqual(len(ours), len(theirs))
        for a, b in zip(ours, theirs):
            self.assertAlmostEqual(a, b, delta=tolerance)

    def test_agreement_by_confusion_matrices(self):
        random.seed(4)
        cells = [[random.choice((1, 1, 0, -1, None)) for _ in range(15)] for _ in range(9)]
        tables = self.entente("agreement-scores", *self.table_file(cells, "sign"))
        pairs = tables["pairs"]
        found = {(a, b): k for k, (a, b) in enumerate(zip(pairs["a"], pairs["b"]))}
        distance = np.abs(np.subtract.outer((1, 0, -1), (1, 0, -1)))
        for a in range(9):
            for b in range(a + 1, 9):
                m = np.zeros((3, 3))
                for x, y in zip(cells[a], cells[b]):
                    if x is not None and y is not None:
                        m[1 - x, 1 - y] += 1
                k = found[f"a{a:02}", f"a{b:02}"]
                m /= m.sum()
                pooled = (m.sum(0) + m.sum(1)) / 2
                apart = (distance * m).sum()
                self.assertAlmostEqual(pairs["agreement_share"][k], np.trace(m))
                self.assertAlmostEqual(pairs["lijphart"][k], np.trace(m) + (m[1, (0, 2)].sum() + m[(0, 2), 1].sum()) / 2)
                self.assertAlmostEqual(pairs["s"][k], 1 - apart)
                self.assertAlmostEqual(pairs["scott_pi"][k], 1 - apart / (distance * np.outer(pooled, pooled)).sum())
                self.assertAlmostEqual(pairs["cohen_kappa"][k],
                                       1 - apart / (distance * np.outer(m.sum(1), m.sum(0))).sum())
        for j, item in enumerate(tables["items"]["item"]):
            votes = [row[j] for row in cells if row[j] is not None]
            count = {v: votes.count(v) for v in (1, 0, -1)}
            most = max(count.values())
            self.assertEqual(item, f"i{j:02}")
            self.assertAlmostEqual(tables["items"]["agreement_index"][j], (most - (len(votes) - most) / 2) / len(votes))
            self.assertAlmostEqual(tables["items"]["rice"][j], abs(count[1] - count[-1]) / (count[1] + count[-1]))

    def correspondence(self, a, tables):
        p = a / a.sum()
        r, c = p.sum(1), p.sum(0)
        u, d, vt = np.linalg.svd((p - np.outer(r, c)) / np.sqrt(np.outer(r, c)), full_matrices=False)
        rank = (d > 1e-9).sum()
        self.assert_near(tables["inertia"]["inertia"], d[:rank] ** 2)
        self.assertAlmostEqual(tables["summary"]["total_inertia"][0], (d ** 2).sum())
        self.assert_near(tables["nodes"]["mass"], [*r, *c])
        for k in range(2):
            x, y = u[:, k] / np.sqrt(r), vt[k] / np.sqrt(c)
            sign = 1 if x[np.abs(x).argmax()] > 0 else -1
            self.assert_near(tables["nodes"][f"standard_{k + 1}"], [*(sign * x), *(sign * y)], 1e-7)
            self.assert_near(tables["nodes"][f"principal_{k + 1}"], [*(sign * x * d[k]), *(sign * y * d[k])], 1e-7)

    def test_correspondence_of_graphs(self):
        for name in TWO_MODE[:2]:
            with self.subTest(graph=name):
                sides = {mode: sorted(n["id"] for n in rows(GRAPHS / name / "nodes.csv") if n["mode"] == mode)
                         for mode in ("actor", "item")}
                a = np.zeros((len(sides["actor"]), len(sides["item"])))
                for edge in rows(GRAPHS / name / "edges.csv"):
                    a[sides["actor"].index(edge["source"]), sides["item"].index(edge["target"])] = 1
                self.correspondence(a, self.entente("correspondence", *self.graph(name)))

    def test_correspondence_of_counts(self):
        a = np.random.default_rng(3).integers(1, 30, (7, 5))
        tables = self.entente("correspondence", *self.table_file(a.tolist(), "weight"), "--weight", "strength")
        self.correspondence(a.astype(float), tables)

    def test_stability_of_groups_and_pairs(self):
        tables = self.entente("stability", *self.graph("zachary"), "--resample", "actors", "--pairs",
                              "--replicates", "34", "--restarts", "20")
        nodes, groups = tables["nodes"], tables["groups"]
        self.assertEqual(tables["summary"]["partitions"], [34, 20])
        together = {}
        for a, b, share in zip(*tables["pairs"].values()):
            together[a, b] = together[b, a] = share
        group = dict(zip(nodes["node"], nodes["group"]))
        for g, size, value in zip(groups["group"], groups["nodes"], groups["stability"]):
            members = [v for v in group if group[v] == g]
            self.assertEqual(len(members), size)
            inside = [nodes["stability"][nodes["node"].index(v)] for v in members]
            self.assertAlmostEqual(value, sum(inside) / size)
        # Each share is of the 32 replicates that hold both.
        self.assertTrue(all(math.isclose(share * 32, round(share * 32)) for share in together.values()))

    def test_the_judged_partition_is_as_good_as_igraphs(self):
        edges = [(e["source"], e["target"]) for e in rows(GRAPHS / "zachary" / "edges.csv")]
        graph = igraph.Graph.TupleList(edges)
        best = max(graph.community_leiden("modularity", n_iterations=-1).modularity for _ in range(20))
        for method in ("stability", "consensus"):
            nodes = self.entente(method, *self.graph("zachary"))["nodes"]
            group = dict(zip(nodes["node"], nodes["group"]))
            reached = graph.modularity([group[v["name"]] for v in graph.vs])
            if method == "stability":
                self.assertGreaterEqual(reached, best - 1e-9)
            else:
                summary = self.entente(method, *self.graph("zachary"))["summary"]
                self.assertAlmostEqual(reached, summary["quality"][0])
                self.assertGreaterEqual(summary["best_quality"][0], best - 1e-9)


if __name__ == "__main__":
    unittest.main()
