"""The reports, read by markdown-it and by lxml."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st
from lxml import html
from markdown_it import MarkdownIt
from markdown_it.token import Token

from secondsource import records
from secondsource.export.holdings import Quote
from secondsource.export.markdown import _opening, plain, printed
from secondsource.export.report import Sentence
from secondsource.pipeline import Desk

ANY = st.text(
    st.one_of(st.sampled_from("a1.)-+= *_`\\$<>[]!\n"), st.characters(codec="utf-8", exclude_categories=["Cc"])),
    max_size=12,
)
PLACE = re.compile(r"(d[a-z0-9]{10}):(\d+)[-–](\d+)")


def tokens(desk: Desk) -> list[Token]:
    return MarkdownIt("commonmark").enable("table").parse(desk.export("markdown").decode())


def folded(text: str) -> str:
    return " ".join(text.split())


def text_of(token: Token) -> str:
    return "".join(
        part.content if part.type in {"text", "code_inline", "text_special"} else " " if "break" in part.type else ""
        for part in token.children or ()
    )


def test_the_markdown_lists_every_claim_and_all_of_its_evidence(desk: Desk) -> None:
    found = tokens(desk)
    headings = [one for one in found if one.type == "heading_open" and one.tag == "h3"]
    assert len(headings) == len(desk.claims())
    counted = [one for one in found if one.type == "inline" and "counted: " in one.content]
    assert len(counted) == sum(1 for _ in desk.scan(records.Evidence))


def test_bold_words_of_the_markdown_are_the_characters_at_the_place_behind_them(
    desk: Desk, texts: dict[str, str]
) -> None:
    quoted = [one for one in tokens(desk) if one.type == "inline" and "counted: " in one.content]
    assert quoted
    for one in quoted:
        printed = text_of(one)
        doc, start, end = PLACE.findall(printed)[-1]
        assert folded(texts[doc][int(start) : int(end)]) in folded(printed)


def test_text_of_an_article_is_no_markdown(hostile: Desk) -> None:
    inline = [child for one in tokens(hostile) for child in one.children or ()]
    assert not {"html_inline", "image"} & {child.type for child in inline}
    assert {child.attrGet("href") for child in inline if child.type == "link_open"} == {"https://example.org/1"}
    assert not [one for one in tokens(hostile) if one.type == "html_block"]
    assert any("<script>alert(1)</script>" in text_of(one) for one in tokens(hostile))


@given(ANY)
def test_any_text_is_shown_as_it_is(given_text: str) -> None:
    (_, inline, _) = MarkdownIt("commonmark").enable("table").parse(f"a {plain(given_text)} z")
    assert folded(text_of(inline)) == folded(f"a {given_text} z")


@given(ANY, ANY, ANY)
def test_a_sentence_at_the_start_of_a_line_opens_no_list_and_no_heading(before: str, words: str, behind: str) -> None:
    sentence = Sentence(before, Quote(records.Span("d", 0, len(words)), words, "", ""), behind)
    told = _opening(printed(sentence))
    kinds = {token.type for token in MarkdownIt("commonmark").parse(told)}
    assert kinds <= {"paragraph_open", "inline", "paragraph_close"}


@given(ANY, ANY, ANY)
def test_a_sentence_is_shown_as_it_is_whatever_its_marked_words(before: str, words: str, behind: str) -> None:
    sentence = Sentence(before, Quote(records.Span("d", 0, len(words)), words, "", ""), behind)
    (_, inline, _) = MarkdownIt("commonmark").parse(f"a {printed(sentence)} z")
    assert folded(text_of(inline)) == folded(f"a {before}{words}{behind} z")


def test_the_page_for_print_asks_for_nothing_and_runs_nothing(desk: Desk, hostile: Desk) -> None:
    for one in (desk, hostile):
        page = html.fromstring(one.export("html"))
        assert not page.xpath("//script | //link | //img | //iframe | //@href | //@src | //@onclick")


def test_marked_words_of_the_page_are_the_characters_at_their_offsets(desk: Desk, texts: dict[str, str]) -> None:
    lines = html.fromstring(desk.export("html").decode()).xpath("//span[@class='line']")
    assert len(lines) == len(desk.claims()) + sum(1 for _ in desk.scan(records.Evidence))
    for line in lines:
        text = texts[line.get("data-doc")]
        assert line.findtext("mark") == text[int(line.get("data-start")) : int(line.get("data-end"))]
        assert line.text_content() in text


def test_claims_stand_in_the_order_of_the_page(desk: Desk) -> None:
    page = html.fromstring(desk.export("html"))
    for row in desk.stories():
        shown = desk.story(row.id)
        order = [one.id for one in (*shown.highlights, *shown.others)]
        assert page.xpath(f"//article[@id='{row.id}']//section/@id") == order
