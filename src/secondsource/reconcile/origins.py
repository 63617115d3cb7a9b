"""Who knows it at first hand: the root of the chain by which a stretch of text reached the reader.

The root is the innermost speaker, or the body he speaks for; a list that is cited is the root of what it is cited for.
In a passage of copied prose the original's root holds.  An outlet or agency that is named as the last speaker (`the
paper reported`) carries what it does not say from whom it has.  A line without a source is its outlet's own voice.
Nobody stands behind it in a document that names no source anywhere, that is another's text shortened or reworded, or
that comes days later and names only those who were named before.
Source: Dong, Berti-Equille and Srivastava 2009 for copies; the rules on origins in the project's annotation guide.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, replace
from itertools import takewhile

from secondsource.reconcile.index import SAME_TEXT, Index, hull, speaker_of
from secondsource.reconcile.naming import named
from secondsource.reconcile.resting import rests_on
from secondsource.records import Attribution, Link, Passage, Span


@dataclass(frozen=True, slots=True)
class Origin:
    """The party behind one stretch of text.

    Attributes:
        name: its canonical root, None where the text names nobody.
        chain: outlet first, speaker last.
        attributed: whether the text names it; false for an outlet's own voice.
        likely: for an own voice, the source named nearest to it.
        requoted: whether an outlet names its own earlier report, which says nothing anew.
        copied_from: where the same words stand in the text that they were taken from.
        party: the name under which the newsroom counts it as one with others, None where it counts by itself.
    """

    name: str | None
    chain: tuple[Link, ...]
    attributed: bool
    likely: str | None = None
    requoted: bool = False
    copied_from: Span | None = None
    party: str | None = None


def origin(index: Index, span: Span, attribution: Attribution | None) -> Origin:
    """Return who stands behind `span`, which `attribution` (if any) puts into somebody's mouth."""
    found = _origin(index, span, attribution)
    party = index.one_party.get(found.name) if found.name else None
    return replace(found, party=party) if party else found


def _origin(index: Index, span: Span, attribution: Attribution | None) -> Origin:
    source = original(index, span)
    copied_from = source if source != span else None
    said = _deepest(index, attribution) if attribution else None
    if copied_from:
        said = _attribution_at(index, source) or said
    if said:
        return _attributed(index, said, copied_from)
    return _own_voice(index, source, copied_from)


def _attributed(index: Index, said: Attribution, copied_from: Span | None) -> Origin:
    name = _party(index, said)
    if name is None:
        return Origin(None, said.chain, attributed=False, copied_from=copied_from)
    root = index.root(name)
    if not named(root) and said.chain and _REPORTERS.search(" ".join(map(index.text, said.source))):
        chain = (*said.chain[:-1], replace(said.chain[-1], kind="outlet"))
        return Origin(root, chain, attributed=False, copied_from=copied_from)
    if root not in index.carriers or not said.chain:
        return Origin(root, said.chain, attributed=True, copied_from=copied_from)
    *before, last = said.chain
    chain = (*before, replace(last, kind="carrier"))
    requoted = root == index.outlet(said.doc_id)
    return Origin(root, chain, attributed=False, requoted=requoted, copied_from=copied_from)


_REPORTERS = re.compile(r"\b(?:reporters?|correspondents?|journalists?|crews?|photographers?)\b", re.IGNORECASE)
"""Words for a medium's own people, who tell what they saw (`a reporter for Radio Varn said`)."""


def original(index: Index, span: Span) -> Span:
    """Return where the words of `span` stand in the earliest text that they were taken from, `span` if in none.

    Quoted words that came along in a copy are followed too: whom the copy cut off before them (`she said`) stands in
    the original.  Outlets that only share a statement have no such edge.
    """
    seen = {span.doc_id}
    while True:
        earlier = _earlier(index, span)
        if earlier is None or earlier.doc_id in seen:
            return span
        seen.add(earlier.doc_id)
        span = earlier


def _earlier(index: Index, span: Span) -> Span | None:
    for edge in index.copies.get(span.doc_id, ()):
        for passage in edge.passages:
            if passage.kind != "furniture" and span.overlaps(passage.span) and _mostly_within(span, passage.span):
                return _moved(span, passage)
    return None


def _mostly_within(span: Span, outer: Span) -> bool:
    inside = min(span.end, outer.end) - max(span.start, outer.start)
    return 2 * inside > len(span)


def _moved(span: Span, passage: Passage) -> Span:
    shift = passage.of_span.start - passage.span.start
    start = min(max(span.start + shift, passage.of_span.start), passage.of_span.end)
    end = min(max(span.end + shift, start), passage.of_span.end)
    return Span(passage.of_span.doc_id, start, end)


def _deepest(index: Index, attribution: Attribution) -> Attribution:
    """Return the attribution of the same content with the longest chain (an official who cites a list)."""
    here = hull(attribution)
    voices = index.voices.get(attribution.doc_id, ())
    first = bisect_left(voices, here, key=lambda voice: voice[0])
    same = [each for _, each in takewhile(lambda voice: voice[0] == here, voices[first:])]
    return max([attribution, *same], key=lambda each: (len(each.chain), each.id == attribution.id, each.id))


def _attribution_at(index: Index, span: Span) -> Attribution | None:
    around = [voice for voice in index.voices.get(span.doc_id, ()) if _mostly_within(span, voice[0])]
    return min(around, key=lambda voice: (len(voice[0]), voice[1].id), default=(None, None))[1]


def _party(index: Index, attribution: Attribution) -> str | None:
    """Return for whom the speaker speaks: another article may name the body that this one calls `the company`."""
    body, speaker = attribution.body, attribution.speaker
    if body and speaker and not named(body) and index.roots.speaks_for(speaker):
        return speaker
    return speaker_of(attribution)


def _own_voice(index: Index, span: Span, copied_from: Span | None) -> Origin:
    document = index.case.documents[span.doc_id]
    outlet = index.voice(span.doc_id)
    chain = [Link(document.outlet or outlet, "outlet")]
    if outlet in index.issuers:
        return Origin(outlet, (*chain, Link(outlet, "speaker")), attributed=True, copied_from=copied_from)
    if document.agency and index.root(document.agency) != outlet:
        chain.append(Link(document.agency, "agency"))
    if index.case.policy.own_voice == "never" or _borrows(index, span.doc_id):
        return Origin(None, tuple(chain), attributed=False, copied_from=copied_from)
    name = index.root(document.agency) if document.agency else outlet
    folded = name if index.case.policy.own_voice == "folded" else None
    likely = rests_on(index, span) or folded
    return Origin(name, tuple(chain), attributed=False, likely=likely, copied_from=copied_from)


def _borrows(index: Index, doc_id: str) -> bool:
    """Tell whether a document has nothing of its own: no source, another's text, or only what was told before it."""
    reworded = any(edge.relation in SAME_TEXT for edge in index.copies.get(doc_id, ()))
    return reworded or not index.standing(doc_id).sourced or index.standing(doc_id).retells
