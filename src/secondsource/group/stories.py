"""Groups documents into stories: the reports on one event, their copies, and the follow-ups that look back to it."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping

from secondsource.group.clusters import WINDOW_DAYS, Moment, clusters
from secondsource.group.directions import closest
from secondsource.group.followups import Voice, joined
from secondsource.group.vectors import lead, vectors
from secondsource.records import Document, Duplicate, Relation, Span, Story, identity
from secondsource.text.segment import sentences

INHERITS = 0.25
"""Share of a copy that stands in its original from which both belong to one story, if they are of one week."""
CREDITED_DAYS = 14
"""Days within which a passage that is quoted with its credit ties the article to the event of that report."""
NO_VOICE: frozenset[Relation] = frozenset({"reprint", "excerpt", "version"})
"""Copies without reporting of their own: they say nothing about how alike two stories are."""


def stories(documents: Iterable[Document], copies: Iterable[Duplicate]) -> list[Story]:
    """Return the stories of `documents`, each document in one of them, in order of their first day and id.

    Only originals are compared; copies go with their originals.  The order of arrival changes nothing.
    """
    edges = list(copies)
    ordered = sorted(documents, key=_order)
    originals = _originals(edges, {document.id: document for document in ordered})
    roots = {document.id for document in ordered if document.id not in originals}
    mute = {edge.doc_id for edge in edges if edge.relation in NO_VOICE} - roots
    voices = [Voice(each, _moment(each), lead(each)) for each in ordered if each.id not in mute]
    first = [voice for voice in voices if voice.document.id in roots]
    labels = clusters(vectors([voice.lead for voice in first]), [voice.moment for voice in first])
    story_of = {voice.document.id: label for voice, label in zip(first, labels, strict=True)}
    labels = [story_of[_root(voice.document.id, originals)] for voice in voices]
    merged = dict(zip(labels, joined(voices, labels), strict=True))
    members: defaultdict[int, list[Document]] = defaultdict(list)
    for document in ordered:
        members[merged[story_of[_root(document.id, originals)]]].append(document)
    return in_order(map(told, members.values()))


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
