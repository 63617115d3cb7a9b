"""Pages fetched from a server on this machine: robots.txt, redirections, limits, and what is asked only once."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from secondsource.ingest import fetch
from secondsource.ingest.decode import Refusal
from secondsource.ingest.fetch import Answer, Mark, Visitor
from secondsource.ingest.inward import inward
from secondsource.ingest.visits import read_visits, visits_file, write_visits


@dataclass
class Site:
    """A site: by path a status, headers and a body; `asked` collects the requests."""

    pages: dict[str, tuple[int, dict[str, str], bytes]]
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    address: str = ""

    def paths(self) -> list[str]:
        return [path for path, _ in self.asked]


@pytest.fixture
def site() -> Iterator[Site]:
    made = Site({"/robots.txt": (404, {}, b"")})

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            made.asked.append((self.path, {name.lower(): value for name, value in self.headers.items()}))
            status, headers, body = made.pages.get(self.path, (404, {}, b"nothing here"))
            if "etag" in headers and self.headers.get("If-None-Match") == headers["etag"]:
                status, body = 304, b""
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            if "Content-Length" not in headers:
                self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    made.address = f"http://127.0.0.1:{server.server_port}"
    yield made
    server.shutdown()
    server.server_close()
    thread.join()


def visitor() -> Visitor:
    return Visitor("0", pause=0)


def refused(site: Site, path: str) -> str:
    found = visitor().fetch(site.address + path)
    assert isinstance(found, Refusal)
    return found.reason


def test_a_page_comes_with_its_charset_and_its_mark(site: Site):
    headers = {
        "Content-Type": "text/html; charset=koi8-r",
        "ETag": '"17"',
        "Last-Modified": "Tue, 04 Mar 2025 06:30:00 GMT",
    }
    site.pages["/crane"] = (200, headers, b"<html>")
    found = visitor().fetch(f"{site.address}/crane#top")
    mark = Mark('"17"', "Tue, 04 Mar 2025 06:30:00 GMT")
    assert found == Answer(b"<html>", f"{site.address}/crane", "koi8-r", mark)
    assert site.asked[-1][1]["user-agent"].startswith("secondsource/0 ")


def test_robots_txt_is_asked_once_for_a_host_and_kept_to(site: Site):
    site.pages |= {
        "/robots.txt": (200, {}, b"User-agent: *\nDisallow: /private\n"),
        "/a": (200, {}, b"a"),
        "/b": (200, {}, b"b"),
    }
    who = visitor()
    assert isinstance(who.fetch(f"{site.address}/a"), Answer)
    assert isinstance(who.fetch(f"{site.address}/b"), Answer)
    assert who.fetch(f"{site.address}/private/a") == Refusal("its site's robots.txt forbids to fetch it")
    assert site.paths() == ["/robots.txt", "/a", "/b"]


def test_a_site_that_names_this_program_is_obeyed(site: Site):
    site.pages["/robots.txt"] = (200, {}, b"User-agent: secondsource\nDisallow: /\n\nUser-agent: *\nAllow: /\n")
    assert refused(site, "/a").endswith("robots.txt forbids to fetch it")


@pytest.mark.parametrize(("status", "allowed"), [(404, True), (403, True), (500, False), (503, False)])
def test_missing_rules_allow_all_and_failing_ones_nothing(site: Site, status: int, allowed: bool):  # noqa: FBT001
    site.pages |= {"/robots.txt": (status, {}, b""), "/a": (200, {}, b"a")}
    assert isinstance(visitor().fetch(f"{site.address}/a"), Answer) is allowed


def test_an_unchanged_page_is_not_sent_again(site: Site):
    site.pages["/a"] = (200, {"etag": '"17"'}, b"a")
    who = visitor()
    first = who.fetch(f"{site.address}/a")
    assert isinstance(first, Answer)
    again = who.fetch(f"{site.address}/a", first.mark)
    assert isinstance(again, Answer)
    assert (again.unchanged, again.raw) == (True, b"")


def test_redirections_are_followed_within_the_rules(site: Site):
    site.pages |= {
        "/robots.txt": (200, {}, b"User-agent: *\nDisallow: /private\n"),
        "/old": (301, {"Location": "/new"}, b""),
        "/new": (200, {}, b"new"),
        "/trap": (302, {"Location": "/private/x"}, b""),
        "/loop": (302, {"Location": "/loop"}, b""),
        "/file": (302, {"Location": "file:///etc/passwd"}, b""),
    }
    found = visitor().fetch(f"{site.address}/old")
    assert isinstance(found, Answer)
    assert (found.raw, found.url) == (b"new", f"{site.address}/new")
    assert refused(site, "/trap").endswith("forbids to fetch it")
    assert refused(site, "/loop") == "redirected more than 5 times"
    assert refused(site, "/file") == "no address of a page: file:///etc/passwd"


def test_no_page_elsewhere_sends_the_program_into_its_own_network(site: Site, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(fetch, "inward", lambda url: "inside" in url)
    site.pages |= {
        "/robots.txt": (200, {}, b""),
        "/page": (302, {"Location": "/inside/admin?delete=all"}, b""),
        "/inside/a": (302, {"Location": "/inside/b"}, b""),
        "/inside/b": (200, {}, b"b"),
    }
    assert refused(site, "/page").startswith("redirected into this machine's own network: ")
    assert "/inside/admin?delete=all" not in site.paths()
    assert isinstance(visitor().fetch(f"{site.address}/inside/a"), Answer)


def test_no_rules_of_a_site_send_the_program_into_its_own_network(site: Site, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(fetch, "inward", lambda url: "inside" in url)
    site.pages |= {"/robots.txt": (302, {"Location": "/inside/admin"}, b""), "/page": (200, {}, b"")}
    assert "leads into this machine's own network" in refused(site, "/page")
    assert site.paths() == ["/robots.txt"]


@pytest.mark.parametrize(
    ("host", "inside"),
    [
        ("127.0.0.1", True), ("[::1]", True), ("10.1.2.3", True), ("192.168.1.1", True), ("169.254.169.254", True),
        ("[fe80::1]", True), ("[fd00::1]", True), ("[::ffff:127.0.0.1]", True), ("8.8.8.8", False),
        ("[2606:4700::1111]", False),
    ],
)  # fmt: skip
def test_the_own_network_is_told_by_its_addresses(host: str, inside: bool):  # noqa: FBT001
    assert inward(f"http://{host}:8001/x") is inside


def test_answers_that_are_no_page_say_why(site: Site):
    site.pages["/busy"] = (429, {"Retry-After": "120"}, b"")
    assert refused(site, "/gone") == "the server answered 404 Not Found"
    assert refused(site, "/busy") == "the server answered 429 Too Many Requests; try again after 120"


def test_an_answer_has_a_limit_of_size_and_must_come_whole(site: Site, monkeypatch):
    site.pages |= {"/large": (200, {}, b"x" * 5000), "/cut": (200, {"Content-Length": "900"}, b"short")}
    assert "breaks off" in refused(site, "/cut")
    monkeypatch.setattr(fetch, "LARGEST", 1000)
    assert refused(site, "/large").endswith("save it, and add the file")


def test_a_server_that_says_nothing_is_left(monkeypatch):
    monkeypatch.setattr(fetch, "SILENCE", 0.2)
    import socket  # noqa: PLC0415

    with socket.create_server(("127.0.0.1", 0)) as mute:
        found = visitor().fetch(f"http://127.0.0.1:{mute.getsockname()[1]}/a")
    assert isinstance(found, Refusal)
    assert found.reason.startswith("robots.txt of its site cannot be had, so nothing is fetched there")


def test_requests_to_one_host_keep_their_distance(site: Site, monkeypatch):
    waited: list[float] = []
    monkeypatch.setattr(fetch.time, "sleep", waited.append)
    site.pages |= {"/robots.txt": (200, {}, b"User-agent: *\nCrawl-delay: 7\nAllow: /\n"), "/a": (200, {}, b"a")}
    Visitor("0", pause=1).fetch(f"{site.address}/a")
    assert [round(seconds) for seconds in waited] == [7]


@pytest.mark.parametrize("url", ["ftp://a.example/x", "file:///etc/passwd", "http://"])
def test_only_pages_are_fetched(url: str):
    assert visitor().fetch(url) == Refusal(f"no address of a page: {url}")


def test_marks_are_kept_beside_the_store(tmp_path):
    path = visits_file(str(tmp_path / "affair.db"))
    assert path.name == "affair.db.visits.json"
    assert read_visits(path) == {}
    marks = {"https://a.example/1": Mark('"17"', None), "https://a.example/2": Mark()}
    write_visits(path, marks)
    assert read_visits(path) == {"https://a.example/1": Mark('"17"', None)}
    path.write_text("{broken")
    assert read_visits(path) == {}
