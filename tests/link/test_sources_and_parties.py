"""Who speaks: names, descriptions, pronouns, and for whom."""

from __future__ import annotations

import pytest
from hearing import bodies_of, hear, speakers_of
from hypothesis import given, settings
from hypothesis import strategies as st

from secondsource.lexicon.load import load
from secondsource.link.lookups import tables
from secondsource.link.phrases import parse
from secondsource.records import Span


def test_a_surname_and_a_pronoun_are_the_person_named_in_full_before():
    said = speakers_of(
        "[Capt. Bram Okoye, a harbour police spokesman], <said> {the quay was shut}. "
        "{“Nobody is hurt,”} [Okoye] <said>. [He] <added> {that the barge was empty}."
    )
    assert said == ["Bram Okoye", "Bram Okoye", "Bram Okoye"]


def test_a_description_before_the_name_belongs_to_the_source():
    assert speakers_of("[One witness, Ines Dahl, a nurse], <said> {the bus was full}.") == ["Ines Dahl"]


def test_he_is_never_a_ministry_and_it_never_a_person():
    said = speakers_of(
        "[Bram Okoye] <said> {the road was shut}. [The transport ministry] <said> {it would open}. "
        "[He] <said> {he doubted that}. [It] <said> {work had begun}."
    )
    assert said == ["Bram Okoye", "transport ministry", "Bram Okoye", "transport ministry"]


def test_she_is_not_a_man_called_mister():
    said = speakers_of(
        "[Ms. Ines Dahl] <said> {the bus was full}. [Mr. Bram Okoye] <said> {it was not}. [She] <said> {it was}."
    )
    assert said[2] == "Ines Dahl"


def test_a_pronoun_without_antecedent_stays_unknown():
    assert speakers_of("{“It was loud,”} [she] <said>.") == [None]


def test_the_minister_is_the_minister_named_before():
    said = speakers_of(
        "[Ports Minister Ines Dahl] <said> {an inquiry would follow}. [The minister] <declined to say> {when}."
    )
    assert said == ["Ines Dahl", "Ines Dahl"]


def test_a_lead_may_describe_whom_the_next_source_names():
    said = speakers_of(
        "[The former head of Tolland Gas] <told> a hearing on Monday {that the firm knew}. "
        "{“We all knew,”} [Ines Dahl] <said>."
    )
    assert said == ["Ines Dahl", "Ines Dahl"]


def test_the_firm_is_the_company_named_last():
    said = speakers_of("Tolland Ferries runs six ships. [The firm] <denied> {that one was overloaded}.")
    assert said == ["Tolland Ferries"]


def test_a_capital_a_seat_and_a_state_are_one_party():
    said = speakers_of(
        "[Oslo] <said> {the talks went well}. [Norway] <denied> {a rift}. [The Kremlin] <said> {so too}. "
        "[Russia] <added> {little}."
    )
    assert said == ["Norway", "Norway", "Russia", "Russia"]


def test_an_abbreviation_is_the_body_spelt_out():
    said = speakers_of(
        "[The Joint Harbour Inspection Team (JHIT)] <said> {in a report that the crane was old}. "
        "{It fell at noon}, <according to> [the JHIT report]."
    )
    assert said == ["Joint Harbour Inspection Team", "Joint Harbour Inspection Team"]


def test_a_list_has_its_author_as_source():
    assert speakers_of("{As many as 80 were there}, <according to> [a list drawn up by parish councils].") == [
        "parish councils"
    ]


def test_i_in_a_quotation_is_its_speaker():
    said = speakers_of("[Ines Dahl] <said> {“[I] <think> {the bus was full}.”}")
    assert said == ["Ines Dahl", "Ines Dahl"]


def test_namesakes_are_two_people():
    _, entities, _ = hear("[Ines Dahl] <said> {one thing}. [Bram Dahl] <said> {another}.")
    assert {each.name for each in entities if each.kind == "person"} == {"Ines Dahl", "Bram Dahl"}


@pytest.mark.parametrize(
    ("marked", "body"),
    [
        ("[Capt. Bram Okoye, a harbour police spokesman], <said> {so}.", "harbour police"),
        ("[Transport Minister Ines Dahl] <said> {so}.", "transport ministry"),
        ("[Norwegian Foreign Minister Ines Dahl] <said> {so}.", "Norway"),
        ("[South Korean officials] <said> {so}.", "South Korea"),
        ("[Ines Dahl, managing director of Tolland Gas], <said> {so}.", "Tolland Gas"),
        ("Tolland Gas Company raised its prices. [Managing director Ines Dahl] <said> {so}.", "Tolland Gas Company"),
        ("[Ines Dahl, a lawyer for Bram Okoye], <said> {so}.", "Bram Okoye"),
        ("[Ines Dahl, a teacher], <said> {so}.", "Ines Dahl"),
        ("[A former Tolland Gas engineer] <said> {so}.", "former Tolland Gas engineer"),
        ("[a ministry official] <said> {so}.", "ministry"),
    ],
)
def test_who_speaks_for_whom(marked, body):
    assert bodies_of(marked) == [body]


