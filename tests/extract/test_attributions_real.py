"""Real and invented articles beside the checkout come out whole (skipped where the data is absent)."""

import pytest

from evaluation.areas import attribution
from evaluation.scorers import data_root, read, write
from secondsource.analyse import annotate
from secondsource.extract import attributions
from secondsource.lexicon.load import load

LEXICON = load()


def seeds():
    folder = data_root() / "seeds"
    return sorted(folder.glob("*.txt")) if folder.is_dir() else []


@pytest.mark.parametrize("path", seeds(), ids=lambda path: path.name[:3])
def test_a_seed_article_yields_statements_with_words(path):
    document = attribution.plain(path.read_text("utf-8"))
    found = attributions(document, annotate(document, LEXICON), LEXICON)
    assert len(found) >= 3
    assert all(document.slice(span).strip() for record in found for span in (*record.cue, *record.content))


def test_the_seeds_hold_an_allegation_a_denial_an_admission_and_carried_speech():
    if not seeds():
        pytest.skip("the seed articles are not beside the checkout")
    found = []
    for path in seeds():
        document = attribution.plain(path.read_text("utf-8"))
        found += attributions(document, annotate(document, LEXICON), LEXICON)
    assert {"alleges", "denies", "admits", "estimates", "demands"} <= {record.stance for record in found}
    assert sum(record.parent is not None for record in found) >= 5


def test_gold_attributions_are_found_well_above_a_baseline_of_patterns(tmp_path):
    gold = data_root() / "attribution" / "polnear.dev.jsonl"
    if not gold.exists():
        pytest.skip("the attribution corpus is not beside the checkout")
    sample, answers = tmp_path / "gold.jsonl", tmp_path / "pred.jsonl"
    write(sample, list(read(gold))[::8])
    attribution.predict(sample, answers)
    measured = attribution.score(sample, answers)["all"]
    assert measured["attr-soft"][2] >= 0.5
    assert measured["content.token"][2] >= 0.7
