"""Does a content say that it is so, or that it is not?

A plain "no ransom was paid" takes the other side of "a ransom was paid" though its cue is only `said`.
Source: negation cues after Morante and Daelemans 2012 (ConanDoyle-neg); only those near the head of the content count,
since a later "not" mostly belongs to another clause.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from secondsource.reconcile.independence import AGAINST
from secondsource.reconcile.propositions import Proposition
from secondsource.records import Stance

_HEAD = 9
"""Words from the start of the content in which a negation is taken to bear on its main clause."""

_WORD = re.compile(r"[\w’']+")
_NEGATION = re.compile(r"no|not|never|none|nobody|nothing|neither|without|cannot|\w+n[’']t", re.IGNORECASE)


def negated(text: str) -> bool:
    """Tell whether the main clause of `text` says that something is not so.

    >>> negated("that it had paid no ransom"), negated("it had paid a ransom")
    (True, False)
    """
    return any(_NEGATION.fullmatch(word) for word in _WORD.findall(text)[:_HEAD])


def stances(group: Sequence[Proposition]) -> list[Stance]:
    """Return what each of `group` does with the one proposition that they share.

    Where some say that it is so, those who say that it is not deny it, whatever verb carries them; where nobody says
    so, a party's plain negative stays its statement.
    """
    against = [each.stance in AGAINST or (each.stance != "admits" and negated(each.text)) for each in group]
    if all(against):
        return [each.stance for each in group]
    return [
        "denies" if opposed and each.stance not in AGAINST else each.stance
        for each, opposed in zip(group, against, strict=True)
    ]
