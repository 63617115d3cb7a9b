"""Why a section is not read as text of the article, in one clause for each kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from secondsource.records import SectionKind

WHY: Mapping[SectionKind | None, str] = {
    "dateline": "place, day and agency before the text; read as facts about the article",
    "byline": "who wrote it and when; read as facts about the article",
    "caption": "words under a picture",
    "credit": "says whose text or picture it is",
    "highlight": "sums up the article, so it is no second mention",
    "teaser": "announces another article",
    "related": "a list of other articles",
    "boilerplate": "belongs to the page and not to the article",
    "comment": "written by readers",
    None: "between two sections",
}
