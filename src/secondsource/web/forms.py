"""Forms that only this server's own pages may send.

A form needs the token that these pages hold, and where the browser says from which page it comes, that page must be
this server's.
"""

from __future__ import annotations

import hmac
import secrets
from dataclasses import dataclass
from urllib.parse import parse_qs, urlsplit

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from secondsource.web.guard import host_name

LARGEST = 65_536
"""Bytes of a form that are read: a correction is a few names and a reason, a draft an article."""


@dataclass(frozen=True, slots=True)
class Sent:
    """A form as it was sent: its fields, each with its values in order."""

    fields: dict[str, list[str]]

    def one(self, name: str) -> str:
        """Return the first value of a field, "" where there is none."""
        return next(iter(self.fields.get(name, ())), "")

    @property
    def names(self) -> tuple[str, ...]:
        """The names that were filled in, without blanks around them."""
        return tuple(value.strip() for value in self.fields.get("name", ()) if value.strip())


class Forms:
    """Reads forms; the token is made anew for each server."""

    def __init__(self) -> None:
        """Make the token."""
        self.token = secrets.token_urlsafe(32)

    async def sent(self, request: Request) -> Sent | Response:
        """Return a form that this server's own page sent, or the refusal of any other."""
        body = b""
        async for chunk in request.stream():
            body += chunk
            if len(body) > LARGEST:
                return PlainTextResponse("The form is too long.\n", status_code=413)
        sent = Sent(parse_qs(body.decode("utf-8", "replace")))
        if not (_own_page(request) and hmac.compare_digest(sent.one("token").encode(), self.token.encode())):
            return PlainTextResponse("Changes are made from this server's own pages only.\n", status_code=403)
        return sent


def _own_page(request: Request) -> bool:
    """Tell whether nothing the browser says of the page that sent the form names another site.

    Pages that send no referrer, as these, are `null` in `Origin` (Fetch Standard, 3.2); `Sec-Fetch-Site` tells then.
    """
    origin = request.headers.get("origin", "null")
    named = origin == "null" or host_name(urlsplit(origin).netloc) == host_name(request.headers.get("host", ""))
    return named and request.headers.get("sec-fetch-site", "same-origin") == "same-origin"
