"""Every test that a page of the manual names is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
NAMED = re.compile(r"`(tests/[\w/]+\.py)(?:::(\w+))?`")


@pytest.mark.parametrize("page", sorted(ROOT.glob("docs/*.md")), ids=lambda path: path.name)
def test_the_tests_that_a_page_names_are_there(page: Path) -> None:
    for file, name in NAMED.findall(page.read_text("utf-8")):
        assert (ROOT / file).is_file(), file
        assert not name or f"def {name}(" in (ROOT / file).read_text("utf-8"), f"{file}::{name}"


def test_the_threat_model_names_a_test_for_what_it_claims() -> None:
    assert len(NAMED.findall((ROOT / "docs" / "threat-model.md").read_text("utf-8"))) > 30
