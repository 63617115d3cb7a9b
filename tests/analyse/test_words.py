"""Words as Universal Dependencies cut them."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.analyse.words import words


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in words(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("didn’t", ["did", "n’t"]),
        ("Kim's", ["Kim", "'s"]),
        ("state-run", ["state", "-", "run"]),
        ("a non-profit", ["a", "non-profit"]),
        ("cannot", ["can", "not"]),
        ("10,000", ["10,000"]),
        ("U.S.-led", ["U.S.", "-", "led"]),
        ("the 1990s", ["the", "1990s"]),
        ("we’ll", ["we", "’ll"]),
    ],
)
def test_contractions_and_compounds_are_cut_in_their_parts(text, parts):
    assert cut(text) == parts


@given(st.text(max_size=80))
def test_words_are_in_order_without_overlap_and_hold_every_letter(text):
    found = words(text, 0, len(text))
    assert all(start < end for start, end in found)
    assert all(a[1] <= b[0] for a, b in itertools.pairwise(found))
    covered = {at for start, end in found for at in range(start, end)}
    assert all(at in covered for at, character in enumerate(text) if character.isalnum())
