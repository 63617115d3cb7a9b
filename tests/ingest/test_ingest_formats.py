"""JSON lines, feeds and HTML: what becomes a document, what a reject, and where the offsets point."""

from __future__ import annotations

import json

from secondsource.ingest import Given
from secondsource.records import Document, Reject
from tests.ingest.page_reading import anything, article, kind_of, refusal, words

BODY = (
    "The harbour of Vell was closed on Monday after a crane fell into the basin, the port authority said.\n"
    "Two ships bound for Marra were turned away, and a third is still waiting outside, Ilse Orn said."
)


def record(**fields: object) -> str:
    return json.dumps({"text": BODY, **fields})


def test_a_record_keeps_its_text_and_gets_its_title_below_it():
    found = article(record(title="Crane falls at Vell", id=17, outlet="Vell Herald"), "in.jsonl")
    assert found.text == f"{BODY}\n\nCrane falls at Vell"
    assert words(found, "headline") == ["Crane falls at Vell"]
    assert (found.external_id, found.outlet, found.path) == ("17", "Vell Herald", "in.jsonl!1")


def test_a_title_that_the_text_already_prints_is_not_added_twice():
    found = article(record(text=f"Crane falls at Vell\n{BODY}", title="Crane falls at Vell"), "in.jsonl")
    assert found.text == f"Crane falls at Vell\n{BODY}"
    assert words(found, "headline") == ["Crane falls at Vell"]


def test_the_names_of_fields_that_scrapers_use_are_known():
    found = article(
        json.dumps(
            {
                "maintext": BODY,
                "headline": "Crane falls",
                "date_publish": "2025-03-04 07:30:00",
                "source": {"name": "Vell Herald"},
                "authors": ["Mara Stent", {"name": "Pol Grant"}],
                "link": "https://herald.example/crane",
            }
        ),
        "in.jsonl",
    )
    assert (found.title, found.outlet, found.byline) == ("Crane falls", "Vell Herald", "Mara Stent, Pol Grant")
    assert found.url == "https://herald.example/crane"
    assert found.published is not None
    assert (found.published.value, found.published.how) == ("2025-03-04T07:30", "given")


def test_a_record_with_clutter_in_its_text_is_cleaned_like_a_page():
    found = article(record(text=f"{BODY}\nREAD NEXT: Ice rink closes early", title="Crane falls"), "in.jsonl")
    assert kind_of(found, "Ice rink") == "related"


def test_one_bad_line_rejects_only_itself_and_says_where_it_is():
    lines = [record(), '{"text": "cut sho', "", record(text=5), "[1, 2]", '{"title": "x"}', record(title=["a"])]
    found = anything("\n".join(lines), "in.jsonl")
    rejects = {item.path: item.reason for item in found if isinstance(item, Reject)}
    assert [item.path for item in found if isinstance(item, Document)] == ["in.jsonl!1"]
    assert set(rejects) == {"in.jsonl!2", "in.jsonl!4", "in.jsonl!5", "in.jsonl!6", "in.jsonl!7"}
    assert "not JSON" in rejects["in.jsonl!2"]
    assert rejects["in.jsonl!4"] == "field `text` is a number; give text"
    assert rejects["in.jsonl!5"].startswith("a list, not an object")
    assert "no text" in rejects["in.jsonl!6"]
    assert rejects["in.jsonl!7"] == "field `title` is a list; give text"


def test_a_json_array_is_read_member_by_member():
    found = anything(f"[{record()}, 3]", "in.json")
    assert [type(item) for item in found] == [Document, Reject]


def test_a_record_may_bring_html_instead_of_text():
    found = article(json.dumps({"html": f"<html><body><article><p>{BODY}</p></article></body></html>"}), "in.jsonl")
    assert "crane fell" in " ".join(words(found, "body"))


def test_a_date_that_is_none_is_unknown_and_the_article_is_kept():
    assert article(record(date="some day"), "in.jsonl").published is None


def test_the_day_in_the_address_dates_an_article_that_nothing_else_dates():
    found = article(record(url="https://herald.example/2025/03/04/crane"), "in.jsonl")
    assert found.published is not None
    assert (found.published.value, found.published.how) == ("2025-03-04", "url")


RSS = """<?xml version="1.0"?><rss version="2.0"><channel><title>All the Ports</title>{items}</channel></rss>"""
ITEM = """<item><title>Crane falls at Vell</title><link>https://herald.example/1</link><guid>g1</guid>
<pubDate>Mon, 03 Mar 2025 23:30:00 -0500</pubDate><source url="https://herald.example">Vell Herald</source>
<description>&lt;p&gt;VELL (AP) - The harbour was closed on Monday, the port authority said.&lt;/p&gt;
&lt;p&gt;Two ships bound for Marra were turned away on the same day.&lt;/p&gt;</description></item>"""


