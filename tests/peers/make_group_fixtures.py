# SPDX-License-Identifier: Apache-2.0
"""Answers of programs that the tests do not ask for, written down once with their versions:

    /usr/bin/python3 tests/peers/make_group_fixtures.py     (writes tests/peers/group_fixtures.json)

Needs Debian's python3-graph-tool, python3-leidenalg, python3-igraph, python3-sklearn and
python3-jellyfish; group_fixtures_test.py compares the program with the file and needs none of them.
"""
import csv
import importlib.metadata
import json
import pathlib
import random

import graph_tool
import graph_tool.inference
import igraph
import jellyfish
import leidenalg
import sklearn
import sklearn.neighbors

HERE = pathlib.Path(__file__).resolve().parent
GRAPHS = HERE.parent / "data/graphs"


def shipped(name):
    with open(GRAPHS / name / "nodes.csv", newline="", encoding="utf-8") as file:
        nodes = {row["id"]: row.get("mode", "") for row in csv.DictReader(file)}
    with open(GRAPHS / name / "edges.csv", newline="", encoding="utf-8") as file:
        edges = [[row["source"], row["target"]] for row in csv.DictReader(file)]
    return nodes, edges


def random_one_mode(seed, size, count, loops):
    """Parallel edges, and loops where asked for, among them."""
    draw = random.Random(seed)
    nodes = {f"n{v:02}": "" for v in range(size)}
    edges = []
    while len(edges) < count:
        u, v = draw.choice(list(nodes)), draw.choice(list(nodes))
        if loops or u != v:
            edges.append([u, v])
    return nodes, edges


def random_two_mode(seed, actors, items, density):
    draw = random.Random(seed)
    nodes = {f"a{i:02}": "actor" for i in range(actors)} | {f"i{j:02}": "item" for j in range(items)}
    edges = [[a, i] for a in nodes for i in nodes
             if nodes[a] == "actor" and nodes[i] == "item" and draw.random() < density]
    return nodes, edges


def description_lengths(nodes, edges, groups):
    """With the general prior of the edge counts; blocks never hold both sides."""
    graph = graph_tool.Graph(directed=False)
    graph.add_vertex(len(nodes))
    place = {v: k for k, v in enumerate(nodes)}
    graph.add_edge_list([(place[u], place[v]) for u, v in edges])
    blocks = sorted({(nodes[v], groups[v]) for v in nodes})
    block, side = graph.new_vp("int"), graph.new_vp("int")
    for v in nodes:
        block[place[v]] = blocks.index((nodes[v], groups[v]))
        side[place[v]] = nodes[v] == "item"
    answer = {}
    for name, corrected in (("description_length_plain", False), ("description_length_degree_corrected", True)):
        state = graph_tool.inference.BlockState(graph, b=block, pclabel=side, deg_corr=corrected)
        answer[name] = state.entropy(degree_dl_kind="uniform")
    return answer


def as_igraph(nodes, edges):
    graph = igraph.Graph(n=len(nodes))
    place = {v: k for k, v in enumerate(nodes)}
    graph.add_edges([(place[u], place[v]) for u, v in edges])
    return graph


def other_qualities(nodes, edges, groups, dense):
    """leidenalg gives a group that is thinner than the graph a negative sign: only for dense groups are
    surprise and significance as their papers define them. Its sums for cpm count both directions."""
    graph = as_igraph(nodes, edges)
    membership = [sorted(set(groups.values())).index(groups[v]) for v in nodes]
    answer = {"modularity": graph.modularity(membership)}
    if all(u != v for u, v in edges):
        answer["cpm"] = leidenalg.CPMVertexPartition(graph, membership, resolution_parameter=1).quality() / 2
    if dense:
        answer["surprise"] = leidenalg.SurpriseVertexPartition(graph, membership).quality()
        answer["significance"] = leidenalg.SignificanceVertexPartition(graph, membership).quality()
    return answer


def partition_case(name, nodes, edges, groups, dense):
    qualities = description_lengths(nodes, edges, groups)
    if "" in nodes.values():
        qualities |= other_qualities(nodes, edges, groups, dense)
    return {"graph": name, "nodes": nodes, "edges": edges, "groups": groups, "qualities": qualities}


