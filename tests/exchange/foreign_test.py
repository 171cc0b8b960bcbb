# SPDX-License-Identifier: Apache-2.0
"""The program reads the files of other programs: ENTENTE_BINARY=... ENTENTE_SOURCE_DIR=... \
/usr/bin/python3 tests/exchange/foreign_test.py

Each file of foreign/ holds the graph of foreign_graph.py, as far as its format and its writer can: what a file lacks is said
here, all else must be read as it was meant."""
import json
import math
import pathlib
import tempfile
import unittest

from foreign_graph import EDGES, NODES
from own_table import entente

FOREIGN = pathlib.Path(__file__).resolve().parent / "foreign"
VALUES = {"label", "kind", "real", "whole", "sure", "note"}
# Of each file: by what its nodes are known, the values that it has, and what else is to be known.
FILES = {
    "networkx.graphml": {"values": VALUES},
    "networkx.gexf": {"values": VALUES},
    "networkx.gml": {"values": VALUES - {"label"}, "flags": "numbers"},  # its labels are the ids
    "networkx.net": {"values": set(), "relations": False},  # values stand among words of a drawing, which are left out
    "networkx.json": {"values": VALUES},
    "igraph.graphml": {"values": VALUES, "digits": 15},
    "igraph.gml": {"values": VALUES, "flags": "numbers", "digits": 15},
    "igraph.net": {"values": set(), "relations": False},
    "r_igraph.graphml": {"values": VALUES, "digits": 15, "absent": "NA"},
    "r_igraph.gml": {"values": VALUES, "flags": "numbers", "digits": 15, "absent": "NA"},
    "r_igraph.net": {"values": set(), "relations": False, "ids": "positions"},
    "graph_tool.graphml": {"values": VALUES},
    "graph_tool.gml": {"values": {"kind", "real", "whole", "note"}, "ids": "labels", "digits": 6},
    "boost.graphml": {"values": VALUES, "digits": 6},
    "graphology.gexf": {"values": VALUES},
    "graphology.json": {"values": VALUES},
    "gephi.graphml": {"values": VALUES, "merged": True},
    "gephi.gexf": {"values": VALUES, "merged": True},
    # Text it has of every value, and blanks where quotes were.
    "gephi.gml": {"values": {"label", "kind", "real", "whole", "sure"}, "merged": True, "all_texts": True},
    "gephi.net": {"values": set(), "ids": "labels", "merged": True, "relations": False},
    # Blanks of names are underlines; who has no tie has no name.
    "gephi.dl": {"values": set(), "ids": "underlined", "merged": True, "relations": False},
}


def read(path):
    with tempfile.TemporaryDirectory() as folder:
        said = entente("export", path, pathlib.Path(folder) / "read.json")
        with open(pathlib.Path(folder) / "read.json", encoding="utf-8") as file:
            return json.load(file), said


def merged_edges():
    """As Gephi merges them: the weights of a pair are added, the other values are those of the last."""
    merged = {}
    for source, target, values in EDGES:
        before = merged.get((source, target), {"weight": 0.0})
        merged[source, target] = {**values, "weight": before["weight"] + values["weight"]}
    return [(source, target, values) for (source, target), values in merged.items()]


