"""What a figure counts: the parts of its series key, and whether two of them count the same thing.

Killed is not killed-or-wounded, a forecast is no observation, and figures of different periods, actors or places are
not comparable; a part that one of them leaves open is compatible with anything.
Source: ACLED and UCDP codebooks (definitions fixed before counting); Iraq Body Count (overlapping periods).
"""

from __future__ import annotations

import datetime as dt
import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from secondsource.lexicon.tables import Lexicon
from secondsource.reconcile import contents, intervals
from secondsource.reconcile.independence import AGAINST
from secondsource.reconcile.index import Index, speaker_of
from secondsource.reconcile.origins import Origin, origin
from secondsource.reconcile.sayings import said_on
from secondsource.records import Attribution, Figure, Span, Stance
from secondsource.text.stems import stem

GENERIC = contents.stems(
    "people person victims bodies dead others accounts customers users missing injured wounded killed deaths fatalities"
    " homeless survivors residents casualties"
) | {"", "other"}
"""Nouns that count persons without saying which."""

_HEAD = re.compile(r"^(.*?)(?:\s+(?:of|on|in|at|with|from|to|for|by|per)\s.*)?$")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_SINCE = re.compile(r"\bsince\b\s*(.*)")
_RELATIVE_YEAR = re.compile(r"\b(this|last) year\b")

_OF_THEM = re.compile(
    r"\s+of\s+(?:them|these|those|whom|which|her|his|their|the\s+(?:dead|victims|wounded|injured|missing|survivors))\b",
    re.IGNORECASE,
)
_ALL = re.compile(r"\ball\s+$", re.IGNORECASE)
_HAD = re.compile(r"\bhad\b(?:\s+\w+){0,4}\s*$", re.IGNORECASE)
_MONTH = re.compile(r"\d{4}-\d\d")

_RETOLD = 0.6
"""Share of the words of the shorter sentence from which an unsourced line retells another."""

_DIFFERENCE = re.compile(r"\s+(?:\w+\s+)?(?:fewer|more|less|higher|lower)\s+than\b")
"""After a number: by how much two counts differ (`three fewer than the coast guard`)."""

_ALONE = frozenset({"rate", "rank"})

_SMALL = 10
"""A number below this meets its like by chance."""

_TELLING = 2
"""Words beside persons and the counted noun that small numbers without a predicate must have in common."""

_SOME_WORDS = 0.4
"""Share of the words of two sentences from which a figure that tells no predicate counts the same."""

_STANDS_FOR = {"account": "person", "customer": "person", "user": "person"}
"""What is counted by its holder."""


@dataclass(frozen=True, slots=True)
class Counted:
    """A figure with its series key and its origin.

    Attributes:
        noun: stem of the head of the counted noun.
        period: stretch of time that it sums up (`since 2015`, `2024`), "" for the matter at hand (also
            where it began: `since Sunday`, `since the fire broke out`).
        actor, place: roots of who did it and of whom or where, "" where the text names no party that is known.
        context: content words of its sentence, without its own where it is a small number.
        headline: whether it stands in the headline over a body.
        said: the day on which its sentence says that it was given (`said on Thursday`, `as of Monday`), None for none.
        looks_back: whether its sentence tells what had been counted before (`had counted 3,000 in March`).
        part: whether the words make it a part of a count beside it (`three of them`).
    """

    figure: Figure
    day: dt.date | None
    origin: Origin
    stance: Stance
    attribution: Attribution | None
    noun: str
    period: str
    actor: str
    place: str
    context: frozenset[str]
    sentence: Span
    headline: bool = False
    said: dt.date | None = None
    looks_back: bool = False
    part: bool = False

    @property
    def key(self) -> tuple[object, ...]:
        """What it is compared by, but for its number."""
        figure = self.figure
        return (
            figure.kind,
            figure.unit,
            figure.predicate,
            self.noun,
            self.period,
            self.actor,
            self.place,
            self.part,
            self.context,
        )

    @property
    def when(self) -> dt.date | None:
        """The day on which it was given: of its text, of a saying in it, or the end of a month that it is told of.

        A month is when it was counted (`which had counted 3,000 in February`); a day mostly is when the event was.
        """
        as_of = _last_day(self.figure.as_of) if self.looks_back else None
        if as_of and self.day and as_of < self.day:
            return as_of
        return self.said or self.day

    @property
    def value(self) -> intervals.Value:
        """Its interval and bound."""
        return intervals.value(self.figure)

    @property
    def generic(self) -> bool:
        """Whether its noun counts persons without saying which."""
        return self.noun in GENERIC


