"""Builds the Document of an article whose title stands apart from its text, as in records and feeds.

The document's text is the text as it came and after it its title, so that offsets hold in the user's own field.  A text
that already prints its title as a line of its own gets it no second time.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from secondsource.ingest.decode import Refusal, too_long
from secondsource.ingest.documents import Origin, document
from secondsource.ingest.facts import facts
from secondsource.ingest.faults import refusing
from secondsource.ingest.given import Given
from secondsource.ingest.layout import Part
from secondsource.ingest.marks import Reader
from secondsource.ingest.sections import lay_out
from secondsource.ingest.stamps import writes_month_first
from secondsource.ingest.text import no_article
from secondsource.lexicon.tables import Lexicon
from secondsource.records import Document, SectionKind


@dataclass(frozen=True, slots=True)
class Beside:
    """A text that a record keeps apart from its article, with the label it gets; no blanks around it."""

    text: str
    kind: SectionKind
    rule: str


@refusing
def read_article(
    text: str,
    origin: Origin,
    *,
    lexicon: Lexicon,
    given: Given,
    beside: Sequence[Beside] = (),
    cut_out: bool = True,
) -> Document | Refusal:
    """Return the Document of `text`, whose title (if any) is `given.title`, or why it is none.

    Args:
        text: of the article.
        origin: where it came from.
        lexicon: markers, agencies and outlets.
        given: what the record's fields say.
        beside: labelled texts that the record keeps apart (captions, a dateline); they stand below the title.
        cut_out: whether the text stands alone, without the furniture of a page.
    """
    if (refusal := too_long(len(text))) is not None:
        return refusal
    reader = Reader(lexicon, month_first=writes_month_first(text))
    layout = lay_out(text, reader, title=given.title, cut_out=cut_out)
    if layout.body is None:
        return no_article(layout)
    parts, whole = list(layout.parts), text
    titled = any(part.kind == "headline" for part in parts)
    title = Beside((given.title or "").strip(), "headline", "title-field")
    for block in (*(() if titled or not title.text else (title,)), *beside):
        whole = f"{whole}\n\n{block.text}"
        parts.append(Part(len(whole) - len(block.text), len(whole), block.kind, block.rule))
    return document(whole, parts, origin, said=facts(layout, text, lexicon), given=given, lexicon=lexicon)
