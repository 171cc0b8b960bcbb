# SPDX-License-Identifier: Apache-2.0
"""Gephi merges edges that repeat a source, a target and a relation, as many as the report beside the file says: \
ENTENTE_BINARY=... ENTENTE_SOURCE_DIR=... /usr/bin/python3 tests/exchange/gephi_merges_test.py"""
import json
import pathlib
import tempfile
import unittest
from collections import defaultdict

from gephi_toolkit import Gephi
from own_table import counts, entente

# Of each: the ends, and the relation where there is one.
EDGES = [("a", "b", "backed"), ("a", "b", "backed"), ("a", "b", "backed"), ("a", "b", "sued"), ("a", "b", "Backed"),
         ("b", "a", "backed"), ("b", "a", "sued"), ("b", "a", "met"), ("c", "c", "backed"), ("c", "c", "backed"), ("c", "c", "met"),
         ("b", "c", ""), ("b", "c", ""), ("b", "c", "backed"), ("c", "b", ""), ("d", "a", "backed")]
# Kinds that differ in blanks around them alone: Gephi trims them but in GEXF.
BLANKS = [("a", "b", "backed"), ("a", "b", " backed"), ("a", "b", "backed\t"), ("a", "b", "backed\n"), ("a", "b", "back ed"),
          ("b", "c", ""), ("b", "c", "   "), ("c", "d", "null"), ("c", "d", ""), ("c", "d", "NULL")]
ENDINGS = ("graphml", "gexf", "edges.csv")


def setUpModule():
    global folder, gephi
    temporary = tempfile.TemporaryDirectory()
    unittest.addModuleCleanup(temporary.cleanup)
    folder = pathlib.Path(temporary.name)
    gephi = Gephi(folder)


class GephiMerges(unittest.TestCase):
    def check(self, edges, directed, lost):
        """`lost`: how many edges are no more, by the ending of the file."""
        nodes = [{"id": node} for node in sorted({end for edge in edges for end in edge[:2]})]
        links = [{"id": f"e{k:02}", "source": source, "target": target, "weight": 2.0**k, **({"relation": kind} if kind else {})}
                 for k, (source, target, kind) in enumerate(edges)]
        graph = {"directed": directed, "multigraph": True, "graph": {}, "nodes": nodes, "links": links}
        (folder / "own.json").write_text(json.dumps(graph), encoding="utf-8")
        for ending in ENDINGS:
            entente("export", folder / "own.json", folder / f"g.{ending}")
        gephi.open(*((folder / f"g.{ending}", folder / f"{ending}.json") for ending in ENDINGS))
        for ending in ENDINGS:
            with self.subTest(ending=ending, directed=directed):
                with open(folder / f"{ending}.json", encoding="utf-8") as file:
                    held = json.load(file)["edges"]

                def key(edge, kind, trimmed=ending != "gexf"):
                    ends = edge["source"], edge["target"]
                    return *(ends if directed else sorted(ends)), kind.strip() if trimmed else kind

                meant = defaultdict(float)  # the weights of what is merged are added: each is another power of two
                for edge in links:
                    meant[key(edge, edge.get("relation", ""))] += edge["weight"]
                self.assertEqual(sorted((*key(edge, edge["kind"] or ""), edge["weight"]) for edge in held),
                                 sorted((*ends_and_kind, weight) for ends_and_kind, weight in meant.items()))
                report = (folder / f"g.{ending}.report.txt").read_text(encoding="utf-8")
                self.assertEqual((counts(report).get("E209", 0), len(edges) - len(held)), (lost[ending],) * 2, report)

    def test_repeats_are_merged_as_the_report_says(self):
        self.check(EDGES, True, dict.fromkeys(ENDINGS, 4))
        self.check(EDGES, False, dict.fromkeys(ENDINGS, 7))  # b-a is a-b

    def test_another_relation_keeps_an_edge_apart(self):
        once = [edge for k, edge in enumerate(EDGES) if edge not in EDGES[:k]]
        self.check(once, True, dict.fromkeys(ENDINGS, 0))

    def test_blanks_around_a_relation_do_not_keep_an_edge_apart(self):
        self.check(BLANKS, True, {"graphml": 4, "gexf": 0, "edges.csv": 4})


if __name__ == "__main__":
    unittest.main()
