# SPDX-License-Identifier: Apache-2.0
"""The answers to the shipped questions against calculations from the tables alone:
/usr/bin/python3 tests/cli/answers_test.py"""
import collections
import csv
import io
import json
import pathlib
import re
import tempfile
import unittest

import numpy

import reference_models
from asked import DATA, answer, table
from program import entente
from reference import DataSet


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

    def choice(self, reply, choice, setting):
        return next(c for c in reply["sensitivity"]["choices"] if (c["choice"], c["setting"]) == (choice, setting))

    def test_a_choice_under_which_verdict_or_leaders_are_others_does_not_hold(self):
        self.check_choices(answer("supporters", "--as-of", "2018-12-31"), "2018-12-31")
        self.check_choices(self.reply, self.data.reference_day)

    def check_choices(self, reply, day):
        """Counts and leaders under certain dates are those of the tables, and `holds` says whether they lead there."""
        counts = [collections.Counter(), collections.Counter()]  # on any reading of dates, on certain ones
        for (actor, item), (stance, only_possible) in self.data.cells(day).items():
            if stance == 1 and self.data.kind(item) == "agreement":
                counts[0][actor] += 1
                counts[1][actor] += not only_possible
        told = [(sum(c > 1 for c in count.values()), sum(c > 0 for c in count.values()),
                 {actor for actor in count if count[actor] == max(count.values())}) for count in counts]
        dates = self.choice(reply, "dates", "certain")
        self.assertIn(f"{told[0][0]} of {told[0][1]} supporters", reply["finding"])
        self.assertIn(f"{told[1][0]} of {told[1][1]} supporters", dates["finding"])
        moved = {piece["what"]: piece for piece in dates["moved"]}
        self.assertFalse(moved["counts"]["turns"])
        self.assertTrue(moved["counts"]["is"].startswith(f"{told[1][0]} of {told[1][1]} support"))
        self.assertEqual("leaders" in moved, told[0][2] != told[1][2])
        verdicts = [re.search("That is (more|fewer|what)", text)[1] for text in (reply["finding"], dates["finding"])]
        self.assertEqual("verdict" in moved, verdicts[0] != verdicts[1])
        self.assertEqual(dates["holds"], not ("leaders" in moved or "verdict" in moved or "headline" in moved))
        for other in reply["sensitivity"]["choices"]:
            if other["finding"] == reply["finding"]:
                self.assertEqual((other["holds"], other["moved"]), (True, []))
            self.assertEqual(other["holds"], not any(piece["turns"] for piece in other["moved"]), other["setting"])

    def test_leaving_a_list_out_changes_no_number_silently(self):
        counts = [f"{n} of {m}" for n, m in [re.search(r"(\d+) of (\d+) supporters", c["finding"]).groups()
                                              for c in self.reply["sensitivity"]["choices"]]]
        text = " ".join(entente("ask", "supporters", "--effort", "quick", "--quiet").stdout.split())
        own = re.search(r"\d+ of \d+ supporters", self.reply["finding"])[0].removesuffix(" supporters")
        self.assertTrue(set(counts) - {own})
        for count in set(counts) - {own}:
            self.assertIn(f"{count} support two or more", text)

    def test_csv_is_one_table(self):
        run = entente("ask", "supporters", "--effort", "quick", "--quiet", "--format", "csv", "--table", "kinds")
        rows = list(csv.DictReader(io.StringIO(run.stdout)))
        self.assertEqual(sum(int(row["several"]) for row in rows), sum(c > 1 for c in self.supports.values()))


