"""The log of corrections: JSON lines that are only ever added to, in a file beside the store.

It outlives the store, which can be made again from the articles; a person's judgement cannot.
"""

from __future__ import annotations

import json
import os
import threading
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from secondsource.errors import StoreError, UsageError
from secondsource.records import Correction, sealed

SUFFIX = ".corrections.jsonl"
"""Follows the whole name of the store's file, as its `-wal` does."""


class Journal:
    """The log at `path`; without one it is kept in memory.  Threads may share it, and processes may add beside it."""

    def __init__(self, path: Path | None = None) -> None:
        """Name the file; it is made when the first entry is added."""
        self._path = path
        self._kept: list[Correction] = []
        self._lock = threading.Lock()

    def entries(self) -> list[Correction]:
        """Return all entries in the order in which they were added, each once.

        A last line without its end, which a killed process leaves, is no entry.

        Raises:
            StoreError: a line is no entry, or is not as it was written.
        """
        if self._path is None:
            return list(self._kept)
        try:
            whole, _, _ = self._path.read_bytes().rpartition(b"\n")
            return list({entry.id: entry for entry in parsed(whole.decode().split("\n"))}.values())
        except FileNotFoundError:
            return []
        except (UsageError, UnicodeDecodeError) as error:
            message = f"{self._path}: {error}; put the line right or take it out, nothing was corrected meanwhile"
            raise StoreError(message) from error

    def add(self, entries: Iterable[Correction]) -> int:
        """Write those entries that are not there yet behind the others, all in one step; return how many.

        Raises:
            StoreError: the file cannot be written, or a line of it cannot be read.
        """
        with self._lock:
            known = {entry.id for entry in self.entries()}
            new = [entry for entry in {entry.id: entry for entry in entries}.values() if entry.id not in known]
            if self._path is None:
                self._kept += new
            elif new:
                _append(self._path, "".join(line(entry) + "\n" for entry in new).encode())
        return len(new)


def _append(path: Path, lines: bytes) -> None:
    """Add whole lines to a file in one write, and wait until they are on the disk."""
    try:
        with path.open("ab+") as log:
            if log.tell():
                log.seek(-1, os.SEEK_END)
                _end_torn_line(path, log.read(1))
            log.write(lines)
            log.flush()
            os.fsync(log.fileno())
    except OSError as error:
        message = f"{path}: {error.strerror}; the correction was not kept"
        raise StoreError(message) from error


def _end_torn_line(path: Path, last: bytes) -> None:
    """Cut off what a killed process left of a line, which never was an entry."""
    if last != b"\n":
        whole, end, _ = path.read_bytes().rpartition(b"\n")
        os.truncate(path, len(whole) + len(end))


def line(entry: Correction) -> str:
    """Return the JSON line of an entry; empty fields are left out, and what cannot be printed is escaped."""
    fields = {name: value for name, value in msgspec.to_builtins(entry).items() if value not in (None, [], ())}
    made = {"type": "correction", **fields}
    text = json.dumps(made, ensure_ascii=False)
    return text if text.isprintable() else json.dumps(made)


def parsed(lines: Iterable[str]) -> Iterator[Correction]:
    """Yield the entries of JSON lines; blank ones are passed over.

    Raises:
        UsageError: a line is no entry, or its id is not that of its content.
    """
    for number, text in enumerate(lines, start=1):
        if text.strip():
            try:
                entry = msgspec.convert(json.loads(text), Correction)
            except (msgspec.ValidationError, ValueError) as error:
                message = f"line {number} is no correction that this version can read ({error})"
                raise UsageError(message) from error
            if sealed(entry).id != entry.id:
                message = f"line {number} was changed after it was written: its id is not that of its content"
                raise UsageError(message)
            yield entry


def open_journal(store: Path | str) -> Journal:
    """Return the log beside the store at `store`; `:memory:` keeps nothing."""
    return Journal(None if str(store) == ":memory:" else Path(f"{store}{SUFFIX}"))
