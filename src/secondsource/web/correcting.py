"""The pages on which a person puts something right: plain forms that work without a script.

A change needs the token that only this server's own pages hold, and where the browser says from which page it comes,
that page must be this server's.
"""

from __future__ import annotations

import datetime as dt
import hmac
import secrets
import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from urllib.parse import parse_qs, urlsplit

import msgspec
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from secondsource.errors import UsageError
from secondsource.page.corrections import said
from secondsource.pipeline import Desk
from secondsource.pipeline.drafting import Reason
from secondsource.pipeline.subject import subject
from secondsource.records import CorrectionKind
from secondsource.web.guard import host_name
from secondsource.web.links import Links
from secondsource.web.render import render

LARGEST = 65_536
"""Bytes of a form that are read: a correction is a few names and a reason."""
_KINDS = msgspec.json.Decoder(CorrectionKind)


@dataclass(frozen=True, slots=True)
class _Sent:
    """A form as it was sent: its fields, each with its values in order."""

    fields: dict[str, list[str]]

    def one(self, name: str) -> str:
        return next(iter(self.fields.get(name, ())), "")

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(value.strip() for value in self.fields.get("name", ()) if value.strip())


class Correcting:
    """The handlers; one change is carried out at a time."""

    def __init__(self, desk: Desk, links: Links) -> None:
        """Correct `desk`; the token is made anew for each server."""
        self._desk = desk
        self._links = links
        self._token = secrets.token_urlsafe(32)
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

    def _make(self, sent: _Sent) -> None:
        kind = _KINDS.decode(msgspec.json.encode(sent.one("kind")))
        self._desk.corrections.make(kind, sent.names, _reason(sent))

    def _undo(self, sent: _Sent) -> None:
        self._desk.corrections.undo(sent.one("name"), replace(_reason(sent), because=sent.one("because") or "undone"))

    async def _changed(self, request: Request, change: Callable[[_Sent], None]) -> Response:
        """Carry out a change that this server's own page asks for, and show the log."""
        body = b""
        async for chunk in request.stream():
            body += chunk
            if len(body) > LARGEST:
                return PlainTextResponse("The form is too long.\n", status_code=413)
        sent = _Sent(parse_qs(body.decode("utf-8", "replace")))
        if not (_own_page(request) and hmac.compare_digest(sent.one("token").encode(), self._token.encode())):
            return PlainTextResponse("Changes are made from this server's own pages only.\n", status_code=403)
        try:
            await run_in_threadpool(self._one_at_a_time, change, sent)
        except (UsageError, msgspec.ValidationError) as error:
            page = render("missing.html", self._links, page=None, message=str(error))
            return HTMLResponse(page, status_code=400)
        return RedirectResponse("/corrections", status_code=303)

    def _one_at_a_time(self, change: Callable[[_Sent], None], sent: _Sent) -> None:
        with self._lock:
            change(sent)

    def _html(self, template: str, *, page: object) -> Response:
        return HTMLResponse(render(template, self._links, page=page, token=self._token))


def _own_page(request: Request) -> bool:
    """Tell whether nothing the browser says of the page that sent the form names another site.

    Pages that send no referrer, as these, are `null` in `Origin` (Fetch Standard, 3.2); `Sec-Fetch-Site` tells then.
    """
    origin = request.headers.get("origin", "null")
    named = origin == "null" or host_name(urlsplit(origin).netloc) == host_name(request.headers.get("host", ""))
    return named and request.headers.get("sec-fetch-site", "same-origin") == "same-origin"


def _reason(sent: _Sent) -> Reason:
    made = dt.datetime.now(dt.UTC).isoformat(timespec="microseconds")  # noqa: TID251 - a page reads the clock
    return Reason(sent.one("by").strip(), sent.one("because").strip(), made)
