"""The formats: what each is called, the ending of its files, and how it is written."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from secondsource.errors import UsageError
from secondsource.export import (
    atom,
    citing,
    encoding,
    ftm,
    jsonl,
    markdown,
    mediawiki,
    ninjs,
    printed,
    provenance,
    report,
    schemaorg,
    stix,
    tables,
    vegalite,
    webannotation,
)
from secondsource.export.holdings import Holdings, Scanned, holdings
from secondsource.export.layout import Layout


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be written: the records, what the pages make of them, and the time that is written as that of it."""

    source: Scanned
    held: Holdings
    layout: Layout
    at: dt.datetime


@dataclass(frozen=True, slots=True)
class Form:
    """A format; `paged` ones need the layout of the pages, `packed` ones are archives of several files."""

    name: str
    suffix: str
    what: str
    write: Callable[[Order], bytes]
    paged: bool = False
    packed: bool = False

    @property
    def media(self) -> str:
        """The media type of its files.  Source: the registry of IANA; those not registered there go by their syntax."""
        return _MEDIA.get(self.suffix, "application/octet-stream")


_MEDIA: Mapping[str, str] = {
    ".jsonl": "application/x-ndjson", ".zip": "application/zip", ".md": "text/markdown; charset=utf-8",
    ".html": "text/html; charset=utf-8", ".atom": "application/atom+xml", ".jsonld": "application/ld+json",
    ".json": "application/json", ".ftm.json": "application/x-ndjson", ".ris": "application/x-research-info-systems",
    ".bib": "application/x-bibtex", ".wiki": "text/plain; charset=utf-8", ".vl.json": "application/json",
}  # fmt: skip


FORMS: Mapping[str, Form] = {
    form.name: form
    for form in (
        Form("jsonl", ".jsonl", "Every record, one JSON object a line.", lambda o: encoding.lines(_lines(o))),
        Form(
            "csv", ".zip", "A CSV file for each class of record, as a ZIP archive or in a folder.",
            lambda o: encoding.archive(tables.csv_files(_lines(o))), packed=True,
        ),
        Form(
            "parquet", ".zip", "A Parquet file for each class of record, as a ZIP archive or in a folder.",
            lambda o: encoding.archive(tables.parquet_files(_lines(o))), packed=True,
        ),
        Form(
            "markdown", ".md", "A report in Markdown.",
            lambda o: encoding.text(markdown.markdown(report.report(o.held, o.layout))), paged=True,
        ),
        Form(
            "html", ".html", "A report in one HTML file, ready to print.",
            lambda o: printed.printed(report.report(o.held, o.layout)).encode("utf-8", "replace"), paged=True,
        ),
        Form(
            "atom", ".atom", "An Atom feed of changes of status.",
            lambda o: encoding.text(atom.feed(o.held, o.layout, o.at)), paged=True,
        ),
        Form(
            "annotations", ".jsonld", "W3C Web Annotations on the exact words.",
            lambda o: encoding.document(webannotation.annotation_page(o.held)),
        ),
        Form("prov", ".json", "PROV-JSON: what was read from which words.",
             lambda o: encoding.document(provenance.provenance(o.held))),
        Form("schemaorg", ".jsonld", "schema.org JSON-LD: articles, claims, quotations.",
             lambda o: encoding.document(schemaorg.linked(o.held))),
        Form("ftm", ".ftm.json", "FollowTheMoney entities, one a line.",
             lambda o: encoding.lines(ftm.entities(o.held))),
        Form("stix", ".json", "A STIX 2.1 bundle: reports, notes, opinions.",
             lambda o: encoding.document(stix.bundle(o.held, o.at))),
        Form("ninjs", ".json", "ninjs 3 items: stories and articles.",
             lambda o: encoding.document(ninjs.items(o.held))),
        Form("csl", ".json", "The documents as CSL-JSON references.", lambda o: encoding.document(citing.csl(o.held))),
        Form("ris", ".ris", "The documents as RIS references.", lambda o: encoding.text(citing.ris(o.held))),
        Form("bibtex", ".bib", "The documents as BibTeX references.", lambda o: encoding.text(citing.bibtex(o.held))),
        Form("mediawiki", ".wiki", "MediaWiki text with citations.",
             lambda o: encoding.text(mediawiki.wikitext(o.held, o.layout)), paged=True),
        Form(
            "vegalite", ".vl.json", "Vega-Lite charts of the figures.",
            lambda o: encoding.document(vegalite.charts(o.held, o.layout.curves)), paged=True,
        ),
    )
}  # fmt: skip


def form(name: str) -> Form:
    """Return the format of this name.

    Raises:
        UsageError: there is none.
    """
    if name not in FORMS:
        message = f"there is no format '{name}'; there are {', '.join(FORMS)}"
        raise UsageError(message)
    return FORMS[name]


def write(wanted: Form, source: Scanned, layout: Layout, at: dt.datetime | None) -> bytes:
    """Return the records of `source` in a format.

    Args:
        wanted: the format.
        source: the records.
        layout: what the pages make of them; an empty one for a format that is not `paged`.
        at: the time that is written as that of the export (UTC where it has no zone); None for the last day on which
            a document was published, so that equal records make equal bytes.
    """
    held = holdings(source)
    moment = at or dt.datetime.combine(held.last_day(), dt.time())
    aware = moment if moment.tzinfo else moment.replace(tzinfo=dt.UTC)
    return wanted.write(Order(source, held, layout, aware))


def _lines(order: Order) -> list[jsonl.Line]:
    return list(jsonl.lines(order.source))
