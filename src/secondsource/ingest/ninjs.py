"""Reads ninjs 1 to 3, the JSON of news agencies: bodies, headlines and names under the spellings of each version.

Source: IPTC ninjs schemas 1.0 to 3.3; version 1 has `body_text` and `headline`, 2 has lists `bodies` and `headlines`
with roles, 3 writes its names in camel case.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from secondsource.ingest.decode import Refusal
from secondsource.ingest.documents import Origin, reject
from secondsource.ingest.given import Given
from secondsource.ingest.visible import plain
from secondsource.ingest.wire import Item, read_item
from secondsource.lexicon.tables import Lexicon
from secondsource.records import Document, Reject

_MARKS = frozenset({
    "body_text", "body_xhtml", "bodies", "headlines", "versioncreated", "versionCreated", "pubstatus", "pubStatus",
})  # fmt: skip
_HTML = ("html", "xhtml", "richtext")
_DEEPEST = 4
"""Items inside items that are followed: a package, its story, the story's picture."""


def is_ninjs(value: object) -> bool:
    """Tell whether a JSON value is a ninjs item: it has a `uri` and one of the names that only ninjs uses."""
    return isinstance(value, dict) and isinstance(value.get("uri"), str) and bool(value.keys() & _MARKS)


def read_ninjs(
    value: Mapping[str, object], origin: Origin, *, lexicon: Lexicon, given: Given, depth: int = 0
) -> Iterator[Document | Reject]:
    """Yield the document of an item and those of the items inside it that carry text, or why the item is none."""
    place = replace(origin, format="ninjs", stamped="feed")
    inside = list(_inside(value)) if depth < _DEEPEST else []
    body = _body(value)
    if body or not inside:
        found = _read(value, body, place, lexicon=lexicon, given=given)
        yield reject(place.path, found.reason, place.sha256) if isinstance(found, Refusal) else found
    for name, item in inside:
        inner = replace(origin, path=f"{origin.path}!{name}")
        yield from read_ninjs(item, inner, lexicon=lexicon, given=given, depth=depth + 1)


def _read(
    value: Mapping[str, object], body: str, place: Origin, *, lexicon: Lexicon, given: Given
) -> Document | Refusal:
    kind, status = _text(value, "type"), _text(value, "pubstatus", "pubStatus")
    if status == "canceled":
        return Refusal("cancelled by its provider (pubstatus)")
    if not body and kind not in {None, "text"}:
        return Refusal(f"no text: a ninjs item of type {kind}")
    uri = _text(value, "uri") or ""
    item = Item(
        body=body,
        title=_text(value, "headline", "title") or _of_role(value, "headlines"),
        byline=_text(value, "byline", "by"),
        provider=_text(value, "copyrightholder", "copyrightHolder") or next(iter(_sources(value)), None),
        sources=tuple(_sources(value)),
        first=_text(value, "firstcreated", "firstCreated"),
        version=_text(value, "versioncreated", "versionCreated"),
        external_id=uri or None,
        url=uri if uri.startswith("http") else None,
        language=_text(value, "language"),
        abstract=_abstract(value),
    )
    return read_item(item, place, lexicon=lexicon, given=given)


def _body(value: Mapping[str, object]) -> str:
    """Return the item's text: the plain one where it has paragraphs, else the visible text of the marked up one."""
    unmarked, marked = _text(value, "body_text") or "", _text(value, "body_xhtml", "body_html", "body_nitf") or ""
    for entry in _entries(value.get("bodies")):
        kind = f"{_text(entry, 'contenttype', 'contentType')} {_text(entry, 'role')}".lower()
        written = _text(entry, "value") or ""
        if any(word in kind for word in _HTML):
            marked = marked or written
        elif not written.startswith("<"):
            unmarked = unmarked or written
    return unmarked if "\n" in unmarked or not marked else plain(marked)


def _of_role(value: Mapping[str, object], name: str) -> str | None:
    """Return the main value of a list of values with roles, else the first."""
    entries = list(_entries(value.get(name)))
    found = sorted(entries, key=lambda entry: _text(entry, "role") not in {"main", None})
    return plain(_text(found[0], "value") or "") or None if found else None


def _abstract(value: Mapping[str, object]) -> str | None:
    written = _text(value, "description_text") or _of_role(value, "descriptions")
    return plain(written) if written else None


def _sources(value: Mapping[str, object]) -> Iterator[str]:
    for name in ("infosources", "infoSources"):
        for entry in _entries(value.get(name)):
            if found := _text(entry, "name"):
                yield found


def _inside(value: Mapping[str, object]) -> Iterator[tuple[str, Mapping[str, object]]]:
    """Yield the associated items that carry text, with the names that the item gives them."""
    items = value.get("associations")
    named = items.items() if isinstance(items, dict) else enumerate(items if isinstance(items, list) else (), start=1)
    for name, item in named:
        if isinstance(item, dict) and (_body(item) or item.get("associations")):
            yield str(item.get("name") or name), item


def _entries(value: object) -> Iterator[Mapping[str, object]]:
    for entry in value if isinstance(value, list) else ():
        if isinstance(entry, dict):
            yield entry


def _text(value: Mapping[str, object], *names: str) -> str | None:
    """Return the first of the fields `names` that holds words."""
    return next((found.strip() for name in names if isinstance(found := value.get(name), str) and found.strip()), None)
