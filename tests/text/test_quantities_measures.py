"""Units of measurement behind numbers, and what rates are told by."""

from __future__ import annotations

import pytest

from secondsource.text.quantities import Quantity, quantities
from secondsource.text.quantities_units import MEASURES


def only(text: str) -> Quantity:
    (found,) = quantities(text)
    return found


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("The tower is 37m tall.", 37, "metre"),
        ("It drove at 90 km/h.", 90, "kilometre per hour"),
        ("It drove at 90 miles per hour.", 90, "mile per hour"),
        ("A 12-inch gun fired.", 12, "inch"),
        ("The engine gives 640bhp.", 640, "brake horsepower"),
        ("It fell to 12 degrees Celsius.", 12, "celsius"),
        ("It fell to minus 12 degrees Celsius.", -12, "celsius"),
        ("The plot covers 24.5 square feet.", 24.5, "square foot"),
        ("The plot covers 32m².", 32, "square metre"),
        ("The battery holds 4500 mAh.", 4500, "milliampere-hour"),
        ("The rate rose 25 basis points.", 25, "basis point"),
        ("The rate rose 3 percentage points.", 3, "percentage point"),
        ("It burned 40,000 acres.", 40_000, "acre"),
        ("The lake holds 5 million cubic metres.", 5e6, "cubic metre"),
        ("It gives 450 Nm.", 450, "newton metre"),
        ("It measures 450 nm.", 450, "nanometre"),
    ],
)
def test_a_number_takes_the_unit_of_measurement_behind_it(text: str, value: float, unit: str) -> None:
    found = only(text)
    assert (found.low, found.unit) == (value, unit)


@pytest.mark.parametrize("text", ["One MP left.", "The three in the house left.", "It bought 34 F-16 jets."])
def test_short_marks_behind_words_are_no_units(text: str) -> None:
    assert not {found.unit for found in quantities(text)} & set(MEASURES.values())


def test_a_mobile_network_weighs_nothing() -> None:
    assert quantities("The 5G network failed.") == []


def test_a_bound_may_stand_behind_the_unit() -> None:
    found = only("The water stood 3 feet or more above the road.")
    assert (found.low, found.high, found.bound) == (3, None, ">=")


@pytest.mark.parametrize(
    ("text", "unit", "per"),
    [
        ("Oil cost $61.50 per barrel.", "USD", "barrel"),
        ("Oil cost $61.50 a barrel.", "USD", "barrel"),
        ("Oil cost 61 dollars a barrel.", "USD", "barrel"),
        ("It pays $20 an hour.", "USD", "hour"),
        ("It burns 200 litres a day.", "litre", "day"),
        ("It pumps 52,000 barrels per day.", "barrel", "day"),
        ("Rent is $80 per sq m.", "USD", "square metre"),
        ("It costs $80 per annum.", "USD", "year"),
    ],
)
def test_a_rate_says_what_it_is_told_by(text: str, unit: str, per: str) -> None:
    found = only(text)
    assert (found.unit, found.per, found.kind) == (unit, per, "rate")


@pytest.mark.parametrize(
    "text",
    ["Sales were $6 billion a year earlier.", "It paid $8 and left.", "It won a $700 award.", "He paid $5 a lot."],
)
def test_an_article_behind_an_amount_makes_no_rate(text: str) -> None:
    assert only(text).per == ""
