"""Cuts running text into paragraphs, sentences and tokens, as half-open code point offsets."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from secondsource.records import Offsets


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


TITLES = _words(
    "mr mrs ms mx dr prof sir gov sen sens rep reps gen brig maj col lt cmdr cdr capt adm sgt cpl pvt pte supt "
    "insp det rev fr hon pres amb atty del min sec secy st mt ft messrs mme mlle vs lt-gov"
)
"""Abbreviations that stand before a name or a word and never end a sentence.  Source: AP and Reuters style books."""

MONTHS = _words("jan feb mar apr jun jul aug sep sept oct nov dec")
PLACES = _words(
    "ala ariz ark calif colo conn fla ga ill ind kan ky md mass mich minn miss mo mont neb nev okla ore pa tenn "
    "tex vt va wash wis wyo ont que ave blvd rd"
)
"""Postal short forms (AP style book): they end a sentence only before a word that often opens one."""

FIRMS = _words("inc corp co ltd llc plc bros jr sr etc esq ph.d u.s u.k u.n e.u a.m p.m d.c n.y n.j n.c s.c")
NUMBERED = _words("no nos art sec fig vol ch pp p op cl para")
"""Short forms that stand before a number (`No. 3`); before anything else they end the sentence."""

OPENERS = _words(
    "the a an he she it they we i you his her its their our my this that these those there here in on at by for "
    "from with after before during since when while if as but and or so yet both some many most several one two "
    "no not officials police what who how why however meanwhile"
)
"""Words that often open a sentence; decides after `U.S.`, `p.m.` and the like."""

_CLOSERS = r"[\"'”’»)\]]*"
_STOP = re.compile(
    rf"(?P<stop>[.!?…]+|[.!?]+(?:\s?\.){{2,}}){_CLOSERS}(?:(?=\s)|(?<=[a-z]{{2}}[.!?])(?=[A-Z][a-z]+\s))"
)
"""A stop at whose end blank characters follow, or at which a page lost them (`police said.Marlow officers`)."""

_NEXT = re.compile(r"\s*(?P<opening>[\"'“‘«(\[„]*)(?P<word>\w[\w’'-]*)?")
_LAST_WORD = re.compile(r"[^\s\"“”‘’'«»(\[]*$")
_TERMINAL = re.compile(r"[.!?…:;]" + _CLOSERS + r"\s*$")

_BLANK_LINE = re.compile(r"\n[^\S\n]*(?=\n)")

_TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}"  # U.S., a.m.
    r"|\d+(?:[.,:]\d+)*(?:st|nd|rd|th|s|m|bn|k|km|pm|am)?(?![^\W_])(?:-[^\W_]+)*"  # 10,000  5th  24-bed
    r"|\w+(?:(?:[’'\-‑&]|(?<![a-z]{2})\.|\.(?![A-Z][a-z]+\s))\w+)*"  # well-known, didn’t, o.clock, AT&T
    r"|\.{2,}|''|``|--+"
    r"|[^\w\s]"
)


def paragraphs(text: str, start: int = 0, end: int | None = None) -> list[Offsets]:
    r"""Return the paragraphs of `text[start:end]`, without the blank characters around them.

    A line is a paragraph, except in a block of hard-wrapped lines (40 to 100 characters wide, most of them broken off
    inside a sentence), which is one paragraph up to its blank line.

    >>> paragraphs("One.\n\nTwo.")
    [(0, 4), (6, 10)]
    """
    stop = len(text) if end is None else end
    found: list[Offsets] = []
    begin = start
    for blank in [*(match.span() for match in _BLANK_LINE.finditer(text, start, stop)), (stop, stop)]:
        lines = list(_lines(text, begin, blank[0]))
        found += [(lines[0][0], lines[-1][1])] if _wrapped(text, lines) else lines
        begin = blank[1]
    return found


def _lines(text: str, start: int, end: int) -> Iterator[Offsets]:
    for line in re.finditer(r"[^\n]+", text[start:end]):
        stripped = line.group().strip()
        if stripped:
            begin = start + line.start() + line.group().index(stripped)
            yield begin, begin + len(stripped)


def _wrapped(text: str, lines: list[Offsets]) -> bool:
    inner = lines[:-1]
    if not inner or not all(40 <= end - start <= 100 for start, end in inner):
        return False
    broken = sum(not _TERMINAL.search(text[start:end]) for start, end in inner)
    return broken >= 0.6 * len(inner)


def sentences(text: str, start: int = 0, end: int | None = None) -> list[Offsets]:
    """Return the sentences of `text[start:end]`; no sentence crosses a paragraph.

    Closing quotation marks and brackets belong to the sentence that they close.

    >>> [s for s in sentences("Gov. Ann Roe left. She won.")]
    [(0, 18), (19, 27)]
    """
    found: list[Offsets] = []
    for begin, finish in paragraphs(text, start, end):
        last = begin
        for stop in _STOP.finditer(text, begin, finish):
            if stop.end() < finish and _ends(text, stop, finish):
                found.append((last, stop.end()))
                following = _NEXT.match(text, stop.end(), finish)
                last = following.start("opening") if following else stop.end()
        if last < finish:
            found.append((last, finish))
    return found


def _ends(text: str, stop: re.Match[str], limit: int) -> bool:
    following = _NEXT.match(text, stop.end(), limit)
    if following is None or not (following["word"] or following["opening"]):
        return not following or stop["stop"] != "..."
    word = following["word"] or ""
    if word and word[0].islower():
        return False
    if stop["stop"] != ".":
        return not stop["stop"].startswith("..") or bool(word)
    before = _LAST_WORD.search(text, max(0, stop.start() - 24), stop.start())
    return _ends_after(before.group() if before else "", word, quoted=bool(following["opening"]))


def _ends_after(before: str, word: str, *, quoted: bool) -> bool:
    """Tell whether the full stop after the word `before` ends a sentence when `word` comes next."""
    key = before.lower().rstrip(".").rpartition("-")[2]
    if not key:
        return True
    digit = word[:1].isdigit()
    if key in TITLES:
        return False
    if key in MONTHS or key in NUMBERED:
        return not digit and (key in NUMBERED or word.lower() in OPENERS)
    if key in PLACES or key in FIRMS or re.fullmatch(r"(?:[a-z]\.)+[a-z]", key):
        return quoted or word.lower() in OPENERS
    return not (len(before) == 1 and before.isupper() and before != "I")


def tokens(text: str, start: int = 0, end: int | None = None) -> list[Offsets]:
    """Return the tokens of `text[start:end]`: words, numbers with their commas, short forms with their stops, marks.

    >>> [("No. 3, U.S."[s:e]) for s, e in tokens("No. 3, U.S.")]
    ['No.', '3', ',', 'U.S.']
    """
    stop = len(text) if end is None else end
    found: list[Offsets] = []
    for match in _TOKEN.finditer(text, start, stop):
        begin, finish = match.span()
        if finish < stop and text[finish] == "." and _keeps_stop(text[begin:finish], text, finish + 1):
            found.append((begin, finish + 1))
        elif text[begin] != "." or not found or found[-1][1] <= begin:
            found.append((begin, finish))
    return found


def _keeps_stop(word: str, text: str, after: int) -> bool:
    """Tell whether the full stop behind `word` belongs to it (`Gov.`, `Feb.`, the initial `J.`)."""
    key = word.lower().rpartition("-")[2]
    if key in TITLES or key in MONTHS or key in PLACES or key in FIRMS:
        return word.rpartition("-")[2][0].isupper() and after < len(text)
    if key in NUMBERED:
        return text[after : after + 2].strip()[:1].isdigit()
    return len(word) == 1 and word.isupper() and word != "I" and text[after : after + 1] in {" ", "\u00a0"}
