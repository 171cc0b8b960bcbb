# SPDX-License-Identifier: Apache-2.0
"""Edges and lengths of shortest paths against networkx and igraph, on the graphs and in the words of one_mode_peers_test.py:
ENTENTE_BINARY=... ENTENTE_SOURCE_DIR=... /usr/bin/python3 tests/peers/path_peers_test.py"""
import unittest

import networkx as nx

import one_mode_peers_test as peers


class Paths(unittest.TestCase):
    assert_same = peers.OneMode.assert_same
    each = peers.OneMode.each

    def test_edge_betweenness(self):
        def by_ends(ends, values):
            """Sorted values by edge: parallel edges have several."""
            table = {}
            for (u, v), value in zip(ends, values):
                table.setdefault((u, v) if self.graph.is_directed() else tuple(sorted((u, v))), []).append(value)
            return {key: sorted(row) for key, row in table.items()}

        def assert_same_edges(ours, theirs):
            self.assertEqual(set(ours), set(theirs))
            for ends, row in theirs.items():
                self.assertEqual(len(ours[ends]), len(row))
                for mine, other in zip(ours[ends], row):
                    self.assertAlmostEqual(mine, other, delta=peers.TOLERANCE * max(1, abs(other)), msg=ends)

        def ours(name, directed, *options):
            table = peers.entente("edge-betweenness", name, directed, *options)["edges"]
            return by_ends(zip(table["source"], table["target"]), table["edge_betweenness"])

        for name, directed in self.each():
            graph = peers.simple(self.graph)
            for weight in (None, "weight"):
                options = ["--weight", "distance" if weight else "ignore"]
                theirs = nx.edge_betweenness_centrality(graph, normalized=False, weight=weight)
                assert_same_edges(ours(name, directed, *options), by_ends(theirs, theirs.values()))
                assert_same_edges(ours(name, directed, *options),
                                  by_ends(graph.edges(), peers.to_igraph(graph).edge_betweenness(weights=weight)))
                assert_same_edges(ours(name, directed, "--parallels", "each", *options),
                                  by_ends(self.graph.edges(), peers.to_igraph(self.graph).edge_betweenness(weights=weight)))
            theirs = nx.edge_betweenness_centrality(graph)
            assert_same_edges(ours(name, directed, "--normalized", "true"), by_ends(theirs, theirs.values()))

    def test_eccentricity(self):
        for name, directed in self.each():
            graph = peers.simple(self.graph)
            for direction, mode in (("out", "out"), ("in", "in"), ("total", "all")):
                self.assert_same(peers.scores("eccentricity", name, directed, "--direction", direction),
                                 peers.to_igraph(graph).eccentricity(mode=mode))
            farthest = {node: max(nx.single_source_dijkstra_path_length(graph, node).values()) for node in graph}
            self.assert_same(peers.scores("eccentricity", name, directed, "--weight", "distance"), farthest)
            summary = peers.entente("eccentricity", name, directed, "--direction", "total")["summary"]
            self.assertEqual(summary["diameter"], [peers.to_igraph(graph).diameter(directed=False)])
            self.assertEqual(summary["radius"], [peers.to_igraph(graph).radius(mode="all")])
        for name, directed in self.each(peers.CONNECTED):
            self.assert_same(peers.scores("eccentricity", name, directed), nx.eccentricity(self.graph))

    def test_average_distance(self):
        for name, directed in self.each():
            graph = peers.simple(self.graph)
            ours = peers.entente("average-distance", name, directed)["average_distance"]["average_distance"][0]
            self.assertAlmostEqual(ours, peers.to_igraph(graph).average_path_length(), delta=peers.TOLERANCE)
            lengths = [length for node, row in nx.all_pairs_dijkstra_path_length(graph)
                       for other, length in row.items() if other != node]
            table = peers.entente("average-distance", name, directed, "--weight", "distance")["average_distance"]
            self.assertAlmostEqual(table["average_distance"][0], sum(lengths) / len(lengths), delta=peers.TOLERANCE)
            self.assertEqual(table["reached_pairs"][0], len(lengths) // (1 if directed else 2))


if __name__ == "__main__":
    unittest.main()
