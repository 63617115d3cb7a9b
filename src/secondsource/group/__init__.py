"""Groups documents: who copied whom, one event's story, one affair's storyline, and the day of each document."""

from secondsource.group.copies import copies

__all__ = ["copies"]
