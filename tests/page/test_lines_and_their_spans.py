"""Invariant 2: every line of every page carries at least one span, and its text is what stands there."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource import page
from secondsource.page.dossier import Dossier
from secondsource.page.stories import StoryRow
from secondsource.page.words import Line, Words, line
from secondsource.records import Document, Span
from tests.page.fiction_dossier import STORY, dossier

PARTS_WITHOUT_WORDS = {
    # labels and geometry, not lines
    "Masthead", "Series", "Tick", "Point", "Datum", "Edge", "Node", "Stamp", "Part", "StatusNote", "Chart",
}  # fmt: skip


def pages() -> list[object]:
    told = dossier()
    found: list[object] = [page.story(told, key) for key in told.stories]
    found += [page.lineage_page(told, STORY)]
    found += [page.claim(told, key) for key in told.claims]
    found += [page.document(document, told) for document in told.documents.values()]
    found += [page.sources(told.attributions, told.documents), tuple(rows(told))]
    return found


def rows(told: Dossier) -> Iterator[StoryRow]:
    summed = page.summaries(
        told.storyline, told.stories, told.documents, told.copies,
        claims=told.claims.values(), assessments=told.assessments.values(),
    )  # fmt: skip
    for summary in summed:
        story = told.stories[summary.id]
        yield page.story_row(story, summary, told.documents[story.title.doc_id])


def walk(model: object) -> Iterator[object]:
    yield model
    if isinstance(model, tuple):
        for part in model:
            yield from walk(part)
    elif dataclasses.is_dataclass(model):
        for field in dataclasses.fields(model):
            yield from walk(getattr(model, field.name))


@pytest.mark.parametrize("model", pages(), ids=lambda model: type(model).__name__)
def test_all_words_on_a_page_stand_at_their_span(model: object) -> None:
    documents = dossier().documents
    found = [part for part in walk(model) if isinstance(part, Words)]
    for part in found:
        assert part.text == documents[part.span.doc_id].slice(part.span)
        assert part.text.strip()


@pytest.mark.parametrize("model", pages(), ids=lambda model: type(model).__name__)
def test_every_line_of_a_list_carries_words(model: object) -> None:
    for rows in walk(model):
        if not isinstance(rows, tuple):
            continue
        for row in rows:
            if dataclasses.is_dataclass(row) and type(row).__name__ not in PARTS_WITHOUT_WORDS:
                assert any(isinstance(part, Words | Span) for part in walk(row)), row


@pytest.mark.parametrize("model", pages(), ids=lambda model: type(model).__name__)
def test_marks_lie_inside_their_line_and_its_pieces_are_its_words(model: object) -> None:
    for part in walk(model):
        if isinstance(part, Line):
            assert "".join(piece.text for piece in part.pieces) == part.words.text
            assert all(mark.within(part.words.span) for mark in part.marks)
            assert len([piece for piece in part.pieces if piece.marked]) == len(part.marks)


@st.composite
def texts_with_marks(draw: st.DrawFn) -> tuple[Document, Span, list[Span]]:
    text = draw(st.text(min_size=1, max_size=80))
    document = Document(
        id="d", text=text, sections=(), sha256="", path="x.txt", format="text", language="en"
    )  # fmt: skip
    place = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).map(sorted)
    start, end = draw(place)
    marks = [Span("d", *pair) for pair in draw(st.lists(place, max_size=6))]
    return document, Span("d", start, end), marks


@given(texts_with_marks(), st.integers(4, 60))
def test_a_line_prints_nothing_but_characters_of_its_document(
    drawn: tuple[Document, Span, list[Span]], longest: int
) -> None:
    document, printed, marks = drawn
    made = line(document, printed, marks, longest=longest)
    assert made.words.text == document.slice(made.words.span)
    assert made.words.span.start == printed.start
    assert made.words.span.end <= printed.end
    assert made.cut == (made.words.span.end < printed.end)
    assert "".join(piece.text for piece in made.pieces) == made.words.text
