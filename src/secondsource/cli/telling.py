"""Hands what was found to a command of the user's own, for mail or a webhook: as JSON on its standard input.

The command is split as a shell would split it and started without one, so that no word of an article is ever run.
"""

from __future__ import annotations

import json
import shlex
import subprocess
from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

import click

from secondsource.errors import UsageError

Command = TypeVar("Command", bound=Callable[..., object])

PATIENCE = 60.0
"""Seconds that the command may take."""


def telling(command: Command) -> Command:
    """Add `--tell`."""
    return click.option(
        "--tell",
        "to",
        metavar="COMMAND",
        help="Start this command, without a shell, with what was found as JSON on its stdin.",
    )(command)


def tell(command: str | None, rows: Sequence[Mapping[str, object]]) -> None:
    """Start the command with `rows` as a JSON array; do nothing without one, or where there is nothing to tell.

    Raises:
        UsageError: the command cannot be started, or fails.
    """
    if not command or not rows:
        return
    words = shlex.split(command)
    content = json.dumps(rows, ensure_ascii=False).encode("utf-8", "backslashreplace")
    try:
        done = subprocess.run(words, input=content, timeout=PATIENCE, check=False)  # noqa: S603 - the user's own, no shell
    except (OSError, subprocess.TimeoutExpired, IndexError) as error:
        message = f"--tell {command}: {getattr(error, 'strerror', None) or error}"
        raise UsageError(message) from error
    if done.returncode:
        message = f"--tell {command}: it ended with {done.returncode}"
        raise UsageError(message)
