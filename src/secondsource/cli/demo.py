"""`secondsource demo`: write the bundled affair, read it, and say where to look."""

from __future__ import annotations

from pathlib import Path

import click

from secondsource import demo
from secondsource.cli.progress import bars
from secondsource.ingest import read_given
from secondsource.pipeline import Desk
from secondsource.pipeline.rows import Filter
from secondsource.web.site import write_site


@click.command(help="Write the bundled affair, read it, and say where to look.")
@click.argument("folder", type=click.Path(path_type=Path), default="secondsource-demo")
def command(folder: Path) -> None:
    """Write eleven invented pages into FOLDER, run the main job on them, and write the pages as plain HTML."""
    store, site = folder / "secondsource.db", folder / "site"
    paths = demo.write(folder / "articles")
    with Desk.open(store) as desk:
        with bars(quiet=False) as progress:
            report = desk.add(paths, given=read_given(folder / "articles" / demo.METADATA), progress=progress)
        write_site(desk, site)
        stories = desk.stories()
        admitted = desk.claims(wanted=Filter(status="denied_then_admitted"))
    known = len(report.read) + len(report.known)
    click.echo(f"{known} articles of an invented affair, {len(report.rejected)} page without an article")
    click.echo(f"{len(stories)} stories, {len(admitted)} claim(s) denied first and admitted later\n")
    click.echo("Look at the pages:")
    click.echo(f"  {site / 'index.html'}  (opens from disk)")
    click.echo(f"  secondsource -s {store} serve\n")
    click.echo("Or stay here:")
    for verb in ("stories", "claims --status denied_then_admitted", "figures --about soldiers"):
        click.echo(f"  secondsource -s {store} {verb}")
    if admitted:
        click.echo(f"  secondsource -s {store} explain {admitted[0].id[:7]}")
