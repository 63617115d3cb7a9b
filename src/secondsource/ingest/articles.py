"""Builds the Document of an article whose title stands apart from its text, as in records and feeds.

The document's text is the text as it came and after it its title, so that offsets hold in the user's own field.  A text
that already prints its title as a line of its own gets it no second time.
"""

from __future__ import annotations

from secondsource.ingest.decode import Refusal, too_long
from secondsource.ingest.documents import Origin, document
from secondsource.ingest.facts import facts
from secondsource.ingest.given import Given
from secondsource.ingest.layout import Part
from secondsource.ingest.marks import Reader
from secondsource.ingest.sections import lay_out
from secondsource.ingest.stamps import writes_month_first
from secondsource.ingest.text import no_article
from secondsource.lexicon.tables import Lexicon
from secondsource.records import Document


def read_article(text: str, origin: Origin, *, lexicon: Lexicon, given: Given) -> Document | Refusal:
    """Return the Document of `text`, whose title (if any) is `given.title`, or why it is none."""
    if (refusal := too_long(text)) is not None:
        return refusal
    layout = lay_out(text, Reader(lexicon, month_first=writes_month_first(text)), title=given.title, cut_out=True)
    if layout.body is None:
        return no_article(layout)
    parts, whole = list(layout.parts), text
    if given.title and not any(part.kind == "headline" for part in parts):
        title = given.title.strip()
        whole = f"{text}\n\n{title}"
        parts.append(Part(len(whole) - len(title), len(whole), "headline", "title-field"))
    return document(whole, parts, origin, said=facts(layout, text, lexicon), given=given, lexicon=lexicon)
