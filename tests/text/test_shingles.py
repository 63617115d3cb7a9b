from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from secondsource.text.shingles import containment, fingerprints, shingles, word_hashes, words

TEXT = "Divers brought up 14 bodies from the wreck of the ferry on Friday, the coast guard told state radio."


def hashes(text: str):
    return word_hashes(text, [(0, len(text))])


def test_case_spacing_and_punctuation_are_no_part_of_a_word():
    assert hashes("The Ferry’s  gate").tolist() == hashes("the ferry's\ngate").tolist()


def test_a_changed_number_changes_the_shingles_around_it():
    other = hashes(TEXT.replace("14", "15"))
    assert 0 < containment(shingles(hashes(TEXT)), shingles(other)) < 1


def test_words_keep_their_places():
    found = words(TEXT, [(0, 20), (37, 56)])
    kept = [TEXT[start:end] for start, end in zip(found.starts, found.ends, strict=True)]
    assert kept == ["Divers", "brought", "up", "14", "wreck", "of", "the", "ferry"]
    assert found.stretch.tolist() == sorted(found.stretch.tolist())


def test_containment_of_nothing_is_nothing():
    assert containment(np.empty(0, dtype=np.uint64), shingles(hashes(TEXT))) == 0.0


WORDS = st.lists(st.sampled_from(("coast", "guard", "ferry", "14", "rope")), max_size=60)


@given(WORDS, st.lists(st.sampled_from(("alpha", "beta", "gamma")), max_size=20))
def test_twelve_words_in_a_row_leave_a_common_fingerprint(passage, own):
    run = [f"{word}{place}" for place, word in enumerate(passage)][:12]
    if len(run) < 12:
        return
    left, right = " ".join([*own, *run]), " ".join([*run, *own, "end"])
    assert np.intersect1d(fingerprints(hashes(left)), fingerprints(hashes(right))).size


@given(st.text(max_size=200))
def test_fast_and_placed_words_are_the_same(text):
    assert hashes(text).tolist() == words(text, [(0, len(text))]).hashes.tolist()
