# SPDX-License-Identifier: Apache-2.0
"""What the program says to command lines, right and wrong: /usr/bin/python3 tests/cli/command_line_test.py"""
import re
import unittest

from program import ProgramTest, entente


class Help(ProgramTest):
    def test_the_overview_lists_every_command_and_each_has_a_page_with_examples(self):
        overview = entente("--help")
        self.assert_status(overview, 0)
        commands = re.search(r"\nCommands\n(.*?)\n\n", overview.stdout, re.S).group(1)
        names = re.findall(r"^  (\S+)  ", commands, re.M)
        self.assertIn("run", names)
        for name in names:
            page = entente(name, "--help")
            self.assert_status(page, 0)
            self.assertIn(f"Usage: entente {name}", page.stdout)
            self.assertRegex(page.stdout, rf"\nExamples\n  entente {name}")
            self.assertEqual(page.stderr, "")
            self.assertEqual(page.stdout, entente("help", name).stdout)

    def test_the_examples_of_run_miss_nothing_but_their_files(self):
        examples = re.findall(r"^  entente (run .*)$", entente("run", "--help").stdout, re.M)
        self.assertGreater(len(examples), 3)
        for example in examples:
            self.assertIn(entente(*example.split()).returncode, (0, 1), example)

    def test_pages_fit_80_columns(self):
        methods = [line.split(",")[0] for line in entente("methods", "--format", "csv").stdout.splitlines()[1:]]
        for page in [["--help"], ["run", "--help"], ["methods"]] + [["run", m, "--help"] for m in methods]:
            for line in entente(*page).stdout.splitlines():
                self.assertLessEqual(len(line), 80, f"{page}: {line}")

    def test_the_page_of_run_shows_the_parameters_of_the_method(self):
        self.assertIn("--damping NUMBER", entente("run", "pagerank", "--help").stdout)
        self.assertNotIn("--damping NUMBER", entente("run", "degree", "--help").stdout)

    def test_without_a_command_the_overview_goes_to_stderr(self):
        run = entente()
        self.assert_status(run, 2)
        self.assertEqual(run.stdout, "")
        self.assertIn("Usage: entente COMMAND", run.stderr)


class Wrong(ProgramTest):
    def assert_refused(self, arguments, *said):
        run = entente(*arguments)
        self.assert_status(run, 2)
        self.assertEqual(run.stdout, "")
        for text in said:
            self.assertIn(text, run.stderr)

    def test_unknown_command(self):
        self.assert_refused(["rum"], "error[C101]: unknown command 'rum'", "did you mean 'run'?")

    def test_unknown_method(self):
        self.assert_refused(["run", "betweeness", self.graph()], "error[C105]", "did you mean 'betweenness'?")
        self.assert_refused(["methods", "pagerang"], "error[C105]", "did you mean 'pagerank'?")

    def test_unknown_option(self):
        self.assert_refused(
            ["run", "pagerank", self.graph(), "--dampin", "0.5"], "error[C102]", "did you mean '--damping'?")

    def test_parameter_of_another_method(self):
        self.assert_refused(["run", "degree", self.graph(), "--damping=0.5"], "error[C102]: unknown option '--damping'")

    def test_an_argument_too_many(self):
        self.assert_refused(["run", "degree", self.graph(), "more"], "error[C103]: unexpected argument 'more'")

    def test_values_out_of_range_or_of_another_type(self):
        graph = self.graph()
        self.assert_refused(["run", "pagerank", graph, "--damping", "1.5"], "error[P103]", "damping", "1.5", "[0, 1]")
        self.assert_refused(["run", "pagerank", graph, "--damping", "much"], "error[P102]", "damping")
        self.assert_refused(["run", "betweenness", graph, "--normalized=perhaps"], "error[P102]", "normalized")
        self.assert_refused(["run", "closeness", graph, "--convention", "mine"], "error[P104]", "convention", "wf")
        self.assert_refused(["run", "degree", graph, "--seed", "one"], "error[C104]", "--seed")
        self.assert_refused(["run", "degree", graph, "--format", "jsn"], "error[C104]", "did you mean 'json'?")
        self.assert_refused(["run", "degree", graph, "--effort", "huge"], "error[C104]", "thorough")

    def test_options_that_exclude_each_other(self):
        self.assert_refused(["run", "degree", self.graph(), "--directed", "--undirected"],
                            "error[C108]: --directed and --undirected exclude each other")

    def test_a_missing_argument(self):
        self.assert_refused(["run"], "error[C107]: no method given")
        self.assert_refused(["run", "degree"], "error[C107]: no input given")

    def test_an_unknown_table_names_those_that_are_there(self):
        self.assert_refused(["run", "degree", self.graph(), "--table", "none"], "error[C106]", "it has: ")

    def test_the_command_line_is_checked_before_the_input_is_read(self):
        self.assert_refused(["run", "pagerank", "no-such-file.csv", "--damping", "7"], "error[P103]")


if __name__ == "__main__":
    unittest.main()
