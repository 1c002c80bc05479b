"""The hosted guide: what it serves, what it does not, who may send, how often and how much.

The one thing a reader would get wrong: these go through the same shield as a real visitor; the
tests of a real port are in test_hosted_port.py.
"""

from __future__ import annotations

import re
import subprocess
import sys
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from rainbook.web.app import all_pages
from rainbook.web.feedback import Kept
from rainbook.web.hosting.buckets import Buckets
from rainbook.web.hosting.marks import GOOD_FOR, Marks
from rainbook.web.hosting.shield import LONGEST, Shield
from rainbook.web.hosting.site import LISTED, NEUTRAL, Site, hosted_pages
from rainbook.web.interface import NOTHING
from rainbook.web.settings import Settings

HOST = "guide.example.org"
ORIGIN = f"https://{HOST}"
HOSTILE = '</textarea><script>alert(1)</script> "\u202e'


class Visitor:
    """A browser at the hosted guide."""

    def __init__(self, folder: Path, **more: Any) -> None:
        self.site = Site(folder, Settings())
        self.kept = Kept(folder)
        shield = Shield(frozenset({HOST}), **more)
        self.http = TestClient(shield.around(self.site.asgi), base_url=ORIGIN)

    def send(self, fields: dict[str, str], headers: dict[str, str] | None = None) -> Any:
        """Send the form as its page would."""
        return self.http.post(
            "/feedback", data={"mark": self.site.visit.mark, "page": "help", **fields},
            headers={"Origin": ORIGIN} if headers is None else headers, follow_redirects=False,
        )


@pytest.fixture
def visitor(tmp_path: Path) -> Visitor:
    """Return a visitor of a guide whose folder is empty."""
    return Visitor(tmp_path)


def test_only_pages_on_the_list_are_served(visitor: Visitor) -> None:
    served = {route.path for route in visitor.site.asgi.routes}  # type: ignore[attr-defined]
    pages = {page.path for page in hosted_pages(visitor.kept)}
    assert served == {"/", "/static/{file}", *NEUTRAL, *pages}
    assert {page.name for page in hosted_pages(visitor.kept)} == LISTED
    assert {page.needs for page in hosted_pages(visitor.kept)} == {NOTHING}


@pytest.mark.parametrize("name", sorted(LISTED))
def test_every_page_on_the_list_opens(visitor: Visitor, name: str) -> None:
    answer = visitor.http.get(visitor.site.place(name, {}, {}))
    assert answer.status_code == 200
    assert 'id="exit"' in answer.text


def test_every_link_of_every_page_leads_to_a_page(visitor: Visitor) -> None:
    found = set()
    for name in LISTED:
        text = visitor.http.get(visitor.site.place(name, {}, {})).text
        found |= set(re.findall(r'(?:href|src|action)="([^"#]+)', text))
    assert all(link.startswith("/") for link in found), "nothing of another site"
    opened = {link: visitor.http.get(unescape(link)).status_code for link in found}
    assert {link: code for link, code in opened.items() if code != 200} == {}
    assert len(opened) > 10


def test_no_page_of_a_book_is_there(visitor: Visitor) -> None:
    others = [p for p in all_pages() if p.name not in LISTED and "{" not in p.path]
    reached = [p.path for p in others if visitor.http.get(p.path).status_code != 404]
    assert others
    # "/" is the front page there, and leads to the guide here
    assert set(reached) <= {"/", "/page"}


def test_no_page_of_a_book_is_loaded() -> None:
    body = (
        "import sys, rainbook.web.hosted\n"
        "print(*sorted(n.rpartition('.')[2] for n in sys.modules if n.startswith("
        "'rainbook.web.pages.')), *('rainbook.web.' + n for n in ('app', 'desk', 'door')"
        " if 'rainbook.web.' + n in sys.modules))"
    )
    ran = subprocess.run([sys.executable, "-c", body], capture_output=True, text=True, timeout=120)
    assert ran.stdout.split() == ["feedback", "guide", "help", "self_check"], ran.stderr


def test_no_cookie_and_the_same_headers_everywhere(visitor: Visitor) -> None:
    answers = [visitor.http.get(p) for p in ("/guide", "/help", "/nothing", "/static/app.css")]
    answers += [visitor.send({"step": "look", "text": "It is clear."}),
                visitor.send({"text": "x"}, {"Origin": "https://other.example"})]
    assert [a.status_code for a in answers] == [200, 200, 404, 200, 303, 403]
    for answer in answers:
        assert "set-cookie" not in answer.headers
        assert "script-src 'self'" in answer.headers["content-security-policy"]
        assert answer.headers["cache-control"] == "no-store"
        assert answer.headers["x-frame-options"] == "DENY"
    assert len(visitor.http.cookies) == 0


