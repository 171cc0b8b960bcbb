# SPDX-License-Identifier: Apache-2.0
"""Research questions from the outside: /usr/bin/python3 tests/cli/ask_test.py"""
import json
import unittest

import jsonschema

from asked import DATA, ROOT, answer, table
from program import ProgramTest, entente

TINY = ROOT / "tests/data/tiny"
SCHEMA = json.loads((ROOT / "graph_data/question.schema.json").read_text(encoding="utf-8"))
MEMBERS = ["id", "question", "finding", "told", "tables", "uncertainty", "sensitivity", "claims", "missing", "command"]
FEW = ",".join(["agreement.paris-call", "agreement.budapest-convention", "agreement.freedom-online-coalition",
                "vote.a-res-73-27", "vote.a-res-73-187", "vote.a-res-73-266", "vote.a-res-74-247"])


class Asking(ProgramTest):
    def test_text_is_what_stands_there_without_a_format(self):
        runs = [entente("ask", "supporters", "--dataset", TINY, "--quiet", *form) for form in ((), ("--format", "text"))]
        self.assert_status(runs[0], 0)
        self.assertEqual(runs[0].stdout, runs[1].stdout)

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

    def test_answers_are_the_same_on_one_and_two_threads(self):
        for question in sorted(path.stem for path in (DATA / "questions").glob("*.json")):
            # A part of the items: what is the same here is the same there, and this takes a second.
            runs = [entente("ask", question, "--effort", "quick", "--quiet", "--format", "json", "--items", FEW,
                            "--threads", threads) for threads in (1, 2)]
            self.assert_status(runs[0], 0)
            self.assertTrue(runs[0].stdout)
            self.assertEqual(runs[0].stdout, runs[1].stdout)

    def test_every_face_tells_the_finding_and_how_to_get_it_again(self):
        reply = answer("supporters")
        for face, ending in (("md", "md"), ("table", "txt")):
            path = self.folder / f"answer.{ending}"
            run = entente("ask", "supporters", "--dataset", DATA, "--effort", "quick", "--quiet", "--out", path)
            self.assert_status(run, 0)
            text = path.read_text(encoding="utf-8")
            self.assertIn(reply["finding"][:60], " ".join(text.split()), face)
            self.assertIn(reply["command"], " ".join(text.split()))
            self.assertIn("What is missing", text)

    def test_the_command_gives_the_answer_again(self):
        reply = answer("supporters", "--kinds", "state", "--as-of", "2018-12-31")
        words = reply["command"].split()
        self.assertEqual(words[:2], ["entente", "ask"])
        run = entente(*words[1:], "--format", "json", "--quiet")
        self.assertEqual(json.loads(run.stdout), reply)

    def test_unknown_names_and_days_are_refused(self):
        self.assert_status(entente("ask", "supporters", "--kinds", "stat"), 1)
        self.assert_status(entente("ask", "supporters", "--as-of", "soon"), 2)
        run = entente("ask", "supporters", "--format", "mdd")
        self.assert_status(run, 2)
        self.assertIn("'mdd', expected text, md, csv or json\n  hint: did you mean 'md'?", run.stderr)
        self.assert_status(entente("ask", "supporters", "--format", "csv", "--table", "suporters"), 2)
        self.assert_status(entente("ask", "supporters", "--from", "2018"), 2)


if __name__ == "__main__":
    unittest.main()
