"""The nouns: frozen records that every layer passes on and no layer changes.

Offsets are half-open code points into `Document.text`, which never changes after it was read; no record holds another
record's words.  Ids are a letter and ten characters made from the record's own content, so that a second run over the
same input writes the same rows.
"""

from __future__ import annotations

import base64
import datetime as dt
import hashlib
from dataclasses import dataclass, field
from typing import Literal

Offsets = tuple[int, int]

SectionKind = Literal[
    "headline", "dateline", "byline", "body", "caption", "credit", "highlight", "teaser", "related", "boilerplate",
    "comment",
]  # fmt: skip
READ_KINDS: frozenset[SectionKind] = frozenset({"headline", "body"})
"""The only kinds that later stages read; a `highlight` sums up the body and is not a second mention."""

StampSource = Literal["given", "json-ld", "meta", "feed", "stamp", "dateline", "url", "inferred"]
MentionKind = Literal["person", "organisation", "place", "other"]
QuoteStyle = Literal["curly", "straight", "single", "guillemet"]
Quoted = Literal["direct", "mixed", "indirect"]
Stance = Literal[
    "says", "alleges", "denies", "admits", "estimates", "predicts", "demands", "declines", "disputes", "corrects"
]
Bound = Literal["=", "~", ">", ">=", "<", "<=", "<~", "range"]
FigureKind = Literal["total", "increment", "projection", "rate", "rank"]
TimeKind = Literal["date", "time", "duration", "set"]
Relation = Literal["reprint", "excerpt", "embedded", "derived", "version", "shared_statement"]
PassageKind = Literal["prose", "quotation", "statement", "furniture"]
LinkKind = Literal["outlet", "agency", "carrier", "speaker"]
ClaimKind = Literal["figure", "event", "statement"]
Status = Literal["single_source", "corroborated", "disputed", "denied", "revised", "denied_then_admitted"]


def identity(letter: str, *parts: object) -> str:
    """Return the id of a record: `letter` and ten base-32 characters (50 bits) made from `parts`.

    At a million records of one kind the chance of any collision is below one in two thousand.

    >>> identity("d", "abc", 3) == identity("d", "abc", 3)
    True
    """
    joined = "\x1f".join("" if part is None else str(part) for part in parts)
    digest = hashlib.blake2b(joined.encode("utf-8", "surrogatepass"), digest_size=10).digest()
    return letter + base64.b32encode(digest).decode("ascii").lower()[:10]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters `start` to `end` (half-open code points) of the text of document `doc_id`."""

    doc_id: str
    start: int
    end: int

    def __len__(self) -> int:
        """Return the length in code points."""
        return self.end - self.start

    def overlaps(self, other: Span) -> bool:
        """Tell whether both lie in one document and share a character."""
        return self.doc_id == other.doc_id and self.start < other.end and other.start < self.end

    def within(self, other: Span) -> bool:
        """Tell whether this span lies wholly inside `other`."""
        return self.doc_id == other.doc_id and other.start <= self.start and self.end <= other.end


@dataclass(frozen=True, slots=True)
class Section:
    """One labelled stretch of a document; `rule` names the rule of the grammar that labelled it."""

    span: Span
    kind: SectionKind
    rule: str


@dataclass(frozen=True, slots=True)
class Stamp:
    """A point in time that a page states about itself.

    `value` is ISO 8601: a day, a minute with its offset where the page gives one, or `--MM-DD` where a dateline leaves
    out the year.  `span` is where it stands, if it stands in the text.
    """

    value: str
    how: StampSource
    span: Span | None = None

    @property
    def day(self) -> dt.date | None:
        """The calendar day as written, or None where the year is not known."""
        return None if self.value.startswith("--") else dt.date.fromisoformat(self.value[:10])


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One article as it came, with its sections; the text is the decoded input, unchanged.

    Attributes:
        text: for plain text the whole decoded file; for JSON lines the record's text and after it its title (so that
            offsets hold in the user's own field); for HTML headline and body in reading order, then the rest of the
            visible page.
        sections: in order of their start, without overlap; blank characters between them belong to none.
        sha256: of the raw bytes of the input, hexadecimal.
        path: the input as the user named it; members of a container follow after `!` (`feed.xml!3`).
        agency: the agency that the page credits (dateline or byline), by its canonical name.
        published: when the outlet published it, or None for *unknown*; never a teaser's date.
        dateline: the day of the dateline, often without a year.
        language: ISO 639-1 code; only English is analysed further.
    """

    id: str
    text: str
    sections: tuple[Section, ...]
    sha256: str
    path: str
    format: Literal["text", "html", "jsonl", "feed"]
    language: str
    external_id: str | None = None
    url: str | None = None
    outlet: str | None = None
    agency: str | None = None
    title: str | None = None
    byline: str | None = None
    published: Stamp | None = None
    updated: Stamp | None = None
    dateline: Stamp | None = None

    @property
    def analysed(self) -> bool:
        """Whether the later stages read this document (English only, so far)."""
        return self.language == "en"

    def slice(self, span: Span) -> str:
        """Return the characters that `span` points at."""
        return self.text[span.start : span.end]

    def spans(self, *kinds: SectionKind) -> tuple[Span, ...]:
        """Return the spans of all sections of `kinds`, in order of the text."""
        return tuple(section.span for section in self.sections if section.kind in kinds)


