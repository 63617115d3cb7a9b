"""Any text goes through the whole job: nothing is lost, and no rule fails on it."""

from __future__ import annotations

import io
import json

from hypothesis import given, settings
from hypothesis import strategies as st

from secondsource import records
from secondsource.ingest import read_bytes
from secondsource.pipeline import Desk

PIECES = st.sampled_from(
    [
        "The coast guard said on Sunday that at least 34 people had died.",
        "“We are still looking,” Ines Roth, a spokeswoman, told reporters. “It is not over.",
        "The ministry denied these reports, according to the state news agency VNA.",
        "HOLLIN, Feb. 11 (NRW) — Another 14 bodies were found, bringing the total to 48.",
        "She said, citing a list, that as many as 180 may have been on board",
        "READ NEXT: Snow gates on the pass",
        "Highlights\n  • Around 180 people were on board.\nStory",
        "By Keir Anselm",
        "‘",
        "”",
        ", who",
        " said ",
        "\n",
        "\n\n",
        "\u202e",
        "…",
        "1,2,3",
        "Feb 18, 2024, 12:00 AM",
    ]
)
TEXTS = st.lists(PIECES | st.text(max_size=12), min_size=1, max_size=14).map(" ".join)


@settings(max_examples=40, deadline=None)
@given(st.lists(TEXTS, min_size=1, max_size=4))
def test_any_articles_go_through_and_every_exported_word_is_in_them(texts: list[str]) -> None:
    with Desk.open(":memory:") as desk:
        items = [
            item
            for number, text in enumerate(texts)
            for item in read_bytes(text.encode("utf-8", "replace"), f"{number}.txt", lexicon=desk.lexicon)
        ]
        report = desk.add_items(items)
        assert len(items) == len(texts)
        assert len(set(report.read)) + len(report.rejected) <= len(texts)
        assert [row for row in desk.scan(records.Reject) if "not read" in row.reason] == []
        known = {row.id: row.text for row in desk.scan(records.Document)}
        out = io.StringIO()
        desk.export_jsonl(out)
    for line in map(json.loads, out.getvalue().splitlines()):
        if {"doc", "start", "end", "text"} <= set(line):
            assert known[line["doc"]][line["start"] : line["end"]] == line["text"]
