# SPDX-License-Identifier: Apache-2.0
"""Research questions from the outside, against calculations from the tables alone:
/usr/bin/python3 tests/cli/ask_test.py"""
import collections
import csv
import io
import json
import os
import pathlib
import unittest

import jsonschema

from program import ProgramTest, entente
from reference import DataSet

ROOT = pathlib.Path(os.environ["ENTENTE_SOURCE_DIR"])
DATA = ROOT / "graph_data/cyber-norms"
TINY = ROOT / "tests/data/tiny"
SCHEMA = json.loads((ROOT / "graph_data/question.schema.json").read_text(encoding="utf-8"))
MEMBERS = ["id", "question", "finding", "told", "tables", "uncertainty", "sensitivity", "claims", "missing", "command"]


def answer(*arguments):
    run = entente("ask", *arguments, "--dataset", DATA, "--effort", "quick", "--quiet", "--format", "json")
    assert run.returncode == 0, run.stderr
    return json.loads(run.stdout)


def table(reply, name):
    columns = next(t for t in reply["tables"] if t["name"] == name)["columns"]
    names = [column["name"] for column in columns]
    return [dict(zip(names, row)) for row in zip(*(column["values"] for column in columns))]


class Asking(ProgramTest):
    def test_the_questions_are_listed(self):
        run = entente("ask", "--list", "--format", "json")
        self.assert_status(run, 0)
        listed = json.loads(run.stdout)
        self.assertTrue(all(list(question) == ["id", "question", "needs"] for question in listed))
        files = sorted(path.stem for path in (DATA / "questions").glob("*.json"))
        self.assertEqual([question["id"] for question in listed], files)

    def test_the_shipped_questions_meet_the_published_schema(self):
        jsonschema.Draft202012Validator.check_schema(SCHEMA)
        for path in (DATA / "questions").glob("*.json"):
            jsonschema.Draft202012Validator(SCHEMA).validate(json.loads(path.read_text(encoding="utf-8")))

    def test_the_schema_is_printed(self):
        run = entente("ask", "--schema")
        self.assert_status(run, 0)
        self.assertEqual(json.loads(run.stdout), SCHEMA)

    def test_a_mistyped_question_gets_a_suggestion(self):
        run = entente("ask", "suporters")
        self.assert_status(run, 2)
        self.assertIn("error[C120]: no question 'suporters'\n  hint: did you mean 'supporters'?", run.stderr)

    def test_what_is_wrong_with_a_file_has_its_place(self):
        path = self.file("mine.json", '{"id": "mine", "question": "Who?",\n "view": {"kind": ["state"]},\n'
                         ' "method": {"support-counts": {}}, "answer": "{several}"}\n')
        run = entente("ask", path)
        self.assert_status(run, 1)
        self.assertIn(f"{path}:2:11: error[J203]: 'view' has no 'kind'\n  hint: did you mean 'kinds'?", run.stderr)
        self.assertEqual(run.stdout, "")

    def test_a_question_of_ones_own_from_methods_of_the_registry(self):
        path = self.file("mine.json", json.dumps({
            "id": "central", "question": "What holds them together?", "view": {"kinds": ["state"]},
            "method": {"two-mode-degree": {}}, "compare": {"dates": True},
            "answer": "{two-mode-degree} among {actors} actors and {items} items."}))
        reply = answer(path)
        self.assertEqual(list(reply), MEMBERS)
        degrees = table(reply, "two-mode-degree.nodes")
        first = max(degrees, key=lambda row: row["two_mode_degree"])
        self.assertTrue(first["node"].startswith(("agreement.", "vote.")))
        self.assertEqual([choice["setting"] for choice in reply["sensitivity"]["choices"]], ["certain"])
        self.assertIn(" states", reply["finding"].replace("actors", "states"))

    def test_a_data_set_that_lacks_what_is_needed_cannot_tell(self):
        for question in sorted(path.stem for path in (DATA / "questions").glob("*.json")):
            run = entente("ask", question, "--dataset", TINY, "--format", "json", "--effort", "quick", "--quiet")
            self.assert_status(run, 0)
            reply = json.loads(run.stdout)
            self.assertEqual(list(reply), MEMBERS)
            if not reply["told"]:
                self.assertTrue(reply["finding"].startswith("The data cannot tell: "), reply["finding"])
                self.assertTrue(reply["missing"])

    def test_every_face_is_the_same_on_one_and_two_threads(self):
        for question in sorted(path.stem for path in (DATA / "questions").glob("*.json")):
            for face in ("json", "md", "table", "csv"):
                runs = [entente("ask", question, "--effort", "quick", "--quiet", "--format", face, "--threads", threads)
                        for threads in (1, 2)]
                self.assert_status(runs[0], 0)
                self.assertTrue(runs[0].stdout)
                self.assertEqual(runs[0].stdout, runs[1].stdout)

    def test_the_command_gives_the_answer_again(self):
        reply = answer("supporters", "--kinds", "state", "--as-of", "2018-12-31")
        words = reply["command"].split()
        self.assertEqual(words[:2], ["entente", "ask"])
        run = entente(*words[1:], "--format", "json", "--quiet")
        self.assertEqual(json.loads(run.stdout), reply)

    def test_unknown_names_and_days_are_refused(self):
        self.assert_status(entente("ask", "supporters", "--kinds", "stat"), 1)
        self.assert_status(entente("ask", "supporters", "--as-of", "soon"), 2)
        self.assert_status(entente("ask", "supporters", "--format", "xml"), 2)
        self.assert_status(entente("ask", "supporters", "--format", "csv", "--table", "suporters"), 2)
        self.assert_status(entente("ask", "supporters", "--from", "2018"), 2)