def test_a_feed_item_belongs_to_its_source_and_keeps_its_offset():
    found = article(RSS.format(items=ITEM), "feed.xml")
    assert (found.outlet, found.external_id, found.agency, found.path) == (
        "Vell Herald",
        "g1",
        "Associated Press",
        "feed.xml!1",
    )
    assert found.published is not None
    assert (found.published.value, found.published.how) == ("2025-03-03T23:30-05:00", "feed")
    assert words(found, "dateline") == ["VELL (AP) -"]


def test_an_item_without_a_source_belongs_to_the_feed():
    plain = ITEM.replace('<source url="https://herald.example">Vell Herald</source>', "")
    assert article(RSS.format(items=plain), "feed.xml").outlet == "All the Ports"


def test_an_item_with_only_a_title_is_rejected_and_the_others_are_read():
    found = anything(RSS.format(items=ITEM + "<item><title>Only this</title></item>"), "feed.xml")
    assert [type(item) for item in found] == [Document, Reject]
    assert isinstance(found[1], Reject)
    assert found[1].reason == "no text: the item has only a title"


def test_a_feed_that_breaks_off_keeps_what_came_before():
    found = anything(RSS.format(items=ITEM)[:-16] + "<item><title>x", "feed.xml")
    assert isinstance(found[0], Document)
    assert any(isinstance(item, Reject) and "broken feed" in item.reason for item in found)


def test_an_atom_feed_is_read_too():
    atom = f"""<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Vell Herald</title><entry>
    <title>Crane falls</title><id>a1</id><updated>2025-03-04T07:30:00+01:00</updated>
    <content type="html">&lt;p&gt;{BODY}&lt;/p&gt;</content></entry></feed>"""
    found = article(atom, "feed.atom")
    assert (found.outlet, found.title, found.external_id) == ("Vell Herald", "Crane falls", "a1")


PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Crane falls | Vell Herald</title>
<meta property="og:site_name" content="Vell Herald">
<script type="application/ld+json">{"@graph": [{"@type": "WebPage"}, {"@type": ["NewsArticle"],
 "headline": "Crane falls &amp; blocks the basin", "datePublished": "2025-03-03T23:30:00.123-05:00",
 "dateModified": "2025-03-04T01:00:00-0500",
 "author": [{"@type": "Person", "name": "Mara Stent"}, {"name": "Pol Grant"}],
 "publisher": {"name": "Herald Media"}}]}</script></head><body>
<nav><a href="/">Home</a> <a href="/s">Sport</a></nav>
<article><h1>Crane falls &amp; blocks the basin</h1>
<p>VELL (AP) — The harbour of Vell was closed on Monday after a crane fell into the basin, the port authority said.</p>
<p>Two ships bound for Marra were turned away, and a third is still waiting outside, harbour master Ilse Orn said.</p>
<p>“We will open again when the basin is clear,” Orn said. “That may take a week, or it may take two.”</p></article>
<aside><h3>Most read</h3><a href="/i">Ice rink closes early</a></aside><script>var hidden = 1;</script></body></html>"""


def test_a_web_page_says_who_when_and_where_in_its_metadata():
    found = article(PAGE, "page.html")
    assert found.format == "html"
    assert (found.title, found.outlet, found.byline) == (
        "Crane falls & blocks the basin",
        "Vell Herald",
        "Mara Stent, Pol Grant",
    )
    assert found.agency == "Associated Press"
    assert found.published is not None
    assert (found.published.value, found.published.how) == ("2025-03-03T23:30-05:00", "json-ld")
    assert found.updated is not None
    assert found.updated.value == "2025-03-04T01:00-05:00"


def test_what_is_cut_from_a_web_page_is_kept_as_labelled_sections_below_the_article():
    found = article(PAGE, "page.html")
    assert words(found, "body")[0].startswith("The harbour of Vell")
    assert kind_of(found, "Most read") == "related"
    assert "Ice rink closes early" in found.text
    assert "hidden" not in found.text
    assert found.text.index("Orn said. “That") < found.text.index("Most read")


def test_a_web_page_without_an_article_is_rejected():
    assert refusal("<html><body><nav>Home</nav><p>Please log in.</p></body></html>").startswith("no article text")


def test_a_declared_charset_is_believed():
    body = "Порт Велл закрыт, сообщили власти. " * 9
    text = f"<html><head><meta charset='windows-1251'></head><body><article><p>{body}</p></article></body></html>"
    found = article(text.encode("cp1251"), "page.html")
    assert "Порт Велл" in found.text
    assert found.language == "ru"


def test_what_the_user_says_wins_over_what_the_page_says():
    given = Given(outlet="Other Herald", published="2025-03-05", title="My title", agency="NCW", language="en")
    found = article(PAGE, "page.html", given)
    assert (found.outlet, found.title, found.agency) == ("Other Herald", "My title", "NCW")
    assert found.published is not None
    assert (found.published.value, found.published.how) == ("2025-03-05", "given")


def test_the_host_names_the_outlet_where_nobody_else_does():
    found = article(record(url="https://edition.cnn.com/world/crane"), "in.jsonl")
    assert found.outlet == "CNN"
    assert article(record(url="https://herald.example/crane"), "in.jsonl").outlet is None