def test_feedback_is_kept_with_its_page_and_day(visitor: Visitor) -> None:
    answer = visitor.send({"step": "look", "text": "It is clear."})
    assert (answer.status_code, answer.headers["location"]) == (303, "/feedback/kept")
    assert [(e.text, e.page) for e in visitor.kept.entries()] == [("It is clear.", "help")]
    assert "kept, with the page and the day" in visitor.http.get("/feedback/kept").text


@pytest.mark.parametrize(("text", "more", "status", "says", "kept"), [
    ("He is outside my house", {}, 200, "Nobody will read this in time", 0),
    ("He is outside my house", {"step": "keep"}, 200, "Nobody will read this in time", 0),
    ("He is outside my house", {"step": "keep", "told": "yes"}, 303, "", 1),
    ("My name is Sarah Jones", {}, 200, "This may say who somebody is", 0),
    ("My name is Sarah Jones", {"step": "keep"}, 200, "Keep your words with these in them?", 0),
    ("My name is Sarah Jones", {"step": "keep", "sure": "yes"}, 303, "", 1),
    ("My name is Sarah Jones", {"step": "look", "sure": "yes"}, 200, "This may say", 0),
    ("It is clear.", {"mark": "old.mark"}, 422, "It is clear.", 0),
    ("It is clear.", {"mark": "", "step": "keep"}, 422, "Please send it once more", 0),
    (HOSTILE, {}, 303, "", 1),
])
def test_the_steps_of_the_form(
    visitor: Visitor, text: str, more: dict[str, str], status: int, says: str, kept: int
) -> None:
    answer = visitor.send({"step": "look", "text": text, **more})
    assert answer.status_code == status
    assert says in unescape(answer.text)
    assert "<script>alert" not in answer.text
    assert [entry.text for entry in visitor.kept.entries()] == [text] * kept


@pytest.mark.parametrize(("headers", "status"), [
    ({"Origin": ORIGIN}, 303), ({"Origin": ORIGIN, "Sec-Fetch-Site": "same-origin"}, 303),
    ({"Sec-Fetch-Site": "same-origin"}, 303),
    ({}, 403), ({"Origin": "null"}, 403), ({"Origin": "https://other.example"}, 403),
    ({"Origin": f"https://{HOST}.other.example"}, 403), ({"Origin": f"ftp://{HOST}"}, 403),
    ({"Origin": f"https://x@{HOST}"}, 403), ({"Origin": f"{ORIGIN}/"}, 403),
    ({"Origin": ORIGIN, "Sec-Fetch-Site": "cross-site"}, 403),
    ({"Sec-Fetch-Site": "same-site"}, 403), ({"Origin": "https://[", }, 403),
])
def test_only_a_page_of_this_site_may_send(
    visitor: Visitor, headers: dict[str, str], status: int
) -> None:
    assert visitor.send({"step": "look", "text": "x"}, headers).status_code == status
    assert len(visitor.kept.entries()) == (status == 303)


@pytest.mark.parametrize(("host", "status"), [
    (HOST, 200), (HOST.upper(), 200), ("other.example", 421), (f"{HOST}:99", 421), ("", 421),
])
def test_only_its_own_names_are_answered(visitor: Visitor, host: str, status: int) -> None:
    assert visitor.http.get("/guide", headers={"Host": host}).status_code == status


@pytest.mark.parametrize("method", ["PUT", "DELETE", "TRACE", "OPTIONS", "PATCH", "CONNECT"])
def test_no_other_method_is_answered(visitor: Visitor, method: str) -> None:
    assert visitor.http.request(method, "/feedback").status_code == 405


def test_too_many_requests_are_told_to_wait(tmp_path: Path) -> None:
    visitor = Visitor(tmp_path, reads=Buckets(50, 10))
    answers = [visitor.http.get("/help") for _ in range(250)]
    assert [a.status_code for a in answers] == [200] * 50 + [429] * 200
    last = answers[-1]
    assert 1 <= int(last.headers["retry-after"]) <= 10
    assert "Please wait" in last.text and "999" in last.text
    assert "default-src 'none'" in last.headers["content-security-policy"]


def test_sending_has_turns_of_its_own(tmp_path: Path) -> None:
    visitor = Visitor(tmp_path, sends=Buckets(3, 60))
    codes = [visitor.send({"step": "look", "text": f"n {n}"}).status_code for n in range(5)]
    assert codes == [303, 303, 303, 429, 429]
    assert visitor.http.get("/help").status_code == 200, "help can still be read"
    assert len(visitor.kept.entries()) == 3


def test_somebody_else_has_turns_left(tmp_path: Path) -> None:
    """Behind a proxy the last entry it added is who asks; what a visitor sends is not believed."""
    visitor = Visitor(tmp_path, proxy="testclient", reads=Buckets(1, 60))

    def code(told: str) -> int:
        return visitor.http.get("/guide", headers={"X-Forwarded-For": told}).status_code

    assert [code("192.0.2.1"), code("192.0.2.1"), code("192.0.2.2")] == [200, 429, 200]
    assert code("198.51.100.9, 192.0.2.1") == 429


