"""What changed between two versions of an article, sentence by sentence."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from secondsource.page.versions import diff
from secondsource.records import Document, Section, Span

SENTENCES = (
    "The ferry sank at noon.",
    "Twelve people drowned off Kalder.",
    "Divers searched the hull on Friday.",
    "The owner denied that the ship was full.",
)
texts = st.lists(st.sampled_from(SENTENCES), max_size=6).map(" ".join)


def article(text, name="d1"):
    sections = (Section(Span(name, 0, len(text)), "body", "all"),) if text else ()
    return Document(id=name, text=text, sections=sections, sha256="", path=f"{name}.txt", format="text", language="en")


def test_a_new_number_is_a_reworded_sentence_with_the_words_that_changed():
    before = article("The ferry sank at noon. Twelve people drowned off Kalder.")
    after = article("The ferry sank at noon. Fourteen people drowned off Kalder.", "d2")
    kept, reworded = diff(before, after)
    assert (kept.change, reworded.change) == ("kept", "reworded")
    assert [before.slice(span) for span in reworded.went] == ["Twelve"]
    assert [after.slice(span) for span in reworded.came] == ["Fourteen"]


def test_what_was_cut_from_the_page_is_not_compared():
    before = article("The ferry sank at noon.")
    after = Document(
        id="d2",
        text="The ferry sank at noon. Read more.",
        sections=(Section(Span("d2", 0, 23), "body", "all"), Section(Span("d2", 24, 34), "related", "links")),
        sha256="",
        path="d2.txt",
        format="html",
        language="en",
    )
    assert [piece.change for piece in diff(before, after)] == ["kept"]


def test_another_sentence_in_the_same_place_is_no_rewording():
    pieces = diff(article("The ferry sank at noon."), article("Divers went home to their families.", "d2"))
    assert [piece.change for piece in pieces] == ["added", "removed"]


@given(texts, texts)
def test_every_sentence_of_both_versions_is_in_one_piece(one, other):
    pieces = diff(article(one), article(other, "d2"))
    before = [piece.before for piece in pieces if piece.before]
    after = [piece.after for piece in pieces if piece.after]
    assert sorted(before) == before
    assert sorted(after) == after
    assert sum(map(len, before)) == len(one.replace(". ", "."))
    assert sum(map(len, after)) == len(other.replace(". ", "."))


@given(texts)
def test_nothing_changed_between_a_version_and_itself(text):
    assert {piece.change for piece in diff(article(text), article(text, "d2"))} <= {"kept"}
