# SPDX-License-Identifier: Apache-2.0
"""States and their regions.

A state is a node if Unicode CLDR counts it among the members of the United Nations (its codes are ISO 3166-1), or if
a list here names it as a state.
Names come from countries.csv, more English, French and Dutch ones from CLDR, regions from CLDR: a state belongs to its
M49 region, to the sub-region above (Sub-Saharan Africa, Latin America and the Caribbean) and to the continent.
"""

import collections
import xml.etree.ElementTree as xml

from . import names
from .dataset import read_csv
from .sources import CLDR

REGIONS = "cldr_territories.xml"
NAMES = "cldr_names.xml"
CONTINENTS = ["002", "009", "019", "142", "150"]
SUB_REGIONS = ["202", "419"]

# Named in raw/paris_call_corrections.csv (code SCG, withdrawn in 2006): the state whose votes until then stand under
# the code YUG. No claim about Serbia is made from them.
SERBIA_AND_MONTENEGRO = ("state.scg", "Serbia and Montenegro", "SCG", "2006")


# Named as states by lists here, or listed as members of a bloc: code -> what the node says of it.
OTHERS = {
    "PSE": "named as a state by the list of the convention against cybercrime",
    "TWN": "named as a state by the lists of the Clean Network and of the Declaration for the Future of the Internet",
    "VAT": "listed as a member of the OSCE",
    "XKX": "named as a state by the lists of the Declaration for the Future of the Internet and of the Pall Mall code; "
           "the code is not part of ISO 3166-1",
}
CLDR_DAY = "2022-09-27"


def containment(raw):
    """Which numeric regions contain which territories, without CLDR's deprecated rows."""
    groups = collections.defaultdict(list)
    for group in xml.parse(raw / REGIONS).getroot().iter("group"):
        if group.get("status") != "deprecated":
            groups[group.get("type")] += group.get("contains").split()
    return groups


def regions_of(groups, territory):
    """The M49 regions of a territory, the smallest first."""
    found, frontier = [], [territory]
    while frontier:
        frontier = [region for region, parts in groups.items()
                    if region.isdigit() and region not in ("001", "003") and set(parts) & set(frontier)]
        found += [region for region in frontier if region not in found]
    return found


def other_names(raw):
    """The names that CLDR gives a territory: English, French, Dutch, their variants, and the English short forms."""
    found = collections.defaultdict(list)
    for language in xml.parse(raw / NAMES).getroot().iter("territories"):
        for territory in language.iter("territory"):
            if territory.get("alt") != "short" or language.get("language") == "en":
                found[territory.get("type")].append(names.label(territory.text.replace("\u200b", "")))
    return found


def add_states(dataset, actors, raw):
    groups = containment(raw)
    members = set(groups["UN"])
    listed = read_csv(raw / "countries.csv")
    rows = [row for row in listed if row["iso2"] in members]
    if len(rows) != len(members):
        raise ValueError("countries.csv lacks members of the United Nations")
    rows += [row for row in listed if row["iso3"] in OTHERS]
    more = other_names(raw)
    spellings = collections.Counter(
        fold for row in rows
        for fold in {names.fold(name) for name in [row["name"], *row["aliases"].split("; "), *more[row["iso2"]]]})
    region_names = {t.get("type"): t.text for t in xml.parse(raw / REGIONS).getroot().iter("territory")}
    for row in rows:
        node = dataset.node("state." + row["iso3"].lower(), "state", row["name"], country=row["iso3"],
                            category="named as a state" if row["iso3"] in OTHERS else "member of the United Nations",
                            note=OTHERS.get(row["iso3"], ""))
        actors.bind(row["name"], "countries", node)
        for alias in row["aliases"].split("; ") + more[row["iso2"]]:
            if alias and spellings[names.fold(alias)] == 1:
                dataset.alias(node, alias)
        for region in regions_of(groups, row["iso2"]):
            bloc = dataset.node("bloc.m49-" + region, "bloc", region_names[region], category="UN M49 region")
            dataset.claim(node, "member-of", bloc, CLDR, f"supplementalData.xml territoryContainment {region}",
                          from_=f"[..{CLDR_DAY}]")
    node, label, country, until = SERBIA_AND_MONTENEGRO
    dataset.node(node, "state", label, country=country, category="former member of the United Nations", until=until,
                 note="its code SCG was withdrawn in 2006; kept apart from Serbia and Montenegro")
