"""Values of the words of one amount."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.text.lattice import listed
from secondsource.text.quantities_values import value


@pytest.mark.parametrize(
    ("words", "amount"),
    [
        ("half", 0.5),
        ("half a dozen", 6),
        ("three - quarters of a million", 750_000),
        ("two - and - a - half", 2.5),
        ("three and a half million", 3_500_000),
        ("tens of thousands", 10_000),
        ("several dozen", 36),
        ("two thirds", 2 / 3),
        ("5 1 / 2", 5.5),
        ("twice", 2),
        ("eleven thousand", 11_000),
    ],
)
def test_halves_dozens_and_fractions_have_a_value(words: str, amount: float) -> None:
    assert value(words.split()) == pytest.approx(amount)


def test_a_pair_counts_only_with_of() -> None:
    assert value(["a", "pair"], "of") == 2
    assert value(["a", "pair"], "came") is None


@given(
    st.lists(
        st.sampled_from(listed("a half few couple of and - two 5 1 / 2 million dozen third hundreds ½ ,")), max_size=7
    )
)
def test_any_words_have_a_value_that_is_no_less_than_zero_or_none(words: list[str]) -> None:
    amount = value(words)
    assert amount is None or 0 <= amount < float("inf")
