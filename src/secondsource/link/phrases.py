"""Takes a source apart: the name in it, the roles it gives, the body it belongs to, the one who owns it."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from secondsource.link import vocabulary as words
from secondsource.link.lookups import Tables
from secondsource.link.tails import MARK, behind, clean, is_capital, is_initials, organisation_of, until_tail
from secondsource.records import MentionKind

Gender = Literal["male", "female", ""]

_TOKEN = re.compile(r"[^\s,;:“”\"()\[\]]+")
_ALIAS = re.compile(r"\s*\(([^()]*)\)")
_BREAK = re.compile(r"\s*(?:,(?!\d)|\s[–—-]{1,2}\s)\s*")
_LOOSEMARK = re.compile(r"\s+['’]s\b")
_ASIDES = frozenset({"who", "whose", "which", "in", "on", "at", "after", "speaking", "citing", "where", "aged", "with"})
_POSSESSOR = re.compile(r"^(?:his|her|their|its|my)\s+", re.IGNORECASE)
_CALLED = re.compile(r"\b(?:calling itself|known as|called|named|dubbed|nicknamed)\s+", re.IGNORECASE)
_AUTHOR = re.compile(
    r"\b(?:by|from|of)\s+(?:the\s+)?(?P<author>[^,;]+)$|\bof\s+(?:the\s+)?(?P<owner>[^,;]+)$", re.IGNORECASE
)
_LINKS = frozenset({"of", "de", "del", "della", "da", "di", "du", "van", "von", "der", "den", "bin", "bint", "ibn",
                    "al", "el", "la", "and", "for", "the", "on", "in", "&"})  # fmt: skip


_PHRASES = 8_192
"""Phrases that are remembered, since a document names the same parties again and again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A source taken apart; every part is words of the text, `""` where it has none.

    Attributes:
        name: a proper name without form of address.
        kind: what the name is of, as far as the phrase tells.
        noun: the description without determiner ("coast guard spokesman"), when there is no name: the source itself.
        roles: every description in it, that before the name, behind it and its title, lower case but for names.
        home: the body that it is of, at or for.
        owner: the possessor ("its", "the captain", "Moscow").
        author: who made the paper that is the source.
        alias: an abbreviation in parentheses.
    """

    text: str
    name: str = ""
    kind: MentionKind = "other"
    noun: str = ""
    roles: tuple[str, ...] = ()
    home: str = ""
    owner: str = ""
    author: str = ""
    alias: str = ""
    gender: Gender = ""
    definite: bool = False

    @property
    def head(self) -> str:
        """The last word of the description, lower case."""
        return self.noun.split()[-1].lower() if self.noun else ""


@functools.lru_cache(maxsize=_PHRASES)
def parse(text: str, tables: Tables, *, names: frozenset[str] = frozenset()) -> Phrase:
    """Return the parts of the source `text`.

    Args:
        text: the words of a source.
        tables: titles and states.
        names: words that are names in this document; a single capitalised word at the start is one only then.
    """
    alias = next((found for found in _ALIAS.findall(text) if is_initials(found)), "")
    bare = (_ALIAS.sub("", text) or text.strip("()")).strip(" \t\r\n“”\"'‘’,;:—–-")
    pieces = [piece for piece in _BREAK.split(bare) if piece]
    parts = [_part(piece, tables, names, first=at == 0) for at, piece in enumerate(pieces)]
    if not parts:
        return Phrase(text=text)
    head = _head(parts)
    return _joined(text, parts, head, alias)


def _joined(text: str, parts: Sequence[Phrase], head: int, alias: str) -> Phrase:
    main = parts[head]
    others = [part for at, part in enumerate(parts) if at != head]
    beside = [part for part in others if part.noun or part.roles]
    roles = [role for part in (main, *beside) for role in part.roles]
    roles += [part.noun for part in beside if part.noun]
    if main.name and main.noun:
        roles.append(main.noun)
    kind = main.kind
    if main.name and any(part.text.lower().startswith("which ") for part in others):
        kind = "organisation"
    if kind != "organisation" and any(_last(role) in words.PERSONS for role in roles):
        kind = "person"
    return Phrase(
        text=text,
        name=main.name,
        kind=kind,
        noun="" if main.name else main.noun,
        roles=tuple(dict.fromkeys(roles)),
        home=main.home or (_first(part.home for part in beside) if main.name else ""),
        owner=main.owner or (_first(part.owner for part in beside) if main.name else ""),
        author=main.author,
        alias=alias,
        gender=main.gender
        or _gender(_POSSESSOR.sub("", " ".join(each.text for each in parts if not _of_another(each)))),
        definite=main.definite,
    )


def _of_another(part: Phrase) -> bool:
    """Tell whether a clause speaks of somebody else (`whose husband …`)."""
    return part.text.lower().startswith("whose ")


def _first(values: Iterable[str]) -> str:
    return next((value for value in values if value), "")


def _head(parts: Sequence[Phrase]) -> int:
    """Return which part names the source: the first one, or the bare name behind a description."""
    if parts[0].name:
        return 0
    if not parts[0].noun and len(parts) > 1 and (parts[1].name or parts[1].noun):
        return 1
    for at, part in enumerate(parts[1:3], start=1):
        if part.name and not part.noun and not part.owner and not part.home:
            return at
    return 0


def _part(piece: str, tables: Tables, names: frozenset[str], *, first: bool) -> Phrase:
    """Take one stretch between commas apart."""
    called = _CALLED.search(piece)
    inner = _part(piece[called.end() :], tables, names, first=False) if called else None
    if called and inner and inner.name:
        return Phrase(text=piece, name=inner.name, kind="organisation", roles=(_plain(piece[: called.start()]),))
    tokens = _TOKEN.findall(_LOOSEMARK.sub("’s", piece))
    if tokens and tokens[0].lower() in _ASIDES and not first:
        return _heading(piece, tokens)
    while len(tokens) > 1 and tokens[-1].lower() in words.TRAILING:
        tokens.pop()
    tokens, context = _opened(tokens, _Context(tables, names, first, "", definite=False))
    if tokens and tokens[0].lower() == "of":
        return Phrase(text=piece)
    base, rest = _cut(tokens)
    base, context = _owned(base, context)
    body, name = _office_of(base, rest, definite=context.definite) if rest else ([], [])
    if name:
        home = clean(body)
        return Phrase(
            text=piece, name=clean(name), kind="person", roles=(" ".join(base),), home=home, owner=context.owner
        )
    return _named(piece, base, rest, context)


def _heading(piece: str, tokens: Sequence[str]) -> Phrase:
    """Take a clause that tells what somebody is head of (`who heads the mission`); others tell nothing."""
    heads = len(tokens) > 2 and tokens[0].lower() == "who" and tokens[1].lower() in words.HEADING
    definite = heads and (tokens[2].lower() == "the" or is_capital(tokens[2]))
    home = until_tail(tokens[2:]) if definite else ""
    return Phrase(text=piece, roles=("head",), home=home) if home else Phrase(text=piece)


def _opened(tokens: list[str], context: _Context) -> tuple[list[str], _Context]:
    """Drop determiners and numbers; a possessive pronoun is the owner."""
    definite = bool(tokens) and tokens[0].lower() in {"the", "this", "that"}
    context = replace(context, definite=definite)
    while len(tokens) > 1:
        low = tokens[0].lower()
        if low not in words.DETERMINERS and low not in words.POSSESSIVES and not low.isdigit():
            break
        owner = low if low in words.POSSESSIVES else context.owner
        context = replace(context, owner=owner, first=False)
        tokens = tokens[1:]
    return tokens, context


def _owned(base: list[str], context: _Context) -> tuple[list[str], _Context]:
    """Part a possessor from what it owns (`Norway’s | foreign minister`)."""
    at = max((i for i, token in enumerate(base[:-1]) if MARK.search(token) and not _in_name(base, i)), default=-1)
    if at < 0:
        return base, context
    owner = MARK.sub("", " ".join(base[: at + 1]))
    return base[at + 1 :], replace(context, owner=owner, first=False, definite=True)


@dataclass(frozen=True, slots=True)
class _Context:
    tables: Tables
    names: frozenset[str]
    first: bool
    owner: str
    definite: bool


def _in_name(tokens: Sequence[str], at: int) -> bool:
    """Tell whether a possessive is part of a name (`Tolland Divers’ Club`, `Oss County Sheriff’s Office`)."""
    following = tokens[at + 1]
    office = MARK.sub("", tokens[at]).lower() in words.PERSONS and tokens[at][:1].isupper()
    return (office or tokens[at].endswith(("’", "'"))) and following[:1].isupper() and following.lower() in words.BODIES


def _cut(tokens: Sequence[str]) -> tuple[list[str], list[str]]:
    """Part a noun phrase from what follows it (`of the port`, `who runs …`, `drawn up by …`)."""
    for at, token in enumerate(tokens):
        low = token.lower()
        if at and (low in words.TAILS or low in {"of", "for", "at", "from"}):
            if low in {"of", "for"} and organisation_of(tokens[:at]):
                continue
            if low in {"in", "on", "to", "with"} and token.islower() and organisation_of(tokens[:at]):
                continue
            return list(tokens[:at]), list(tokens[at:])
    return list(tokens), []


def _named(piece: str, base: list[str], rest: list[str], context: _Context) -> Phrase:
    tables = context.tables
    run = _final_run(base, context)
    before, name = base[: len(base) - len(run)], list(run)
    title: list[str] = []
    size = tables.title_length(name) or _role_length(name, tables)
    title, name = name[:size], name[size:]
    while len(name) > 1 and _is_person_name(name[1:], title or before) and tables.state_of(name[0]):
        title.append(name.pop(0))
    home, author = behind(rest)
    roles = tuple(role for role in (" ".join(before), " ".join(title)) if role)
    if name and not tables.is_address(title[-1:]) and _is_title(name, tables):
        before, name, roles = [*before, *title, *name], [], ()
    whole = before if not name else []
    kind = _kind(name, [*before, *title])
    lowercase_body = not name and bool(before) and _named_body(before)
    return Phrase(
        text=piece,
        name=clean(name) if name else (clean(before) if lowercase_body else ""),
        kind="organisation" if lowercase_body else kind,
        noun="" if lowercase_body else clean(whole),
        roles=() if not name else roles,
        home=home,
        owner=context.owner,
        author=author,
        gender=tables.gender(title) or _gender(" ".join([*before, *title])),
        definite=context.definite,
    )


def _final_run(base: Sequence[str], context: _Context) -> Sequence[str]:
    """Return the capitalised words at the end, small words between them included."""
    at = len(base)
    while at > 0:
        token = base[at - 1]
        if is_capital(token) or (at < len(base) and token.lower() in _LINKS):
            at -= 1
            continue
        break
    while at < len(base) and base[at].lower() in _LINKS and not is_capital(base[at]):
        at += 1
    run = base[at:]
    lone = len(run) == 1 and len(base) == 1 and context.first
    if lone and not (MARK.sub("", run[0]) in context.names or is_initials(run[0])) and _is_common(run[0]):
        return []
    return run


def _is_common(word: str) -> bool:
    """Tell whether a capitalised word at a sentence's start is rather a noun (`Investigators`, `Police`)."""
    low = word.lower()
    return low in words.PERSONS | words.BODIES | words.PAPERS | words.DETERMINERS | words.PRONOUNS or low.endswith("s")


