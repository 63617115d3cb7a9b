"""Linking alone: who speaks and by whom it reached the reader, given the gold's sources, cues and contents.

`gold` is a story folder of the fiction data, or a JSON lines file in the form of GUM news, whose `source_name` is the
name by gold coreference.  So the score says what linking itself loses, apart from finding the attributions.
"""

from __future__ import annotations

import dataclasses
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from evaluation.scorers import Row, read, write
from secondsource import link
from secondsource.analyse import annotate
from secondsource.lexicon.load import load
from secondsource.lexicon.tables import Lexicon
from secondsource.records import Attribution, Document, Section, Span, Stamp
from secondsource.text.names import words


def predict(gold: Path, pred: Path) -> None:
    """Write speaker, body and chain of each gold attribution."""
    lexicon = load()
    write(pred, (row for document, rows in _inputs(gold) for row in _linked(document, rows, lexicon)))


def score(gold: Path, pred: Path) -> Row:
    """Return the shares of right speakers and of right chains (the same names in the same order).

    A name is right when the words of one are among those of the other, as in the fiction scorer.
    """
    said = {row["id"]: row for row in read(pred)}
    wanted = [row for _, rows in _inputs(gold) for row in rows if row.get("speaker")]
    names = _names(wanted)
    chained = [row for row in wanted if "chain" in row]
    return {
        "attributions": len(wanted),
        "speaker": _share(_right(row, said[row["id"]], names) for row in wanted),
        "chain": _share(_same_chain(row["chain"], said[row["id"]]["chain"]) for row in chained),
        "silent": _share(said[row["id"]]["speaker"] is None for row in wanted),
    }


def same(one: str | None, other: str | None) -> bool:
    """Tell whether the words of one name are all among the other's."""
    a, b = set(words(one or "")), set(words(other or ""))
    return bool(a and b) and (a <= b or b <= a)


def _names(rows: Iterable[Row]) -> dict[object, set[str]]:
    """Return all names by which the sources of one gold entity go, in GUM news the name may be any mention."""
    names: dict[object, set[str]] = defaultdict(set)
    for row in rows:
        names[_entity(row)] |= {row["speaker"], *row.get("named", ())}
    return names


def _entity(row: Row) -> tuple[str, object]:
    return row["doc"], row.get("source_entity", row["speaker"])


def _right(row: Row, said: Row, names: Mapping[object, set[str]]) -> bool:
    return any(same(name, said["speaker"]) for name in names[_entity(row)])


def _same_chain(one: Sequence[str], other: Sequence[str]) -> bool:
    return len(one) == len(other) and all(same(a, b) for a, b in zip(one, other, strict=True))


def _share(hits: Iterable[bool]) -> float:
    found = list(hits)
    return sum(found) / len(found) if found else 0.0


def _inputs(gold: Path) -> Iterator[tuple[Document, list[Row]]]:
    if gold.is_dir():
        yield from _fiction(gold)
    else:
        for row in read(gold):
            yield _plain(row), [_gum(row, each) for each in row["attributions"] if each.get("source")]


def _fiction(folder: Path) -> Iterator[tuple[Document, list[Row]]]:
    gold = json.loads((folder / "gold.json").read_text("utf-8"))
    for row in gold["documents"]:
        rows = [each for each in gold["attributions"] if each["doc"] == row["id"]]
        if rows:
            text = (folder / row["file"]).read_bytes().decode("utf-8")
            yield _document(row, text), rows


def _document(row: Row, text: str) -> Document:
    body = [Section(Span(row["id"], start, end), "body", "gold") for start, end in row["body_spans"]]
    title = Section(Span(row["id"], *row["title_span"]), "headline", "gold")
    return Document(
        id=row["id"],
        text=text,
        sections=tuple(sorted((title, *body), key=lambda section: section.span)),
        sha256="",
        path=row["file"],
        format="text",
        language="en",
        outlet=row["outlet"],
        agency=row["agency"] if row.get("agency_credited") else None,
        title=row["title"],
        published=Stamp(row["published"], "given"),
    )


def _plain(row: Row) -> Document:
    section = Section(Span(row["id"], 0, len(row["text"])), "body", "given")
    return Document(
        id=row["id"], text=row["text"], sections=(section,), sha256="", path="", format="jsonl", language="en"
    )


def _gum(document: Row, row: Row) -> Row:
    return {
        **row,
        "id": f"{document['id']}.{row['id']}",
        "doc": document["id"],
        "speaker": row.get("source_name"),
        "named": [text for start, end in row["source"] if not _pointing(text := document["text"][start:end])],
        "quoted": "indirect",
        "stance": "says",
    }


def _pointing(text: str) -> bool:
    return (text.islower() and " " not in text) or text.lower() in {"i", "he", "she", "it", "they", "we"}


def _linked(document: Document, rows: Sequence[Row], lexicon: Lexicon) -> Iterator[Row]:
    said = _nested([_attribution(row) for row in rows])
    people = link.people(document, annotate(document, lexicon), said, lexicon)
    for each in link.chains(document, said, people, lexicon):
        yield {
            "id": each.id,
            "source": [document.slice(span) for span in each.source],
            "speaker": each.speaker,
            "body": each.body,
            "chain": [step.name for step in each.chain],
        }


def _attribution(row: Row) -> Attribution:
    def spans(name: str) -> tuple[Span, ...]:
        return tuple(Span(row["doc"], start, end) for start, end in row[name])

    return Attribution(
        id=row["id"],
        doc_id=row["doc"],
        source=spans("source"),
        cue=spans("cue"),
        content=spans("content"),
        quoted=row["quoted"],
        stance=row["stance"],
    )


def _nested(said: Sequence[Attribution]) -> list[Attribution]:
    """Set each parent: the smallest content that holds it, or for `citing` the attribution with the same content."""
    return [dataclasses.replace(each, parent=_parent(each, said)) for each in said]


def _parent(inner: Attribution, said: Sequence[Attribution]) -> str | None:
    holding = [
        (sum(map(len, outer.content)), outer.id)
        for outer in said
        if outer.id != inner.id and (_holds(outer, inner) or _cites(outer, inner))
    ]
    return min(holding)[1] if holding else None


def _holds(outer: Attribution, inner: Attribution) -> bool:
    parts = (*inner.cue, *inner.content)
    return all(any(part.within(whole) for whole in outer.content) for part in parts)


def _cites(outer: Attribution, inner: Attribution) -> bool:
    return bool(inner.source) and outer.content == inner.content and outer.cue[0].end <= inner.source[0].start - 1
