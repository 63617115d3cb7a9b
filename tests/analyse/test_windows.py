"""Windows over sentences: every sentence counts once, with words around it."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from secondsource.analyse.windows import LONGEST, OVERLAP, windows

SIZES = st.lists(st.integers(1, LONGEST), max_size=60)


@given(SIZES)
def test_every_sentence_counts_in_exactly_one_window(sizes):
    counted = [unit for window in windows(sizes) for unit in range(window.begin, window.end)]
    assert counted == list(range(len(sizes)))


@given(SIZES)
def test_what_counts_is_shown_and_no_window_is_too_long(sizes):
    for window in windows(sizes):
        assert window.first <= window.begin <= window.end <= window.stop
        assert sum(sizes[window.first : window.stop]) <= LONGEST


def test_neighbours_share_words_where_sentences_are_of_common_length():
    found = windows([30] * 40)
    assert all((earlier.stop - later.first) * 30 >= OVERLAP for earlier, later in itertools.pairwise(found))


def test_a_short_article_is_one_window():
    assert len(windows([40] * 9)) == 1
