# SPDX-License-Identifier: Apache-2.0
"""The rules that readers set which are not run here (yEd, Cytoscape), and that hold for all: ENTENTE_BINARY=... \
ENTENTE_SOURCE_DIR=... /usr/bin/python3 tests/exchange/rules_test.py

Checked in the files themselves: every view of the shipped data set in both flavours, and hostile graphs."""
import csv
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree as tree

from hostile import hostile_graph
from own_table import GRAPHML, OwnTable, counts, entente

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "cli"))
from reference import DataSet

DATA = pathlib.Path(os.environ["ENTENTE_SOURCE_DIR"]) / "graph_data/cyber-norms"
VIEWS = [(view, flavour) for view in ("knowledge", "two-mode", "actors") for flavour in ("claims", "gephi")]
GEXF = "{http://gexf.net/1.3}"
# Names that a reader takes for its own, and that a domain attribute must not have.
RESERVED = {"id", "timeset", "interval", "nodelabel", "edgelabel", "edge weight", "xpos", "ypos", "zpos", "selected", "suid",
            "shared name", "shared interaction", "viz", "spells", "start", "end", "networkx_key", "mode"}
# R igraph and Cytoscape take `name` for what names a node, R igraph `type` for its mode. A column that does so keeps the name.
RESERVED_OF_NODES = RESERVED | {"name", "type", "interaction"}
FORBIDDEN = ("<!DOCTYPE", "<!ENTITY", "<default", "<desc", "<port", "<hyperedge", 'for="all"', 'attr.type="boolean"', "directed=",
             "<graphml:", "<g:")


def columns_of_graphml(path, scope, row=0):
    """The values of one node or edge, by the name of the attribute."""
    root = tree.parse(path).getroot()
    names = {key.get("id"): key.get("attr.name") for key in root.iter(GRAPHML + "key")}
    return {names[data.get("key")]: data.text for data in list(root.iter(GRAPHML + scope))[row].iter(GRAPHML + "data")}


def columns_of_gexf(path, scope, row=0):
    root = tree.parse(path).getroot()
    names = {item.get("id"): item.get("title") for block in root.iter(GEXF + "attributes") if block.get("class") == scope
             for item in block}
    return {names[value.get("for")]: value.get("value") for value in list(root.iter(GEXF + scope))[row].iter(GEXF + "attvalue")}


def setUpModule():
    global folder, files
    temporary = tempfile.TemporaryDirectory()
    unittest.addModuleCleanup(temporary.cleanup)
    folder = pathlib.Path(temporary.name)
    files = []
    for view, flavour in VIEWS:
        stem = folder / f"{view}-{flavour}"
        for ending in ("graphml", "gexf", "json"):
            entente("export", DATA, f"{stem}.{ending}", "--view", view, "--flavour", flavour)
        files.append(stem)
    for directed in (True, False):
        stem = folder / f"hostile-{directed}"
        pathlib.Path(f"{stem}.json").write_text(json.dumps(hostile_graph(directed, parallels=True)), encoding="utf-8")
        for ending in ("graphml", "gexf"):
            entente("export", f"{stem}.json", f"{stem}.{ending}")
        files.append(stem)


