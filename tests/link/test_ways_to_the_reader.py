"""Chains: by whom a statement reached the reader; roots: whose word it is over a storyline."""

from __future__ import annotations

import dataclasses

from hearing import chains_of, hear

from secondsource.lexicon.load import load
from secondsource.link import chains, roots, speakers
from secondsource.records import Attribution, Duplicate, Figure, Link, Passage, Span


def test_a_chain_leads_from_the_outlet_over_the_credited_agency_to_the_speaker():
    assert chains_of("[Ines Dahl] <said> {so}.", agency="Northern Wire") == [
        ["The Tolland Post", "Northern Wire", "Ines Dahl"]
    ]


def test_an_agency_that_is_the_outlet_stands_once():
    assert chains_of("[Ines Dahl] <said> {so}.", outlet="Northern Wire", agency="Northern Wire") == [
        ["Northern Wire", "Ines Dahl"]
    ]


def test_an_unknown_outlet_is_left_out():
    assert chains_of("[Ines Dahl] <said> {so}.", outlet=None) == [["Ines Dahl"]]


def test_an_agency_that_reports_what_another_said_is_a_carrier():
    marked = "{[Ines Dahl] <said> {the port was open}}, [Radio Tolland] <reported>."
    assert sorted(chains_of(marked), key=len) == [
        ["The Tolland Post", "Radio Tolland"],
        ["The Tolland Post", "Radio Tolland", "Ines Dahl"],
    ]


def test_a_broadcaster_that_was_told_is_a_carrier_and_a_crowd_of_reporters_is_none():
    assert chains_of("[Ines Dahl] <told> Radio Tolland on Monday {that the port was open}.") == [
        ["The Tolland Post", "Radio Tolland", "Ines Dahl"]
    ]
    assert chains_of("[Ines Dahl] <told> reporters on Monday {that the port was open}.") == [
        ["The Tolland Post", "Ines Dahl"]
    ]


def test_a_passage_handed_to_a_wire_has_it_as_carrier():
    text = (
        "The North and River Wire wrote of the night:\nThe ferry sank, Ines Dahl said.\nWe saw it too, a guard said.\n"
    )
    document, entities, _ = hear("[The North and River Wire] <wrote> of the night:" + text[44:])
    start = text.index("The ferry")
    passage = Span("d1", start, text.index("\nWe saw"))
    copy = Duplicate(
        id="c1", doc_id="d1", of_id="d2", relation="embedded", similarity=0.5, share_of_original=0.5, credited=True,
        passages=(Passage(passage, Span("d2", 0, 30), "prose"),),
    )  # fmt: skip
    said = [_bare("a1", _span(text, "Ines Dahl")), _bare("a2", _span(text, "a guard"))]
    assert document.text == text
    linked = chains(document, said, entities, load(), copies=[copy])
    assert [[link.name for link in each.chain] for each in linked] == [
        ["The Tolland Post", "North and River Wire", "Ines Dahl"],
        ["The Tolland Post"],
    ]


def _bare(name, source):
    cue = Span("d1", source.end + 1, source.end + 5)
    return Attribution(
        id=name, doc_id="d1", source=(source,), cue=(cue,), content=(), quoted="indirect", stance="says"
    )  # fmt: skip


def _span(text, words):
    start = text.index(words)
    return Span("d1", start, start + len(words))


def test_the_outlet_that_was_told_stands_once():
    assert chains_of("[Ines Dahl] <told> the Tolland Post {that the port was open}.") == [
        ["The Tolland Post", "Ines Dahl"]
    ]


def test_what_a_correction_says_of_the_report_is_the_outlets_word():
    _, _, said = hear("Correction\n[A report on Monday] <said> {that six were hurt}.", headline="Correction")
    assert [link.name for link in said[0].chain] == ["The Tolland Post"]


def test_a_figure_is_the_innermost_speakers():
    document, _, said = hear("[Ines Dahl] <said> {[a guard] had <told> her {that 40 people were inside}}.")
    start = document.text.index("40")
    figure = Figure(
        id="f1",
        span=Span("d1", start, start + 2),
        low=40,
        high=40,
        bound="=",
        unit="person",
        noun="people",
        kind="total",
    )
    (spoken,) = speakers([figure], said)
    assert spoken.speaker == "guard"
    assert spoken.attribution == said[1].id


