"""`add` and what it is given: tables with mapped columns, archives, addresses, and what a dry run shows."""

from __future__ import annotations

import json
import threading
import zipfile
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from secondsource.pipeline import Desk
from secondsource.records import Document, Reject

BODY = (
    "At least 14 people drowned when the ferry Maren sank off Kalder on Tuesday, the harbour hospital said. The coast "
    "guard said the search would end on Friday."
)
PAGE = (
    "<html><head><title>Ferry</title><meta property='og:site_name' content='Kalder Post'><link rel='canonical' "
    f"href='ADDRESS/ferry'></head><body><article><h1>Ferry sinks off Kalder</h1><p>{BODY}</p></article></body></html>"
)


@pytest.fixture
def server():
    """Serve a page at /ferry and /ferry?from=feed, and at /plain, whose tag is `"1"`; yield the address."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            known = self.headers.get("If-None-Match") == '"1"'
            there = self.path.startswith(("/ferry", "/plain"))
            page = PAGE.replace("canonical", "alternate") if self.path == "/plain" else PAGE
            body = page.replace("ADDRESS", address).encode() if there and not known else b""
            self.send_response((304 if known else 200) if there else 404)
            self.send_header("ETag", '"1"')
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    served = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    address = f"http://127.0.0.1:{served.server_port}"
    thread = threading.Thread(target=served.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    yield address
    served.shutdown()
    served.server_close()
    thread.join()


def documents(store):
    with Desk.open(store) as desk:
        return list(desk.scan(Document))


def test_an_address_is_fetched_once_and_then_only_asked_for_changes(run, server, tmp_path):
    store = tmp_path / "affair.db"
    code, out, _ = run("-s", store, "add", f"{server}/ferry?from=feed")
    assert (code, out) == (0, "read 1 new document\n")
    (found,) = documents(store)
    assert (found.url, found.outlet, found.path) == (f"{server}/ferry", "Kalder Post", f"{server}/ferry?from=feed")
    assert json.loads((tmp_path / "affair.db.visits.json").read_text())[f"{server}/ferry?from=feed"]["etag"] == '"1"'
    code, out, err = run("-s", store, "add", f"{server}/ferry?from=feed")
    assert (code, out) == (0, "read 0 new documents\n")
    assert "unchanged since the last visit" in err


def test_a_page_without_a_canonical_address_has_the_one_that_it_was_fetched_from(run, server, tmp_path):
    run("-s", tmp_path / "a.db", "add", f"{server}/plain")
    assert [row.url for row in documents(tmp_path / "a.db")] == [f"{server}/plain"]


def test_a_page_that_cannot_be_had_is_a_failed_input(run, server, tmp_path):
    code, _, err = run("-s", tmp_path / "a.db", "add", f"{server}/gone")
    assert code == 3
    assert f"{server}/gone: the server answered 404 Not Found" in err
    with Desk.open(tmp_path / "a.db") as desk:
        assert [row.path for row in desk.scan(Reject)] == [f"{server}/gone"]


def test_offline_takes_an_address_for_an_error_before_anything_is_read(run, tmp_path):
    code, _, err = run("-s", tmp_path / "a.db", "add", "--offline", "https://kalder.example/ferry")
    assert code == 2
    assert err == (
        "secondsource: https://kalder.example/ferry is an address, and --offline forbids the network; "
        "save the page, and add the file\n"
    )
    assert not (tmp_path / "a.db").exists()


def test_a_dry_run_fetches_and_keeps_nothing(run, server, tmp_path):
    code, out, _ = run("-s", tmp_path / "a.db", "add", "--dry-run", "--json", f"{server}/ferry")
    assert code == 0
    assert json.loads(out)[0]["url"] == f"{server}/ferry"
    assert list(tmp_path.iterdir()) == []


def test_the_feeds_of_a_list_are_fetched_only_where_that_is_asked_for(run, server, tmp_path):
    feed = (
        f"<rss version='2.0'><channel><title>Post</title><item><description>{BODY}</description></item></channel></rss>"
    )
    (tmp_path / "post.xml").write_text(feed)
    outlines = f"<outline xmlUrl='post.xml'/><outline text='Far' xmlUrl='{server}/ferry'/>"
    (tmp_path / "papers.opml").write_text(f"<opml version='2.0'><body>{outlines}</body></opml>")
    code, out, err = run("-s", tmp_path / "a.db", "add", tmp_path / "papers.opml")
    assert (code, out) == (3, "read 1 new document, 1 input failed\n")
    assert "a feed that the list names (Far)" in err
    code, out, _ = run("-s", tmp_path / "b.db", "add", tmp_path / "papers.opml", "--follow")
    assert code == 0
    assert {row.path for row in documents(tmp_path / "b.db")} == {f"{tmp_path}/post.xml!1", f"{server}/ferry"}
    assert run("-s", tmp_path / "c.db", "add", tmp_path / "papers.opml", "--follow", "--offline")[0] == 2


def test_columns_are_mapped_on_the_command_line(run, tmp_path):
    table = tmp_path / "export.csv"
    table.write_text(f'kicker,story,who\nFerry sinks,"{BODY}",Kalder Post\n')
    code, _, _ = run("-s", tmp_path / "a.db", "add", table, "--columns", "title=kicker, text=story,outlet=who")
    assert code == 0
    (found,) = documents(tmp_path / "a.db")
    assert (found.title, found.outlet, found.format) == ("Ferry sinks", "Kalder Post", "table")


@pytest.mark.parametrize("columns", ["story", "text=", "kicker=story"])
def test_a_mapping_that_cannot_be_says_what_can(run, tmp_path, columns: str):
    code, _, err = run("-s", tmp_path / "a.db", "add", tmp_path, "--columns", columns)
    assert code == 2
    assert "give FIELD=COLUMN, with a field of text, html, title" in err


def test_an_archive_is_added_member_by_member_and_again_without_change(run, tmp_path):
    with zipfile.ZipFile(tmp_path / "pile.zip", "w") as archive:
        archive.writestr("1.txt", BODY)
        archive.writestr("2.pdf", b"%PDF-1.7")
        archive.writestr("3.jsonl", json.dumps({"text": BODY.replace("14", "15"), "date": "2026-01-15"}))
    code, out, err = run("-s", tmp_path / "a.db", "add", tmp_path / "pile.zip")
    assert (code, out) == (3, "read 2 new documents, 1 input failed\n")
    assert f"{tmp_path}/pile.zip!2.pdf: not text: a PDF file" in err
    assert run("-s", tmp_path / "a.db", "add", tmp_path / "pile.zip")[1] == (
        "read 0 new documents, 2 known before, 1 input failed\n"
    )


def test_a_dry_run_shows_format_days_and_what_was_repaired(run, tmp_path):
    page = PAGE.replace("<title>", "<meta property='article:published_time' content='2199-01-01'><title>")
    (tmp_path / "a.html").write_text(page)
    (tmp_path / "b.txt").write_bytes(BODY.replace("Maren", "Märén").encode("cp1252"))
    code, out, err = run("add", "--dry-run", "--json", tmp_path)
    rows = json.loads(out)
    assert (code, [row["format"] for row in rows]) == (0, ["html", "text"])
    assert rows[0]["published"] is None
    assert rows[0]["notes"] == ["the page's own date 2199-01-01 (meta) is later than its retrieval and was not used"]
    assert rows[1]["notes"][0].endswith("guessed from its bytes")
    assert "2 documents, 0 inputs failed; nothing was written" in err
    _, _, err = run("add", "--dry-run", tmp_path)
    assert f"{tmp_path}/b.txt: read as" in err