def _last_day(as_of: str | None) -> dt.date | None:
    """Return the last day of an ISO month, None for a day or a year."""
    if not as_of or not _MONTH.fullmatch(as_of):
        return None
    first = dt.date.fromisoformat(f"{as_of}-01")
    return (first + dt.timedelta(days=31)).replace(day=1) - dt.timedelta(days=1)


def counted(index: Index, figure: Figure) -> Counted:
    """Return `figure` with its series key, read against the day of its document."""
    if _DIFFERENCE.match(index.case.documents[figure.span.doc_id].text, figure.span.end):
        figure = replace(figure, kind="increment")
    attribution = _telling(index.by_id.get(figure.attribution) if figure.attribution else None)
    day = index.day(figure.span.doc_id)
    return Counted(
        figure=figure,
        day=day,
        origin=origin(index, figure.span, attribution),
        stance=_stance(index, figure, attribution),
        attribution=attribution,
        noun=_head(figure.noun),
        period=_period(figure, day),
        actor=index.parties.party(figure.subject) if figure.subject else "",
        place=index.parties.party(figure.object_) if figure.object_ else "",
        context=_context(index, figure),
        sentence=index.sentence(figure.span),
        headline=index.summed_up(figure.span),
        said=said_on(index, figure.span),
        part=_partial(index, figure),
        looks_back=bool(_HAD.search(_before(index, figure.span))),
    )


def _telling(attribution: Attribution | None) -> Attribution | None:
    """Return the attribution if its speaker gives the numbers in it, None where the outlet does.

    Who declines to say how the firm won the $300 million contract does not tell its worth; nor does it stand with
    nobody that the contract is questioned.
    """
    if attribution is None or attribution.stance == "declines":
        return None
    return None if speaker_of(attribution) is None and attribution.stance in AGAINST | {"demands"} else attribution


def _partial(index: Index, figure: Figure) -> bool:
    """Tell whether `of the dead` or the like makes it a part; not so `all five of them`, `thousands of his people`."""
    behind = _OF_THEM.match(index.case.documents[figure.span.doc_id].text, figure.span.end)
    owned = figure.vague and behind is not None and behind[0].split()[-1].lower() in {"his", "her", "their"}
    return bool(behind) and not owned and not _ALL.search(_before(index, figure.span))


def _before(index: Index, span: Span) -> str:
    return index.text(Span(span.doc_id, index.sentence(span).start, span.start))


def _context(index: Index, figure: Figure) -> frozenset[str]:
    sentence = index.sentence(figure.span)
    text = index.text(sentence)
    if min(intervals.points(intervals.value(figure)), default=0.0) >= _SMALL:
        return contents.words(text, index.case.lexicon)
    before, after = text[: figure.span.start - sentence.start], text[figure.span.end - sentence.start :]
    return contents.words(f"{before} {after}", index.case.lexicon)


def _stance(index: Index, figure: Figure, attribution: Attribution | None) -> Stance:
    """Return what the speaker does with the number: it is denied only where the cue itself denies.

    Who rejects a charge by saying that 118 tickets were sold asserts the 118.
    """
    if figure.kind == "projection":
        return "predicts"
    if attribution is None:
        return "estimates" if figure.modality == "possible" else "says"
    if attribution.stance in AGAINST:
        cue = " ".join(index.text(part) for part in attribution.cue).lower()
        if _cues(index.case.lexicon).get(cue, attribution.stance) not in AGAINST:
            return "says"
    return attribution.stance


@functools.lru_cache(maxsize=8)
def _cues(lexicon: Lexicon) -> Mapping[str, Stance]:
    return {form: cue.stance for cue in lexicon.cues for form in (cue.phrase, *cue.forms)}


def _head(noun: str) -> str:
    matched = _HEAD.match(noun.lower().strip())
    words = re.findall(r"[^\W_]+", matched[1] if matched else "")
    return stem(words[-1]) if words else ""


def _period(figure: Figure, day: dt.date | None) -> str:
    scope = figure.scope.lower()
    since = _SINCE.search(scope)
    if since:
        year = _YEAR.search(since[1])
        return "since " + year[0] if year else ""
    relative = _RELATIVE_YEAR.search(scope)
    if relative and day:
        return str(day.year - (relative[1] == "last"))
    year = _YEAR.search(scope)
    if year:
        return year[0]
    return figure.as_of if figure.as_of and re.fullmatch(r"\d{4}", figure.as_of) else ""


