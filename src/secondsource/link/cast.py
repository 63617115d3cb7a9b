"""The people and bodies of one document as they come on stage: full names, short names, roles, and who spoke last."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from secondsource.link.phrases import BODY_HEADS, GENERIC_BODIES, SPEAKING_FOR, bodies
from secondsource.records import MentionKind, Span
from secondsource.text.names import acronym, same_body, same_person, without_article, words

_END = 1 << 40
"""An offset behind the end of every text."""


@dataclass(slots=True)
class Member:
    """One member of the cast; `name` grows to the fullest form that the document gives."""

    name: str
    kind: MentionKind
    mentions: list[Span] = field(default_factory=list)
    roles: list[str] = field(default_factory=list)
    gender: str = ""
    unnamed: bool = False
    joint: str = ""

    def seen(self, before: int) -> int:
        """Return where the member was last mentioned before an offset, -1 if nowhere."""
        return max((span.start for span in self.mentions if span.start < before), default=-1)

    def fits(self, pronoun: str) -> bool:
        """Tell whether a pronoun can stand for this member."""
        if pronoun in {"it", "its"}:
            return self.kind in {"organisation", "place"} or (self.kind == "other" and not self.unnamed)
        if pronoun in {"they", "them", "their"}:
            return self.kind != "place" and (self.unnamed or self.kind == "organisation")
        wanted = "f" if pronoun in {"she", "her", "hers"} else "m"
        human = self.kind == "person" or (self.kind == "other" and not set(words(self.name)) & _MEDIA)
        return human and self.gender in {"", wanted} and not _plural(self)


def _plural(member: Member) -> bool:
    last = member.name.split()[-1].lower() if member.name else ""
    return member.kind == "other" and last.endswith("s") and not last.endswith("ss")


class Cast:
    """The members in order of their first appearance; made and thrown away within one call of `people`."""

    def __init__(self, states: Mapping[str, str], peoples: Mapping[str, str]) -> None:
        """Start empty; both map lower-case names (of states and seats, of peoples) to the state's name."""
        self.members: list[Member] = []
        self._states = states
        self._peoples = peoples
        self._acronyms: dict[str, Member] = {}

    def name(self, text: str, kind: MentionKind, span: Span | None, roles: Iterable[str] = ()) -> Member:
        """Return the member that a name stands for, new or known."""
        bare = without_article(text)
        state = self._states.get(bare.lower())
        member = self._state(state) if state else self._find(bare, kind)
        if member is None:
            member = Member(bare, kind)
            self.members.append(member)
            if kind in {"organisation", "other"} and len(words(bare)) > 1:
                self._acronyms.setdefault(acronym(bare), member)
        self._see(member, bare if not state else member.name, span, roles)
        return member

    def _state(self, name: str) -> Member:
        for member in self.members:
            if member.kind == "place" and member.name == name:
                return member
        member = Member(name, "place")
        self.members.append(member)
        return member

    def _find(self, name: str, kind: MentionKind) -> Member | None:
        if name.isupper() and name in self._acronyms:
            return self._acronyms[name]
        for member in self._recent():
            joinable = member.kind == kind or "other" in {member.kind, kind}
            alike = same_person if "person" in {member.kind, kind} else same_body
            if joinable and not member.unnamed and alike(member.name, name):
                return member
        return None

    def _see(self, member: Member, name: str, span: Span | None, roles: Iterable[str]) -> None:
        if len(words(name)) > len(words(member.name)):
            member.name = name
        if span is not None:
            member.mentions.append(span)
        member.roles += [role for role in roles if role and role not in member.roles]

    def several(self, text: str, first: str, span: Span) -> Member:
        """Return the member for parties that speak together; for counting it goes by the first of them."""
        for member in self.members:
            if member.name == text:
                member.mentions.append(span)
                return member
        member = Member(text, "other", [span], unnamed=True, joint=first)
        self.members.append(member)
        return member

    def _recent(self, before: int = _END) -> list[Member]:
        """Return the members mentioned before an offset, the last mentioned first."""
        seen = [(member.seen(before), member) for member in self.members]
        return [member for start, member in sorted(seen, key=lambda pair: -pair[0]) if start >= 0]

    def alias(self, short: str, member: Member) -> None:
        """Let an acronym stand for a member (`… Team (MSMT)`)."""
        self._acronyms[short] = member

    def description(self, text: str, span: Span, *, definite: bool) -> Member:
        """Return the member that a description stands for.

        A definite one (`the minister`, `the coast guard`) may be somebody named before; any other is a new,
        unnamed member that goes by its own words.
        """
        found = (self._by_role(text, span.start) if definite else None) or self._body(text)
        if found is None:
            head = text.rsplit(maxsplit=1)[-1].lower() if text else ""
            found = Member(text, "organisation" if head in BODY_HEADS else "other", unnamed=head not in BODY_HEADS)
            self.members.append(found)
        self._see(found, text if found.kind == "organisation" else found.name, span, ())
        return found

    def _by_role(self, text: str, before: int) -> Member | None:
        wanted = words(text)
        if not wanted:
            return None
        named = [member for member in self._recent(before) if not member.unnamed]
        for member in named:
            if member.kind == "person" and any(_says(role, wanted) for role in member.roles):
                return member
        if (kind := GENERIC_BODIES.get(wanted[-1])) and text.islower():
            bodies_of_kind = [m for m in named if m.kind == "organisation" and _is_a(m.name, kind)]
            return bodies_of_kind[0] if bodies_of_kind else None
        return None

    def _body(self, text: str) -> Member | None:
        if not words(text) or words(text)[-1] not in BODY_HEADS:
            return None
        for member in self._recent():
            if member.kind in {"organisation", "other"} and same_body(member.name, text):
                return member
        return None

    def latest(self, pronoun: str, before: int, spoken: Iterable[Member]) -> Member | None:
        """Return who a pronoun stands for: the last speaker that fits, else the last one named."""
        for member in spoken:
            if member.fits(pronoun):
                return member
        return next((member for member in self._recent(before) if member.fits(pronoun)), None)

    def body_of(self, member: Member) -> str | None:
        """Return the name of the body that a member speaks for, None for one who speaks for himself."""
        if member.kind in {"organisation", "place"}:
            return None
        if member.joint:
            return self._known_body(member.joint) or member.joint
        for role in (*member.roles, member.name if member.unnamed else ""):
            for body in bodies(role):
                if found := self._known_body(body):
                    return found
        return None

    def _known_body(self, text: str) -> str | None:
        state = self._states.get(text.lower()) or self._peoples.get(text.lower())
        if state:
            return state
        for member in self.members:
            if member.kind in {"organisation", "place"} and same_body(member.name, text):
                return member.name
        for member in self.members:
            if member.kind == "person" and words(text) and same_person(member.name, text):
                return member.name
        by_role = self._by_role(text, _END)
        if by_role is not None:
            return by_role.name
        own = words(text)
        for member in self.members:
            if own and member.kind == "organisation" and words(member.name)[: len(own)] == own:
                return member.name
        return text if own and (own[-1] in BODY_HEADS or (len(own) > 1 and text[:1].isupper())) else None


