"""What news agencies deliver: ninjs of all three versions, NITF and NewsML-G2; one story, the same reading of it."""

from __future__ import annotations

import json

import pytest

from secondsource.records import Document, Reject
from tests.ingest.page_reading import anything, article, refusal, words

LEAD = "TORRAN (AP) — The harbour of Vell was closed on Monday after a crane fell into the basin, police said."
SECOND = "Two ships bound for Marra were turned away, and a third is still waiting outside, Ilse Orn said."
XHTML = f"<p>{LEAD}</p><p>{SECOND}</p>"

NINJS_1 = {
    "uri": "urn:newsml:northwire.example:20250304:17",
    "type": "text",
    "language": "en-GB",
    "firstcreated": "2025-03-04T06:30:00+01:00",
    "versioncreated": "2025-03-04T07:30:00+01:00",
    "copyrightholder": "Northern Wire",
    "infosources": [{"name": "Associated Press"}],
    "byline": "By Ilse Orn",
    "headline": "Crane falls at Vell",
    "description_text": "The harbour of Vell is closed.",
    "body_text": f"{LEAD} {SECOND}",
    "body_xhtml": XHTML,
}
NINJS_2 = {
    "uri": NINJS_1["uri"],
    "language": "en",
    "firstcreated": NINJS_1["firstcreated"],
    "versioncreated": NINJS_1["versioncreated"],
    "copyrightholder": "Northern Wire",
    "by": "Ilse Orn",
    "headlines": [{"role": "short", "value": "Crane"}, {"role": "main", "value": "Crane falls at Vell"}],
    "descriptions": [{"role": "main", "value": "<p>The harbour of Vell is closed.</p>"}],
    "bodies": [
        {"role": "plain", "contenttype": "text/plain", "value": f"{LEAD} {SECOND}"},
        {"role": "html", "contenttype": "text/html", "value": XHTML},
    ],
}
NINJS_3 = {
    "uri": NINJS_1["uri"],
    "type": "text",
    "firstCreated": NINJS_1["firstcreated"],
    "versionCreated": NINJS_1["versioncreated"],
    "copyrightHolder": "Northern Wire",
    "by": "Ilse Orn",
    "headlines": [{"role": "main", "value": "Crane falls at Vell"}],
    "descriptions": [{"value": "The harbour of Vell is closed."}],
    "bodies": [{"role": "main", "contentType": "application/xhtml+xml", "value": XHTML}],
}
NITF_BODY = f"""<body>
  <body.head>
    <hedline><hl1>Crane falls at Vell</hl1><hl2>Ships turned away</hl2></hedline>
    <byline>By <person>Ilse Orn</person><byttl>Staff Writer</byttl></byline>
    <distributor>Northern Wire</distributor>
    <abstract><p>The harbour of Vell is closed.</p></abstract>
  </body.head>
  <body.content>
    <media media-type="image"><media-reference source="c.jpg"/>
      <media-caption>The crane in the basin</media-caption></media>
    <block><p>{LEAD}</p><p>{SECOND}</p></block>
  </body.content>
</body>"""
NITF = f"""<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE nitf SYSTEM "nitf-3-6.dtd">
<nitf>
  <head>
    <title>Crane</title>
    <docdata><doc-id id-string="{NINJS_1["uri"]}" regsrc="AP"/><date.issue norm="20250304T063000+0100"/>
      <date.release norm="20250304T120000+0100"/><doc.copyright holder="AP" year="2025"/></docdata>
    <revision-history norm="20250304T073000+0100"/>
  </head>
  {NITF_BODY}
</nitf>
"""
META = """<itemMeta>
    <itemClass qcode="ninat:text"/>
    <provider qcode="nprov:NW"><name>Northern Wire</name></provider>
    <versionCreated>2025-03-04T07:30:00+01:00</versionCreated>
    <firstCreated>2025-03-04T06:30:00+01:00</firstCreated>
    <pubStatus qcode="stat:usable"/>
  </itemMeta>
  <contentMeta>
    <creator><name>Ilse Orn</name></creator>
    <infoSource qcode="is:AP"><name>Associated Press</name></infoSource>
    <language tag="en-GB"/>
    <headline>Crane falls at Vell</headline>
    <description role="drol:summary">The harbour of Vell is closed.</description>
  </contentMeta>"""
