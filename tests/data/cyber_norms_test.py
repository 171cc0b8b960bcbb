# SPDX-License-Identifier: Apache-2.0
"""The committed tables of graph_data/cyber-norms are what the build makes of the raw lists, and hold together."""
import collections
import csv
import datetime
import hashlib
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import unicodedata
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
FOLDER = ROOT / "graph_data/cyber-norms"
RAW = FOLDER / "raw"
sys.path[:0] = [str(ROOT / "scripts"), str(ROOT / "tests/data")]

import table_schema  # noqa: E402
import build_cyber_norms  # noqa: E402
from cyber_norms import agreement_lists, instruments  # noqa: E402


def rows(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def span(text):
    """First and last day of a date, as strings that compare; None for what is not well formed."""
    interval = re.fullmatch(r"\[(.*)\.\.(.*)\]", text)
    first, last = interval.groups() if interval else (text, text)
    for part in (first, last):
        if part:
            if not re.fullmatch(r"\d{4}(-\d{2}(-\d{2})?)?", part):
                return None
            datetime.date.fromisoformat((part + "-01-01")[:10])
    return (first or "0000", (last or "9999") + "-99"[:3 * (10 > len(last))])


class CyberNorms(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.nodes = {row["id"]: row for row in rows(FOLDER / "nodes.csv")}
        cls.claims = {row["id"]: row for row in rows(FOLDER / "claims.csv")}
        cls.sources = {row["id"]: row for row in rows(FOLDER / "sources.csv")}
        cls.eligibility = rows(FOLDER / "eligibility.csv")
        cls.same_as = rows(FOLDER / "same_as.csv")
        cls.schema = json.loads((FOLDER / "schema.json").read_text(encoding="utf-8"))

    def of(self, **wanted):
        return [c for c in self.claims.values() if all(c[key] == value for key, value in wanted.items())]

    def test_the_build_makes_the_committed_files(self):
        with tempfile.TemporaryDirectory() as out:
            subprocess.run([sys.executable, "-B", ROOT / "scripts/build_cyber_norms.py", "--out", out], check=True,
                           stdout=subprocess.DEVNULL)
            made = sorted(path.name for path in pathlib.Path(out).iterdir())
            self.assertEqual(made, ["claims.csv", "datapackage.json", "eligibility.csv", "nodes.csv", "same_as.csv",
                                    "schema.json", "sources.csv"])
            for name in made:
                self.assertEqual((pathlib.Path(out) / name).read_bytes(), (FOLDER / name).read_bytes(), name)

    def test_tables_are_utf8_lf_sorted_and_nfc(self):
        for name in ("nodes", "claims", "sources", "eligibility", "same_as"):
            data = (FOLDER / f"{name}.csv").read_bytes()
            self.assertNotIn(b"\r", data)
            self.assertEqual(data.decode(), unicodedata.normalize("NFC", data.decode()))
        for table in (self.nodes, self.claims, self.sources):
            self.assertEqual(list(table), sorted(table))
        self.assertEqual(len(self.claims), len(rows(FOLDER / "claims.csv")))
        self.assertEqual(len(self.nodes), len(rows(FOLDER / "nodes.csv")))

    def test_hashes_of_the_descriptor(self):
        package = json.loads((FOLDER / "datapackage.json").read_text(encoding="utf-8"))
        self.assertGreater(len(package["resources"]), 20)
        for resource in package["resources"]:
            data = (FOLDER / resource["path"]).read_bytes()
            self.assertEqual(resource["hash"], "sha256:" + hashlib.sha256(data).hexdigest(), resource["path"])
            self.assertEqual(resource["bytes"], len(data))
            self.assertEqual("schema" in resource, not resource["path"].endswith(".xml"), resource["path"])
        described = {resource["path"] for resource in package["resources"]}
        self.assertLessEqual({f"raw/{path.name}" for path in RAW.glob("*.csv")}, described)

    def test_tables_hold_what_their_schemas_say(self):
        self.assertEqual(table_schema.violations(FOLDER), [])

    def test_a_violation_is_found(self):
        with tempfile.TemporaryDirectory() as folder:
            copy = pathlib.Path(folder)
            for name in ("datapackage.json", "claims.csv", "nodes.csv", "sources.csv", "eligibility.csv", "same_as.csv"):
                (copy / name).write_bytes((FOLDER / name).read_bytes())
            (copy / "raw").symlink_to(RAW)
            with open(copy / "eligibility.csv", "a", encoding="utf-8") as file:
                file.write("agreement.nowhere,state,,2018-1,,certain,\n")
            self.assertEqual(sorted(line.partition(":")[0] for line in table_schema.violations(copy)),
                             ["eligibility", "eligibility.coverage"])

    def test_ids(self):
        for node in self.nodes:
            self.assertRegex(node, r"\A[a-z][a-z0-9-]*(\.[a-z0-9-]+)+\Z")
            self.assertEqual(node.partition(".")[0], self.nodes[node]["kind"])
        for row in self.claims.values():
            key = "\x1f".join(row[c] for c in ("subject", "relation", "object", "value", "source", "locator"))
            self.assertEqual(row["id"], hashlib.sha256(key.encode()).hexdigest()[:12])

    def test_every_end_exists_and_fits_the_schema(self):
        for row in self.claims.values():
            relation = self.schema["relations"][row["relation"]]
            self.assertIn(self.nodes[row["subject"]]["kind"], relation["subjects"], row)
            self.assertIn(self.nodes[row["object"]]["kind"], relation["objects"], row)
            self.assertIn(row["source"], self.sources)
            self.assertNotEqual(row["subject"], row["object"])
            self.assertTrue(row["recorded"] and row["locator"])
            expected = relation.get("stance_of_value", {}).get(row["value"], relation["stance"])
            self.assertEqual(row["stance"], "" if expected is None else str(expected))
            if row["replaces"]:
                self.assertEqual(self.claims[row["replaces"]]["status"], "retracted")
        self.assertEqual(set(self.schema["relations"]), {row["relation"] for row in self.claims.values()})
        self.assertEqual(set(self.schema["kinds"]), {row["kind"] for row in self.nodes.values()})
        self.assertEqual(set(self.sources), {row["source"] for row in self.claims.values()})

    def test_dates(self):
        for row in list(self.claims.values()) + list(self.nodes.values()) + self.eligibility:
            for column in ("from", "until", "recorded"):
                if row.get(column):
                    first, last = span(row[column])
                    self.assertLessEqual(first, last, row)
            if row["from"] and row["until"]:
                self.assertLess(span(row["from"])[0], span(row["until"])[1], row)

    def test_paris_call(self):
        listed = rows(RAW / "paris_call_supporters.csv")
        claims = self.of(relation="endorsed", object="agreement.paris-call",
                         source="src.paris-call-repository-916433b20a")
        self.assertEqual(len(claims), 1222)
        self.assertEqual({c["locator"] for c in claims}, {row["source"].split("@")[0] for row in listed})
        exact = [c for c in claims if not c["from"].startswith("[")]
        self.assertEqual(len(exact), 125 + 1)  # trusted dates of signature, and the ministry's for the United States
        self.assertEqual(len([c for c in self.of(relation="endorsed", object="agreement.paris-call") if c["until"]]), 4)
        self.assertFalse([c for c in exact if c["from"] < "2019-09"])
        dated_2018 = {c["subject"] for c in self.claims.values() if c["object"] == "agreement.paris-call"
                      and c["stance"] == "1" and c["from"].startswith("2018-")}
        self.assertEqual(dated_2018, {"company.facebook", "company.google", "company.ibm", "company.hp-inc",
                                      "civil-society.public-knowledge", "civil-society.access-now", "state.gbr"})
        self.assertEqual(len([n for n in self.nodes if n.startswith("principle.paris-call.")]), 9)
        self.assertEqual(len([n for n in self.nodes if n.startswith("principle.tech-accord.")]), 4)

    def test_every_fact_of_the_article_has_its_claims(self):
        data, facts = build_cyber_norms.build(RAW)
        self.assertEqual(len(facts), 44)
        self.assertEqual(len(rows(RAW / "seed_facts.csv")), 44)
        made = [claim for fact in facts for claim in fact]
        self.assertEqual(len(made), len(set(made)))
        for claim in made:
            self.assertEqual(self.claims[claim]["source"], "src.wired-2018-11-12")
        sentences = {row["sentence"] for row in rows(RAW / "seed_facts.csv")}
        self.assertLessEqual(sentences, {self.claims[claim]["locator"] for claim in made})

    def test_the_correction_on_the_united_kingdom(self):
        (wrong,) = self.of(subject="state.gbr", relation="not-signed", object="agreement.paris-call")
        (right,) = self.of(subject="state.gbr", relation="signed", object="agreement.paris-call")
        self.assertEqual((wrong["status"], wrong["recorded"]), ("retracted", "2018-11-12"))
        self.assertEqual((right["status"], right["recorded"], right["replaces"]),
                         ("asserted", "2018-11-13", wrong["id"]))

    def test_totals_of_the_roll_calls(self):
        raw = collections.Counter((row["resolution"], row["vote"]) for row in rows(RAW / "un_cyber_votes.csv"))
        made = collections.Counter((self.nodes[c["object"]]["label"], c["value"])
                                   for c in self.of(relation="voted", source="src.unvotes-7eb7034314"))
        self.assertEqual(raw, made)
        self.assertEqual(len({label for label, _ in made}), 11)
        self.assertEqual(made["A/RES/73/27", "no"], 46)
        self.assertEqual(len(self.of(relation="voted", subject="state.srb", source="src.unvotes-7eb7034314")), 10)

    def test_resolutions_have_the_rows_of_their_files_and_the_totals_of_the_overview(self):
        about = [row for row in rows(RAW / "agreements.csv") if row["slug"].startswith("un-res-")]
        self.assertEqual(len(about), 19)
        words = {"voted-yes": "yes", "voted-no": "no", "voted-abstain": "abstain"}
        for row in about:
            vote = "vote.a-res-" + row["slug"].removeprefix("un-res-")
            listed = collections.Counter((r["country"], words.get(r["relation"], r["relation"]))
                                         for r in rows(RAW / row["file"]))
            made = collections.Counter((self.nodes[c["subject"]]["country"], c["value"] or c["relation"])
                                       for c in self.of(object=vote, source="src.garesolutions-42a69b67bb"))
            self.assertEqual(made, listed, vote)
            total = collections.Counter(word for _, word in made.elements())
            said = f"{total['sponsored']} sponsors, {total['co-sponsored']} additional sponsors; "
            said += (f"{total['yes']} yes, {total['no']} no, {total['abstain']} abstaining" if total["yes"]
                     else "adopted without a vote")
            self.assertEqual(said, row["coverage"])

    def test_two_sources_agree_on_the_votes_that_both_give(self):
        answers = collections.defaultdict(set)
        for claim in self.of(relation="voted"):
            answers[claim["subject"], claim["object"]].add(claim["value"])
        self.assertEqual({len(values) for values in answers.values()}, {1})
        self.assertEqual(len(self.of(relation="voted")) - len(answers), 531)

    def test_sponsors_are_dated_on_or_before_the_adoption(self):
        for claim in self.claims.values():
            if claim["relation"] in ("sponsored", "co-sponsored") and claim["object"].startswith("vote."):
                self.assertEqual(claim["from"], f"[..{self.nodes[claim['object']]['from']}]")
                self.assertEqual(claim["stance"], "1")

    def test_every_row_of_the_further_lists_is_a_claim(self):
        """As many claims as rows, on the node of the list; the others are told in the seed facts or are blank of old."""
        for item, list_, _ in instruments.LISTS:
            listed = [row for row in rows(RAW / f"{list_}.csv") if not row["source"].startswith("WIRED")]
            relations = collections.Counter(agreement_lists.RELATION.get(row["relation"], row["relation"])
                                            for row in listed)
            sources_ = {row["source"] for row in listed}
            urls = {source.split(";")[0].split(" (")[0] for source in sources_}
            made = collections.Counter(c["relation"] for c in self.of(object=item)
                                       if self.sources[c["source"]]["url"] in urls)
            for relation, count in relations.items():
                if list_ not in ("charter-of-trust", "paris-call-other"):  # part of them from the site's repository
                    self.assertEqual(made[relation], count, (item, relation))
        for list_, node in [("cve-numbering-authorities", "programme.cve"), ("gcsc", "body.gcsc")]:
            self.assertEqual(len([c for c in self.of(object=node) if c["relation"] != "speaks-for"
                                  and c["relation"] != "addresses"]), len(rows(RAW / f"{list_}.csv")))
        groups = [c for c in self.claims.values() if c["object"].startswith("body.un-gge-") and
                  c["relation"] == "member-of"]
        self.assertEqual(len(groups), len(rows(RAW / "un-gge.csv")))
        self.assertEqual(len([c for c in self.claims.values() if c["object"].startswith("body.paris-call-wg")
                              and c["relation"] in ("chair", "participant")]),
                         len(rows(RAW / "paris_call_working_groups.csv")))
        self.assertEqual(len([c for c in self.of(relation="addresses") if c["object"].startswith("topic.")]),
                         len(rows(RAW / "wg6_instrument_actions.csv")))
        self.assertEqual(len({c["subject"] for c in self.of(relation="addresses")
                              if c["object"].startswith("topic.")}), 35)
        self.assertEqual(len([n for n in self.nodes if n.startswith("topic.supply-chain-")]), 25)

    def test_taking_part_takes_no_stance(self):
        for claim in self.claims.values():
            kind = self.nodes[claim["object"]]["kind"]
            if claim["relation"] in ("participant", "chair", "secretariat", "member-of", "not-invited"):
                self.assertEqual(claim["stance"], "")
            if kind in ("programme", "bloc"):
                self.assertEqual(claim["stance"], "")
        self.assertEqual(self.schema["kinds"]["programme"]["role"], "around")

    def test_spot_checks_against_the_lists(self):
        def claim(subject, relation, object_):
            (found,) = self.of(subject=subject, relation=relation, object=object_)
            return found

        self.assertEqual(claim("state.usa", "declined", "agreement.christchurch-call")["until"], "2021-05-01")
        self.assertEqual(claim("state.usa", "signed", "agreement.christchurch-call")["from"], "2021-05")
        self.assertEqual(claim("state.mrt", "ratified", "agreement.malabo-convention")["from"], "2023-05-09")
        self.assertEqual(claim("state.egy", "not-ratified", "agreement.malabo-convention")["stance"], "")
        self.assertEqual(claim("state.usa", "member", "agreement.gfce")["until"], "2026-01-07")
        self.assertEqual(claim("state.jpn", "declined", "agreement.clean-network")["stance"], "0")
        self.assertEqual(claim("state.jpn", "member", "agreement.clean-network")["stance"], "1")
        self.assertEqual(claim("state.chn", "not-invited", "agreement.prague-proposals-5g")["from"], "2019-05-02")
        self.assertEqual(claim("coalition.tech-accord", "chair", "body.paris-call-wg3")["value"], "chair")
        self.assertEqual(claim("state.twn", "endorsed", "agreement.declaration-future-internet")["from"], "2022-04-28")
        self.assertEqual({c["from"] for c in self.of(subject="state.deu", object="agreement.counter-ransomware-initiative")},
                         {"2021-10-14", "[2021-10-14..2022-11-01]", "[2021-10-14..2023-11-01]"})

    def test_blocs_are_only_possible_before_they_were_read(self):
        blocs = [c for c in self.of(relation="member-of") if c["object"].startswith("bloc.")]
        self.assertEqual(collections.Counter(c["from"] for c in blocs),
                         {"[..2025-12-20]": len(rows(RAW / "country_blocs.csv")), "[..2022-09-27]": 475})

    def test_restricted_entry_is_never_complete(self):
        for item in ("budapest-second-protocol", "malabo-convention", "counter-ransomware-initiative",
                     "prague-proposals-5g", "pall-mall-process", "clean-network"):
            found = {row["coverage"] for row in self.eligibility if row["object"] == "agreement." + item}
            self.assertEqual(found, {"named"}, item)
        for row in self.eligibility:
            if row["coverage"] == "complete" and row["object"].startswith("vote."):
                self.fail(row)

    def test_sources_that_disagree_stay(self):
        counts = collections.defaultdict(set)
        for claim in self.of(relation="has-count", object="topic.paris-call-states"):
            counts[claim["from"]].add(claim["value"])
        self.assertEqual(counts["2018-11-12"], {">50", "51"})
        self.assertEqual(counts["2019-11"] | counts["2019-11-12"], {"73", "74"})
        for topic, values in (("civil-society", {"90", "93"}), ("private-sector", {"130", "218"})):
            self.assertEqual({c["value"] for c in self.of(relation="has-count", object=f"topic.paris-call-{topic}",
                                                          **{"from": "2018-11-12"})}, values)

    def test_who_takes_a_stance_was_eligible(self):
        open_to = {(row["object"], row["actor_kind"]) for row in self.eligibility}
        for row in self.claims.values():
            item = self.schema["kinds"][self.nodes[row["object"]]["kind"]]["role"] == "item"
            if item and row["stance"] and self.schema["relations"][row["relation"]]["aspect"] != "opinion":
                self.assertIn((row["object"], self.nodes[row["subject"]]["kind"]), open_to, row)
        items = {n for n, row in self.nodes.items() if self.schema["kinds"][row["kind"]]["role"] == "item"}
        self.assertEqual(items, {row["object"] for row in self.eligibility})

    def test_one_actor_one_node(self):
        decided = {(row["name"], row["list"], row["node"]): row["decided"] for row in self.same_as}
        by_name = collections.defaultdict(set)
        for (name, list_, node), word in decided.items():
            self.assertIn(node, self.nodes)
            if word == "same":
                by_name[name.casefold(), list_].add(node)
        self.assertFalse({key: nodes for key, nodes in by_name.items() if len(nodes) > 1})
        # Names of the loaded lists that need no row: the label itself.
        loaded = ["paris_call_supporters", "tech_accord_signatories", "charter-of-trust", "countries", "seed_facts",
                  "paris_call_principle_links"]
        for node, row in self.nodes.items():
            for list_ in loaded:
                by_name[row["label"].casefold(), list_] |= {node} if row["kind"] not in ("agreement",) else set()
        found = {"0": [], "1": []}
        for pair in rows(RAW / "name_variants_dev.csv"):
            if pair["list_a"] in loaded and pair["list_b"] in loaded:
                a = by_name[unicodedata.normalize("NFC", pair["name_a"]).casefold(), pair["list_a"]]
                b = by_name[unicodedata.normalize("NFC", pair["name_b"]).casefold(), pair["list_b"]]
                found[pair["same"]].append((bool(a & b), pair))
        self.assertGreater(len(found["0"]), 50)
        self.assertGreater(len(found["1"]), 50)
        self.assertEqual([pair for merged, pair in found["0"] if merged], [])
        recall = sum(merged for merged, _ in found["1"]) / len(found["1"])
        print(f"judged pairs in these lists: {len(found['0'])} different, none merged; "
              f"{len(found['1'])} same, recall {recall:.3f}", file=sys.stderr)
        self.assertGreaterEqual(recall, 0.95, [pair for merged, pair in found["1"] if not merged])

    def test_numbers_of_the_readme(self):
        text = (FOLDER / "README.md").read_text(encoding="utf-8")
        roles = collections.Counter(self.schema["kinds"][row["kind"]]["role"] for row in self.nodes.values())
        texts = sum(row["kind"] in ("agreement", "vote") for row in self.nodes.values())
        self.assertIn(f"{len(self.nodes):,} nodes ({roles['actor']:,} actors, {texts} agreements and resolutions), "
                      f"{len(self.claims):,} claims, {len(self.sources)} sources", " ".join(text.split()))
        stances = collections.Counter(c["object"] for c in self.claims.values() if c["stance"])
        told = dict(re.findall(r"^\| `(agreement\.[a-z0-9-]+)`, \d{4} \| ([\d,]+) \|", text, re.M))
        agreements = {node for node, row in self.nodes.items() if row["kind"] == "agreement"}
        self.assertEqual({item: int(count.replace(",", "")) for item, count in told.items()},
                         {item: stances[item] for item in agreements})
        votes = [node for node, row in self.nodes.items() if row["kind"] == "vote"]
        self.assertIn(f"| {len(votes)} resolutions of the UN General Assembly, 2005 to 2025 | "
                      f"{sum(stances[vote] for vote in votes):,} |", text)

    def test_regions(self):
        regions = collections.defaultdict(set)
        for row in self.of(relation="member-of", source="src.unicode-cldr-41"):
            regions[row["subject"]].add(row["object"])
        self.assertEqual(regions["state.fra"], {"bloc.m49-155", "bloc.m49-150"})
        self.assertEqual(regions["state.ken"], {"bloc.m49-014", "bloc.m49-202", "bloc.m49-002"})
        self.assertEqual(len(regions), 197)


if __name__ == "__main__":
    unittest.main()
