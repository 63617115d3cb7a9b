"""On which day it happened, where articles name different days for one event.

Two times are about one event if the word that they follow is the same and is a rare verb, or if the words around them
share more than that, and if the days lie close.  Only a disagreement makes a claim of its own; a day that all agree on
belongs to what is said.
Source: the rule that two days for one event are a dispute, with a shift of time zone as one of its explanations.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter, defaultdict, deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from secondsource.reconcile import contents
from secondsource.reconcile.drafts import Draft, claim
from secondsource.reconcile.families import components
from secondsource.reconcile.index import Index
from secondsource.reconcile.origins import Origin, origin
from secondsource.reconcile.weighing import Mark
from secondsource.records import Attribution, Span, Time
from secondsource.text.stems import stem

_BEHIND = 60
"""Characters before a time in which the word that it follows stands."""

_APART = 3
"""Days that two accounts of one event lie apart at most; what lies further apart is mostly another event."""

_RARE = 5
"""A word in at most this many different sentences of the affair names one event."""

_RECENT = 24
"""Times with a word in common beside which one is set: more than an event has accounts that differ in their words."""

_ANY = ""
"""Where the word that a time follows is enough."""

_PASSED_OVER = contents.word_set(
    "on in at by late early before after since until around about of the a an night morning"
)

_CLAUSE = 50
"""Characters before a time, and half as many behind it, that tell what happened then."""

_SPOKEN = 25
"""Characters after a cue within which a time says when somebody spoke (`said on Sunday`)."""

_NAMED = re.compile(
    r"\d|(?:mon|tues|wednes|thurs|fri|satur|sun)day|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)",
    re.IGNORECASE,
)
"""A time that names its day; `the same day` and `last week` do not."""

_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class _Dated:
    """A time with the day that it names, the word it follows, and the words around it."""

    time: Time
    begin: dt.date
    end: dt.date
    head: str
    words: frozenset[str]
    origin: Origin

    def differs(self, other: _Dated) -> bool:
        """Tell whether no day fits both."""
        return self.begin > other.end or other.begin > self.end


def day_drafts(index: Index, weight: contents.Weights) -> Iterator[Draft]:
    """Yield a claim for each event for which different texts name different days."""
    dated = [each for time in sorted(index.case.times, key=lambda each: each.id) for each in _dated(index, time)]
    by_id = {each.time.id: each for each in dated}
    groups: dict[str, list[_Dated]] = defaultdict(list)
    for node, home in components(by_id, list(_meetings(dated, weight))).items():
        groups[home].append(by_id[node])
    for home in sorted(groups):
        group = sorted(groups[home], key=lambda each: _in_time(index, each))
        if any(one.differs(other) for one in group for other in group):
            yield _draft(index, group)


def _dated(index: Index, time: Time) -> Iterator[_Dated]:
    if time.begin is None or time.begin != time.end or not _NAMED.search(index.text(time.span)):
        return
    said = _attribution(index, time.span)
    sentence = index.sentence(time.span)
    head = _head(index, time.span, sentence)
    if head and not _of_speech(index, time.span):
        clause = Span(
            time.span.doc_id,
            max(sentence.start, time.span.start - _CLAUSE),
            min(sentence.end, time.span.end + _CLAUSE // 2),
        )
        words = contents.words(index.text(clause), index.case.lexicon)
        yield _Dated(time, time.begin, time.end, head, words, origin(index, time.span, said))


def _attribution(index: Index, span: Span) -> Attribution | None:
    """Return who says it: whose content holds the time, else who is named for the rest of its sentence."""
    named = [each for each in index.attributions.get(span.doc_id, ()) if each.speaker]
    around = [each for each in named if any(span.within(part) for part in each.content)]
    sentence = index.sentence(span)
    beside = [each for each in named if any(part.within(sentence) for part in each.cue)]
    return min(around or beside, key=lambda each: (sum(map(len, each.content)), each.id), default=None)


def _of_speech(index: Index, span: Span) -> bool:
    """Tell whether the time stands beside a cue or in a source, and so says when it was said."""
    return any(
        part.overlaps(span) or -1 <= span.start - part.end <= _SPOKEN
        for each in index.attributions.get(span.doc_id, ())
        for part in (*each.source, *each.cue)
        if not any(span.within(content) for content in each.content)
    )


def _head(index: Index, span: Span, sentence: Span) -> str:
    before = index.text(Span(span.doc_id, max(sentence.start, span.start - _BEHIND), span.start)).lower()
    words = [word for word in _WORD.findall(before) if word not in _PASSED_OVER and contents.stems(word)]
    return words[-1] if words else ""


def _meetings(dated: Sequence[_Dated], weight: contents.Weights) -> Iterator[tuple[str, str]]:
    heads = {(each.head, each.words): stem(each.head) for each in dated}
    spread: Mapping[str, int] = Counter(heads.values())
    by_head: dict[str, list[_Dated]] = defaultdict(list)
    for each in dated:
        by_head[each.head].append(each)
    for head in sorted(by_head):
        told = head.endswith("ed") and _telling(stem(head), spread, weight)
        yield from _met(by_head[head], weight, told=told)


def _met(dated: Sequence[_Dated], weight: contents.Weights, *, told: bool) -> Iterator[tuple[str, str]]:
    """Yield which times of one word are about one event, each set beside the last `_RECENT` that share a word with it.

    In order of the days that they name, so that what lies close is not lost; `told` says that the word alone is enough.
    """
    recent: dict[str, deque[_Dated]] = defaultdict(lambda: deque(maxlen=_RECENT))
    for one in sorted(dated, key=lambda each: (each.begin, each.time.id)):
        keys = [_ANY] if told else sorted(one.words)
        for other in {each.time.id: each for key in keys for each in recent[key]}.values():
            alike = told or _near(one.words, other.words, weight)
            if one.time.span.doc_id != other.time.span.doc_id and _close(one, other) and alike:
                yield other.time.id, one.time.id
        for key in keys:
            _renew(recent[key], one)


def _renew(recent: deque[_Dated], new: _Dated) -> None:
    """Add a time, in the place of one with the same words and day if one is there."""
    twin = next((each for each in recent if each.words == new.words and each.begin == new.begin), None)
    if twin is not None and twin.time.span.doc_id != new.time.span.doc_id:
        recent.remove(twin)
    recent.append(new)


def _near(one: frozenset[str], other: frozenset[str], weight: contents.Weights) -> bool:
    common, shared = len(one & other), contents.shared(one, other, weight)
    return (common >= 3 and shared >= 0.25) or (common >= 2 and shared >= 0.6)


def _close(one: _Dated, other: _Dated) -> bool:
    return abs((one.begin - other.begin).days) <= _APART


def _telling(head: str, spread: Mapping[str, int], weight: contents.Weights) -> bool:
    return spread[head] <= _RARE and weight.get(head, 0.0) >= contents.RARE


def _in_time(index: Index, each: _Dated) -> tuple[bool, str, str]:
    return (not each.origin.attributed, str(index.day(each.time.span.doc_id) or "9"), each.time.id)


def _draft(index: Index, group: Sequence[_Dated]) -> Draft:
    first = group[0]
    marks = tuple(
        Mark(
            span=each.time.span,
            stance="disputes" if each.differs(first) else "says",
            origin=each.origin,
            day=index.day(each.time.span.doc_id),
            ref=each.time.id,
        )
        for each in group
    )
    gist = index.sentence(first.time.span)
    return Draft(claim(index, "event", gist, ("day", first.head), key=first.time.id), marks)
