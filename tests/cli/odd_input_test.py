# SPDX-License-Identifier: Apache-2.0
"""Odd files that are right all the same: /usr/bin/python3 tests/cli/odd_input_test.py"""
import gzip
import json
import shutil
import unicodedata
import unittest

from readers import MODES, READERS, SIGNED, TINY, ReaderTest

BOM = b"\xef\xbb\xbf"


def answer(run):
    """What a method or question says, without the digest of the input: that changes with the name of a file."""
    result = json.loads(run.stdout)
    result.get("input", {}).pop("digest", None)
    return result


class SameContent(ReaderTest):
    def test_line_ends_marks_and_compression_change_nothing(self):
        for reader in READERS:
            answers = []
            content = reader.content
            for change, packed in ((content, False), (content.replace(b"\n", b"\r\n"), False), (BOM + content, False),
                                   (content.rstrip(b"\n"), False),
                                   (gzip.compress(BOM + content.replace(b"\n", b"\r\n")), True)):
                with self.subTest(reader=reader.name, bytes=change[:20]):
                    path, command = self.place(reader, change, packed)
                    run = self.run_limited(*command, "--format", "json", "--quiet")
                    self.assert_status(run, 0)
                    said = answer(run)
                    said.pop("command", None)
                    said.get("params", {}).pop("partition", None)
                    said.get("params", {}).pop("personalization", None)
                    answers.append(said)
                    path.unlink()
            self.assertTrue(all(said == answers[0] for said in answers), reader.name)


def graph(form, edges):
    """A graph with these edges, in the form of a file."""
    nodes = list(dict.fromkeys(end for edge in edges for end in edge))
    if form == "csv":
        return "source,target\n" + "".join(f"{a},{b}\n" for a, b in edges)
    if form == "json":
        return json.dumps({"nodes": [{"id": node} for node in nodes],
                           "links": [{"source": a, "target": b} for a, b in edges]}, ensure_ascii=False)
    number = {node: k for k, node in enumerate(nodes, 1)}
    pairs = [(number[a], number[b]) for a, b in edges]
    if form == "gexf":
        return ('<gexf><graph defaultedgetype="undirected"><nodes>' + "".join(f'<node id="{node}"/>' for node in nodes) +
                "</nodes><edges>" + "".join(f'<edge source="{a}" target="{b}"/>' for a, b in edges) + "</edges></graph></gexf>")
    if form == "gml":
        return ("graph [\n" + "".join(f'node [ id {number[node]} label "{node}" ]\n' for node in nodes) +
                "".join(f"edge [ source {a} target {b} ]\n" for a, b in pairs) + "]\n")
    if form == "net":
        return (f"*Vertices {len(nodes)}\n" + "".join(f'{number[node]} "{node}"\n' for node in nodes) +
                "*Edges\n" + "".join(f"{a} {b}\n" for a, b in pairs))
    if form == "dl":  # each edge has a direction
        return (f"dl n={len(nodes)} format=edgelist1\nlabels:\n" + ",".join(nodes) +
                "\ndata:\n" + "".join(f"{a} {b}\n" for a, b in pairs))
    return ('<graphml><graph edgedefault="undirected">' + "".join(f'<node id="{node}"/>' for node in nodes) +
            "".join(f'<edge source="{a}" target="{b}"/>' for a, b in edges) + "</graph></graphml>")


