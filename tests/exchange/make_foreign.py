# SPDX-License-Identifier: Apache-2.0
"""Writes foreign/ anew, each file by the program that its name starts with, and their versions to its README:

    /usr/bin/python3 tests/exchange/make_foreign.py

Needs what the tests of this folder need: networkx, igraph, R igraph, graph-tool, node and npm, Java and Maven; and a compiler
with Boost (libboost-dev).
"""
import json
import pathlib
import shutil
import subprocess
import tempfile

import graph_tool
import igraph
import networkx as nx

from foreign_graph import EDGES, NODES
from gephi_toolkit import Gephi

HERE = pathlib.Path(__file__).resolve().parent
FOREIGN = HERE / "foreign"


def networkx_files():
    graph = nx.MultiDiGraph()
    for node, values in NODES.items():
        graph.add_node(node, **values)
    for number, (source, target, values) in enumerate(EDGES):
        graph.add_edge(source, target, key=f"e{number}", **values)
    nx.write_graphml(graph, FOREIGN / "networkx.graphml")
    nx.write_gexf(graph, FOREIGN / "networkx.gexf")
    nx.write_gml(graph, FOREIGN / "networkx.gml", stringizer=str)
    text = nx.MultiDiGraph()  # Pajek knows texts alone
    for node, values in NODES.items():
        text.add_node(node, kind=values["kind"])
    text.add_edges_from((source, target, {"weight": values["weight"]}) for source, target, values in EDGES)
    nx.write_pajek(text, FOREIGN / "networkx.net")
    with (FOREIGN / "networkx.json").open("w", encoding="utf-8") as file:
        json.dump(nx.node_link_data(graph), file, indent=1)
    mixed = nx.Graph()  # one attribute with values of two types, which networkx writes as two keys
    mixed.add_node("a", score=1)
    mixed.add_node("b", score=2.5)
    mixed.add_edge("a", "b")
    nx.write_graphml(mixed, FOREIGN / "networkx_mixed.graphml")
    return nx.__version__


def igraph_files():
    graph = igraph.Graph(len(NODES), [(int(s[1]), int(t[1])) for s, t, _ in EDGES], directed=True)
    graph.vs["name"] = list(NODES)
    for name in ("label", "kind", "real", "whole", "sure", "note"):
        graph.vs[name] = [values.get(name, "") for values in NODES.values()]
    for name in ("weight", "relation"):
        graph.es[name] = [values[name] for _, _, values in EDGES]
    graph.write_graphml(str(FOREIGN / "igraph.graphml"))
    graph.write_gml(str(FOREIGN / "igraph.gml"))
    del graph.vs["note"]
    graph.vs["id"] = graph.vs["name"]
    graph.write_pajek(str(FOREIGN / "igraph.net"))
    return igraph.__version__


def graph_tool_files():
    graph = graph_tool.Graph(directed=True)
    graph.add_vertex(len(NODES))
    for name, kind in (("label", "string"), ("kind", "string"), ("real", "double"), ("whole", "int"), ("sure", "bool"),
                       ("note", "string")):
        column = graph.new_vertex_property(kind)
        for vertex, values in enumerate(NODES.values()):
            column[vertex] = values.get(name, "")
        graph.vertex_properties[name] = column
    points = graph.new_vertex_property("vector<double>")
    for vertex in range(len(NODES)):
        points[vertex] = [0.5 * vertex, 1.0]
    graph.vertex_properties["points"] = points
    weight, relation = graph.new_edge_property("double"), graph.new_edge_property("string")
    for source, target, values in EDGES:
        edge = graph.add_edge(int(source[1]), int(target[1]))
        weight[edge], relation[edge] = values["weight"], values["relation"]
    graph.edge_properties["weight"], graph.edge_properties["relation"] = weight, relation
    graph.save(str(FOREIGN / "graph_tool.graphml"))
    del graph.vertex_properties["sure"]  # which its GML would hold as a control character
    graph.save(str(FOREIGN / "graph_tool.gml"))
    return graph_tool.__version__.split(" ")[0]


def as_json(folder):
    """The graph, for the programs that are no module of Python."""
    given = folder / "given.json"
    given.write_text(json.dumps({"nodes": [{"name": node, **values} for node, values in NODES.items()],
                                 "edges": [{"from": s, "to": t, **values} for s, t, values in EDGES]}), encoding="utf-8")
    return given


def boost_files(folder):
    subprocess.run(["c++", "-std=c++20", HERE / "make_foreign.cpp", "-o", folder / "make_foreign"], check=True)
    run = subprocess.run([folder / "make_foreign", as_json(folder), FOREIGN], check=True, text=True, stdout=subprocess.PIPE)
    return run.stdout.strip()


def r_files(folder):
    given = as_json(folder)
    run = subprocess.run(["Rscript", "--vanilla", HERE / "make_foreign.R", given, FOREIGN], check=True, text=True,
                         stdout=subprocess.PIPE, env={"LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin"})
    return run.stdout.strip()


def graphology_files(folder):
    for file in ("package.json", "write.js"):
        shutil.copy(HERE / "graphology" / file, folder)
    subprocess.run(["npm", "install", "--no-audit", "--no-fund", "--ignore-scripts", "--no-package-lock", "--silent"], cwd=folder,
                   check=True)
    given = folder / "graph.json"
    given.write_text(json.dumps({"nodes": NODES, "edges": EDGES}), encoding="utf-8")
    subprocess.run(["node", folder / "write.js", given, FOREIGN / "graphology"], check=True)
    versions = json.loads((HERE / "graphology/package.json").read_text(encoding="utf-8"))["dependencies"]
    return ", ".join(f"{name} {version}" for name, version in versions.items())


def gephi_files(folder):
    gephi = Gephi(folder)
    gephi.open(*((FOREIGN / "networkx.gexf", FOREIGN / f"gephi.{ending}")
                 for ending in ("graphml", "gexf", "gml", "net", "dl")))
    return next(part for part in gephi.java[-2].split("/") if part.startswith("gephi-toolkit-") and "all" in part)


def main():
    made = {}
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        made["networkx"] = networkx_files()
        made["igraph"] = igraph_files()
        made["graph_tool"] = graph_tool_files()
        made["boost"] = boost_files(folder)
        made["r_igraph"] = r_files(folder)
        made["graphology"] = graphology_files(folder)
        made["gephi"] = gephi_files(folder)
    rows = "\n".join(f"| `{name}*` | {version} |" for name, version in made.items())
    (FOREIGN / "README.md").write_text(f"""# Files of other programs

One small graph (`../foreign_graph.py`), written by other programs' own writers; `../foreign_test.py` reads them all. Made by
`../make_foreign.py`; the files under `hand_made/` follow what is known of programs that could not be run.

| files | written by |
|---|---|
{rows}
""", encoding="utf-8")


if __name__ == "__main__":
    main()
