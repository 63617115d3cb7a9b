"""Charts, read by altair, which checks them against the schema of Vega-Lite."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import altair as alt
import pytest

from secondsource.pipeline import Desk

Loaded = Callable[[str], Any]


@pytest.fixture
def views(loaded: Loaded) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = loaded("vegalite")["vconcat"]
    assert found
    return found


def test_altair_finds_no_fault_in_the_charts(loaded: Loaded) -> None:
    spec = loaded("vegalite")
    alt.VConcatChart.from_dict(spec)
    assert spec["$schema"] == alt.SCHEMA_URL.rsplit("/", 1)[0] + "/v6.json"


def test_a_chart_holds_the_points_of_the_chart_on_the_page(desk: Desk, views: list[dict[str, Any]]) -> None:
    drawn = {view["name"]: view["data"]["values"] for view in views}
    panels = [panel for row in desk.stories() for panel in desk.story(row.id).panels if panel.chart]
    assert panels
    for panel in panels:
        points = sorted((point.datum.key, str(point.datum.day), point.datum.low) for point in panel.chart.points)
        assert sorted((row["evidence"], row["day"], row["low"]) for row in drawn[panel.claim_id]) == points


def test_each_title_and_point_carries_the_words_that_it_rests_on(loaded: Loaded, texts: dict[str, str]) -> None:
    spec = loaded("vegalite")
    titles = spec["usermeta"]["titles"]
    assert [one["claim"] for one in titles] == [view["name"] for view in spec["vconcat"]]
    for row in (*titles, *(row for view in spec["vconcat"] for row in view["data"]["values"])):
        assert texts[row["document"]][row["start"] : row["end"]] == row["exact"]


def test_a_point_without_an_upper_side_is_told_by_its_shape(views: list[dict[str, Any]]) -> None:
    rows = [row for view in views for row in view["data"]["values"]]
    for row in rows:
        assert (row["sides"] == "no upper side") == (row["high"] is None)
        assert row["value"] in {row["low"], row["high"]}
