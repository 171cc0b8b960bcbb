# SPDX-License-Identifier: Apache-2.0
"""The sources by the key that the lists use: a web address, or repository@commit.

Titles say in our words what the page is. `date` is the source's own date where the lists or its address
give one; `retrieved` is when the stored copy of a page was read, or blank where that is not known.
"""

from .sources_lists import PAGES, REPOSITORIES

_PAGE = "facts; the page remains its owner's"
_READ = "2026-11"
_REPOSITORY = "https://github.com/ambanum/pariscall.international"


def _row(id_, title, publisher, url, date="", author="", retrieved=_READ, licence=_PAGE):
    return {"id": "src." + id_, "title": title, "author": author, "publisher": publisher, "date": date, "url": url,
            "retrieved": retrieved, "licence": licence}


def _paris_call(commit, title, date="", url=None):
    return _row(f"paris-call-repository-{commit}", title, "Paris Call for Trust and Security in Cyberspace",
                url or f"{_REPOSITORY}/commit/{commit}", date, retrieved="", licence="EUPL-1.2")


WIRED = "WIRED, Louise Matsakis, 2018-11-12"
SNAPSHOT = "ambanum/pariscall.international@916433b20a"
ALLIANCE = "ambanum/pariscall.international@17279d62be"
UNVOTES = "dgrtwo/unvotes@7eb7034314"
RESOLUTIONS = "UNxml/GAresolutions@42a69b67bb"
CVE_SITE = "CVEProject/cve-website@d815acc9b5"
BLOCS = "datenoio/internacia-db@6f69d8418a"
CLDR = "unicode-cldr-core 41"

SOURCES = {
    WIRED: _row("wired-2018-11-12", "Article on the launch of the Paris Call, with its correction of 2018-11-13",
                "WIRED", "", "2018-11-12", "Louise Matsakis", retrieved=""),
    SNAPSHOT: _paris_call("916433b20a", "Official site of the Paris Call: repository at the snapshot", "2025-11-26",
                          f"{_REPOSITORY}/tree/916433b20a"),
    ALLIANCE: _paris_call("17279d62be", "Official site of the Paris Call: field `alliance` of the supporters, kept "
                          "from 2019-09-16 to 2019-11-09", "2019-09-16", f"{_REPOSITORY}/tree/17279d62be"),
    UNVOTES: _row("unvotes-7eb7034314", "unvotes: United Nations General Assembly voting data, after Erik Voeten, "
                  "Data and Analyses of Voting in the UN General Assembly (2013)", "GitHub",
                  "https://github.com/dgrtwo/unvotes/tree/7eb7034314", "2021-03-08",
                  "Erik Voeten", retrieved="", licence="CC0-1.0"),
    CLDR: _row("unicode-cldr-41", "Unicode Common Locale Data Repository 41: territory containment and names",
               "Unicode, Inc.", "http://unicode.org/Public/cldr/", "2022-09-27", retrieved="",
               licence="Unicode-DFS-2016"),
}

for _commit, _title in {
    "2ff3161": "University of Lima leaves the list (commit 2ff3161, with 9057e7b)",
    "3a823fd": "Maldon&Wat leaves the list",
    "2090c73": "the file of EastWest Institute comes to name ORF America",
    "21bc05b": "Baitulmal Professional College leaves the list",
}.items():
    SOURCES["ambanum/pariscall.international@" + _commit] = _paris_call(
        _commit, "Official site of the Paris Call: " + _title,
        {"2ff3161": "2019-10-29", "3a823fd": "2020-02-19", "2090c73": "2021-03-23", "21bc05b": "2021-11-23"}[_commit])

