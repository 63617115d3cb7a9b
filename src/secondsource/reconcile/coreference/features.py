"""What speaks for two mentions being of one event: words, parties, surroundings, and who else might be meant.

Sources: same head, arguments and documents' likeness as in Cybulska and Vossen 2015 and Barhom et al. 2019; that a
mention prefers the best of a sentence's or document's events, over the next best, is the margin of ranking models.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Final

import numpy as np

from secondsource.reconcile.coreference.blocks import Block, Counts
from secondsource.reconcile.coreference.linkage import Floats
from secondsource.reconcile.coreference.mentions import EventMention, Role
from secondsource.text.lemmas import lemma

VIEWS: Final = ("alone", "sentence", "around", "word_4", "word_6", "wide_4", "wide_5", "wide_6", "act", "scene")
"""Vectors of a mention, each of length one.

`alone`: its words by themselves; `sentence`, `around`: its sentence, and up to 190 words around it; `word_4`,
`word_6`: its words in its sentence, after the fourth and the last layer; `wide_5` …: its words among those around;
`act`, `scene`: the fitted projections of these.
"""
_SPEECH: Final = frozenset(
    map(lemma, ("say", "tell", "report", "announce", "add", "state", "claim", "confirm", "according", "statement"))
)
_NOUNS: Final = frozenset({"NOUN", "PROPN"})
_POINTERS: Final = frozenset({"PRON", "DET"})
COPY: Final = 0.5
"""Likeness beyond which documents are hardly two texts, and which says no more about the events in them."""
STORY_FLOORS: Final = (0.27, 0.31, 0.35, 0.39, 0.43)
"""Likeness at which documents are grouped, from a whole affair to one part of it: look-alikes part on the way."""
_FAR = 10
"""Sentences beyond which it makes no difference how far."""
_ALONE = 0.3
"""Margin of a mention that has no rival."""
_ROLES: Final[tuple[tuple[str, frozenset[Role]], ...]] = (
    ("subjects", frozenset({"subject"})),
    ("objects", frozenset({"object"})),
    ("obliques", frozenset({"oblique"})),
    ("core", frozenset({"subject", "object", "shared", "compound"})),
)


def features(block: Block) -> dict[str, Floats]:
    """Return the features by their names, each with one number a pair."""
    found = {name: block.view(name) for name in VIEWS}
    found |= _words(block) | _parties(block) | _surroundings(block) | _places(block) | _commonness(block)
    close = found["wide_5"] + found["alone"] + found["same_head"] + found["parties"] / 2
    for name, likeness in (("wide", found["wide_5"]), ("alone", found["alone"]), ("close", close)):
        found |= _margins(block, name, block.square(likeness))
    return found


def _words(block: Block) -> dict[str, Floats]:
    stems = block.shared(lambda each: each.stems)
    return {
        "same_head": block.same(lambda each: each.head),
        "stems": stems,
        "same_stems": (stems > 0.999).astype(np.float64),
        "trigrams": block.shared(_trigrams),
        "same_beginning": block.same(lambda each: each.head[:4]),
        "same_governor": block.same(lambda each: each.governor),
    }


def _trigrams(each: EventMention) -> set[str]:
    words = " ".join(each.stems)
    return {words[start : start + 3] for start in range(max(1, len(words) - 2))}


def _parties(block: Block) -> dict[str, Floats]:
    found = {"parties": block.cosines(lambda each: each.all_parties)}
    for name, roles in _ROLES:
        found[name] = block.cosines(lambda each, roles=roles: _of(each, roles))  # type: ignore[misc]
    fewest = block.of_each(lambda each: len(each.all_parties))
    found["fewest_parties"] = np.minimum(fewest[block.first], fewest[block.second])
    found["party_is_event"] = _crossed(block, lambda each: each.all_parties)
    return found


def _of(each: EventMention, roles: frozenset[Role]) -> frozenset[str]:
    return frozenset().union(*(stems for role, stems in each.parties.items() if role in roles))


def _crossed(block: Block, terms: Callable[[EventMention], frozenset[str]]) -> Floats:
    """Return how many of a pair, 0 to 2, hold the head of the other among these terms."""
    heads = [each.head for each in block.mentions]
    held = np.array([[head in found for head in heads] for found in map(terms, block.mentions)], dtype=np.float64)
    return held[block.first, block.second] + held[block.second, block.first]


def _surroundings(block: Block) -> dict[str, Floats]:
    numbered = block.of_each(lambda each: bool(each.numbers))
    doc = block.of_each(lambda each: each.doc).astype(np.int64)
    at = (doc[block.first], doc[block.second])
    words, together = (np.minimum(each[at], COPY) for each in (block.words, block.together))
    both = np.minimum(np.sqrt(np.maximum(block.words[at], 0.0) * block.meaning[at]), COPY)
    return {
        "sentence_terms": block.cosines(lambda each: each.sentence_terms),
        "near_terms": block.cosines(lambda each: each.near_terms),
        "names": block.shared(lambda each: each.names | each.places),
        "people": block.shared(lambda each: each.names),
        "places": block.shared(lambda each: each.places),
        "numbers": block.shared(lambda each: each.numbers),
        "both_numbered": numbered[block.first] * numbered[block.second],
        "event_in_sentence": _crossed(block, lambda each: each.sentence_terms),
        "documents_words": words,
        "documents_meaning": block.meaning[at],
        "documents": both,
        "documents_together": together,
        **{f"one_story_{floor}": (together >= floor).astype(np.float64) for floor in STORY_FLOORS},
    }


def _places(block: Block) -> dict[str, Floats]:
    one_doc = block.same(lambda each: each.doc)
    sentence = block.of_each(lambda each: each.sentence)
    first, second = sentence[block.first], sentence[block.second]
    tags = [each.tag for each in block.mentions]
    verb, noun, pointer = (
        np.array([tag in sort for tag in tags], dtype=np.float64) for sort in ({"VERB"}, _NOUNS, _POINTERS)
    )
    speech = block.of_each(lambda each: each.head in _SPEECH)
    return {
        "one_document": one_doc,
        "one_sentence": one_doc * (first == second),
        "distance": np.where(one_doc > 0, np.minimum(np.abs(first - second), _FAR), -1.0),
        "later_sentence": np.minimum(np.maximum(first, second), _FAR),
        "both_verbs": verb[block.first] * verb[block.second],
        "both_nouns": noun[block.first] * noun[block.second],
        "pointer": np.maximum(pointer[block.first], pointer[block.second]),
        "speech": np.maximum(speech[block.first], speech[block.second]),
        "negated_once": 1 - block.same(lambda each: str(each.negated)),
    }


def _commonness(block: Block) -> dict[str, Floats]:
    """Return how common the two heads are: in all documents, in those of the block, among the block's events."""
    docs = sorted({each.doc for each in block.mentions})
    held = Counter(term for doc in docs for term in block.reports[doc].terms)
    heads = Counter(each.head for each in block.mentions)
    found: dict[str, Floats] = {}
    for name, value in (
        ("weight", lambda each: block.weight(each.head)),
        ("share_of_documents", lambda each: held[each.head] / len(docs)),
        ("share_of_events", lambda each: heads[each.head] / len(block.mentions)),
    ):
        each = block.of_each(value)
        found[f"least_{name}"] = np.minimum(each[block.first], each[block.second])
        found[f"most_{name}"] = np.maximum(each[block.first], each[block.second])
    return found


