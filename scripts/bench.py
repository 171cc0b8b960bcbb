# SPDX-License-Identifier: Apache-2.0
"""Times the program, beside a peer where one is installed, and prints each command that it times.

    /usr/bin/python3 scripts/bench.py [GROUP...] [--program build/release/entente] [--runs 5]

    program   start-up, check and analyze on graph_data/cyber-norms
    claims    graph_data/un-votes, a million claims; the peer reads the same edges as a list
    edges     an edge list of ten million lines, made at random
    graphml   GraphML and GEXF of a million edges, plain and with five attributes
    layout    ForceAtlas2 of 1,400 and of 100,000 nodes

Without GROUP all of them. A row has, of each command, the median and the least of the runs, in seconds from start to end, the
median of the processor's seconds (which a busy machine changes little), and the most memory that it took; what writing alone
takes is a difference of medians. The peers are python3-igraph, which is GPL and only ever started as a process of its own, and
bare expat: it reads the same file and keeps nothing.
"""
import argparse
import os
import pathlib
import random
import shlex
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
NORMS = ROOT / "graph_data/cyber-norms"
VOTES = ROOT / "graph_data/un-votes"

IGRAPH = """
import sys, igraph
with open(sys.argv[2]) as file:
    edges = [line.split(",") for line in file.read().splitlines()[1:]]
graph = igraph.Graph.TupleList(((edge[0], edge[1]) for edge in edges), directed=False)
if sys.argv[1] == "degree":
    graph.degree()
elif sys.argv[1] == "components":
    graph.connected_components()
elif sys.argv[1] == "pagerank":
    graph.pagerank()
elif sys.argv[1] == "leiden":
    for _ in range(20):
        graph.community_leiden("modularity", n_iterations=-1)
else:
    graph.vs["type"] = [not name.startswith("state.") for name in graph.vs["name"]]
    graph.bipartite_projection(which=False)
"""
IGRAPH_GRAPHML = "import sys, igraph; igraph.Graph.Read_GraphML(sys.argv[1])"
EXPAT = "import sys, xml.parsers.expat as x; x.ParserCreate().ParseFile(open(sys.argv[1], 'rb'))"
ATTRIBUTES = [("since", "int"), ("strength", "double"), ("source_text", "string"), ("signed", "boolean"), ("seen", "long")]


class Bench:
    """What runs commands one after another and prints a row of each."""

    def __init__(self, program, runs, folder):
        self.program, self.runs, self.folder = program, runs, folder
        self.igraph = subprocess.run([sys.executable, "-c", "import igraph"], stderr=subprocess.DEVNULL, check=False).returncode == 0

    def row(self, title, command, status=0):
        """Prints what the command takes. The medians, of seconds and of the processor's."""
        seconds, processor, memory = zip(*(measure(command, status) for _ in range(self.runs)))
        medians = statistics.median(seconds), statistics.median(processor)
        print(f"{medians[0]:8.3f} {min(seconds):8.3f} {medians[1]:8.3f} {max(memory):6.0f}  {title}", flush=True)
        return medians

    def entente(self, *words, status=0):
        return self.row(shlex.join(["entente", *(self.shown(word) for word in words)]), [self.program, *words], status)

    def difference(self, title, whole, part):
        print(f"{whole[0] - part[0]:8.3f} {'':8} {whole[1] - part[1]:8.3f} {'':6}  {title}", flush=True)

    def peer(self, title, code, *words):
        if code in (IGRAPH, IGRAPH_GRAPHML) and not self.igraph:
            print("python3-igraph is not installed: no peer")
        else:
            self.row(title, [sys.executable, "-c", code, *words])

    def shown(self, word):
        path = pathlib.Path(word)
        for folder in (self.folder, ROOT):
            if path.is_relative_to(folder):
                return str(path.relative_to(folder))
        return str(word)


def measure(command, expected=0):
    """Seconds from start to end, seconds of the processor, and the peak of the memory in MB."""
    begin = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - begin
    if os.waitstatus_to_exitcode(status) != expected:
        raise SystemExit(f"failed: {' '.join(map(str, command))}")
    return seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def bench_program(bench):
    bench.entente("--version")
    bench.entente("check", NORMS)
    bench.entente("analyze", NORMS, "--effort", "quick", "--out", bench.folder / "analysis", "--quiet")


