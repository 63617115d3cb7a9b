"""Finds names by rule: runs of capitalised words, cut at titles and sorted by head word, table and context."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from secondsource.analyse.names import HEADLINE_SHARE, Kinds, Run, is_common, kinds, words
from secondsource.lexicon.tables import Lexicon
from secondsource.records import Document, Mention, MentionKind, Offsets

_CONNECTORS = words("of de del della da di du al el la bin bint van von der den ibn &")
_POSSESSIVE = ("’s", "'s", "s’", "s'")


def mentions(
    document: Document, sentences: Sequence[Offsets], tokens: Sequence[Offsets], lexicon: Lexicon
) -> list[Mention]:
    """Return the names in the given sentences, in order, without overlap.

    A title before a name (`Gov.`, `Defense Minister`) is no part of the mention.  In a sentence set in title case only
    names that running text repeats are kept.

    Args:
        document: gives the text.
        sentences: half-open code point offsets into the document's text, in order.
        tokens: likewise.
        lexicon: titles, states, agencies and outlets.
    """
    tables = kinds(lexicon)
    runs = list(_runs(document.text, sentences, tokens, tables))
    running = {run.words for run in runs if not run.titled_sentence}
    inside = frozenset(word for run in runs if not (run.opens or run.titled_sentence) for word in run.words)
    named = _named(document.text, runs, tables)
    return [
        Mention((run.start, run.end), named[run.words])
        for run in runs
        if (not run.titled_sentence or run.words in running) and (not run.opens or run.trusted(inside))
    ]


def joined(text: str, read: Sequence[Mention], ruled: Sequence[Mention], lexicon: Lexicon) -> list[Mention]:
    """Return what rules found, with the finer sort that the encoder gives it, and what only the encoder read, in order.

    Who speaks for whom rests on extent and kind as rules give them: a title is no part of a name, and a name that no
    table, title or head word tells is "other", which a state may be (`Tollandia said`); so is a single word that only
    the encoder takes for a name.  A part of a title (`the Defense Minister`) is none.
    """
    tables = kinds(lexicon)
    fine = {mention.span: mention.fine for mention in read}
    taken = [mention.span for mention in ruled]
    found = [replace(mention, fine=fine.get(mention.span, "")) for mention in ruled]
    alone = (
        each
        for each in read
        if not any(a < each.span[1] and each.span[0] < b for a, b in taken) and not _of_a_title(text, each.span, tables)
    )
    found += [each if " " in text[slice(*each.span)] else replace(each, kind="other") for each in alone]
    return sorted(found, key=lambda mention: mention.span)


def _of_a_title(text: str, span: Offsets, tables: Kinds) -> bool:
    following = text[span[1] : span[1] + _TITLE].split()[:1]
    return bool(following) and tables.is_title((*text[slice(*span)].split(), following[0].rstrip(".,;:")))


_TITLE = 24
"""Characters in which the last word of a title stands."""


def _named(text: str, runs: Sequence[Run], tables: Kinds) -> dict[tuple[str, ...], MentionKind]:
    """Return one kind for each name of the document: what any of its mentions shows counts for all."""
    seen: dict[tuple[str, ...], set[MentionKind]] = {}
    for run in runs:
        seen.setdefault(run.words, set()).add(tables.kind(text, run))
    full = [name for name, found in seen.items() if "person" in found and len(name) > 1]
    parts = {part for name in full for part in (name[0], name[-1])}
    return {
        name: "person" if name[0] in parts and len(name) == 1 else _strongest(found) for name, found in seen.items()
    }


def _strongest(found: set[MentionKind]) -> MentionKind:
    return next(kind for kind in _ORDER if kind in found)


_ORDER: tuple[MentionKind, ...] = ("person", "organisation", "place", "other")


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
    spelled = [text[start:end] for start, end in tokens]
    alphabetic = [word for word in spelled if word[0].isalpha()]
    enough = len(alphabetic) > (5 if spelled[-1] == "." else 3)
    titled = enough and sum(word[0].isupper() for word in alphabetic) > HEADLINE_SHARE * len(alphabetic)
    opening = next((index for index, word in enumerate(spelled) if word[0].isalpha()), 0)
    at = 0
    while at < len(spelled):
        last = _extent(spelled, at)
        if last < at:
            at += 1
            continue
        run = Run(tokens[at][0], tokens[last][1], tuple(spelled[at : last + 1]), "", at == opening, titled)
        yield from _trimmed(run, tokens[at : last + 1], tables)
        at = last + 1


def _extent(spelled: Sequence[str], at: int) -> int:
    """Return the last index of the run of name words that begins at `at`, or `at - 1` where none begins."""
    last, index = at - 1, at
    while index < len(spelled):
        word = spelled[index]
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
    spelled, last = run.words, len(run.words) - 1
    common = int(run.opens and is_common(spelled[0]))
    first = common + tables.title_length(spelled[common:])
    title = " ".join(spelled[common:first])
    while first <= last and spelled[first].lower() in _CONNECTORS:
        first += 1
    bare = spelled[last].removesuffix("’s").removesuffix("'s").rstrip("’'")
    if first > last or not bare or (first == last and is_common(bare)) or tables.is_title((*spelled[first:last], bare)):
        return
    start, end = tokens[first][0], tokens[last][0] + len(bare)
    yield Run(start, end, (*spelled[first:last], bare), title, run.opens and not common, run.titled_sentence)
