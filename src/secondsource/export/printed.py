"""The report as one HTML file for the printer: no script, no request, and text of articles never becomes markup."""

from __future__ import annotations

import functools
import re

import jinja2

from secondsource.export.report import Report

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
"""Characters that HTML does not allow.  Source: HTML Living Standard, 13.2.3.5."""


@functools.cache
def _templates() -> jinja2.Environment:
    return jinja2.Environment(
        loader=jinja2.PackageLoader("secondsource.export"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def printed(told: Report) -> str:
    """Return the report as a page that needs no other file; control characters show as replacement characters."""
    page = _templates().get_template("report.html").render(report=told)
    return _CONTROL.sub("\N{REPLACEMENT CHARACTER}", page)
