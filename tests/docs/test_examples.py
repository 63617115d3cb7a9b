"""The Python examples of README and quickstart run as they stand."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from secondsource import demo

ROOT = Path(__file__).parents[2]
BLOCK = re.compile(r"(?:^    .*\n|^\n)+", re.MULTILINE)


def examples(page: str) -> list[str]:
    """Return the indented blocks of a page that are Python."""
    text = (ROOT / page).read_text("utf-8")
    blocks = (match[0] for match in BLOCK.finditer(text))
    return [re.sub(r"^    ", "", block, flags=re.MULTILINE) for block in blocks if "import secondsource" in block]


@pytest.mark.parametrize("page", ["README.md", "docs/quickstart.md"])
def test_the_python_example_runs(
    page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    found = examples(page)
    assert found, page
    monkeypatch.chdir(tmp_path)
    for folder in ("articles", "clippings"):
        demo.write(tmp_path / folder)
    for code in found:
        exec(compile(code, page, "exec"), {})  # noqa: S102 - the page's own example
    assert "Ostrel hills" in capsys.readouterr().out


def test_every_link_between_pages_leads_somewhere() -> None:
    for page in [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]:
        for target in re.findall(r"\]\(([^)#:]+)\)", page.read_text("utf-8")):
            assert (page.parent / target).exists(), f"{page.name}: {target}"
