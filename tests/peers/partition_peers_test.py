# SPDX-License-Identifier: Apache-2.0
"""Map equation, label propagation, resolution scan, equivalence and core-periphery against igraph,
networkx and numpy: ENTENTE_BINARY=... ENTENTE_SOURCE_DIR=... /usr/bin/python3 tests/peers/partition_peers_test.py"""
import csv
import json
import os
import pathlib
import subprocess
import tempfile
import unittest

import igraph
import networkx as nx
import numpy as np

BINARY = os.environ["ENTENTE_BINARY"]
GRAPHS = pathlib.Path(os.environ["ENTENTE_SOURCE_DIR"]) / "tests/data/graphs"


def rows(path):
    with open(path, newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def files(name):
    return GRAPHS / name / "edges.csv", "--nodes", GRAPHS / name / "nodes.csv"


def read(name, make=nx.Graph):
    graph = make()
    graph.add_nodes_from(node["id"] for node in rows(GRAPHS / name / "nodes.csv"))
    for edge in rows(GRAPHS / name / "edges.csv"):
        graph.add_edge(edge["source"], edge["target"])
    return graph


def entente(method, *given):
    """Tables by name, each a dictionary of columns."""
    run = subprocess.run([BINARY, "run", method, *given, "--format", "json", "--quiet"],
                         capture_output=True, text=True, timeout=300)
    if run.returncode != 0:
        raise AssertionError(run.stderr)
    return {t["name"]: {c["name"]: c["values"] for c in t["columns"]} for t in json.loads(run.stdout)["tables"]}


class Peers(unittest.TestCase):
    def quality(self, name, group):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "groups.csv"
            with open(path, "w", newline="", encoding="utf-8") as file:
                csv.writer(file).writerows([("node", "group"), *group.items()])
            return entente("partition-quality", *files(name), "--partition", path)["quality"]

    def test_the_code_is_as_short_as_infomaps(self):
        for name in ("zachary", "florentine_families"):
            graph = igraph.Graph.from_networkx(read(name))
            ours = entente("map-equation", *files(name))
            mine = dict(zip(ours["nodes"]["node"], ours["nodes"]["group"]))
            self.assertAlmostEqual(self.quality(name, mine)["code_length"][0], ours["summary"]["code_length"][0])
            for _ in range(5):
                found = graph.community_infomap(trials=20).membership
                theirs = {v["_nx_name"]: g for v, g in zip(graph.vs, found)}
                self.assertLessEqual(ours["summary"]["code_length"][0],
                                     self.quality(name, theirs)["code_length"][0] + 1e-9)

    def test_asynchronous_labels_satisfy_networkx(self):
        graph = read("zachary")
        for seed in "123":
            nodes = entente("label-propagation", *files("zachary"), "--convention", "asynchronous", "--seed", seed)["nodes"]
            label = dict(zip(nodes["node"], nodes["label"]))
            for v in graph:
                votes = [label[u] for u in graph[v]]
                self.assertEqual(votes.count(label[v]), max(map(votes.count, votes)))

    def test_modularity_of_digraphs_and_resolutions(self):
        graph = read("made_up_digraph", nx.MultiDiGraph)
        edges, *nodes = files("made_up_digraph")
        tables = entente("resolution-scan", edges, "--directed", *nodes, "--steps", "5", "--restarts", "20")
        groups = {}
        for p, v, g in zip(*(tables["nodes"][c] for c in ("partition", "node", "group"))):
            groups.setdefault(p, {}).setdefault(g, set()).add(v)
        scan = tables["scan"]
        for gamma, value, partition in zip(scan["resolution"], scan["quality"], scan["partition"]):
            theirs = nx.community.modularity(graph, groups[partition].values(), weight=None, resolution=gamma)
            self.assertAlmostEqual(value, theirs, delta=1e-9)
            for seed in range(3):
                other = nx.community.louvain_communities(graph, weight=None, resolution=gamma, seed=seed)
                self.assertLessEqual(nx.community.modularity(graph, other, weight=None, resolution=gamma), value + 1e-9)

    def test_equivalence(self):
        for name, make, direction in (("zachary", nx.Graph, "--undirected"),
                                      ("made_up_digraph", nx.MultiDiGraph, "--directed")):
            graph = read(name, make)
            order = sorted(graph)
            w = nx.to_numpy_array(graph, nodelist=order, weight=None)
            for convention in ("euclid", "hamming", "correlation"):
                edges, *nodes = files(name)
                pairs = entente("equivalence", edges, direction, *nodes, "--convention", convention)["pairs"]
                for a, b, value in zip(*pairs.values()):
                    i, j = order.index(a), order.index(b)
                    others = [k for k in range(len(order)) if k not in (i, j)]
                    x, y = w[i, others], w[j, others]
                    if direction == "--directed":
                        x, y = np.r_[x, w[others, i]], np.r_[y, w[others, j]]
                    if convention != "correlation":
                        theirs = np.linalg.norm(x - y) if convention == "euclid" else (x != y).sum()
                        self.assertAlmostEqual(value, theirs, delta=1e-9)
                    elif x.std() == 0 or y.std() == 0:
                        self.assertIsNone(value)
                    else:
                        self.assertAlmostEqual(value, np.corrcoef(x, y)[0, 1], delta=1e-9)

    def test_core_periphery(self):
        for name, make, direction in (("zachary", nx.Graph, "--undirected"),
                                      ("made_up_digraph", nx.DiGraph, "--directed")):
            graph = read(name, make)
            order = sorted(graph)
            a = nx.to_numpy_array(graph, nodelist=order, weight=None)
            cells = ~np.eye(len(order), dtype=bool)
            edges, *nodes = files(name)
            tables = entente("core-periphery", edges, direction, *nodes, "--samples", "20")
            self.assertEqual(tables["nodes"]["node"], order)
            reached = tables["summary"]["correlation"][0]

            def fit(core):
                return np.corrcoef(a[cells], np.logical_or.outer(core, core)[cells])[0, 1]
            core = np.array(tables["nodes"]["core"], dtype=bool)
            self.assertAlmostEqual(reached, fit(core), delta=1e-9)
            draw = np.random.default_rng(1)
            for v in range(len(order)):
                for u in range(v + 1):  # no change of one node or two is better
                    core[[u, v]] = ~core[[u, v]]
                    self.assertLessEqual(fit(core), reached + 1e-9)
                    core[[u, v]] = ~core[[u, v]]
            for _ in range(300):
                other = draw.random(len(order)) < draw.random()
                if 0 < other.sum() < len(order) - 1:
                    self.assertLessEqual(fit(other), reached + 1e-9)


if __name__ == "__main__":
    unittest.main()
