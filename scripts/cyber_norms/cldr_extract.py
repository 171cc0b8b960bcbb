# SPDX-License-Identifier: Apache-2.0
"""Cuts what the build needs out of Unicode CLDR, so that the build itself needs no package.

From common/supplemental/supplementalData.xml the element territoryContainment, word for word; from
common/main/en.xml the English names of the numeric regions.
"""

import re

from .states import REGIONS


def extract(cldr, raw):
    supplemental = (cldr / "supplemental/supplementalData.xml").read_text(encoding="utf-8")
    english = (cldr / "main/en.xml").read_text(encoding="utf-8")
    groups = re.search(r"<territoryContainment>.*?</territoryContainment>", supplemental, re.S).group()
    territories = re.search(r"<territories>.*?</territories>", english, re.S).group()
    kept = re.findall(r'<territory type="\d{3}">[^<]*</territory>', territories)
    (raw / REGIONS).write_text(
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        "<!-- From Unicode CLDR 41 (Debian package unicode-cldr-core 41-0.1). Copyright 1991-2022 Unicode, Inc.\n"
        "     All rights reserved. Licence: LICENSE-Unicode.txt beside this file. -->\n"
        "<extract>\n    " + groups + "\n    <territories>\n        " + "\n        ".join(kept)
        + "\n    </territories>\n</extract>\n", encoding="utf-8")
