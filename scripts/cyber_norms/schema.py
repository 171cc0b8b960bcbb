# SPDX-License-Identifier: Apache-2.0
"""schema.json: the kinds of node, and what each relation joins, its aspect and its default stance."""

ACTORS = {
    "state": "a member of the United Nations, or named as a state by a list",
    "company": "a firm",
    "business-association": "a chamber of commerce or a professional association",
    "civil-society": "a foundation, association, think tank or other organisation outside government",
    "academia": "a university, school or research centre",
    "public-authority": "an agency, regional or local government, or other public body, kept apart from its state",
    "international-organisation": "an organisation of states or one that its list calls international",
    "coalition": "a body of members that speaks for itself; its members inherit nothing",
    "group": "actors named but not listed one by one",
    "person": "a human being",
}
ITEMS = {
    "agreement": "a text or membership that actors can support",
    "principle": "a numbered principle of an agreement",
    "provision": "a passage that is not a numbered principle",
    "vote": "a resolution: its roll call, where there was one, and its sponsors",
}
AROUND = {
    "bloc": "a region or other set of states",
    "body": "a working group, expert group or commission",
    "programme": "a scheme with operators: taking part in it is work, not support for a norm, so no view has it",
    "document": "a publication",
    "event": "a meeting",
    "place": "a place",
    "topic": "what an agreement is about, or a set that is counted",
}

_organised = [kind for kind in ACTORS if kind not in ("group", "person")]
_actor = list(ACTORS)
_support = ["agreement", "principle", "provision"]


def _relation(subjects, objects, aspect, stance, meaning, **more):
    return {"meaning": meaning, "subjects": subjects, "objects": objects, "aspect": aspect, "stance": stance, **more}


RELATIONS = {
    # Support
    "signed": _relation(_organised, _support, "support", 1, "put its name to the text"),
    "endorsed": _relation(_organised, _support, "support", 1, "declared its support"),
    "ratified": _relation(["state"], ["agreement"], "support", 1, "ratified or acceded to the treaty"),
    "member": _relation(_organised, ["agreement"], "support", 1, "is a party or member"),
    "associate-member": _relation(_organised, ["agreement"], "support", 1, "takes part without full membership"),
    "supporter": _relation(_organised, _support + ["body"], "support", 1, "is named as a supporter"),
    "partner": _relation(_organised, ["agreement"], "support", 1, "is named as a partner"),
    "core-group": _relation(_organised, ["agreement"], "support", 1, "is one of the core group behind the text"),
    "steering-committee": _relation(_organised, ["agreement"], "support", 1, "steers the coalition behind the text"),
    "launched": _relation(_organised, ["agreement"], "support", 1, "brought it into being"),
    "sponsored": _relation(["state"], ["agreement", "vote"], "support", 1, "put the draft forward"),
    "co-sponsored": _relation(["state"], ["agreement", "vote"], "support", 1,
                              "joined those who put the draft forward"),
    "declined": _relation(_organised, _support, "support", 0, "refused, says the source"),
    "not-signed": _relation(_organised + ["group"], _support, "support", None,
                            "was not among the signatories on that day, says the source"),
    "not-ratified": _relation(["state"], ["agreement"], "support", None,
                              "had not ratified the treaty on that day, says the source", says_absent=True),
    "not-invited": _relation(_organised, ["agreement"], "support", None, "was not invited, says the source"),
    "invited": _relation(_organised, ["agreement"], "support", None, "was invited to join"),
    "pledged": _relation(_organised, ["agreement"], "support", None, "said that it would join"),
    "withdrew": _relation(_organised, ["agreement"], "support", None, "left, or ordered that it be left, on that day"),
    # Opinion
    "criticised": _relation(_actor, _support + ["vote"], "opinion", -1, "spoke against it"),
    # Votes
    "voted": _relation(["state"], ["vote"], "vote", None, "voted; `value` is yes, abstain or no",
                       stance_of_value={"yes": 1, "abstain": 0, "no": -1}),
    # Around them: no stance, no aspect
    "contains": _relation(["agreement"], ["principle", "provision", "body"], None, None, "has this part"),
    "has-count": _relation(["agreement"], ["topic"], None, None, "`value` is how many of the set there are",
                           one_value=True),
    "is-legally-binding": _relation(["agreement"], ["topic"], None, None, "`value` is yes or no", one_value=True),
    "aims-to-prevent": _relation(["agreement"], ["topic"], None, None, "is meant to prevent it"),
    "promotes": _relation(["agreement", "group"], ["topic"], None, None, "wants more of it"),
    "similar-to": _relation(["agreement"], ["agreement"], None, None, "is likened to it"),
    "reconvenes-in": _relation(["agreement"], ["state"], None, None, "is to be discussed again there"),
    "speaks-for": _relation(["coalition", "civil-society"], ["agreement", "body"], None, None,
                            "is the actor that acts for this text or body"),
    "replaced-by": _relation(_organised, _organised, None, None, "its entry in a list now names the other"),
    "announced": _relation(["person"] + _organised, ["agreement"], None, None, "made the text public"),
    "co-drafted": _relation(_organised, ["agreement"], None, None, "worked on the text"),
    "case-study": _relation(_organised, ["principle"], None, None, "is an example shown for the principle"),
    "addresses": _relation(_organised + ["agreement", "vote", "document", "body"], ["principle", "topic"], None, None,
                           "its own text or statement is about it"),
    "chair": _relation(_organised, ["body"], None, None, "chairs it; `value` is how"),
    "participant": _relation(_organised, ["agreement", "body", "programme"], None, None,
                             "takes part, which is not support"),
    "secretariat": _relation(_organised, ["body"], None, None, "runs its office"),
    "leads-community-of-interest": _relation(_organised, ["principle"], None, None,
                                             "leads the group that works on the principle"),
    "member-of": _relation(["state"], ["bloc", "body"], None, None,
                           "belongs to the region or bloc, or was appointed to the group"),
    "holds-office": _relation(["person"], _organised, None, None, "`value` is the office"),
    "spoke-at": _relation(["person"], ["event"], None, None, "gave a speech there"),
    "took-place-at": _relation(["event"], ["place"], None, None, "was held there"),
    "published-at": _relation(["agreement"], ["event"], None, None, "was made public there"),
    "corrected": _relation(["company"], ["document"], None, None, "`value` is the statement withdrawn"),
    "has-active": _relation(["state"], ["topic"], None, None, "is said to run it"),
    "advocated": _relation(_organised, ["topic"], None, None, "spoke in favour of it"),
    "acted-against": _relation(_organised, ["group"], None, None, "took measures against it"),
    "attributed-to": _relation(_organised, ["state", "group"], None, None,
                               "the subject says that the object is behind what `value` names"),
    "worked-with": _relation(_organised, _organised + ["group"], None, None, "acted together with it"),
}

SCHEMA = {
    "kinds": {kind: {"role": role, "meaning": meaning}
              for role, kinds in (("actor", ACTORS), ("item", ITEMS), ("around", AROUND))
              for kind, meaning in kinds.items()},
    "aspects": {
        "support": "stands behind a text or does not",
        "opinion": "praise or criticism: shown, and used where asked",
        "vote": "a recorded vote",
    },
    "relations": RELATIONS,
}
