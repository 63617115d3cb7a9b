"""What the section grammar makes of pasted pages: each case is a page's mess, in invented words."""

from __future__ import annotations

import pytest

from tests.ingest.page_reading import article, kind_of, refusal, words

LEAD = "The harbour of Vell was closed on Monday after a crane fell into the basin, the port authority of Vell said."
SECOND = (
    "Two ships bound for Marra were turned away, and a third is still waiting outside, harbour master Ilse Orn said."
)
THIRD = "“We will open again when the basin is clear,” Orn said. “That may take a week, or it may take two.”"
BODY = f"{LEAD}\n{SECOND}\n{THIRD}"


def page(*lines: str) -> str:
    return "\n".join(lines)


def test_a_page_of_nothing_but_prose_is_all_body():
    found = article(BODY)
    assert words(found, "body") == [LEAD, SECOND, THIRD]
    assert found.title is None


def test_the_line_above_the_body_is_the_headline():
    found = article(page("Crane falls into the basin at Vell", "", BODY))
    assert found.title == "Crane falls into the basin at Vell"
    assert words(found, "body") == [LEAD, SECOND, THIRD]


def test_a_headline_that_asks_is_no_paragraph():
    found = article(page("Who let the crane fall into the basin?", BODY))
    assert found.title == "Who let the crane fall into the basin?"


def test_stamps_bylines_and_share_lines_stand_apart_from_the_body():
    found = article(
        page(
            "Home › Port › Accidents",
            "Crane falls into the basin at Vell",
            "By Mara Stent",
            "Tue 4 Mar 2025 07:30 | Updated 09:10",
            "Share on social media   Copy link",
            BODY,
        )
    )
    assert words(found, "byline") == ["By Mara Stent", "Tue 4 Mar 2025 07:30 | Updated 09:10"]
    assert words(found, "boilerplate") == ["Home › Port › Accidents", "Share on social media   Copy link"]
    assert found.byline == "Mara Stent"
    assert words(found, "body") == [LEAD, SECOND, THIRD]


def test_the_body_goes_on_behind_the_dateline_on_the_same_line():
    found = article(page("Crane falls", f"VELL, Orland, March 3 (NCW) — {LEAD}", SECOND))
    assert words(found, "dateline") == ["VELL, Orland, March 3 (NCW) —"]
    assert words(found, "body") == [LEAD, SECOND]


@pytest.mark.parametrize(
    ("caption", "credit"),
    [
        ("A crane lies in the basin on Monday.", "Photograph: Pol Grant/NCW"),
        ("A crane lies in the basin on Monday.", "(Pool photo/North Coast Wire)"),
        ("A crane lies in the basin on Monday.", "Pol Grant/Vell Herald"),
        ("A crane lies in the basin on Monday.", "Picture by Pol Grant"),
        ("The crane, seen here in 2023, served the port for forty years.", "Photo courtesy of Port Authority/EPA"),
    ],
)
def test_a_caption_and_its_credit_are_neither_body_nor_headline(caption: str, credit: str):
    found = article(page("Crane falls into the basin at Vell", f"{caption} {credit}", BODY))
    assert words(found, "caption") == [caption]
    assert words(found, "credit") == [credit]
    assert words(found, "body") == [LEAD, SECOND, THIRD]


def test_a_caption_inside_the_body_is_cut_out_of_it():
    found = article(page(LEAD, "Relatives wait at the gate. Vell Herald/Staff", SECOND, THIRD))
    assert words(found, "body") == [LEAD, SECOND, THIRD]


def test_a_caption_that_repeats_the_lead_is_not_a_second_mention():
    caption = "The harbour of Vell was closed on Monday after a crane fell into the basin. It stood there since 1984."
    found = article(page("Crane falls at Vell", caption, f"VELL, March 3 (NCW) — {LEAD}", SECOND))
    assert kind_of(found, "since 1984") == "caption"


def test_a_digest_is_a_derived_summary_and_its_labels_are_furniture():
    found = article(
        page(
            "Mar 4, 2025, 12:00 AM",
            "Mar 3, 2025, 11:29 PM",
            "",
            "Crane falls into the basin at Vell",
            "",
            "Highlights",
            "  • The harbour of Vell was closed after a crane fell.",
            "  • Three ships are waiting or were turned away.",
            "Story",
            "",
            LEAD,
            "",
            "Opinions",
            "",
            "You've reached the end",
        )
    )
    assert len(words(found, "highlight")) == 2
    assert words(found, "boilerplate") == ["Highlights", "Story", "Opinions", "You've reached the end"]
    assert words(found, "body") == [LEAD]


def test_teasers_with_glued_dates_are_not_the_article():
    found = article(
        page(
            BODY,
            "You may be interested",
            "Bakery to open twelve shops",
            "portnews - Feb 24, 2025The company said on Tuesday that the plan would create jobs…",
            "Ice rink closes early this year",
            "portnews - Feb 23, 2025Skaters must be off the ice by the end of…",
        )
    )
    assert words(found, "body") == [LEAD, SECOND, THIRD]
    assert kind_of(found, "Bakery to open") == "teaser"
    assert kind_of(found, "Skaters must") == "teaser"
    assert found.published is None
    assert found.outlet == "portnews"


