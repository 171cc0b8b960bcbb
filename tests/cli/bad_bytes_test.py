# SPDX-License-Identifier: Apache-2.0
"""What can be wrong with any file whatever it says, for each reader: /usr/bin/python3 tests/cli/bad_bytes_test.py"""
import gzip
import re
import unittest

from readers import READERS, ReaderTest

AT_THE_START = r"\A{file}(:1(:1)?)?: error\["
PLACED = r"(?m)^{file}:\d+:\d+: error\["
DEPTH = r"\A{file}:1:\d+: error\[J102\]: nested more than 64 levels deep\n  hint: "


def inside(content, byte):
    """A byte behind a letter in the second half."""
    at = content.index(b"a", len(content) // 2) + 1
    return content[:at] + byte + content[at:]


def first_key(content):
    return content.replace(b"{", b'{"twice": 1, "twice": 2, ', 1)


def doctype(declarations, use):
    """A graph with a document type, and a use of its entity as a label."""
    def change(content):
        start, rest = content.split(b"\n", 1)
        return start + b"\n<!DOCTYPE graph [" + declarations + b"]>\n" + rest.replace(b"Bob", use)
    return change


ENTITIES = b'<!ENTITY a0 "aaaaaaaaaa">' + b"".join(
    b'<!ENTITY a%d "%s">' % (i, b"&a%d;" % (i - 1) * 10) for i in range(1, 12))

MEGABYTES = 4 << 20  # beyond the limit of a field
PACKED_BOMB = gzip.compress(b"\n" * (70 << 20), 9)

# What was done to the file, and what is said about it.
ANY = (
    ("empty", lambda content: b"", AT_THE_START),
    ("not UTF-8", lambda content: inside(content, b"\xff"), PLACED),
    ("with a NUL byte", lambda content: inside(content, b"\0"), PLACED),
    ("with a NUL byte in a name", lambda content: content.replace(b"ada" if b"ada" in content else b"a", b"a\0", 1),
     PLACED),
    ("nothing but NUL bytes", lambda content: bytes(100), AT_THE_START),
)
PACKED = (
    ("cut off", lambda content: gzip.compress(content)[:-9], r"\A{file}: error\[F105\]: the compressed file is cut off\n"),
    ("with a wrong checksum", lambda content: gzip.compress(content)[:-8] + bytes(8),
     r"\A{file}: error\[F105\]: the compressed file is damaged"),
    ("a bomb", lambda content: PACKED_BOMB,
     r"\A{file}: error\[F104\]: expands to more than 250 times its size\n  hint: "),
)
OF_FORM = {
    "csv": (
        ("an unclosed quote", lambda content: content + b'"never closed\n', r"\A{file}:\d+:1: error\[T102\]: the quote"),
        ("an unclosed quote and megabytes", lambda content: content + b'"' + b"never\n" * (MEGABYTES // 6),
         r"\A{file}:\d+:1: error\[T102\]: the quote"),
        ("an endless line", lambda content: content + b"x" * MEGABYTES, r"\A{file}:\d+:1: error\[T104\]: a field of "),
        ("an endless header", lambda content: b",".join(b"c%d" % i for i in range(200_000)),
         r"\A{file}:1:1: error\[T110\]: 200000 columns; the limit is 4096\n  hint: "),
        ("a column missing", lambda content: b"zz" + content[content.index(b","):],
         r"(?m)^{file}:1: error\[A\d+\]|^{file}:1:1: error\[[TG]\d+\]: "),
        ("a column twice", lambda content: b",".join([content[:content.index(b",")]] * 2) + b"\nx,y\n",
         r"(?m)^{file}:1(:\d+)?: error\["),
        ("many rows of another width", lambda content: content + b"1,2,3,4,5,6,7,8,9,10,11,12,13,14,15\n" * 30_000,
         r"(?m)^{file}:\d+:\d+: error\[(T103|G202)\]: 15 fields, where the header has "),
    ),
    "incidence.csv": (
        ("an unclosed quote", lambda content: content + b'"never closed\n', r"\A{file}:4:1: error\[T102\]: the quote"),
        ("an endless line", lambda content: content + b"x" * MEGABYTES, r"\A{file}:4:1: error\[T104\]: a field of "),
        ("an endless header", lambda content: b",".join(b"c%d" % i for i in range(200_000)),
         r"\A{file}:1:1: error\[T110\]: 200000 columns; the limit is 65536\n  hint: "),
        ("cut off", lambda content: content[:-5], r"\A{file}:3:1: error\[G564\]: 1 fields, where the first row has 3\n  hint: "),
        ("many rows of another width", lambda content: content + b"x,1\n" * 30_000, r"\A{file}:4:1: error\[G564\]: 2 fields, "),
        ("cells that are no numbers", lambda content: content + b"x,nan,1e999\n", r"\A{file}:4:3: error\[G565\]: the cell 'nan'"),
        ("a name twice", lambda content: content + b"ada,1,1\n", r"\A{file}:4:1: error\[G563\]: the name 'ada' stands twice\n"),
    ),
    "json": (
        ("a key twice", first_key, r"\A{file}:1:14: error\[J102\]: the key 'twice' stands twice in one object\n  hint: "),
        ("2 million '['", lambda content: b"[" * 2_000_000, DEPTH),
        ("nested 30,000 deep", lambda content: b"[" * 30_000 + b"]" * 30_000, DEPTH),
        ("objects 30,000 deep", lambda content: b'{"a":' * 30_000, DEPTH),
        ("cut off", lambda content: content[:-3], r"\A{file}:\d+:\d+: error\[J101\]: not JSON: "),
        ("with NaN", lambda content: b"[NaN]", r"\A{file}:1:2: error\[J101\]: not JSON: "),
        ("with a number beyond all", lambda content: b"[1e999]", r"\A{file}:1:2: error\[J101\]: not JSON: "),
        ("an unclosed quote and megabytes", lambda content: b'{"' + b"x" * MEGABYTES,
         r"\A{file}:1:\d+: error\[J101\]: not JSON: missing a closing quotation mark"),
    ),
    "xml": (
        ("an entity bomb", doctype(ENTITIES, b"&a11;"), r"\A{file}:\d+:\d+: error\[X102\]"),
        ("an entity that fetches a file", doctype(b'<!ENTITY a SYSTEM "file:///etc/passwd">', b"&a;"),
         r"\A{file}:\d+:\d+: error\[X102\]"),
        ("nested 30,000 deep", lambda content: content[:content.rindex(b"</graph>")] + b"<graph>" * 30_000,
         r"(?m)^{file}:\d+:\d+: error\[X103\]: .*\n  hint: "),
        ("cut off", lambda content: content[:-12], r"\A{file}:\d+:\d+: error\[X101\]"),
    ),
    "graphml": (
        ("an endless value", lambda content: content.replace(b"Bob", b"x" * (17 << 20)),
         r"\A{file}:6:\d+: error\[G108\]"),
    ),
    "gexf": (
        ("an endless value", lambda content: content.replace(b"Bob", b"x" * (17 << 20)),
         r"\A{file}:4:\d+: error\[X105\]: a tag or a comment of more than 16 MiB\n  hint: "),
        ("an endless text", lambda content: content.replace(b"<graph ", b"<meta><creator>" + b"x" * (17 << 20) +
                                                            b"</creator></meta><graph ", 1),
         r"\A{file}:3:\d+: error\[G160\]: a text of more than 16 MiB\n  hint: "),
    ),
    "gml": (
        ("lists 30,000 deep", lambda content: b"graph [ a " + b"[ a " * 30_000, r"\A{file}:1:\d+: error\[G521\]: "),
        ("2 million '['", lambda content: b"[" * 2_000_000, r"\A{file}:1:\d+: error\[G\d+\]: "),
        ("an unclosed quote and megabytes", lambda content: content + b'label "' + b"x" * MEGABYTES,
         r"\A{file}:\d+:\d+: error\["),
        ("an attribute for each node", lambda content: b"graph [" + b"".join(
            b"node [ id %d k%d 1 ]" % (i, i) for i in range(20_000)) + b"]", r"\A{file}:1:\d+: error\[G527\]: "),
        ("cut off", lambda content: content[:-8], r"\A{file}:\d+:\d+: error\[G521\]: "),
    ),
    "net": (
        ("an endless number", lambda content: content.replace(b"1 2", b"1" * MEGABYTES + b" 2"),
         r"\A{file}:5: error\[G502\]: '1+ \[\.\.\.\] 1+' is not the number of a node\n  hint: "),
        ("an endless line", lambda content: content.replace(b"1 2", b"1 2" + b" 9" * MEGABYTES + b"\n1 9"),
         r"\A{file}:6: error\[G502\]: '9' is not the number of a node\n  hint: "),
        ("an unclosed quote", lambda content: content.replace(b'ada"', b"ada 0.5 0.5"),
         r"\A{file}:2: error\[G507\]: the quote before 'ada 0\.5 0\.5' is not closed\n  hint: "),
        ("an unclosed quote and megabytes", lambda content: content + b'"' + b"never" * (MEGABYTES // 5),
         r"\A{file}:6: error\[G507\]: the quote before 'never[a-z]* \[\.\.\.\] [a-z]*' is not closed\n  hint: "),
        ("an unclosed quote and many lines", lambda content: content + b'"' + b"never\n" * (MEGABYTES // 6),
         r"\A{file}:6: error\[G507\]: "),
        ("cut off in a line", lambda content: content[:-2], r"\A{file}:5: error\[G503\]: a line has one end\n  hint: "),
        ("cut off in a name", lambda content: content[:content.index(b"b B")],
         r"\A{file}:3: error\[G507\]: the quote before 'Bo' is not closed\n  hint: "),
        ("cut off in a matrix", lambda content: content.replace(b"*Edges\n1 2", b"*Matrix\n0 1"),
         r"\A{file}:5: error\[G504\]: the matrix ends after row 1\n  hint: "),
        ("cut off in the head", lambda content: content[:9], r"\A{file}:1: error\[G501\]: .*\n  hint: "),
        ("more nodes than there can be", lambda content: content.replace(b"2", b"4000000000", 1), r"\A{file}:\d+: error\["),
        ("ends that are no nodes", lambda content: content + b"1 7\n" * 100_000,
         r"\A{file}:6: error\[G502\]: '7' is not the number of a node\n  hint: "),
    ),
    "dl": (
        ("an endless number", lambda content: content.replace(b"1 2", b"1" * MEGABYTES + b" 2"),
         r"\A{file}:5: error\[G547\]: '1+ \[\.\.\.\] 1+' is not the number of a node\n  hint: "),
        ("an endless line", lambda content: content.replace(b"1 2", b"1 2" + b" 9" * MEGABYTES + b"\n1 9"),
         r"\A{file}:6: error\[G547\]: '9' is not the number of a node\n  hint: "),
        ("an unclosed quote", lambda content: content.replace(b"ada", b'"ada'),
         r"\A{file}:3: error\[G552\]: the quote before 'ada,Bob a' is not closed\n  hint: "),
        ("an unclosed quote and megabytes", lambda content: content + b'"' + b"never" * (MEGABYTES // 5),
         r"\A{file}:7: error\[G552\]: the quote before 'never[a-z]* \[\.\.\.\] [a-z]*' is not closed\n  hint: "),
        ("an unclosed quote and many lines", lambda content: content + b'"' + b"never\n" * (MEGABYTES // 6),
         r"\A{file}:7: error\[G552\]: "),
        ("cut off in a line", lambda content: content[:-2], r"\A{file}:6: error\[G548\]: a line has one end\n  hint: "),
        ("cut off in the labels", lambda content: content[:content.index(b",Bob")],
         r"\A{file}:3: error\[G543\]: fewer labels than nodes\n  hint: "),
        ("cut off before the data", lambda content: content[:content.index(b"data:")],
         r"\A{file}:3: error\[G541\]: the file has no data\n  hint: "),
        ("cut off in a matrix", lambda content: content.replace(b"edgelist1", b"fullmatrix").replace(b"2 1\n", b""),
         r"\A{file}:5: error\[G544\]: the matrix ends in row 2\n  hint: "),
        ("more nodes than there can be", lambda content: content.replace(b"2", b"400000000", 1),
         r"\A{file}:1: error\[G542\]: "),
        ("ends that are no nodes", lambda content: content + b"1 7\n" * 100_000,
         r"\A{file}:\d+: error\[G547\]: '7' is not the number of a node\n  hint: "),
    ),
}


class EveryReader(ReaderTest):
    def refuse(self, reader, packed, faults):
        for fault, change, said in faults:
            with self.subTest(reader=reader.name, fault=fault):
                path, command = self.place(reader, change(reader.content), packed)
                self.assert_refused(command, said.replace("{file}", re.escape(str(path))))

    def test_faults_of_any_file(self):
        for reader in READERS:
            self.refuse(reader, False, ANY)

    def test_faults_of_compressed_files(self):
        for reader in READERS:
            self.refuse(reader, True, PACKED)
            (self.folder / (reader.file + ".gz")).unlink()

    def test_faults_of_tables(self):
        for reader in READERS:
            if reader.form == "csv":
                self.refuse(reader, False, OF_FORM["csv"])

    def test_faults_of_json(self):
        for reader in READERS:
            if reader.form == "json":
                self.refuse(reader, False, OF_FORM["json"])

    def test_faults_of_xml(self):
        for reader in READERS:
            if reader.form in ("graphml", "gexf"):
                self.refuse(reader, False, OF_FORM["xml"])

    def test_faults_of_other_graphs(self):
        for reader in READERS:
            if reader.form in ("graphml", "gexf", "gml", "net", "dl", "incidence.csv"):
                self.refuse(reader, False, OF_FORM[reader.form])

    def test_a_file_that_is_missing_or_is_a_folder(self):
        for reader in READERS:
            with self.subTest(reader=reader.name):
                path, command = self.place(reader, None)
                path.unlink(missing_ok=True)
                if reader.required:
                    self.assert_refused(command, rf"\A{re.escape(str(path))}: error\[F101\]: no such file\n")
                path.mkdir()
                self.assert_refused(command, rf"(?m)^{re.escape(str(path))}: error\[F102\]: is a folder")
                path.rmdir()


if __name__ == "__main__":
    unittest.main()
