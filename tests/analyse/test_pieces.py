"""Word pieces: never fewer than one a word, whatever the word is."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from secondsource.analyse.encoder import vocabulary
from secondsource.analyse.pieces import UNKNOWN, pieces
from secondsource.analyse.words import words
from secondsource.text.quotes import quotations


def read(text: str):
    return pieces(text, words(text, 0, len(text)), quotations(text, [(0, len(text))]), vocabulary())


def test_accents_and_case_are_left_out_of_the_piece_but_case_is_marked():
    assert vocabulary().cut("Café") == vocabulary().cut("cafe")
    assert list(read("kyiv Kyiv KYIV iPhone").marks[:, 0])[:1] == [0]
    assert {int(mark) for mark in read("kyiv Kyiv KYIV iPhone").marks[:, 0]} == {0, 1, 2, 3}


def test_curly_and_straight_quotation_marks_are_the_same_piece():
    assert vocabulary().cut("“") == vocabulary().cut('"')


def test_words_in_quotation_marks_are_marked_as_such():
    found = read("He said “not now” twice.")
    at = [int(found.marks[first, 2]) for first in found.firsts[:-1]]
    assert at == [0, 0, 2, 1, 1, 3, 0, 0]


def test_a_link_of_a_thousand_characters_is_one_unknown_piece():
    assert vocabulary().cut("x" * 1000) == (UNKNOWN,)


@given(st.text(max_size=60))
def test_every_word_has_a_piece_and_every_piece_its_marks(text):
    found = read(text)
    assert (np.diff(found.firsts) >= 1).all()
    assert len(found.marks) == len(found.ids) == found.firsts[-1]
