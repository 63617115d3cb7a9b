"""The values of a claim as rows and as a chart of another program hold what the page holds."""

from __future__ import annotations

from secondsource.page.claim import claim
from secondsource.page.figure_series import series_rows, vega_lite
from tests.page import fiction_dossier


def panels():
    told = fiction_dossier.dossier()
    found = [claim(told, key).figures for key, row in told.claims.items() if row.kind == "figure"]
    return told, [panel for panel in found if panel]


def test_every_row_carries_the_words_of_its_document() -> None:
    told, found = panels()
    rows = [row for panel in found for row in series_rows(panel)]
    assert rows
    assert all(told.documents[row.doc].text[row.start : row.end] == row.text for row in rows)


def test_repeats_are_rows_of_their_own() -> None:
    _, found = panels()
    for panel in found:
        assert len(series_rows(panel)) == sum(1 + len(one.repeats) for one in panel.rows)


def test_an_open_side_stays_open_in_vega_lite() -> None:
    _, found = panels()
    rows = [row for panel in found for row in series_rows(panel)]
    data = vega_lite(rows)["data"]["values"]  # type: ignore[call-overload,index]
    half_open = [(row, datum) for row, datum in zip(rows, data, strict=True) if row.high is None]
    assert half_open
    assert all(datum["high"] is None and datum["side"] == "or more" for _, datum in half_open)


def test_the_chart_is_drawn_over_the_days_that_are_asked_for() -> None:
    told, found = panels()
    both = next(panel for panel in found if len(panel.axes) > 1)
    for axis in both.axes:
        drawn = claim(told, both.claim_id, axis).figures
        assert drawn is not None
        assert drawn.chart is not None
        assert drawn.chart.axis == axis
