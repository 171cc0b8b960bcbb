# SPDX-License-Identifier: Apache-2.0
"""One-mode measures against networkx and igraph, each in its own words: ENTENTE_BINARY=... \
ENTENTE_SOURCE_DIR=... /usr/bin/python3 tests/peers/one_mode_peers_test.py"""
import csv
import functools
import json
import os
import pathlib
import subprocess
import tempfile
import unittest

import igraph
import networkx as nx

BINARY = os.environ["ENTENTE_BINARY"]
GRAPHS = pathlib.Path(os.environ["ENTENTE_SOURCE_DIR"]) / "tests/data/graphs"
TOLERANCE = 1e-9
# Folder and whether it is directed.
ALL = (("zachary", False), ("florentine_families", False), ("made_up_multigraph", False), ("made_up_digraph", True))
CONNECTED = ALL[:2]


def read(name, directed):
    """The graph of a folder for networkx: parallel edges and loops kept."""
    graph = nx.MultiDiGraph() if directed else nx.MultiGraph()
    with open(GRAPHS / name / "nodes.csv", newline="", encoding="utf-8") as file:
        graph.add_nodes_from(row["id"] for row in csv.DictReader(file))
    with open(GRAPHS / name / "edges.csv", newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            graph.add_edge(row["source"], row["target"], weight=float(row.get("weight") or 1))
    return graph


def simple(graph, join=min):
    """Without loops; parallel edges are one with their weights joined."""
    result = nx.DiGraph() if graph.is_directed() else nx.Graph()
    result.add_nodes_from(graph)
    for u, v, weight in graph.edges(data="weight"):
        if u != v:
            known = result.get_edge_data(u, v)
            result.add_edge(u, v, weight=join(known["weight"], weight) if known else weight)
    return result


def added(graph):
    """Loops kept; parallel edges are one with their weights added."""
    result = nx.DiGraph() if graph.is_directed() else nx.Graph()
    result.add_nodes_from(graph)
    for u, v, weight in graph.edges(data="weight"):
        known = result.get_edge_data(u, v)
        result.add_edge(u, v, weight=weight + (known["weight"] if known else 0))
    return result


def to_igraph(graph):
    """Vertices in networkx's order."""
    place = {node: k for k, node in enumerate(graph)}
    result = igraph.Graph(n=len(place), directed=graph.is_directed())
    result.add_edges([(place[u], place[v]) for u, v in graph.edges()])
    result.es["weight"] = [weight for _, _, weight in graph.edges(data="weight")]
    return result


def entente_on(method, edges, nodes, directed, *options):
    """Tables by name, each a dictionary of columns."""
    run = subprocess.run(
        [BINARY, "run", method, edges, "--nodes", nodes, "--directed" if directed else "--undirected",
         "--format", "json", "--quiet", *options],
        capture_output=True, text=True, timeout=120)
    if run.returncode != 0:
        raise AssertionError(f"entente run {method} on {edges}: status {run.returncode}\n{run.stderr}")
    return {table["name"]: {c["name"]: c["values"] for c in table["columns"]} for table in json.loads(run.stdout)["tables"]}


def entente(method, name, directed, *options):
    folder = GRAPHS / name
    return entente_on(method, folder / "edges.csv", folder / "nodes.csv", directed, *options)


def scores(method, name, directed, *options, column=None):
    nodes = entente(method, name, directed, *options)["nodes"]
    return dict(zip(nodes["node"], nodes[column or method.replace("-", "_")]))


class OneMode(unittest.TestCase):
    def assert_same(self, ours, theirs):
        if not isinstance(theirs, dict):
            theirs = dict(zip(self.graph, theirs))
        self.assertEqual(set(ours), set(theirs))
        for node, value in theirs.items():
            self.assertAlmostEqual(ours[node], value, delta=TOLERANCE * max(1, abs(value)), msg=node)

    def each(self, graphs=ALL):
        for name, directed in graphs:
            with self.subTest(graph=name):
                self.graph = read(name, directed)
                yield name, directed

    def test_degree_and_strength(self):
        for name, directed in self.each():
            self.assert_same(scores("degree", name, directed), dict(self.graph.degree()))
            self.assert_same(scores("strength", name, directed), dict(self.graph.degree(weight="weight")))
            if directed:
                self.assert_same(scores("degree", name, directed, column="in_degree"), dict(self.graph.in_degree()))
                self.assert_same(scores("strength", name, directed, column="out_strength"),
                                 dict(self.graph.out_degree(weight="weight")))

    def test_betweenness(self):
        for name, directed in self.each():
            graph = simple(self.graph)
            for weight in (None, "weight"):
                options = ["--weight", "distance" if weight else "ignore"]
                ours = scores("betweenness", name, directed, *options)
                self.assert_same(ours, nx.betweenness_centrality(graph, normalized=False, weight=weight))
                self.assert_same(ours, to_igraph(graph).betweenness(weights=weight))
                each = scores("betweenness", name, directed, "--parallels", "each", *options)
                self.assert_same(each, to_igraph(self.graph).betweenness(weights=weight))
            self.assert_same(scores("betweenness", name, directed, "--normalized", "true"),
                             nx.betweenness_centrality(graph))

    def test_closeness(self):
        for name, directed in self.each():
            graph = simple(self.graph)
            for weight in (None, "weight"):
                options = ["--weight", "distance" if weight else "ignore"]
                self.assert_same(scores("closeness", name, directed, *options),
                                 nx.closeness_centrality(graph, distance=weight))
                self.assert_same(scores("closeness", name, directed, "--direction", "out", *options),
                                 nx.closeness_centrality(graph.reverse() if directed else graph, distance=weight))
                reachable = to_igraph(graph).closeness(mode="in", weights=weight)
                self.assert_same(scores("closeness", name, directed, "--convention", "reachable", *options),
                                 [0 if value != value else value for value in reachable])
            self.assert_same(scores("closeness", name, directed, "--direction", "total"),
                             nx.closeness_centrality(nx.Graph(graph)))

    def test_harmonic(self):
        for name, directed in self.each():
            graph = simple(self.graph)
            for weight in (None, "weight"):
                ours = scores("harmonic", name, directed, "--weight", "distance" if weight else "ignore")
                self.assert_same(ours, nx.harmonic_centrality(graph, distance=weight))
            self.assert_same(scores("harmonic", name, directed, "--direction", "out", "--normalized", "true"),
                             to_igraph(graph).harmonic_centrality(mode="out"))
            self.assert_same(scores("harmonic", name, directed, "--direction", "total", "--normalized", "true"),
                             to_igraph(graph).harmonic_centrality(mode="all"))

    def test_eigenvector(self):
        for name, directed in self.each():
            graph = added(self.graph)
            theirs = nx.eigenvector_centrality_numpy(graph, weight="weight")
            sign = -1 if sum(theirs.values()) < 0 else 1
            self.assert_same(scores("eigenvector", name, directed, "--weight", "strength"),
                             {node: sign * value for node, value in theirs.items()})
        for name, directed in self.each(CONNECTED):
            theirs = to_igraph(simple(self.graph)).eigenvector_centrality(scale=False)
            length = sum(value * value for value in theirs) ** 0.5
            self.assert_same(scores("eigenvector", name, directed), [value / length for value in theirs])

    def test_pagerank(self):
        for name, directed in self.each():
            graph = added(self.graph)
            for options, damping in (([], 0.85), (["--damping", "0.5"], 0.5)):
                ours = scores("pagerank", name, directed, "--weight", "strength", *options)
                self.assertAlmostEqual(sum(ours.values()), 1, delta=1e-12)
                self.assert_same(ours, nx.pagerank(graph, alpha=damping, tol=1e-15, max_iter=10_000))
                if directed:  # igraph reads an undirected loop as two arcs
                    self.assert_same(ours, to_igraph(self.graph).pagerank(weights="weight", damping=damping))

    def test_core_number(self):
        for name, directed in self.each():
            graph = simple(self.graph)
            self.assert_same(scores("core-number", name, directed), nx.core_number(nx.Graph(graph)))
            for direction, mode in (("in", "in"), ("out", "out"), ("total", "all")):
                self.assert_same(scores("core-number", name, directed, "--direction", direction),
                                 to_igraph(graph).coreness(mode=mode))

    def test_clustering(self):
        for name, directed in self.each():
            graph = nx.Graph(simple(self.graph))
            ours = scores("clustering", name, directed)
            self.assert_same(ours, nx.clustering(graph))
            self.assert_same(ours, to_igraph(graph).transitivity_local_undirected(mode="zero"))
            average = entente("clustering", name, directed)["summary"]["average_clustering"][0]
            self.assertAlmostEqual(average, nx.average_clustering(graph), delta=TOLERANCE)

    def test_components(self):
        def sets(component):
            found = {}
            for node, number in component.items():
                found.setdefault(number, set()).add(node)
            return sorted(sorted(members) for members in found.values())

        for name, directed in self.each():
            weak = nx.weakly_connected_components if directed else nx.connected_components
            self.assertEqual(sets(scores("components", name, directed, column="components")),
                             sorted(map(sorted, weak(self.graph))))
            if directed:
                self.assertEqual(sets(scores("components", name, directed, "--strong", column="components")),
                                 sorted(map(sorted, nx.strongly_connected_components(self.graph))))

    def test_articulation_points(self):
        for name, directed in self.each():
            points = set(nx.articulation_points(nx.Graph(simple(self.graph))))
            self.assert_same(scores("articulation-points", name, directed, column="articulation_points"),
                             {node: int(node in points) for node in self.graph})

    def test_bridges(self):
        for name, directed in self.each():
            table = entente("bridges", name, directed)["edges"]
            ours = sorted(sorted(ends) for ends in zip(table["source"], table["target"]))
            nodes = list(self.graph)
            theirs = to_igraph(self.graph)
            ends = [theirs.es[edge].tuple for edge in theirs.bridges()]
            self.assertEqual(ours, sorted(sorted((nodes[u], nodes[v])) for u, v in ends))
            if not directed:
                parallel = {frozenset(e[:2]) for e in self.graph.edges(keys=True) if e[2] > 0}
                expected = [sorted(e) for e in nx.bridges(simple(self.graph)) if frozenset(e) not in parallel]
                self.assertEqual(ours, sorted(expected))


    def test_degree_assortativity(self):
        for name, directed in self.each():
            ours = entente("assortativity", name, directed)["assortativity"]["assortativity"][0]
            self.assertAlmostEqual(ours, to_igraph(self.graph).assortativity_degree(directed=directed), delta=TOLERANCE)
            if not any(u == v for u, v in self.graph.edges()):  # networkx reads a loop in one direction alone
                theirs = nx.degree_assortativity_coefficient(self.graph)
                self.assertAlmostEqual(ours, theirs, delta=TOLERANCE)

    def test_assortativity_of_groups_and_numbers(self):
        for name, directed in self.each():
            value = {node: k * k % 5 for k, node in enumerate(self.graph)}
            with tempfile.TemporaryDirectory() as folder:
                nodes = pathlib.Path(folder, "nodes.csv")
                rows = "".join(f"{node},{number}\n" for node, number in value.items())
                nodes.write_text("id,wave\n" + rows, encoding="utf-8")
                edges = GRAPHS / name / "edges.csv"
                run = functools.partial(entente_on, "assortativity", edges, nodes, directed, "--attribute", "wave")
                numeric, nominal = run(), run("--scale", "nominal")
            graph, values = to_igraph(self.graph), list(value.values())
            for ours, theirs in ((numeric, graph.assortativity(values, directed=directed)),
                                 (nominal, graph.assortativity_nominal(values, directed=directed))):
                self.assertAlmostEqual(ours["assortativity"]["assortativity"][0], theirs, delta=TOLERANCE)


if __name__ == "__main__":
    unittest.main()
