# SPDX-License-Identifier: Apache-2.0
"""Gephi opens our files: ENTENTE_BINARY=... ENTENTE_SOURCE_DIR=... /usr/bin/python3 tests/exchange/gephi_test.py

Every node, edge, column, type and value that its tables hold is compared with the program's own table, and its picture with
the colours of the file. What Gephi is known to change is counted, and must be what the report beside the file says.
"""
import csv
import datetime
import json
import math
import os
import pathlib
import struct
import tempfile
import unittest

import matplotlib.image
import networkx as nx

from gephi_toolkit import Gephi
from hostile import TEXTS, hostile_graph
from own_table import PICTURE, OwnTable, counts, entente

DATA = pathlib.Path(os.environ["ENTENTE_SOURCE_DIR"]) / "graph_data/cyber-norms"
TYPES = {str: "String", int: "Integer", float: "Double", bool: "Boolean"}
LISTS = {"sources", "source_url"}  # of GEXF
TIMES = (("valid_from", "valid_to"), ("existed_from", "existed_to"))


def setUpModule():
    global folder, gephi
    temporary = tempfile.TemporaryDirectory()
    unittest.addModuleCleanup(temporary.cleanup)
    folder = pathlib.Path(temporary.name)
    gephi = Gephi(folder)


def in_32_bits(number):
    return struct.unpack("f", struct.pack("f", number))[0]


def milliseconds(day):
    return datetime.datetime.fromisoformat(day).replace(tzinfo=datetime.timezone.utc).timestamp() * 1000


def times(values):
    """The intervals of an element: those of its list, or the one between its two dates."""
    if "valid_spells" in values:
        ends = [spell.split("/") for spell in values["valid_spells"].split("|")]
        return sorted([milliseconds(start) if start else -math.inf, milliseconds(end) if end else math.inf] for start, end in ends)
    for start, end in TIMES:
        if start in values or end in values:
            return [[milliseconds(values[start]) if start in values else -math.inf,
                     milliseconds(values[end]) if end in values else math.inf]]
    return []


def with_names(held):
    """A key of GraphML that nodes have, too, has another id for edges, and Gephi's column has it; its title is the name."""
    for title in held["node_columns"]:
        column = held["edge_columns"].get("edge_" + title)
        if column is not None and column["title"] == title:
            held["edge_columns"][title] = held["edge_columns"].pop("edge_" + title)
            for edge in held["edges"]:
                if "edge_" + title in edge["values"]:
                    edge["values"][title] = edge["values"].pop("edge_" + title)
    return held


def is_blank(text):
    return text.strip(" \t\r\n") == ""


