"""A story leads with contested claims, changed figures and several texts, never with words that say nothing."""

from __future__ import annotations

import dataclasses

import pytest

from secondsource import page
from secondsource.page.register import full_names
from secondsource.page.story import HIGHLIGHTS, StoryPage
from tests.page.fiction_dossier import STORY, dossier


@pytest.fixture(scope="module")
def told() -> StoryPage:
    return page.story(dossier(), STORY)


def test_the_first_lines_are_contested_or_changed_or_of_several_texts(told: StoryPage) -> None:
    for row in told.highlights[:3]:
        assert row.status not in {"single_source", "corroborated"} or row.counts.texts > 1


def test_every_claim_is_either_a_highlight_or_among_the_others(told: StoryPage) -> None:
    keys = [row.id for row in (*told.highlights, *told.others)]
    assert sorted(keys) == sorted(key for key, one in dossier().claims.items() if one.story_id == STORY)
    assert len(told.highlights) <= HIGHLIGHTS


def test_what_nobody_else_confirms_leaves_out_the_highlights_and_counts_the_rest(told: StoryPage) -> None:
    single = [row for row in (*told.highlights, *told.others) if row.status == "single_source"]
    assert not {row.id for row in told.unconfirmed} & {row.id for row in told.highlights}
    assert len(told.unconfirmed) + told.unconfirmed_more == len(single)
    sentences = [row.gist.words.span for row in told.unconfirmed]
    assert len(sentences) == len(set(sentences))


def test_a_line_without_a_source_is_printed_once_with_all_its_evidence(told: StoryPage) -> None:
    for document in told.unsourced:
        sentences = [one.line.words.span for one in document.lines]
        assert len(sentences) == len(set(sentences))
        assert all(one.whys for one in document.lines)


def test_a_few_words_without_a_number_are_a_fragment() -> None:
    gist = page.story(dossier(), STORY).highlights[0].gist
    short = dataclasses.replace(gist, marks=(dataclasses.replace(gist.words.span, end=gist.words.span.start + 4),))
    assert short.fragment
    assert not dataclasses.replace(gist, marks=(gist.words.span,)).fragment


def test_a_surname_is_not_listed_beside_the_full_name() -> None:
    assert full_names(["Lindqvist", "Petra Lindqvist", "Brekke", "Brekke"]) == ("Petra Lindqvist", "Brekke")


def test_the_order_does_not_depend_on_the_order_of_the_records(told: StoryPage) -> None:
    told_again = dossier()
    turned = dataclasses.replace(
        told_again,
        claims=dict(reversed(told_again.claims.items())),
        evidence=tuple(reversed(told_again.evidence)),
    )
    again = page.story(turned, STORY)
    assert [row.id for row in again.highlights] == [row.id for row in told.highlights]


def test_an_outlet_in_its_own_voice_is_told_apart_from_named_origins(told: StoryPage) -> None:
    assert set(told.own_voice) <= set(told.origins)
    assert not set(told.own_voice) & {node.label for node in told.lineage.nodes if node.layer == "origin"}
