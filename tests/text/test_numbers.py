"""Values of numbers in figures and words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.text.numbers import figure, number


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("two hundred and six", 206),
        ("eleven thousand", 11_000),
        ("four hundred million", 400_000_000),
        ("twenty - three", 23),
        ("4.5 million", 4_500_000),
        ("a hundred", 100),
        ("one thousand two hundred", 1_200),
        ("1,000 crore", 1e10),
    ],
)
def test_words_and_figures_of_one_number_are_read_together(words: str, value: float) -> None:
    assert number(words.split()) == value


def test_blanks_that_do_not_break_part_thousands() -> None:
    assert figure("11\u00a0000") == figure("11\u202f000") == 11_000


@pytest.mark.parametrize("word", ["11:40", "1.2.3", "1,2", "", "twelve", "٣", "9" * 400])
def test_what_is_no_number_in_figures_has_no_value(word: str) -> None:
    assert figure(word) is None


@given(st.integers(min_value=0, max_value=10**15))
def test_every_number_with_commas_keeps_its_value(value: int) -> None:
    assert figure(f"{value:,}") == value


@given(st.lists(st.text(max_size=12), max_size=6))
def test_any_words_are_a_number_or_none(words: list[str]) -> None:
    assert number(words) is None or number(words) is not None
