# SPDX-License-Identifier: Apache-2.0
"""Which part of a data set is looked at, and as known when: /usr/bin/python3 tests/cli/filters_test.py"""
import csv
import json
import os
import pathlib
import unittest

from program import ProgramTest, entente

SOURCE = pathlib.Path(os.environ["ENTENTE_SOURCE_DIR"])
TINY = SOURCE / "tests/data/tiny"
DATA = SOURCE / "graph_data/cyber-norms"


class Filters(ProgramTest):
    def stances(self, *options):
        """Who took which stance on what in the tiny data set."""
        run = entente("export", TINY, self.folder / "signed.csv", "--view", "two-mode", *options)
        self.assert_status(run, 0)
        with open(self.folder / "signed.csv", encoding="utf-8", newline="") as file:
            return {(row["source"], row["target"]): row["sign"] for row in csv.DictReader(file)}

    def test_what_had_been_recorded_by_a_day(self):
        day, pact = ("--as-of", "2020-01-31"), "agreement.river-pact"
        # The Gazette of February 2019 denies what the registry says of Belmont and of Illyria.
        states = ("state.arden", "state.belmont", "state.illyria")
        now = self.stances(*day)
        self.assertEqual([now[state, pact] for state in states], ["1", "0", "0"])
        before = self.stances(*day, "--known-by", "2019-01-31")
        self.assertEqual(before, {(state, pact): "1" for state in states})
        self.assertEqual(self.stances(*day, "--known-by", "2019-02-01")["state.illyria", pact], "0")
        self.assertEqual(self.stances(*day, "--known-by", "2018-06-29"), {})

    def test_lists_may_be_joined_by_commas_or_repeated(self):
        once = self.stances("--without", "src.depositary,src.gazette")
        self.assertEqual(once, self.stances("--without", "src.depositary", "--without", "src.gazette"))
        self.assertEqual(once, self.stances("--without", " src.gazette , src.depositary"))
        self.assertNotEqual(once, self.stances("--without", "src.gazette"))
        self.assertEqual({target for _, target in once}, {"vote.treaty-1"})

    def test_kinds_items_and_countries(self):
        self.assertEqual({source.split(".")[0] for source, _ in self.stances("--kinds", "company")}, {"company"})
        self.assertEqual({target for _, target in self.stances("--items", "vote.treaty-1")}, {"vote.treaty-1"})
        self.assertEqual({source for source, _ in self.stances("--countries", "ARD")}, {"state.arden"})

    def test_what_the_data_set_does_not_have_gets_a_suggestion(self):
        for option, value, meant in (("--kinds", "stat", "state"), ("--items", "agreement.river-pakt", "agreement.river-pact"),
                                     ("--countries", "ARG", "ARD"), ("--without", "src.gazete", "src.gazette")):
            for command in (["run", "degree", TINY], ["analyze", TINY, "--out", self.folder / "out"],
                            ["export", TINY, self.folder / "all.graphml"]):
                run = entente(*command, option, value)
                self.assert_status(run, 1)
                self.assertIn(f"did you mean '{meant}'?", run.stderr)
        self.assertEqual(list(self.folder.iterdir()), [])

    def test_a_list_that_names_nothing_is_refused(self):
        for value in ("", ",", " , "):
            run = entente("run", "degree", TINY, "--kinds", value)
            self.assert_status(run, 2)
            self.assertRegex(run.stderr, r"error\[C104\]: --kinds.*(names nothing|missing)")

    def test_filters_of_a_graph_file_are_refused(self):
        for command in (["run", "degree", self.graph()], ["export", self.graph(), self.folder / "all.csv"]):
            run = entente(*command, "--known-by", "2019", "--without", "src.x")
            self.assert_status(run, 2)
            self.assertIn("error[C109]: --known-by belongs to a data set", run.stderr)
            self.assertIn("error[C109]: --without belongs to a data set", run.stderr)

    def test_a_day_of_knowledge_is_asked_about_where_no_other_is_named(self):
        run = entente("run", "degree", TINY, "--known-by", "2018-07", "--format", "json")
        self.assert_status(run, 0)
        self.assertIn("view: actors as of 2018-07-31, dates possible, known by 2018-07-31", json.loads(run.stdout)["notes"])

    def test_the_knowledge_view_heeds_them_too(self):
        path = self.folder / "all.json"
        run = entente("export", TINY, path, "--without", "src.gazette", "--kinds", "state")
        self.assert_status(run, 0)
        self.assertIn("view: every node and claim, dates possible, kinds state, without src.gazette", run.stderr)
        graph = json.loads(path.read_text(encoding="utf-8"))
        self.assertTrue(graph["links"])
        self.assertNotIn("src.gazette", {link["sources"] for link in graph["links"]})
        self.assertNotIn("company", {node["kind"] for node in graph["nodes"]})
        run = entente("run", "degree", TINY, "--view", "knowledge", "--kinds", "state", "--format", "json")
        self.assertEqual(json.loads(run.stdout)["input"]["nodes"], len(graph["nodes"]))


class Analyze(ProgramTest):
    def analyze(self, *options):
        out = self.folder / "out"
        run = entente("analyze", DATA, "--effort", "quick", "--quiet", "--out", out, *options)
        self.assert_status(run, 0)
        return run.stdout, json.loads((out / "manifest.json").read_text()), json.loads((out / "results.json").read_text())

    def test_every_output_names_the_filters_and_the_effort(self):
        told, manifest, results = self.analyze("--known-by", "2022-12-31", "--kinds", "state", "--without", "src.wired-2018-11-12")
        filters = {"known_by": "2022-12-31", "kinds": ["state"], "items": [], "countries": [],
                   "without": ["src.wired-2018-11-12"]}
        self.assertEqual(results["filters"], filters)
        self.assertEqual(manifest["parameters"]["filters"], filters)
        self.assertEqual(manifest["parameters"]["effort"], "quick")
        self.assertEqual(results["as_of"], "2022-12-31")
        for text in (" ".join(told.split()), results["projection"], manifest["parameters"]["projection"]):
            self.assertIn("known by 2022-12-31, kinds state, without src.wired-2018-11-12", text)
        self.assertIn("\nEffort quick, seed 1.", told)

    def test_a_day_on_which_nothing_had_been_recorded_is_no_error(self):
        told, _, results = self.analyze("--known-by", "2001")
        self.assertEqual(results["as_of"], "2001-12-31")
        self.assertRegex(told, r"STATES: \d+ on 0 items")


if __name__ == "__main__":
    unittest.main()
