# SPDX-License-Identifier: Apache-2.0
"""What a file can say that is wrong, row by row: /usr/bin/python3 tests/cli/bad_input_test.py"""
import re
import unittest

from readers import READERS, ReaderTest

BY_NAME = {reader.name: reader for reader in READERS}

# The reader (readers.py), what is replaced in its file, by what, and what is said: line, column, code, words.
CHANGED = (
    ("claims.csv", b",1,2016-03-01", b",7,2016-03-01", r":2:46: error\[K208\]: '7' is not a stance\n  hint: 1 for"),
    ("claims.csv", b",1,2016-03-01", b",nan,2016-03-01", r":2:46: error\[K208\]: 'nan' is not a stance\n  hint: "),
    ("claims.csv", b"2016-03-01", b"2016-02-30", r":2:48: error\[K210\]: from '2016-02-30' is not a date\n  hint: "),
    ("claims.csv", b"2016-03-01", b"[2018..2016]", r":2:48: error\[K210\]: from '\[2018\.\.2016\]' is not a date\n  hint: "),
    ("claims.csv", b"c02", b"c01", r":3:1: error\[K202\]: claim 'c01' is there twice"),
    ("claims.csv", b"state.arden", b"state.ARDEN", r":2:5: error\[K203\]: .*\n  hint: did you mean 'state.arden'\?"),
    ("claims.csv", b"src.depositary", b"src.nobody", r":2:\d+: error\[K207\]: 'src.nobody' is not a source"),
    ("claims.csv", b",subject", b",subj", r":1:1: error\[T107\]: column 'subject' is missing\n  hint: "),
    ("nodes.csv", b"state.arden", b"State.Arden", r":3:1: error\[K101\]: 'State.Arden' is not an id\n  hint: "),
    ("nodes.csv", b"state.arden", b"state.\xc3\xa4rden", r":3:1: error\[K101\]: 'state.\u00e4rden' is not an id\n  hint: "),
    ("nodes.csv", b"state.belmont", b"state.arden", r":4:1: error\[K102\]: node 'state.arden' is there twice"),
    ("nodes.csv", b",2015,", b",2015-00,", r":5:\d+: error\[K\d+\]: from '2015-00' is not a date\n  hint: "),
    ("sources.csv", b"src.gazette", b"src.depositary", r":3:1: error\[K302\]: source 'src.depositary' is there twice"),
    ("sources.csv", b"2018-06-30", b"30.6.2018", r":2:\d+: error\[K\d+\]: date '30.6.2018' is not a date\n  hint: "),
    ("eligibility.csv", b"agreement.river", b"agreemnt.river", r":2:1: error\[K401\]: .*\n  hint: did you mean 'agreement"),
    ("eligibility.csv", b"complete", b"sure", r":2:31: error\[K408\]: unknown coverage 'sure'\n  hint: "),
    ("same_as.csv", b"verona-mills,same", b"verona-mill,same", r":2:22: error\[K\d+\]: .*\n  hint: did you mean 'company"),
    ("same_as.csv", b",same,", b",maybe,", r":2:43: error\[K503\]: 'maybe' is neither 'same' nor 'different'"),
    ("schema.json", b'"stance": 1}', b'"stance": 7}', r":11:107: error\[K605\]: a stance is 1, 0, -1 or null"),
    ("datapackage.json", b'"tiny"', b"7", r":3:11: error\[K606\]: 'name' is a number, not a text\n  hint: "),
    ("edge list", b"bob,cora", b"bob,", r":3:5: error\[G208\]: an edge without target\n  hint: "),
    ("edge list", b"bob,cora", b"bob,cora,dora", r":3:10: error\[G202\]: 3 fields, where the header has 2\n  hint: "),
    ("table of nodes", b"bob", b"ada", r":3:1: error\[G206\]: the node 'ada' stands twice\n  hint: "),
    ("table of nodes", b"bob,", b",", r":3:1: error\[G205\]: a node without id\n  hint: "),
    ("mask", b"ada", b"eva", r":2:?\d*: error\[G\d+\]: .*'eva'"),
    ("mask", b"unknown", b"hidden", r":2:10: error\[G212\]: the reason 'hidden' is not known\n  hint: "),
    ("partition", b"cora", b"Cora", r":4:1: error\[C204\]: .*\n  hint: did you mean 'cora'\?"),
    ("partition", b"cora", b"bob", r":4:1: error\[C203\]: 'bob' stands in this table twice\n  hint: first on line 3"),
    ("partition", b"cora,2\n", b"", r": error\[G123\]: 1 node has no group, 'cora' is the first\n  hint: "),
    ("personalization", b"ada", b"Ada", r":2:1: error\[C204\]: 'Ada' is not a node of the graph\n  hint: did you"),
    ("personalization", b"ada,1", b"ada,-1", r":2: error\[G105\]: the value of 'ada' is '-1', expected a number from 0"),
    ("personalization", b"ada,1", b"ada,nan", r":2: error\[G105\]: the value of 'ada' is 'nan', expected a number from 0"),
    ("personalization", b"ada,1\nbob,2", b"ada,0", r": error\[G106\]: .* add up to 0\n  hint: "),
    ("table of names", b"a,b", b"a,c", r":1: error\[A320\]: the table has no column 'b'\n  hint: "),
    ("node-link", b'"bob"}]', b'"ada"}]', r":2:\d+: error\[G306\]: the node 'ada' stands twice\n  hint: "),
    ("node-link", b', "target": "bob"', b"", r":3:12: error\[G307\]: a link without target\n  hint: "),
    ("GraphML", b'<node id="bob">', b'<node id="ada">', r":6:1: error\[G105\]: the node 'ada' stands twice\n  hint: "),
    ("GraphML", b' target="bob"', b"", r":7:1: error\[G\d+\]: .*target.*\n  hint: "),
    ("question", b'"view"', b'"veiw"', r":1:\d+: error\[J203\]: the file has no 'veiw'\n  hint: did you mean 'view'\?"),
    ("question", b'{"kinds"', b'{"as_of": "2018-13", "kinds"', r":1:\d+: error\[Q205\]: '2018-13' is not a date\n  hint: "),
    ("question", b'"two-mode-degree": {}', b'"two-mode-degre": {}', r":2:\d+: error\[Q201\]: .*\n  hint: did you mean 'two"),
    ("question", b'"two-mode-degree": {}', b'"pagerank": {"damping": 7}', r":2:\d+: error\[P103\]: .* outside \[0, 1\]"),
    ("question", b'"mine"', b"7", r":1:8: error\[J201\]: 'id' is an? \w+, expected string\n  hint: "),
)