def partitions():
    cases = []
    for name, (nodes, edges) in (("zachary", shipped("zachary")),
                                 ("florentine_families", shipped("florentine_families")),
                                 ("davis_southern_women", shipped("davis_southern_women")),
                                 ("ceos_clubs", shipped("ceos_clubs")),
                                 ("parallels", random_one_mode(1, 12, 40, False)),
                                 ("loops", random_one_mode(2, 15, 60, True)),
                                 ("table", random_two_mode(3, 14, 22, 0.3))):
        for count in (1, 2, 4):
            draw = random.Random(f"{name} {count}")
            groups = {v: f"g{draw.randrange(count):02}" for v in nodes}
            cases.append(partition_case(name, nodes, edges, groups, False))
        cases.append(partition_case(name, nodes, edges, {v: f"g{k:02}" for k, v in enumerate(nodes)}, False))
        if name in ("zachary", "florentine_families"):
            found = leidenalg.find_partition(as_igraph(nodes, edges), leidenalg.ModularityVertexPartition, seed=1)
            groups = {v: f"g{g:02}" for v, g in zip(nodes, found.membership)}
            cases.append(partition_case(name, nodes, edges, groups, True))
    return cases


def names():
    pairs = [["MARTHA", "MARHTA"], ["DIXON", "DICKSONX"], ["JELLYFISH", "SMELLYFISH"], ["DWAYNE", "DUANE"], ["ca", "abc"],
             ["", ""], ["", "a"], ["a", "a"], ["a", "b"], ["ab", "ba"], ["kitten", "sitting"],
             ["Soci\u00e9t\u00e9 G\u00e9n\u00e9rale", "Societe Generale"],
             ["\u041a\u0430\u0441\u043f\u0435\u0440\u0441\u043a\u0438\u0439", "\u041a\u0430\u0441\u043f\u0435\u0440\u0441\u043a\u0430\u044f"],
             ["Microsoft Corporation", "Microsoft Corp"], ["International Business Machines", "Intl Business Machines"]]
    draw = random.Random(5)
    for _ in range(60):
        a = [draw.choice("abcd") for _ in range(draw.randrange(0, 9))]
        b = list(a)
        for _ in range(draw.randrange(0, 4)):
            at = draw.randrange(len(b) + 1)
            b[at:at + draw.randrange(2)] = draw.choices("abcd", k=draw.randrange(3))
        pairs.append(["".join(a), "".join(b)])
    return [{"a": a, "b": b, "levenshtein": jellyfish.levenshtein_distance(a, b),
             "damerau_levenshtein": jellyfish.damerau_levenshtein_distance(a, b),
             "jaro": jellyfish.jaro_similarity(a, b), "jaro_winkler": jellyfish.jaro_winkler_similarity(a, b)}
            for a, b in pairs if a or b]  # for nothing against nothing jellyfish answers 0


def outliers():
    draw = random.Random(6)
    points = [[draw.gauss(0, 1), draw.gauss(0, 2), draw.random()] for _ in range(60)]
    points += [[draw.gauss(9, 0.1), draw.gauss(0, 0.1), draw.random()] for _ in range(25)] + [[5, 9, 2], [-7, 0, 1]]
    factors = {}
    for k in (1, 5, 20):
        model = sklearn.neighbors.LocalOutlierFactor(n_neighbors=k)
        model.fit(points)
        factors[k] = list(-model.negative_outlier_factor_)
    return {"points": points, "factors": factors}


def main():
    versions = {name: importlib.metadata.version(name) for name in ("jellyfish", "leidenalg", "igraph")}
    versions |= {"graph-tool": graph_tool.__version__, "scikit-learn": sklearn.__version__}
    answers = {"versions": versions, "partitions": partitions(), "names": names(), "outliers": outliers()}
    lines = [f' "{key}": ' + json.dumps(value) for key, value in answers.items() if key != "partitions"]
    lines.append(' "partitions": [\n  ' + ",\n  ".join(json.dumps(case) for case in answers["partitions"]) + "\n ]")
    (HERE / "group_fixtures.json").write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="ascii")


if __name__ == "__main__":
    main()
