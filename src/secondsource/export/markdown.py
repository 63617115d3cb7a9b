"""The report as Markdown: text of articles never becomes mark-up, and each line ends in the place of its words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from secondsource.export.citing import Work
from secondsource.export.report import ClaimPart, Report, Row, Sentence, StoryPart

_SIGNS = re.compile(r"([\\`*_\[\]<>#|~&$!@]|:(?=//))")
"""Characters that mean something in the middle of a line.  Source: CommonMark 0.31, 6, and the extensions of GitHub."""
_OPENER = re.compile(r"^(\d{1,9}(?=[.)])|(?=[-+=]))")
"""What opens a list or underlines a heading at the start of a line.  Source: CommonMark 0.31, 4.3 and 5.2."""


def markdown(told: Report) -> str:
    """Return the report as CommonMark with the tables of GitHub."""
    parts = [line for story in told.stories for line in _story(story)]
    if told.terms:
        parts += ["## What the statuses mean", ""]
        parts += [f"- **{term.label}**: {term.means} It does not mean: {term.does_not_mean}" for term in told.terms]
    return "\n".join(parts) + "\n"


def _story(story: StoryPart) -> Iterator[str]:
    title = story.title
    yield f"# {plain(title.exact)}"
    yield ""
    yield f"{_when(story)}{_place(title.span.doc_id, title.span.start, title.span.end)}"
    yield ""
    if story.numbers:
        yield "| " + " | ".join(story.numbers) + " |"
        yield "|" + "---:|" * len(story.numbers)
        yield "| " + " | ".join(story.numbers.values()) + " |"
        yield ""
    yield "## Claims"
    yield ""
    for claim in story.claims:
        yield from _claim(claim)
    yield "## Documents"
    yield ""
    yield from (_document(one) for one in story.works)
    yield ""


def _when(story: StoryPart) -> str:
    days = [str(day) for day in dict.fromkeys((story.begin, story.end)) if day]
    return f"{' to '.join(days)} " if days else ""


def _claim(claim: ClaimPart) -> Iterator[str]:
    yield f"### {claim.status}: outlets {claim.outlets}, texts {claim.texts}, origins {claim.origins}"
    yield ""
    yield f"> {_opening(printed(claim.gist))}"
    yield ">"
    yield f"> {_opening(_cited(claim.gist, claim.work))}; claim `{claim.id}`"
    yield ""
    yield from (_row(row) for row in claim.rows)
    yield ""


def _row(row: Row) -> str:
    day = f", {row.day}" if row.day else ""
    counted = "counted" if row.counted else "not counted"
    return (
        f"- **{plain(row.who)}** {row.stance}{day} ({counted}: {plain(row.why)}): {printed(row.sentence)} "
        f"{_cited(row.sentence, row.work)}"
    )


def printed(sentence: Sentence) -> str:
    """Return a sentence with the words it is printed for in bold; blanks stay outside of the marks.

    Words that begin or end inside of others with a sign (the `$5` of `US$5m`) go without, as the marks would be read as
    asterisks there.  Source: CommonMark 0.31, 6.2, flanking delimiter runs.
    """
    exact = sentence.words.exact
    inner = exact.strip()
    at = exact.find(inner)
    before, behind = sentence.before + exact[:at], exact[at + len(inner) :] + sentence.behind
    flanks = (before[-1:], inner[:1]), (behind[:1], inner[-1:])
    bold = bool(inner) and all(edge.isalnum() or not outer or outer.isspace() for outer, edge in flanks)
    marks = "**" if bold else ""
    return f"{_open(before)}{marks}{plain(inner)}{marks}{_open(behind)}".strip()


def _open(value: str) -> str:
    """Return text between others: its blanks at either end are kept as one."""
    return re.sub(r"\s+", " ", _SIGNS.sub(r"\\\1", value))


def _opening(value: str) -> str:
    r"""Return text that opens a line, so that it opens no list.

    >>> _opening("4. June"), _opening("- no")
    ('4\\. June', '\\- no')
    """
    return _OPENER.sub(r"\1\\", value)


def _cited(sentence: Sentence, source: Work) -> str:
    span = sentence.words.span
    return f"{plain(source.outlet or source.title)} {_place(span.doc_id, span.start, span.end)}"


def _place(doc_id: str, start: int, end: int) -> str:
    return f"`{doc_id}:{start}-{end}`"


def _document(one: Work) -> str:
    days = f"{one.day}, " if one.day else ""
    known = [plain(value) for value in (one.outlet, one.title) if value]
    return f"- `{one.id}` {days}{', '.join(known)}" + (f" <{one.url}>" if one.url else "")


def plain(value: str) -> str:
    r"""Return text on one line that Markdown shows as it is.

    >>> plain("*[a](b)")
    '\\*\\[a\\](b)'
    """
    return _SIGNS.sub(r"\\\1", " ".join(value.split()))
