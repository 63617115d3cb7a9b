"""Positions by side: on each open claim who says so and who says not, and what each body says."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from secondsource.page.assertions import Assertion, assertions, gist_line
from secondsource.page.counts import Counts, claim_counts
from secondsource.page.register import Masthead, Register, full_names
from secondsource.page.statuses import AGAINST, OPEN, ORDER
from secondsource.page.words import Line
from secondsource.records import Attribution, Claim, Evidence, Span, Stance, Status, Story

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
    return tuple(sorted(found, key=lambda one: (one.gist.fragment, ORDER[one.status], -len(one.for_))))


def sides(register: Register, story: Story) -> tuple[Side, ...]:
    """Return the bodies of a story that speak most, with what they say in texts that are not copies."""
    by_body: defaultdict[str, list[Attribution]] = defaultdict(list)
    known = _origins(register)
    for one in register.attributions.values():
        body = known.get(one.body or one.speaker or "", one.body or one.speaker)
        if body and one.content and one.doc_id in story.doc_ids and not register.copied(one.content[0]):
            by_body[body].append(one)
    ranked = sorted(by_body.items(), key=lambda item: (-len(item[1]), item[0]))
    return tuple(_side(register, body, said) for body, said in ranked[:BODIES])


def _origins(register: Register) -> dict[str, str]:
    """Return the name under which each body is counted as an origin, so that the page calls it by one name."""
    found: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for row in register.dossier.evidence:
        one = register.attributions.get(row.ref or "")
        body = (one.body or one.speaker) if one else None
        if body and row.origin:
            found[body][row.origin] += 1
    return {body: counted.most_common(1)[0][0] for body, counted in found.items()}


def _side(register: Register, body: str, said: list[Attribution]) -> Side:
    parents = {other.parent for other in said}
    inner = _once(_statement(register, one) for one in said if one.id not in parents)
    ordered = sorted(inner, key=lambda one: _turn(register, one))
    speakers = Counter(one.speaker for one in said if one.speaker and one.speaker != body)
    names = full_names(name for name, _ in speakers.most_common())
    return Side(body, names[:3], tuple(ordered[:LINES]), max(0, len(inner) - LINES))


def _once(statements: Iterable[Statement]) -> list[Statement]:
    """Return one statement a sentence: the one that marks most of it."""
    found: dict[Span, Statement] = {}
    for one in sorted(statements, key=lambda one: -sum(map(len, one.line.marks))):
        found.setdefault(one.line.words.span, one)
    return list(found.values())


def _turn(register: Register, one: Statement) -> tuple[bool, bool, str, Span]:
    """Return the place of a statement: fragments last, denials and admissions first, then by day."""
    day = str(register.doc_day(one.document.doc_id) or "9999")
    return one.line.fragment, one.stance not in AGAINST | {"admits"}, day, one.line.words.span


def _statement(register: Register, one: Attribution) -> Statement:
    line = register.line(*one.content)
    stance = weighed(one, register.evidence_of(one.id))
    return Statement(line, one.speaker or one.body or "", stance, register.masthead(one.doc_id))


def weighed(said: Attribution, evidence: Iterable[Evidence]) -> Stance:
    """Return what a speaker does with what he says, in the light of what others say.

    `no official had asked to see it` has the form of a denial; it is one only where it counts against a claim.
    """
    stances = {row.stance for row in evidence}
    return said.stance if not stances or said.stance in stances else min(stances)
