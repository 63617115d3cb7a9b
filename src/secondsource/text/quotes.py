"""Finds quoted words with a state machine over the quotation marks of each paragraph; no text makes it fail.

One `Quotation` stands for one paragraph.  A paragraph that opens again without a close before it continues the speech:
the earlier quotation is then `closed=False`, and the next one starts the following paragraph.  A mark without partner
is repaired inside its own paragraph, so that it never swallows the rest of the article.

Source: AP stylebook, "quotation marks" (continuation over paragraphs); the typographic roles of single marks follow
Unicode TR 14 and the Chicago Manual of Style, 13.30.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from secondsource.records import Offsets, Quotation, QuoteStyle
from secondsource.text.segment import paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Role = Literal["open", "close", "either", "none"]
Family = Literal["double", "single", "guillemet"]

_MARK = re.compile(r"(?<=\S)'(?=''(?!'))|''|``|[“”„‟\"«»‘’‚']")
_FAMILIES: dict[str, Family] = {
    "«": "guillemet",
    "»": "guillemet",
    "‘": "single",
    "’": "single",
    "‚": "single",
    "'": "single",
}
_STYLES: dict[str, QuoteStyle] = {
    "«": "guillemet",
    "»": "guillemet",
    "‘": "single",
    "‚": "single",
    "’": "single",
    "'": "single",
}
_STRAIGHT = frozenset({'"', "''", "``"})
_LEADING = frozenset(" \t\n\r\u00a0([{—–-/…“‘«\"'„")
_TRAILING = frozenset(" \t\n\r\u00a0)]}—–-/….,;:!?”’»\"'")
_ELISION = re.compile(r"(?:em|til|tis|twas|cause|round|n|bout|\d0s|\d\ds?)\b", re.IGNORECASE)
_LOWER_NEXT = re.compile(r" [a-z]")
_LATER_CLOSE = re.compile(r"[^‘“”\"\n]*?[’'](?=[\s.,;:!?)]|$)")
_SENTENCE_END = re.compile(r"[.!?,](?=\s)")


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    family: Family
    style: QuoteStyle
    role: Role


def quotations(text: str, stretches: Sequence[Offsets]) -> list[Quotation]:
    """Return the quotations in `stretches` of `text`, nested ones too, in order of their start.

    Args:
        text: any text; unbalanced, mixed or wrongly turned marks are repaired, never raised.
        stretches: half-open offsets of what is read (headline, body); each is cut into paragraphs.

    >>> [q.inner for q in quotations("He said “no” twice.", [(0, 19)])]
    [(9, 11)]
    """
    blocks = [block for start, end in stretches for block in paragraphs(text, start, end)]
    found = [quotation for block in blocks for quotation in _in_paragraph(text, block)]
    return sorted(found, key=lambda quotation: (quotation.outer[0], -quotation.outer[1]))


def continues(text: str, earlier: Quotation, later: Quotation) -> bool:
    """Tell whether `later` goes on with the speech of `earlier`, which its paragraph left open."""
    between = text[earlier.outer[1] : later.outer[0]]
    return not earlier.closed and earlier.style == later.style and "\n" in between and not between.strip()


def _in_paragraph(text: str, block: Offsets) -> Iterator[Quotation]:
    stack: list[_Mark] = []
    found: list[Quotation] = []
    marks = list(_marks(text, block))
    for mark, closes_left in zip(marks, _closes_left(marks), strict=True):
        if _closes(text, stack, mark, block):
            found += _pop(text, stack, mark)
        elif mark.role in {"open", "either"}:
            if stack and stack[-1].family == mark.family != "single" and closes_left < 2:
                found.append(_cut(text, stack.pop(), mark.start))
            stack.append(mark)
            del stack[:-_DEPTH]
        elif mark.role == "close" and mark.family != "single" and not stack:
            found += _opened_before(text, block, mark, found)
    found += [_left_open(opened, block) for opened in stack if opened.family != "single"]
    yield from found


_DEPTH = 6
"""Most quotations inside one another that are followed; deeper ones come from broken text."""


def _closes_left(marks: list[_Mark]) -> list[int]:
    """Return for each mark how many more of its family close than open behind it: two let another one nest."""
    balance: dict[Family, int] = {}
    found: list[int] = []
    for mark in reversed(marks):
        left = balance.get(mark.family, 0)
        found.append(left)
        balance[mark.family] = left + (mark.role == "close") - (mark.role == "open")
    return found[::-1]


def _marks(text: str, block: Offsets) -> Iterator[_Mark]:
    start, end = block
    reversed_guillemets = 0 <= text.find("»", start, end) < (text.find("«", start, end) % (end + 1))
    for match in _MARK.finditer(text, start, end):
        sign = match.group()
        family = _FAMILIES.get(sign, "double")
        style = _STYLES.get(sign, "straight" if sign in _STRAIGHT else "curly")
        role = _role(text, match, block, reversed_guillemets=reversed_guillemets)
        if role != "none":
            yield _Mark(match.start(), match.end(), family, style, role)


def _role(text: str, match: re.Match[str], block: Offsets, *, reversed_guillemets: bool) -> Role:
    sign = match.group()
    before = text[match.start() - 1] if match.start() > block[0] else " "
    after = text[match.end()] if match.end() < block[1] else " "
    can_open = before in _LEADING and not after.isspace()
    can_close = not before.isspace() and (after in _TRAILING or sign not in {"'", "’", '"'})
    if sign in "«»":
        return "open" if (sign == "«") != reversed_guillemets else "close"
    if sign in {"‘", "’", "'", "‚"}:
        return _single_role(text, match, can_open=can_open, can_close=can_close and after in _TRAILING)
    if sign in {"“", "„", "‟", "``"}:
        return "close" if not can_open and can_close and (after in _TRAILING) else "open"
    if sign == "”":
        return "open" if can_open and not can_close else "close"
    if before.isdigit() and not can_open and after not in _TRAILING:
        return "none"
    return "either" if can_open == can_close else "open" if can_open else "close"


def _single_role(text: str, match: re.Match[str], *, can_open: bool, can_close: bool) -> Role:
    """Tell a single mark from an apostrophe: `’em`, `’90s` and marks inside a word are none."""
    sign = match.group()
    if sign in {"‘", "‚", "'"} and can_open and not _ELISION.match(text, match.end()):
        return "open"
    return "close" if sign in {"’", "'"} and can_close else "none"


def _closes(text: str, stack: list[_Mark], mark: _Mark, block: Offsets) -> bool:
    """Tell whether `mark` ends an open quotation of its family."""
    families = [opened.family for opened in stack]
    if mark.family not in families or mark.role == "open":
        return False
    if mark.family == "single":
        return families[-1] == "single" and not _possessive(text, mark, block)
    opened = next(opened for opened in reversed(stack) if opened.family == mark.family)
    return mark.role == "close" or mark.start > opened.end


def _possessive(text: str, mark: _Mark, block: Offsets) -> bool:
    """Tell whether a single mark behind an s is a plural possessive because a better close follows."""
    if (
        text[mark.start - 1] not in "sS"
        or text[mark.end : mark.end + 1] != " "
        or not text[mark.end + 1 :][:1].islower()
    ):
        return False
    following = re.compile(r"[^‘“”\"\n]*?[’'](?=[\s.,;:!?)]|$)").match(text, mark.end, block[1])
    return following is not None


def _pop(text: str, stack: list[_Mark], close: _Mark) -> list[Quotation]:
    """Close the innermost quotation of the family; what was left open inside it is dropped or cut."""
    found: list[Quotation] = []
    while stack:
        opened = stack.pop()
        if opened.family == close.family:
            return [*found, Quotation((opened.start, close.end), (opened.end, close.start), opened.style, closed=True)]
        if opened.family != "single":
            found.append(_cut(text, opened, close.start))
    return found


def _cut(text: str, opened: _Mark, limit: int) -> Quotation:
    """End a quotation without close at the first end of a sentence or clause before `limit`."""
    stop = _SENTENCE_END.search(text, opened.end, limit)
    end = stop.end() if stop else len(text[:limit].rstrip())
    return Quotation(
        (opened.start, max(end, opened.end)), (opened.end, max(end, opened.end)), opened.style, closed=False
    )


def _left_open(opened: _Mark, block: Offsets) -> Quotation:
    return Quotation((opened.start, block[1]), (opened.end, block[1]), opened.style, closed=False)


def _opened_before(text: str, block: Offsets, close: _Mark, found: list[Quotation]) -> list[Quotation]:
    """Repair a close without open: speech from the paragraph's start, if it ends like speech and is its first mark."""
    if found or text[close.start - 1 : close.start] not in {",", ".", "?", "!"}:
        return []
    return [Quotation((block[0], close.end), (block[0], close.start), close.style, closed=False)]
