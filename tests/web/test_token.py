"""A server that others can reach answers only to those who bring its token."""

from __future__ import annotations

import pytest

from secondsource import web
from secondsource.errors import UsageError
from secondsource.web.guard import COOKIE
from tests.web.client import Client
from tests.web.fiction_desk import FictionDesk

TOKEN = "a-word-that-nobody-guesses"  # noqa: S105 - of this test only
PATHS = ("/", "/api/stories", "/api/openapi.json", "/static/app.js", "/nowhere")


@pytest.fixture
def client() -> Client:
    return Client(web.app(FictionDesk(), token=TOKEN), base="http://192.0.2.7:8001")


@pytest.mark.parametrize("path", PATHS)
def test_nothing_is_answered_without_the_token(client, path):
    for headers in (
        {},
        {"authorization": "Bearer x"},
        {"cookie": f"{COOKIE}=x"},
        {"authorization": f"Bearer {TOKEN}x"},
    ):
        answer = client.get(path, headers=headers)
        assert answer.status_code == 401
        assert answer.headers["content-security-policy"]
    assert client.get(f"{path}?token=x").status_code == 401


def test_a_name_of_this_machine_is_no_way_around_the_token(client):
    assert client.get("/", headers={"host": "localhost:8001"}).status_code == 401


def test_the_token_in_an_address_becomes_a_cookie_and_leaves_the_address(client):
    answer = client.get(f"/api/stories?sort=open&token={TOKEN}")
    assert (answer.status_code, answer.headers["location"]) == (303, "/api/stories?sort=open")
    cookie = answer.headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=strict" in cookie
    assert client.get("/", headers={"cookie": cookie.partition(";")[0]}).status_code == 200


def test_the_token_in_an_address_leads_nowhere_else(client):
    answer = client.get(f"{client.base}//evil.example/?token={TOKEN}")
    assert answer.headers["location"] == "/evil.example/"


def test_a_program_sends_the_token_as_a_header(client):
    assert client.get("/api/stories", headers={"authorization": f"Bearer {TOKEN}"}).status_code == 200


def test_an_address_that_others_reach_is_not_served_without_a_token():
    with pytest.raises(UsageError, match="only with a token"):
        web.serve(FictionDesk(), host="0.0.0.0")  # noqa: S104 - refused
