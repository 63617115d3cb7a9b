"""What is said, by somebody or in an outlet's own voice, as words that can be compared."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from secondsource.reconcile import contents
from secondsource.reconcile.index import Index, hull
from secondsource.reconcile.origins import Origin, origin
from secondsource.records import Attribution, Span, Stance

_DEPTH = 3
"""Attributions inside one another that are looked through for their cues."""

_QUESTION = re.compile(r"\W*(?:how|why|who|where|when)\b", re.IGNORECASE)

_SIGNATURE = re.compile(r"\W*[—–-]+\s*[^()\n]{1,60}\(@\w+\)")
"""What stands under a post that a page shows (`— Ann Li (@annli) June 30, 2031`), and says nothing."""

_FRAME = 4
"""Words of its own (a teacher, had told) that a content may have beside what it passes on."""


@dataclass(frozen=True, slots=True)
class Proposition:
    """One content with its words and its origin.

    Attributes:
        id: of the attribution; of the place in the text where there is none.
        span: from the first to the last character of the content, or the whole sentence of an own voice.
        text: the content alone, without the cue that may stand inside it.
        attribution: None for an outlet's own voice, which has no cue either.
    """

    id: str
    span: Span
    text: str
    words: frozenset[str]
    stance: Stance
    origin: Origin
    day: dt.date | None
    attribution: Attribution | None = None
    cue: str = ""


def propositions(index: Index) -> list[Proposition]:
    """Return all attributed contents, and the sentences that no attribution touches, in order of id.

    Headlines are left out: the body has the words.
    """
    said = [
        _said(index, attribution)
        for doc_id in sorted(index.attributions)
        for attribution in index.attributions[doc_id]
        if not index.summed_up(hull(attribution))
    ]
    own = [each for doc_id in sorted(index.sentences) for each in _own(index, doc_id)]
    by_doc: dict[str, list[Proposition]] = defaultdict(list)
    for each in said:
        by_doc[each.span.doc_id].append(each)
    return sorted((each for each in (*said, *own) if not _relays(each, by_doc)), key=lambda each: each.id)


def _said(index: Index, attribution: Attribution) -> Proposition:
    text = " ".join(index.text(part) for part in attribution.content)
    return proposition_at(index, hull(attribution), attribution, text)


def proposition_at(index: Index, span: Span, attribution: Attribution | None, text: str | None = None) -> Proposition:
    """Return what `span` says: by `attribution`, else in the outlet's own voice; `text` leaves out a cue inside."""
    text = index.text(span) if text is None else text
    return Proposition(
        id=attribution.id if attribution else f"{span.doc_id}:{span.start}",
        span=span,
        text=text,
        words=contents.words(text, index.case.lexicon),
        stance=_stance(attribution, text) if attribution else "says",
        origin=origin(index, span, attribution),
        day=index.day(span.doc_id),
        attribution=attribution,
        cue=_cue(index, attribution),
    )


def _stance(attribution: Attribution, text: str) -> Stance:
    """Return what the speaker does with the content; who questions how or why something was done does not deny it."""
    if attribution.stance == "disputes" and _QUESTION.match(text):
        return "says"
    return attribution.stance


def _cue(index: Index, attribution: Attribution | None) -> str:
    """Return the words of the cue and of those around it (`repeated its denial`)."""
    cues: list[str] = []
    while attribution and len(cues) < _DEPTH:
        cues.insert(0, " ".join(index.text(part) for part in attribution.cue))
        attribution = index.by_id.get(attribution.parent) if attribution.parent else None
    return " ".join(cues)


def _own(index: Index, doc_id: str) -> Iterator[Proposition]:
    taken = sorted(
        (part.start, part.end)
        for attribution in index.attributions.get(doc_id, ())
        for part in (*attribution.source, *attribution.cue, *attribution.content)
    )
    reach = list(accumulate((end for _, end in taken), max, initial=-1))
    for sentence in index.sentences[doc_id]:
        before = bisect_left(taken, (sentence.end, 0))
        signed = _SIGNATURE.match(index.text(sentence))
        if not (index.summed_up(sentence) or signed) and reach[before] <= sentence.start:
            yield proposition_at(index, sentence, None)


def _relays(each: Proposition, found: Mapping[str, Sequence[Proposition]]) -> bool:
    """Tell whether the content is mainly what others further in said, who then are the ones to count.

    "A teacher said a deckhand had told her that the gate was open" carries the deckhand's words; an official who cites
    a list says what the list says; an agency's whole report says what those say whom it quotes.
    """
    if each.attribution is None:
        return False
    inside = [other for other in found[each.span.doc_id] if _further_in(other, each)]
    if any(other.span == each.span for other in inside):
        return True
    if not inside:
        return False
    carried = frozenset(word for other in inside for word in other.words)
    of_a_carrier = each.origin.name is not None and not each.origin.attributed
    return of_a_carrier or len(each.words - carried) <= max(_FRAME, len(carried) // 2)


def _further_in(inner: Proposition, outer: Proposition) -> bool:
    if inner.id == outer.id or not inner.span.within(outer.span):
        return False
    if inner.attribution is None or outer.attribution is None:
        return False
    deeper = len(inner.attribution.chain) - len(outer.attribution.chain)
    if inner.span == outer.span:
        return deeper > 0
    return deeper >= 0 and any(part.within(outer.span) for part in inner.attribution.source)