def _role_length(name: Sequence[str], tables: Tables) -> int:
    """Return how many words stand before a name because a role ends them (`Deputy Ports Minister Ann Li`)."""
    best = 0
    for at in range(1, len(name)):
        rest = name[at:]
        short = len(rest) <= 3 and all(map(is_capital, rest)) and rest[-1].lower() not in words.BODIES
        office = name[at - 1].lower() in words.PERSONS | {"ceo"} or tables.ends_title(name[:at])
        if short and office and "of" not in name[:at]:
            best = at
    return best


def _office_of(base: Sequence[str], rest: Sequence[str], *, definite: bool) -> tuple[list[str], list[str]]:
    """Part `Minister of Education Ann Li` into the office and the name, which no comma parts."""
    run = list(rest[1:])
    article = bool(run) and run[0].lower() == "the"
    run = run[1:] if article else run
    capital = len(run) >= 3 and all(map(is_capital, run)) and run[-1].lower() not in words.BODIES
    if (
        definite
        or not capital
        or rest[0].lower() not in {"of", "for"}
        or base[-1].lower() not in words.PERSONS | {"ceo"}
    ):
        return [], []
    last = max((at for at, token in enumerate(run[:-1]) if token.lower() in words.BODIES), default=len(run) - 3)
    return run[: last + 1], run[last + 1 :]


