# SPDX-License-Identifier: Apache-2.0
"""entente manual and entente completion: /usr/bin/python3 tests/cli/manual_test.py"""
import json
import re
import shutil
import subprocess
import unittest

from program import BINARY, ProgramTest, entente, skip_test


def commands():
    listed = entente("--help").stdout.split("Commands\n")[1].split("\n\n")[0]
    return re.findall(r"(?m)^  ([a-z-]+)  ", listed)


def options(command):
    return set(re.findall(r"(?m)^  (?:-\w, )?(--[a-z-]+)", entente(command, "--help").stdout))


def methods():
    return json.loads(entente("methods", "--format", "json").stdout)


def completed(*words):
    """What bash offers for the last word."""
    script = 'source "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _entente; printf "%s\\n" "${COMPREPLY[@]}"'
    with subprocess.Popen([BINARY, "completion", "bash"], stdout=subprocess.PIPE) as source:
        run = subprocess.run(["bash", "-c", script, "bash", "/dev/stdin", *words], stdin=source.stdout,
                             capture_output=True, text=True, timeout=60)
    assert run.returncode == 0, run.stderr
    return set(run.stdout.split())


class Manual(ProgramTest):
    def test_both_forms_name_every_command_option_and_method(self):
        markdown = entente("manual").stdout
        man = entente("manual", "man").stdout.replace("\\-", "-")
        for command in commands():
            self.assertIn(f"\n### entente {command}\n", markdown)
            self.assertIn(f"\n.SS {command}\n", man)
            for option in options(command):
                self.assertIn(option, markdown)
                self.assertIn(option, man)
        for card in methods():
            self.assertIn(f"\n### {card['id']}\n", markdown)
            self.assertIn(f"\n.B {card['id']}\n", man)
            for parameter in card["parameters"]:
                self.assertIn("--" + parameter["name"].replace("_", "-"), markdown)

    def test_both_forms_tell_what_each_format_keeps(self):
        markdown = entente("manual").stdout.split("\n## File formats\n")[1].split("\n## ")[0]
        man = entente("manual", "man").stdout.replace("\\-", "-").split("\n.SH FILES\n")[1].split("\n.SH ")[0]
        rows = dict(re.findall(r"(?m)^\| `(\.[a-z.]+)` \| ((?:read|written)[a-z ]*) \|", markdown))
        written = re.findall(r"\.[a-z]+(?:\.[a-z]+)?", entente("export", "--help").stdout.split("by its ending: ")[1].split(".gz")[0])
        self.assertEqual({ending for ending, use in rows.items() if "written" in use} | {".clu"}, set(written))
        self.assertEqual({ending for ending in re.findall(r"(?m)^\.B \\?&?(\.[a-z.]+)", man)}, set(rows))
        refused = entente("run", "degree", "network.xyz").stderr
        for ending in (ending for ending, use in rows.items() if "read" in use and ending.count(".") == 1):
            self.assertIn(ending, refused)

    def test_no_line_of_the_man_page_is_an_unknown_request(self):
        for line in entente("manual", "man").stdout.splitlines():
            if line.startswith((".", "'")):
                self.assertRegex(line, r"^\.(TH|SH|SS|TP|B|I|PP|nf|fi|\\\") ?")

    def test_man_shows_it_without_a_warning(self):
        if not shutil.which("man"):
            skip_test("man is not installed")
        page = self.file("entente.1", entente("manual", "man").stdout)
        shown = subprocess.run(["man", "--warnings", "-l", page], capture_output=True, text=True,
                               env={"PATH": "/usr/bin:/bin", "MANWIDTH": "80", "LANG": "C.UTF-8"}, timeout=60)
        self.assertEqual((shown.returncode, shown.stderr), (0, ""))
        self.assertIn("EXIT STATUS", shown.stdout)

    def test_it_is_written_to_a_file(self):
        path = self.folder / "reference.md"
        self.assert_status(entente("manual", "markdown", "--out", path), 0)
        self.assertEqual(path.read_text(encoding="utf-8"), entente("manual").stdout)

    def test_other_forms_are_refused(self):
        self.assert_status(entente("manual", "pdf"), 2)
        self.assert_status(entente("completion", "tcsh"), 2)


class Completion(ProgramTest):
    def test_the_first_word_is_a_command(self):
        self.assertEqual(completed("entente", ""), {*commands(), "help", "--help", "--version"})
        self.assertEqual(completed("entente", "an"), {"analyze"})

    def test_run_takes_a_method_and_its_parameters(self):
        self.assertEqual(completed("entente", "run", ""), {card["id"] for card in methods()})
        offered = completed("entente", "run", "pagerank", "graph.csv", "--")
        self.assertIn("--damping", offered)
        self.assertGreaterEqual(offered, options("run") - {"--help"})

    def test_choices_follow_their_option(self):
        self.assertEqual(completed("entente", "run", "pagerank", "graph.csv", "--format", ""),
                         {"table", "csv", "json"})

    def test_files_stand_elsewhere(self):
        self.assertIn(str(self.graph()), completed("entente", "run", "pagerank", str(self.folder) + "/"))

    def test_every_shell_gets_a_script(self):
        for shell in ("bash", "zsh", "fish"):
            script = entente("completion", shell)
            self.assert_status(script, 0)
            for command in commands():
                self.assertIn(command, script.stdout)
        bash = subprocess.run(["bash", "-n"], input=entente("completion", "bash").stdout, text=True, timeout=60)
        self.assertEqual(bash.returncode, 0)


if __name__ == "__main__":
    unittest.main()
