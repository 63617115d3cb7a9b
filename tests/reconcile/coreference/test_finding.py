"""Words that name events, by their tags."""

from secondsource.reconcile.coreference.finding import acts, named_events
from secondsource.reconcile.coreference.mentions import sentences
from secondsource.records import Analysis, Syntax


def read(tagged):
    text, tags, words = "", [], []
    for each in tagged.split():
        word, _, tag = each.partition("/")
        words.append((len(text), len(text) + len(word)))
        text += word + " "
        tags.append(tag)
    tree = Syntax(tuple(words), tuple(tags), tuple(tags), (-1,) * len(words), ("dep",) * len(words))
    return sentences(0, text, Analysis("d", ((0, len(text)),), tuple(words), (), (), tree))


ATTACKED = read("they/PRON attacked/VERB a/DET table/NOUN in/ADP the/DET attack/NOUN")


def named(document, often):
    return [document.text[start:end] for start, end in named_events(document, often)]


def test_verbs_name_events():
    assert named(ATTACKED, frozenset()) == ["attacked"]


def test_a_noun_that_is_a_verb_elsewhere_names_an_event():
    assert named(ATTACKED, acts([ATTACKED] * 3)) == ["attacked", "attack"]


def test_a_noun_that_is_hardly_ever_a_verb_names_none():
    assert acts([ATTACKED]) == frozenset()
