# SPDX-License-Identifier: Apache-2.0
"""Answers of graph-tool, written down once with its version:

    /usr/bin/python3 tests/peers/make_graph_tool_fixtures.py     (writes tests/peers/graph_tool_fixtures.json)

Needs Debian's python3-graph-tool; peer_fixtures_test.py compares the program with the file and does
not. What graph-tool says of block models and partitions is in make_group_fixtures.py. Where it has
another convention the graph or the answer is brought to ours here, and a comment says how.
"""
import csv
import json
import math
import pathlib

import graph_tool
from graph_tool import centrality, clustering, correlations, flow, inference, topology

HERE = pathlib.Path(__file__).resolve().parent
ONE_MODE = {"zachary": False, "florentine_families": False, "made_up_multigraph": False, "made_up_digraph": True}
TWO_MODE = ("davis_southern_women", "ceos_clubs", "brunson_south_africa")
EXACT = 1e-15  # iterations go on until nothing moves


def rows(graph, file):
    with open(HERE.parent / "data/graphs" / graph / file, newline="", encoding="utf-8") as lines:
        return list(csv.DictReader(lines))


def rounded(value):
    return None if math.isnan(value) else float(f"{value:.14g}")


class Graph:
    """A graph of the tests: all its edges, or joined (`simple`: no loops, the shortest of parallels;
    `added`: loops kept, strengths of parallels added)."""

    def __init__(self, name, directed, joined=None):
        self.nodes = [node["id"] for node in rows(name, "nodes.csv")]
        place = {node: k for k, node in enumerate(self.nodes)}
        edges = [(place[e["source"]], place[e["target"]], float(e.get("weight") or 1)) for e in rows(name, "edges.csv")]
        if joined:
            known = {}
            for u, v, weight in edges:
                ends = (u, v) if directed else (min(u, v), max(u, v))
                if joined == "added":
                    known[ends] = known.get(ends, 0) + weight
                elif u != v:
                    known[ends] = min(known.get(ends, weight), weight)
            edges = [(*ends, weight) for ends, weight in known.items()]
        self.graph = graph_tool.Graph(directed=directed)
        self.graph.add_vertex(len(self.nodes))
        self.weight = self.graph.new_ep("double")
        self.graph.add_edge_list(edges, eprops=[self.weight])

    def values(self, of_vertex):
        return [rounded(of_vertex[v]) for v in self.graph.vertices()]

    def rows(self, of_edge):
        return [[self.nodes[int(e.source())], self.nodes[int(e.target())], rounded(of_edge[e])] for e in self.graph.edges()]


