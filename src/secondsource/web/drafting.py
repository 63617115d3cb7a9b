"""The page on which a text of one's own is held beside the store: a plain form, and what each of its lines meets."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from secondsource.errors import SecondSourceError
from secondsource.pipeline import Desk
from secondsource.pipeline.draft import DraftLine
from secondsource.web.forms import Forms
from secondsource.web.links import Links
from secondsource.web.render import render


@dataclass(frozen=True, slots=True)
class DraftPage:
    """What the page prints: the draft, its lines (None before it was sent), or why it could not be read."""

    text: str = ""
    lines: tuple[DraftLine, ...] | None = None
    problem: str = ""


class Drafting:
    """The handlers; nothing of a draft is kept."""

    def __init__(self, desk: Desk, links: Links, forms: Forms) -> None:
        """Hold drafts beside `desk`."""
        self._desk = desk
        self._links = links
        self._forms = forms

    def routes(self) -> list[Route]:
        """Return the routes of the form and of what it sends."""
        return [Route("/draft", self.form), Route("/draft", self.held, methods=["POST"])]

    def form(self, _request: Request) -> Response:
        """Show the empty form."""
        return self._html(DraftPage())

    async def held(self, request: Request) -> Response:
        """Show what the lines of the draft meet."""
        sent = await self._forms.sent(request)
        if isinstance(sent, Response):
            return sent
        text = sent.one("text")
        try:
            today = dt.datetime.now(dt.UTC).date()  # noqa: TID251 - a page reads the clock
            lines = await run_in_threadpool(self._desk.check_draft, text, day=today)
        except SecondSourceError as error:
            return self._html(DraftPage(text, problem=str(error)), status=400)
        return self._html(DraftPage(text, lines))

    def _html(self, page: DraftPage, status: int = 200) -> Response:
        shown = render("draft.html", self._links, page=page, token=self._forms.token)
        return HTMLResponse(shown, status_code=status)
