"""Does a content say that it is so, or that it is not?

A plain "no ransom was paid" takes the other side of "a ransom was paid" though its cue is only `said`.
Source: negation cues after Morante and Daelemans 2012 (ConanDoyle-neg); only those near the head of the content count,
since a later "not" mostly belongs to another clause.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence

from secondsource.lexicon.tables import Lexicon
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

_DECIDED: frozenset[Stance] = AGAINST | {"admits"}


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


def stances(group: Sequence[Proposition], lexicon: Lexicon) -> list[Stance]:
    """Return what each of `group` does with the one proposition that they share.

    Where others say that it is so, who says that it is not denies it, whatever verb carries him; where nobody says that
    it is so, a plain negative (without `denied` or the like) is a statement like any other.
    """
    affirmed = [
        (each, stems(each.text)) for each in group if each.stance not in AGAINST and not denied_words(each.text)
    ]
    explicit = [each for each in group if _denying(lexicon) & set(_WORD.findall(each.cue.lower()))]
    if not explicit and (not affirmed or _one_party(group)):
        return ["says" if each.stance in AGAINST else each.stance for each in group]
    if not affirmed:
        denied = frozenset().union(*(stems(each.text) for each in explicit))
        return ["denies" if _denies_again(each, denied) else each.stance for each in group]
    return ["denies" if _answers(each, affirmed) else each.stance for each in group]


def _one_party(group: Sequence[Proposition]) -> bool:
    said = [each for each in group if each.origin.attributed]
    found = {each.stance for each in said}
    return len({each.origin.name for each in said}) == 1 and found > {"denies"} and "admits" not in found


@functools.lru_cache(maxsize=8)
def _denying(lexicon: Lexicon) -> frozenset[str]:
    """Return the words that mark a denial themselves."""
    return frozenset(form for cue in lexicon.cues if cue.stance in AGAINST for form in (cue.phrase, *cue.forms))


def _denies_again(each: Proposition, denied: frozenset[str]) -> bool:
    """Tell whether a plain negative negates a word of what others deny in so many words (`has paid no ransom`)."""
    return each.attribution is not None and each.stance not in _DECIDED and bool(denied_words(each.text) & denied)


def _answers(each: Proposition, plain: Sequence[tuple[Proposition, frozenset[str]]]) -> bool:
    """Tell whether an attributed negative negates a word that another party affirms."""
    if each.attribution is None or each.stance in _DECIDED:
        return False
    words = denied_words(each.text)
    return any(
        other.origin.name != each.origin.name and other.stance not in AGAINST and words & said for other, said in plain
    )
