"""Unpacks gzip and ZIP in memory, within limits: members that are too large, hidden, linked or broken are refused.

Nothing is written to disk, so a member's name is only a name; one that leads out of its archive is refused even so,
since it would stand in the store as if it were a file elsewhere.
"""

from __future__ import annotations

import gzip
import re
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import BinaryIO, cast

from secondsource.ingest.decode import Refusal

LARGEST = 512 * 2**20
"""Bytes of a member when unpacked: the year of a newspaper as JSON lines."""
MOST = 4 * 2**30
"""Bytes of all members of an archive together."""
RATIO = 200
"""Unpacked bytes for each packed one, from `SMALL` bytes on: text packs 3 to 20 times, a bomb 1,000 times."""
SMALL = 8 * 2**20
DEEPEST = 3
"""Archives inside archives that are opened."""
_CHUNK = 2**20
_HIDDEN = re.compile(r"(?:^|/)(?:__MACOSX/|\.[^./])")
"""What file managers leave in archives; files with a dot before their name are passed over in folders too."""
BROKEN = (
    EOFError, NotImplementedError, OSError, OverflowError, RuntimeError, ValueError, struct.error, zipfile.BadZipFile,
    zlib.error,
)  # fmt: skip
"""What the standard library raises on packed data that are damaged, or packed in a way that it does not know."""


@dataclass(frozen=True, slots=True)
class Member:
    """A member of an archive: its name, its bytes, and what is wrong with them.

    A broken member may have both: the bytes before the break, and the reason.
    """

    name: str
    raw: bytes
    broken: Refusal | None = None


def zip_names(file: BinaryIO) -> tuple[str, ...]:
    """Return the names of the members of a ZIP file, none where it is broken."""
    try:
        with zipfile.ZipFile(file) as archive:
            return tuple(archive.namelist())
    except BROKEN:
        return ()


def zip_members(file: BinaryIO, suffixes: tuple[str, ...] = ("",)) -> Iterator[Member]:
    """Yield the members of a ZIP file whose names end with one of `suffixes`, without folders and hidden files."""
    try:
        archive = zipfile.ZipFile(file)
    except BROKEN as error:
        yield Member("", b"", Refusal(f"broken ZIP file: {error}"))
        return
    with archive:
        names = set(archive.namelist())
        if "[Content_Types].xml" in names or "mimetype" in names:
            yield Member("", b"", Refusal("not text: an office file or book; save it as text or HTML"))
            return
        left = MOST
        for entry in archive.infolist():
            wanted = entry.filename.lower().endswith(suffixes) and not entry.is_dir()
            if wanted and not _HIDDEN.search(entry.filename):
                member = _member(archive, entry, left)
                left -= len(member.raw)
                yield member


def _member(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, left: int) -> Member:
    if (refusal := _suspect(entry, left)) is not None:
        return Member(entry.filename, b"", refusal)
    try:
        with archive.open(entry) as stream:
            return _unpacked(
                cast("zipfile.ZipExtFile", stream), entry.filename, min(LARGEST, left), entry.compress_size
            )
    except BROKEN as error:
        return Member(entry.filename, b"", Refusal(f"broken member of the archive: {error or type(error).__name__}"))


def _suspect(entry: zipfile.ZipInfo, left: int) -> Refusal | None:
    """Return why a member is not opened at all."""
    path = PurePosixPath(entry.filename.replace("\\", "/"))
    if path.is_absolute() or ".." in path.parts or ":" in path.parts[0]:
        return Refusal("a path that leads out of the archive")
    if stat.S_ISLNK(entry.external_attr >> 16):
        return Refusal("a link and no file")
    if entry.flag_bits & 1:
        return Refusal("encrypted; unpack it with its password first")
    return _too_large(entry.file_size, entry.compress_size, min(LARGEST, left))


def _too_large(size: int, packed: int, limit: int) -> Refusal | None:
    if size > limit:
        return Refusal(f"more than {limit / 2**20:,.0f} MiB when unpacked; unpack it first, and cut it up")
    if size > SMALL and size > RATIO * max(packed, 1):
        return Refusal(f"packed more than {RATIO} times, as only a bomb is; not unpacked")
    return None


def gunzipped(file: BinaryIO, size: int) -> Member:
    """Return what a gzip file of `size` bytes holds; of one that breaks off, what stands before the break."""
    with gzip.GzipFile(fileobj=file) as stream:
        return _unpacked(stream, "", LARGEST, size)


def _unpacked(stream: zipfile.ZipExtFile | gzip.GzipFile, name: str, limit: int, packed: int) -> Member:
    """Read a stream chunk by chunk, so that a bomb is noticed long before it fills the memory."""
    chunks: list[bytes] = []
    size = 0
    try:
        while chunk := stream.read1(_CHUNK):
            chunks.append(chunk)
            size += len(chunk)
            if (refusal := _too_large(size, packed, limit)) is not None:
                return Member(name, b"", refusal)
    except BROKEN as error:
        return Member(name, b"".join(chunks), Refusal(f"the packed data break off: {error}"))
    return Member(name, b"".join(chunks))
