"""Fetches what a page shows from the desk and makes its model."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from secondsource import page
from secondsource.errors import UsageError
from secondsource.lexicon.load import load
from secondsource.page.beside import BesidePage
from secondsource.page.chart import Axis
from secondsource.page.check import CheckPage, Hit
from secondsource.page.claim import ClaimPage
from secondsource.page.document import DocumentPage
from secondsource.page.dossier import Dossier
from secondsource.page.events import EventPage
from secondsource.page.figure_series import SeriesRow, series_rows
from secondsource.page.history import HistoryPage, Revision
from secondsource.page.lineage import LineagePage
from secondsource.page.listings import RejectPage, SearchPage
from secondsource.page.sources import SourceList
from secondsource.page.stories import ROWS, Order, StoryList, StoryRow, Tally
from secondsource.page.story import StoryPage
from secondsource.pipeline.checking import USUAL, Condition, Rule, findings, ordered
from secondsource.pipeline.reader import Reader
from secondsource.records import Attribution, Claim, Document, Reject, Span, Story, Summary

NEAR, SHARED = 4, 3
"""Documents named as kept out of a story, and how many of its five chief names they share with it."""


@dataclass(frozen=True, slots=True)
class Asked:
    """How the list of stories is asked for: sorted, filtered, and from which number on; None shows all on one page."""

    order: Order = "last"
    outlet: str = ""
    only_open: bool = False
    first: int | None = 0


def story_list(desk: Reader, asked: Asked) -> StoryList:
    """Return one page of the list of stories."""
    summaries = {row.id: row for row in desk.scan(Summary)}
    known = [page.Tally(told, summaries.get(told.id)) for told in desk.scan(Story)]
    wanted = page.ordered(known, asked.order, only_open=asked.only_open)
    if asked.outlet:
        wanted = page.from_outlet(wanted, asked.outlet)
    first, end = (0, len(wanted)) if asked.first is None else (asked.first, asked.first + ROWS)
    return StoryList(
        rows=tuple(_row(desk, tally) for tally in wanted[first:end]),
        total=len(known),
        found=len(wanted),
        first=first,
        order=asked.order,
        outlet=asked.outlet,
        only_open=asked.only_open,
    )


def _row(desk: Reader, tally: Tally) -> StoryRow:
    """Return a story as a row; one whose claims are still to be read goes without their numbers."""
    told, known = tally.story, tally.summary
    if known is None:
        known = page.summary(told.id, "", (), [desk.get(Document, doc_id) for doc_id in told.doc_ids], copies=())
    return page.story_row(told, known, desk.get(Document, told.title.doc_id))


def story_page(desk: Reader, key: str) -> StoryPage:
    """Return the page of a story.

    Raises:
        UsageError: there is no such story.
    """
    told = desk.get(Story, key)
    dossier = desk.dossier(told.id)
    return page.story(dossier, told.id, kept_out=kept_out(desk, dossier, told))


def kept_out(desk: Reader, dossier: Dossier, told: Story) -> list[Document]:
    """Return documents of no story of this affair that hold most of the names that the story turns on."""
    names = page.names(dossier.documents[doc_id] for doc_id in told.doc_ids)
    shared: Counter[str] = Counter()
    for name in names:
        shared.update({hit.doc_id for hit in desk.find(name, limit=len(dossier.documents) + 20)})
    alike = [doc_id for doc_id, number in shared.most_common() if number >= SHARED and doc_id not in dossier.documents]
    return [desk.get(Document, doc_id) for doc_id in alike[:NEAR]]


def lineage_page(desk: Reader, key: str) -> LineagePage:
    """Return the lineage of a story on its own page.

    Raises:
        UsageError: there is no such story.
    """
    told = desk.get(Story, key)
    return page.lineage_page(desk.dossier(told.id), told.id)


def claim_page(desk: Reader, key: str, axis: Axis | None = None) -> ClaimPage:
    """Return the page of a claim, its chart over the days of `axis`.

    Raises:
        UsageError: there is no such claim.
    """
    found = desk.get(Claim, key)
    return page.claim(desk.dossier(found.storyline_id), found.id, axis)


def claim_series(desk: Reader, key: str) -> tuple[SeriesRow, ...]:
    """Return the values of a figure claim as flat rows, none for a claim of another kind.

    Raises:
        UsageError: there is no such claim.
    """
    panel = claim_page(desk, key).figures
    return series_rows(panel) if panel else ()


def document_page(desk: Reader, key: str) -> DocumentPage:
    """Return the page of a document.

    Raises:
        UsageError: there is no such document.
    """
    found = desk.get(Document, key)
    told = desk.story_of(found.id)
    return page.document(found, desk.dossier(told.id) if told else None)


def history_page(desk: Reader, key: str) -> HistoryPage:
    """Return the history of the article that a document is a version of.

    Raises:
        UsageError: there is no such document.
    """
    found = desk.get(Document, key)
    told = desk.story_of(found.id)
    return page.history(found, desk.dossier(told.id) if told else None)


def diff_page(desk: Reader, one: str, other: str) -> Revision:
    """Return what changed from document `one` to document `other`.

    Raises:
        UsageError: there is no such document.
    """
    return page.revision(desk.get(Document, one), desk.get(Document, other))


def beside_page(desk: Reader, key: str, one: str = "", other: str = "") -> BesidePage:
    """Return two documents or two parties of a story side by side; "" leaves a side to be chosen.

    Raises:
        UsageError: there is no such story, or a side is neither a document nor a party of it.
    """
    told = desk.get(Story, key)
    dossier = desk.dossier(told.id)
    found = page.beside(dossier, told.id, one, other)
    for name, side in ((one, found.left), (other, found.right)):
        if name and side is None:
            message = f"'{name}' is neither a document nor a party that says something in this story"
            raise UsageError(message)
    return found


def event_page(desk: Reader, key: str) -> EventPage:
    """Return the events of a story and of those that follow it up.

    Raises:
        UsageError: there is no such story.
    """
    told = desk.get(Story, key)
    return page.event_page(desk.dossier(told.id), told.id, known_acts())


def known_acts() -> frozenset[str]:
    """Return the classes of acts that events are read by."""
    return frozenset(row.predicate for row in load().predicates)


def check_page(desk: Reader, key: str, on: Sequence[Condition]) -> CheckPage:
    """Return the lines of a storyline that meet a condition.

    Raises:
        UsageError: there is no such story.
    """
    told = desk.get(Story, key)
    dossier = desk.dossier(told.id)
    rule = Rule("page", tuple(on) or USUAL)
    found = ordered(list(findings(dossier, rule)))
    hits = [Hit(one.condition, one.claim, Span(one.doc, one.start, one.end), one.why) for one in found]
    return page.check(dossier, told.id, rule.on, hits)


def source_list(desk: Reader) -> SourceList:
    """Return who speaks in all documents."""
    return page.sources(desk.scan(Attribution), {found.id: found for found in desk.scan(Document)})


def search_page(desk: Reader, query: str) -> SearchPage:
    """Return what a search finds; words that the store cannot read find nothing."""
    words = "".join(char for char in query if char.isprintable()).strip()[:200]
    try:
        hits = list(desk.find(words, limit=30)) if words else []
    except UsageError:
        hits = []
    documents = {hit.doc_id: desk.get(Document, hit.doc_id) for hit in hits}
    return page.search(words, [(hit.doc_id, (hit.start, hit.end)) for hit in hits], documents)


def reject_page(desk: Reader) -> RejectPage:
    """Return the inputs that became no article."""
    return page.rejects(desk.scan(Reject))
