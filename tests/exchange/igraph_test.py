# SPDX-License-Identifier: Apache-2.0
"""python-igraph reads our GraphML: ENTENTE_BINARY=... ENTENTE_SOURCE_DIR=... /usr/bin/python3 tests/exchange/igraph_test.py"""
import math
import unittest

import igraph

from reader_check import Found, ReaderCheck


class Igraph(ReaderCheck, unittest.TestCase):
    """Every number is a double there; nothing is NaN, or the empty text."""

    def read(self, path):
        graph = igraph.Graph.Read_GraphML(str(path))
        found = Found(graph.is_directed())
        for vertex in graph.vs:
            values = vertex.attributes()
            found.nodes[values.pop("id")] = values
        ids = graph.vs["id"]
        for edge in graph.es:
            values = edge.attributes()
            found.edges[values.pop("id")] = ids[edge.source], ids[edge.target], values
        return found

    def meant(self, value):
        return value if isinstance(value, str) else float(value)

    def absent(self, value):
        return value == "" or (isinstance(value, float) and math.isnan(value))


if __name__ == "__main__":
    unittest.main()
