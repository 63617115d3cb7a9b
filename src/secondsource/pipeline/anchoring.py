"""Finds what corrections are about in the documents as they are now, an edited version of an article included."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Literal

from secondsource.records import Correction, Document, Selector, Span
from secondsource.text.anchoring import around, found

Standing = Literal["in place", "moved", "orphaned"]
"""Whether all words stand where they stood, are found elsewhere (an edited version among it), or some are nowhere."""


def selector(document: Document, start: int, end: int) -> Selector:
    """Return what finds the words at `start` to `end` (half-open code points) again; none for the whole document."""
    prefix, exact, suffix = around(document.text, start, end) if end > start else ("", "", "")
    return Selector(
        doc_id=document.id,
        sha256=document.sha256,
        start=start,
        end=end,
        exact=exact,
        prefix=prefix,
        suffix=suffix,
        path=document.path,
        url=document.url,
        outlet=document.outlet,
        external_id=document.external_id,
    )


def whole(document: Document) -> Selector:
    """Return what finds a document again."""
    return selector(document, 0, 0)


class Anchoring:
    """The documents, looked up by what the versions of one article have in common."""

    def __init__(self, documents: Mapping[str, Document], entries: Iterable[Correction]) -> None:
        """Look up what the targets of `entries` name."""
        wanted = {mark for entry in entries for each in entry.targets for mark in _marks(each)}
        self._documents = documents
        self._versions: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
        for document in documents.values() if wanted else ():
            for mark in _marks(whole(document)):
                if mark in wanted:
                    self._versions[mark].append(document.id)

    def places(self, target: Selector) -> tuple[Span, ...]:
        """Return where the words stand: in their document first, then in the other versions of its article.

        The whole of a document is looked for in other versions only where it is gone itself.
        """
        home = self._documents.get(target.doc_id)
        if not target.exact and home:
            return (Span(home.id, 0, 0),)
        versions = sorted({doc for mark in _marks(target) for doc in self._versions[mark]} - {target.doc_id})
        spans = [self._place(self._documents[doc], target) for doc in (*((home.id,) if home else ()), *versions)]
        return tuple(span for span in spans if span)

    def standing(self, entry: Correction) -> Standing:
        """Tell what became of the words that an entry is about."""
        places = [self.places(target) for target in entry.targets]
        if not all(places):
            return "orphaned"
        known = zip(entry.targets, places, strict=True)
        here = all(Span(target.doc_id, target.start, target.end) == spans[0] for target, spans in known)
        return "in place" if here else "moved"

    def _place(self, document: Document, target: Selector) -> Span | None:
        if not target.exact:
            return Span(document.id, 0, 0)
        place = found(document.text, target)
        return Span(document.id, *place) if place else None


def _marks(target: Selector) -> Iterable[tuple[str, ...]]:
    """Yield what versions of one article share: address, id at the outlet, or file (not a place in a container)."""
    outlet = target.outlet or ""
    if target.url:
        yield "url", target.url
    if target.external_id:
        yield "id", target.external_id, outlet
    if target.path and not target.external_id and "!" not in target.path:
        yield "path", target.path, outlet
