"""What the reader is told about invented affairs."""

import pytest
from newsroom import Article, case, copy, line, lines

from secondsource.reconcile import reconcile

FIRE = "At least 12 people were killed in the Marlow mill fire, the fire service said."


def fire(outlet="Northern Wire", day="2031-03-01"):
    article = Article(outlet, day, FIRE).says(
        "the fire service", "At least 12 people were killed in the Marlow mill fire"
    )
    return article.counts("At least 12", "people", "killed", low=12, bound=">=")


def test_a_wire_copy_is_not_a_second_source():
    wire = fire()
    twin, edge = copy(wire, outlet="Marlow Gazette", day="2031-03-02")
    twin.says("the fire service", "At least 12 people were killed in the Marlow mill fire")
    twin.counts("At least 12", "people", "killed", low=12, bound=">=")

    toll = line(case(wire, twin, copies=[edge]), "At least 12", "figure")

    assert toll.status == "single_source"
    assert (toll.assessment.outlets, toll.assessment.texts, toll.assessment.n_origins) == (2, 1, 1)
    assert {each.why for each in toll.evidence if not each.counted} == {
        "stands in a text taken from another; it counts there"
    }


def test_two_outlets_on_one_statement_are_one_origin():
    other = fire("Daily Lamp", "2031-03-02")

    toll = line(case(fire(), other), "At least 12", "figure")

    assert toll.status == "single_source"
    assert toll.assessment.origins == ("the fire service",)
    assert toll.assessment.texts == 2


def test_two_named_parties_with_one_number_corroborate():
    text = "The hospital in Marlow said 12 people were killed in the mill fire."
    other = Article("Daily Lamp", "2031-03-01", text).says(
        "The hospital in Marlow", "12 people were killed in the mill fire"
    )
    other.counts("12", "people", "killed", low=12)
    wire = Article("Northern Wire", "2031-03-01", "The Fire Service said 12 people were killed in the mill.")
    wire.says("The Fire Service", "12 people were killed in the mill").counts("12", "people", "killed", low=12)

    toll = line(case(wire, other), "12", "figure")

    assert toll.status == "corroborated"
    assert toll.assessment.n_origins_low == 2


def test_a_line_without_a_source_never_corroborates():
    digest = Article("Quick Digest", "2031-03-03", "A fire in the Marlow mill left 12 people dead.")
    digest.counts("12", "people", "killed", low=12)

    toll = line(case(fire(), digest), "12", "figure")

    assert toll.status == "single_source"
    (own,) = (each for each in toll.evidence if each.span.doc_id == digest.id)
    assert not own.counted
    assert own.why == "names no source"


def test_an_unsourced_line_that_comes_later_lifts_only_the_high_count():
    paper = Article(
        "Daily Lamp", "2031-03-03", "The mayor wept. The fire left 12 people dead. I am sorry, the mayor said."
    )
    paper.says("the mayor", "I am sorry").counts("12", "people", "killed", low=12)

    toll = line(case(fire(), paper), "12", "figure")

    (own,) = (each for each in toll.evidence if each.span.doc_id == paper.id)
    assert own.why == "in the outlet's own voice; it may rest on the source named beside it"
    assert (toll.assessment.n_origins_low, toll.assessment.n_origins) == (1, 2)
    assert toll.status == "single_source"


def test_an_unnamed_source_does_not_lift_the_low_count():
    paper = Article("Daily Lamp", "2031-03-01", "A witness said 12 people were killed in the mill fire.")
    paper.says("A witness", "12 people were killed in the mill fire").counts("12", "people", "killed", low=12)

    toll = line(case(fire(), paper, roots={"A witness": "a witness"}), "12", "figure")

    assert toll.status == "single_source"
    assert (toll.assessment.n_origins_low, toll.assessment.n_origins) == (1, 2)


def test_a_toll_that_grows_is_revised_and_not_disputed():
    later = Article("Northern Wire", "2031-03-04", "The toll stands at 19 people dead, the fire service said.")
    later.says("the fire service", "The toll stands at 19 people dead").counts("19", "people", "killed", low=19)

    toll = line(case(fire(), later), "19", "figure")

    assert toll.status == "revised"
    assert [step.status for step in toll.assessment.history] == ["single_source", "revised"]
    (old,) = (each for each in toll.evidence if each.superseded)
    assert old.value == (12, None, ">=")


def test_two_parties_with_numbers_that_cannot_both_hold_on_one_day_are_in_dispute():
    other = Article("Daily Lamp", "2031-03-01", "The Mill Union said 40 people were killed in the fire.")
    other.says("The Mill Union", "40 people were killed in the fire").counts("40", "people", "killed", low=40)
    wire = Article("Northern Wire", "2031-03-01", "The Fire Service said 12 people were killed in the mill.")
    wire.says("The Fire Service", "12 people were killed in the mill").counts("12", "people", "killed", low=12)

    assert line(case(wire, other), "40", "figure").status == "disputed"


