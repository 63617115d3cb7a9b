"""What changed between two versions of an article: sentences that stayed, came, went, or were reworded."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from secondsource.records import READ_KINDS, Document, Duplicate, Span
from secondsource.text.segment import sentences

Change = Literal["kept", "added", "removed", "reworded"]
REWORDED = 0.5
"""Share of words in common (twice the matches over both lengths) from which a sentence is another's new wording."""
_WORD = re.compile(r"\s*\S+")


@dataclass(frozen=True, slots=True)
class Piece:
    """A sentence of either version; `before` is None for one that came, `after` for one that went.

    `went` and `came` are the words of a reworded sentence that are in one version only.
    """

    change: Change
    before: Span | None
    after: Span | None
    went: tuple[Span, ...] = ()
    came: tuple[Span, ...] = ()


def versions_of(document: Document, documents: Sequence[Document], copies: Sequence[Duplicate]) -> list[Document]:
    """Return the other versions of an article, the earliest first: of one address, or found to be its versions.

    A version of a version is one too: a third text at a new address may be found from the second one only.
    """
    by_id = {each.id: each for each in documents}
    beside: dict[str, set[str]] = {}
    for edge in copies:
        if edge.relation == "version":
            beside.setdefault(edge.doc_id, set()).add(edge.of_id)
            beside.setdefault(edge.of_id, set()).add(edge.doc_id)
    at_url: dict[str, set[str]] = {}
    for each in documents:
        at_url.setdefault(each.url or each.id, set()).add(each.id)
    found, todo = {document.id}, [document]
    while todo:
        at = todo.pop()
        new = (beside.get(at.id, set()) | at_url.get(at.url or at.id, set())) & by_id.keys() - found
        found |= new
        todo += [by_id[each] for each in new]
    return sorted((by_id[each] for each in found - {document.id}), key=age)


def age(document: Document) -> tuple[str, str]:
    """Sort the versions of an article by the time they state, those that state none first."""
    stamp = document.updated or document.published
    return (stamp.value if stamp else "", document.id)


def diff(before: Document, after: Document) -> list[Piece]:
    """Return the sentences of headline and body of both versions, in order of the text."""
    old, new = list(_read(before)), list(_read(after))
    matcher = SequenceMatcher(
        None, [_bare(before.slice(span)) for span in old], [_bare(after.slice(span)) for span in new], autojunk=False
    )
    found: list[Piece] = []
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind == "equal":
            found += [Piece("kept", one, two) for one, two in zip(old[a:b], new[c:d], strict=True)]
        else:
            found += _replaced(before, after, old[a:b], new[c:d])
    return found


def _read(document: Document) -> Iterator[Span]:
    for section in document.sections:
        if section.kind in READ_KINDS:
            for start, end in sentences(document.text, section.span.start, section.span.end):
                yield Span(document.id, start, end)


def _bare(words: str) -> str:
    return " ".join(words.split())


def _replaced(before: Document, after: Document, old: Sequence[Span], new: Sequence[Span]) -> Iterator[Piece]:
    """Yield sentences that were put in the place of others, each new one beside the old one that it rewords."""
    left = list(old)
    for span in new:
        twin = max(left, key=lambda one: _likeness(before, after, one, span), default=None)
        if twin is None or _likeness(before, after, twin, span) < REWORDED:
            yield Piece("added", None, span)
            continue
        at = left.index(twin)
        yield from (Piece("removed", one, None) for one in left[:at])
        left = left[at + 1 :]
        yield _reworded(before, after, twin, span)
    yield from (Piece("removed", one, None) for one in left)


def _words(document: Document, span: Span) -> list[Span]:
    found = _WORD.finditer(document.text, span.start, span.end)
    return [Span(document.id, one.end() - len(one[0].strip()), one.end()) for one in found]


def _match(before: Document, after: Document, one: Span, other: Span) -> SequenceMatcher[str]:
    here = [before.slice(word) for word in _words(before, one)]
    there = [after.slice(word) for word in _words(after, other)]
    return SequenceMatcher(None, here, there, autojunk=False)


def _likeness(before: Document, after: Document, one: Span, other: Span) -> float:
    return _match(before, after, one, other).ratio()


def _reworded(before: Document, after: Document, one: Span, other: Span) -> Piece:
    here, there = _words(before, one), _words(after, other)
    went, came = [], []
    for kind, a, b, c, d in _match(before, after, one, other).get_opcodes():
        if kind != "equal":
            went += [Span(before.id, here[a].start, here[b - 1].end)] if b > a else []
            came += [Span(after.id, there[c].start, there[d - 1].end)] if d > c else []
    return Piece("reworded", one, other, tuple(went), tuple(came))
