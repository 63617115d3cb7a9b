"""How two figures stand to each other: the same, an update, a revision, a dispute, an addition, or not comparable.

One table, `RULES`, holds every judgement with the sentence that is printed for it.  Nothing is averaged: a judgement
says which of two numbers came later, or who gives which, and leaves both standing.  The order of the questions is
fixed: do the words put one right by the other; does one add to the other, or add it up; do both measure one thing; do
they give one number; can both hold; and only then, who said it when.
Source: ACLED (reported totals are revised up or down), UCDP (a later count of one event takes the place of an earlier
one), Iraq Body Count (what an aggregate already holds is not counted again).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from secondsource.reconcile import contents, intervals
from secondsource.reconcile.comparability import apart
from secondsource.reconcile.likeness import corrected
from secondsource.reconcile.measures import Measure
from secondsource.records import Verdict

RULES: Mapping[str, tuple[Verdict, str]] = {
    "put right": ("revision", "A correction puts one number in the place of the other."),
    "sum": ("derived", "The parts that are given add up to the total; a sum is no source of its own."),
    "addition": ("increment", "The words add one number to the other (another, further, more)."),
    "rank": ("not_comparable", "One is a place in an order, the other a count."),
    "rate": ("not_comparable", "One is a rate, the other a count."),
    "forecast": ("not_comparable", "One looks ahead, the other counts what was there."),
    "negation": ("not_comparable", "One says what is not so, the other what is."),
    "may be": ("not_comparable", "One tells what may be, the other what is; neither gainsays the other."),
    "unit": ("not_comparable", "They count in different units."),
    "predicate": ("not_comparable", "Something else happened to the one than to the other."),
    "noun": ("not_comparable", "Different things are counted."),
    "certainty": ("not_comparable", "One counts what is confirmed, the other what is suspected."),
    "event": ("not_comparable", "One is of another event, by its own words."),
    "attacker": ("not_comparable", "One counts the attacker too, the other does not."),
    "body": ("not_comparable", "They count the people of different bodies."),
    "part": ("not_comparable", "One counts a part of those whom the other counts."),
    "period": ("not_comparable", "They sum up different stretches of time."),
    "actor": ("not_comparable", "Different parties did it."),
    "place": ("not_comparable", "They are about different places or people."),
    "unsaid": ("not_comparable", "The words do not say that both count the same thing."),
    "unlike rates": ("not_comparable", "The words do not say that both are shares of the same thing."),
    "one breath": ("not_comparable", "One party gives both in one text for one time, so they count different things."),
    "other addition": ("not_comparable", "One is an addition to a number that is not the other."),
    "new total": ("increment", "The sentence itself says that the one brings the total to the other."),
    "same number": ("same", "Both give the same number, after rounding and whatever their bounds."),
    "rounded": ("same", "One gives the number of the other in round terms (over 120, 121)."),
    "from one to the other": ("update", "The sentence itself tells how the one became the other."),
    "range of estimates": ("dispute", "The sentence gives both as estimates that lie apart."),
    "both hold": ("same", "The bounds of both can hold at once, and neither is known to be later."),
    "closer": ("update", "It was said later, and lies within what the earlier words left open."),
    "one day": ("dispute", "Both were said for one day by different parties, and cannot both hold."),
    "counted on": ("update", "The words call the higher number the newer one."),
    "taken back": ("revision", "The words call the lower number the newer one."),
    "gone on": ("update", "It was said later and is higher."),
    "same voice": ("update", "One party gave both on one day, in two texts."),
    "growing count": ("update", "It was said later and is higher; the count is one that grows."),
    "ebbing count": ("update", "It was said later; the count is one that falls as people are found."),
    "lowered": ("revision", "It was said later and is lower, where the count does not fall by itself."),
    "own figure changed": ("revision", "The same party later gave another number for what does not change."),
    "rival": ("dispute", "Within days another party gave a number that cannot hold together with it."),
    "replaced": ("revision", "A later number took the place of one that cannot hold together with it."),
}
"""Every judgement: what it comes to, and the sentence that is printed with it."""

GROWING = contents.word_set(
    "killed wounded killed_or_wounded found displaced infected arrested captured destroyed rescued sent lost fired"
    " intercepted treated survived released dismissed expelled cancelled vaccinated mobilised attended buried"
)
"""What only adds up as an event goes on."""

EBBING = frozenset({"missing", "trapped", "critical", "delayed"})
"""What grows less as people are found, freed or healed."""

RIVAL = 5
"""Days within which the number of another party answers the first; what comes later has had time to find out more.

Source: own rule, from the development stories (a firm answered its attackers in one day, a regulator in three weeks).
"""

LOOKED_THROUGH = 1.4
"""Up to so many times the other a later number of another party is a count looked through again; beyond, a rival's.

