"""What is said, by somebody or in an outlet's own voice, as words that can be compared."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from secondsource.reconcile import contents
from secondsource.reconcile.index import Index, hull
from secondsource.reconcile.origins import Origin, origin
from secondsource.records import Attribution, Span, Stance


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
    """Return all attributed contents, and the sentences that no attribution touches, in order of id."""
    said = [
        _said(index, attribution) for doc_id in sorted(index.attributions) for attribution in index.attributions[doc_id]
    ]
    own = [each for doc_id in sorted(index.sentences) for each in _own(index, doc_id)]
    return sorted((each for each in (*said, *own) if not _relays(each, said)), key=lambda each: each.id)


def _said(index: Index, attribution: Attribution) -> Proposition:
    text = " ".join(index.text(part) for part in attribution.content)
    return Proposition(
        id=attribution.id,
        span=hull(attribution),
        text=text,
        words=contents.words(text, index.case.lexicon),
        stance=attribution.stance,
        origin=origin(index, hull(attribution), attribution),
        day=index.day(attribution.doc_id),
        attribution=attribution,
        cue=" ".join(index.text(part) for part in attribution.cue),
    )


def _own(index: Index, doc_id: str) -> Iterator[Proposition]:
    taken = [
        part
        for attribution in index.attributions.get(doc_id, ())
        for part in (*attribution.source, *attribution.cue, *attribution.content)
    ]
    for sentence in index.sentences[doc_id]:
        if not any(sentence.overlaps(part) for part in taken):
            text = index.text(sentence)
            words = contents.words(text, index.case.lexicon)
            yield Proposition(
                f"{doc_id}:{sentence.start}",
                sentence,
                text,
                words,
                "says",
                origin(index, sentence, None),
                index.day(doc_id),
            )


def _relays(each: Proposition, found: Sequence[Proposition]) -> bool:
    """Tell whether the content is mainly what somebody further in said, who then is the one to count.

    "A teacher said a deckhand had told her that the gate was open" carries the deckhand's words; an official who cites
    a list says what the list says.
    """
    return each.attribution is not None and any(
        other.id != each.id and other.span.within(each.span) and _says_it_instead(other, each) for other in found
    )


def _says_it_instead(inner: Proposition, outer: Proposition) -> bool:
    if inner.attribution is None or outer.attribution is None:
        return False
    deeper = len(inner.attribution.chain) - len(outer.attribution.chain)
    if inner.span == outer.span:
        return deeper > 0
    if deeper < 0 or not any(part.within(outer.span) for part in inner.attribution.source):
        return False
    least = 3 if inner.span.end >= outer.span.end - 2 else 2
    return len(inner.words) * least >= len(outer.words)
