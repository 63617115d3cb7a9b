"""Tells how a cue verb stands in its clause (finite, participle, passive), or that it is a noun there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from secondsource.extract import attributions_grammar as grammar

if TYPE_CHECKING:
    from secondsource.extract.attributions_frames import Frame
    from secondsource.lexicon.tables import Cue

INVARIANT = frozenset({"put", "read", "set", "forecast", "bet", "hit"})
"""Verbs whose past form is their base form."""

_PRONOUN_LIKE = grammar.words("this that these those some many most several few all both her another each")
_BEFORE_GERUND = grammar.words("after before by without while for from in besides despite of")
_RAISING = grammar.words(
    "went goes continued continues began seemed seems appeared appears proceeded used going rushed"
)
_NOUN_LIKE = grammar.words(
    "state rule note post tweet plan offer support back call show find view brand project charge fault order "
    "detail list text email blog read press promise threat attack protest question challenge champion request "
    "demand report claim comment remark praise cry laugh joke smile sigh hope wish fear doubt guess bet forecast "
    "estimate welcome signal regret reply answer counter reason experience contest favor favour blame stress "
    "complaint vow pledge appeal dispute dream scream shout whisper warning quote label term address update want "
    "wonder reveal need"
)
"""Verbs whose present forms are common nouns too; they count only where a complement opens behind them."""


FormName = Literal["finite", "participle", "passive"]


@dataclass(frozen=True, slots=True)
class VerbForm:
    """How a cue verb stands; its verb group begins at item `group`."""

    form: FormName
    group: int
    negated: bool


@dataclass(frozen=True, slots=True)
class _Group:
    """The verb group that ends in a cue: its first item, its auxiliaries, whether it is negated or raised."""

    first: int
    auxiliaries: tuple[str, ...]
    negated: bool
    raised: bool


def verb_form(frame: Frame, first: int, last: int, cue: Cue) -> VerbForm | None:
    """Return how the verb at items `first` to `last` stands, None where it is no reporting verb."""
    group = _group(frame, first)
    form = _form(frame, _Place(first, last, group, cue))
    return VerbForm(form, group.first, group.negated) if form else None


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a cue verb stands, with its verb group."""

    first: int
    last: int
    group: _Group
    cue: Cue

    @property
    def base(self) -> str:
        """The dictionary form of the verb."""
        return self.cue.phrase.split()[0]


def _form(frame: Frame, place: _Place) -> FormName | None:
    group, word = place.group, frame.low(place.first)
    if word.endswith("ing") and word != place.base:
        if any(auxiliary in grammar.BE for auxiliary in group.auxiliaries):
            return "finite"
        return "participle" if _is_participle(frame, place) else None
    if group.raised:
        return "finite"
    infinitive = word == place.base and frame.low(group.first - 1) == "to"
    noun = bool(group.auxiliaries) and word != place.base and word in _present_forms(place.base)
    if infinitive or noun:
        return None
    if group.auxiliaries:
        passive = group.auxiliaries[-1] in grammar.BE and word not in _present_forms(place.base)
        return "passive" if passive and frame.low(place.last) != "saying" else "finite"
    return "finite" if _reports(frame, place, word) else None


def _is_participle(frame: Frame, place: _Place) -> bool:
    first, last = place.group.first, place.last
    before, low = frame.category(first - 1), frame.low(first - 1)
    if before in {"determiner", "possessive", "number", "auxiliary"} or frame.low(last + 1) in grammar.REFLEXIVES:
        return False
    if before == "preposition":
        return low in _BEFORE_GERUND
    speaks = bool({"quote", "bare"} & set(place.cue.takes))
    noun_before = before in {"word", "name"} and not (speaks and _accompanies(frame, first - 1))
    return not noun_before or (not low.endswith(("ing", "ed")) and _complemented(frame, last))


def _accompanies(frame: Frame, at: int) -> bool:
    """Tell whether the noun phrase that ends at `at` follows `with` (`with one group reporting 150 deaths`)."""
    while frame.category(at) in {"name", "word", "determiner", "number", "possessive"}:
        at -= 1
    return frame.low(at) == "with"


def _complemented(frame: Frame, last: int) -> bool:
    """Tell whether a clause or quoted words follow (`a tweet saying …`, but not `a Senate hearing that lasted`)."""
    if frame.category(last + 1) == "quote":
        return True
    return frame.low(last + 1) in grammar.COMPLEMENTISERS and not frame.verb_at(last + 2)


def _present_forms(base: str) -> frozenset[str]:
    if base.endswith("y") and base[-2] not in "aeiou":
        return frozenset({base, base[:-1] + "ies"})
    return frozenset({base, base + "s", base + "es"})


def _reports(frame: Frame, place: _Place, word: str) -> bool:
    """Tell a simple present or past form that reports from a noun or an adjective (`the alleged thief`)."""
    before = place.group.first - 1
    if word in _present_forms(place.base) and word not in INVARIANT:
        if frame.category(before) == "conjunction":
            determined = frame.category(place.last + 1) in {"determiner", "possessive"} and word != place.base
            return _opens_clause(frame, place.last) or determined
        return _present(frame, place, before)
    barred = {"determiner", "possessive", "preposition"} | ({"number"} if place.base in _NOUN_LIKE else set())
    attributive = frame.category(before) in barred
    return not (attributive and frame.low(before) not in _PRONOUN_LIKE) and frame.low(place.last + 1) != "by"


