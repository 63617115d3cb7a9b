"""Refuses calls under foreign names or without the token, and puts the security headers on every answer."""

from __future__ import annotations

import hmac
from typing import TYPE_CHECKING

from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

LOOPBACK: frozenset[str] = frozenset({"127.0.0.1", "localhost", "::1"})
_POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)
HEADERS: tuple[tuple[str, str], ...] = (
    (
        "content-security-policy",
        _POLICY,
    ),
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "no-referrer"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    ("x-frame-options", "DENY"),
)
"""Nothing is fetched from elsewhere and nothing runs that is not a file of this package."""


COOKIE = "secondsource"
_REFUSED = "Open the address that the program printed when it was started; it holds the token.\n"


class Guard:
    """ASGI middleware.

    Without a token, the server answers under the names `hosts` only, so that no page elsewhere can reach it by a name
    of its own.  With one, it answers under any name, but only to those who bring the token: once in the query
    (`?token=`), which sets a cookie, or as `Authorization: Bearer`.
    """

    def __init__(self, app: ASGIApp, hosts: frozenset[str] = LOOPBACK, token: str | None = None) -> None:
        """Wrap `app`."""
        self._app = app
        self._hosts = hosts
        self._token = token

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what may come in; answer everything else."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS:
                    headers[name] = value
            await send(message)

        await (self._refusal(Request(scope)) or self._app)(scope, receive, guarded)

    def _refusal(self, request: Request) -> Response | None:
        """Return the answer to a call that may not come in, None for one that may."""
        if self._token is None:
            known = host_name(request.headers.get("host", "")) in self._hosts
            answer = PlainTextResponse("This server answers under its own name only.\n", status_code=421)
            return None if known else answer
        if self._holds(request.query_params.get("token")):
            return self._welcome(request)
        bearer = request.headers.get("authorization", "").removeprefix("Bearer ")
        if self._holds(request.cookies.get(COOKIE)) or self._holds(bearer):
            return None
        return PlainTextResponse(_REFUSED, status_code=401, headers={"www-authenticate": "Bearer"})

    def _holds(self, given: str | None) -> bool:
        return hmac.compare_digest((given or "").encode(), (self._token or "").encode())

    def _welcome(self, request: Request) -> Response:
        """Set the cookie, and send the browser to the same address without the token, which so stands in no history."""
        query = request.url.remove_query_params("token").query
        path = "/" + request.url.path.lstrip("/")  # `//name/` would be another host
        answer = RedirectResponse(f"{path}?{query}" if query else path, status_code=303)
        answer.set_cookie(COOKIE, self._token or "", httponly=True, samesite="strict", path="/")
        return answer


def host_name(header: str) -> str:
    """Return the name in a `Host` header, without its port and brackets.

    >>> host_name("[::1]:8001"), host_name("localhost:8001")
    ('::1', 'localhost')
    """
    if header.startswith("["):
        return header[1:].partition("]")[0].lower()
    return header.partition(":")[0].lower()
