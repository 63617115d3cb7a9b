"""`secondsource settings [NAME VALUE]`: the editorial choices that counts rest on."""

from __future__ import annotations

import json

import click
import msgspec

from secondsource.cli.desks import on_store, reading
from secondsource.errors import UsageError
from secondsource.pipeline.house import SAID


@click.command(
    epilog="own-voice: "
    + "; ".join(f"{name}, {said}" for name, said in SAID["own_voice"].items())
    + ". one-party: names parted by =, a group more each time; none clears them."
)
@click.argument("told", nargs=-1, metavar="[NAME VALUE]")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@on_store
def command(store: str, *, told: tuple[str, ...], as_json: bool) -> None:
    """Show or change the editorial choices that counts rest on.

    They lie beside the store, in STORE.settings.toml, and are printed with what they bear on.
    """
    with reading(store) as desk:
        if told:
            if len(told) != len(("name", "value")):
                message = "name a setting and what it is to be: secondsource settings own-voice folded"
                raise UsageError(message)
            desk.house.set(*told)
        now, said = desk.house.policy, desk.house.said()
    if as_json:
        click.echo(json.dumps({**msgspec.to_builtins(now), "says": said}, ensure_ascii=False))
        return
    click.echo(f"own-voice  {now.own_voice}")
    click.echo(f"one-party  {'; '.join(' = '.join(group) for group in now.one_party) or 'none'}")
    for line in said:
        click.echo(click.wrap_text(line, initial_indent="  ", subsequent_indent="    "))
