# SPDX-License-Identifier: Apache-2.0
"""schema.json of un-votes; relations that cyber-norms has, too, are the same there."""

SCHEMA = {
    "kinds": {
        "state": {"role": "actor", "meaning": "votes in the General Assembly, now or once"},
        "vote": {"role": "item", "meaning": "a resolution or another text, or one of several roll calls on it"},
        "topic": {"role": "around", "meaning": "what a text is about"},
    },
    "aspects": {
        "support": "stands behind a text or does not",
        "vote": "a recorded vote",
    },
    "relations": {
        "voted": {"meaning": "voted; `value` is yes, abstain or no", "subjects": ["state"], "objects": ["vote"],
                  "aspect": "vote", "stance": None, "stance_of_value": {"yes": 1, "abstain": 0, "no": -1}},
        "sponsored": {"meaning": "put the draft forward", "subjects": ["state"], "objects": ["vote"],
                      "aspect": "support", "stance": 1},
        "co-sponsored": {"meaning": "joined those who put the draft forward", "subjects": ["state"],
                         "objects": ["vote"], "aspect": "support", "stance": 1},
        "addresses": {"meaning": "is about the topic", "subjects": ["vote"], "objects": ["topic"], "aspect": None,
                      "stance": None},
    },
}
