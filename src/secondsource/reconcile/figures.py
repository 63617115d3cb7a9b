"""What a figure counts: the parts of its series key, and who gives it on which day.

Source: ACLED and UCDP codebooks (definitions fixed before counting).
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


_DIFFERENCE = re.compile(r"\s+(?:\w+\s+)?(?:fewer|more|less|higher|lower)\s+than\b")
"""After a number: by how much two counts differ (`three fewer than the coast guard`)."""


_SMALL = 10
"""A number below this meets its like by chance."""


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
