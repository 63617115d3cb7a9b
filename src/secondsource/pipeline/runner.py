"""Runs the stages over a store: only what is due, each batch in one transaction, so that a killed run goes on.

A stage is due for a key (a document, a storyline, or `*` for the corpus) when the stamp of what it would read differs
from the stamp in its last `Run`.  The stamp covers the stage's version and, through the stamps of the stages before
it, everything upstream.
"""

from __future__ import annotations

import functools
import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, islice
from typing import cast

import msgspec

from secondsource.ingest.furniture import repeated
from secondsource.lexicon.load import load
from secondsource.lexicon.tables import Lexicon
from secondsource.pipeline.faults import FAULTS, NO_CLAIMS, NOT_READ, note, said
from secondsource.pipeline.pool import mapped
from secondsource.pipeline.rulings import Rulings, relabelled, rulings
from secondsource.pipeline.stages import STAGES, Inputs, Scope, Stage, plan
from secondsource.records import (
    HOUSE,
    Attribution,
    Claim,
    ClaimRuling,
    Correction,
    Document,
    Duplicate,
    Figure,
    Listed,
    NameRuling,
    Policy,
    SectionRuling,
    Story,
    Storyline,
    Summary,
    Time,
)
from secondsource.store import Store
from secondsource.store.base import Run
from secondsource.store.codec import doc_of, key_of

Progress = Callable[[str, int, int], None]
"""Called with the name of the step, how many keys are done and how many there are."""

BATCH = 50
"""Documents written in one transaction: at most this much work is lost when the process is killed."""
_encode = msgspec.json.Encoder(order="deterministic").encode


@dataclass(frozen=True, slots=True)
class _Task:
    """What one document needs: the stages that are due, and the rows of those before them that are not."""

    document: Document
    rows: Mapping[type, tuple[object, ...]]
    due: tuple[tuple[str, str], ...]


NO_HOUSE: Mapping[type, tuple[object, ...]] = {Listed: (), Policy: (Policy(),)}
"""No source list, and the settings as they come."""

_Result = tuple[_Task, dict[str, list[object]], str | None]
"""A task, the rows that each of its stages made, and the fault that kept it from being read."""


def run(
    store: Store,
    *,
    corrections: Iterable[Correction] = (),
    house: Mapping[type, tuple[object, ...]] = NO_HOUSE,
    workers: int = 1,
    progress: Progress,
    stages: Sequence[Stage] = STAGES,
) -> None:
    """Bring every row of the store up to date with its documents.

    Args:
        store: holds the documents; receives all other rows.
        corrections: the whole log; what follows from it is part of what the stages read.
        house: the newsroom's own source list and settings, by class.
        workers: processes for the document stages; 1 stays in this one.
        progress: called after each batch.
        stages: in the order in which they run.

    Raises:
        PlanError: the stages cannot run in this order; nothing was done.
    """
    documents = {document.id: document for document in store.scan(Document)}
    told = {**rulings(corrections, documents), **house}
    _relabel(store, documents, told)
    for scope, members in groupby(plan(stages), key=lambda stage: stage.scope):
        if scope is Scope.CORPUS:
            for stage in members:
                _run_corpus(store, stage, documents, progress, told=told)
        elif scope is Scope.DOCUMENT:
            _run_documents(store, tuple(members), documents, _Pace(workers, progress), told=told)
        else:
            for stage in members:
                upstream = _document_stamps(store, stages)
                _run_storylines(store, stage, documents, upstream, told=told, progress=progress)


def _relabel(store: Store, documents: dict[str, Document], told: Rulings) -> None:
    """Cut what outlets repeat, cut and restore sections as ruled, and take back what no longer holds."""
    furniture = repeated(documents.values())
    wanted: dict[str, list[SectionRuling]] = {}
    for one in cast("tuple[SectionRuling, ...]", told[SectionRuling]):
        wanted.setdefault(one.span.doc_id, []).append(one)
    changed = []
    for key, document in documents.items():
        if key in wanted or key in furniture or document.cleaned:
            after = relabelled(document, wanted.get(key, ()), furniture.get(key, ()))
            changed += [after] if after != document else []
    documents.update({document.id: document for document in changed})
    store.put(changed)


@dataclass(frozen=True, slots=True)
class _Pace:
    workers: int
    progress: Progress


def _stamp(*parts: object) -> str:
    return hashlib.blake2b(_encode(parts), digest_size=12).hexdigest()


def _runs(store: Store, stage: Stage) -> dict[str, str]:
    return {run.key: run.stamp for run in store.scan(Run, owner=stage.name)}


def _replace(store: Store, stage: Stage, rows: Iterable[object], *, doc: str) -> None:
    """Write `rows` of `stage` in place of its rows for `doc` (inside the caller's transaction)."""
    for kind in stage.writes:
        store.delete(kind, [key_of(row) for row in store.scan(kind, doc=doc)])
    store.put(rows)


