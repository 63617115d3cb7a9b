"""How text is cut into paragraphs, sentences and tokens."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.text.segment import paragraphs, sentences, tokens


def cut(text, cutter):
    return [text[start:end] for start, end in cutter(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gov. Ann Roe left. She won.", ["Gov. Ann Roe left.", "She won."]),
        ("Cmdr. Ivo Lund spoke on Feb. 11. He sat.", ["Cmdr. Ivo Lund spoke on Feb. 11.", "He sat."]),
        ("It began in the U.S. Senate. It ended.", ["It began in the U.S. Senate.", "It ended."]),
        ("He moved to the U.S. The rest stayed.", ["He moved to the U.S.", "The rest stayed."]),
        ("They met at 5 p.m. Monday in Oss.", ["They met at 5 p.m. Monday in Oss."]),
        ("J. K. Roe won No. 3 of 10,000.", ["J. K. Roe won No. 3 of 10,000."]),
        ("It cost $3.5 million. We paid.", ["It cost $3.5 million.", "We paid."]),
        ("“It is over.” He left.", ["“It is over.”", "He left."]),
        ("“Why?” she asked. “Go!”", ["“Why?” she asked.", "“Go!”"]),
        ("We wait… and hope. So it goes.", ["We wait… and hope.", "So it goes."]),
        ("Sen. Bo Ash, R-Ky., said no. They left.", ["Sen. Bo Ash, R-Ky., said no.", "They left."]),
        ("One line\nAnother line", ["One line", "Another line"]),
    ],
)
def test_a_sentence_ends_where_a_reader_says_it_ends(text, expected):
    assert cut(text, sentences) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("10,000 men", ["10,000", "men"]),
        ("the U.S. fleet", ["the", "U.S.", "fleet"]),
        ("well-known ships", ["well-known", "ships"]),
        ("It’s Roe’s", ["It’s", "Roe’s"]),
        ("Gov. Roe, No. 3", ["Gov.", "Roe", ",", "No.", "3"]),
        ("a 24-bed ward.", ["a", "24-bed", "ward", "."]),
        ("at 11:40 p.m.", ["at", "11:40", "p.m."]),
        ("“Go,”", ["“", "Go", ",", "”"]),
    ],
)
def test_numbers_short_forms_and_compounds_are_one_token(text, expected):
    assert cut(text, tokens) == expected


def test_each_line_is_a_paragraph():
    assert cut("First.\nSecond.\n\n  Third. \n", paragraphs) == ["First.", "Second.", "Third."]


def test_hard_wrapped_lines_are_one_paragraph():
    line = "the council met again to speak about the bridge and about"
    text = f"{line}\n{line}\n{line}.\n\nNext."
    assert len(paragraphs(text)) == 2


def test_only_the_asked_for_stretch_is_cut():
    text = "One. Two. Three."
    assert sentences(text, 5, 9) == [(5, 9)]
    assert tokens(text, 5, 8) == [(5, 8)]


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=300))
def test_every_visible_character_is_in_one_paragraph_sentence_and_token(text):
    visible = {index for index, character in enumerate(text) if not character.isspace()}
    for cutter in (paragraphs, sentences, tokens):
        found = cutter(text)
        assert found == sorted(found)
        assert all(0 <= start < end <= len(text) for start, end in found)
        assert all(before[1] <= after[0] for before, after in pairwise(found))
        assert visible <= {index for start, end in found for index in range(start, end)}
