"""Where pages lie: on the server below `/`, in a folder of files relative to the page that links."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal
from urllib.parse import quote, urlencode

from secondsource.page.words import Words
from secondsource.records import Span

Kind = Literal["story", "lineage", "events", "check", "claim", "document", "history"]


@dataclass(frozen=True, slots=True)
class Links:
    """Addresses as seen from one page.

    Attributes:
        root: what leads from the page to the front page's folder: `/` on the server, `` or `../` among files.
        files: whether pages are files that end in `.html` (and their twins in `.json`).
        editing: whether corrections can be made from the pages.
    """

    root: str = "/"
    files: bool = False
    editing: bool = False

    def page(self, kind: Kind, key: str) -> str:
        """Return the address of the page of one record."""
        return f"{self.root}{kind}/{quote(key, safe='')}{self._end}"

    def beside(self, story: str, one: str = "", other: str = "") -> str:
        """Return the address of the page that sets two documents or parties of a story side by side."""
        chosen = urlencode({name: key for name, key in (("one", one), ("other", other)) if key})
        return f"{self.root}beside/{quote(story, safe='')}" + (f"?{chosen}" if chosen else "")

    def diff(self, one: str, other: str) -> str:
        """Return the address of the page that says what changed from one document to another."""
        return f"{self.root}diff/{quote(one, safe='')}/{quote(other, safe='')}"

    def export(self, form: str, story: str) -> str:
        """Return the address of a story as a file in a format."""
        return f"{self.root}export/{form}/{quote(story, safe='')}"

    def span(self, span: Span) -> str:
        """Return the address of the characters at `span`."""
        return f"{self.page('document', span.doc_id)}#s{span.start}-{span.end}"

    def found(self, words: Words) -> str:
        """Return the address of words that no record points at; a browser that can looks them up in the document."""
        return f"{self.page('document', words.span.doc_id)}#:~:text={quote(words.text, safe='')}"

    def listing(self, name: str) -> str:
        """Return the address of a page that is one of its kind; `stories` is the front page."""
        if name == "stories":
            return f"{self.root}index.html" if self.files else self.root
        return f"{self.root}{name}{self._end}"

    def twin(self, name: str, key: str = "") -> str:
        """Return the address of a page's JSON."""
        end = ".json" if self.files else ""
        return f"{self.root}api/{name}/{quote(key, safe='')}{end}" if key else f"{self.root}api/{name}{end}"

    def correct(self, key: str) -> str:
        """Return the address of the page on which a record is put right."""
        return f"{self.root}correct/{quote(key, safe='')}"

    def series(self, key: str, form: Literal["csv", "series.json", "vl.json"]) -> str:
        """Return the address of the values of a claim as a file: CSV, JSON or a Vega-Lite chart."""
        return f"{self.root}claim/{quote(key, safe='')}.{form}"

    def asset(self, name: str) -> str:
        """Return the address of a stylesheet or script."""
        return f"{self.root}static/{name}"

    @property
    def _end(self) -> str:
        return ".html" if self.files else ""
