"""What a correction says, in a few words and with the words of the text that it is about."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from secondsource.records import Correction, CorrectionKind


def said(entry: Correction) -> str:
    """Return what an entry says in a few words, without its author and reason."""
    return _SAID[entry.kind](entry)


def _pair(entry: Correction) -> str:
    return " and ".join(f"“{target.exact}”" if target.exact else target.path for target in entry.targets)


def _value(entry: Correction) -> str:
    if entry.value is None:
        return f"“{entry.targets[0].exact}” is no figure"
    low, high, bound = entry.value
    sides = " to ".join(f"{side:,.10g}" for side in dict.fromkeys((low, high)) if side is not None)
    return f"“{entry.targets[0].exact}” is {'' if bound in {'=', 'range'} else bound + ' '}{sides}"


def _speaker(entry: Correction) -> str:
    body = f" for {entry.other}" if entry.other else ""
    return f"“{entry.targets[0].exact}” is said by {entry.name or 'nobody named'}{body}"


_SAID: Mapping[CorrectionKind, Callable[[Correction], str]] = {
    "speaker": _speaker,
    "figure": _value,
    "same": lambda entry: f"one claim: {_pair(entry)}",
    "different": lambda entry: f"two claims: {_pair(entry)}",
    "merge-stories": lambda entry: f"one story: {_pair(entry)}",
    "split-story": lambda entry: (
        f"not the story of {entry.targets[0].path}: " + ", ".join(target.path for target in entry.targets[1:])
    ),
    "merge-people": lambda entry: f"{entry.name} is {entry.other}",
    "split-people": lambda entry: (
        f"{entry.name} is not {entry.other}"
        if entry.name != entry.other
        else f"another {entry.name} in " + ", ".join(target.path for target in entry.targets[1:])
    ),
    "not-a-copy": lambda entry: f"no copy: {_pair(entry)}",
    "restore": lambda entry: f"belongs to the article: {_pair(entry)}",
    "cut": lambda entry: f"does not belong to the article: {_pair(entry)}",
    "reliability": lambda entry: f"{entry.name} is graded {entry.grade}",
    "note": lambda entry: f"a note on {_pair(entry)}",
    "undo": lambda entry: f"takes back {entry.undoes}",
}
