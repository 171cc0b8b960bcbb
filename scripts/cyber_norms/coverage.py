# SPDX-License-Identifier: Apache-2.0
"""What each further list covers: rows of (kinds of actor, from, until, coverage, why), after agreements.csv and
raw/README.md. An instrument that one enters by invitation, or as a party to another one, is `named` as long as no
source here states its rule of entry: who is silent there may not have been asked."""

EVERYBODY = ("state", "company", "business-association", "civil-society", "academia", "public-authority",
             "international-organisation")
_FIRMS = ("company", "business-association")
_SOCIETY = ("civil-society", "academia")

COVERAGE = {
    "agreement.budapest-second-protocol": [
        (("state",), "2022-05-12", "", "named", "who may enter it, as a party to its convention, is in no source "
         "here; the list is complete to 2025-11")],
    "agreement.un-cybercrime-convention": [
        (("state", "international-organisation"), "2025-10-25", "", "partial",
         "69 of the 72 signatories of 2025-10; later ones as far as the treaty database lists them")],
    "agreement.declaration-future-internet": [
        (("state",), "2022-04-28", "2022-04-29", "complete", "all 62 that endorsed at launch are listed"),
        (("state",), "2022-04-29", "", "partial", "launch day only: later endorsers are not listed"),
        (("international-organisation",), "2022-04-28", "", "named",
         "the European Commission alone; which organisations could is in no source here")],
    "agreement.counter-ransomware-initiative": [
        (("state", "international-organisation"), "2021-10-14", "", "named",
         "who was invited is in no source here; members are complete for the meetings of 2021, 2022 and 2023, 4 of "
         "the 18 who joined in 2024")],
    "agreement.christchurch-call": [
        (("state",), "2019-05-15", "2025", "complete", "all states are listed; the Call counted 56 governments in "
         "2024"),
        (("state",), "2025", "", "partial", "the list may be older"),
        (("company",), "2019-05-15", "", "partial", "12 of 19 online service providers"),
        (("international-organisation",), "2019-05-15", "", "partial", "three are listed"),
        (_SOCIETY, "2019-05-15", "", "named", "1 of 13 partners; none of more than 50 organisations")],
    "agreement.commercial-spyware-statement": [
        (("state",), "2023-03-30", "2024-09-23", "complete", "all endorsers of the three announcements"),
        (("state",), "2024-09-23", "", "partial", "the last announcement here is of 2024-09-22")],
    "agreement.pall-mall-process": [
        (EVERYBODY, "2024-02-06", "", "named", "names in the press; the annex could not be read, and who was invited is "
         "in no source here")],
    "agreement.pall-mall-code-of-practice": [
        (("state",), "2025-04-04", "", "partial", "20 of the first 21 supporters, and one later")],
    "agreement.contract-for-the-web": [(EVERYBODY, "2019-11", "", "named", "backers that the press names")],
    "agreement.copenhagen-pledge": [(EVERYBODY, "2021-11-18", "", "named", "a few names only")],
    "agreement.ai-elections-accord": [
        (("company",), "2024-02-16", "2024-02-17", "complete", "all 20 that signed at launch"),
        (("company",), "2024-02-17", "", "partial", "later signatories are not listed")],
    "agreement.secure-by-design-pledge": [(_FIRMS, "2024-05-08", "", "named", "8 of the first 68")],
    "agreement.global-encryption-coalition": [
        (_FIRMS + _SOCIETY, "2020-05-14", "", "named", "the steering committee and four members")],
    "agreement.malabo-convention": [
        (("state",), "2014-06-27", "", "named", "who may enter it is in no source here: a convention of the African "
         "Union; the 15 ratifications to 2023-05 and seven states without one")],
    "agreement.no-more-ransom": [
        (("company", "business-association", "civil-society", "academia", "public-authority",
          "international-organisation"), "2016-07-25", "", "partial", "partners to 2017-07; 163 in 2020")],
    "agreement.tech-for-good-call": [
        (_FIRMS, "2020-11-30", "", "partial", "31 of about 75 signatories"),
        (("state",), "2020-11-30", "", "named", "France, which launched it")],
    "agreement.global-encryption-day-statement": [
        (_FIRMS + _SOCIETY, "2022-10", "", "partial", "the first letters of the alphabet, A to C")],
    "agreement.clean-network": [
        (("state", "company"), "2020", "", "named", "members that the initiative or the press names; it claimed 60 "
         "states and 200 telecoms operators")],
    "agreement.prague-proposals-5g": [
        (("state", "international-organisation"), "2019-05-02", "", "named", "8 of 32 states that took part; "
         "who was invited is in no source here")],
    "agreement.gfce": [(EVERYBODY, "2015-04-16", "", "named", "4 of more than 60 members")],
    "agreement.geneva-declaration-surveillance": [
        (EVERYBODY, "2022-09-29", "", "named", "3 of about 39 endorsers")],
}
