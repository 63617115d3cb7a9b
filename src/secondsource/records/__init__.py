"""The nouns: frozen records that every layer passes on and no layer changes.

Offsets are half-open code points into `Document.text`, which never changes after it was read; no record holds another
record's words.  Ids are a letter and ten characters made from the record's own content, so that a second run over the
same input writes the same rows.
"""

from secondsource.records.claims import (
    Assessment,
    Claim,
    Derived,
    Evidence,
    Step,
)
from secondsource.records.documents import (
    Anchor,
    Credit,
    Document,
    Reject,
    Section,
    Span,
    Stamp,
)
from secondsource.records.groups import (
    Duplicate,
    Passage,
    Story,
    Storyline,
    Summary,
)
from secondsource.records.readings import (
    Analysis,
    Attribution,
    Entity,
    Figure,
    Link,
    Mention,
    Quotation,
    Time,
)
from secondsource.records.vocabulary import (
    READ_KINDS,
    Bound,
    ClaimKind,
    FigureKind,
    LinkKind,
    MentionKind,
    Offsets,
    PassageKind,
    Quoted,
    QuoteStyle,
    Relation,
    SectionKind,
    StampSource,
    Stance,
    Status,
    TimeKind,
    identity,
)

__all__ = [
    "READ_KINDS",
    "Analysis",
    "Anchor",
    "Assessment",
    "Attribution",
    "Bound",
    "Claim",
    "ClaimKind",
    "Credit",
    "Derived",
    "Document",
    "Duplicate",
    "Entity",
    "Evidence",
    "Figure",
    "FigureKind",
    "Link",
    "LinkKind",
    "Mention",
    "MentionKind",
    "Offsets",
    "Passage",
    "PassageKind",
    "Quotation",
    "QuoteStyle",
    "Quoted",
    "Reject",
    "Relation",
    "Section",
    "SectionKind",
    "Span",
    "Stamp",
    "StampSource",
    "Stance",
    "Status",
    "Step",
    "Story",
    "Storyline",
    "Summary",
    "Time",
    "TimeKind",
    "identity",
]
