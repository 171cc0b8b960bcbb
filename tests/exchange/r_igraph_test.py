# SPDX-License-Identifier: Apache-2.0
"""R igraph reads our GraphML: ENTENTE_BINARY=... ENTENTE_SOURCE_DIR=... /usr/bin/python3 tests/exchange/r_igraph_test.py"""
import json
import os
import pathlib
import shutil
import subprocess
import unittest

from reader_check import Found, ReaderCheck
from skipping import skip

SCRIPT = pathlib.Path(__file__).resolve().parent / "r_igraph.R"
IN_UTF8 = {**os.environ, "LC_ALL": "C.UTF-8"}


def setUpModule():
    if shutil.which("Rscript") is None:
        skip("R is not installed (r-base-core)")
    for package in ("igraph", "jsonlite"):
        run = subprocess.run(["Rscript", "-e", f"library({package})"], capture_output=True, text=True, timeout=120, check=False)
        if run.returncode != 0:
            skip(f"R has no {package} (r-cran-{package}): {run.stderr.strip().splitlines()[-1]}")


class RIgraph(ReaderCheck, unittest.TestCase):
    """Every number is a double there; nothing is NA, or the empty text."""

    def read(self, path):
        output = self.folder / "r.json"
        subprocess.run(["Rscript", "--vanilla", SCRIPT, path, output], check=True, timeout=300, env=IN_UTF8)
        with output.open(encoding="utf-8") as file:
            held = json.load(file)
        found = Found(held["directed"])

        def rows(columns):
            names = list(columns["values"])
            for row in zip(*columns["values"].values()):
                yield {name: float(text) if name in columns["numeric"] and text != "" else text for name, text in zip(names, row)}

        ids = []
        for values in rows(held["nodes"]):
            ids.append(values.pop("id"))
            found.nodes[ids[-1]] = values
        for source, target, values in zip(held["source"], held["target"], rows(held["edges"])):
            found.edges[values.pop("id")] = ids[source - 1], ids[target - 1], values
        return found

    def meant(self, value):
        return value if isinstance(value, str) else float(value)

    def absent(self, value):
        return value == ""


if __name__ == "__main__":
    unittest.main()
