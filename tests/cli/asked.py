# SPDX-License-Identifier: Apache-2.0
"""What the tests of questions share: an answer of the program as values."""
import functools
import json
import os
import pathlib

from program import entente

ROOT = pathlib.Path(os.environ["ENTENTE_SOURCE_DIR"])
DATA = ROOT / "graph_data/cyber-norms"


@functools.cache
def answer(*arguments):
    run = entente("ask", *arguments, "--dataset", DATA, "--effort", "quick", "--quiet", "--format", "json")
    assert run.returncode == 0, run.stderr
    return json.loads(run.stdout)


def table(reply, name):
    columns = next(t for t in reply["tables"] if t["name"] == name)["columns"]
    names = [column["name"] for column in columns]
    return [dict(zip(names, row)) for row in zip(*(column["values"] for column in columns))]
