"""The best sequence of tags, and the runs it marks."""

from __future__ import annotations

import itertools

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from secondsource.analyse.labels import ROLES
from secondsource.analyse.tags import best, lawful, runs

TAGS = ("O", "B-x", "I-x")


@given(st.integers(1, 5).flatmap(lambda n: arrays(np.float32, (n, 3), elements=st.floats(-5, 5, width=16))))
def test_no_lawful_sequence_scores_higher(emissions):
    transitions = lawful(TAGS)

    def score(path):
        steps = sum(transitions[a, b] for a, b in itertools.pairwise(path))
        return transitions[0, path[0]] + steps + sum(emissions[at, tag] for at, tag in enumerate(path))

    found = best(emissions, transitions, transitions[0], [(0, len(emissions))])
    assert score(found) >= max(score(path) for path in itertools.product(range(3), repeat=len(emissions))) - 1e-3


@given(arrays(np.float32, (12, len(ROLES)), elements=st.floats(-5, 5, width=16)))
def test_an_inside_tag_never_stands_without_its_beginning(emissions):
    found = [ROLES[at] for at in best(emissions, lawful(ROLES), lawful(ROLES)[0], [(0, 12)])]
    assert all(tag[0] != "I" or before[1:] == tag[1:] for before, tag in zip(["O", *found], found, strict=False))


def test_two_names_side_by_side_are_two_runs():
    assert runs([1, 2, 1, 0, 1], TAGS) == [("x", 0, 2), ("x", 2, 3), ("x", 4, 5)]


def test_no_words_have_no_tags():
    assert best(np.zeros((0, 3), np.float32), lawful(TAGS), lawful(TAGS)[0], [(0, 0)]) == []


def test_no_run_goes_from_one_stretch_into_another():
    emissions = np.array([[0, 1, 0], [0, 0, 5], [0, 0, 5]], dtype=np.float32)
    transitions = lawful(TAGS)
    assert runs(best(emissions, transitions, transitions[0], [(0, 3)]), TAGS) == [("x", 0, 3)]
    assert runs(best(emissions, transitions, transitions[0], [(0, 2), (2, 3)]), TAGS) == [("x", 0, 2)]