@pytest.mark.parametrize(
    ("predicate", "scope", "kind"),
    [("killed_or_wounded", "", "total"), ("killed", "since 2020", "total"), ("killed", "", "rate")],
)
def test_figures_of_another_measure_or_period_are_claims_of_their_own(predicate, scope, kind):
    other = Article("Daily Lamp", "2031-03-02", "The Mill Union said 90 people were hurt or died.")
    other.says("The Mill Union", "90 people were hurt or died")
    other.counts("90", "people", predicate, low=90, scope=scope, kind=kind)

    assert line(case(fire(), other), "At least 12", "figure").status == "single_source"
    assert line(case(fire(), other), "90", "figure").status == "single_source"


def test_a_forecast_is_no_observation():
    other = Article("Daily Lamp", "2031-03-01", "The Mill Union said the toll could rise to 30 dead.")
    other.says("The Mill Union", "the toll could rise to 30 dead")
    other.counts("30", "dead", "killed", low=30, kind="projection")

    toll = line(case(fire(), other), "At least 12", "figure")

    assert toll.status == "single_source"
    assert "a forecast, not a count" in {each.why for each in toll.evidence}


def test_a_total_and_what_it_was_added_up_from():
    found = "another 14 people dead on Friday, adding to the 58 of Thursday, a total of 72"
    paper = Article("Northern Wire", "2031-03-04", f"Divers found {found}, the coast guard said.")
    paper.says("the coast guard", found)
    paper.counts("another 14", "people", "killed", low=14, kind="increment")
    paper.counts("58", "people", "killed", low=58).counts("72", "people", "killed", low=72)

    found = reconcile(case(paper))

    (total,) = found.derived
    assert total.total == paper.figures[2].id
    assert set(total.parts) == {paper.figures[0].id, paper.figures[1].id}


def affair():
    text = "Ostria has sold guns to the rebels, the Velian government alleged. Ostria denied the allegations."
    first = Article("Northern Wire", "2031-11-20", text)
    first.says("the Velian government", "Ostria has sold guns to the rebels", cue="alleged", stance="alleges")
    first.says("Ostria", "the allegations", cue="denied", stance="denies")
    later = Article("Daily Lamp", "2032-04-02", "Ostria acknowledged that it had sold guns to the rebels.")
    later.says("Ostria", "that it had sold guns to the rebels", cue="acknowledged", stance="admits")
    return first, later


def test_a_denial_in_november_meets_the_admission_in_april():
    first, later = affair()

    guns = line(case(first, later), "sold guns")

    assert guns.status == "denied_then_admitted"
    assert [step.status for step in guns.assessment.history] == ["single_source", "disputed", "denied_then_admitted"]
    assert guns.assessment.n_against == 1


def test_a_denial_in_may_opens_again_what_was_admitted_in_april():
    first, later = affair()
    again = Article("Valley Post", "2032-05-09", "Ostria denied that it had sold guns to the rebels.")
    again.says("Ostria", "that it had sold guns to the rebels", cue="denied", stance="denies")

    guns = line(case(first, later, again), "sold guns")

    assert guns.status == "disputed"


def test_a_denial_points_back_to_what_was_alleged_of_the_denier():
    first, _ = affair()

    guns = line(case(first), "sold guns")

    assert {each.stance for each in guns.evidence} == {"alleges", "denies"}
    assert guns.status == "disputed"


def test_a_plain_negative_takes_the_other_side():
    paid = Article("Northern Wire", "2031-05-01", "The gang said the bank had paid a ransom of gold bars.")
    paid.says("The gang", "the bank had paid a ransom of gold bars")
    unpaid = Article("Daily Lamp", "2031-05-02", "The bank said it had not paid a ransom of gold bars.")
    unpaid.says("The bank", "it had not paid a ransom of gold bars")

    ransom = line(case(paid, unpaid), "ransom")

    assert ransom.status == "disputed"
    assert ransom.assessment.n_against == 1


def test_who_relays_a_witness_is_no_origin():
    text = "A teacher, Ann Moss, said a guard, Bo Lund, had told her that the gate was tied with rope."
    paper = Article("Northern Wire", "2031-05-01", text)
    paper.says("Ann Moss", "a guard, Bo Lund, had told her that the gate was tied with rope")
    paper.says("Bo Lund", "that the gate was tied with rope", cue="told", via=["Ann Moss"])

    gate = line(case(paper), "the gate was tied")

    assert gate.assessment.origins == ("Bo Lund",)
    assert gate.status == "single_source"


def test_a_spokesman_and_his_ministry_are_one_origin():
    one = Article(
        "Northern Wire", "2031-05-01", "Lena Ost, a spokeswoman, said the bridge would stay closed for lorries."
    )
    one.says("Lena Ost", "the bridge would stay closed for lorries", body="the roads ministry")
    two = Article("Daily Lamp", "2031-05-01", "The Roads Ministry said the bridge would stay closed for lorries.")
    two.says("The Roads Ministry", "the bridge would stay closed for lorries")

    bridge = line(case(one, two, roots={"The Roads Ministry": "the roads ministry"}), "the bridge")

    assert bridge.assessment.origins == ("the roads ministry",)
    assert bridge.status == "single_source"