Source: own rule, from the development stories.
"""

_UP_FROM = re.compile(r"^\s*(?:\w+\s*){0,3}[,(–-]?\s*(?:up|down)\s+from\s+(?:\w+\s+)?$", re.IGNORECASE)
_TELLS_CHANGE = re.compile(r"^\s*(?:\w+\s+){0,2}to\s+$", re.IGNORECASE)
_FROM = re.compile(r"\bfrom\s+$", re.IGNORECASE)
_TO = re.compile(r"^[^,;:]{0,60}\bto\s+$", re.IGNORECASE)
_CHANGED = re.compile(
    r"\b(?:rose|risen|rises|rise|grew|grown|climbed|increased|fell|fallen|dropped|went|up|down|jumped)\b"
)
_BRINGS = re.compile(
    r"\b(?:bring|brought|tak|took|rais|push|lift)\w*\s[^.;]{0,30}\b(?:total|number|toll|figure|count|tally)\b[^.;]*\bto\s+$",
    re.IGNORECASE,
)
_VARIED = re.compile(r"\b(?:rang\w+|var\w+|differ\w*|estimates?)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Judgement:
    """What two figures come to; `rule` is a name in `RULES`."""

    rule: str

    @property
    def verdict(self) -> Verdict:
        """What it comes to."""
        return RULES[self.rule][0]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two figures in order of time.

    Attributes:
        between: the words between them where they stand in one sentence, else "".
        lead: the words of that sentence before the first.
        summed: whether one is a part of a sum that is the other.
        added: whether one is an addition to the other.
    """

    earlier: Measure
    later: Measure
    between: str
    lead: str
    summed: bool
    added: bool

    @property
    def values(self) -> tuple[intervals.Value, intervals.Value]:
        """The two intervals."""
        return self.earlier.counted.value, self.later.counted.value

    @property
    def days(self) -> int:
        """Days from one to the other, 0 where either is unknown."""
        one, other = self.earlier.counted.when, self.later.counted.when
        return (other - one).days if one and other else 0

    @property
    def one_voice(self) -> bool:
        """Whether the same party gives both."""
        one, other = self.earlier.counted.origin, self.later.counted.origin
        return one.name is not None and one.name == other.name

    @property
    def higher(self) -> bool:
        """Whether the later number is the higher one."""
        one, other = map(intervals.points, self.values)
        return bool(one) and bool(other) and other[-1] > one[-1]

    @property
    def newer(self) -> Measure | None:
        """Which of two numbers of one day the words call the newer one (`the latest tally`), None where they do not."""
        one, other = self.earlier.words.told, self.later.words.told
        if self.days or one == other:
            return None
        return self.later if other == "lately" or one == "before" else self.earlier

    @property
    def risen(self) -> bool:
        """Whether the newer number of one day is the higher one."""
        return self.higher == (self.newer is self.later)

    @property
    def uncertain(self) -> bool:
        """Whether just one of them is told as what may be."""
        told = [each.counted.figure.modality for each in (self.earlier, self.later)]
        return told.count("possible") == 1

    @property
    def far(self) -> bool:
        """Whether the numbers lie further apart than a count that is looked through again."""
        numbers = sorted(number for value in self.values for number in intervals.points(value))
        return bool(numbers) and numbers[-1] > LOOKED_THROUGH * numbers[0]

    @property
    def acts(self) -> frozenset[str]:
        """What happened to the counted."""
        return frozenset({self.earlier.act, self.later.act}) - {""}


def judge(pair: Pair, weight: contents.Weights) -> Judgement:
    """Return the judgement of the first rule that applies."""
    one, other = pair.earlier.counted, pair.later.counted
    if corrected(one, other) and not intervals.agree(*pair.values):
        return Judgement("put right")
    kept = apart(pair.earlier, pair.later, weight)
    if not kept and _corrects(pair) and not intervals.agree(*pair.values):
        return Judgement("put right")
    if pair.summed or pair.added:
        return Judgement("sum" if pair.summed else "addition")
    found = _joined(pair) or kept
    return Judgement(found or next(name for name, applies in _TOGETHER if applies(pair)))


def _joined(pair: Pair) -> str:
    """Return the rule for two numbers that one sentence joins by `bringing the total to` or `from … to`."""
    if _BRINGS.search(pair.between):
        return "new total"
    if _UP_FROM.match(pair.between) and not intervals.agree(*pair.values):
        return "from one to the other"
    told = _TELLS_CHANGE.match(pair.between) or (_FROM.search(pair.lead) and _TO.match(pair.between))
    if not told or intervals.agree(*pair.values):
        return ""
    if _CHANGED.search(pair.lead):
        return "from one to the other"
    return "range of estimates" if _VARIED.search(pair.lead) else ""


def _corrects(pair: Pair) -> bool:
    """Tell whether the later words put the earlier right; what was put right before is no word on what comes after."""
    one, other = pair.earlier.counted, pair.later.counted
    here = one.figure.span.doc_id == other.figure.span.doc_id and one.stance == "corrects"
    return other.stance == "corrects" or (here and pair.one_voice)


def _compatible(pair: Pair) -> bool:
    return intervals.compatible(*pair.values)


_TOGETHER: Sequence[tuple[str, Callable[[Pair], bool]]] = (
    ("same number", lambda pair: intervals.agree(*pair.values)),
    ("rounded", lambda pair: intervals.rounds(*pair.values) or intervals.rounds(*reversed(pair.values))),
    ("closer", lambda pair: _compatible(pair) and pair.days > 0),
    ("both hold", _compatible),
    ("counted on", lambda pair: pair.newer is not None and pair.risen),
    ("taken back", lambda pair: pair.newer is not None),
    ("same voice", lambda pair: pair.days == 0 and pair.one_voice),
    ("may be", lambda pair: pair.days == 0 and pair.uncertain),
    ("one day", lambda pair: pair.days == 0),
    ("ebbing count", lambda pair: bool(pair.acts & EBBING)),
    ("growing count", lambda pair: pair.higher and bool(pair.acts & GROWING)),
    ("own figure changed", lambda pair: pair.one_voice and pair.higher),
    ("may be", lambda pair: not pair.one_voice and pair.days <= RIVAL and pair.uncertain and pair.far),
    ("rival", lambda pair: not pair.one_voice and pair.days <= RIVAL and bool(pair.acts) and pair.far),
    ("gone on", lambda pair: pair.higher and not pair.acts),
    ("lowered", lambda pair: not pair.higher),
    ("replaced", lambda _: True),
)
"""Two figures of one measure: the first rule that applies says how they stand."""
