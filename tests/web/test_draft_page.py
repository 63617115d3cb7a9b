"""A draft is checked on a page with a plain form; nothing of it is kept, and its text never becomes markup."""

from __future__ import annotations

import re
from urllib.parse import urlencode

import anyio
import httpx
import pytest

from secondsource import demo, web
from secondsource.pipeline import Desk
from secondsource.web.forms import LARGEST
from tests.web.client import Client
from tests.web.fiction_desk import FictionDesk
from tests.web.pages import Page

DRAFT = (
    "Varnian troops in Ostrel hills\n\nOSTREL, Kaldera - Varnia has sent as many as 1,200 soldiers across the border "
    "into the Ostrel hills, the Kalderan defense ministry said. Monitors of the Border Monitoring Mission said that "
    "500 <b>cows</b> had been stolen in Hallen. <script>alert(1)</script>\n"
)


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    folder = tmp_path_factory.mktemp("affair")
    with Desk.open(folder / "affair.db") as opened:
        opened.add(demo.write(folder / "articles"))
        yield opened


@pytest.fixture
def app(desk):
    return web.app(desk)


def send(app, fields):
    async def call() -> httpx.Response:
        transport = httpx.ASGITransport(app=app, raise_app_exceptions=True)
        async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1:8001") as client:
            headers = {"content-type": "application/x-www-form-urlencoded"}
            return await client.post("/draft", content=urlencode(fields), headers=headers)

    return anyio.run(call)


def token(app):
    return re.search(r'name="token" value="([^"]+)"', Client(app).get("/draft").text)[1]


def test_the_lines_of_a_draft_lead_to_the_claims_that_they_bear_on(desk, app):
    counts = desk.counts()
    answer = send(app, {"token": token(app), "text": DRAFT})
    page = Page(answer.text)
    assert answer.status_code == 200
    assert page.open == []
    flat = " ".join(page.text.split())
    assert "denied, then admitted" in flat
    assert "no document of the store bears on it" in flat
    claims = {row.id for row in desk.claims()}
    assert {address.removeprefix("/claim/") for address in page.values("href")} & claims
    assert desk.counts() == counts


def test_the_draft_stays_in_its_field_and_is_no_markup(app):
    page = Page(send(app, {"token": token(app), "text": DRAFT}).text)
    assert " ".join(DRAFT.split()) in " ".join(page.text.split())
    assert sum(tag == "script" for tag, _ in page.tags) == 1
    assert "<b>cows</b>" in page.text


def test_the_links_of_its_lines_arrive_at_words_of_the_store(app):
    page = Page(send(app, {"token": token(app), "text": DRAFT}).text)
    places = [address for address in page.values("href") if address.startswith("/document/")]
    assert places
    for address in places:
        key, _, anchor = address.removeprefix("/document/").partition("#")
        assert anchor in Page(Client(app).get(f"/document/{key}").text).values("id")


@pytest.mark.parametrize(
    ("text", "said"), [("", "cannot be read"), ("Le maire a dit que l’école fermera.\n" * 9, "'fr'")]
)
def test_what_cannot_be_read_is_answered_in_words(app, text, said):
    answer = send(app, {"token": token(app), "text": text})
    assert answer.status_code == 400
    assert said in Page(answer.text).text


def test_a_draft_that_another_site_sends_is_refused(app):
    assert send(app, {"token": "x", "text": DRAFT}).status_code == 403
    assert send(app, {"token": token(app), "text": "x" * LARGEST}).status_code == 413


def test_a_store_that_is_only_read_takes_no_drafts():
    client = Client(web.app(FictionDesk()))
    assert client.get("/draft").status_code == 404
    assert "/draft" not in Page(client.get("/").text).values("href")
