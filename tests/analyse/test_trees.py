"""The best tree: one root, no cycle, and no tree with a higher score."""

from __future__ import annotations

import itertools

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from secondsource.analyse.trees import tree


def scores(most: int):
    sizes = st.integers(1, most)
    return sizes.flatmap(lambda n: arrays(np.float32, (n, n + 1), elements=st.floats(-9, 9, width=16)))


def is_tree(heads: list[int]) -> bool:
    def leads_to_root(word: int) -> bool:
        for _ in heads:
            if word == -1:
                return True
            word = heads[word]
        return word == -1

    return heads.count(-1) == 1 and all(map(leads_to_root, range(len(heads))))


def total(given_scores, heads: list[int]) -> float:
    return float(sum(given_scores[word, head + 1] for word, head in enumerate(heads)))


@given(scores(9))
def test_every_sentence_gets_one_root_and_no_cycle(given_scores):
    assert is_tree(tree(given_scores))


@given(scores(4))
def test_no_other_tree_scores_higher(given_scores):
    count = len(given_scores)
    every = (list(heads) for heads in itertools.product(range(-1, count), repeat=count))
    best = max(total(given_scores, heads) for heads in every if is_tree(heads))
    assert abs(total(given_scores, tree(given_scores)) - best) < 1e-3


def test_two_words_that_would_govern_each_other_are_parted():
    read = tree(np.array([[1, 0, 5], [0, 5, 0]], dtype=np.float32))
    assert read == [-1, 0]
