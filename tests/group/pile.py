"""Small documents for the tests of grouping: invented towns, ships and people."""

from __future__ import annotations

from secondsource.lexicon.tables import Lexicon
from secondsource.records import Document, Section, Span, Stamp

NO_TABLES = Lexicon((), (), (), (), (), (), (), ())

CABLE = (
    "A cargo train carrying fertiliser left the rails outside Brennick before dawn on Monday, killing two crew members "
    "and forcing some four hundred villagers from their homes, the provincial fire service said. "
    "Rescue teams reached the wreck by boat because the only road runs along the flooded river bank. "
    "The line between Brennick and Halvor has been closed since, and the railway expects repairs to take a fortnight. "
    "It was the third derailment on the line this year, according to figures of the transport board."
)
OWN = (
    "Our reporter walked the valley with the baker, who had heard the brakes scream for a mile. "
    "Her shop has been open all night, and she gives bread to whoever asks for it. "
    "The school gym is full of camp beds, and a choir practises in one corner of it. "
)


def article(key: str, body: str, *, headline: str = "", day: str | None = None, **given: str | None) -> Document:
    text = f"{headline}\n\n{body}" if headline else body
    start = len(text) - len(body)
    spans = [(Span(key, 0, len(headline)), "headline"), (Span(key, start, len(text)), "body")]
    return Document(
        id=key,
        text=text,
        sections=tuple(Section(span, kind, "test") for span, kind in spans if len(span)),  # type: ignore[arg-type]
        sha256="",
        path=f"{key}.txt",
        format="text",
        language="en",
        outlet=given.get("outlet"),
        agency=given.get("agency"),
        url=given.get("url"),
        published=Stamp(day, "given") if day else None,
        dateline=Stamp(value, "dateline") if (value := given.get("dateline")) else None,
    )
