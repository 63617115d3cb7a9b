"""How a number is stated: as what is, as what may be, or as what is not so; by the order of words."""

import pytest

from secondsource.extract.figures_modality import modality
from secondsource.extract.figures_nouns import counted
from secondsource.extract.figures_predicates import act
from secondsource.extract.figures_words import sentence, tables
from secondsource.lexicon.load import load
from secondsource.text.quantities import quantities


def stated(text):
    words, index = sentence(text, 0, len(text), quantities(text)), tables(load())
    return [modality(words, at, act(words, at, counted(words, at, index), index)) for at in range(len(words.places))]


@pytest.mark.parametrize(
    "text",
    [
        "The army did not lose 200 men.",
        "The army didn’t lose 200 men.",
        "Police never arrested 12 students.",
        "The ship sank without losing 12 sailors.",
        "None of the 40 passengers were hurt.",
        "The ministry has not sent 3,000 troops.",
    ],
)
def test_what_is_not_so_is_negated(text):
    assert stated(text) == ["negated"]


@pytest.mark.parametrize(
    "text",
    [
        "The storm may have killed 30 people.",
        "The attack is feared to have killed 30 people.",
        "At least 40 are feared dead.",
        "If 200 people were killed, he will resign.",
        "As many as 180 may have been on board.",
    ],
)
def test_what_may_be_is_possible(text):
    assert stated(text) == ["possible"]


@pytest.mark.parametrize(
    "text",
    [
        "The storm killed 30 people.",
        "No more than 20 people were hurt.",
        "Not fewer than 40 people died.",
        "More than 100 people are believed to have been killed.",
    ],
)
def test_a_bound_or_an_estimate_is_stated_as_it_is(text):
    assert stated(text) == ["fact"]


def test_only_the_number_behind_not_is_negated():
    assert stated("It sold 118 tickets, not 140 tickets.") == ["fact", "negated"]
    assert stated("Not only 30 soldiers but 12 nurses were killed.") == ["fact", "fact"]
