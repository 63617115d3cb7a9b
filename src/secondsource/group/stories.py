"""Groups documents into stories: the reports on one event, their copies, and the follow-ups that look back to it."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import numpy as np
import numpy.typing as npt

from secondsource.group.clusters import WINDOW_DAYS, Meanings, Moment, alike, clusters
from secondsource.group.directions import closest
from secondsource.group.followups import Corpus, Voice, corpus, joined
from secondsource.group.linkage import Pairs
from secondsource.group.vectors import TINY, strongest, vectors
from secondsource.records import Document, Duplicate, Meaning, Relation, Span, Story, identity
from secondsource.text.segment import sentences

INHERITS = 0.25
"""Share of a copy that stands in its original from which both belong to one story, if they are of one week."""
CREDITED_DAYS = 14
"""Days within which a passage that is quoted with its credit ties the article to the event of that report."""
OPENING_WORDS = 60
"""Words of the body that a sentence vector reads: longer ones would be cut by the encoder, and cost time."""
NO_VOICE: frozenset[Relation] = frozenset({"reprint", "excerpt", "version"})
"""Copies without reporting of their own: they say nothing about how alike two stories are."""


def stories(
    documents: Iterable[Document], copies: Iterable[Duplicate], meanings: Iterable[Meaning] = ()
) -> list[Story]:
    """Return the stories of `documents`, each document in one of them, in order of their first day and id.

    Only originals are compared; copies go with their originals.  The order of arrival changes nothing.

    Args:
        documents: in any order.
        copies: the copy edges between them.
        meanings: the sentence vectors of their openings, where there are any; else words speak alone.
    """
    edges = list(copies)
    ordered = sorted(documents, key=_order)
    originals = _originals(edges, {document.id: document for document in ordered})
    found, labels = _first_groups(ordered, edges, originals, meanings)
    merged = {voice.document.id: label for voice, label in zip(found.voices, joined(labels, found), strict=True)}
    members: defaultdict[int, list[Document]] = defaultdict(list)
    for document in ordered:
        members[merged[_root(document.id, originals)]].append(document)
    return in_order(map(told, members.values()))


def first_groups(
    documents: Iterable[Document], copies: Iterable[Duplicate], meanings: Iterable[Meaning]
) -> tuple[Corpus, list[int]]:
    """Return the documents that speak for themselves, and the group of each before the groups are joined."""
    edges = list(copies)
    ordered = sorted(documents, key=_order)
    originals = _originals(edges, {document.id: document for document in ordered})
    return _first_groups(ordered, edges, originals, meanings)


def _first_groups(
    ordered: Sequence[Document],
    edges: Sequence[Duplicate],
    originals: Mapping[str, str],
    meanings: Iterable[Meaning],
) -> tuple[Corpus, list[int]]:
    roots = {document.id for document in ordered if document.id not in originals}
    mute = {edge.doc_id for edge in edges if edge.relation in NO_VOICE} - roots
    voices = [Voice(each, _moment(each)) for each in ordered if each.id not in mute]
    words = strongest(vectors([voice.document for voice in voices]))
    pairs = alike(words)
    first = [place for place, voice in enumerate(voices) if voice.document.id in roots]
    labels = clusters(
        _among(pairs, first, len(voices)),
        [voices[place].moment for place in first],
        _matrix([voices[place].document.id for place in first], meanings),
    )
    story_of = {voices[place].document.id: label for place, label in zip(first, labels, strict=True)}
    return corpus(voices, words, pairs), [story_of[_root(each.document.id, originals)] for each in voices]


def _among(pairs: Pairs, places: Sequence[int], count: int) -> Pairs:
    """Return the pairs between the items at `places`, numbered by their place there."""
    numbers = np.full(count, -1, dtype=np.int64)
    numbers[list(places)] = np.arange(len(places))
    left, right = numbers[pairs.left], numbers[pairs.right]
    kept = (left >= 0) & (right >= 0)
    return Pairs(left[kept], right[kept], pairs.worth[kept])


def _matrix(ids: Sequence[str], meanings: Iterable[Meaning]) -> Meanings | None:
    """Return the vectors of documents at length 1, a row of zeros for one without; None where no one has any."""
    vectors_of = {meaning.doc_id: np.frombuffer(meaning.vector, dtype=np.int8) for meaning in meanings}
    known = [(place, vectors_of[doc_id]) for place, doc_id in enumerate(ids) if doc_id in vectors_of]
    if not known:
        return None
    found = np.zeros((len(ids), len(known[0][1])), dtype=np.float32)
    for place, vector in known:
        found[place] = vector
    unit: Meanings = found / np.maximum(np.linalg.norm(found, axis=1, keepdims=True), 1).astype(np.float32)
    return unit


def packed(doc_id: str, vector: npt.NDArray[np.float32]) -> Meaning:
    """Return the sentence vector of a document as it is kept: a quarter of its size, within .01 of its cosines."""
    steps = np.rint(vector * (127 / max(float(np.abs(vector).max()), TINY)))
    return Meaning(doc_id, steps.astype(np.int8).tobytes())


def opening(document: Document) -> str:
    """Return the headline and the first words of the body, as its sentence vector reads them."""
    headline = " ".join(document.slice(span) for span in document.spans("headline"))
    body = " ".join(document.slice(span) for span in document.spans("body"))
    return f"{headline}. {' '.join(body.split()[:OPENING_WORDS])}"


def _originals(copies: Iterable[Duplicate], known: Mapping[str, Document]) -> dict[str, str]:
    """Return for each copy the original whose story it shares."""
    best: dict[str, str] = {}
    for edge in sorted(copies, key=lambda edge: (-edge.similarity, edge.of_id)):
        if {edge.doc_id, edge.of_id} <= known.keys() and _inherits(edge, known):
            best.setdefault(edge.doc_id, edge.of_id)
    return best


def _inherits(edge: Duplicate, known: Mapping[str, Document]) -> bool:
    """Tell whether a copy is on the event of its original: a text taken whole, or a long passage of these days."""
    if edge.relation in NO_VOICE:
        return True
    gap = _moment(known[edge.doc_id]).gap(_moment(known[edge.of_id]))
    credited = edge.credited and edge.relation == "embedded" and gap <= CREDITED_DAYS
    return credited or (edge.similarity >= INHERITS and gap <= WINDOW_DAYS)


def _root(doc_id: str, originals: Mapping[str, str]) -> str:
    while doc_id in originals:
        doc_id = originals[doc_id]
    return doc_id


def day_of(document: Document) -> dt.date | None:
    """Return the day of a document as far as the page states one with its year."""
    stamps = (document.published, document.dateline)
    return next((stamp.day for stamp in stamps if stamp is not None and stamp.day is not None), None)


def _moment(document: Document) -> Moment:
    day = day_of(document)
    if day is not None:
        return Moment(day.toordinal(), day.timetuple().tm_yday)
    if document.dateline is not None:
        found = closest(document.dateline.value, dt.date(2000, 7, 1))
        return Moment(None, found.timetuple().tm_yday if found else None)
    return Moment()


def _order(document: Document) -> tuple[int, str, str]:
    day = day_of(document)
    if day is not None:
        return 0, day.isoformat(), document.id
    return (1 if document.dateline else 2), "", document.id


def in_order(stories: Iterable[Story]) -> list[Story]:
    """Return stories in order of their first day and id."""
    return sorted(stories, key=lambda story: (story.begin.isoformat() if story.begin else "9999", story.id))


def told(reports: Iterable[Document]) -> Story:
    """Return the story that documents tell; its id follows from the first of them in time."""
    members = sorted(reports, key=_order)
    days = [day for document in members if (day := day_of(document))]
    return Story(
        id=identity("s", members[0].id),
        doc_ids=tuple(document.id for document in members),
        title=next(filter(None, map(_title, members)), Span(members[0].id, 0, 0)),
        begin=min(days, default=None),
        end=max(days, default=None),
    )


def _title(document: Document) -> Span | None:
    for span in document.spans("headline"):
        return span
    for span in document.spans("body"):
        for start, end in sentences(document.text, span.start, span.end):
            return Span(document.id, start, end)
    return None
