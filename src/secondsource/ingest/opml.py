"""Reads OPML lists of feeds: says which feeds a list names; files beside it are read, addresses are only listed.

Source: http://opml.org/spec2.opml, subscription lists (`outline` with `xmlUrl`).
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from secondsource.ingest.decode import Refusal
from secondsource.ingest.xml import parsed


@dataclass(frozen=True, slots=True)
class Named:
    """A feed as a list names it: its title, and the address or the path of its file."""

    title: str
    address: str


def feeds(text: str) -> tuple[Named, ...] | Refusal:
    """Return the feeds that a list names, each once, in its order."""
    found = parsed(text)
    if isinstance(found, Refusal):
        return found
    named: dict[str, Named] = {}
    for outline in found.root.iter("outline"):
        address = (outline.get("xmlUrl") or outline.get("xmlurl") or "").strip()
        if address:
            named.setdefault(address, Named((outline.get("title") or outline.get("text") or "").strip(), address))
    return tuple(named.values()) or Refusal("a list that names no feeds")


def beside(feed: Named, folder: Path) -> Path | None:
    """Return the file that a feed is, below the folder of its list; None for an address or a path that leads out."""
    try:
        parts = urlsplit(feed.address)
    except ValueError:
        return None
    if parts.scheme not in {"", "file"} or parts.netloc not in {"", "localhost"}:
        return None
    path = folder / unquote(parts.path)
    return path if path.resolve().is_relative_to(folder.resolve()) and path.is_file() else None
