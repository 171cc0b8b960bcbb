# SPDX-License-Identifier: Apache-2.0
"""Ctrl-C, full disks and the progress bar: /usr/bin/python3 tests/cli/stop_test.py"""
import os
import pathlib
import pty
import resource
import signal
import subprocess
import threading
import time
import unittest

from program import BINARY, ProgramTest, entente, skip_test

DATA = pathlib.Path(os.environ["ENTENTE_SOURCE_DIR"]) / "graph_data/cyber-norms"


class Stop(ProgramTest):
    def large_graph(self):
        n = 30000
        rows = "".join(f"n{i},n{(i * k + i // 3 + 1) % n}\n" for i in range(n) for k in (7, 11, 13, 17))
        return self.file("edges.csv", "source,target\n" + rows)

    def long_run(self, *options, **streams):
        """Betweenness of a graph that takes many seconds."""
        return subprocess.Popen([BINARY, "run", "betweenness", self.large_graph(), *options], text=True, **streams)

    def assert_signal_ends(self, run, number, seconds):
        """It hears the signal while it works, within so many seconds, and says so."""
        time.sleep(1.5)
        run.send_signal(number)
        began = time.monotonic()
        stdout, stderr = run.communicate(timeout=60)
        self.assertLess(time.monotonic() - began, seconds)
        self.assertEqual((run.returncode, stdout), (3, ""))
        self.assertEqual(stderr, f"error[C301]: stopped by {number.name}; nothing was written\n")

    def test_a_signal_ends_the_run_and_leaves_no_file(self):
        for number in (signal.SIGINT, signal.SIGTERM):
            out = self.folder / "result.json"
            run = self.long_run("--out", out, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
            self.assert_signal_ends(run, number, 5)
            self.assertEqual([path.name for path in self.folder.iterdir()], ["edges.csv"])

    def test_a_signal_ends_every_long_command_and_leaves_no_file(self):
        out, thorough = self.folder / "out", ("--effort", "thorough", "--quiet")
        answer = self.folder / "answer.json"
        answer.write_text("before")
        commands = [("analyze", DATA, "--out", out, *thorough),
                    ("ask", "coalitions", "--dataset", DATA, "--out", answer, *thorough),
                    ("what-if", DATA, "--remove", "Israel", "--out", answer, *thorough),
                    ("export", self.large_graph(), self.folder / "drawn.gexf", "--layout", "forceatlas2")]
        for number, command in zip((signal.SIGINT, signal.SIGTERM) * 2, commands):
            with self.subTest(command[0]):
                run = subprocess.Popen([BINARY, *command], text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
                self.assert_signal_ends(run, number, 10)
                self.assertEqual(sorted(path.name for path in self.folder.iterdir()), ["answer.json", "edges.csv"])
                self.assertEqual(answer.read_text(), "before")

    def test_a_second_signal_ends_it_at_once_and_leaves_no_file(self):
        out = self.folder / "result.json"
        out.write_text("before")
        run = self.long_run("--out", out, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        time.sleep(1)
        run.send_signal(signal.SIGINT)
        run.send_signal(signal.SIGINT)
        run.communicate(timeout=60)
        self.assertIn(run.returncode, (3, -signal.SIGINT))  # 3: the first was quicker
        self.assertEqual(out.read_text(), "before")
        self.assertEqual(sorted(path.name for path in self.folder.iterdir()), ["edges.csv", "result.json"])

    def assert_stopped(self, path, begin, row, *command):
        """A signal ends the command while the pipe `path`, which has no end, is read."""
        out = self.folder / "result.json"
        os.mkfifo(path)
        run = subprocess.Popen([BINARY, *command, "--out", out], stderr=subprocess.PIPE, text=True)
        written = 0
        try:
            with open(path, "w", encoding="ascii") as pipe:
                pipe.write(begin)
                while written < 100_000_000:  # it has long been stopped then
                    pipe.write("".join(row.format(written + k) for k in range(5000)))
                    written += 5000
                    if written == 50_000:
                        run.send_signal(signal.SIGINT)
        except BrokenPipeError:
            pass
        self.assertEqual(run.communicate()[1], "error[C301]: stopped by SIGINT; nothing was written\n")
        self.assertEqual(run.returncode, 3)
        self.assertFalse(out.exists())
        path.unlink()

    def test_a_signal_ends_the_reading_of_a_file_that_has_no_end(self):
        texts = {"graphml": ("<graphml><graph>", "<node id='n{}'/>\n"), "gexf": ("<gexf><graph><nodes>", "<node id='n{}'/>\n"),
                 "csv": ("source,target\n", "a,b{}\n"), "json": ('{"nodes": [', '{{"id": {}}},\n'),
                 "net": ("*Vertices 9\n", "% {}\n"), "gml": ("graph [\n", "node [ id {} ]\n"), "dl": ("dl n=9 data:\n", "{}\n")}
        for ending, (begin, row) in texts.items():
            with self.subTest(ending):
                path = self.folder / f"endless.{ending}"
                self.assert_stopped(path, begin, row, "run", "degree", path)
        path = self.folder / "values.csv"
        self.assert_stopped(path, "node,value\n", "a{},1\n", "run", "pagerank", self.graph(), "--personalization", path)

    def test_progress_is_drawn_on_a_terminal_only_and_erased(self):
        try:
            master, slave = pty.openpty()
        except OSError as reason:  # a bare chroot has no /dev/pts
            skip_test(f"no terminal to draw on: {reason}")
        run = self.long_run(stdout=subprocess.DEVNULL, stderr=slave)
        os.close(slave)
        seen = b""

        def read():
            nonlocal seen
            while True:
                try:
                    piece = os.read(master, 4096)
                except OSError:  # the other end is closed
                    return
                if not piece:
                    return
                seen += piece

        reader = threading.Thread(target=read)
        reader.start()
        deadline = time.monotonic() + 60  # a busy machine draws late
        while b"left" not in seen and time.monotonic() < deadline:
            time.sleep(0.05)
        run.send_signal(signal.SIGINT)
        run.wait(timeout=60)
        reader.join()
        os.close(master)
        self.assertRegex(seen, rb"\[#* *\] +\d+%  +[0-9.k]+/s  .* left  betweenness")
        # At most ten a second, and the line is gone before the last word.
        self.assertLess(seen.count(b"%"), 40)
        self.assertRegex(seen, rb"\r\x1b\[Kerror\[C301\]: stopped by SIGINT; nothing was written\r\n$")


class Full(ProgramTest):
    def test_a_full_disk_behind_stdout(self):
        with open("/dev/full", "w", encoding="utf-8") as full:
            run = subprocess.run([BINARY, "run", "degree", self.graph()], stdout=full, stderr=subprocess.PIPE, text=True)
        self.assertEqual(run.returncode, 3)
        self.assertIn("error[C304]: cannot write to stdout", run.stderr)

    def test_a_file_that_cannot_be_written_whole_is_not_there(self):
        rows = "".join(f"n{i},n{i + 1}\n" for i in range(2000))
        edges = self.file("edges.csv", "source,target\n" + rows)
        run = entente("run", "degree", edges, "--out", self.folder / "result.csv",
                      preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (5000, 5000)))
        self.assert_status(run, 3)
        self.assertIn("result.csv", run.stderr)
        self.assertEqual([path.name for path in self.folder.iterdir()], ["edges.csv"])


if __name__ == "__main__":
    unittest.main()
