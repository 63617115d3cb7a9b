"""The local web server: one plain function a page, and for each page its JSON twin from the same model."""

from __future__ import annotations

import gc
from collections.abc import Callable
from pathlib import Path

import msgspec
import uvicorn
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from secondsource.errors import UsageError
from secondsource.page.statuses import NOTES
from secondsource.pipeline import Desk, library
from secondsource.pipeline.reader import Reader
from secondsource.web import handing, openapi, queries, twins
from secondsource.web.correcting import Correcting
from secondsource.web.drafting import Drafting
from secondsource.web.forms import Forms
from secondsource.web.guard import LOOPBACK, Guard
from secondsource.web.links import Links
from secondsource.web.render import render
from secondsource.web.series import FORMS

ASSETS = Path(__file__).parent / "static"


def app(desk: Reader, *, hosts: frozenset[str] = LOOPBACK, token: str | None = None) -> Starlette:
    """Return the web application that shows `desk`.

    Args:
        desk: the open store; a `Desk` can be corrected from the pages, any other reader is only read.
        hosts: names under which the server may be called (the `Host` header), against name rebinding.
        token: what everybody must bring who calls it, under whatever name; None for no such thing.
    """
    pages = _Pages(desk, Links(editing=isinstance(desk, Desk)))
    routes = [
        Route("/", pages.stories),
        Route("/story/{key}", pages.story),
        Route("/lineage/{key}", pages.lineage),
        *_series(desk),
        Route("/claim/{key}", pages.claim),
        Route("/document/{key}", pages.document),
        Route("/history/{key}", pages.history),
        Route("/events/{key}", pages.events),
        Route("/check/{key}", pages.check),
        Route("/beside/{key}", pages.beside),
        Route("/diff/{key}/{other}", pages.diff),
        Route("/sources", pages.sources),
        Route("/search", pages.search),
        Route("/rejects", pages.rejects),
        Route("/about", pages.about),
        Route("/api/openapi.json", lambda _request: Response(openapi.document(), media_type="application/json")),
        *twins.routes(desk),
        *handing.routes(desk),
        *(_changing(desk) if isinstance(desk, Desk) else ()),
        Mount("/static", StaticFiles(directory=ASSETS)),
    ]
    return Starlette(
        routes=routes,
        middleware=[Middleware(Guard, hosts=hosts, token=token)],
        exception_handlers={404: _missing, UsageError: _missing},
    )


def serve(desk: Reader, host: str = "127.0.0.1", port: int = 8001, *, token: str | None = None) -> None:
    """Serve `desk` until interrupted.

    Raises:
        UsageError: `host` can be reached from other machines, and there is no token.
    """
    if host not in LOOPBACK and not token:
        message = f"{host} can be reached from other machines; it is served only with a token"
        raise UsageError(message)
    gc.freeze()  # tables and code stay for good; collections skip them, which quickens pages of many records
    uvicorn.run(app(desk, token=token), host=host, port=port, log_level="warning", server_header=False)


class _Pages:
    """The handlers of the HTML pages."""

    def __init__(self, desk: Reader, links: Links) -> None:
        self._desk = desk
        self._links = links

    def stories(self, request: Request) -> Response:
        return self._html("stories.html", page=library.story_list(self._desk, queries.asked(request)))

    def story(self, request: Request) -> Response:
        return self._html("story.html", page=library.story_page(self._desk, request.path_params["key"]))

    def lineage(self, request: Request) -> Response:
        return self._html("lineage.html", page=library.lineage_page(self._desk, request.path_params["key"]))

    def claim(self, request: Request) -> Response:
        return self._html(
            "claim.html", page=library.claim_page(self._desk, request.path_params["key"], queries.axis(request))
        )

    def document(self, request: Request) -> Response:
        return self._html("document.html", page=library.document_page(self._desk, request.path_params["key"]))

    def history(self, request: Request) -> Response:
        return self._html("history.html", page=library.history_page(self._desk, request.path_params["key"]))

    def events(self, request: Request) -> Response:
        return self._html("events.html", page=library.event_page(self._desk, request.path_params["key"]))

    def check(self, request: Request) -> Response:
        found = library.check_page(self._desk, request.path_params["key"], queries.conditions(request))
        return self._html("check.html", page=found)

    def beside(self, request: Request) -> Response:
        one, other = queries.text(request, "one"), queries.text(request, "other")
        return self._html("beside.html", page=library.beside_page(self._desk, request.path_params["key"], one, other))

    def diff(self, request: Request) -> Response:
        given = request.path_params
        return self._html("diff.html", page=library.diff_page(self._desk, given["key"], given["other"]))

    def sources(self, _request: Request) -> Response:
        return self._html("sources.html", page=library.source_list(self._desk))

    def search(self, request: Request) -> Response:
        return self._html("search.html", page=library.search_page(self._desk, queries.text(request, "q")))

    def rejects(self, _request: Request) -> Response:
        return self._html("rejects.html", page=library.reject_page(self._desk))

    def about(self, _request: Request) -> Response:
        return self._html("about.html", page=NOTES)

    def _html(self, template: str, *, page: object) -> Response:
        return HTMLResponse(render(template, self._links, page=page))


def _changing(desk: Desk) -> list[Route]:
    """Return the routes that take forms."""
    links, forms = Links(editing=True), Forms()
    return [*Correcting(desk, links, forms).routes(), *Drafting(desk, links, forms).routes()]


def _series(desk: Reader) -> list[Route]:
    """Return the routes of the values of a claim as files."""
    return [Route(f"/claim/{{key}}.{form}", _file(desk, form)) for form in FORMS]


def _file(desk: Reader, form: str) -> Callable[[Request], Response]:
    media, made = FORMS[form]
    return lambda request: Response(made(library.claim_series(desk, request.path_params["key"])), media_type=media)


def _missing(request: Request, error: Exception) -> Response:
    """Answer 404 with a page, or with JSON below `/api/`."""
    message = error.detail if isinstance(error, HTTPException) else str(error)
    if request.url.path.startswith("/api/"):
        return Response(msgspec.json.encode({"error": message}), status_code=404, media_type="application/json")
    return HTMLResponse(render("missing.html", Links(), page=None, message=message), status_code=404)
