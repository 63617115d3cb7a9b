"""Turns finished objects into bytes: JSON with its keys as given, and archives without a clock in them."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterable, Mapping

FIRST_MOMENT = (1980, 1, 1, 0, 0, 0)
"""The time of every member of an archive, so that equal content makes equal bytes.  Source: APPNOTE 4.4.6 (MS-DOS)."""


def text(content: str) -> bytes:
    """Return `content` in UTF-8; half a surrogate pair is written as its escape, which JSON reads back."""
    return content.encode("utf-8", "backslashreplace")


def document(content: object) -> bytes:
    """Return one JSON document."""
    return text(json.dumps(content, ensure_ascii=False, indent=1) + "\n")


def lines(rows: Iterable[object]) -> bytes:
    """Return JSON lines."""
    return text("".join(json.dumps(row, ensure_ascii=False, separators=(",", ":")) + "\n" for row in rows))


def archive(files: Mapping[str, bytes]) -> bytes:
    """Return a ZIP archive of `files` in their order."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        for name, content in files.items():
            packed.writestr(zipfile.ZipInfo(name, FIRST_MOMENT), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def members(packed: bytes) -> dict[str, bytes]:
    """Return the files of an archive that `archive` made."""
    with zipfile.ZipFile(io.BytesIO(packed)) as opened:
        return {name: opened.read(name) for name in opened.namelist()}