def _replace_all(store: Store, stage: Stage, rows: Iterable[object]) -> None:
    """Write `rows` of `stage` in place of all its rows; those that stay as they are are not written again."""
    wanted = {(type(row), key_of(row)): row for row in rows}
    for kind in stage.writes:
        before = {key_of(row): row for row in store.scan(kind)}
        store.delete(kind, [key for key in before if (kind, key) not in wanted])
        store.put(row for (which, key), row in wanted.items() if which is kind and before.get(key) != row)


def _replace_claims(store: Store, stage: Stage, rows: Iterable[object], line: str) -> None:
    """Write the claims of a storyline, and what hangs on them, in place of those that stand there."""
    old = [claim.id for claim in store.scan(Claim, owner=line)]
    for kind in stage.writes:
        if kind is Summary:
            store.delete(kind, [row.id for row in store.scan(Summary, owner=line)])
        elif kind is not Claim:
            store.delete(kind, [key_of(row) for claim in old for row in store.scan(kind, owner=claim)])
    store.delete(Claim, old)
    store.put(rows)


def _run_corpus(
    store: Store, stage: Stage, documents: Mapping[str, Document], progress: Progress, *, told: Rulings
) -> None:
    given = {**told, Document: tuple(documents.values())}
    rows = {kind: given[kind] if kind in given else tuple(store.scan(kind)) for kind in stage.reads}
    stamp = _stamp(stage.version, [(kind.__name__, rows[kind]) for kind in stage.reads])
    if _runs(store, stage).get("*") == stamp:
        return
    progress(stage.name, 0, len(documents))
    found = list(stage.run(Inputs(rows, load())))
    with store.transaction():
        _replace_all(store, stage, found)
        store.put([Run(stage.name, "*", stage.version, stamp)])
    progress(stage.name, len(documents), len(documents))


def _run_documents(
    store: Store, stages: tuple[Stage, ...], documents: Mapping[str, Document], pace: _Pace, *, told: Rulings
) -> None:
    stored = tuple(stage for stage in stages if not stage.transient)
    _forget(store, stored, documents)
    tasks = _tasks(store, stages, documents, told)
    total, done = len(tasks), 0
    with mapped(functools.partial(_read_here, stages=stages), tasks, pace.workers) as results:
        while batch := list(islice(results, BATCH)):
            with store.transaction():
                for result in batch:
                    _keep(store, stages, result)
            done += len(batch)
            pace.progress("reading", done, total)


def _keep(store: Store, stages: tuple[Stage, ...], result: _Result) -> None:
    """Write what was read out of one document, that it was, and what kept it from being read."""
    task, found, fault = result
    for stage in stages:
        if not stage.transient and stage.name in found:
            _replace(store, stage, found[stage.name], doc=task.document.id)
    reason = NOT_READ + fault if fault else None
    note(store, task.document.id, task.document.path, reason)
    store.put(
        Run(name, task.document.id, version, stamp)
        for (name, stamp), version in zip(task.due, _versions(stages, task), strict=True)
    )


def _versions(stages: tuple[Stage, ...], task: _Task) -> list[str]:
    by_name = {stage.name: stage.version for stage in stages}
    return [by_name[name] for name, _ in task.due]


def _forget(store: Store, stages: Iterable[Stage], documents: Mapping[str, Document]) -> None:
    """Drop the rows of documents that are no longer there."""
    for stage in stages:
        gone = [key for key in _runs(store, stage) if key not in documents]
        with store.transaction():
            for key in gone:
                _replace(store, stage, (), doc=key)
            store.delete(Run, [key_of(Run(stage.name, key, "", "")) for key in gone])


def _tasks(store: Store, stages: tuple[Stage, ...], documents: Mapping[str, Document], told: Rulings) -> list[_Task]:
    about = _about(store, stages, told)
    runs = {stage.name: _runs(store, stage) for stage in stages}
    made = []
    for document in documents.values():
        if document.analysed:
            given = {kind: tuple(rows.get(document.id, ())) for kind, rows in about.items()}
            task = _task(store, stages, {Document: (document,), **given}, runs)
            if task.due:
                made.append(task)
    return made


def _about(store: Store, stages: tuple[Stage, ...], told: Rulings) -> dict[type, dict[str, list[object]]]:
    """Return, for each class that the corpus stages wrote or a person ruled, its rows by document."""
    own = {kind for stage in stages for kind in stage.writes}
    found: dict[type, dict[str, list[object]]] = {}
    for kind in dict.fromkeys(kind for stage in stages for kind in stage.reads):
        if kind is not Document and kind not in own:
            rows = found.setdefault(kind, {})
            for row in told[kind] if kind in told else store.scan(kind):
                rows.setdefault(doc_of(row) or "", []).append(row)
    return found


def _task(
    store: Store,
    stages: tuple[Stage, ...],
    given: Mapping[type, tuple[object, ...]],
    runs: Mapping[str, Mapping[str, str]],
) -> _Task:
    """Return what is due for one document; `given` are its own rows of every class that no document stage writes."""
    (document,) = cast("tuple[Document]", given[Document])
    stamps: dict[type, str] = {kind: _stamp(*rows) for kind, rows in given.items()}
    rows = dict(given)
    due: list[tuple[str, str]] = []
    for stage in stages:
        stamp = _stamp(stage.version, [stamps[kind] for kind in stage.reads])
        stamps.update(dict.fromkeys(stage.writes, stamp))
        if stage.transient or runs[stage.name].get(document.id) == stamp:
            continue
        due.append((stage.name, stamp))
    if due:
        names = {name for name, _ in due}
        for stage in stages:
            if stage.name not in names and not stage.transient:
                rows.update({kind: tuple(store.scan(kind, doc=document.id)) for kind in stage.writes})
    return _Task(document, rows, tuple(due))


