"""Puts claims right as a person has ruled: these words bear on one claim, these on two."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from secondsource.reconcile.drafts import Draft, claim
from secondsource.reconcile.index import Index
from secondsource.reconcile.weighing import Mark
from secondsource.records import ClaimKind, ClaimRuling, Span
from secondsource.records.judgements import Judgement, regrouped

_MEANT = 0.5
"""Share of both stretches together that must be common to them for one to be what the other was called."""

_Place = tuple[int, int]
"""A draft by its place, and a mark of it by its own."""


def ruled(index: Index, drafts: Iterable[Draft], rulings: Sequence[ClaimRuling]) -> list[Draft]:
    """Return the claims as ruled; a figure's claim and one of another kind never become one.

    A claim keeps its id and its words as long as it keeps any evidence; what leaves it gets an id of its own.
    """
    found = sorted(drafts, key=lambda draft: draft.claim.id)
    pairs = [pair for ruling in rulings for pair in _pairs(found, ruling)]
    if not pairs:
        return found
    before = [tuple((at, mark) for mark in range(len(draft.marks))) for at, draft in enumerate(found)]
    groups = regrouped(before, pairs)
    whole = set(groups) & set(before)
    kept = [draft for draft, places in zip(found, before, strict=True) if places in whole or not places]
    changed = sorted((group for group in groups if group not in whole), key=lambda group: (-len(group), group))
    taken: set[int] = set()
    return [*kept, *(_draft(index, found, group, taken) for group in changed)]


def _pairs(drafts: Sequence[Draft], ruling: ClaimRuling) -> Iterator[Judgement[_Place]]:
    """Yield what a ruling says of the marks at its two places, for figures and for other claims apart."""
    for figures in (True, False):
        one, other = (list(_at(drafts, span, figures=figures)) for span in (ruling.one, ruling.other))
        if ruling.apart:
            yield from (Judgement(ruling.id, a, b, apart=True) for a in one for b in other if a != b)
        elif one and other:
            together = ((a, b) for a in one for b in other if a[0] == b[0] and a != b)
            yield Judgement(ruling.id, *next(together, (one[0], other[0])), apart=False)


def _at(drafts: Sequence[Draft], span: Span, *, figures: bool) -> Iterator[_Place]:
    """Yield the marks that lie most nearly at `span`."""
    likeness = {
        (at, number): _overlap(mark.span, span)
        for at, draft in enumerate(drafts)
        if (draft.claim.kind == "figure") == figures
        for number, mark in enumerate(draft.marks)
    }
    best = max(likeness.values(), default=0.0)
    return (place for place, alike in likeness.items() if alike == best and best >= _MEANT)


def _overlap(one: Span, other: Span) -> float:
    common = min(one.end, other.end) - max(one.start, other.start)
    whole = max(one.end, other.end) - min(one.start, other.start)
    return common / whole if one.doc_id == other.doc_id and common > 0 else 0.0


def _draft(index: Index, drafts: Sequence[Draft], group: Sequence[_Place], taken: set[int]) -> Draft:
    """Return the claim of a group of marks: that of the first draft whose name is not `taken` yet, else a new one."""
    marks = tuple(sorted((drafts[at].marks[number] for at, number in group), key=_in_time))
    at = next((at for at, _ in sorted(group) if at not in taken), None)
    if at is None:
        return _new(index, drafts[group[0][0]], marks)
    taken.add(at)
    old = drafts[at].claim
    inside = any(mark.span.overlaps(old.gist) for mark in marks)
    return Draft(old if inside else replace(old, gist=_gist(index, old.kind, marks)), marks)


def _in_time(mark: Mark) -> tuple[str, str, int, str]:
    """Sort marks as the figures of a series are sorted, which are judged against those before them."""
    return (mark.day.isoformat() if mark.day else "", mark.span.doc_id, mark.span.start, mark.ref or "")


def _new(index: Index, old: Draft, marks: Sequence[Mark]) -> Draft:
    first, ref = min((mark.span, mark.ref or "") for mark in marks)
    key = f"{old.claim.id} {first.doc_id} {first.start} {first.end} {ref}"
    gist = _gist(index, old.claim.kind, marks)
    return Draft(claim(index, old.claim.kind, gist, old.claim.about, key=key), tuple(marks))


def _gist(index: Index, kind: ClaimKind, marks: Sequence[Mark]) -> Span:
    """Return the words that state what is left of a claim: of those whom somebody is named for, the first."""
    best = min(marks, key=lambda mark: (not mark.origin.attributed, str(mark.day or "9"), mark.span))
    return index.sentence(best.span) if kind == "figure" else best.span
