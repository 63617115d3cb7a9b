"""What a person may put right about one record: its words, what was put right before, and a form for each kind."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from secondsource.errors import UsageError
from secondsource.page.words import Line, line
from secondsource.pipeline.correcting import Corrections
from secondsource.pipeline.explain import PutRight, put_right
from secondsource.pipeline.reader import Reader
from secondsource.pipeline.rows import sentence_around
from secondsource.records import (
    READ_KINDS,
    Attribution,
    Claim,
    CorrectionKind,
    Document,
    Duplicate,
    Evidence,
    Figure,
    Span,
    Story,
)


@dataclass(frozen=True, slots=True)
class Form:
    """One kind of correction: what is named already, and what the person is asked for, in this order.

    Attributes:
        title: says what the form does.
        given: names that go before those that are asked for.
        asks: labels of the fields; `optional` of them, the last ones, may be left empty.
    """

    kind: CorrectionKind
    title: str
    given: tuple[str, ...]
    asks: tuple[str, ...] = ()
    optional: int = 0


@dataclass(frozen=True, slots=True)
class Subject:
    """A record with its words in their sentence, what was put right about it, and what may be."""

    id: str
    what: str
    line: Line
    told: tuple[PutRight, ...]
    forms: tuple[Form, ...]


def subject(desk: Reader, corrections: Corrections, key: str) -> Subject:
    """Return what may be put right about the record `key`.

    Raises:
        UsageError: there is no such record, or nothing of it can be put right.
    """
    if key[:1] not in _SUBJECTS:
        message = f"'{key}' is no id of a story, document, claim, evidence, figure or attribution"
        raise UsageError(message)
    what, spans, forms = _SUBJECTS[key[:1]]
    span = spans(desk, key)
    told = corrections.of_story((span.doc_id,)) if key.startswith("s") else corrections.on([span])[span]
    note = Form("note", "Leave a note: the reason is its text", (key,))
    document = desk.get(Document, span.doc_id)
    shown = line(document, sentence_around(document, span), (span,), longest=400)
    return Subject(key, what, shown, tuple(map(put_right, told)), (*forms(desk, key), note))


def _said(desk: Reader, key: str) -> Span:
    said = desk.get(Attribution, key)
    parts = said.content or said.cue
    return Span(said.doc_id, parts[0].start, max(part.end for part in parts))


def _document(desk: Reader, key: str) -> Span:
    document = desk.get(Document, key)
    return next(iter(document.spans("headline", "body")), Span(document.id, 0, min(80, len(document.text))))


def _speaker(_desk: Reader, key: str) -> Iterator[Form]:
    yield Form("speaker", "Somebody else says this", (key,), ("Who (or none)", "Who he speaks for (optional)"), 1)


def _figure(_desk: Reader, key: str) -> Iterator[Form]:
    yield Form("figure", "The figure is another", (key,), ("Value: 1430, >=50, <60, 50-60 or none",))


def _evidence(desk: Reader, key: str) -> Iterator[Form]:
    row = desk.get(Evidence, key)
    ref = row.ref or ""
    said = desk.get(Figure, ref).attribution if ref.startswith("f") else ref
    if ref.startswith("f"):
        yield from _figure(desk, ref)
    if said and said.startswith("a"):
        yield from _speaker(desk, said)
    yield Form("different", "These words do not bear on this claim", (row.claim_id, row.id))


def _claim(_desk: Reader, key: str) -> Iterator[Form]:
    yield Form("same", "Another claim is the same", (key,), ("Id of the other claim",))


def _sections(desk: Reader, key: str) -> Iterator[Form]:
    document = desk.get(Document, key)
    for section in document.sections:
        if section.kind not in READ_KINDS:
            place, words = section.span, document.slice(section.span)
            title = f"Read this {section.kind} as text: “{words[:60]}”"
            yield Form("restore", title, (document.id, f"{place.start}:{place.end}"))
    yield Form("cut", "Words that do not belong to the article", (document.id,), ("The words, as they stand there",))
    told = desk.story_of(document.id)
    if told and len(told.doc_ids) > 1:
        yield Form("split-story", "This document tells another story", (told.id, document.id))
    for edge in desk.scan(Duplicate):
        if document.id in {edge.doc_id, edge.of_id}:
            other = desk.get(Document, edge.of_id if edge.doc_id == document.id else edge.doc_id)
            yield Form("not-a-copy", f"Nothing is copied between this and {other.path}", (document.id, other.id))
    if document.outlet:
        yield Form("reliability", f"Grade {document.outlet}", (document.outlet,), ("A to F; F cannot be judged",))


def _story(_desk: Reader, key: str) -> Iterator[Form]:
    yield Form("merge-stories", "Another story is the same", (key,), ("Id of the other story",))
    yield Form("merge-people", "Two names are one party", (key,), ("The name it keeps", "Its other name"))
    yield Form("split-people", "Two names are two parties", (key,), ("One name", "The other name"))


_SUBJECTS: Mapping[str, tuple[str, Callable[[Reader, str], Span], Callable[[Reader, str], Iterator[Form]]]] = {
    "a": ("what somebody says", _said, _speaker),
    "f": ("a figure", lambda desk, key: desk.get(Figure, key).span, _figure),
    "e": ("what bears on a claim", lambda desk, key: desk.get(Evidence, key).span, _evidence),
    "c": ("a claim", lambda desk, key: desk.get(Claim, key).gist, _claim),
    "d": ("a document", _document, _sections),
    "s": ("a story", lambda desk, key: desk.get(Story, key).title, _story),
}
