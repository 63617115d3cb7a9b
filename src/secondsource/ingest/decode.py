"""Turns bytes into text, and says which encoding they were in or why they are no text."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

import charset_normalizer

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]+)|<\?xml[^>]{0,200}?encoding=[\"']([\w.:-]+)", re.IGNORECASE
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x7f]")
_MAGIC = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a ZIP or office file"),
    (b"\x1f\x8b", "a gzip file"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3", "a SQLite database"),
    (b"\xd0\xcf\x11\xe0", "an office file"),
)
SAMPLE = 200_000
"""Bytes that the guess of an unknown encoding looks at."""
LONGEST = 1_000_000
"""Characters of an article: a thick book has as many.  Some of what is read grows with the square of the length
(25 s and 150 MiB for this many, see docs/scaling.md)."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why an input, or a part of one, cannot become a document."""

    reason: str


def too_long(text: str) -> Refusal | None:
    """Return the refusal of a text that is longer than any article, None for one that may be one."""
    if len(text) <= LONGEST:
        return None
    return Refusal(f"{len(text):,} characters, more than any article has; cut it up, or give it as JSON lines")


def decode(raw: bytes) -> str | Refusal:
    """Decode `raw` by its byte order mark, as UTF-8, by the charset it declares, or by the best guess, in this order.

    Line ends stay as they are.

    >>> decode("Zoë".encode("utf-16"))
    'Zoë'
    """
    if not raw.strip(b" \t\r\n\x0b\x0c"):
        return Refusal("the file is empty")
    for magic, name in _MAGIC:
        if raw.startswith(magic):
            return Refusal(f"not text: {name}")
    text = _decoded(raw)
    if text is None:
        return Refusal("not text: no known encoding fits the bytes")
    controls = sum(1 for _ in _CONTROL.finditer(text[:SAMPLE]))
    if controls > max(1, len(text[:SAMPLE]) // 200):
        return Refusal("not text: binary data")
    return text if text.strip() else Refusal("the file is empty")


def _decoded(raw: bytes) -> str | None:
    for mark, encoding in _BOMS:
        if raw.startswith(mark):
            return _try(raw, encoding)
    if b"\x00" in raw[:SAMPLE] and (text := _wide(raw)) is not None:
        return text
    text = _try(raw, "utf-8")
    if text is not None:
        return text
    declared = _DECLARED.search(raw[:4096])
    if declared and (text := _try(raw, (declared[1] or declared[2]).decode("ascii", "replace"))) is not None:
        return text
    return _guess(raw)


def _guess(raw: bytes) -> str | None:
    best = charset_normalizer.from_bytes(raw[:SAMPLE]).best()
    return None if best is None else _try(raw, best.encoding)


def _wide(raw: bytes) -> str | None:
    """Read UTF-16 without a mark: in Latin text every other byte is zero."""
    sample = raw[:2000]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    if odd > 0.4 * half > even:
        return _try(raw, "utf-16-le")
    return _try(raw, "utf-16-be") if even > 0.4 * half > odd else None


def _try(raw: bytes, encoding: str) -> str | None:
    try:
        return raw.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None
