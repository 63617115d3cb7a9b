"""Lines that an outlet repeats on other articles are furniture, whatever they look like."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.ingest import Given, read_bytes
from secondsource.ingest.furniture import repeated
from tests.ingest.page_reading import LEXICON

HOUSE = "Our newsroom stands in the old customs hall beside the harbour of Vell and welcomes visitors."
FERRY = (
    "Twelve people drowned when a ferry sank off Kalder on Tuesday, the coast guard said.",
    "The ferry had left Vell at noon with a school class on board, as it does each day.",
    "Divers will search the hull for its recorder as soon as the sea calms down again.",
)
WALL = (
    "The council of Kalder voted on Monday for a new harbour wall, the mayor said.",
    "It will stand where the old one broke in the storms of the last two winters.",
    "Fishermen had asked for a lower one, which would let them see the sea from home.",
)
BRIDGE = (
    "A bridge over the Orn was closed on Friday after cracks were found, the police said.",
    "Drivers have to take the long way by Torran until the cracks have been looked into.",
    "Nobody knows yet how long that takes, and the shops of the town fear for their guests.",
)


def page(*lines: str, outlet: str | None = "Vell Herald", name: str = "page.txt"):
    text = "\n\n".join(lines) + "\n"
    (found,) = read_bytes(text.encode(), name, lexicon=LEXICON, given=Given(outlet=outlet))
    return found


def cut(*documents):
    found = repeated(documents)
    return [[document.slice(span) for span in found.get(document.id, ())] for document in documents]


def test_a_line_on_two_articles_of_one_outlet_is_furniture():
    assert cut(page(*FERRY, HOUSE), page(*WALL, HOUSE)) == [[HOUSE], [HOUSE]]


def test_the_same_line_at_two_outlets_is_not():
    assert cut(page(*FERRY, HOUSE), page(*WALL, HOUSE, outlet="Torran Times")) == [[], []]


def test_pages_of_unknown_houses_are_not_compared():
    assert cut(page(*FERRY, HOUSE, outlet=None), page(*WALL, HOUSE, outlet=None)) == [[], []]


def test_versions_of_one_article_keep_what_they_share():
    assert cut(page(*FERRY, HOUSE), page(*FERRY, HOUSE, WALL[2])) == [[], []]


@pytest.mark.parametrize(
    "line",
    [
        "The coast guard said that it had warned of the weather in the morning of that same day.",
        "In the year 2019 another ferry of the same company sank at the same place near Kalder.",
        "“We do what we can and cannot do more than that” is how the harbour office answers.",
    ],
)
def test_a_paragraph_of_background_that_reports_stays(line):
    assert cut(page(*FERRY, line), page(*WALL, line)) == [[], []]


def test_records_are_not_compared_since_they_hold_no_page():
    documents = [dataclasses.replace(page(*lines, HOUSE), format="jsonl") for lines in (FERRY, WALL)]
    assert cut(*documents) == [[], []]


def test_what_was_cut_before_is_found_again_from_the_sections_of_the_reading():
    first, second = page(*FERRY, HOUSE), page(*WALL, HOUSE)
    kept = tuple(one for one in first.sections if first.slice(one.span) != HOUSE)
    changed = dataclasses.replace(first, sections=kept, cleaned=first.sections)
    assert cut(changed, second) == [[HOUSE], [HOUSE]]


@given(order=st.permutations([page(*lines, HOUSE) for lines in (FERRY, WALL, BRIDGE)]))
def test_the_order_of_the_pages_changes_nothing(order):
    assert repeated(order) == repeated(order[::-1])
    assert len(repeated(order)) == 3
