"""Pages for handing on: side by side, events, check, changes between texts, and files to take along."""

from __future__ import annotations

from urllib.parse import urlencode

import feedparser
import pytest

from secondsource import web
from secondsource.export.forms import FORMS
from secondsource.pipeline.checking import Rule
from secondsource.records import Claim, Evidence, Story
from tests.web.client import Client
from tests.web.pages import Page


@pytest.fixture(scope="module")
def desk(demo_desk):
    return demo_desk


@pytest.fixture(scope="module")
def client(desk):
    return Client(web.app(desk))


@pytest.fixture(scope="module")
def story(desk):
    """Return the id of the story in which something was denied and admitted."""
    return next(row.story for row in desk.claims() if row.status == "denied_then_admitted")


def test_two_documents_meet_on_the_claims_that_both_bear_on(desk, client, story):
    bears = {}
    for row in desk.scan(Evidence):
        bears.setdefault(row.span.doc_id, set()).add(row.claim_id)
    one, other = sorted(desk.get(Story, story).doc_ids, key=lambda doc: (-len(bears.get(doc, ())), doc))[:2]
    twin = client.get(f"/api/beside/{story}?one={one}&other={other}").json()
    assert {row["claim_id"] for row in twin["meetings"]} == bears[one] & bears[other]
    assert twin["left"]["only"] == len(bears[one] - bears[other])
    for row in twin["meetings"]:
        assert {line["document"]["doc_id"] for line in row["left"]} == {one}
        assert {line["document"]["doc_id"] for line in row["right"]} == {other}


def test_two_parties_meet_where_one_says_what_the_other_denies(desk, client, story):
    claim = next(row for row in desk.claims() if row.status == "denied_then_admitted")
    told = [row for row in desk.scan(Evidence) if row.claim_id == claim.id and row.origin]
    denier = next(row.origin for row in told if row.stance == "denies")
    sayer = next(row.origin for row in told if row.stance != "denies" and row.origin != denier)
    address = f"/beside/{story}?{urlencode({'one': sayer, 'other': denier})}"
    page, twin = client.get(address), client.get(f"/api{address}").json()
    meeting = next(row for row in twin["meetings"] if row["claim_id"] == claim.id)
    assert "denies" in {line["stance"] for line in meeting["right"]}
    flat = " ".join(Page(page.text).text.split())
    for line in (*meeting["left"], *meeting["right"]):
        assert " ".join(line["words"]["text"].split()) in flat


def test_without_a_choice_the_page_offers_what_can_be_set_beside(client, story):
    twin = client.get(f"/api/beside/{story}").json()
    offered = Page(client.get(f"/beside/{story}").text).values("href")
    assert twin["parties"]
    assert sum("one=" in address for address in offered) == len(twin["parties"]) + len(twin["documents"])
    for address in (one for one in offered if "one=" in one):
        assert client.get(address).status_code == 200


def test_who_is_no_party_of_the_story_is_not_found(client, story):
    assert client.get(f"/beside/{story}?one=nobody").status_code == 404


def test_the_events_are_the_claims_that_something_happened(desk, client, story):
    twin = client.get(f"/api/events/{story}").json()
    line = desk.get(Story, story)
    known = {row.id for row in desk.dossier(line.id).claims.values() if row.kind == "event"}
    assert {row["claim_id"] for row in twin["rows"]} == known
    sent = next(row for row in twin["rows"] if row["act"] == "sent")
    assert sent["status"] == "denied_then_admitted"
    assert ["denies", "admits"] not in sent["stances"]
    assert {name for name, _ in sent["stances"]} >= {"denies", "admits"}


def test_the_check_of_a_story_finds_what_the_verb_finds(desk, client, story):
    found = desk.check(Rule("page", ("one_origin", "not_counted"), story=story))
    twin = client.get(f"/api/check/{story}?on=one_origin&on=not_counted").json()
    assert twin["found"] == twin["shown"] == len(found)
    shown = [(hit["condition"], claim["id"], hit["why"]) for claim in twin["claims"] for hit in claim["hits"]]
    assert shown == [(one.condition, one.claim, one.why) for one in found]
    assert client.get(f"/api/check/{story}").json()["on"] == ["disputed", "denied", "superseded"]


def test_a_denial_is_no_line_that_is_not_counted(desk, story):
    denials = {(row.claim_id, row.span.start) for row in desk.scan(Evidence) if row.stance == "denies"}
    found = desk.check(Rule("page", ("not_counted",), story=story))
    assert denials
    assert not {(one.claim, one.start) for one in found} & denials


def test_the_page_of_a_story_hands_it_over_in_every_format(client, story):
    addresses = Page(client.get(f"/story/{story}").text).values("href")
    for form in FORMS.values():
        address = f"/export/{form.name}/{story}"
        assert address in addresses
        answer = client.get(address)
        assert answer.status_code == 200
        assert answer.content
        assert answer.headers["content-type"] == form.media
        assert f'filename="{story}{form.suffix}"' in answer.headers["content-disposition"]
        assert answer.headers["content-security-policy"].startswith("default-src 'none'")


def test_a_file_from_a_page_is_the_file_of_the_verb(desk, client, story):
    for name in ("jsonl", "stix", "html"):
        assert client.get(f"/export/{name}/{story}").content == desk.export(name, story=story)


def test_a_format_or_a_story_that_is_not_there_is_not_found(client, story):
    assert client.get(f"/export/docx/{story}").status_code == 404
    assert client.get("/export/jsonl/nothing").status_code == 404


def test_a_feed_reader_sees_each_change_of_status_once(desk, client, story):
    feed = feedparser.parse(client.get(f"/export/atom/{story}").content)
    assert not feed.bozo
    line = desk.dossier(story)
    steps = sum(len(row.history) for row in line.assessments.values())
    assert len(feed.entries) == steps
    assert len({entry.id for entry in feed.entries}) == steps
    times = [entry.updated for entry in feed.entries]
    assert times == sorted(times, reverse=True)
    admitted = next(entry for entry in feed.entries if entry.tags[0].term == "denied_then_admitted")
    assert admitted.title.startswith("denied, then admitted: ")


def test_the_words_of_a_feed_are_words_of_documents(desk, story):
    feed = feedparser.parse(desk.export("atom", story=story))
    texts = [" ".join(document.text.split()) for document in desk.dossier(story).documents.values()]
    for entry in feed.entries:
        words = entry.title.partition(": ")[2]
        assert any(words in text for text in texts)


def test_a_story_offers_its_feed_to_the_browser(client, story):
    page = Page(client.get(f"/story/{story}").text)
    links = [attributes for tag, attributes in page.tags if tag == "link" and attributes.get("rel") == "alternate"]
    assert [one["href"] for one in links] == [f"/export/atom/{story}"]


def test_any_two_documents_can_be_compared_sentence_by_sentence(desk, client, story):
    one, other = desk.get(Story, story).doc_ids[:2]
    twin = client.get(f"/api/diff/{one}/{other}").json()
    assert {twin["before"]["head"]["doc_id"], twin["after"]["head"]["doc_id"]} == {one, other}
    flat = " ".join(Page(client.get(f"/diff/{one}/{other}").text).text.split())
    for change in twin["changes"]:
        for side in ("before", "after"):
            if change[side]:
                assert " ".join(change[side]["words"]["text"].split()) in flat


def test_a_claim_is_one_click_from_every_new_page(desk, client, story):
    claims = {row.id for row in desk.scan(Claim)}
    for path in (f"/events/{story}", f"/check/{story}?on=one_origin"):
        linked = {address.removeprefix("/claim/") for address in Page(client.get(path).text).values("href")} & claims
        assert linked
