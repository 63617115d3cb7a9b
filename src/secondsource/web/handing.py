"""Files to take along: a story in every format of `secondsource export`, under an address that a page links to."""

from __future__ import annotations

from collections.abc import Callable

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from secondsource.export.forms import form
from secondsource.pipeline import handover
from secondsource.pipeline.reader import Reader

READ_IN_PLACE = frozenset({"atom"})
"""Formats that a program reads at their address; all others are saved as files."""


def routes(desk: Reader) -> list[Route]:
    """Return the route of the exports."""
    return [Route("/export/{form}/{key}", _handed(desk))]


def _handed(desk: Reader) -> Callable[[Request], Response]:
    def handed(request: Request) -> Response:
        wanted, key = form(request.path_params["form"]), request.path_params["key"]
        content = handover.export(desk, wanted.name, story=key, at=None)
        place = "inline" if wanted.name in READ_IN_PLACE else "attachment"
        name = "".join(char for char in key if char.isalnum() and char.isascii())
        headers = {"content-disposition": f'{place}; filename="{name}{wanted.suffix}"'}
        return Response(content, media_type=wanted.media, headers=headers)

    return handed
