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

    def test_what_a_view_rests_on_is_noted(self):
        self.assertEqual(self.result("--view", "actors")["notes"], [
            "view: actors as of 2020-01-31, dates possible",
            "1 stance is only possibly held on that day (--dates certain leaves them out)",
            "1 claim was overruled by a claim that contradicts it",
            "cells: 11 known, 0 unknown, 9 impossible"])

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
        self.assertEqual(sorted(path.name for path in self.folder.iterdir()), ["g.incidence.csv", "g.incidence.csv.report.txt"])

    def test_the_counts_and_the_partition_are_said(self):
        run = entente("export", TINY, self.folder / "g.net.gz")
        self.assert_status(run, 0)
        self.assertIn("note[C213]: 9 nodes, 14 edges", run.stderr)
        self.assertIn("note[C214]", run.stderr)
        self.assertEqual(sorted(path.name for path in self.folder.iterdir()), ["g.clu.gz", "g.net.gz", "g.net.gz.report.txt"])
        run = entente("export", TINY, self.folder / "g.incidence.csv")
        self.assertIn("note[C206]: view: actors as of 2020-01-31, dates possible\n", run.stderr)

    def test_what_readers_change_is_told_beside_the_file(self):
        report = self.folder / "g.graphml.report.txt"
        entente("export", self.file("g.json", '{"nodes": [{"id": "a", "x": "INF Treaty"}], "links": []}'), self.folder / "g.graphml", "--quiet")
        self.assertTrue(report.read_text(encoding="utf-8").startswith("g.graphml: 1 nodes, 0 edges\n"))
        self.assertIn("note[E206]: 1 texts hold 'INF'", report.read_text(encoding="utf-8"))
        self.export("all.ttl")
        self.assertIn("view: every node and claim", (self.folder / "all.ttl.report.txt").read_text(encoding="utf-8"))

    def test_a_graph_file_has_no_views_and_flavours(self):
        for option, value in (("--view", "actors"), ("--flavour", "gephi"), ("--view", "nonsense")):
            run = entente("export", self.graph(), self.folder / "g.graphml", option, value)
            self.assert_status(run, 2)
            self.assertIn(f"error[C109]: {option} belongs to a data set", run.stderr)
        self.assertFalse((self.folder / "g.graphml").exists())

    def test_a_picture_of_any_graph_file(self):
        empty = self.file("empty.json", '{"nodes": [], "links": []}')
        one = self.file("one.json", '{"nodes": [{"id": "a"}], "links": [{"source": "a", "target": "a"}]}')
        for graph, count in ((empty, 0), (one, 1)):
            run = entente("export", graph, self.folder / "p.json", "--layout", "forceatlas2")
            self.assert_status(run, 0)
            self.assertEqual(len(json.loads((self.folder / "p.json").read_text(encoding="utf-8"))["nodes"]), count)
        drawn = self.file("drawn.json", '{"nodes": [{"id": "a", "x": 7, "color": "red", "p": 1}, {"id": "b", "p": 2}, {"id": "c"}], "links": '
                          '[{"source": "a", "target": "b", "weight": -2}, {"source": "b", "target": "c", "weight": 5}]}')
        places = []
        for name in ("d.graphml", "d.json"):  # weights are signs in one and stay in the other; the picture is the same
            run = entente("export", drawn, self.folder / name, "--layout", "forceatlas2")
            self.assert_status(run, 0)
            self.assertIn("note[C217]: the picture takes the place of these columns of the nodes: x, color", run.stderr)
            self.assertIn("note[C217]", (self.folder / f"{name}.report.txt").read_text(encoding="utf-8"))
            entente("export", self.folder / name, self.folder / "n.json")
            nodes = json.loads((self.folder / "n.json").read_text(encoding="utf-8"))["nodes"]
            places.append([(node["x"], node["y"], node["size"], node["r"]) for node in nodes])
        self.assertEqual(places[0], places[1])
        for options, status, said in ((["--color-by", "q"], 1, "C218"), (["--color-by", "p"], 0, "C213")):
            run = entente("export", drawn, self.folder / "q.gml", "--layout", "forceatlas2", *options)
            self.assert_status(run, status)
            self.assertIn(said, run.stderr)
        for name in ("t.csv", "t.edges.csv"):
            self.assert_status(entente("export", drawn, self.folder / name, "--layout", "forceatlas2"), 2)
        self.export("t.ttl", "--layout", "forceatlas2", status=2)
        self.assertEqual([path for path in self.folder.iterdir() if path.name.startswith("t.")], [])

    def test_a_report_that_cannot_be_written_leaves_no_file(self):
        (self.folder / "g.json.report.txt").mkdir()
        self.export("g.json", status=1)
        self.assertFalse((self.folder / "g.json").exists())

    def test_a_seed_is_a_whole_number(self):
        for seed in ("-1", "99999999999999999999", "x"):
            run = entente("run", "degree", self.graph(), "--seed", seed)
            self.assert_status(run, 2)
            self.assertIn("expected a whole number from 0 to 2^64 - 1", run.stderr)

    def test_weights_of_0_or_less_become_signs_where_gephi_removes_their_edges(self):
        graph = self.file("g.csv", "source,target,weight\na,b,-2\nb,c,0\nc,a,3\n")
        for name in ("g.graphml", "g.gexf", "g.edges.csv"):
            run = entente("export", graph, self.folder / name)
            self.assert_status(run, 0)
            self.assertIn("note[C215]: 2 weights are 0 or negative", run.stderr)
        with open(self.folder / "g.edges.csv", encoding="utf-8") as file:
            self.assertEqual([(row["Weight"], row["sign"]) for row in csv.DictReader(file)], [("2", "-1"), ("1", "0"), ("3", "1")])
        entente("export", graph, self.folder / "g.json")
        self.assertEqual([link["weight"] for link in json.loads((self.folder / "g.json").read_text(encoding="utf-8"))["links"]], [-2, 0, 3])

    def test_a_picture_has_places_sizes_and_colours(self):
        for view, layout, groups in (("two-mode", "layered", "two-mode-modularity"), ("knowledge", "forceatlas2", "leiden")):
            graph = json.loads(self.export("g.json", "--view", view, "--layout", layout).read_text(encoding="utf-8"))
            self.assertEqual(graph["graph"]["picture"], f"{layout}, seed 1; areas by degree; colours by {groups}")
            for node in graph["nodes"]:
                self.assertTrue(all(isinstance(node[part], (int, float)) for part in "xy"), node)
                self.assertTrue(4 <= node["size"] <= 20 and all(0 <= node[part] <= 255 for part in "rgb"), node)
            self.assertEqual(len({(node["x"], node["y"]) for node in graph["nodes"]}), len(graph["nodes"]))
        items = [node for node in json.loads(self.export("t.json", "--view", "two-mode", "--layout", "forceatlas2")
                                             .read_text(encoding="utf-8"))["nodes"] if node["bipartite"] == 1]
        self.assertEqual({(node["r"], node["g"], node["b"], node.get("group")) for node in items}, {(51, 51, 51, None)})
        by_kind = json.loads(self.export("k.json", "--layout", "forceatlas2", "--color-by", "kind").read_text(encoding="utf-8"))
        self.assertEqual(len({(node["kind"], node["r"], node["g"], node["b"]) for node in by_kind["nodes"]}),
                         len({node["kind"] for node in by_kind["nodes"]}))
        self.export("n.json", "--color-by", "kind", status=2)
        self.export("n.json", "--layout", "circle", status=2)
        run = entente("export", TINY, self.folder / "n.json", "--layout", "layered")  # the view knowledge is of one mode
        self.assert_status(run, 1)
        self.assertIn("error[C216]: --layout layered needs a two-mode graph", run.stderr)
        self.assertFalse((self.folder / "n.json").exists())

    def test_unknown_endings_views_and_flavours(self):
        run = entente("export", TINY, self.folder / "all.xyz")
        self.assert_status(run, 2)
        self.assertIn(f"error[C110]: the ending of '{self.folder}/all.xyz' names no format to write", run.stderr)
        self.export("all.csv", "--view", "everything", status=2)
        self.export("all.csv", "--flavour", "salt", status=2)
        self.assertEqual(list(self.folder.iterdir()), [])


