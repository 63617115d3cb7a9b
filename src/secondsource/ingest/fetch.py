"""Fetches the addresses that a user names, politely: one at a time, as `robots.txt` allows, within limits.

Nothing else in the program opens a connection.
Source: RFC 9309 (robots.txt: 4xx allows all, 5xx and silence allow nothing), RFC 9110 (conditional requests).
"""

from __future__ import annotations

import http.client
import time
from dataclasses import dataclass
from typing import Protocol
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urljoin, urlsplit, urlunsplit
from urllib.request import HTTPRedirectHandler, OpenerDirector, Request, build_opener
from urllib.robotparser import RobotFileParser

from secondsource.ingest.decode import Refusal
from secondsource.ingest.inward import inward

LARGEST = 20 * 2**20
"""Bytes of an answer that are read; a page of news has a hundredth of it, a feed a tenth."""
SILENCE = 20.0
"""Seconds that a server may say nothing."""
LONGEST = 90.0
"""Seconds that an answer may take as a whole."""
HOPS = 5
"""Redirections that are followed."""
PAUSE = 1.0
"""Seconds between two requests to one host; a longer `Crawl-delay` is kept, up to `LONGEST_PAUSE`."""
LONGEST_PAUSE = 30.0
AGENT = "secondsource"
_MOVED = frozenset({301, 302, 303, 307, 308})
_LARGEST_RULES = 500 * 1024
"""Bytes of a robots.txt that count, as RFC 9309 has it."""
_SAFE = "%/:=&?~#+!$,;'@()*[]"


@dataclass(frozen=True, slots=True)
class Mark:
    """What a server said of the state of a page, to be shown to it the next time: entity tag and last change."""

    etag: str | None = None
    modified: str | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """A page as a server gave it: its bytes, where they lay in the end, their charset and mark.

    `unchanged` says that the page is as it was when `mark` was given; it then comes without bytes.
    """

    raw: bytes
    url: str
    charset: str | None
    mark: Mark
    unchanged: bool = False


class _Response(Protocol):
    status: int
    headers: http.client.HTTPMessage

    def read1(self, size: int, /) -> bytes: ...
    def close(self) -> None: ...


class _StayingPut(HTTPRedirectHandler):
    """Follows no redirection, so that the rules of the next host are asked first."""

    def redirect_request(self, *_: object) -> None:
        """Return None: the redirection comes back as an answer."""


