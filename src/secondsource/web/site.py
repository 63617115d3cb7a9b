"""Writes the pages as a folder of plain files that open without a server."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import msgspec

from secondsource.page.statuses import NOTES
from secondsource.pipeline import library
from secondsource.pipeline.reader import Reader
from secondsource.records import Claim, Document, Story
from secondsource.web.links import Links
from secondsource.web.render import render
from secondsource.web.series import FORMS

ASSETS = Path(__file__).parent / "static"


@dataclass(frozen=True, slots=True)
class _File:
    """One page: the name it has (`story/sabc`), its template and its model."""

    name: str
    template: str
    model: object


def write_site(desk: Reader, folder: Path) -> int:
    """Write the site of `desk` into `folder`, which is made if needed; return the number of pages.

    Pages link relative to each other, so the folder can be moved, zipped or opened from disk.
    """
    count = 0
    for count, file in enumerate(_files(desk), start=1):  # noqa: B007 - the count is what is returned
        _write(folder, file)
    _copy_assets(folder / "static")
    _write_series(desk, folder)
    return count


def _write_series(desk: Reader, folder: Path) -> None:
    for claim in desk.scan(Claim):
        if claim.kind == "figure":
            rows = library.claim_series(desk, claim.id)
            for form, (_, made) in FORMS.items():
                _put(folder / "claim" / f"{claim.id}.{form}", made(rows))


def _files(desk: Reader) -> Iterator[_File]:
    yield _File("index", "stories.html", library.story_list(desk, library.Asked(first=None)))
    for told in desk.scan(Story):
        yield _File(f"story/{told.id}", "story.html", library.story_page(desk, told.id))
        yield _File(f"events/{told.id}", "events.html", library.event_page(desk, told.id))
        yield _File(f"check/{told.id}", "check.html", library.check_page(desk, told.id, ()))
        yield _File(f"lineage/{told.id}", "lineage.html", library.lineage_page(desk, told.id))
    for claim in desk.scan(Claim):
        yield _File(f"claim/{claim.id}", "claim.html", library.claim_page(desk, claim.id))
    for document in desk.scan(Document):
        shown = library.document_page(desk, document.id)
        yield _File(f"document/{document.id}", "document.html", shown)
        if shown.versions:
            yield _File(f"history/{document.id}", "history.html", library.history_page(desk, document.id))
    yield _File("sources", "sources.html", library.source_list(desk))
    yield _File("rejects", "rejects.html", library.reject_page(desk))
    yield _File("about", "about.html", NOTES)


def _write(folder: Path, file: _File) -> None:
    links = Links(root="../" * file.name.count("/"), files=True)
    _put(folder / f"{file.name}.html", render(file.template, links, page=file.model).encode())
    name = "stories" if file.name == "index" else file.name
    _put(folder / "api" / f"{name}.json", msgspec.json.encode(file.model))


def _put(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def _copy_assets(folder: Path) -> None:
    for asset in sorted(ASSETS.iterdir()):
        _put(folder / asset.name, asset.read_bytes())
