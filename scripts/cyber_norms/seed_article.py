# SPDX-License-Identifier: Apache-2.0
"""The 44 checkable facts of the WIRED article of 2018-11-12: each becomes at least one claim.

The article's own correction is kept as it happened: the claim of the first version, that the United Kingdom was
absent, is retracted; the claim of 2018-11-13 that it signed replaces it.
"""

from .dataset import read_csv
from .paris_call import CALL, COUNTED, LAUNCH
from .sources import WIRED
from .tech_accord import ACCORD

FACTS = 44

# Names that are no organisation of another list: node, kind, label.
NODES = {
    "Emmanuel Macron": ("person.emmanuel-macron", "person"),
    "Brad Smith": ("person.brad-smith", "person"),
    "Megan Stifel": ("person.megan-stifel", "person"),
    "Drew Mitnick": ("person.drew-mitnick", "person"),
    "Fancy Bear": ("group.fancy-bear", "group"),
    "US government authorities": ("group.us-government-authorities", "group"),
    "Other governments that did not endorse": ("group.other-governments-that-did-not-endorse", "group"),
    "WIRED": ("company.wired", "company"),
    "statement that the United Kingdom had not signed": ("document.wired-2018-11-12", "document"),
    "Paris event of 2018-11-12": ("event.paris-event-2018-11-12", "event"),
    "Paris Call: cooperation against cyber criminality":
        ("provision.paris-call.cooperation-against-cyber-criminality", "provision"),
    "foreign interference in elections": ("topic.foreign-interference-in-elections", "topic"),
    "private companies hacking back": ("topic.private-companies-hacking-back", "topic"),
    "digital hygiene": ("topic.digital-hygiene", "topic"),
    "coordinated disclosure of technical vulnerabilities": ("topic.coordinated-vulnerability-disclosure", "topic"),
    "cyberwar initiatives": ("topic.cyberwar-initiatives", "topic"),
    "regulation of facial recognition technology": ("topic.regulation-of-facial-recognition", "topic"),
    "cybersecurity grounded in state sovereignty and control":
        ("topic.cybersecurity-grounded-in-state-sovereignty", "topic"),
}
LABELS = {"document.wired-2018-11-12": "WIRED article of 2018-11-12 on the Paris Call"}
# Names that are a node made elsewhere.
KNOWN = {
    "Paris Call for Trust and Security in Cyberspace": CALL,
    "Cybersecurity Tech Accord": ACCORD,
    "Paris Call principle 4: intellectual property": "principle.paris-call.4",
    "United States": "state.usa", "Russia": "state.rus", "China": "state.chn", "Iran": "state.irn",
    "Israel": "state.isr", "United Kingdom": "state.gbr", "France": "state.fra", "Germany": "state.deu",
}
COUNTS = {
    "principles": ("topic.paris-call-principles", "Principles of the Paris Call"),
    "states": COUNTED["states"],
    "nonprofits-and-universities": COUNTED["civil_society"],
    "private-corporations-and-groups": COUNTED["private_sector"],
    "companies": ("topic.tech-accord-companies", "Companies that signed the Tech Accord"),
}
OFFICES = {  # relation of the list -> the office
    "president-of": "President",
    "cybersecurity-policy-director-of": "Cybersecurity Policy Director",
    "policy-counsel-of": "Policy Counsel",
}
RELATIONS = {"promote": "promotes"}
VALUES = {"attributed-to": "malicious domains that the subject seized",
          "corrected": "statement that the United Kingdom had not signed"}


def _node(dataset, actors, name):
    if name in KNOWN:
        return KNOWN[name]
    if name in NODES:
        node, kind = NODES[name]
        return dataset.node(node, kind, LABELS.get(node, name[0].upper() + name[1:]))
    return actors.organisation(name, "seed_facts", "company")


def _number(text):
    return text.replace("more than ", ">")


def add_facts(dataset, actors, raw):
    """Gives the ids of the claims of each fact, in the order of the list."""
    for name, node in KNOWN.items():
        if node.startswith("state."):
            actors.bind(name, "seed_facts", node, "the state's short name")
    made = []
    for row in read_csv(raw / "seed_facts.csv"):
        made.append(_add_fact(dataset, actors, row))
        if row["source"] != WIRED or not made[-1]:
            raise ValueError(f"no claim for {row}")
    if len(made) != FACTS:
        raise ValueError(f"{len(made)} facts, not {FACTS}")
    _add_events(dataset)
    return made


def _add_fact(dataset, actors, row):
    subject, relation, object_ = _node(dataset, actors, row["subject"]), row["relation"], row["object"]
    more = {"from_": row["date"], "value": VALUES.get(relation, "")}
    if relation.startswith("has-count:"):
        counted = relation.partition(":")[2]
        topic, label = COUNTS[counted]
        more["note"] = "counts " + counted.replace("-", " ")
        more["value"], relation, object_ = _number(object_), "has-count", dataset.node(topic, "topic", label)
    elif relation == "is-legally-binding":
        more["value"], object_ = object_, dataset.node("topic.legal-force", "topic", "Legal force")
    elif relation == "holds-office":
        office, _, country = object_.partition(" of ")
        more["value"], object_ = office, _node(dataset, actors, country)
    elif relation in OFFICES:
        more["value"], relation, object_ = OFFICES[relation], "holds-office", _node(dataset, actors, object_)
    else:
        object_ = _node(dataset, actors, object_)
    relation = RELATIONS.get(relation, relation)
    if relation == "holds-office":
        more["from_"] = f"[..{row['date']}]"  # in office on that day
    if relation == "corrected":
        more["recorded"] = row["date"]
    claims = []
    if (subject, relation) == ("state.gbr", "signed"):
        claims.append(dataset.claim(subject, "not-signed", object_, WIRED, "first version: paragraph on the absent "
                                    "states", from_=row["date"], status="retracted",
                                    note="withdrawn by the article's correction of 2018-11-13"))
        more.update(recorded="2018-11-13", replaces=claims[0])
    if relation == "not-signed" and subject == "state.usa":
        more.update(until="2021-11-11", note="its end is from src.diplomatie-united-states-2021")
    if subject == "group.other-governments-that-did-not-endorse":
        claims.append(dataset.claim(subject, "not-signed", CALL, WIRED, row["sentence"], from_=row["date"]))
    claims.append(dataset.claim(subject, relation, object_, WIRED, row["sentence"], **more))
    return claims


def _add_events(dataset):
    """The sentence of the first fact names the forum and the house in which the Call was announced."""
    lead = "lead: speech at the Internet Governance Forum held at UNESCO in Paris"
    forum = dataset.node("event.internet-governance-forum-2018", "event", "Internet Governance Forum, Paris, 2018-11")
    place = dataset.node("place.unesco-paris", "place", "UNESCO, Paris")
    dataset.claim("person.emmanuel-macron", "spoke-at", forum, WIRED, lead, from_=LAUNCH)
    dataset.claim(forum, "took-place-at", place, WIRED, lead, from_=LAUNCH)
    dataset.claim(CALL, "published-at", forum, WIRED, lead, from_=LAUNCH)
    provision = NODES["Paris Call: cooperation against cyber criminality"][0]
    dataset.claim(CALL, "contains", provision, WIRED, "blog post of the same Monday; fear of data sharing without a "
                  "court order", from_=LAUNCH)