def test_without_a_proxy_nobody_can_say_who_they_are(tmp_path: Path) -> None:
    visitor = Visitor(tmp_path, reads=Buckets(1, 60))
    told = [{"X-Forwarded-For": f"192.0.2.{n}"} for n in (1, 2)]
    assert [visitor.http.get("/guide", headers=h).status_code for h in told] == [200, 429]


@pytest.mark.parametrize("chunked", [False, True])
def test_a_big_body_is_refused(visitor: Visitor, chunked: bool) -> None:
    body = b"text=" + b"x" * LONGEST

    def pieces() -> Any:
        for at in range(0, len(body), 4096):
            yield body[at:at + 4096]

    answer = visitor.http.post(
        "/feedback", content=pieces() if chunked else body,
        headers={"Origin": ORIGIN, "Content-Type": "application/x-www-form-urlencoded"},
    )
    assert answer.status_code == 413
    assert "Nothing was kept" in answer.text
    assert visitor.kept.entries() == ()


def test_the_longest_text_fits_in_any_writing(visitor: Visitor) -> None:
    assert visitor.send({"step": "look", "text": "😀" * 5_000}).status_code == 303


@pytest.mark.parametrize(("body", "kind"), [
    (b"\xff\xfe", "application/x-www-form-urlencoded"), (b"{}", "application/json"),
    (b"text=%ff", "application/x-www-form-urlencoded"), (b"", "multipart/form-data; boundary=x"),
])
def test_what_is_no_form_is_answered_calmly(visitor: Visitor, body: bytes, kind: str) -> None:
    answer = visitor.http.post(
        "/feedback", content=body, headers={"Origin": ORIGIN, "Content-Type": kind}
    )
    assert answer.status_code == 422 and "could not be read" in answer.text


def test_nobody_is_kept_in_memory_or_on_the_disk(tmp_path: Path) -> None:
    visitor = Visitor(tmp_path, proxy="testclient")
    visitor.http.get("/guide", headers={"X-Forwarded-For": "192.0.2.77"})
    visitor.send({"step": "look", "text": "It is clear."}, {
        "Origin": ORIGIN, "X-Forwarded-For": "192.0.2.77", "User-Agent": "needle-agent"})
    written = b"".join(p.read_bytes() for p in tmp_path.rglob("*") if p.is_file())
    assert b"192.0.2.77" not in written and b"needle-agent" not in written


def test_a_bucket_fills_again_and_forgets() -> None:
    clock = [0.0]
    turns = Buckets(2, 10, now=lambda: clock[0])
    assert [turns.wait("192.0.2.1") for _ in range(3)] == [0, 0, 10]
    clock[0] = 4
    assert turns.wait("192.0.2.1") == 6
    clock[0] = 10
    assert [turns.wait("192.0.2.1"), turns.wait("192.0.2.1")] == [0, 10]
    assert b"192.0.2.1" not in repr(turns._left).encode()


@pytest.mark.parametrize(("one", "other", "shared"), [
    ("192.0.2.1", "192.0.2.2", False), ("2001:db8::1", "2001:db8::2", True),
    ("2001:db8:0:1::1", "2001:db8:0:2::1", False), ("::ffff:192.0.2.1", "192.0.2.1", True),
    ("odd", "other", True),
])
def test_who_shares_a_bucket(one: str, other: str, shared: bool) -> None:
    turns = Buckets(1, 60)
    assert turns.wait(one) == 0
    assert bool(turns.wait(other)) is shared


def test_many_addresses_do_not_fill_the_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rainbook.web.hosting.buckets.MOST", 5)
    turns = Buckets(1, 60)
    assert [turns.wait(f"192.0.2.{n}") for n in range(5)] == [0] * 5
    assert turns.wait("192.0.2.9") == 0, "the one bucket that those who are new share"
    assert turns.wait("192.0.2.10") > 0
    assert len(turns._left) == 6


@pytest.mark.parametrize(("later", "ok"), [(0, True), (GOOD_FOR, True), (GOOD_FOR + 1, False)])
def test_a_mark_grows_old(later: int, ok: bool) -> None:
    clock = [1_000_000.0]
    marks = Marks(now=lambda: clock[0])
    mark = marks.make()
    clock[0] += later
    assert marks.ok(mark) is ok


@pytest.mark.parametrize("change", [
    lambda m: "", lambda m: m + "0", lambda m: "f" + m, lambda m: m.partition(".")[0] + ".",
    lambda m: Marks().make(), lambda m: "ü." + m,
])
def test_a_mark_that_was_not_made_here_is_refused(change: Any) -> None:
    marks = Marks()
    assert not marks.ok(change(marks.make()))
