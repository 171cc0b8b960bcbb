# SPDX-License-Identifier: Apache-2.0
"""entente run on graph files: /usr/bin/python3 tests/cli/run_test.py"""
import csv
import gzip
import io
import json
import subprocess
import unittest

from program import BINARY, NODE_LINK, ProgramTest, entente


def columns(table):
    return {column["name"]: column["values"] for column in table["columns"]}


class Json(ProgramTest):
    def test_the_form_that_is_promised(self):
        run = entente("run", "betweenness", self.graph(), "--format", "json")
        self.assert_status(run, 0)
        self.assertEqual(run.stderr, "")
        result = json.loads(run.stdout)
        self.assertEqual(list(result), ["method", "params", "input", "tables", "notes"])
        self.assertEqual(list(result["method"]), ["id", "title", "citations"])
        self.assertTrue(result["method"]["citations"])
        self.assertEqual(result["params"], {"normalized": False, "parallels": "one"})
        self.assertEqual(list(result["input"]), ["digest", "nodes", "edges"])
        self.assertEqual((result["input"]["nodes"], result["input"]["edges"]), (4, 2))
        self.assertEqual(len(result["input"]["digest"]), 64)
        table = result["tables"][0]
        self.assertEqual(list(table), ["name", "columns"])
        self.assertEqual(list(table["columns"][0]), ["name", "unit", "values"])
        self.assertEqual(columns(table), {"node": ["a", "b", "c", "d"], "betweenness": [0, 1, 0, 0]})

    def test_flags_alone_with_a_value_and_with_underscores(self):
        graph = self.graph()
        for flag, value in ((["--normalized"], True), (["--normalized", "true"], True),
                            (["--normalized=false"], False), (["--normalized", "false"], False)):
            # Before the arguments and behind them.
            for arguments in (["betweenness", graph, *flag], [*flag, "betweenness", graph]):
                run = entente("run", *arguments, "--format", "json")
                self.assert_status(run, 0)
                self.assertEqual(json.loads(run.stdout)["params"]["normalized"], value)
        run = entente("run", "pagerank", graph, "--max_steps", "5", "--tolerance", "0.5", "--format", "json")
        self.assert_status(run, 0)
        self.assertEqual(json.loads(run.stdout)["params"]["max_steps"], 5)

    def test_threads_do_not_change_a_byte(self):
        rows = "".join(f"n{i},n{(i * i + 7 * i + 1) % 300}\n" for i in range(900))
        edges = self.file("edges.csv", "source,target\n" + rows)
        for method in ("betweenness", "closeness", "pagerank"):
            runs = [entente("run", method, edges, "--threads", n, "--format", "json") for n in (1, 2, 5)]
            for run in runs:
                self.assert_status(run, 0)
            self.assertEqual(len({run.stdout for run in runs}), 1, method)

    def test_seed_and_effort_are_noted(self):
        run = entente("run", "degree", self.graph(), "--seed", "7", "--effort", "quick", "--format", "json")
        self.assertEqual(json.loads(run.stdout)["notes"], ["effort quick", "seed 7"])


