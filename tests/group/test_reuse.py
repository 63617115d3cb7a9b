from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.group.reuse import Common, taken
from secondsource.group.ties import Tie

TIES: tuple[Tie, ...] = ("heard", "credited", "owned", "agency", "none")


def is_taken(prose: tuple[int, ...], *, share: float, tie: Tie = "none", spoken: int = 0) -> bool:
    return taken(Common(prose, share, sum(prose) + spoken), lambda: tie)


def test_a_whole_sentence_of_prose_is_no_chance():
    assert is_taken((24,), share=0.15)


def test_many_half_sentences_of_one_release_are_no_copy():
    assert not is_taken((16, 13, 10, 9, 7, 5), share=0.43)


@pytest.mark.parametrize("tie", ["heard", "credited", "owned", "agency"])
def test_half_sentences_are_a_copy_where_something_ties_the_texts(tie):
    assert is_taken((16, 13, 10, 9, 7, 5), share=0.43, tie=tie)


def test_a_quotation_is_no_copy_however_long():
    assert not is_taken((5,), share=0.5, spoken=200)


def test_a_quotation_is_the_outlets_where_it_was_said_to_that_outlet():
    assert is_taken((5,), share=0.5, spoken=200, tie="heard")


def test_half_of_a_reworded_text_is_a_copy_although_no_sentence_stayed_whole():
    assert is_taken((8,) * 9, share=0.55)


def test_the_tie_is_not_asked_for_where_nothing_is_in_common():
    assert not taken(Common((), 0.0, 0), lambda: pytest.fail("asked"))


@given(st.lists(st.integers(1, 60), max_size=8), st.floats(0, 1), st.sampled_from(TIES))
def test_a_tie_never_makes_less_of_a_copy(prose, share, tie):
    assert is_taken(tuple(prose), share=share, tie=tie) >= is_taken(tuple(prose), share=share)
