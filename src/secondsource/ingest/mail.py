"""Reads newsletters as mail: single messages and mailboxes; a message is an article, its attachments are named.

A part of plain text is read where it says about as much as the HTML part beside it; else the visible text of the
HTML.  The text is the decoded part, unchanged, and below it the subject.
Source: RFC 5322, RFC 2045-2047, and the mboxrd form of mailboxes (a line `>From ` was `From `).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from email import policy
from email.errors import MessageError
from email.message import EmailMessage
from email.parser import BytesParser
from email.utils import parseaddr
from typing import BinaryIO

from secondsource.ingest.articles import read_article
from secondsource.ingest.decode import Decoded, Refusal, decode
from secondsource.ingest.documents import Origin, reject
from secondsource.ingest.given import Given
from secondsource.ingest.moments import stated_moment
from secondsource.ingest.outlets import outlet_of
from secondsource.ingest.visible import plain
from secondsource.lexicon.tables import Lexicon
from secondsource.records import Document, Reject

LARGEST = 64 * 2**20
"""Bytes of a message: mail servers take 25 to 50 MiB, attachments included."""
_FROM = re.compile(rb"From \S.{0,300}\d{4}\s*$")
_QUOTED_FROM = re.compile(rb"^>(>*From )", re.MULTILINE)
_STUB = 0.5
"""Share of the HTML's words that a plain part must have; below it is a note that the reader shows no HTML."""
_DEEPEST = 3
"""Messages inside messages that are followed: a newsletter forwarded by one who got it forwarded."""


@dataclass(frozen=True, slots=True)
class _Body:
    text: str
    notes: tuple[str, ...]


def messages(file: BinaryIO) -> Iterator[bytes | Refusal]:
    """Yield the messages of a mailbox in order, or why one of them cannot be read; the file is read line by line."""
    lines: list[bytes] = []
    size, blank = 0, True
    for line in file:
        if blank and lines and _FROM.match(line):
            yield _message(lines, size)
            lines, size = [], 0
        size += len(line)
        if size <= LARGEST:
            lines.append(line)
        blank = not line.strip()
    if lines:
        yield _message(lines, size)


def _message(lines: list[bytes], size: int) -> bytes | Refusal:
    if size > LARGEST:
        return Refusal(f"a message of {size / 2**20:,.0f} MiB, more than newsletters have")
    return _QUOTED_FROM.sub(rb"\1", b"".join(lines[1:]))


def read_mail(raw: bytes, origin: Origin, *, lexicon: Lexicon, given: Given) -> Iterator[Document | Reject]:
    """Yield the document of a message, and a reject for each attachment; a message inside it is read like itself."""
    message = BytesParser(policy=policy.default).parsebytes(raw)
    yield from _read(message, origin, lexicon=lexicon, given=given)


def _read(
    message: EmailMessage, origin: Origin, *, lexicon: Lexicon, given: Given, depth: int = 0
) -> Iterator[Document | Reject]:
    body = _body(message)
    known = _given(message, given, lexicon)
    found: Document | Refusal = body if isinstance(body, Refusal) else Refusal("")
    if not isinstance(body, Refusal):
        known = replace(known, notes=(*given.notes, *body.notes))
        found = read_article(body.text, origin, lexicon=lexicon, given=known, cut_out=False)
    yield reject(origin.path, found.reason, origin.sha256) if isinstance(found, Refusal) else found
    for number, part in enumerate(_attachments(message), start=1):
        place = replace(origin, path=f"{origin.path}!{part.get_filename() or number}")
        inner = part.get_payload(0) if part.get_content_type() == "message/rfc822" and part.is_multipart() else None
        if isinstance(inner, EmailMessage) and depth < _DEEPEST:
            yield from _read(inner, place, lexicon=lexicon, given=given, depth=depth + 1)
        else:
            reason = f"an attachment of a mail ({part.get_content_type()}); add it as a file of its own"
            yield reject(place.path, reason, origin.sha256)


def _attachments(message: EmailMessage) -> list[EmailMessage]:
    """Return the parts that are neither the text nor a picture shown inside it."""
    try:
        parts = list(message.iter_attachments())
    except (AttributeError, KeyError, TypeError):  # what the library raises on parts that contradict their header
        return []
    return [part for part in parts if part.get_content_disposition() == "attachment" or part.get_filename()]


def _body(message: EmailMessage) -> _Body | Refusal:
    plainly, html = _part(message, "plain"), _part(message, "html")
    for found in (plainly, html):
        if isinstance(found, Refusal):
            return found
    shown = plain(html.text) if isinstance(html, Decoded) else ""
    if isinstance(plainly, Decoded) and len(plainly.text.split()) >= _STUB * len(shown.split()):
        return _Body(plainly.text, plainly.notes)
    if isinstance(html, Decoded) and shown:
        return _Body(shown, html.notes)
    return Refusal("no text: the message has no part of plain text or HTML")


def _part(message: EmailMessage, kind: str) -> Decoded | Refusal | None:
    """Return the text of the part `text/<kind>`, decoded by its charset, else by the bytes; None without one."""
    try:
        part = message.get_body(preferencelist=(kind,))
    except (AttributeError, KeyError, TypeError, MessageError):
        part = None
    if part is None:
        return None
    payload = part.get_payload(decode=True)
    if not isinstance(payload, bytes) or not payload.strip():
        return None
    found = decode(payload, part.get_content_charset())
    if isinstance(found, Refusal):
        return Refusal(f"a part of the message is {found.reason}")
    return Decoded(found.text.replace("\r\n", "\n"), found.notes)


def _given(message: EmailMessage, given: Given, lexicon: Lexicon) -> Given:
    name, address = parseaddr(_header(message, "From"))
    host = address.rpartition("@")[2]
    return replace(
        given,
        outlet=given.outlet or (outlet_of(f"https://{host}", lexicon) if host else None) or name or None,
        published=given.published or stated_moment(_header(message, "Date")),
        title=given.title or _header(message, "Subject") or None,
        external_id=given.external_id or _header(message, "Message-ID") or None,
        url=given.url or _header(message, "Archived-At").strip("<>") or None,
        language=given.language or _header(message, "Content-Language")[:2].lower() or None,
    )


def _header(message: EmailMessage, name: str) -> str:
    """Return a header's text on one line, "" where it is missing or beyond reading."""
    try:
        value = message.get(name)
    except (IndexError, ValueError, AttributeError, TypeError):  # what the library raises on broken headers
        return ""
    return " ".join(str(value).split()) if value is not None else ""
