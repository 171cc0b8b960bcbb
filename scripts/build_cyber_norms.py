# SPDX-License-Identifier: Apache-2.0
"""Makes the tables of graph_data/cyber-norms from the lists in its folder raw/.

    /usr/bin/python3 scripts/build_cyber_norms.py [--out DIR] [--counts]
    /usr/bin/python3 scripts/build_cyber_norms.py --extract-cldr /usr/share/unicode/cldr/common

The same lists give the same bytes. --out writes elsewhere; --counts prints what is in the tables; --extract-cldr
renews raw/cldr_territories.xml from an installed Unicode CLDR (Debian: unicode-cldr-core) first.
"""
import argparse
import collections
import json
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

from cyber_norms import (actors, agreement_lists, aliases, blocs, bodies, cldr_extract, dataset,  # noqa: E402
                         decisions, eligibility, package, paris_call, raw_names, resolutions, schema, seed_article,
                         sources, states, tech_accord, votes, working_groups)

FOLDER = pathlib.Path(__file__).resolve().parent.parent / "graph_data/cyber-norms"
ABOUT = {
    "name": "cyber-norms",
    "title": "Who supports which norm of behaviour in cyberspace",
    # The last day on which the list of the Paris Call was kept: questions that name no day are about it.
    "reference_day": "2024-01-19",
    "description": "States, companies and other organisations, the agreements, principles and roll calls on which "
                   "they took a stance, and the source of each statement.",
}


def build(raw, pairs=None):
    """The data set, and the claims of each fact of the article. `pairs`: other judged pairs than those in raw."""
    data = dataset.Dataset(schema.SCHEMA, sources.SOURCES)
    pairs = decisions.read_pairs(raw) if pairs is None else pairs
    known = actors.Actors(data, pairs, raw_names.occurrences(raw))
    states.add_states(data, known, raw)
    paris_call.add_call(data)
    tech_accord.add_accord(data, raw)
    agreement_lists.add_agreements(data, raw)
    bodies.add_bodies(data, raw)
    tech_accord.add_founders(data, known, raw)
    paris_call.add_supporters(data, known, raw)
    paris_call.add_withdrawn(data, known, raw)
    paris_call.add_principles(data, known, raw)
    paris_call.add_principle_links(data, known, raw)
    paris_call.add_counts(data, raw)
    tech_accord.add_later(data, known, raw)
    agreement_lists.add_lists(data, known, raw)
    votes.add_votes(data, known, raw)
    resolutions.add_resolutions(data, known, raw)
    bodies.add_members(data, known, raw)
    working_groups.add_groups(data, known, raw)
    working_groups.add_mapping(data, raw)
    blocs.add_blocs(data, raw)
    facts = seed_article.add_facts(data, known, raw)
    eligibility.add_eligibility(data)
    known.write_decisions()
    aliases.add_translations(data, raw)
    aliases.add_short_forms(data)
    return data, facts


def files(data, raw):
    """Every file that the build makes, by name."""
    texts = data.tables()
    made = dict(texts)
    made["schema.json"] = json.dumps(schema.SCHEMA, ensure_ascii=False, indent=2) + "\n"
    made["datapackage.json"] = package.datapackage(ABOUT, texts, raw, data.sources)
    return made


def print_counts(data):
    for title, counter in [
            ("nodes", collections.Counter(node["kind"] for node in data.nodes.values())),
            ("claims", collections.Counter(claim["relation"] for claim in data.claims.values())),
            ("claims on", collections.Counter(claim["object"] for claim in data.claims.values() if claim["stance"]))]:
        print(f"{title}: {sum(counter.values())}")
        for name, count in sorted(counter.items(), key=lambda item: (-item[1], item[0])):
            print(f"  {count:6} {name}")
    print(f"sources: {len(data.sources)}, eligibility: {len(data.eligibility)}, same_as: {len(data.same_as)}")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--out", type=pathlib.Path, default=FOLDER, help="folder to write to")
    parser.add_argument("--counts", action="store_true", help="print what is in the tables")
    parser.add_argument("--extract-cldr", type=pathlib.Path, metavar="DIR", help="Unicode CLDR's folder common")
    args = parser.parse_args()
    raw = FOLDER / "raw"
    if args.extract_cldr:
        cldr_extract.extract(args.extract_cldr, raw)
    data, facts = build(raw)
    args.out.mkdir(parents=True, exist_ok=True)
    for name, text in files(data, raw).items():
        (args.out / name).write_text(text, encoding="utf-8", newline="\n")
    if args.counts:
        print_counts(data)
    print(f"{len(data.nodes)} nodes, {len(data.claims)} claims, {len(data.sources)} sources; "
          f"{len(facts)} facts of the article; written to {args.out}")


if __name__ == "__main__":
    main()
