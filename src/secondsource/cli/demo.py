"""`secondsource demo`: write the bundled affair, read it, and say where to look."""

from __future__ import annotations

from pathlib import Path

import click

from secondsource import demo
from secondsource.cli.progress import bars
from secondsource.cli.wording import SHOWN_ID, count
from secondsource.ingest import read_given
from secondsource.pipeline import Desk
from secondsource.pipeline.rows import Filter
from secondsource.web.site import write_site


@click.command()
@click.argument("folder", type=click.Path(path_type=Path), default="secondsource-demo")
def command(folder: Path) -> None:
    """Write the bundled affair, read it, and say where to look.

    Eleven invented pages go into FOLDER (secondsource-demo), with a store and the pages as plain HTML beside them.
    """
    store, site = folder / "secondsource.db", folder / "site"
    paths = demo.write(folder / "articles")
    with Desk.open(store) as desk:
        with bars(quiet=False) as progress:
            report = desk.add(paths, given=read_given(folder / "articles" / demo.METADATA), progress=progress)
        write_site(desk, site)
        stories = desk.stories()
        admitted = desk.claims(wanted=Filter(status="denied_then_admitted"))
    known, rejects = len(report.read) + len(report.known), len(report.rejected)
    click.echo(f"{count(known, 'article')} of an invented affair, {count(rejects, 'page')} without an article")
    click.echo(f"{count(len(stories), 'story', 'stories')}, ", nl=False)
    click.echo(f"{count(len(admitted), 'claim')} denied first and admitted later\n")
    click.echo("Look at the pages:")
    click.echo(f"  {site / 'index.html'}  (opens from disk)")
    click.echo(f"  secondsource -s {store} serve\n")
    click.echo("Or stay here:")
    for verb in ("stories", "claims --status denied_then_admitted", "figures --about soldiers"):
        click.echo(f"  secondsource -s {store} {verb}")
    if admitted:
        click.echo(f"  secondsource -s {store} explain {admitted[0].id[:SHOWN_ID]}")