def bench_claims(bench):
    for words in (["check"], ["run", "pagerank"], ["run", "leiden"], ["run", "project", "--side", "actor"]):
        at = 1 if words[0] == "check" else 2
        bench.entente(*words[:at], VOTES, *words[at:], "--quiet", "--out", os.devnull)
    edges = bench.folder / "votes.csv"
    subprocess.run([bench.program, "export", VOTES, edges, "--view", "two-mode"], check=True, capture_output=True)
    for method in ("pagerank", "leiden", "projection"):
        bench.peer(f"igraph: {method} of the same edges, from a .csv", IGRAPH, method, edges)


def bench_edges(bench):
    edges = bench.folder / "edges.csv"
    rng = random.Random(1)
    nodes = 1_000_000
    with open(edges, "w", encoding="ascii") as file:
        file.write("source,target\n")
        for _ in range(100):
            file.write("".join(f"{int(rng.random() * nodes)},{int(rng.random() * nodes)}\n" for _ in range(100_000)))
    for method in ("degree", "components", "pagerank"):
        bench.entente("run", method, edges, "--quiet", "--out", os.devnull)
    bench.peer("igraph: degree of the same file", IGRAPH, "degree", edges)


def write_graphml(path, attributes):
    """A million edges among a hundred thousand nodes, ten keys at the most, as programs write them."""
    rng = random.Random(2)
    nodes, edges = 100_000, 1_000_000
    with open(path, "w", encoding="ascii") as file:
        file.write('<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n')
        for name, kind in attributes:
            file.write(f'<key id="{name}" for="edge" attr.name="{name}" attr.type="{kind}"/>\n')
        file.write('<graph edgedefault="undirected">\n')
        file.writelines(f'<node id="n{v}"/>\n' for v in range(nodes))
        for _ in range(edges):
            ends = f'<edge source="n{int(rng.random() * nodes)}" target="n{int(rng.random() * nodes)}"'
            if not attributes:
                file.write(ends + "/>\n")
                continue
            values = (rng.randrange(1946, 2027), rng.random(), f"list {rng.randrange(5000)}", rng.choice(("true", "false")),
                      rng.randrange(1 << 40))
            file.write(ends + ">" + "".join(f'<data key="{name}">{value}</data>'
                                            for (name, _), value in zip(attributes, values)) + "</edge>\n")
        file.write("</graph>\n</graphml>\n")


def bench_graphml(bench):
    for name, attributes in (("plain", []), ("attributes", ATTRIBUTES)):
        graphml = bench.folder / f"{name}.graphml"
        write_graphml(graphml, attributes)
        bench.entente("run", "degree", graphml, "--quiet", "--out", os.devnull)
        bench.peer(f"bare expat: {name}.graphml", EXPAT, graphml)
        bench.peer(f"igraph: {name}.graphml", IGRAPH_GRAPHML, graphml)
        # It ends with status 1 once the file is read: there is no folder to write to.
        reading = bench.entente("export", graphml, bench.folder / "no-folder/written.graphml", "--quiet", status=1)
        for ending in ("graphml", "gexf"):
            whole = bench.entente("export", graphml, bench.folder / f"{name}-written.{ending}", "--quiet")
            bench.difference(f"writing {name}-written.{ending} alone: the row above less the reading", whole, reading)
        gexf = bench.folder / f"{name}-written.gexf"
        bench.entente("run", "degree", gexf, "--quiet", "--out", os.devnull)
        bench.peer(f"bare expat: {name}-written.gexf", EXPAT, gexf)


def bench_layout(bench):
    rng = random.Random(3)
    for nodes, edges in ((1400, 7000), (100_000, 500_000)):
        path = bench.folder / f"layout-{nodes}.csv"
        path.write_text("source,target\n" + "".join(f"{rng.randrange(nodes)},{rng.randrange(nodes)}\n" for _ in range(edges)),
                        encoding="ascii")
        bench.entente("run", "layout", path, "--quiet", "--out", os.devnull)


GROUPS = {"program": bench_program, "claims": bench_claims, "edges": bench_edges, "graphml": bench_graphml, "layout": bench_layout}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("groups", metavar="GROUP", nargs="*", default=[], help=", ".join(GROUPS))
    parser.add_argument("--program", type=pathlib.Path, default=ROOT / "build/release/entente")
    parser.add_argument("--runs", type=int, default=5)
    args = parser.parse_args()
    for group in args.groups:
        if group not in GROUPS:
            parser.error(f"no group '{group}': expected {', '.join(GROUPS)}")
    print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f} before; {args.runs} runs\n  median    least      CPU     MB")
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(args.program.resolve(), args.runs, pathlib.Path(folder))
        for group in args.groups or GROUPS:
            GROUPS[group](bench)


if __name__ == "__main__":
    main()
