"""Reads any input into documents and rejects: sniffs the format by content first, then by suffix."""

from __future__ import annotations

import gzip
import hashlib
import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from types import MappingProxyType
from typing import BinaryIO

from secondsource.ingest.archives import BROKEN, DEEPEST, gunzipped, zip_members, zip_names
from secondsource.ingest.decode import Refusal, decode
from secondsource.ingest.documents import Origin, digest, reject
from secondsource.ingest.faults import FAULTS, fault
from secondsource.ingest.feed import read_feed
from secondsource.ingest.given import FIELDS, NOTHING, Given
from secondsource.ingest.html import read_html
from secondsource.ingest.jsonl import read_json, read_jsonl
from secondsource.ingest.mail import messages, read_mail
from secondsource.ingest.markdown import read_markdown
from secondsource.ingest.newsml import read_newsml
from secondsource.ingest.nitf import read_nitf
from secondsource.ingest.opml import beside, feeds
from secondsource.ingest.sidecars import LARGEST, SUFFIXES, told_inside
from secondsource.ingest.sniff import HEAD, Packed, Sniffed, packed, sniff
from secondsource.ingest.source import Source
from secondsource.ingest.tables import read_csv, read_parquet
from secondsource.ingest.text import read_text
from secondsource.ingest.warc import captured
from secondsource.lexicon.tables import Lexicon
from secondsource.records import Document, Format, Reject

_NONE: Mapping[str, Given] = MappingProxyType({})
Found = Iterator[Document | Reject]
VERSION = "1"
"""Raised when the same bytes are read otherwise than before; `add` then reads its files again."""
EXTRAS = ("fastwarc", "pyarrow")
"""Packages of the extras `warc` and `parquet`, without which some inputs are rejected."""


def read(path: Path, *, lexicon: Lexicon, given: Mapping[str, Given] = _NONE) -> Found:
    """Yield the documents of file `path`, and a reject for each thing in it that is none.

    Args:
        path: a file; a folder gives a reject (`walk` finds the files of folders).
        lexicon: markers, agencies and outlets.
        given: what is known about inputs, by file name or by the path as given.
    """
    source = Source(printable(path), path.name, lexicon, given_for(path, given), folder=path.parent)
    try:
        with path.open("rb") as file:
            yield from _opened(file if file.seekable() else BytesIO(file.read()), source)
    except IsADirectoryError:
        yield source.refused(Refusal("a folder, not a file; add it through `walk`"))
    except PermissionError:
        yield source.refused(Refusal("permission denied"))
    except FileNotFoundError:
        yield source.refused(Refusal("no such file: it vanished, or a link points nowhere"))
    except OSError as error:
        yield source.refused(Refusal(f"cannot be read: {error.strerror or error}"))


def given_for(path: Path, given: Mapping[str, Given]) -> Given:
    """Return what is known about file `path`: by the path as given, else by its name."""
    return given.get(str(path)) or given.get(path.name) or NOTHING


def reading() -> str:
    """Return what `read` goes by beside bytes, tables and what is given: its own rules, and the extras installed."""
    return " ".join([VERSION, *(name for name in EXTRAS if find_spec(name))])