def test_who_accepts_a_lower_figure_stands_behind_it():
    first = Article("Northern Wire", "2031-02-01", "The Coast Guard said 72 people were killed.")
    first.says("The Coast Guard", "72 people were killed").counts("72", "people", "killed", low=72)
    text = "Judge Ann Tor said 69 people were killed. The Coast Guard accepted the lower figure."
    later = Article("Daily Lamp", "2031-04-01", text).says("Judge Ann Tor", "69 people were killed")
    later.says("The Coast Guard", "the lower figure", cue="accepted").counts("69", "people", "killed", low=69)

    toll = line(case(first, later), "69", "figure")

    assert toll.status == "revised"
    assert toll.assessment.origins == ("Judge Ann Tor", "The Coast Guard")


def test_every_claim_points_at_words():
    first, later = affair()
    found_case = case(first, later, fire())

    for each in lines(reconcile(found_case)):
        assert found_case.documents[each.claim.gist.doc_id].slice(each.claim.gist).strip()
        assert each.evidence
        assert each.assessment.claim_id == each.claim.id


def test_two_days_for_one_event_are_a_dispute():
    first = Article("Northern Wire", "2031-03-03", "The Fire Service said the cotton mill burned down on Saturday.")
    first.says("The Fire Service", "the cotton mill burned down on Saturday").dates("on Saturday", "2031-03-01")
    text = "The cotton mill burned down on Sunday with nobody inside. I wept, Ann Moss said."
    second = Article("Daily Lamp", "2031-03-04", text).says("Ann Moss", "I wept").dates("on Sunday", "2031-03-02")

    day = line(case(first, second), "on Sunday", "event")

    assert day.status == "disputed"
    assert {each.stance for each in day.evidence} == {"says", "disputes"}


def test_an_outlet_that_is_named_as_source_carries_and_knows_nothing_itself():
    wire = fire()
    text = "The Northern Wire reported that at least 12 people were killed in the mill."
    paper = Article("Daily Lamp", "2031-03-02", text)
    paper.says("Northern Wire", "at least 12 people were killed in the mill", cue="reported")
    paper.counts("at least 12", "people", "killed", low=12, bound=">=")

    toll = line(case(wire, paper), "At least 12", "figure")

    assert toll.status == "single_source"
    assert toll.assessment.origins == ("the fire service",)


def test_who_speaks_for_a_body_in_one_article_does_so_in_all():
    one = Article(
        "Northern Wire", "2031-05-01", "Lena Ost, a spokeswoman, said the bridge would stay closed for lorries."
    )
    one.says("Lena Ost", "the bridge would stay closed for lorries", body="the Roads Office")
    two = Article("Daily Lamp", "2031-05-02", "Lena Ost said the bridge would stay closed for lorries until May.")
    two.says("Lena Ost", "the bridge would stay closed for lorries until May")

    assert line(case(one, two), "the bridge").assessment.origins == ("the Roads Office",)


def test_a_headline_is_not_a_second_mention():
    text = "12 dead in mill fire\nThe Fire Service said 12 people were killed in the mill."
    paper = Article("Daily Lamp", "2031-03-01", text, headline="12 dead in mill fire")
    paper.counts("12", "dead", "killed", low=12)
    paper.says("The Fire Service", "12 people were killed in the mill").counts("12 people", "people", "killed", low=12)

    (evidence,) = line(case(paper), "12 people", "figure").evidence

    assert evidence.span.start > len("12 dead in mill fire")


def test_a_correction_notice_pairs_the_wrong_number_with_the_right_one():
    text = "A story on Monday said the sample had 2,000 records. Ann Moss says the sample had 20,000 records."
    notice = Article("Daily Lamp", "2031-03-09", text)
    notice.says("A story on Monday", "the sample had 2,000 records", stance="corrects")
    notice.says("Ann Moss", "the sample had 20,000 records", cue="says", stance="corrects")
    notice.counts("2,000", "records", low=2000, unit="record").counts("20,000", "records", low=20000, unit="record")

    assert line(case(notice), "20,000", "figure").status == "revised"


def test_a_partys_plain_negative_stays_its_statement_where_nobody_says_so():
    first = Article("Northern Wire", "2031-03-01", "Hale Mills said no doors were locked in the mill, all slept well.")
    first.says("Hale Mills", "no doors were locked in the mill, all slept well", stance="denies")
    later = Article("Daily Lamp", "2031-03-02", "Hale Mills said all slept well in the mill.")
    later.says("Hale Mills", "all slept well in the mill")

    assert line(case(first, later), "all slept well").status == "single_source"


def test_a_quotation_under_two_names_is_one_utterance():
    words = "We counted every lantern, every coat and every shoe twice before the river rose"
    one = Article("Northern Wire", "2031-03-01", f"{words}, Ann Moss said.").says("Ann Moss", words)
    two = Article("Daily Lamp", "2031-03-01", f"{words}, Anna Mohs said.").says("Anna Mohs", words)

    quote = line(case(one, two), "every lantern")

    assert quote.status == "single_source"
    assert quote.assessment.n_origins == 1
