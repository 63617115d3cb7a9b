"""Reads the annotated corpora into one form: texts with words and, for each word, the labels that its corpus knows."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from secondsource.analyse.labels import FINE, NAMES, RELATIONS, ROLES, UPOS, XPOS
from secondsource.analyse.pieces import Pieces, Vocabulary, pieces
from secondsource.analyse.words import words
from secondsource.records import Offsets
from secondsource.text.quotes import quotations
from secondsource.text.segment import sentences

UNKNOWN = -100
"""Label of a word that no loss looks at."""

Pairs = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Text:
    """One annotated text.

    Attributes:
        words: half-open code point offsets into `text`.
        sentences: number of the first word of each sentence.
        roles, opens, upos, xpos, relations, names, fine: a label number for each word, `UNKNOWN` where not annotated;
            empty where the corpus does not know the layer.
        heads: number of the head word, -1 for the root, `UNKNOWN` where not annotated.
        pointers: for each of `POINTERS` pairs of (word, word pointed at), -1 for none.
        named: the name types that the corpus marks exhaustively.
    """

    id: str
    text: str
    words: tuple[Offsets, ...]
    sentences: tuple[int, ...]
    roles: tuple[int, ...] = ()
    pointers: tuple[Pairs, Pairs, Pairs] = ((), (), ())
    opens: tuple[int, ...] = ()
    upos: tuple[int, ...] = ()
    xpos: tuple[int, ...] = ()
    heads: tuple[int, ...] = ()
    relations: tuple[int, ...] = ()
    names: tuple[int, ...] = ()
    fine: tuple[int, ...] = ()
    named: frozenset[str] = field(default_factory=frozenset)
    weight: float = 1.0

    def pieces(self, vocabulary: Vocabulary) -> Pieces:
        """Return the text as the encoder reads it."""
        return pieces(self.text, self.words, quotations(self.text, [(0, len(self.text))]), vocabulary)


def lines(path: Path) -> Iterator[dict]:
    """Yield the records of a JSON lines file, packed or not."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as file:
        yield from (json.loads(line) for line in file if line.strip())


# --- attributions ---------------------------------------------------------------------------------------------------


def attributed(path: Path) -> Iterator[Text]:
    """Yield the texts of a file of attributions (PolNeAR, or a user's own in the same form)."""
    for record in lines(path):
        text, discard = record["text"], [tuple(d) for d in record.get("discard") or ()]
        cut = [s for s in sentences(text) if not any(b <= s[0] < e for b, e in discard)]
        spans, firsts = _in_sentences(text, cut)
        spans_kept = [s for s in spans if not any(b <= s[0] < e for b, e in discard)]
        if len(spans_kept) != len(spans):
            kept = set(spans_kept)
            renumber = [0]
            for s in spans:
                renumber.append(renumber[-1] + (s in kept))
            firsts = sorted({renumber[f] for f in firsts})
            spans = spans_kept
            firsts = [f for f in firsts if f < len(spans)]
        if not spans:
            continue
        roles, pointers = _roles(spans, record["attributions"])
        yield Text(record["id"], text, tuple(spans), tuple(firsts), roles=roles, pointers=pointers)


def _in_sentences(text: str, cut: Iterable[Offsets]) -> tuple[list[Offsets], list[int]]:
    spans: list[Offsets] = []
    firsts: list[int] = []
    for start, end in cut:
        found = words(text, start, end)
        if found:
            firsts.append(len(spans))
            spans += found
    return spans, firsts


def _roles(spans: Sequence[Offsets], attributions: Sequence[Mapping]) -> tuple[tuple[int, ...], tuple[Pairs, ...]]:
    tags = ["O"] * len(spans)
    owners: list[int] = [-1] * len(spans)
    of = [{role: _covered(spans, a.get(role) or ()) for role in ("source", "cue", "content")} for a in attributions]
    for role in ("content", "source", "cue"):
        for number, each in enumerate(of):
            for run in each[role]:
                for at, word in enumerate(run):
                    tags[word] = f"{'I' if at else 'B'}-{role}"
                    owners[word] = number
    content_cue: list[tuple[int, int]] = []
    source_cue: list[tuple[int, int]] = []
    cue_source: list[tuple[int, int]] = []
    for number, each in enumerate(of):
        cue = [w for run in each["cue"] for w in run if tags[w].endswith("cue")]
        source = [w for run in each["source"] for w in run if tags[w].endswith("source")]
        content = [w for run in each["content"] for w in run if owners[w] == number]
        content_cue += [(w, c) for w in content for c in cue]
        source_cue += [(w, c) for w in source for c in cue]
        cue_source += [(c, s) for c in cue for s in source or [-1]]
    numbers = {tag: n for n, tag in enumerate(ROLES)}
    return tuple(numbers[t] for t in tags), (tuple(content_cue), tuple(source_cue), tuple(cue_source))


