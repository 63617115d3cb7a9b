"""What a newsroom decides for itself bears on the counts, and on nothing else."""

from __future__ import annotations

from dataclasses import replace

from newsroom import Article, case, line
from test_voices import court

from secondsource.records import Listed, Policy


def said_by(speaker, outlet, day="2031-03-01"):
    article = Article(outlet, day, f"{speaker} said 12 people were killed in the mill fire.")
    article.says(speaker, "12 people were killed in the mill fire")
    return article.counts("12", "people", "killed", low=12)


def low(given, words="12"):
    return line(given, words, "figure").assessment.n_origins_low


def test_outlets_that_are_listed_as_one_family_are_one_origin():
    given = case(court("Daily Lamp"), court("Valley Post"))
    family = tuple(Listed(outlet=name, family="Lamp Group") for name in ("Daily Lamp", "Valley Post"))

    assert low(given, "14") == 2
    assert low(replace(given, listed=family), "14") == 1


def test_a_listed_organ_speaks_for_its_state():
    given = case(said_by("Velia Today", "Northern Wire"), said_by("Velia", "Daily Lamp"))
    organ = (Listed(outlet="Velia Today", role="organ", country="Velia"),)

    assert low(replace(given, listed=organ)) == 1


def test_lines_in_an_outlets_own_voice_can_be_folded_or_left_out():
    given = case(court("Daily Lamp"), court("Valley Post"))
    folded = line(replace(given, policy=Policy(own_voice="folded")), "14", "figure")
    never = line(replace(given, policy=Policy(own_voice="never")), "14", "figure")

    assert (folded.assessment.n_origins_low, folded.assessment.n_origins, folded.status) == (1, 2, "single_source")
    assert never.assessment.n_origins == 0


def test_parties_that_count_as_one_do_not_corroborate_each_other():
    given = case(said_by("Velia", "Northern Wire"), said_by("Marland", "Daily Lamp"))
    allied = replace(given, policy=Policy(one_party=(("Marland", "Velia"),)))

    assert (low(given), line(given, "12", "figure").status) == (2, "corroborated")
    assert (low(allied), line(allied, "12", "figure").assessment.n_origins) == (1, 2)
