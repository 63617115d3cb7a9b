"""Average link over a full table."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from secondsource.reconcile.coreference.linkage import joined, levels


def table(size, **pairs):
    found = np.zeros((size, size))
    for pair, worth in pairs.items():
        i, j = map(int, pair[1:])
        found[i, j] = found[j, i] = worth
    return found


def test_what_is_likely_one_is_joined():
    assert joined(table(3, p01=0.9), 0.5) == [0, 0, 1]


def test_one_good_pair_does_not_chain_two_groups():
    assert joined(table(4, p01=0.9, p23=0.9, p12=0.8), 0.5) == [0, 0, 1, 1]


def test_the_best_pair_goes_first():
    assert joined(table(3, p01=0.7, p12=0.9), 0.5) == [0, 1, 1]


def test_a_third_that_goes_with_both_joins_them():
    assert joined(table(3, p01=0.9, p12=0.9, p02=0.4), 0.5) == [0, 0, 0]


def test_nothing_to_join_is_no_group():
    assert joined(np.zeros((0, 0)), 0.5) == []


def test_a_level_is_the_average_at_which_two_came_together():
    found = levels(table(3, p01=0.9, p02=0.5, p12=0.3))
    assert found.round(3).tolist() == [[1, 0.9, 0.4], [0.9, 1, 0.4], [0.4, 0.4, 1]]


def test_what_is_not_alike_never_comes_together():
    assert levels(table(3, p01=0.9))[0, 2] == 0


@st.composite
def tables(draw):
    size = draw(st.integers(1, 7))
    cells = st.floats(0, 1, allow_nan=False)
    found = np.array(draw(st.lists(st.lists(cells, min_size=size, max_size=size), min_size=size, max_size=size)))
    found = np.triu(found, 1)
    return found + found.T


@given(tables())
def test_groups_are_numbered_in_order_of_their_first_mention(found):
    labels = joined(found, 0.5)
    firsts = list(dict.fromkeys(labels))
    assert firsts == list(range(len(firsts)))


@given(tables(), st.randoms(use_true_random=False))
def test_the_order_of_mentions_changes_nothing_but_between_equals(found, chance):
    worths = found[np.triu_indices(len(found), 1)].tolist()
    if len(set(worths)) < len(worths):
        return
    order = list(range(len(found)))
    chance.shuffle(order)
    labels, mixed = joined(found, 0.5), joined(found[np.ix_(order, order)], 0.5)
    together = {frozenset(np.flatnonzero(np.array(labels) == each).tolist()) for each in labels}
    shuffled = {frozenset(order[at] for at in np.flatnonzero(np.array(mixed) == each).tolist()) for each in mixed}
    assert together == shuffled


@given(tables(), st.sampled_from([0.25, 0.5, 0.75]))
def test_groups_are_those_who_came_together_at_the_floor(found, floor):
    labels, together = joined(found, floor), levels(found)
    for a in range(len(found)):
        for b in range(len(found)):
            assert (labels[a] == labels[b]) == (together[a, b] >= floor)
