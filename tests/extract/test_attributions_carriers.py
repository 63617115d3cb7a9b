"""How statements nest: who carried whose words."""

import pytest
from ruled import ruled

from secondsource.extract import attributions
from secondsource.lexicon.load import load
from secondsource.records import Document, Section, Span

LEXICON = load()


def nested(text):
    """Return (source, parent's source) of each attribution."""
    section = Section(Span("d1", 0, len(text)), "body", "given")
    read = Document(id="d1", text=text, sections=(section,), sha256="", path="", format="text", language="en")
    found = attributions(read, ruled(read), LEXICON)
    names = {record.id: " ".join(read.slice(span) for span in record.source) for record in found}
    return [(names[record.id], names.get(record.parent)) for record in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "“The gate was tied,” Lund said, according to the state agency.",
            [("Lund", "the state agency"), ("the state agency", None)],
        ),
        ("Lund said nine people were missing, Radio Oss reported.", [("Lund", "Radio Oss"), ("Radio Oss", None)]),
        (
            "The head of the council said he would “gladly help” the crew, state-run media reported Thursday.",
            [("The head of the council", "state-run media"), ("state-run media", None)],
        ),
        (
            "In remarks carried by the state agency, the minister said the talks were over.",
            [("the state agency", None), ("the minister", "the state agency")],
        ),
        (
            "Local media, citing hospital sources, reported that three people had died.",
            [("hospital sources", "Local media"), ("Local media", None)],
        ),
        (
            "The agency quoted the minister as saying that the talks had failed.",
            [("The agency", None), ("the minister", "The agency")],
        ),
        (
            "She said a deckhand had told her that the gate would not close.",
            [("She", None), ("a deckhand", "She")],
        ),
        (
            "The governor said 180 people were on board, citing a list drawn up by village councils.",
            [("The governor", None), ("a list drawn up by village councils", "The governor")],
        ),
        (
            "“My brother told me it was full and we laughed,” Ann Li said.",
            [("My brother", "Ann Li"), ("Ann Li", None)],
        ),
    ],
)
def test_the_carrier_is_the_parent_of_what_it_carries(text, expected):
    assert nested(text) == expected


def test_two_statements_side_by_side_have_no_parent():
    assert nested("He said it sank, but the firm denied that it was full.") == [("He", None), ("the firm", None)]
