"""MediaWiki text, read by mwparserfromhell."""

from __future__ import annotations

import html

import mwparserfromhell
import pytest
from mwparserfromhell.nodes import Tag
from mwparserfromhell.wikicode import Wikicode

from secondsource import records
from secondsource.pipeline import Desk


def read(desk: Desk) -> Wikicode:
    return mwparserfromhell.parse(desk.export("mediawiki").decode())


def shown(code: Wikicode) -> str:
    """Return what a reader sees of a piece of wikitext."""
    text = str(code)
    return html.unescape(text.replace("<nowiki>", "").replace("</nowiki>", ""))


def references(code: Wikicode) -> list[Tag]:
    return [tag for tag in code.filter_tags(recursive=True) if tag.tag == "ref"]


def test_each_claim_and_each_piece_of_evidence_has_a_citation(desk: Desk) -> None:
    wanted = len(desk.stories()) + len(desk.claims()) + sum(1 for _ in desk.scan(records.Evidence))
    found = references(read(desk))
    assert len(found) == wanted
    assert all(ref.contents.filter_templates()[0].name.matches("cite news") for ref in found)


def test_a_citation_quotes_the_characters_of_its_document(desk: Desk, texts: dict[str, str]) -> None:
    for ref in references(read(desk)):
        (template,) = ref.contents.filter_templates()
        quote = shown(template.get("quote").value)
        document = str(ref.contents).rsplit("(", 1)[1].split(",")[0]
        assert quote in " ".join(texts[document].split())


def test_words_of_an_article_call_no_template_and_make_no_link_or_tag(hostile: Desk) -> None:
    code = read(hostile)
    assert {str(one.name).strip() for one in code.filter_templates()} == {"cite news"}
    assert not code.filter_wikilinks()
    assert {str(tag.tag) for tag in code.filter_tags()} <= {"ref", "references", "nowiki", "li"}
    assert "{{Kalder}}" in shown(code)


@pytest.mark.parametrize("level", [2])
def test_each_story_is_a_section(desk: Desk, level: int) -> None:
    headings = [shown(one.title) for one in read(desk).filter_headings() if one.level == level]
    assert len(headings) == len(desk.stories()) + 1
    assert headings[-1].strip() == "References"


def test_quotation_marks_stand_only_around_words_of_a_document(desk: Desk, texts: dict[str, str]) -> None:
    lines = [line for line in desk.export("mediawiki").decode().splitlines() if line.startswith("* ")]
    assert len(lines) == len(desk.claims())
    for line in lines:
        quoted = shown(mwparserfromhell.parse(line.split("<ref>")[0].removeprefix("* “").rsplit("” (", 1)[0]))
        assert any(quoted in " ".join(text.split()) for text in texts.values())
