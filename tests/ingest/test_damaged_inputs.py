"""Inputs of every format, damaged anywhere: each ends in documents and rejects, and no section leaves its text."""

from __future__ import annotations

import gzip
import json

from hypothesis import given, settings
from hypothesis import strategies as st

from secondsource.records import Document
from tests.ingest.page_reading import anything
from tests.ingest.test_feed_lists import FEED, LIST
from tests.ingest.test_json_feeds import FEED as JSON_FEED
from tests.ingest.test_mail import HTML, TEXT, message
from tests.ingest.test_markdown import CLIPPING
from tests.ingest.test_table_files import HEADER, ROW, table
from tests.ingest.test_wire_formats import DELIVERED

WHOLE: dict[str, bytes] = {
    "a.rss": FEED.encode(),
    "a.opml": LIST.encode(),
    "a.json": json.dumps(JSON_FEED, indent=1).encode(),
    "a.eml": message(TEXT, HTML).as_bytes(),
    "a.mbox": b"From x Mon Mar  3 07:00:00 2025\n" + message().as_bytes(),
    "a.md": CLIPPING.encode(),
    "a.csv": table(HEADER, ROW).encode(),
    "a.txt.gz": gzip.compress(TEXT.encode(), mtime=0),
    "a.html": HTML.encode(),
    **{f"{number}.item": text.encode() for number, text in enumerate(DELIVERED.values())},
}


@st.composite
def damaged(draw: st.DrawFn) -> tuple[str, bytes]:
    name = draw(st.sampled_from(sorted(WHOLE)))
    raw = WHOLE[name]
    at = draw(st.integers(0, len(raw)))
    until = draw(st.integers(at, min(len(raw), at + 40)))
    inserted = draw(
        st.binary(max_size=6) | st.sampled_from([b"<", b"&", b'"', b"\x00", b"\xff", b"]]>", b"{", b"\n\n"])
    )
    return name, raw[:at] + inserted + (raw[until:] if draw(st.booleans()) else b"")


@settings(deadline=None, max_examples=150)
@given(damaged())
def test_any_damage_ends_in_documents_and_rejects(case: tuple[str, bytes]):
    name, raw = case
    found = anything(raw, name)
    assert found
    for item in found:
        if isinstance(item, Document):
            position = 0
            for section in item.sections:
                assert position <= section.span.start < section.span.end <= len(item.text)
                position = section.span.end
        else:
            assert "a fault of the program" not in item.reason
