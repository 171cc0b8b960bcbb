# SPDX-License-Identifier: Apache-2.0
"""What the tests of the program share: how it is run, and small inputs."""
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

sys.path.append(str(pathlib.Path(__file__).resolve().parent.parent / "exchange"))
from skipping import skip_test

BINARY = os.environ["ENTENTE_BINARY"]
GRAPHS = pathlib.Path(os.environ["ENTENTE_SOURCE_DIR"]) / "tests/data/graphs"

# A path of three nodes, d on its own.
NODE_LINK = """{"directed": false, "nodes": [{"id": "a"}, {"id": "b"}, {"id": "c"}, {"id": "d"}],
 "links": [{"source": "a", "target": "b"}, {"source": "b", "target": "c"}]}
"""


def entente(*arguments, **options):
    return subprocess.run([BINARY, *map(str, arguments)], capture_output=True, text=True, timeout=900, **options)


class ProgramTest(unittest.TestCase):
    """Each test has an empty folder of its own."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def file(self, name, text):
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        return path

    def graph(self):
        return self.file("path.json", NODE_LINK)

    def assert_status(self, run, status):
        self.assertEqual(run.returncode, status, run.stdout[-2000:] + run.stderr[-2000:])
