"""How quoted words are found, whatever marks a text uses and however they are balanced."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.text.quotes import continues, quotations


def quoted(text):
    return [text[slice(*quotation.inner)] for quotation in quotations(text, [(0, len(text))])]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He said “no” twice.", ["no"]),
        ('He said "no" twice.', ["no"]),
        ("He said ''no'' twice.", ["no"]),
        ("‘We go,’ she said.", ["We go,"]),
        ("'We go,' she said.", ["We go,"]),
        ("«Oui», dit-il.", ["Oui"]),
        ("„Ja“, sagte er.", ["Ja"]),
        ("The so-called “help” came.", ["help"]),
    ],
)
def test_every_style_of_mark_opens_and_closes(text, expected):
    assert quoted(text) == expected


@pytest.mark.parametrize(
    "text", ["It’s Roe's boat.", "the clubs' own fault", "rock ’n’ roll of the ’90s", "6'2\" tall men"]
)
def test_an_apostrophe_is_no_quotation_mark(text):
    assert quoted(text) == []


def test_a_quotation_inside_a_quotation_is_found_too():
    assert quoted("“She told me ‘wait’ and left,” he said.") == ["She told me ‘wait’ and left,", "wait"]
    assert quoted("“He called it “grand” once,” she said.") == ["He called it “grand” once,", "grand"]


def test_a_plural_possessive_does_not_close_a_single_quotation():
    assert quoted("‘It is the clubs’ own fault,’ she said.") == ["It is the clubs’ own fault,"]


def test_a_paragraph_that_opens_again_continues_the_speech():
    text = "“We waited all night.\n“Nobody came,” she said."
    first, second = quotations(text, [(0, len(text))])
    assert not first.closed
    assert second.closed
    assert continues(text, first, second)
    assert not continues(text, second, first)


def test_an_opening_mark_without_partner_ends_in_its_own_paragraph():
    text = "“We go, he said. Then “they” left.\nNobody spoke."
    found = quotations(text, [(0, len(text))])
    assert [text[slice(*quotation.inner)] for quotation in found] == ["We go,", "they"]
    assert [quotation.closed for quotation in found] == [False, True]


def test_a_closing_mark_without_partner_is_repaired_from_the_paragraph_start():
    assert quoted("We will go,” he said.") == ["We will go,"]


def test_quotations_are_looked_for_only_in_the_given_stretches():
    text = "“one” “two”"
    assert [q.outer for q in quotations(text, [(6, 11)])] == [(6, 11)]


@given(st.text(alphabet="ab ,.?!\n“”‘’\"'«»„()s", max_size=120))
def test_no_text_makes_it_fail(text):
    for quotation in quotations(text, [(0, len(text))]):
        outer, inner = quotation.outer, quotation.inner
        assert 0 <= outer[0] <= inner[0] <= inner[1] <= outer[1] <= len(text)
        assert "\n" not in text[slice(*outer)] or not text.strip()


@given(st.text(max_size=200))
def test_any_unicode_text_is_read(text):
    quotations(text, [(0, len(text))])
