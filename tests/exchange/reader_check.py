# SPDX-License-Identifier: Apache-2.0
"""What every reader of graph files is asked: it reads the views of a data set, in both flavours, and graphs of hostile texts, and
each node, edge, value and type class is compared with the program's own table."""
import json
import os
import pathlib
import tempfile

from hostile import hostile_graph
from own_table import PICTURE, OwnTable, counts, entente

DATA = pathlib.Path(os.environ["ENTENTE_SOURCE_DIR"]) / "graph_data/cyber-norms"
REALS = {"weight", "x", "y", "size"}  # whole numbers, too, are real in a file


class Found:
    """What a reader holds: nodes by id, edges by id with both ends."""

    def __init__(self, directed):
        self.directed, self.nodes, self.edges = directed, {}, {}


class ReaderCheck:
    """Of a unittest.TestCase. A reader says how it reads a file, and what becomes of values there, by design."""

    ending = "graphml"
    is_xml = True  # which cannot hold control characters
    VIEWS = (("knowledge", "claims"), ("knowledge", "gephi"), ("two-mode", "gephi"), ("actors", "gephi"))

    def read(self, path):
        """The Found of a file."""
        raise NotImplementedError

    def meant(self, value):
        """The value that stands for one of ours: numbers, flags and texts as the reader has them."""
        return int(value) if isinstance(value, bool) else value

    def absent(self, value):
        """Whether the reader has this where the file has nothing."""
        return value is None

    def of_node(self, values):
        """A node's own values in another shape; for readers that turn some into a look."""
        return values

    def of_edge(self, values):
        return values

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def in_file(self, values):
        """Values as the file has them: long integers and forbidden characters cannot stand there as they are."""
        written = {}
        for name, value in values.items():
            if isinstance(value, int) and not isinstance(value, bool):
                value = str(value) if name in self.longer else float(value) if name in REALS else value
            written[name] = value.replace("\x01", "\ufffd") if isinstance(value, str) and self.is_xml else value
        return written

    def compare(self, path, table):
        rows = [*table.nodes.values(), *table.edges.values()]
        self.longer = {name for row in rows for name, value in row.items()
                       if isinstance(value, int) and not isinstance(value, bool) and abs(value) > 2**53}
        found = self.read(path)
        self.assertEqual(found.directed, table.directed)
        nodes = {values.pop("original_id", None) or node: values for node, values in found.nodes.items()}
        ids = {node: values_id for values_id, node in zip(found.nodes, nodes)}
        self.assertEqual((len(nodes), set(nodes)), (len(found.nodes), set(table.nodes)))
        for node, values in table.nodes.items():
            self.same(node, nodes[node], self.of_node(self.in_file(values)))
        self.assertEqual(set(found.edges), set(table.edges))
        for edge, values in table.edges.items():
            source, target, data = found.edges[edge]
            values = self.in_file(values)
            ends = ids[values.pop("source")], ids[values.pop("target")]
            self.assertIn((source, target), (ends,) if table.directed else (ends, ends[::-1]), edge)
            self.same(edge, data, self.of_edge(values))

    def same(self, where, found, values):
        wanted = {name: self.meant(value) for name, value in values.items()}
        held = {name: value for name, value in found.items() if name in wanted or not self.absent(value)}
        self.assertEqual(held, wanted, where)
        for name, value in wanted.items():
            self.assertIs(type(held[name]), type(value), f"{where} {name}")

    def test_views(self):
        for view, flavour in self.VIEWS:
            with self.subTest(view=view, flavour=flavour):
                options = ("--view", view, "--flavour", flavour)
                entente("export", DATA, self.folder / "own.json", *options)
                entente("export", DATA, self.folder / f"g.{self.ending}", *options)
                self.compare(self.folder / f"g.{self.ending}", OwnTable(self.folder / "own.json"))

    def test_a_picture(self):
        options = ("--view", "two-mode", "--flavour", "gephi", "--layout", "forceatlas2")
        entente("export", DATA, self.folder / "own.json", *options)
        entente("export", DATA, self.folder / f"g.{self.ending}", *options)
        table = OwnTable(self.folder / "own.json")
        self.assertTrue(all(PICTURE - {"z"} <= set(node) for node in table.nodes.values()))
        self.compare(self.folder / f"g.{self.ending}", table)

    def test_hostile(self):
        for directed, parallels in ((True, False), (False, True), (True, True)):
            with self.subTest(directed=directed, parallels=parallels):
                own = self.folder / "own.json"
                own.write_text(json.dumps(hostile_graph(directed, parallels)), encoding="utf-8")
                report = entente("export", own, self.folder / f"g.{self.ending}")
                table = OwnTable(own)
                self.compare(self.folder / f"g.{self.ending}", table)
                rows = [*table.nodes.values(), *table.edges.values()]
                in_values = sum(value.count("\x01") for row in rows for value in row.values() if isinstance(value, str))
                in_file = (self.folder / f"g.{self.ending}").read_text(encoding="utf-8").count("\ufffd")
                self.assertGreater(in_values, 4)
                self.assertIn(counts(report).get("E202", 0), (in_values, in_file) if self.is_xml else (0,), report)
