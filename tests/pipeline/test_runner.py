from __future__ import annotations

import dataclasses
from collections.abc import Iterable

import pytest

from secondsource.pipeline import runner
from secondsource.pipeline.stages import Inputs, Scope, Stage
from secondsource.records import Analysis, Anchor, Document, Reject, Section, Span, Story, Storyline, Time, identity
from secondsource.store import MemoryStore
from secondsource.store.base import Run


def article(number: int) -> Document:
    text = f"The ferry carried {number} people."
    key = identity("d", text)
    return Document(
        id=key,
        text=text,
        sections=(Section(Span(key, 0, len(text)), "body", "test"),),
        sha256="0" * 64,
        path=f"{number}.txt",
        format="text",
        language="en",
    )


class Calls:
    """Counts which stage ran for which key."""

    def __init__(self) -> None:
        self.made: list[tuple[str, str]] = []
        self.broken: str | None = None

    def of(self, stage: str) -> list[str]:
        return [key for name, key in self.made if name == stage]


def quiet(_step: str, _done: int, _total: int) -> None:
    pass


@pytest.fixture
def calls() -> Calls:
    return Calls()


@pytest.fixture
def stages(calls: Calls) -> tuple[Stage, ...]:
    def anchors(inputs: Inputs) -> Iterable[object]:
        calls.made.append(("anchors", "*"))
        return [Anchor(document.id, None, "unknown") for document in inputs.all(Document)]

    def stories(inputs: Inputs) -> Iterable[object]:
        calls.made.append(("stories", "*"))
        ids = tuple(document.id for document in inputs.all(Document))
        story = Story(identity("s", *ids), ids, Span(ids[0], 0, 3))
        return [story, Storyline(identity("l", story.id), (story.id,))]

    def analysis(inputs: Inputs) -> Iterable[object]:
        return [Analysis(inputs.one(Document).id, (), (), (), ())]

    def times(inputs: Inputs) -> Iterable[object]:
        document = inputs.one(Document)
        if document.path == calls.broken:
            raise KeyboardInterrupt
        calls.made.append(("times", document.path))
        return [Time(identity("t", document.id), Span(document.id, 0, 3), "2024", "date")]

    return (
        Stage("stories", Scope.CORPUS, (Document,), (Story, Storyline), stories, "1"),
        Stage("anchors", Scope.CORPUS, (Document,), (Anchor,), anchors, "1"),
        Stage("analysis", Scope.DOCUMENT, (Document,), (Analysis,), analysis, "1", transient=True),
        Stage("times", Scope.DOCUMENT, (Document, Analysis, Anchor), (Time,), times, "1"),
    )


def test_a_second_run_does_nothing(stages: tuple[Stage, ...], calls: Calls) -> None:
    store = MemoryStore()
    store.put([article(1), article(2)])
    runner.run(store, progress=quiet, stages=stages)
    first = list(calls.made)
    runner.run(store, progress=quiet, stages=stages)
    assert calls.made == first


def test_a_new_document_reads_only_itself(stages: tuple[Stage, ...], calls: Calls) -> None:
    store = MemoryStore()
    store.put([article(1)])
    runner.run(store, progress=quiet, stages=stages)
    store.put([article(2)])
    runner.run(store, progress=quiet, stages=stages)
    assert calls.of("times") == ["1.txt", "2.txt"]


def test_a_raised_version_redoes_that_stage_and_no_other(stages: tuple[Stage, ...], calls: Calls) -> None:
    store = MemoryStore()
    store.put([article(1)])
    runner.run(store, progress=quiet, stages=stages)
    raised = (*stages[:-1], dataclasses.replace(stages[-1], version="2"))
    runner.run(store, progress=quiet, stages=raised)
    assert calls.of("times") == ["1.txt", "1.txt"]
    assert calls.of("stories") == ["*"]


def test_an_interrupted_run_goes_on_where_it_was(
    stages: tuple[Stage, ...], calls: Calls, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(runner, "BATCH", 1)
    store = MemoryStore()
    documents = sorted((article(number) for number in range(5)), key=lambda document: document.id)
    store.put(documents)
    calls.broken = documents[3].path
    with pytest.raises(KeyboardInterrupt):
        runner.run(store, progress=quiet, stages=stages)
    calls.broken = None
    runner.run(store, progress=quiet, stages=stages)
    assert calls.of("times") == [document.path for document in documents]


def test_the_rows_of_a_document_that_is_gone_go_with_it(stages: tuple[Stage, ...]) -> None:
    store = MemoryStore()
    store.put([article(1), article(2)])
    runner.run(store, progress=quiet, stages=stages)
    store.delete(Document, [article(1).id])
    runner.run(store, progress=quiet, stages=stages)
    assert {time.span.doc_id for time in store.scan(Time)} == {article(2).id}
    assert all(run.key != article(1).id for run in store.scan(Run))


def test_a_text_that_a_rule_fails_on_is_put_on_record_and_stops_no_other(
    stages: tuple[Stage, ...], calls: Calls
) -> None:
    def times(inputs: Inputs) -> Iterable[object]:
        document = inputs.one(Document)
        if document.path == "1.txt":
            return [document.sections[5]]
        calls.made.append(("times", document.path))
        return [Time(identity("t", document.id), Span(document.id, 0, 3), "2024", "date")]

    failing = (*stages[:-1], dataclasses.replace(stages[-1], run=times, version="2"))
    store = MemoryStore()
    store.put([article(1), article(2)])
    runner.run(store, progress=quiet, stages=failing)
    (reject,) = store.scan(Reject)
    assert reject.path == "1.txt"
    assert "kept and searchable, but not read: IndexError in times" in reject.reason
    assert calls.of("times") == ["2.txt"]
    assert store.get(Document, article(1).id) is not None

    runner.run(store, progress=quiet, stages=stages)
    assert list(store.scan(Reject)) == []
