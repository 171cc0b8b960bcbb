# SPDX-License-Identifier: Apache-2.0
"""entente methods: /usr/bin/python3 tests/cli/methods_test.py"""
import json
import unittest

from program import ProgramTest, entente


class Methods(ProgramTest):
    def test_the_list_names_every_method_once_under_its_group(self):
        text = entente("methods").stdout
        cards = json.loads(entente("methods", "--format", "json").stdout)
        self.assertGreater(len(cards), 5)
        for card in cards:
            self.assertRegex(text, rf"(?m)^  {card['id']}  ")
            self.assertIn(card["group"].replace("_", " ").capitalize() + "\n", text)
        self.assertEqual(len({card["id"] for card in cards}), len(cards))

    def test_no_parameter_takes_the_name_of_an_option_of_run(self):
        for card in json.loads(entente("methods", "--format", "json").stdout):
            self.assert_status(entente("run", card["id"], "--help"), 0)

    def test_a_card_tells_what_a_reader_of_the_numbers_needs(self):
        card = entente("methods", "pagerank")
        self.assert_status(card, 0)
        for text in ("formula", "convention", "input", "cost", "source", "doi:10.",
                     "--damping NUMBER", "0 to 1; default 0.85"):
            self.assertIn(text, card.stdout)
        self.assertTrue(all(len(line) <= 80 for line in card.stdout.splitlines()))

    def test_one_card_as_json(self):
        card = json.loads(entente("methods", "pagerank", "--format", "json").stdout)
        damping = next(p for p in card["parameters"] if p["name"] == "damping")
        self.assertEqual((damping["type"], damping["default"], damping["low"], damping["high"]), ("number", 0.85, 0, 1))


if __name__ == "__main__":
    unittest.main()
