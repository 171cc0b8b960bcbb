# SPDX-License-Identifier: Apache-2.0
"""Each folder of engine/ includes only what engine/README.md allows it to.

    /usr/bin/python3 scripts/check_layers.py

The allowed arrows are the block `layers` of that page, the homes of other people's libraries its
block `homes`. Prints file:line for each include that breaks a rule.
"""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
INCLUDE = re.compile(r'^\s*#\s*include\s*(?:"([^"]+)"|<([^>]+)>)')


def block(page, name):
    found = re.search(rf"^```{name}\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
    if not found:
        sys.exit(f"engine/README.md: no block ```{name}")
    return found.group(1).splitlines()


def read_layers(page):
    layers = {}
    for line in block(page, "layers"):
        folder, allowed = (part.split() for part in line.split("->"))
        for below in allowed:
            if below not in layers:
                sys.exit(f"engine/README.md: '{folder[0]}' may include '{below}', which must stand above it")
        layers[folder[0]] = set(allowed)
    return layers


def read_homes(page):
    homes = []
    for line in block(page, "homes"):
        prefixes, places = re.split(r"  +", line.strip(), maxsplit=1)
        homes.append((tuple(prefixes.split()), tuple(places.split())))
    return homes


def problem(path, quoted, angled, layers, homes):
    """What is wrong with this include in engine/<path>, or None."""
    folder = path.split("/")[0]
    header = quoted or angled
    if header.startswith("engine/"):
        if angled:
            return f"include our own '{header}' with quotes"
        target, *inside = header.split("/")[1:]
        if not inside:
            return None  # engine/registry.def belongs to no folder
        if target != folder and target not in layers[folder]:
            return f"{folder}/ may not include {target}/"
        return None
    if quoted:
        return f"write '{header}' from the root: \"engine/...\""
    for prefixes, places in homes:
        if header.startswith(prefixes):
            # A place with a slash at its end is a folder, any other one a file.
            if not any(path == place or (place.endswith("/") and path.startswith(place)) for place in places):
                return f"<{header}> has its home in {', '.join(places)}"
    return None


def main():
    page = (ROOT / "engine/README.md").read_text(encoding="utf-8")
    layers, homes = read_layers(page), read_homes(page)
    sources = sorted(p for p in (ROOT / "engine").rglob("*") if p.suffix in (".cpp", ".hpp", ".h"))
    problems = []
    for source in sources:
        path = source.relative_to(ROOT / "engine").as_posix()
        if path.split("/")[0] not in layers:
            problems.append(f"engine/{path}:1: folder without a line in engine/README.md")
            continue
        for number, line in enumerate(source.read_text(encoding="utf-8").splitlines(), 1):
            include = INCLUDE.match(line)
            if include:
                wrong = problem(path, include.group(1), include.group(2), layers, homes)
                if wrong:
                    problems.append(f"engine/{path}:{number}: {wrong}")
    print("\n".join(problems + [f"{len(sources)} files, {len(problems)} includes against the layers"]))
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
