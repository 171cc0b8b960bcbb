# SPDX-License-Identifier: Apache-2.0
"""Times the program on graph_data/un-votes, a million claims, beside python-igraph where it is installed.

    /usr/bin/python3 scripts/bench.py [--program build/release/entente] [--runs 5]

Prints of each command the median and the least of the runs, in seconds from start to end, the median of the processor's
seconds (which a busy machine changes little), and the most memory that it took. The peer reads the same edges as a list of numbers, which is less work than a data set: the program writes them
first. Igraph is GPL and only ever started as a process of its own.
"""
import argparse
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
DATA = ROOT / "graph_data/un-votes"
COMMANDS = [["check"], ["run", "pagerank"], ["run", "leiden"], ["run", "project", "--side", "actor"]]

PEER = """
import sys, igraph
with open(sys.argv[2]) as file:
    edges = [line.split(",") for line in file.read().splitlines()[1:]]
graph = igraph.Graph.TupleList(((edge[0], edge[1]) for edge in edges), directed=False)
if sys.argv[1] == "pagerank":
    graph.pagerank()
elif sys.argv[1] == "leiden":
    for _ in range(20):
        graph.community_leiden("modularity", n_iterations=-1)
else:
    graph.vs["type"] = [not name.startswith("state.") for name in graph.vs["name"]]
    graph.bipartite_projection(which=False)
"""


def measure(command):
    """Seconds from start to end, seconds of the processor, and the peak of the memory in MB."""
    begin = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - begin
    if status != 0:
        raise SystemExit(f"failed: {' '.join(map(str, command))}")
    return seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def report(title, command, runs):
    seconds, processor, memory = zip(*(measure(command) for _ in range(runs)))
    print(f"{statistics.median(seconds):7.2f} {min(seconds):7.2f} {statistics.median(processor):7.2f} {max(memory):6.0f}  "
          f"{title}", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--program", type=pathlib.Path, default=ROOT / "build/release/entente")
    parser.add_argument("--runs", type=int, default=5)
    args = parser.parse_args()
    print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f} before; {args.runs} runs\n median   least     CPU     MB")
    for words in COMMANDS:
        command = [args.program, *words[:2], DATA, *words[2:], "--quiet", "--out", os.devnull]
        report("entente " + " ".join([*words[:2], "graph_data/un-votes", *words[2:]]), command, args.runs)
    if subprocess.run([sys.executable, "-c", "import igraph"], stderr=subprocess.DEVNULL, check=False).returncode:
        print("python3-igraph is not installed: no peer")
        return
    with tempfile.TemporaryDirectory() as folder:
        edges = pathlib.Path(folder) / "edges.csv"
        subprocess.run([args.program, "export", DATA, edges, "--view", "two-mode"], check=True,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for method in ("pagerank", "leiden", "projection"):
            report(f"igraph {method}, edges read from a .csv", [sys.executable, "-c", PEER, method, edges], args.runs)


if __name__ == "__main__":
    main()
