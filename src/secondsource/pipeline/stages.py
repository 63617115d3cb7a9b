"""The registry: every stage with what it reads and writes, in the order in which they run.

A stage is a plain function of `Inputs`; the runner decides from stamps which of them has to run again.  Raising a
stage's `version` makes the next run redo that stage, and those that read its rows, and nothing else.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import TypeVar, cast

from secondsource import analyse, extract, group, link, page, reconcile
from secondsource.analyse.meaning import vectors
from secondsource.errors import PlanError
from secondsource.lexicon.tables import Lexicon
from secondsource.records import (
    HOUSE,
    RULINGS,
    Analysis,
    Anchor,
    Assessment,
    Attribution,
    Claim,
    ClaimRuling,
    Comparison,
    CopyRuling,
    Credit,
    Derived,
    Document,
    Duplicate,
    Entity,
    Evidence,
    Figure,
    FigureRuling,
    Listed,
    Meaning,
    NameRuling,
    Policy,
    SpeakerRuling,
    Story,
    Storyline,
    StoryRuling,
    Summary,
    Time,
)

Row = TypeVar("Row")


class Scope(Enum):
    """What one call of a stage sees: all documents, one document, or one storyline."""

    CORPUS = "corpus"
    DOCUMENT = "document"
    STORYLINE = "storyline"


@dataclass(frozen=True, slots=True)
class Inputs:
    """The rows that a stage asked for, by class, each class in order of id."""

    rows: Mapping[type, tuple[object, ...]]
    lexicon: Lexicon

    def all(self, kind: type[Row]) -> tuple[Row, ...]:
        """Return the rows of `kind`, perhaps none."""
        return cast("tuple[Row, ...]", self.rows.get(kind, ()))

    def one(self, kind: type[Row]) -> Row:
        """Return the only row of `kind`."""
        (row,) = self.all(kind)
        return row


@dataclass(frozen=True, slots=True)
class Stage:
    """One step of the main job.

    `transient` rows are handed to later stages of the same document and never stored.
    """

    name: str
    scope: Scope
    reads: tuple[type[object], ...]
    writes: tuple[type[object], ...]
    run: Callable[[Inputs], Iterable[object]]
    version: str
    transient: bool = False


def copies(inputs: Inputs) -> Iterable[object]:
    """Find who copied whom."""
    return group.uncopied(group.copies(inputs.all(Document), inputs.lexicon), inputs.all(CopyRuling))


def meanings(inputs: Inputs) -> Iterable[object]:
    """Place the opening of a document among others of like meaning."""
    document = inputs.one(Document)
    (vector,) = vectors([group.opening(document)])
    return [group.packed(document.id, vector)]


def stories(inputs: Inputs) -> Iterable[object]:
    """Group the documents into stories, and stories into storylines."""
    documents = inputs.all(Document)
    found = group.stories(documents, inputs.all(Duplicate), inputs.all(Meaning))
    found = group.retold(found, documents, inputs.all(StoryRuling))
    return [*found, *group.storylines(found, documents)]


def agencies(inputs: Inputs) -> Iterable[object]:
    """Name the agencies that documents credit."""
    return group.credited(inputs.all(Document))


def anchors(inputs: Inputs) -> Iterable[object]:
    """Find the day against which each document's relative dates are read."""
    return group.anchors(inputs.all(Document), inputs.all(Story))


def analysis(inputs: Inputs) -> Iterable[object]:
    """Find sentences, tokens, quotations and names."""
    return [analyse.annotate(inputs.one(Document), inputs.lexicon)]


def attributions(inputs: Inputs) -> Iterable[object]:
    """Find who said what, who they are, and by whom it reached the reader."""
    document, found = inputs.one(Document), inputs.one(Analysis)
    for credit in inputs.all(Credit):
        document = dataclasses.replace(document, agency=credit.agency)
    said = extract.attributions(document, found, inputs.lexicon)
    people = link.people(document, found, said, inputs.lexicon)
    heard = link.chains(document, said, people, inputs.lexicon, copies=inputs.all(Duplicate))
    return [*people, *link.respoken(heard, people, inputs.all(SpeakerRuling))]


def times(inputs: Inputs) -> Iterable[object]:
    """Find dates and times, read against the document's anchor."""
    return extract.times(inputs.one(Document), inputs.one(Analysis), inputs.one(Anchor))


