"""What an HTML page says of itself: days with their offsets, its address, what it rests on, what is not believed."""

from __future__ import annotations

import json

import pytest

from secondsource.ingest import Given
from secondsource.ingest.addresses import address
from secondsource.ingest.moments import is_later
from secondsource.ingest.outlets import named
from tests.ingest.page_reading import LEXICON, article, refusal, words

TEXT = (
    "The harbour of Vell was closed on Monday after a crane fell into the basin, the port authority said.",
    "Two ships bound for Marra were turned away, and a third is still waiting outside, Ilse Orn said.",
)


def page(head: str = "", above: str = "", text: tuple[str, ...] = TEXT, below: str = "") -> str:
    body = "".join(f"<p>{line}</p>" for line in text)
    return (
        f"<html><head><title>Crane falls</title>{head}</head><body>{above}<article><h1>Crane falls at Vell</h1>{body}"
        f"</article>{below}</body></html>"
    )


def ld(**fields: object) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", **fields})}</script>'


def published(found: str, given: Given | None = None) -> tuple[str, str] | None:
    stamp = article(found, "page.html", given).published
    return (stamp.value, stamp.how) if stamp else None


def test_published_and_updated_keep_their_offsets():
    found = article(
        page(ld(datePublished="2025-03-04T23:30:00+09:00", dateModified="2025-03-05T00:10:00+09:00")), "a.html"
    )
    assert found.published is not None
    assert found.updated is not None
    assert (found.published.value, found.updated.value) == ("2025-03-04T23:30+09:00", "2025-03-05T00:10+09:00")


def test_a_day_at_the_end_of_the_stated_title_counts():
    assert published(page('<meta property="og:title" content="Crane | Herald | 04.03.2025">')) == ("2025-03-04", "meta")


def test_a_stamp_above_the_body_counts_and_a_teasers_day_does_not():
    teaser = "<aside><a href='/x'>Ice rink closes early</a> <span>Herald Staff - 12 January 2025</span></aside>"
    assert published(page(above=f"{teaser}<div>Published 4 March 2025, 07:30</div>")) == ("2025-03-04T07:30", "stamp")


def test_a_day_that_only_other_stories_below_the_body_have_is_not_inferred():
    teaser = "<div class='related'><p>Ice rink closes early</p><p>Herald Staff - 12 January 2025</p></div>"
    assert published(page(below=teaser)) is None
    own = "<footer><p>Published 4 March 2025 in Harbour</p></footer>"
    assert published(page(below=own)) == ("2025-03-04", "inferred")


@pytest.mark.parametrize("how", ["json-ld", "meta"])
def test_a_day_after_the_retrieval_is_not_believed_and_noted(how: str):
    head = ld(datePublished="2031-03-04") if how == "json-ld" else (
        '<meta property="article:published_time" content="2031-03-04">'
    )  # fmt: skip
    found = article(page(head), "a.html", Given(retrieved="2025-03-04T12:00+00:00"))
    assert found.published is None
    assert found.notes == (f"the page's own date 2031-03-04 ({how}) is later than its retrieval and was not used",)


def test_what_the_user_says_is_not_doubted():
    given = Given(published="2031-03-04", retrieved="2025-03-04T12:00+00:00")
    assert published(page(), given) == ("2031-03-04", "given")


@pytest.mark.parametrize(
    ("moment", "limit", "later"),
    [
        ("2025-03-05", "2025-03-04T23:00+00:00", False),
        ("2025-03-06", "2025-03-04T23:00+00:00", True),
        ("2025-03-05T09:00+09:00", "2025-03-05T00:00+00:00", False),
        ("2025-03-05T09:01+09:00", "2025-03-05T00:00+00:00", True),
        ("2025-03-05T12:00", "2025-03-05T00:00+00:00", False),
        ("2025-03-05T15:00", "2025-03-05T00:00+00:00", True),
        ("2025-03-05T23:00+00:00", "2025-03-05", False),
        ("--03-05", "2025-03-04", False),
    ],
)
def test_a_moment_is_later_only_where_it_is_so_in_every_zone(moment: str, limit: str, later: bool):  # noqa: FBT001
    assert is_later(moment, limit) is later


@pytest.mark.parametrize(
    ("given", "stated", "expected"),
    [
        (None, "https://herald.example/crane", ("https://herald.example/crane", ())),
        ("https://m.herald.example/c?from=x", "https://www.herald.example/c", ("https://www.herald.example/c", ())),
        ("https://herald.example/crane", "https://herald.example/", ("https://herald.example/crane", ())),
        ("https://herald.example/crane", None, ("https://herald.example/crane", ())),
        ("https://bbc.co.uk/news/1", "https://www.bbc.com/news/1", ("https://www.bbc.com/news/1", ())),
        ("https://portal.example/1", "https://bbc.com/news/1", ("https://portal.example/1", ("https://bbc.com/news/1",))),
        ("https://portal.example/1", "https://cdn.example/1", ("https://portal.example/1", ())),
        ("https://old.example/2025/https://a.example/x?b", "https://a.example/x", ("https://a.example/x", ())),
    ],
)  # fmt: skip
def test_the_canonical_address_wins_at_its_own_site_and_names_the_origin_at_another(given, stated, expected):
    assert address(given, stated, LEXICON) == expected


def test_what_a_page_rests_on_is_kept():
    head = ld(isBasedOn=["https://gazette.example/1", {"@type": "Article", "name": "Harbour report"}])
    assert article(page(head), "a.html").based_on == ("https://gazette.example/1", "Harbour report")
    record = json.dumps({"text": " ".join(TEXT), "isBasedOn": {"url": "https://gazette.example/1"}})
    assert article(record, "a.jsonl").based_on == ("https://gazette.example/1",)


def test_a_house_that_json_ld_names_as_source_is_the_agency():
    head = ld(sourceOrganization={"@type": "Organization", "name": "Reuters"}, publisher={"name": "Vell Herald"})
    found = article(page(head), "a.html")
    assert (found.outlet, found.agency) == ("Vell Herald", "Reuters")


def test_the_page_that_a_text_was_taken_from_is_kept():
    head = '<meta name="syndication-source" content="https://gazette.example/crane">'
    assert article(page(head), "a.html").based_on == ("https://gazette.example/crane",)


def test_an_outlet_goes_by_its_name_in_the_table():
    assert named("the guardian", LEXICON) == "The Guardian"
    assert named("www.theguardian.com", LEXICON) == "The Guardian"
    assert named("Vell Herald", LEXICON) == "Vell Herald"
    assert article(page('<meta property="og:site_name" content="the guardian">'), "a.html").outlet == "The Guardian"


def test_a_records_own_retrieval_limits_its_day():
    record = {"text": " ".join(TEXT), "date": "2031-03-04", "date_download": "2025-03-04T12:00:00Z"}
    found = article(json.dumps(record), "a.jsonl")
    assert found.published is None
    assert found.notes[0].startswith("the record's date 2031-03-04 is later than its retrieval")


def test_a_text_that_only_json_ld_carries_is_read():
    found = article(page(ld(headline="Crane falls", articleBody="\n".join(TEXT)), text=()), "a.html")
    assert words(found, "body") == list(TEXT)
    assert refusal(page(ld(headline="Crane falls"), text=()), "a.html").startswith("no article text")


def test_a_page_whose_text_only_the_fallbacks_find_is_read():
    blocks = "".join(f"<div><span>{line}</span><br></div>" for line in TEXT * 3)
    found = article(f"<html><body><div class='x'>{blocks}</div></body></html>", "a.html")
    assert "crane fell" in " ".join(words(found, "body"))
