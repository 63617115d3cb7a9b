"""`secondsource show ID`: a story, a claim or a document, in words."""

from __future__ import annotations

import click

from secondsource.cli import claims, explain
from secondsource.cli.output import Form, emit, number, origins, short
from secondsource.page.stories import StoryRow
from secondsource.pipeline import Desk
from secondsource.records import Document, Story


@click.command(help="Show a story, a claim or a document.")
@click.argument("key", metavar="ID")
@click.pass_context
def command(ctx: click.Context, key: str) -> None:
    """Show what an id stands for; the first letter tells what it is."""
    store: str = ctx.obj
    if key[:1] in {"c", "f", "a"}:
        ctx.invoke(explain.command, key=key, as_json=False)
        return
    with Desk.open(store) as desk:
        if key[:1] == "d":
            _show_document(desk.get(Document, key))
        else:
            _show_story(desk, desk.get(Story, key))


def _show_document(document: Document) -> None:
    published = f"{document.published.value} ({document.published.how})" if document.published else "unknown"
    for name, value in (
        ("document", document.id),
        ("file", document.path),
        ("outlet", document.outlet or "unknown"),
        ("agency", document.agency or "none credited"),
        ("published", published),
        ("language", document.language if document.analysed else f"{document.language} (not analysed)"),
    ):
        click.echo(f"{name:10} {value}")
    for section in document.sections:
        click.echo(f"\n[{section.kind}]" + ("" if section.kind in {"headline", "body"} else f"  cut: {section.rule}"))
        click.echo(document.slice(section.span))


def _show_story(desk: Desk, story: Story) -> None:
    (row,) = [row for row in desk.stories() if row.id == story.id]
    click.echo(row.title.text)
    click.echo(f"{row.id}  {row.begin or 'unknown'} to {row.end or 'unknown'}  {_numbers(row)}\n")
    for doc_id in story.doc_ids:
        document = desk.get(Document, doc_id)
        day = document.published.value[:10] if document.published else "unknown"
        click.echo(
            f"  {document.id[:7]}  {day:10}  {document.outlet or document.path}: {short(document.title or '', 80)}"
        )
    click.echo()
    found = [claim for claim in desk.claims(story.id) if claim.story == story.id]
    emit(found, claims.COLUMNS, Form(None, 20, everything=False))


def _numbers(row: StoryRow) -> str:
    count = origins(row.counts.origins_low, row.counts.origins)
    return f"{number(row.counts.outlets)} outlets, {number(row.counts.texts)} texts, {count} origins"
