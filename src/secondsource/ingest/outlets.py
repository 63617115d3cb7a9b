"""The outlet of an article by its name or the host of its address, from the table `outlets`."""

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


def named(outlet: str | None, lexicon: Lexicon) -> str | None:
    """Return an outlet by its name in the table: `the guardian` and `theguardian.com` are one; others as they stand."""
    if outlet is None:
        return None
    host = outlet.strip().casefold()
    by_host = outlet_of(host if "//" in host else f"https://{host}", lexicon) if "." in host else None
    return by_host or _by_name(lexicon).get(host) or outlet


@functools.lru_cache(maxsize=4)
def _by_name(lexicon: Lexicon) -> Mapping[str, str]:
    return {row.name.casefold(): row.name for row in lexicon.outlets}


@functools.lru_cache(maxsize=4)
def _by_host(lexicon: Lexicon) -> Mapping[str, str]:
    return {row.domain.casefold(): row.name for row in lexicon.outlets}