class ForeignFiles(unittest.TestCase):
    def test_every_file_has_its_expectation(self):
        self.assertEqual({path.name for path in FOREIGN.iterdir() if path.is_file()} - {"README.md", "networkx_mixed.graphml"},
                         set(FILES))

    def test_the_graph_is_read(self):
        for name, has in FILES.items():
            with self.subTest(file=name):
                self.check(name, has)

    def check(self, name, has):
        graph, _ = read(FOREIGN / name)
        self.assertTrue(graph["directed"])
        kind_of_id = has.get("ids", "ids")
        ids = {node: {"ids": node, "labels": values["label"], "positions": str(int(node[1]) + 1),
                      "underlined": values["label"].replace(" ", "_") if values["label"] != "Alone" else "5"}[kind_of_id]
               for node, values in NODES.items()}
        nodes = {node["id"]: node for node in graph["nodes"]}
        self.assertEqual(set(nodes), set(ids.values()))
        for node, values in NODES.items():
            for column in has["values"]:
                where = f"{node} {column}"
                self.same(where, nodes[ids[node]].get(column), values.get(column), has)
        edges = merged_edges() if has.get("merged") else EDGES
        relations = has.get("relations", True)

        def row(source, target, values):
            return (source, target, values["weight"], values["relation"] if relations else "")

        meant = sorted(row(ids[source], ids[target], values) for source, target, values in edges)
        found = [(edge["source"], edge["target"], float(edge["weight"]), edge.get("relation", "") if relations else "")
                 for edge in graph["links"]]
        self.assertEqual(sorted(found), meant)

    def same(self, where, found, meant, has):
        if meant is None:
            self.assertIn(found, (None, "", has.get("absent")), where)
        elif has.get("all_texts"):
            self.assertEqual(float(found) if isinstance(meant, float) else found.lower() if isinstance(meant, bool) else found,
                             meant if isinstance(meant, float) else str(meant).lower() if isinstance(meant, bool) else str(meant))
        elif isinstance(meant, bool):
            self.assertEqual(found, meant, where)
            self.assertIs(type(found), int if has.get("flags") == "numbers" else bool, where)
        elif isinstance(meant, str):
            self.assertEqual(found, meant, where)
        else:
            digits = has.get("digits", 17)
            self.assertIsInstance(found, (int, float), where)
            self.assertTrue(math.isclose(found, meant, rel_tol=0.6 * 10.0 ** (1 - digits)), f"{where}: {found}, expected {meant}")

    def test_two_keys_of_one_name_are_one_column(self):
        graph, _ = read(FOREIGN / "networkx_mixed.graphml")
        self.assertEqual({node["id"]: node["score"] for node in graph["nodes"]}, {"a": 1, "b": 2.5})

    def test_lists_of_graph_tool_are_texts(self):
        graph, said = read(FOREIGN / "graph_tool.graphml")
        self.assertEqual([node["points"] for node in graph["nodes"]], [f"{k / 2:g}, 1" for k in range(5)])
        self.assertIn("G122", said)


class HandMade(unittest.TestCase):
    """Of programs that could not be run."""

    def read(self, name):
        graph, said = read(FOREIGN / "hand_made" / name)
        return graph, {node.pop("id"): node for node in graph["nodes"]}, said

    def test_yed(self):
        graph, nodes, said = self.read("yed.graphml")
        self.assertEqual(nodes, {"n0": {"description": "a state", "label": "France & friends"}, "n1": {"label": "Group"},
                                 "n1::n0": {"label": "Türkiye", "parent": "n1"}})
        self.assertEqual([(edge["source"], edge["target"], edge["description"]) for edge in graph["links"]],
                         [("n0", "n1::n0", "backed")])
        self.assertIn("yed.graphml:14:7: note[G124]", said)

    def test_neo4j_apoc(self):
        graph, nodes, said = self.read("neo4j_apoc.graphml")
        self.assertEqual({node: values["name"] for node, values in nodes.items()}, {"n0": "France & friends", "n1": "Türkiye"})
        self.assertEqual([(edge["relation"], edge["since"]) for edge in graph["links"]], [("BACKED", "2018")])
        self.assertIn("G128", said)

    def test_cytoscape(self):
        graph, nodes, _ = self.read("cytoscape.graphml")
        self.assertEqual(nodes, {"81": {"name": "France & friends", "score": 0.5}, "83": {"name": "Türkiye", "score": 1.5}})
        self.assertEqual([edge["interaction"] for edge in graph["links"]], ["backed"])

    def test_network_canvas(self):
        graph, nodes, _ = self.read("network_canvas.graphml")
        self.assertEqual(nodes, {"a": {"label": "France & friends", "age": 41}, "b": {"label": "Türkiye"}})
        self.assertFalse(graph["directed"])


if __name__ == "__main__":
    unittest.main()
