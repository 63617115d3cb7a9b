"""Reads plain text and Markdown: the decoded file unchanged, every line of it labelled."""

from __future__ import annotations

from collections import Counter

from secondsource.ingest.decode import Refusal, too_long
from secondsource.ingest.documents import Origin, document
from secondsource.ingest.facts import facts
from secondsource.ingest.faults import refusing
from secondsource.ingest.given import Given
from secondsource.ingest.marks import Reader
from secondsource.ingest.sections import Layout, lay_out
from secondsource.ingest.stamps import writes_month_first
from secondsource.lexicon.tables import Lexicon
from secondsource.records import Document


@refusing
def read_text(text: str, origin: Origin, *, lexicon: Lexicon, given: Given) -> Document | Refusal:
    """Return the Document of a pasted page, or why it holds no article."""
    if (refusal := too_long(len(text))) is not None:
        return refusal
    layout = lay_out(text, Reader(lexicon, month_first=writes_month_first(text)), title=given.title)
    if layout.body is None:
        return no_article(layout)
    return document(text, layout.parts, origin, said=facts(layout, text, lexicon), given=given, lexicon=lexicon)


def no_article(layout: Layout) -> Refusal:
    """Return the refusal of a page without a body; it says what the page holds instead."""
    kinds = Counter(part.kind for part in layout.parts)
    return Refusal(f"no article text: only {', '.join(f'{count} {kind}' for kind, count in sorted(kinds.items()))}")
