"""Putting right on the pages: with plain forms, from this server's own pages only, and shown with author and reason."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

import anyio
import httpx
import pytest
from markupsafe import escape

from secondsource import demo, web
from secondsource.pipeline import Desk
from secondsource.records import Attribution, Claim, Document, Evidence, Figure, Story

BASE = "http://127.0.0.1:8001"


@dataclass(frozen=True)
class Browser:
    """Opens pages and sends their forms."""

    desk: Desk
    app: object

    def ask(self, method: str, path: str, **more: object) -> httpx.Response:
        async def call() -> httpx.Response:
            transport = httpx.ASGITransport(app=self.app, raise_app_exceptions=True)
            async with httpx.AsyncClient(transport=transport, base_url=BASE) as client:
                return await client.request(method, path, **more)

        return anyio.run(call)

    def send(self, path: str, fields: Mapping[str, object], **more: object) -> httpx.Response:
        """Send a form with the token that the log's page gives."""
        token = {"token": self.token()} | dict(fields)
        return self.ask("POST", path, data=token, **more)

    def token(self) -> str:
        """Return the token that the pages of this server hold."""
        page = self.ask("GET", f"/correct/{next(self.desk.scan(Story)).id}").text
        return re.search(r'name="token" value="([^"]+)"', page)[1]


@pytest.fixture
def browser(tmp_path):
    demo.write(tmp_path / "articles")
    desk = Desk.open(":memory:")
    desk.add([tmp_path / "articles"])
    return Browser(desk, web.app(desk))


def figure(desk):
    return next(desk.scan(Figure))


def right(desk, **more):
    fields = {
        "kind": "figure",
        "name": [figure(desk).id, "55"],
        "by": "A. <Rossi>",
        "because": "heard the tape",
    }
    return fields | more


def test_every_kind_of_record_has_a_page_with_forms_that_need_no_script(browser):
    for kind in (Attribution, Figure, Evidence, Claim, Document, Story):
        key = next(browser.desk.scan(kind)).id
        page = browser.ask("GET", f"/correct/{key}")
        assert page.status_code == 200
        assert page.text.count('method="post"') == page.text.count('name="token"') >= 2
        labelled = set(re.findall(r'<label for="([^"]+)"', page.text))
        shown = set(re.findall(r'<input id="([^"]+)"', page.text)) - {"find"}
        assert shown <= labelled


def test_a_figure_is_put_right_and_undone_with_the_forms(browser):
    before = figure(browser.desk)
    answer = browser.send("/correct", right(browser.desk))
    assert (answer.status_code, answer.headers["location"]) == (303, "/corrections")
    assert browser.desk.get(Figure, before.id).low == 55.0
    log = browser.ask("GET", "/corrections").text
    assert str(escape("A. <Rossi>")) in log
    assert "A. <Rossi>" not in log
    entry = browser.ask("GET", "/api/corrections").json()[0]["correction"]
    assert "heard the tape" in browser.ask("GET", f"/correct/{before.id}").text
    browser.send("/undo", {"name": entry["id"], "by": "Ida Moss"})
    assert browser.desk.get(Figure, before.id) == before


@pytest.mark.parametrize(
    ("fields", "headers"),
    [
        ({"token": "guessed"}, {}),
        ({"token": ""}, {}),
        ({"token": "é"}, {}),
        ({}, {"origin": "https://elsewhere.example"}),
        ({}, {"origin": "null", "sec-fetch-site": "cross-site"}),
        ({}, {"sec-fetch-site": "same-site"}),
    ],
)
def test_a_change_that_another_site_asks_for_is_refused(browser, fields, headers):
    answer = browser.send("/correct", right(browser.desk, **fields), headers=headers)
    assert answer.status_code == 403
    assert browser.desk.corrections.entries() == []


@pytest.mark.parametrize(
    "fields", [{"kind": "spelling"}, {"name": ["f0", "5"]}, {"by": " "}, {"because": ""}, {"kind": "undo"}]
)
def test_what_cannot_be_put_right_is_answered_in_words(browser, fields):
    answer = browser.send("/correct", right(browser.desk, **fields))
    assert answer.status_code == 400
    assert browser.desk.corrections.entries() == []


def test_a_form_that_is_too_long_is_not_read(browser):
    assert browser.send("/correct", right(browser.desk, because="x" * 70_000)).status_code == 413


def test_pages_lead_to_where_their_lines_are_put_right(browser):
    claim = next(browser.desk.scan(Claim))
    page = browser.ask("GET", f"/claim/{claim.id}").text
    assert f"/correct/{claim.id}" in page
    assert set(re.findall(r"/correct/(e\w+)", page)) <= {row.id for row in browser.desk.scan(Evidence)}
    document = next(browser.desk.scan(Document))
    assert f"/correct/{document.id}" in browser.ask("GET", f"/document/{document.id}").text


def test_a_folder_of_files_offers_no_corrections(browser, tmp_path):
    web.write_site(browser.desk, tmp_path / "site")
    for page in (tmp_path / "site").rglob("*.html"):
        assert "/correct" not in page.read_text(encoding="utf-8")
