"""How two figures stand to each other, in invented news; each judgement names its rule."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from newsroom import Article, case

from secondsource.reconcile import compare_figures, reconcile
from secondsource.reconcile.judging import RULES


def told(day, text, *counts, outlet="Northern Wire", speaker="the fire service"):
    article = Article(outlet, day, text)
    if speaker and speaker in text:
        article.says(speaker, text.removesuffix(f", {speaker} said."))
    for words, noun, predicate, low, more in counts:
        article.counts(words, noun, predicate, low=low, **more)
    return article


def toll(day, words, low, *, bound="=", outlet="Northern Wire", speaker="the fire service"):
    text = f"{words} people were killed in the mill fire, {speaker} said."
    return told(day, text, (words, "people", "killed", low, {"bound": bound}), outlet=outlet, speaker=speaker)


def beside(text, words, noun, predicate="", **more):
    low = float("".join(filter(str.isdigit, words)))
    return told("2031-03-01", text, (words, noun, predicate, low, more), outlet="Daily Lamp")


def judged(*articles):
    made = case(*articles)
    one, other = (figure.id for figure in made.figures)
    (found,) = compare_figures(made, [(one, other)])
    return found.verdict, found.rule


def test_a_bound_and_its_number_are_the_same():
    assert judged(toll("2031-03-01", "At least 34", 34, bound=">="), toll("2031-03-01", "34", 34, outlet="Lamp")) == (
        "same",
        "same number",
    )


def test_a_higher_toll_on_a_later_day_is_an_update():
    assert judged(toll("2031-03-01", "34", 34), toll("2031-03-03", "41", 41)) == ("update", "growing count")


def test_a_lower_final_toll_is_a_revision():
    assert judged(toll("2031-03-01", "72", 72), toll("2031-04-20", "69", 69)) == ("revision", "lowered")


def test_two_parties_on_one_day_are_in_dispute_and_nothing_is_averaged():
    hospital = toll("2031-03-01", "47", 47, outlet="Lamp", speaker="Marlow Hospital")
    assert judged(toll("2031-03-01", "41", 41), hospital) == ("dispute", "one day")


def test_the_open_side_of_a_bound_is_no_contradiction():
    later = toll("2031-03-04", "150", 150)
    assert judged(toll("2031-03-01", "At least 34", 34, bound=">="), later) == ("update", "closer")


@pytest.mark.parametrize(
    ("other", "rule"),
    [
        (beside("61 people were hurt.", "61", "people", "wounded"), "predicate"),
        (beside("The toll could reach 90.", "90", "people", "killed", kind="projection"), "forecast"),
        (beside("It burned 12 acres.", "12", "acres", unit="acre"), "unit"),
        (beside("The fire killed 12 nurses.", "12", "nurses", "killed"), "noun"),
        (beside("Fires killed 300 people in 2029.", "300", "people", "killed", scope="in 2029"), "period"),
        (beside("12 of the dead were killed on the roof.", "12", "people", "killed"), "part"),
    ],
)
def test_what_counts_something_else_is_not_comparable_and_says_why(other, rule):
    assert judged(toll("2031-03-01", "34", 34), other) == ("not_comparable", rule)


def test_another_fourteen_is_an_addition_to_what_stands_beside_it():
    text = "Divers found 58 bodies by Thursday and another 14 bodies on Friday."
    found = told("2031-03-05", text, ("58", "bodies", "found", 58, {}),
                 ("another 14", "bodies", "found", 14, {"kind": "increment"}))  # fmt: skip
    assert judged(found) == ("increment", "addition")


def test_another_million_homeless_adds_nothing_to_the_dead():
    text = "An estimated 2,000 people were killed and another 9,000 were displaced."
    shaken = told("2031-03-05", text, ("2,000", "people", "killed", 2000, {}),
                  ("another 9,000", "people", "displaced", 9000, {"kind": "increment"}))  # fmt: skip
    assert judged(shaken) == ("not_comparable", "predicate")


def test_two_killed_and_four_others_hurt_are_the_six_shot():
    text = "2 people were killed and 4 others were wounded. The gunman shot 6 people."
    parts = (("2", "people", "killed", 2, {}), ("4", "people", "wounded", 4, {}), ("6", "people", "shot", 6, {}))
    made = case(told("2031-03-05", text, *parts))
    two, _, six = sorted(made.figures, key=lambda each: each.low)
    (found,) = compare_figures(made, [(two.id, six.id)])
    assert (found.verdict, found.rule) == ("derived", "sum")


def test_killing_two_and_wounding_two_more_makes_four_shot():
    text = "He shot 4 people. A clerk said of killing 2 bailiffs and injuring 2 more that he fled."
    article = Article("Lamp", "2031-03-05", text).counts("4", "people", "shot", low=4)
    article.counts("2 bailiffs", "bailiffs", "killed", low=2, unit="").counts("2 more", "people", "wounded", low=2)
    made = case(article)
    four, two, _ = sorted(made.figures, key=lambda each: each.span)
    (found,) = compare_figures(made, [(two.id, four.id)])
    assert (found.verdict, found.rule) == ("derived", "sum")


def test_a_range_of_estimates_is_a_dispute_and_a_rise_an_update():
    ranged = "Estimates of those killed range from 50 to 200 people."
    rose = "The number of people killed has risen from 50 to 200 people."
    counts = (("50", "people", "killed", 50, {}), ("200", "people", "killed", 200, {}))
    assert judged(told("2031-03-05", ranged, *counts)) == ("dispute", "range of estimates")
    assert judged(told("2031-03-05", rose, *counts)) == ("update", "from one to the other")


@given(st.integers(1, 10**6), st.integers(1, 10**6), st.integers(1, 28), st.integers(1, 28))
def test_the_order_in_which_two_figures_are_given_changes_nothing(low, high, first, second):
    one, other = (
        toll(f"2031-03-{first:02}", f"{low}", low),
        toll(f"2031-03-{second:02}", f"{high}", high, outlet="Lamp"),
    )
    made = case(one, other)
    left, right = (figure.id for figure in made.figures)
    forth, back = compare_figures(made, [(left, right), (right, left)])
    assert forth == back


def test_every_comparison_of_a_claim_prints_the_sentence_of_its_rule():
    found = reconcile(case(toll("2031-03-01", "34", 34), toll("2031-03-03", "41", 41)))
    assert [each.rule for each in found.comparisons] == ["growing count"]
    assert all(each.because == RULES[each.rule][1] for each in found.comparisons)
