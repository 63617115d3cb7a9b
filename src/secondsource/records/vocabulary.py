"""The words that records use for kinds, bounds, stances and statuses, and how a record gets its id."""

from __future__ import annotations

import base64
import hashlib
from typing import Literal

Offsets = tuple[int, int]
SectionKind = Literal[
    "headline", "dateline", "byline", "body", "caption", "credit", "highlight", "teaser", "related", "boilerplate",
    "comment",
]  # fmt: skip
READ_KINDS: frozenset[SectionKind] = frozenset({"headline", "body"})
"""The only kinds that later stages read; a `highlight` sums up the body and is not a second mention."""
Format = Literal["text", "html", "jsonl", "feed", "markdown", "table", "mail", "ninjs", "nitf", "newsml"]
StampSource = Literal["given", "json-ld", "meta", "feed", "stamp", "dateline", "url", "inferred"]
MentionKind = Literal["person", "organisation", "place", "other"]
QuoteStyle = Literal["curly", "straight", "single", "guillemet"]
Quoted = Literal["direct", "mixed", "indirect"]
Stance = Literal[
    "says", "alleges", "denies", "admits", "estimates", "predicts", "demands", "declines", "disputes", "corrects"
]
Bound = Literal["=", "~", ">", ">=", "<", "<=", "<~", "range"]
FigureKind = Literal["total", "increment", "projection", "rate", "rank"]
Modality = Literal["fact", "possible", "negated"]
"""Whether a figure is stated as what is, what may be, or what is not so."""
TimeKind = Literal["date", "time", "duration", "set"]
Relation = Literal["reprint", "excerpt", "embedded", "derived", "version", "shared_statement"]
PassageKind = Literal["prose", "quotation", "statement", "furniture"]
LinkKind = Literal["outlet", "agency", "carrier", "speaker"]
ClaimKind = Literal["figure", "event", "statement"]
Verdict = Literal["same", "update", "revision", "dispute", "increment", "derived", "not_comparable"]
"""How one figure stands to another."""
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
