"""Parses XML without network, entities or name spaces; a broken file is read as far as it goes, and says so."""

from __future__ import annotations

import contextlib
import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from secondsource.ingest.decode import Refusal

_PROLOG = re.compile(r"^\s*<\?xml[^>]*\?>")
_DOCTYPE = re.compile(r"<!DOCTYPE[^>\[]*(?:\[[^\]]*\])?\s*>", re.IGNORECASE)
_ENTITY = re.compile(r"&(?!(?:amp|lt|gt|quot|apos);)[A-Za-z]\w*;")
"""Names of characters that XML leaves to a DTD (`&nbsp;`, `&mdash;`)."""


@dataclass(frozen=True, slots=True)
class Parsed:
    """The root of a file, its tags without name spaces, and a note where the file was broken."""

    root: etree._Element
    notes: tuple[str, ...]


def parsed(text: str) -> Parsed | Refusal:
    """Parse decoded XML; the declared encoding no longer counts."""
    bare = _DOCTYPE.sub("", _PROLOG.sub("", text.lstrip("\ufeff")), count=1).strip()
    raw = _ENTITY.sub(lambda name: html.unescape(name[0]), bare).encode("utf-8", "replace")
    try:
        return Parsed(_bare(etree.fromstring(raw, _parser(recover=False))), ())
    except (etree.XMLSyntaxError, ValueError) as error:
        return _recovered(raw, str(error))


def _recovered(raw: bytes, error: str) -> Parsed | Refusal:
    try:
        root = etree.fromstring(raw, _parser(recover=True))
    except (etree.XMLSyntaxError, ValueError):
        root = None
    if root is None:
        return Refusal(f"broken XML: {error}")
    return Parsed(_bare(root), (f"broken XML, read as far as it goes: {error}",))


def _parser(*, recover: bool) -> etree.XMLParser:
    return etree.XMLParser(
        encoding="utf-8", resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, recover=recover
    )


def _bare(root: etree._Element) -> etree._Element:
    """Take the name spaces off the tags of a tree; a name that is none, as broken files have it, stays as it is."""
    for node in root.iter(etree.Element):
        with contextlib.suppress(ValueError):
            node.tag = node.tag.rsplit("}", 1)[-1].rsplit(":", 1)[-1]
    return root


def words(node: etree._Element | None) -> str | None:
    """Return all text of a node on one line, or None for nothing."""
    return " ".join("".join(node.itertext(etree.Element)).split()) or None if node is not None else None


def first(node: etree._Element, *paths: str) -> str | None:
    """Return the words of the first node that one of `paths` finds, in the order of the paths."""
    return next((found for path in paths if (found := words(node.find(path)))), None)


def attributes(node: etree._Element, path: str, name: str) -> Iterator[str]:
    """Yield the values of attribute `name` of the nodes at `path`, without empty ones."""
    for found in node.iterfind(path):
        if value := (found.get(name) or "").strip():
            yield value
