# SPDX-License-Identifier: Apache-2.0
"""Reads a GraphML file with networkx, igraph and xmllint and compares it with what was meant.

    /usr/bin/python3 graphml_peers.py GRAPH.graphml EXPECTED.json

EXPECTED: {"directed", "nodes": {id: {name: value}}, "edges": [{"id", "source", "target", name:
value...}]}; absent values are left out. Prints each difference; the exit status is their number.
"""
import json
import math
import subprocess
import sys

import igraph
import networkx

problems = []


def check(where, found, expected):
    if found != expected or type(found) is not type(expected):
        problems.append(f"{where}: {found!r}, expected {expected!r}")


def compare(where, found, expected):
    for name in sorted(found.keys() | expected.keys()):
        check(f"{where} {name}", found.get(name), expected.get(name))


def with_networkx(path, expected):
    graph = networkx.read_graphml(path)
    check("networkx directed", graph.is_directed(), expected["directed"])
    check("networkx nodes", sorted(graph), sorted(expected["nodes"]))
    for node, values in expected["nodes"].items():
        compare(f"networkx {node}", dict(graph.nodes[node]), values)
    edges = {}
    if graph.is_multigraph():  # the id of an edge is its key
        edges = {key: ({s, t}, data) for s, t, key, data in graph.edges(keys=True, data=True)}
    else:
        for source, target, data in graph.edges(data=True):
            data = dict(data)
            edges[data.pop("id")] = ({source, target}, data)
    check("networkx edges", sorted(edges), sorted(edge["id"] for edge in expected["edges"]))
    for edge in expected["edges"]:
        values = {name: v for name, v in edge.items() if name not in ("id", "source", "target")}
        ends, data = edges[edge["id"]]
        check(f"networkx {edge['id']} ends", ends, {edge["source"], edge["target"]})
        compare(f"networkx {edge['id']}", {k: v for k, v in data.items() if k != "id"}, values)


def with_igraph(path, expected):
    """igraph reads every number as a double, and absent text as the empty text."""
    graph = igraph.Graph.Read_GraphML(path)
    check("igraph directed", graph.is_directed(), expected["directed"])

    def values_of(element):
        found = {}
        for name, value in element.attributes().items():
            if name != "id" and value != "" and not (isinstance(value, float) and math.isnan(value)):
                found[name] = value
        return found

    def meant(values):
        return {name: float(v) if isinstance(v, int) else v for name, v in values.items()}

    nodes = {vertex["id"]: values_of(vertex) for vertex in graph.vs}
    check("igraph nodes", sorted(nodes), sorted(expected["nodes"]))
    for node, values in expected["nodes"].items():
        compare(f"igraph {node}", nodes[node], meant(values))
    edges = {}
    for edge in graph.es:
        edges[edge["id"]] = ((graph.vs[edge.source]["id"], graph.vs[edge.target]["id"]), values_of(edge))
    check("igraph edges", sorted(edges), sorted(edge["id"] for edge in expected["edges"]))
    for edge in expected["edges"]:
        values = {name: v for name, v in edge.items() if name not in ("id", "source", "target")}
        ends, data = edges[edge["id"]]
        meant_ends = (edge["source"], edge["target"])
        check(f"igraph {edge['id']} ends", ends if expected["directed"] else tuple(sorted(ends)),
              meant_ends if expected["directed"] else tuple(sorted(meant_ends)))
        compare(f"igraph {edge['id']}", data, meant(values))


def main(path, expected_path):
    with open(expected_path, encoding="utf-8") as file:
        expected = json.load(file)
    lint = subprocess.run(["xmllint", "--noout", "--nonet", path], capture_output=True, text=True)
    check("xmllint", lint.stderr, "")
    with_networkx(path, expected)
    with_igraph(path, expected)
    print("\n".join(problems) if problems else "no differences")
    return min(len(problems), 100)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