def _covered(spans: Sequence[Offsets], wanted: Sequence[Sequence[int]]) -> list[list[int]]:
    """Return the words of each wanted span whose middle lies in it, without punctuation but quotes at the edges."""
    found = []
    for start, end in wanted:
        run = [n for n, (s, e) in enumerate(spans) if start <= (s + e - 1) / 2 < end]
        if run:
            found.append(run)
    return found


# --- syntax and names -----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Row:
    form: str
    upos: str
    xpos: str
    head: int
    relation: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Sentence:
    id: str
    document: str
    text: str
    rows: tuple[_Row, ...]
    paragraph: bool


def treebank(path: Path, named: Mapping[str, Mapping] | None = None) -> Iterator[Text]:
    """Yield the documents of a CoNLL-U file; `named` gives the name records of its sentences by id."""
    document: list[_Sentence] = []
    for sentence in _sentences(path):
        if document and sentence.document != document[0].document:
            yield _document(document, named or {})
            document = []
        document.append(sentence)
    if document:
        yield _document(document, named or {})


def _sentences(path: Path) -> Iterator[_Sentence]:
    with gzip.open(path, "rt", encoding="utf-8") as file:
        document, paragraph = "", True
        for block in file.read().split("\n\n"):
            rows = [line.split("\t") for line in block.splitlines() if line and line[0] != "#"]
            comments = [line for line in block.splitlines() if line.startswith("#")]
            for line in comments:
                if line.startswith("# newdoc"):
                    document, paragraph = line, True
                elif line.startswith("# newpar"):
                    paragraph = True
            if rows:
                id_ = next(line.partition("= ")[2] for line in comments if line.startswith("# sent_id"))
                text, cut = _spelled(rows)
                yield _Sentence(id_, document, text, tuple(cut), paragraph)
                paragraph = False


def _spelled(rows: Sequence[Sequence[str]]) -> tuple[str, list[_Row]]:
    """Rebuild the text of a sentence and give each word its place in it."""
    text, found, ranges = "", [], {}
    for row in rows:
        if "-" in row[0]:
            first, last = map(int, row[0].split("-"))
            ranges[first] = (last, row)
    plain = [row for row in rows if row[0].isdigit()]
    at = 0
    while at < len(plain):
        last, outer = ranges.get(int(plain[at][0]), (int(plain[at][0]), plain[at]))
        group = plain[at : at + last - int(plain[at][0]) + 1]
        start, surface = len(text), outer[1]
        text += surface
        offset = start
        fits = "".join(r[1] for r in group).lower() == surface.lower()
        for row in group:
            b, e = (offset, offset + len(row[1])) if fits else (start, start + len(surface))
            offset = e if fits else offset
            found.append(_Row(row[1], row[3], row[4], int(row[6]), row[7], b, e))
        at += len(group)
        if "SpaceAfter=No" not in outer[9]:
            text += " "
    return text.rstrip(), found


def _document(document: Sequence[_Sentence], named: Mapping[str, Mapping]) -> Text:
    upos_of, xpos_of = ({t: n for n, t in enumerate(tags)} for tags in (UPOS, XPOS))
    relation_of = {t: n for n, t in enumerate(RELATIONS)}
    text, spans, firsts, opens = "", [], [], []
    upos, xpos, heads, relations, names, fine = [], [], [], [], [], []
    types: frozenset[str] = frozenset()
    for sentence in document:
        if text:
            text += "\n\n" if sentence.paragraph else " "
        base, offset = len(spans), len(text)
        firsts.append(base)
        text += sentence.text
        for number, row in enumerate(sentence.rows):
            spans.append((offset + row.start, offset + row.end))
            opens.append(int(not number))
            upos.append(upos_of.get(row.upos, UNKNOWN))
            xpos.append(xpos_of.get(row.xpos, UNKNOWN))
            heads.append(base + row.head - 1 if row.head else -1)
            relations.append(relation_of.get(row.relation, relation_of.get(row.relation.split(":")[0], UNKNOWN)))
        record = named.get(sentence.id)
        words_ = [(r.start, r.end) for r in sentence.rows]
        if record is not None and record["text"] == sentence.text:
            types = frozenset(record["labels"])
            tags, sorts = _names(words_, record)
            unsure = [not tag and _adjective(row) for tag, row in zip(tags, sentence.rows, strict=True)]
            names += [UNKNOWN if open_ else tag for open_, tag in zip(unsure, tags, strict=True)]
            fine += sorts
        elif named:
            names += [UNKNOWN] * len(words_)
            fine += [UNKNOWN] * len(words_)
    return Text(
        document[0].id, text, tuple(spans), tuple(firsts), opens=tuple(opens), upos=tuple(upos), xpos=tuple(xpos),
        heads=tuple(heads), relations=tuple(relations), names=tuple(names), fine=tuple(fine), named=types,
    )  # fmt: skip


