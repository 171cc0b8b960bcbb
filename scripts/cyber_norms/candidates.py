# SPDX-License-Identifier: Apache-2.0
"""Pairs of names that may be one actor: blocked, scored, sorted into certain, ask and veto.

Blocks: a token in at most 12 names, an acronym and the name that it spells, the first four characters of the core.
Score: fixed weights in bits (too few judged pairs to fit them) after Fellegi and Sunter 1969
(10.1080/01621459.1969.10501049), posterior = 1 / (1 + 2^-score). `certain` from 0.95, `ask` from 0.5. What tells two
actors apart (a country, a chapter, a part of a company, a ministry, Democratic) vetoes, whatever the score.
Nothing is merged here: a person decides every pair of the first two bands in raw/identity_decisions.csv.
"""

import collections
import dataclasses
import itertools

from . import names, spelling
from .dataset import read_csv
from .similarity import Weights, jaro_winkler

_RARE = 12
CERTAIN, ASK = 0.95, 0.5
_PRIOR = -6.0

# Words that make a part, a branch or another body of what the rest of the name says.
_PARTS = set("""
    chapter branch mission embassy ministry minister department division office police agency authority enforcement
    energy mobile devices cloud services ventures vantara cyberdefense healthineers healthcare medical automotive
    electric heavy industries digital financial capital bank pharma consumer enterprise switzerland europe asia africa
    american european international national regional city region delegation government parliament senate university
    faculty school college centre center institute foundation association federation chamber council alliance committee
    commission union party products appliance tv research security republic democratic people north south east west
    equatorial new
""".split())
_GENERIC = set("republic united states state saint islands island kingdom democratic people federal union north south "
               "east west new central".split())


@dataclasses.dataclass
class Entity:
    """All occurrences of one spelling."""
    name: str
    occurrences: list
    parts: list
    countries: set
    kinds: set

    @property
    def is_state(self):
        return self.kinds == {"state"}


@dataclasses.dataclass
class Candidate:
    a: Entity
    b: Entity
    posterior: float
    band: str
    reasons: list


def entities(occurrences):
    """Names that differ only in case and white space are one entity."""
    groups = collections.defaultdict(list)
    for occurrence in occurrences:
        groups[names.fold(occurrence.name)].append(occurrence)
    return [Entity(group[0].name, group, spelling.parts(group[0].name),
                   {o.country for o in group if o.country}, {o.kind for o in group if o.kind})
            for _, group in sorted(groups.items())]


