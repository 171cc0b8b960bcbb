# SPDX-License-Identifier: Apache-2.0
"""Forms of a name, from strict to loose: what two spellings of one name have in common.

    plain("Țuca Zbârcea & Asociații")        tuca zbarcea and asociatii
    core("Cisco Systems, Inc.")              cisco systems
    parts("CECyF (Centre Expert ...)")       the whole, what stands outside the brackets, what stands inside
    bag("ASSOFT - Associação de Software")   the tokens of the core in alphabetical order

NFKC, case fold, letters to ASCII, articles at the start, punctuation and legal forms at the end go; every form is
made of the original, which stays what it is. Linear in the length of the name.
"""

import re
import unicodedata

# Letters that no Unicode decomposition turns into ASCII.
_ASCII = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "ı": "i",
                        "'": " ", "’": " ", "´": " ", "`": " ", "ʼ": " "})
_ARTICLES = {"the", "la", "le", "les", "el", "los", "las", "der", "die", "das", "het", "l"}
# One word, several spellings. Only words that mean the same in every name.
_SPELLINGS = {
    "center": "centre", "defense": "defence", "organization": "organisation", "organizations": "organisations",
    "programme": "program", "labour": "labor", "theatre": "theater", "cooperation": "co operation", "telecom": "telekom",
    "st": "saint", "ste": "sainte",
}
# At the end of a name, blanks and full stops left out.
_LEGAL = set("""
    inc incorporated corp corporation co company ltd limited llc llp lp plc pte pty pvt privatelimited gmbh mbh ag kg kgaa
    se ev sa sas sasu sarl srl spa bv nv ab as asa oy oyj aps sl sau ltda lda sadecv derlcv sderldecv sab ac iap sro spol
    spolsro zrt kft nyrt doo dd ood eood ead ad jsc ojsc pjsc ao oao zao pao ooo kk kabushikikaisha sdnbhd bhd spzoo scrl
    eeig aisbl asbl vzw
""".split())
SMALL_WORDS = {"of", "the", "and", "for", "in", "on", "at", "to", "de", "des", "du", "d", "la", "le", "les", "l", "del", "los",
         "las", "y", "e", "et", "da", "do", "dos", "das", "para", "pour", "en", "und", "der", "die", "fur", "van", "a",
         "el", "with", "sur", "contre", "against", "an"}
_BRACKETS = re.compile(r"\(([^()]*)\)|\[([^\[\]]*)\]")


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


def core_words(text):
    return without_legal_form(without_article(plain(text).split()))


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
    """The name and the parts that may name the same actor: outside and inside the brackets, and an acronym that
    a dash sets off. Commas and dashes between words part nothing: `Chatham House - Department` is no alias."""
    outside, inside = brackets(text)
    found = [text, outside, *inside]
    pieces = [piece for piece in re.split(r"\s+[-–—|]\s*|\s*[–—|]\s+", outside) if piece]
    if len(pieces) == 2:
        for piece, other in (pieces, pieces[::-1]):
            if is_acronym(piece) and spells(piece, other):
                found += [piece, other]
    return list(dict.fromkeys(part for part in found if plain(part)))


def is_acronym(text):
    """One word of 2 to 8 letters, most of them capitals, or capitals with full stops."""
    word = text.strip().replace(".", "")
    capitals = sum(c.isupper() for c in word)
    return bool(re.fullmatch(r"[^\W_]{2,8}", word)) and capitals >= 2 and capitals * 2 > len(word)


def initials(text, skip_small_words=True):
    """`Committee to Protect Journalists` -> `cpj`, or `ctpj`."""
    words = core_words(text)
    return "".join(word[0] for word in words if not (skip_small_words and word in SMALL_WORDS))


def spells(acronym, text):
    """Whether the acronym is made of the initials of the name."""
    letters = squeezed(acronym)
    return letters in (initials(text), initials(text, False)) and len(letters) > 1


def bag(text):
    """The different tokens of the core, sorted, without small words: order and repetition do not count."""
    return " ".join(sorted({word for word in core_words(text) if word not in SMALL_WORDS}))


def grams(text):
    """Character 3-grams of the core, with a blank at both ends."""
    padded = f" {core(text)} "
    return [padded[i:i + 3] for i in range(len(padded) - 2)]
