# SPDX-License-Identifier: Apache-2.0
"""The agreements whose lists have the columns actor, actor_kind, country, relation, date, source.

By list: the item, and the relations whose date is the event itself. Any other date is only the day on which a source
names the actor.
"""

ALL_DATES = frozenset({"signed", "ratified", "endorsed", "declined", "not-signed", "not-ratified", "not-invited",
                       "announced", "withdrew", "launched", "participant", "partner", "core-group",
                       "steering-committee", "sponsored"})
ABSENT_DATES = frozenset({"not-signed", "not-ratified", "not-invited", "withdrew", "launched"})

LISTS = [
    ("agreement.budapest-convention", "budapest-convention", {"signed", "ratified", "not-signed"}),
    ("agreement.freedom-online-coalition", "freedom-online-coalition", {"member", "withdrew"}),
    ("agreement.charter-of-trust", "charter-of-trust", {"announced"}),
    ("agreement.code-of-conduct-information-security", "code-of-conduct-information-security", {"sponsored"}),
    ("agreement.paris-call", "paris-call-other", {"endorsed", "not-signed", "announced"}),
    ("agreement.budapest-second-protocol", "budapest-second-protocol", ALL_DATES),
    ("agreement.un-cybercrime-convention", "un-cybercrime-convention", ALL_DATES),
    ("agreement.declaration-future-internet", "declaration-future-internet", ALL_DATES),
    ("agreement.counter-ransomware-initiative", "counter-ransomware-initiative", ABSENT_DATES),
    ("agreement.christchurch-call", "christchurch-call", ALL_DATES),
    ("agreement.commercial-spyware-statement", "commercial-spyware-statement", ALL_DATES),
    ("agreement.pall-mall-process", "pall-mall-process", ALL_DATES),
    ("agreement.pall-mall-code-of-practice", "pall-mall-code-of-practice", ALL_DATES),
    ("agreement.contract-for-the-web", "contract-for-the-web", ALL_DATES),
    ("agreement.copenhagen-pledge", "copenhagen-pledge", ABSENT_DATES),  # 2022 is the year of the sources
    ("agreement.ai-elections-accord", "ai-elections-accord", ALL_DATES),
    ("agreement.secure-by-design-pledge", "secure-by-design-pledge", ALL_DATES),
    ("agreement.global-encryption-coalition", "global-encryption-coalition", ALL_DATES),
    ("agreement.malabo-convention", "malabo-convention", ALL_DATES),
    ("agreement.no-more-ransom", "no-more-ransom", ABSENT_DATES),  # the others have the day of a press release
    ("agreement.tech-for-good-call", "tech-for-good-call", ALL_DATES),
    ("agreement.global-encryption-day-statement", "global-encryption-day-statement", ALL_DATES),
    ("agreement.clean-network", "clean-network", ALL_DATES),
    ("agreement.prague-proposals-5g", "prague-proposals-5g", ALL_DATES),
    ("agreement.gfce", "gfce", ABSENT_DATES),
    ("agreement.geneva-declaration-surveillance", "geneva-declaration-surveillance", ALL_DATES),
]
SHORT_NAMES = {
    "agreement.budapest-convention": "Budapest Convention",
    "agreement.code-of-conduct-information-security": "Code of conduct",
    "agreement.budapest-second-protocol": "Second Protocol",
    "agreement.un-cybercrime-convention": "Hanoi Convention",
    "agreement.declaration-future-internet": "Future of the Internet",
    "agreement.counter-ransomware-initiative": "Counter Ransomware Initiative",
    "agreement.commercial-spyware-statement": "Spyware statement",
    "agreement.pall-mall-process": "Pall Mall declaration",
    "agreement.pall-mall-code-of-practice": "Pall Mall code",
    "agreement.copenhagen-pledge": "Copenhagen Pledge",
    "agreement.ai-elections-accord": "AI Elections Accord",
    "agreement.secure-by-design-pledge": "Secure by Design",
    "agreement.malabo-convention": "Malabo Convention",
    "agreement.no-more-ransom": "No More Ransom",
    "agreement.global-encryption-day-statement": "Encryption Day statement",
    "agreement.clean-network": "Clean Network",
    "agreement.prague-proposals-5g": "Prague Proposals",
    "agreement.gfce": "GFCE",
    "agreement.geneva-declaration-surveillance": "Geneva Declaration",
}
# Rows of other relations whose source tells of the event itself.
EVENT_SOURCES = {
    "https://charteroftrust.com/news/microsoft-joins-charter-of-trust-for-greater-cybersecurity-collaboration",
    "http://migrarconderechos.es/legislationMastertable/legislacion/Convenio_ciberdelincuencia_23_11_2001",
}
# A source that tells until when its undated rows had happened: the fifteenth ratification brought the Malabo
# Convention into force, and the page on it lists the fourteen before it.
HAPPENED_BY = {"https://www.dataguidance.com/news/africa-malabo-convention-set-enter-effect-following": "2023-05-09"}
