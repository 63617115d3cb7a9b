"""Finds who copied whom: a directed edge from each copy to the text it took, with the passages.

Copies share a reporter's prose.  A quotation that two texts share is one speaker heard twice, and page furniture is
nobody's text: neither makes an edge.  A copy points at the best original only; what two reprints of one cable share is
the cable's, and no edge between them.
"""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from secondsource.group.candidates import candidates
from secondsource.group.directions import Origins, own_day
from secondsource.group.passages import Run, kinds, passage, prose, runs
from secondsource.group.wordings import Wording, prints, wording
from secondsource.lexicon.tables import Lexicon
from secondsource.records import Document, Duplicate, PassageKind, Relation, identity
from secondsource.text.shingles import Hashes

LEAST_PROSE = 25
"""Words of shared prose, in runs of eight or more, that a copy has at least."""
LONG_RUN = 8
"""Equal words in a row that chance does not give: set phrases and titles end before."""
LEAST_SHARE = 0.12
"""Share of the shorter text that must be common."""
SHORT_RUN = 12
"""Words of a run on average below which the copy is reworded. Source: copied pairs labelled by hand, 7 to 14 there."""
OWN_REPORT = 150
"""Words of its own from which a copy is a report with a passage embedded, else it is an excerpt with a local lead."""
WHOLE_SHARE, WHOLE_WORDS = 0.7, 60
"""Share and words from which a text is a copy whatever its passages are: a column that says "I", a printed release."""
AS_GOOD = 0.9
"""An original that gives this share of what the best one gives is as good, and the one that came first is taken."""


@dataclass(frozen=True, slots=True)
class Overlap:
    """What `copy` has in common with `original`: runs of words, what each of them is, and the words of the copy."""

    copy: Wording
    original: Wording
    runs: tuple[Run, ...]
    kinds: tuple[PassageKind, ...]

    words: frozenset[int]


def copies(documents: Iterable[Document], lexicon: Lexicon) -> list[Duplicate]:
    """Return the copy edges among `documents`, in order of the copy's id; they never form a cycle.

    Args:
        documents: in any order; only headline and body are compared.
        lexicon: names of agencies and outlets, for credits.
    """
    ordered = sorted(documents, key=_first)
    origins = Origins(lexicon)
    found = candidates([prints(each) for each in ordered], [origins.own_wire(each) for each in ordered])
    read = functools.lru_cache(maxsize=1024)(lambda doc_id: wording(by_id[doc_id]))
    by_id = {document.id: document for document in ordered}
    overlaps: defaultdict[str, list[Overlap]] = defaultdict(list)
    for first, second in found.pairs:
        copy, original = origins.directed(ordered[first], ordered[second])
        shared = overlap(read(copy.id), read(original.id), found.furniture)
        if shared is not None:
            overlaps[copy.id].append(shared)
    edges = [_duplicate(edge, origins) for edge in _chosen(overlaps, origins)]
    return sorted(edges, key=lambda edge: (edge.doc_id, edge.of_id))


def _first(document: Document) -> tuple[str, int, str, str]:
    day = own_day(document)
    return (day.isoformat() if day else "9999", -len(document.text), document.path, document.id)


def overlap(copy: Wording, original: Wording, furniture: Hashes) -> Overlap | None:
    """Return what `copy` took from `original`, or None where that is no reporter's prose or too little of it."""
    found = runs(copy, original)
    types = kinds(found, copy, original, furniture)
    shown = sum(
        prose(run, copy, original)
        for run, kind in zip(found, types, strict=True)
        if kind == "prose" and run.length >= LONG_RUN
    )
    kept = (run for run, kind in zip(found, types, strict=True) if kind != "furniture")
    words = frozenset(place for run in kept for place in range(run.start, run.start + run.length))
    share = len(words) / max(1, min(len(copy), len(original)))
    taken = shown >= LEAST_PROSE and share >= LEAST_SHARE
    if taken or (share >= WHOLE_SHARE and len(words) >= WHOLE_WORDS):
        return Overlap(copy, original, tuple(found), tuple(types), words)
    return None


def _chosen(overlaps: Mapping[str, list[Overlap]], origins: Origins) -> list[Overlap]:
    """Choose for each copy the originals that explain its words, the best first, and none that would close a circle."""
    links: defaultdict[str, set[str]] = defaultdict(set)
    kept: list[Overlap] = []
    for copy_id, rivals in overlaps.items():
        left = {rival.original.document.id: rival for rival in rivals}
        unexplained = {rival.original.document.id: rival.words for rival in rivals}
        while left:
            best = _best(left, unexplained, origins)
            words = unexplained[best]
            if len(words) < LEAST_PROSE:
                break
            rival = left.pop(best)
            if _reaches(links, best, copy_id):
                continue
            links[copy_id].add(best)
            kept.append(rival)
            unexplained = {doc_id: unexplained[doc_id] - words for doc_id in left}
    return kept


def _best(left: Mapping[str, Overlap], unexplained: Mapping[str, frozenset[int]], origins: Origins) -> str:
    """Return the original that explains most; among those as good, the one from which the others took it."""
    most = max(len(unexplained[doc_id]) for doc_id in left)
    good = [left[doc_id].original.document for doc_id in left if len(unexplained[doc_id]) >= AS_GOOD * most]
    first = good[0]
    for rival in good[1:]:
        first = origins.directed(first, rival)[1]
    return first.id


def _reaches(links: Mapping[str, set[str]], start: str, goal: str) -> bool:
    todo, seen = [start], {start}
    while todo:
        at = todo.pop()
        if at == goal:
            return True
        following = links.get(at, set()) - seen
        seen |= following
        todo += following
    return False


def _duplicate(edge: Overlap, origins: Origins) -> Duplicate:
    copy, original = edge.copy.document, edge.original.document
    found = zip(edge.runs, edge.kinds, strict=True)
    return Duplicate(
        id=identity("x", copy.id, original.id),
        doc_id=copy.id,
        of_id=original.id,
        relation=_relation(edge),
        similarity=round(len(edge.words) / len(edge.copy), 4),
        share_of_original=round(min(1.0, len(edge.words) / len(edge.original)), 4),
        credited=origins.credits(copy, original),
        passages=tuple(passage(run, kind, copy=edge.copy, original=edge.original) for run, kind in found),
    )


def _relation(edge: Overlap) -> Relation:
    copy, original, shared = edge.copy, edge.original, len(edge.words)
    share, of_share, own = shared / len(copy), shared / len(original), len(copy) - shared
    one_outlet = copy.document.outlet is not None and copy.document.outlet == original.document.outlet
    one_url = copy.document.url is not None and copy.document.url == original.document.url
    if one_url or (one_outlet and min(share, of_share) >= 0.6):
        return "version"
    if share >= 0.7:
        return "reprint" if of_share >= 0.5 else "excerpt"
    if shared < SHORT_RUN * len(edge.runs):
        return "derived"
    return "embedded" if own >= OWN_REPORT else "excerpt"
