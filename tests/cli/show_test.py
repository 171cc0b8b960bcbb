# SPDX-License-Identifier: Apache-2.0
"""entente show: /usr/bin/python3 tests/cli/show_test.py"""
import csv
import io
import json
import os
import pathlib
import pty
import subprocess
import unittest

from program import BINARY, ProgramTest, entente, skip_test

SOURCE = pathlib.Path(os.environ["ENTENTE_SOURCE_DIR"])
TINY = SOURCE / "tests/data/tiny"
DATA = SOURCE / "graph_data/cyber-norms"


def show(*arguments):
    return entente("show", *arguments, "--dataset", TINY)


class Node(ProgramTest):
    def test_every_claim_of_a_node_is_there_in_csv_and_json(self):
        with open(TINY / "claims.csv", encoding="utf-8", newline="") as file:
            expected = {row["id"] for row in csv.DictReader(file) if "agreement.river-pact" in (row["subject"], row["object"])}
        run = show("agreement.river-pact", "--format", "csv")
        self.assert_status(run, 0)
        self.assertEqual({row["claim"] for row in csv.DictReader(io.StringIO(run.stdout))}, expected)
        result = json.loads(show("agreement.river-pact", "--format", "json").stdout)
        columns = {column["name"]: column["values"] for column in result["tables"][0]["columns"]}
        self.assertEqual(set(columns["claim"]), expected)
        self.assertEqual(result["node"]["label"], "River Pact")
        self.assertEqual(result["claims"], len(expected))
        self.assertEqual(result["retracted"], 1)

    def test_what_rules_is_overruled_and_retracted(self):
        rows = {row["claim"]: row for row in csv.DictReader(io.StringIO(show("River Pact", "--format", "csv").stdout))}
        self.assertEqual({id: rows[id]["standing"] for id in ("c01", "c04", "c05", "c06", "c07")},
                         {"c01": "stands", "c04": "overruled", "c05": "rules", "c06": "retracted", "c07": "stands"})
        self.assertEqual((rows["c06"]["replaced_by"], rows["c07"]["replaces"]), ("c07", "c06"))
        self.assertEqual((rows["c05"]["source_title"], rows["c05"]["locator"]), ("The Gazette", "p. 3"))

    def test_a_name_will_do_whatever_its_case_and_accents(self):
        for name in ("state.belmont", "belmont", "  BELMONT ", "B\u00e9lmont", "kingdom of belmont"):
            run = show(name)
            self.assert_status(run, 0)
            self.assertIn("Belmont (state.belmont)", run.stdout)
        self.assertIn("(company.verona-mills)", show("verona mills").stdout)  # as the Gazette has it

    def test_a_mistyped_name_gets_a_suggestion(self):
        for name, meant in (("Belmnt", "'Belmont' (state.belmont)"), ("state.ardn", "'Arden' (state.arden)"),
                            ("letter", "agreement.open-letter (Open Letter on Rivers)")):
            run = show(name)
            self.assert_status(run, 1)
            self.assertEqual(run.stdout, "")
            self.assertIn(f"error[N101]: nothing in tiny is called '{name}'", run.stderr)
            self.assertIn(meant, run.stderr)

    def test_a_name_of_several_nodes_lists_them(self):
        copy = self.folder / "tiny"
        subprocess.run(["cp", "-r", TINY, copy], check=True)
        nodes = copy / "nodes.csv"
        nodes.chmod(0o644)
        nodes.write_text(nodes.read_text(encoding="utf-8") + "company.arden,company,ARDEN,ARD,,,,,,,\n", encoding="utf-8")
        run = entente("show", "arden", "--dataset", copy)
        self.assert_status(run, 1)
        self.assertIn("error[N102]: 'arden' is the name of 2 nodes", run.stderr)
        self.assertIn("company.arden (ARDEN), state.arden (Arden)", run.stderr)
        self.assert_status(entente("show", "state.arden", "--dataset", copy), 0)

    def test_a_long_node_fits_the_terminal_and_says_how_to_see_the_rest(self):
        run = entente("show", "agreement.paris-call", "--dataset", DATA)
        self.assert_status(run, 0)
        lines = run.stdout.splitlines()
        self.assertLess(len(lines), 400)
        self.assertRegex(run.stdout, r"\.\.\. \d+ more \(--rows 0 shows all, --format csv has them\)")
        self.assertLessEqual(max(len(line) for line in lines if "://" not in line), 80)
        self.assertRegex(" ".join(lines[:8]), r"\d+ claims of \d+ sources, recorded")
        longer = entente("show", "agreement.paris-call", "--dataset", DATA, "--rows", "0").stdout
        self.assertGreater(len(longer.splitlines()), 1000)


class Pair(ProgramTest):
    def cell(self, *arguments):
        run = show(*arguments, "--format", "json")
        self.assert_status(run, 0)
        return json.loads(run.stdout)["cell"]

    def test_what_the_claims_of_a_pair_come_to(self):
        self.assertEqual(self.cell("Belmont", "River Pact")["stance"], 0)
        self.assertEqual(self.cell("Belmont", "River Pact", "--known-by", "2018-12-31")["stance"], 1)
        self.assertIn("On 2018-12-31: in favour.", show("Belmont", "River Pact", "--known-by", "2018-12-31").stdout)

    def test_silence_says_what_it_means_and_why(self):
        cases = {("Padua Press", "Open Letter on Rivers"): ("absent", "complete (asked by the Gazette)"),
                 ("Verona Mills, Inc.", "River Pact"): ("impossible", "no row for company"),
                 ("Illyria", "Open Letter on Rivers"): ("impossible", "no row for state")}
        for pair, (silence, why) in cases.items():
            cell = self.cell(*pair, "--as-of", "2018-06-30")
            self.assertEqual(cell["silence"], silence, pair)
            self.assertIn(why, " ".join(cell["why"]))
        text = " ".join(show("Padua Press", "Open Letter on Rivers", "--as-of", "2018-06-30").stdout.split())
        self.assertIn("Silence means absent: it could, and would have been seen.", text)

    def test_two_nodes_that_are_no_actor_and_item_have_no_cell(self):
        self.assertIsNone(self.cell("River Pact", "Rivers"))

    def test_one_node_twice_or_three_nodes(self):
        twice = show("Arden", "state.arden")
        self.assert_status(twice, 1)
        self.assertEqual(twice.stderr, "error[N103]: both names mean state.arden\n  hint: give one name, or two nodes\n")
        self.assert_status(show("Arden", "Belmont", "Illyria"), 2)
        self.assert_status(show(), 2)


class Links(ProgramTest):
    def test_a_terminal_gets_links_and_a_pipe_gets_addresses(self):
        arguments = [BINARY, "show", "France", "agreement.paris-call", "--dataset", DATA]
        piped = subprocess.run(arguments, capture_output=True, text=True, check=True).stdout
        self.assertNotIn("\x1b", piped)
        self.assertRegex(piped, r"\n +https://")
        try:
            master, slave = pty.openpty()
        except OSError as reason:  # a bare chroot has no /dev/pts
            skip_test(f"no terminal to write links to: {reason}")
        subprocess.run(arguments, stdout=slave, stderr=subprocess.DEVNULL, check=True)
        os.close(slave)
        seen = b""
        try:
            while piece := os.read(master, 4096):
                seen += piece
        except OSError:  # the other end is closed
            pass
        os.close(master)
        self.assertRegex(seen, rb"\x1b\]8;;https://[^\x1b]+\x1b\\[^\x1b]+\x1b\]8;;\x1b\\")


if __name__ == "__main__":
    unittest.main()
