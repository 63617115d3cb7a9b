"""Invariants that hold for any text and any bytes."""

from __future__ import annotations

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from secondsource.records import Document, Reject
from tests.ingest.page_reading import anything, article

LINES = st.sampled_from(
    [
        "Crane falls into the basin at Vell",
        "VELL, March 3 (NCW) — A crane fell into the basin of the harbour on Monday, the port authority said.",
        "“We will open again when the basin is clear,” harbour master Ilse Orn said.",
        "A crane lies in the basin. Pol Grant/NCW",
        "Mon 12 Feb 2024 06:10 | Last updated 08:55",
        "portnews - Feb 24, 2025The company said on Tuesday that…",
        "Highlights",
        "• The harbour was closed.",
        "Story",
        "You may be interested",
        "Leave a comment",
        "READ NEXT: Snow gates stay shut",
        "By Mara Stent",
        "Advertisement",
        "",
        "   ",
        "\t第一段落は日本語で書かれています。",
    ]
)
PAGES = st.lists(LINES | st.text(max_size=60), max_size=14).flatmap(
    lambda lines: st.sampled_from(["\n", "\r\n", "\n\n", "\r"]).map(lambda joint: joint.join(lines))
)


def check(found: Document) -> None:
    position = 0
    for section in found.sections:
        assert position <= section.span.start < section.span.end <= len(found.text)
        assert found.text[position : section.span.start].strip() == ""
        assert section.rule
        assert section.span.doc_id == found.id
        position = section.span.end
    assert found.text[position:].strip() == ""


@given(PAGES)
@settings(deadline=None)
def test_sections_are_ordered_and_cover_every_character_that_is_not_blank(text: str):
    for found in anything(text):
        if isinstance(found, Document):
            check(found)
            assert found.text == text
            assert found.spans("body")


@given(PAGES)
@settings(deadline=None)
def test_reading_twice_gives_the_same_records(text: str):
    assert anything(text) == anything(text)


@given(st.binary(max_size=300), st.sampled_from(["a.txt", "a.html", "a.jsonl", "a.json", "a.xml", "-"]))
@settings(deadline=None)
def test_every_input_ends_as_a_document_or_a_reject(raw: bytes, name: str):
    found = anything(raw, name)
    assert found
    assert all(isinstance(item, Document | Reject) for item in found)


@given(PAGES, st.text(max_size=40))
@settings(deadline=None)
def test_offsets_of_a_record_hold_in_the_users_own_field(text: str, title: str):
    (found,) = anything(json.dumps({"text": text, "title": title}), "a.jsonl")
    if isinstance(found, Document):
        check(found)
        assert found.text.startswith(text)


@given(st.text(alphabet=st.characters(codec="utf-8"), min_size=1, max_size=80))
@settings(deadline=None)
def test_any_html_keeps_the_promise_of_sections(text: str):
    escaped = text.replace("&", "&amp;").replace("<", "&lt;")
    prose = "The harbour of Vell was closed on Monday after a crane fell into the basin, the port authority said."
    html = f"<html><body><nav>{escaped}</nav><article><p>{prose}</p><p>{prose} {escaped}</p></article></body></html>"
    for found in anything(html, "a.html"):
        if isinstance(found, Document):
            check(found)


def test_the_text_keeps_the_line_ends_of_the_file():
    text = "Crane falls at Vell\r\n\r\nThe harbour of Vell was closed on Monday, the port authority said.\r\n"
    assert article(text).text == text