def one_mode(name, directed):
    def case(peer, method, options, **expected):
        cases.append({"peer": "graph_tool." + peer, "method": method, "options": options, "graph": name,
                      "directed": directed, **expected})

    def of_nodes(peer, method, options, column, values, **more):
        case(peer, method, options, table="nodes", column=column, values=values, **more)

    def of_table(peer, method, options, table, column, value, **more):
        case(peer, method, options, table=table, columns={column: [rounded(value)]}, **more)

    cases = []
    whole, simple, added = Graph(name, directed), Graph(name, directed, "simple"), Graph(name, directed, "added")

    for role, weight in (("ignore", None), ("distance", simple.weight)):
        options = ["--weight", role]
        vertices, edges = centrality.betweenness(simple.graph, weight=weight, norm=False)
        of_nodes("centrality.betweenness", "betweenness", options, "betweenness", simple.values(vertices))
        case("centrality.betweenness", "edge-betweenness", options, table="edges", keys=["source", "target"],
             column="edge_betweenness", rows=simple.rows(edges))
        # Its sums go along the edges and are over whom a node reaches.
        near = centrality.closeness(simple.graph, weight=weight, norm=False)
        of_nodes("centrality.closeness", "closeness", [*options, "--direction", "out", "--convention", "reachable"], "closeness",
                 [rounded(near[v] * reached(simple.graph, v)) if reached(simple.graph, v) else 0 for v in range(len(simple.nodes))])
        harmonic = centrality.closeness(simple.graph, weight=weight, harmonic=True, norm=False)
        of_nodes("centrality.closeness(harmonic)", "harmonic", [*options, "--direction", "out"], "harmonic",
                 simple.values(harmonic))

    strength = ["--weight", "strength"]
    # Its undirected loops are two arcs, ours one: compared without.
    walks, but = (added, {}) if directed else (Graph(name, directed, "added"), {"without": "loops"})
    if not directed:
        graph_tool.stats.remove_self_loops(walks.graph)
    for damping in (0.85, 0.5):
        rank = dangling_pagerank(walks, damping)
        of_nodes("centrality.pagerank", "pagerank", [*strength, "--damping", str(damping)], "pagerank", rank, **but)
    katz = centrality.katz(walks.graph, alpha=0.03, weight=walks.weight, epsilon=EXACT, norm=False)
    of_nodes("centrality.katz", "katz", [*strength, "--alpha", "0.03"], "katz", walks.values(katz), **but)
    _, vector = centrality.eigenvector(walks.graph, weight=walks.weight, epsilon=EXACT, max_iter=100000)
    of_nodes("centrality.eigenvector", "eigenvector", strength, "eigenvector", walks.values(vector), **but)
    reciprocal, authority, hub = centrality.hits(walks.graph, weight=walks.weight, epsilon=EXACT, max_iter=100000)
    for column, vector in (("authority", authority), ("hub", hub)):
        of_nodes("centrality.hits", "hits", strength, column,
                 [rounded(value / sum(vector.a)) for value in vector.a], **but)
    # What it calls the eigenvalue is one through our singular value.
    of_table("centrality.hits", "hits", strength, "summary", "singular_value", 1 / reciprocal, **but)

    plain = graph_tool.Graph(graph_tool.GraphView(simple.graph, directed=False), prune=True)
    graph_tool.stats.remove_parallel_edges(plain)
    of_nodes("topology.kcore_decomposition", "core-number", [], "core_number",
             simple.values(topology.kcore_decomposition(plain)))
    of_nodes("clustering.local_clustering", "clustering", [], "clustering",
             [rounded(value) for value in clustering.local_clustering(plain, undirected=True).a])
    of_table("clustering.global_clustering", "transitivity", [], "transitivity", "transitivity",
             clustering.global_clustering(plain)[0])
    of_table("topology.edge_reciprocity", "reciprocity", [], "reciprocity", "reciprocity",
             topology.edge_reciprocity(simple.graph))
    _, points, _ = topology.label_biconnected_components(plain)
    of_nodes("topology.label_biconnected_components", "articulation-points", [], "articulation_points",
             [int(point) for point in points.a])

    groups = [(k * k + k // 3) % 4 for k in range(len(whole.nodes))]
    membership = whole.graph.new_vp("int", vals=groups)
    of_table("correlations.assortativity", "assortativity", [], "assortativity", "assortativity",
             correlations.assortativity(whole.graph, membership)[0], groups=groups)
    for degree in ("in", "out", "total") if directed else ("total",):  # the same of both ends
        value, error = correlations.scalar_assortativity(whole.graph, degree)
        options = ["--source-degree", degree, "--target-degree", degree] if directed else []
        of_table("correlations.scalar_assortativity", "assortativity", options, "assortativity", "assortativity", value)
        # Its errors of names, and of numbers in undirected graphs, are not those of the graphs
        # without one edge (by igraph on these graphs): ours are.
        if directed:
            of_table("correlations.scalar_assortativity", "assortativity", options, "assortativity", "standard_error", error)

    apart = [(u, v) for u in range(len(simple.nodes)) for v in range(u + 1, len(simple.nodes))
             if plain.edge(u, v) is None and set(plain.get_all_neighbors(u)) & set(plain.get_all_neighbors(v))]
    for kind, column in (("jaccard", "jaccard"), ("inv-log-weight", "adamic_adar"), ("resource-allocation", "resource_allocation")):
        scores = topology.vertex_similarity(plain, kind, vertex_pairs=apart)
        case(f"topology.vertex_similarity({kind})", "link-scores", [], table="pairs", keys=["a", "b"],
             column=column, rows=[[simple.nodes[u], simple.nodes[v], rounded(s)] for (u, v), s in zip(apart, scores)])

    if not directed:
        for gamma in (1, 0.6):
            value = inference.modularity(whole.graph, membership, gamma=gamma, weight=whole.weight)
            of_table("inference.modularity", "partition-quality", [*strength, "--resolution", str(gamma)], "quality",
                     "modularity", value, groups=groups)
    return cases


def reached(graph, v):
    distances = topology.shortest_distance(graph, source=v).a
    return int((distances < len(distances)).sum()) - 1


def dangling_pagerank(graph, damping):
    """graph-tool gives what sinks hold to its teleport vector, too, and adds up to 1."""
    return graph.values(centrality.pagerank(graph.graph, damping=damping, weight=graph.weight, epsilon=EXACT,
                                            max_iter=100000))


def two_mode(name):
    graph = Graph(name, False)
    pairs = topology.max_cardinality_matching(graph.graph)
    size = sum(1 for v in pairs.a if 0 <= v < len(graph.nodes)) // 2
    return [{"peer": "graph_tool.topology.max_cardinality_matching", "method": "matching", "options": [], "graph": name,
             "table": "matching", "columns": {"matching": [size]}}]


def partitions():
    """Natural logarithms; the information that two partitions share, and what they do not."""
    cases = []
    for many_a, many_b in ((2, 5), (4, 4), (1, 3), (9, 2)):
        a = [(k * k + k // 7) % many_a for k in range(60)]
        b = [a[k] % many_b if k % 3 == 0 else k * 5 % 7 % many_b for k in range(60)]
        cases.append({"peer": "graph_tool.inference.variation_information", "method": "compare-partitions", "options": [],
                      "input": {"node": [f"n{k:02}" for k in range(60)], "a": a, "b": b}, "table": "comparison",
                      "columns": {"vi": [rounded(inference.variation_information(a, b))]}})
    return cases


def main():
    cases = [case for name, directed in ONE_MODE.items() for case in one_mode(name, directed)]
    cases += [case for name in TWO_MODE for case in two_mode(name)] + partitions()
    lines = ",\n".join("  " + json.dumps(case) for case in cases)
    (HERE / "graph_tool_fixtures.json").write_text(
        f'{{\n "versions": {{"graph-tool": "{graph_tool.__version__}"}},\n "cases": [\n{lines}\n ]\n}}\n', encoding="ascii")


if __name__ == "__main__":
    main()
