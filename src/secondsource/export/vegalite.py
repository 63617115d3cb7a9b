"""Vega-Lite: for each claim that several values were given for, the chart of the pages as a specification.

Source: Vega-Lite 6, layered and concatenated views with inline data.
"""

from __future__ import annotations

from collections.abc import Iterable

from secondsource.export.holdings import Holdings
from secondsource.export.jsonl import Line, Value
from secondsource.export.layout import Curve, Mark

SCHEMA = "https://vega.github.io/schema/vega-lite/v6.json"
WIDTH, HEIGHT = 480, 240
AXES = {"about": "day that the figure is about", "said": "day on which it was said"}


def charts(held: Holdings, curves: Iterable[Curve]) -> Line:
    """Return one specification with a view for each curve, one below the other; `usermeta` has where titles stand."""
    known = list(curves)
    views: list[Value] = [_view(held, curve) for curve in known]
    titles: list[Value] = [_title(held, curve) for curve in known]
    apart: Line = {"scale": {"color": "independent"}}
    return {"$schema": SCHEMA, "usermeta": {"titles": titles}, "vconcat": views, "resolve": apart}


def _view(held: Holdings, curve: Curve) -> Line:
    rows: list[Value] = [_row(held, mark) for mark in curve.marks]
    return {
        "name": curve.claim_id,
        "title": held.quote(curve.gist).folded,
        "width": WIDTH,
        "height": HEIGHT,
        "data": {"values": rows},
        "encoding": {
            "x": {"field": "day", "type": "temporal", "title": AXES[curve.axis]},
            "color": {"field": "party", "type": "nominal", "title": "who says so"},
            "tooltip": [{"field": name, "type": "nominal"} for name in ("exact", "party", "day", "document")],
        },
        "layer": [_range(), _points(curve.noun)],
    }


def _title(held: Holdings, curve: Curve) -> Line:
    gist, exact = curve.gist, held.quote(curve.gist).exact
    place: Line = {"document": gist.doc_id, "start": gist.start, "end": gist.end, "exact": exact}
    return {"claim": curve.claim_id, "story": curve.story_id, **place}


def _range() -> Line:
    """Return the bars from the lower to the upper bound of a value that has two."""
    ends: Line = {"y": {"field": "low", "type": "quantitative"}, "y2": {"field": "high"}}
    return {"mark": "rule", "transform": [{"filter": "isValid(datum.low) && isValid(datum.high)"}], "encoding": ends}


def _points(noun: str) -> Line:
    """Return the points; an open side is told by the shape, and is not filled in."""
    domain: list[Value] = ["both sides given", "no upper side", "no lower side"]
    shape: Line = {"domain": domain, "range": ["circle", "triangle-up", "triangle-down"]}
    return {
        "mark": {"type": "point", "filled": True, "size": 70},
        "encoding": {
            "y": {"field": "value", "type": "quantitative", "title": noun or "value", "scale": {"zero": False}},
            "shape": {"field": "sides", "type": "nominal", "title": "bounds", "scale": shape},
            "opacity": {"condition": {"test": "datum.projection", "value": 0.5}, "value": 1},
        },
    }


def _row(held: Holdings, mark: Mark) -> Line:
    sides = "no upper side" if mark.high is None else "no lower side" if mark.low is None else "both sides given"
    return {
        "evidence": mark.evidence_id,
        "day": mark.day.isoformat(),
        "low": mark.low,
        "high": mark.high,
        "value": mark.low if mark.high is None else mark.high,
        "bound": mark.bound,
        "sides": sides,
        "party": mark.party,
        "named": mark.named,
        "projection": mark.projection,
        "exact": held.quote(mark.span).exact,
        "document": mark.span.doc_id,
        "start": mark.span.start,
        "end": mark.span.end,
    }
