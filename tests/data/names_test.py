# SPDX-License-Identifier: Apache-2.0
"""Names of cyber-norms: the judged pairs hold, no merge contradicts a refusal, nothing likely waits unjudged."""
import collections
import csv
import io
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
FOLDER = ROOT / "graph_data/cyber-norms"
RAW = FOLDER / "raw"
sys.path.insert(0, str(ROOT / "scripts"))

from cyber_norms import decisions, measure, names, raw_names, resolver, similarity, spelling  # noqa: E402
from cyber_norms.dataset import read_csv  # noqa: E402
import build_cyber_norms  # noqa: E402
import propose_names  # noqa: E402

# Lists of the judged pairs that are no file of raw/: what they are is told in README.md.
OTHER_LISTS = {"paris_call_2019", "free text", "un_votes_all", "un_resolution_votes_74_80"}


class Names(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.nodes = read_csv(FOLDER / "nodes.csv")
        cls.same_as = read_csv(FOLDER / "same_as.csv")
        cls.pairs = read_csv(RAW / "name_variants_dev.csv")
        cls.proposals = propose_names.proposals(RAW)
        cls.resolver = resolver.Resolver(cls.nodes, cls.same_as)

    def node(self, name, list_=""):
        return self.resolver.resolve(name, list_).node

    def test_judged_pairs(self):
        made = measure.measure(self.nodes, self.same_as, self.pairs)
        print(measure.report(made), file=sys.stderr)
        self.assertGreater(made.negatives, 100)
        self.assertEqual([pair for pair, _, _ in made.wrong], [])
        self.assertGreaterEqual(made.recall, 0.97)

    def test_names_in_no_list_are_found_by_rule(self):
        """Held out: every judged pair with a name that is in no list of raw/ is forgotten, and the tables are built
        without it. What the rules then find is what they would find for names that nobody has judged."""
        lists = {path.stem for path in RAW.glob("*.csv")}
        held_out = [pair for pair in self.pairs if not {pair["list_a"], pair["list_b"]} <= lists]
        forgotten = {frozenset(decisions.ends(pair)) for pair in held_out}
        data, _ = build_cyber_norms.build(RAW, [pair for pair in decisions.read_pairs(RAW)
                                                if frozenset(decisions.ends(pair)) not in forgotten])
        tables = data.tables()
        nodes, same_as = (list(csv.DictReader(io.StringIO(tables[name]))) for name in ("nodes.csv", "same_as.csv"))
        made = measure.measure(nodes, same_as, held_out)
        print("held out:", measure.report(made), file=sys.stderr)
        self.assertGreater(made.positives, 50)
        self.assertEqual(made.wrong, [])
        self.assertGreaterEqual(made.recall, 0.97)

    def test_negatives_stay_apart_without_their_lists(self):
        """The rules alone, without any decision about a name in a list, join no pair judged different."""
        bare = resolver.Resolver(self.nodes, [])
        for pair in self.pairs:
            if pair["same"] == "0" and pair["name_a"].casefold() != pair["name_b"].casefold():
                a, b = bare.resolve(pair["name_a"]), bare.resolve(pair["name_b"])
                self.assertFalse(a.node and a.node == b.node, (pair, a, b))

    def test_a_name_of_a_list_means_no_other_node_by_rule(self):
        """The rules find the node that was decided, or say that they cannot choose; never another one."""
        bare = resolver.Resolver(self.nodes, [])
        seen = collections.Counter()
        for occurrence in raw_names.occurrences(RAW):
            decided, ruled = self.node(occurrence.name, occurrence.list_), bare.resolve(occurrence.name)
            self.assertTrue(decided or occurrence.name == "New supporter", occurrence)  # a test entry, left out
            if decided:
                self.assertIn(ruled.node, ("", decided), occurrence)
                seen[bool(ruled.node)] += 1
        self.assertGreater(seen[True], 1000)
        self.assertGreater(seen[True], 100 * seen[False])

    def test_same_as_names_lists_and_nodes(self):
        lists = {path.stem for path in RAW.glob("*.csv")} | OTHER_LISTS
        ids = {row["id"] for row in self.nodes}
        for row in self.same_as:
            list_ = re.sub(r" (\((other )?source\)|of 2005)$", "", row["list"])
            self.assertIn(list_, lists, row)
            self.assertIn(row["node"], ids, row)
            self.assertTrue(row["name"] and row["why"], row)
        self.assertEqual({row["decided"] for row in self.same_as}, {"same", "different"})

    def test_no_merge_contradicts_a_refusal(self):
        """Not even through other names: what pairs join and the tables join, taken together, parts what is refused."""
        pairs = decisions.read_pairs(RAW)
        self.assertEqual(decisions.first_contradiction(pairs), "")
        joined = collections.defaultdict(set)
        for row in self.same_as:
            if row["decided"] == "same":
                joined[names.fold(row["name"]), row["list"]].add(row["node"])
        for row in self.same_as:
            if row["decided"] == "different":
                self.assertNotIn(row["node"], joined[names.fold(row["name"]), row["list"]], row)
                self.assertNotEqual(self.node(row["name"], row["list"]), row["node"], row)
        self.assertFalse({key: nodes for key, nodes in joined.items() if len(nodes) > 1})
        for pair in pairs:
            if pair["same"] == "0":
                a, b = self.node(pair["name_a"], pair["list_a"]), self.node(pair["name_b"], pair["list_b"])
                self.assertFalse(a and a == b, pair)

    def test_two_actors_of_one_name_are_judged_apart(self):
        """But for accents, punctuation, legal form and blanks: no actor has a second node that nobody meant."""
        actors = {"state", "company", "business-association", "civil-society", "academia", "public-authority",
                  "international-organisation", "coalition", "group", "person"}
        owners = collections.defaultdict(set)
        for row in self.nodes:
            if row["kind"] in actors:
                for name in [row["label"], *filter(None, row["aliases"].split("|"))]:
                    owners[spelling.squeezed(name)].add(row["id"])
        refused = {(spelling.squeezed(row["name"]), row["node"]) for row in self.same_as
                   if row["decided"] == "different"}
        shared = {name: nodes for name, nodes in owners.items() if len(nodes) > 1}
        self.assertIn("msc", shared)
        for name, nodes in shared.items():
            self.assertTrue(all((name, node) in refused for node in nodes), (name, nodes))

    def test_a_contradiction_is_found_through_other_names(self):
        def pair(a, b, same):
            return {"name_a": a, "list_a": "l", "name_b": b, "list_b": "l", "same": same, "why": "-"}
        chain = [pair("A", "B", "1"), pair("b", "C", "1"), pair("D", "C", "1")]
        self.assertEqual(decisions.first_contradiction(chain + [pair("A", "E", "0")]), "")
        self.assertEqual(decisions.first_contradiction(chain + [pair("A", "d", "0")]),
                         "a (l) = b (l) = c (l) = d (l)")

    def test_our_decision_rules_over_the_pairs_that_came_with_the_lists(self):
        ruling = {frozenset(decisions.ends(pair)): pair["same"] for pair in decisions.read_pairs(RAW)}
        overruled = [pair for pair in self.pairs if ruling[frozenset(decisions.ends(pair))] != pair["same"]]
        self.assertEqual([(pair["name_a"], pair["name_b"]) for pair in overruled],
                         [("MSC", "Munich Security Conference")])
        self.assertNotEqual(self.node("MSC", "paris_call_supporters"), self.node("MSC", "charter-of-trust"))
        self.assertEqual(self.node("MSC"), "")  # without a list it may be either

    def test_every_likely_candidate_is_judged(self):
        self.assertEqual(propose_names.undecided(self.proposals), [])
        bands = collections.Counter(row["band"] for row in self.proposals)
        self.assertTrue(all(bands[band] for band in ("certain", "ask", "veto", "clash")), bands)

    def test_what_likeness_alone_would_have_shown(self):
        """Of the judged pairs of organisations in two spellings, those that the candidates hold without knowing the
        judgement. The rest is renamed (Twitter, X), an acronym of two letters or of another country, or vetoed."""
        shown = {frozenset((names.fold(row["name_a"]), names.fold(row["name_b"]))): row["band"]
                 for row in self.proposals}
        here = {(names.fold(o.name), o.list_) for o in raw_names.occurrences(RAW) if o.kind != "state"}
        found = collections.defaultdict(collections.Counter)
        for pair in self.pairs:
            a, b = decisions.ends(pair)
            if a in here and b in here and a[0] != b[0]:
                found[pair["same"]][shown.get(frozenset((a[0], b[0])), "not shown")] += 1
        print("shown by likeness:", {same: dict(sorted(bands.items())) for same, bands in found.items()},
              file=sys.stderr)
        seen = found["1"]["certain"] + found["1"]["ask"]
        self.assertGreaterEqual(seen / sum(found["1"].values()), 0.8)
        self.assertLessEqual(found["0"]["certain"] / sum(found["0"].values()), 0.1)

    def test_an_unjudged_list_is_reported(self):
        with tempfile.TemporaryDirectory() as folder:
            raw = pathlib.Path(folder)
            (raw / "countries.csv").write_bytes((RAW / "countries.csv").read_bytes())
            for list_, row in (("one", "Acme Widgets,private-sector,USA"),
                               ("two", '"Acme Widgets, Inc.",private-sector,USA'),
                               ("three", "Acme Widgets Energy,private-sector,USA")):
                (raw / f"{list_}.csv").write_text(f"actor,actor_kind,country\n{row}\n", encoding="utf-8")
            run = subprocess.run(
                [sys.executable, "-B", ROOT / "scripts/propose_names.py", "--undecided", "--raw", folder],
                capture_output=True, text=True, check=False)
            self.assertEqual(run.returncode, 1, run.stderr)
            (waiting,) = csv.DictReader(run.stdout.splitlines())
            self.assertEqual((waiting["name_a"], waiting["name_b"]), ("Acme Widgets", "Acme Widgets, Inc."))
            bands = {(row["name_a"], row["name_b"]): row["band"] for row in propose_names.proposals(raw)}
            self.assertEqual(bands["Acme Widgets", "Acme Widgets Energy"], "veto")

    def test_rules_for_names_in_no_list(self):
        for name, node in {
                "Cisco* **": "company.cisco", "microsoft corp.": "company.microsoft",
                "ISOC": "civil-society.the-internet-society-isoc",
                "IRAN (ISLAMIC REPUBLIC OF)": "state.irn", "Grand-Duché de Luxembourg": "state.lux",
                "Duitsland": "state.deu",
                "Republic of Korea": "state.kor", "Democratic People's Republic of Korea": "state.prk",
                "Congo": "state.cog", "Congo, Democratische Republiek": "state.cod", "Swaziland": "state.swz",
                "The State of Qatar": "state.qat", "Trendmicro": "company.trend-micro",
                "AmCham Peru": "business-association.american-chamber-of-commerce-in-peru",
                "American Chamber of Commerce (AmCham) of Poland":
                    "business-association.american-chamber-of-commerce-in-poland",
                # What must not be found: no such actor, or two.
                "Republic of China": "", "Republic of Vietnam": "", "American Chamber of Commerce in Japan": "",
                "Hitachi Rail": "", "Government of Spain": "", "Ministry of Foreign Affairs of France": "",
                "French Guiana": "", "Microsoft France": "", "Permanent Mission of Spain": ""}.items():
            self.assertEqual(self.node(name), node, name)

    def test_spelling(self):
        self.assertEqual(spelling.plain("Țuca Zbârcea & Asociații"), "tuca zbarcea and asociatii")
        self.assertEqual(spelling.core("ESET, spol. s r.o."), "eset")
        self.assertEqual(spelling.core("The Company"), "company")  # something always stays
        self.assertEqual(spelling.core("Aevitas SA de CV"), "aevitas")
        self.assertEqual(spelling.short_forms("EastWest Institute (EWI)"), ["EastWest Institute", "EWI"])
        self.assertEqual(spelling.short_forms("KT (Korea Telecom)"), ["Korea Telecom", "KT"])
        for whole in ("Media Institute of Southern Africa (Zimbabwe Chapter)", "GitHub, Inc. (Products Only)",
                      "GEODE (Université Paris 8)", "Chatham House - Department", "Penta Hospitals CZ"):
            self.assertEqual(spelling.short_forms(whole), [], whole)
        self.assertTrue(spelling.spells("CyAN", "Cybersecurity Advisors Network"))
        self.assertTrue(spelling.spells("CPJ", "Committee to Protect Journalists"))
        self.assertFalse(spelling.spells("EPFL", "Swiss Federal Institute of Technology Lausanne"))

    def test_published_values_of_jaro_winkler(self):
        """Winkler (1990) and Porter and Winkler (1997): MARTHA, DIXON, DWAYNE."""
        for a, b, jaro, winkler in (("martha", "marhta", 0.944, 0.961), ("dixon", "dicksonx", 0.767, 0.813),
                                    ("dwayne", "duane", 0.822, 0.840), ("", "", 1, 1), ("a", "", 0, 0)):
            self.assertAlmostEqual(similarity.jaro(a, b), jaro, 3)
            self.assertAlmostEqual(similarity.jaro_winkler(a, b), winkler, 3)
            self.assertEqual(similarity.jaro_winkler(a, b), similarity.jaro_winkler(b, a))


if __name__ == "__main__":
    unittest.main()