class Graphs(ReaderTest):
    def degrees(self, path, *options):
        run = self.run_limited("run", "degree", path, "--format", "json", "--quiet", *options)
        self.assert_status(run, 0)
        return dict(zip(*(column["values"] for column in json.loads(run.stdout)["tables"][0]["columns"][:2])))

    def each_form(self, edges):
        for form in ("csv", "json", "graphml", "gexf", "gml", "net", "dl"):
            for ending in ("", ".gz"):
                with self.subTest(form=form, ending=ending):
                    yield self.degrees(self.write(f"graph.{form}{ending}", graph(form, edges)))

    def test_a_loop_counts_twice_and_parallel_edges_each_once(self):
        for degrees in self.each_form([("a", "a"), ("a", "b"), ("a", "b"), ("b", "a")]):
            self.assertEqual(degrees, {"a": 5, "b": 3})

    def test_ids_that_differ_in_case_accent_or_form_are_nodes_of_their_own(self):
        e = unicodedata.normalize("NFC", "\u00e9")
        for degrees in self.each_form([("Ada", "ada"), ("ada", "ad"), ("e", e), (e, unicodedata.normalize("NFD", e))]):
            self.assertEqual(degrees, {"Ada": 1, "ada": 2, "ad": 1, "e": 1, e: 2, "e\u0301": 1})

    def test_no_edges_or_no_nodes(self):
        for degrees in self.each_form([]):
            self.assertEqual(degrees, {})
        edges = self.write("edges.csv", "source,target\n")
        self.assertEqual(self.degrees(edges, "--nodes", self.write("nodes.csv", "id\na\n")), {"a": 0})

    def test_a_strength_of_zero_is_a_strength(self):
        edges = self.write("edges.csv", "source,target,weight\na,b,0\nb,c,2\n")
        run = self.run_limited("run", "strength", edges, "--weight", "strength", "--format", "csv", "--quiet")
        self.assert_status(run, 0)
        self.assertEqual(run.stdout, "node,strength\na,0\nb,2\nc,2\n")

    def test_values_of_pajek_and_ucinet_may_be_signs_or_missing(self):
        files = {"net": ('*Vertices 3\n1 "a"\n2 "b"\n3 "c"\n*Arcs\n1 2 2\n2 3 {}\n', "G516"),
                 "dl": ("dl n=3 format=edgelist1\nlabels:\na,b,c\ndata:\n1 2 2\n2 3 {}\n", "G550")}
        for form, (text, code) in files.items():
            for value, weight, sign in (("-1", 1, -1), ("-0.5", 0.5, -1), ("0", 1, 0), ("-0", 1, 0), ("", 1, None)):
                with self.subTest(form=form, value=value):
                    path, out = self.write("graph." + form, text.format(value)), self.folder / "out.json"
                    run = self.run_limited("export", path, out)
                    self.assert_status(run, 0)
                    links = json.loads(out.read_text(encoding="utf-8"))["links"]
                    self.assertEqual([(link["weight"], link.get("sign")) for link in links],
                                     [(2, None if sign is None else 1), (weight, sign)])
                    said = f"{path}: note[{code}]: some values are 0 or negative: they are read as signs\n  hint: "
                    (self.assertNotIn if sign is None else self.assertIn)(said, run.stderr)

    def test_a_mask_may_be_a_header_alone(self):
        edges, modes = self.write("edges.csv", SIGNED), self.write("modes.csv", MODES)
        answers = []
        for mask in (None, "actor,item,why\n", "actor,item,why\nada,note,unknown\n"):
            options = [] if mask is None else ["--mask", self.write("mask.csv", mask)]
            run = self.run_limited("run", "two-mode-degree", edges, "--nodes", modes, *options, "--format", "json")
            self.assert_status(run, 0)
            self.assertNotIn("error[", run.stderr)
            answers.append(json.loads(run.stdout))
        self.assertEqual(answers[1]["input"], answers[0]["input"])
        self.assertEqual(answers[1]["tables"], answers[0]["tables"])
        self.assertNotEqual(answers[2]["input"], answers[0]["input"])  # a row does count


class DataSets(ReaderTest):
    def test_tables_may_be_headers_alone(self):
        copy = self.folder / "bare"
        shutil.copytree(TINY, copy, copy_function=shutil.copyfile)
        (copy / "datapackage.json").unlink()
        for table in ("same_as.csv", "eligibility.csv", "claims.csv", "nodes.csv", "sources.csv"):
            header = (copy / table).read_bytes().split(b"\n")[0] + b"\n"
            (copy / table).write_bytes(header)
            for command in (["check", copy], ["run", "degree", copy, "--view", "knowledge"]):
                with self.subTest(table=table, command=command[0]):
                    if table == "nodes.csv" and (copy / "claims.csv").read_bytes().count(b"\n") > 1:
                        continue
                    run = self.run_limited(*command)
                    self.assert_status(run, 0)
                    self.assertNotIn("error[", run.stderr)
                    self.assertNotIn("1970", run.stdout)


if __name__ == "__main__":
    unittest.main()
