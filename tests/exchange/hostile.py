# SPDX-License-Identifier: Apache-2.0
"""A graph that breaks writers and readers: markup, scripts, blanks, words and numbers that mean something to some of them,
ids that differ in case or accent alone. As node-link JSON, which holds all of it."""

TEXTS = ["R&D \"x\" <y> 'z'", "Türkiye", "日本", "مرحبا \u202bש", "😀 e\u0301", "x" * 10_000, "  leading", "tab\tin",
         "line\nbreak", "INF Treaty", "INFOSYS", "null", "NULL", "NaN", "   ", "a > < & b", "]]>", "0", "true", "back\\slash\\",
         "control\x01character", "a|b,c;d"]
IDS = ["R&D", "café", "cafe", "CAFE", "7"]  # of the first nodes; the others are plain
# Times with a gap, as a list of intervals: with both ends, in the wrong order, and open on both sides.
SPELLS = ["2018-11-12/2019-01-01|2020-01-01/2021-01-01", "2020-03-01/2020-04-01|2018-01-01/2018-02-01|2019-01-01/2019-02-01",
          "/2019-01-01|2020-01-01/"]
WEIGHTS = [16777217.0, 1e-37, 0.1, 3e38, 2.0]


def hostile_graph(directed=True, parallels=False):
    nodes, links = [], []
    ids = IDS + [f"n{k:02}" for k in range(len(IDS), len(TEXTS))]
    for k, text in enumerate(TEXTS):
        node = {"id": ids[k], "label": text, "text": text, "real": 0.1 * k - 0.7, "whole": (-1) ** k * (2**31 - 1), "long": 2**53 - k,
                "longer": 2**60 + k, "sure": k % 2 == 0, "x": k * 1.5, "y": -0.1 * k, "size": 4.0 + k, "r": 31, "g": 119, "b": 200 + k}
        if k % 3:
            node.update(sparse=text, sparse_real=1.0 / k)
        if k < len(SPELLS):
            node["valid_spells"] = SPELLS[k]
        nodes.append(node)
        for copy in range(2 if parallels else 1):
            links.append({"source": ids[k], "target": ids[(k + 1) % len(TEXTS)], "id": f"e{k:02}{copy}", "weight": WEIGHTS[k % 5],
                          "relation": "to" if copy else text, "said": text, "sign": k % 3 - 1, "valid_from": f"2018-11-{k + 1:02}",
                          "valid_to": f"2019-11-{k + 1:02}"})
            if k < len(SPELLS):  # they say more than the two dates
                links[-1]["valid_spells"] = SPELLS[-1 - k]
    return {"directed": directed, "multigraph": parallels, "graph": {"title": "Hostile & <others>"}, "nodes": nodes, "links": links}
