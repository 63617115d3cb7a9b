"""Which documents are versions of one article, in which order."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.page.versions import versions_of
from secondsource.records import Document, Duplicate, Stamp


def article(name: str, day: int, url: str | None = None) -> Document:
    stamp = Stamp(f"2024-03-{day:02}", "given")
    return Document(
        id=name, text="", sections=(), sha256="", path=name, format="text", language="en", url=url, published=stamp
    )


def edge(doc_id: str, of_id: str, relation: str = "version") -> Duplicate:
    return Duplicate(
        id=f"{doc_id}-{of_id}",
        doc_id=doc_id,
        of_id=of_id,
        relation=relation,  # type: ignore[arg-type]
        similarity=0.9,
        share_of_original=0.9,
        credited=False,
        passages=(),
    )


FIRST, SECOND, THIRD = article("first", 4), article("second", 5), article("third", 6)
PILE = [THIRD, FIRST, SECOND]


@pytest.mark.parametrize("chosen", PILE)
def test_a_version_of_a_version_belongs_to_the_history(chosen):
    found = versions_of(chosen, PILE, [edge("second", "first"), edge("third", "second")])
    assert [each.id for each in found] == [name for name in ("first", "second", "third") if name != chosen.id]


def test_one_address_makes_a_history_without_a_common_word():
    pile = [article("late", 5, "https://echo.example/1"), article("early", 4, "https://echo.example/1"), FIRST]
    assert [each.id for each in versions_of(pile[0], pile, [])] == ["early"]


def test_a_reprint_is_no_version():
    assert versions_of(SECOND, PILE, [edge("second", "first", "reprint")]) == []


def test_a_version_that_left_the_store_is_passed_over():
    assert versions_of(SECOND, [SECOND], [edge("second", "first")]) == []


PAIRS = st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)).filter(lambda pair: pair[0] != pair[1]), max_size=8)


@given(PAIRS)
def test_all_versions_of_an_article_have_the_same_history(pairs):
    pile = [article(f"d{number}", number + 1) for number in range(6)]
    edges = [edge(f"d{one}", f"d{other}") for one, other in pairs]
    for each in pile:
        history = {each.id, *(other.id for other in versions_of(each, pile, edges))}
        for other in pile:
            if other.id in history:
                assert {other.id, *(one.id for one in versions_of(other, pile, edges))} == history
