# SPDX-License-Identifier: Apache-2.0
"""What the README shows is what the program prints, and the commands that it names work.

    ENTENTE_BINARY=build/dev/entente ENTENTE_SOURCE_DIR=. /usr/bin/python3 tests/cli/readme_test.py
"""

import os
import shlex
import subprocess
import tempfile
import unittest
from pathlib import Path

BINARY = str(Path(os.environ["ENTENTE_BINARY"]).resolve())
SOURCE = Path(os.environ["ENTENTE_SOURCE_DIR"]).resolve()
README = (SOURCE / "README.md").read_text(encoding="utf-8")


def blocks():
    """The indented blocks of the page, without their indent."""
    found, lines = [], []
    for line in README.splitlines() + ["end"]:
        if line.startswith("    ") or (lines and not line.strip()):
            lines.append(line[4:])
        elif lines:
            found.append("\n".join(lines).rstrip())
            lines = []
    return found


def run(arguments, folder):
    return subprocess.run([BINARY, *arguments], cwd=folder, capture_output=True, text=True, check=False)


class Readme(unittest.TestCase):
    def test_every_line_of_the_finding_is_printed(self):
        shown = next(block for block in blocks() if block.startswith("$ scripts/run"))
        command, *lines = shown.splitlines()
        with tempfile.TemporaryDirectory() as folder:
            result = run(["analyze", *command.split()[2:], "--out", folder + "/out"], SOURCE)
        self.assertEqual(result.returncode, 0, result.stderr)
        printed = result.stdout.splitlines()
        self.assertGreater(len(lines), 10)
        at = 0
        for line in lines:
            if line == "...":
                continue
            self.assertIn(line, printed[at:], "the README shows a line that is not printed there")
            at = printed.index(line, at) + 1

    def test_every_command_works(self):
        listed = next(block for block in blocks() if block.startswith("build/release/entente"))
        commands = [shlex.split(line, comments=True)[1:] for line in listed.splitlines()]
        self.assertGreater(len(commands), 5)
        graph = SOURCE / "tests/data/graphs/ceos_clubs/graph.graphml"
        with tempfile.TemporaryDirectory() as folder:
            os.symlink(SOURCE / "graph_data", folder + "/graph_data")
            (Path(folder) / "network.graphml").write_bytes(graph.read_bytes())
            for command in commands:
                with self.subTest(command=" ".join(command)):
                    if command[0] in ("analyze", "ask", "compare", "what-if") and "--list" not in command:
                        command = [*command, "--effort", "quick"]
                    result = run(command, folder)
                    self.assertEqual(result.returncode, 0, result.stderr)

    def test_every_file_that_it_names_is_there(self):
        for part in README.split("](")[1:]:
            target = part.split(")")[0]
            self.assertTrue((SOURCE / target).exists(), target)


if __name__ == "__main__":
    unittest.main()
