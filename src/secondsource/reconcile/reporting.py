"""Tells which attributions bear evidence: words that somebody is said to have said, not what he wishes or does."""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence

from secondsource.lexicon.tables import Cue, Lexicon
from secondsource.records import Attribution, Document

_CLAUSES = frozenset({"that", "whether", "how", "what", "why", "who", "where", "when", "if"})
_SPOKEN = frozenset({"bare", "quote", "object", "post", "finding", "of", "for", "on", "at", "about", "over", "gerund"})


def reports(attribution: Attribution, document: Document, lexicon: Lexicon) -> bool:
    """Tell whether the cue is a listed one with a content that it takes.

    `Observers see a sign of tension` and `villagers wait for answers` are attributions in the sense of PolNeAR, but
    nobody says anything there: neither is evidence, nor makes its document one that names a source.

    Args:
        attribution: with the spans of cue and content.
        document: the text that they point into.
        lexicon: the cue table.
    """
    words = " ".join(document.slice(span) for span in attribution.cue).lower().split()
    listed = _listed(words, _forms(lexicon))
    if listed is None:
        return False
    if listed.kind != "verb" or listed.stance != "says" or _SPOKEN & set(listed.takes):
        return True
    first = document.slice(attribution.content[0]).lower().split()[:1] if attribution.content else []
    return bool(first) and (first[0] in _CLAUSES or first[0] == "to" or attribution.quoted != "indirect")


@functools.lru_cache(maxsize=4)
def _forms(lexicon: Lexicon) -> Mapping[tuple[str, ...], Cue]:
    return {tuple(form.split()): cue for cue in lexicon.cues for form in cue.forms}


def _listed(words: Sequence[str], forms: Mapping[tuple[str, ...], Cue]) -> Cue | None:
    """Return the first listed cue among the words, of two that begin together the longer."""
    spans = ((at, stop) for at in range(len(words)) for stop in range(min(len(words), at + 5), at, -1))
    return next((forms[key] for at, stop in spans if (key := tuple(words[at:stop])) in forms), None)
