"""The history of an article on the server and among the files."""

from __future__ import annotations

import dataclasses

import pytest

from secondsource import web
from tests.page.fiction_dossier import dossier
from tests.page.test_history import VERSIONS
from tests.web.client import Client
from tests.web.fiction_desk import FictionDesk
from tests.web.pages import Page


@pytest.fixture(scope="module")
def desk() -> FictionDesk:
    """Return a desk whose story holds three versions of one more article."""
    told = dossier()
    (name, story), *_ = told.stories.items()
    grown = dataclasses.replace(story, doc_ids=(*story.doc_ids, *(version.id for version in VERSIONS)))
    documents = {**told.documents, **{version.id: version for version in VERSIONS}}
    anchors = {**told.anchors, **{version.id: told.anchors[story.doc_ids[0]] for version in VERSIONS}}
    stories = {**told.stories, name: grown}
    return FictionDesk(dataclasses.replace(told, stories=stories, documents=documents, anchors=anchors))


def test_a_document_with_other_versions_leads_to_its_history(desk):
    client = Client(web.app(desk))
    assert "/history/v1" in Page(client.get("/document/v1").text).values("href")
    assert not [href for href in Page(client.get("/document/d5").text).values("href") if "/history/" in href]


def test_the_history_shows_what_changed_and_says_the_same_as_its_json(desk):
    client = Client(web.app(desk))
    shown, twin = Page(client.get("/history/v0").text), client.get("/api/history/v0").json()
    assert shown.open == []
    flat = " ".join(shown.text.split())
    for revision in twin["revisions"]:
        counts = revision["counts"]
        assert f"{counts['reworded']} reworded, {counts['added']} came, {counts['removed']} went" in flat
        for change in revision["changes"]:
            for side in filter(None, (change["before"], change["after"])):
                assert side["words"]["text"] in flat


def test_the_files_hold_a_history_for_each_version_and_for_no_other_document(desk, tmp_path):
    web.write_site(desk, tmp_path)
    assert sorted(path.stem for path in (tmp_path / "history").glob("*.html")) == ["v0", "v1", "v2"]
    assert (tmp_path / "api" / "history" / "v0.json").is_file()
