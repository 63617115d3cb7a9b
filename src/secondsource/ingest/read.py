"""Reads any input into documents and rejects: sniffs the format by content first, then by suffix."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from secondsource.ingest.decode import Refusal, decode
from secondsource.ingest.documents import Origin, digest, reject
from secondsource.ingest.feed import read_feed
from secondsource.ingest.given import NOTHING, Given
from secondsource.ingest.html import read_html
from secondsource.ingest.jsonl import read_json, read_jsonl
from secondsource.ingest.sniff import sniff
from secondsource.ingest.text import read_text
from secondsource.lexicon.tables import Lexicon
from secondsource.records import Document, Reject

_NONE: Mapping[str, Given] = MappingProxyType({})


def read(path: Path, *, lexicon: Lexicon, given: Mapping[str, Given] = _NONE) -> Iterator[Document | Reject]:
    """Yield the documents of file `path`, and a reject for each thing in it that is none.

    Args:
        path: a file; a folder gives a reject (`walk` finds the files of folders).
        lexicon: markers, agencies and outlets.
        given: what is known about inputs, by file name or by the path as given.
    """
    known, name = given.get(str(path)) or given.get(path.name), _printable(path)
    try:
        raw = path.read_bytes()
    except IsADirectoryError:
        yield reject(name, "a folder, not a file; add it through `walk`")
    except PermissionError:
        yield reject(name, "permission denied")
    except FileNotFoundError:
        yield reject(name, "no such file: it vanished, or a link points nowhere")
    except OSError as error:
        yield reject(name, f"cannot be read: {error.strerror or error}")
    else:
        yield from read_bytes(raw, name, lexicon=lexicon, given=known)


def _printable(path: Path) -> str:
    r"""Return the path with bytes that are no UTF-8 escaped, so that it can be stored and printed (`caf\xe9.txt`)."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def read_bytes(raw: bytes, name: str, *, lexicon: Lexicon, given: Given | None = None) -> Iterator[Document | Reject]:
    """Yield what `raw` holds, as `read` does; `name` stands as its path (`-` for standard input)."""
    sha256 = digest(raw)
    decoded = decode(raw)
    if isinstance(decoded, Refusal):
        yield reject(name, decoded.reason, sha256)
        return
    known = given or NOTHING
    known = replace(known, notes=known.notes + decoded.notes)
    yield from _members(raw, decoded.text, name, lexicon=lexicon, given=known)


def _members(raw: bytes, text: str, name: str, *, lexicon: Lexicon, given: Given) -> Iterator[Document | Reject]:
    kind, sha256 = sniff(text, name), digest(raw)
    if kind == "jsonl":
        yield from read_jsonl(text, Origin(name, "jsonl", sha256), lexicon=lexicon, given=given)
    elif kind == "json":
        yield from read_json(text, Origin(name, "jsonl", sha256), lexicon=lexicon, given=given)
    elif kind == "feed":
        yield from read_feed(raw, Origin(name, "feed", sha256), lexicon=lexicon, given=given)
    else:
        reader = read_html if kind == "html" else read_text
        found = reader(text, Origin(name, kind, sha256), lexicon=lexicon, given=given)
        yield reject(name, found.reason, sha256) if isinstance(found, Refusal) else found
