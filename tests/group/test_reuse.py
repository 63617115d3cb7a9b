from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.group.reuse import Common, taken
from secondsource.group.ties import Tie

TIES: tuple[Tie, ...] = ("heard", "credited", "agency")


def common(prose: tuple[int, ...], *, share: float, spoken: int = 0, chained: int = 0, linked: int = 0) -> Common:
    words = sum(prose) + spoken
    return Common(prose, spoken, words, round(words / share) if share else 0, chained, max(chained, linked))


def is_taken(prose: tuple[int, ...], *, share: float, tie: Tie = "none", spoken: int = 0, chained: int = 0) -> bool:
    return taken(common(prose, share=share, spoken=spoken, chained=chained), lambda: tie)


def test_a_whole_sentence_of_prose_is_no_chance():
    assert is_taken((24,), share=0.15)


def test_many_half_sentences_of_one_release_are_no_copy():
    assert not is_taken((16, 13, 10, 9, 7, 5), share=0.43)


@pytest.mark.parametrize("tie", ["heard", "credited", "agency"])
def test_half_sentences_are_a_copy_where_something_ties_the_texts(tie):
    assert is_taken((16, 13, 10, 9, 7, 5), share=0.43, tie=tie)


def test_a_quotation_is_no_copy_however_long():
    assert not is_taken((5,), share=0.5, spoken=200)


def test_a_quotation_is_the_outlets_where_it_was_said_to_that_outlet():
    assert is_taken((5,), share=0.5, spoken=200, tie="heard")


def test_half_of_a_reworded_text_is_a_copy_although_no_sentence_stayed_whole():
    assert is_taken((8,) * 9, share=0.55, chained=50)


def test_words_from_all_over_a_long_list_are_no_copy_of_a_short_report():
    assert not is_taken((7,) * 15, share=0.9)


def test_a_house_phrase_between_two_reports_of_one_outlet_is_no_copy():
    assert not is_taken((30,), share=0.2, tie="owned")
    assert is_taken((30,), share=0.2)


def test_a_column_that_says_i_is_a_copy_where_most_of_it_stands_in_the_other_paper():
    assert taken(common((), share=0.8, spoken=300, linked=200), lambda: "none")


def test_the_tie_is_not_asked_for_where_nothing_is_in_common():
    assert not taken(common((), share=0.0), lambda: pytest.fail("asked"))


@given(st.lists(st.integers(1, 60), max_size=8), st.floats(0.01, 1), st.sampled_from(TIES))
def test_a_credit_or_an_agency_never_makes_less_of_a_copy(prose, share, tie):
    assert is_taken(tuple(prose), share=share, tie=tie) >= is_taken(tuple(prose), share=share)
