"""Brings together what the encoder read and what rules read: the encoder finds more, rules know quotation marks better.

Source: development part of PolNeAR.  Of the contents on which the two differ the encoder's is right twice as often,
but where a rule keeps to quotation marks and so takes fewer words, the rule's is right four times as often.
"""

from __future__ import annotations

import bisect
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from secondsource.extract.attributions_cues import CueIndex, CueMatch
from secondsource.extract.attributions_speech import Utterance
from secondsource.lexicon.tables import Cue
from secondsource.text.segment import tokens

if TYPE_CHECKING:
    from collections.abc import Sequence

    from secondsource.records import Offsets, Roles

_NEGATIONS = frozenset({"not", "never", "neither", "nobody", "cannot"})
_REACH = 3
"""Words before a cue among which a negation is its own (`has not yet said`)."""


def merged(text: str, roles: Sequence[Roles], ruled: Sequence[Utterance], cues: CueIndex) -> list[Utterance]:
    """Return one utterance for each cue that either side read.

    Of a cue that both read, the rule's reading gives stance and citation.  A cue that only rules read is kept where it
    stands inside another content (the encoder reads the outermost layer only) or introduces quoted words.  Where the
    encoder read nothing, as in an analysis that another pipeline made, rules stand alone.

    Args:
        text: the document's text.
        roles: what the encoder read.
        ruled: what rules read.
        cues: the cue table, which gives its stance to a cue that only the encoder read.
    """
    if not roles:
        return list(ruled)
    ordered = sorted(ruled, key=lambda utterance: utterance.cue)
    starts = [utterance.cue for utterance in ordered]
    taken: set[Offsets] = set()
    made: list[Utterance] = []
    for read in roles:
        twins = _overlapping(ordered, read.cue[0])
        taken.update(twin.cue for twin in twins)
        made += [_chosen(read, twins[0], starts), *twins[1:]] if twins else [_alone(text, read, cues)]
    contents = sorted(span for each in made for span in each.content)
    rest = (each for each in ordered if each.cue not in taken)
    return [*made, *(each for each in rest if _sure(text, each) or _inside(contents, each.cue))]


def _sure(text: str, ruled: Utterance) -> bool:
    """Tell whether a reading of rules alone is worth keeping: quoted words, a figure, or more than `says`.

    Source: on the development part of PolNeAR these are right often enough to leave F1 as it is; others cost a point.
    """
    if ruled.spoken or ruled.match.cue.stance != "says":
        return True
    return bool(ruled.source) and any(_DIGIT.search(text, start, end) for start, end in ruled.content)


_DIGIT = re.compile(r"\d")


def _overlapping(ordered: Sequence[Utterance], cue: Offsets) -> list[Utterance]:
    """Return the utterances whose cue shares words with `cue`; `ordered` by cue."""
    stop = bisect.bisect_left(ordered, cue[1], key=lambda utterance: utterance.cue[0])
    return [each for each in ordered[max(0, stop - 3) : stop] if each.cue[1] > cue[0]]


def _chosen(read: Roles, twin: Utterance, starts: Sequence[Offsets]) -> Utterance:
    """Return the reading of a cue that both sides read."""
    if twin.cited_by or any(_inside(sorted(twin.content), cue) for cue in starts):
        return twin
    if _closer(read, twin):
        return replace(twin, source=read.source or twin.source)
    return replace(twin, source=read.source or twin.source, cue=read.cue[0], content=list(read.content))


def _closer(read: Roles, twin: Utterance) -> bool:
    """Tell whether a rule's content is better: whole, or kept to quoted words or to the clause before `he said`."""
    if _unbroken(read.content, twin):
        return True
    if not all(any(a <= start and end <= b for a, b in read.content) for start, end in twin.content):
        return False
    if twin.spoken:
        return _size(twin.content) >= _SHARE * _size(read.content)
    return min(twin.content) < twin.cue and twin.match.form != "preposition"


def _unbroken(content: Sequence[Offsets], twin: Utterance) -> bool:
    """Tell whether a rule reads as one content what the encoder broke (`claims, repeated by some, that it paid`)."""
    ends = (content[0][0], content[-1][1])
    return len(content) > len(twin.content) == 1 and twin.content[0] == ends and not _inside([ends], twin.cue)


_SHARE = 0.3
"""Share of the encoder's content below which a rule has read only the end of longer speech."""


def _size(spans: Sequence[Offsets]) -> int:
    return sum(end - start for start, end in spans)


def _alone(text: str, read: Roles, cues: CueIndex) -> Utterance:
    return Utterance(_match(text, read.cue[0], cues), read.source, read.cue[0], list(read.content))


def _match(text: str, cue: Offsets, cues: CueIndex) -> CueMatch:
    """Return what the cue table says of a cue that no rule read; an unlisted one says."""
    words = [text[start:end].lower() for start, end in tokens(text, *cue)]
    before = text[max(0, cue[0] - 40) : cue[0]].lower().split()[-_REACH:]
    negated = any(word in _NEGATIONS or word.endswith(("n't", "n’t")) for word in (*before, *words))
    known = next((found for at in range(len(words)) if (found := _listed(words[at:], cues))), None)
    listed = known or Cue(" ".join(words), "says", "verb", (), ())
    return CueMatch(0, 0, 0, listed, "finite" if listed.kind == "verb" else listed.kind, negated)


def _listed(words: Sequence[str], cues: CueIndex) -> Cue | None:
    phrases = cues.phrases.get(words[0], ())
    return next((cue for phrase, cue in phrases if tuple(words[: len(phrase)]) == phrase), None)


def _inside(contents: Sequence[Offsets], cue: Offsets) -> bool:
    at = bisect.bisect_right(contents, (cue[0], cue[1]))
    return any(end >= cue[1] for _, end in contents[max(0, at - 3) : at])
