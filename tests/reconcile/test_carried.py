"""One line for one thing: what a figure says is the figure's claim, and what small numbers share is not much."""

from newsroom import Article, case, lines

from secondsource.reconcile import reconcile


def kinds(found):
    return sorted(each.claim.kind for each in lines(reconcile(found)))


def test_a_content_that_says_no_more_than_its_figure_is_no_claim_of_its_own():
    article = Article("Northern Wire", "2031-03-01", "The Ostrian army said 14 border guards had been wounded.")
    article.says("The Ostrian army", "14 border guards had been wounded")
    article.counts("14", "border guards", "wounded", low=14)

    assert kinds(case(article)) == ["figure"]


def test_a_content_that_says_more_keeps_its_line():
    words = "14 border guards had been wounded when drones struck their camp at dawn"
    article = Article("Northern Wire", "2031-03-01", f"The Ostrian army said {words}.")
    article.says("The Ostrian army", words).counts("14", "border guards", "wounded", low=14)

    assert kinds(case(article)) == ["figure", "statement"]


def test_small_numbers_of_two_parties_meet_only_where_their_sentences_do():
    one = Article("Daily Lamp", "2031-03-01", "Ann Moss said three bodies had been given two numbers.")
    one.says("Ann Moss", "three bodies had been given two numbers").counts("three", "bodies", low=3)
    two = Article("Northern Wire", "2031-03-02", "Lena Hale said three of the dead were entered under one number.")
    two.says("Lena Hale", "three of the dead were entered under one number").counts("three", "dead", "killed", low=3)

    assert {each.status for each in lines(reconcile(case(one, two)))} == {"single_source"}


def test_by_how_much_two_counts_differ_is_no_count():
    article = Article(
        "Daily Lamp", "2031-03-01", "Judge Moss put the toll at 69 dead, three fewer than the coast guard."
    )
    article.says("Judge Moss", "the toll at 69 dead", cue="put").counts("69", "dead", "killed", low=69)
    article.counts("three", "dead", "killed", low=3)

    counted = [e.value for each in lines(reconcile(case(article))) for e in each.evidence if e.counted and e.value]

    assert counted == [(69, 69, "=")]


def test_the_parts_of_a_total_do_not_crowd_it_out_of_its_series():
    first = Article("Northern Wire", "2031-03-01", "The Regulator said 31,000 people were affected by the breach.")
    first.says("The Regulator", "31,000 people were affected by the breach")
    first.counts("31,000", "people", "affected", low=31000)
    text = "Hale Mills said 33,000 people were affected by the breach: 25,000 in Ostria and 8,000 in Velia."
    later = Article("Daily Lamp", "2031-03-05", text)
    later.says("Hale Mills", text.split("said ")[1][:-1])
    for words, low in (("33,000", 33000), ("25,000", 25000), ("8,000", 8000)):
        later.counts(words, "people", "affected", low=low)

    together = next(
        each
        for each in lines(reconcile(case(first, later)))
        if any(e.value == (33000, 33000, "=") for e in each.evidence)
    )

    assert {e.value for e in together.evidence} == {(31000, 31000, "="), (33000, 33000, "=")}
    assert together.status == "revised"


def test_a_corrected_number_stays_with_the_wrong_one_though_the_difference_is_named():
    first = Article("Daily Lamp", "2031-03-01", "Dr. Ann Moss said 47 bodies had been brought in.")
    first.says("Dr. Ann Moss", "47 bodies had been brought in").counts("47", "bodies", "found", low=47)
    text = "A story on Monday said 47 bodies had been brought in. Dr. Ann Moss says 44 bodies came, and 3 bodies twice."
    notice = Article("Daily Lamp", "2031-03-04", text)
    notice.says("A story on Monday", "47 bodies had been brought in", stance="corrects")
    notice.says("Dr. Ann Moss", "44 bodies came, and 3 bodies twice", cue="says", stance="corrects")
    notice.counts("47", "bodies", "found", low=47).counts("44", "bodies", "found", low=44).counts("3", "bodies", low=3)

    toll = next(
        each for each in lines(reconcile(case(first, notice))) if any(e.value == (44, 44, "=") for e in each.evidence)
    )

    assert toll.status == "revised"
    assert (47, 47, "=") in {e.value for e in toll.evidence}
