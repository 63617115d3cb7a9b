"""`secondsource serve`: everything as pages on this machine."""

from __future__ import annotations

import secrets
import socket
from urllib.parse import quote

import click

from secondsource.cli.desks import on_store, reading
from secondsource.errors import UsageError
from secondsource.web.guard import LOOPBACK
from secondsource.web.server import serve


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", type=click.IntRange(1, 65535), default=8001, show_default=True, help="Port to listen on.")
@click.option(
    "--token", envvar="SECONDSOURCE_TOKEN", metavar="WORD", help="What others must bring; made if --host needs one."
)
@on_store
def command(store: str, *, host: str, port: int, token: str | None) -> None:
    """Show everything as pages on this machine.

    Until stopped with Ctrl-C; only programs on this machine reach it. With --host others do too, but only with the
    token in the address that is printed.
    """
    if host not in LOOPBACK and not token:
        token = secrets.token_urlsafe(24)
    with reading(store) as desk:
        _check(host, port)
        shown = f"[{host}]" if ":" in host else host
        click.echo(f"http://{shown}:{port}/{f'?token={quote(token)}' if token else ''}  (stop with Ctrl-C)", err=True)
        try:
            serve(desk, host=host, port=port, token=token)
        except KeyboardInterrupt:
            click.echo("stopped", err=True)


def _check(host: str, port: int) -> None:
    """Raise where nobody can listen, before the server says so in more lines."""
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind, protocol) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
    except OSError as error:
        message = f"{host}:{port}: cannot listen there ({error.strerror or error}); name another with --port or --host"
        raise UsageError(message) from error
