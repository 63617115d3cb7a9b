"""Watches files as they come: a file is due once it is whole, and again when it was changed."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

from secondsource.errors import UsageError
from secondsource.ingest import walk
from secondsource.pipeline.changes import News, changes, standing
from secondsource.pipeline.intake import AddReport
from secondsource.pipeline.reader import Reader

SETTLED = 2.0
"""Seconds for which a file must not have been written to, or seconds between two looks at it: a program that copies an
article into a folder writes it in well under one."""
_Stamp = tuple[int, int]


class Watched:
    """Files and folders that are looked at again and again; `due` says what is to be read now."""

    def __init__(self, paths: Sequence[Path | str]) -> None:
        """Watch `paths`; nothing is looked at yet."""
        self._paths = [str(path) for path in paths]
        self._taken: dict[Path, _Stamp] = {}
        self._seen: dict[Path, _Stamp] = {}

    def due(self) -> list[Path]:
        """Return all whole files if any of them is new or changed, else none.

        All of them, since what is said of a file may lie in another; files that are known are passed over unread.

        Raises:
            UsageError: a path that was there at no time does not exist.
        """
        stamps = dict(self._stamps())
        now = time.time_ns()
        whole = {
            path: stamp
            for path, stamp in stamps.items()
            if self._seen.get(path) == stamp or now - stamp[0] > SETTLED * 1e9
        }
        self._seen = stamps
        fresh = any(self._taken.get(path) != stamp for path, stamp in whole.items())
        self._taken |= whole
        return list(whole) if fresh else []

    def _stamps(self) -> Iterator[tuple[Path, _Stamp]]:
        """Yield each file with the time of its last change and its size; one that vanishes meanwhile is left out."""
        for name in self._paths:
            try:
                found = list(walk([name]))
            except UsageError:
                if not self._seen:
                    raise
                continue
            for path in found:
                try:
                    state = path.stat()
                except OSError:
                    continue
                yield path, (state.st_mtime_ns, state.st_size)


def looks(
    desk: Reader,
    watched: Watched,
    add: Callable[[Sequence[Path]], AddReport],
    visit: Callable[[], AddReport | None],
    *,
    wait: Callable[[], bool],
) -> Iterator[News]:
    """Yield what each look brought, until `wait` says that there is to be no other.

    Args:
        desk: the open store that `add` and `visit` write to.
        watched: the files.
        add: takes in files.
        visit: takes in what is no file; returns None where nothing was due.
        wait: waits for the next look, and tells whether to go on.
    """
    going = True
    while going:
        due = watched.due()
        yield from _brought(desk, partial(add, due)) if due else ()
        yield from _brought(desk, visit)
        going = wait()


def _brought(desk: Reader, take_in: Callable[[], AddReport | None]) -> Iterator[News]:
    """Take something in, and yield what it changed where it held anything that is new."""
    before = standing(desk)
    report = take_in()
    if report and (report.read or report.rejected):
        yield News(report, changes(desk, before))