# A header without rows where rows are needed.
HEADERS_ALONE = (
    ("nodes.csv", r"claims.csv:2:5: error\[K203\]: subject 'state.arden' is not a node\n  hint: add it to nodes.csv"),
    ("sources.csv", r"claims.csv:2:\d+: error\[K207\]: 'src.depositary' is not a source\n  hint: add it to sources.csv"),
    ("partition", r"groups.csv: error\[G123\]: 3 nodes have no group, 'ada' is the first\n  hint: "),
    ("personalization", r"jumps.csv: error\[G106\]: .* add up to 0\n  hint: "),
)

# The weight of an edge, how it is taken ("any": ignored, too), and what is said where it is text, JSON or XML.
WEIGHTS = (
    ("NaN", "any", r"csv:3:10: error\[G209\]: the weight 'NaN' is not a number\n  hint: ", r"J101\]: not JSON", None),
    ("inf", "any", r"csv:3:10: error\[G209\]", r"J101\]", r"G605\]: edge 'bob' - 'cora' has weight 'inf'\n  hint: "),
    ("1e999", "any", r"csv:3:10: error\[G209\]", r"J101\]: not JSON: number too big", r"G605\]"),
    ("heavy", "any", r"csv:3:10: error\[G209\]", r"J101\]", r"G605\]: .*'heavy'"),
    ("-1", "strength", r"csv:3: error\[G605\]: edge 'bob' - 'cora' has weight '-1'\n  hint: a strength is", r"G605\]", r"G605\]"),
    ("-1", "distance", r"csv:3: error\[G605\]: .*\n  hint: a distance is a finite number above 0", r"G605\]", r"G605\]"),
    ("0", "distance", r"csv:3: error\[G605\]: edge 'bob' - 'cora' has weight '0'\n", r"G605\]", r"G605\]"),
    ("", "strength", r"csv:3: error\[G605\]: edge 'bob' - 'cora' has no weight\n", r"J101\]", r"G605\]: .* has no weight\n"),
    ("NaN", "strength", r"G209\]", r"J101\]", r"G605\]: .* has no weight\n"),
)

