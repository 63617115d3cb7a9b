"""Does a content say that it is so, or that it is not?

A plain "no ransom was paid" takes the other side of "a ransom was paid" though its cue is only `said`.
Source: negation cues after Morante and Daelemans 2012 (ConanDoyle-neg); only those near the head of the content count,
since a later "not" mostly belongs to another clause.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from secondsource.reconcile.contents import stems
from secondsource.reconcile.independence import AGAINST
from secondsource.reconcile.propositions import Proposition
from secondsource.records import Stance

_HEAD = 9
"""Words from the start of the content in which a negation is taken to bear on its main clause."""

_SCOPE = 3
"""Words after a negation of which one must be shared with the other side (`no ransom`, `not yet paid`)."""

_WORD = re.compile(r"[\w’']+")
_NEGATION = re.compile(r"no|not|never|none|nobody|nothing|neither|without|cannot|\w+n[’']t", re.IGNORECASE)


def denied_words(text: str) -> frozenset[str]:
    """Return the stems right behind a negation near the head of `text`.

    >>> sorted(denied_words("that it had paid no ransom"))
    ['ransom']
    """
    words = _WORD.findall(text)
    scopes = [
        " ".join(words[at + 1 : at + 1 + _SCOPE])
        for at, negation in enumerate(words[:_HEAD])
        if _NEGATION.fullmatch(negation)
    ]
    return stems(" ".join(scopes))


def stances(group: Sequence[Proposition]) -> list[Stance]:
    """Return what each of `group` does with the one proposition that they share.

    Where others say that it is so, who says that it is not denies it, whatever verb carries him; where nobody says so,
    a party's plain negative stays its statement.
    """
    denied = [denied_words(each.text) for each in group]
    plain = [(each, stems(each.text)) for each, words in zip(group, denied, strict=True) if not words]
    return [
        "denies"
        if words and each.attribution and each.stance not in _DECIDED and _answers(each, words, plain)
        else each.stance
        for each, words in zip(group, denied, strict=True)
    ]


_DECIDED: frozenset[Stance] = AGAINST | {"admits"}


def _answers(each: Proposition, words: frozenset[str], plain: Sequence[tuple[Proposition, frozenset[str]]]) -> bool:
    return any(
        other.origin.name != each.origin.name and other.stance not in AGAINST and words & said for other, said in plain
    )
