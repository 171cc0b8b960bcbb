# SPDX-License-Identifier: Apache-2.0
"""Expert groups, a commission and a programme. Being appointed to a group, or running disclosure under the rules of
a programme, endorses nothing: such claims take no stance, and their objects are no items."""

from . import agreement_lists
from .dataset import read_csv
from .paris_call import LIST
from .sources import CVE_SITE, SNAPSHOT

_TERMS = {"2012/2013": ("body.un-gge-2012-2013", "2012", "2014"), "2019/2021": ("body.un-gge-2019-2021", "2019", "2022")}
COMMISSION = "body.gcsc"
PROGRAMME = "programme.cve"
# Two that also act: their entries in the Paris Call's list.
_ACT = [("Global Commission on the Stability of Cyberspace (GCSC)", COMMISSION),
        ("Global Forum on Cyber Expertise", "agreement.gfce")]


def add_bodies(dataset, raw):
    about = {row["slug"]: row for row in read_csv(raw / "agreements.csv")}
    for term, (node, from_, until) in _TERMS.items():
        dataset.node(node, "body", f"{about['un-gge']['title']}, {term.replace('/', ' to ')}",
                     category=about["un-gge"]["kind"], from_=from_, until=until)
        dataset.alias(node, "UN GGE " + term)
    for node, kind, slug, short in [(COMMISSION, "body", "gcsc", "GCSC"),
                                    (PROGRAMME, "programme", "cve-numbering-authorities", "CVE Programme")]:
        dataset.node(node, kind, about[slug]["title"], category=about[slug]["kind"], from_=about[slug]["date"],
                     note=about[slug]["coverage"])
        dataset.alias(node, short)


def add_members(dataset, actors, raw):
    for row in read_csv(raw / "un-gge.csv"):
        group, from_, until = _TERMS[row["date"]]
        node = agreement_lists.node_of(dataset, actors, "un-gge", row)
        dataset.claim(node, "member-of", group, row["source"], row["actor"], from_=from_, until=until)
    for row in read_csv(raw / "gcsc.csv"):
        node = agreement_lists.node_of(dataset, actors, "gcsc", row)
        origin = dataset.source(row["source"])
        seen = row["date"] or origin["date"] or origin["retrieved"]
        dataset.claim(node, row["relation"], COMMISSION, row["source"], row["actor"],
                      from_=agreement_lists.within(dataset.nodes[COMMISSION]["from"], seen))
    entries = {row["name"]: row for row in read_csv(raw / f"{LIST}.csv")}
    for name, node in _ACT:
        dataset.claim(actors.known(name, LIST), "speaks-for", node, SNAPSHOT, entries[name]["source"].split("@")[0],
                      from_=f"[..{entries[name]['first_listed']}]", note="the entry of the list is itself")
    list_ = "cve-numbering-authorities"
    for row in read_csv(raw / f"{list_}.csv"):
        node = agreement_lists.node_of(dataset, actors, list_, row)
        files = row["source"].split(" ", 1)[1].split("@")[0]
        dataset.claim(node, row["relation"], PROGRAMME, CVE_SITE, f"{files}: {row['actor']}",
                      from_=row["date"] or f"[{dataset.nodes[PROGRAMME]['from']}..2024-10-08]")
