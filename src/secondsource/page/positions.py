"""Positions by side: on each open claim who says so and who says not, and what each body says."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from secondsource.page.assertions import Assertion, assertions, gist_line
from secondsource.page.counts import Counts, claim_counts
from secondsource.page.register import Masthead, Register
from secondsource.page.statuses import AGAINST, OPEN, ORDER
from secondsource.page.words import Line
from secondsource.records import Attribution, Claim, Stance, Status, Story

BODIES, LINES = 8, 3
"""Bodies that are listed, and statements of each that are printed."""


@dataclass(frozen=True, slots=True)
class Contest:
    """A claim on which accounts part: who says so (texts without a source only if nobody else), and who says not."""

    claim_id: str
    gist: Line
    status: Status
    counts: Counts
    for_: tuple[Assertion, ...]
    against: tuple[Assertion, ...]


@dataclass(frozen=True, slots=True)
class Statement:
    """What a body says in one place."""

    line: Line
    speaker: str
    stance: Stance
    document: Masthead


@dataclass(frozen=True, slots=True)
class Side:
    """A body with what it says; `more` counts the statements that are not printed."""

    body: str
    speakers: tuple[str, ...]
    statements: tuple[Statement, ...]
    more: int


def contests(register: Register, claims: Iterable[Claim]) -> tuple[Contest, ...]:
    """Return the claims on which accounts part."""
    found = []
    for claim in claims:
        assessment = register.assessment(claim.id)
        if assessment.status not in OPEN and not assessment.n_against:
            continue
        said = assertions(register, claim.id)
        against = tuple(one for one in said if one.first.against)
        supports = tuple(one for one in said if not one.first.against)
        if not against and assessment.status != "disputed":
            continue
        found.append(
            Contest(
                claim.id,
                gist_line(register, claim),
                assessment.status,
                claim_counts(assessment),
                tuple(one for one in supports if one.first.named) or supports,
                against,
            )
        )
    return tuple(sorted(found, key=lambda one: ORDER[one.status]))


def sides(register: Register, story: Story) -> tuple[Side, ...]:
    """Return the bodies of a story that speak most, with what they say in texts that are not copies."""
    by_body: defaultdict[str, list[Attribution]] = defaultdict(list)
    for one in register.attributions.values():
        body = one.body or one.speaker
        if body and one.content and one.doc_id in story.doc_ids and not register.copied(one.content[0]):
            by_body[body].append(one)
    ranked = sorted(by_body.items(), key=lambda item: (-len(item[1]), item[0]))
    return tuple(_side(register, body, said) for body, said in ranked[:BODIES])


def _side(register: Register, body: str, said: list[Attribution]) -> Side:
    inner = [one for one in said if one.id not in {other.parent for other in said}]
    ordered = sorted(inner, key=lambda one: (one.stance not in AGAINST | {"admits"}, one.doc_id, one.content[0].start))
    shown = tuple(_statement(register, one) for one in ordered[:LINES])
    speakers = Counter(one.speaker for one in said if one.speaker and one.speaker != body)
    return Side(body, tuple(name for name, _ in speakers.most_common(3)), shown, len(inner) - len(shown))


def _statement(register: Register, one: Attribution) -> Statement:
    line = register.line(*one.content)
    return Statement(line, one.speaker or one.body or "", one.stance, register.masthead(one.doc_id))