class Formats(ProgramTest):
    def test_csv_reads_back(self):
        run = entente("run", "closeness", self.graph(), "--format", "csv")
        self.assert_status(run, 0)
        rows = list(csv.DictReader(io.StringIO(run.stdout)))
        self.assertEqual([row["node"] for row in rows], ["a", "b", "c", "d"])
        # b reaches 2 of 3 others in 2 steps: (2/3) * (2/2).
        self.assertEqual([float(row["closeness"]) for row in rows], [4 / 9, 2 / 3, 4 / 9, 0])

    def test_a_table_for_eyes_fits_80_columns_and_ranks(self):
        run = entente("run", "degree", self.graph())
        self.assert_status(run, 0)
        lines = run.stdout.splitlines()
        self.assertTrue(all(len(line) <= 80 for line in lines))
        first = next(i for i, line in enumerate(lines) if line.startswith("----"))
        self.assertEqual(lines[first + 1].split()[0], "b")

    def test_a_long_table_says_how_to_see_all(self):
        rows = "".join(f"hub,n{i}\n" for i in range(40))
        run = entente("run", "degree", self.file("star.csv", "source,target\n" + rows))
        self.assert_status(run, 0)
        self.assertIn("... 21 more rows (--format csv shows all)", run.stdout)

    def test_out_writes_a_file_whose_ending_gives_the_format(self):
        out = self.folder / "result.json"
        run = entente("run", "degree", self.graph(), "--out", out)
        self.assert_status(run, 0)
        self.assertEqual(run.stdout, "")
        self.assertEqual(out.read_text(), entente("run", "degree", self.graph(), "--format", "json").stdout)

    def test_compressed_input_is_the_same_input(self):
        packed = self.folder / "path.json.gz"
        packed.write_bytes(gzip.compress(NODE_LINK.encode()))
        plain, gz = (entente("run", "degree", path, "--format", "json") for path in (self.graph(), packed))
        self.assert_status(gz, 0)
        self.assertEqual(plain.stdout, gz.stdout)

    def test_a_reader_that_closes_the_pipe_is_no_failure(self):
        rows = "".join(f"n{i},n{i + 1}\n" for i in range(30000))
        edges = self.file("path.csv", "source,target\n" + rows)
        shell = subprocess.run(["bash", "-o", "pipefail", "-c", f"'{BINARY}' run degree '{edges}' --format csv | head -1"],
                               capture_output=True, text=True, timeout=120)
        self.assertEqual((shell.returncode, shell.stdout, shell.stderr), (0, "node,degree\n", ""))


class Inputs(ProgramTest):
    def test_nodes_file_makes_a_two_mode_graph(self):
        edges = self.file("edges.csv", "source,target\nx,p\nx,q\ny,p\n")
        nodes = self.file("nodes.csv", "id,mode\nx,actor\ny,actor\nz,actor\np,item\nq,item\n")
        run = entente("run", "degree", edges, "--nodes", nodes, "--format", "json")
        self.assert_status(run, 0)
        self.assertEqual(columns(json.loads(run.stdout)["tables"][0])["node"], ["x", "y", "z", "p", "q"])

    def test_directed_says_what_a_csv_means(self):
        edges = self.file("edges.csv", "source,target\na,b\nc,b\n")
        ranks = [columns(json.loads(entente("run", "pagerank", edges, *flag, "--format", "json").stdout)["tables"][0])
                 for flag in ([], ["--directed"], ["--undirected"])]
        self.assertEqual(ranks[0], ranks[2])
        self.assertAlmostEqual(ranks[1]["pagerank"][1] / ranks[1]["pagerank"][0], 1 + 2 * 0.85)
        self.assertNotEqual(ranks[0], ranks[1])

    def test_weights_are_ignored_unless_they_are_given_a_meaning(self):
        edges = self.file("edges.csv", "source,target,weight\na,b,2\nb,c,5\n")
        ignored = entente("run", "betweenness", edges, "--format", "json")
        self.assert_status(ignored, 0)
        self.assertTrue(any("weight" in note for note in json.loads(ignored.stdout)["notes"]))
        strength = entente("run", "strength", edges, "--weight", "strength", "--format", "json")
        self.assertEqual(columns(json.loads(strength.stdout)["tables"][0])["strength"], [2, 7, 5])
        self.assertEqual(json.loads(strength.stdout)["notes"], [])
        unsaid = json.loads(entente("run", "strength", edges, "--format", "json").stdout)
        self.assertEqual(columns(unsaid["tables"][0])["strength"], [2, 7, 5])
        self.assertIn("taken as strengths", unsaid["notes"][0])


