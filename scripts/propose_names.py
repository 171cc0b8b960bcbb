# SPDX-License-Identifier: Apache-2.0
"""Proposes which names in the raw lists of graph_data/cyber-norms may be one actor, and measures what was decided.

It decides nothing itself.

    /usr/bin/python3 scripts/propose_names.py              every candidate: band, posterior, standing, names, reasons
    /usr/bin/python3 scripts/propose_names.py --undecided  those that nobody has judged; exit status 1 if there are any
    /usr/bin/python3 scripts/propose_names.py --raw DIR    lists in another folder (the judged pairs stay those of raw/)
    /usr/bin/python3 scripts/propose_names.py --measure PAIRS.csv   precision and recall over judged pairs, a file
                                                           like raw/name_variants_dev.csv
    /usr/bin/python3 scripts/propose_names.py --resolve NAME [--list LIST]   the node that a name means, and why

Output is CSV, the likeliest first, and the same lists give the same bytes. Bands: `certain` (posterior from 0.95),
`ask` (from 0.5), `veto` (likely, but something tells the two apart; they stay apart without a judgement), `clash` (one
spelling that the lists give different kinds or countries). To judge one, add it to raw/identity_decisions.csv.
"""

import argparse
import collections
import csv
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

from cyber_norms import candidates, decisions, measure, raw_names, resolver, standing  # noqa: E402
from cyber_norms.dataset import read_csv  # noqa: E402

RAW = pathlib.Path(__file__).resolve().parent.parent / "graph_data/cyber-norms/raw"
COLUMNS = "band posterior standing name_a lists_a name_b lists_b why".split()


def _lists(entity):
    facts = collections.defaultdict(set)
    for occurrence in entity.occurrences:
        facts[occurrence.list_] |= {word for word in (occurrence.kind, occurrence.country) if word}
    return "; ".join(f"{list_} ({', '.join(sorted(words))})" if words else list_
                     for list_, words in sorted(facts.items()))


def proposals(raw, judged=RAW):
    """One row a candidate."""
    occurrences = raw_names.occurrences(raw)
    stands = standing.Standing(decisions.read_pairs(judged), occurrences)
    rows = []
    for entity in candidates.clashes(candidates.entities(occurrences)):
        rows.append(["clash", "", stands.of_clash(entity), entity.name, _lists(entity), "", "",
                     "kinds or countries differ"])
    for found in candidates.propose(occurrences, raw):
        rows.append([found.band, f"{found.posterior:.3f}", stands.of(found.a, found.b), found.a.name, _lists(found.a),
                     found.b.name, _lists(found.b), "; ".join(found.reasons)])
    return [dict(zip(COLUMNS, row)) for row in rows]


def undecided(rows):
    """Candidates that wait for a person. A veto is a decision by rule."""
    return [row for row in rows if row["standing"] == "undecided" and row["band"] != "veto"]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--raw", type=pathlib.Path, default=RAW, help="folder with the lists")
    parser.add_argument("--undecided", action="store_true", help="print only what nobody has judged")
    parser.add_argument("--measure", type=pathlib.Path, metavar="PAIRS", help="precision and recall over judged pairs")
    parser.add_argument("--resolve", metavar="NAME", help="the node that a name means")
    parser.add_argument("--list", default="", help="the list in which the name stands")
    args = parser.parse_args()
    if args.measure or args.resolve:
        tables = [read_csv(RAW.parent / table) for table in ("nodes.csv", "same_as.csv")]
        if args.measure:
            print(measure.report(measure.measure(*tables, read_csv(args.measure))))
        else:
            answer = resolver.Resolver(*tables).resolve(args.resolve, args.list)
            print(answer.node or " or ".join(answer.among) or "nobody", f"({answer.rule})")
        return 0
    rows = proposals(args.raw)
    waiting = undecided(rows)
    writer = csv.DictWriter(sys.stdout, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(waiting if args.undecided else rows)
    counts = collections.Counter((row["band"], row["standing"]) for row in rows)
    print("; ".join(f"{band} {stand} {count}" for (band, stand), count in sorted(counts.items())), file=sys.stderr)
    return 1 if args.undecided and waiting else 0


if __name__ == "__main__":
    sys.exit(main())