ITEM = f"""<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="{NINJS_1["uri"]}" version="2"
    standard="NewsML-G2" standardversion="2.34" conformance="power" xml:lang="en-GB">
  <catalogRef href="http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_38.xml"/>
  {META}
  <contentSet>CONTENT</contentSet>
</newsItem>"""
CONTENTS = {
    "nitf": f"""<inlineXML contenttype="application/nitf+xml"><nitf xmlns="http://iptc.org/std/NITF/2006-10-18/">
{NITF_BODY}</nitf></inlineXML>""",
    "xhtml": f"""<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head>
<title>Crane</title></head><body>{XHTML}</body></html></inlineXML>""",
    "plain": f"<inlineData contenttype='text/plain'>{LEAD}\n{SECOND}</inlineData>",
}
DELIVERED = {
    "ninjs 1": json.dumps(NINJS_1),
    "ninjs 2": json.dumps(NINJS_2, indent=1),
    "ninjs 3": json.dumps(NINJS_3, ensure_ascii=False),
    "NITF": NITF,
    "NITF with a name space": NITF.replace("<nitf>", '<nitf xmlns="http://iptc.org/std/NITF/2006-10-18/">'),
    **{f"NewsML-G2 with {kind}": ITEM.replace("CONTENT", content) for kind, content in CONTENTS.items()},
}


@pytest.mark.parametrize("written", DELIVERED.values(), ids=DELIVERED.keys())
def test_the_same_story_is_read_alike_out_of_every_envelope(written: str):
    found = article(written, "item")
    assert words(found, "dateline") == ["TORRAN (AP) —"]
    assert words(found, "body") == [LEAD.removeprefix("TORRAN (AP) — "), SECOND]
    assert words(found, "headline") == ["Crane falls at Vell"]
    assert words(found, "highlight") == ["The harbour of Vell is closed."]
    assert (found.outlet, found.agency, found.byline) == ("Northern Wire", "Associated Press", "Ilse Orn")
    assert (found.external_id, found.language) == (NINJS_1["uri"], "en")
    assert found.published is not None
    assert (found.published.value, found.published.how) == ("2025-03-04T06:30+01:00", "feed")
    assert found.updated is not None
    assert found.updated.value == "2025-03-04T07:30+01:00"
    assert found.notes == ()


def test_captions_of_nitf_stand_apart_from_the_body():
    assert words(article(NITF), "caption") == ["The crane in the basin"]


def test_an_outside_reader_finds_the_same_fields_of_a_newsml_item():
    library = pytest.importorskip("NewsMLG2")
    item = library.NewsMLG2Document(DELIVERED["NewsML-G2 with nitf"].encode()).get_item()
    found = article(DELIVERED["NewsML-G2 with nitf"])
    assert found.external_id == item.guid
    assert found.published is not None
    assert str(item.itemmeta.firstcreated)[:16] == found.published.value[:16]
    assert [str(headline) for headline in item.contentmeta.headline] == [found.title]


def test_a_message_gives_a_document_for_each_text_and_a_reject_for_each_other_item():
    text = ITEM.replace("CONTENT", CONTENTS["nitf"])
    picture = ITEM.replace("ninat:text", "ninat:picture").replace("CONTENT", '<remoteContent href="c.jpg"/>')
    package = '<packageItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="p"><itemMeta/></packageItem>'
    gone = text.replace("stat:usable", "stat:canceled")
    found = anything(
        f'<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>{text}{picture}{package}{gone}</itemSet></newsMessage>',
        "item.xml",
    )
    assert [item.path for item in found] == [f"item.xml!{number}" for number in range(1, 5)]
    assert isinstance(found[0], Document)
    assert [item.reason for item in found if isinstance(item, Reject)] == [
        "no text: the content of this NewsML item of class picture lies elsewhere (remoteContent)",
        "no text: a NewsML packageItem",
        "cancelled by its provider (pubStatus)",
    ]


