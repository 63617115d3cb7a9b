"""Makes an entry of the log out of what a person names: ids, names, a value, or words of a document."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import cast, get_args

from secondsource.errors import UsageError
from secondsource.pipeline.anchoring import selector, whole
from secondsource.pipeline.reader import Reader
from secondsource.pipeline.written import value_of, words_at
from secondsource.records import (
    READ_KINDS,
    Attribution,
    Claim,
    Correction,
    CorrectionKind,
    Document,
    Entity,
    Evidence,
    Figure,
    Grade,
    Selector,
    Span,
    Story,
    sealed,
)

Names = Sequence[str]
"""What a person names behind the kind, as written on the command line."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Who corrects, why, and when (ISO 8601 with UTC offset)."""

    by: str
    because: str
    made: str


USAGE: Mapping[CorrectionKind, str] = {
    "speaker": "ID NAME [BODY]",
    "figure": "ID VALUE",
    "same": "ID ID",
    "different": "ID ID",
    "merge-stories": "STORY STORY",
    "split-story": "STORY DOCUMENT...",
    "merge-people": "STORY NAME NAME",
    "split-people": "STORY NAME NAME|DOCUMENT...",
    "not-a-copy": "DOCUMENT DOCUMENT",
    "restore": "DOCUMENT WORDS",
    "cut": "DOCUMENT WORDS",
    "reliability": "SOURCE A-F",
    "note": "ID",
}
"""What each kind is told; `NAME` and `VALUE` may be `none`, `WORDS` may be offsets (`120:260`)."""


def drafted(desk: Reader, kind: CorrectionKind, names: Names, reason: Reason) -> Correction:
    """Return the entry that says so, with selectors for the words that it is about.

    Raises:
        UsageError: something named is not there, or is not what this kind is told.
    """
    if not reason.by.strip() or not reason.because.strip():
        message = "a correction needs its author and its reason: --by NAME --because TEXT"
        raise UsageError(message)
    if kind not in USAGE or not _fits(USAGE[kind], names):
        message = f"say: correct {kind} {USAGE.get(kind, '')} --by NAME --because TEXT"
        raise UsageError(message)
    draft = Correction(id="", kind=kind, by=reason.by.strip(), because=reason.because.strip(), made=reason.made)
    return sealed(_DRAFTS[kind](desk, names, draft))


def _fits(usage: str, names: Names) -> bool:
    parts = usage.split()
    most = 99 if "..." in usage else len(parts)
    return sum(not part.startswith("[") for part in parts) <= len(names) <= most and all(name.strip() for name in names)


def _told(draft: Correction, *targets: Selector) -> Correction:
    return replace(draft, targets=targets)


def _at(desk: Reader, span: Span) -> Selector:
    return selector(desk.get(Document, span.doc_id), span.start, span.end)


def _speaker(desk: Reader, names: Names, draft: Correction) -> Correction:
    key, name, *body = names
    said = _said(desk, key)
    parts = said.content or said.cue
    place = _at(desk, Span(said.doc_id, parts[0].start, max(part.end for part in parts)))
    nobody = name.casefold() == "none"
    return replace(draft, targets=(place,), name=None if nobody else name, other=body[0] if body else None)


def _said(desk: Reader, key: str) -> Attribution:
    """Return the attribution with this id, or the one that a piece of evidence rests on."""
    ref = desk.get(Evidence, key).ref if key.startswith("e") else key
    if ref and ref.startswith("f"):
        ref = desk.get(Figure, ref).attribution
    if ref is None or not ref.startswith("a"):
        message = f"'{key}' is nothing that somebody says; `secondsource quotes` lists the ids (a...)"
        raise UsageError(message)
    return desk.get(Attribution, ref)


def _figure(desk: Reader, names: Names, draft: Correction) -> Correction:
    key, value = names
    ref = desk.get(Evidence, key).ref if key.startswith("e") else key
    if ref is None or not ref.startswith("f"):
        message = f"'{key}' is no figure; `secondsource figures` lists the ids (f...)"
        raise UsageError(message)
    return replace(draft, targets=(_at(desk, desk.get(Figure, ref).span),), value=value_of(value))


def _claims(desk: Reader, names: Names, draft: Correction) -> Correction:
    one, other = (_evidence(desk, key) for key in names)
    homes = [desk.get(Claim, each.claim_id) for each in (one, other)]
    if draft.kind == "different" and one.id == other.id:
        one = _another(desk, other, names[0])
    if draft.kind == "different" and one.claim_id != other.claim_id:
        message = f"'{names[0]}' and '{names[1]}' are two claims already"
        raise UsageError(message)
    if len({claim.storyline_id for claim in homes}) > 1:
        message = "these claims belong to two affairs; merge their stories first (correct merge-stories)"
        raise UsageError(message)
    if len({claim.kind == "figure" for claim in homes}) > 1:
        message = "a figure and what is no figure cannot be one claim"
        raise UsageError(message)
    return _told(draft, _at(desk, one.span), _at(desk, other.span))


def _evidence(desk: Reader, key: str) -> Evidence:
    """Return the evidence with this id, or that of the claim with this id whose words stand for it."""
    if key.startswith("e"):
        return desk.get(Evidence, key)
    claim = desk.get(Claim, key)
    found = _of_claim(desk, claim.id)
    return next((each for each in found if each.span.overlaps(claim.gist)), found[0])


def _another(desk: Reader, leaving: Evidence, key: str) -> Evidence:
    others = [each for each in _of_claim(desk, leaving.claim_id) if each.id != leaving.id]
    if not others:
        message = f"'{key}' is all the evidence of its claim; there is nothing that it could differ from"
        raise UsageError(message)
    return others[0]


