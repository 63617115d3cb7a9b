"""Markdown: read as the page it stands for, with what its front matter says."""

from __future__ import annotations

from tests.ingest.page_reading import article, refusal, words

CLIPPING = """\
---
title: "Crane falls at Vell"
source: https://herald.example/crane
site: Vell Herald
author:
  - "[[Ilse Orn]]"
  - Pol Grant
published: 2025-03-04T07:30:00+01:00
created: 2025-03-06
tags: [harbour, clippings]
---

# Crane falls at Vell

![The crane in the basin of Vell](crane.jpg)

The harbour of **Vell** was closed on Monday after a [crane](https://herald.example/cranes) fell into the
basin, the *port authority* said.

> “Two ships bound for Marra were turned away,” Ilse Orn said.

- A third ship is still waiting outside the harbour, she said.
"""


def test_marks_are_taken_out_and_paragraphs_become_lines():
    found = article(CLIPPING, "crane.md")
    assert found.format == "markdown"
    assert words(found, "body") == [
        "The harbour of Vell was closed on Monday after a crane fell into the basin, the port authority said.",
        "“Two ships bound for Marra were turned away,” Ilse Orn said.",
        "A third ship is still waiting outside the harbour, she said.",
    ]
    assert words(found, "headline") == ["Crane falls at Vell"]
    assert words(found, "caption") == ["The crane in the basin of Vell"]


def test_front_matter_says_title_address_outlet_authors_and_days():
    found = article(CLIPPING, "crane.md")
    assert (found.title, found.url) == ("Crane falls at Vell", "https://herald.example/crane")
    assert (found.outlet, found.byline) == ("Vell Herald", "Ilse Orn, Pol Grant")
    assert found.published is not None
    assert found.published.value == "2025-03-04T07:30+01:00"


def test_front_matter_tells_markdown_without_a_suffix():
    assert article(CLIPPING, "-").format == "markdown"


def test_a_text_between_rules_is_no_front_matter():
    found = article("---\nThe harbour of Vell was closed on Monday, the port authority said.\n---\n", "-")
    assert found.format == "text"


def test_the_first_heading_is_the_title_where_nothing_else_is():
    text = "# Crane *falls*\n\nThe harbour of Vell was closed on Monday after a crane fell, the authority said.\n"
    assert article(text, "a.md").title == "Crane falls"


def test_quotation_marks_and_figures_stay_as_they_are():
    sentence = "“It fell at 4.30 a.m.,” she said; 1,250 tonnes & two ships were lost, 'all' of them -- so far."
    assert article(f"{sentence}\n", "a.md").text == sentence


def test_a_list_of_links_is_a_reject():
    assert refusal("- [Sport](a)\n- [Weather](b)\n", "links.md").startswith("no article text")