class Differences:
    """Compares what Gephi holds with what was meant; counts what it is known to change."""

    def __init__(self, test, found, table, gexf):
        self.test, self.found, self.table, self.gexf = test, found, table, gexf
        self.infinities = self.nulls = self.rounded = 0
        self.types = {}  # by node_columns and edge_columns

    def check(self):
        levels = {line["level"] for line in self.found["issues"] + self.found["log"]}
        self.test.assertLessEqual(levels, {"INFO", "WARNING"}, self.found["issues"])
        expected = {"Graph attributes"} if not self.gexf else set()  # they stand in GEXF's description
        self.test.assertLessEqual({" ".join(line["message"].split()[:2]) for line in self.found["issues"]
                                   if line["level"] == "WARNING"}, expected)
        self.compare_columns("node_columns", self.table.nodes.values())
        self.compare_columns("edge_columns", self.table.edges.values())
        nodes = {node["id"]: node for node in self.found["nodes"]}
        self.test.assertEqual((len(nodes), set(nodes)), (len(self.found["nodes"]), set(self.table.nodes)))
        for node, values in self.table.nodes.items():
            self.compare_node(nodes[node], values)
        edges = {edge["id"]: edge for edge in self.found["edges"]}
        self.test.assertEqual((len(edges), set(edges)), (len(self.found["edges"]), set(self.table.edges)))
        for edge, values in self.table.edges.items():
            self.compare_edge(edges[edge], values)

    def columns(self, names, of_nodes):
        """Those that are columns in Gephi, too, and not its label, weight or place."""
        taken = {"label"} | (PICTURE if of_nodes else {"weight", "source", "target"})
        return [name for name in names if name not in taken]

    def type_of(self, name, values):
        if self.gexf and name in LISTS:
            return "String[]"
        types = {type(value) for value in values}
        self.test.assertEqual(len(types), 1, name)
        kind = types.pop()
        if kind is bool and not self.gexf:
            return "Integer"
        if kind is int and max(map(abs, values)) > 2**31 - 1:
            return "Long" if max(map(abs, values)) <= 2**53 else "String"
        return TYPES[kind]

    def compare_columns(self, where, rows):
        values = {}
        for row in rows:
            for name in self.columns(row, where == "node_columns"):
                values.setdefault(name, []).append(row[name])
        meant = {name: self.type_of(name, found) for name, found in values.items()}
        own = {"id", "label", "timeset", "weight"}
        found = {name: column for name, column in self.found[where].items() if name not in own}
        # A column without any value is in no row of the table; that Gephi has none either, the values show.
        self.test.assertEqual({name: column["type"] for name, column in found.items()},
                              {name: meant.get(name, "String") for name in found})
        self.test.assertLessEqual(set(meant), set(found))
        self.test.assertEqual({name: column["title"] for name, column in found.items()}, {name: name for name in found})
        self.types[where] = meant

    def value(self, name, value, column_type):
        """What Gephi makes of it; None where it drops it."""
        if column_type == "String[]":
            return value.split("|")
        if column_type == "Integer":
            return int(value)
        if column_type == "String":
            value = str(value)
            if value.lower() == "null" or (is_blank(value) and not self.gexf):
                self.nulls += 1
                return None
            if "INF" in value:
                self.infinities += 1
                return value.replace("INF", "Infinity")
        return value

    def compare_values(self, found, values, where):
        meant = {}
        for name in self.columns(values, where == "node_columns"):
            value = self.value(name, values[name], self.types[where][name])
            if value is not None:
                meant[name] = value
        self.test.assertEqual(found["values"], meant, found["id"])
        for name, value in meant.items():
            self.test.assertIs(type(found["values"][name]), type(value), f"{found['id']} {name}")
        self.test.assertEqual(found["times"], times(values) if self.gexf else [], found["id"])

    def compare_label(self, found, values):
        label = values.get("label")
        if label is not None and is_blank(label) and not self.gexf:
            self.nulls += 1
            label = None
        if label is None:
            self.test.assertIn(found["label"], (None, found["id"]))  # a node shows its id
        else:
            self.test.assertEqual(found["label"], label, found["id"])

    def compare_node(self, found, values):
        self.compare_values(found, values, "node_columns")
        self.compare_label(found, values)
        for name in ("x", "y", "size"):
            if name in values:
                self.test.assertEqual(in_32_bits(found[name]), in_32_bits(values[name]), f"{found['id']} {name}")
        if "r" in values:
            self.test.assertEqual(found["rgb"], [values["r"], values["g"], values["b"]], found["id"])

    def compare_edge(self, found, values):
        self.compare_values(found, values, "edge_columns")
        self.compare_label(found, values)
        ends = found["source"], found["target"]
        self.test.assertIn((values["source"], values["target"]), (ends,) if self.table.directed else (ends, ends[::-1]))
        self.test.assertEqual(found["directed"], self.table.directed)
        # Gephi trims what it reads as the kind; the column `relation` has it all.
        self.test.assertEqual((found["kind"] or "").strip(), values.get("relation", "").strip(), found["id"])
        weight = values.get("weight", 1)
        self.test.assertEqual(in_32_bits(found["weight"]), in_32_bits(weight), found["id"])
        if weight == math.floor(weight) and in_32_bits(weight) != weight:
            self.rounded += 1


