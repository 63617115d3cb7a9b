"""The bundled affair: a few invented articles by invented outlets, with every trap of the trade in them."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

METADATA = "meta.jsonl"
"""What a feed would say about the articles: outlet and day of each file."""


def write(folder: Path) -> list[Path]:
    """Write the articles and their metadata into `folder`; return the paths of the articles in order.

    Files that are there already are left alone, so that a reader's own edits survive a second run.
    """
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for source in sorted(resources.files(__name__).joinpath("articles").iterdir(), key=lambda item: item.name):
        target = folder / source.name
        if not target.exists():
            target.write_bytes(source.read_bytes())
        if source.name != METADATA:
            written.append(target)
    return written
