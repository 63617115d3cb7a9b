"""The address of an article: its canonical one, and what a canonical address at another outlet says."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from secondsource.ingest.outlets import outlet_of
from secondsource.lexicon.tables import Lexicon

_FACES = re.compile(r"^(?:www\d?|m|mobile|amp|edition|beta)\.")
"""Hosts under which a site shows the same pages."""


def address(given: str | None, stated: str | None, lexicon: Lexicon) -> tuple[str | None, tuple[str, ...]]:
    """Return the address of a page, and the works at other outlets that it says it shows.

    A canonical address at the same site is the page's own, without the marks of a link that was shared; one that is
    only the front page of the site says nothing.  At another known outlet it is where the text came from: portals
    state so of what they take over.

    Args:
        given: where the page was found, if that is known.
        stated: the canonical address that the page states.
        lexicon: knows the hosts of outlets.
    """
    if given is None or stated is None:
        return given or stated, ()
    if _same_site(given, stated, lexicon):
        return (given if re.fullmatch(r"https?://[^/?#]*/?", stated) else stated), ()
    return given, (stated,) if outlet_of(stated, lexicon) else ()


def _same_site(one: str, other: str, lexicon: Lexicon) -> bool:
    hosts = _host(one), _host(other)
    outlets = outlet_of(one, lexicon), outlet_of(other, lexicon)
    return hosts[0] == hosts[1] or (outlets[0] is not None and outlets[0] == outlets[1])


def _host(url: str) -> str:
    """Return the host of a page, without the face it shows; an archive's address counts by its end."""
    try:
        host = urlsplit("http" + url.rsplit("http", 1)[-1] if "http" in url else url).hostname or ""
    except ValueError:
        return ""
    return _FACES.sub("", host)
