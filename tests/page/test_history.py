"""The history of an article: every version once, every change with its words."""

from __future__ import annotations

import dataclasses

import pytest

from secondsource.page.history import history
from secondsource.records import Document, Section, Span, Stamp
from tests.page.fiction_dossier import dossier

BODY = (
    "At least 12 people drowned off Kalder on Tuesday, the coast guard said. Two are missing.",
    "At least 14 people drowned off Kalder on Tuesday, the coast guard said. Two are missing. The search goes on.",
    "At least 14 people drowned off Kalder on Tuesday, the coast guard said. The search goes on.",
)
URL = "https://kalder.example/ferry"


def version(number: int) -> Document:
    key, text = f"v{number}", BODY[number]
    return Document(
        id=key, text=text, sections=(Section(Span(key, 0, len(text)), "body", "plain"),), sha256="0" * 64,
        path=f"{key}.txt", format="text", language="en", url=URL, published=Stamp("2024-02-11", "given"),
        updated=Stamp(f"2024-02-11T0{number}:30", "given"),
    )  # fmt: skip


VERSIONS = [version(number) for number in range(3)]
TOLD = dataclasses.replace(dossier(), documents={document.id: document for document in VERSIONS[::-1]}, copies=())


@pytest.mark.parametrize("asked", VERSIONS)
def test_every_version_has_the_same_history_in_the_order_of_the_hours(asked):
    page = history(asked, TOLD)
    assert page.id == asked.id
    assert [one.head.doc_id for one in page.versions] == ["v0", "v1", "v2"]
    assert [(one.before.head.doc_id, one.after.head.doc_id) for one in page.revisions] == [("v0", "v1"), ("v1", "v2")]


def test_a_changed_figure_is_marked_in_both_versions():
    first, _ = history(VERSIONS[0], TOLD).revisions
    reworded, added = first.changes
    assert [[piece.text for piece in line.pieces if piece.marked] for line in (reworded.before, reworded.after)] == [
        ["12"],
        ["14"],
    ]
    assert (added.before, added.after.words.text) == (None, "The search goes on.")
    assert first.counts == {"kept": 1, "reworded": 1, "added": 1, "removed": 0}


def test_what_went_stands_in_the_version_that_had_it():
    _, second = history(VERSIONS[0], TOLD).revisions
    (went,) = second.changes
    assert (went.change, went.before.words.text, went.after) == ("removed", "Two are missing.", None)


def test_every_printed_sentence_is_cut_out_of_its_version():
    documents = {document.id: document for document in VERSIONS}
    for revision in history(VERSIONS[1], TOLD).revisions:
        for change in revision.changes:
            for line in filter(None, (change.before, change.after)):
                assert documents[line.words.span.doc_id].slice(line.words.span) == line.words.text


def test_a_document_in_no_story_is_its_only_version():
    page = history(VERSIONS[0], None)
    assert (len(page.versions), page.revisions) == (1, ())
