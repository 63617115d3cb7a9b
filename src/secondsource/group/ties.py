"""Says what ties two documents that share wording: a credit, one owner, one agency or report behind both, or nothing.

The weaker the tie, the more common wording it takes to call one a copy of the other: two newsrooms that rewrite one
police release share many short runs, and neither took its text from the other.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from secondsource.group.directions import Origins, owner
from secondsource.lexicon.tables import Lexicon
from secondsource.records import Document

Tie = Literal["heard", "credited", "owned", "agency", "none"]
"""`heard`: the copy says that somebody told the original's outlet, or that this outlet reported or printed it;
`credited`: either names the other where credit is given; `owned`: one owner; `agency`: one agency or report behind
both."""

_WORD = r"(?:(?:[A-Z]\.)+|St\.|[A-Z][\w&’'-]*(?:\.com)?)"
_NAME = rf"(?:the |The )?(?P<name>{_WORD}(?: (?:(?:of|and|the) )*{_WORD})*)"
_AFTER = re.compile(
    r"\b(?:told|according to(?: a report (?:in|by|from))?|reported by|interview (?:with|to)|interviewed by|"
    rf"(?:published|printed|written|penned|obtained) (?:in|by|for)|op-ed (?:in|for)|courtesy(?: of)?|via) {_NAME}"
)
_BEFORE = re.compile(
    rf"{_NAME}(?:,)? (?:has |had )?(?:first |also |previously |later )?"
    r"(?:report(?:s|ed)\b(?! to\b)|contributed to|said in a report)"
)
_NOTICE = re.compile(
    rf"(?:\b(?:[Cc]opyright|COPYRIGHT)(?: ©| \([cC]\))?(?: (?:19|20)\d\d)?(?: by)?|©(?: (?:19|20)\d\d)?|\|) {_NAME}"
)
_PRESS = re.compile(
    r"(?:News|Press|Times|Post|Herald|Tribune|Journal|Gazette|Globe|Chronicle|Register|Courier|Observer|Dispatch|"
    r"Bulletin|Examiner|Sentinel|Inquirer|Enquirer|Star-\w+|Wire|Magazine|[KW][A-Z]{2,3}(?:-(?:TV|FM))?)$"
)
"""How the names of newspapers, wires and broadcasters end. Source: the mastheads of the outlets' table."""


@dataclass(frozen=True, slots=True)
class Ties:
    """Tells what ties a copy to its original, by the tables and by what the two texts say."""

    origins: Origins

    def between(self, copy: Document, original: Document) -> Tie:
        """Return the strongest tie between a copy and its original."""
        if self.origins.credits(copy, original) or self.origins.credits(original, copy):
            theirs = self._names(owner(original) or "")
            return "heard" if theirs & told(copy, self.origins.lexicon) else "credited"
        if self.origins.related(copy, original):
            return "owned"
        one, other = (self._behind(each) for each in (copy, original))
        return "agency" if one & other else "none"

    def _behind(self, document: Document) -> frozenset[str]:
        found = sources(document, self.origins.lexicon)
        return found | self._names(document.agency) if document.agency else found

    def _names(self, name: str) -> frozenset[str]:
        return frozenset(_bare(each) for each in self.origins.names(name))


@functools.lru_cache(maxsize=2048)
def told(document: Document, lexicon: Lexicon) -> frozenset[str]:
    """Return the publishers that a text names as told, or as having reported or printed what it says.

    All names of each stand there, in lower case.  A name counts if a table knows it or if it ends as those of
    newspapers and wires do (`The Torran Gazette reported`).
    """
    return _publishers(document.text, (_AFTER, _BEFORE), lexicon)


@functools.lru_cache(maxsize=2048)
def sources(document: Document, lexicon: Lexicon) -> frozenset[str]:
    """Return the publishers that a text names as where its words come from, notices of copyright included."""
    return told(document, lexicon) | _publishers(document.text, (_NOTICE,), lexicon)


def _publishers(text: str, patterns: Sequence[re.Pattern[str]], lexicon: Lexicon) -> frozenset[str]:
    known = _known(lexicon)
    found: set[str] = set()
    for said in (name for pattern in patterns for match in pattern.finditer(text) for name in _parted(match["name"])):
        found |= known.get(_bare(said), frozenset({_bare(said)} if _PRESS.search(said) else ()))
    return frozenset(found)


def _parted(names: str) -> Iterator[str]:
    """Yield each of `the Torran Gazette and the Halvor Post`, a television station without that word."""
    for name in names.split(" and "):
        yield name.removeprefix("the ").rstrip(".,’'").removesuffix("-TV")


def _bare(name: str) -> str:
    return name.strip().removeprefix("The ").removeprefix("the ").casefold()


@functools.lru_cache(maxsize=4)
def _known(lexicon: Lexicon) -> dict[str, frozenset[str]]:
    groups = [(agency.name, *agency.aliases) for agency in lexicon.agencies]
    groups += [(outlet.name, outlet.domain) for outlet in lexicon.outlets]
    return {_bare(name): frozenset(map(_bare, names)) for names in groups for name in names}
