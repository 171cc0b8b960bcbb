# SPDX-License-Identifier: Apache-2.0
"""entente compare: /usr/bin/python3 tests/cli/compare_test.py"""
import csv
import io
import json
import os
import pathlib
import unittest

from program import ProgramTest, entente

SOURCE = pathlib.Path(os.environ["ENTENTE_SOURCE_DIR"])
TINY = SOURCE / "tests/data/tiny"
DATA = SOURCE / "graph_data/cyber-norms"


def table(result, name):
    columns = next(t for t in result["tables"] if t["name"] == name)["columns"]
    return [dict(zip([c["name"] for c in columns], row)) for row in zip(*[c["values"] for c in columns])]


class Compare(ProgramTest):
    def result(self, *options, data=TINY):
        run = entente("compare", data, *options, "--effort", "quick", "--quiet", "--format", "json")
        self.assert_status(run, 0)
        return json.loads(run.stdout)

    def test_new_evidence_is_no_new_fact(self):
        # The Gazette of February 2019 tells of 2016: nothing happened between the days but the roll call.
        result = self.result("--from", "2018-12-31", "--to", "2019-12-31", "--kinds", "state")
        self.assertEqual(table(result, "changes"), [])
        learned = {(row["actor"], row["item"]): (row["thought"], row["known"]) for row in table(result, "learned")}
        self.assertEqual(learned["state.belmont", "agreement.river-pact"], (1, 0))
        self.assertEqual(learned["state.illyria", "agreement.river-pact"], (1, 0))
        recorded = {row["began"]: row["claims"] for row in table(result, "recorded")}
        self.assertEqual(recorded["corrected"], 1)
        self.assertEqual(recorded["between the days"], 0)
        self.assertEqual([(row["yes"], row["abstained"], row["no"]) for row in table(result, "roll_calls")], [(1, 1, 1)])

    def test_new_facts(self):
        result = self.result("--from", "2015", "--to", "2018-12-31")
        changes = {(row["actor"], row["item"]): (row["change"], row["certainty"]) for row in table(result, "changes")}
        self.assertEqual(changes["state.arden", "agreement.river-pact"], ("joined", "certain"))

    def test_cyber_norms_against_its_own_rows(self):
        days = ("2018-12-31", "2022-12-31")
        result = self.result("--from", days[0], "--to", days[1], "--kinds", "state", data=DATA)
        joined = {row["actor"]: row for row in table(result, "changes")
                  if row["item"] == "agreement.paris-call" and row["change"] == "joined"}
        # The United States joined on a known day; whoever signed by the end of 2018 on a known day did not.
        self.assertEqual((joined["state.usa"]["certainty"], joined["state.usa"]["when"]), ("certain", "2021-11-11"))
        with open(DATA / "claims.csv", encoding="utf-8", newline="") as file:
            rows = [row for row in csv.DictReader(file) if row["object"] == "agreement.paris-call" and row["relation"] == "endorsed"
                    and row["status"] == "asserted" and row["from"] and not row["from"].startswith("[")]
        for row in rows:
            if len(row["from"]) == 10 and row["from"] <= days[0]:
                self.assertNotIn(row["subject"], joined)
        items = {row["item"]: row for row in table(result, "items")}["agreement.paris-call"]
        self.assertEqual(items["joined"], sum(row["certainty"] == "certain" for row in joined.values()))
        self.assertGreater(items["possibly_joined"], 10)

    def test_the_text_fits_and_tells_the_two_apart(self):
        run = entente("compare", DATA, "--from", "2018-12-31", "--to", "2022-12-31", "--effort", "quick", "--quiet")
        self.assert_status(run, 0)
        self.assertLessEqual(max(map(len, run.stdout.splitlines())), 80)
        for head in ("\nNew facts\n", "\nNew evidence\n", "\nGroups among states\n", "\nEffort quick, seed 1.\n"):
            self.assertIn(head, run.stdout)

    def test_csv_has_one_table(self):
        options = ["compare", TINY, "--from", "2015", "--to", "2018-12-31", "--effort", "quick", "--quiet", "--format", "csv"]
        rows = list(csv.DictReader(io.StringIO(entente(*options).stdout)))
        self.assertEqual(rows[0]["change"], "joined")
        self.assertIn("possible_before", entente(*options, "--table", "items").stdout)
        run = entente(*options, "--table", "itmes")
        self.assert_status(run, 2)
        self.assertIn("did you mean 'items'?", run.stderr)

    def test_a_table_too_large_for_groups_says_so_and_tells_the_rest(self):
        run = entente("compare", SOURCE / "graph_data/un-votes", "--from", "2018-12-31", "--to", "2019-12-31", "--quiet")
        self.assert_status(run, 0)
        self.assertRegex(run.stdout, r"too many to search for groups")
        self.assertRegex(run.stdout, r"\d+ roll calls\.")

    def test_threads_change_nothing(self):
        runs = [entente("compare", TINY, "--from", "2015", "--to", "2018-12-31", "--effort", "quick", "--threads", n,
                        "--format", "json").stdout for n in (1, 2)]
        self.assertEqual(*runs)


class Wrong(ProgramTest):
    def test_what_is_wrong_with_the_command_line(self):
        for options, said in ((["--from", "2018"], "C107"), (["--from", "2019", "--to", "2018"], "C104"),
                              (["--from", "soon", "--to", "2018"], "C104"),
                              (["--from", "2017", "--to", "2018", "--as-of", "2018"], "C109")):
            run = entente("compare", TINY, *options)
            self.assert_status(run, 2)
            self.assertEqual(run.stdout, "")
            self.assertIn(f"error[{said}]", run.stderr)
        self.assert_status(entente("compare", "--from", "2017", "--to", "2018"), 2)

    def test_what_is_wrong_with_the_input(self):
        run = entente("compare", "no-such-data", "--from", "2017", "--to", "2018")
        self.assert_status(run, 1)
        run = entente("compare", TINY, "--from", "2017", "--to", "2018", "--kinds", "stat")
        self.assert_status(run, 1)
        self.assertIn("did you mean 'state'?", run.stderr)


if __name__ == "__main__":
    unittest.main()
