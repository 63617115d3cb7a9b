"""WARC files, written by another program: pages are read with their address and the moment of their capture."""

from __future__ import annotations

import gzip
import io
import sys

import pytest

from secondsource.records import Document, Reject
from tests.ingest.page_reading import anything, refusal

warcio = pytest.importorskip("warcio")
pytest.importorskip("fastwarc")
pytestmark = [  # the writer of these crawls leaves its temporary files open
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]

BODY = "The harbour of Vell was closed on Monday after a crane fell into the basin, the port authority said."
PAGE = f"""<html><head><title>Crane</title><meta property="article:published_time" content="DAY"></head>
<body><article><h1>Crane falls at Vell</h1><p>{BODY}</p>
<p>Two ships bound for Marra were turned away by it.</p></article></body></html>"""


def crawl(*answers: tuple[str, str, bytes, str], packed: bool = True) -> bytes:
    """Write a crawl; an answer is an address, a type, a body and a status."""
    from warcio.statusandheaders import StatusAndHeaders  # noqa: PLC0415 - only where it is installed
    from warcio.warcwriter import WARCWriter  # noqa: PLC0415

    out = io.BytesIO()
    writer = WARCWriter(out, gzip=packed)
    writer.write_record(writer.create_warcinfo_record("a.warc", {"software": "a test"}))
    for address, kind, raw, status in answers:
        sent = [("Content-Type", kind)]
        if kind.endswith("gzipped"):
            sent = [("Content-Type", "text/html"), ("Content-Encoding", "gzip")]
        record = writer.create_warc_record(
            address, "response", payload=io.BytesIO(raw), warc_headers_dict={"WARC-Date": "2025-03-04T12:00:00Z"},
            http_headers=StatusAndHeaders(status, sent, protocol="HTTP/1.1"),
        )  # fmt: skip
        request = writer.create_warc_record(address, "request", http_headers=StatusAndHeaders("GET / HTTP/1.1", []))
        writer.write_request_response_pair(request, record)
    return out.getvalue()


def page(day: str = "2025-03-04T07:30:00+01:00") -> bytes:
    return PAGE.replace("DAY", day).encode()


@pytest.mark.parametrize("packed", [True, False])
def test_a_page_keeps_its_address_and_its_day(packed: bool):  # noqa: FBT001
    raw = crawl(("https://herald.example/crane?a=1", "text/html", page(), "200 OK"), packed=packed)
    (found,) = anything(raw, "crawl.warc.gz")
    assert isinstance(found, Document)
    assert (found.path, found.url) == ("crawl.warc.gz!1", "https://herald.example/crane?a=1")
    assert found.published is not None
    assert found.published.value == "2025-03-04T07:30+01:00"


def test_a_day_after_the_capture_is_not_believed():
    (found,) = anything(crawl(("https://a.example/1", "text/html", page("2026-03-04"), "200 OK")), "c.warc")
    assert isinstance(found, Document)
    assert found.published is None
    assert "is later than its retrieval and was not used" in found.notes[0]


def test_a_charset_of_the_answer_and_a_packed_body_are_undone():
    old = page().replace(b"police", "Zoë".encode("cp1251", "ignore"))
    russian = PAGE.replace(BODY, "Гавань закрыта с понедельника, сообщили власти порта Велл. " * 3).encode("cp1251")
    raw = crawl(
        ("https://a.example/1", "text/html; charset=windows-1251", russian, "200 OK"),
        ("https://a.example/2", "text/html; gzipped", gzip.compress(old), "200 OK"),
    )
    first, second = anything(raw, "c.warc")
    assert isinstance(first, Document)
    assert "Гавань закрыта" in first.text
    assert first.notes == ()
    assert isinstance(second, Document)


def test_what_is_no_page_is_counted_and_refused_by_its_sort():
    raw = crawl(
        ("https://a.example/a.png", "image/png", b"\x89PNG", "200 OK"),
        ("https://a.example/b.png", "image/png", b"\x89PNG", "200 OK"),
        ("https://a.example/old", "text/html", b"moved", "301 Moved"),
        ("https://a.example/1", "text/html", page(), "200 OK"),
    )
    found = anything(raw, "c.warc")
    assert isinstance(found[0], Document)
    assert [item.reason for item in found if isinstance(item, Reject)] == [
        "1 records without text of their own: answered with status 301",
        "2 records without text of their own: of type image/png",
    ]


def test_a_crawl_that_breaks_off_keeps_the_pages_before_the_break():
    raw = crawl(*((f"https://a.example/{n}", "text/html", page(), "200 OK") for n in range(3)))
    found = anything(raw[: int(len(raw) * 0.8)], "c.warc.gz")
    assert isinstance(found[0], Document)


def test_without_the_extra_a_crawl_says_what_to_install(monkeypatch):
    raw = crawl(("https://a.example/1", "text/html", page(), "200 OK"))
    monkeypatch.setitem(sys.modules, "fastwarc.warc", None)
    assert refusal(raw, "c.warc.gz").endswith("pip install 'secondsource[warc]'")
