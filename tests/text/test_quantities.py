"""Quantities: numbers with their bounds, percent, money, ranks, and what counts nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.text.lattice import listed
from secondsource.text.quantities import Quantity, quantities


def only(text: str) -> Quantity:
    (found,) = quantities(text)
    return found


@pytest.mark.parametrize(
    ("text", "words", "low", "high", "bound"),
    [
        ("It killed 34 people.", "34", 34, 34, "="),
        ("It killed at least 34 people.", "at least 34", 34, None, ">="),
        ("Over 11,000 troops came.", "Over 11,000", 11_000, None, ">"),
        ("He counted more than 150 people.", "more than 150", 150, None, ">"),
        ("As many as 180 may have been on board.", "As many as 180", None, 180, "<="),
        ("He put the number as high as 180.", "as high as 180", None, 180, "<="),
        ("The toll could rise to 90 or more.", "could rise to 90 or more", 90, None, ">="),
        ("The total could rise to 3.5 million.", "could rise to 3.5 million", None, 3_500_000, "<="),
        ("Nearly 300 people died.", "Nearly 300", None, 300, "<~"),
        ("About 50 people died.", "About 50", 50, 50, "~"),
        ("Fewer than 40,000 accounts were hit.", "Fewer than 40,000", None, 40_000, "<"),
        ("Between 150 and 175 people died.", "Between 150 and 175", 150, 175, "range"),
        ("It sold half a dozen ships.", "half a dozen", 6, 6, "="),
        ("It sold half a million ships.", "half a million", 500_000, 500_000, "="),
        ("It sold a quarter-million ships.", "a quarter-million", 250_000, 250_000, "="),
        ("It took two and a half tonnes.", "two and a half", 2.5, 2.5, "="),
        ("It sold a million and a half ships.", "a million and a half", 1_500_000, 1_500_000, "="),
        ("It sold 2 1/2 million ships.", "2 1/2 million", 2_500_000, 2_500_000, "="),
        ("It sent a few hundred men.", "a few hundred", 300, None, "~"),
        ("It sent a couple of ships.", "a couple of", 2, None, "~"),
        ("It sent a handful of ships.", "a handful", 3, None, "~"),
        ("It sold 3m-5m copies.", "3m-5m", 3_000_000, 5_000_000, "range"),
        ("It takes 5-to-10 hours.", "5-to-10", 5, 10, "range"),
        ("It drew 11\u00a0000 people.", "11\u00a0000", 11_000, 11_000, "="),
        ("It drew 15 or 20 people.", "15 or 20", 15, 20, "range"),
        ("It drew 300-odd people.", "300-odd", 300, 300, "~"),
        ("Just shy of 300 people died.", "Just shy of 300", None, 300, "<~"),
        ("At least 34 and counting.", "At least 34 and counting", 34, None, ">="),
        ("It cost 120 to 150 million crowns.", "120 to 150 million", 120e6, 150e6, "range"),
        ("Dozens of relatives waited.", "Dozens", 12, None, "~"),
        ("Hundreds of scans were found.", "Hundreds", 100, None, "~"),
        ("Tens of thousands marched.", "Tens of thousands", 10_000, None, "~"),
        ("It took several hundred troops.", "several hundred", 300, None, "~"),
        ("Nearly one million people died.", "Nearly one million", None, 1_000_000, "<~"),
        ("Two dozen men were held.", "Two dozen", 24, 24, "="),
        ("It was fined twice.", "twice", 2, 2, "="),
    ],
)
def test_words_around_a_number_set_its_bound(
    text: str, words: str, low: float | None, high: float | None, *, bound: str
) -> None:
    found = only(text)
    assert text[found.start : found.end] == words
    assert (found.low, found.high, found.bound) == (low, high, bound)


@pytest.mark.parametrize(
    ("text", "words", "value", "unit"),
    [
        ("It paid $500bn.", "$500bn", 500e9, "USD"),
        ("It paid US$7.2 million.", "US$7.2 million", 7.2e6, "USD"),
        ("It paid HK$7.2m.", "HK$7.2m", 7.2e6, "HKD"),
        ("It paid €20.", "€20", 20, "EUR"),
        ("It paid 30 million euros.", "30 million", 30e6, "EUR"),
        ("It fell 11.4 percent.", "11.4 percent", 11.4, "percent"),
        ("It fell 11.4 per cent.", "11.4 per cent", 11.4, "percent"),
        ("It fell .5%.", ".5%", 0.5, "percent"),
        ("Two-thirds of voters agreed.", "Two-thirds", 2 / 3, "share"),
        ("One in five homes was empty.", "One in five", 0.2, "share"),
        ("It sold 1.2m copies.", "1.2m", 1.2e6, ""),
    ],
)
def test_money_percent_and_shares_have_a_unit(text: str, words: str, value: float, unit: str) -> None:
    found = only(text)
    assert (text[found.start : found.end], found.low, found.unit) == (words, pytest.approx(value), unit)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("They brought up another 14 bodies.", "increment"),
        ("They sent an additional 3,000 men.", "increment"),
        ("The toll could rise to 90.", "projection"),
        ("A fine could be as high as 85 million crowns.", "projection"),
        ("Fines can reach 4 percent.", "rate"),
        ("It is the second-largest operator.", "rank"),
        ("It sold 118 tickets.", "total"),
    ],
)
def test_a_quantity_has_a_kind(text: str, kind: str) -> None:
    assert only(text).kind == kind


@pytest.mark.parametrize(
    "text",
    [
        "A 400-level student left.",
        "The G7 met.",
        "The 9/11 attacks.",
        "Article 5 applies.",
        "Its speed exceeds Mach 10.",
        "The EU approved a 16th package.",
        "An 11-country team wrote it.",
        "The Sea Lark 4 sank.",
        "Call 555-0199-22 now.",
        "They won 2-0.",
        "It was one of the worst.",
        "No one came.",
        "He flew an F-16.",
        "The BX-20 index rose.",
        "A third-party firm came.",
        "The fifty-ninth session opened.",
        "A 2018 interview was shown.",
        "He lives at 22 Harbor Road.",
        "The 90049 ZIP code is full.",
        "They fell to the bottom three.",
        "It was shown before [3].",
        "See www.example.org/a?b=30 for it.",
        "COVID-19 spread.",
        "Text the word HELP to 888777.",
        "Call 480-WITNESS now.",
        "She called 911.",
        "He drove a 4x4.",
        "It landed at 1300 local time.",
        "He met the Tolland Five at noon.",
        "Call 0370 60 60 900 for help.",
        "The 911 call was short.",
        "He fired a .45 caliber gun.",
        "It stands at 2703 W. 33rd St.",
        "She watched News 12.",
    ],
)
def test_numbers_that_count_nothing_are_left_alone(text: str) -> None:
    assert quantities(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "A 12-year-old girl left.",
        "Dov Parr, 71, said so.",
        "He is aged 61.",
        "It is for those over the age of 21.",
        "It hits the 25 to 45 age range.",
    ],
)
def test_ages_are_marked_as_ages(text: str) -> None:
    assert only(text).unit == "age"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Some 2000 people came.", 2000),
        ("It sold 1,950 tickets.", 1950),
        ("The top three ships sank.", 3),
        ("It bought thirty-one ships.", 31),
        ("It bought 1/16 of the firm.", 1 / 16),
    ],
)
def test_what_is_counted_is_no_decoy(text: str, value: float) -> None:
    assert only(text).low == value


def test_a_list_of_ages_is_one_of_ages() -> None:
    assert [found.unit for found in quantities("They are aged 16, 17 and 21.")] == ["age"] * 3
    assert [found.unit for found in quantities("Two men aged 30 and 40 women died.")] == ["", "age", ""]


@pytest.mark.parametrize(
    ("text", "low", "unit"),
    [
        ("It lies half a mile away.", 0.5, "mile"),
        ("It took three quarters of an hour.", 0.75, "hour"),
        ("It lost half of its fleet.", 0.5, "share"),
    ],
)
def test_a_fraction_of_a_unit_is_measured(text: str, low: float, unit: str) -> None:
    found = only(text)
    assert (found.low, found.unit) == (low, unit)


def test_over_after_a_verb_is_no_bound() -> None:
    assert only("The firm took over five boats.").bound == "="


def test_dates_can_be_skipped() -> None:
    text = "On 11 February 34 died."
    assert [found.low for found in quantities(text, skip=[(3, 14)])] == [34]


WORDS = st.sampled_from(
    listed(
        "at least over about nearly between and to or more another 34 11,000 4.5 0 million bn m k % $ € US "
        "USD dozens hundreds of several two hundred half third a an one in five - – / ’ . , 1/2 percent per "
        "cent twice second-largest could rise to be as high many ½ minus from by point 9:30 1.2.3"
    )
)


@given(st.lists(WORDS, max_size=14).map(" ".join) | st.text(max_size=80))
def test_any_text_is_read_without_harm(text: str) -> None:
    end = 0
    for found in quantities(text):
        assert end <= found.start < found.end <= len(text)
        assert found.low is not None or found.high is not None
        if found.low is not None and found.high is not None:
            assert found.low <= found.high
        end = found.end


@pytest.mark.parametrize("word", ["the ", "last ", "1 ", "of them 3 ", "a hundred ", "minus "])
def test_a_page_of_one_repeated_phrase_does_no_harm(word: str) -> None:
    assert isinstance(quantities(word * 3_000), list)
