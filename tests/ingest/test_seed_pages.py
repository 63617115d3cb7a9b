"""The first four pages of the first users, read where they lie; skipped where they do not."""

from __future__ import annotations

from pathlib import Path

import pytest

from evaluation.scorers import data_root
from secondsource.ingest import read
from secondsource.records import Document
from tests.ingest.page_reading import LEXICON, words


def seed(number: str) -> Document:
    paths: list[Path] = sorted((data_root() / "seeds").glob(f"{number}_*.txt"))
    if not paths:
        pytest.skip("the evaluation data are not here (SECONDSOURCE_DATA)")
    (found,) = read(paths[0], lexicon=LEXICON)
    assert isinstance(found, Document)
    return found


def test_a_page_of_nothing_but_paragraphs_is_all_body_and_its_day_unknown():
    found = seed("000")
    assert [section.kind for section in found.sections] == ["body"] * 10
    assert (found.published, found.title, found.outlet) == (None, None, None)


def test_teasers_and_a_glued_story_are_out_and_their_date_is_not_taken():
    found = seed("001")
    lines = found.text.split("\n")
    assert found.title == lines[0]
    assert words(found, "body") == lines[1:14]
    assert found.published is None
    assert found.outlet == lines[17].split(" - ")[0]
    assert {section.kind for section in found.sections[14:]} == {"related", "teaser", "comment"}


def test_a_digest_has_its_summary_apart_from_its_one_paragraph():
    found = seed("002")
    assert len(words(found, "highlight")) == 3
    (body,) = words(found, "body")
    assert body in found.text.split("\n")
    assert words(found, "boilerplate")[0] == "Highlights"
    assert found.published is not None
    assert found.published.value == "2025-06-05T00:00"


def test_an_agency_copy_has_its_caption_credit_and_dateline_apart():
    found = seed("003")
    assert [section.kind for section in found.sections[:4]] == ["caption", "credit", "dateline", "body"]
    assert found.agency == "United Press International"
    assert found.published is None
    assert found.dateline is not None
    assert found.dateline.value == "--06-04"
    assert len(words(found, "body")) == 11