def _says(role: str, wanted: tuple[str, ...]) -> bool:
    """Tell whether a role is what a definite description calls its bearer (`the minister`)."""
    own = words(role)
    if not own or not SPEAKING_FOR.search(" ".join(wanted)):
        return bool(own) and wanted[-1] == _head(own) and set(wanted) <= set(own)
    return set(wanted) <= set(own)


def _head(role: tuple[str, ...]) -> str:
    for stop in ("of", "for", "at", "from", "who", "in", "with"):
        if stop in role[1:]:
            return role[role.index(stop, 1) - 1]
    return role[-1]


_MEDIA = frozenset({"radio", "tv", "television", "news", "channel", "times", "post", "press", "agency", "wire"})
_COMPANY = frozenset(
    {
        "lines", "line", "corp", "corporation", "company", "co", "inc", "ltd", "llc", "plc", "group", "holdings",
        "airlines", "airways", "telecom", "motors", "energy", "industries", "systems", "labs", "partners", "bank",
        "shipping", "ferries", "media", "oil", "gas", "steel", "power", "networks",
    }
)  # fmt: skip


def _is_a(name: str, kind: str) -> bool:
    own = words(name)
    if kind == "company":
        return bool(own) and (own[-1] in _COMPANY or not set(own) & (BODY_HEADS | _MEDIA))
    if kind == "broadcaster":
        return bool(set(own) & _MEDIA)
    return bool(own) and (own[-1] == kind or kind in own)
