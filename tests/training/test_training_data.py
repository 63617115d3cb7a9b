"""What the training readers make of annotated text: words with labels, in code points."""

from __future__ import annotations

import gzip
import json

import pytest

from secondsource.analyse.labels import NAMES, ROLES, UPOS
from training.data import UNKNOWN, attributed, joined, treebank


def lines_file(tmp_path, *records):
    path = tmp_path / "records.jsonl"
    path.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    return path


def test_roles_become_tags_and_pointers(tmp_path):
    text = "“No,” Ann Roe said."
    record = {"id": "a", "text": text, "attributions": [{"source": [[6, 13]], "cue": [[14, 18]], "content": [[0, 5]]}]}
    (read,) = attributed(lines_file(tmp_path, record))
    tags = {text[slice(*word)]: ROLES[tag] for word, tag in zip(read.words, read.roles, strict=True)}
    assert tags == {
        "“": "B-content", "No": "I-content", ",": "I-content", "”": "I-content",
        "Ann": "B-source", "Roe": "I-source", "said": "B-cue", ".": "O",
    }  # fmt: skip
    content_cue, source_cue, cue_source = read.pointers
    assert set(content_cue) == {(0, 6), (1, 6), (2, 6), (3, 6)}
    assert set(source_cue) == {(4, 6), (5, 6)}
    assert set(cue_source) == {(6, 4), (6, 5)}


def test_an_implicit_source_is_pointed_at_as_none(tmp_path):
    record = {
        "id": "a",
        "text": "It reportedly sank.",
        "attributions": [{"source": [], "cue": [[3, 13]], "content": [[14, 18]]}],
    }
    (read,) = attributed(lines_file(tmp_path, record))
    assert read.pointers[2] == ((1, -1),)


def test_words_outside_the_article_are_no_words(tmp_path):
    record = {"id": "a", "text": "Ann left. Subscribe now. Bo stayed.", "discard": [[10, 24]], "attributions": []}
    (read,) = attributed(lines_file(tmp_path, record))
    assert [read.text[slice(*word)] for word in read.words] == ["Ann", "left", ".", "Bo", "stayed", "."]
    assert read.sentences == (0, 3)


CONLLU = """# newdoc id = x
# sent_id = x-1
# text = I can't.
1\tI\tI\tPRON\tPRP\t_\t2\tnsubj\t_\t_
2-3\tcan't\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No
2\tca\tcan\tAUX\tMD\t_\t0\troot\t_\t_
3\tn't\tnot\tPART\tRB\t_\t2\tadvmod\t_\t_
4\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_

# sent_id = x-2
# text = Go.
1\tGo\tgo\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No
2\t.\t.\tPUNCT\t.\t_\t1\tpunct\t_\t_

"""


def test_a_treebank_document_keeps_offsets_heads_and_sentences(tmp_path):
    path = tmp_path / "x.conllu.gz"
    path.write_bytes(gzip.compress(CONLLU.encode()))
    (read,) = treebank(path)
    assert read.text == "I can't. Go."
    assert [read.text[slice(*word)] for word in read.words] == ["I", "ca", "n't", ".", "Go", "."]
    assert read.heads == (1, -1, 1, 1, -1, 4)
    assert read.opens == (1, 0, 0, 0, 1, 0)
    assert UPOS[read.upos[1]] == "AUX"


def record(**more):
    return {"id": "r", "text": "Ann met Kurds", "tokens": [[0, 3], [4, 7], [8, 13]], **more}


def test_a_name_of_a_type_that_its_corpus_does_not_mark_is_no_evidence():
    entities = [{"start": 0, "end": 3, "label": "PER"}, {"start": 8, "end": 13, "label": "MISC"}]
    read = joined([record(labels=["PER", "ORG", "LOC"], entities=entities)], 1.0)
    assert read.names == (NAMES.index("B-PER"), 0, UNKNOWN)


@pytest.mark.parametrize("weight", [1.0, 0.4])
def test_records_of_one_document_stand_in_lines_of_one_text(weight):
    read = joined([record(labels=["PER"], entities=[])] * 2, weight)
    assert read.text == "Ann met Kurds\nAnn met Kurds"
    assert read.words[3] == (14, 17)
    assert read.weight == weight
