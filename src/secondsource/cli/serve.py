"""`secondsource serve`: everything as pages on this machine."""

from __future__ import annotations

import click

from secondsource.pipeline import Desk
from secondsource.web.server import serve


@click.command(help="Show everything as pages on this machine.")
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", type=click.IntRange(1, 65535), default=8001, show_default=True)
@click.pass_obj
def command(store: str, host: str, port: int) -> None:
    """Serve the pages until interrupted."""
    with Desk.open(store) as desk:
        click.echo(f"http://{host}:{port}/  (stop with Ctrl-C)", err=True)
        serve(desk, host=host, port=port)
