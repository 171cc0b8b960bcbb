# SPDX-License-Identifier: Apache-2.0
"""What is installed works elsewhere: /usr/bin/python3 tests/package/install_test.py"""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

sys.path.append(str(pathlib.Path(__file__).resolve().parent.parent / "exchange"))
from skipping import skip_test

BUILD = pathlib.Path(os.environ["ENTENTE_BINARY"]).parent
CONSUMER = pathlib.Path(__file__).parent / "consumer"


def call(*command, **options):
    run = subprocess.run([*map(str, command)], capture_output=True, text=True, timeout=500, **options)
    if run.returncode != 0:
        raise AssertionError(f"{command}: {run.returncode}\n{run.stdout[-3000:]}\n{run.stderr[-3000:]}")
    return run.stdout


def cached(name):
    """A setting of the build under test."""
    found = re.search(rf"(?m)^{name}:\w+=(.*)$", (BUILD / "CMakeCache.txt").read_text(encoding="utf-8"))
    return found[1] if found else ""


class Install(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def installed(self):
        call("cmake", "--install", BUILD, "--prefix", self.folder / "usr")
        return self.folder / "usr"

    def test_another_project_finds_the_library_and_ranks_its_own_graph(self):
        usr = self.installed()
        build = self.folder / "build"
        flags = cached("CMAKE_CXX_FLAGS") + " " + cached("CMAKE_CXX_FLAGS_DEBUG")
        sanitize = " ".join(re.findall(r"-fsanitize=\S+", flags))
        call("cmake", "-S", CONSUMER, "-B", build, "-G", "Ninja", f"-DCMAKE_PREFIX_PATH={usr}",
             f"-DCMAKE_CXX_COMPILER={cached('CMAKE_CXX_COMPILER')}", f"-DCMAKE_CXX_FLAGS={sanitize}")
        call("cmake", "--build", build)
        ranks = [float(line) for line in call(build / "rank").split()]
        # 1 -> 0 <- 2 with damping 0.85; the rank of the sink is spread over all.
        self.assertAlmostEqual(sum(ranks), 1)
        self.assertEqual(ranks[1], ranks[2])
        self.assertAlmostEqual(ranks[0] / ranks[1], 1 + 2 * 0.85, places=5)

    def test_every_header_stands_on_its_own_where_it_is_installed(self):
        include = self.installed() / "include/entente"
        headers = sorted(str(path.relative_to(include)) for path in include.rglob("*.hpp"))
        self.assertGreater(len(headers), 100)
        self.assertFalse([header for header in headers if header.startswith("engine/cli/")])
        for header in ("engine/graph/view.hpp", "engine/graph/from_boost.hpp", "engine/analysis/run.hpp",
                       "engine/model/knowledge_graph.hpp", "engine/io/read_data_set.hpp", "engine/study/study.hpp"):
            self.assertIn(header, headers)
        source = self.folder / "all.cpp"
        source.write_text("".join(f'#include "{header}"\n' for header in headers), encoding="utf-8")
        compiler = cached("CMAKE_CXX_COMPILER")
        call(compiler, "-std=c++20", "-fsyntax-only", f"-I{include}", "-isystem", "/usr/include/eigen3", source)

    def test_the_installed_program_finds_its_data_from_anywhere(self):
        usr = self.installed()
        away = self.folder / "away"
        away.mkdir()
        told = call(usr / "bin/entente", "check", "cyber-norms", cwd=away)
        self.assertIn("cyber-norms", told)
        self.assertEqual(list(away.iterdir()), [])
        for path in ("share/man/man1/entente.1", "share/doc/entente/reference.md",
                     "share/bash-completion/completions/entente", "share/entente/graph_data/question.schema.json"):
            self.assertTrue((usr / path).is_file(), path)

    def test_the_debian_packages_hold_program_and_library(self):
        if not shutil.which("dpkg-shlibdeps"):
            skip_test("dpkg-dev is not installed")
        call("cpack", "--config", BUILD / "CPackConfig.cmake", "-B", self.folder)
        packages = {re.match(r"[a-z-]+", path.name)[0]: path for path in self.folder.glob("*.deb")}
        self.assertEqual(set(packages), {"entente", "libentente-dev"})
        depends = call("dpkg-deb", "-f", packages["entente"], "Depends")
        self.assertIn("libc6", depends)
        self.assertNotIn("-dev", depends)
        call("dpkg-deb", "-x", packages["entente"], self.folder / "root")
        told = call(self.folder / "root/usr/bin/entente", "--version", cwd=self.folder)
        self.assertRegex(told, r"^entente \d")


if __name__ == "__main__":
    unittest.main()
