"""Page models: what a reader sees, every line with the spans it rests on."""

from secondsource.page.alike import names
from secondsource.page.beside import beside
from secondsource.page.check import check
from secondsource.page.claim import claim
from secondsource.page.document import document
from secondsource.page.events import event_page, events
from secondsource.page.history import history, revision
from secondsource.page.lineage import lineage_page
from secondsource.page.listings import rejects, search
from secondsource.page.register import masthead
from secondsource.page.sources import sources
from secondsource.page.stories import Tally, from_outlet, ordered, story_row, summaries, summary
from secondsource.page.story import story

__all__ = [
    "Tally",
    "beside",
    "check",
    "claim",
    "document",
    "event_page",
    "events",
    "from_outlet",
    "history",
    "lineage_page",
    "masthead",
    "names",
    "ordered",
    "rejects",
    "revision",
    "search",
    "sources",
    "story",
    "story_row",
    "summaries",
    "summary",
]
