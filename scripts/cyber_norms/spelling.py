# SPDX-License-Identifier: Apache-2.0
"""Forms of a name, from strict to loose: what two spellings of one name have in common.

    plain("Țuca Zbârcea & Asociații")        tuca zbarcea and asociatii
    core("Cisco Systems, Inc.")              cisco systems
    short_forms("EastWest Institute (EWI)")  EastWest Institute, EWI
    bag("ASSOFT - Associação de Software")   the tokens of the core in alphabetical order

NFKC, case fold, letters to ASCII, articles at the start, punctuation and legal forms at the end go; every form is
made of the original, which stays what it is. Linear in the length of the name.
"""

import functools
import re
import unicodedata

# Letters that no Unicode decomposition turns into ASCII.
_ASCII = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "ı": "i",
                        "'": " ", "’": " ", "´": " ", "`": " ", "ʼ": " "})
_ARTICLES = {"the", "la", "le", "les", "el", "los", "las", "der", "die", "das", "het", "l"}
# One word, several spellings. Only words that mean the same in every name.
_SPELLINGS = {
    "center": "centre", "defense": "defence", "organization": "organisation", "organizations": "organisations",
    "programme": "program", "labour": "labor", "theatre": "theater", "cooperation": "co operation",
    "telecom": "telekom", "st": "saint", "ste": "sainte",
}
# At the end of a name, blanks and full stops left out.
_LEGAL = set("""
    inc incorporated corp corporation co company ltd limited llc llp lp plc pte pty pvt privatelimited gmbh mbh ag kg
    kgaa se ev sa sas sasu sarl srl spa bv nv ab as asa oy oyj aps sl sau ltda lda sadecv derlcv sderldecv sab ac iap
    sro spol spolsro zrt kft nyrt doo dd ood eood ead ad jsc ojsc pjsc ao oao zao pao ooo kk kabushikikaisha sdnbhd bhd
    spzoo scrl eeig aisbl asbl vzw
""".split())
SMALL_WORDS = set("""
    of the and for in on at to de des du d la le les l del los las y e et da do dos das para pour en und der die fur van a
    el with sur contre against an
""".split())
# A part of a body: an acronym after such a name may be the body's (`Center ... of the ... Institute ... (EPFL)`).
_PART_OF = re.compile(r"\b(?:of|at) (?:the )?(?:\w+ )*(?:university|institute|school|college|ministry|government)\b")
_BRACKETS = re.compile(r"\(([^()]*)\)|\[([^\[\]]*)\]")


@functools.lru_cache(maxsize=None)
def plain(text):
    """Case, accents, punctuation and the stars of footnotes gone; `&` is `and`; one blank between words."""
    text = unicodedata.normalize("NFKC", text).casefold().replace("&", " and ").translate(_ASCII)
    text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    text = re.sub(r"\b(?:[a-z]\.)+[a-z]\b", lambda found: found.group().replace(".", ""), text)  # I.A.P. is one word
    words = re.sub(r"[^a-z0-9+]+", " ", text).split()
    return " ".join(_SPELLINGS.get(word, word) for word in words)


def without_article(words):
    return words[1:] if len(words) > 1 and words[0] in _ARTICLES else words


def without_legal_form(words):
    """Legal forms at the end go, one after the other; something always stays."""
    found = True
    while found:
        found = False
        for count in (4, 3, 2, 1):
            if len(words) > count and ("".join(words[-count:]) in _LEGAL or words[-count:] == ["and"]):
                words, found = words[:-count], True
                break
    return words


@functools.lru_cache(maxsize=None)
def core_words(text):
    return tuple(without_legal_form(without_article(plain(text).split())))


def core(text):
    return " ".join(core_words(text))


def squeezed(text):
    """The core without blanks: `Trend Micro` and `Trendmicro`."""
    return "".join(core_words(text))


def brackets(text):
    """What stands outside the brackets of a name, and what stands inside each."""
    inside = [next(filter(None, groups), "") for groups in _BRACKETS.findall(text)]
    return " ".join(_BRACKETS.sub(" ", text).split()), [part.strip() for part in inside if part.strip()]


def parts(text):
    """The name, what stands outside its brackets, what stands inside, and both sides of a dash that sets off an
    acronym: what may name the same actor, for candidates that a person reads."""
    outside, inside = brackets(text)
    return list(dict.fromkeys(part for part in [text, outside, *inside, *_around_dash(outside)] if plain(part)))


def short_forms(text):
    """The parts of a name that name the same actor for sure: an acronym in brackets at the end and what stands before
    it, an acronym and the name that it spells on the two sides of a bracket or a dash, and the name without one word in
    brackets in its middle. A bracket that says a chapter, a city or a university is none."""
    outside, inside = brackets(text)
    found = _around_dash(text)
    if len(inside) == 1 and outside:
        last, words = text.rstrip().endswith((")", "]")), outside.split()
        if is_acronym(inside[0]) or (not last and " " not in inside[0]):
            found.append(outside)
            if last and (spells(inside[0], outside) or not _PART_OF.search(plain(outside))):
                found.append(inside[0])
        elif last and any(is_acronym(word) and spells(word, inside[0]) for word in words):
            found += [inside[0]] + ([outside] if len(words) == 1 else [])
    return list(dict.fromkeys(found))


def _around_dash(text):
    pieces = [piece for piece in re.split(r"\s+[-–—|]\s*|\s*[–—|]\s+", text) if piece]
    if len(pieces) == 2:
        for acronym, name in (pieces, pieces[::-1]):
            if is_acronym(acronym) and spells(acronym, name):
                return [acronym, name]
    return []


@functools.lru_cache(maxsize=None)
def is_acronym(text):
    """One word of 2 to 10 letters, most of them capitals; full stops, hyphens and slashes do not count."""
    word = re.sub(r"[./&-]", "", text.strip())
    capitals = sum(c.isupper() for c in word)
    return bool(re.fullmatch(r"[^\W_]{2,10}", word)) and capitals >= 2 and capitals * 2 > len(word)


@functools.lru_cache(maxsize=None)
def initials(text, skip_small_words=True):
    """`Committee to Protect Journalists` -> `cpj`, or `ctpj`."""
    words = core_words(text)
    return "".join(word[0] for word in words if not (skip_small_words and word in SMALL_WORDS))


@functools.lru_cache(maxsize=None)
def spells(acronym, text):
    """Whether the letters of the acronym, or its capitals, are the initials of the name."""
    letters = {squeezed(acronym), squeezed("".join(c for c in acronym if c.isupper()))}
    return bool(letters & {initials(text), initials(text, False)} - {""}) and len(squeezed(acronym)) > 1


@functools.lru_cache(maxsize=None)
def bag(text):
    """The different tokens of the core, sorted, without small words: order and repetition do not count."""
    return " ".join(sorted({word for word in core_words(text) if word not in SMALL_WORDS}))


@functools.lru_cache(maxsize=None)
def grams(text):
    """Character 3-grams of the core, with a blank at both ends."""
    padded = f" {core(text)} "
    return tuple(padded[i:i + 3] for i in range(len(padded) - 2))
