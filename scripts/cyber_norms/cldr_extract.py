# SPDX-License-Identifier: Apache-2.0
"""Cuts what the build needs out of Unicode CLDR, so that the build itself needs no package.

From common/supplemental/supplementalData.xml the element territoryContainment, word for word; from common/main/en.xml
the English names of the numeric regions; from en.xml, fr.xml and nl.xml the names of the other territories, because
lists here name states in these languages.
"""

import re

from .states import NAMES, REGIONS

_HEAD = ('<?xml version="1.0" encoding="UTF-8"?>\n'
         "<!-- From Unicode CLDR 41 (Debian package unicode-cldr-core 41-0.1). Copyright 1991-2022 Unicode, Inc.\n"
         "     All rights reserved. Licence: LICENSE-Unicode.txt beside this file. -->\n")


def _territories(cldr, language):
    text = (cldr / f"main/{language}.xml").read_text(encoding="utf-8")
    return re.search(r"<territories>.*?</territories>", text, re.S).group()


def extract(cldr, raw):
    supplemental = (cldr / "supplemental/supplementalData.xml").read_text(encoding="utf-8")
    groups = re.search(r"<territoryContainment>.*?</territoryContainment>", supplemental, re.S).group()
    kept = re.findall(r'<territory type="\d{3}">[^<]*</territory>', _territories(cldr, "en"))
    (raw / REGIONS).write_text(
        _HEAD + "<extract>\n    " + groups + "\n    <territories>\n        " + "\n        ".join(kept)
        + "\n    </territories>\n</extract>\n", encoding="utf-8")
    lines = []
    for language in ("en", "fr", "nl"):
        kept = re.findall(r'<territory type="[A-Z]{2}"[^>]*>[^<]*</territory>', _territories(cldr, language))
        lines += [f'    <territories language="{language}">', *("        " + row for row in kept), "    </territories>"]
    (raw / NAMES).write_text(_HEAD + "<extract>\n" + "\n".join(lines) + "\n</extract>\n", encoding="utf-8")