def _read(task: _Task, lexicon: Lexicon, stages: tuple[Stage, ...]) -> dict[str, list[object]]:
    """Run the due stages of one document, and the transient ones they need."""
    names, rows = {name for name, _ in task.due}, dict(task.rows)
    found: dict[str, list[object]] = {}
    for stage in stages:
        if not (stage.transient or stage.name in names):
            continue
        made = list(stage.run(Inputs({kind: rows[kind] for kind in stage.reads}, lexicon)))
        rows.update({kind: tuple(row for row in made if isinstance(row, kind)) for kind in stage.writes})
        if not stage.transient:
            found[stage.name] = made
    return found


def _read_here(task: _Task, *, stages: tuple[Stage, ...]) -> _Result:
    try:
        return task, _read(task, load(), stages), None
    except FAULTS as fault:
        return task, {stage.name: [] for stage in stages}, said(fault)


def _run_storylines(
    store: Store,
    stage: Stage,
    documents: Mapping[str, Document],
    upstream: Mapping[str, str],
    *,
    told: Rulings,
    progress: Progress,
) -> None:
    stories = {story.id: story for story in store.scan(Story)}
    lines = list(store.scan(Storyline))
    edges = _edges_by_document(store)
    runs = _runs(store, stage)
    _forget_storylines(store, stage, gone=set(runs) - {line.id for line in lines})
    for done, line in enumerate(lines):
        members = [stories[key] for key in line.story_ids]
        ids = sorted({doc for story in members for doc in story.doc_ids})
        copies = [edge for doc in ids for edge in edges.get(doc, ())]
        ruled = _bearing(stage, told, ids)
        stamp = _stamp(
            stage.version, line, members, copies, [upstream.get(doc, doc) for doc in ids], list(ruled.values())
        )
        if runs.get(line.id) == stamp:
            continue
        given: dict[type, tuple[object, ...]] = {
            Storyline: (line,),
            Story: tuple(members),
            Duplicate: tuple(copies),
            **ruled,
            Document: tuple(documents[doc] for doc in ids),
        }
        found, fault = _lined_up(stage, _with_rows(store, stage, given, ids))
        with store.transaction():
            _replace_claims(store, stage, found, line.id)
            note(store, line.id, documents[ids[0]].path, fault)
            store.put([Run(stage.name, line.id, stage.version, stamp)])
        progress(stage.name, done + 1, len(lines))


def _bearing(stage: Stage, told: Rulings, ids: Iterable[str]) -> dict[type, tuple[object, ...]]:
    """Return the rulings that a stage reads and that name any of the documents."""
    here = frozenset(ids)
    return {
        kind: told[kind]
        if kind in HOUSE
        else tuple(row for row in told[kind] if not here.isdisjoint(cast("ClaimRuling | NameRuling", row).doc_ids))
        for kind in stage.reads
        if kind in told
    }


def _lined_up(stage: Stage, rows: Mapping[type, tuple[object, ...]]) -> tuple[list[object], str | None]:
    """Return the claims of a storyline; where a fault keeps them, those of one in which nobody speaks."""
    try:
        return list(stage.run(Inputs(rows, load()))), None
    except FAULTS as fault:
        bare = {kind: () if kind in {Attribution, Figure, Time} else found for kind, found in rows.items()}
        reason = NO_CLAIMS + said(fault)
        return list(stage.run(Inputs(bare, load()))), reason


def _with_rows(
    store: Store, stage: Stage, given: dict[type, tuple[object, ...]], ids: Sequence[str]
) -> dict[type, tuple[object, ...]]:
    for kind in stage.reads:
        if kind not in given:
            given[kind] = tuple(row for doc in ids for row in store.scan(kind, doc=doc))
    return given


def _edges_by_document(store: Store) -> dict[str, list[Duplicate]]:
    edges: dict[str, list[Duplicate]] = {}
    for edge in store.scan(Duplicate):
        edges.setdefault(edge.doc_id, []).append(edge)
    return edges


def _document_stamps(store: Store, stages: Iterable[Stage]) -> dict[str, str]:
    """Return, for each document, one digest of the stamps of all its stages."""
    stamps: dict[str, list[str]] = {}
    for stage in stages:
        if stage.scope is Scope.DOCUMENT and not stage.transient:
            for key, stamp in _runs(store, stage).items():
                stamps.setdefault(key, []).append(stamp)
    return {key: _stamp(parts) for key, parts in stamps.items()}


def _forget_storylines(store: Store, stage: Stage, gone: set[str]) -> None:
    with store.transaction():
        for key in sorted(gone):
            _replace_claims(store, stage, (), key)
            store.delete(Run, [key_of(Run(stage.name, key, "", ""))])