def test_a_whole_foreign_article_behind_a_marker_is_related_and_not_body():
    foreign = (
        "Ministers of the Lake Union agreed on Tuesday to a new set of tariffs on timber, while Hollin and Great Sarn "
        "said they would not take part. Chancellor Otto Vries of Hollin told reporters in Sarnhaven that it would cost "
        "his country eight thousand jobs and that his party would vote against it."
    )
    found = article(page(BODY, "Most from this category", "", foreign, "portnews - Feb 24, 2025", "Leave a Comment"))
    assert words(found, "body") == [LEAD, SECOND, THIRD]
    assert kind_of(found, "tariffs on timber") == "related"
    assert kind_of(found, "Leave a Comment") == "comment"


def test_the_body_goes_on_below_a_marker_when_it_takes_up_the_same_names():
    fourth = "The port authority of Vell closed the same basin in 2019, when a ship from Marra struck the quay."
    found = article(
        page(BODY, "Read more", "Related articles", "Ice rink closes early", fourth, THIRD.replace("week", "month"))
    )
    assert fourth in words(found, "body")
    assert kind_of(found, "Ice rink") == "teaser"


@pytest.mark.parametrize(
    "line",
    [
        "READ NEXT: Snow gates on the pass to stay shut",
        "More: Market square parking plan goes to a vote",
        "From the archive: The night the lighthouse went out (3 November 2019)",
        "Elsewhere: The airline Norfly said on Thursday that a fault had shown 600 customers the wrong seats.",
    ],
)
def test_a_pointer_to_another_story_is_related_wherever_it_stands(line: str):
    found = article(page(LEAD, line, SECOND, THIRD))
    assert words(found, "related") == [line]
    assert words(found, "body") == [LEAD, SECOND, THIRD]


@pytest.mark.parametrize(
    "line",
    [
        "Sign up for The Tide, our harbour newsletter, delivered weekdays at five.",
        "The Herald at Noon – one email, no noise. Subscribe free. You can unsubscribe at any time.",
        "This is the kind of reporting our members pay for. Join The Vell Herald from 4.50 a month.",
        "We value your privacy. Accept · Reject · More options",
        "We and our 212 partners store and access information on a device. Agree / Reject",
        "Spotted a fault? Email the Herald.",
        "Want more? The Evening Herald newsletter lands at 6 pm.",
        "By continuing you agree to our use of cookies.",
        "The Herald is funded by its readers. Please consider a gift.",
        "You can read our earlier story here.",
        "▶ Video 1:20",
        "Advertisement",
        "Copyright 2025 North Coast Wire. All rights reserved.",
    ],
)
def test_the_house_speaking_to_its_reader_is_furniture_even_between_paragraphs(line: str):
    found = article(page(LEAD, line, SECOND, THIRD))
    assert words(found, "boilerplate") == [line]
    assert words(found, "body") == [LEAD, SECOND, THIRD]


@pytest.mark.parametrize(
    "line",
    [
        "Only 106,185 residents signed up for the scheme in the first month of its operation, far below plan.",
        "Share prices fell 4 percent after the company that runs the port cut its forecast for the year.",
        "More than 300 people live on the quays, and most of them work for the port or for its suppliers.",
        "Comments by the minister about the old crane had angered the union in January of last year.",
        "That puts the council in a tough spot. Support the bill and they break their word on the crane and the quay.",
    ],
)
def test_news_that_uses_the_words_of_furniture_stays_body(line: str):
    assert line in words(article(page(LEAD, line, SECOND)), "body")


def test_the_author_note_below_the_article_is_furniture():
    found = article(
        page("Crane falls at Vell", "Words by Mara Stent, in Vell", BODY, "Mara Stent is a reporter-at-large.")
    )
    assert kind_of(found, "reporter-at-large") == "boilerplate"


def test_an_agency_that_lent_files_is_credited_in_a_section_of_its_own():
    found = article(page(BODY, "With files from North Coast Wire"))
    assert words(found, "credit") == ["With files from North Coast Wire"]
    assert found.agency == "North Coast Wire"


@pytest.mark.parametrize(
    "text",
    [
        page(
            "In pictures: vigil at Vell",
            "18 Feb 2024",
            "1/14 Candles on the pier. Photo: Bea Rowe",
            "Swipe to continue.",
        ),
        page("Opinion: Who guards the crane?", "18 January 2025", "By Lars Quay", "This article is for subscribers."),
        "Menu\nHome\nNews\nSport",
    ],
)
def test_a_page_without_a_body_is_rejected_and_says_what_it_holds(text: str):
    assert refusal(text).startswith("no article text: only")


def test_a_menu_and_a_list_of_links_around_the_article_are_not_the_article():
    menu = ["Home", "World", "Business", "Opinion", "Sport", "Weather", "Culture", "Log in", "Subscribe", "Search"]
    links = [
        "Latest videos",
        "Ice rink closes",
        "Bakery opens",
        "Pass stays shut",
        "Lambing live",
        "About us",
        "Contact",
    ]
    found = article(page(*menu, "Crane falls into the basin at Vell", BODY, *links))
    assert found.title == "Crane falls into the basin at Vell"
    assert words(found, "body") == [LEAD, SECOND, THIRD]


def test_markers_of_other_languages_are_known():
    german = "Der Hafen von Vell wurde am Montag gesperrt, nachdem ein Kran in das Becken gestürzt war, so die Behörde."
    found = article(
        page(german, german.replace("Montag", "Dienstag"), "Lesen Sie auch: Eisbahn schließt", "Kommentare")
    )
    assert found.language == "de"
    assert kind_of(found, "Eisbahn") == "related"
    assert kind_of(found, "Kommentare") == "comment"
    assert not found.analysed
