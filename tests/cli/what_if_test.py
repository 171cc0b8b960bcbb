# SPDX-License-Identifier: Apache-2.0
"""entente what-if: /usr/bin/python3 tests/cli/what_if_test.py"""
import csv
import hashlib
import io
import json
import os
import pathlib
import unittest

from program import ProgramTest, entente

SOURCE = pathlib.Path(os.environ["ENTENTE_SOURCE_DIR"])
TINY = SOURCE / "tests/data/tiny"
DATA = SOURCE / "graph_data/cyber-norms"


def rows(result, name):
    columns = next(t for t in result["tables"] if t["name"] == name)["columns"]
    return [dict(zip([c["name"] for c in columns], row)) for row in zip(*[c["values"] for c in columns])]


def what_if(*options, data=TINY):
    return entente("what-if", data, *options, "--effort", "quick", "--quiet")


class WhatIf(ProgramTest):
    def result(self, *options, data=TINY):
        run = what_if(*options, "--format", "json", data=data)
        self.assert_status(run, 0)
        return json.loads(run.stdout)

    def test_degrees_change_by_the_claims_that_are_added(self):
        result = self.result("--add", "Padua Press signed Open Letter on Rivers", "--kinds", "company")
        self.assertEqual(result["edits"], ["Padua Press signed Open Letter on Rivers"])
        degree = [row for row in rows(result, "centralities") if row["measure"] == "two_mode_degree"]
        self.assertEqual([(row["node"], row["before"], row["after"]) for row in degree], [("company.padua-press", 0, 1)])

    def test_a_vote_and_a_removal_together(self):
        result = self.result("--remove", "Illyria", "--add", "Belmont voted yes First reading of the treaty")
        self.assertEqual(result["edits"], ["without Illyria", "Belmont voted yes First reading of the treaty"])
        views = {row["view"]: row["changed"] for row in rows(result, "views")}
        self.assertEqual((views["states"], views["companies"]), ("yes", "no"))

    def test_what_is_said_already_changes_nothing(self):
        result = self.result("--add", "arden signed river pact")
        self.assertEqual({row["changed"] for row in rows(result, "views")}, {"no"})
        self.assertIn("Nothing changes.", what_if("--add", "arden signed river pact").stdout)

    def test_the_data_set_is_never_touched(self):
        def digests():
            return {path: hashlib.sha256(path.read_bytes()).hexdigest() for path in TINY.iterdir() if path.is_file()}

        before = digests()
        self.assert_status(what_if("--remove", "Arden"), 0)
        self.assertEqual(digests(), before)

    def test_cyber_norms_without_a_large_actor(self):
        run = what_if("--remove", "United States", "--kinds", "state", data=DATA)
        self.assert_status(run, 0)
        self.assertLessEqual(max(map(len, run.stdout.splitlines())), 80)
        self.assertIn("without United States", run.stdout)
        self.assertRegex(run.stdout, r"adjusted Rand index 0\.\d\d|adjusted Rand index 1\.00")
        self.assertIn("Effort quick, seed 1; the data set is as it was.", run.stdout)

    def test_csv_has_one_table(self):
        run = what_if("--remove", "Arden", "--format", "csv", "--table", "centralities")
        self.assert_status(run, 0)
        self.assertIn("spread", next(csv.reader(io.StringIO(run.stdout))))
        self.assert_status(what_if("--remove", "Arden", "--format", "csv", "--table", "none"), 2)

    def test_threads_change_nothing(self):
        runs = [what_if("--remove", "Arden", "--threads", n, "--format", "json").stdout for n in (1, 2)]
        self.assertEqual(*runs)


class Wrong(ProgramTest):
    def test_nothing_to_do_and_no_data_set(self):
        self.assert_status(what_if(), 2)
        self.assert_status(entente("what-if", "--remove", "Arden"), 2)

    def test_names_verbs_and_answers_that_are_not_known(self):
        for options, said in ((["--remove", "Ardn"], "did you mean 'Arden' (state.arden)?"),
                              (["--add", "Arden sigend River Pact"], "did you mean 'signed'?"),
                              (["--add", "Arden"], "error[N104]"),
                              (["--add", "Arden signed River Pakt"], "did you mean 'River Pact'"),
                              (["--add", "Arden voted perhaps First reading of the treaty"], "one of abstain, no, yes"),
                              (["--add", "Padua Press ratified River Pact"],
                               "error[N106]: 'Padua Press' (company.padua-press) is of kind company, which cannot be "
                               "the subject of 'ratified'\n  hint: it takes a node of kind state\n"),
                              (["--add", "company.padua-press ratified River Pact"], "error[N106]"),
                              (["--add", "Arden signed Belmont"], "the object of 'signed'"),
                              (["--remove", "Arden", "--add", "Arden signed River Pact"], "error[N105]")):
            run = what_if(*options)
            self.assert_status(run, 1)
            self.assertEqual(run.stdout, "")
            self.assertIn(said, run.stderr, options)


if __name__ == "__main__":
    unittest.main()