class Visitor:
    """Fetches pages one after another, and remembers the rules of the hosts it has met."""

    def __init__(self, version: str, *, pause: float = PAUSE) -> None:
        """Make a visitor that names itself by `version` and waits `pause` seconds between requests to a host."""
        self._agent = f"{AGENT}/{version} (reads pages that its user names)"
        self._pause = pause
        self._opener: OpenerDirector = build_opener(_StayingPut)
        self._rules: dict[str, RobotFileParser | Refusal] = {}
        self._last: dict[str, float] = {}

    def fetch(self, url: str, known: Mark | None = None) -> Answer | Refusal:
        """Return the page at `url`, that it is unchanged since `known` was given, or why it cannot be had."""
        here = _quoted(url)
        for _ in range(HOPS + 1):
            refusal = self._forbidden(here)
            if refusal is not None:
                return refusal
            found = self._get(here, known)
            if not isinstance(found, str):
                return found
            here, last = urljoin(here, _quoted(found)), here
            if inward(here) and not inward(last):
                return Refusal(f"redirected into this machine's own network: {here}")
        return Refusal(f"redirected more than {HOPS} times")

    def _forbidden(self, url: str) -> Refusal | None:
        """Return why `url` may not be visited."""
        parts = urlsplit(url)
        if parts.scheme not in {"http", "https"} or not parts.hostname:
            return Refusal(f"no address of a page: {url}")
        host = f"{parts.scheme}://{parts.netloc}"
        if host not in self._rules:
            self._rules[host] = self._read_rules(host)
        rules = self._rules[host]
        if isinstance(rules, Refusal):
            return rules
        return None if rules.can_fetch(AGENT, url) else Refusal("its site's robots.txt forbids to fetch it")

    def _read_rules(self, host: str) -> RobotFileParser | Refusal:
        """Return the rules of a host; a host without them allows everything, one that fails nothing."""
        rules = RobotFileParser()
        here = f"{host}/robots.txt"
        for _ in range(HOPS + 1):
            found = self._get(here, None, limit=_LARGEST_RULES)
            if not isinstance(found, str):
                break
            here, last = urljoin(here, found), here
            if inward(here) and not inward(last):
                return Refusal(f"robots.txt of its site leads into this machine's own network: {here}")
        if isinstance(found, Refusal) and not found.reason.startswith("the server answered 4"):
            return Refusal(f"robots.txt of its site cannot be had, so nothing is fetched there: {found.reason}")
        rules.parse(found.raw.decode("utf-8", "replace").splitlines() if isinstance(found, Answer) else [])
        return rules

    def _get(self, url: str, known: Mark | None, *, limit: int | None = None) -> Answer | Refusal | str:
        """Make one request: return the answer, why there is none, or the address that the page has moved to."""
        self._wait(url)
        headers = {"User-Agent": self._agent, "Accept": "text/html, application/xhtml+xml, */*;q=0.5"}
        headers |= {"If-None-Match": known.etag} if known and known.etag else {}
        headers |= {"If-Modified-Since": known.modified} if known and known.modified else {}
        try:
            request = Request(url, headers=headers)  # noqa: S310 - only http and https come here
            response = self._opener.open(request, timeout=SILENCE)
        except HTTPError as error:
            return _told(error, url, known)
        except (URLError, OSError, http.client.HTTPException, ValueError) as error:
            return Refusal(f"cannot be fetched: {getattr(error, 'reason', None) or error or type(error).__name__}")
        return _taken(response, url, limit or LARGEST)

    def _wait(self, url: str) -> None:
        """Wait until the host may be asked again."""
        host = urlsplit(url).netloc
        rules = self._rules.get(f"{urlsplit(url).scheme}://{host}")
        asked = float(rules.crawl_delay(AGENT) or 0) if isinstance(rules, RobotFileParser) else 0.0
        pause = max(self._pause, min(asked, LONGEST_PAUSE)) if self._pause else 0.0
        left = self._last.get(host, -pause) + pause - time.monotonic()
        if host in self._last and left > 0:
            time.sleep(left)
        self._last[host] = time.monotonic()


def _quoted(url: str) -> str:
    """Return an address without its fragment, its letters beyond ASCII escaped, the host's as IDNA."""
    parts = urlsplit(url.strip())
    try:
        host = parts.netloc.encode("idna").decode("ascii") if not parts.netloc.isascii() else parts.netloc
    except UnicodeError:
        host = quote(parts.netloc)
    return urlunsplit((parts.scheme, host, quote(parts.path, safe=_SAFE), quote(parts.query, safe=_SAFE), ""))


def _told(error: HTTPError, url: str, known: Mark | None) -> Answer | Refusal | str:
    """Return what an answer other than 200 means."""
    with error:
        if error.code == http.client.NOT_MODIFIED and known:
            return Answer(b"", url, None, known, unchanged=True)
        if error.code in _MOVED and (place := error.headers.get("Location")):
            return str(place)
        later = error.headers.get("Retry-After")
        wait = f"; try again after {later}" if later else ""
        return Refusal(f"the server answered {error.code} {error.reason}{wait}")


def _taken(response: _Response, url: str, limit: int) -> Answer | Refusal:
    """Read an answer within its limits of size and time."""
    until = time.monotonic() + LONGEST
    taken = bytearray()
    try:
        while chunk := response.read1(2**16):
            taken += chunk
            if len(taken) > limit:
                return Refusal(f"more than {limit / 2**20:.0f} MiB; save it, and add the file")
            if time.monotonic() > until:
                return Refusal(f"not done after {LONGEST:.0f} seconds")
    except (OSError, http.client.HTTPException) as error:
        return Refusal(f"the answer breaks off: {error or type(error).__name__}")
    finally:
        response.close()
    stated = response.headers.get("Content-Length")
    if stated and stated.isdigit() and len(taken) < int(stated):
        return Refusal(f"the answer breaks off after {len(taken):,} of {int(stated):,} bytes")
    mark = Mark(response.headers.get("ETag"), response.headers.get("Last-Modified"))
    return Answer(bytes(taken), url, response.headers.get_content_charset(), mark)
