"""Names are compared without titles, accents, case and possessive marks."""

from __future__ import annotations

import doctest

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.text import names
from secondsource.text.names import acronym, is_acronym, normalise, same_person

NAME = st.lists(st.from_regex(r"[A-Z][a-z]{2,8}", fullmatch=True), min_size=1, max_size=4).map(" ".join)


def test_examples_in_the_docstrings_hold():
    assert doctest.testmod(names).failed == 0


@pytest.mark.parametrize(
    ("written", "normal"),
    [
        ("Gov. Tessa Lónd", "tessa lond"),
        ("the Harbour Board’s", "harbour board"),
        ("Lt. Col. Bram Okoye", "bram okoye"),
        ("U.S.", "us"),
        ("President", "president"),
        ("", ""),
    ],
)
def test_titles_articles_accents_and_possessives_are_no_part_of_a_name(written, normal):
    assert normalise(written) == normal


@pytest.mark.parametrize(
    ("one", "other"),
    [("Okoye", "Bram Okoye"), ("B. Okoye", "Bram Okoye"), ("Okoye Bram", "Bram Okoye"), ("Dal", "Dal Hee-won")],
)
def test_a_surname_initials_and_the_other_order_can_be_one_person(one, other):
    assert same_person(one, other)
    assert same_person(other, one)


def test_namesakes_with_different_given_names_are_two_people():
    assert not same_person("Bram Okoye", "Ines Okoye")


def test_an_acronym_leaves_small_words_out():
    assert acronym("Bureau of Tides and Currents") == "BTC"
    assert is_acronym("B.T.C.", "Bureau of Tides and Currents")
    assert not is_acronym("BTC", "Bank of Tolland")


@given(NAME)
def test_every_name_is_the_same_as_itself(name):
    assert same_person(name, f"{name}’s")


@given(NAME, NAME)
def test_the_comparison_is_symmetric(one, other):
    assert same_person(one, other) == same_person(other, one)


@given(st.text(max_size=60))
def test_any_text_has_a_normal_form_in_lower_case(text):
    assert normalise(text) == normalise(text).lower().strip()
