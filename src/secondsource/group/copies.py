"""Finds who copied whom: a directed edge from each copy to the text it took, with the passages.

Copies share a reporter's prose.  A quotation that two texts share is one speaker heard twice, and page furniture is
nobody's text: neither makes an edge.  A copy points at the best original only; what two reprints of one cable share is
the cable's, and no edge between them.
"""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from secondsource.group.candidates import Candidates, candidates
from secondsource.group.directions import Origins, own_day
from secondsource.group.overlaps import Overlap, overlap, relation
from secondsource.group.passages import passage
from secondsource.group.ties import Ties
from secondsource.group.wordings import prints, wording
from secondsource.lexicon.tables import Lexicon
from secondsource.records import Document, Duplicate, identity
from secondsource.text.shingles import Hashes

LEAST_WORDS = 20
"""Words of a copy that an original must explain beyond those that better ones do."""
FEWEST_SHORT, SHORT_SHARE = 4, 0.16
"""Sampled runs of three words that a pair must share, and their share of the shorter text's.

Source: 3,000 news texts, in which 3 pairs more are read for it (29 at .12), and a copy with each fourth word changed,
which keeps one run in four.
"""
AS_GOOD = 0.9
"""An original that gives this share of what the best one gives is as good, and the one that came first is taken."""


def copies(documents: Iterable[Document], lexicon: Lexicon) -> list[Duplicate]:
    """Return the copy edges among `documents`, in order of the copy's id; they never form a cycle.

    Args:
        documents: in any order; only headline and body are compared.
        lexicon: names of agencies and outlets, for credits.
    """
    ordered = sorted(documents, key=_first)
    origins = Origins(lexicon)
    ties = Ties(origins)
    found, reworded = _pairs([prints(each) for each in ordered], [origins.own_wire(each) for each in ordered])
    read = functools.lru_cache(maxsize=1024)(lambda doc_id: wording(by_id[doc_id]))
    by_id = {document.id: document for document in ordered}
    overlaps: defaultdict[str, list[Overlap]] = defaultdict(list)
    for first, second in sorted({*found.pairs, *reworded.pairs}):
        copy, original = origins.directed(ordered[first], ordered[second])
        tie = functools.partial(ties.between, copy, original)
        shared = overlap(read(copy.id), read(original.id), found.furniture, tie)
        if shared is not None:
            overlaps[copy.id].append(shared)
    edges = [_duplicate(edge, origins) for edge in _chosen(overlaps, origins)]
    return sorted(edges, key=lambda edge: (edge.doc_id, edge.of_id))


def _pairs(found: Sequence[tuple[Hashes, Hashes]], wires: Sequence[bool]) -> tuple[Candidates, Candidates]:
    """Return the pairs that share runs of five words, and those that share many of three."""
    whole = candidates([winnowed for winnowed, _ in found], wires)
    short = candidates([sample for _, sample in found], wires, fewest=FEWEST_SHORT, least_share=SHORT_SHARE)
    return whole, short


def _first(document: Document) -> tuple[str, int, str, str]:
    day = own_day(document)
    return (day.isoformat() if day else "9999", -len(document.text), document.path, document.id)


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
            if len(words) < LEAST_WORDS:
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
        relation=relation(edge),
        similarity=round(edge.share, 4),
        share_of_original=round(edge.of_share, 4),
        credited=origins.credits(copy, original),
        passages=tuple(passage(run, kind, copy=edge.copy, original=edge.original) for run, kind in found),
    )
