# SPDX-License-Identifier: Apache-2.0
"""The program's own table of a graph, to compare what other readers found with: its node-link JSON, in which each value has
its type, and the columns that only a picture has."""
import csv
import json
import os
import re
import subprocess
import xml.etree.ElementTree as tree

BINARY = os.environ["ENTENTE_BINARY"]
PICTURE = {"x", "y", "z", "size", "r", "g", "b"}
GRAPHML = "{http://graphml.graphdrawing.org/xmlns}"


def entente(*arguments):
    """What the program says; it must succeed."""
    run = subprocess.run([BINARY, *map(str, arguments)], capture_output=True, text=True, timeout=900, check=False)
    if run.returncode != 0:
        raise AssertionError(f"entente {' '.join(map(str, arguments))}\n{run.stderr}")
    return run.stderr


def counts(report):
    """The numbers of a report by the codes of their notes: {"E206": 3}."""
    return {code: int(count) for code, count in re.findall(r"note\[(E\d+)\]: (\d+) ", report)}


class OwnTable:
    def __init__(self, path):
        with open(path, encoding="utf-8") as file:
            graph = json.load(file)
        self.directed = graph["directed"]
        self.nodes = {node.pop("id"): node for node in graph["nodes"]}
        self.edges = {}
        for number, edge in enumerate(graph["links"], 1):
            self.edges[edge.pop("id", None) or edge.pop("key", None) or f"e{number}"] = edge

    def add_positions(self, path):
        """x, y, size, r, g, b of tables/positions.csv."""
        with open(path, encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                node = self.nodes[row.pop("node")]
                node.update({name: int(text) if name in "rgb" else float(text) for name, text in row.items()})

    def add_columns_of_graphml(self, path, names):
        """Of nodes, as text and type stand in the file: what only the run that wrote it knows."""
        types = {"string": str, "int": int, "long": int, "double": float}
        root = tree.parse(path).getroot()
        keys = {key.get("id"): (key.get("attr.name"), types[key.get("attr.type")]) for key in root.iter(GRAPHML + "key")}
        for node in root.iter(GRAPHML + "node"):
            for data in node.iter(GRAPHML + "data"):
                name, of_type = keys[data.get("key")]
                if name in names:
                    self.nodes[node.get("id")][name] = of_type(data.text)

    @classmethod
    def of_run(cls, data, out, view):
        """What gephi/VIEW.graphml of a run holds, and gephi/VIEW.gexf. Picture and coalitions are the run's own."""
        own = out / f"{view}.json"
        entente("export", data, own, "--view", view, "--flavour", "gephi")
        table = cls(own)
        table.add_columns_of_graphml(out / f"gephi/{view}.graphml", {"coalition"} if view == "knowledge" else {"coalition", *PICTURE})
        if view == "knowledge":
            table.add_positions(out / "tables/positions.csv")
        return table

    def as_written(self, ids):
        """As a file of XML has it: other ids, with the original beside them, and no control characters."""
        for rows in (self.nodes, self.edges):
            for values in rows.values():
                values.update({name: v.replace("\x01", "\ufffd") for name, v in values.items() if isinstance(v, str)})
        for node, values in self.nodes.items():
            if ids[node] != node:
                values["original_id"] = node
        self.nodes = {ids[node]: values for node, values in self.nodes.items()}
        for values in self.edges.values():
            values.update(source=ids[values["source"]], target=ids[values["target"]])
