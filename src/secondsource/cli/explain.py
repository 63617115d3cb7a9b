"""`secondsource explain ID`: the way from a printed line to the bytes."""

from __future__ import annotations

import json

import click
import msgspec

from secondsource.cli.output import names, origins, short
from secondsource.pipeline import Desk
from secondsource.pipeline.explain import Explanation, Footing


@click.command(help="Show the way from a printed line to the bytes.")
@click.argument("key", metavar="ID")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.pass_obj
def command(store: str, *, key: str, as_json: bool) -> None:
    """Explain a claim, figure or attribution."""
    with Desk.open(store) as desk:
        found = desk.explain(key)
    if as_json:
        click.echo(json.dumps(msgspec.to_builtins(found), ensure_ascii=False, indent=1))
        return
    click.echo(f"{found.id}  {found.kind}\n  {short(found.gist, 300)}")
    if found.status:
        _explain_status(found)
    for footing in found.footings:
        _explain_footing(footing)


def _explain_status(found: Explanation) -> None:
    number = origins(found.n_origins_low, found.n_origins)
    click.echo(f"\nstatus   {found.status}".replace("_", " "))
    click.echo(f"origins  {number}" + (f": {'; '.join(found.origins)}" if found.origins else ""))
    for turn in found.turns:
        click.echo(f"  {turn.as_of or 'unknown day'}  {turn.status.replace('_', ' ')}: {turn.rule}")
        click.echo(f"              because {', '.join(key[:7] for key in turn.because)}")


def _explain_footing(footing: Footing) -> None:
    mark = "" if footing.counted is None else "  counted" if footing.counted else "  not counted"
    click.echo(f"\n{footing.id[:7]}  {footing.stance or ''}{mark}  {footing.stated or ''}".rstrip())
    click.echo(f"  | {short(footing.words, 240)}")
    if footing.chain:
        click.echo(f"  by way of  {names(footing.chain)}")
    if footing.why:
        click.echo(f"  because    {footing.why}")
    click.echo(f"  words at   {footing.path} [{footing.start}:{footing.end}]  document {footing.doc[:7]}")
    click.echo(f"  sha256     {footing.sha256}")