def _adjective(row: _Row) -> bool:
    """Tell whether a word may be a nationality, which some corpora mark as a name and others not."""
    return row.upos == "ADJ" and row.form[:1].isupper()


_FINE = {
    "person": "person", "organization": "organisation", "organisation": "organisation", "place": "place",
    "location": "place", "event": "event", "object": "product", "product": "product", "creative-work": "work",
    "corporation": "company", "group": "group", "nationality": "people",
}  # fmt: skip


def _sort(entity: Mapping) -> str | None:
    """Return the finer sort of a name, None where its corpus does not tell."""
    fine = (entity.get("fine") or "").lower()
    if entity["label"] == "LOC" and fine.startswith("organi"):
        return "state"
    if entity["label"] == "MISC" and fine in {"person", "organisation", "nationality"}:
        return "people"
    return _FINE.get(fine)


def _names(spans: Sequence[Offsets], record: Mapping) -> tuple[list[int], list[int]]:
    tags, sorts = [0] * len(spans), [UNKNOWN] * len(spans)
    for entity in record["entities"]:
        run = [n for n, (s, e) in enumerate(spans) if s < entity["end"] and e > entity["start"]]
        ignored = entity["label"] not in record["labels"] or entity.get("handle")
        for at, word in enumerate(run):
            tags[word] = UNKNOWN if ignored else NAMES.index(f"{'I' if at else 'B'}-{entity['label']}")
            sort = _sort(entity)
            if sort and not entity.get("handle"):
                sorts[word] = FINE.index(sort)
    return tags, sorts


def named(path: Path, *, weight: float = 1.0, together: int = 12) -> Iterator[Text]:
    """Yield texts of a file of names, up to `together` neighbouring records in one, a line each."""
    batch: list[Mapping] = []
    for record in lines(path):
        if batch and (len(batch) == together or record.get("doc") != batch[0].get("doc")):
            yield joined(batch, weight)
            batch = []
        batch.append(record)
    if batch:
        yield joined(batch, weight)


def joined(batch: Sequence[Mapping], weight: float) -> Text:
    """Return name records as one text, a line each."""
    text, spans, firsts, names, fine = "", [], [], [], []
    for record in batch:
        if text:
            text += "\n"
        firsts.append(len(spans))
        inner = [tuple(t) for t in record["tokens"]]
        spans += [(len(text) + s, len(text) + e) for s, e in inner]
        text += record["text"]
        tags, sorts = _names(inner, record)
        names += tags
        fine += sorts
    return Text(
        batch[0]["id"], text, tuple(spans), tuple(firsts), names=tuple(names), fine=tuple(fine),
        named=frozenset(batch[0]["labels"]), weight=weight,
    )  # fmt: skip


def corpora(root: Path, *, edited: bool = False) -> list[Text]:
    """Return the training texts under the data folder `root`, in a fixed order.

    Args:
        root: folder with the annotated corpora.
        edited: a mix in which edited text outweighs tweets, and trees and names outweigh roles, for the last epochs.
    """
    names = {record["id"]: record for record in lines(root / "entities/gum.ner.train.jsonl.gz")}
    roles = list(attributed(root / "attribution/polnear.train.jsonl.gz"))
    trees = list(treebank(root / "syntax/ewt.train.conllu.gz"))
    both = list(treebank(root / "syntax/gum.train.conllu.gz", names))
    wikigold, tweets, web = (
        list(named(root / f"entities/{name}.train.jsonl.gz", weight=weight))
        for name, weight in (("wikigold", 1.0), ("btc", 0.4), ("wnut17", 0.5))
    )
    reports = list(named(root / "entities/re3d.train.jsonl.gz", together=1))
    web = [_without_others(text) for text in web]
    if edited:
        return [*roles[::2], *trees, *2 * both, *3 * wikigold, *4 * reports, *web, *tweets[::3]]
    return [*roles, *trees, *both, *wikigold, *reports, *web, *tweets]


def _without_others(text: Text) -> Text:
    """Return the text with its "other" names open: WNUT17 means products and works, no nationalities and no events."""
    other = {NAMES.index(tag) for tag in NAMES if tag.endswith("-MISC")}
    tags = tuple(UNKNOWN if tag in other else tag for tag in text.names)
    return replace(text, named=text.named - {"MISC"}, names=tags)
