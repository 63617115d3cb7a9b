"""What keeps two numbers of invented news from being set against each other, and the words that tell it."""

import pytest
from newsroom import Article, case

from secondsource.reconcile import compare_figures
from secondsource.reconcile.judging import RULES


def told(day, text, counted, *, outlet="Lamp", speaker="", **more):
    article = Article(outlet, day, text)
    if speaker:
        article.says(speaker, text.removesuffix(f", {speaker} said."))
    words, noun, predicate = counted
    digits = "".join(letter for letter in words if letter.isdigit() or letter == ".")
    return article.counts(words, noun, predicate, low=float(digits), **more)


def dead(day, text, words, *, outlet="Lamp", **more):
    return told(day, text, (words, "people", "killed"), outlet=outlet, **more)


def judged(*articles):
    made = case(*articles)
    (found,) = compare_figures(made, [tuple(figure.id for figure in made.figures)])
    return found.verdict, found.rule


TOLL = dead("2031-03-01", "34 people were killed in the mill fire.", "34", outlet="Northern Wire")


@pytest.mark.parametrize(
    ("other", "rule"),
    [
        (dead("2031-03-01", "35 people were killed, including the gunman.", "35"), "attacker"),
        (dead("2031-03-01", "The other 30 people killed were guards.", "30"), "part"),
        (dead("2031-03-01", "Of the 34 hurt, 20 people were killed.", "20"), "part"),
        (dead("2031-03-01", "An unrelated mill shooting killed 12 people.", "12"), "event"),
        (dead("2031-03-01", "The guards had not killed 50 people.", "50", modality="negated"), "negation"),
        (dead("2031-03-01", "The fire may have killed 50 people.", "50", modality="possible"), "may be"),
        (told("2031-03-01", "12 bodies were buried on the hill.", ("12", "bodies", "found")), "predicate"),
    ],
)
def test_words_beside_a_number_say_why_it_is_not_compared(other, rule):
    assert judged(TOLL, other) == ("not_comparable", rule)


def test_the_staff_of_two_bodies_are_counted_apart():
    one = told("2031-03-01", "12 Ostrava staff were killed.", ("12", "Ostrava staff", "killed"), outlet="Northern Wire")
    assert judged(one, told("2031-03-02", "14 Lumen staff were killed.", ("14", "Lumen staff", "killed"))) == (
        "not_comparable",
        "body",
    )


def test_each_party_counts_its_own():
    first = dead("2031-03-01", "12 of its people were killed, Ostria said.", "12", outlet="Wire", speaker="Ostria")
    second = dead("2031-03-01", "19 of its people were killed, Velia said.", "19", speaker="Velia")
    assert judged(first, second) == ("not_comparable", "body")


def test_the_people_of_one_body_go_by_many_names():
    first = dead(
        "2031-03-01", "34 people from its mission were killed, Ostria said.", "34", outlet="W", speaker="Ostria"
    )
    second = told("2031-03-02", "37 Ostria staff were killed.", ("37", "Ostria staff", "killed"))
    assert judged(first, second) == ("update", "growing count")


def test_of_one_number_two_things_may_be_told_by_turns_but_no_two_fates():
    one = told("2031-03-01", "4 Velian guards came home.", ("4", "guards", "returned"), outlet="Northern Wire")
    other = told("2031-03-01", "4 Velian guards came and were tested.", ("4", "guards", "examined"))
    assert judged(one, other) == ("same", "same number")
    assert judged(TOLL, told("2031-03-01", "34 people were hurt.", ("34", "people", "wounded")))[1] == "predicate"


def test_a_body_is_not_known_by_one_of_its_many_words():
    counted = ("12", "Port Varn Police Department officers", "killed")
    one = told("2031-03-01", "12 Port Varn Police Department officers died.", counted, outlet="Northern Wire")
    assert judged(one, told("2031-03-01", "14 officers died in Varn.", ("14", "officers", "killed")))[1] == "body"


def test_stretches_of_time_in_two_texts_are_no_dispute():
    one = told("2031-03-01", "She was held for 12 days.", ("12", "days", ""), unit="day", outlet="Northern Wire")
    assert judged(one, told("2031-03-01", "The strike took 3 days.", ("3", "days", ""), unit="day"))[1] == "unsaid"


def test_an_act_that_is_only_inferred_sets_no_two_numbers_against_each_other():
    one = told("2031-03-01", "12 guards stood near those killed.", ("12", "guards", ""), outlet="Northern Wire")
    assert (
        judged(one, told("2031-03-01", "9 guards ran from a burning hall of the killed.", ("9", "guards", "")))[1]
        == "unsaid"
    )


def test_the_size_of_a_tremor_is_no_number_of_tremors():
    one = told("2031-03-01", "Tremors of 5.9 shook it.", ("5.9", "tremors", ""), unit="incident", outlet="Wire")
    assert judged(one, told("2031-03-01", "5 tremors shook it.", ("5", "tremors", ""), unit="incident"))[1] == "unit"


def test_what_may_have_been_agrees_with_what_was():
    assert judged(TOLL, dead("2031-03-02", "It may have killed 34 people.", "34", modality="possible"))[0] == "same"


def test_a_saying_is_as_old_as_its_day():
    first = dead("2031-03-04", "34 people were killed, the mayor said on Monday.", "34", outlet="Northern Wire")
    first.dates("Monday", "2031-03-03")
    assert judged(first, dead("2031-03-04", "41 people were killed.", "41")) == ("update", "growing count")


@pytest.mark.parametrize(
    ("words", "low", "found"),
    [
        ("The latest tally is 41 people killed.", "41", ("update", "counted on")),
        ("By the latest tally 30 people were killed.", "30", ("revision", "taken back")),
        ("It earlier said 41 people were killed.", "41", ("revision", "taken back")),
        ("Minutes earlier 41 people were killed.", "41", ("dispute", "one day")),
    ],
)
def test_words_tell_which_of_two_numbers_of_one_day_is_the_newer(words, low, found):
    assert judged(TOLL, dead("2031-03-01", words, low)) == found


def test_a_count_that_is_looked_through_again_is_a_revision_and_a_rival_one_a_dispute():
    assert judged(TOLL, dead("2031-03-02", "33 people were killed.", "33")) == ("revision", "lowered")
    assert judged(TOLL, dead("2031-03-02", "12 people were killed.", "12")) == ("dispute", "rival")


def test_a_number_in_round_terms_is_the_same():
    one = told("2031-03-01", "121 people were rescued.", ("121", "people", "rescued"), outlet="Northern Wire")
    other = told("2031-03-02", "More than 120 people were rescued.", ("More than 120", "people", "rescued"), bound=">")
    assert judged(one, other) == ("same", "rounded")


def test_up_from_tells_a_change():
    article = Article("Lamp", "2031-03-01", "Arrests of people hit 41 people, up from 34 people.")
    article.counts("41", "people", "arrested", low=41).counts("34", "people", "arrested", low=34)
    assert judged(article) == ("update", "from one to the other")


def test_every_reason_is_a_rule_with_its_sentence():
    assert all(sentence.endswith(".") for _, sentence in RULES.values())
