"""What the pages read from a query: each value is checked, and what cannot be meant is left out."""

from __future__ import annotations

from typing import cast, get_args

from starlette.requests import Request

from secondsource.page.chart import Axis
from secondsource.page.stories import Order
from secondsource.pipeline import library
from secondsource.pipeline.checking import Condition

LONGEST = 200
"""Characters of a value that are read."""


def text(request: Request, name: str) -> str:
    """Return a value of the query, "" where it is not there."""
    return request.query_params.get(name, "")[:LONGEST]


def asked(request: Request) -> library.Asked:
    """Return how the list of stories is asked for."""
    sort, first = text(request, "sort"), text(request, "first")
    order = cast("Order", sort if sort in get_args(Order) else "last")
    number = int(first) if first.isascii() and first.isdecimal() and len(first) < 9 else 0
    return library.Asked(order, text(request, "outlet")[:120], bool(text(request, "open")), first=number)


def axis(request: Request) -> Axis | None:
    """Return the days that a chart is drawn over, None where nothing is asked."""
    by = text(request, "by")
    return cast("Axis", by) if by in get_args(Axis) else None


def conditions(request: Request) -> tuple[Condition, ...]:
    """Return the conditions to look for, none where nothing is asked."""
    wanted = request.query_params.getlist("on")
    return tuple(one for one in get_args(Condition) if one in wanted)
