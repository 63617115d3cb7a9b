"""Calls the scorers that lie beside the data, and reads and writes the JSON lines they share."""

from __future__ import annotations

import gzip
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Row = dict[str, Any]


def data_root() -> Path:
    """Return the folder of evaluation data: `$SECONDSOURCE_DATA`, else `../shared/data` beside the checkout."""
    named = os.environ.get("SECONDSOURCE_DATA")
    return Path(named) if named else Path(__file__).resolve().parents[2] / "shared" / "data"


def read(path: Path) -> Iterator[Row]:
    """Yield the objects of a JSON lines file, gzipped or not."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)


def write(path: Path, rows: Iterable[Row]) -> None:
    """Write objects as JSON lines."""
    with path.open("w", encoding="utf-8") as out:
        for row in rows:
            out.write(json.dumps(row, ensure_ascii=False) + "\n")


def run(script: str, *arguments: str | Path) -> Row:
    """Run a scorer (`area/script.py` below the data) with `--json` and return what it prints.

    Raises:
        FileNotFoundError: the scorer is not there.
        subprocess.CalledProcessError: the scorer failed; its message went to stderr.
    """
    path = data_root() / script
    if not path.exists():
        message = f"{path}: no such scorer; set SECONDSOURCE_DATA to the folder that holds the evaluation data"
        raise FileNotFoundError(message)
    given = [str(part.resolve()) if isinstance(part, Path) else part for part in arguments]
    command = [sys.executable, str(path), *given, "--json"]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, cwd=path.parent)
    printed: Row = json.loads(done.stdout)
    return printed
