"""The label sets that training writes into the encoder and reading takes out of it; their order is their number."""

from __future__ import annotations

from typing import Final


def _labels(listed: str) -> tuple[str, ...]:
    return tuple(listed.split())


ROLES: Final = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")
"""BIO tags of the roles of an attribution.  Source: PolNeAR (Newell, Margolin and Ruths, 2018)."""

POINTERS: Final = ("content_cue", "source_cue", "cue_source")
"""What points at what: a content word at its cue, a source word at its cue, a cue word at its source (or at none)."""

UPOS: Final = _labels("ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X")
"""Universal part-of-speech tags.  Source: Universal Dependencies 2.16."""

XPOS: Final = _labels(
    "$ '' , -LRB- -RRB- . : ADD AFX CC CD DT EX FW GW HYPH IN JJ JJR JJS LS MD NFP NN NNP NNPS NNS PDT POS PRP PRP$ "
    "RB RBR RBS RP SYM TO UH VB VBD VBG VBN VBP VBZ WDT WP WP$ WRB XX ``"
)
"""Penn Treebank tags as the English Web Treebank uses them; they carry tense and number."""

RELATIONS: Final = _labels(
    "acl acl:relcl advcl advcl:relcl advmod amod appos aux aux:pass case cc cc:preconj ccomp compound compound:prt "
    "conj cop csubj csubj:outer csubj:pass dep det det:predet discourse dislocated expl fixed flat flat:foreign "
    "goeswith iobj list mark nmod nmod:desc nmod:poss nmod:unmarked nsubj nsubj:outer nsubj:pass nummod obj obl "
    "obl:agent obl:unmarked orphan parataxis punct reparandum root vocative xcomp"
)
"""Dependency relations with the English subtypes of the English Web Treebank and GUM."""

NAMES: Final = ("O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC", "B-MISC", "I-MISC")
"""BIO tags of names."""

FINE: Final = ("person", "organisation", "company", "group", "place", "state", "people", "event", "product", "work")
"""Finer sorts of names, known for some of the training sets; `people` are nationalities and the like."""