@dataclass(frozen=True, slots=True)
class Reject:
    """An input, or a member of one, that became no document, and why."""

    id: str
    path: str
    reason: str
    sha256: str | None = None


@dataclass(frozen=True, slots=True)
class Anchor:
    """The day against which a document's relative dates are read, or None for unknown.

    `how` says in one word what it rests on: published, dateline, weekday, story, unknown.
    """

    doc_id: str
    day: dt.date | None
    how: Literal["published", "dateline", "weekday", "story", "unknown"]


@dataclass(frozen=True, slots=True)
class Credit:
    """The agency that a document credits, by its name over all documents (`PGW` is an outlet with these initials)."""

    doc_id: str
    agency: str


@dataclass(frozen=True, slots=True)
class Duplicate:
    """Directed copy edge: `doc_id` took `passages` from `of_id`.

    `similarity` is the share of the copy's body (0 to 1) that stands in the original; `credited` tells whether the copy
    names whose text it is.
    """

    id: str
    doc_id: str
    of_id: str
    relation: Relation
    similarity: float
    share_of_original: float
    credited: bool
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of the copy and the stretch of the original that it repeats."""

    span: Span
    of_span: Span
    kind: PassageKind


@dataclass(frozen=True, slots=True)
class Story:
    """Articles on one event: originals by average link, copies with their originals.

    `title` points at the headline (or first sentence) that stands for the story.
    """

    id: str
    doc_ids: tuple[str, ...]
    title: Span
    begin: dt.date | None = None
    end: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Storyline:
    """Stories that follow one affair over time (same principal actors, same subject)."""

    id: str
    story_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Quotation:
    """Quoted words: `outer` with its marks, `inner` without; `closed` is false where the closing mark is missing."""

    outer: Offsets
    inner: Offsets
    style: QuoteStyle
    closed: bool


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in the text, and what sort of thing it names."""

    span: Offsets
    kind: MentionKind


