# SPDX-License-Identifier: Apache-2.0
"""networkx reads our GraphML: ENTENTE_BINARY=... ENTENTE_SOURCE_DIR=... /usr/bin/python3 tests/exchange/networkx_test.py"""
import unittest

import networkx as nx

from reader_check import Found, ReaderCheck


class Networkx(ReaderCheck, unittest.TestCase):
    def read(self, path):
        graph = nx.read_graphml(path)
        found = Found(graph.is_directed())
        found.nodes = {node: dict(values) for node, values in graph.nodes(data=True)}
        if graph.is_multigraph():  # the id of an edge is its key
            found.edges = {key: (s, t, dict(values)) for s, t, key, values in graph.edges(keys=True, data=True)}
        else:
            for source, target, values in graph.edges(data=True):
                values = dict(values)
                found.edges[values.pop("id")] = source, target, values
        return found


if __name__ == "__main__":
    unittest.main()
