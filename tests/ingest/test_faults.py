"""A text that a rule fails on is refused with the place of the fault, and the others are read."""

from __future__ import annotations

import json

import pytest

from secondsource.ingest import articles, read
from secondsource.ingest.faults import refusing
from secondsource.records import Document, Reject
from tests.ingest.page_reading import LEXICON, anything

BODY = "The harbour of Vell was closed on Monday after a crane fell into the basin, the port authority said."


def test_a_record_that_a_rule_fails_on_costs_only_itself(monkeypatch):
    whole = articles.lay_out

    def failing(text: str, *args, **kwargs):
        if "mast" in text:
            raise IndexError
        return whole(text, *args, **kwargs)

    monkeypatch.setattr(articles, "lay_out", failing)
    lines = "\n".join(json.dumps({"text": text}) for text in (BODY, BODY.replace("crane", "mast"), BODY[4:]))
    found = anything(lines, "a.jsonl")
    assert [type(item) for item in found] == [Document, Reject, Document]
    assert found[1].reason.startswith(
        "a fault of the program kept it from being read; please report it: IndexError in failing"
    )


def test_what_is_no_fault_of_a_text_goes_on():
    @refusing
    def broken():
        raise MemoryError

    with pytest.raises(MemoryError):
        broken()


@pytest.mark.parametrize("address", ["http://[bad", "feed://x", "\x00", "http://a.example/\udc80"])
def test_addresses_that_are_none_cost_nothing(tmp_path, address: str):
    path = tmp_path / "a.opml"
    path.write_bytes(f'<opml><body><outline xmlUrl="{address}"/></body></opml>'.encode("utf-8", "surrogatepass"))
    assert [type(item) for item in read(path, lexicon=LEXICON)] == [Reject]
    head = f'<head><link rel="canonical" href="{address}"></head>'
    page = f"<html>{head}<body><article><p>{BODY} {BODY}</p></article></body></html>"
    (found,) = anything(page, "a.html")
    assert isinstance(found, Document)
