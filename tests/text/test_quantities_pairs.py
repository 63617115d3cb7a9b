"""Two numbers that say one thing."""

from __future__ import annotations

import pytest

from secondsource.text.quantities import quantities


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It drew at least 20 but no more than 100 people.", "at least 20 but no more than 100"),
        ("It drew fewer than 100 and more than 20 people.", "fewer than 100 and more than 20"),
        ("It lies above 20 and below 100.", "above 20 and below 100"),
    ],
)
def test_two_open_sides_that_meet_are_one_range(text: str, words: str) -> None:
    (found,) = quantities(text)
    assert (text[found.start : found.end], found.low, found.high, found.bound) == (words, 20, 100, "range")


@pytest.mark.parametrize(
    "text",
    [
        "More than 40 dead and fewer than 50 hurt were found.",
        "More than 40 and less than 10 are two ranges.",
        "At least 20, at least 30.",
    ],
)
def test_bounds_that_do_not_meet_stay_apart(text: str) -> None:
    first, second = (found for found in quantities(text) if found.bound != "=")
    assert first.end <= second.start


def test_a_conversion_in_brackets_has_the_bound_of_what_it_converts() -> None:
    _, kilometres = quantities("Nearly 300 miles (480 km) away.")
    assert (kilometres.low, kilometres.high, kilometres.bound, kilometres.unit) == (None, 480, "<~", "kilometre")


def test_a_number_in_brackets_that_converts_nothing_keeps_its_own_bound() -> None:
    _, second = quantities("Nearly 300 people (12 of them children) left.")
    assert (second.low, second.high, second.bound) == (12, 12, "=")
