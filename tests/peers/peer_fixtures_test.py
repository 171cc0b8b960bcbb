# SPDX-License-Identifier: Apache-2.0
"""The program against answers that others gave once, in files beside this one:

    r_fixtures.json             R's packages (make_r_fixtures.R)
    graph_tool_fixtures.json    graph-tool (make_graph_tool_fixtures.py)
    known_answers.json          what the tests of networkx, igraph, NetworKit, backbone, bicm and signnet expect, read off them

    ENTENTE_BINARY=... ENTENTE_SOURCE_DIR=... /usr/bin/python3 tests/peers/peer_fixtures_test.py

A case holds a peer, a method with its options, what it is run on, and where in the answer the
peer's values stand. Both agree to 1e-9, or as far as the case says (`within`): where draws, the
digits that were printed or the peer's own accuracy allow less.
"""
import csv
import functools
import json
import os
import pathlib
import subprocess
import tempfile
import unittest

BINARY = os.environ["ENTENTE_BINARY"]
TESTS = pathlib.Path(os.environ["ENTENTE_SOURCE_DIR"]) / "tests"
TOLERANCE = 1e-9
# What a run depends on; the rest of a case is its answer.
ASKED = ("method", "options", "files", "graph", "directed", "without", "groups", "input", "edges", "nodes")


@functools.cache
def rows(graph, file):
    with open(TESTS / "data/graphs" / graph / file, newline="", encoding="utf-8") as lines:
        return list(csv.DictReader(lines))


def node_order(case):
    """Of the values of a case: that of its nodes, or of nodes.csv of its graph."""
    return case["nodes"]["id"] if "nodes" in case else [node["id"] for node in rows(case["graph"], "nodes.csv")]


def without(graph, what, directed):
    """The edges of a graph, by column, but for its loops, or with one of parallel edges."""
    kept, seen = [], set()
    for edge in rows(graph, "edges.csv"):
        ends = edge["source"], edge["target"]
        known = ends if directed else tuple(sorted(ends))
        if not ("loops" in what and len(set(ends)) == 1 or "parallels" in what and known in seen):
            kept.append(edge)
        seen.add(known)
    return {column: [edge[column] for edge in kept] for column in kept[0]}


class Runs:
    """What the program answers, asked once for each distinct call."""

    def __init__(self, folder):
        self.folder, self.answers = pathlib.Path(folder), {}

    def table(self, name, columns):
        with open(self.folder / f"{name}.csv", "w", newline="", encoding="utf-8") as file:
            csv.writer(file).writerows([columns, *zip(*columns.values())])
        return file.name

    def input_of(self, case):
        if "input" in case:
            return [self.table("table", case["input"])]
        if "nodes" in case:
            given = [self.table("edges", case["edges"]), "--nodes", self.table("nodes", case["nodes"])]
        else:
            folder = TESTS / "data/graphs" / case["graph"]
            edges = folder / "edges.csv"
            if "without" in case:
                edges = self.table("edges", without(case["graph"], case["without"], case["directed"]))
            given = [edges, "--nodes", folder / "nodes.csv"]
        if "directed" in case:
            given.append("--directed" if case["directed"] else "--undirected")
        if "groups" in case:
            groups = [f"g{group}" for group in case["groups"]]
            given += ["--partition", self.table("groups", {"node": node_order(case), "group": groups})]
        for option, columns in case.get("files", {}).items():
            given += [option, self.table("file", columns)]
        return given

    def of(self, case):
        asked = json.dumps([case.get(part) for part in ASKED])
        if asked not in self.answers:
            run = subprocess.run([BINARY, "run", case["method"], *self.input_of(case), *case["options"],
                                  "--format", "json", "--quiet"], capture_output=True, text=True, timeout=120)
            if run.returncode != 0:
                raise AssertionError(f"status {run.returncode}\n{run.stderr}")
            self.answers[asked] = {table["name"]: {c["name"]: c["values"] for c in table["columns"]}
                                   for table in json.loads(run.stdout)["tables"]}
        return self.answers[asked]


class Fixtures(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.runs = Runs(folder.name)

    def assert_same(self, ours, theirs, within):
        self.assertEqual(len(ours), len(theirs))
        for k, (mine, other) in enumerate(zip(ours, theirs)):
            if other is None or mine is None or isinstance(other, str):
                self.assertEqual(mine, other, f"value {k}")
            else:
                bound = within[k] if isinstance(within, list) else within or TOLERANCE * max(1, abs(other))
                self.assertAlmostEqual(mine, other, delta=bound, msg=f"value {k}")

    def check(self, case):
        table = self.runs.of(case)[case["table"]]
        within = case.get("within")
        if "values" in case:  # by node
            ours = dict(zip(table["node"], table[case["column"]]))
            order = node_order(case)
            self.assertEqual(set(ours), set(order))
            self.assert_same([ours[node] for node in order], case["values"], within)
        elif "rows" in case:  # by the ends of an edge or the two of a pair
            named = tuple if case.get("directed") else (lambda ends: tuple(sorted(ends)))
            ours = {named(ends): value for *ends, value in zip(*(table[c] for c in [*case["keys"], case["column"]]))}
            theirs = {named(ends): value for *ends, value in case["rows"]}
            self.assertEqual(len(theirs), len(case["rows"]))
            self.assertEqual(set(ours), set(theirs))
            self.assert_same([ours[ends] for ends in theirs], list(theirs.values()), within)
        else:
            for column, values in case["columns"].items():
                ours = [table[column][case["row"]]] if "row" in case else table[column]
                self.assert_same(ours, values, within)

    def check_file(self, name):
        fixtures = json.loads((TESTS / "peers" / name).read_text(encoding="ascii"))
        self.assertTrue(fixtures["cases"])
        for number, case in enumerate(fixtures["cases"]):
            with self.subTest(number=number, peer=case["peer"], method=case["method"], options=case["options"],
                              graph=case.get("graph")):
                self.check(case)

    def test_r(self):
        self.check_file("r_fixtures.json")

    def test_graph_tool(self):
        self.check_file("graph_tool_fixtures.json")

    def test_known_answers(self):
        self.check_file("known_answers.json")


if __name__ == "__main__":
    unittest.main()
