"""What is read out of one article: quotations and names, who said what, how many, when."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from secondsource.records.documents import Span
from secondsource.records.vocabulary import (
    Bound,
    FigureKind,
    LinkKind,
    MentionKind,
    Modality,
    Offsets,
    Quoted,
    QuoteStyle,
    Stance,
    TimeKind,
)


@dataclass(frozen=True, slots=True)
class Quotation:
    """Quoted words: `outer` with its marks, `inner` without; `closed` is false where the closing mark is missing."""

    outer: Offsets
    inner: Offsets
    style: QuoteStyle
    closed: bool


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in the text, and what sort of thing it names; `fine` is the finer sort where one is known, else ""."""

    span: Offsets
    kind: MentionKind
    fine: str = ""


@dataclass(frozen=True, slots=True)
class Syntax:
    """The words of Universal Dependencies with their tags and their trees; all members run side by side.

    Attributes:
        words: half-open code point offsets; contractions and hyphenated compounds are in their parts.
        upos, xpos: universal part of speech (`VERB`) and Penn Treebank tag (`VBD`).
        heads: index of the head word, -1 for the root of a sentence; a head stands in the sentence of its dependent.
        relations: dependency relation with its subtype (`nsubj:pass`).
    """

    words: tuple[Offsets, ...] = ()
    upos: tuple[str, ...] = ()
    xpos: tuple[str, ...] = ()
    heads: tuple[int, ...] = ()
    relations: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Roles:
    """The words that stand for source, cue and content of one attribution; an implicit source has none."""

    source: tuple[Offsets, ...]
    cue: tuple[Offsets, ...]
    content: tuple[Offsets, ...]


@dataclass(frozen=True, slots=True)
class Analysis:
    """What is known about the sentences of one document before anything is extracted.

    All members are in order of the text and cover only its headline and body.  `tokens` are for rules over the surface
    (a compound is one token), `syntax` holds the words of the trees; `roles` are attributions of the outermost layer.
    """

    doc_id: str
    sentences: tuple[Offsets, ...]
    tokens: tuple[Offsets, ...]
    quotations: tuple[Quotation, ...]
    mentions: tuple[Mention, ...]
    syntax: Syntax = Syntax()
    roles: tuple[Roles, ...] = ()


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
    `readings` are the values between which the words leave a choice ("04/05/2024", a bare "Friday"), the likeliest
    first, which is `value`; none where there is no choice.
    """

    id: str
    span: Span
    value: str
    kind: TimeKind
    begin: dt.date | None = None
    end: dt.date | None = None
    readings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """How many of what, with its bounds as written; the open side is None and never invented.

    Attributes:
        span: bound words and number (and percent sign), without the noun.
        low, high: logical interval of the words; vague plurals have their lowest reading as low and no high.
        unit: what one of them is (person, ship, ticket, USD, percent, day, kilometre per hour), "" where unknown; of a
            rate also what it is told by (USD per barrel, person per day).
        noun: the counted noun with its modifiers as written ("ballistic missiles"), "" where there is none.
        predicate: what happened to them, as a class of `lexicon/data/predicates.tsv` (sent, killed, wounded, missing).
        scope: words that limit what is counted ("in 2024", "since the war began", "on board").
        as_of: ISO day or month or year that the figure is about, None where unknown.
        speaker: who gives the figure (canonical), None for the outlet's own voice.
        attribution: id of the innermost attribution whose content holds the figure.
        modality: whether the words state what is, what may be ("may have killed 30"), or what is not ("did not lose
            200 men").
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
    modality: Modality = "fact"
