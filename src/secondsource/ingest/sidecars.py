"""Recognises the metadata file that lies among the articles of a folder: it is used, and not read as articles."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from secondsource.errors import UsageError
from secondsource.ingest.given import Given, parsed_given

SUFFIXES = (".jsonl", ".ndjson")
LARGEST = 4 * 2**20
"""Bytes of a metadata file inside an archive: a line for each of 40,000 articles."""
_TELLING = frozenset({"outlet", "published"})
_ARTICLE = frozenset({"text", "body", "content", "article", "html", "body_html", "content_html", "maintext"})


@dataclass(frozen=True, slots=True)
class Pile:
    """Files that are articles, what is known about them by path, and the metadata files that say so."""

    articles: tuple[Path, ...]
    given: Mapping[str, Given]
    sidecars: tuple[Path, ...]


def sorted_out(files: Sequence[Path], given: Mapping[str, Given]) -> Pile:
    """Set the metadata files among `files` apart, and add what they say to `given`, which wins.

    A metadata file is JSON lines (`.jsonl`, `.ndjson`) in which every line names a `file` of its folder (or below) with
    an outlet or a day and holds no text, and at least one of the files is among `files`.  Any other stays an input.
    """
    found: dict[str, Given] = {}
    sidecars: list[Path] = []
    names = {str(path) for path in files}
    for path in files:
        said = _said(path) if path.suffix.lower() in SUFFIXES else {}
        if names & said.keys():
            found |= {name: row for name, row in said.items() if not _known(name, given)}
            sidecars.append(path)
    articles = tuple(path for path in files if path not in sidecars)
    return Pile(articles, {**found, **given}, tuple(sidecars))


def _known(name: str, given: Mapping[str, Given]) -> bool:
    return name in given or Path(name).name in given


def _said(path: Path) -> Mapping[str, Given]:
    """Return what a metadata file says by the path of each file, nothing where it is no metadata file."""
    try:
        with path.open("rb") as file:
            if not _is_metadata(file.readline().decode("utf-8-sig", "replace")):
                return {}
            file.seek(0)
            return {str(path.parent / name): row for name, row in told(file.read(), str(path)).items()}
    except OSError:
        return {}


def told(raw: bytes, name: str) -> Mapping[str, Given]:
    """Return what the bytes of a metadata file say by the names in it, nothing where they are no such file."""
    try:
        lines = raw.decode("utf-8-sig").splitlines()
        return parsed_given(lines, name) if all(map(_is_metadata, filter(str.strip, lines))) else {}
    except (UnicodeDecodeError, UsageError):
        return {}


def told_inside(members: Mapping[str, bytes], names: Collection[str]) -> tuple[Mapping[str, Given], Collection[str]]:
    """Return what the metadata files of an archive say by its members' names, and which members they are.

    Args:
        members: the bytes of those that may be metadata files, by name.
        names: of all members.
    """
    known: dict[str, Given] = {}
    sidecars = []
    for name, raw in members.items():
        said = {str(PurePosixPath(name).parent / other): row for other, row in told(raw, name).items()}
        if said.keys() & set(names):
            known |= said
            sidecars.append(name)
    return known, sidecars


def _is_metadata(line: str) -> bool:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError):
        return False
    if not isinstance(row, dict) or not isinstance(row.get("file") or row.get("path"), str):
        return False
    return bool(row.keys() & _TELLING) and not row.keys() & _ARTICLE
