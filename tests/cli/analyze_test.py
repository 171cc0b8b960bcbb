# SPDX-License-Identifier: Apache-2.0
"""The batch run on cyber-norms: /usr/bin/python3 tests/cli/analyze_test.py"""
import csv
import hashlib
import json
import os
import pathlib
import re
import signal
import subprocess
import tempfile
import time
import unittest

import igraph
import networkx

from program import BINARY, ProgramTest, entente

DATA = pathlib.Path(os.environ["ENTENTE_SOURCE_DIR"]) / "graph_data/cyber-norms"
INSIDE = {"Israel", "United States"}
OUTSIDE = {"China", "Iran", "Russian Federation", "North Korea"}
GRAPHS = ("knowledge", "two-mode", "actors")


def analyze(folder, *options):
    return entente("analyze", DATA, "--as-of", "2018-12-31", "--effort", "quick", "--quiet", "--out", folder, *options)


def rows(folder, table):
    with open(folder / "tables" / f"{table}.csv", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def sides(folder):
    found = {"inside": set(), "outside": set(), "unplaced": set()}
    for row in rows(folder, "absentees"):
        if row["view"] == "states" and row["item"] == "agreement.paris-call":
            found[row["side"]].add(row["label"])
    return found


class CyberNorms(unittest.TestCase):
    """What one run as of the end of 2018 wrote and said."""

    @classmethod
    def setUpClass(cls):
        cls.temporary = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.temporary.cleanup)
        cls.base = pathlib.Path(cls.temporary.name)
        cls.folder = cls.base / "first"
        cls.run_ = analyze(cls.folder)
        assert cls.run_.returncode == 0, cls.run_.stderr

    def test_the_named_absentees_of_the_paris_call_are_not_one_group(self):
        found = sides(self.folder)
        self.assertEqual(found["inside"], INSIDE)
        self.assertEqual(found["outside"], OUTSIDE)

    def test_certain_dates_give_the_same_sides(self):
        folder = self.base / "certain"
        run = analyze(folder, "--dates", "certain")
        self.assertEqual(run.returncode, 0, run.stderr)
        found = sides(folder)
        self.assertEqual((found["inside"], found["outside"]), (INSIDE, OUTSIDE))
        # Of the states, only the United Kingdom is dated: the article's correction names it.
        graph = networkx.read_graphml(str(folder / "gephi/two-mode.graphml"), force_multigraph=True)
        states = {s for s, t in graph.edges() if t == "agreement.paris-call" and s.startswith("state.")}
        self.assertEqual(states, {"state.gbr"})

    def test_roll_calls_divide_them_in_the_raw_votes_too(self):
        answers = {}
        with open(DATA / "raw/un_cyber_votes.csv", encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                answers.setdefault(row["resolution"], {})[row["country"]] = row["vote"]
        for resolution, inside, outside in (("73/27", "no", "yes"), ("73/187", "no", "yes"), ("73/266", "yes", "no")):
            votes = answers[f"A/RES/{resolution}"]
            self.assertEqual({votes[c] for c in ("ISR", "USA")}, {inside}, resolution)
            self.assertEqual({votes[c] for c in ("CHN", "IRN", "PRK", "RUS")}, {outside}, resolution)
        said = " ".join(self.run_.stdout.split())
        self.assertRegex(said, r"73/27\b.* \(no inside, yes outside\)")
        self.assertRegex(said, r"73/266 \(yes inside, no outside\)")

    def test_two_runs_and_any_threads_write_the_same_bytes(self):
        def content(folder):
            files = {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}
            manifest = json.loads(files.pop("manifest.json"))
            self.assertGreater(len(manifest.pop("seconds")), 0)
            return files, manifest

        for threads in ("1", "2"):
            folder = self.base / f"threads{threads}"
            run = analyze(folder, "--threads", threads)
            self.assertEqual(run.returncode, 0, run.stderr)
            self.assertEqual(content(folder), content(self.folder))

    def test_tables_have_the_promised_columns(self):
        promised = {
            "actors": "node label kind country agreements coalition coalition_confidence outlier_p outlier_q",
            "coalitions": "view coalition label size stability p_value binding_items typical_members",
            "outliers": "view node label direction object expected p_value q_value because claims"}
        for table, columns in promised.items():
            found = rows(self.folder, table)
            self.assertGreater(len(found), 0, table)
            self.assertLessEqual(set(columns.split()), set(found[0]), table)

    def test_results_are_json_without_nan(self):
        def refuse(word):
            raise AssertionError(word)

        results = json.loads((self.folder / "results.json").read_text(encoding="utf-8"), parse_constant=refuse)
        names = {table["name"] for table in results["tables"]}
        self.assertEqual(names, {path.stem for path in (self.folder / "tables").iterdir()})

    def test_the_manifest_names_its_inputs_by_content(self):
        manifest = json.loads((self.folder / "manifest.json").read_text(encoding="utf-8"))
        self.assertGreater(len(manifest["inputs"]), 3)
        for base, part in ((DATA, "inputs"), (self.folder, "outputs")):
            for entry in manifest[part]:
                digest = hashlib.sha256((base / entry["file"]).read_bytes()).hexdigest()
                self.assertEqual(entry["sha256"], digest, entry["file"])

    def test_the_manifest_holds_no_key_twice(self):
        def unique(pairs):
            self.assertEqual(len(pairs), len(dict(pairs)), [key for key, _ in pairs])
            return dict(pairs)
        json.loads((self.folder / "manifest.json").read_text(encoding="utf-8"), object_pairs_hook=unique)

    def test_the_story_fits_a_terminal(self):
        lines = self.run_.stdout.splitlines()
        self.assertLess(len(lines), 40)
        told = [line for line in lines if str(self.base) not in line]  # a folder's name may be long
        self.assertGreater(len(told), 10)
        self.assertLessEqual(max(map(len, told)), 80)


class Gephi(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        temporary = tempfile.TemporaryDirectory()
        cls.addClassCleanup(temporary.cleanup)
        cls.folder = pathlib.Path(temporary.name) / "out"
        run = analyze(cls.folder)
        assert run.returncode == 0, run.stderr

    def path(self, name):
        return str(self.folder / "gephi" / f"{name}.graphml")

    def test_files_are_well_formed_and_avoid_what_gephi_misreads(self):
        for name in GRAPHS:
            lint = subprocess.run(["xmllint", "--noout", "--nonet", self.path(name)], capture_output=True, text=True)
            self.assertEqual((lint.returncode, lint.stderr), (0, ""))
            text = pathlib.Path(self.path(name)).read_text(encoding="utf-8")
            for banned in ('for="all"', 'attr.type="boolean"', "<default", "<desc", "<!DOCTYPE"):
                self.assertNotIn(banned, text, name)
            keys = [key.lower() for key in re.findall(r'<key id="([^"]*)"', text)]
            self.assertGreater(len(keys), 5)
            self.assertEqual(len(keys), len(set(keys)), name)
            names = re.findall(r'<key id="[^"]*" for="(graph|node|edge)" attr.name="([^"]*)"', text)
            self.assertEqual(len(names), len(keys), name)
            for reserved in (("node", "id"), ("edge", "id"), ("edge", "source"), ("edge", "target"), ("edge", "type")):
                self.assertNotIn(reserved, names, name)

    def test_networkx_and_igraph_read_the_same_graph(self):
        for name in GRAPHS:
            a, b = networkx.read_graphml(self.path(name), force_multigraph=True), igraph.Graph.Read_GraphML(self.path(name))
            ids = b.vs["id"]
            self.assertEqual(sorted(a), sorted(ids), name)
            self.assertEqual(a.number_of_edges(), b.ecount(), name)

            def ends(s, t):
                return (s, t) if a.is_directed() else tuple(sorted((s, t)))

            self.assertEqual(sorted(ends(s, t) for s, t in a.edges()),
                             sorted(ends(ids[e.source], ids[e.target]) for e in b.es), name)
            for vertex in b.vs:
                self.same(a.nodes[vertex["id"]], vertex.attributes(), f"{name} {vertex['id']}")
            edges = {key: data for _, _, key, data in a.edges(keys=True, data=True)}
            for edge in b.es:
                self.same(edges[edge["id"]], edge.attributes(), f"{name} {edge['id']}")
                self.assertGreater(edge["weight"], 0)

    def same(self, left, right, where):
        """igraph reads absent text as empty, absent numbers as NaN."""
        present = {k: v for k, v in right.items() if k != "id" and v != "" and v == v}
        self.assertEqual({k: v for k, v in left.items() if k != "id"}, present, where)

    def test_abstentions_survive(self):
        graph = networkx.read_graphml(self.path("two-mode"), force_multigraph=True)
        signs = [data.get("sign") for *_, data in graph.edges(data=True)]
        agreements = rows(self.folder, "agreements")
        for sign, column in ((0, "abstained_or_declined"), (1, "in_favour"), (-1, "against")):
            self.assertEqual(signs.count(sign), sum(int(row[column]) for row in agreements), column)
        self.assertGreater(signs.count(0), 0)


class Refused(ProgramTest):
    def test_what_cannot_be_written_or_read(self):
        blocked = self.file("blocked", "")
        run = analyze(blocked / "out")
        self.assert_status(run, 1)
        self.assertEqual([path.name for path in self.folder.iterdir()], ["blocked"])
        run = analyze(self.folder / "out", "--as-of", "yesterday")
        self.assert_status(run, 2)
        run = entente("analyze", "cyber-norm", "--dataset", DATA.parent, "--out", self.folder / "out")
        self.assert_status(run, 1)
        self.assertIn("did you mean 'cyber-norms'?", run.stderr)
        self.assertEqual([path.name for path in self.folder.iterdir()], ["blocked"])

    def test_a_signal_leaves_no_folder(self):
        out = self.folder / "out"
        run = subprocess.Popen([BINARY, "analyze", DATA, "--effort", "thorough", "--out", out],
                               stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        time.sleep(1)
        run.send_signal(signal.SIGINT)
        stdout, _ = run.communicate(timeout=60)
        self.assertEqual((run.returncode, stdout), (3, ""))
        self.assertEqual(list(self.folder.iterdir()), [])


if __name__ == "__main__":
    unittest.main()
