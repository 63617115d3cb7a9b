"""The sentence encoder: vectors of texts, and the states of their pieces."""

import numpy as np
import pytest

from secondsource.analyse.encoder import vocabulary
from secondsource.analyse.meaning import states, vectors


def pieces(text):
    return [number for word in text.split() for number in vocabulary().cut(word)]


def test_a_reworded_sentence_lies_nearer_than_another_one():
    ferry, again, court = vectors(
        ["A ferry sank off the coast.", "A passenger boat went down at sea.", "The court fined the mayor."]
    )
    assert ferry @ again > ferry @ court


def test_an_empty_text_has_no_direction():
    assert not vectors([""]).any()


def test_states_and_vector_are_of_one_reading():
    text = "A ferry sank off the coast"
    vector, found = states(pieces(text))
    assert vector == pytest.approx(vectors([text])[0])
    assert {layer: rows.shape for layer, rows in found.items()} == dict.fromkeys(
        (4, 5, 6), (len(pieces(text)), len(vector))
    )


def test_pieces_beyond_the_reach_of_the_encoder_are_left_out():
    _, found = states(pieces("sank " * 300))
    assert found[6].shape[0] == 254


def test_a_word_has_other_states_in_other_company():
    _, at_sea = states(pieces("the boat sank"))
    _, in_court = states(pieces("the case sank"))
    assert not np.allclose(at_sea[6][-1], in_court[6][-1], atol=0.1)
