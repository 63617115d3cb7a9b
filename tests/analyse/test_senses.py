"""Vectors of the words that name an event."""

import numpy as np
import pytest

from secondsource.analyse.senses import senses
from secondsource.text.segment import sentences

TEXT = (
    "Gunmen killed three guards at a bank in Ostria on Monday. The murder shocked the town. "
    "The bank opened a branch in Ruria last year."
)


def at(words):
    start = TEXT.index(words)
    return [(start, start + len(words))]


@pytest.fixture(scope="module")
def views():
    return senses(TEXT, list(sentences(TEXT, 0, len(TEXT))), [(0, at("killed")), (1, at("murder")), (2, at("opened"))])


def test_each_view_has_a_unit_vector_for_each_event(views):
    assert {rows.shape[0] for rows in views.values()} == {3}
    for rows in views.values():
        assert np.linalg.norm(rows, axis=1) == pytest.approx(1.0, abs=1e-3)


@pytest.mark.parametrize("view", ["act", "scene", "alone"])
def test_another_word_for_an_act_lies_nearer_than_another_act(views, view):
    killed, murder, opened = views[view]
    assert killed @ murder > killed @ opened


def test_no_event_gives_no_view():
    assert senses(TEXT, list(sentences(TEXT, 0, len(TEXT))), []) == {}


def test_an_event_beyond_the_reach_of_the_encoder_is_still_placed():
    long = "The guards, " + "who stood at the gate of the bank " * 60 + "fled."
    start = long.index("fled")
    found = senses(long, [(0, len(long))], [(0, [(start, start + 4)])])
    assert np.isfinite(found["act"]).all()
