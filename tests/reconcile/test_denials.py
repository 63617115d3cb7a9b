"""Which charge a denial answers, and which negative is none."""

from dataclasses import replace

from newsroom import Article, case, line, lines

from secondsource.reconcile import reconcile


def charge():
    text = "Velia has sent 900 soldiers across the border into the Marlow hills, the Ostrian army said."
    article = Article("Northern Wire", "2031-03-01", text)
    article.says("the Ostrian army", "Velia has sent 900 soldiers across the border into the Marlow hills")
    return article.says("Velia", "the border", cue="sent")


def denial(content, *, stance="denies", cue="denied", day="2031-03-02"):
    article = Article("Daily Lamp", day, f"Velia {cue} {content}.")
    return article.says("Velia", content, cue=cue, stance=stance)


def test_a_denial_in_other_words_answers_the_charge_about_the_denier():
    found = case(charge(), denial("that its soldiers are in the Marlow hills"))

    told = line(found, "that its soldiers are", "event")

    assert told.status == "disputed"
    assert any(each.origin == "the Ostrian army" and each.counted for each in told.evidence)


def test_the_allegations_are_those_about_the_speaker_even_in_another_article():
    found = case(charge(), denial("the allegations"))

    assert line(found, "the allegations", "event").status == "disputed"


def test_a_plain_negative_that_affirms_nothing_of_others_is_no_denial():
    text = "Ann Moss, who keeps every crossing in a ledger, said no official had asked to see it."
    article = Article("Daily Lamp", "2031-03-02", text).says(
        "Ann Moss", "no official had asked to see it", stance="denies"
    )

    assert line(case(charge(), article), "no official had asked").status == "single_source"


def test_who_asks_why_something_was_done_does_not_deny_it():
    text = "The opposition questioned why the Marlow mill had been chosen for the contract by the council."
    article = Article("Daily Lamp", "2031-03-02", text).says(
        "The opposition",
        "why the Marlow mill had been chosen for the contract by the council",
        cue="questioned",
        stance="disputes",
    )

    assert line(case(article), "why the Marlow mill").assessment.n_against == 0


def test_who_declines_to_say_is_no_origin():
    text = "Velia declined to say whether the 900 soldiers would be sent home."
    article = Article("Daily Lamp", "2031-03-02", text).says(
        "Velia", "whether the 900 soldiers would be sent home", cue="declined to say", stance="declines"
    )

    assert not any(
        e.counted and e.stance == "declines" for each in lines(reconcile(case(article))) for e in each.evidence
    )


def test_the_negative_with_which_a_denier_goes_on_speaks_against_the_charge_too():
    text = 'Velia denied that it sent soldiers into the Marlow hills. "Not one map was drawn," Velia said.'
    article = Article("Daily Lamp", "2031-03-02", text)
    article.says("Velia", "that it sent soldiers into the Marlow hills", cue="denied", stance="denies")
    article.says("Velia", '"Not one map was drawn,"')
    article.attributions[-1] = _direct(article.attributions[-1])

    told = line(case(charge(), article), "that it sent soldiers", "event")

    assert any(
        each.stance == "denies" and each.span == article.span('"Not one map was drawn,"') for each in told.evidence
    )


def _direct(attribution):
    return replace(attribution, quoted="direct")


def test_an_accusation_names_its_actor_before_of():
    text = "Ostria accused Velia of sending 900 soldiers into the Marlow hills. The border is closed."
    accused = Article("Northern Wire", "2031-03-01", text)
    accused.says("Ostria", "Velia of sending 900 soldiers into the Marlow hills", cue="accused", stance="alleges")
    accused.says("Velia", "The border", cue="of")
    found = case(accused, denial("that it had sent soldiers into the Marlow hills"))

    assert line(found, "Velia of sending 900 soldiers", "event").status == "disputed"


def test_a_quoted_denial_is_undone_by_its_own_speakers_admission():
    words = "“Not one crate was opened. We wish our neighbours a quiet winter, and the exercises ended in May,”"
    text = f"Velia denied that it had sent soldiers into the Marlow hills. {words} Velia said."
    denied = Article("Daily Lamp", "2031-03-02", text)
    denied.says("Velia", "that it had sent soldiers into the Marlow hills", cue="denied", stance="denies")
    denied.says("Velia", words)
    denied.attributions[1] = _direct(denied.attributions[1])
    admitted = Article("Northern Wire", "2031-06-01", "Velia admitted that it had sent soldiers into the Marlow hills.")
    admitted.says("Velia", "that it had sent soldiers into the Marlow hills", cue="admitted", stance="admits")

    found = case(charge(), denied, admitted)

    assert line(found, "that it had sent soldiers", "event").status == "denied_then_admitted"
    assert line(found, words, "statement").status == "denied_then_admitted"


def test_an_admission_that_is_printed_twice_undoes_nothing_that_its_speaker_only_said():
    said = Article("Daily Lamp", "2031-03-02", "Velia said that the Marlow bridge is closed for repairs.")
    said.says("Velia", "that the Marlow bridge is closed for repairs")
    admitted = Article("Northern Wire", "2031-03-03", "Velia admitted that the Marlow bridge is closed for repairs.")
    admitted.says("Velia", "that the Marlow bridge is closed for repairs", cue="admitted", stance="admits")

    assert {told.status for told in lines(reconcile(case(said, admitted)))} == {"single_source"}
