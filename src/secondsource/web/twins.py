"""The JSON twins of the pages: where each lies, what it returns, what its query may hold, and what makes it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import get_args

import msgspec
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from secondsource.page.beside import BesidePage
from secondsource.page.chart import Axis
from secondsource.page.check import CheckPage
from secondsource.page.claim import ClaimPage
from secondsource.page.document import DocumentPage
from secondsource.page.events import EventPage
from secondsource.page.history import HistoryPage, Revision
from secondsource.page.lineage import LineagePage
from secondsource.page.listings import RejectPage, SearchPage
from secondsource.page.sources import SourceList
from secondsource.page.statuses import NOTES, StatusNote
from secondsource.page.stories import Order, StoryList
from secondsource.page.story import StoryPage
from secondsource.pipeline import Desk, library
from secondsource.pipeline.checking import Condition
from secondsource.pipeline.correcting import Entry
from secondsource.pipeline.reader import Reader
from secondsource.web import queries


@dataclass(frozen=True, slots=True)
class Query:
    """A value that the query of an address may hold; one of `values` where there are any, several where `many`."""

    name: str
    what: str
    values: tuple[str, ...] = ()
    many: bool = False


@dataclass(frozen=True, slots=True)
class Twin:
    """One address below `/api`; the names in braces are ids of records.

    Attributes:
        model: the class of what is returned.
        what: what that is, as a heading.
        make: makes it from an open store.
        desk_only: whether it is there only for a store that can be corrected.
    """

    path: str
    model: object
    what: str
    make: Callable[[Reader, Request], object]
    query: tuple[Query, ...] = ()
    desk_only: bool = False

    @property
    def keys(self) -> tuple[str, ...]:
        """The names of the ids in the path."""
        return tuple(part[1:-1] for part in self.path.split("/") if part.startswith("{"))


def _keyed(make: Callable[[Reader, str], object]) -> Callable[[Reader, Request], object]:
    return lambda desk, request: make(desk, request.path_params["key"])


TWINS: tuple[Twin, ...] = (
    Twin(
        "/api/stories", StoryList, "The list of stories",
        lambda desk, request: library.story_list(desk, queries.asked(request)),
        (
            Query("sort", "What comes first", get_args(Order)), Query("first", "Number of the first row, from 0"),
            Query("outlet", "Part of the name of an outlet"), Query("open", "Only stories with open points", ("1",)),
        ),
    ),
    Twin("/api/story/{key}", StoryPage, "A story", _keyed(library.story_page)),
    Twin("/api/lineage/{key}", LineagePage, "The lineage of a story", _keyed(library.lineage_page)),
    Twin("/api/events/{key}", EventPage, "The events of a story", _keyed(library.event_page)),
    Twin(
        "/api/check/{key}", CheckPage, "Lines of a story that meet a condition",
        lambda desk, request: library.check_page(desk, request.path_params["key"], queries.conditions(request)),
        (Query("on", "Conditions", get_args(Condition), many=True),),
    ),
    Twin(
        "/api/beside/{key}", BesidePage, "Two documents or parties of a story side by side",
        lambda desk, request: library.beside_page(
            desk, request.path_params["key"], queries.text(request, "one"), queries.text(request, "other")
        ),
        (Query("one", "Id of a document, or name of an origin"), Query("other", "The same, for the other side")),
    ),
    Twin(
        "/api/claim/{key}", ClaimPage, "A claim with all of its evidence",
        lambda desk, request: library.claim_page(desk, request.path_params["key"], queries.axis(request)),
        (Query("by", "The days of its chart", get_args(Axis)),),
    ),
    Twin("/api/document/{key}", DocumentPage, "A document with its marks", _keyed(library.document_page)),
    Twin("/api/history/{key}", HistoryPage, "The versions of an article", _keyed(library.history_page)),
    Twin(
        "/api/diff/{key}/{other}", Revision, "What changed from one document to another",
        lambda desk, request: library.diff_page(desk, request.path_params["key"], request.path_params["other"]),
    ),
    Twin("/api/sources", SourceList, "Who speaks", lambda desk, _request: library.source_list(desk)),
    Twin(
        "/api/search", SearchPage, "Documents that hold words",
        lambda desk, request: library.search_page(desk, queries.text(request, "q")),
        (Query("q", "Words, all of which must be there"),),
    ),
    Twin("/api/rejects", RejectPage, "Inputs that failed", lambda desk, _request: library.reject_page(desk)),
    Twin(
        "/api/corrections", tuple[Entry, ...], "The log of corrections",
        lambda desk, _request: desk.corrections.entries() if isinstance(desk, Desk) else (), desk_only=True,
    ),
    Twin("/api/about", tuple[StatusNote, ...], "What the statuses mean", lambda _desk, _request: NOTES),
)  # fmt: skip


def routes(desk: Reader) -> list[Route]:
    """Return the routes of the twins."""
    return [Route(twin.path, _answer(desk, twin)) for twin in TWINS if isinstance(desk, Desk) or not twin.desk_only]


def _answer(desk: Reader, twin: Twin) -> Callable[[Request], Response]:
    return lambda request: as_json(twin.make(desk, request))


def as_json(model: object) -> Response:
    """Return a model as an answer."""
    return Response(msgspec.json.encode(model), media_type="application/json")