for _id, _title, _publisher, _url, _date in [
    # Paris Call
    ("meritalk-2018-12", "News: more sign on to the Paris Call", "MeriTalk",
     "https://cdn.meritalk.com/articles/more-sign-on-to-paris-cyber-pact/", "2018-12"),
    ("diplomatie-paris-call", "Page on the Paris Call among the alliance for multilateralism",
     "French Ministry for Europe and Foreign Affairs",
     "https://www.diplomatie.gouv.fr/en/french-foreign-policy/france-and-the-united-nations/multilateralism-a-"
     "principle-of-action-for-france/alliance-for-multilateralism/article/paris-call-for-trust-and-security-in-"
     "cyberspace", ""),
    ("diplomatie-united-states-2021", "Statement on the United States' support for the Paris Call",
     "French Ministry for Europe and Foreign Affairs",
     "https://www.diplomatie.gouv.fr/en/country-files/united-states/events/article/united-states-support-for-the-"
     "paris-call-for-trust-and-security-in-cyberspace", "2021-11-11"),
    ("sysarmy-paris-call", "Undated page that carries a text of the French ministry on the Paris Call", "sysarmy",
     "https://www.sysarmy.net/post/the-paris-call-for-trust-and-security-in-cyberspace", ""),
    ("incyber-fic-endorses", "News: the FIC endorses the Paris Call", "FIC/InCyber",
     "https://incyber.org/en/the-fic-endorses-the-paris-call/", ""),
    ("tellerreport-2019-11-12", "News: one year later, 73 countries have signed the Paris Call", "Teller Report",
     "http://www.tellerreport.com/tech/2019-11-12---one-year-later--73-countries-have-signed-paris-call-on-"
     "cybersecurity-.Bygs5P_ujB.html", "2019-11-12"),
    ("digwatch-paris-call-2019", "Update: growing consensus, Paris Call and Internet trust", "Digital Watch",
     "https://wp.dig.watch/updates/growing-consensus-paris-call-and-internet-trust", "2019-11"),
    # Tech Accord and Charter of Trust
    ("venturebeat-2018-04-17", "News: Facebook, Microsoft and 32 other tech firms sign a cybersecurity pledge",
     "VentureBeat", "https://venturebeat.com/2018/04/17/facebook-microsoft-and-32-other-tech-firms-sign-"
     "cybersecurity-pledge/", "2018-04-17"),
    ("globalpolicywatch-2018-04", "Note: tech and security companies sign the Cybersecurity Tech Accord",
     "globalpolicywatch.com",
     "https://www.globalpolicywatch.com/2018/04/tech-security-companies-sign-cybersecurity-tech-accord/", "2018-04"),
    ("worldpipelines-2019-02-27", "News: the Charter of Trust grows", "World Pipelines",
     "https://www.worldpipelines.com/business-news/27022019/charter-of-trust-grows-to-tackle-cybersecurity/",
     "2019-02-27"),
    ("charter-of-trust-2022-digital-trust-forum", "News: the Charter of Trust and the Digital Trust Forum",
     "Charter of Trust", "https://www.charteroftrust.com/news/charter-of-trust-and-digital-trust-forum-join-forces-"
     "for-greater-cybersecurity", "2022"),
    ("charter-of-trust-2022-microsoft", "News: Microsoft joins the Charter of Trust", "Charter of Trust",
     "https://charteroftrust.com/news/microsoft-joins-charter-of-trust-for-greater-cybersecurity-collaboration",
     "2022"),
    ("infineon-memberships", "Memberships and partnerships of Infineon", "Infineon",
     "https://www.infineon.com/cms/en/about-infineon/sustainability/Memberships-and-partnerships/", "2022"),
    ("elektroniknet-2019-02-19", "News: Siemens and partners on the security of the supply chain", "elektroniknet.de",
     "https://www.elektroniknet.de/international/siemens-and-partners-accelerate-secure-supply-chain-162884.html",
     "2019-02-19"),
    # Budapest Convention
    ("coe-budapest-parties", "The Budapest Convention and its parties", "Council of Europe",
     "https://www.coe.int/en/web/cybercrime/the-budapest-convention", ""),
    ("coe-signatures-185-2015", "Chart of signatures and ratifications of treaty 185, 2015", "Council of Europe",
     "http://www.coe.int/en/web/conventions/full-list/-/conventions/treaty/185/signatures?p_auth=igXbHmd5", "2015"),
    ("coe-signatures-185-2004", "Chart of signatures and ratifications of treaty 185, 2004-06-18",
     "Council of Europe", "http://conventions.coe.int/Treaty/Commun/ChercheSig.asp?NT=185&CM=8&DF=18/06/04&CL=ENG",
     "2004-06-18"),
    ("eucyberdirect-montenegro-australia", "Atlas: Montenegro, El Salvador and Australia compared", "EU Cyber Direct",
     "https://eucyberdirect.eu/atlas/country/montenegro/compare/el-salvador/australia", ""),
    ("eucyberdirect-cuba", "Atlas: Cuba, North Macedonia and Australia compared", "EU Cyber Direct",
     "https://eucyberdirect.eu/atlas/country/cuba/compare/north-macedonia/australia", ""),
    ("eucyberdirect-uruguay", "Atlas: Uruguay, Bosnia and Herzegovina and Australia compared", "EU Cyber Direct",
     "https://eucyberdirect.eu/atlas/country/uruguay/compare/bosnia-and-herzegovina/australia", ""),
    ("miragenews-75-parties", "News: the Budapest Convention reaches 75 parties", "Mirage News",
     "https://miragenews.com/budapest-convention-reaches-75-parties-1260176", ""),
    ("coe-2023-12-acceding", "News: more and more countries accede to the Budapest Convention", "Council of Europe",
     "https://coe.int/en/web/portal/-/more-and-more-countries-acceding-to-budapest-convention", "2023-12"),
    ("flippingbook-316427122", "Publication that lists parties, signatories and states invited",
     "online.flippingbook.com", "https://online.flippingbook.com/view/316427122/2", ""),
    ("dutch-treaty-series-2007-10", "Tractatenblad 2007, 10: Convention on Cybercrime", "Kingdom of the Netherlands",
     "https://zoek.officielebekendmakingen.nl/trb-2007-10.html", "2007"),
    ("scribd-428019750", "Document on Chile and the Budapest Convention", "Scribd",
     "https://it.scribd.com/document/428019750/Budapest", ""),
    ("dutch-treaty-database-009852", "Treaty database: Convention on Cybercrime", "Kingdom of the Netherlands",
     "https://treatydatabase.overheid.nl/nl/Verdrag/Details/009852_w", ""),
    ("finlex-2007-59", "Finnish treaty series 59/2007", "Finlex",
     "https://finlex.fi/fi/sopimukset/sopsviite/2007/20070059", "2007"),
    ("cyberlaw-2008-04-26", "Ratification status of the Cybercrime Convention", "cyberlaw.org.uk",
     "https://cyberlaw.org.uk/2008/04/26/ratification-status-for-the-cybercrime-convention/", "2008-04-26"),
    ("stringtranslate-convention", "Encyclopaedia article on the Convention on Cybercrime, mirrored",
     "es.stringtranslate.com", "https://es.stringtranslate.com/Convenio%20de%20Budapest%20sobre%20el%20ciberdelito/"
     "Convention_on_Cybercrime", ""),
    ("nc4-kenya", "Page on the Budapest Convention", "nc4.go.ke",
     "https://nc4.go.ke/budapest-convention-on-cybercrime", ""),
    ("cybercrimelaw-coe-2015", "Parties to the Council of Europe convention", "cybercrimelaw.net",
     "https://www.cybercrimelaw.net/coe.html", "2015-09"),
    ("sierraloaded-accession", "News: Sierra Leone accedes to the Budapest Convention", "Sierraloaded",
     "https://sierraloaded.sl/news/sierra-leone-acceded-budapest-convention-cybercrime", ""),
    ("migrarconderechos-convention", "Page on the Convention on Cybercrime in Spanish law", "migrarconderechos.es",
     "http://migrarconderechos.es/legislationMastertable/legislacion/Convenio_ciberdelincuencia_23_11_2001", ""),
    ("coe-2021-sweden", "News: Sweden joins the Budapest Convention", "Council of Europe",
     "https://www.coe.int/en/web/cybercrime/t-cy-news/-/asset_publisher/GxUcENEFhivB/content/sweden-joins-the-"
     "budapest-convention-and-its-additional-protocol", ""),
    ("droit-bilingue-0-311-43", "Swiss law 0.311.43: preface", "droit-bilingue.ch",
     "https://www.droit-bilingue.ch/de-fr/0.3/0.31/0.311.43-preface-1.html", ""),
    ("loopvanuatu-107858", "News: Vanuatu invited to join the Budapest Convention", "Loop Vanuatu",
     "https://www.loopvanuatu.com/vanuatu-news/vanuatu-invited-join-budapest-convention-cybercrime-107858",
     "2021-12"),
    # Freedom Online Coalition
    ("mfa-latvia-foc", "Page on the Freedom Online Coalition", "Latvian Ministry of Foreign Affairs",
     "https://www.mfa.gov.lv/en/policy/international-organizations/freedom-online-coalition", ""),
    ("foc-colombia", "News: Colombia becomes the 41st member", "Freedom Online Coalition",
     "https://freedomonlinecoalition.com/colombia-becomes-the-41st-member-of-the-freedom-online-coalition", ""),
    ("foc-denmark", "News: Denmark becomes the 32nd member", "Freedom Online Coalition",
     "https://freedomonlinecoalition.com/news/denmark-becomes-the-32nd-member-of-the-freedom-online-coalition/", ""),
    ("foc-slovenia", "News: Slovenia becomes the 40th member", "Freedom Online Coalition",
     "https://freedomonlinecoalition.com/slovenia-becomes-the-40th-member-of-the-freedom-online-coalition", ""),
    ("mediarightsagenda-luxembourg", "News: Luxembourg is the 34th member", "Media Rights Agenda",
     "https://mediarightsagenda.org/freedom-online-coalition-welcomes-luxembourg-as-its-34th-member/", ""),
    ("mediarightsagenda-slovakia", "News: Slovakia is the 36th member", "Media Rights Agenda",
     "https://mediarightsagenda.org/freedom-online-coalition-welcomes-slovakia-as-its-36th-member/", ""),
    ("mediarightsagenda-switzerland", "News: Switzerland is the 31st member", "Media Rights Agenda",
     "https://mediarightsagenda.org/switzerland-joins-foc-becomes-31st-member-of-the-coalition/", ""),
    ("techradar-us-withdraws", "News: the United States withdraws from Internet freedom bodies", "TechRadar",
     "https://www.techradar.com/vpn/vpn-privacy-security/us-withdraws-from-internet-freedom-bodies-it-deems-"
     "wasteful-ineffective-and-harmful", ""),
    # Code of conduct
    ("igcaucus-2011-09", "Message with the draft code of conduct (A/66/359)", "Internet Governance Caucus",
     "http://lists.igcaucus.org/pipermail/governance/2011-September/025046.html", "2011-09"),
    ("digwatch-code-of-conduct", "Resource: international code of conduct, updated proposal", "Digital Watch",
     "https://dig.watch/resource/international-code-conduct-information-security-updated-proposal", ""),
]:
    SOURCES[_url] = _row(_id, _title, _publisher, _url, _date)

for _id, _title, _publisher, _url, _date in PAGES:
    SOURCES[_url] = _row(_id, _title, _publisher, _url, _date)
for _key, _id, _title, _publisher, _url, _date, _licence in REPOSITORIES:
    SOURCES[_key] = _row(_id, _title, _publisher, _url, _date, retrieved="", licence=_licence)
