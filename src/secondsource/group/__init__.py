"""Groups documents: who copied whom, one event's story, one affair's storyline, and the day of each document."""

from secondsource.group.anchors import anchors
from secondsource.group.copies import copies
from secondsource.group.credits import credited
from secondsource.group.rulings import judged, retold, uncopied
from secondsource.group.stories import opening, packed, stories
from secondsource.group.storylines import storylines

__all__ = [
    "anchors", "copies", "credited", "judged", "opening", "packed", "retold", "stories", "storylines", "uncopied",
]  # fmt: skip
