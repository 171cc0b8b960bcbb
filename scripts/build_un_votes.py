# SPDX-License-Identifier: Apache-2.0
"""Makes the tables of graph_data/un-votes from the lists in its folder raw/.

    /usr/bin/python3 scripts/build_un_votes.py [--out DIR]

The same lists give the same bytes (compressed by the same zlib). Takes about 20 seconds and 2 GB.
"""
import argparse
import gzip
import json
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

from cyber_norms import dataset, package  # noqa: E402
from un_votes import schema, sources, states, votes  # noqa: E402

FOLDER = pathlib.Path(__file__).resolve().parent.parent / "graph_data/un-votes"
ABOUT = {
    "name": "un-votes",
    "title": "Votes and sponsors in the General Assembly of the United Nations, 1946 to 2026",
    "description": "Who voted how in the roll calls of the General Assembly, and who sponsored the resolutions of its "
                   "sessions 74 to 80.",
}


def build(raw):
    data = dataset.Dataset(schema.SCHEMA, sources.SOURCES)
    states.add_states(data, raw, votes.codes(raw))
    votes.add_roll_calls(data, raw)
    votes.add_resolutions(data, raw)
    votes.add_eligibility(data)
    states.add_decisions(data)
    return data


def files(data, raw):
    """Every file that the build makes, by name. Claims about one vote stand together, which compresses best."""
    made = data.tables(claims=["object", "relation", "source", "subject"])
    made["claims.csv.gz"] = gzip.compress(made.pop("claims.csv").encode(), mtime=0)
    made["schema.json"] = json.dumps(schema.SCHEMA, ensure_ascii=False, indent=2) + "\n"
    made["datapackage.json"] = package.datapackage(ABOUT, made, raw, data.sources)
    return made


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--out", type=pathlib.Path, default=FOLDER, help="folder to write to")
    args = parser.parse_args()
    data = build(FOLDER / "raw")
    args.out.mkdir(parents=True, exist_ok=True)
    for name, content in files(data, FOLDER / "raw").items():
        (args.out / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    print(f"{len(data.nodes)} nodes, {len(data.claims)} claims, {len(data.sources)} sources; written to {args.out}")


if __name__ == "__main__":
    main()
