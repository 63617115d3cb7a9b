"""The invented ferry story: every page's body to the character, its mess beside it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from secondsource.ingest import read
from secondsource.records import Document, Reject
from tests.ingest.page_reading import LEXICON

FOLDER = Path(__file__).parents[1] / "data" / "fiction" / "s1_ferry"
GOLD = json.loads((FOLDER / "gold.json").read_text("utf-8"))
WITHOUT_BODY = {row["doc"] for row in GOLD["rejects"]}
PAGES = [row for row in GOLD["documents"] if row["id"] not in WITHOUT_BODY]


def read_page(row: dict[str, Any]) -> Document:
    (found,) = read(FOLDER / row["file"], lexicon=LEXICON)
    assert isinstance(found, Document)
    return found


def characters(found: Document, *kinds: Any) -> set[int]:
    return {at for span in found.spans(*kinds) for at in range(span.start, span.end)}


@pytest.mark.parametrize("row", PAGES, ids=lambda row: row["file"])
def test_the_body_is_found_to_the_character_and_nothing_else(row: dict[str, Any]):
    found = read_page(row)
    body = {at for start, end in row["body_spans"] for at in range(start, end)}
    assert characters(found, "body", "highlight") == body


@pytest.mark.parametrize("row", PAGES, ids=lambda row: row["file"])
def test_title_and_dateline_are_found(row: dict[str, Any]):
    found = read_page(row)
    assert found.title == row["title"]
    dateline = [found.slice(span) for span in found.spans("dateline")]
    assert dateline == ([row["dateline"]] if row["dateline"] else [])


@pytest.mark.parametrize("row", PAGES, ids=lambda row: row["file"])
def test_a_day_is_right_or_unknown(row: dict[str, Any]):
    published = read_page(row).published
    assert published is None or published.value[:10] == row["published"]
    assert (published is None) == (row["published_how"] == "dateline (no year)")


def test_the_page_of_pictures_is_rejected():
    (found,) = read(FOLDER / "11.txt", lexicon=LEXICON)
    assert isinstance(found, Reject)
    assert found.reason.startswith("no article text")
