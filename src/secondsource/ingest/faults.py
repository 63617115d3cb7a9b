"""Keeps one text that a rule or a library fails on from stopping the others: the fault is its reason for refusal."""

from __future__ import annotations

import functools
import traceback
from collections.abc import Callable
from pathlib import PurePath
from typing import ParamSpec

from secondsource.ingest.decode import Refusal
from secondsource.records import Document

Arguments = ParamSpec("Arguments")

FAULTS = (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError)
"""What a fault raises on a text that nobody thought of; anything else stops the run."""


def fault(error: Exception) -> Refusal:
    """Return the refusal that stands for a fault, with the place where it arose."""
    *_, place = traceback.extract_tb(error.__traceback__)
    where = f"{place.name}, line {place.lineno} of {PurePath(place.filename).name}"
    return Refusal(
        f"a fault of the program kept it from being read; please report it: {type(error).__name__} in {where}"
    )


def refusing(read: Callable[Arguments, Document | Refusal]) -> Callable[Arguments, Document | Refusal]:
    """Make a reader refuse a text that it fails on."""

    @functools.wraps(read)
    def reading(*args: Arguments.args, **kwargs: Arguments.kwargs) -> Document | Refusal:
        try:
            return read(*args, **kwargs)
        except FAULTS as error:
            return fault(error)

    return reading
