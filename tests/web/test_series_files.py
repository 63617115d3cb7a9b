"""The values of a claim as files: the same rows in every form, on the server and in the folder."""

from __future__ import annotations

import csv
import io
import json

import pytest

from secondsource.page.chart import Axis
from secondsource.records import Claim
from secondsource.web.server import app
from tests.web.client import Client
from tests.web.fiction_desk import FictionDesk


@pytest.fixture
def desk() -> FictionDesk:
    return FictionDesk()


def figure_claims(desk: FictionDesk) -> list[str]:
    return [row.id for row in desk.scan(Claim) if row.kind == "figure"]


def test_all_forms_hold_the_same_values(desk: FictionDesk) -> None:
    client = Client(app(desk))
    for key in figure_claims(desk):
        rows = client.get(f"/claim/{key}.series.json").json()
        table = list(csv.DictReader(io.StringIO(client.get(f"/claim/{key}.csv").text)))
        drawn = json.loads(client.get(f"/claim/{key}.vl.json").text)["data"]["values"]
        assert [row["text"] for row in rows] == [row["text"] for row in table] == [row["text"] for row in drawn]
        assert [row["low"] is None for row in rows] == [row["low"] == "" for row in table]


@pytest.mark.parametrize("axis", ["said", "about"])
def test_the_axis_is_chosen_by_the_address(desk: FictionDesk, axis: Axis) -> None:
    client = Client(app(desk))
    wanted = "by the day it was said" if axis == "said" else "by the day the figure is about"
    pages = [client.get(f"/claim/{key}?by={axis}").text for key in figure_claims(desk)]
    drawn = [page for page in pages if '<svg class="chart"' in page]
    assert drawn
    assert all("<title" in page and f"Values {wanted}" in page for page in drawn)


def test_every_point_of_a_chart_leads_to_its_words(desk: FictionDesk) -> None:
    client = Client(app(desk))
    pages = [client.get(f"/claim/{key}").text for key in figure_claims(desk)]
    drawn = [page[page.index("<svg") : page.index("</svg>")] for page in pages if '<svg class="chart"' in page]
    assert drawn
    assert all(chart.count('<g class="point') == chart.count('<a href="/document/') > 0 for chart in drawn)
