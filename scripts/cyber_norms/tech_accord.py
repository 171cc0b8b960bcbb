# SPDX-License-Identifier: Apache-2.0
"""The Cybersecurity Tech Accord: founders, later signatories, principles, and companies named as absent."""

from .dataset import read_csv
from .sources import ALLIANCE

ACCORD = "agreement.tech-accord"
LAUNCH = "2018-04-17"
LIST = "tech_accord_signatories"


def add_accord(dataset, raw):
    dataset.node(ACCORD, "agreement", "Cybersecurity Tech Accord", category="industry pledge", from_=LAUNCH)
    dataset.alias(ACCORD, "Tech Accord")
    dataset.node("coalition.tech-accord", "coalition", "Cybersecurity Tech Accord (the signatories as a body)",
                 category="industry pledge", from_=LAUNCH)
    for row in read_csv(raw / "tech_accord_principles.csv"):
        principle = dataset.node(f"principle.tech-accord.{row['number']}", "principle", row["title"], from_=LAUNCH,
                                 note=row["summary"])
        dataset.alias(principle, f"Tech Accord principle {row['number']}")
        dataset.claim(ACCORD, "contains", principle, row["source"], f"principle {row['number']}", from_=LAUNCH)


def add_founders(dataset, actors, raw):
    """They come before the Paris Call's list, so that VMware and LinkedIn keep the spelling of their own list."""
    for row in read_csv(raw / f"{LIST}.csv"):
        if row["wave"] == "founding":
            node = actors.organisation(row["name"], LIST, "company", row["country"], "company")
            dataset.claim(node, "signed", ACCORD, row["source"], f"list of the founders: {row['name']}",
                          from_=row["date_joined"])


def add_later(dataset, actors, raw):
    """The Paris Call's site marks signatories, founders among them, without a date of joining."""
    for row in read_csv(raw / f"{LIST}.csv"):
        name = row["also_listed_as"] if row["wave"] == "founding" else row["name"]
        if name:
            node = actors.organisation(row["name"], LIST, "company", row["country"], "company")
            dataset.claim(node, "signed", ACCORD, ALLIANCE, f"front matter field alliance: {name}",
                          from_=f"[{LAUNCH}..2019-09-16]")
    list_ = "cybersecurity-tech-accord-absent"
    for row in read_csv(raw / f"{list_}.csv"):
        node = actors.organisation(row["actor"], list_, "company")
        dataset.claim(node, "not-signed", ACCORD, row["source"], row["actor"], from_=row["date"])
    dataset.claim("coalition.tech-accord", "speaks-for", ACCORD,
                  "ambanum/pariscall.international@916433b20a",
                  "_includes/pages/texts/en/case-studies/principle-8.md", from_=f"[{LAUNCH}..2025-11-26]")
