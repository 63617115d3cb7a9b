"""JSON Feed: its items are articles, with the feed's name as outlet and their own days, authors and links."""

from __future__ import annotations

import json

from secondsource.records import Document, Reject
from tests.ingest.page_reading import anything, article, refusal, words

FEED = {
    "version": "https://jsonfeed.org/version/1.1",
    "title": "Vell Herald",
    "home_page_url": "https://herald.example/",
    "feed_url": "https://herald.example/feed.json",
    "language": "en-GB",
    "items": [
        {
            "id": "2025/crane",
            "url": "https://herald.example/crane",
            "title": "Crane falls at Vell",
            "content_html": "<p>A crane fell into the basin of Vell on Monday, the port authority said.</p>"
            "<p>Two ships bound for Marra were turned away.</p>",
            "date_published": "2025-03-04T07:30:00+01:00",
            "date_modified": "2025-03-04T09:00:00+01:00",
            "authors": [{"name": "Ilse Orn"}, {"name": "Pol Grant", "url": "https://herald.example/grant"}],
        },
        {
            "id": 2,
            "external_url": "https://gazette.example/ships",
            "content_text": "The Gazette reports that three ships are still waiting outside the harbour of Vell.",
        },
        {"id": "3", "title": "Only a title"},
    ],
}


def test_items_become_documents_with_what_the_feed_says_of_them():
    crane, *_ = anything(json.dumps(FEED, indent=1), "feed.json")
    assert isinstance(crane, Document)
    assert (crane.path, crane.format, crane.outlet) == ("feed.json!1", "feed", "Vell Herald")
    assert words(crane, "body") == [
        "A crane fell into the basin of Vell on Monday, the port authority said.",
        "Two ships bound for Marra were turned away.",
    ]
    assert words(crane, "headline") == ["Crane falls at Vell"]
    assert (crane.url, crane.external_id) == ("https://herald.example/crane", "2025/crane")
    assert (crane.byline, crane.language) == ("Ilse Orn, Pol Grant", "en")
    assert crane.published is not None
    assert (crane.published.value, crane.published.how) == ("2025-03-04T07:30+01:00", "feed")
    assert crane.updated is not None
    assert crane.updated.value == "2025-03-04T09:00+01:00"


def test_an_item_about_a_page_elsewhere_says_what_it_rests_on():
    _, ships, _ = anything(json.dumps(FEED), "feed.json")
    assert isinstance(ships, Document)
    assert ships.based_on == ("https://gazette.example/ships",)
    assert ships.external_id == "2"


def test_an_item_without_text_rejects_only_itself():
    *_, last = anything(json.dumps(FEED), "whatever")
    assert isinstance(last, Reject)
    assert (last.path, last.reason) == ("whatever!3", "no text: the item has only a title")


def test_the_one_author_of_version_1_0_is_read():
    item = {"id": "1", "content_text": "The harbour of Vell is open again, the port authority said on Friday."}
    feed = {"version": "https://jsonfeed.org/version/1", "title": "V", "author": {"name": "Ilse Orn"}, "items": [item]}
    assert article(json.dumps(feed), "feed.json").byline == "Ilse Orn"


def test_a_feed_without_items_is_a_reject():
    assert refusal(json.dumps({**FEED, "items": []}), "feed.json") == "a feed without items"