# The same in GEXF, GML, Pajek and UCINET. The last two hold signs in their values: odd_input_test.py.
G605 = r":{line}: error\[G605\]: edge 'bob' - 'cora' has weight '{weight}'\n  hint: a {taken} is a finite number"
UNSAID = r":{line}: error\[G605\]: edge 'bob' - 'cora' has no weight\n  hint: a {taken} is a finite number"
G505 = r":7: error\[G505\]: '{weight}' is not a number\n  hint: expected the value of "
G544 = r":6: error\[G544\]: '{weight}' is not a number\n  hint: expected the value of "
WEIGHTS_ELSEWHERE = (
    ("NaN", "any", UNSAID, G605, G505, G544),
    ("NAN", "any", UNSAID, UNSAID, G505, G544),  # as networkx writes it into GML
    ("inf", "any", G605, G605, G505, G544),
    ("-inf", "any", G605, G605, G505, G544),
    ("1e999", "any", G605, G605, G505, G544),
    ("heavy", "any", G605, G605, G505, G544),
    ("-1", "any", G605, G605, None, None),
    ("0", "distance", G605, G605, None, None),
    ("", "any", UNSAID, r":9:1: error\[G521\]: 'weight' has no value\n  hint: ", None, None),
)


def weighted(form, weight):
    """Two edges; the first has weight 2."""
    if form == "gexf":
        return ('<gexf><graph defaultedgetype="undirected"><nodes><node id="ada"/><node id="bob"/><node id="cora"/></nodes>\n'
                f'<edges><edge source="ada" target="bob" weight="2"/>\n<edge source="bob" target="cora" weight="{weight}"/>'
                '</edges></graph></gexf>')
    if form == "gml":
        return ('graph [\nnode [ id "ada" ]\nnode [ id "bob" ]\nnode [ id "cora" ]\nedge [ source "ada" target "bob" weight 2 ]\n'
                f'edge [ source "bob" target "cora"\n\nweight {weight}\n]\n]\n')
    if form == "net":
        return f'*Vertices 3\n1 "ada"\n2 "bob"\n3 "cora"\n*Edges\n1 2 2\n2 3 {weight}\n'
    if form == "net matrix":
        return f'*Vertices 3\n1 "ada"\n2 "bob"\n3 "cora"\n*Matrix\n0 2 0\n0 0 {weight}\n0 0 0\n'
    if form == "dl":
        return f"dl n=3 format=edgelist1\nlabels:\nada,bob,cora\ndata:\n1 2 2\n2 3 {weight}\n"
    if form == "dl matrix":
        return f"dl n=3\nlabels:\nada,bob,cora\ndata:\n0 2 0 0 0 \n{weight}\n0 0 0\n"
    if form == "csv":
        return f"source,target,weight\nada,bob,2\nbob,cora,{weight}\n"
    if form == "json":
        return ('{"nodes": [], "links": [{"source": "ada", "target": "bob", "weight": 2},\n'
                f' {{"source": "bob", "target": "cora", "weight": {weight}}}]}}')
    return ('<graphml><key id="w" for="edge" attr.name="weight" attr.type="double"/><graph edgedefault="undirected">'
            '<node id="ada"/><node id="bob"/><node id="cora"/>'
            '<edge source="ada" target="bob"><data key="w">2</data></edge>\n'
            f'<edge source="bob" target="cora"><data key="w">{weight}</data></edge></graph></graphml>')


