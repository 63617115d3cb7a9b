"""An Atom feed of changes of status: one entry a change, the latest first.

Source: RFC 4287.  A title is the name of the status and the words that state the claim, which are a document's own.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from secondsource.export.holdings import Holdings, urn
from secondsource.export.layout import Layout
from secondsource.records import Claim, Evidence, Step

ENTRIES, LINES = 200, 8
"""Changes in one feed, and lines that moved a status in one entry."""
_ILLEGAL = re.compile(r"[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML does not allow.  Source: XML 1.0, 2.2."""


@dataclass(frozen=True, slots=True)
class _Change:
    claim: Claim
    number: int
    step: Step


def feed(held: Holdings, layout: Layout, at: dt.datetime) -> str:
    """Return the feed of all stories that are held; a change of unknown day carries the time `at`."""
    labels = {term.status: term.label for term in layout.terms}
    changes = sorted(_changes(held), key=lambda one: (_moment(one.step, at), one.claim.id, one.number), reverse=True)
    shown = changes[:ENTRIES]
    lines = sorted({held.storylines[story] for story in held.stories if story in held.storylines})
    titles = [held.quote(story.title).folded for story in held.stories.values()]
    title = titles[0] if len(titles) == 1 else f"{len(titles)} stories"
    updated = _moment(shown[0].step, at) if shown else at.isoformat()
    parts = [
        '<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom">\n',
        f"<id>{urn(lines[0] if len(lines) == 1 else 'store')}</id>\n",
        f"<title>{_text(f'Changes of status: {title}')}</title>\n",
        f"<updated>{updated}</updated>\n<generator>Second Source</generator>\n",
        "<author><name>Second Source</name></author>\n",
        *(_entry(held, one, labels[one.step.status], _moment(one.step, at)) for one in shown),
        "</feed>\n",
    ]
    return "".join(parts)


def _changes(held: Holdings) -> Iterator[_Change]:
    for key, assessment in held.assessments.items():
        for number, step in enumerate(assessment.history):
            yield _Change(held.claims[key], number, step)


def _moment(step: Step, at: dt.datetime) -> str:
    return f"{step.as_of.isoformat()}T00:00:00+00:00" if step.as_of else at.isoformat()


def _entry(held: Holdings, change: _Change, label: str, moment: str) -> str:
    quote = held.quote(change.claim.gist)
    document = held.documents[change.claim.gist.doc_id]
    moved = [row for row in held.evidence.get(change.claim.id, ()) if row.id in change.step.because]
    link = f"<link href={quoteattr(_clean(document.url))}/>\n" if _is_web(document.url) else ""
    return (
        f"<entry>\n<id>{urn(change.claim.id)}:{change.number}:{change.step.status}</id>\n"
        f"<title>{_text(f'{label}: {quote.folded}')}</title>\n<updated>{moment}</updated>\n{link}"
        f"<category term={quoteattr(change.step.status)} label={quoteattr(label)}/>\n"
        f"<summary>{_text(change.step.rule)}</summary>\n"
        f'<content type="text">{_text(_lines(held, moved))}</content>\n</entry>\n'
    )


def _lines(held: Holdings, moved: Sequence[Evidence]) -> str:
    """Return who said what where, a line each."""
    return "\n".join(_line(held, row) for row in moved[:LINES])


def _line(held: Holdings, row: Evidence) -> str:
    quote, document = held.quote(row.span), held.documents[row.span.doc_id]
    where = f"{document.outlet or document.path}, {quote.place}"
    return f"{row.origin or 'no source named'} {row.stance}: “{quote.folded}” ({where})"


def _is_web(url: str | None) -> bool:
    return bool(url) and str(url).lower().startswith(("http://", "https://"))


def _clean(text: str | None) -> str:
    return _ILLEGAL.sub("\N{REPLACEMENT CHARACTER}", text or "")


def _text(text: str) -> str:
    return escape(_clean(text))
