# SPDX-License-Identifier: Apache-2.0
"""Two-mode models a second time, plainly, with numpy: for tests of answers. Tables are 0/1 arrays, masks are True
where a cell could be seen."""
import numpy


def core(data, day, actors, items, least=2):
    """Actors with enough stances, items with a 1; the table and its mask. A named absence counts as seen only where
    the silence of others does. A roll call is two columns, yes and no."""
    cells, invited = data.cells(day), data.invited(day)
    stances = {}
    for (actor, item), (stance, _) in cells.items():
        if actors(actor) and items(item) and stance is not None:
            stances.setdefault(actor, {})[item] = stance
    stances = {actor: own for actor, own in sorted(stances.items()) if len(own) >= least}
    columns = sorted({(item, stance) for own in stances.values() for item, stance in own.items()
                      if stance == 1 or (stance == -1 and data.is_roll_call(item))})
    table = numpy.zeros((len(stances), len(columns)), dtype=int)
    known = numpy.zeros(table.shape, dtype=bool)
    for i, (actor, own) in enumerate(stances.items()):
        for j, (item, answer) in enumerate(columns):
            table[i, j] = own.get(item) == answer
            answered = item in own and (data.is_roll_call(item) or own[item] == 1)
            known[i, j] = answered or data.silence(actor, item, day, invited) == "absent"
    return list(stances), columns, table, known


def bicm(table, known):
    """The chance of each cell, by fixed-point iteration after peeling full and empty lines."""
    p = numpy.zeros(table.shape)
    left = known.copy()
    rows, columns = table.sum(1).astype(float), table.sum(0).astype(float)
    while True:
        decided = numpy.zeros(table.shape, dtype=bool)
        for axis, sums in ((1, rows), (0, columns)):
            counts = left.sum(axis)
            for line in range(len(sums)):
                where = (line, slice(None)) if axis == 1 else (slice(None), line)
                if counts[line] and sums[line] in (0, counts[line]):
                    new = left[where] & ~decided[where]
                    p[where] = numpy.where(new, float(sums[line] > 0), p[where])
                    decided[where] |= left[where]
        if not decided.any():
            break
        left &= ~decided
        done = numpy.where(decided, p, 0)
        rows, columns = rows - done.sum(1), columns - done.sum(0)
    x, y = rows / numpy.sqrt(max(rows.sum(), 1)), columns / numpy.sqrt(max(columns.sum(), 1))
    for _ in range(200_000):
        share = left / (1 + numpy.outer(x, y))
        with numpy.errstate(divide="ignore", invalid="ignore"):
            x = numpy.nan_to_num(rows / (share @ y), posinf=0)
            share = left / (1 + numpy.outer(x, y))
            y = numpy.nan_to_num(columns / (share.T @ x), posinf=0)
        q = left * numpy.outer(x, y) / (1 + numpy.outer(x, y))
        if numpy.abs(q.sum(1) - rows).max(initial=0) < 1e-11:
            break
    return p + q


def upper_tail(chances, k):
    f = numpy.zeros(len(chances) + 1)
    f[0] = 1
    for q in chances:
        f[1:] = f[1:] * (1 - q) + f[:-1] * q
        f[0] *= 1 - q
    return f[k:].sum()


def benjamini_hochberg(p):
    order = numpy.argsort(p)
    q, smallest = numpy.empty(len(p)), 1.0
    for rank in range(len(p), 0, -1):
        smallest = min(smallest, p[order[rank - 1]] * len(p) / rank)
        q[order[rank - 1]] = smallest
    return q


def expectation(table, known):
    """row_i column_j on known cells, by iterative proportional fitting."""
    row, column = numpy.ones(len(table)), numpy.ones(table.shape[1])
    for _ in range(100_000):
        with numpy.errstate(divide="ignore", invalid="ignore"):
            row = numpy.nan_to_num(table.sum(1) / (known @ column), posinf=0)
            column = numpy.nan_to_num(table.sum(0) / (known.T @ row), posinf=0)
        if numpy.abs(row * (known @ column) - table.sum(1)).max() < 1e-12:
            break
    return known * numpy.outer(row, column)


def modularity(table, expected, groups):
    """Barber's, with each item in the group of actors that draws it most."""
    excess = table - expected
    drawn = numpy.array([excess[groups == g].sum(0) for g in numpy.unique(groups)])
    return numpy.maximum(drawn.max(0), 0).sum() / table.sum()