def test_newsml_1_is_refused_by_name():
    assert refusal("<NewsML Version='1.2'><NewsEnvelope/></NewsML>", "old.xml").startswith("NewsML 1;")


def test_items_inside_a_ninjs_item_are_read_where_they_carry_text():
    package = {
        "uri": "urn:p", "type": "composite", "versioncreated": "2025-03-04T07:30:00Z",
        "associations": {"main": NINJS_1, "pic": {"uri": "urn:i", "type": "picture", "headline": "Crane"}},
    }  # fmt: skip
    found = article(json.dumps(package), "package.json")
    assert (found.path, found.external_id) == ("package.json!1!main", NINJS_1["uri"])


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"type": "picture", "body_text": "", "body_xhtml": ""}, "no text: a ninjs item of type picture"),
        ({"pubstatus": "canceled"}, "cancelled by its provider (pubstatus)"),
        ({"body_text": "", "body_xhtml": "", "description_text": ""}, "no text: the item has only a title"),
    ],
)
def test_an_item_without_text_says_why_it_is_none(changed: dict[str, str], reason: str):
    assert refusal(json.dumps({**NINJS_1, **changed}), "item.json") == reason


def test_of_an_item_without_a_body_the_summary_is_the_text():
    found = article(json.dumps({**NINJS_1, "body_text": "", "body_xhtml": ""}), "item.json")
    assert words(found, "body") == ["The harbour of Vell is closed."]
    assert words(found, "highlight") == []


def test_paragraphs_of_a_plain_ninjs_body_are_kept_as_they_are_written():
    found = article(json.dumps({**NINJS_1, "body_text": f"{LEAD}\n\n{SECOND}"}), "item.json")
    assert found.text.startswith(f"{LEAD}\n\n{SECOND}")


def test_an_agency_that_delivers_its_own_text_is_the_outlet_and_no_second_agency():
    found = article(NITF.replace("Northern Wire", "The Associated Press").replace("(AP) ", ""), "ap.xml")
    assert (found.outlet, found.agency) == ("Associated Press", None)


@pytest.mark.parametrize(
    ("written", "byline", "agency"),
    [
        ("Von Ilse Orn, dpa", "Ilse Orn", "Deutsche Presse-Agentur"),
        ("By The Associated Press", None, "Associated Press"),
        ("BY ILSE ORN, Science Writer", "ILSE ORN", None),
        ("Ilse Orn and Pol Grant", "Ilse Orn and Pol Grant", None),
        ("NTB", None, "NTB"),
    ],
)
def test_a_byline_names_a_person_and_perhaps_an_agency(written: str, byline: str | None, agency: str | None):
    plain = {**NINJS_2, "by": written, "bodies": [{"value": f"{SECOND}\n{SECOND[4:]}"}]}
    found = article(json.dumps(plain), "item.json")
    assert (found.byline, found.agency) == (byline, agency)


def test_a_provider_keeps_the_name_that_it_is_given():
    named = {**NINJS_2, "copyrightholder": "Vell News and Media LLC"}
    assert article(json.dumps(named), "item.json").outlet == "Vell News and Media LLC"


def test_broken_xml_is_read_as_far_as_it_goes_with_a_note():
    found = article(NITF[: NITF.index("</block>")], "cut.xml")
    assert words(found, "body")[-1] == SECOND
    assert found.notes[0].startswith("broken XML, read as far as it goes")


def test_characters_that_only_a_dtd_names_are_read():
    found = article(NITF.replace("Two ships bound", "Two&nbsp;ships &mdash; bound"), "a.xml")
    assert "Two ships — bound" in found.text


def test_entities_are_not_resolved():
    bomb = '<!DOCTYPE nitf [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;">]>' + NITF.split("?>")[1].split(">", 1)[1]
    (found,) = anything(bomb.replace(SECOND, "&b; &xxe;" + SECOND), "a.xml")
    assert isinstance(found, Document)
    assert "lol" not in found.text