class Supporters(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.data = DataSet(DATA)
        cls.reply = answer("supporters")
        cls.supports, cls.certain = collections.Counter(), collections.Counter()
        for (actor, item), (stance, only_possible) in cls.data.cells(cls.data.reference_day).items():
            if stance == 1 and cls.data.kind(item) == "agreement":
                cls.supports[actor] += 1
                cls.certain[actor] += not only_possible

    def test_counts_are_those_of_the_tables(self):
        rows = {row["node"]: row for row in table(self.reply, "supporters")}
        self.assertEqual({node: row["supports"] for node, row in rows.items()}, dict(self.supports))
        self.assertEqual({node: row["certain"] for node, row in rows.items()},
                         {node: self.certain[node] for node in self.supports})
        several = sum(count > 1 for count in self.supports.values())
        self.assertIn(f"{several} of {len(self.supports)} supporters", self.reply["finding"])

    def test_what_could_be_seen_is_what_eligibility_says(self):
        day, data = self.data.reference_day, self.data
        cells, invited = data.cells(day), data.invited(day)
        items = {item for (_, item), (stance, _) in cells.items() if stance == 1 and data.kind(item) == "agreement"}
        for row in table(self.reply, "supporters"):
            silences = collections.Counter()
            for item in items:
                # An absence that a source names counts as seen only where the silence of others does.
                known = cells.get((row["node"], item), (None,))[0] == 1
                silences["absent" if known else data.silence(row["node"], item, day, invited)] += 1
            self.assertEqual((row["seen"], row["could"]),
                             (silences["absent"], silences["absent"] + silences["unknown"]), row["node"])

    def test_the_claims_stand_behind_the_counts(self):
        pairs = {(claim["subject"], claim["object"]) for claim in self.reply["claims"]}
        self.assertEqual(len(pairs), sum(self.supports.values()))
        self.assertTrue(all(claim["title"] and claim["recorded"] for claim in self.reply["claims"]))

    def test_without_the_smallest_set_of_claims_it_is_another_finding(self):
        flip = self.reply["sensitivity"]["flip"]
        self.assertTrue(flip["exact"])
        gone = set(flip["claims"])
        self.assertEqual(len(gone), flip["size"])
        self.data.by_pair, whole = {pair: [c for c in claims if c["id"] not in gone]
                                    for pair, claims in self.data.by_pair.items()}, self.data.by_pair
        try:
            cells = self.data.cells(self.data.reference_day)
        finally:
            self.data.by_pair = whole
        counts = collections.Counter(actor for (actor, item), (stance, _) in cells.items()
                                     if stance == 1 and self.data.kind(item) == "agreement")
        one, several = sum(c == 1 for c in counts.values()), sum(c > 1 for c in counts.values())
        self.assertFalse(one > several)

    def test_csv_is_one_table(self):
        run = entente("ask", "supporters", "--effort", "quick", "--quiet", "--format", "csv", "--table", "kinds")
        rows = list(csv.DictReader(io.StringIO(run.stdout)))
        self.assertEqual(sum(int(row["several"]) for row in rows), sum(c > 1 for c in self.supports.values()))


if __name__ == "__main__":
    unittest.main()