def comparable(one: Counted, other: Counted) -> bool:
    """Tell whether nothing in the two keys says that they count different things."""
    left, right = one.figure, other.figure
    return (
        (left.kind in _ALONE) == (right.kind in _ALONE)
        and (left.kind == right.kind or left.kind not in _ALONE)
        and (left.modality == "negated") == (right.modality == "negated")
        and (one.stance == "demands") == (other.stance == "demands")
        and not _may_be(one, other)
        and _fits(_STANDS_FOR.get(left.unit, left.unit), _STANDS_FOR.get(right.unit, right.unit))
        and (_fits(left.predicate, right.predicate) or _scope_lost(one, other) or _scope_lost(other, one))
        and one.period == other.period
        and (one.part == other.part or intervals.agree(one.value, other.value))
        and _fits(one.actor, other.actor)
        and _fits(one.place, other.place)
    )


def _may_be(one: Counted, other: Counted) -> bool:
    """Tell whether one party tells on one day what may be, where another counts what cannot be then."""
    told = (one.figure.modality == "possible") != (other.figure.modality == "possible")
    return told and one.day == other.day and not intervals.compatible(one.value, other.value)


def _scope_lost(told: Counted, retold: Counted) -> bool:
    """Tell whether an outlet's own line gives a party's number for less than the party said (`killed or wounded`)."""
    return (
        told.origin.attributed
        and not retold.origin.attributed
        and (told.day is None or retold.day is None or told.day <= retold.day)
        and told.figure.predicate.find(retold.figure.predicate) >= 0
        and told.value == retold.value
        and contents.shared(told.context, retold.context, {}) >= _RETOLD
    )


def _fits(one: str, other: str) -> bool:
    return not one or not other or one == other


def two_totals_in_one_breath(one: Counted, other: Counted) -> bool:
    """Tell whether one party gives both in one text for one day: then they count different things."""
    return (
        one.figure.span.doc_id == other.figure.span.doc_id
        and "corrects" not in {one.stance, other.stance}
        and one.figure.kind == other.figure.kind == "total"
        and one.origin.name == other.origin.name
        and one.figure.as_of == other.figure.as_of
        and not intervals.compatible(one.value, other.value)
    )


def near(one: Counted, other: Counted) -> bool:
    """Tell whether neither number is more than four times the other."""
    numbers = (*intervals.points(one.value), *intervals.points(other.value))
    return bool(numbers) and max(numbers) <= 4 * min(numbers)


def corrected(one: Counted, other: Counted) -> bool:
    """Tell whether a correction notice gives both, the wrong number and the right one."""
    named = one.noun == other.noun if one.noun and other.noun else one.figure.kind in _ALONE
    return (
        one.figure.span.doc_id == other.figure.span.doc_id
        and "corrects" in {one.stance, other.stance}
        and one.figure.unit == other.figure.unit
        and named
    )


def _called_alike(one: Figure, other: Figure) -> bool:
    """Tell whether what is counted is called too much alike for chance: `two full-time employees`, `a $3m contract`.

    Two figures of one storyline with one number then count one thing, whatever else their sentences tell.
    """
    noun, money = one.noun.lower(), len(one.unit) == len("EUR") and one.unit.isupper()
    return noun == other.noun.lower() and one.unit == other.unit and (" " in noun or (money and bool(noun)))


def same_series(one: Counted, other: Counted, weight: contents.Weights) -> bool:
    """Tell whether both count the same thing, so that different values are a revision or a dispute.

    With the same predicate and noun they do.  A narrower noun (`seven men`, `seven people`) and a figure without a
    predicate only line up where the number is the same and the sentences share their words.
    """
    if not comparable(one, other):
        return False
    if corrected(one, other):
        return True
    same_noun = one.noun == other.noun or (one.generic and other.generic)
    same_value = intervals.agree(one.value, other.value)
    if one.figure.predicate and other.figure.predicate:
        return same_noun or same_value
    if one.figure.kind in _ALONE:
        return one.noun == other.noun and contents.shared(one.context, other.context, weight) >= 0.3
    if not (same_noun and same_value):
        return False
    alike = _called_alike(one.figure, other.figure)
    return alike or _tell_alike(one, other, weight)


def _tell_alike(one: Counted, other: Counted, weight: contents.Weights) -> bool:
    """Tell whether the sentences of two like numbers share enough words for a number of that size."""
    if contents.shared(one.context, other.context, weight) < _SOME_WORDS:
        return False
    telling = (one.context & other.context) - {"family:people", one.noun, other.noun}
    return len(telling) >= _TELLING or min(intervals.points(one.value), default=0.0) >= _SMALL
