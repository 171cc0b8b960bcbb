# SPDX-License-Identifier: Apache-2.0
"""Files in every format against those who read them: ENTENTE_BINARY=... ENTENTE_SOURCE_DIR=... \
/usr/bin/python3 tests/peers/formats_peers_test.py

Graphs with hostile texts and all types are made with networkx, exported by the program and read by
networkx, igraph, xmllint, Graphviz and Python's csv and json; every value and its type is compared.
"""
import csv
import gzip
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

import igraph
import networkx as nx
from networkx.readwrite.gexf import GEXF

sys.path.append(str(pathlib.Path(__file__).resolve().parent.parent / "exchange"))
from skipping import skip_test

BINARY = os.environ["ENTENTE_BINARY"]
TINY = pathlib.Path(os.environ["ENTENTE_SOURCE_DIR"]) / "tests/data/tiny"

# Before its version 3 networkx does not know the names of GEXF 1.3; what it reads is the same.
GEXF.versions.setdefault("1.3", {**GEXF.versions["1.2draft"], "NS_GEXF": "http://gexf.net/1.3",
                                 "NS_VIZ": "http://gexf.net/1.3/viz", "VERSION": "1.3"})

TEXTS = ["R&D \"x\" <y> 'z'", "Türkiye", "日本", "مرحبا \u202bש", "😀 e\u0301", "x" * 10_000, "  leading", "tab\tin",
         "line\nbreak", "INF Treaty", "null", "NaN", "a > < & b", "]]>", "0", "true", "back\\slash\\"]


def made_up(directed=True, parallels=False, modes=False):
    """Values of every type; node and edge ids are such that no format has to change them."""
    graph = nx.MultiDiGraph() if directed else nx.MultiGraph()
    for k, text in enumerate(TEXTS):
        values = {"label": text, "real": 0.1 * k - 0.7, "integer": (-1) ** k * 2147483647, "sure": k % 2 == 0}
        if k % 3:
            values["sparse"] = text
        if modes:
            values["mode"] = "item" if k % 2 else "actor"
        values.update(x=k * 1.5, y=-2.25 * k, size=4.0 + k, r=31, g=119, b=200 + k)
        graph.add_node(f"n{k:02}", **values)
    for k, text in enumerate(TEXTS):
        for copy in range(2 if parallels else 1):
            graph.add_edge(f"n{k:02}", f"n{(k + 1) % (len(TEXTS) - (1 if modes and len(TEXTS) % 2 else 0)):02}",
                           key=f"e{k:02}{copy}", relation=text, weight=k + 1.5, sign=k % 3 - 1,
                           valid_from=f"2018-11-{k + 1:02}", valid_to=f"2019-11-{k + 1:02}")
    return graph


