"""What is in force follows from the set of entries; sections as ruled cover the same characters as before."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from secondsource.pipeline.rulings import in_force, relabelled, undone
from secondsource.records import Correction, Document, Section, SectionRuling, Span, sealed


def entry(number, undoes=None):
    kind = "undo" if undoes else "note"
    made = f"2026-02-01T10:00:00.{number:06}+00:00"
    return sealed(Correction(id="", kind=kind, by="A. Rossi", because="why", made=made, undoes=undoes))


@st.composite
def logs(draw):
    """Make a log in which each entry is a note or takes back one that was made before it."""
    told = []
    for number in range(draw(st.integers(1, 8))):
        earlier = [None, *(each.id for each in told)]
        told.append(entry(number, draw(st.sampled_from(earlier))))
    return told


@given(logs(), st.randoms(use_true_random=False))
def test_order_and_repeats_of_the_lines_change_nothing(told, chance):
    shuffled = [*told, *told]
    chance.shuffle(shuffled)
    assert in_force(shuffled) == in_force(told)


@given(logs())
def test_what_is_taken_back_is_so_by_an_entry_that_is_not(told):
    gone = undone(told)
    for key, by in gone.items():
        assert by.undoes == key
        assert by.id not in gone


@given(logs())
def test_undoing_and_undoing_that_leaves_everything_as_it_was(told):
    undo = entry(100, told[-1].id)
    again = entry(101, undo.id)
    assert in_force([*told, undo, again]) == in_force(told)


TEXT = "Ferry sinks. Twelve drowned. Read more here."
PAGE = Document(
    id="d",
    text=TEXT,
    sections=(
        Section(Span("d", 0, 12), "headline", "h1"),
        Section(Span("d", 13, 28), "body", "p"),
        Section(Span("d", 29, 44), "related", "links"),
    ),
    sha256="",
    path="ferry.html",
    format="html",
    language="en",
)
section_rulings = st.lists(
    st.tuples(st.integers(0, 43), st.integers(1, 44), st.sampled_from(["body", "boilerplate"])).filter(
        lambda told: told[0] < told[1]
    ),
    max_size=5,
).map(lambda told: [SectionRuling("k", Span("d", start, end), kind) for start, end, kind in told])


def covered(document):
    return [place for each in document.sections for place in range(each.span.start, each.span.end)]


@given(section_rulings)
def test_sections_as_ruled_lose_no_character_and_overlap_nowhere(told):
    assert covered(relabelled(PAGE, told)) == covered(PAGE)


@given(section_rulings)
def test_what_was_ruled_last_holds_and_nothing_ruled_is_as_it_was(told):
    after = relabelled(PAGE, told)
    for each in told[-1:]:
        inside = {one.kind for one in after.sections if one.span.overlaps(each.span)}
        assert inside <= ({"headline", "body"} if each.kind == "body" else {"boilerplate"})
    assert relabelled(after, told) == after
    assert relabelled(after, ()) == PAGE
