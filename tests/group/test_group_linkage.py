from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from secondsource.group.linkage import Pairs, average_link


def linked(count: int, worth: dict[tuple[int, int], float], floor: float = 0.5) -> list[int]:
    left, right = (np.array([pair[side] for pair in worth], dtype=np.int64) for side in (0, 1))
    return average_link(count, Pairs(left, right, np.array(list(worth.values()), dtype=np.float64)), floor)


def test_items_that_are_alike_on_the_whole_are_one_cluster():
    assert linked(4, {(0, 1): 0.9, (0, 2): 0.8, (1, 2): 0.8, (2, 3): 0.4}) == [0, 0, 0, 1]


def test_one_shared_neighbour_does_not_chain_two_clusters():
    assert linked(4, {(0, 1): 0.9, (1, 2): 0.7, (2, 3): 0.9}) == [0, 0, 1, 1]


def test_the_best_pair_goes_first_wherever_it_stands():
    assert linked(3, {(0, 1): 0.6, (1, 2): 0.9}) == [0, 1, 1]


def test_pairs_that_must_stay_apart_hold_their_clusters_apart():
    assert linked(3, {(0, 1): 0.9, (1, 2): 0.8, (0, 2): -1e6}) == [0, 0, 1]


PAIRS = st.dictionaries(
    st.tuples(st.integers(0, 7), st.integers(0, 7)).filter(lambda pair: pair[0] < pair[1]),
    st.floats(-1, 1).map(lambda value: round(value, 3)),
)


@given(PAIRS)
def test_every_item_has_a_cluster_and_clusters_are_numbered_by_their_first_item(worth):
    labels = linked(8, worth)
    assert list(dict.fromkeys(labels)) == list(range(max(labels) + 1))


@given(PAIRS)
def test_no_two_clusters_are_left_that_are_alike_enough(worth):
    labels = linked(8, worth)
    for first in set(labels):
        for second in set(labels) - {first}:
            ours = [item for item in range(8) if labels[item] == first]
            theirs = [item for item in range(8) if labels[item] == second]
            total = sum(worth.get((min(a, b), max(a, b)), 0.0) for a in ours for b in theirs)
            assert total / len(ours) / len(theirs) <= 0.5 + 1e-9
