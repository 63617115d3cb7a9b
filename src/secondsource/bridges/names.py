"""Tells which label of spaCy stands for which kind of name."""

from __future__ import annotations

from typing import Final

from secondsource.records import MentionKind

_KINDS: Final[dict[str, tuple[MentionKind, str]]] = {
    "PERSON": ("person", ""),
    "PER": ("person", ""),
    "ORG": ("organisation", ""),
    "LOC": ("place", ""),
    "GPE": ("place", ""),
    "FAC": ("place", ""),
    "NORP": ("other", "people"),
    "EVENT": ("other", "event"),
    "PRODUCT": ("other", "product"),
    "WORK_OF_ART": ("other", "work"),
}
"""Kind and finer sort of each label.  Source: OntoNotes 5.0 release notes, 2.6; CoNLL-2003 (PER, MISC).

GPE are cities as well as states, so that it gives no finer sort; nationalities and religions (NORP) name no body.
"""

_NO_NAMES: Final = frozenset({"DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "ORDINAL", "CARDINAL"})
"""Entities that name nothing.  Source: OntoNotes 5.0 release notes, 2.6, values."""

_SORTS: Final = frozenset(
    {"person", "organisation", "company", "group", "place", "state", "people", "event", "product", "work"}
)
"""Finer sorts that `Mention.fine` can hold; other ids of entities (of a rule, of a knowledge base) say no sort."""

_LABELS: Final[dict[MentionKind, str]] = {"person": "PERSON", "organisation": "ORG", "place": "LOC", "other": "MISC"}
_FINER: Final[dict[tuple[MentionKind, str], str]] = {
    ("place", "state"): "GPE",
    ("other", "people"): "NORP",
    ("other", "event"): "EVENT",
    ("other", "product"): "PRODUCT",
    ("other", "work"): "WORK_OF_ART",
}


def label_of(kind: MentionKind, fine: str) -> str:
    """Return the label of spaCy's English pipelines for a kind of name.

    >>> label_of("place", "state"), label_of("other", "")
    ('GPE', 'MISC')
    """
    return _FINER.get((kind, fine), _LABELS[kind])


def kind_of(label: str, id_: str = "") -> tuple[MentionKind, str] | None:
    """Return kind and finer sort of an entity, None for numbers and times; an unknown label is `other`.

    >>> kind_of("GPE"), kind_of("MONEY")
    (('place', ''), None)
    """
    if label in _NO_NAMES:
        return None
    kind, fine = _KINDS.get(label, ("other", ""))
    return kind, id_ if id_ in _SORTS else fine
