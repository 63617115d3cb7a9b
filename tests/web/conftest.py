"""The site of the invented ferry story."""

from __future__ import annotations

import pytest

from secondsource import web
from tests.web.client import Client
from tests.web.fiction_desk import FictionDesk


@pytest.fixture
def client() -> Client:
    return Client(web.app(FictionDesk()))
