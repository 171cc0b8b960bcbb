# SPDX-License-Identifier: Apache-2.0
"""run, export and check on data sets: /usr/bin/python3 tests/cli/data_set_test.py"""
import csv
import json
import os
import pathlib
import shutil
import unittest
import xml.etree.ElementTree

from program import ProgramTest, entente

TINY = pathlib.Path(os.environ["ENTENTE_SOURCE_DIR"]) / "tests/data/tiny"


class Run(ProgramTest):
    def result(self, *arguments):
        run = entente("run", "degree", TINY, "--format", "json", *arguments)
        self.assert_status(run, 0)
        return json.loads(run.stdout)

    def test_a_view_says_what_it_is(self):
        result = self.result("--view", "states", "--as-of", "2018")
        self.assertIn("view: states as of 2018-12-31, dates possible", result["notes"])
        nodes = result["tables"][0]["columns"][0]["values"]
        self.assertEqual(nodes, ["state.arden", "state.belmont", "state.illyria", "agreement.river-pact"])

    def test_certain_dates_leave_out_what_only_may_be(self):
        edges = [self.result("--view", "states", "--as-of", "2016-02-01", "--dates", dates)["input"]["edges"]
                 for dates in ("possible", "certain")]
        self.assertEqual(edges, [1, 0])  # one source says that Arden signed in 2016, and not when

    def test_the_knowledge_view_has_every_node(self):
        self.assertEqual(self.result("--view", "knowledge")["input"]["nodes"], 9)

    def test_a_method_that_needs_one_mode_gets_the_knowledge_view(self):
        run = entente("run", "leiden", TINY, "--format", "json")
        self.assert_status(run, 0)
        self.assertEqual(json.loads(run.stdout)["input"]["nodes"], 9)
        run = entente("run", "leiden", TINY, "--view", "actors")
        self.assert_status(run, 1)
        self.assertIn("error[R103]", run.stderr)

    def test_a_name_is_looked_up_and_a_mistyped_one_gets_a_suggestion(self):
        run = entente("run", "degree", "tiny", "--dataset", TINY.parent, "--format", "json")
        self.assert_status(run, 0)
        run = entente("run", "degree", "tinny", "--dataset", TINY.parent)
        self.assert_status(run, 1)
        self.assertIn("error[C205]: no data set 'tinny'\n  hint: did you mean 'tiny'?", run.stderr)

    def test_options_of_the_other_kind_of_input_are_refused(self):
        for arguments in ([TINY, "--directed"], [self.graph(), "--view", "states"]):
            run = entente("run", "degree", *arguments)
            self.assert_status(run, 2)
            self.assertIn("error[C109]", run.stderr)

    def test_what_is_no_date_or_view_is_refused(self):
        for option, value in (("--as-of", "yesterday"), ("--view", "stats"), ("--dates", "sure")):
            run = entente("run", "degree", TINY, option, value)
            self.assert_status(run, 2)
            self.assertIn(f"error[C104]: {option} is '{value}'", run.stderr)


class Export(ProgramTest):
    def export(self, name, *arguments, status=0):
        run = entente("export", TINY, self.folder / name, *arguments)
        self.assert_status(run, status)
        self.assertEqual(run.stdout, "")
        return self.folder / name

    def test_the_whole_data_set_as_graphml(self):
        root = xml.etree.ElementTree.parse(self.export("all.graphml")).getroot()
        space = "{http://graphml.graphdrawing.org/xmlns}"
        self.assertEqual(len(root.findall(f".//{space}node")), 9)
        self.assertEqual(len(root.findall(f".//{space}edge")), 14)  # one for each claim

    def test_flavour_gephi_has_an_edge_for_each_relation(self):
        graph = json.loads(self.export("all.json", "--flavour", "gephi").read_text(encoding="utf-8"))
        self.assertEqual((len(graph["nodes"]), len(graph["links"])), (9, 13))

    def test_two_mode_as_an_edge_list(self):
        with self.export("signed.csv", "--view", "two-mode", "--as-of", "2018-12-31").open(encoding="utf-8") as file:
            rows = list(csv.DictReader(file))
        self.assertIn(("state.arden", "agreement.river-pact", "1"),
                      [(row["source"], row["target"], row["sign"]) for row in rows])

    def test_what_is_exported_is_read_back(self):
        for name in ("signed.graphml", "signed.json"):
            run = entente("run", "degree", self.export(name, "--view", "two-mode"), "--format", "json")
            self.assert_status(run, 0)
            self.assertEqual(json.loads(run.stdout)["tables"][0]["columns"][0]["values"][:2],
                             ["company.padua-press", "company.verona-mills"])

    def test_the_exported_claims_are_a_graph_of_which_few_edges_have_signs(self):
        run = entente("run", "degree", self.export("all.graphml"), "--format", "json")
        self.assert_status(run, 0)
        self.assertIn("2 of 14 edges have no sign, so no sign is looked at", json.loads(run.stdout)["notes"])

    def test_linked_data_needs_a_data_set_and_the_view_knowledge(self):
        run = entente("export", self.graph(), self.folder / "g.ttl")
        self.assert_status(run, 2)
        self.assertIn("error[C109]", run.stderr)
        self.export("g.jsonld", "--view", "two-mode", status=2)
        self.export("g.ttl", "--view", "knowledge")

    def test_a_matrix_needs_two_modes(self):
        self.export("g.incidence.csv")
        self.export("h.incidence.csv", "--view", "knowledge", status=1)
        self.assertEqual([path.name for path in self.folder.iterdir()], ["g.incidence.csv"])

    def test_the_counts_and_the_partition_are_said(self):
        run = entente("export", TINY, self.folder / "g.net.gz")
        self.assert_status(run, 0)
        self.assertIn("note[C213]: 9 nodes, 14 edges", run.stderr)
        self.assertIn("note[C214]", run.stderr)
        self.assertEqual(sorted(path.name for path in self.folder.iterdir()), ["g.clu.gz", "g.net.gz"])

    def test_unknown_endings_views_and_flavours(self):
        self.export("all.xyz", status=2)
        self.export("all.csv", "--view", "everything", status=2)
        self.export("all.csv", "--flavour", "salt", status=2)
        self.assertEqual(list(self.folder.iterdir()), [])


class Check(ProgramTest):
    def test_a_data_set_without_problems_is_counted(self):
        run = entente("check", TINY)
        self.assert_status(run, 0)
        self.assertIn("tiny: 9 nodes, 13 relations, 14 claims, 3 sources", run.stdout)
        self.assertTrue(all(len(line) <= 80 for line in run.stdout.splitlines()))

    def test_every_problem_has_its_place(self):
        copy = self.folder / "tiny"
        shutil.copytree(TINY, copy)
        claims = copy / "claims.csv"
        claims.chmod(0o644)
        text = claims.read_text(encoding="utf-8")
        claims.write_text(text.replace("state.arden,", "state.ardenn,"), encoding="utf-8")
        run = entente("check", copy)
        self.assert_status(run, 1)
        self.assertEqual(run.stdout, "")
        self.assertIn("claims.csv:2:5: error[K203]", run.stderr)
        self.assertIn("did you mean 'state.arden'?", run.stderr)
        self.assertEqual(run.stderr.count("error[K203]"), 4)

    def test_no_data_set(self):
        run = entente("check", "nowhere")
        self.assert_status(run, 1)
        self.assertIn("error[C205]", run.stderr)
        self.assert_status(entente("check"), 2)


if __name__ == "__main__":
    unittest.main()
