# SPDX-License-Identifier: Apache-2.0
"""Two-mode measures and groups against networkx, igraph and numpy, each in its own words:
ENTENTE_BINARY=... ENTENTE_SOURCE_DIR=... /usr/bin/python3 tests/peers/two_mode_peers_test.py"""
import csv
import itertools
import json
import os
import pathlib
import subprocess
import tempfile
import unittest

import igraph
import networkx as nx
import numpy as np
from networkx.algorithms import bipartite

BINARY = os.environ["ENTENTE_BINARY"]
GRAPHS = pathlib.Path(os.environ["ENTENTE_SOURCE_DIR"]) / "tests/data/graphs"
TOLERANCE = 1e-9
TWO_MODE = ("davis_southern_women", "ceos_clubs", "brunson_south_africa")
# Folder and whether it is directed.
ONE_MODE = (("zachary", False), ("florentine_families", False), ("made_up_multigraph", False), ("made_up_digraph", True))


def rows(path):
    with open(path, newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def read_two_mode(name):
    """The graph, its actors and its items."""
    graph, sides = nx.Graph(), {"actor": [], "item": []}
    for row in rows(GRAPHS / name / "nodes.csv"):
        graph.add_node(row["id"])
        sides[row["mode"]].append(row["id"])
    graph.add_edges_from((row["source"], row["target"]) for row in rows(GRAPHS / name / "edges.csv"))
    return graph, sides["actor"], sides["item"]


def read_one_mode(name, directed):
    """Parallel edges are one with their weights added."""
    graph = nx.DiGraph() if directed else nx.Graph()
    graph.add_nodes_from(row["id"] for row in rows(GRAPHS / name / "nodes.csv"))
    for row in rows(GRAPHS / name / "edges.csv"):
        u, v, weight = row["source"], row["target"], float(row.get("weight") or 1)
        graph.add_edge(u, v, weight=weight + (graph[u][v]["weight"] if graph.has_edge(u, v) else 0))
    return graph


def entente(method, name, *options):
    """Tables by name, each a dictionary of columns."""
    given = [name] if os.path.isabs(name) else [GRAPHS / name / "edges.csv", "--nodes", GRAPHS / name / "nodes.csv"]
    run = subprocess.run([BINARY, "run", method, *given, "--format", "json", "--quiet", *options],
                         capture_output=True, text=True, timeout=120)
    if run.returncode != 0:
        raise AssertionError(f"entente run {method} on {name}: status {run.returncode}\n{run.stderr}")
    return {table["name"]: {c["name"]: c["values"] for c in table["columns"]} for table in json.loads(run.stdout)["tables"]}


def scores(method, name, *options, column=None):
    nodes = entente(method, name, *options)["nodes"]
    return dict(zip(nodes["node"], nodes[column or method.replace("-", "_")]))


def groups_of(labels):
    sets = {}
    for node, label in labels.items():
        sets.setdefault(label, set()).add(node)
    return list(sets.values())


class TwoMode(unittest.TestCase):
    def assert_same(self, ours, theirs):
        self.assertEqual(set(ours), set(theirs))
        for key, value in theirs.items():
            self.assertAlmostEqual(ours[key], value, delta=TOLERANCE * max(1, abs(value)), msg=key)

    def each(self):
        for name in TWO_MODE:
            with self.subTest(graph=name):
                yield (name, *read_two_mode(name))

    def partition_file(self, labels):
        file = tempfile.NamedTemporaryFile("w", suffix=".csv", newline="", encoding="utf-8", delete=False)
        self.addCleanup(os.unlink, file.name)
        with file:
            writer = csv.writer(file)
            writer.writerow(("node", "group"))
            writer.writerows(labels.items())
        return file.name

    def test_centralities(self):
        for name, graph, actors, _ in self.each():
            self.assert_same(scores("two-mode-degree", name), bipartite.degree_centrality(graph, actors))
            self.assert_same(scores("two-mode-closeness", name), bipartite.closeness_centrality(graph, actors))
            self.assert_same(scores("two-mode-betweenness", name), bipartite.betweenness_centrality(graph, actors))

    def test_eigenvector_and_birank(self):
        for name, graph, actors, items in self.each():
            a = bipartite.biadjacency_matrix(graph, actors, items).toarray().astype(float)
            u, _, vt = np.linalg.svd(a)
            self.assert_same(scores("two-mode-eigenvector", name),
                             dict(zip(actors + items, np.abs(np.concatenate((u[:, 0], vt[0]))))))
            s = a / np.sqrt(np.outer(np.maximum(a.sum(1), 1), np.maximum(a.sum(0), 1)))
            for alpha, beta in ((0.85, 0.85), (0.4, 0.9)):
                system = np.block([[np.eye(len(actors)), -beta * s], [-alpha * s.T, np.eye(len(items))]])
                right = [(1 - beta) / len(actors)] * len(actors) + [(1 - alpha) / len(items)] * len(items)
                self.assert_same(scores("birank", name, "--alpha", str(alpha), "--beta", str(beta)),
                                 dict(zip(actors + items, np.linalg.solve(system, right))))

    def test_projections(self):
        projections = {
            "simple": bipartite.weighted_projected_graph,
            "newman": bipartite.collaboration_weighted_projected_graph,
            "jaccard": lambda g, nodes: bipartite.overlap_weighted_projected_graph(g, nodes, jaccard=True),
            "overlap": lambda g, nodes: bipartite.overlap_weighted_projected_graph(g, nodes, jaccard=False),
        }
        for name, graph, actors, items in self.each():
            for side, nodes in (("actor", actors), ("item", items)):
                for weights, project in projections.items():
                    edges = entente("project", name, "--side", side, "--weights", weights)["edges"]
                    ours = {frozenset(pair): weight for *pair, weight in zip(*edges.values())}
                    theirs = {frozenset((u, v)): weight for u, v, weight in project(graph, nodes).edges(data="weight")}
                    self.assert_same(ours, theirs)

    def test_projections_that_networkx_does_not_name(self):
        def hyperbolic(graph, u, v):
            return sum(1 / graph.degree(z) for z in set(graph[u]) & set(graph[v]))

        def cosine(graph, u, v):
            return len(set(graph[u]) & set(graph[v])) / (graph.degree(u) * graph.degree(v)) ** 0.5

        for name, graph, actors, items in self.each():
            for side, nodes in (("actor", actors), ("item", items)):
                for weights, weight in (("hyperbolic", hyperbolic), ("cosine", cosine)):
                    edges = entente("project", name, "--side", side, "--weights", weights)["edges"]
                    ours = {frozenset(pair): value for *pair, value in zip(*edges.values())}
                    theirs = bipartite.generic_weighted_projected_graph(graph, nodes, weight_function=weight)
                    self.assert_same(ours, {frozenset((u, v)): value for u, v, value in theirs.edges(data="weight")})
                others = items if side == "actor" else actors
                a = bipartite.biadjacency_matrix(graph, nodes, others).toarray().astype(float)
                flow = (a / a.sum(0)) @ a.T / a.sum(1)  # from the node of the column; columns sum to 1
                edges = entente("project", name, "--side", side, "--weights", "resource-allocation")["edges"]
                ours = {tuple(pair): value for *pair, value in zip(*edges.values())}
                self.assert_same(ours, {(nodes[v], nodes[u]): flow[u, v] for u, v in zip(*np.nonzero(flow))})

    def test_two_mode_clustering(self):
        for name, graph, _, _ in self.each():
            tables = entente("two-mode-clustering", name)
            self.assertAlmostEqual(tables["summary"]["robins_alexander"][0],
                                   bipartite.robins_alexander_clustering(graph), delta=TOLERANCE)
            nodes = tables["nodes"]
            for mode in ("dot", "min", "max"):
                self.assert_same(dict(zip(nodes["node"], nodes["cc_" + mode])),
                                 bipartite.latapy_clustering(graph, mode=mode))
            redundancy = dict(zip(nodes["node"], nodes["redundancy"]))
            several = [node for node in graph if graph.degree(node) > 1]
            self.assertEqual({node for node, value in redundancy.items() if value is None}, set(graph) - set(several))
            self.assert_same({node: redundancy[node] for node in several}, bipartite.node_redundancy(graph, several))

    def test_matching(self):
        for name, graph, actors, _ in self.each():
            tables = entente("matching", name)
            pairs = list(zip(tables["pairs"]["actor"], tables["pairs"]["item"]))
            self.assertTrue(all(graph.has_edge(*pair) for pair in pairs))
            self.assertEqual(len({node for pair in pairs for node in pair}), 2 * len(pairs))
            self.assertEqual(tables["matching"]["matching"], [len(pairs)])
            self.assertEqual(len(pairs), len(bipartite.maximum_matching(graph, actors)) // 2)
            place = {node: k for k, node in enumerate(graph)}
            other = igraph.Graph(n=len(place), edges=[(place[u], place[v]) for u, v in graph.edges()])
            theirs = other.maximum_bipartite_matching([int(node in set(actors)) for node in graph])
            self.assertEqual(len(pairs), len(theirs))

    def test_alpha_beta_core(self):
        for name, graph, _, _ in self.each():
            for k in range(1, 8):
                inside = scores("alpha-beta-core", name, "--alpha", str(k), "--beta", str(k))
                self.assertEqual({node for node, value in inside.items() if value}, set(nx.k_core(graph, k)))

    def test_density(self):
        for name, graph, actors, _ in self.each():
            self.assertAlmostEqual(entente("density", name)["density"]["density"][0],
                                   bipartite.density(graph, actors), delta=TOLERANCE)

    def test_butterflies(self):
        for name, graph, actors, items in self.each():
            a = bipartite.biadjacency_matrix(graph, actors, items).toarray().astype(int)
            shared = a @ a.T
            total = sum(shared[i, k] * (shared[i, k] - 1) // 2 for i, k in itertools.combinations(range(len(a)), 2))
            self.assertEqual(entente("butterflies", name)["total"]["butterflies"], [total])

    def test_two_mode_modularity(self):
        for name, graph, actors, items in self.each():
            tables = entente("two-mode-modularity", name)
            labels = dict(zip(tables["nodes"]["node"], tables["nodes"]["group"]))
            a = bipartite.biadjacency_matrix(graph, actors, items).toarray().astype(float)
            excess = a - np.outer(a.sum(1), a.sum(0)) / a.sum()
            same = np.equal.outer([labels[i] for i in actors], [labels[j] for j in items])
            best = tables["summary"]["modularity"][0]
            self.assertAlmostEqual(best, (excess * same).sum() / a.sum(), delta=TOLERANCE)
            given = entente("partition-quality", name, "--partition", self.partition_file(labels))["quality"]
            self.assertAlmostEqual(given["two_mode_modularity"][0], best, delta=TOLERANCE)
            # The best of networkx's Louvain on the directed graph, whose null model is the same.
            arcs = nx.DiGraph()
            arcs.add_nodes_from(graph)
            arcs.add_edges_from((i, j) if i in set(actors) else (j, i) for i, j in graph.edges())
            for seed in range(20):
                other = nx.community.louvain_communities(arcs, seed=seed)
                self.assertLessEqual(nx.community.modularity(arcs, other), best + TOLERANCE)

    def test_leiden(self):
        for name, directed in ONE_MODE:
            graph = read_one_mode(name, directed)
            direction = "--directed" if directed else "--undirected"
            for gamma in ("1", "0.5"):
                tables = entente("leiden", name, direction, "--weight", "strength", "--resolution", gamma)
                labels = dict(zip(tables["nodes"]["node"], tables["nodes"]["group"]))
                best = tables["summary"]["quality"][0]
                with self.subTest(graph=name, gamma=gamma):
                    self.assertAlmostEqual(best, delta=TOLERANCE, second=nx.community.modularity(
                        graph, groups_of(labels), weight="weight", resolution=float(gamma)))
                    given = entente("partition-quality", name, direction, "--weight", "strength", "--resolution",
                                    gamma, "--partition", self.partition_file(labels))["quality"]
                    self.assertAlmostEqual(given["modularity"][0], best, delta=TOLERANCE)
                    for seed in range(10):
                        other = nx.community.louvain_communities(graph, weight="weight", resolution=float(gamma), seed=seed)
                        self.assertLessEqual(nx.community.modularity(graph, other, weight="weight", resolution=float(gamma)),
                                             best + TOLERANCE)
        zachary = igraph.Graph.Famous("Zachary")
        ours = entente("leiden", "zachary")["summary"]["quality"][0]
        self.assertAlmostEqual(ours, zachary.community_optimal_modularity().modularity, delta=TOLERANCE)

    def test_compare_partitions(self):
        generator = np.random.default_rng(1)
        for groups_a, groups_b in ((2, 5), (4, 4), (1, 3), (9, 2)):
            a = generator.integers(groups_a, size=60).tolist()
            b = [x if generator.random() < 0.5 else int(generator.integers(groups_b)) for x in a]
            with tempfile.TemporaryDirectory() as folder:
                path = os.path.join(folder, "pairs.csv")
                with open(path, "w", newline="", encoding="utf-8") as file:
                    writer = csv.writer(file)
                    writer.writerow(("node", "a", "b"))
                    writer.writerows((f"n{k}", *pair) for k, pair in enumerate(zip(a, b)))
                ours = entente("compare-partitions", path)["comparison"]
            for column, method in (("vi", "vi"), ("nmi", "nmi"), ("ari", "adjusted_rand")):
                self.assertAlmostEqual(ours[column][0], igraph.compare_communities(a, b, method=method), delta=TOLERANCE)


if __name__ == "__main__":
    unittest.main()
