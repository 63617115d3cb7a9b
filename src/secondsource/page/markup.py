"""Turns overlapping spans into a tree of nested pieces, so that each of them can be marked and linked to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from secondsource.records import Span


@dataclass(frozen=True, slots=True)
class Node:
    """A piece of text, or a marked stretch that holds pieces.

    Attributes:
        text: the characters, for a piece without marks; empty for a stretch that holds others.
        kinds: kinds of the records that point at this stretch.
        anchor: offsets of the span that this stretch is, or begins; None for its later pieces and for plain text.
        part_of: offsets of the span that this is a piece of, where another span's edge cuts it in two.
    """

    text: str = ""
    kinds: tuple[str, ...] = ()
    anchor: tuple[int, int] | None = None
    part_of: tuple[int, int] | None = None
    children: tuple[Node, ...] = ()


@dataclass(slots=True)
class _Open:
    """A stretch whose end is not reached yet."""

    start: int
    end: int
    whole: tuple[int, int]
    kinds: tuple[str, ...]
    children: list[Node] = field(default_factory=list)

    def closed(self) -> Node:
        split = (self.start, self.end) != self.whole
        anchor = self.whole if self.start == self.whole[0] else None
        return Node("", self.kinds, anchor, self.whole if split else None, tuple(self.children))


def nested(text: str, part: Span, marks: Iterable[tuple[Span, str]]) -> tuple[Node, ...]:
    """Return `text` at `part` as a tree in which every mark that touches it is a stretch.

    Where two marks cross, the later one is cut at the end of the earlier: its first piece carries the anchor, and all
    of its pieces carry `part_of`.  Joining the text of the leaves gives the characters of `part` again.
    """
    todo = sorted(_stretches(part, marks), key=lambda one: (one.start, -one.end))
    root = _Open(part.start, part.end, (part.start, part.end), ())
    stack, at = [root], part.start
    while todo:
        one = todo.pop(0)
        at = _close(text, stack, at, one.start)
        if one.end > stack[-1].end:
            rest = _Open(stack[-1].end, one.end, one.whole, one.kinds)
            one.end = stack[-1].end
            _insert(todo, rest)
        _print(text, stack[-1], at, one.start)
        at = one.start
        stack.append(one)
    at = _close(text, stack, at, part.end)
    _print(text, root, at, part.end)
    return tuple(root.children)


def _stretches(part: Span, marks: Iterable[tuple[Span, str]]) -> Sequence[_Open]:
    """Return one stretch for each distinct span that touches `part`, clipped to it."""
    kinds: dict[tuple[int, int], list[str]] = {}
    for span, kind in marks:
        if span.start < part.end and part.start < span.end and span.start < span.end:
            found = kinds.setdefault((span.start, span.end), [])
            if kind and kind not in found:
                found.append(kind)
    return [
        _Open(max(start, part.start), min(end, part.end), (start, end), tuple(sorted(names)))
        for (start, end), names in kinds.items()
    ]


def _insert(todo: list[_Open], rest: _Open) -> None:
    place = next((n for n, one in enumerate(todo) if (one.start, -one.end) > (rest.start, -rest.end)), len(todo))
    todo.insert(place, rest)


def _close(text: str, stack: list[_Open], at: int, until: int) -> int:
    """Close all stretches that end at or before `until`; return how far the text is printed."""
    while len(stack) > 1 and stack[-1].end <= until:
        done = stack.pop()
        _print(text, done, at, done.end)
        at = max(at, done.end)
        stack[-1].children.append(done.closed())
    return at


def _print(text: str, into: _Open, start: int, end: int) -> None:
    if start < end:
        into.children.append(Node(text[start:end]))
