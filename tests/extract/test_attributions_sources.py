"""Who can be a source, and where the source of a relative clause begins; all names invented."""

import pytest
from ruled import ruled

from secondsource.extract import attributions
from secondsource.lexicon.load import load
from secondsource.records import Document, Section, Span

LEXICON = load()


def found_in(text):
    body = Section(Span("d1", 0, len(text)), "body", "given")
    read = Document(id="d1", text=text, sections=(body,), sha256="", path="", format="text", language="en")
    return read, attributions(read, ruled(read), LEXICON)


def said(text):
    read, found = found_in(text)
    return [tuple(" | ".join(map(read.slice, role)) for role in (row.source, row.cue, row.content)) for row in found]


def test_whoever_is_cited_says_what_the_medium_reports():
    text = "Two ships left, Coast Radio reported on Tuesday, citing the Border Monitoring Mission."
    _, (reported, cited) = found_in(text)
    assert said(text) == [
        ("Coast Radio", "reported", "Two ships left"),
        ("the Border Monitoring Mission", "citing", "Two ships left"),
    ]
    assert cited.parent == reported.id


def test_a_reason_that_is_cited_is_no_source():
    assert said("The mayor said he would go, citing the company’s failure.")[1][0] == "The mayor"


RELATIVES = [
    (
        "The owner of a ferry that sank in May told an inquiry that it was old.",
        ("The owner of a ferry that sank in May", "told", "that it was old"),
    ),
    (
        "The bones were examined by researchers, who said they were old.",
        ("researchers, who", "said", "they were old"),
    ),
    (
        "This has raised concerns in western towns, who fear that the river will rise.",
        ("western towns, who", "fear", "that the river will rise"),
    ),
    (
        "Bo Ash, who writes every crossing in a ledger, said no ship had come.",
        ("Bo Ash, who writes every crossing in a ledger", "said", "no ship had come"),
    ),
]


@pytest.mark.parametrize(("text", "row"), RELATIVES)
def test_a_relative_clause_stays_with_whom_it_describes(text, row):
    assert said(text) == [row]


def test_a_medium_that_reported_first_did_not_report_the_rest():
    text = "According to the Marnby Courier, which first reported the sale, the ship was sold in May."
    assert said(text) == [
        ("the Marnby Courier, which first reported the sale", "According to", "the ship was sold in May"),
        ("the Marnby Courier, which", "first reported", "the sale"),
    ]


def test_remarks_that_were_reported_are_what_the_agency_has():
    text = "The mayor did not address them in her remarks, which were reported by the Oss Agency."
    assert said(text) == [("the Oss Agency", "were reported", "her remarks")]


SILENT = [
    "The recent developments reveal a growing rift.",
    "Some 3,000 troops were sent in May, indicating a closer alliance.",
    "The alliance is seen as a threat to fulfillment of the treaty.",
    "The reservists called up in December would be sent home.",
    "The summit ended, with both sides opposing the plan.",
    "Bo Ash may be seeking to sell the firm.",
    "The Oss Wire described the first night in its report last week:",
]


@pytest.mark.parametrize("text", SILENT)
def test_events_and_guesses_say_nothing(text):
    assert said(text) == []


def test_reports_and_figures_do_say_something():
    assert said("Recent reports suggest the pier is shut.") == [("Recent reports", "suggest", "the pier is shut")]


def test_a_concern_that_is_expressed_is_said_once():
    assert said("Ann Li expressed concern that the dam could break.") == [
        ("Ann Li", "expressed", "concern that the dam could break")
    ]


def test_the_accused_belong_to_the_accusation():
    assert said("Ann Li has accused the firm of hiding a list, warning that more was hidden.") == [
        ("Ann Li", "has accused", "the firm of hiding a list"),
        ("Ann Li", "warning", "that more was hidden"),
    ]


def test_a_named_thing_ends_with_its_quotation():
    assert said("Ann Li spoke of what she termed “a sacred cause,” underlining the bond of both towns.")[-1] == (
        "she",
        "termed",
        "“a sacred cause,”",
    )


def test_it_was_wrong_admits_nothing():
    _, (record,) = found_in("Ann Li said it was wrong.")
    assert record.stance == "says"


def test_statements_that_interrupt_each_other_do_not_hold_each_other():
    _, found = found_in("It was, they said, spontaneous, and it was, they said, all about that video.")
    assert len(found) == 2
    assert [record.parent for record in found].count(None) == 1


def test_whom_a_medium_quotes_says_it():
    assert said("At least 12 people died, state television said, quoting the governor.")[1] == (
        "the governor",
        "quoting",
        "At least 12 people died",
    )


def test_a_source_named_behind_that_has_what_follows():
    assert said("Ann Li said that, according to the mayor, 40 people were hurt.")[1] == (
        "the mayor",
        "according to",
        "40 people were hurt",
    )


NO_SPEECH = [
    "The Oss Post called the numbers in them.",
    "The council passed a bill called the Harbour Act.",
    "The firm has brands that continue to sell.",
]


@pytest.mark.parametrize("text", NO_SPEECH)
def test_a_call_or_a_name_given_is_no_statement(text):
    assert said(text) == []


@pytest.mark.parametrize("text", ["Ann Li called the plan a mess.", "Ann Li called it “a mess.”"])
def test_what_somebody_calls_a_thing_is_a_statement(text):
    assert said(text)[0][0] == "Ann Li"


def test_a_time_is_no_source():
    assert ("this week", "calls for", "cuts") not in said("The budget he plans to send this week calls for cuts.")


def test_a_toll_is_the_count_of_whoever_is_named_behind_it():
    text = "The ship sank on Sunday, killing at least 34 people and leaving 61 missing, the coast guard said."
    assert said(text) == [("the coast guard", "said", "killing at least 34 people and leaving 61 missing")]


def test_an_aside_behind_that_has_what_follows():
    assert said("It is clear that, as the prosecutor noted, the firm knew.") == [
        ("the prosecutor", "noted", "the firm knew")
    ]


def test_claims_behind_a_denial_are_what_is_denied():
    assert said("The company denies claims, made by some commentators, that it lost the list.") == [
        ("The company", "denies", "claims, made by some commentators, that it lost the list")
    ]
    assert said("“Nobody came,” he said, denying claims that the army had fled.")[1] == (
        "he",
        "denying",
        "claims that the army had fled",
    )


def test_no_comment_denies_nothing():
    _, (record,) = found_in("“No comment,” Ann Li said.")
    assert record.stance == "declines"


def test_whoever_is_cited_as_saying_says_it():
    assert said("The Oss Agency cited a source in the port as saying two ships had collided.")[1] == (
        "a source in the port",
        "saying",
        "two ships had collided",
    )
