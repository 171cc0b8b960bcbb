# SPDX-License-Identifier: Apache-2.0
"""Where results cannot be written: full disks, folders in the way or in use, signals.

/usr/bin/python3 tests/cli/bad_output_test.py"""
import fcntl
import os
import pathlib
import resource
import shutil
import signal
import subprocess
import tempfile
import time
import unittest

from program import BINARY, NODE_LINK, ProgramTest, entente

ROOT = pathlib.Path(os.environ["ENTENTE_SOURCE_DIR"])
TINY = ROOT / "tests/data/tiny"
ENDINGS = ("graphml", "graphml.gz", "gexf", "json", "graphology.json", "gml", "net", "dot", "csv", "nodes.csv", "edges.csv",
           "ttl", "jsonld")
NOBODY = {"user": 65534, "group": 65534, "extra_groups": []}
ANALYZE = ("analyze", TINY, "--effort", "quick", "--quiet", "--out")


def full_disk(size=3000):
    return {"preexec_fn": lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))}


def contents(folder):
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


class OutputTest(ProgramTest):
    def setUp(self):
        super().setUp()
        self.out = self.folder / "out"

    def earlier(self):
        """A folder with an earlier run and a file of the user's own; what they hold."""
        self.assert_status(entente(*ANALYZE, self.out), 0)
        (self.out / "mine.txt").write_text("mine")
        return contents(self.folder)

    def assert_stopped(self, run, status, *said):
        self.assert_status(run, status)
        self.assertEqual(run.stdout, "")
        for text in said:
            self.assertIn(text, run.stderr)


class FullDisk(OutputTest):
    def test_a_batch_run_leaves_no_folder_and_no_part_of_a_path(self):
        run = entente(*ANALYZE, self.folder / "deep/out", **full_disk())
        self.assert_stopped(run, 3, "error[F202]: cannot be written to the end: File too large", "deep/out/")
        self.assertEqual(list(self.folder.iterdir()), [])

    def test_a_batch_run_leaves_the_earlier_one_as_it_was(self):
        before = self.earlier()
        run = entente(*ANALYZE, self.out, "--as-of", "2017", **full_disk())
        self.assert_stopped(run, 3, "error[F202]")
        self.assertEqual(contents(self.folder), before)

    def test_files_of_the_other_commands(self):
        compare = ["compare", TINY, "--from", "2015", "--to", "2018-12-31", "--effort", "quick", "--quiet", "--out"]
        for name, arguments in (*((f"graph.{ending}", ["export", TINY]) for ending in ENDINGS),
                                ("answer.json", ["ask", "supporters", "--dataset", TINY, "--quiet", "--out"]),
                                ("shown.json", ["show", "state.arden", "--dataset", TINY, "--out"]),
                                ("compared.json", compare), ("reference.md", ["manual", "markdown", "--out"]),
                                ("entente.1", ["manual", "man", "--out"]),
                                ("what-if.json", ["what-if", TINY, "--remove", "state.arden", "--quiet", "--out"])):
            with self.subTest(command=arguments[0], name=name):
                out = self.file(name, "before")
                self.assert_stopped(entente(*arguments, out, **full_disk(500)), 3, "error[F202]", name)
                self.assertEqual(out.read_text(), "before")
                out.unlink()
                self.assertEqual(list(self.folder.iterdir()), [])

    def test_of_files_that_belong_together_none_is_written(self):
        """A network, its classes and the report, of three sizes; there is room for two of them, one or none."""
        names = ("graph.net", "graph.clu", "graph.net.report.txt")
        self.assert_status(entente("export", TINY, self.folder / "graph.net"), 0)
        sizes = {name: (self.folder / name).stat().st_size for name in names}
        self.assertEqual(len(set(sizes.values())), 3)
        for name, size in sizes.items():
            with self.subTest(name=name):
                for each in names:
                    self.file(each, "before")
                run = entente("export", TINY, self.folder / "graph.net", **full_disk(size - 1))
                self.assert_stopped(run, 3, "error[F202]: cannot be written to the end: File too large")
                self.assertEqual(contents(self.folder), dict.fromkeys(names, b"before"))

    def test_a_device_that_is_full(self):
        graph = self.graph()
        run = entente("run", "degree", graph, "--format", "csv", "--out", "/dev/full")
        self.assert_stopped(run, 3, "/dev/full: error[F202]: cannot be written to the end: No space left on device")

    def test_stdout_into_a_file_beyond_the_limit(self):
        with open(self.folder / "stdout", "w", encoding="utf-8") as file:
            run = subprocess.run([BINARY, "check", TINY], stdout=file, stderr=subprocess.PIPE, text=True, **full_disk(300))
        self.assertEqual(run.returncode, 3)
        self.assertIn("error[C304]: cannot write to stdout: File too large", run.stderr)


