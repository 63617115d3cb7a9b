"""What is no voice of its own: a digest, a headline, an outlet's own earlier report; and what is: a firm's own page."""

from dataclasses import replace

from newsroom import Article, case, copy, line, lines

from secondsource.reconcile import reconcile


def mission(day="2031-03-01"):
    article = Article(
        "Northern Wire", day, "The Border Mission said it had counted more than 1,500 soldiers in the hills."
    )
    article.says("The Border Mission", "it had counted more than 1,500 soldiers in the hills")
    return article.counts("more than 1,500", "soldiers", low=1500, bound=">")


def ministry():
    text = "Nearly 300 people have been killed or wounded in clashes since 2029, the Interior Ministry said."
    article = Article("Northern Wire", "2031-03-01", text)
    article.says("the Interior Ministry", "Nearly 300 people have been killed or wounded in clashes since 2029")
    return article.counts("Nearly 300", "people", "killed_or_wounded", low=300, bound="<~", scope="since 2029")


def digest(text):
    return Article("Quick Digest", "2031-03-05", text + " The charges have been denied, Velia said.").says(
        "Velia", "The charges have been denied"
    )


def test_a_digest_that_loses_the_bound_adds_nothing():
    told = digest("It had counted around 1,500 soldiers in the hills.").counts(
        "around 1,500", "soldiers", low=1500, bound="~"
    )

    found = lines(reconcile(case(mission(), told)))

    assert not any(e.counted and e.span.doc_id == told.id and e.value for each in found for e in each.evidence)


def test_a_digest_that_loses_the_scope_adds_nothing():
    told = digest("Nearly 300 people have been killed in clashes since 2029.").counts(
        "Nearly 300", "people", "killed", low=300, bound="<~", scope="since 2029"
    )

    toll = line(case(ministry(), told), "Nearly 300", "figure")

    assert toll.assessment.n_origins == 1


def test_a_headline_is_no_second_voice_beside_its_body():
    head = "Around 1,600 soldiers in hills"
    text = f"{head}\nThe Border Mission said it had counted more than 1,500 soldiers in the hills."
    article = Article("Daily Lamp", "2031-03-01", text, headline=head)
    article.says("The Border Mission", "it had counted more than 1,500 soldiers in the hills")
    article.counts("more than 1,500", "soldiers", low=1500, bound=">")
    article.counts("Around 1,600", "soldiers", low=1600, bound="~")

    counted = [e.span.start for each in lines(reconcile(case(article))) for e in each.evidence if e.counted and e.value]

    assert counted == [article.text.index("more than 1,500")]


def correction():
    text = (
        "A report on Monday said that the toll keeper had counted 1,340 soldiers. "
        "Ivar Moss has since told us that two pages had stuck together and that the number was 1,430."
    )
    article = Article("Daily Lamp", "2031-03-09", text)
    article.says("A report on Monday", "that the toll keeper had counted 1,340 soldiers", stance="corrects")
    quoted = replace(article.attributions[0], speaker="Daily Lamp", body="Daily Lamp")
    article.attributions[0] = replace(quoted, chain=(replace(quoted.chain[-1], name="Daily Lamp"),))
    content = "that two pages had stuck together and that the number was 1,430"
    article.says("Ivar Moss", content, cue="has since told", stance="corrects")
    article.counts("1,340", "soldiers", low=1340).counts("1,430", "pages", low=1430, unit="item")
    return article


def test_a_man_who_corrects_himself_revises_and_his_paper_is_no_second_origin():
    report = Article("Daily Lamp", "2031-03-04", "Ivar Moss, who keeps the toll, had counted 1,340 soldiers by dusk.")
    report.says("Ivar Moss", "1,340 soldiers by dusk", cue="had counted").counts("1,340", "soldiers", low=1340)

    count = line(case(report, correction()), "1,430", "figure")

    assert count.status == "revised"
    assert count.assessment.origins == ("Ivar Moss",)
    assert "the outlet's own earlier report, quoted again" in {each.why for each in count.evidence}


def test_a_firms_own_page_is_its_statement():
    page = Article("Hale Mills", "2031-03-01", "No doors were locked in the mill. We grieve, Hale Mills said.")
    page.says("Hale Mills", "We grieve")
    paper = Article("Daily Lamp", "2031-03-02", "Ann Moss of Hale Mills said the doors had been open all night.")
    paper.says("Ann Moss", "the doors had been open all night", body="Hale Mills")

    told = line(case(page, paper), "We grieve")

    assert [(each.origin, each.counted, each.why) for each in told.evidence] == [
        ("Hale Mills", True, "says so on its own knowledge")
    ]


