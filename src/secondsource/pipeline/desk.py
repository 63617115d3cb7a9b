"""The library: a store and what can be done with it; every verb of the command line is a method here."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self, TextIO, TypeVar

from secondsource import records, store
from secondsource.errors import UsageError
from secondsource.export import jsonl
from secondsource.ingest import Given, sorted_out, walk
from secondsource.lexicon.load import load
from secondsource.page.beside import BesidePage
from secondsource.page.dossier import Dossier
from secondsource.page.events import EventRow, events
from secondsource.page.hedges import HEDGES
from secondsource.page.sources import SourceList
from secondsource.page.stories import Order, StoryRow
from secondsource.page.story import StoryPage
from secondsource.page.timeline import Timeline
from secondsource.pipeline import changes, checking, draft, handover, library, runner, watching
from secondsource.pipeline.correcting import Corrections
from secondsource.pipeline.explain import Explanation, corrected, explain_claim, explain_words
from secondsource.pipeline.house import House
from secondsource.pipeline.intake import AddReport, Intake
from secondsource.pipeline.rows import (
    ALL,
    ClaimRow,
    FigureRow,
    Filter,
    QuoteRow,
    claim_rows,
    figure_row,
    keeps,
    quote_row,
)
from secondsource.pipeline.watching import Watched
from secondsource.store.base import KINDS

if TYPE_CHECKING:
    from secondsource.store.base import Hit, Store

Row = TypeVar("Row")

_NO_GIVEN: Mapping[str, Given] = {}


class Desk:
    """An open store with its tables; close it, or use it as a context manager."""

    def __init__(self, opened: Store, journal: store.Journal | None = None, house: store.House | None = None) -> None:
        """Wrap an open store, the log of corrections to it and its newsroom's files, which else are not kept."""
        self._store = opened
        self._journal = journal or store.Journal()
        self._house = house or store.House()
        self._home: dict[str, str] = {}
        self.lexicon = load()

    @classmethod
    def open(cls, path: Path | str) -> Self:
        """Open or create the store at `path` (`:memory:` for one that is gone with the process).

        Raises:
            StoreError: the file is no store, is locked, or was written by another schema.
        """
        return cls(store.open_store(path), store.open_journal(path), store.open_house(path))

    def close(self) -> None:
        """Close the store."""
        self._store.close()

    def __enter__(self) -> Self:
        """Return itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the store."""
        self.close()

    # -- writing -----------------------------------------------------------------------------------------------------

    def add(
        self,
        paths: Sequence[Path | str],
        *,
        given: Mapping[str, Given] = _NO_GIVEN,
        workers: int = 1,
        progress: runner.Progress = lambda _step, _done, _total: None,
    ) -> AddReport:
        """Read files and folders, and bring everything that follows from them up to date.

        The same inputs again change nothing, and are not read again (`pipeline.intake`); after a killed run the same
        call goes on where it was.

        Args:
            paths: files, folders (read recursively) and globs.
            given: what is known about an input, by its file name (`ingest.read_given` reads it from a file); it wins
                over a metadata file that lies among the articles.
            workers: processes for reading sentences.
            progress: called with a step's name, how many inputs are done, and how many there are.

        Raises:
            UsageError: a path does not exist.
            StoreError: the store is locked.
        """
        pile, intake = sorted_out(list(walk(paths)), given), Intake(self._store, self.lexicon)
        for done, path in enumerate(pile.articles, start=1):
            intake.file(path, pile.given)
            progress("files", done, len(pile.articles))
        report = intake.finish()
        self.refresh(workers=workers, progress=progress)
        return report

    def add_items(self, items: Iterable[records.Document | records.Reject]) -> AddReport:
        """Keep documents and rejects that were read elsewhere (standard input), and bring the rest up to date."""
        intake = Intake(self._store, self.lexicon)
        intake.items(items)
        report = intake.finish()
        self.refresh()
        return report

    def watch(
        self,
        paths: Sequence[Path | str],
        *,
        wait: Callable[[], bool],
        given: Mapping[str, Given] = _NO_GIVEN,
        visit: Callable[[], AddReport | None] = lambda: None,
    ) -> Iterator[changes.News]:
        """Read files and folders as they come, and yield what each look at them brought.

        Args:
            paths: files, folders and globs; a file is read when it has not been written to for two seconds.
            wait: called between two looks; it waits, and tells whether to go on.
            given: what is known about an input, by its file name.
            visit: takes in what is not a file, such as feeds that are due; None where there was nothing to do.

        Raises:
            UsageError: a path does not exist.
            StoreError: the store is locked.
        """
        return watching.looks(self, Watched(paths), lambda due: self.add(due, given=given), visit, wait=wait)

    def refresh(self, *, workers: int = 1, progress: runner.Progress = lambda _step, _done, _total: None) -> None:
        """Run every stage that is due."""
        entries, house = self._journal.entries(), self.house.rows()
        runner.run(self._store, corrections=entries, house=house, workers=workers, progress=progress)

    @property
    def house(self) -> House:
        """The newsroom's own source list and settings."""
        return House(self, self._house, self.refresh)

    @property
    def corrections(self) -> Corrections:
        """The log of corrections to this store."""
        return Corrections(self, self._journal, self.refresh)

    # -- reading -----------------------------------------------------------------------------------------------------

    def scan(self, kind: type[Row]) -> Iterator[Row]:
        """Yield all records of a class in order of their id."""
        return self._store.scan(kind)

    def get(self, kind: type[Row], key: str) -> Row:
        """Return the record of `kind` whose id is `key` or begins with it.

        Raises:
            UsageError: no record, or more than one, has such an id.
        """
        row = self._store.get(kind, key)
        if row is not None:
            return row
        hits = list(self._store.scan(kind, prefix=key))
        if len(hits) == 1:
            return hits[0]
        what = "no" if not hits else f"{len(hits)} records of kind"
        message = f"{what} {kind.__name__.lower()} with an id that begins with '{key}'; list them to see the ids"
        raise UsageError(message)

    def find(self, words: str, *, limit: int = 20) -> list[Hit]:
        """Return the documents that hold `words`, best first."""
        return self._store.find(words, limit=limit)

    def stories(self, *, order: Order = "last", source: str = "", only_open: bool = False) -> tuple[StoryRow, ...]:
        """Return the stories with their numbers; `source` keeps those with documents of that outlet."""
        asked = library.Asked(order=order, outlet=source, only_open=only_open, first=None)
        return library.story_list(self, asked).rows

    def story(self, key: str) -> StoryPage:
        """Return everything that the page of a story shows."""
        return library.story_page(self, key)

    def claims(self, story: str | None = None, wanted: Filter = ALL) -> list[ClaimRow]:
        """Return claims of one storyline or of all, those with the latest change of status first."""
        rows = [row for dossier in self.dossiers(story) for row in claim_rows(dossier, wanted)]
        return sorted(rows, key=lambda row: (row.last is None, -(row.last or dt.date.min).toordinal(), row.id))

    def quotes(self, story: str | None = None, wanted: Filter = ALL) -> list[QuoteRow]:
        """Return who said what, in order of document and text."""
        rows = [
            quote_row(attribution, dossier.documents[attribution.doc_id])
            for dossier in self.dossiers(story)
            for attribution in dossier.attributions
        ]
        kept = [
            row
            for row in rows
            if wanted.passes(source=" ".join(row.chain), speaker=row.speaker, about=row.text)
            and wanted.on(row.published)
        ]
        return sorted(kept, key=lambda row: (row.published or dt.date.min, row.doc, row.start))

    def figures(self, story: str | None = None, wanted: Filter = ALL) -> list[FigureRow]:
        """Return how many of what, in order of document and text."""
        rows = [
            figure_row(figure, dossier.documents[figure.span.doc_id])
            for dossier in self.dossiers(story)
            for figure in dossier.figures
        ]
        kept = [
            row
            for row in rows
            if wanted.passes(source=row.outlet, speaker=row.speaker, about=f"{row.predicate} {row.noun} {row.unit}")
            and wanted.on(row.published)
        ]
        return sorted(kept, key=lambda row: (row.published or dt.date.min, row.doc, row.start))

    def events(self, story: str | None = None, wanted: Filter = ALL) -> list[EventRow]:
        """Return what is said to have happened, the event that was told of last first."""
        acts = library.known_acts()
        rows = [row for told in self.dossiers(story) for row in events(told, acts) if keeps(wanted, row)]
        return sorted(rows, key=lambda row: (-(row.last or dt.date.min).toordinal(), row.claim_id))

    def beside(self, story: str, one: str, other: str) -> BesidePage:
        """Return what two documents or two parties (their ids or names) of a story say on the same claims."""
        return library.beside_page(self, self.get(records.Story, story).id, one, other)

    def timeline(self, story: str) -> Timeline:
        """Return what happened and what was said in a story, day by day."""
        return self.story(story).timeline

    def sources(self) -> SourceList:
        """Return who speaks in all documents, most heard first."""
        return library.source_list(self)

    def explain(self, key: str) -> Explanation:
        """Return the way from claim, figure or attribution `key` back to the bytes, with what a person put right.

        Raises:
            UsageError: there is no such record.
        """
        found = self._explained(key)
        return corrected(found, self.corrections.on(footing.span for footing in found.footings))

    def _explained(self, key: str) -> Explanation:
        if key.startswith("f"):
            figure = self.get(records.Figure, key)
            document, hedge = self._document(figure.span.doc_id), HEDGES[figure.modality]
            return explain_words("figure", figure.id, figure.span, document, why=hedge)
        if key.startswith("a"):
            said = self.get(records.Attribution, key)
            spans = said.content or said.cue
            whole = records.Span(said.doc_id, spans[0].start, spans[-1].end)
            return explain_words("attribution", said.id, whole, self._document(said.doc_id), chain=said.chain)
        with self._store.snapshot():
            claim = self.get(records.Claim, key)
            return explain_claim(self.dossier(claim.storyline_id), claim.id)

    def check(self, *rules: checking.Rule) -> list[checking.Finding]:
        """Return the lines that meet the conditions of any rule (of the usual one where none is given)."""
        found: list[checking.Finding] = []
        for rule in rules or (checking.Rule("usual"),):
            told = [one for dossier in self.dossiers(rule.story) for one in checking.findings(dossier, rule)]
            found += checking.ordered(told)
        return found

    def check_draft(self, text: str, *, day: dt.date) -> tuple[draft.DraftLine, ...]:
        """Return what each line of a draft meets in the store; the store stays as it is.

        Args:
            text: the draft.
            day: on which it is to be published; its relative dates are read against it.

        Raises:
            UsageError: the draft holds no article, is in the store already, or is not English.
            StoreError: the store may not be written to, or another program is writing to it.
        """
        return draft.held_beside(self, self._store, draft.read(text, day, self.lexicon), self.refresh)

    def counts(self) -> dict[str, int]:
        """Return how many records of each class the store holds."""
        return {kind.__name__: self._store.count(kind) for kind in KINDS}

    def dossiers(self, story: str | None = None) -> Iterator[Dossier]:
        """Yield the dossier of the storyline that `story` belongs to, or of all storylines."""
        if story is not None:
            yield self.dossier(story)
            return
        for line in self.scan(records.Storyline):
            yield self.dossier(line.id)

    def _document(self, key: str) -> records.Document:
        return self.get(records.Document, key)

    def export_jsonl(self, out: TextIO) -> int:
        """Write every record as JSON lines (docs/formats.md); return how many lines."""
        count = 0
        with self._store.snapshot():
            for count, line in enumerate(jsonl.lines(self), start=1):  # noqa: B007 - the count is what is returned
                out.write(json.dumps(line, ensure_ascii=False, separators=(",", ":")) + "\n")
        return count

    def export(self, form: str, *, story: str | None = None, at: dt.datetime | None = None) -> bytes:
        """Return the records in a format (docs/exports.md); `csv` and `parquet` are ZIP archives.

        Args:
            form: `jsonl`, `csv`, `parquet`, `markdown`, `html`, `annotations`, `prov`, `schemaorg`, `ftm`, `stix`,
                `ninjs`, `csl`, `ris`, `bibtex`, `mediawiki` or `vegalite`.
            story: only this story and those that follow it up; None for everything in the store.
            at: the time that STIX objects carry; None for the last day on which one of the documents was published,
                so that equal records make equal bytes.

        Raises:
            UsageError: there is no such format or story, or the format needs an extra that is not installed.
        """
        with self._store.snapshot():
            return handover.export(self, form, story=story, at=at)

    def story_of(self, doc_id: str) -> records.Story | None:
        """Return the story that the document belongs to, None before the stories were found.

        Where each document belongs is remembered, and looked up again only where that no longer holds.
        """
        told = self._store.get(records.Story, self._home.get(doc_id, ""))
        if told and doc_id in told.doc_ids:
            return told
        self._home = {doc: story.id for story in self.scan(records.Story) for doc in story.doc_ids}
        return self._store.get(records.Story, self._home.get(doc_id, ""))

    def dossier(self, key: str) -> Dossier:
        """Return all that is known about the storyline with id `key`, or the one that story `key` belongs to.

        Raises:
            UsageError: there is no such storyline or story.
        """
        with self._store.snapshot():
            return self._dossier(self._line_of(key))

    def _dossier(self, line: records.Storyline) -> Dossier:
        stories = {story: self.get(records.Story, story) for story in line.story_ids}
        ids = sorted({doc for story in stories.values() for doc in story.doc_ids})
        claims = {claim.id: claim for claim in self._store.scan(records.Claim, owner=line.id)}
        return Dossier(
            storyline=line,
            stories=stories,
            documents={doc: self.get(records.Document, doc) for doc in ids},
            anchors={doc: self.get(records.Anchor, doc) for doc in ids},
            copies=self._of_documents(records.Duplicate, ids),
            entities=self._of_documents(records.Entity, ids),
            attributions=self._of_documents(records.Attribution, ids),
            times=self._of_documents(records.Time, ids),
            figures=self._of_documents(records.Figure, ids),
            claims=claims,
            evidence=self._of_claims(records.Evidence, claims),
            assessments={row.claim_id: row for row in self._of_claims(records.Assessment, claims)},
            derived=self._of_claims(records.Derived, claims),
            comparisons=self._of_claims(records.Comparison, claims),
            settings=self.house.said(),
        )

    def _of_documents(self, kind: type[Row], ids: Iterable[str]) -> tuple[Row, ...]:
        return tuple(row for doc in ids for row in self._store.scan(kind, doc=doc))

    def _of_claims(self, kind: type[Row], ids: Iterable[str]) -> tuple[Row, ...]:
        return tuple(row for claim in ids for row in self._store.scan(kind, owner=claim))

    def _line_of(self, key: str) -> records.Storyline:
        known = self._store.get(records.Summary, key)
        line = self._store.get(records.Storyline, known.storyline_id if known else key)
        if line is not None and (known is None or key in line.story_ids):
            return line
        matches = []
        for line in self.scan(records.Storyline):
            if key in line.story_ids:
                return line
            if line.id.startswith(key) or any(story.startswith(key) for story in line.story_ids):
                matches.append(line)
        if len(matches) == 1:
            return matches[0]
        message = f"no story with an id that begins with '{key}'; `secondsource stories` lists them"
        raise UsageError(message)
