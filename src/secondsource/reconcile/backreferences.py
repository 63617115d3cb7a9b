"""What `these allegations`, `the reports`, `that it had not` and `the same thing` point back to.

Source: the nearest antecedent in the same document (Hobbs 1978); a denial answers what was alleged of the denier.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from secondsource.reconcile import contents
from secondsource.reconcile.independence import AGAINST
from secondsource.reconcile.propositions import Proposition

_THING = (
    r"allegations?|accusations?|claims?|charges?|reports?|suggestions?|assertions?|statements?|rumou?rs?|involvement"
    r"|responsibility|wrongdoing"
)
_ANAPHOR = re.compile(
    rf"^[\"“'‘]?(?:that\s+|for\s+)?(?:(?:all|any|both)\s+)?(?:of\s+)?(?:(?:the|these|those|this|such|its?|his|her|their|any)\s+)?"
    rf"(?:[\w’'-]+\s+)?(?:{_THING}|this|it|them|these|those|so)"
    r"(?:[.,”\"]*$|,\s|\s+(?:and|but|as|in|on|at|when|while|for|through|by)\b)",
    re.IGNORECASE,
)
_ELLIPSIS = re.compile(
    r"^(?:that\s+)?(?:it|he|she|they|we|i)\s+(?:had|has|have|did|does|do|was|were|is|are|would|could|will)"
    r"(?:\s+not|n[’']t)?[.,”\"]*$",
    re.IGNORECASE,
)
_SAME = re.compile(r"^(?:that\s+)?(?:much\s+)?the same(?:\s+thing)?\b", re.IGNORECASE)
_AGAIN = re.compile(r"\b(?:repeat|reiterat|maintain|insist|reaffirm|again|still)\w*", re.IGNORECASE)


_ABOUT_HIM = 2
"""Rank of what merely names the speaker; what the storyline says that he did comes before it."""

Names = Mapping[str, frozenset[str]]
"""The names (lower case) under which the articles know each party."""


def references(
    found: Sequence[Proposition], acts: Mapping[str, frozenset[str]], names: Names, weight: contents.Weights
) -> Iterator[tuple[str, str]]:
    """Yield (id, id of what it points back to) for each content that only points back.

    `acts` are the parties whose acts each content reports, by its id.
    """
    said = [each for each in found if each.attribution]
    for each in said:
        target = _antecedent(each, said, acts, names) or _said_again(each, said, weight)
        if target is not None:
            yield each.id, target.id


def points_back(each: Proposition) -> bool:
    """Tell whether the content has no words of its own and only points to another."""
    words = each.text.strip()
    return bool(_ANAPHOR.match(words) or _ELLIPSIS.match(words) or _SAME.match(words))


def _antecedent(
    each: Proposition, found: Sequence[Proposition], acts: Mapping[str, frozenset[str]], names: Names
) -> Proposition | None:
    if not points_back(each):
        return None
    words = each.text.strip()
    before = [
        other
        for other in found
        if other.span.doc_id == each.span.doc_id and other.span.start < each.span.start and not points_back(other)
    ]
    if _ELLIPSIS.match(words) or _SAME.match(words):
        return max(before, key=lambda other: other.span.start, default=None)
    near = _alleged(each, before, acts, names)
    if near and near[0] != _ABOUT_HIM:
        return near[1]
    return _alleged_elsewhere(each, found, acts, names) or (near[1] if near else None)


def _alleged(
    each: Proposition, before: Sequence[Proposition], acts: Mapping[str, frozenset[str]], names: Names
) -> tuple[int, Proposition] | None:
    """Return with its rank the nearest allegation in the document, one about an act of the speaker before any other."""
    others = [other for other in before if other.origin.name != each.origin.name and other.stance not in AGAINST]
    ranked = [
        (
            (other.stance == "alleges")
            + 2 * concerns(other, each.origin.name, names)
            + 4 * (each.origin.name in acts.get(other.id, frozenset())),
            other.span.start,
            other.id,
        )
        for other in others
    ]
    best = max(ranked, default=None)
    if best is None or best[0] == 0:
        return None
    return best[0], next(other for other in others if other.id == best[2])


def _alleged_elsewhere(
    each: Proposition, found: Sequence[Proposition], acts: Mapping[str, frozenset[str]], names: Names
) -> Proposition | None:
    """Return the storyline's latest report of an act of the speaker, or allegation about him, known by then."""
    known = [
        other
        for other in found
        if other.origin.name != each.origin.name
        and other.stance not in AGAINST
        and (other.day is None or each.day is None or other.day <= each.day)
        and not points_back(other)
    ]
    ranked = [
        (rank, str(other.day or ""), other.id, other)
        for other in known
        if (rank := _blames(other, each.origin.name, acts, names))
    ]
    best = max(ranked, key=lambda entry: entry[:3], default=None)
    return best[3] if best else None


def _blames(other: Proposition, party: str | None, acts: Mapping[str, frozenset[str]], names: Names) -> int:
    alleged = other.stance == "alleges" and concerns(other, party, names)
    return 2 * (party in acts.get(other.id, frozenset())) + alleged


def _said_again(each: Proposition, found: Sequence[Proposition], weight: contents.Weights) -> Proposition | None:
    """Return the earlier denial that a party repeats: its own one that shares most words."""
    if each.stance not in AGAINST or not _AGAIN.search(each.cue):
        return None
    own = [
        other
        for other in found
        if other.stance in AGAINST
        and other.id != each.id
        and other.origin.name == each.origin.name
        and str(other.day or "") < str(each.day or "")
    ]
    ranked = [(contents.shared(each.words, other.words, weight), other.id, other) for other in own]
    best = max(ranked, key=lambda entry: entry[:2], default=None)
    return best[2] if best and best[0] > 0 else None


def concerns(other: Proposition, party: str | None, names: Names) -> bool:
    """Tell whether the content names `party`."""
    if party is None:
        return False
    text = other.text.lower()
    return any(name in text for name in names.get(party, frozenset()) | {party.lower()})