class WrongInput(ProgramTest):
    def assert_wrong(self, run, *said):
        self.assert_status(run, 1)
        self.assertEqual(run.stdout, "")
        for text in said:
            self.assertIn(text, run.stderr)

    def test_problems_name_file_line_and_column(self):
        edges = self.file("edges.csv", "source,target,weight\na,b,1\nb,c,heavy\n")
        self.assert_wrong(entente("run", "degree", edges), f"{edges}:3:", "error[", "heavy")
        graph = self.file("broken.graphml", "<graphml>\n<graph>\n<node></graph>\n")
        self.assert_wrong(entente("run", "degree", graph), f"{graph}:3:", "error[")

    def test_a_graph_where_a_table_is_expected(self):
        self.assert_wrong(entente("run", "compare-partitions", self.graph()), "error[C211]", "give it a .csv file")

    def test_a_missing_file(self):
        self.assert_wrong(entente("run", "degree", self.folder / "none.csv"), "none.csv", "error[")

    def test_at_most_twenty_problems_are_printed(self):
        jumps = self.file("jumps.csv", "node,value\n" + "".join(f"x{i},1\n" for i in range(50)))
        run = entente("run", "pagerank", self.graph(), "--personalization", jumps)
        self.assert_wrong(run, f"{jumps}:2:1: error[C204]: 'x0' is not a node of the graph", "... and 30 more\n")
        self.assertEqual(run.stderr.count("error["), 20)

    def test_a_partition_that_is_not_given_is_a_wrong_command_line(self):
        run = entente("run", "partition-quality", self.graph())
        self.assert_status(run, 2)
        self.assertIn("--partition", run.stderr)

    def test_a_partition_names_a_roll_call_by_its_id_or_by_its_answers(self):
        edges = self.file("votes.csv", "source,target,sign\na,v,1\nb,v,-1\n")
        nodes = self.file("nodes.csv", "id,mode,kind\na,actor,state\nb,actor,state\nv,item,vote\n")
        shown = []
        for items in ("v,x\n", "v.yes,x\nv.no,x\n"):
            groups = self.file("groups.csv", "node,group\na,x\nb,y\n" + items)
            run = entente("run", "partition-quality", edges, "--nodes", nodes, "--partition", groups)
            self.assert_status(run, 0)
            shown.append(run.stdout)
        self.assertEqual(*shown)
        groups = self.file("groups.csv", "node,group\na,x\nb,y\nv.maybe,x\n")
        self.assert_status(entente("run", "partition-quality", edges, "--nodes", nodes, "--partition", groups), 1)

    def test_groups_of_nodes_come_from_the_file(self):
        edges = self.file("edges.csv", "source,target\na,b\nb,c\n")
        nodes = self.file("nodes.csv", "id,group,wing\na,x,left\nb,x,right\nc,y,left\n")
        for options, role in ((["--nodes", nodes], "representative"),
                              (["--nodes", nodes, "--attribute", "wing"], "itinerant")):
            run = entente("run", "brokerage", edges, "--directed", *options, "--format", "json")
            self.assert_status(run, 0)
            self.assertEqual(columns(json.loads(run.stdout)["tables"][0])[role], [0, 1, 0])
        run = entente("run", "brokerage", edges)
        self.assert_status(run, 1)
        self.assertIn("G124", run.stderr)

    def test_a_table_of_nodes_names_each_once(self):
        jumps = self.file("jumps.csv", "node,value\na,1\nb,2\na,3\n")
        run = entente("run", "pagerank", self.graph(), "--personalization", jumps)
        self.assert_wrong(run, f"{jumps}:4:1: error[C203]: 'a' stands in this table twice", "first on line 2")

    def test_nothing_is_written_where_the_input_is_wrong(self):
        out = self.folder / "result.json"
        run = entente("run", "degree", self.file("edges.csv", "source\na\n"), "--out", out)
        self.assert_wrong(run)
        self.assertEqual([path.name for path in self.folder.iterdir()], ["edges.csv"])

    def test_a_folder_that_is_not_there_cannot_be_written(self):
        self.assert_wrong(entente("run", "degree", self.graph(), "--out", self.folder / "no/where.json"), "no/where.json")


if __name__ == "__main__":
    unittest.main()