@dataclass(frozen=True, slots=True)
class Analysis:
    """What is known about the sentences of one document before anything is extracted.

    All members are in order of the text and cover only its headline and body.
    """

    doc_id: str
    sentences: tuple[Offsets, ...]
    tokens: tuple[Offsets, ...]
    quotations: tuple[Quotation, ...]
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, body or place as one document names it; `name` is its fullest form there.

    `body` is the name of the body that a spokesman or office-holder speaks for: the root of what he says (the coast
    guard for a coast guard spokesman, a government for its capital), or None for one who speaks for himself.
    """

    id: str
    doc_id: str
    name: str
    kind: MentionKind
    mentions: tuple[Span, ...]
    body: str | None = None
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """One step of the way that a statement took to the reader."""

    name: str
    kind: LinkKind
    span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Who (source) said (cue) what (content), as PolNeAR marks it; nested ones are records of their own.

    Attributes:
        source, cue, content: spans in order of the text; an implicit source has none.  Content holds its quotation
            marks and a leading "that"; source has no trailing comma.
        quoted: direct when all of the content stands in quotation marks, mixed when part of it, else indirect.
        stance: what the speaker does with the content.
        parent: id of the attribution whose content holds this one.
        speaker: canonical name in this document, None where the text names nobody.
        speaker_id: id of the speaker's `Entity`.
        body: the body that the speaker speaks for, else the speaker's own name: the root for counting origins.
        chain: outlet first, speaker last.
    """

    id: str
    doc_id: str
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    quoted: Quoted
    stance: Stance
    parent: str | None = None
    speaker: str | None = None
    speaker_id: str | None = None
    body: str | None = None
    chain: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression; `value` is a TIMEX3 value (`2025-06-04`, `2025-W23`, `2024`, `P3D`, `PAST_REF`).

    `begin` and `end` are the first and last calendar day it can mean, None where that side is open or unknown.
    """

    id: str
    span: Span
    value: str
    kind: TimeKind
    begin: dt.date | None = None
    end: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """How many of what, with its bounds as written; the open side is None and never invented.

    Attributes:
        span: bound words and number (and percent sign), without the noun.
        low, high: logical interval of the words; vague plurals have their lowest reading as low and no high.
        unit: what one of them is (person, ship, ticket, USD, percent, day), "" where unknown.
        noun: the counted noun with its modifiers as written ("ballistic missiles"), "" where there is none.
        predicate: what happened to them, as a class of `lexicon/data/predicates.tsv` (sent, killed, wounded, missing).
        scope: words that limit what is counted ("in 2024", "since the war began", "on board").
        as_of: ISO day or month or year that the figure is about, None where unknown.
        speaker: who gives the figure (canonical), None for the outlet's own voice.
        attribution: id of the innermost attribution whose content holds the figure.
        subject: who did it ("North Korea" sent …), as the text names it; object_: to or against whom or where.
    """

    id: str
    span: Span
    low: float | None
    high: float | None
    bound: Bound
    unit: str
    noun: str
    kind: FigureKind
    predicate: str = ""
    scope: str = ""
    as_of: str | None = None
    speaker: str | None = None
    attribution: str | None = None
    subject: str | None = None
    object_: str | None = None
    vague: bool = False


@dataclass(frozen=True, slots=True)
class Claim:
    """A fixed proposition that several documents may bear on.

    `gist` points at the words that state it best; `about` is the key that lines evidence up (a figure's series, an
    event's actor, act and object, or the words of a statement).
    """

    id: str
    kind: ClaimKind
    storyline_id: str
    story_id: str
    gist: Span
    about: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """One stretch of text that bears on a claim.

    Attributes:
        stated: day on which it was said or printed, None where unknown.
        origin: the party that says it on its own knowledge, None where the text names nobody.
        counted: whether it counts as support from `origin`; `why` says why not (or how), as a sentence without names.
        ref: id of the figure or attribution that it rests on, None for plain prose.
        value: the figure's (low, high, bound) where it has one.
    """

    id: str
    claim_id: str
    span: Span
    stance: Stance
    chain: tuple[Link, ...]
    origin: str | None
    counted: bool
    why: str
    stated: dt.date | None = None
    ref: str | None = None
    value: tuple[float | None, float | None, Bound] | None = None
    superseded: bool = False


@dataclass(frozen=True, slots=True)
class Step:
    """A change of a claim's status: on `as_of` it became `status` because of these evidence ids."""

    as_of: dt.date | None
    status: Status
    because: tuple[str, ...]
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """What a claim's set of evidence adds up to; a pure function of that set.

    `origins` are the distinct roots that support the claim.  `n_origins_low` folds an unsourced line into the source
    named beside it, `n_origins` counts it apart.  `because` lists the evidence that moved the status.
    """

    claim_id: str
    status: Status
    because: tuple[str, ...]
    origins: tuple[str, ...]
    n_origins: int
    n_origins_low: int
    n_against: int
    outlets: int
    texts: int
    history: tuple[Step, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Derived:
    """A figure that is the sum of others: consistent with them, and no source of its own."""

    id: str
    claim_id: str
    total: str
    parts: tuple[str, ...]
