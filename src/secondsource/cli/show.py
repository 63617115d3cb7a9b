"""`secondsource show ID`: a story, a claim or a document, in words."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator

import click
import msgspec

from secondsource.cli.claims import COLUMNS
from secondsource.cli.desks import on_store, reading
from secondsource.cli.explain import corrected_lines, explained, footing_lines, head
from secondsource.cli.output import Form, emit
from secondsource.cli.wording import SHOWN_ID, count, origins, plain, short
from secondsource.errors import UsageError
from secondsource.pipeline import Desk
from secondsource.pipeline.explain import put_right
from secondsource.records import Document, Story


@click.command()
@click.argument("key", metavar="ID")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@on_store
def command(store: str, *, key: str, as_json: bool) -> None:
    """Show a story, a claim or a document.

    The first letter of ID tells what it is: s... a story, d... a document with what was cut from it, c... a claim.
    """
    if key[:1] not in _SHOWN:
        message = f"'{key}' is no id; ids begin with s (story), d (document), c (claim), e, f or a"
        raise UsageError(message)
    model, show = _SHOWN[key[:1]]
    with reading(store) as desk:
        if as_json:
            click.echo(json.dumps(msgspec.to_builtins(model(desk, key)), ensure_ascii=False, indent=1))
        else:
            show(desk, key)


def _document(desk: Desk, key: str) -> Document:
    return desk.get(Document, key)


def _show_document(desk: Desk, key: str) -> None:
    document = _document(desk, key)
    published = f"{document.published.value} ({document.published.how})" if document.published else "unknown"
    for name, value in (
        ("document", document.id),
        ("file", document.path),
        ("outlet", document.outlet or "unknown"),
        ("agency", document.agency or "none credited"),
        ("published", published),
        ("language", document.language if document.analysed else f"{document.language} (not analysed)"),
    ):
        click.echo(plain(f"{name:10} {value}"))
    for section in document.sections:
        click.echo(f"\n[{section.kind}]" + ("" if section.kind in {"headline", "body"} else f"  cut: {section.rule}"))
        click.echo(plain(document.slice(section.span)))


def _show_story(desk: Desk, key: str) -> None:
    story = desk.get(Story, key)
    (row,) = [row for row in desk.stories() if row.id == story.id]
    click.echo(plain(row.title.text))
    number = origins(row.counts.origins_low, row.counts.origins)
    click.echo(
        f"{row.id}  {row.begin or 'unknown'} to {row.end or 'unknown'}  {count(row.counts.outlets, 'outlet')}, "
        f"{count(row.counts.texts, 'text')}, {number} origin{'' if number == '1' else 's'}\n"
    )
    for line in _articles(desk, story):
        click.echo(plain(line))
    for entry in desk.corrections.of_story(story.doc_ids):
        for line in corrected_lines(put_right(entry)):
            click.echo(plain(line))
    found = [claim for claim in desk.claims(story.id) if claim.story == story.id]
    if found:
        click.echo()
        emit(found, COLUMNS, Form(), rest=f"secondsource claims --story {story.id[:SHOWN_ID]} --all")


def _articles(desk: Desk, story: Story) -> Iterator[str]:
    documents = [desk.get(Document, key) for key in story.doc_ids]
    for document in sorted(documents, key=lambda one: (one.published.value if one.published else "", one.path)):
        day = document.published.value[:10] if document.published else "unknown"
        start = f"  {document.id[:SHOWN_ID]}  {day:10}  "
        yield start + short(f"{document.outlet or document.path}: {document.title or 'no headline'}", 79 - len(start))


def _show_claim(desk: Desk, key: str) -> None:
    found = explained(desk, key)
    for line in head(found):
        click.echo(plain(line))
    for footing in found.footings:
        for line in footing_lines(footing):
            click.echo(plain(line))
    click.echo(f"\nsecondsource explain {found.id[:SHOWN_ID]} adds files, offsets and digests", err=True)


_SHOWN: dict[str, tuple[Callable[[Desk, str], object], Callable[[Desk, str], None]]] = {
    "s": (lambda desk, key: desk.story(key), _show_story),
    "d": (_document, _show_document),
    **dict.fromkeys("cefa", (explained, _show_claim)),
}
