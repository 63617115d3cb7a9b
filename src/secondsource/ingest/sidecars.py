"""Recognises the metadata file that lies among the articles of a folder: it is used, and not read as articles."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from secondsource.errors import UsageError
from secondsource.ingest.given import Given, read_given

_SUFFIXES = frozenset({".jsonl", ".ndjson"})
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
        said = _said(path) if path.suffix.lower() in _SUFFIXES else {}
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
        with path.open(encoding="utf-8-sig") as lines:
            if not all(_is_metadata(line) for line in lines if line.strip()):
                return {}
        return {str(path.parent / name): row for name, row in read_given(path).items()}
    except (OSError, UnicodeDecodeError, UsageError):
        return {}


def _is_metadata(line: str) -> bool:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError):
        return False
    if not isinstance(row, dict) or not isinstance(row.get("file") or row.get("path"), str):
        return False
    return bool(row.keys() & _TELLING) and not row.keys() & _ARTICLE
