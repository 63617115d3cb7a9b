from __future__ import annotations

import re

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from secondsource.text.shingles import fingerprints, sampled, shingles, word_hashes, words

TEXT = "Divers brought up 14 bodies from the wreck of the ferry on Friday, the coast guard told state radio."


def hashes(text: str):
    return word_hashes(text, [(0, len(text))])


def test_case_spacing_and_punctuation_are_no_part_of_a_word():
    assert hashes("The Ferry’s  gate").tolist() == hashes("the ferry's\ngate").tolist()


def test_a_changed_number_changes_the_shingles_around_it():
    mine, other = shingles(hashes(TEXT)), shingles(hashes(TEXT.replace("14", "15")))
    assert 0 < len(np.intersect1d(mine, other)) < len(mine)


def test_words_keep_their_places():
    found = words(TEXT, [(0, 20), (37, 56)])
    kept = [TEXT[start:end] for start, end in zip(found.starts, found.ends, strict=True)]
    assert kept == ["Divers", "brought", "up", "14", "wreck", "of", "the", "ferry"]
    assert found.stretch.tolist() == sorted(found.stretch.tolist())


WORDS = st.lists(st.sampled_from(("coast", "guard", "ferry", "14", "rope")), max_size=60)


@given(WORDS, st.lists(st.sampled_from(("alpha", "beta", "gamma")), max_size=20))
def test_twelve_words_in_a_row_leave_a_common_fingerprint(passage, own):
    run = [f"{word}{place}" for place, word in enumerate(passage)][:12]
    if len(run) < 12:
        return
    left, right = " ".join([*own, *run]), " ".join([*run, *own, "end"])
    assert np.intersect1d(fingerprints(hashes(left)), fingerprints(hashes(right))).size


@given(st.text(st.characters(max_codepoint=0x1FFFF, exclude_categories=("Cs",)), max_size=200))
def test_words_are_the_runs_of_letters_and_digits(text):
    found = words(text, [(0, len(text))])
    kept = [text[start:end] for start, end in zip(found.starts, found.ends, strict=True)]
    assert kept == re.findall(r"[^\W_]+", text)


@given(st.lists(st.text("abcxyzé01", min_size=1, max_size=5), max_size=12))
def test_equal_words_and_no_others_have_equal_hashes(spelt):
    found = hashes(" ".join(spelt)).tolist()
    assert [[one == other for other in found] for one in found] == [[one == other for other in spelt] for one in spelt]


def test_a_sample_keeps_what_two_texts_have_in_common():
    words_in = [f"word{place}" for place in range(200)]
    changed = [f"other{place}" if place % 4 == 3 else word for place, word in enumerate(words_in)]
    left, right = (sampled(hashes(" ".join(text)), 3, 4) for text in (words_in, changed))
    both = np.intersect1d(left, right)
    intact = np.intersect1d(*(shingles(hashes(" ".join(text)), 3) for text in (words_in, changed)))
    assert both.tolist() == [each for each in intact.tolist() if each % 4 == 0]
    assert 25 <= len(left) <= 75
