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
sys.path.insert(0, str(ROOT / "scripts"))

import build_cyber_norms  # noqa: E402


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
        described = {resource["path"] for resource in package["resources"]}
        self.assertLessEqual({f"raw/{path.name}" for path in RAW.glob("*.csv")}, described)

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
        made = collections.Counter((self.nodes[c["object"]]["label"], c["value"]) for c in self.of(relation="voted"))
        self.assertEqual(raw, made)
        self.assertEqual(len({label for label, _ in made}), 11)
        self.assertEqual(made["A/RES/73/27", "no"], 46)
        self.assertEqual(len(self.of(relation="voted", subject="state.srb")), 10)

    def test_who_takes_a_stance_was_eligible(self):
        open_to = {(row["object"], row["actor_kind"]) for row in self.eligibility}
        for row in self.claims.values():
            if row["stance"] and self.schema["relations"][row["relation"]]["aspect"] != "opinion":
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
        self.assertIn(f"{len(self.nodes):,} nodes, {len(self.claims):,} claims, {len(self.sources)} sources", text)
        stances = collections.Counter(c["object"].partition(".")[0] if c["relation"] == "voted" else c["object"]
                                      for c in self.claims.values() if c["stance"])
        for item, title in [("vote", "11 roll calls"), ("agreement.paris-call", "Paris Call for"),
                            ("agreement.budapest-convention", "Convention on Cybercrime"),
                            ("agreement.tech-accord", "Cybersecurity Tech Accord"),
                            ("agreement.charter-of-trust", "Charter of Trust"),
                            ("agreement.freedom-online-coalition", "Freedom Online Coalition"),
                            ("agreement.code-of-conduct-information-security", "International code of conduct")]:
            self.assertRegex(text, rf"\| {title}[^|]*\| {stances[item]:,} \|")

    def test_regions(self):
        regions = collections.defaultdict(set)
        for row in self.of(relation="member-of"):
            regions[row["subject"]].add(row["object"])
        self.assertEqual(regions["state.fra"], {"bloc.m49-155", "bloc.m49-150"})
        self.assertEqual(regions["state.ken"], {"bloc.m49-014", "bloc.m49-202", "bloc.m49-002"})
        self.assertEqual(len(regions), 193)


if __name__ == "__main__":
    unittest.main()
