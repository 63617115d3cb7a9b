"""The words that carry a content, and how much two contents share.

Words are stems; some counted nouns stand for their family (ferry and boat are vessels, passengers and customers are
people), so that a paraphrase still meets its original.
"""

from __future__ import annotations

import functools
import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import repeat

from secondsource.lexicon.tables import Lexicon
from secondsource.text.stems import stem

_WORD = re.compile(r"[^\W_]+(?:[.,]\d+)*")


def word_set(listed: str) -> frozenset[str]:
    """Return the words of a list written as one string."""
    return frozenset(listed.split())


_EMPTY = word_set(
    "a an the this that these those there it its he his him she her they their them we our us i my me you your who whom"
    " whose which what is are was were be been being am do does did done has have had having will would can could may"
    " might shall should must of in on at by for from with to into onto about as and or but if then than so such not no"
    " nor any some all both each other also just only very more most much many said say says saying told tell tells"
    " when where while why how because after before since until during over under again up down out off s t d ll re ve"
    " mr mrs ms dr new one two denial denials claim claims allegation allegations accusation accusations report reports"
)
"""Function words; `more` and the small numerals are too common to tell two contents apart."""

_FAMILIES = frozenset({"people", "troops", "vessels", "documents", "aircraft", "ammunition", "missiles"})
"""Families whose members news exchanges freely; the others hold things that are not alike."""

RARE = 3.0
"""Weight from which a word is telling: it stands in at most one in nineteen contents."""

_QUOTE, _SAME_WORDS = 6, 0.75
"""Content words, and share of all, that two texts do not choose alike by chance."""

Weights = Mapping[str, float]


@functools.lru_cache(maxsize=8)
def _units(lexicon: Lexicon) -> Mapping[str, str]:
    return {
        stem(row.noun): "family:" + row.family
        for row in lexicon.nouns
        if row.family in _FAMILIES and " " not in row.noun
    }


def words(text: str, lexicon: Lexicon) -> frozenset[str]:
    """Return the content words of `text` as stems, counted nouns as their unit."""
    units = _units(lexicon)
    return frozenset(units.get(word, word) for word in stems(text))


def stems(text: str) -> frozenset[str]:
    """Return the stems of the content words of `text`, each as it is."""
    return frozenset(stem(word) for word in _WORD.findall(text.lower().replace("’", "'")) if word not in _EMPTY)


def weights(contents: Iterable[frozenset[str]], names: frozenset[str] = frozenset()) -> Weights:
    """Return how telling each word is: the smoothed inverse document frequency over distinct contents.

    The words of `names` say whom a content is about and little of what it says; they weigh a quarter.

    Source: Robertson, Understanding inverse document frequency, 2004.
    """
    distinct = set(contents)
    counts = Counter(word for content in distinct for word in content)
    total = len(distinct)
    return {word: math.log(1 + total / count) * (0.25 if word in names else 1.0) for word, count in counts.items()}


def shared(one: frozenset[str], other: frozenset[str], weight: Weights) -> float:
    """Return the weight of the shared words over the weight of the shorter content, 0 to 1."""
    both = _weight(one & other, weight)
    least = min(_weight(one, weight), _weight(other, weight))
    return both / least if least else 0.0


def alike(one: frozenset[str], other: frozenset[str], weight: Weights) -> float:
    """Return the weight of the shared words over the weight of all words, 0 to 1 (a weighted Jaccard index)."""
    union = _weight(one | other, weight)
    return _weight(one & other, weight) / union if union else 0.0


def one_utterance(one: frozenset[str], other: frozenset[str]) -> bool:
    """Tell whether two texts have the words of one saying: more of them than two parties choose alike by chance."""
    return len(one & other) >= _QUOTE and alike(one, other, {}) >= _SAME_WORDS


def _weight(content: Iterable[str], weight: Weights) -> float:
    return math.fsum(map(weight.get, content, repeat(1.0)))
