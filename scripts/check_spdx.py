# SPDX-License-Identifier: Apache-2.0
"""Every source file says in its first lines under which licence it stands.

    /usr/bin/python3 scripts/check_spdx.py
"""
import pathlib
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
LINE = "SPDX-License-Identifier: "
FOLDERS = ["engine", "tests", "scripts", ".ci"]
SOURCES = {".cpp", ".hpp", ".def", ".cmake", ".py", ".R", ".sh", ".ts", ".mjs", ".js", ".java"}


def is_source(path):
    return path.suffix in SOURCES or path.name == "CMakeLists.txt" or (
        path.suffix == "" and path.parent.name in ("scripts", ".ci"))


def main():
    sources = [ROOT / "CMakeLists.txt"]
    for folder in FOLDERS:
        sources += [p for p in (ROOT / folder).rglob("*") if p.is_file() and is_source(p)]
    bare = []
    for path in sorted(sources):
        with open(path, encoding="utf-8") as file:
            head = file.readline() + file.readline()
        if LINE not in head:
            bare.append(path.relative_to(ROOT))
    for path in bare:
        print(f"{path}:1:1: error: no line '{LINE}Apache-2.0' among the first two")
    print(f"{len(sources)} sources, {len(bare)} without a licence")
    return 1 if bare else 0


if __name__ == "__main__":
    sys.exit(main())