class Rules(unittest.TestCase):
    def each(self, ending):
        for stem in files:
            with self.subTest(file=f"{stem.name}.{ending}"):
                path = pathlib.Path(f"{stem}.{ending}")
                yield path, path.read_text(encoding="utf-8")

    def test_xmllint(self):
        for ending in ("graphml", "gexf"):
            for path, _ in self.each(ending):
                run = subprocess.run(["xmllint", "--noout", "--nonet", path], capture_output=True, text=True, check=False)
                self.assertEqual((run.returncode, run.stderr), (0, ""))

    def test_head_and_forbidden_elements(self):
        for _, text in self.each("graphml"):
            self.assertTrue(text.startswith('<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org'))
            tags = "\n".join(re.findall(r"<[^>]*>", text))
            for word in FORBIDDEN:
                self.assertNotIn(word, tags)
            self.assertNotRegex(text, "[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")

    def test_keys(self):
        for path, _ in self.each("graphml"):
            root = tree.parse(path).getroot()
            keys = root.findall(GRAPHML + "key")
            self.assertEqual([child.tag for child in root], [GRAPHML + "key"] * len(keys) + [GRAPHML + "graph"])
            ids = [key.get("id").lower() for key in keys]
            self.assertEqual(len(ids), len(set(ids)))
            for scope in ("graph", "node", "edge"):
                names = [key.get("attr.name") for key in keys if key.get("for") == scope]
                self.assertEqual(len(names), len(set(names)))
                if scope != "graph":
                    self.assertTrue((RESERVED_OF_NODES if scope == "node" else RESERVED).isdisjoint(names), names)
                    self.assertEqual(names, [name.lower() for name in names])
            for key in keys:
                self.assertIn(key.get("attr.type"), ("string", "int", "long", "double"))
                self.assertIn(key.get("for"), ("graph", "node", "edge"))
                self.assertFalse(key.get("attr.name").startswith("_graphml_"))

    def test_attributes_with_reserved_names_get_others(self):
        nodes = [{"id": f"n{k}", **{name: f"{name} {k // 2}" for name in sorted(RESERVED_OF_NODES - {"id"})}} for k in range(4)]
        of_edges = RESERVED - {"xpos", "ypos", "zpos"}  # places are of nodes
        link = {"source": "n0", "target": "n1", **{name: name + " 7" for name in sorted(of_edges - {"id"})}}
        source = folder / "reserved.json"
        source.write_text(json.dumps({"directed": True, "nodes": nodes, "links": [link]}), encoding="utf-8")
        for ending, columns in (("graphml", columns_of_graphml), ("gexf", columns_of_gexf)):
            path = folder / f"reserved.{ending}"
            entente("export", source, path)
            report = path.with_name(path.name + ".report.txt").read_text(encoding="utf-8")
            for scope, reserved, first in (("node", RESERVED_OF_NODES, nodes[0]), ("edge", of_edges, link)):
                found = columns(path, scope)
                with self.subTest(file=path.name, scope=scope):
                    self.assertTrue(reserved.isdisjoint(found), found)
                    values = {value for name, value in first.items() if name in reserved - {"id"}}
                    self.assertEqual(set(found.values()) & values, values)  # none is lost
            self.assertIn("'name' is written as 'node_name'", report)
            self.assertIn("'type' is written as 'node_type'", report)

    def test_names_and_modes_of_nodes_keep_their_attributes(self):
        nodes = [{"id": f"n{k}", "name": f"Node {k}", "type": k > 1} for k in range(4)]
        source = folder / "named.json"
        source.write_text(json.dumps({"directed": True, "nodes": nodes, "links": []}), encoding="utf-8")
        for ending, columns, true in (("graphml", columns_of_graphml, "1"), ("gexf", columns_of_gexf, "true")):
            entente("export", source, folder / f"named.{ending}")
            self.assertEqual(columns(folder / f"named.{ending}", "node", 3), {"name": "Node 3", "type": true})

    def test_order_ids_and_ends(self):
        """Cytoscape puts the data of an edge with an unknown end on another object; it and yEd read in the order of the file."""
        for path, _ in self.each("graphml"):
            graph = tree.parse(path).getroot().find(GRAPHML + "graph")
            self.assertIn(graph.get("edgedefault"), ("directed", "undirected"))
            order = [child.tag.removeprefix(GRAPHML) for child in graph]
            self.assertEqual(order, sorted(order, key=["data", "node", "edge"].index))
            nodes = [node.get("id") for node in graph.findall(GRAPHML + "node")]
            edges = graph.findall(GRAPHML + "edge")
            edge_ids = [edge.get("id") for edge in edges]
            self.assertEqual((nodes, edge_ids), (sorted(set(nodes)), sorted(set(edge_ids))))
            for name in nodes + edge_ids:
                self.assertRegex(name, r"^[A-Za-z][A-Za-z0-9_.-]*$")
            known = set(nodes)
            for edge in edges:
                self.assertLessEqual({edge.get("source"), edge.get("target")}, known)
            for element in graph.iter(GRAPHML + "data"):
                self.assertTrue(element.text)

    def test_weights(self):
        for path, _ in self.each("graphml"):
            for edge in tree.parse(path).getroot().iter(GRAPHML + "edge"):
                for data in edge:
                    if data.get("key") == "weight":
                        self.assertTrue(1e-37 <= float(data.text) <= 3e38, data.text)

    def test_gexf(self):
        with_spells = set()
        for path, text in self.each("gexf"):
            graph = tree.parse(path).getroot().find(GEXF + "graph")
            self.assertEqual(sorted(block.get("class") for block in graph.findall(GEXF + "attributes")), ["edge", "node"])
            self.assertEqual("timeformat" in graph.attrib, " start=" in text or " end=" in text)
            for element in [*graph.iter(GEXF + "node"), *graph.iter(GEXF + "edge")]:
                spells = [(spell.get("start", "0"), spell.get("end", "9")) for spell in element.iter(GEXF + "spell")]
                self.assertFalse(spells and ("start" in element.attrib or "end" in element.attrib))
                self.assertNotEqual(len(spells), 1)  # one interval stands on the element
                if spells:
                    with_spells.add((path.stem, element.tag))
                self.assertTrue(all(start <= end for start, end in spells))
                self.assertTrue(all(first[1] < second[0] for first, second in zip(spells, spells[1:])))
                self.assertLessEqual(element.get("start", "0"), element.get("end", "9"))
                self.assertNotIn("type", element.attrib)  # each edge has the direction of the file
        self.assertLessEqual({(f"hostile-{directed}", GEXF + kind) for directed in (True, False) for kind in ("node", "edge")},
                             with_spells)

    def test_no_edge_is_lost_between_flavours(self):
        for view in ("knowledge", "two-mode"):
            tables = [OwnTable(folder / f"{view}-{flavour}.json") for flavour in ("claims", "gephi")]
            grouped = [{(edge["source"], edge["target"], edge["relation"]) for edge in table.edges.values()} for table in tables]
            self.assertEqual(grouped[0], grouped[1])
            self.assertEqual(len(tables[1].edges), len(grouped[1]))
            for flavour, table in zip(("claims", "gephi"), tables):
                root = tree.parse(folder / f"{view}-{flavour}.graphml").getroot()
                self.assertEqual(len(list(root.iter(GRAPHML + "edge"))), len(table.edges))

    def test_abstentions_survive(self):
        with (DATA / "claims.csv").open(encoding="utf-8", newline="") as file:
            stances = {}
            for row in csv.DictReader(file):
                stances.setdefault((row["subject"], row["relation"], row["object"]), []).append(row["stance"])
        claims = sum(each.count("0") for each in stances.values())
        relations = sum("0" in each for each in stances.values())
        for each in stances.values():  # else the ruling claim would have to be known here
            self.assertTrue("0" not in each or set(each) == {"0"})

        def written(view, flavour):
            root = tree.parse(folder / f"{view}-{flavour}.graphml").getroot()
            return sum(data.get("key") == "sign" and data.text == "0" for data in root.iter(GRAPHML + "data"))

        self.assertEqual((written("knowledge", "claims"), written("knowledge", "gephi")), (claims, relations))
        data = DataSet(DATA)
        expected = {pair for pair, (stance, _) in data.cells(data.reference_day).items() if stance == 0}
        found = OwnTable(folder / "two-mode-gephi.json").edges.values()
        self.assertEqual({(edge["source"], edge["target"]) for edge in found if edge["sign"] == 0}, expected)
        self.assertEqual(written("two-mode", "gephi"), len(expected))

    def test_ids_that_differ_in_case_or_accent_stay_apart(self):
        report = entente("export", folder / "hostile-True.json", folder / "again.graphml")
        root = tree.parse(folder / "again.graphml").getroot()
        nodes = {node.get("id"): {data.get("key"): data.text for data in node} for node in root.iter(GRAPHML + "node")}
        self.assertEqual(len(nodes), len(hostile_graph()["nodes"]))
        originals = {values.get("original_id", node) for node, values in nodes.items()}
        self.assertEqual(originals, {node["id"] for node in hostile_graph()["nodes"]})
        self.assertEqual(counts(report)["E201"], sum("original_id" in values for values in nodes.values()))


if __name__ == "__main__":
    unittest.main()
