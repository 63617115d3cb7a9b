"""Every page is complete without a script, safe, and says the same as its JSON."""

from __future__ import annotations

import dataclasses
import time

import msgspec
import pytest

from secondsource import web
from secondsource.records import Document, Section, Span, Story, Storyline
from tests.page.fiction_dossier import STORY, dossier
from tests.page.test_story_page import many
from tests.web.client import Client
from tests.web.fiction_desk import FictionDesk
from tests.web.pages import Page

PATHS = [
    "/", f"/story/{STORY}", f"/lineage/{STORY}", "/sources", "/search?q=Astin", "/rejects", "/about",
    *(f"/claim/{key}" for key in dossier().claims),
    *(f"/document/{key}" for key in dossier().documents),
    "/history/d5", "/diff/d1/d2", f"/events/{STORY}", f"/check/{STORY}?on=one_origin&on=not_counted",
    f"/beside/{STORY}", f"/beside/{STORY}?one=d1", f"/beside/{STORY}?one=d1&other=d5",
]  # fmt: skip
HOSTILE = "<script>alert(1)</script> \u202egnp.exe\u202c {{ 7 * 7 }} <img src=x onerror=x()> &lt;b&gt; javascript:"


@pytest.mark.parametrize("path", PATHS)
def test_a_page_is_well_formed_and_runs_nothing_inline(client: Client, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 200
    page = Page(answer.text)
    assert page.open == []
    assert not page.values("style")
    assert not [name for _, attributes in page.tags for name in attributes if name.startswith("on")]
    assert [attributes.get("src") for tag, attributes in page.tags if tag == "script"] == ["/static/app.js"]
    assert not [tag for tag, _ in page.tags if tag == "style"]


@pytest.mark.parametrize("path", PATHS)
def test_a_page_asks_nothing_of_other_hosts(client: Client, path: str) -> None:
    page = Page(client.get(path).text)
    for address in page.values("href") + page.values("src") + page.values("action"):
        assert address.startswith(("/", "#", "data:,")), address
        assert not address.startswith("//")


@pytest.mark.parametrize("path", PATHS)
def test_ids_are_unique_and_labels_are_there(client: Client, path: str) -> None:
    page = Page(client.get(path).text)
    ids = page.values("id")
    assert len(ids) == len(set(ids))
    assert {name for value in page.values("aria-labelledby") for name in value.split()} <= set(ids)
    assert page.text.count("Skip to the page") == 1
    assert sum(tag == "h1" for tag, _ in page.tags) == 1


def test_every_link_to_words_arrives_at_them(client: Client) -> None:
    documents = {key: set(Page(client.get(f"/document/{key}").text).values("id")) for key in dossier().documents}
    seen = 0
    for path in PATHS:
        for address in Page(client.get(path).text).values("href"):
            if address.startswith("/document/") and "#s" in address:
                key, _, anchor = address.removeprefix("/document/").partition("#")
                assert anchor in documents[key], address
                seen += 1
    assert seen > 300


@pytest.mark.parametrize("path", PATHS)
def test_answers_carry_the_security_headers(client: Client, path: str) -> None:
    for answer in (client.get(path), client.get("/api" + path if path != "/" else "/api/stories")):
        policy = answer.headers["content-security-policy"]
        assert policy.startswith("default-src 'none'")
        assert "unsafe" not in policy
        assert "http" not in policy
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["referrer-policy"] == "no-referrer"


def test_a_foreign_host_name_is_refused(client: Client) -> None:
    assert client.get("/", headers={"host": "evil.example"}).status_code == 421
    assert client.get("/", headers={"host": "localhost:8001"}).status_code == 200
    assert client.get("/", headers={"host": "[::1]:8001"}).status_code == 200


def test_the_numbers_of_a_page_are_those_of_its_json(client: Client) -> None:
    twin = client.get(f"/api/story/{STORY}").json()
    page = Page(client.get(f"/story/{STORY}").text)
    counts = twin["counts"]
    flat = " ".join(page.text.split())
    assert f"outlets{counts['outlets']} printed it" in flat
    assert f"texts{counts['texts']} " in flat
    assert f"origins{counts['origins_low']}–{counts['origins']} say something first hand" in flat
    rows = [attributes for tag, attributes in page.tags if attributes.get("class") == "item" and tag == "li"]
    assert len(rows) == len(twin["highlights"])
    assert len(twin["highlights"]) + len(twin["others"]) == twin["claims"]


def test_a_claim_page_prints_every_piece_of_evidence_of_its_json(client: Client) -> None:
    twin = client.get("/api/claim/c1").json()
    folded = [one for side in ("supports", "against") for one in twin[side]]
    assert sum(1 + len(one["repeats"]) for one in folded) == twin["evidence"]
    text = client.get("/claim/c1").text
    assert text.count("counted: ") == twin["evidence"]


def test_json_is_what_msgspec_makes_of_the_model(client: Client) -> None:
    answer = client.get("/api/claim/c1")
    assert answer.headers["content-type"] == "application/json"
    assert msgspec.json.decode(answer.content)["status"]["status"] == "revised"


def test_no_page_says_that_something_is_true(client: Client) -> None:
    shown = [Page(client.get(path).text).text for path in ("/", "/about", "/sources", "/rejects")]
    banned = ("verified", "fact-check", "credib", "trustworth")
    assert not [word for text in shown for word in banned if word in text.casefold()]


def test_the_list_of_stories_sorts_and_filters_by_query(client: Client) -> None:
    assert client.get("/api/stories?sort=open").json()["rows"][0]["id"] == STORY
    assert client.get("/api/stories?sort=last").json()["rows"][-1]["id"] == STORY
    assert [row["id"] for row in client.get("/api/stories?open=1").json()["rows"]] == [STORY]
    assert len(client.get("/api/stories?outlet=Radio Sambria").json()["rows"]) == 1
    assert client.get("/?sort=nonsense&first=-1").status_code == 200
    assert client.get("/api/stories?first=1").json()["rows"][0]["id"] == STORY


def test_the_list_and_the_page_of_a_story_give_the_same_numbers(client: Client) -> None:
    for row in client.get("/api/stories").json()["rows"]:
        told = client.get(f"/api/story/{row['id']}").json()
        assert (row["counts"], row["open"], row["claims"]) == (told["counts"], told["open"], told["claims"])


def test_an_unknown_address_is_a_page_too(client: Client) -> None:
    for path in ("/story/nothing", "/claim/x", "/document/x", "/nowhere"):
        answer = client.get(path)
        assert answer.status_code == 404
        assert "All stories" in answer.text
        assert answer.headers["content-security-policy"]
    assert client.get("/api/claim/x").json()["error"]


def test_cut_sections_are_shown_with_the_reason(client: Client) -> None:
    page = Page(client.get("/document/d2").text)
    assert "caption: words under a picture (rule cut.caption)" in page.text
    assert "Photograph: Pello Grant/PGW" in page.text


def test_a_document_is_printed_whole(client: Client) -> None:
    for key, document in dossier().documents.items():
        shown = "".join(Page(client.get(f"/document/{key}").text).text.split())
        assert "".join(document.text.split())[:400] in shown or _in_order(document, shown)


def _in_order(document: Document, shown: str) -> bool:
    at = 0
    for section in document.sections:
        words = "".join(document.slice(section.span).split())
        at = shown.find(words, at)
        if at < 0:
            return False
    return True


def hostile_desk() -> FictionDesk:
    text = f"{HOSTILE}\n{HOSTILE}"
    spans = Span("dx", 0, len(HOSTILE)), Span("dx", len(HOSTILE) + 1, len(text))
    document = Document(
        id="dx",
        text=text,
        sections=(Section(spans[0], "headline", "<b>rule"), Section(spans[1], "caption", "<i>")),
        sha256="0",
        path=HOSTILE,
        format="text",
        language="en",
        url="javascript:alert(1)",
        outlet=HOSTILE,
        agency=HOSTILE,
        byline=HOSTILE,
    )
    story = Story("sx", ("dx",), spans[0])
    told = dataclasses.replace(
        dossier(), storyline=Storyline("lx", ("sx",)), stories={"sx": story}, documents={"dx": document}, copies=(),
        attributions=(), times=(), figures=(), claims={}, evidence=(), assessments={}, derived=(),
    )  # fmt: skip
    return FictionDesk(told)


@pytest.mark.parametrize(
    "path", ["/", "/story/sx", "/document/dx", f"/search?q={HOSTILE}", "/lineage/sx", "/story/<x>"]
)
def test_text_of_an_article_never_becomes_markup(path: str) -> None:
    client = Client(web.app(hostile_desk()))
    page = Page(client.get(path).text)
    assert sum(tag == "script" for tag, _ in page.tags) == 1
    assert not [tag for tag, _ in page.tags if tag == "img"]
    assert not [address for address in page.values("href") if "javascript" in address]
    if path in {"/", "/story/sx", "/document/dx"}:
        assert "{{ 7 * 7 }}" in page.text
        assert "<script>alert(1)</script>" in page.text


def test_the_page_of_fifty_documents_is_small_and_quick() -> None:
    client = Client(web.app(FictionDesk(many(dossier(), 4))))
    client.get(f"/story/{STORY}")
    start = time.perf_counter()
    answer = client.get(f"/story/{STORY}")
    assert len(answer.content) < 100_000
    assert time.perf_counter() - start < 1.0
