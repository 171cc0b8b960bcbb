# SPDX-License-Identifier: Apache-2.0
"""The two sources of the votes."""

UNVOTES = "dgrtwo/unvotes@7eb7034314"
EXTRACT = "UNxml/GAresolutions@42a69b67bb"

SOURCES = {
    UNVOTES: {
        "id": "src.unvotes-7eb7034314",
        "title": "unvotes: United Nations General Assembly voting data, after Erik Voeten, Data and Analyses of Voting "
                 "in the UN General Assembly (2013)",
        "author": "Erik Voeten", "publisher": "GitHub", "date": "2021-03-08",
        "url": "https://github.com/dgrtwo/unvotes/tree/7eb7034314", "retrieved": "", "licence": "CC0-1.0"},
    EXTRACT: {
        "id": "src.unxml-42a69b67bb",
        "title": "Resolutions of the General Assembly, machine-readable (folder data_extract): unofficial copies, for "
                 "information, without warranty",
        "author": "United Nations, Department for General Assembly and Conference Management", "publisher": "GitHub",
        "date": "2026-07-10", "url": "https://github.com/UNxml/GAresolutions/tree/42a69b67bb", "retrieved": "",
        "licence": "the United Nations is to be named as the source"},
}
