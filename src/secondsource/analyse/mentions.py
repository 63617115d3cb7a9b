"""Finds names by rule: runs of capitalised words, cut at titles and sorted by head word, table and context."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from secondsource.analyse.names import HEADLINE_SHARE, Kinds, Run, is_common, kinds
from secondsource.lexicon.tables import Lexicon
from secondsource.records import Document, Mention, MentionKind, Offsets

_CONNECTORS = frozenset(
    {
        "of",
        "de",
        "del",
        "della",
        "da",
        "di",
        "du",
        "al",
        "el",
        "la",
        "bin",
        "bint",
        "van",
        "von",
        "der",
        "den",
        "ibn",
        "&",
    }
)
_FINAL = frozenset({"bin", "al", "el", "van", "von", "de"})
_POSSESSIVE = ("’s", "'s", "s’", "s'")


@dataclass(frozen=True, slots=True)
class _Known:
    """What the document itself says about its names: surnames of persons, and spellings inside sentences."""

    persons: frozenset[str]
    inside: frozenset[str]


def mentions(
    document: Document, sentences: Sequence[Offsets], tokens: Sequence[Offsets], lexicon: Lexicon
) -> list[Mention]:
    """Return the names in the given sentences, in order, without overlap.

    A title before a name (`Gov.`, `Defense Minister`) is no part of the mention.  In a headline in title case only
    names that the body repeats are kept.

    Args:
        document: gives the text and where its headline is.
        sentences: half-open code point offsets into the document's text, in order.
        tokens: likewise.
        lexicon: titles, states, agencies and outlets.
    """
    tables = kinds(lexicon)
    runs = list(_runs(document.text, sentences, tokens, tables))
    known = _known(document.text, runs, tables)
    headlines = document.spans("headline")
    body = {
        document.text[run.start : run.end] for run in runs if not any(h.start <= run.start < h.end for h in headlines)
    }
    found: list[Mention] = []
    for run in runs:
        name = document.text[run.start : run.end]
        if run.titled_sentence and name not in body:
            continue
        if run.opens and not run.trusted(known.inside):
            continue
        found.append(Mention((run.start, run.end), _kind(document.text, run, tables, known)))
    return found


def _known(text: str, runs: Sequence[Run], tables: Kinds) -> _Known:
    persons = (run for run in runs if tables.person_context(text, run))
    return _Known(
        persons=frozenset(run.words[-1] for run in persons),
        inside=frozenset(word for run in runs if not run.opens for word in run.words),
    )


def _kind(text: str, run: Run, tables: Kinds, known: _Known) -> MentionKind:
    kind = tables.by_name(run)
    if kind is not None:
        return kind
    if run.words[-1] in known.persons and len(run.words) <= 3:
        return "person"
    return tables.by_context(text, run)


def _runs(text: str, sentences: Sequence[Offsets], tokens: Sequence[Offsets], tables: Kinds) -> Iterator[Run]:
    at = 0
    for start, end in sentences:
        while at < len(tokens) and tokens[at][0] < start:
            at += 1
        first = at
        while at < len(tokens) and tokens[at][0] < end:
            at += 1
        yield from _in_sentence(text, tokens[first:at], tables)


def _in_sentence(text: str, tokens: Sequence[Offsets], tables: Kinds) -> Iterator[Run]:
    words = [text[start:end] for start, end in tokens]
    alphabetic = [word for word in words if word[0].isalpha()]
    titled = len(alphabetic) > 3 and sum(word[0].isupper() for word in alphabetic) > HEADLINE_SHARE * len(alphabetic)
    opening = next((index for index, word in enumerate(words) if word[0].isalpha()), 0)
    at = 0
    while at < len(words):
        last = _extent(words, at)
        if last < at:
            at += 1
            continue
        run = Run(tokens[at][0], tokens[last][1], tuple(words[at : last + 1]), "", at == opening, titled)
        yield from _trimmed(run, tokens[at : last + 1], tables)
        at = last + 1


def _extent(words: Sequence[str], at: int) -> int:
    """Return the last index of the run of name words that begins at `at`, or `at - 1` where none begins."""
    last, index = at - 1, at
    while index < len(words):
        word = words[index]
        if _is_name_word(word):
            last = index
            if word.endswith(_POSSESSIVE):
                break
        elif word.lower() not in _CONNECTORS or last < at or index != last + 1:
            break
        index += 1
    return last


def _is_name_word(word: str) -> bool:
    return word[0].isupper() and (len(word) > 1 or word not in {"I", "A"})


def _trimmed(run: Run, tokens: Sequence[Offsets], tables: Kinds) -> Iterator[Run]:
    """Yield the run without a common word at the sentence's start, without titles, and without a possessive mark."""
    words, last = run.words, len(run.words) - 1
    common = int(run.opens and is_common(words[0]))
    first = common + tables.title_length(words[common:])
    title = " ".join(words[common:first])
    while first <= last and words[first].lower() in _CONNECTORS:
        first += 1
    if first > last or (first == last and is_common(words[first])):
        return
    bare = words[last].removesuffix("’s").removesuffix("'s").rstrip("’'")
    start, end = tokens[first][0], tokens[last][0] + len(bare)
    if bare:
        yield Run(start, end, (*words[first:last], bare), title, run.opens and not common, run.titled_sentence)
