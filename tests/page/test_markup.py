"""Overlapping spans become a tree of which no character is lost."""

from __future__ import annotations

from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from secondsource.page.markup import Node, nested
from secondsource.records import Span

TEXT = "Ann Roe said that nine people left, and that four came back."


def leaves(nodes: tuple[Node, ...]) -> str:
    return "".join(node.text or leaves(node.children) for node in nodes)


def marked(nodes: tuple[Node, ...]) -> Iterator[Node]:
    for node in nodes:
        if not node.text:
            yield node
            yield from marked(node.children)


def test_nested_spans_nest() -> None:
    nodes = nested(TEXT, Span("d", 0, len(TEXT)), [(Span("d", 13, 34), "content"), (Span("d", 18, 22), "figure")])
    (content,) = (node for node in nodes if node.kinds)
    assert content.anchor == (13, 34)
    assert [node.anchor for node in content.children if node.kinds] == [(18, 22)]


def test_spans_that_cross_are_cut_and_their_first_piece_carries_the_anchor() -> None:
    nodes = nested(TEXT, Span("d", 0, len(TEXT)), [(Span("d", 0, 22), "content"), (Span("d", 18, 29), "evidence")])
    pieces = [node for node in marked(nodes) if node.part_of == (18, 29)]
    assert [leaves(piece.children) for piece in pieces] == ["nine", " people"]
    assert [piece.anchor for piece in pieces] == [(18, 29), None]


def test_two_records_at_one_span_share_one_mark() -> None:
    marks = [(Span("d", 18, 22), "figure"), (Span("d", 18, 22), "evidence")]
    (node,) = marked(nested(TEXT, Span("d", 0, len(TEXT)), marks))
    assert node.kinds == ("evidence", "figure")


@given(st.text(max_size=60), st.data())
def test_no_character_is_lost_and_every_span_has_its_anchor(text: str, data: st.DataObject) -> None:
    place = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).map(sorted)
    spans = {Span("d", *pair) for pair in data.draw(st.lists(place, max_size=8))}
    nodes = nested(text, Span("d", 0, len(text)), [(span, "content") for span in spans])
    assert leaves(nodes) == text
    anchors = [node.anchor for node in marked(nodes) if node.anchor]
    assert sorted(anchors) == sorted((span.start, span.end) for span in spans if len(span))


@given(st.text(min_size=1, max_size=60), st.data())
def test_the_pieces_of_a_span_are_its_characters(text: str, data: st.DataObject) -> None:
    place = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).map(sorted)
    spans = {Span("d", *pair) for pair in data.draw(st.lists(place, min_size=1, max_size=8))}
    nodes = list(marked(nested(text, Span("d", 0, len(text)), [(span, "content") for span in spans])))
    for span in spans:
        own = (span.start, span.end)
        pieces = [node for node in nodes if own in {node.anchor, node.part_of}]
        assert "".join(leaves(node.children) for node in pieces) == text[span.start : span.end]
