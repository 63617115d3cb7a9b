from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from pile import CABLE, NO_TABLES, OWN, article

from secondsource.group import copies
from secondsource.group.rewordings import chains
from secondsource.group.wordings import wording


def every(step: int, text: str) -> str:
    """Put another word in the place of each `step`-th one."""
    return " ".join(f"other{place}" if place % step == step - 1 else word for place, word in enumerate(text.split()))


def chained(left: str, right: str) -> int:
    found = chains(wording(article("left", left)), wording(article("right", right)))
    return max((sum(length for _, _, length in chain) for chain in found), default=0)


def test_three_words_in_four_of_a_text_make_one_chain():
    assert chained(every(4, CABLE), CABLE) >= 50


def test_short_runs_in_another_order_make_none():
    parts = [" ".join(CABLE.split()[start : start + 4]) for start in range(0, 72, 4)]
    assert chained(" and then ".join(reversed(parts)), CABLE) == 0


def test_set_phrases_far_apart_make_none():
    phrases = ["according to the police", "at the end of the day", "in the early hours of Monday"]
    left, right = (f" {filler} ".join(phrases) for filler in (" ".join(f"a{n}" for n in range(20)), "b1 b2 b3"))
    assert chained(left, right) == 0


def test_a_text_with_a_word_changed_in_every_line_points_at_its_original():
    wire = article("wire", CABLE, day="2024-03-04", outlet="Northern Press", agency="Northern Press")
    paper = article("paper", every(5, CABLE), day="2024-03-05", outlet="Echo")
    other = article("other", OWN, day="2024-03-05", outlet="Post")
    (edge,) = copies([paper, other, wire], NO_TABLES)
    assert (edge.doc_id, edge.of_id) == ("paper", "wire")
    assert edge.similarity >= 0.6


@given(st.lists(st.sampled_from(("the", "coast", "guard", "ferry", "sank", "off", "Torran")), max_size=80))
def test_runs_of_a_chain_are_equal_words_in_order_and_without_overlap(spelt):
    copy = wording(article("copy", every(6, f"{CABLE} {' '.join(spelt)}")))
    original = wording(article("original", f"{CABLE} {' '.join(spelt)}"))
    for chain in chains(copy, original):
        end = of_end = 0
        for start, of_start, length in chain:
            ours = copy.words.hashes[start : start + length].tolist()
            assert ours == original.words.hashes[of_start : of_start + length].tolist()
            assert start >= end
            assert of_start >= of_end - 2
            end, of_end = start + length, of_start + length
