"""Irregular verbs: one stem for all forms of a word."""

import pytest

from secondsource.text.lemmas import lemma


@pytest.mark.parametrize(
    ("form", "base"),
    [("shot", "shoot"), ("Shooting", "shoot"), ("fled", "flee"), ("won", "win"), ("hanged", "hang"), ("hung", "hang")],
)
def test_all_forms_of_a_verb_share_a_stem(form, base):
    assert lemma(form) == lemma(base)


def test_a_wound_is_not_something_wound_up():
    assert lemma("wound") != lemma("wind")


def test_a_verb_and_its_opposite_stay_two():
    assert lemma("lost") != lemma("won")
