# SPDX-License-Identifier: Apache-2.0
"""The graph that every file of foreign/ holds, as far as its format and its writer can."""

NODES = {
    "n0": {"label": "France & friends", "kind": "state", "real": 0.1, "whole": -3, "sure": True, "note": "a <b> \"c\""},
    "n1": {"label": "Türkiye", "kind": "state", "real": -2.5e-7, "whole": 2147483647, "sure": False},
    "n2": {"label": "日本 😀", "kind": "state", "real": 1e300, "whole": 0, "sure": True, "note": "line\nbreak"},
    "n3": {"label": "Paris Call", "kind": "agreement", "real": 3.0, "whole": 7, "sure": False},
    "n4": {"label": "Alone", "kind": "company", "real": 12345.678901234567, "whole": 1, "sure": True},
}
# One pair has two relations, one node a tie with itself.
EDGES = [
    ("n0", "n3", {"weight": 1.5, "relation": "endorsed"}),
    ("n1", "n3", {"weight": 2.0, "relation": "endorsed"}),
    ("n2", "n3", {"weight": 0.25, "relation": "refused"}),
    ("n0", "n1", {"weight": 4.0, "relation": "backed"}),
    ("n0", "n1", {"weight": 1.0, "relation": "sued"}),
    ("n2", "n2", {"weight": 3.0, "relation": "backed"}),
]