def test_a_former_head_still_speaks_for_what_the_body_did():
    assert bodies_of("[Ines Dahl, the former chief executive of Tolland Gas], <said> {so}.") == ["Tolland Gas"]


def test_states_that_speak_together_are_not_a_second_party():
    assert bodies_of("[Norway and Sweden] <said> {the cable was cut}.") == ["Norway"]


@pytest.mark.parametrize(
    ("source", "name", "roles"),
    [
        ("Norway’s Deputy Foreign Minister Ines Dahl", "Ines Dahl", ("Deputy Foreign Minister",)),
        ("Minister of Fisheries Ines Dahl", "Ines Dahl", ("Minister",)),
        ("North Korean leader Dal Hee-won", "Dal Hee-won", ("North Korean leader",)),
        ("the Oss County Sheriff’s Office", "Oss County Sheriff’s Office", ()),
        ("a group calling itself Grey Otter", "Grey Otter", ("group",)),
        ("the outside experts, Holt & Sayer", "Holt & Sayer", ("outside experts",)),
    ],
)
def test_a_source_is_taken_apart(source, name, roles):
    phrase = parse(source, tables(load()))
    assert (phrase.name, phrase.roles) == (name, roles)


SOURCE = st.sampled_from(
    ["Ines Dahl", "he", "The ministry", "a survivor", "Oslo", "Okoye", "its president, Bram Okoye", "it", "they", "WHO"]
)


@given(st.lists(SOURCE, min_size=1, max_size=6))
@settings(max_examples=40, deadline=None)
def test_every_mention_lies_in_the_text_and_no_span_is_lost(sources):
    marked = " ".join(f"[{source}] <said> {{thing number {at}}}." for at, source in enumerate(sources))
    document, entities, said = hear(marked)
    assert all(0 <= span.start < span.end <= len(document.text) for each in entities for span in each.mentions)
    assert [document.slice(each.source[0]) for each in said] == sources
    assert len({each.id for each in entities}) == len(entities)
    for each in said:
        if each.speaker is not None:
            assert each.chain[-1].name == each.speaker
            assert each.chain[-1].span in {Span("d1", span.start, span.end) for span in each.source}
            assert each.speaker_id in {entity.id for entity in entities}


def test_a_bare_name_after_an_unnamed_spokesman_is_his():
    assert (
        bodies_of("[A government spokesman] <rejected> {the claim}. {“No,”} [Ines Dahl] <said>.") == ["government"] * 2
    )


def test_the_president_of_a_state_in_no_table_speaks_for_it():
    assert bodies_of("People in Orvala wept. [Orvalan President Ines Dahl] <said> {so}.") == ["Orvala"]


def test_a_woman_whose_husband_is_named_is_no_man():
    said = speakers_of("[Ines Dahl, whose husband is missing], <said> {so}. [She] <said> {more}.")
    assert said == ["Ines Dahl", "Ines Dahl"]


def test_a_company_is_told_by_the_word_which():
    said = speakers_of("[Tolland Heights, which owns the mine], <said> {so}. [The company] <denied> {the rest}.")
    assert said == ["Tolland Heights", "Tolland Heights"]


def test_the_sheriffs_office_is_the_one_named_before():
    said = speakers_of("[The Oss County Sheriff’s Office] <said> {so}. [The sheriff’s office] <added> {more}.")
    assert said == ["Oss County Sheriff’s Office"] * 2


def test_a_spokesman_with_a_firms_short_name_speaks_for_the_firm():
    assert bodies_of("Tolland Energy sold it. [Tolland spokesman Bram Okoye] <said> {so}.") == ["Tolland Energy"]


def test_he_within_what_a_paper_says_is_whom_it_speaks_of_and_never_the_paper():
    said = speakers_of(
        "[Tom Reed, a teacher], <said> {the school was shut}. {[The boy] <admitted> {taking the boat}, although [he] "
        "<said> {that it was an accident}}, <according to> [an arrest affidavit]. [He] <said> {the boat was old}."
    )
    assert said == ["Tom Reed", "boy", "boy", "arrest affidavit", "boy"]
