"""The newsroom's own source list and settings: what they are, and how they are changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import fields, replace

from secondsource import store
from secondsource.errors import UsageError
from secondsource.pipeline.reader import Reader
from secondsource.records import Document, Listed, Policy
from secondsource.store.house import lines, parsed, policy

SAID: Mapping[str, Mapping[str, str]] = {
    "own_voice": {
        "apart": "an outlet's own line counts apart where it rests on nobody whom its article names",
        "folded": "an outlet's own line never lifts the low count",
        "never": "an outlet's own line counts for nothing",
    },
}
"""What each choice of a setting comes to, as a sentence for readers."""


class House:
    """What a newsroom decides for itself; a change brings the claims up to date, and nothing else."""

    def __init__(self, desk: Reader, files: store.House, refresh: Callable[[], None]) -> None:
        """Work on the files beside an open store, whose `refresh` runs the stages that are due."""
        self._desk = desk
        self._files = files
        self._refresh = refresh

    @property
    def policy(self) -> Policy:
        """The settings in force.

        Raises:
            StoreError: their file cannot be read.
        """
        return self._files.policy()

    def sources(self) -> tuple[Listed, ...]:
        """Return the source list.

        Raises:
            StoreError: its file cannot be read.
        """
        return self._files.listed()

    def rows(self) -> dict[type, tuple[object, ...]]:
        """Return both as the stages read them."""
        return {Listed: self.sources(), Policy: (self.policy,)}

    def template(self) -> Iterator[str]:
        """Yield the lines of a source list with every outlet of the store: the listed ones as listed, others bare."""
        known = {one.outlet.lower(): one for one in self.sources()}
        outlets = {row.outlet for row in self._desk.scan(Document) if row.outlet}
        bare = (Listed(outlet=name) for name in sorted(outlets) if name.lower() not in known)
        return lines([*known.values(), *bare])

    def take_in(self, rows: Iterable[str]) -> int:
        """Put a source list in place of the one there is; return how many lines it has.

        Raises:
            UsageError: a line is none; nothing was changed.
        """
        listed = list(parsed(rows))
        self._files.keep(listed=listed)
        self._refresh()
        return len(listed)

    def set(self, name: str, value: str) -> Policy:
        """Change one setting and bring the claims up to date.

        Args:
            name: of a setting, with `-` or `_`.
            value: a choice; of `one_party` the names of a group parted by `=`, which is added, or `none`.

        Raises:
            UsageError: there is no such setting, or it cannot be that.
        """
        name = name.replace("-", "_")
        if name not in {field.name for field in fields(Policy)}:
            known = ", ".join(field.name.replace("_", "-") for field in fields(Policy))
            message = f"there is no setting '{name}'; they are {known}"
            raise UsageError(message)
        if name == "one_party":
            group = tuple(part.strip() for part in value.split("=") if part.strip())
            changed = self._grouped(value, group)
        else:
            changed = replace(self.policy, own_voice=policy(f'own_voice = "{value}"').own_voice)
        self._files.keep(policy=changed)
        self._refresh()
        return changed

    def _grouped(self, value: str, group: tuple[str, ...]) -> Policy:
        if value.strip() == "none":
            return replace(self.policy, one_party=())
        if len(group) < len("ab"):
            message = f"'{value}' is no group of parties; name two or more, parted by ="
            raise UsageError(message)
        return replace(self.policy, one_party=(*self.policy.one_party, group))

    def said(self) -> tuple[str, ...]:
        """Return the settings in force as sentences, which go with every result."""
        now = self.policy
        groups = tuple(f"{' and '.join(group)} count as one at the lowest" for group in now.one_party)
        return (SAID["own_voice"][now.own_voice], *(groups or ("every government counts as a party of its own",)))
