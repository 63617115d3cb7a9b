from __future__ import annotations

import dataclasses
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pile import CABLE, NO_TABLES, OWN, article

from secondsource.group import copies
from secondsource.records import Document, Duplicate, Stamp

WIRE = article("wire", CABLE, day="2024-03-04", outlet="Northern Press", agency="Northern Press")


def edges(*documents: Document) -> list[Duplicate]:
    return copies(documents, NO_TABLES)


def pairs(*documents: Document) -> set[tuple[str, str, str]]:
    return {(edge.doc_id, edge.of_id, edge.relation) for edge in edges(*documents)}


def words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text.casefold())


def test_a_reprint_points_at_the_wire_it_came_from():
    paper = article("paper", CABLE, day="2024-03-05", outlet="Halvor Echo", agency="Northern Press")
    (edge,) = edges(paper, WIRE)
    assert (edge.doc_id, edge.of_id, edge.relation) == ("paper", "wire", "reprint")
    assert edge.credited
    assert edge.similarity == 1.0


def test_the_agency_itself_is_the_original_even_where_its_page_came_later():
    late = article("late", CABLE, day="2024-03-09", outlet="Northern Press", agency="Northern Press")
    paper = article("paper", CABLE, day="2024-03-05", outlet="Halvor Echo", agency="Northern Press")
    assert pairs(late, paper) == {("paper", "late", "reprint")}


def test_two_reprints_of_one_cable_are_no_copies_of_each_other():
    papers = [
        article(key, CABLE, day="2024-03-05", outlet=outlet) for key, outlet in (("p1", "Echo"), ("p2", "Morning Post"))
    ]
    assert {(doc, of) for doc, of, _ in pairs(*papers, WIRE)} == {("p1", "wire"), ("p2", "wire")}


def test_a_passage_inside_own_reporting_is_embedded():
    report = (
        OWN * 3
        + "\nNorthern Press described the night in its report:\n"
        + CABLE
        + "\n"
        + OWN.replace("baker", "miller")
    )
    edge = edges(article("long", report, day="2024-03-06", outlet="Echo"), WIRE)[0]
    assert (edge.of_id, edge.relation, edge.credited) == ("wire", "embedded", True)


def test_an_abridged_text_with_a_local_lead_is_an_excerpt():
    lead = "The sister of one of the dead men, a nurse in Halvor, was told of the crash by a neighbour on Monday. "
    short = lead + " ".join(CABLE.split(". ")[:2])
    assert pairs(article("short", short, day="2024-03-05", outlet="Echo"), WIRE) == {("short", "wire", "excerpt")}


def test_a_shared_quotation_is_no_copy():
    speech = (
        "“I have driven this line for thirty years and I told them that the bank would not hold another flood, "
        "and nobody in that office wrote it down or called me back or sent a man to look at it,” the driver said. "
    )
    one = "The driver of the wrecked train spoke to reporters in Brennick on Tuesday about the bank. " + speech
    two = "A warning about the river had gone unheard, a hearing was told this week by a witness. " + speech
    assert pairs(article("a", one, day="2024-03-05"), article("b", two, day="2024-03-06")) == set()


def test_a_shared_copyright_notice_is_no_copy():
    notice = " Copyright 2024 Northern Press. All rights reserved. This material may not be published or rewritten."
    other = "A bakery in Halvor has won the prize for the best rye bread of the province for the fourth time running."
    assert pairs(article("a", other + notice, day="2024-03-05"), article("b", OWN + notice, day="2024-03-05")) == set()


def test_what_very_many_otherwise_different_pages_share_is_furniture():
    tail = " You are reading one of the stories that our members make possible every day of the year across the valley."
    pages = [
        article(f"p{n}", " ".join(f"word{n}x{k}" for k in range(120)) + "." + tail * 2, day="2024-03-05")
        for n in range(70)
    ]
    assert edges(*pages) == []


def test_a_thousand_reprints_are_found_although_all_share_every_word():
    papers = [article(f"p{n:03}", CABLE, day="2024-03-05", outlet=f"Echo {n}") for n in range(90)]
    assert {(edge.doc_id, edge.of_id) for edge in edges(*papers, WIRE)} == {(f"p{n:03}", "wire") for n in range(90)}


