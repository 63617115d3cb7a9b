"""The static site is the same pages as files that open from disk."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote

import msgspec
import pytest

from secondsource import web
from tests.page.fiction_dossier import STORY
from tests.web.client import Client
from tests.web.fiction_desk import FictionDesk
from tests.web.pages import Page


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    written = web.write_site(FictionDesk(), folder / "deep" / "site")
    assert written == len(list((folder / "deep" / "site").rglob("*.html")))
    return folder / "deep" / "site"


def test_all_links_lead_to_files_and_anchors_of_the_site(site: Path) -> None:
    pages = {path.resolve(): Page(path.read_text(encoding="utf-8")) for path in site.rglob("*.html")}
    for path, page in pages.items():
        for address in page.values("href") + page.values("src"):
            if address.startswith("data:"):
                continue
            name, _, anchor = unquote(address).partition("#")
            target = (path.parent / name).resolve() if name else path
            assert target.is_file(), (path.name, address)
            if anchor:
                assert anchor in pages[target].values("id"), (path.name, address)


def test_no_link_leaves_the_folder(site: Path) -> None:
    for path in site.rglob("*.html"):
        for address in Page(path.read_text(encoding="utf-8")).values("href"):
            assert not address.startswith(("/", "http:", "https:", "file:"))


def test_the_site_and_the_server_show_the_same_model(site: Path, client: Client) -> None:
    for name in (f"story/{STORY}", "claim/c1", "document/d5", "stories", "sources"):
        written = msgspec.json.decode((site / "api" / f"{name}.json").read_bytes())
        assert written == client.get(f"/api/{name}").json()


def test_the_site_offers_no_search_that_it_cannot_do(site: Path) -> None:
    assert 'type="search"' not in (site / "index.html").read_text(encoding="utf-8")


def test_writing_twice_gives_the_same_bytes(site: Path, tmp_path: Path) -> None:
    web.write_site(FictionDesk(), tmp_path)
    for path in tmp_path.rglob("*"):
        if path.is_file():
            assert path.read_bytes() == (site / path.relative_to(tmp_path)).read_bytes()
