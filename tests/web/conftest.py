"""The site of the invented ferry story."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from secondsource import demo, web
from secondsource.pipeline import Desk
from tests.web.client import Client
from tests.web.fiction_desk import FictionDesk


@pytest.fixture
def client() -> Client:
    return Client(web.app(FictionDesk()))


@pytest.fixture(scope="module")
def demo_desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """The store of the bundled affair, of a module's own."""
    folder = tmp_path_factory.mktemp("affair")
    with Desk.open(folder / "affair.db") as opened:
        opened.add(demo.write(folder / "articles"))
        yield opened
