"""An input on its way through archives and envelopes: how it is called, and what is known of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from secondsource.ingest.decode import Refusal
from secondsource.ingest.documents import digest, reject
from secondsource.ingest.given import NOTHING, Given
from secondsource.lexicon.tables import Lexicon
from secondsource.records import Reject


@dataclass(frozen=True, slots=True)
class Source:
    """An input, or a member of one.

    Attributes:
        path: as it stands in the store; members follow after `!`.
        name: whose suffix tells the format where the content does not.
        charset: that its envelope declares.
        folder: of its file, None for what lies in no folder.
        depth: archives around it.
    """

    path: str
    name: str
    lexicon: Lexicon
    given: Given = NOTHING
    charset: str | None = None
    folder: Path | None = None
    depth: int = 0

    def refused(self, refusal: Refusal, raw: bytes | None = None) -> Reject:
        """Return the reject of this input; `raw` are its bytes, where they were read."""
        return reject(self.path, refusal.reason, None if raw is None else digest(raw))

    def member(self, name: str, *, given: Given | None = None, charset: str | None = None) -> Source:
        """Return the input that is member `name` of this one ("" for the one thing that is packed in it).

        What is known of the whole holds for its members, but for its address, title and id.
        """
        known = replace(self.given, url=None, title=None, external_id=None) if name else self.given
        path = f"{self.path}!{name}" if name else self.path
        return replace(
            self, path=path, name=name, given=given or known, charset=charset, folder=None, depth=self.depth + 1
        )