class WrongContent(ReaderTest):
    def test_each_change_is_placed_and_explained(self):
        for name, old, new, said in CHANGED:
            reader = BY_NAME[name]
            with self.subTest(reader=name, new=new):
                self.assertIn(old, reader.content)
                path, command = self.place(reader, reader.content.replace(old, new, 1))
                self.assert_refused(command, f"(?m)^{re.escape(str(path))}{said}")

    def test_a_header_alone_where_rows_are_needed(self):
        for name, said in HEADERS_ALONE:
            reader = BY_NAME[name]
            with self.subTest(reader=name):
                _, command = self.place(reader, reader.content.split(b"\n")[0] + b"\n")
                self.assert_refused(command, said)

    def test_weights_that_are_none(self):
        for weight, role, *said in WEIGHTS:
            roles = ("strength", "distance") if role == "any" else (role,)
            for form, words in zip(("csv", "json", "graphml"), said):
                if words is None:
                    continue
                path = self.write("weighted." + form, weighted(form, weight))
                for taken in roles:
                    with self.subTest(form=form, weight=weight, taken=taken):
                        run = self.assert_refused(["run", "pagerank", path, "--weight", taken], words)
                        self.assertRegex(run.stderr, rf"\A{re.escape(str(path))}:\d+(:\d+)?: error\[")

    def test_weights_that_are_none_in_other_formats(self):
        for weight, role, *said in WEIGHTS_ELSEWHERE:
            roles = ("strength", "distance") if role == "any" else (role,)
            words = dict(zip(("gexf", "gml", "net", "dl"), said))
            for form in (*words, "net matrix", "dl matrix"):
                ending = form.split()[0]
                if words[ending] is None:
                    continue
                path = self.write("weighted." + ending, weighted(form, weight))
                for taken in roles:
                    expected = words[ending].format(weight=weight, taken=taken, line=3 if form == "gexf" else 6)
                    with self.subTest(form=form, weight=weight, taken=taken):
                        self.assert_refused(["run", "pagerank", path, "--weight", taken], rf"\A{re.escape(str(path))}{expected}")

    def test_of_many_problems_twenty_are_told_and_the_others_counted(self):
        jumps = self.write("jumps.csv", "node,value\n" + "ada,1\n" * 200_001)
        edges = self.write("edges.csv", "source,target\nada,bob\n")
        run = self.assert_refused(["run", "pagerank", edges, "--personalization", jumps], r"\n\.\.\. and \d+ more\n\Z")
        self.assertEqual(run.stderr.count("error[C203]"), 20)

    def test_nodes_that_bring_an_attribute_each_do_not_fill_the_memory(self):
        nodes = ",".join(f'{{"id": {i}, "k{i}": 1}}' for i in range(20_000))
        path = self.write("graph.json", f'{{"nodes": [{nodes}],\n"links": []}}')
        self.assert_refused(["run", "degree", path], r":1:\d+: error\[G312\]: more than 4096 attributes\n  hint: ")

    def test_files_of_a_kind_that_does_not_fit(self):
        table, graph = self.write("names.csv", "a,b\nx,y\n"), self.write("graph.xyz", "a")
        self.assert_refused(["run", "degree", graph], r"error\[G401\]: .*\n  hint: known are ")
        self.assert_refused(["run", "name-similarity", graph], r"error\[C211\]: .*\n  hint: give it a .csv file")
        self.assert_refused(["run", "degree", table], r":1:1: error\[G201\]: the header of an edge list lacks 'source'")


if __name__ == "__main__":
    unittest.main()
