# SPDX-License-Identifier: Apache-2.0
"""graph-tool reads our GraphML: ENTENTE_BINARY=... ENTENTE_SOURCE_DIR=... /usr/bin/python3 tests/exchange/graph_tool_test.py"""
import unittest

from reader_check import Found, ReaderCheck
from skipping import skip

try:
    import graph_tool
except ImportError as missing:
    skip(f"graph-tool is not installed (python3-graph-tool): {missing}")

TYPES = {"string": str, "int32_t": int, "int64_t": int, "double": float, "long double": float}


class GraphTool(ReaderCheck, unittest.TestCase):
    """Nothing is 0 there, or the empty text."""

    def read(self, path):
        graph = graph_tool.load_graph(str(path))
        found = Found(graph.is_directed())

        def values_of(properties, element):
            return {name: TYPES[column.value_type()](column[element]) for name, column in properties.items()}

        vertex_properties = dict(graph.vertex_properties.items())
        edge_properties = dict(graph.edge_properties.items())
        ids = vertex_properties.pop("_graphml_vertex_id")
        edge_ids = edge_properties.pop("_graphml_edge_id")
        for vertex in graph.vertices():
            found.nodes[ids[vertex]] = values_of(vertex_properties, vertex)
        for edge in graph.edges():
            found.edges[edge_ids[edge]] = ids[edge.source()], ids[edge.target()], values_of(edge_properties, edge)
        return found

    def absent(self, value):
        return value in ("", 0)


if __name__ == "__main__":
    unittest.main()
