"""The outlet of an article by the host of its address, from the table `outlets`."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from urllib.parse import urlsplit

from secondsource.lexicon.tables import Lexicon


def outlet_of(url: str | None, lexicon: Lexicon) -> str | None:
    """Return the outlet whose host (or one below it) serves `url`, or None; an archive's address counts by its end."""
    if not url:
        return None
    try:
        host = urlsplit("http" + url.rsplit("http", 1)[-1] if "http" in url else url).hostname or ""
    except ValueError:
        return None
    labels = host.split(".")
    hosts = (".".join(labels[start:]) for start in range(len(labels) - 1))
    return next((_by_host(lexicon)[name] for name in hosts if name in _by_host(lexicon)), None)


@functools.lru_cache(maxsize=4)
def _by_host(lexicon: Lexicon) -> Mapping[str, str]:
    return {row.domain.casefold(): row.name for row in lexicon.outlets}
