from __future__ import annotations

import pytest

from secondsource.errors import PlanError
from secondsource.pipeline.stages import STAGES, Scope, Stage, plan
from secondsource.records import Document, Duplicate, Story


def stage(name: str, reads: tuple[type, ...], writes: tuple[type, ...]) -> Stage:
    return Stage(name, Scope.CORPUS, reads, writes, lambda _inputs: (), "1")


def test_the_registered_stages_can_run_in_their_order() -> None:
    assert plan(STAGES) == STAGES


def test_a_stage_that_reads_what_nobody_writes_is_refused_in_words() -> None:
    with pytest.raises(PlanError, match="stage 'stories' reads Duplicate, which no earlier stage writes"):
        plan([stage("stories", (Document, Duplicate), (Story,))])


def test_two_stages_may_not_write_the_same_rows() -> None:
    with pytest.raises(PlanError, match="stage 'again' writes Story, which stage 'stories' already writes"):
        plan([stage("stories", (Document,), (Story,)), stage("again", (Document,), (Story,))])


def test_every_stage_says_in_one_line_what_it_does() -> None:
    for registered in STAGES:
        assert registered.run.__doc__, registered.name