class Scorer:
    def __init__(self, entities_, country_words):
        self.entities = entities_
        self.country_words = country_words
        self.tokens = Weights([spelling.core_words(entity.name) for entity in entities_])
        self.grams = Weights([spelling.grams(entity.name) for entity in entities_])

    def blocks(self):
        """Pairs of entities that share a block, in order."""
        blocks = collections.defaultdict(set)
        for i, entity in enumerate(self.entities):
            for part in entity.parts:
                letters = spelling.squeezed(part)
                blocks["first", letters[:4]].add(i)
                for word in spelling.core_words(part):
                    if self.tokens.frequency[word] <= _RARE and len(word) > 1:
                        blocks["token", word].add(i)
                if spelling.is_acronym(part) or len(letters) <= 6:
                    blocks["acronym", letters].add(i)
                for skip in (True, False):
                    short = spelling.initials(part, skip)
                    if len(short) > 1:
                        blocks["acronym", short].add(i)
        pairs = {pair for block in blocks.values() for pair in itertools.combinations(sorted(block), 2)}
        for i, j in sorted(pairs):
            a, b = self.entities[i], self.entities[j]
            if not (a.is_state and b.is_state):  # the lists give the codes of states
                yield a, b

    def _alike(self, a, b):
        """Bits for two spellings, and why."""
        words_a, words_b = spelling.core_words(a), spelling.core_words(b)
        core_a, core_b = " ".join(words_a), " ".join(words_b)
        acronym = (spelling.is_acronym(a) and spelling.spells(a, b)) or (
            spelling.is_acronym(b) and spelling.spells(b, a))
        if acronym:
            length = min(len(spelling.squeezed(a)), len(spelling.squeezed(b)))
            return (2.0 if length < 3 else 6.5 if length == 3 else 8.0), ["acronym"]
        if spelling.squeezed(a) == spelling.squeezed(b):
            return 11.0, ["same core"]
        if spelling.bag(a) == spelling.bag(b) and spelling.bag(a):
            return 9.0, ["same words"]
        cosine = self.tokens.cosine(words_a, words_b)
        bits = (5.0 if cosine >= 0.8 else 3.5 if cosine >= 0.65 else 2.0 if cosine >= 0.5 else
                0.0 if cosine >= 0.3 else -1.5)
        grams = self.grams.cosine(spelling.grams(a), spelling.grams(b))
        bits += 4 if grams >= 0.85 else 3 if grams >= 0.7 else 1.5 if grams >= 0.5 else -0.5
        if bits <= -2:  # a likeness of letters alone proposes nothing
            return bits, ["nothing in common"]
        alike = jaro_winkler(core_a, core_b)
        bits += 4 if alike >= 0.95 else 2 if alike >= 0.9 else 0.5 if alike >= 0.85 else -2
        reasons = [f"Jaro-Winkler {alike:.2f}, words {cosine:.2f}, 3-grams {grams:.2f}"]
        shorter, longer = sorted((words_a, words_b), key=len)
        if longer[:len(shorter)] == shorter:
            bits += 4.5 if all(self.tokens.frequency[word] <= _RARE for word in shorter) else 3
            reasons.append("one begins with the other")
        elif set(shorter) <= set(longer):
            bits += 4.5
            reasons.append("all words of one are in the other")
        return bits, reasons

    def _veto(self, a, b):
        """What only one of two spellings has and what tells actors apart."""
        words_a, words_b = set(spelling.plain(a).split()), set(spelling.plain(b).split())
        only = (words_a | words_b) - (words_a & words_b)
        if spelling.squeezed(a) == spelling.squeezed(b):
            return []
        found = []
        countries = {self.country_words[word] for word in only if word in self.country_words}
        if countries:
            found.append("country in one name: " + ", ".join(sorted(countries)))
        parts = sorted(word for word in only if word in _PARTS)
        if parts:
            found.append("tells apart: " + ", ".join(parts))
        if any(word.isdigit() for word in only):
            found.append("different numbers")
        return found

    def score(self, a, b):
        best = (float("-inf"), [], "", "")
        for part_a in a.parts:
            for part_b in b.parts:
                bits, reasons = self._alike(part_a, part_b)
                if part_a != a.name or part_b != b.name:
                    bits -= 0.5
                if bits > best[0]:
                    best = (bits, reasons, part_a, part_b)
        bits, reasons, part_a, part_b = best
        reasons = list(reasons)
        if (part_a, part_b) != (a.name, b.name):
            reasons.append(f"as {part_a} / {part_b}")
        if a.countries and b.countries:
            bits += 1.5 if a.countries & b.countries else -2
            reasons.append("same country" if a.countries & b.countries else "other country: " + "/".join(
                [",".join(sorted(a.countries)), ",".join(sorted(b.countries))]))
        if a.kinds and b.kinds and not a.kinds & b.kinds:
            bits -= 4 if a.is_state or b.is_state else 1
            reasons.append("other kind: " + "/".join([",".join(sorted(a.kinds)), ",".join(sorted(b.kinds))]))
        veto = [] if "acronym" in reasons else self._veto(part_a, part_b)
        if a.is_state != b.is_state and a.kinds and b.kinds:
            veto.append("a state and an organisation")
        posterior = 1 / (1 + 2 ** -(bits + _PRIOR))
        band = "no" if posterior < ASK else "veto" if veto else "certain" if posterior >= CERTAIN else "ask"
        return Candidate(a, b, posterior, band, veto + reasons)


def country_words(raw):
    """Words that name a state in English, French or Dutch, and the beginnings of such words (german, italian)."""
    found = {}
    rows = read_csv(raw / "countries.csv")
    spellings = [(row["iso3"], row["name"]) for row in rows]
    spellings += [(row["iso3"], alias) for row in rows for alias in row["aliases"].split("; ")]
    for country, name in spellings:  # short names first: Ireland is not the one of the United Kingdom's long name
        for word in spelling.plain(name).split():
            if len(word) >= 4 and word not in _GENERIC and word not in spelling.SMALL_WORDS:
                found.setdefault(word, country)
    return found


def clashes(entities_):
    """One spelling in several lists with different countries or kinds: is it one actor?"""
    for entity in entities_:
        if len(entity.countries) > 1 or len(entity.kinds) > 1:
            yield entity


def propose(occurrences, raw):
    """Every candidate of the three bands, the likeliest first; the same lists give the same order."""
    scorer = Scorer(entities(occurrences), country_words(raw))
    found = [scorer.score(a, b) for a, b in scorer.blocks()]
    return sorted((c for c in found if c.band != "no"), key=lambda c: (-c.posterior, c.a.name, c.b.name))
