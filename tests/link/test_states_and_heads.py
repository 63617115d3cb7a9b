"""Who speaks for a state that no table holds, and who for a body named elsewhere in the text; all names invented."""

from __future__ import annotations

import pytest
from hearing import bodies_of, chains_of, hear, speakers_of

from secondsource.link import roots
from secondsource.link.countries import speaks_for_state


def test_a_ministry_of_war_speaks_for_the_country_whose_people_it_is_named_for():
    said = bodies_of("[Tollandia] <said> {it was calm}. [The Tollandian defense ministry] <said> {it was not}.")
    assert said == ["Tollandia", "Tollandia"]


def test_a_ministry_of_trade_is_a_body_of_its_own():
    said = bodies_of("[Tollandia] <said> {it was calm}. [The Tollandian trade ministry] <said> {prices rose}.")
    assert said[1] != "Tollandia"


def test_a_foreign_minister_speaks_for_the_only_country_that_speaks():
    said = bodies_of(
        "[Tollandia] <denied> {that Tollandian ships had left}. [Foreign Minister Bo Ash] <said> {none had}."
    )
    assert said == ["Tollandia", "Tollandia"]


def test_a_ministry_keeps_the_capital_of_its_people():
    (body,) = bodies_of("[The Tollandian Foreign Minister Bo Ash] <said> {it was calm}.")
    assert body == "Tollandian foreign ministry"


@pytest.mark.parametrize(
    ("rest", "speaks"),
    [(("army",), True), (("armed", "forces"), True), (("police", "force"), False), (("trade", "ministry"), False)],
)
def test_forces_speak_for_a_state_and_police_do_not(rest, speaks):
    assert speaks_for_state(rest) is speaks


def test_bodies_of_one_state_are_one_party_over_a_storyline():
    _, ministry, _ = hear("[The Tollandian foreign ministry] <said> {it was calm}.", doc_id="d1")
    _, army, _ = hear("[The Tollandian army] <said> {it was calm}.", doc_id="d2")
    _, state, _ = hear("[Tollandia] <denied> {that Tollandian ships had left}.", doc_id="d3")
    alone, joined = roots([*ministry, *army]), roots([*ministry, *army, *state])
    assert alone["Tollandian foreign ministry"] == alone["Tollandian army"]
    assert joined["Tollandian foreign ministry"] == joined["Tollandian army"] == "Tollandia"


def test_who_heads_the_mission_speaks_for_the_mission_named_before():
    said = bodies_of(
        "[The Border Monitoring Mission] <said> {it had seen ships}. "
        "{“They are new,”} <said> [Ines Dahl, who heads the mission]. "
        "{“And big,”} <said> [Bo Ash, the head of the mission]."
    )
    assert said == ["Border Monitoring Mission"] * 3


def test_they_in_somebodys_own_words_are_others():
    said = speakers_of(
        "[Tollandia] <denied> {it}. [The Border Monitoring Mission] <said> {it had seen ships}. "
        "{“[They] <called> {us liars},”} [Ines Dahl, the head of the mission], <said>."
    )
    assert said[2] != "Border Monitoring Mission"


def test_an_agency_has_the_next_sentence_of_the_same_speaker_too():
    said = chains_of(
        "{{“We wait,”} [Bo Ash] <said>}, <according to> [the Oss News Agency]. [He] <urged> {the town to be calm}.\n"
        "[He] <added> {that it was late}."
    )
    assert said[-2] == ["The Tolland Post", "Oss News Agency", "Bo Ash"]
    assert said[-1] == ["The Tolland Post", "Bo Ash"]


def test_recent_reports_are_reports():
    assert speakers_of("[Recent reports] <suggest> {the pier is shut}.") == ["reports"]


def test_the_ministry_of_a_state_speaks_for_it_in_either_order():
    assert bodies_of("[The Foreign Ministry of Norway] <said> {it was calm}.") == ["Norway"]


def test_its_manager_is_that_of_what_opens_the_sentence():
    said = bodies_of(
        "[The Oss Fire Brigade] <said> {it was out}. {The dairy will open again}, [its manager, Bo Ash], <said>."
    )
    assert said[1] == "Bo Ash"


def test_they_behind_their_own_words_are_those_of_whom_the_words_tell():
    assert speakers_of("{Four Oss families have not heard from them}, [they] <told> the Gazette.") == ["Oss families"]


def test_a_pollster_is_no_country():
    said = bodies_of("[Norbury] <said> {most agreed}. [President Bo Ash] <said> {he was glad}.")
    assert said[1] != "Norbury"


def test_the_head_of_a_firm_named_before_the_office_speaks_for_it():
    assert bodies_of("[Tollco CEO Ines Dahl] <said> {sales rose}.") == ["Tollco"]


def test_a_leader_of_a_majority_speaks_for_himself():
    said = bodies_of("[Senate Majority Leader Bo Ash] <said> {the vote was near}.")
    assert said == ["Bo Ash"]


def test_the_company_is_the_one_that_speaks():
    said = speakers_of(
        "[Tolland Gas] <said> {the leak was small}. Norbury Water is a rival. [The company] <said> {it would pay}."
    )
    assert said == ["Tolland Gas", "Tolland Gas"]


def test_a_ministry_in_a_capital_speaks_for_the_state():
    assert bodies_of("[The Foreign Ministry in Oslo] <said> {it was calm}.") == ["Norway"]


def test_a_ministry_named_with_its_country_speaks_for_it():
    said = bodies_of("Ships left Norlandia. [Norlandia’s defence ministry] <said> {it was calm}.")
    assert said == ["Norlandia"]


def test_his_own_minister_has_no_ministry_of_that_name():
    assert bodies_of("[His own minister, Ines Dahl], <said> {it was calm}.") == ["Ines Dahl"]


def test_state_media_are_no_name():
    assert speakers_of("[State media] <said> {it was calm}.") == ["state media"]
