"""`secondsource diff DOC [DOC]`: what changed between two versions of an article."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence

import click

from secondsource.cli.desks import on_store, reading
from secondsource.cli.wording import SHOWN_ID, plain
from secondsource.errors import UsageError
from secondsource.page.versions import Piece, age, diff, versions_of
from secondsource.pipeline import Desk
from secondsource.records import Document, Duplicate, Span


@click.command()
@click.argument("one", metavar="DOC")
@click.argument("other", required=False, metavar="[DOC]")
@click.option("--all", "everything", is_flag=True, help="Also print the sentences that stayed.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON array.")
@on_store
def command(store: str, *, one: str, other: str | None, everything: bool, as_json: bool) -> None:
    """Show what changed between two versions of an article.

    With one DOC, the version nearest to it is found by its address or its text. A line that begins with - went, one
    with + came, one with ~ was reworded: [-words that went-] {+words that came+}.
    """
    with reading(store) as desk:
        before, after = _pair(desk, one, other)
    pieces = [piece for piece in diff(before, after) if everything or piece.change != "kept"]
    if as_json:
        click.echo(json.dumps([_data(before, after, piece) for piece in pieces], ensure_ascii=False, indent=1))
    else:
        click.echo(f"--- {before.id[:SHOWN_ID]}  {_stamp(before)}  {before.path}")
        click.echo(f"+++ {after.id[:SHOWN_ID]}  {_stamp(after)}  {after.path}")
        for line in _lines(before, after, pieces):
            click.echo(plain(line))
    if not pieces:
        click.echo("no sentence changed", err=True)
        raise click.exceptions.Exit(1)


def _pair(desk: Desk, one: str, other: str | None) -> tuple[Document, Document]:
    """Return both versions: as named, or of one the version nearest to it, the earlier first."""
    document = desk.get(Document, one)
    if other is not None:
        return document, desk.get(Document, other)
    found = versions_of(document, list(desk.scan(Document)), list(desk.scan(Duplicate)))
    if not found:
        message = f"no other version of {document.id} in the store; name two documents to compare them"
        raise UsageError(message)
    earlier = [each for each in found if age(each) < age(document)]
    return (earlier[-1], document) if earlier else (document, found[0])


def _stamp(document: Document) -> str:
    stamp = document.updated or document.published
    return stamp.value if stamp else "unknown time"


def _lines(before: Document, after: Document, pieces: Sequence[Piece]) -> Iterator[str]:
    for piece in pieces:
        if piece.before and piece.after and piece.change == "reworded":
            yield "~ " + _reworded(before, after, piece)
        elif piece.after:
            yield ("  " if piece.before else "+ ") + _words(after, piece.after)
        elif piece.before:
            yield "- " + _words(before, piece.before)


def _words(document: Document, span: Span) -> str:
    return " ".join(document.slice(span).split())


def _reworded(before: Document, after: Document, piece: Piece) -> str:
    """Return the new wording with marks around what came, and the words that went behind it."""
    whole = piece.after or Span(after.id, 0, 0)
    text, at = "", whole.start
    for came in piece.came:
        text += after.text[at : came.start] + "{+" + after.slice(came) + "+}"
        at = came.end
    text += after.text[at : whole.end]
    went = " ".join(f"[-{_words(before, span)}-]" for span in piece.went)
    return " ".join(f"{text}  {went}".split())


def _data(before: Document, after: Document, piece: Piece) -> Mapping[str, object]:
    return {
        "change": piece.change,
        "before": _side(before, piece.before, piece.went),
        "after": _side(after, piece.after, piece.came),
    }


def _side(document: Document, span: Span | None, words: Sequence[Span]) -> Mapping[str, object] | None:
    if span is None:
        return None
    own = [{"start": each.start, "end": each.end, "text": document.slice(each)} for each in words]
    text = document.slice(span)
    return {"doc": document.id, "start": span.start, "end": span.end, "text": text, "words": own}
