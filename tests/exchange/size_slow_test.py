# SPDX-License-Identifier: Apache-2.0
"""What reading and writing a million edges with five attributes takes beside the graph: less than 50 MB, since both stream.
ENTENTE_BINARY=... ENTENTE_SOURCE_DIR=... /usr/bin/python3 tests/exchange/size_slow_test.py"""
import os
import pathlib
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(os.environ["ENTENTE_SOURCE_DIR"]) / "scripts"))
from bench import ATTRIBUTES, measure, write_graphml

BINARY = os.environ["ENTENTE_BINARY"]
EDGES, NODES = 1_000_000, 100_000
# Of an edge: two ends, its line, two whole numbers, a real, a flag, and a short text in 32 bytes, in columns that have grown and
# have room to spare; of a node: its id, again in the table of ids, and its place in the order.
GRAPH = (EDGES * (8 + 4 + 16 + 8 + 1 + 32) * 1.5 + NODES * 150) / 1e6


class Size(unittest.TestCase):
    def test_a_million_edges(self):
        empty = measure([BINARY, "--version"])[2]
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            write_graphml(folder / "g.graphml", ATTRIBUTES)
            for source, target in (("g.graphml", "w.graphml"), ("g.graphml", "w.gexf"), ("w.gexf", "x.graphml")):
                memory = measure([BINARY, "export", folder / source, folder / target, "--quiet"])[2]
                self.assertLess(memory - empty - GRAPH, 50, f"{source} to {target}: {memory:.0f} MB")


if __name__ == "__main__":
    unittest.main()
