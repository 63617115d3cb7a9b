"""A page as the section grammar sees it: its lines, what each shows by its own form, and the labels they get."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from secondsource.ingest import bylines
from secondsource.ingest.datelines import Dateline
from secondsource.ingest.lines import Line, split
from secondsource.ingest.marks import Mark, Reader
from secondsource.records import SectionKind

_LONG = 12
"""Words from which a repeated line is no refrain."""


class Label(NamedTuple):
    """The kind of a line, and the rule that gave it."""

    kind: SectionKind
    rule: str


class Part(NamedTuple):
    """A labelled stretch: half-open code points into the page's text."""

    start: int
    end: int
    kind: SectionKind
    rule: str


@dataclass(frozen=True, slots=True)
class Page:
    """The lines of a page with their marks and datelines, by index of the line."""

    lines: tuple[Line, ...]
    marks: tuple[Mark | None, ...]
    datelines: Mapping[int, Dateline]

    def __len__(self) -> int:
        """Return the number of lines."""
        return len(self.lines)

    def prose(self, index: int) -> bool:
        """Whether the line is running text that no mark claims."""
        return self.marks[index] is None and self.lines[index].prose


def read_page(text: str, reader: Reader) -> Page:
    """Split `text` into lines and read each by itself."""
    lines = tuple(split(text))
    datelines = {index: found for index, line in enumerate(lines) if (found := reader.dateline(line))}
    datelines = _without_speakers(datelines, lines)
    marks = [None if index in datelines else reader.mark(line) for index, line in enumerate(lines)]
    for index in _biographies(lines, marks):
        marks[index] = Mark("boilerplate", "biography")
    for index in _repeats(lines, marks):
        marks[index] = Mark("boilerplate", "repeated")
    return Page(lines, tuple(marks), datelines)


def _without_speakers(found: dict[int, Dateline], lines: tuple[Line, ...]) -> dict[int, Dateline]:
    """Drop `PLACE:` where it may be a speaker of a transcript: more than one of them, or not in the first paragraph."""
    bare = [i for i, it in found.items() if not it.when and not it.agency and lines[i].text[it.end - 1] == ":"]
    first = next((i for i, line in enumerate(lines) if line.prose), None)
    if len(bare) == 1 and bare[0] == first and len((found[bare[0]].place or "").split()) <= 2:
        return found
    return {i: it for i, it in found.items() if i not in bare}


def _repeats(lines: tuple[Line, ...], marks: list[Mark | None]) -> list[int]:
    """Return paragraphs that stand on the page for a second time, as captions of galleries and consent texts do."""
    seen: set[str] = set()
    found: list[int] = []
    for index, line in enumerate(lines):
        if line.prose and marks[index] is None and line.words >= _LONG:
            if line.text in seen:
                found.append(index)
            seen.add(line.text)
    return found


def _biographies(lines: tuple[Line, ...], marks: list[Mark | None]) -> list[int]:
    """Return lines that introduce the author: only among the last six lines of running text, never the first of all."""
    names = [mark.byline.who for mark in marks[:40] if mark and mark.byline and not mark.byline.house]
    author = names[0] if names else None
    prose = [index for index, line in enumerate(lines) if line.prose and marks[index] is None]
    return [index for index in prose[1:][-6:] if bylines.is_biography(lines[index].text, author)]
