"""`secondsource explain ID`: the way from a printed line to the bytes."""

from __future__ import annotations

import dataclasses
import json
import shutil
import textwrap
from collections.abc import Iterator

import click
import msgspec

from secondsource.cli.desks import on_store, reading
from secondsource.cli.wording import SHOWN_ID, names, origins, plain, short
from secondsource.pipeline import Desk
from secondsource.pipeline.explain import Explanation, Footing, PutRight
from secondsource.records import Evidence


@click.command()
@click.argument("key", metavar="ID")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@on_store
def command(store: str, *, key: str, as_json: bool) -> None:
    """Show the way from a printed line to the bytes.

    ID is a claim (c...), a piece of evidence (e...), a figure (f...) or an attribution (a...), or the beginning of one.
    Each line gives the words, by whom they came, whether they count and why, the file, offsets and SHA-256.
    """
    with reading(store) as desk:
        found = explained(desk, key)
    if as_json:
        click.echo(json.dumps(msgspec.to_builtins(found), ensure_ascii=False, indent=1))
        return
    for line in _lines(found):
        click.echo(plain(line))


def explained(desk: Desk, key: str) -> Explanation:
    """Return the explanation of `key`; that of evidence is its claim's, with this evidence alone.

    Raises:
        UsageError: there is no such record.
    """
    if not key.startswith("e"):
        return _with_settings(desk, desk.explain(key))
    evidence = desk.get(Evidence, key)
    whole = _with_settings(desk, desk.explain(evidence.claim_id))
    return dataclasses.replace(whole, footings=tuple(one for one in whole.footings if one.id == evidence.id))


def _with_settings(desk: Desk, found: Explanation) -> Explanation:
    return dataclasses.replace(found, settings=desk.house.said()) if found.status else found


def _lines(found: Explanation) -> Iterator[str]:
    yield from head(found)
    for footing in found.footings:
        yield from footing_lines(footing)
        yield f"  words at   {footing.path} [{footing.start}:{footing.end}]  document {footing.doc[:SHOWN_ID]}"
        yield f"  sha256     {footing.sha256}"


def quoted(words: str) -> list[str]:
    """Return words of a document as lines that fit the terminal, with a bar at their left."""
    return textwrap.wrap(short(words, 400), _width(), initial_indent="  | ", subsequent_indent="  | ")


def _width() -> int:
    return max(40, min(100, shutil.get_terminal_size().columns)) - 1


def head(found: Explanation) -> Iterator[str]:
    """Yield what is explained, its status, and how it came to it."""
    yield f"{found.id}  {found.kind}"
    if not found.status:
        return
    yield from quoted(found.gist)
    number = origins(found.n_origins_low, found.n_origins)
    yield f"\nstatus   {found.status.replace('_', ' ')}"
    yield f"origins  {number}" + (f": {'; '.join(found.origins)}" if found.origins else "")
    for at, line in enumerate(found.settings):
        yield from textwrap.wrap(
            line, _width(), initial_indent=" " * 9 if at else "counted  ", subsequent_indent=" " * 9
        )
    for turn in found.turns:
        yield f"  {turn.as_of or 'unknown day'}  {turn.status.replace('_', ' ')}: {turn.rule}"
        yield f"              because {', '.join(key[:SHOWN_ID] for key in turn.because)}"


def footing_lines(footing: Footing) -> Iterator[str]:
    """Yield the words of one footing, how they reached the reader, and whether they count."""
    mark = "" if footing.counted is None else "counted" if footing.counted else "not counted"
    facts = (footing.id[:SHOWN_ID], footing.stance or "", mark, str(footing.stated or ""))
    yield "\n" + "  ".join(fact for fact in facts if fact)
    yield from quoted(footing.words)
    if footing.chain:
        yield f"  by way of  {names(footing.chain)}"
    if footing.why:
        yield f"  because    {footing.why}"
    for one in footing.corrected:
        yield from corrected_lines(one)


def corrected_lines(one: PutRight) -> Iterator[str]:
    """Yield what was put right, by whom and why."""
    yield f"  corrected  {short(one.says)}"
    yield f"             by {one.by} on {one.made[:10]}, because {short(one.because)}"