def figures(inputs: Inputs) -> Iterable[object]:
    """Find how many of what, and who says so."""
    document, entities, lexicon = inputs.one(Document), inputs.all(Entity), inputs.lexicon
    found = extract.figures(document, inputs.one(Analysis), inputs.all(Time), lexicon, inputs.one(Anchor))
    carried = list(link.carried(document, entities, lexicon, inputs.all(Duplicate)))
    told = link.speakers(found, inputs.all(Attribution), text=document.text, carried=carried)
    return link.recounted(told, inputs.all(FigureRuling))


def claims(inputs: Inputs) -> Iterable[object]:
    """Line up claims over a storyline, count their origins and assess them."""
    names = inputs.all(NameRuling)
    entities, said = link.told_apart(inputs.all(Entity), inputs.all(Attribution), names)
    case = reconcile.Case(
        storyline=inputs.one(Storyline),
        stories={story.id: story for story in inputs.all(Story)},
        documents={document.id: document for document in inputs.all(Document)},
        anchors={anchor.doc_id: anchor for anchor in inputs.all(Anchor)},
        copies=inputs.all(Duplicate),
        entities=entities,
        attributions=said,
        times=inputs.all(Time),
        figures=inputs.all(Figure),
        roots=link.renamed(link.roots(inputs.all(Entity), inputs.all(Document)), names),
        rulings=inputs.all(ClaimRuling),
        listed=inputs.all(Listed),
        policy=next(iter(inputs.all(Policy)), Policy()),
        lexicon=inputs.lexicon,
    )
    found = reconcile.reconcile(case)
    summed = page.summaries(
        case.storyline, case.stories, case.documents, case.copies, claims=found.claims, assessments=found.assessments
    )
    return [*found.claims, *found.evidence, *found.assessments, *found.derived, *found.comparisons, *summed]


STAGES: tuple[Stage, ...] = (
    Stage("meanings", Scope.DOCUMENT, (Document,), (Meaning,), meanings, "1"),
    Stage("copies", Scope.CORPUS, (Document, CopyRuling), (Duplicate,), copies, "2"),
    Stage("stories", Scope.CORPUS, (Document, Duplicate, Meaning, StoryRuling), (Story, Storyline), stories, "2"),
    Stage("anchors", Scope.CORPUS, (Document, Story), (Anchor,), anchors, "2"),
    Stage("agencies", Scope.CORPUS, (Document,), (Credit,), agencies, "1"),
    Stage("analysis", Scope.DOCUMENT, (Document,), (Analysis,), analysis, "3", transient=True),
    Stage(
        "attributions",
        Scope.DOCUMENT,
        (Document, Analysis, Credit, Duplicate, SpeakerRuling),
        (Entity, Attribution),
        attributions,
        "4",
    ),
    Stage("times", Scope.DOCUMENT, (Document, Analysis, Anchor), (Time,), times, "2"),
    Stage(
        "figures",
        Scope.DOCUMENT,
        (Document, Analysis, Anchor, Time, Attribution, Entity, Duplicate, FigureRuling),
        (Figure,),
        figures,
        "6",
    ),
    Stage(
        "claims",
        Scope.STORYLINE,
        (
            Storyline,
            Story,
            Document,
            Anchor,
            Duplicate,
            Entity,
            Attribution,
            Time,
            Figure,
            ClaimRuling,
            NameRuling,
            *HOUSE,
        ),
        (Claim, Evidence, Assessment, Derived, Comparison, Summary),
        claims,
        "6",
    ),
)


def plan(stages: Sequence[Stage], *, given: Iterable[type] = (Document, *RULINGS, *HOUSE)) -> tuple[Stage, ...]:
    """Return `stages` if they can run in this order; `given` are the classes that are there before the first.

    Raises:
        PlanError: a stage reads a class that no earlier stage writes, or two stages write the same class.
    """
    there: dict[type, str] = dict.fromkeys(given, "the input")
    for stage in stages:
        for kind in stage.reads:
            if kind not in there:
                message = f"stage '{stage.name}' reads {kind.__name__}, which no earlier stage writes"
                raise PlanError(message)
        for kind in stage.writes:
            if kind in there:
                message = f"stage '{stage.name}' writes {kind.__name__}, which {there[kind]} already writes"
                raise PlanError(message)
            there[kind] = f"stage '{stage.name}'"
    return tuple(stages)