class Check(ProgramTest):
    def test_a_broken_question_is_a_problem_of_the_data_set(self):
        copy = self.folder / "tiny"
        shutil.copytree(TINY, copy)
        (copy / "questions").mkdir(exist_ok=True)
        (copy / "questions/broken.json").write_text("{", encoding="utf-8")
        run = entente("check", copy)
        self.assert_status(run, 1)
        self.assertIn("broken.json:1:2: error[J101]", run.stderr)

    def test_a_folder_that_is_not_there_is_not_answered_from_another(self):
        for command in (["check", "cyber-norms"], ["ask", "coalitions"], ["ask", "--list"], ["show", "state.fra"],
                        ["run", "degree", "cyber-norms"], ["analyze", "cyber-norms", "--out", self.folder / "o"],
                        ["export", self.graph(), self.folder / "g.json"]):
            run = entente(*command, "--dataset", self.folder / "nowhere")
            self.assert_status(run, 1)
            self.assertIn("error[C205]: no folder", run.stderr)

    def test_a_data_set_may_be_named_instead_of_its_folder(self):
        shutil.copytree(TINY, self.folder / "graph_data/tiny")
        run = entente("show", "state.arden", "--dataset", "tiny", cwd=self.folder)
        self.assert_status(run, 0)
        self.assertIn("state.arden", run.stdout)
        run = entente("ask", "--list", "--dataset", "tiny", cwd=self.folder)
        self.assert_status(run, 0)
        self.assertIn("coalitions", run.stdout)  # of the shipped data set, too
        run = entente("export", self.graph(), "g.graphml", "--dataset", "tiny", cwd=self.folder)
        self.assert_status(run, 0)

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
