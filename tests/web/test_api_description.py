"""The OpenAPI document describes what the server answers: every address, every answer, every value of a query."""

from __future__ import annotations

import json
from urllib.parse import quote, urlencode

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.routing import Route

from secondsource import web
from secondsource.records import Claim, Document, Story
from tests.web.client import Client

SCHEMA = "#/components/schemas/"


@pytest.fixture(scope="module")
def desk(demo_desk):
    return demo_desk


@pytest.fixture(scope="module")
def client(desk):
    return Client(web.app(desk))


@pytest.fixture(scope="module")
def told(client):
    return client.get("/api/openapi.json").json()


def keys(desk, path):
    """Return the path with the ids of records in the place of its names."""
    kind = {"claim": Claim, "document": Document, "history": Document, "diff": Document}.get(path.split("/")[2], Story)
    ids = [row.id for row in desk.scan(kind)]
    return path.replace("{key}", ids[0]).replace("{other}", ids[-1])


@pytest.fixture(scope="module")
def asked(desk, told):
    """Return the addresses that take a query, each with the names that it may hold."""
    found = [
        (keys(desk, path), [one["name"] for one in op["parameters"] if one["in"] == "query"])
        for path, op in operations(told)
    ]
    return [(address, names) for address, names in found if names]


def valid(told, schema, answer):
    jsonschema.Draft202012Validator({**schema, "components": told["components"]}).validate(answer)


def operations(told):
    return [(path, found["get"]) for path, found in told["paths"].items()]


def test_every_address_of_the_server_is_described_and_no_other(desk, told):
    served = {route.path for route in web.app(desk).routes if isinstance(route, Route) and "/api/" in route.path}
    assert served - {"/api/openapi.json"} == set(told["paths"])


def test_every_answer_is_what_the_description_says(desk, client, told):
    for path, found in operations(told):
        answer = client.get(keys(desk, path))
        assert answer.status_code == 200, path
        valid(told, found["responses"]["200"]["content"]["application/json"]["schema"], answer.json())


def test_an_answer_that_lacks_a_field_would_not_pass(desk, client, told):
    answer = client.get(keys(desk, "/api/story/{key}")).json()
    del answer["counts"]
    schema = told["paths"]["/api/story/{key}"]["get"]["responses"]["200"]["content"]["application/json"]["schema"]
    with pytest.raises(jsonschema.ValidationError):
        valid(told, schema, answer)


def test_an_id_that_is_not_there_gives_the_error_that_is_described(client, told):
    for path, found in operations(told):
        if "{" in path:
            answer = client.get(path.replace("{key}", "nothing").replace("{other}", "nothing"))
            assert answer.status_code == 404, path
            valid(told, found["responses"]["404"]["content"]["application/json"]["schema"], answer.json())


def test_every_value_that_a_query_may_hold_is_taken(desk, client, told):
    seen = 0
    for path, found in operations(told):
        for one in (one for one in found["parameters"] if one["in"] == "query"):
            schema = one["schema"].get("items", one["schema"])
            for value in schema.get("enum", ()):
                assert client.get(f"{keys(desk, path)}?{one['name']}={value}").status_code == 200
                seen += 1
    assert seen > 15


@given(value=st.text(st.characters(exclude_categories=["Cs"]), max_size=300), data=st.data())
def test_no_query_whatever_it_holds_makes_the_server_fail(client, asked, value, data):
    address, names = data.draw(st.sampled_from(asked))
    assert client.get(f"{address}?{urlencode({data.draw(st.sampled_from(names)): value})}").status_code in {200, 404}


@given(
    key=st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40),
    path=st.sampled_from(["story", "claim", "document", "diff/x", "beside"]),
)
def test_no_id_whatever_it_holds_makes_the_server_fail(client, key, path):
    assert client.get(f"/api/{path}/{quote(key, safe='')}").status_code in {307, 404}


def test_references_inside_the_document_all_lead_somewhere(told):
    text = json.dumps(told)
    named = {part.split('"')[0] for part in text.split(SCHEMA)[1:]}
    assert named <= set(told["components"]["schemas"])
    assert len(named) > 30
