"""The pages on which a person puts something right: plain forms that work without a script."""

from __future__ import annotations

import datetime as dt
import threading
from collections.abc import Callable
from dataclasses import replace

import msgspec
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from secondsource.errors import UsageError
from secondsource.page.corrections import said
from secondsource.pipeline import Desk
from secondsource.pipeline.drafting import Reason
from secondsource.pipeline.subject import subject
from secondsource.records import CorrectionKind
from secondsource.web.forms import Forms, Sent
from secondsource.web.links import Links
from secondsource.web.render import render

_KINDS = msgspec.json.Decoder(CorrectionKind)


class Correcting:
    """The handlers; one change is carried out at a time."""

    def __init__(self, desk: Desk, links: Links, forms: Forms) -> None:
        """Correct `desk`."""
        self._desk = desk
        self._links = links
        self._forms = forms
        self._lock = threading.Lock()

    def routes(self) -> list[Route]:
        """Return the routes of the log, the forms, and what they send."""
        return [
            Route("/corrections", self.log),
            Route("/correct/{key}", self.form),
            Route("/correct", self.made, methods=["POST"]),
            Route("/undo", self.undone, methods=["POST"]),
        ]

    def log(self, _request: Request) -> Response:
        """Show the log."""
        entries = [(entry, said(entry.correction)) for entry in reversed(self._desk.corrections.entries())]
        return self._html("corrections.html", page=entries)

    def form(self, request: Request) -> Response:
        """Show what may be put right about a record."""
        found = subject(self._desk, self._desk.corrections, request.path_params["key"])
        return self._html("correct.html", page=found)

    async def made(self, request: Request) -> Response:
        """Put something right."""
        return await self._changed(request, self._make)

    async def undone(self, request: Request) -> Response:
        """Take a correction back."""
        return await self._changed(request, self._undo)

    def _make(self, sent: Sent) -> None:
        kind = _KINDS.decode(msgspec.json.encode(sent.one("kind")))
        self._desk.corrections.make(kind, sent.names, _reason(sent))

    def _undo(self, sent: Sent) -> None:
        self._desk.corrections.undo(sent.one("name"), replace(_reason(sent), because=sent.one("because") or "undone"))

    async def _changed(self, request: Request, change: Callable[[Sent], None]) -> Response:
        """Carry out a change that this server's own page asks for, and show the log."""
        sent = await self._forms.sent(request)
        if isinstance(sent, Response):
            return sent
        try:
            await run_in_threadpool(self._one_at_a_time, change, sent)
        except (UsageError, msgspec.ValidationError) as error:
            page = render("missing.html", self._links, page=None, message=str(error))
            return HTMLResponse(page, status_code=400)
        return RedirectResponse("/corrections", status_code=303)

    def _one_at_a_time(self, change: Callable[[Sent], None], sent: Sent) -> None:
        with self._lock:
            change(sent)

    def _html(self, template: str, *, page: object) -> Response:
        return HTMLResponse(render(template, self._links, page=page, token=self._forms.token))


def _reason(sent: Sent) -> Reason:
    made = dt.datetime.now(dt.UTC).isoformat(timespec="microseconds")  # noqa: TID251 - a page reads the clock
    return Reason(sent.one("by").strip(), sent.one("because").strip(), made)
