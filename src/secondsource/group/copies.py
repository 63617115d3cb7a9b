"""Finds who copied whom: a directed edge from each copy to the text it took, with the passages.

Copies share a reporter's prose.  A quotation that two texts share is one speaker heard twice, and page furniture is
nobody's text: neither makes an edge.  A copy points at the best original only; what two reprints of one cable share is
the cable's, and no edge between them.
"""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from secondsource.group.candidates import candidates
from secondsource.group.directions import Origins, own_day
from secondsource.group.passages import Run, kinds, passage, prose, runs
from secondsource.group.wordings import Wording, prints, wording
from secondsource.lexicon.tables import Lexicon
from secondsource.records import Document, Duplicate, PassageKind, Relation, identity
from secondsource.text.shingles import Hashes

Wordings = Callable[[int], Wording]

LEAST_PROSE = 25
"""Words of shared prose, in runs of eight or more, that a copy has at least."""
LONG_RUN = 8
"""Equal words in a row that chance does not give: set phrases and titles end before."""
LEAST_SHARE = 0.12
"""Share of the shorter text that must be common."""
AS_GOOD = 0.9
"""An original that gives this share of what the best one gives is as good, and the one that came first is taken."""


@dataclass(frozen=True, slots=True)
class Overlap:
    """What document `copy` has in common with document `original` (indices in the order of the documents)."""

    copy: int
    original: int
    runs: tuple[Run, ...]
    kinds: tuple[PassageKind, ...]
    prose: int

    @property
    def words(self) -> frozenset[int]:
        """Word positions of the copy that the original holds, furniture left out."""
        kept = (run for run, kind in zip(self.runs, self.kinds, strict=True) if kind != "furniture")
        return frozenset(place for run in kept for place in range(run.start, run.start + run.length))


def copies(documents: Iterable[Document], lexicon: Lexicon) -> list[Duplicate]:
    """Return the copy edges among `documents`, in order of the copy's id; they never form a cycle.

    Args:
        documents: in any order; only headline and body are compared.
        lexicon: names of agencies and outlets, for credits.
    """
    ordered = sorted(documents, key=_first)
    origins = Origins(lexicon)
    found = candidates([prints(document) for document in ordered])
    read = functools.lru_cache(maxsize=2048)(lambda index: wording(ordered[index]))
    overlaps: defaultdict[int, list[Overlap]] = defaultdict(list)
    for pair in found.pairs:
        overlap = _overlap(pair, ordered, read, origins, found.furniture)
        if overlap:
            overlaps[overlap.copy].append(overlap)
    edges = _edges(overlaps)
    made = [_duplicate(overlap, read, origins) for overlap in edges]
    return sorted(made, key=lambda edge: (edge.doc_id, edge.of_id))


def _first(document: Document) -> tuple[str, int, str, str]:
    day = own_day(document)
    return (day.isoformat() if day else "9999", -len(document.text), document.path, document.id)


def _overlap(
    pair: tuple[int, int], documents: Sequence[Document], read: Wordings, origins: Origins, furniture: Hashes
) -> Overlap | None:
    copy, original = _directed(pair, documents, origins)
    ours, theirs = read(copy), read(original)
    found = runs(ours, theirs)
    types = kinds(found, ours, theirs, furniture)
    shown = sum(
        prose(run, ours, theirs)
        for run, kind in zip(found, types, strict=True)
        if kind == "prose" and run.length >= LONG_RUN
    )
    overlap = Overlap(copy, original, tuple(found), tuple(types), shown)
    enough = len(overlap.words) >= LEAST_SHARE * min(len(ours), len(theirs))
    return overlap if enough and shown >= LEAST_PROSE else None


def _directed(pair: tuple[int, int], documents: Sequence[Document], origins: Origins) -> tuple[int, int]:
    """Return the pair as (copy, original); both indices stand in the order of day, length and path."""
    first, second = pair
    left, right = documents[first], documents[second]
    taken, given = origins.credits(left, right), origins.credits(right, left)
    if taken != given:
        return (first, second) if taken else (second, first)
    if origins.own_wire(left) != origins.own_wire(right) and left.agency and right.agency:
        return (second, first) if origins.own_wire(left) else (first, second)
    days = own_day(left, near=own_day(right)), own_day(right, near=own_day(left))
    if days[0] and days[1] and days[0] > days[1]:
        return first, second
    return second, first


def _edges(overlaps: Mapping[int, list[Overlap]]) -> list[Overlap]:
    """Choose for each copy the originals that explain its words, the best first, and none that would close a circle."""
    chosen: defaultdict[int, list[int]] = defaultdict(list)
    kept: list[Overlap] = []
    for copy in sorted(overlaps):
        left = {overlap.original: overlap.words for overlap in overlaps[copy]}
        by_original = {overlap.original: overlap for overlap in overlaps[copy]}
        while left:
            most = max(len(words) for words in left.values())
            if most < LEAST_PROSE:
                break
            original = min(index for index, words in left.items() if len(words) >= AS_GOOD * most)
            words = left.pop(original)
            if _reaches(chosen, original, copy):
                continue
            chosen[copy].append(original)
            kept.append(by_original[original])
            left = {index: rest - words for index, rest in left.items()}
    return kept


def _reaches(chosen: Mapping[int, list[int]], start: int, goal: int) -> bool:
    todo, seen = [start], {start}
    while todo:
        at = todo.pop()
        if at == goal:
            return True
        following = set(chosen.get(at, ())) - seen
        seen |= following
        todo += following
    return False


def _duplicate(overlap: Overlap, read: Wordings, origins: Origins) -> Duplicate:
    ours, theirs = read(overlap.copy), read(overlap.original)
    copy, original = ours.document, theirs.document
    share = len(overlap.words) / max(1, len(ours))
    of_share = len(overlap.words) / max(1, len(theirs))
    credited = origins.credits(copy, original)
    found = zip(overlap.runs, overlap.kinds, strict=True)
    return Duplicate(
        id=identity("x", copy.id, original.id),
        doc_id=copy.id,
        of_id=original.id,
        relation=_relation(overlap, ours, theirs),
        similarity=round(min(1.0, share), 4),
        share_of_original=round(min(1.0, of_share), 4),
        credited=credited,
        passages=tuple(passage(run, kind, ours, theirs) for run, kind in found),
    )


def _relation(overlap: Overlap, copy: Wording, original: Wording) -> Relation:
    shared = len(overlap.words)
    share, of_share, own = shared / len(copy), shared / len(original), len(copy) - shared
    one_outlet = copy.document.outlet is not None and copy.document.outlet == original.document.outlet
    one_url = copy.document.url is not None and copy.document.url == original.document.url
    if one_url or (one_outlet and min(share, of_share) >= 0.8):
        return "version"
    if share >= 0.7 and of_share >= 0.6:
        return "reprint"
    if share >= 0.7:
        return "excerpt"
    longest = max(run.length for run in overlap.runs)
    if longest < 20 and share < 0.6:
        return "derived"
    return "embedded" if own >= 150 else "excerpt"