class InTheWay(OutputTest):
    def test_places_that_cannot_be_written(self):
        graph, blocked = self.graph(), self.file("blocked", "before")
        folder = self.folder / "folder.json"
        folder.mkdir()
        for out, status in ((blocked / "result.json", 1), (folder, 1), (pathlib.Path("/proc/result.json"), 1),
                            (self.folder / ("x" * 300 + ".json"), 1)):
            with self.subTest(out=out):
                self.assert_stopped(entente("run", "degree", graph, "--out", out), status,
                                    "error[F201]: cannot be written: ")
        for out in (blocked, pathlib.Path("/proc/out"), self.folder / ("x" * 300)):
            with self.subTest(out=out):
                self.assert_stopped(entente(*ANALYZE, out), 1, "error[F201]: cannot be written: ")
        self.assertEqual(contents(self.folder), {"path.json": NODE_LINK.encode(), "blocked": b"before"})

    def test_a_folder_without_permission(self):
        before = self.earlier()
        self.out.chmod(0o555)
        self.addCleanup(self.out.chmod, 0o755)
        if os.geteuid() != 0:
            run = entente(*ANALYZE, self.out, "--as-of", "2017")
        else:  # root may write everywhere, so another user tries, with copies that he can reach
            copies = tempfile.TemporaryDirectory()
            self.addCleanup(copies.cleanup)
            data = pathlib.Path(copies.name) / "tiny"
            program = shutil.copy(BINARY, copies.name)
            shutil.copytree(TINY, data)
            for path in (self.folder, data.parent, *data.rglob("*"), data):
                path.chmod(0o755)
            run = subprocess.run([program, "analyze", data, *ANALYZE[2:], self.out, "--as-of", "2017"], capture_output=True,
                                 text=True, timeout=900, **NOBODY)
        self.assert_stopped(run, 1, f"{self.out}: error[F201]", "Permission denied")
        self.assertEqual(contents(self.folder), before)

    def test_a_folder_where_a_file_of_the_run_belongs(self):
        (self.out / "results.json").mkdir(parents=True)
        (self.out / "mine.txt").write_text("mine")
        self.assert_stopped(entente(*ANALYZE, self.out), 1, "results.json: error[F201]", "a folder is in the way")
        self.assertEqual(contents(self.folder), {"out/mine.txt": b"mine"})

    def test_two_runs_into_one_folder_at_once_leave_the_files_of_one(self):
        dates = ("2016", "2019-12-31")
        alone = []
        for date in dates:
            self.assert_status(entente(*ANALYZE, self.folder / date, "--as-of", date), 0)
            alone.append(contents(self.folder / date))
        differing = [name for name in alone[0] if alone[0][name] != alone[1][name] and name != "manifest.json"]
        self.assertGreater(len(differing), 3)
        for new in (True, False):
            for turn in range(6):
                out = self.folder / f"out{turn if new else ''}"
                runs = [subprocess.Popen([BINARY, *map(str, ANALYZE), out, "--as-of", date], stdout=subprocess.DEVNULL,
                                         stderr=subprocess.PIPE, text=True) for date in dates]
                said = [run.communicate(timeout=60)[1] for run in runs]
                self.assertEqual([run.returncode for run in runs], [0, 0], said)
                written = contents(out)
                self.assertEqual(written.keys(), alone[0].keys())
                self.assertIn([written[name] for name in differing], [[each[name] for name in differing] for each in alone])


    def test_a_run_waits_while_another_moves_its_files(self):
        before = self.earlier()
        other = os.open(self.out, os.O_RDONLY)
        fcntl.flock(other, fcntl.LOCK_EX)
        run = subprocess.Popen([BINARY, *map(str, ANALYZE), self.out, "--as-of", "2016"], stdout=subprocess.DEVNULL)
        deadline = time.monotonic() + 60
        while not list(self.out.glob("*/manifest.json")) and time.monotonic() < deadline:  # all is written, none is moved
            time.sleep(0.02)
        with self.assertRaises(subprocess.TimeoutExpired):
            run.wait(timeout=0.3)
        self.assertEqual({name: text for name, text in contents(self.folder).items() if ".partial-" not in name}, before)
        os.close(other)
        self.assertEqual(run.wait(timeout=60), 0)
        after = contents(self.folder)
        self.assertEqual(after.keys(), before.keys())
        self.assertNotEqual(after["out/results.json"], before["out/results.json"])


class Signals(OutputTest):
    def test_the_earlier_folder_stays_as_it_was(self):
        self.out.mkdir()
        (self.out / "results.json").write_text("before")
        for number in (signal.SIGINT, signal.SIGTERM):
            run = subprocess.Popen([BINARY, "analyze", ROOT / "graph_data/cyber-norms", "--effort", "thorough", "--out",
                                    self.out], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
            deadline = time.monotonic() + 60
            while len(list(self.out.iterdir())) == 1 and time.monotonic() < deadline:  # it works beside the old files
                time.sleep(0.05)
            run.send_signal(number)
            stdout, stderr = run.communicate(timeout=60)
            self.assertEqual((run.returncode, stdout), (3, ""))
            self.assertIn(f"error[C301]: stopped by {number.name}; nothing was written\n", stderr)
            self.assertEqual(contents(self.folder), {"out/results.json": b"before"})
            self.assertEqual([path.name for path in self.out.iterdir()], ["results.json"])


if __name__ == "__main__":
    unittest.main()
