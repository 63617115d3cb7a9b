"""MediaWiki text: the claims of each story in the words of the articles, each with a citation that quotes them.

Source: Help:Formatting and Template:Cite news of the English Wikipedia (2025).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from secondsource.export import report
from secondsource.export.citing import work
from secondsource.export.holdings import Holdings, Quote
from secondsource.export.layout import Layout
from secondsource.records import Claim, Evidence, Story


def wikitext(held: Holdings, layout: Layout) -> str:
    """Return a section for each story with its claims in the order of the page, and the references behind them."""
    parts = [line for story in held.stories.values() for line in _story(held, story, layout.ranked.get(story.id))]
    return "\n".join([*parts, "== References ==", "<references />", ""])


def _story(held: Holdings, story: Story, ranked: Iterable[str] | None) -> Iterator[str]:
    title = held.quote(story.title)
    yield f"== {_plain(title.folded)} =="
    numbers = "; ".join(f"{name}: {value}" for name, value in report.numbers(held, story.id).items())
    yield f"{numbers}{_reference(held, title)}"
    yield ""
    for key in ranked or [claim.id for claim in held.claims_of(story.id)]:
        yield from _claim(held, held.claims[key])
    yield ""


def _claim(held: Holdings, claim: Claim) -> Iterator[str]:
    found = held.assessments[claim.id]
    origins = report.between(found.n_origins_low, found.n_origins)
    numbers = f"outlets: {found.outlets}; texts: {found.texts}; origins: {origins}"
    quote = held.quote(claim.gist)
    status = found.status.replace("_", " ")
    yield f"* “{_plain(quote.folded)}” ({status}; {numbers}){_reference(held, quote)}"
    for row in held.evidence.get(claim.id, ()):
        yield _evidence(held, row)


def _evidence(held: Holdings, row: Evidence) -> str:
    day = f", {row.stated}" if row.stated else ""
    counted = "" if row.counted else ", not counted"
    quote = held.quote(row.span)
    return f"** {_plain(row.origin or 'no source named')} {row.stance}{day}{counted}{_reference(held, quote)}"


def _reference(held: Holdings, quote: Quote) -> str:
    one = work(held.documents[quote.span.doc_id])
    day = one.day.isoformat() if one.day else ""
    known = [("title", one.title), ("newspaper", one.outlet), ("agency", one.agency), ("author", one.author)]
    fields = [(name, _plain(value)) for name, value in known] + [("date", day), ("url", one.url)]
    fields.append(("quote", _plain(quote.folded)))
    told = "".join(f" |{name}={value}" for name, value in fields if value)
    return f"<ref>{{{{cite news{told}}}}} ({quote.span.doc_id}, {quote.span.start}–{quote.span.end})</ref>"


def _plain(value: str) -> str:
    """Return text that MediaWiki shows as it is: no mark-up, template, link or tag in it is read.

    >>> _plain("A [[link]] & <b>")
    '<nowiki>A [[link]] &amp; &lt;b&gt;</nowiki>'
    """
    safe = value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f"<nowiki>{safe}</nowiki>" if any(char in safe for char in "[]{}|'=*#:;~_&-/") else safe