class SharedSupporters(unittest.TestCase):
    """Pairs of agreements under bicm, which a second fit and a second tail give, too."""

    @classmethod
    def setUpClass(cls):
        cls.data = DataSet(DATA)
        question = json.loads((DATA / "questions/shared-supporters.json").read_text(encoding="utf-8"))
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "bicm.json"
            path.write_text(json.dumps(question | {"null_model": "bicm"}), encoding="utf-8")
            cls.rows = table(answer(path), "pairs")
        cls.reply = answer("shared-supporters")
        cls.actors, cls.items, cls.table, cls.known = reference_models.core(
            cls.data, cls.data.reference_day, lambda actor: True, lambda item: cls.data.kind(item) == "agreement")
        cls.column = {item: j for j, (item, _) in enumerate(cls.items)}

    def columns(self, row):
        return self.column[row["a"]], self.column[row["b"]]

    def test_every_pair_is_tested_on_what_could_be_seen(self):
        self.assertEqual(len(self.rows), len(self.items) * (len(self.items) - 1) // 2)
        for row in self.rows:
            a, b = self.columns(row)
            self.assertEqual(row["shared"], (self.table[:, a] & self.table[:, b]).sum())
            self.assertEqual(row["seen_both"], (self.known[:, a] & self.known[:, b]).sum())

    def test_p_and_q_are_those_of_the_configuration_model(self):
        chance = reference_models.bicm(self.table, self.known)
        numpy.testing.assert_allclose(chance.sum(1), self.table.sum(1), atol=1e-7)
        p = []
        for row in self.rows:
            a, b = self.columns(row)
            both = chance[:, a] * chance[:, b]
            self.assertAlmostEqual(row["expected"], both.sum(), delta=1e-5)
            p.append(reference_models.upper_tail(both, row["shared"]))
            self.assertAlmostEqual(row["p_value"], p[-1], delta=1e-6)
        for row, q in zip(self.rows, reference_models.benjamini_hochberg(p)):
            self.assertAlmostEqual(row["q_value"], q, delta=1e-6)

    def test_the_exact_model_sees_the_same_pairs_and_no_less(self):
        exact = {(row["a"], row["b"]): row for row in table(self.reply, "pairs")}
        for row in self.rows:
            other = exact[row["a"], row["b"]]
            self.assertEqual((row["shared"], row["seen_both"]), (other["shared"], other["seen_both"]))
        significant = sum(row["q_value"] <= 0.05 for row in exact.values())
        self.assertIn(f"pairs of agreements {significant or 'none'} share more", self.reply["finding"])
        power = next(m for m in self.reply["uncertainty"] if m["measure"] == "power")
        self.assertGreaterEqual(power["value"], significant)
        self.assertEqual(power["high"], len(exact))


class Coalitions(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.data = DataSet(DATA)
        cls.reply = answer("coalitions")
        cls.actors, _, cls.table, cls.known = reference_models.core(
            cls.data, cls.data.reference_day, lambda actor: cls.data.kind(actor) == "state", lambda item: True)
        cls.groups = {row["node"]: row["coalition"] for row in table(cls.reply, "members")}
        cls.expected = reference_models.expectation(cls.table, cls.known)
        cls.test = table(cls.reply, "test")[0]

    def quality(self, groups):
        return reference_models.modularity(self.table, self.expected, numpy.asarray(groups))

    def test_everyone_with_two_stances_is_divided(self):
        self.assertEqual(sorted(self.groups), self.actors)

    def test_the_division_has_the_modularity_that_is_told(self):
        groups = [self.groups[actor] for actor in self.actors]
        self.assertAlmostEqual(self.quality(groups), self.test["modularity"], delta=1e-9)

    def test_no_move_of_one_state_is_better(self):
        groups = numpy.array([self.groups[actor] for actor in self.actors])
        best = self.quality(groups)
        for i in range(len(groups)):
            for group in set(groups) - {groups[i]}:
                moved = groups.copy()
                moved[i] = group
                self.assertLessEqual(self.quality(moved), best + 1e-12, self.actors[i])

    def test_a_division_by_the_first_axis_is_beyond_chance_too(self):
        axis = numpy.linalg.svd(self.table - self.expected)[0][:, 0]
        quality = self.quality(axis > 0)
        self.assertLessEqual(quality, self.test["modularity"] + 1e-12)
        self.assertGreater(quality, self.test["null_mean"] + 5 * self.test["null_sd"])

    def test_camps_are_those_beyond_chance(self):
        camps = [row for row in table(self.reply, "coalitions") if row["camp"]]
        self.assertTrue(all(row["p_value"] <= 0.05 for row in camps))
        self.assertIn(f"{len(camps)} camps beyond chance", self.reply["finding"])
        self.assertEqual(sum(row["size"] for row in table(self.reply, "coalitions")), len(self.actors))

    def test_certain_dates_alone_are_compared(self):
        dates = next(c for c in self.reply["sensitivity"]["choices"] if c["choice"] == "dates")
        self.assertEqual(dates["setting"], "certain")
        self.assertEqual(dates["holds"], dates["agreement"] >= 0.8)


class Missing(unittest.TestCase):
    DAY = "2018-12-31"

    @classmethod
    def setUpClass(cls):
        cls.data = DataSet(DATA)
        cls.reply = answer("missing", "--as-of", cls.DAY)
        cls.rows = table(cls.reply, "absent")
        cls.groups = {row["node"]: row["coalition"] for row in
                      table(answer("coalitions", "--as-of", cls.DAY), "members")}

    def test_absentees_inside_the_coalition_are_told_from_those_of_another_one(self):
        cells = self.data.cells(self.DAY)
        signed = collections.Counter(self.groups[actor] for (actor, item), (stance, _) in cells.items()
                                     if item == "agreement.paris-call" and stance == 1 and actor in self.groups)
        home = signed.most_common(1)[0][0]
        sides = {actor: "unplaced" if actor not in self.groups else
                 "inside" if self.groups[actor] == home else "outside"
                 for (actor, item), (stance, _) in cells.items()
                 if item == "agreement.paris-call" and stance in (None, 0) and self.data.kind(actor) == "state"}
        found = {row["actor"]: row["side"] for row in self.rows
                 if row["named"] and row["item"] == "agreement.paris-call"}
        self.assertEqual(found, sides)
        self.assertEqual(sides["state.usa"], "inside")
        self.assertEqual(sides["state.isr"], "inside")
        self.assertEqual({sides[f"state.{code}"] for code in ("chn", "rus", "irn")}, {"outside"})
        self.assertIn("inside the coalition of its supporters", self.reply["finding"])

    def test_named_absences_have_claims_that_say_so(self):
        claims = {claim["id"]: claim for claim in self.data.claims}
        for row in self.rows:
            if row["named"]:
                self.assertTrue(row["claims"])
            for claim in filter(None, row["claims"].split("|")):
                self.assertIn(claims[claim]["relation"], ("not-signed", "declined", "not-endorsed", "not-ratified"))

    def test_expectations_are_those_of_the_configuration_model(self):
        day = self.data.reference_day
        actors, items, cells, known = reference_models.core(
            self.data, day, lambda actor: self.data.kind(actor) == "state", lambda item: True)
        # The two answers of a roll call exclude each other, which the plain model does not know: agreements alone.
        agreements = [j for j, (item, _) in enumerate(items) if self.data.kind(item) != "vote"]
        reply = answer("missing", "--items", ",".join(items[j][0] for j in agreements))
        actors, items, cells, known = reference_models.core(
            self.data, day, lambda actor: self.data.kind(actor) == "state",
            lambda item: self.data.kind(item) != "vote" and item in {items[j][0] for j in agreements})
        chance = reference_models.bicm(cells, known)
        tested = {(actors[i], items[j][0]): chance[i, j] for i, j in zip(*numpy.nonzero(known & (cells == 0)))
                  if chance[i, j] >= 0.5}
        found = {(row["actor"], row["item"]): row["expected"] for row in table(reply, "absent")
                 if row["q_value"] is not None}
        self.assertEqual(found.keys(), tested.keys())
        for cell, expected in found.items():
            self.assertAlmostEqual(expected, tested[cell], delta=1e-6)

    def test_without_the_smallest_set_one_side_is_empty(self):
        flip = self.reply["sensitivity"]["flip"]
        claims = {claim["id"]: claim for claim in self.data.claims}
        sides = {row["actor"]: row["side"] for row in self.rows if row["item"] == "agreement.paris-call"}
        self.assertEqual(len({sides[claims[claim]["subject"]] for claim in flip["claims"]}), 1)


class Brokers(unittest.TestCase):
    SECTORS = {"state": "states", "public-authority": "states", "company": "firms", "business-association": "firms",
               "civil-society": "civil society", "academia": "civil society"}

    @classmethod
    def setUpClass(cls):
        cls.data = DataSet(DATA)
        cls.reply = answer("brokers")
        cls.rows = table(cls.reply, "brokers")
        cls.held = collections.defaultdict(set)
        for (actor, item), (stance, _) in cls.data.cells(cls.data.reference_day).items():
            if stance == 1 and cls.data.kind(item) == "agreement":
                cls.held[actor].add(item)

    def sector(self, actor):
        return self.SECTORS.get(self.data.kind(actor), self.data.kind(actor))

    def test_brokerage_is_what_counting_pairs_gives(self):
        counts = collections.Counter((frozenset(items), self.sector(actor)) for actor, items in self.held.items())
        self.assertEqual({row["node"] for row in self.rows},
                         {actor for actor, items in self.held.items() if len(items) > 1})
        for row in self.rows:
            own, total, outside = self.held[row["node"]], 0, 0
            ends = [(items, sector, n) for (items, sector), n in counts.items() if items & own]
            for k, (items, sector, n) in enumerate(ends):
                for others, other, m in ends[k + 1:]:
                    if other != sector and not others & items:
                        total += n * m
                        outside += n * m if self.sector(row["node"]) not in (sector, other) else 0
            self.assertEqual((row["brokerage"], row["outside"]), (total, outside), row["node"])
            self.assertEqual(row["alike"], sum(items == own for items in self.held.values()) - 1)

    def test_the_caption_says_what_is_counted(self):
        page = entente("ask", "brokers", "--effort", "quick", "--quiet", "--format", "md").stdout
        self.assertNotIn("only they", page)
        self.assertIn("share no item while each shares one with the actor", page)
        # An end of one's own sector counts, and who holds the same items stands between the same pairs.
        first = self.rows[0]
        self.assertLess(first["outside"], first["brokerage"])
        same = collections.defaultdict(set)
        for row in self.rows:
            same[frozenset(self.held[row["node"]])].add(row["brokerage"])
        self.assertTrue(all(len(counts) == 1 for counts in same.values()))
        self.assertIn("that share no agreement, most share one each with", self.reply["finding"])

    def test_p_values_are_shares_of_draws_and_q_corrects_them(self):
        q = reference_models.benjamini_hochberg([row["p_value"] for row in self.rows])
        for row, corrected in zip(self.rows, q):
            self.assertAlmostEqual(row["p_value"] * 100, round(row["p_value"] * 100), delta=1e-9)  # 99 draws
            self.assertAlmostEqual(row["q_value"], corrected, delta=1e-12)

    def test_a_question_that_coverage_cannot_support_says_so(self):
        reply = answer("brokers", "--kinds", "company", "--items", "agreement.paris-call,agreement.tech-accord")
        self.assertFalse(reply["told"])
        self.assertTrue(reply["finding"].startswith("The data cannot tell: "))
        for text in (reply["finding"], " ".join(reply["missing"])):
            self.assertIn("Tech Accord", text)
        self.assertIn("firms", self.reply["finding"])
        self.assertIn("Tech Accord", self.reply["finding"])
        self.assertIn("Tech Accord", " ".join(self.reply["missing"]))


if __name__ == "__main__":
    unittest.main()
