# SPDX-License-Identifier: Apache-2.0
"""Hostile texts through every format of ours and back, and through the readers of those that are written only: \
ENTENTE_BINARY=... ENTENTE_SOURCE_DIR=... /usr/bin/python3 tests/exchange/round_trip_test.py"""
import csv
import json
import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

from hostile import TEXTS, hostile_graph
from own_table import OwnTable, entente
from skipping import skip_test

TINY = pathlib.Path(os.environ["ENTENTE_SOURCE_DIR"]) / "tests/data/tiny"
NODE_VALUES = {"label", "text", "sparse", "real", "sparse_real", "whole", "long", "longer", "sure", "x", "y", "size", "r", "g", "b",
               "valid_spells"}
EDGE_VALUES = {"weight", "relation", "said", "sign", "valid_from", "valid_to", "valid_spells"}
XML = str.maketrans({"\x01": "\ufffd"})
SAME = str.maketrans({})
# What comes back of each, as `entente manual` says: values of nodes and edges, and what became of control characters.
FORMATS = {
    "graphml": (NODE_VALUES, EDGE_VALUES, XML),
    "gexf": (NODE_VALUES, EDGE_VALUES, XML),
    "json": (NODE_VALUES, EDGE_VALUES, SAME),
    "graphology.json": (NODE_VALUES - set("rgb"), EDGE_VALUES, SAME),  # they are one colour
    "gml": (NODE_VALUES, EDGE_VALUES, XML),
    "csv": (set(), EDGE_VALUES, SAME),
    "edges.csv": (set(), EDGE_VALUES, SAME),
}


class RoundTrip(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.source = self.folder / "source.json"
        self.source.write_text(json.dumps(hostile_graph(parallels=True)), encoding="utf-8")

    def back(self, ending, *arguments):
        entente("export", self.source, self.folder / f"g.{ending}")
        entente("export", self.folder / f"g.{ending}", self.folder / "back.json", *arguments)
        return OwnTable(self.folder / "back.json")

    def test_what_a_format_holds_comes_back(self):
        meant = OwnTable(self.source)
        for ending, (of_nodes, of_edges, characters) in FORMATS.items():
            with self.subTest(ending=ending):
                found = self.back(ending, *(("--directed",) if ending == "csv" else ()))
                self.assertTrue(found.directed)
                ids = {values.get("original_id", node): node for node, values in found.nodes.items()}
                self.assertEqual(set(ids), set(meant.nodes))
                for node, values in meant.nodes.items():
                    self.same(node, found.nodes[ids[node]], values, of_nodes, characters)
                    if ending == "graphology.json":
                        self.assertEqual(found.nodes[node]["color"], "#{r:02x}{g:02x}{b:02x}".format(**values))
                self.assertEqual(set(found.edges), set(meant.edges))
                for edge, values in meant.edges.items():
                    self.assertEqual((found.edges[edge]["source"], found.edges[edge]["target"]),
                                     (ids[values["source"]], ids[values["target"]]))
                    self.same(edge, found.edges[edge], values, of_edges, characters)

    def same(self, where, found, meant, names, characters):
        for name in names:
            value = meant.get(name)
            if isinstance(value, str):
                value = value.translate(characters)
            held = found.get(name, found.get("edge_" + name))
            if isinstance(value, (int, float)) and not isinstance(value, bool) and isinstance(held, str):
                held = type(value)(held)  # beyond 2^53
            self.assertEqual(held, value, f"{where} {name}")

    def test_pajek_holds_ids_and_signed_weights(self):
        meant, found = OwnTable(self.source), self.back("net")
        self.assertEqual(len(found.nodes), len(meant.nodes))
        values = sorted(edge["weight"] * edge.get("sign", 1) for edge in found.edges.values())
        self.assertEqual(values, sorted(edge["weight"] * edge["sign"] for edge in meant.edges.values()))

    def test_gephis_table_of_nodes(self):
        entente("export", self.source, self.folder / "g.nodes.csv")
        with (self.folder / "g.nodes.csv").open(encoding="utf-8", newline="") as file:
            rows = {row["Id"]: row for row in csv.DictReader(file)}
        for node in hostile_graph()["nodes"]:
            self.assertEqual(rows[node["id"]]["Label"], node["label"])
            self.assertEqual(rows[node["id"]]["sparse"], node.get("sparse", ""))

    def test_graphviz_reads_dot(self):
        if shutil.which("dot") is None:
            skip_test("graphviz is not installed")
        entente("export", self.source, self.folder / "g.dot")
        run = subprocess.run(["neato", "-n", "-Tdot_json", self.folder / "g.dot"], capture_output=True, text=True, timeout=120,
                             check=False)
        self.assertEqual((run.returncode, run.stderr), (0, ""))
        found = json.loads(run.stdout, strict=False)
        self.assertEqual(len(found["objects"]), len(TEXTS))
        self.assertEqual(len(found["edges"]), 2 * len(TEXTS))

    def test_incidence_matrix(self):
        graph = hostile_graph()
        for k, node in enumerate(graph["nodes"]):
            node["mode"] = "item" if k % 2 else "actor"
        self.source.write_text(json.dumps(graph), encoding="utf-8")
        entente("export", self.source, self.folder / "g.incidence.csv")
        with (self.folder / "g.incidence.csv").open(encoding="utf-8", newline="") as file:
            rows = list(csv.reader(file))
        self.assertEqual(set(rows[0][1:]), {node["id"] for node in graph["nodes"] if node["mode"] == "item"})
        self.assertEqual({row[0] for row in rows[1:]}, {node["id"] for node in graph["nodes"] if node["mode"] == "actor"})

    def test_linked_data_holds_hostile_names(self):
        try:
            import rdflib
        except ImportError:
            skip_test("rdflib is not installed")
        data = self.folder / "tiny"
        shutil.copytree(TINY, data)
        with (data / "nodes.csv").open(encoding="utf-8", newline="") as file:
            reader = csv.DictReader(file)
            rows, header = list(reader), reader.fieldnames
        texts = [text for text in TEXTS if text.strip() and "\x01" not in text]
        for row, text in zip(rows, texts):
            row["label"] = text
        with (data / "nodes.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, header)
            writer.writeheader()
            writer.writerows(rows)
        held = []
        for ending, syntax in (("ttl", "turtle"), ("jsonld", "json-ld")):
            entente("export", data, self.folder / f"g.{ending}")
            graph = rdflib.Graph()
            graph.parse(str(self.folder / f"g.{ending}"), format=syntax)
            held.append(set(graph))
            said = {str(value) for value in graph.objects()}
            for row in rows:
                self.assertTrue({row["label"], row["label"].strip()} & said, row["label"])
        self.assertEqual(*held)


if __name__ == "__main__":
    unittest.main()
