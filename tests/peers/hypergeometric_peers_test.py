# SPDX-License-Identifier: Apache-2.0
"""hypergeometric against scipy.stats.hypergeom, and poisson-binomial against numpy's convolution.

    ENTENTE_BINARY=build/dev/entente /usr/bin/python3 tests/peers/hypergeometric_peers_test.py
"""
import json
import os
import pathlib
import random
import subprocess
import sys
import tempfile

import numpy
import scipy.stats

BINARY = os.environ["ENTENTE_BINARY"]


def run(*arguments):
    done = subprocess.run([BINARY, "run", *arguments, "--format", "json"], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        sys.exit(done.stderr)
    table = json.loads(done.stdout)["tables"][0]
    return {column["name"]: column["values"] for column in table["columns"]}


def check_pairs(folder, rng):
    actors, items = 25, 60
    rows = [{j for j in range(items) if rng.random() < 0.1 + 0.02 * i} for i in range(actors)]
    edges, nodes = folder / "g.csv", folder / "n.csv"
    edges.write_text("source,target\n" + "".join(f"a{i:02},i{j:02}\n" for i in range(actors) for j in sorted(rows[i])))
    nodes.write_text("id,mode\n" + "".join(f"a{i:02},actor\n" for i in range(actors)) +
                     "".join(f"i{j:02},item\n" for j in range(items)))
    for tail in ("upper", "lower"):
        pairs = run("hypergeometric", str(edges), "--nodes", str(nodes), "--tail", tail)
        assert len(pairs["a"]) == actors * (actors - 1) // 2
        for a, b, observed, p in zip(pairs["a"], pairs["b"], pairs["observed"], pairs["p_value"]):
            x, y = rows[int(a[1:])], rows[int(b[1:])]
            assert observed == len(x & y)
            law = scipy.stats.hypergeom(items, len(x), len(y))
            expected = law.sf(observed - 1) if tail == "upper" else law.cdf(observed)
            assert abs(p - expected) < 1e-9 * max(1e-3, expected), (a, b, p, expected)


def check_tails(folder, rng):
    chances = [rng.random() ** 2 for _ in range(80)]
    table = folder / "p.csv"
    table.write_text("p\n" + "".join(f"{p!r}\n" for p in chances))
    tails = run("poisson-binomial", str(table))
    law = numpy.array([1.0])
    for p in chances:
        law = numpy.convolve(law, [1 - p, p])
    assert tails["k"] == list(range(81))
    assert max(abs(numpy.cumsum(law) - tails["lower"])) < 1e-12
    assert max(abs(numpy.cumsum(law[::-1])[::-1] - tails["upper"])) < 1e-12


def main():
    rng = random.Random(6)
    with tempfile.TemporaryDirectory() as folder:
        check_pairs(pathlib.Path(folder), rng)
        check_tails(pathlib.Path(folder), rng)
    print("hypergeometric and poisson-binomial agree with scipy and numpy")


if __name__ == "__main__":
    main()
