# SPDX-License-Identifier: Apache-2.0
"""Measures by eigenvalues and systems of equations against networkx, igraph, scipy and numpy: \
ENTENTE_BINARY=... ENTENTE_SOURCE_DIR=... /usr/bin/python3 tests/peers/spectral_peers_test.py"""
import os
import pathlib
import subprocess
import tempfile
import unittest

import networkx as nx
import numpy as np
import scipy.linalg

from one_mode_peers_test import (ALL, BINARY, CONNECTED, GRAPHS, TOLERANCE, added, entente, entente_on, read,
                                 scores, to_igraph)
from two_mode_peers_test import TWO_MODE, read_two_mode
from two_mode_peers_test import entente as two_mode_entente

UNDIRECTED = tuple(graph for graph in ALL if not graph[1])
STRENGTH = ("--weight", "strength")


def matrix(graph):
    """W_uv of the edge u -> v; an undirected loop stands once."""
    return nx.to_numpy_array(graph, weight="weight")


def shares(values):
    return np.abs(values) / np.abs(values).sum()


def lambda_max(graph):
    return max(np.linalg.eigvals(matrix(graph)).real.max(), 0)


class Spectral(unittest.TestCase):
    def assert_same(self, ours, theirs, tolerance=TOLERANCE):
        if not isinstance(theirs, dict):
            theirs = dict(zip(self.graph, theirs))
        self.assertEqual(set(ours), set(theirs))
        for node, value in theirs.items():
            self.assertAlmostEqual(ours[node], value, delta=tolerance * max(1, abs(value)), msg=node)

    def each(self, graphs=ALL):
        for name, directed in graphs:
            with self.subTest(graph=name):
                self.graph = added(read(name, directed))
                yield name, directed

    def value_file(self, values):
        file = tempfile.NamedTemporaryFile("w", suffix=".csv", newline="", encoding="utf-8", delete=False)
        self.addCleanup(os.unlink, file.name)
        with file:
            file.write("node,value\n" + "".join(f"{node},{value}\n" for node, value in values.items()))
        return file.name

    def test_katz(self):
        for name, directed in self.each():
            bound = 1 / lambda_max(self.graph)
            tables = entente("katz", name, directed, *STRENGTH)
            self.assertAlmostEqual(tables["summary"]["alpha"][0], bound / 2, delta=TOLERANCE)
            for options, alpha, beta in (([], bound / 2, 1), (["--alpha", "0.05", "--beta", "2.5"], 0.05, 2.5),
                                         (["--alpha", repr(0.99 * bound)], 0.99 * bound, 1)):
                self.assert_same(scores("katz", name, directed, *STRENGTH, *options),
                                 nx.katz_centrality_numpy(self.graph, alpha=alpha, beta=beta, normalized=False,
                                                          weight="weight"))
            refused = subprocess.run(
                [BINARY, "run", "katz", GRAPHS / name / "edges.csv", "--directed" if directed else "--undirected",
                 *STRENGTH, "--alpha", repr(bound * 1.000001)], capture_output=True, text=True)
            self.assertEqual(refused.returncode, 1)
            self.assertIn(f"{bound:.8f}"[:9], refused.stderr)
            self.assertEqual(refused.stdout, "")

    def test_alpha_centrality(self):
        for name, directed in self.each():
            bound = 1 / lambda_max(self.graph)
            own = {node: float(k % 4 - 1) for k, node in enumerate(self.graph)}
            file = self.value_file({node: value for node, value in own.items() if value})
            for alpha in (0.3 * bound, -0.8 * bound, 1.7 * bound):
                self.assert_same(scores("alpha-centrality", name, directed, *STRENGTH, f"--alpha={alpha!r}",
                                        "--exogenous", file),
                                 nx.katz_centrality_numpy(self.graph, alpha=alpha, beta=own, normalized=False,
                                                          weight="weight"))

    def test_bonacich_power(self):
        for name, directed in self.each():
            w = matrix(self.graph)
            bound = 1 / lambda_max(self.graph)
            for options, beta in (([], bound / 2), (["--beta", "0"], 0), ([f"--beta={-bound * 0.9!r}"], -bound * 0.9),
                                  (["--beta", repr(bound * 1.4)], bound * 1.4)):
                c = np.linalg.solve(np.eye(len(w)) - beta * w, w.sum(axis=1))
                self.assert_same(scores("bonacich-power", name, directed, *STRENGTH, *options),
                                 c * np.sqrt(len(w) / (c @ c)))

    def test_hits(self):
        for name, directed in self.each():
            tables = entente("hits", name, directed, *STRENGTH)
            ours = {column: dict(zip(tables["nodes"]["node"], tables["nodes"][column])) for column in ("hub", "authority")}
            hubs, authorities = nx.hits(self.graph, tol=1e-15, max_iter=10_000)
            self.assert_same(ours["hub"], hubs)
            self.assert_same(ours["authority"], authorities)
            sigma = np.linalg.svd(matrix(self.graph), compute_uv=False)
            self.assertAlmostEqual(tables["summary"]["singular_value"][0], sigma[0], delta=TOLERANCE)
            self.assertEqual(tables["summary"]["tied"], [1])
            if directed:  # igraph reads an undirected loop as two arcs
                theirs = to_igraph(self.graph)
                self.assert_same(ours["hub"], shares(theirs.hub_score(weights="weight", scale=False)))
                self.assert_same(ours["authority"], shares(theirs.authority_score(weights="weight", scale=False)))

    def test_hits_of_a_bipartite_graph_solve_their_equations(self):
        for name in TWO_MODE:
            with self.subTest(graph=name):
                graph, _, _ = read_two_mode(name)
                tables = two_mode_entente("hits", name)
                self.assertEqual(tables["summary"]["tied"], [2])
                w = nx.to_numpy_array(graph, nodelist=tables["nodes"]["node"])
                hub, authority = (np.array(tables["nodes"][column]) for column in ("hub", "authority"))
                np.testing.assert_allclose(hub, authority, atol=TOLERANCE)
                sigma = np.linalg.svd(w, compute_uv=False)[0]
                np.testing.assert_allclose(w @ authority, sigma * hub, atol=TOLERANCE)

    def test_subgraph_centrality(self):
        for name, directed in self.each():
            for options, w in ((STRENGTH, matrix(self.graph)), ((), nx.to_numpy_array(read(name, directed), weight=None))):
                diagonal = dict(zip(self.graph, scipy.linalg.expm(w).diagonal()))
                ours = scores("subgraph-centrality", name, directed, *options)
                self.assert_same(ours, diagonal)
        for name, directed in self.each(CONNECTED):
            self.assert_same(scores("subgraph-centrality", name, directed), nx.subgraph_centrality(self.graph))

    def test_current_flow_closeness(self):
        conductances = {"strength": lambda weight: weight, "ignore": lambda weight: 1, "distance": lambda weight: 1 / weight}
        for name, directed in self.each(UNDIRECTED):
            for role, conductance in conductances.items():
                graph = nx.create_empty_copy(self.graph)
                for u, v, weight in read(name, directed).edges(data="weight"):  # parallel edges conduct side by side
                    known = graph[u][v]["weight"] if graph.has_edge(u, v) else 0
                    graph.add_edge(u, v, weight=known + conductance(weight))
                theirs = dict.fromkeys(graph, 0)
                for part in nx.connected_components(graph):
                    if len(part) > 1:
                        theirs.update(nx.current_flow_closeness_centrality(graph.subgraph(part), weight="weight"))
                self.assert_same(scores("current-flow-closeness", name, directed, "--weight", role), theirs)

    def test_algebraic_connectivity(self):
        for name, directed in self.each(UNDIRECTED):
            ours = entente("algebraic-connectivity", name, directed, *STRENGTH)["algebraic_connectivity"]
            value = ours["algebraic_connectivity"][0]
            if not nx.is_connected(self.graph):
                self.assertEqual(value, 0)
                self.graph = self.graph.subgraph(max(nx.connected_components(self.graph), key=len))
                value = self.of_part(name)
            self.assertAlmostEqual(value, nx.algebraic_connectivity(self.graph, tol=1e-14, method="tracemin_lu"),
                                   delta=TOLERANCE)
            laplacian = to_igraph(self.graph).laplacian(weights="weight")
            self.assertAlmostEqual(value, np.linalg.eigvalsh(np.array(laplacian))[1], delta=TOLERANCE)

    def of_part(self, name):
        """Of the edges of one component, loops and parallels among them."""
        with tempfile.TemporaryDirectory() as folder:
            nodes, edges = pathlib.Path(folder, "nodes.csv"), pathlib.Path(folder, "edges.csv")
            nodes.write_text("id\n" + "".join(f"{node}\n" for node in self.graph), encoding="utf-8")
            rows = [f"{u},{v},{w}\n" for u, v, w in read(name, False).edges(data="weight") if u in self.graph]
            edges.write_text("source,target,weight\n" + "".join(rows), encoding="utf-8")
            tables = entente_on("algebraic-connectivity", edges, nodes, False, *STRENGTH)
        return tables["algebraic_connectivity"]["algebraic_connectivity"][0]

    def test_eigenvector_of_each_component(self):
        for name, directed in self.each(UNDIRECTED):
            tables = entente("eigenvector", name, directed, *STRENGTH, "--per-component")
            ours = dict(zip(tables["nodes"]["node"], tables["nodes"]["eigenvector"]))
            theirs, lambdas = {}, []
            for part in nx.connected_components(self.graph):
                nodes = sorted(part)
                values, vectors = np.linalg.eigh(matrix(self.graph.subgraph(nodes)))
                order = list(self.graph.subgraph(nodes))
                theirs.update(zip(order, np.abs(vectors[:, -1]) if values[-1] > 0 else np.zeros(len(order))))
                lambdas.append(values[-1])
            self.assert_same(ours, theirs)
            np.testing.assert_allclose(sorted(tables["components"]["lambda"]), sorted(lambdas), atol=TOLERANCE)

    def test_personalized_pagerank(self):
        for name, directed in self.each():
            jumps = {node: weight for node, weight in zip(self.graph, (0, 0, 3, 0, 1, 0, 0, 0.5))}
            file = self.value_file({node: value for node, value in jumps.items() if value})
            ours = scores("pagerank", name, directed, *STRENGTH, "--personalization", file)
            full = {node: jumps.get(node, 0) for node in self.graph}
            self.assert_same(ours, nx.pagerank(self.graph, personalization=full, tol=1e-15, max_iter=10_000))
            if directed:  # igraph reads an undirected loop as two arcs
                theirs = to_igraph(self.graph).personalized_pagerank(reset=list(full.values()), weights="weight")
                self.assert_same(ours, theirs)
            self.assert_same(
                scores("pagerank", name, directed, *STRENGTH, "--personalization", file, "--dangling", "uniform"),
                nx.pagerank(self.graph, personalization=full, dangling=dict.fromkeys(self.graph, 1), tol=1e-15,
                            max_iter=10_000))

    def test_singular_values(self):
        for name in TWO_MODE:
            with self.subTest(graph=name):
                graph, actors, items = read_two_mode(name)
                a = nx.bipartite.biadjacency_matrix(graph, actors, items).toarray().astype(float)
                ours = two_mode_entente("singular-values", name)["singular_values"]["singular_values"]
                np.testing.assert_allclose(ours, np.linalg.svd(a, compute_uv=False), atol=TOLERANCE)


if __name__ == "__main__":
    unittest.main()
