# SPDX-License-Identifier: Apache-2.0
"""bicm against an independent solution: scipy's root finder on the equations themselves, and
convolution by numpy for the pairs' tails. Without and with unknown cells, and with roll calls.

    ENTENTE_BINARY=build/dev/entente /usr/bin/python3 tests/peers/null_model_peers_test.py
"""
import json
import os
import pathlib
import random
import subprocess
import sys
import tempfile

import numpy
import scipy.optimize

BINARY = os.environ["ENTENTE_BINARY"]


def chances(log_x, log_y, known, partner):
    odds = numpy.exp(log_x[:, None] + log_y[None, :]) * known
    other = numpy.where(partner >= 0, odds[:, partner], 0.0)
    return odds / (1 + odds + other)


def solve(ones, known, partner):
    n1, n2 = ones.shape
    rows, columns = ones.sum(1), ones.sum(0)

    def misses(z):
        p = chances(z[:n1], z[n1:], known, partner)
        return numpy.concatenate([p.sum(1) - rows, p.sum(0) - columns])

    start = numpy.concatenate([numpy.log(rows), numpy.log(columns)]) - 0.5 * numpy.log(rows.sum())
    found = scipy.optimize.least_squares(misses, start, xtol=1e-15, ftol=1e-15, gtol=1e-15)
    assert abs(misses(found.x)).max() < 1e-9, abs(misses(found.x)).max()
    return chances(found.x[:n1], found.x[n1:], known, partner)


def upper_tail(trials, observed):
    pmf = numpy.array([1.0])
    for q in trials:
        pmf = numpy.convolve(pmf, [1 - q, q])
    return pmf[observed:][::-1].sum()


def run(rows, roll_call):
    """Answers of entente for `rows`, a list of strings; the votes are the columns of `roll_call`."""
    with tempfile.TemporaryDirectory() as folder:
        edges, nodes = pathlib.Path(folder, "g.csv"), pathlib.Path(folder, "n.csv")
        lines = ["source,target,sign"]
        for i, row in enumerate(rows):
            for j, cell in enumerate(row):
                sign = {"1": 1, "y": 1, "a": 0, "n": -1}.get(cell)
                if sign is not None:
                    lines.append(f"a{i:03},i{j:03},{sign}")
        edges.write_text("\n".join(lines) + "\n")
        lines = ["id,mode,kind"] + [f"a{i:03},actor,state" for i in range(len(rows))]
        lines += [f"i{j:03},item,{'vote' if j in roll_call else 'agreement'}" for j in range(len(rows[0]))]
        nodes.write_text("\n".join(lines) + "\n")
        done = subprocess.run([BINARY, "run", "bicm", str(edges), "--nodes", str(nodes), "--format",
                               "json"], capture_output=True, text=True, check=False)
        if done.returncode != 0:
            sys.exit(done.stderr)
        return {t["name"]: {c["name"]: c["values"] for c in t["columns"]}
                for t in json.loads(done.stdout)["tables"]}


def as_tables(rows, roll_call):
    """0/1 cells, known cells and partners, with a yes and a no column for each vote."""
    names, partner = [], []
    for j in range(len(rows[0])):
        if j in roll_call:
            names += [f"i{j:03}.yes", f"i{j:03}.no"]
            partner += [len(partner) + 1, len(partner)]
        else:
            names.append(f"i{j:03}")
            partner.append(-1)
    ones = numpy.zeros((len(rows), len(names)))
    known = numpy.ones_like(ones)
    for i, row in enumerate(rows):
        for c, name in enumerate(names):
            cell = row[int(name[1:4])]
            ones[i, c] = cell == "1" or (cell == "y" and name.endswith(".yes")) or (
                cell == "n" and name.endswith(".no"))
            known[i, c] = cell != "?"
    return names, ones, known, numpy.array(partner)


def check(rows, roll_call=frozenset()):
    names, ones, known, partner = as_tables(rows, roll_call)
    p = solve(ones, known, partner)
    answer = run(rows, roll_call)
    cells = answer["probabilities"]
    assert len(cells["actor"]) == int(known.sum())
    for actor, item, chance in zip(cells["actor"], cells["item"], cells["probability"]):
        assert abs(chance - p[int(actor[1:]), names.index(item)]) < 1e-7
    pairs = answer["pairs"]
    for k, (a, b) in enumerate(zip(pairs["a"], pairs["b"])):
        a, b = int(a[1:]), int(b[1:])
        both = p[a] * p[b]
        trials = [both[c] if partner[c] < 0 else both[c] + both[partner[c]]
                  for c in range(len(names)) if partner[c] < c]
        observed = int((ones[a] * ones[b]).sum())
        assert pairs["observed"][k] == observed
        assert abs(pairs["p_value"][k] - upper_tail(trials, observed)) < 1e-7
        assert abs(pairs["expected"][k] - sum(trials)) < 1e-7


def main():
    rng = random.Random(4)
    tables = 0
    while tables < 4:
        rows = ["".join(rng.choice("1100" if tables % 2 else "1000") for _ in range(9)) for _ in range(14)]
        columns = ["".join(column) for column in zip(*rows)]
        if all(0 < line.count("1") < len(line) for line in rows + columns):
            check(rows)
            tables += 1
    tables = 0
    while tables < 4:
        rows = ["".join([rng.choice("yyna?" if tables % 2 else "yyna") for _ in range(5)] +
                        [rng.choice("100") for _ in range(4)]) for _ in range(16)]
        _, ones, known, partner = as_tables(rows, set(range(5)))
        room = [sum(known[i, c] for c in range(len(partner)) if partner[c] < c) for i in range(len(rows))]
        if (ones.sum(0) > 0).all() and all(0 < ones[i].sum() < room[i] for i in range(len(rows))):
            check(rows, set(range(5)))
            tables += 1
    print("bicm agrees with scipy on 8 tables")


if __name__ == "__main__":
    main()
