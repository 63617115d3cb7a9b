"""Tells whether an address lies in this machine's own network, where no page elsewhere has any business to send it."""

from __future__ import annotations

import ipaddress
import socket
from urllib.parse import urlsplit


def inward(url: str) -> bool:
    """Tell whether the host of an address is, or is resolved to, one that is not reachable from everywhere.

    A name that cannot be resolved is not inward: it leads nowhere.
    Source: the registries of special-purpose addresses of IANA, as `ipaddress` has them.

    >>> inward("http://127.0.0.1:8001/"), inward("http://169.254.169.254/"), inward("http://192.0.2.1/")
    (True, True, True)
    """
    try:
        host = urlsplit(url).hostname or ""
        found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
        return any(not ipaddress.ip_address(str(row[4][0]).partition("%")[0]).is_global for row in found)
    except (OSError, ValueError):
        return False