def test_an_outlet_that_is_not_known_goes_by_the_name_of_its_file():
    page = Article("Daily Lamp", "2031-03-01", "About 300 people were arrested. I am sorry, the mayor said.")
    page.says("the mayor", "I am sorry").counts("About 300", "people", "arrested", low=300, bound="~")
    found = case(page)
    unknown = {page.id: replace(page.document(), outlet=None, path="folder/pasted 1.txt")}

    told = line(replace(found, documents=unknown), "About 300", "figure")

    assert told.assessment.origins == ("pasted 1.txt",)


def court(outlet, day="2031-03-02"):
    text = "A judge sentenced 14 rebels on Tuesday. Lena Ost said she was glad. Tom Reed said it was hard."
    article = Article(outlet, day, text)
    article.says("Lena Ost", "she was glad").says("Tom Reed", "it was hard")
    return article.counts("14", "rebels", "sentenced", low=14)


def test_two_newsrooms_that_tell_what_was_done_in_court_are_two():
    count = line(case(court("Daily Lamp"), court("Valley Post")), "14", "figure")

    assert (count.assessment.n_origins_low, count.status) == (2, "corroborated")


def test_two_newsrooms_that_quote_the_police_and_tell_of_a_crime_themselves_are_one_at_the_lowest():
    def crime(outlet):
        article = Article(outlet, "2031-03-02", "12 people were killed at the mill. It was dark, Marlow police said.")
        return article.says("Marlow police", "It was dark").counts("12", "people", "killed", low=12)

    toll = line(case(crime("Daily Lamp"), crime("Valley Post")), "12", "figure")

    assert (toll.assessment.n_origins_low, toll.assessment.n_origins) == (1, 2)
    assert toll.status == "single_source"


def test_a_page_of_a_later_day_that_names_only_who_was_named_before_adds_nothing():
    text = "1,500 soldiers are in the hills. The Border Mission said it was cold."
    later = Article("Quick Digest", "2031-03-09", text)
    later.says("The Border Mission", "it was cold").counts("1,500", "soldiers", low=1500)

    count = line(case(mission(), later), "1,500", "figure")

    assert (count.assessment.origins, count.assessment.n_origins) == (("The Border Mission",), 1)


def test_an_original_keeps_its_own_voice_whatever_its_reprints_are_called():
    wire = court("Northern Wire")
    reprint, edge = copy(wire, outlet="Afton Lamp", day="2031-03-03")

    count = line(case(wire, reprint, copies=[edge]), "14", "figure")

    assert count.assessment.origins == ("Northern Wire",)


def test_one_sentence_that_two_papers_print_under_two_names_is_one_utterance():
    asked = "You have been elected to serve for 40 months at least and there is no option other than that"
    one, two = (
        Article(outlet, "2031-03-02", f"{who} said: {asked}.").says(who, asked).counts("40", "months", low=40)
        for outlet, who in (("Daily Lamp", "Tom Reed"), ("Valley Post", "Lena Ost"))
    )

    found = [each for each in lines(reconcile(case(one, two))) if len(each.evidence) > 1]

    assert found
    assert all(each.assessment.n_origins == 1 for each in found)


def test_two_outlets_own_lines_on_one_person_are_not_one_fact():
    one, two = (
        Article(outlet, "2031-03-02", f"{own} Lena Ost said it was cold. Tom Reed said it was late.")
        .says("Lena Ost", "it was cold")
        .says("Tom Reed", "it was late")
        for outlet, own in (
            ("Daily Lamp", "General Moss wrote a famous book on the siege of Marlow when he was young."),
            (
                "Valley Post",
                "General Moss, born in Ostria to a baker, was hurt at the siege of Marlow and kept bees.",
            ),
        )
    )

    assert all(each.assessment.n_origins_low < 2 for each in lines(reconcile(case(one, two))))


def test_a_sentence_set_apart_in_large_type_is_no_second_saying():
    quote = "whoever sells the harbour sells the town and all who live from its boats and nets"
    text = f"Lena Ost said {quote}. The mayor wept. Tom Reed said {quote.replace('and nets', 'and its nets')}."
    paper = Article("Daily Lamp", "2031-03-02", text)
    paper.says("Lena Ost", quote).says("Tom Reed", quote.replace("and nets", "and its nets"))

    assert all(each.assessment.n_origins == 1 for each in lines(reconcile(case(paper))))
