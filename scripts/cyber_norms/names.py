# SPDX-License-Identifier: Apache-2.0
"""Spelling: NFC labels, ASCII slugs for node ids, and the form in which two names count as spelt alike."""

import re
import unicodedata

# Letters that no Unicode decomposition turns into ASCII.
_ASCII = str.maketrans({"\u00f8": "o", "\u0142": "l", "\u0111": "d", "\u00df": "ss", "\u00e6": "ae", "\u0153": "oe",
                        "\u00fe": "th", "\u00f0": "d", "\u0131": "i"})

NODE_ID = re.compile(r"[a-z][a-z0-9-]*(\.[a-z0-9-]+)+")


def label(text):
    """The spelling of the source in NFC, with single blanks."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def slug(text):
    """`Galp Energia, S.A.` -> `galp-energia-s-a`; accents go."""
    decomposed = unicodedata.normalize("NFKD", text.lower().translate(_ASCII))
    plain = "".join(c for c in decomposed if not unicodedata.combining(c))
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def fold(text):
    """Names with the same fold differ only in case and in white space."""
    return label(unicodedata.normalize("NFKC", text)).casefold()
