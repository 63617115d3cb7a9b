"""Reads the addresses that `add` and `watch` are given; the only place that uses the network."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

import click

from secondsource import __version__
from secondsource.errors import UsageError
from secondsource.ingest import Given, read_bytes
from secondsource.ingest.decode import Refusal
from secondsource.ingest.documents import reject
from secondsource.ingest.fetch import Answer, Mark, Visitor
from secondsource.ingest.visits import read_visits, visits_file, write_visits
from secondsource.lexicon.load import load
from secondsource.pipeline import AddReport, Desk
from secondsource.records import Document, Reject


@dataclass(frozen=True, slots=True)
class Visit:
    """What one call fetches: the addresses with what is known of them, and the marks of earlier visits.

    Attributes:
        given: what is known, by address.
        known: marks of pages that are in the store.
        marks: filled while the pages are read; kept when their documents are.
    """

    given: Mapping[str, Given]
    known: Mapping[str, Mark]
    marks: dict[str, Mark] = field(default_factory=dict)


def is_address(name: str) -> bool:
    """Tell whether an input is a page on the network and no file."""
    return name.lower().startswith(("http://", "https://"))


def forbid(addresses: Sequence[str]) -> None:
    """Raise where there is an address although the network may not be used.

    Raises:
        UsageError: names the first address.
    """
    if addresses:
        message = f"{addresses[0]} is an address, and --offline forbids the network; save the page, and add the file"
        raise UsageError(message)


def visited(desk: Desk, store: str, given: Mapping[str, Given], *, quiet: bool) -> AddReport:
    """Fetch addresses into a store; a page that is in it is asked for only if it has changed."""
    path = visits_file(store)
    marks = read_visits(path)
    kept = {row.path.split("!", 1)[0] for row in desk.scan(Document)}
    visit = Visit(given, {url: marks[url] for url in marks if url in kept})
    report = desk.add_items(fetched(visit, quiet=quiet))
    write_visits(path, marks | visit.marks)
    return report


def fetched(visit: Visit, *, quiet: bool) -> Iterator[Document | Reject]:
    """Yield what the pages hold, one page after another; unchanged ones are only remarked on."""
    visitor = Visitor(__version__)
    for url, given in visit.given.items():
        answer = visitor.fetch(url, visit.known.get(url))
        if isinstance(answer, Refusal):
            yield reject(url, answer.reason)
            continue
        visit.marks[url] = answer.mark
        if answer.unchanged and not quiet:
            click.echo(f"  {url}: unchanged since the last visit", err=True)
        if not answer.unchanged:
            yield from _read(answer, url, given)


def _read(answer: Answer, url: str, given: Given) -> Iterator[Document | Reject]:
    known = replace(given, url=given.url or answer.url)
    yield from read_bytes(answer.raw, url, lexicon=load(), given=known, charset=answer.charset)
