from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from secondsource import demo, records
from secondsource.ingest import read_given
from secondsource.pipeline import Desk

HOSTILE = (
    "Ferry <script>alert(1)</script> sinks off {{Kalder}}, 12 drowned\n\n"
    "KALDER, Jan 14 (Northern Wire) - Twelve people drowned when a ferry [[sank]] off Kalder |x=1 on Tuesday, the "
    "coast guard said.\n\n“The <b>hull</b> \\broke } @in{ two & $5 ''was'' lost --> ]]>,” coast guard spokeswoman "
    "Petra Lund said.\n\nThe company denied that the *ferry* `was` ![over](loaded).\n"
)
META = (
    '{"file": "01.txt", "outlet": "Kalder {Post} & Sons", "published": "2026-01-14", "url": "https://example.org/1"}\n'
)


@pytest.fixture(scope="session")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """The bundled affair, read."""
    folder = tmp_path_factory.mktemp("export")
    opened = Desk.open(":memory:")
    opened.add(demo.write(folder), given=read_given(folder / demo.METADATA))
    return opened


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """An article whose text holds the signs of every format."""
    folder = tmp_path_factory.mktemp("hostile")
    (folder / "01.txt").write_text(HOSTILE, encoding="utf-8")
    (folder / "meta.jsonl").write_text(META, encoding="utf-8")
    opened = Desk.open(":memory:")
    opened.add([folder / "01.txt"], given=read_given(folder / "meta.jsonl"))
    return opened


@pytest.fixture(scope="session")
def texts(desk: Desk) -> dict[str, str]:
    """The text of each document by its id."""
    return {row.id: row.text for row in desk.scan(records.Document)}


@pytest.fixture(scope="session")
def loaded(desk: Desk) -> Callable[[str], Any]:
    """Return a function that reads a JSON export of the affair."""
    return lambda form: json.loads(desk.export(form))


@pytest.fixture
def put(tmp_path: Path) -> Callable[[bytes, str], Path]:
    """Return a function that writes bytes into a file."""

    def written(content: bytes, name: str) -> Path:
        (tmp_path / name).write_bytes(content)
        return tmp_path / name

    return written