def test_a_figure_outside_all_contents_has_no_speaker():
    _, _, said = hear("[Ines Dahl] <said> {so}. There were 40.")
    figure = Figure(
        id="f1", span=Span("d1", 18, 20), low=40, high=40, bound="=", unit="person", noun="people", kind="total"
    )
    assert speakers([figure], said)[0].speaker is None


def _figure(document, words):
    start = document.text.index(words)
    return Figure(
        id="f1", span=Span("d1", start, start + len(words)), low=40, high=40, bound="~", unit="person", noun="people",
        kind="total",
    )  # fmt: skip


def test_bound_words_before_a_content_belong_to_it():
    document, _, said = hear("[Ines Dahl] <said> nearly {40 people were inside}.")
    assert speakers([_figure(document, "nearly 40")], said)[0].speaker == "Ines Dahl"


def test_the_sum_told_behind_a_cue_is_of_the_same_speaker():
    document, _, said = hear("{It hit 30 men and 10 more}, [Ines Dahl] <said> on Monday, a total of 40.")
    spoken = speakers([_figure(document, "40")], said, text=document.text)
    assert spoken[0].speaker == "Ines Dahl"


def test_a_sentence_behind_a_cue_is_not_of_its_speaker():
    document, _, said = hear("{It hit 30 men}, [Ines Dahl] <said> on Monday. It is a total of 40.")
    assert speakers([_figure(document, "40")], said, text=document.text)[0].speaker is None


def test_a_figure_in_a_passage_of_a_wire_is_the_wires():
    document, _, _ = hear("The port holds 40 ships.")
    carried = [(Span("d1", 0, len(document.text)), Link("Northern Wire", "carrier"))]
    assert speakers([_figure(document, "40")], [], carried=carried)[0].speaker == "Northern Wire"


def _everyone(*texts):
    return [entity for at, text in enumerate(texts) for entity in hear(text, doc_id=f"d{at}")[1]]


def test_a_spokesman_is_rooted_in_his_body_also_where_another_text_names_him_alone():
    known = _everyone(
        "[Bram Okoye, a spokesman for Tolland Gas], <said> {so}.", "[Okoye] <said> {more}. Bram Okoye is back."
    )
    found = roots(known)
    assert found["Bram Okoye"] == "Tolland Gas"
    assert found["Tolland Gas"] == "Tolland Gas"


def test_a_body_goes_by_its_fullest_name_over_the_storyline():
    found = roots(_everyone("[Tolland Gas Works] <said> {so}.", "[The Tolland Gas Works] <denied> {it}."))
    assert set(found.values()) == {"Tolland Gas Works"}


def test_namesakes_keep_apart_over_a_storyline():
    found = roots(_everyone("[Ines Dahl] <said> {so}.", "[Bram Dahl] <said> {so}.", "[Mr. Dahl] <said> {so}."))
    assert found["Ines Dahl"] == "Ines Dahl"
    assert found["Bram Dahl"] == "Bram Dahl"
    assert found["Dahl"] == "Dahl"


def test_two_states_named_together_do_not_swallow_one_of_them():
    found = roots(_everyone("[Norway and Sweden] <said> {so}.", "[Norway] <said> {so}."))
    assert found["Norway"] == "Norway"
    assert found["Norway and Sweden"] == "Norway"


def test_a_town_is_not_the_paper_that_bears_its_name():
    known = _everyone("[The Tolland Post] <said> {so}.", "Rain fell in Tolland. [Tolland] <denied> {it}.")
    assert roots(known)["Tolland"] == "Tolland"


def _cited(citing, cited):
    said = Attribution(
        id="a1", doc_id="d1", source=(), cue=(Span("d1", 20, 24),), content=(Span("d1", 0, 18),), quoted="indirect",
        stance="says", speaker=citing, chain=(Link(citing, "speaker"),),
    )  # fmt: skip
    chain = (Link(citing, "carrier"), Link(cited, "speaker"))
    return [said, dataclasses.replace(said, id="a2", parent="a1", speaker=cited, chain=chain)]


def test_whoever_cites_a_list_gives_its_numbers_and_a_medium_passes_them_on():
    figure = Figure(
        id="f1", span=Span("d1", 3, 5), low=40, high=40, bound="=", unit="person", noun="dead", kind="total"
    )
    assert speakers([figure], _cited("Ines Dahl", "village councils"))[0].speaker == "Ines Dahl"
    assert speakers([figure], _cited("Coast Radio", "Border Mission"))[0].speaker == "Border Mission"