class GephiOpens(unittest.TestCase):
    def check(self, found, table, report, gexf=False):
        with open(found, encoding="utf-8") as file:
            held = with_names(json.load(file))
        table.as_written({node["values"].get("original_id", node["id"]): node["id"] for node in held["nodes"]})
        differences = Differences(self, held, table, gexf)
        differences.check()
        said = counts(report)
        self.assertEqual((differences.infinities, differences.nulls, differences.rounded),
                         (said.get("E206", 0), said.get("E207", 0), said.get("E208", 0)), report)

    def test_the_files_of_a_run(self):
        entente("analyze", DATA, "--effort", "quick", "--quiet", "--out", folder / "out")
        files = folder / "out/gephi"
        names = ("knowledge.graphml", "two-mode.graphml", "actors.graphml", "knowledge.gexf")
        gephi.open(*((files / name, folder / (name + ".json")) for name in names[:1]),
                   (files / names[1], folder / (names[1] + ".json")), (files / names[1], folder / "two-mode.png"),
                   *((files / name, folder / (name + ".json")) for name in names[2:]))
        for name in names:
            with self.subTest(file=name):
                view, ending = name.split(".")
                table = OwnTable.of_run(DATA, folder / "out", view)
                self.assertGreater(len(table.nodes), 300)
                self.assertTrue(all("x" in node for node in table.nodes.values()))
                report = files / (f"{view}.report.txt" if ending == "graphml" else name + ".report.txt")
                self.check(folder / (name + ".json"), table, report.read_text(encoding="utf-8"), ending == "gexf")
                if name == "two-mode.graphml":
                    self.check_picture(folder / "two-mode.png", table)

    def test_a_picture(self):
        options = ("--view", "two-mode", "--flavour", "gephi", "--layout", "forceatlas2")
        entente("export", DATA, folder / "picture.own.json", *options)
        endings = ("graphml", "gexf")
        reports = {ending: entente("export", DATA, folder / f"picture.{ending}", *options) for ending in endings}
        gephi.open(*((folder / f"picture.{ending}", folder / f"picture.{ending}.json") for ending in endings))
        for ending in endings:
            with self.subTest(ending=ending):
                table = OwnTable(folder / "picture.own.json")
                self.assertTrue(all(PICTURE - {"z"} <= set(node) for node in table.nodes.values()))
                self.check(folder / f"picture.{ending}.json", table, reports[ending], ending == "gexf")

    def test_the_tables(self):
        """As the import dialog has to be told: gephi/GephiReads.java, and the report."""
        options = ("--view", "two-mode", "--flavour", "gephi")
        for ending, key, columns in (("nodes.csv", "nodes", "'existed_from'"), ("edges.csv", "edges", "'valid_from'")):
            with self.subTest(table=ending):
                report = entente("export", DATA, folder / f"g.{ending}", *options)
                self.assertRegex(report, f"note.E215.: Gephi takes [^\n]*{columns}")
                with (folder / f"g.{ending}").open(encoding="utf-8", newline="") as file:
                    rows = {row["Id"]: row for row in csv.DictReader(file)}
                gephi.open((folder / f"g.{ending}", folder / "table.json"))
                with open(folder / "table.json", encoding="utf-8") as file:
                    held = json.load(file)
                self.assertLessEqual({line["level"] for line in held["issues"] + held["log"]}, {"INFO", "WARNING"}, held["issues"])
                found = {element["id"]: element for element in held[key]}
                self.assertEqual(set(found), set(rows))
                for name, row in rows.items():
                    self.check_row(found[name], row)

    def check_row(self, found, row):
        where = row.pop("Id")
        self.assertEqual(found["label"] or "", row.pop("Label") or (where if "x" in found else ""), where)
        spells = [spell.split(", ") for spell in row.pop("timeset").strip("<[]>").split("]; [") if spell]
        ends = {"-Infinity": -math.inf, "Infinity": math.inf}
        self.assertEqual(found["times"], [[ends[end] if end in ends else milliseconds(end) for end in spell] for spell in spells])
        if "Source" in row:
            self.assertEqual((found["source"], found["target"]), (row.pop("Source"), row.pop("Target")))
            self.assertEqual((found["directed"], found["kind"]), (row.pop("Type") == "Directed", row.pop("Kind")))
            self.assertEqual(found["weight"], float(row.pop("Weight")))
        self.assertEqual({name: str(value) for name, value in found["values"].items()},
                         {name: text for name, text in row.items() if text != ""}, where)

    def test_auto_scale_keeps_the_picture(self):
        """Gephi's import dialog has it on: each place is moved and scaled by the same amount, and sizes keep their order."""
        graph = nx.Graph()
        for k in range(60):
            graph.add_node(f"n{k:02}", x=10.0 * k, y=float(k * k % 37) - 100, size=6.0 + k % 30)
        nx.write_graphml(graph, folder / "places.graphml")
        entente("export", folder / "places.graphml", folder / "scaled.graphml")
        gephi.open((folder / "scaled.graphml", folder / "scaled.json"), auto_scale=True)
        with open(folder / "scaled.json", encoding="utf-8") as file:
            nodes = {node["id"]: node for node in json.load(file)["nodes"]}
        scale = (nodes["n59"]["x"] - nodes["n00"]["x"]) / 590
        for axis in ("x", "y"):
            shift = nodes["n00"][axis] - scale * graph.nodes["n00"][axis]
            for name, values in graph.nodes(data=True):
                self.assertAlmostEqual(nodes[name][axis], scale * values[axis] + shift, delta=0.01)
        by_size = sorted(graph, key=lambda name: graph.nodes[name]["size"])
        found = [nodes[name]["size"] for name in by_size]
        self.assertEqual(found, sorted(found))

    def check_picture(self, path, table):
        """Each colour is there, in the order of the area that it should have."""
        pixels = (matplotlib.image.imread(path)[:, :, :3] * 255).round().astype(int)
        codes = pixels[:, :, 0] * 65536 + pixels[:, :, 1] * 256 + pixels[:, :, 2]
        areas = {}
        for node in table.nodes.values():
            code = node["r"] * 65536 + node["g"] * 256 + node["b"]
            areas[code] = areas.get(code, 0) + node["size"] ** 2
        found = {code: int((codes == code).sum()) for code in areas}
        largest = sorted(areas, key=areas.get, reverse=True)
        for code in largest[:4]:
            self.assertGreater(found[code], codes.size / 2000, f"{code:06x} {found}")
        self.assertTrue(all(found.values()), found)

    def test_hostile_texts_and_numbers(self):
        graph = hostile_graph(parallels=True)
        for place in ("valid_from", "valid_to"):
            for edge in graph["links"][1::2]:
                del edge[place]
        (folder / "hostile.json").write_text(json.dumps(graph), encoding="utf-8")
        for ending in ("graphml", "gexf"):
            with self.subTest(ending=ending):
                report = entente("export", folder / "hostile.json", folder / f"to-gephi.{ending}")
                gephi.open((folder / f"to-gephi.{ending}", folder / f"{ending}.json"))
                self.check(folder / f"{ending}.json", OwnTable(folder / "hostile.json"), report, ending == "gexf")
                self.assertEqual(counts(report)["E204"], len(TEXTS))
                self.assertGreater(counts(report)["E206"], 6)
                self.assertGreater(counts(report)["E207"], 6)


if __name__ == "__main__":
    unittest.main()