def test_a_changed_number_shows_as_a_gap_between_passages():
    changed = CABLE.replace("two crew", "seven crew")
    (edge,) = edges(article("later", changed, day="2024-03-05", outlet="Echo"), WIRE)
    copied = " ".join(changed[p.span.start : p.span.end] for p in edge.passages)
    assert "seven" not in copied


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 0, 2)])
def test_the_order_of_arrival_changes_nothing(order):
    pile = [
        WIRE,
        article("p1", CABLE, day="2024-03-05", outlet="Echo"),
        article("p2", OWN * 3 + CABLE, day="2024-03-05", outlet="Post"),
    ]
    assert edges(*(pile[place] for place in order)) == edges(*pile)


SENTENCES = [f"{sentence}." for sentence in (CABLE + " " + OWN).split(". ")]
PILES = st.lists(st.lists(st.sampled_from(SENTENCES), min_size=2, max_size=6), min_size=2, max_size=6)


@settings(max_examples=40, deadline=None)
@given(PILES, st.data())
def test_edges_form_no_circle_and_passages_repeat_their_original(piles, data):
    days = [data.draw(st.sampled_from([None, "2024-03-04", "2024-03-05"])) for _ in piles]
    pile = {f"d{n}": article(f"d{n}", " ".join(body), day=days[n]) for n, body in enumerate(piles)}
    found = edges(*pile.values())
    for edge in found:
        for passage in edge.passages:
            ours = pile[edge.doc_id].slice(passage.span)
            theirs = pile[edge.of_id].slice(passage.of_span)
            assert words(ours) == words(theirs)
    links = {(edge.doc_id, edge.of_id) for edge in found}
    while links:
        ends = {of for _, of in links} - {doc for doc, _ in links}
        assert ends, "a circle of copies"
        links = {(doc, of) for doc, of in links if of not in ends}


def test_three_states_of_a_page_are_versions_of_the_first():
    grown = [
        article(f"v{n}", CABLE.replace("two", number) + OWN * (n - 1), day=f"2024-03-0{n}", outlet="Echo", url=url)
        for n, (number, url) in enumerate((("two", "https://e.example/1"), ("seven", "https://e.example/1")), start=1)
    ]
    moved = article(
        "v3", CABLE.replace("two", "nine") + OWN, day="2024-03-03", outlet="Echo", url="https://e.example/2"
    )
    found = pairs(*grown, moved)
    assert {relation for _, _, relation in found} == {"version"}
    assert {doc for doc, _, _ in found} == {"v2", "v3"}


def test_of_two_versions_of_one_day_the_later_hour_is_the_copy():
    early, late = (
        article(name, text, day=f"2024-03-04T{hour}:00:00+00:00", outlet="Echo", url="https://e.example/1")
        for name, text, hour in (("early", CABLE + OWN, "08"), ("late", CABLE, "21"))
    )
    assert pairs(early, late) == {("late", "early", "version")}


def test_of_two_versions_published_on_one_day_the_one_put_right_later_is_the_copy():
    first, second = (
        dataclasses.replace(
            article(name, text, day="2024-03-04", outlet="Echo"), updated=Stamp(f"2024-03-{day}", "given")
        )
        for name, text, day in (("first", CABLE + OWN, "05"), ("second", CABLE, "07"))
    )
    assert pairs(first, second) == {("second", "first", "version")}


def test_of_two_versions_without_an_hour_the_longer_one_is_the_copy():
    short, grown = (
        article(name, text, day="2024-03-04", outlet="Echo") for name, text in (("a", CABLE), ("b", CABLE + OWN))
    )
    assert pairs(short, grown) == {("b", "a", "version")}


def test_a_text_that_lost_the_agencys_mark_is_the_copy():
    marked = article("marked", CABLE, day="2024-03-04", outlet="Post", agency="Northern Press")
    bare = article("bare", CABLE + " A local line stands below it all.", day="2024-03-04", outlet="Echo")
    assert {(doc, of) for doc, of, _ in pairs(bare, marked)} == {("bare", "marked")}


def test_a_blog_that_gives_the_papers_address_took_from_it_although_it_is_dated_before():
    paper = article("paper", CABLE, day="2024-03-05", outlet="Echo", url="https://www.echo.example/train")
    blog = article("blog", CABLE + "\nhttps://echo.example/old/train", day="2024-03-04", outlet="Rail Diary")
    (edge,) = edges(paper, blog)
    assert (edge.doc_id, edge.of_id, edge.credited) == ("blog", "paper", True)
