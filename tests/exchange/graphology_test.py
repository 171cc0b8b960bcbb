# SPDX-License-Identifier: Apache-2.0
"""Gephi Lite's parsers read our GraphML, GEXF and JSON: ENTENTE_BINARY=... ENTENTE_SOURCE_DIR=... \
/usr/bin/python3 tests/exchange/graphology_test.py

They are fetched by npm into a folder of the build (ENTENTE_EXCHANGE_DIR, or one for this run)."""
import json
import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

from own_table import OwnTable, entente
from reader_check import DATA, Found, ReaderCheck
from skipping import skip

HERE = pathlib.Path(__file__).resolve().parent / "graphology"
LISTS = {"sources", "source_url"}


def setUpModule():
    global where, out
    for program in ("node", "npm"):
        if shutil.which(program) is None:
            skip(f"{program} is not installed, which graphology needs")
    place = os.environ.get("ENTENTE_EXCHANGE_DIR")
    if place is None:
        temporary = tempfile.TemporaryDirectory()
        unittest.addModuleCleanup(temporary.cleanup)
        place = temporary.name
    where = pathlib.Path(place) / "graphology"
    wanted = (HERE / "package.json").read_text(encoding="utf-8")
    where.mkdir(parents=True, exist_ok=True)
    installed = where / "installed.json"
    if not installed.exists() or installed.read_text(encoding="utf-8") != wanted:
        (where / "package.json").write_text(wanted, encoding="utf-8")
        run = subprocess.run(["npm", "install", "--no-audit", "--no-fund", "--ignore-scripts", "--no-package-lock"], cwd=where,
                             capture_output=True, text=True, timeout=600, check=False)
        if run.returncode != 0:
            skip(f"npm cannot get graphology's parsers: {run.stderr[-500:]}")
        installed.write_text(wanted, encoding="utf-8")
    shutil.copy(HERE / "read.js", where)
    temporary = tempfile.TemporaryDirectory()
    unittest.addModuleCleanup(temporary.cleanup)
    out = pathlib.Path(temporary.name) / "out"
    entente("analyze", DATA, "--effort", "quick", "--quiet", "--out", out)


class Graphology(ReaderCheck):
    """There is one type of number there; r, g and b are one colour."""

    def read(self, path):
        output = self.folder / "read.json"
        subprocess.run(["node", where / "read.js", path, output], check=True, timeout=300)
        with output.open(encoding="utf-8") as file:
            held = json.load(file, parse_int=float)
        directions = {not edge.get("undirected", held["options"]["type"] == "undirected") for edge in held["edges"]}
        self.assertEqual(len(directions), 1)
        found = Found(directions.pop())
        found.nodes = {node["key"]: node.get("attributes", {}) for node in held["nodes"]}
        for edge in held["edges"]:
            found.edges[edge["key"]] = edge["source"], edge["target"], edge.get("attributes", {})
        return found

    def meant(self, value):
        return value if isinstance(value, str) else float(value)

    def of_node(self, values):
        values = dict(values)
        if "r" in values:
            values["color"] = f"#{values.pop('r'):02x}{values.pop('g'):02x}{values.pop('b'):02x}"
        return values


class OfRun:
    """The files that `analyze` writes, too."""

    def test_the_files_of_a_run(self):
        files = sorted((out / "gephi").glob(f"*.{self.ending}"))
        self.assertEqual({path.stem for path in files}, self.of_a_run)
        for path in files:
            with self.subTest(file=path.name):
                self.compare(path, OwnTable.of_run(DATA, out, path.stem))


class Graphml(OfRun, Graphology, unittest.TestCase):
    of_a_run = {"knowledge", "two-mode", "actors"}


class Typed(Graphology):
    """Flags and lists are such there."""

    def meant(self, value):
        return value if isinstance(value, (str, bool, list)) else float(value)

    def of_edge(self, values):
        return {name: value.split("|") if name in LISTS else value for name, value in values.items()}


class Json(Typed, unittest.TestCase):
    ending = "graphology.json"
    VIEWS = (("knowledge", "gephi"), ("actors", "gephi"))
    is_xml = False


class Gexf(OfRun, Typed, unittest.TestCase):
    """Its times have no place in graphology; they stand in columns, too. A colour has its opacity."""

    ending = "gexf"
    VIEWS = Json.VIEWS
    of_a_run = {"knowledge"}

    def of_node(self, values):
        values = super().of_node(values)
        if "color" in values:
            red, green, blue = (int(values["color"][k : k + 2], 16) for k in (1, 3, 5))
            values.update(color=f"rgba({red},{green},{blue},1.0)", z=0.0)
        return values

    def of_edge(self, values):
        kind = {"kind": values["relation"]} if "relation" in values else {}
        return {**super().of_edge(values), **kind}


if __name__ == "__main__":
    unittest.main()
