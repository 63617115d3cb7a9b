"""Page models: what a reader sees, every line with the spans it rests on."""

from secondsource.page.alike import names
from secondsource.page.claim import claim
from secondsource.page.document import document
from secondsource.page.history import history
from secondsource.page.lineage import lineage_page
from secondsource.page.listings import rejects, search
from secondsource.page.register import masthead
from secondsource.page.sources import sources
from secondsource.page.stories import Tally, from_outlet, ordered, story_row, summaries, summary
from secondsource.page.story import story

__all__ = [
    "Tally",
    "claim",
    "document",
    "from_outlet",
    "history",
    "lineage_page",
    "masthead",
    "names",
    "ordered",
    "rejects",
    "search",
    "sources",
    "story",
    "story_row",
    "summaries",
    "summary",
]
