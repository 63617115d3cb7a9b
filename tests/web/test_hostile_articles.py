"""Articles that try to break out of a page are read by the whole program and stay text."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from secondsource import web
from secondsource.pipeline import Desk
from secondsource.records import Claim, Document, Reject, Story
from tests.web.client import Client
from tests.web.pages import Page

ATTACKS = {
    "script.txt": (
        "<script>alert(1)</script> Minister denies the bridge was closed\n\n"
        "KALDER, Jan 14 - The minister, <img src=x onerror=alert(1)>, said “</span><script>alert(2)</script> 12 people "
        "were hurt” on Tuesday.\n\nThe coast guard said {{ 7 * 7 }} boats were lost. {% raw %} Twelve people were "
        "hurt, police said.\n"
    ),
    "links.txt": (
        "Bridge closed for a week, police say\n\n"
        "Police said [more](javascript:alert(1)) javascript:alert(1) data:text/html,x 14 people were hurt on Tuesday. "
        '<a href="javascript:alert(1)">The minister</a> denied that the bridge was closed.\n'
    ),
    "bidi.txt": (
        "Mayor \u202egnp.exe\u202c says 30 boats were lost\n\n"
        "Mayor \u2067Ada\u2069 Quill said \u202e30 boats\u202c were lost near \u200fKalder\u200e on Tuesday.\n"
    ),
    "long.txt": "Word of the day\n\nPolice said " + "x" * 5000 + " was found near the bridge on Tuesday. " * 2 + "\n",
    "nul.txt": "Fire at the \x00 mill\n\nPolice said 3\x00 people were hurt in a fire at the mill on Tuesday.\n",
    "escape.txt": "Fire at the mill\n\nPolice said 3 people were \x1b[31mhurt\x08 in a fire at the mill on Tuesday.\n",
    'tag in name <b>&".txt': "Storm over Kalder\n\nThe coast guard said 9 people were rescued on Tuesday.\n",
}  # fmt: skip


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    folder = tmp_path_factory.mktemp("hostile")
    for name, text in ATTACKS.items():
        (folder / name).write_text(text, encoding="utf-8")
    with Desk.open(":memory:") as opened:
        opened.add([folder])
        yield opened


@pytest.fixture(scope="module")
def pages(desk: Desk) -> dict[str, Page]:
    client = Client(web.app(desk))
    kinds = (("story", Story), ("lineage", Story), ("claim", Claim), ("document", Document), ("history", Document))
    found = [f"/{name}/{row.id}" for name, kind in kinds for row in desk.scan(kind)]
    asked = ["/", "/sources", "/rejects", "/search?q=<script>", "/search?q=%00police", *found]
    answers = {path: client.get(path) for path in asked}
    assert {answer.status_code for answer in answers.values()} == {200}
    return {path: Page(answer.text) for path, answer in answers.items()}


def test_every_input_is_a_document_or_a_reject(desk: Desk) -> None:
    assert sum(1 for _ in desk.scan(Document)) + sum(1 for _ in desk.scan(Reject)) == len(ATTACKS)


def test_no_text_becomes_an_element_or_an_address(pages: dict[str, Page]) -> None:
    for path, page in pages.items():
        assert page.open == [], path
        assert [found["src"] for tag, found in page.tags if tag == "script"] == ["/static/app.js"]
        assert not [tag for tag, _ in page.tags if tag in {"img", "b "}]
        assert not [name for _, found in page.tags for name in found if name.startswith("on")]
        for address in page.values("href") + page.values("src") + page.values("action"):
            assert address.startswith(("/", "#", "?")), (path, address)
            assert "javascript:" not in address.partition("#")[0]


def test_what_was_written_is_shown_as_written(desk: Desk, pages: dict[str, Page]) -> None:
    for found in desk.scan(Document):
        shown = pages[f"/document/{found.id}"].text
        words = [word for word in found.text.split() if word.isprintable()]
        assert all(word in shown for word in words), found.path


def test_marks_of_direction_end_with_the_element_that_holds_them(desk: Desk, pages: dict[str, Page]) -> None:
    """A title that turns the direction of writing stands in an element that isolates it."""
    turned = [found for found in desk.scan(Document) if "\u202e" in found.text]
    for found in turned:
        runs = [names for _, names in pages[f"/document/{found.id}"].tags if names.get("class") == "run"]
        assert runs


def test_no_control_character_reaches_a_page(pages: dict[str, Page]) -> None:
    for path, page in pages.items():
        assert not [char for char in page.html if ord(char) < 32 and char not in "\n\t\r"], path
