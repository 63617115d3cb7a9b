"""Takes pictures of the pages of the demo in a browser, and says what it finds there.

usage: python benchmarks/screenshots.py FOLDER [--browser FILE] [--axe FILE] [--pages A,B] [--screens A,B] [--fold]

Needs `pip install playwright` and a Chromium; nothing is downloaded.  Each page is shown light and dark, at 1280 and at
390 pixels, and for print.  Printed for each: bytes and milliseconds of the server, what is wider than the screen,
requests to other hosts, errors in the console, and with --axe (the file of axe-core) its violations.  With --fold only
what is seen without scrolling is pictured, as JPEG: the pictures of the manual are

    python benchmarks/screenshots.py docs/pictures --fold --screens wide --pages story,claim,document,beside
    python benchmarks/screenshots.py docs/pictures --fold --screens phone-dark --pages story
"""

from __future__ import annotations

import argparse
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlencode
from urllib.request import urlopen

from playwright.sync_api import Browser, Page, sync_playwright

from secondsource import demo
from secondsource.ingest import read_given
from secondsource.pipeline import Desk
from secondsource.records import Evidence, Story

SCREENS: Mapping[str, tuple[int, int, str]] = {
    "wide": (1280, 900, "light"),
    "wide-dark": (1280, 900, "dark"),
    "phone": (390, 844, "light"),
    "phone-dark": (390, 844, "dark"),
}
"""Width and height in CSS pixels, and the scheme of colours that the reader prefers."""


def main(arguments: Sequence[str]) -> int:
    """Take all pictures; return 1 where something was found."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--browser", default="/usr/bin/chromium")
    parser.add_argument("--axe", type=Path)
    parser.add_argument("--pages", default="")
    parser.add_argument("--screens", default=",".join(SCREENS))
    parser.add_argument("--fold", action="store_true")
    asked = parser.parse_args(arguments)
    asked.folder.mkdir(parents=True, exist_ok=True)
    axe = asked.axe.read_text("utf-8") if asked.axe else ""
    with tempfile.TemporaryDirectory() as name, sync_playwright() as engine:
        store = Path(name) / "demo.db"
        wanted = {key: path for key, path in pages(store).items() if not asked.pages or key in asked.pages.split(",")}
        with served(store) as root:
            browser = engine.chromium.launch(executable_path=asked.browser, args=["--no-sandbox"])
            found = [
                line
                for key, path in wanted.items()
                for line in shown(browser, root + path, asked.folder / key, axe=axe, asked=asked)
            ]
            browser.close()
    print("\n".join(found) or "nothing found")
    return bool(found)


def pages(store: Path) -> Mapping[str, str]:
    """Read the demo into a store; return the addresses of one page of each kind."""
    with Desk.open(store) as desk:
        paths = demo.write(store.parent / "articles")
        desk.add(paths, given=read_given(store.parent / "articles" / demo.METADATA))
        claim = next(row for row in desk.claims() if row.status == "denied_then_admitted")
        figure = next(row for row in desk.claims() if row.kind == "figure" and row.status == "revised")
        told = [row for row in desk.scan(Evidence) if row.claim_id == claim.id and row.origin]
        denier = next(row.origin for row in told if row.stance == "denies")
        sayer = next(row.origin for row in told if row.stance != "denies" and row.origin != denier and row.counted)
        one, other = desk.get(Story, claim.story).doc_ids[:2]
    return {
        "stories": "/",
        "story": f"/story/{claim.story}",
        "claim": f"/claim/{claim.id}",
        "figure": f"/claim/{figure.id}",
        "document": f"/document/{claim.doc}",
        "lineage": f"/lineage/{claim.story}",
        "beside": f"/beside/{claim.story}?{urlencode({'one': sayer, 'other': denier})}",
        "choice": f"/beside/{claim.story}",
        "check": f"/check/{claim.story}?on=denied_then_admitted&on=superseded&on=not_counted",
        "events": f"/events/{claim.story}",
        "diff": f"/diff/{one}/{other}",
        "sources": "/sources",
        "search": "/search?q=soldiers",
        "correct": f"/correct/{claim.id}",
        "corrections": "/corrections",
        "draft": "/draft",
        "rejects": "/rejects",
        "about": "/about",
    }


@contextmanager
def served(store: Path) -> Iterator[str]:
    """Serve a store in a process of its own; yield the beginning of its addresses."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    words = ("-s", str(store), "serve", "--port", str(port))
    program = [sys.executable, "-c", "from secondsource.cli import main; main()", *words]
    running = subprocess.Popen(program, stderr=subprocess.DEVNULL)
    try:
        for _ in range(100):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.1)
        yield f"http://127.0.0.1:{port}"
    finally:
        running.terminate()
        running.wait()


def shown(browser: Browser, url: str, picture: Path, *, axe: str, asked: argparse.Namespace) -> Iterator[str]:
    """Show a page on every screen and for print; yield what is found."""
    began = time.perf_counter()
    with urlopen(url) as answer:  # noqa: S310 - this machine's own server
        size = len(answer.read())
    print(f"{picture.name:12} {size:>8,} bytes {1000 * (time.perf_counter() - began):6.0f} ms")
    for name in asked.screens.split(","):
        width, height, scheme = SCREENS[name]
        context = browser.new_context(
            viewport={"width": width, "height": height}, color_scheme="dark" if scheme == "dark" else "light"
        )
        page = context.new_page()
        problems: list[str] = []
        page.on(
            "request",
            lambda made, told=problems: told.append(made.url) if not made.url.startswith(url[:17]) else None,
        )
        page.on("console", lambda said, told=problems: told.append(said.text) if said.type == "error" else None)
        page.goto(url)
        taken(page, f"{picture}-{name}", fold=asked.fold)
        yield from (f"{picture.name} {name}: {what}" for what in (*problems, *faults(page, axe)))
        if name == "wide" and not asked.fold:
            page.pdf(path=f"{picture}.pdf", format="A4")
        context.close()


def taken(page: Page, name: str, *, fold: bool) -> None:
    """Take a picture of the whole page, or of what is seen of it at first."""
    if fold:
        page.screenshot(path=f"{name}.jpg", type="jpeg", quality=70)
    else:
        page.screenshot(path=f"{name}.png", full_page=True)


def faults(page: Page, axe: str) -> Iterator[str]:
    """Yield what is wider than the screen, and what axe-core finds."""
    wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    if wide > 0:
        yield f"{wide} pixels wider than the screen"
    if axe:
        page.evaluate(axe)
        for one in page.evaluate("axe.run().then(found => found.violations)"):
            yield f"axe {one['id']}: {one['help']}; {one['nodes'][0]['html'][:120]}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
