"""Words by which a source shows what it is: a person in a role, a body, a paper, a medium, a pronoun."""

from __future__ import annotations


def words(listed: str) -> frozenset[str]:
    """Return the words of a space-separated list."""
    return frozenset(listed.split())


DETERMINERS = words(
    "the a an one some several many most few two three four five six seven eight nine ten this that these those "
    "both all any other another such certain multiple dozens hundreds thousands numerous various no at least "
    "about more than recent latest"
)
POSSESSIVES = {"his": "he", "her": "she", "its": "it", "their": "they", "our": "we", "my": "i", "your": "you"}
PRONOUNS = words(
    "he she it they him her them who whom which that his its their himself herself itself themselves hers theirs"
)
FIRST_PERSON = words("i we us me our my ours mine myself ourselves")
MALE = words(
    "he him his mr sir father brother son husband man boy king prince uncle grandfather spokesman chairman "
    "businessman policeman fireman fisherman actor grandson nephew widower"
)
FEMALE = words(
    "she her hers mrs ms miss madam dame mother sister daughter wife woman girl queen princess aunt grandmother "
    "spokeswoman chairwoman businesswoman policewoman actress granddaughter niece widow midwife"
)

SPOKES = words(
    "spokesman spokeswoman spokesperson spokesmen spokeswomen spokespeople spokespersons representative "
    "representatives official officials source sources"
)
"""They speak for the body that is named with them."""

HEADS = words(
    "head chief chairman chairwoman chair chairperson president director manager executive ceo boss founder co- "
    "founder owner commissioner secretary-general administrator editor leader secretary minister premier "
    "chancellor ambassador envoy adviser advisor commander undersecretary treasurer rector superintendent "
    "prosecutor coordinator organiser organizer successor predecessor publisher principal"
)
"""Who heads a body speaks for it, also after he left: what he did he did in office."""

HEADING = words("heads headed leads led chairs chaired directs directed commands commanded manages managed")
"""What they do: `who heads the mission`."""

STAFF = words(
    "researcher researchers analyst analysts scientist scientists economist economists member members expert "
    "experts professor fellow engineer engineers lawyer attorney lawyers attorneys doctor doctors physician "
    "investigator investigators detective officer officers campaigner strategist lecturer correspondent reporter "
    "correspondents reporters journalist journalists capt sgt lt cpl maj cmdr det deputy employee employees "
    "worker workers staff clerk accountant auditor inspector consultant adviser"
)
"""They speak for a body only where the text names it with them, and not once they have left it."""

CLIENTS = words("lawyer lawyers attorney attorneys counsel solicitor barrister agent")

PERSONS = (
    SPOKES
    | HEADS
    | STAFF
    | CLIENTS
    | words(
        "survivor survivors witness witnesses resident residents neighbor neighbour neighbors neighbours teacher "
        "nurse captain sailor pilot driver farmer fisherman deckhand judge governor mayor senator lawmaker lawmakers "
        "deputy councillor councilor sheriff brother sister mother father son daughter wife husband cousin uncle aunt "
        "friend friends family families relative relatives parents victim victims suspect suspects defendant prisoner "
        "democrat democrats republican republicans hacker hackers activist activists protester protesters author "
        "authors poster passenger passengers customer "
        "customers student students colleague critics critic supporters soldier soldiers general admiral colonel "
        "major sergeant lieutenant man woman boy girl people person men women children workers rescuers volunteers "
        "veteran engineer priest bishop imam king queen prince princess pope artist singer actor player candidate "
        "politician politicians diplomat diplomats aide aides negotiator negotiators mediator mediators historian "
        "biologist geologist chemist someone somebody others insiders whistleblower informant trader investor "
        "investors observers commentators passer-by bystander bystanders girls boys youths individuals associations "
        "team researcher coauthor co-author caller prosecutor prosecutors detective detectives tenant tenants "
        "landlord builder mechanic diver divers miner"
    )
)

COMPANIES = words(
    "company firm operator carrier airline manufacturer maker retailer bank corporation business enterprise "
    "supplier contractor shipowner owner builder developer insurer brewer utility startup start-up chain giant "
    "miner employer cooperative co-operative shipper shipyard conglomerate"
)
COMPANY_TAILS = words(
    "resources minerals metals ventures solutions properties pharmaceuticals chemicals cement railways aviation "
    "aerospace networks entertainment healthcare biotech laboratories analytics consulting investments equity "
    "petroleum refining wireless corp corporation company co inc ltd llc plc holdings telecom lines line "
    "securities labs partners industries systems motors energy airlines airways cooperative bank foods pharma "
    "technologies technology software media steel oil gas mining shipping logistics ferries electric water "
    "power mobile communications construction engineering capital insurance ag sa gmbh works mills brewery "
    "stores group cargo freight marine rail"
)
AUTHORITIES = words(
    "ministry agency guard police council commission committee court congress parliament senate assembly "
    "department bureau office authority board government administration army navy military force forces service "
    "services treasury secretariat embassy consulate mission cabinet prosecutor prosecutors regulator watchdog "
    "inspectorate registry intelligence customs coastguard fire brigade hospital clinic university college school "
    "institute junta regime observatory taskforce institution legislature palace presidency"
)
ASSOCIATIONS = words(
    "union association federation league organization organisation foundation fund trust society movement front "
    "party alliance coalition campaign club team church network charity group cooperative committee gang militia "
    "institute academy company center centre forum"
)
MEDIA = words(
    "radio television tv channel broadcaster newspaper paper magazine agency wire network news media outlet "
    "outlets website site press daily weekly times post herald tribune journal gazette standard telegraph mirror "
    "observer broadcasting newswire ledger register courier chronicle"
)
BROADCAST = words("radio television tv channel broadcaster network broadcasting station")
PRINT = words("newspaper paper magazine daily weekly times post herald tribune journal gazette press standard courier")
BODIES = (
    COMPANIES | AUTHORITIES | ASSOCIATIONS | MEDIA | COMPANY_TAILS | words("team families village-council councils")
)

PAPERS = words(
    "report list figures statement data records record study survey document documents filing filings analysis "
    "letter statistics numbers poll memo email emails post posts tweet dossier paper article release communique "
    "communiqué assessment estimate estimates review audit account accounts findings ruling verdict indictment "
    "affidavit message database register census log logs manifest transcript tally"
)
"""Papers, whose author is the source.  Source: annotation guide of the fiction stories (who cites a list)."""

OWN_TEXTS = words("report story article version notice headline caption photograph item")
"""What a correction calls the text that it corrects."""

TRAILING = words("who which whose that himself herself itself themselves today yesterday tonight later also")
"""Words that a source may end in and that are no part of a name."""

TAILS = words(
    "who whose which whom that where with in on after before because when as seen drawn compiled published issued "
    "prepared written familiar close citing speaking quoted based near by to about during against while since "
    "under known released obtained leaked signed drafted commissioned produced conducted carried sent not"
)
"""Words that end the noun phrase of a source."""
