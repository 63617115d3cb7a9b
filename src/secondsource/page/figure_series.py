"""The values of one claim as flat rows, and as a Vega-Lite chart of the same rows.

Source: Vega-Lite 5, https://vega.github.io/vega-lite/docs/ (layer, rule, point, strokeDash).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from secondsource.page.assertions import EvidenceRow
from secondsource.page.figures import FigurePanel
from secondsource.records import Bound, FigureKind, Stance, Verdict

Value: TypeAlias = "str | int | float | bool | list[Value] | dict[str, Value] | None"
SCHEMA = "https://vega.github.io/schema/vega-lite/v5.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesRow:
    """One printed value; `text` is the characters of `doc` between `start` and `end`.

    Attributes:
        said: day on which it was said, else that of the document; `about`: day, month or year that it is about.
        origin: the party that gives it, None where the text names nobody.
        verdict, because: how it stands to the value `beside` it, "" where it is the first.
    """

    claim: str
    said: dt.date | None
    about: str | None
    text: str
    low: float | None
    high: float | None
    bound: Bound
    kind: FigureKind
    noun: str
    scope: str
    origin: str | None
    stance: Stance
    counted: bool
    superseded: bool
    outlet: str
    doc: str
    start: int
    end: int
    verdict: Verdict | str = ""
    because: str = ""
    beside: str = ""


def series_rows(panel: FigurePanel) -> tuple[SeriesRow, ...]:
    """Return every value of a claim, repeats too, in the order of its table."""
    return tuple(_row(panel, row) for one in panel.rows for row in (one.first, *one.repeats) if row.reading is not None)


def _row(panel: FigurePanel, row: EvidenceRow) -> SeriesRow:
    reading, span = row.reading, row.words.span
    if reading is None:
        message = f"{row.id} gives no value"
        raise ValueError(message)
    judged = panel.judged.get(row.ref or "", ())
    return SeriesRow(
        claim=panel.claim_id,
        said=row.day,
        about=reading.as_of,
        text=row.words.text,
        low=reading.low,
        high=reading.high,
        bound=reading.bound,
        kind=reading.kind,
        noun=reading.noun,
        scope=reading.scope,
        origin=row.origin if row.named else None,
        stance=row.stance,
        counted=row.counted,
        superseded=row.superseded,
        outlet=row.document.outlet,
        doc=span.doc_id,
        start=span.start,
        end=span.end,
        verdict=judged[0].verdict if judged else "",
        because=judged[0].because if judged else "",
        beside=judged[0].beside.text if judged else "",
    )


def vega_lite(rows: Sequence[SeriesRow]) -> dict[str, Value]:
    """Return a Vega-Lite specification: ranges as rules, open sides as triangles, forecasts dashed and hollow."""
    return {
        "$schema": SCHEMA,
        "data": {"values": [_datum(row) for row in rows]},
        "encoding": {
            "x": {"field": "said", "type": "temporal", "title": "said on"},
            "color": {"field": "origin", "type": "nominal", "title": "who says it"},
            "tooltip": [{"field": name} for name in ("text", "origin", "outlet", "said", "about", "because")],
        },
        "layer": [
            {
                "transform": [{"filter": "isValid(datum.low) && isValid(datum.high) && datum.low != datum.high"}],
                "mark": {"type": "rule", "strokeWidth": 3},
                "encoding": {
                    "y": {"field": "low", "type": "quantitative"},
                    "y2": {"field": "high"},
                    "strokeDash": _DASH,
                },
            },
            {
                "mark": {"type": "point", "filled": False, "size": 90, "strokeWidth": 2},
                "encoding": {
                    "y": {"field": "value", "type": "quantitative", "title": "value"},
                    "shape": {
                        "field": "side",
                        "type": "nominal",
                        "title": "bound",
                        "scale": {
                            "domain": ["as given", "or more", "or less"],
                            "range": ["circle", "triangle-up", "triangle-down"],
                        },
                    },
                    "strokeDash": _DASH,
                },
            },
        ],
    }


_DASH: Value = {
    "condition": {"test": "datum.kind == 'projection'", "value": [4, 3]},
    "value": [1, 0],
}


def _datum(row: SeriesRow) -> Value:
    ends = [side for side in (row.low, row.high) if side is not None]
    return {
        "said": row.said.isoformat() if row.said else None,
        "about": row.about,
        "text": row.text,
        "value": ends[-1] if ends else None,
        "low": row.low,
        "high": row.high,
        "side": "or more" if row.high is None else "or less" if row.low is None else "as given",
        "kind": row.kind,
        "origin": row.origin or "no source named",
        "outlet": row.outlet,
        "because": row.because,
        "doc": row.doc,
        "start": row.start,
        "end": row.end,
    }