def _of_claim(desk: Reader, key: str) -> list[Evidence]:
    return [each for each in desk.dossier(desk.get(Claim, key).storyline_id).evidence if each.claim_id == key]


def _merged(desk: Reader, names: Names, draft: Correction) -> Correction:
    one, other = (desk.get(Story, key) for key in names)
    if one.id == other.id:
        message = f"'{names[0]}' and '{names[1]}' are one story already"
        raise UsageError(message)
    return _told(draft, *(whole(desk.get(Document, doc)) for doc in (one.doc_ids[0], *other.doc_ids)))


def _split(desk: Reader, names: Names, draft: Correction) -> Correction:
    story = desk.get(Story, names[0])
    leaving = [desk.get(Document, key) for key in names[1:]]
    staying = [doc for doc in story.doc_ids if doc not in {document.id for document in leaving}]
    if not staying or len(staying) + len({each.id for each in leaving}) != len(story.doc_ids):
        message = "name documents of the story that leave it, and leave it at least one"
        raise UsageError(message)
    return _told(draft, whole(desk.get(Document, staying[0])), *map(whole, leaving))


def _people(desk: Reader, names: Names, draft: Correction) -> Correction:
    entities = desk.dossier(names[0]).entities
    first = _mention(desk, entities, names[1])
    if draft.kind == "split-people" and all(_is_document(desk, key) for key in names[2:]):
        there = [[each for each in entities if each.doc_id == desk.get(Document, key).id] for key in names[2:]]
        return replace(
            draft,
            targets=(_elsewhere(desk, entities, names), *(_mention(desk, each, names[1]) for each in there)),
            name=names[1],
            other=names[1],
        )
    if len(names) > 3 or names[1] == names[2]:
        message = f"say: correct {draft.kind} {USAGE[draft.kind]}"
        raise UsageError(message)
    return replace(draft, targets=(first, _mention(desk, entities, names[2])), name=names[1], other=names[2])


def _elsewhere(desk: Reader, entities: Sequence[Entity], names: Names) -> Selector:
    other = {desk.get(Document, key).id for key in names[2:]}
    return _mention(desk, [each for each in entities if each.doc_id not in other], names[1])


def _mention(desk: Reader, entities: Sequence[Entity], name: str) -> Selector:
    """Return the first place at which the text names somebody so."""
    spans = sorted(each.mentions[0] for each in entities if name in {each.name, each.body} and each.mentions)
    if not spans:
        message = f"nobody is called '{name}' there; `secondsource sources` lists the names"
        raise UsageError(message)
    return _at(desk, spans[0])


def _is_document(desk: Reader, key: str) -> bool:
    try:
        return bool(desk.get(Document, key))
    except UsageError:
        return False


def _copy(desk: Reader, names: Names, draft: Correction) -> Correction:
    one, other = (desk.get(Document, key) for key in names)
    if one.id == other.id:
        message = "name two documents"
        raise UsageError(message)
    return _told(draft, whole(one), whole(other))


def _section(desk: Reader, names: Names, draft: Correction) -> Correction:
    document = desk.get(Document, names[0])
    start, end = words_at(document, names[1])
    if draft.kind == "cut":
        return _told(draft, selector(document, start, end))
    held = [each.span for each in document.sections if each.span.start < end and start < each.span.end]
    cut = [each.span for each in document.sections if each.span in held and each.kind not in READ_KINDS]
    if not cut:
        message = "these words were not cut; `secondsource show` marks what was"
        raise UsageError(message)
    return _told(draft, selector(document, cut[0].start, cut[-1].end))


def _reliability(desk: Reader, names: Names, draft: Correction) -> Correction:
    del desk
    grade = cast("Grade", names[1].upper())
    if grade not in get_args(Grade):
        message = f"'{names[1]}' is no grade; A is completely reliable, E is not, F cannot be judged"
        raise UsageError(message)
    return replace(draft, name=names[0], grade=grade)


def _note(desk: Reader, names: Names, draft: Correction) -> Correction:
    key = names[0]
    return _told(draft, _NOTED.get(key[:1], _noted_nothing)(desk, key))


def _noted_nothing(desk: Reader, key: str) -> Selector:
    del desk
    message = f"'{key}' is no id of a story, document, claim, evidence, figure or attribution"
    raise UsageError(message)


def _words_said(desk: Reader, key: str) -> Selector:
    said = _said(desk, key)
    parts = said.content or said.cue
    return _at(desk, Span(said.doc_id, parts[0].start, max(part.end for part in parts)))


_NOTED: Mapping[str, Callable[[Reader, str], Selector]] = {
    "s": lambda desk, key: _at(desk, desk.get(Story, key).title),
    "d": lambda desk, key: whole(desk.get(Document, key)),
    "c": lambda desk, key: _at(desk, desk.get(Claim, key).gist),
    "e": lambda desk, key: _at(desk, desk.get(Evidence, key).span),
    "f": lambda desk, key: _at(desk, desk.get(Figure, key).span),
    "a": _words_said,
}
_DRAFTS: Mapping[CorrectionKind, Callable[[Reader, Names, Correction], Correction]] = {
    "speaker": _speaker,
    "figure": _figure,
    "same": _claims,
    "different": _claims,
    "merge-stories": _merged,
    "split-story": _split,
    "merge-people": _people,
    "split-people": _people,
    "not-a-copy": _copy,
    "restore": _section,
    "cut": _section,
    "reliability": _reliability,
    "note": _note,
}
