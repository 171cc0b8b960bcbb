# SPDX-License-Identifier: Apache-2.0
"""Every file that the program reads: how one looks that is right, and a command that reads it."""
import gzip
import os
import pathlib
import resource
import shutil
import subprocess
from dataclasses import dataclass

from program import BINARY, ProgramTest

TINY = pathlib.Path(os.environ["ENTENTE_SOURCE_DIR"]) / "tests/data/tiny"
MEMORY = 2 << 30

EDGES = b"source,target\nada,bob\nbob,cora\n"
NODES = b"id,kind\nada,state\nbob,state\ncora,state\ndora,state\n"
SIGNED = b"source,target\nada,pact\nbob,pact\nbob,note\n"
MODES = b"id,mode\nada,actor\nbob,actor\npact,item\nnote,item\n"
GRAPHML = b"""<?xml version="1.0" encoding="UTF-8"?>
<graphml>
<key id="k" for="node" attr.name="label" attr.type="string"/>
<graph edgedefault="undirected">
<node id="ada"><data key="k">Ada</data></node>
<node id="bob"><data key="k">Bob B. a</data></node>
<edge source="ada" target="bob"/>
</graph>
</graphml>
"""
NODE_LINK = b"""{"directed": false,
 "nodes": [{"id": "ada"}, {"id": "bob"}],
 "links": [{"source": "ada", "target": "bob"}]}
"""
GEXF = b"""<?xml version="1.0" encoding="UTF-8"?>
<gexf>
<graph defaultedgetype="undirected">
<nodes><node id="ada" label="Ada"/><node id="bob" label="Bob"/></nodes>
<edges><edge source="ada" target="bob"/></edges>
</graph>
</gexf>
"""
PAJEK = b"""*Vertices 2
1 "ada"
2 "Bob B. a"
*Edges
1 2
"""
GML = b"""graph [
  node [ id 1 label "ada" ]
  node [ id 2 label "bob" ]
  edge [ source 1 target 2 label "a" ]
]
"""
DL = b"""dl n=2 format=edgelist1
labels:
ada,Bob a
data:
1 2
2 1
"""
QUESTION = b"""{"id": "mine", "question": "What holds them together?", "view": {"kinds": ["state"]},
 "method": {"two-mode-degree": {}},
 "answer": "{two-mode-degree} among {actors} actors"}
"""


@dataclass(frozen=True)
class Reader:
    """`command` has FILE for the file that is read, and may have EDGES, SIGNED or MODES for others. A table of a data
    set lies in its folder SET."""
    name: str
    file: str
    content: bytes
    command: tuple
    required: bool = True  # or may the file be missing?

    @property
    def form(self):
        return self.file.split(".", 1)[1]


def of_data_set(file, required=True):
    return Reader(file, "set/" + file, (TINY / file).read_bytes(), ("run", "degree", "SET"), required)


READERS = (
    Reader("edge list", "edges.csv", EDGES, ("run", "degree", "FILE")),
    Reader("table of nodes", "nodes.csv", NODES, ("run", "degree", "EDGES", "--nodes", "FILE")),
    Reader("incidence matrix", "graph.incidence.csv", b",note,vote\nada,1,0\nbob,,-1\n", ("run", "degree", "FILE")),
    Reader("mask", "mask.csv", b"actor,item,why\nada,note,unknown\n",
           ("run", "two-mode-degree", "SIGNED", "--nodes", "MODES", "--mask", "FILE")),
    Reader("partition", "groups.csv", b"node,group\nada,1\nbob,1\ncora,2\n",
           ("run", "partition-quality", "EDGES", "--partition", "FILE")),
    Reader("personalization", "jumps.csv", b"node,value\nada,1\nbob,2\n",
           ("run", "pagerank", "EDGES", "--personalization", "FILE")),
    Reader("table of names", "names.csv", b"a,b\nFrance,Franca\nIran,Iraq\n", ("run", "name-similarity", "FILE")),
    Reader("node-link", "graph.json", NODE_LINK, ("run", "degree", "FILE")),
    Reader("GraphML", "graph.graphml", GRAPHML, ("run", "degree", "FILE")),
    Reader("GEXF", "graph.gexf", GEXF, ("run", "degree", "FILE")),
    Reader("Pajek", "graph.net", PAJEK, ("run", "degree", "FILE")),
    Reader("GML", "graph.gml", GML, ("run", "degree", "FILE")),
    Reader("UCINET", "graph.dl", DL, ("run", "degree", "FILE")),
    Reader("question", "question.json", QUESTION, ("ask", "FILE", "--dataset", TINY)),
    of_data_set("nodes.csv"), of_data_set("claims.csv"), of_data_set("sources.csv"), of_data_set("schema.json"),
    of_data_set("eligibility.csv", required=False), of_data_set("same_as.csv", required=False),
    of_data_set("datapackage.json", required=False),
)


def limited():
    """No more memory than a bomb would want. Checked memory (ASan, TSan) is reserved in terabytes; no limit then."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


try:
    LIMIT = limited if subprocess.run([BINARY, "--version"], capture_output=True, preexec_fn=limited).returncode == 0 else None
except OSError:
    LIMIT = None


class ReaderTest(ProgramTest):
    """Runs the program on files that it should refuse, and looks at all that it should not do."""

    def write(self, name, content):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(content, str):
            content = content.encode()
        path.write_bytes(gzip.compress(content, 9) if name.endswith(".gz") else content)
        return path

    def place(self, reader, content, packed=False):
        """Writes the file (None: leaves it out) and what the command needs beside it; the path and the command."""
        path = self.folder / reader.file
        if "SET" in reader.command:
            shutil.rmtree(self.folder / "set", ignore_errors=True)
            shutil.copytree(TINY, self.folder / "set", copy_function=shutil.copyfile)
            path.unlink()
        if packed:
            path = path.with_name(path.name + ".gz")
        if content is not None:
            path.write_bytes(content)
        words = {"FILE": path, "SET": self.folder / "set"}
        for word, bytes_ in (("EDGES", EDGES), ("SIGNED", SIGNED), ("MODES", MODES)):
            if word in reader.command:
                words[word] = self.folder / f"{word.lower()}-beside.csv"
                words[word].write_bytes(bytes_)
        return path, [words.get(word, word) for word in reader.command]

    def run_limited(self, *arguments):
        return subprocess.run([BINARY, *map(str, arguments)], capture_output=True, text=True, timeout=60,
                              preexec_fn=LIMIT)

    def assert_refused(self, command, pattern, status=1):
        """One run: the status, the words, nothing on stdout, the file of an earlier run as it was, nothing beside it."""
        out = self.folder / "earlier.json"
        out.write_text("before")
        writes = command[0] in ("run", "ask")
        names = sorted(path.name for path in self.folder.rglob("*"))
        run = self.run_limited(*command, *(["--out", out] if writes else []))
        self.assert_status(run, status)
        self.assertRegex(run.stderr, pattern)
        self.assertEqual(run.stdout, "")
        self.assertLessEqual(run.stderr.count("error["), 20)
        self.assertEqual(out.read_text(), "before")
        self.assertEqual(sorted(path.name for path in self.folder.rglob("*")), names)
        return run
