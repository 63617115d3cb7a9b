"""A progress bar on stderr, one a step; silent where stderr is no terminal."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TaskID,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)

from secondsource.pipeline.runner import Progress as Note

NAMES = {
    "files": "reading files",
    "copies": "finding copies",
    "stories": "grouping stories",
    "anchors": "fixing days",
    "reading": "reading sentences",
    "claims": "lining up claims",
}


@contextmanager
def bars(*, quiet: bool) -> Iterator[Note]:
    """Yield the function that the library calls as it goes on."""
    console = Console(stderr=True)
    with Progress(
        TextColumn("{task.description:17}"),
        BarColumn(bar_width=20),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TimeRemainingColumn(),
        console=console,
        transient=True,
        disable=quiet or not console.is_terminal,
    ) as shown:
        tasks: dict[str, TaskID] = {}

        def note(step: str, done: int, total: int) -> None:
            if step not in tasks:
                tasks[step] = shown.add_task(NAMES.get(step, step), total=total)
            shown.update(tasks[step], completed=done, total=total)

        yield note
