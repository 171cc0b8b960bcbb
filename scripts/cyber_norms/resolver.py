# SPDX-License-Identifier: Apache-2.0
"""Which node a name means, by decision or by rule.

A name in a list: what same_as.csv says. Any other name, and a name in a list that the tables do not know: the rules,
from strict to loose. The first rule that finds a node decides; where it finds two, the name means neither.

    label, alias  the label or an alias of a node, but for case and white space; of two, the actor (coalition.tech-accord
                  and not the agreement)
    spelling      also but for accents, punctuation, an article, `&` or `and`, centre or center
    legal form    also but for Inc., GmbH, S.A. ... at the end
    spacing       also but for blanks
    word order    the same words in another order, small words left out
    short form    what stands outside or inside brackets, where one is the other's acronym
    state         `Republic of`, `Royaume de` ... before a state's name, unless the state has a Democratic, an Arab ...
                  in its long name: those tell states apart
    chamber       the American chamber of commerce (AmCham) of a country, in whatever words
    Turkish       letters of a Turkish code page read as another: TÜRKÝYE
    acronym       three letters or more that are the initials of one actor alone

Nothing is found by likeness: `Guinea` is not `Guinea-Bissau`, `Hitachi` is not `Hitachi Energy`. A refusal in
same_as.csv overrules every rule. O(length of the name) after an index over all names.
"""

import collections
import dataclasses
import re

from . import names, spelling

_RULES = [
    ("spelling", lambda text: " ".join(spelling.without_article(spelling.plain(text).split()))),
    ("legal form", spelling.core),
    ("spacing", spelling.squeezed),
    ("word order", lambda text: spelling.bag(text) if " " in spelling.bag(text) else ""),
]
_LONG_FORM = re.compile(
    r"(?:the )?(?:federal |federative |independent |islamic |grand )*(?:republic|kingdom|state|principality|duchy|"
    r"sultanate|commonwealth|union|republique|royaume|etat|principaute|grand duche|sultanat|confederation|republiek|"
    r"koninkrijk|staat)(?: (?:federale|federative|islamique|independant|unie))* (?:of|de|du|des|d|van)"
    r"(?: (?:the|la|le|les|l|de|het))? (.+)")
_TELLS_APART = set("democratic democratique people peoples populaire peuple arab arabe socialist socialiste turkish "
                   "turque islamic islamique democratische volksrepubliek".split())
_NO_ACTORS = set("agreement principle provision vote bloc body document event place topic".split())
_CHAMBER = re.compile(r"\bamcham\b|\bamerican(?:\w+)? chamber of commerce\b|\bcamara de comercio\b.*\bamerican?a?\b|"
                      r"\bchambre de commerce americaine\b")
_TURKISH = str.maketrans("ÝýÞþÐð", "İıŞşĞğ")
_NO_COUNTRY = set("american america americana americaine republic republique republica united states state saint "
                  "islands chamber commerce".split())


@dataclasses.dataclass(frozen=True)
class Answer:
    """The node, or none; the rule that found it; the nodes between which it could not choose."""
    node: str
    rule: str
    among: tuple = ()


NOBODY = Answer("", "no rule finds it")


class Resolver:
    def __init__(self, nodes, same_as):
        """Rows of nodes.csv and same_as.csv."""
        self.decided, self.refused = {}, collections.defaultdict(set)
        self.labels, self.names = collections.defaultdict(set), collections.defaultdict(set)
        self.by_rule = {rule: collections.defaultdict(set) for rule, _ in _RULES}
        self.by_initials = collections.defaultdict(set)
        self.long_words = collections.defaultdict(set)
        self.country_words, self.chambers = collections.defaultdict(set), collections.defaultdict(set)
        for row in nodes:
            if row["kind"] == "state":
                for name in [row["label"], *row["aliases"].split("|")]:
                    for word in spelling.plain(name).split():
                        if len(word) >= 4 and word not in _NO_COUNTRY and word not in spelling.SMALL_WORDS:
                            self.country_words[word[:5]].add(row["country"])
        for row in nodes:
            known = [row["label"], *filter(None, row["aliases"].split("|"))]
            self.labels[names.fold(row["label"])].add(row["id"])
            for name in known:
                self.names[names.fold(name)].add(row["id"])
                for rule, form in _RULES:
                    self.by_rule[rule][form(name)].add(row["id"])
                if row["kind"] == "state":
                    self.long_words[row["id"]] |= set(spelling.plain(name).split()) & _TELLS_APART
                elif len(spelling.initials(name)) > 2:
                    self.by_initials[spelling.initials(name)].add(row["id"])
            if row["kind"] == "business-association" and _CHAMBER.search(spelling.plain(row["label"])):
                self.chambers[self._country(row["label"]) or row["country"]].add(row["id"])
        for row in same_as:
            key = names.fold(row["name"]), row["list"]
            if row["decided"] == "same":
                self.decided[key] = row["node"]
            else:
                self.refused[key].add(row["node"])

    def resolve(self, name, list_=""):
        key = names.fold(name), list_
        if key in self.decided:
            return Answer(self.decided[key], "decided")
        answer = self._by_rules(name)
        return NOBODY if answer.node in self.refused[key] else answer

    def _by_rules(self, name):
        answer = self._alike(name)
        if answer is NOBODY:
            answer = self._short_form(name)
        if answer is NOBODY:
            answer = self._state(name)
        if answer is NOBODY and _CHAMBER.search(spelling.plain(name)) and self._country(name):
            answer = _one(self.chambers[self._country(name)], "chamber")
        if answer is NOBODY and name.translate(_TURKISH) != name:
            answer = self._alike(name.translate(_TURKISH))
        if answer is NOBODY and spelling.is_acronym(name) and len(spelling.squeezed(name)) > 2:
            answer = _one(self.by_initials[spelling.squeezed(name)], "acronym")
        return answer

    def _alike(self, name):
        fold = names.fold(name)
        if self.names[fold]:
            return _one(self.names[fold], "label" if self.labels[fold] else "alias")
        for rule, form in _RULES:
            key = form(name)
            if key and self.by_rule[rule][key]:
                return _one(self.by_rule[rule][key], rule)
        return NOBODY

    def _short_form(self, name):
        found = set()
        for form in spelling.short_forms(name):
            answer = self._alike(form)
            found |= {answer.node} if answer.node else set(answer.among)
        return _one(found, "short form")

    def _state(self, name):
        long_form = _LONG_FORM.fullmatch(spelling.plain(name))
        if not long_form:
            return NOBODY
        found = {node for node in self.by_rule["spelling"][long_form.group(1)] if node.startswith("state.")}
        return NOBODY if any(self.long_words[node] for node in found) else _one(found, "state")

    def _country(self, name):
        """The one country of which a name speaks, also as an adjective: the first five letters count."""
        words = [word for word in spelling.plain(name).split() if len(word) >= 4 and word not in _NO_COUNTRY]
        found = set().union(*(self.country_words[word[:5]] for word in words if word[:5] in self.country_words))
        return min(found) if len(found) == 1 else ""


def _one(nodes, rule):
    if not nodes:
        return NOBODY
    if len(nodes) > 1:
        nodes = {node for node in nodes if node.partition(".")[0] not in _NO_ACTORS} or nodes
    if len(nodes) > 1:
        return Answer("", rule, tuple(sorted(nodes)))
    return Answer(next(iter(nodes)), rule)
