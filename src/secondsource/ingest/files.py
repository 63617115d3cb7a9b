"""Finds the files that a user means: single files, folders with all below them, and globs."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from secondsource.errors import UsageError


def walk(paths: Iterable[Path | str]) -> Iterator[Path]:
    """Yield files in order of their names, each once; hidden files inside folders are passed over.

    Folders are read with all folders below them; links to folders are followed, but no folder is entered twice.

    Raises:
        UsageError: a path does not exist, or a glob finds nothing.
    """
    seen: set[Path] = set()
    for named in paths:
        for path in _named(Path(named)):
            for file in _files(path, set()):
                real = Path(os.path.realpath(file))
                if real not in seen:
                    seen.add(real)
                    yield file


def _named(path: Path) -> list[Path]:
    if os.path.lexists(path):
        return [path]
    if glob.has_magic(str(path)):
        found = sorted(Path(name) for name in glob.glob(str(path), recursive=True))  # noqa: PTH207 - absolute and relative globs
        if found:
            return found
        message = f"{path}: nothing matches this pattern"
        raise UsageError(message)
    message = f"{path}: no such file or folder"
    raise UsageError(message)


def _files(path: Path, entered: set[str]) -> Iterator[Path]:
    if not path.is_dir():
        yield path
        return
    real = os.path.realpath(path)
    if real in entered:
        return
    entered.add(real)
    try:
        members = sorted(path.iterdir())
    except OSError:
        yield path
        return
    for member in members:
        if not member.name.startswith("."):
            yield from _files(member, entered)