_PAPERS = frozenset({"reports", "shows", "plans", "claims", "offers"})
"""Plural nouns that look like verbs (`new reports show`)."""


def _quotes(frame: Frame, last: int) -> bool:
    marked = frame.low(last + 1) in {",", ":"} and frame.category(last + 2) == "quote"
    return marked or frame.category(last + 1) == "quote"


def _opens_clause(frame: Frame, last: int) -> bool:
    return _quotes(frame, last) or (frame.low(last + 1) in grammar.COMPLEMENTISERS and not frame.verb_at(last + 2))


def _present(frame: Frame, place: _Place, before: int) -> bool:
    """Tell a verb in the present from the same form as a noun (`reports`, `claim`)."""
    low, category = frame.low(before), frame.category(before)
    noun_like = place.base in _NOUN_LIKE
    if category is None or low.endswith(("’s", "'s", "’", "'")) or _after_base(frame, before):
        return False
    if noun_like and (frame.finite(before) or grammar.takes_noun(low)) and low not in _PAPERS:
        return False
    counted = category == "number" and not noun_like
    if (
        not counted
        and category in {"determiner", "possessive", "preposition", "number", "to", "mark"}
        and low not in _PRONOUN_LIKE
    ):
        return low in {",", "—", "–"} and (not noun_like or _opens_clause(frame, place.last))
    agrees = frame.low(place.first) != place.base or _plural(frame, before)
    opens = _quotes(frame, place.last) or (
        bool({"that", "bare", "quote"} & set(place.cue.takes)) and _opens_clause(frame, place.last)
    )
    if category in {"name", "pronoun", "word", "adverb", "subordinator", "aside"} and opens:
        return agrees or not _quotes(frame, place.last)
    return agrees and _complement_begins(frame, place, before, noun_like=noun_like)


def _complement_begins(frame: Frame, place: _Place, before: int, *, noun_like: bool) -> bool:
    """Tell whether what follows can be an object or a bare clause, or whether the clause stood before the verb."""
    after, low = frame.category(place.last + 1), frame.low(place.last + 1)
    if not noun_like or place.last > place.first:
        counted = frame.category(place.last + 2) == "number" or frame.low(place.last + 2) in {"least", "most"}
        return after != "preposition" or place.last > place.first or counted or low in {"in", "on"}
    if after is None or low in {".", ","}:
        return frame.category(before) in {"word", "name", "pronoun"} and bool({"bare", "post"} & set(place.cue.takes))
    return after in {"determiner", "possessive", "pronoun", "name", "number"} or (
        low == "to" and "to" in place.cue.takes
    )


def _after_base(frame: Frame, at: int) -> bool:
    """Tell whether item `at` is a bare verb behind an auxiliary (`could not make calls`)."""
    return frame.category(at) == "word" and frame.category(at - 1) in {"auxiliary", "negation", "to"}


_PLURAL_ENDS = ("s", "men", "people", "police", "children", "data", "media")


def _plural(frame: Frame, at: int) -> bool:
    low, category = frame.low(at), frame.category(at)
    if category not in {"word", "name", "pronoun"}:
        return True
    if low in {"he", "she", "it", "him"}:
        return False
    if category == "pronoun" or low.endswith(_PLURAL_ENDS):
        return True
    if low in {"%", "percent"} or (low.endswith("ed") and frame.low(at - 1).endswith((*_PLURAL_ENDS, "those"))):
        return True
    joined = "and" in {frame.low(at - 1), frame.low(at - 2), frame.low(at - 3)} and category == "name"
    return joined or _plural_head(frame, at)


def _plural_head(frame: Frame, at: int) -> bool:
    """Tell whether the noun before the prepositional phrase that ends at `at` is plural (`analysts at the bank`)."""
    while frame.category(at) in {"name", "word", "determiner", "number", "possessive"} or (
        frame.low(at) == "," and frame.category(at - 1) == "name"
    ):
        at -= 1
    return frame.category(at) == "preposition" and frame.low(at - 1).endswith(_PLURAL_ENDS)


def _group(frame: Frame, first: int) -> _Group:
    at = _behind_raising(frame, first - 1)
    raised, begin = at < first - 1, at + 1
    auxiliaries: list[str] = []
    negated = False
    while at >= 0 and _in_group(frame, at):
        low = frame.low(at)
        contracted = low.endswith(("n't", "n’t"))
        if frame.category(at) == "auxiliary":
            auxiliaries.insert(0, low[:-3] if contracted else low)
        negated = negated or contracted or frame.category(at) == "negation" or low == "cannot"
        begin = at
        at -= 1
    while begin < first and frame.category(begin) == "adverb" and (begin == 0 or frame.category(begin - 1) == "mark"):
        begin += 1
    return _Group(begin, tuple(auxiliaries), negated, raised)


def _behind_raising(frame: Frame, at: int) -> int:
    """Return the item before `went on to`, `continued to` and the like if they end at item `at`, else `at`."""
    if frame.low(at) != "to":
        return at
    verb = at - 1 - (frame.low(at - 1) == "on")
    return verb - 1 if frame.low(verb) in _RAISING else at


def _in_group(frame: Frame, at: int) -> bool:
    if frame.category(at) in {"auxiliary", "adverb", "negation"}:
        return not grammar.holds_subject(frame.low(at))
    return frame.low(at) in {"since", "both", "all"} and frame.category(at - 1) == "auxiliary"