def _is_title(name: Sequence[str], tables: Tables) -> bool:
    return _last(" ".join(name)) in words.PERSONS and (
        tables.is_title(name) or all(token.lower() in words.PERSONS or tables.state_of(token) for token in name)
    )


def _is_person_name(name: Sequence[str], before: Sequence[str]) -> bool:
    return bool(before) and 1 <= len(name) <= 3 and name[-1].lower() not in words.BODIES


def _named_body(tokens: Sequence[str]) -> bool:
    """Tell whether the description is a body with a name in it (`Varnian coast guard`, `Oss police`)."""
    last = tokens[-1].lower()
    inner = any(is_capital(token) for token in tokens[1:]) or (len(tokens) > 1 and tokens[0][:1].isupper())
    generic = tokens[0].lower() in words.AUTHORITIES | {"state", "coast", "data", "emergency", "transport", "local"}
    return last in words.AUTHORITIES and inner and not generic and tokens[-1].islower()


def _kind(name: Sequence[str], before: Sequence[str]) -> MentionKind:
    if not name:
        return "person" if before and before[-1].lower() in words.PERSONS else "other"
    tail = name[-1].lower().strip(".")
    if "and" in name[1:] and tail not in words.BODIES:
        return "other"
    joint = next((word for word in ("of", "in") if word in name[1:]), None)
    first = name[name.index(joint) - 1].lower() if joint else tail
    if tail in words.BODIES or first in words.BODIES or "&" in name or (len(name) == 1 and is_initials(name[0])):
        return "organisation"
    if (before and before[-1].lower() in words.BODIES) or name[0].lower() in words.MEDIA:
        return "organisation"
    if before and before[-1].lower().strip(".") in words.PERSONS:
        return "person"
    return "person" if 2 <= len(name) <= 4 else "other"


def _plain(description: str) -> str:
    tokens = _TOKEN.findall(description)
    while tokens and tokens[0].lower() in words.DETERMINERS:
        tokens.pop(0)
    return " ".join(tokens)


def _gender(text: str) -> Gender:
    found = {token.lower().strip(".'’s") for token in _TOKEN.findall(text)} | {
        token.lower() for token in _TOKEN.findall(text)
    }
    male, female = bool(found & words.MALE), bool(found & words.FEMALE)
    if male == female:
        return ""
    return "male" if male else "female"


def _last(role: str) -> str:
    return role.rsplit(maxsplit=1)[-1].lower().strip(".") if role else ""