def _margins(block: Block, name: str, table: Floats) -> dict[str, Floats]:
    """Return by how much each of a pair prefers the other to the next best of the same document, or sentence."""
    doc = block.of_each(lambda each: each.doc).astype(np.int64)
    sentence = doc * 10_000 + block.of_each(lambda each: each.sentence).astype(np.int64)
    found: dict[str, Floats] = {}
    for scope, homes in (("document", doc), ("sentence", sentence)):
        margin = _margin(table, homes)
        there, back = margin[block.first, block.second], margin[block.second, block.first]
        found[f"{name}_least_margin_{scope}"] = np.minimum(there, back)
        found[f"{name}_most_margin_{scope}"] = np.maximum(there, back)
    return found


def _margin(table: Floats, homes: Counts) -> Floats:
    """Return for each mention (row) the lead of each other one (column) over its best rival in the same home."""
    found = np.full(table.shape, _ALONE)
    for home in np.unique(homes):
        columns = np.flatnonzero(homes == home)
        if len(columns) > 1:
            inside = table[:, columns].copy()
            inside[columns, np.arange(len(columns))] = -9.0
            ranked = np.sort(inside, axis=1)
            best, next_best = ranked[:, -1:], ranked[:, -2:-1]
            found[:, columns] = np.where(inside == best, inside - next_best, inside - best)
    clipped: Floats = np.clip(found, -1.0, 1.0)
    return clipped
