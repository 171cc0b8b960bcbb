# SPDX-License-Identifier: Apache-2.0
"""Measures of neighbourhoods against networkx and igraph, on the graphs and in the words of one_mode_peers_test.py:
ENTENTE_BINARY=... ENTENTE_SOURCE_DIR=... /usr/bin/python3 tests/peers/neighbourhood_peers_test.py"""
import unittest

import networkx as nx

import one_mode_peers_test as peers


class Neighbourhoods(unittest.TestCase):
    assert_same = peers.OneMode.assert_same
    each = peers.OneMode.each

    def test_constraint_and_effective_size(self):
        for name, directed in self.each():
            joined = nx.Graph(peers.simple(self.graph))
            alone = {node for node in joined if joined.degree(node) == 0}
            for weight in ("ignore", "strength"):
                ours = peers.scores("constraint", name, directed, "--weight", weight)
                self.assertEqual({node for node, value in ours.items() if value is None}, alone)
                one_each = self.graph.copy()
                for _, _, data in one_each.edges(data=True):
                    data["weight"] = data["weight"] if weight == "strength" else 1
                graph = peers.added(one_each)
                graph.remove_edges_from(list(nx.selfloop_edges(graph)))
                tied = {node: value for node, value in ours.items() if value is not None}
                theirs = dict(zip(graph, peers.to_igraph(graph).constraint(weights="weight")))
                self.assert_same(tied, {node: theirs[node] for node in tied})
                # networkx gives none to a node that no edge leaves, though its in-neighbours count elsewhere.
                theirs = nx.constraint(graph, weight="weight")
                leaving = [node for node in tied if graph[node]]
                self.assert_same({node: tied[node] for node in leaving}, {node: theirs[node] for node in leaving})
            ours = peers.scores("effective-size", name, directed)
            theirs = nx.effective_size(joined)
            self.assertEqual({node for node, value in ours.items() if value is None}, alone)
            self.assert_same({node: ours[node] for node in ours if node not in alone},
                             {node: value for node, value in theirs.items() if node not in alone})

    def test_link_scores(self):
        indices = {"adamic_adar": nx.adamic_adar_index, "resource_allocation": nx.resource_allocation_index,
                   "jaccard": nx.jaccard_coefficient, "preferential_attachment": nx.preferential_attachment}
        for name, directed in self.each():
            graph = nx.Graph(peers.simple(self.graph))
            apart = list(nx.non_edges(graph))
            for options in ([], ["--all-pairs", "true"]):
                table = peers.entente("link-scores", name, directed, *options)["pairs"]
                pairs = [tuple(sorted(pair)) for pair in zip(table["a"], table["b"])]
                expected = [pair for pair in apart if options or list(nx.common_neighbors(graph, *pair))]
                self.assertEqual(sorted(pairs), sorted(tuple(sorted(pair)) for pair in expected))
                for column, index in indices.items():
                    self.assert_same(dict(zip(pairs, table[column])),
                                     {tuple(sorted((u, v))): value for u, v, value in index(graph, expected)})

    def test_triangles_and_transitivity(self):
        for name, directed in self.each():
            graph = nx.Graph(peers.simple(self.graph))
            self.assert_same(peers.scores("triangles", name, directed), nx.triangles(graph))
            ours = peers.entente("transitivity", name, directed)["transitivity"]["transitivity"][0]
            self.assertAlmostEqual(ours, nx.transitivity(graph), delta=peers.TOLERANCE)
            self.assertAlmostEqual(ours, peers.to_igraph(graph).transitivity_undirected(mode="zero"), delta=peers.TOLERANCE)

    def test_density_and_reciprocity(self):
        for name, directed in self.each():
            graph = peers.simple(self.graph)
            ours = peers.entente("density", name, directed)["density"]["density"][0]
            self.assertAlmostEqual(ours, nx.density(graph), delta=peers.TOLERANCE)
            self.assertAlmostEqual(ours, peers.to_igraph(graph).density(), delta=peers.TOLERANCE)
            ours = peers.entente("reciprocity", name, directed)["reciprocity"]["reciprocity"][0]
            self.assertAlmostEqual(ours, peers.to_igraph(graph).reciprocity(), delta=peers.TOLERANCE)
            if directed:
                self.assertAlmostEqual(ours, nx.overall_reciprocity(graph), delta=peers.TOLERANCE)


if __name__ == "__main__":
    unittest.main()
