"""Claims that somebody else has put together: only the stretches are given."""

from newsroom import Article, case

from secondsource.reconcile import weigh_spans


def test_given_stretches_are_weighed_by_who_stands_behind_them():
    one = Article("Northern Wire", "2031-03-01", "The Fire Service said 12 people were killed in the mill.")
    one.says("The Fire Service", "12 people were killed in the mill").counts("12", "people", "killed", low=12)
    two = Article("Daily Lamp", "2031-03-01", "Hale Mills said 12 people were killed. It wept.")
    two.says("Hale Mills", "12 people were killed").counts("12", "people", "killed", low=12)
    spans = [one.span("12 people were killed in the mill"), two.span("12 people were killed")]

    evidence, assessment = weigh_spans(case(one, two), "figure", spans)

    assert {each.origin for each in evidence} == {"The Fire Service", "Hale Mills"}
    assert assessment.status == "corroborated"


def test_a_stretch_that_nobody_is_named_for_is_the_outlets_own_voice():
    article = Article("Daily Lamp", "2031-03-01", "The mill had been shut for years. Hale Mills said it was sorry.")
    article.says("Hale Mills", "it was sorry")

    ((own,), assessment) = weigh_spans(case(article), "event", [article.span("The mill had been shut for years.")])

    assert own.origin == "Daily Lamp"
    assert own.why == "in the outlet's own voice; it may rest on the source named beside it"
    assert assessment.status == "single_source"
