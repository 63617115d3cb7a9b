"""When addresses that are watched are to be visited again: after a while, and later and later where they fail."""

from __future__ import annotations

from collections.abc import Collection, Iterable

LONGEST = 6 * 3600.0
"""Seconds after which a failing address is tried again at the latest."""


class Rounds:
    """The next visit of each address; seconds are those of any clock that does not go back."""

    def __init__(self, addresses: Iterable[str], pause: float) -> None:
        """Visit each address at once, and again `pause` seconds after a visit that succeeded."""
        self._pause = pause
        self._next = dict.fromkeys(addresses, 0.0)
        self._waits = dict.fromkeys(self._next, pause)

    def due(self, now: float) -> tuple[str, ...]:
        """Return the addresses whose time has come."""
        return tuple(url for url, at in self._next.items() if at <= now)

    def visited(self, urls: Iterable[str], failed: Collection[str], now: float) -> None:
        """Note a visit: what failed is tried again after twice the wait before, at most after `LONGEST` seconds."""
        for url in urls:
            self._waits[url] = min(2 * self._waits[url], max(LONGEST, self._pause)) if url in failed else self._pause
            self._next[url] = now + self._waits[url]
