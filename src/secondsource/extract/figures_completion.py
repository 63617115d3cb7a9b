"""What the words leave to the reader: a toll counts the dead, "another 3,000" counts what was counted before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from secondsource.extract.figures_nouns import Counted, phrase
from secondsource.extract.figures_predicates import Act, happens
from secondsource.extract.figures_tolls import MOVES, POINTERS, TOLLS, TOTALS, Place, dead, fallen, of_a_toll
from secondsource.extract.figures_words import AUXILIARIES, Tables, hits, noun
from secondsource.records import Figure, FigureKind
from secondsource.text.lattice import listed
from secondsource.text.quantities_units import TIMES

Known = tuple[Tables, Counted, Act | None]

_GROUPS = frozenset(
    listed(
        "crew team group gang party band squad staff force army fleet convoy delegation crowd class jury panel "
        "population contingent congregation family household mission unit"
    )
)
"""What is of so many: "a crew of seven"; a father of four and the shooting of five are not."""
_MASSES = frozenset(listed("population membership turnout attendance workforce headcount casualties deaths fatalities"))
_SIZES = frozenset(
    listed("number numbered numbers total totaled totalled totals exceeded reached is was are were has had")
)
_BARE = frozenset({"reached", "is", "was", "are", "were", "has", "had"})
_ALONE = frozenset({"percent", "time", "share"}) | TIMES
_PUTS = frozenset(["put", "puts", "putting", "estimate", "estimates", "estimated", "set"])
_REACH, _SIGHT = 14, 40


def completed(  # noqa: PLR0911 one return a form
    figure: Figure, place: Place, known: Known, before: Sequence[Figure]
) -> Figure:
    """Return `figure` with noun, unit and predicate where the text leaves them out.

    Args:
        figure: as far as its own words tell.
        place: its sentence, and its number among the sentence's quantities.
        known: the tables, the counted noun and the predicate that its own words give.
        before: the document's earlier figures.
    """
    index, what, does = known
    if figure.kind == "rank":
        ranked = next((other.noun for other in reversed(before[-3:]) if other.kind == "rank"), "")
        return replace(figure, unit="rank", noun=figure.noun or ranked, predicate="")
    if figure.unit == "percent":
        return figure if what.partitive_of else replace(figure, noun="percent")
    if not what.head and figure.unit.isupper():
        return replace(figure, noun=_thing(place))
    if figure.unit == "time" or what.head in {"times", "time"}:
        return _times(figure, index, does)
    if _points_back(figure, place):
        return replace(figure, noun="", unit="", predicate="")
    if figure.predicate in {"", "rose"} and figure.unit in {"", "person"} and of_a_toll(place):
        return dead(figure, place, index, what)
    if what.head and not what.partitive:
        return _inherited_act(figure, (place, what.last), before)
    return _named(figure, place, known, before) if figure.unit in {"", "share"} else figure


def _times(figure: Figure, index: Tables, does: Act | None) -> Figure:
    """`fined twice` counts fines."""
    event = does.row.noun if does and does.row.noun != "persons" else ""
    row = noun(index, event)
    return replace(figure, noun=event or "times", unit=row.unit if row else "time")


def _thing(place: Place) -> str:
    """Return what money is: the fine in "a fine of £5,000"."""
    words, at = place
    first = words.places[at][0]
    thing = words.word(first - 2) if words.word(first - 1) == "of" else ""
    return thing if thing.isalpha() else ""


def _points_back(figure: Figure, place: Place) -> bool:
    """Return whether this is a small number of what is known anyway: "the two nations"."""
    words, at = place
    first = words.places[at][0]
    small = figure.bound == "=" and figure.high is not None and figure.high < 10 and words.word(first).isalpha()
    return small and (figure.unit == "group" or (words.word(first - 1) in POINTERS and not figure.predicate))


def _behind(place: Place) -> list[str]:
    words, at = place
    first = words.places[at][0]
    floor = max(first - _REACH, words.since(at))
    return words.line.words[floor:first]


def _named(  # noqa: PLR0911 one return a form
    figure: Figure, place: Place, known: Known, before: Sequence[Figure]
) -> Figure:
    """Name what a number without a noun counts."""
    index, what, does = known
    behind = _behind(place)
    if not TOLLS.isdisjoint(behind):
        return dead(figure, place, index, what)
    stated = _number_of(place, index) or _crew(place, index)
    if stated:
        row = noun(index, stated.head)
        act = next((row.predicate for *_, row in hits(index, place[0].line, stated.last - 2, stated.last + 1)), "")
        return replace(figure, noun=stated.noun, unit=row.unit if row else "", predicate=act or figure.predicate)
    fell = fallen(place, index)
    if fell:
        return replace(figure, noun="persons", unit="person", predicate=fell)
    put = _put(place, index) or _sized(place, index)
    if put:
        row, hit = noun(index, put.head), next(hits(index, place[0].line, put.last - 1, put.last), None)
        own = figure.predicate if figure.predicate not in {"rose", "fell"} else ""
        act = hit[2].predicate if hit else own
        return replace(figure, noun=put.noun, unit=row.unit if row else "", predicate=act)
    totals = not TOTALS.isdisjoint(behind)
    if does and does.row.noun and not totals and not what.partitive:
        row = noun(index, does.row.noun)
        return replace(figure, noun=does.row.noun, unit=figure.unit or (row.unit if row else ""))
    last = next((other for other in reversed(before) if other.noun and not _alone(other)), None)
    if what.partitive and not _beside(place, last) and (named := _antecedent(place, index)):
        row = noun(index, named)
        return replace(figure, noun=named, unit=row.unit if row else "")
    if what.head == "others" and not _beside(place, last):
        persons = does is not None and does.row.noun == "persons"
        return replace(figure, noun="persons", unit="person") if persons else figure
    large = max(figure.low or 0, figure.high or 0) >= 1000 or figure.bound != "="
    linked = does or totals or what.partitive or large or figure.kind != "total" or _beside(place, last)
    finite = _finite(place, what)
    return _inherited(figure, last, finite=finite) if last and linked else figure


def _alone(figure: Figure) -> bool:
    """Return whether no bare number behind can count the same: money has its sign each time, a tremor its size once."""
    return figure.unit in _ALONE or figure.noun == "magnitude" or (len(figure.unit) == 3 and figure.unit.isupper())


def _number_of(place: Place, index: Tables) -> Counted | None:
    """Return the noun of "the number of people affected" before the number, if it stands in this sentence."""
    words, at = place
    first = words.places[at][0]
    for left in range(first - 2, max(0, first - 14) - 1, -1):
        if words.word(left) in TOTALS and words.word(left + 1) == "of":
            return phrase(words, left + 2, first, index)
    return None


def _crew(place: Place, index: Tables) -> Counted | None:
    """Return the crew in "a crew of seven"."""
    words, at = place
    first = words.places[at][0]
    word = words.word(first - 2)
    if words.word(first - 1) != "of" or word not in _GROUPS or noun(index, word) is None:
        return None
    return Counted(words.line.forms[first - 2], word, first - 1)


def _put(place: Place, index: Tables) -> Counted | None:
    """Return the noun of "put the crowd at 60,000"."""
    words, at = place
    first = words.places[at][0]
    if words.word(first - 1) != "at":
        return None
    verb = next((left for left in range(first - 2, max(-1, first - 7), -1) if words.word(left) in _PUTS), None)
    if verb is None or words.word(verb + 1) not in {"the", "its", "their"}:
        return None
    found = phrase(words, verb + 2, first - 1, index, single=True)
    return found if found and found.head not in TOTALS else None


def _sized(place: Place, index: Tables) -> Counted | None:
    """Return the noun before a verb that only tells its size: "arrests rose to 340", "its population is 3 million"."""
    words, at = place
    verb = words.places[at][0] - 1
    verb -= words.word(verb) in {"to", "at"}
    sizes = words.word(verb + 1) in {"to", "at"} and words.word(verb) in MOVES
    if not sizes and words.word(verb) not in _SIZES:
        return None
    last = verb
    while words.word(last - 1) in AUXILIARIES or words.word(last - 1).endswith("ly"):
        last -= 1
    last -= words.word(last - 1) in {"numbers", "levels"}  # troop numbers
    head = words.word(last - 1)
    countable = noun(index, head) is not None and (head.endswith("s") or last < verb or head in _MASSES)
    if not countable or (words.word(verb) in _BARE and head not in _MASSES):
        return None
    return Counted(head, head, last)


def _antecedent(place: Place, index: Tables) -> str:
    """Return the nearest countable plural before the number: "a book of tickets was kept and 53 of them burned"."""
    words, at = place
    first = words.places[at][0]
    for left in range(first - 1, max(-1, first - _SIGHT), -1):
        word = words.word(left)
        row = noun(index, word) if word.endswith("s") else None
        if row is not None and row.unit not in _ALONE:
            return word
    return ""


def _beside(place: Place, last: Figure | None) -> bool:
    words, _ = place
    return last is not None and words.line.starts[0] <= last.span.start < words.line.ends[-1]


def _finite(place: Place, what: Counted) -> bool:
    """Return whether a verb follows, so that the number has an act of its own: "four others were in hospital"."""
    return what.head in {"others", ""} and place[0].word(what.last) in AUXILIARIES


def _inherited(figure: Figure, last: Figure, *, finite: bool) -> Figure:
    if finite:
        kind: FigureKind = "total" if figure.kind == "increment" and not figure.predicate else figure.kind
        return replace(figure, noun=figure.noun or last.noun, unit=figure.unit or last.unit, kind=kind)
    unit = last.unit if figure.unit in {"", "share"} else figure.unit
    named = replace(figure, noun=figure.noun or last.noun, unit=unit)
    return named if figure.predicate not in {"", last.predicate} else _same_act(named, last)


def _same_act(figure: Figure, last: Figure) -> Figure:
    """Return `figure` with predicate, actor and place of the one before it."""
    return replace(
        figure,
        predicate=last.predicate,
        subject=figure.subject or last.subject,
        object_=figure.object_ or last.object_,
    )


def _inherited_act(figure: Figure, noun_place: tuple[Place, int], before: Sequence[Figure]) -> Figure:
    """Take the predicate of the figure before it: "800 shells and at least 60 missiles", "another 3,000 men".

    A number with a verb of its own does not ("and four others were in hospital").
    """
    (words, at), noun_last = noun_place
    last = before[-1] if before and _beside((words, at), before[-1]) else None
    word = words.word(words.places[at][0] - 1)
    joined = word in {"and", "or", ",", "including"} or (
        figure.kind == "increment" and not word.endswith(("ed", "ing"))
    )
    finite = words.word(noun_last) in AUXILIARIES
    if last is None or figure.predicate or not happens(last.predicate, figure.unit) or finite or not joined:
        return figure
    if figure.kind == "increment" and last.unit != figure.unit:
        return figure
    return _same_act(figure, last)
