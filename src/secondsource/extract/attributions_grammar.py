"""Closed word classes and the small verb list with which clauses are cut, since no parser is at hand.

Source: Quirk et al., A Comprehensive Grammar of the English Language (closed classes, irregular verbs).
"""

from __future__ import annotations

import re


def words(listed: str) -> frozenset[str]:
    """Return the words of a blank-separated list."""
    return frozenset(listed.split())


SUBJECT_PRONOUNS = words(
    "he she it they we i you everyone everybody someone somebody nobody anyone none others neither"
)
REFLEXIVES = words("himself herself itself themselves myself ourselves yourself")
OBJECT_PRONOUNS = words("him them us me himself herself itself themselves")
POSSESSIVES = words("his her its their our my your whose")
DETERMINERS = words(
    "the a an this these those that another any each every no some many most several few neither all both other such"
)
PREPOSITIONS = words(
    "of in on at by for from with about against into over under between among during through after before since "
    "without within across around near behind beyond toward towards via despite amid amidst until upon onto like "
    "unlike including outside inside off per besides regarding concerning following throughout along above below"
)
CONJUNCTIONS = words("and or but nor yet")
RELATIVES = words("who whom which whose that")
SUBORDINATORS = words(
    "that which who whom whose because while when if as although though unless until whether where how why what "
    "than so once whereas lest"
)
COMPLEMENTISERS = words("that whether how why what if who where when")
BE = words("is are was were be been being am ’s 's")
HAVE = words("has have had having")
DO = words("do does did")
MODALS = words("will would can could may might shall should must cannot ought")
CONTRACTED = re.compile(
    r"(?:is|are|was|were|has|have|had|do|does|did|wo|would|ca|could|should|might|must|need)n[’']t"
    r"|(?:he|she|it|they|we|i|you|who|that|there)[’'](?:s|ll|d|ve|re|m)"
)
NEGATIONS = words("not never n't n’t nor hardly")
ADVERBS = words(
    "also then later now again once still already even often just ever previously earlier meanwhile instead too "
    "soon however therefore thus nevertheless nonetheless moreover further furthermore afterwards yesterday today "
    "tomorrow there here perhaps maybe first yet always simply only long sometimes indeed"
)
TEMPORALS = words(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight january february "
    "march april may june july august september october november december jan. feb. mar. apr. jun. jul. aug. sep. "
    "sept. oct. nov. dec. morning afternoon evening night noon midnight week month year weekend day hours days "
    "weeks months years minutes a.m. p.m. last next early late earlier ago"
)
NUMBER_WORDS = words(
    "one two three four five six seven eight nine ten eleven twelve dozen dozens hundreds thousands millions "
    "hundred thousand million billion half"
)

_IRREGULAR = words(
    "was were had did said went came took made got gave found told left felt kept held brought began wrote stood "
    "heard let meant set met ran paid sat spoke lay led grew lost fell sent built understood drew broke spent cut "
    "rose drove bought wore chose knew saw thought became shot sank won fled struck hit fought caught taught sold "
    "sought threw flew shook stole swore hung dealt put forgot rang sang swam tore woke withdrew overcame "
    "undertook read bore bound bred burnt burst cast clung crept dug dreamt dwelt fed forbade froze ground hid "
    "hurt knelt laid leapt lent lit quit rode shed shone shut slept slid spread sprang sprung stuck stung swept "
    "swung upheld wept slew strove strode spun shrank rent rid"
)
_PRESENT = words(
    "is are has have does do says wants needs makes goes takes gives gets comes seems remains faces runs holds "
    "shows plans keeps stands means brings leads includes continues becomes provides offers allows requires "
    "involves follows begins appears uses works calls finds believes thinks knows sees looks hopes expects plays "
    "moves lives helps turns starts ends carries sits speaks reads spends grows opens walks wins loses pays meets "
    "sets sends considers serves dies rises falls reaches kills raises passes sells reports decides pulls depends "
    "exists belongs contains suggests supports argues claims denies warns reflects represents marks underscores "
    "highlights coincides"
)
_NOT_PAST = words(
    "need seed speed feed indeed red bed hundred sacred united aged armed used so-called wicked naked beloved "
    "alleged wounded injured unnamed retired elected disabled married wanted hundred-odd infrared shed embed "
    "exceed proceed succeed breed bleed greed creed weed deed ahmed mohammed muhammed ted fred med fed led-"
)
_ED = re.compile(r"[a-z]{2,}ed$")


_ANSWERS = words("denying rejecting disputing dismissing refuting repeating echoing answering deny rejects dismisses")


def takes_noun(word: str) -> bool:
    """Tell whether what follows a verb is its object, however much it looks like a verb (`denies | claims that`)."""
    return is_past(word) or is_present(word) or word in _ANSWERS


def holds_subject(word: str) -> bool:
    """Tell whether a contraction holds its own subject (`she’ll`, but not `won’t`)."""
    return CONTRACTED.fullmatch(word) is not None and not word.endswith(("n't", "n’t"))


def is_past(word: str) -> bool:
    """Tell whether a lower-case word looks like a simple past form."""
    return word in _IRREGULAR or (word not in _NOT_PAST and _ED.search(word) is not None and "-" not in word)


def is_present(word: str) -> bool:
    """Tell whether a lower-case word is a common verb in the third person."""
    return word in _PRESENT


def is_auxiliary(word: str) -> bool:
    """Tell whether a lower-case word can only open a verb group."""
    return word in BE or word in HAVE or word in DO or word in MODALS or CONTRACTED.fullmatch(word) is not None


def is_adverb(word: str) -> bool:
    """Tell whether a lower-case word can stand inside a verb group."""
    return word in ADVERBS or (word.endswith("ly") and len(word) > 4 and word not in _LY_NOUNS)


_LY_NOUNS = words(
    "family italy july assembly ally rally reply supply monopoly early daily weekly fly belly bully jelly only"
)
