# SPDX-License-Identifier: Apache-2.0
"""The answer to the question what changed, against calculations from the tables alone:
/usr/bin/python3 tests/cli/changes_test.py"""
import collections
import unittest

from asked import DATA, answer, table
from program import entente
from reference import DataSet


class Changed(unittest.TestCase):
    FROM, TO = "2018-12-31", "2024-01-19"

    @classmethod
    def setUpClass(cls):
        cls.data = DataSet(DATA)
        cls.reply = answer("changed")
        cls.before, cls.after = cls.data.cells(cls.FROM), cls.data.cells(cls.TO)

    def certainty(self, cells, pair, stance):
        found, only_possible = cells.get(pair, (None, False))
        return "no" if found != stance else "possibly" if only_possible else "certainly"

    def test_who_joined_and_who_left_are_those_of_the_tables(self):
        expected = {}
        for pair in self.before.keys() | self.after.keys():
            then, now = self.certainty(self.before, pair, 1), self.certainty(self.after, pair, 1)
            refused = self.before.get(pair, (None,))[0] in (0, -1)
            if self.data.is_roll_call(pair[1]):
                continue
            if now != "no" and then != "certainly" and not refused:
                expected[pair] = ("joined", "certain" if then == "no" and now == "certainly" else "possible")
            elif then != "no" and pair not in self.after or then != "no" and self.after[pair][0] is None:
                expected[pair] = ("left", "certain" if then == "certainly" else "possible")
            elif then == "certainly" and now == "possibly":
                expected[pair] = ("left", "possible")
        found = {(row["actor"], row["item"]): (row["change"], row["certainty"])
                 for row in table(self.reply, "changes") if row["change"] != "turned"}
        self.assertEqual(found, expected)
        certain = sum(change == ("joined", "certain") for change in expected.values())
        self.assertIn(f"{certain} stances certainly began", self.reply["finding"])

    def test_new_evidence_is_apart_from_new_facts(self):
        then = self.data.cells(self.FROM, known_by=self.FROM)
        now = self.data.cells(self.FROM, known_by=self.TO)
        learned = {pair for pair in then.keys() | now.keys() if not self.data.is_roll_call(pair[1])
                   and (pair in then, then.get(pair, (None,))[0]) != (pair in now, now.get(pair, (None,))[0])}
        rows = table(self.reply, "learned")
        self.assertEqual({(row["actor"], row["item"]) for row in rows}, learned)
        self.assertIn(f"{len(learned)} stances of the first day", self.reply["finding"])

    def test_roll_calls_between_the_days_are_counted(self):
        counts = collections.defaultdict(collections.Counter)
        for (_, item), (stance, _) in self.after.items():
            if self.data.is_roll_call(item) and not any(pair[1] == item for pair in self.before):
                counts[item][stance] += 1
        found = {row["item"]: (row["yes"], row["abstained"], row["no"]) for row in table(self.reply, "roll_calls")}
        self.assertEqual(found, {item: (c[1], c[0], c[-1]) for item, c in counts.items()})

    def test_two_days_of_the_command_line_rule(self):
        reply = answer("changed", "--from", "2019", "--to", "2020-06", "--kinds", "company")
        self.assertIn("Between 2019-12-31 and 2020-06-30", reply["finding"])
        self.assert_days_refused("--from", "2020", "--to", "2019")

    def assert_days_refused(self, *days):
        self.assertEqual(entente("ask", "changed", *days).returncode, 2)


if __name__ == "__main__":
    unittest.main()
