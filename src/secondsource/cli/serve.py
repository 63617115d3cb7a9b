"""`secondsource serve`: everything as pages on this machine."""

from __future__ import annotations

import socket

import click

from secondsource.cli.desks import on_store, reading
from secondsource.errors import UsageError
from secondsource.web.server import serve


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", type=click.IntRange(1, 65535), default=8001, show_default=True, help="Port to listen on.")
@on_store
def command(store: str, *, host: str, port: int) -> None:
    """Show everything as pages on this machine.

    Until stopped with Ctrl-C; only programs on this machine reach it unless --host says otherwise.
    """
    with reading(store) as desk:
        _check(host, port)
        shown = f"[{host}]" if ":" in host else host
        click.echo(f"http://{shown}:{port}/  (stop with Ctrl-C)", err=True)
        try:
            serve(desk, host=host, port=port)
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
