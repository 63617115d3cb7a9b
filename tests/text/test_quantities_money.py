"""Amounts of money: signs, codes and words of currencies."""

from __future__ import annotations

import pytest

from secondsource.text.quantities import Quantity, quantities


def only(text: str) -> Quantity:
    (found,) = quantities(text)
    return found


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("It paid A$5.", 5, "AUD"),
        ("It paid $A5,000.", 5_000, "AUD"),
        ("It paid RM23.50.", 23.5, "MYR"),
        ("It paid Rs 500 crore.", 5e9, "INR"),
        ("It paid 110 JPY.", 110, "JPY"),
        ("It paid CHF 3 million.", 3e6, "CHF"),
        ("It paid 7.5 million Danish crowns.", 7.5e6, "DKK"),
        ("It paid 40 Swiss francs.", 40, "CHF"),
        ("It paid 40 Polish zlotys.", 40, "PLN"),
        ("It paid 2 million Israeli shekels.", 2e6, "ILS"),
        ("It paid 3,000 Hong Kong dollars.", 3_000, "HKD"),
        ("It paid 20 million pounds.", 20e6, "GBP"),
        ("It paid 20 pounds sterling.", 20, "GBP"),
        ("It lost -$2.4 billion.", -2.4e9, "USD"),
        ("It lost $-50.8bn.", -50.8e9, "USD"),
        ("It paid 300 won.", 300, "KRW"),
    ],
)
def test_money_has_the_code_of_its_currency(text: str, value: float, unit: str) -> None:
    found = only(text)
    assert (found.low, found.unit) == (value, unit)


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("They try 5 times.", ""),
        ("The three won medals.", ""),
        ("It sold 2 million pounds of beef.", ""),
        ("It paid 7 million crowns.", ""),
    ],
)
def test_words_that_only_look_like_currencies_or_belong_to_several_give_none(text: str, unit: str) -> None:
    assert only(text).unit == unit