class Formats(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def export(self, graph, name, *arguments):
        if not isinstance(graph, (str, pathlib.Path)):
            source = self.folder / "source.graphml"
            nx.write_graphml(graph, source)
            graph = source
        run = subprocess.run([BINARY, "export", graph, self.folder / name, *arguments], capture_output=True, text=True,
                             timeout=120)
        self.assertEqual(run.returncode, 0, run.stderr)
        self.said = run.stderr
        return self.folder / name

    def assert_same(self, where, found, expected, one_number=False):
        """Values and their types; `one_number`: where the format has one type of number."""
        self.assertEqual(found, expected, where)
        for name, value in expected.items():
            types = [float if one_number and type(v) is int else type(v) for v in (found[name], value)]
            self.assertIs(types[0], types[1], f"{where} {name}")

    # GEXF

    def test_networkx_reads_gexf(self):
        for directed, parallels in ((True, False), (False, True)):
            meant = made_up(directed, parallels)
            path = self.export(meant, "g.gexf")
            lint = subprocess.run(["xmllint", "--noout", "--nonet", path], capture_output=True, text=True, check=False)
            self.assertEqual(lint.stderr, "")
            found = nx.read_gexf(path, version="1.3")
            self.assertEqual(found.is_directed(), directed)
            self.assertEqual(set(found), set(meant))
            for node, values in meant.nodes(data=True):
                data = dict(found.nodes[node])
                viz = data.pop("viz")
                self.assertEqual(viz["color"], {"r": values["r"], "g": values["g"], "b": values["b"], "a": 1.0})
                self.assertEqual((viz["position"]["x"], viz["position"]["y"]), (values["x"], values["y"]))
                self.assertEqual(viz["size"], values["size"])
                drawn = ("x", "y", "size", "r", "g", "b")
                self.assert_same(node, data, {name: v for name, v in values.items() if name not in drawn})
            edges = {}
            for source, target, data in found.edges(data=True):
                edges[data["id"]] = ({source, target}, data)
            self.assertEqual(set(edges), {key for _, _, key in meant.edges(keys=True)})
            for source, target, key, values in meant.edges(keys=True, data=True):
                ends, data = edges[key]
                self.assertEqual(ends, {source, target})
                for name, value in values.items():
                    self.assertEqual(data[name], value, name)
                    self.assertIs(type(data[name]), type(value), name)
                self.assertEqual((data["start"], data["end"]), (values["valid_from"], values["valid_to"]))

    def test_gexf_keeps_the_rules_of_gephi(self):
        text = self.export(TINY, "g.gexf", "--flavour", "gephi").read_text(encoding="utf-8")
        self.assertEqual(text.count("<attributes "), 2)
        for word in ("<default", "<options", " hex=", "type=\"int\"", "mutual", "pid=", "<!DOCTYPE", "startopen"):
            self.assertNotIn(word, text)
        self.assertEqual("timeformat" in text, " start=" in text or " end=" in text)
        self.assertIn('timeformat="date" timerepresentation="interval"', text)

    # Pajek

    def test_networkx_and_igraph_read_pajek(self):
        meant = made_up()
        path = self.export(meant, "g.net")
        found = nx.read_pajek(path)
        self.assertTrue(found.is_directed())
        self.assertEqual(set(found), set(meant))
        by_ends = {(s, t): data for s, t, data in found.edges(data=True)}
        graph = igraph.Graph.Read_Pajek(str(path))
        self.assertTrue(graph.is_directed())
        ids = graph.vs["id"] if "id" in graph.vs.attributes() else graph.vs["name"]
        in_igraph = {(ids[edge.source], ids[edge.target]): edge["weight"] for edge in graph.es}
        for source, target, values in meant.edges(data=True):
            value = values["weight"] * values["sign"]
            self.assertEqual(by_ends[source, target]["weight"], value)
            self.assertEqual(in_igraph[source, target], value)
        self.assertIn("E227", self.said)  # Gephi would remove the edges with 0

    def test_igraph_sees_two_modes_in_pajek(self):
        graph = igraph.Graph.Read_Pajek(str(self.export(TINY, "g.net", "--view", "two-mode")))
        ids = graph.vs["id"] if "id" in graph.vs.attributes() else graph.vs["name"]
        for name, is_item in zip(ids, graph.vs["type"]):
            self.assertEqual(bool(is_item), name.split(".")[0] in ("agreement", "principle", "vote", "provision"))
        classes = (self.folder / "g.clu").read_text(encoding="utf-8").splitlines()
        names = dict(line[2:].split(": ") for line in classes if line.startswith("%"))
        numbers = classes[len(names) + 1:]
        self.assertEqual(len(numbers), graph.vcount())
        self.assertEqual([names[number] for number in numbers], [name.split(".")[0] for name in ids])

    # GML

    def test_networkx_and_igraph_read_gml(self):
        for directed, parallels in ((True, False), (False, True)):
            meant = made_up(directed, parallels)
            path = self.export(meant, "g.gml")
            found = nx.read_gml(path, label="name")
            self.assertEqual((found.is_directed(), found.is_multigraph()), (directed, parallels))
            self.assertEqual(set(found), set(meant))
            graph = igraph.Graph.Read_GML(str(path))
            self.assertEqual(graph.is_directed(), directed)
            vertices = {vertex["name"]: vertex for vertex in graph.vs}
            for node, values in meant.nodes(data=True):
                data = dict(found.nodes[node])
                drawn = data.pop("graphics")
                self.assertEqual((drawn["x"], drawn["y"], drawn["w"]), (values["x"], values["y"], values["size"]))
                for name in ("label", "real", "integer", "sparse", "sure"):
                    value = values.get(name)
                    if isinstance(value, bool):
                        value = int(value)
                    self.assertEqual(data.get(name), value, f"{node} {name}")
                    self.assertIs(type(data.get(name)), type(value), f"{node} {name}")
                for name in ("real", "integer"):
                    self.assertEqual(vertices[node][name], values[name])
                if values["label"].isascii() and values["label"].isprintable():
                    self.assertEqual(vertices[node]["label"], values["label"])
            self.assertEqual(sorted(data["id"] for _, _, data in found.edges(data=True)),
                             sorted(key for _, _, key in meant.edges(keys=True)))
            self.assertEqual(sorted(graph.es["weight"]), sorted(w for _, _, w in meant.edges(data="weight")))

    # Tables, JSON, DOT

    def test_gephis_tables_hold_every_value(self):
        meant = made_up()
        with self.export(meant, "g.nodes.csv").open(encoding="utf-8", newline="") as file:
            rows = {row["Id"]: row for row in csv.DictReader(file)}
        self.assertEqual(set(rows), set(meant))
        for node, values in meant.nodes(data=True):
            self.assertEqual(rows[node]["Label"], values["label"])
            self.assertEqual(rows[node]["sparse"], values.get("sparse", ""))
            self.assertEqual(float(rows[node]["real"]), values["real"])
        with self.export(meant, "g.edges.csv").open(encoding="utf-8", newline="") as file:
            rows = {row["Id"]: row for row in csv.DictReader(file)}
        for source, target, key, values in meant.edges(keys=True, data=True):
            row = rows[key]
            self.assertEqual((row["Source"], row["Target"], row["Type"]), (source, target, "Directed"))
            self.assertEqual((row["Kind"], float(row["Weight"])), (values["relation"], values["weight"]))
            self.assertEqual(row["timeset"], f"<[{values['valid_from']}, {values['valid_to']}]>")

    def test_graphology_json_holds_every_value(self):
        meant = made_up(directed=False, parallels=True)
        found = json.loads(self.export(meant, "g.graphology.json").read_text(encoding="utf-8"))
        self.assertEqual(found["options"], {"type": "undirected", "multi": True, "allowSelfLoops": True})
        nodes = {node["key"]: node["attributes"] for node in found["nodes"]}
        for node, values in meant.nodes(data=True):
            values = {name: v for name, v in values.items() if name not in "rgb"}
            self.assert_same(node, nodes[node], values | {"color": nodes[node]["color"]}, one_number=True)
        self.assertEqual(nodes["n01"]["color"], "#1f77c9")
        edges = {edge["key"]: edge for edge in found["edges"]}
        for source, target, key, values in meant.edges(keys=True, data=True):
            self.assertEqual({edges[key]["source"], edges[key]["target"]}, {source, target})
            self.assert_same(key, edges[key]["attributes"], values, one_number=True)

    def test_graphviz_reads_dot(self):
        if shutil.which("dot") is None:
            skip_test("graphviz is not installed")
        meant = made_up()
        run = subprocess.run(["neato", "-n", "-Tdot_json", self.export(meant, "g.dot")], capture_output=True, text=True,
                             timeout=120, check=False)
        self.assertEqual((run.returncode, run.stderr), (0, ""))
        found = json.loads(run.stdout, strict=False)
        self.assertEqual({item["name"] for item in found["objects"]}, set(meant))
        self.assertEqual(len(found["edges"]), meant.number_of_edges())
        for item in found["objects"]:
            self.assertEqual(float(item["real"]), meant.nodes[item["name"]]["real"])

    def test_incidence_matrix(self):
        with self.export(TINY, "g.incidence.csv").open(encoding="utf-8", newline="") as file:
            rows = list(csv.reader(file))
        matrix = {(row[0], item): cell for row in rows[1:] for item, cell in zip(rows[0][1:], row[1:])}
        graph = nx.read_graphml(self.export(TINY, "g.graphml", "--view", "two-mode"), force_multigraph=True)
        cells = {}
        for source, target, data in graph.edges(data=True):
            cells[source, target] = cells.get((source, target), 0) + data["weight"] * data["sign"]
        self.assertTrue(cells)
        for cell, value in cells.items():
            self.assertEqual(float(matrix[cell]), value)
        self.assertEqual(sum(1 for cell in matrix.values() if cell not in ("", "0")),
                         sum(1 for value in cells.values() if value != 0))

    # Linked data

    def test_turtle_and_json_ld_hold_the_claims_with_their_sources(self):
        try:
            import rdflib
        except ImportError:
            skip_test("rdflib is not installed")
        from rdflib.namespace import PROV, RDF, XSD
        turtle, json_ld = rdflib.Graph(), rdflib.Graph()
        turtle.parse(str(self.export(TINY, "g.ttl")), format="turtle")
        json_ld.parse(str(self.export(TINY, "g.jsonld")), format="json-ld")
        self.assertEqual(set(turtle), set(json_ld))
        own, term = rdflib.Namespace("urn:entente:tiny:"), rdflib.Namespace("urn:entente:term:")
        with (TINY / "claims.csv").open(encoding="utf-8", newline="") as file:
            claims = list(csv.DictReader(file))
        self.assertEqual(len(set(turtle.subjects(RDF.type, RDF.Statement))), len(claims))
        for row in claims:
            claim = own["claim:" + row["id"]]
            self.assertEqual(turtle.value(claim, RDF.subject), own["node:" + row["subject"]])
            self.assertEqual(turtle.value(claim, RDF.predicate), own["relation:" + row["relation"]])
            self.assertEqual(turtle.value(claim, RDF.object), own["node:" + row["object"]])
            self.assertEqual(turtle.value(claim, PROV.hadPrimarySource), own["source:" + row["source"]])
            self.assertEqual(str(turtle.value(claim, term.value) or ""), row["value"])
            self.assertEqual(str(turtle.value(claim, term.validFrom) or ""), row["from"])
            self.assertEqual(str(turtle.value(claim, term.status)), row["status"])
            if row["stance"]:
                self.assertEqual(turtle.value(claim, term.stance), rdflib.Literal(row["stance"], datatype=XSD.integer))
            if row["replaces"]:
                self.assertEqual(turtle.value(claim, PROV.wasRevisionOf), own["claim:" + row["replaces"]])
        self.export(TINY, "few.ttl", "--without", "src.gazette")
        self.assertNotIn("src.gazette", (self.folder / "few.ttl").read_text(encoding="utf-8"))

    # All of them

    ENDINGS = ("graphml", "gexf", "nodes.csv", "edges.csv", "json", "graphology.json", "csv", "net", "gml", "dot",
               "incidence.csv")  # of graphs

    def test_the_same_input_gives_the_same_bytes_and_gz_holds_them(self):
        for ending in (*self.ENDINGS, "ttl", "jsonld"):
            view = () if ending in ("ttl", "jsonld") else ("--view", "two-mode")
            with self.subTest(ending=ending):
                plain = self.export(TINY, f"g.{ending}", *view).read_bytes()
                self.assertEqual(self.export(TINY, f"h.{ending}", *view).read_bytes(), plain)
                packed = self.export(TINY, f"g.{ending}.gz", *view).read_bytes()
                self.assertEqual(gzip.decompress(packed), plain)
                self.assertEqual(self.export(TINY, f"h.{ending}.gz", *view).read_bytes(), packed)

    def test_what_is_written_is_read_again(self):
        for ending in ("graphml", "gexf", "json", "net", "gexf.gz", "net.gz"):
            with self.subTest(ending=ending):
                path = self.export(TINY, f"g.{ending}", "--view", "two-mode")
                first = self.export(path, f"a.{ending}").read_bytes()
                second = self.export(self.folder / f"a.{ending}", f"b.{ending}").read_bytes()
                self.assertEqual(first, second)

    def test_files_of_networkx_and_igraph_are_read(self):
        meant = made_up()
        nx.write_gexf(nx.DiGraph(meant), self.folder / "nx.gexf", version="1.2draft")
        found = nx.read_graphml(self.export(self.folder / "nx.gexf", "a.graphml"))
        self.assertEqual(set(found), set(meant))
        for node, values in meant.nodes(data=True):
            self.assertEqual(found.nodes[node].get("sparse"), values.get("sparse"))
            self.assertEqual(found.nodes[node]["real"], values["real"])
        karate = igraph.Graph.Famous("Zachary")
        karate.vs["id"] = [f"v{k}" for k in range(karate.vcount())]
        karate.write_pajek(str(self.folder / "ig.net"))
        found = nx.read_graphml(self.export(self.folder / "ig.net", "b.graphml"))
        self.assertEqual((len(found), found.number_of_edges()), (34, 78))
        self.assertIn("v0", found)


if __name__ == "__main__":
    unittest.main()
