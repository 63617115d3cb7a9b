"""Words that are found again in an edited text, and words that are not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.records import Selector
from secondsource.text.anchoring import around, found

TEXT = (
    "Ferry sinks off Kalder\n\nTwelve people drowned when a ferry sank off Kalder on Tuesday, the coast guard said. "
    "At least 30 passengers were rescued, a spokeswoman said. At least 30 more were on deck, the hospital said.\n"
)


def selector(words, *, text=TEXT, nth=0):
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    prefix, exact, suffix = around(text, start, start + len(words))
    return Selector(
        doc_id="d", sha256="", start=start, end=start + len(words), exact=exact, prefix=prefix, suffix=suffix
    )


def test_words_of_an_unchanged_text_are_where_they_were():
    wanted = selector("At least 30", nth=1)
    assert found(TEXT, wanted) == (wanted.start, wanted.end)


def test_words_move_with_a_paragraph_that_was_put_before_them():
    wanted = selector("the coast guard")
    edited = "Correction: an earlier version named the wrong ship.\n\n" + TEXT
    start, end = found(edited, wanted)
    assert (edited[start:end], start - wanted.start) == ("the coast guard", 54)


def test_of_words_that_stand_twice_those_with_the_old_context_are_taken():
    edited = "Update.\n" + TEXT
    assert found(edited, selector("At least 30", nth=1))[0] == edited.index("At least 30 more")


def test_words_that_are_gone_are_nowhere():
    assert found(TEXT.replace("Twelve", "Fourteen"), selector("Twelve people")) is None


@pytest.mark.parametrize("edited", ["Some 30 were hurt in a fire.", "30"])
def test_a_number_that_stands_elsewhere_in_another_context_is_not_the_same_number(edited):
    assert found(edited, selector("30")) is None


def test_a_long_sentence_is_known_without_what_stood_around_it():
    wanted = selector("Twelve people drowned when a ferry sank off Kalder on Tuesday")
    edited = f"NEW. {wanted.exact}; more follows."
    assert found(edited, wanted) == (5, 5 + len(wanted.exact))


@given(st.text(min_size=1, max_size=80), st.data())
def test_any_words_of_any_text_are_found_where_they_are(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    prefix, exact, suffix = around(text, start, end)
    wanted = Selector(doc_id="d", sha256="", start=start, end=end, exact=exact, prefix=prefix, suffix=suffix)
    assert found(text, wanted) == (start, end)


@given(st.text(max_size=40), st.text(max_size=40))
def test_what_is_found_are_the_words_themselves(before, behind):
    wanted = selector("Twelve people drowned")
    edited = before + "Twelve people drowned when a ferry sank off Kalder" + behind
    place = found(edited, wanted)
    assert place is not None
    assert edited[slice(*place)] == wanted.exact
