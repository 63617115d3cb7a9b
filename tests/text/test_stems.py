"""Stems: those of Snowball's English stemmer, word for word."""

from __future__ import annotations

import pytest
import snowballstemmer
from hypothesis import example, given
from hypothesis import strategies as st

from secondsource.text.stems import stem

SNOWBALL = snowballstemmer.stemmer("english")
ENDINGS = [
    "eed", "eedly", "ed", "ing", "ingly", "edly", "ied", "ies", "s", "sses", "us", "li", "ogi", "ogist", "ational",
    "ization", "ness", "fulness", "ful", "ative", "ion", "ement", "e", "l", "y", "'s", "'s'", "'", "at", "bl", "iz",
    "bb", "tt", "alize", "ll", "ying", "lessli", "iviti", "biliti",
]  # fmt: skip
WORDS = st.builds(
    lambda head, tail: head + "".join(tail),
    st.text(alphabet="aeiouybcdlmnrstpwxv'é", max_size=6),
    st.lists(st.sampled_from(ENDINGS), max_size=3),
)


@given(word=WORDS)
@example("dying")
@example("succeed")
@example("proceeded")
@example("ebbing")
@example("syyyy")
@example("'''")
@example("lashkar-e-taiba’s")
def test_any_word_has_the_stem_that_snowball_gives_it(word):
    assert stem(word) == SNOWBALL.stemWord(word.lower())


@pytest.mark.parametrize(
    ("one", "other"), [("ferries", "Ferry"), ("sinking", "sinks"), ("hoped", "hope"), ("police's", "police")]
)
def test_forms_of_one_word_share_a_stem(one, other):
    assert stem(one) == stem(other)


@pytest.mark.parametrize(("one", "other"), [("universe", "news"), ("hop", "hope"), ("early", "ear")])
def test_other_words_do_not(one, other):
    assert stem(one) != stem(other)