def printable(path: Path) -> str:
    r"""Return the path with bytes that are no UTF-8 escaped, so that it can be stored and printed (`caf\xe9.txt`)."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def read_bytes(
    raw: bytes, name: str, *, lexicon: Lexicon, given: Given | None = None, charset: str | None = None
) -> Found:
    """Yield what `raw` holds, as `read` does; `name` stands as its path (`-` for standard input).

    `charset` is what the envelope of the bytes declares (the answer of a server).
    """
    yield from _opened(BytesIO(raw), Source(name, name, lexicon, given or NOTHING, charset))


def _opened(file: BinaryIO, source: Source) -> Found:
    head = file.read(HEAD)
    file.seek(0)
    kind = packed(head, source.name)
    if source.depth > DEEPEST:
        yield source.refused(Refusal(f"packed {source.depth} times over; unpack it first"))
    else:
        try:
            yield from (_text(file.read(), source) if kind is None else _PACKED[kind](file, source))
        except FAULTS as error:
            yield source.refused(fault(error))


# -- what holds several texts, or one in an envelope ------------------------------------------------------------------


def _gzip(file: BinaryIO, source: Source) -> Found:
    """Read what is packed; crawls are read record by record, since they are larger than memories."""
    if _first_packed_bytes(file).startswith(b"WARC/"):
        yield from _warc(file, source)
        return
    size = file.seek(0, os.SEEK_END)
    file.seek(0)
    found = gunzipped(file, size)
    inner = replace(source.member(""), name=source.name.removesuffix(".gz"), folder=source.folder)
    yield from _packed_member(found.raw, found.broken, inner)


def _first_packed_bytes(file: BinaryIO) -> bytes:
    try:
        with gzip.GzipFile(fileobj=file) as stream:
            return stream.read(8)
    except BROKEN:
        return b""
    finally:
        file.seek(0)


def _zip(file: BinaryIO, source: Source) -> Found:
    possible = {
        member.name: member.raw
        for member in zip_members(file, SUFFIXES)
        if member.broken is None and len(member.raw) <= LARGEST
    }
    known, sidecars = told_inside(possible, zip_names(file))
    for member in zip_members(file):
        if member.name not in sidecars:
            inner = source.member(member.name)
            said = known.get(member.name, NOTHING)
            told = {name: value for name in FIELDS if (value := getattr(said, name)) is not None}
            inner = replace(inner, given=replace(inner.given, **told))
            yield from _packed_member(member.raw, member.broken, inner)


def _packed_member(raw: bytes, broken: Refusal | None, source: Source) -> Found:
    """Read a member, and what stands before the break of one that breaks off; the break is a reject of its own."""
    if broken is None:
        yield from _opened(BytesIO(raw), source)
        return
    if raw:
        note = "what stands before a break in the packed data"
        yield from _opened(
            BytesIO(raw), replace(source, given=replace(source.given, notes=(*source.given.notes, note)))
        )
    yield source.refused(broken)


def _warc(file: BinaryIO, source: Source) -> Found:
    for page in captured(file):
        if isinstance(page, Refusal):
            yield source.refused(page)
            continue
        known = replace(
            source.given,
            url=page.url,
            title=None,
            retrieved=page.retrieved or source.given.retrieved,
            external_id=page.record_id,
        )
        yield from _opened(BytesIO(page.raw), source.member(str(page.number), given=known, charset=page.charset))


def _mbox(file: BinaryIO, source: Source) -> Found:
    for number, message in enumerate(messages(file), start=1):
        inner = source.member(str(number))
        if isinstance(message, Refusal):
            yield inner.refused(message)
            continue
        try:
            yield from _one_mail(message, inner)
        except FAULTS as error:
            yield inner.refused(fault(error))


def _mail(file: BinaryIO, source: Source) -> Found:
    yield from _one_mail(file.read(), source)


def _one_mail(raw: bytes, source: Source) -> Found:
    origin = Origin(source.path, "mail", digest(raw), "feed")
    yield from read_mail(raw, origin, lexicon=source.lexicon, given=source.given)


def _parquet(file: BinaryIO, source: Source) -> Found:
    sha256 = hashlib.file_digest(file, "sha256").hexdigest()  # type: ignore[arg-type]
    file.seek(0)
    yield from read_parquet(file, Origin(source.path, "table", sha256), lexicon=source.lexicon, given=source.given)


_PACKED: Mapping[Packed, Callable[[BinaryIO, Source], Found]] = MappingProxyType(
    {"gzip": _gzip, "zip": _zip, "warc": _warc, "mbox": _mbox, "mail": _mail, "parquet": _parquet}
)


# -- texts ------------------------------------------------------------------------------------------------------------


def _text(raw: bytes, source: Source) -> Found:
    decoded = decode(raw, source.charset)
    if isinstance(decoded, Refusal):
        yield source.refused(decoded, raw)
        return
    known = replace(source, given=replace(source.given, notes=source.given.notes + decoded.notes))
    kind = sniff(decoded.text, source.name)
    if kind == "opml":
        yield from _list_of_feeds(decoded.text, known)
    elif kind == "feed":
        origin = Origin(source.path, "feed", digest(raw))
        yield from read_feed(raw, origin, lexicon=source.lexicon, given=known.given)
    else:
        reader, written = _TEXTS[kind]
        origin = Origin(source.path, written, digest(raw))
        found = reader(decoded.text, origin, lexicon=source.lexicon, given=known.given)
        yield from (_one(found, source, raw) if isinstance(found, Document | Refusal) else found)


def _one(found: Document | Refusal, source: Source, raw: bytes) -> Found:
    yield source.refused(found, raw) if isinstance(found, Refusal) else found


_TEXTS: Mapping[Sniffed, tuple[Callable[..., Document | Refusal | Found], Format]] = MappingProxyType(
    {
        "text": (read_text, "text"),
        "html": (read_html, "html"),
        "markdown": (read_markdown, "markdown"),
        "jsonl": (read_jsonl, "jsonl"),
        "json": (read_json, "jsonl"),
        "table": (read_csv, "table"),
        "nitf": (read_nitf, "nitf"),
        "newsml": (read_newsml, "newsml"),
    }
)


def _list_of_feeds(text: str, source: Source) -> Found:
    """Read the feeds that lie beside their list; those on the network are only named."""
    named = feeds(text)
    if isinstance(named, Refusal):
        yield source.refused(named)
        return
    for feed in named:
        file = beside(feed, source.folder) if source.folder else None
        if file is not None:
            yield from read(file, lexicon=source.lexicon, given={str(file): source.given})
        else:
            title = feed.title or "without a title"
            reason = f"a feed that the list names ({title}); add it by its address or file, or the list with --follow"
            yield reject(f"{source.path}!{feed.address}", reason)
