# SPDX-License-Identifier: Apache-2.0
"""Spelling: NFC labels, ASCII slugs for node ids, and the form in which two names count as spelt alike."""

import re
import unicodedata

# Letters that no Unicode decomposition turns into ASCII.
_ASCII = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "ı": "i"})

NODE_ID = re.compile(r"[a-z][a-z0-9-]*(\.[a-z0-9-]+)+")


def label(text):
    """The spelling of the source in NFC, with single blanks."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def slug(text):
    """`Țuca Zbârcea & Asociații` -> `tuca-zbarcea-asociatii`."""
    decomposed = unicodedata.normalize("NFKD", text.lower().translate(_ASCII))
    plain = "".join(c for c in decomposed if not unicodedata.combining(c))
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def fold(text):
    """Names with the same fold differ only in case and in white space."""
    return label(unicodedata.normalize("NFKC", text)).casefold()
