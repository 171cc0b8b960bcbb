# SPDX-License-Identifier: Apache-2.0
"""The sources of the further lists, by the address that the lists give: id, title, publisher, address, date.

`date` stands where the lists or the address itself give one; else the day on which the stored copy was read counts.
"""

PAGES = [
    # Budapest Convention: second protocol
    ("dutch-treaty-database-013833", "Treaty database: Second Additional Protocol to the Convention on Cybercrime",
     "Kingdom of the Netherlands", "https://verdragen.nl/en/Treaty/Details/013833_p.html", ""),
    # Convention against Cybercrime
    ("dutch-treaty-database-013891", "Treaty database: United Nations Convention against Cybercrime",
     "Kingdom of the Netherlands", "https://verdragen.nl/nl/Verdrag/Details/013891_p.html", ""),
    ("newshour-2025-10-29", "News: the convention on cybercrime is signed in Hanoi", "newshour.media",
     "https://newshour.media/2025/10/29/in-hanoi-72-states-ratify-the-un-convention-on-cybercrime", "2025-10-29"),
    # AI elections accord
    ("menafn-ai-elections", "News: technology firms and deceptive use of AI in elections", "menafn.com",
     "https://menafn.com/1107866002/Technology-firms-commit-to-combatting-deceitful-application-of-AI-in-2024-"
     "elections", ""),
    # Christchurch Call
    ("wikipedia-christchurch-call", "Encyclopaedia article: Christchurch Call", "Wikipedia",
     "https://en.wikipedia.org/wiki/Christchurch_Call", ""),
    ("yournz-2019-05-16", "Post: tech companies and 17 governments sign up to the Christchurch Call", "yournz.org",
     "https://yournz.org/2019/05/16/tech-companies-17-governments-sign-up-to-christchurch-call/", "2019-05-16"),
    ("thecontext-2019-05-15", "News: the meeting in Paris on the Christchurch Call", "thecontext.net",
     "https://thecontext.net/news/2019/05/15/representatives-from-17-world-governments-and-various-us-technology-"
     "companies-meet-in-paris-to-support-a-set-of-anti-t.html", "2019-05-15"),
    ("wikisum-christchurch-summit", "Encyclopaedia article: Christchurch Call to Action Summit", "wikisum.wiki",
     "https://wikisum.wiki/wiki/Christchurch_Call_to_Action_Summit", ""),
    ("diplomatie-zoom-roblox-2022", "News: Zoom and Roblox join the Christchurch Call",
     "French Ministry for Europe and Foreign Affairs",
     "https://www.diplomatie.gouv.fr/en/french-foreign-policy/digital-diplomacy/news/article/zoom-and-roblox-join-"
     "the-christchurch-call-06-23-22", "2022-06-23"),
    ("christchurchcall-three-members", "News: three new members join the Christchurch Call", "Christchurch Call",
     "https://www.christchurchcall.com/media-and-resources/news-and-updates/three-new-members-join-the-"
     "christchurch-call", ""),
    # Clean Network
    ("techdiplomacy-timeline", "Timeline of tech statecraft", "techdiplomacy.org",
     "https://techdiplomacy.org/tech-statecraft/timeline", ""),
    ("hhtgroup-clean-network", "News: countries and telecoms companies that joined the Clean Network",
     "hhtgroup.com.cn", "https://www.hhtgroup.com.cn/us-secretary-of-state-pompeo-53-countries-and-180-"
     "telecommunications-companies-have-joined-network-plan/", ""),
    ("state-gov-clean-network", "Page on the Clean Network", "U.S. Department of State, archive of 2017 to 2021",
     "https://2017-2021.state.gov/the-clean-network/index.html", ""),
    ("e-nnw-clean-telcos", "News: the United States lists clean telecoms companies", "e-nnw.com",
     "https://e-nnw.com/u-s-lists-reliance-jio-among-companies-that-are-becoming-clean-telcos/", ""),
    # Commercial spyware
    ("regjeringen-spyware", "Joint statement on commercial spyware", "Government of Norway",
     "https://regjeringen.no/no/aktuelt/joint-statement-on-efforts-to-counter-the-proliferation-and-misuse-of-"
     "commercial-spyware/id2970809", ""),
    ("federalnewswire-spyware", "News: governments issue the joint statement on commercial spyware",
     "The Federal Newswire", "https://thefederalnewswire.com/stories/664448885-governments-issue-joint-statement-on-"
     "combating-misuse-of-commercial-spyware", ""),
    # Contract for the Web
    ("contractfortheweb-about", "Page: about the Contract for the Web", "Contract for the Web",
     "https://contractfortheweb.org/about/", ""),
    ("rickrichardson-web-contract", "Post: the plan to fix the web is launched", "rickrichardsoncpa.weebly.com",
     "https://rickrichardsoncpa.weebly.com/blog/tim-berners-lee-launches-plan-to-fix-the-web", ""),
    ("webfoundation-2019-12", "News: organisations that back the Contract for the Web", "World Wide Web Foundation",
     "https://webfoundation.org/2019/12/over-1000-organisations-back-the-contract-for-the-web-in-first-month",
     "2019-12"),
    # Copenhagen Pledge
    ("techfordemocracy-about", "Page: about Tech for Democracy", "Tech for Democracy",
     "https://techfordemocracy.dk/about/", ""),
    ("github-copenhagen-pledge", "Post: why GitHub signed the Copenhagen Pledge", "GitHub",
     "https://github.blog/news-insights/policy-news-and-insights/why-we-signed-the-copenhagen-pledge-on-tech-for-"
     "democracy", ""),
    ("techtarget-tech-for-democracy", "News: Tech for Democracy", "TechTarget",
     "https://www.techtarget.com/searchsoftwarequality/news/252525953/Tech-for-democracy-gains-traction-but-may-pay-"
     "lip-service", ""),
    # Counter Ransomware Initiative
    ("cyberpolicyportal-cri", "Entry: Counter Ransomware Initiative", "UNIDIR Cyber Policy Portal",
     "https://database.cyberpolicyportal.org/en/entity/g6pnyonkf46", ""),
    ("ec-node-11297", "News: the Counter Ransomware Initiative", "European Commission",
     "https://digital-strategy.ec.europa.eu/fi/node/11297", ""),
    ("qhubonews-cri-2022", "Fact sheet: second summit of the Counter Ransomware Initiative", "qhubonews.com",
     "https://qhubonews.com/fact-sheet-the-second-international-counter-ransomware-initiative-summit", ""),
    ("doourbest-8759", "News: the Counter Ransomware Initiative of 2023", "news.doourbest.org",
     "https://news.doourbest.org/content/8759", ""),
    ("cybermaterial-cri", "News: the White House and the Counter Ransomware Initiative", "cybermaterial.com",
     "https://cybermaterial.com/white-house-launches-ransomware-initiative", ""),
    # Declaration for the Future of the Internet
    ("malwarebytes-2022-05", "Post: countries that sign the Declaration for the Future of the Internet",
     "Malwarebytes", "https://www.malwarebytes.com/blog/news/2022/05/over-50-countries-sign-the-declaration-for-the-"
     "future-of-the-internet", "2022-05"),
    ("defense-arab-77138", "Forum thread that reports on the declaration", "defense-arab.com",
     "https://defense-arab.com/vb/threads/77138/page-3931", ""),
    ("newsclue-declaration", "News: the declaration is launched, the door is open for India", "newsclue.org",
     "https://newsclue.org/white-house-more-than-55-partner-countries-launch-declaration-for-future-of-internet-"
     "doors-open-for-india-says-us/", ""),
    ("windowscentral-declaration", "News: the United States sign the declaration", "Windows Central",
     "https://www.windowscentral.com/us-signs-declaration-future-internet-alongside-60-global-partners", ""),
    # GCSC and GFCE
    ("internet-governance-radar-gcsc", "Entry: Global Commission on the Stability of Cyberspace",
     "Internet Governance Radar", "https://internet-governance-radar.de/en/about/institutions/detail-view/gcsc-"
     "global-commission-on-stability-in-cyberspace-1", ""),
    ("hcss-gcsc-visit", "News: the Global Commission visits HCSS", "The Hague Centre for Strategic Studies",
     "https://hcss.nl/news/the-global-commission-on-the-stability-of-cyberspace-visits-hcss-during-cyber-security-"
     "week", "2017"),
    ("chinagate-2015-04-17", "News: the Global Forum on Cyber Expertise is launched", "chinagate.cn",
     "http://en.chinagate.cn/2015-04/17/content_35344784.htm", "2015-04-17"),
    ("meritalk-gfce", "News: the White House cuts ties with the GFCE", "MeriTalk",
     "https://www.meritalk.com/articles/white-house-cuts-ties-with-gfce-cyber-group", ""),
    # Geneva Declaration
    ("catalangovernment-444522", "News: Catalonia and Access Now launch an initiative on surveillance",
     "Government of Catalonia", "https://catalangovernment.eu/catalangovernment/news/444522/the-government-of-"
     "catalonia-and-access-now-launch-an-international-initiative-to-halt-the-proliferating-use-of-surveillance-"
     "technologies-in-the-digital-age", ""),
    ("menarights-geneva", "Article: Geneva Declaration on Targeted Surveillance", "MENA Rights Group",
     "https://menarights.org/en/articles/geneva-declaration-targeted-surveillance-and-human-rights-call-collective-"
     "commitment-human", ""),
    # Encryption
    ("cdt-gec-steering", "News: two join the steering committee of the Global Encryption Coalition",
     "Center for Democracy & Technology", "https://cdt.org/press/mozilla-and-internet-freedom-foundation-join-global-"
     "encryption-coalition-steering-committee/", ""),
    ("isoc-2020-05-gec", "Post: the Global Encryption Coalition is launched", "Internet Society",
     "https://www.internetsociety.org/blog/2020/05/announcing-the-launch-of-the-global-encryption-coalition/",
     "2020-05"),
    ("fome-2021-08", "Message to the list fome, 2021-08", "jpberlin.de",
     "https://listi.jpberlin.de/pipermail/fome/2021-August/003515.html", "2021-08"),
    ("globalencryption-2022-10", "Global Encryption Day statement of 2022", "Global Encryption Coalition",
     "https://www.globalencryption.org/2022/10/global-encryption-day-statement/", "2022-10"),
    ("globalencryption-2024-10", "Global Encryption Day statement of 2024", "Global Encryption Coalition",
     "https://globalencryption.org/2024/10/global-encryption-day-2024-statement", "2024-10"),
    # Malabo Convention
    ("dataguidance-malabo", "News: the Malabo Convention is set to enter into effect", "DataGuidance",
     "https://www.dataguidance.com/news/africa-malabo-convention-set-enter-effect-following", ""),
    ("directionsblog-malabo", "Post: Africa's cybersecurity treaty enters into force", "Directions",
     "https://directionsblog.eu/africas-cybersecurity-treaty-enters-into-force/", ""),
    # No More Ransom
    ("thepaypers-2016-10", "News: law enforcement agencies join No More Ransom", "The Paypers",
     "http://www.thepaypers.com/digital-identity-security-online-fraud/law-enforcement-agencies-from-13-countries-"
     "join-no-more-ransom-project/766591-26", ""),
    ("helpnetsecurity-2016-10-17", "News: the fight against ransomware goes global", "Help Net Security",
     "https://www.helpnetsecurity.com/2016/10/17/global-ransomware-fight/", "2016-10-17"),
    ("kaspersky-2016-no-ransom", "Press release: No More Ransom", "Kaspersky",
     "https://www.kaspersky.com/about/press-releases/2016_no-ransom", "2016"),
    ("securityweek-no-more-ransom", "News: No More Ransom gains momentum", "SecurityWeek",
     "https://www.securityweek.com/no-more-ransom-alliance-gains-momentum/", ""),
    ("techgear-no-more-ransom", "News: new tools of No More Ransom", "techgear.gr",
     "http://www.techgear.gr/no-more-ransom-new-tools-120292/", ""),
    ("channelfutures-no-more-ransom", "News: partners of No More Ransom", "Channel Futures",
     "https://www.channelfutures.com/security/anti-ransomware-initiative-with-mcafee-kaspersky-sees-rapid-partner-"
     "growth", ""),
    # Pall Mall Process
    ("candid-pall-mall-code", "News: the code of practice of the Pall Mall Process", "candid.technology",
     "https://candid.technology/pall-mall-process-code-of-practices-for-states/", ""),
    ("business-humanrights-pall-mall", "News: the code of practice and its support",
     "Business & Human Rights Resource Centre", "https://www.business-humanrights.org/en/latest-news/spyware-reform-"
     "led-by-france-and-uk-advances-with-new-code-of-practice-but-key-support-remains-uncertain", ""),
    ("urbananews-pall-mall", "News: coalition against misuse of commercial spyware", "urbananews.ca",
     "https://urbananews.ca/international-coalition-forms-to-combat-misuse-of-commercial-spyware", ""),
    ("cybersecurity-see-pall-mall", "News: governments and firms against commercial spyware",
     "cybersecurity-see.com", "https://cybersecurity-see.com/alliances-form-between-goverments-and-tech-giants-to-"
     "combat-commercial-spyware/", ""),
    ("carder-market-138809", "Forum thread on the conference in London", "carder.market",
     "http://www.carder.market/threads/this-week-a-conference-is-being-held-in-london-organized-jointly-by-the-uk-"
     "and-france.138809/latest", ""),
    ("cybermaterial-pall-mall", "News: Paris negotiates rules on hacking tools", "cybermaterial.com",
     "https://cybermaterial.com/paris-negotiates-rules-on-hacking-tools", ""),
    # Prague
    ("mobileworldlive-prague", "News: officials meet to hatch a 5G security plan", "Mobile World Live",
     "https://www.mobileworldlive.com/featured-content/top-three/officials-meet-to-hatch-international-5g-security-"
     "plan", ""),
    ("circleid-prague", "Post: countries hold a meeting on 5G security in Prague", "CircleID",
     "http://www.circleid.com/posts/190503_countries_hold_meeting_on_5g_security_and_policy_in_prague/",
     "2019-05-03"),
    ("presidency-ucsb-prague", "Statement of the press secretary on the Prague conference",
     "The American Presidency Project", "https://www.presidency.ucsb.edu/documents/statement-the-press-secretary-the-"
     "prague-5g-security-conference", ""),
    # Secure by Design
    ("theregister-2024-05-09", "News: 68 firms sign CISA's pledge", "The Register",
     "https://www.theregister.com/2024/05/09/68_tech_firms_sign_cisas/", "2024-05-09"),
    ("allnewspress-secure-by-design", "News: manufacturers vow to become secure by design", "allnewspress.com",
     "https://allnewspress.com/commitment-over-60-manufacturers-vow-to-become-secure-by-design/", ""),
    # Tech for Good
    ("anycommerce-tech-for-good", "Post: Wynd signs the Tech for Good Call", "anycommerce.io",
     "https://blog.anycommerce.io/wynd-signataire-de-lappel-tech-for-good", ""),
    ("latribune-tech-for-good", "News: the Tech for Good Call and who signed it", "La Tribune",
     "https://www.latribune.fr/technos-medias/appel-tech-for-good-signe-par-73-patrons-de-la-tech-le-grand-coup-de-"
     "com-de-macron-863673.html", ""),
    ("clubic-tech-for-good", "News: Amazon and Apple do not join the Tech for Good Call", "Clubic",
     "https://clubic.com/pro/legislation-loi-internet/actualite-23354-tech-for-good-amazon-et-apple-ne-veulent-pas-s-"
     "associer-a-l-initiative-francaise-pour-une-tech-plus-ethique.html", ""),
    ("elysee-tech-for-good", "Page on Tech for Good", "Presidency of the French Republic",
     "https://www.elysee.fr/en/emmanuel-macron/tech-for-good-taking-a-stand-for-a-responsible-and-inclusive-"
     "technological-progress", ""),
    ("solutions-numeriques-tech-for-good", "News: leaders who signed the Tech for Good Call",
     "Solutions Numériques", "https://solutions-numeriques.com/impact-social-societal-et-environnemental-plus-de-75-"
     "leaders-de-la-tech-viennent-de-signer-lappel-tech-for-good", ""),
    # UN expert groups
    ("un-disarmament-ict", "Page on developments in ICT and international security",
     "United Nations Office for Disarmament Affairs", "http://www.un.org/disarmament/topics/informationsecurity/", ""),
    ("cybilportal-un-gge", "Entry: United Nations Group of Governmental Experts", "Cybil Portal",
     "https://cybilportal.org/actors/un-gge/", ""),
]
# Where two addresses are both needed the first one names the actor.
REPOSITORIES = [
    ("UNxml/GAresolutions@42a69b67bb", "garesolutions-42a69b67bb", "Machine-readable resolutions of the General "
     "Assembly, folder data_extract", "United Nations, Department for General Assembly and Conference Management",
     "https://github.com/UNxml/GAresolutions/tree/42a69b67bb", "2026-07-10",
     "unofficial copies, for information, without warranty; the United Nations is the source"),
    ("CVEProject/cve-website@d815acc9b5", "cve-website-d815acc9b5", "Site of the CVE Programme: list of CVE Numbering "
     "Authorities and news", "CVE Programme", "https://github.com/CVEProject/cve-website/tree/d815acc9b5",
     "2024-10-08", "facts; the repository remains its owner's"),
    ("datenoio/internacia-db@6f69d8418a", "internacia-db-6f69d8418a", "internacia-db: blocs of countries and their "
     "members", "datenoio", "https://github.com/datenoio/internacia-db/tree/6f69d8418a", "2025-12-20", "MIT"),
]
