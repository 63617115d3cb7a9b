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
_DOUBLED = re.compile("â€[™œ\x9d˜”“¦]|Ã[©¨¤¶¼\u00a0¡±³]|Â[\u00a0£©«»]")
"""What curly quotes, accented letters and no-break spaces become when UTF-8 is read as Windows-1252."""
_SIGNS = ("â€", "Ã", "Â")
"""One of these is in whatever `_DOUBLED` fits, and a plain search for them is quick."""
_HOLES = re.compile("([\x81\x8d\x8f\x90\x9d])")
"""Bytes without a character in Windows-1252; browsers pass them through."""
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f\ufffd]+")
_CONTROLS = bytes([*range(9), *range(14, 27), 127])
"""Bytes that no text has: control characters but for tabs, line and page breaks and the separators."""
_MAGIC = (
    (b"%PDF-", "a PDF file"),
    (b"BZh", "a bzip2 file; unpack it first"),
    (b"\xfd7zXZ", "an xz file; unpack it first"),
    (b"\x28\xb5\x2f\xfd", "a zstd file; unpack it first"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive; unpack it first"),
    (b"Rar!", "a RAR archive; unpack it first"),
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
class Decoded:
    """A text, and a sentence for each thing that was repaired to read it; none where the bytes were in order."""

    text: str
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why an input, or a part of one, cannot become a document."""

    reason: str


def too_long(characters: int) -> Refusal | None:
    """Return the refusal of a text that is longer than any article, None for one that may be one."""
    if characters <= LONGEST:
        return None
    return Refusal(f"{characters:,} characters, more than any article has; cut it up, or give it as JSON lines")


def decode(raw: bytes, charset: str | None = None) -> Decoded | Refusal:
    """Decode `raw` by its byte order mark, as UTF-8, by the charset it declares, or by the best guess, in this order.

    Line ends stay as they are.  What is guessed, replaced or undone is said in a note.

    Args:
        raw: the bytes.
        charset: that the input's envelope declares (a mail's part, an answer's header); before one in the bytes.

    >>> decode("Zoë".encode("utf-16"))
    Decoded(text='Zoë', notes=())
    """
    if not raw.strip(b" \t\r\n\x0b\x0c"):
        return Refusal("the file is empty")
    kind = "a tar archive; unpack it first" if raw[257:262] == b"ustar" else None
    kind = kind or next((name for magic, name in _MAGIC if raw.startswith(magic)), None)
    if kind:
        return Refusal(f"not text: {kind}")
    found = _decoded(raw, charset)
    if found is None:
        return Refusal("not text: no known encoding fits the bytes")
    sample = found.text[:SAMPLE].encode("utf-8", "surrogatepass")
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    if controls > max(1, len(sample) // 200):
        return Refusal("not text: binary data")
    return found if found.text.strip() else Refusal("the file is empty")


def _decoded(raw: bytes, charset: str | None) -> Decoded | None:
    for mark, encoding in _BOMS:
        if raw.startswith(mark):
            return _plain(raw, encoding) or _patched(raw, encoding)
    if b"\x00" in raw[:SAMPLE] and (found := _wide(raw)) is not None:
        return found
    if (found := _plain(raw, "utf-8")) is not None:
        return _undoubled(found)
    declared = _DECLARED.search(raw[:4096])
    named = charset or ((declared[1] or declared[2]).decode("ascii", "replace") if declared else "")
    return _plain(raw, named) or _patched(raw, "utf-8") or _guess(raw)


def _undoubled(found: Decoded) -> Decoded:
    """Undo UTF-8 that was read as Windows-1252 and written as UTF-8 once more, where the whole text shows it."""
    if not any(sign in found.text for sign in _SIGNS) or _DOUBLED.search(found.text) is None:
        return found
    try:
        text = b"".join(_as_windows(part) for part in _HOLES.split(found.text)).decode("utf-8")
    except UnicodeError:
        return found
    return Decoded(text, ("the text had been encoded twice (UTF-8 read as Windows-1252); this was undone",))


def _as_windows(part: str) -> bytes:
    return part.encode("latin-1" if _HOLES.fullmatch(part) else "cp1252")


def _patched(raw: bytes, encoding: str) -> Decoded | None:
    """Read bytes that are in `encoding` but for a few: at most one broken place in 200 characters beyond ASCII."""
    try:
        text = raw.decode(encoding, "replace")
    except LookupError:
        return None
    broken = text.count("\ufffd")
    beyond = sum(map(len, _BEYOND_ASCII.findall(text)))
    if broken * 200 > beyond and not (broken == 1 and text.rstrip().endswith("\ufffd")):
        return None
    return Decoded(text, (f"{broken} broken characters in {encoding} text, each shown as \ufffd",))


def _guess(raw: bytes) -> Decoded | None:
    best = charset_normalizer.from_bytes(raw[:SAMPLE]).best()
    found = None if best is None else _plain(raw, best.encoding)
    return Decoded(found.text, (f"read as {best.encoding}, guessed from its bytes",)) if found and best else None


def _wide(raw: bytes) -> Decoded | None:
    """Read UTF-16 without a mark: in Latin text every other byte is zero."""
    sample = raw[:2000]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    if odd > 0.4 * half > even:
        return _plain(raw, "utf-16-le")
    return _plain(raw, "utf-16-be") if even > 0.4 * half > odd else None


def _plain(raw: bytes, encoding: str) -> Decoded | None:
    try:
        return Decoded(raw.decode(encoding))
    except (UnicodeDecodeError, LookupError):
        return None
