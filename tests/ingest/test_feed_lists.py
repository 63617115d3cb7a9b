"""OPML lists: feeds beside the list are read, those on the network are named and left alone."""

from __future__ import annotations

import listparser

from secondsource.ingest import read
from secondsource.records import Document, Reject
from tests.ingest.page_reading import LEXICON, anything, refusal

LIST = """<?xml version="1.0" encoding="UTF-8"?>
<opml version="2.0">
  <head><title>Papers of the coast</title></head>
  <body>
    <outline text="Coast">
      <outline type="rss" text="Vell Herald" title="Vell Herald" xmlUrl="feeds/herald%201.xml"/>
      <outline type="rss" text="Marra Gazette &amp; Post" xmlUrl="https://gazette.example/feed"/>
    </outline>
    <outline type="rss" text="Elsewhere" xmlUrl="../secret.xml"/>
    <outline text="A note"/>
  </body>
</opml>
"""
FEED = """<rss version="2.0"><channel><title>Vell Herald</title><item><title>Crane falls</title>
<description>The harbour of Vell was closed on Monday after a crane fell into the basin.</description></item>
</channel></rss>
"""


def test_a_feed_beside_its_list_is_read_and_the_others_are_named(tmp_path):
    home = tmp_path / "home"
    (home / "feeds").mkdir(parents=True)
    (home / "feeds" / "herald 1.xml").write_text(FEED)
    (tmp_path / "secret.xml").write_text(FEED)
    (home / "coast.opml").write_text(LIST)
    document, gazette, outside = read(home / "coast.opml", lexicon=LEXICON)
    assert isinstance(document, Document)
    assert document.path == f"{home}/feeds/herald 1.xml!1"
    assert isinstance(gazette, Reject)
    assert gazette.path.endswith("coast.opml!https://gazette.example/feed")
    assert gazette.reason.startswith("a feed that the list names (Marra Gazette & Post); add it by its address")
    assert isinstance(outside, Reject)


def test_all_feeds_that_another_reader_finds_are_named():
    named = [item.path.removeprefix("-!") for item in anything(LIST, "-")]
    assert named == [feed.url for feed in listparser.parse(LIST).feeds]


def test_a_list_without_feeds_is_a_reject():
    assert (
        refusal("<opml version='2.0'><body><outline text='a'/></body></opml>", "a.opml") == "a list that names no feeds"
    )
