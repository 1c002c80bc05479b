"""The door: who is let in, and what everybody else gets.

The one thing a reader would get wrong: each row changes one thing of a request that is let in. A
row that were let in as well would be a hole, not a style.
"""

from __future__ import annotations

from typing import Any

import pytest
from starlette.testclient import TestClient

from rainbook.web.entrance.headers import ALWAYS, POLICY
from rainbook.web.entrance.visit import COOKIE

GOOD = {"Sec-Fetch-Site": "same-origin", "Sec-Fetch-Mode": "navigate"}


def _get(client: Any, path: str, headers: dict[str, str], cookie: str | None = None) -> Any:
    plain = TestClient(client.app.asgi, base_url=client.door.origin)
    value = client.door.visit.cookie if cookie is None else cookie
    sent = {**headers, **({"Cookie": f"{COOKIE}={value}"} if value else {})}
    return plain.get(path, headers=sent, follow_redirects=False)


def test_the_one_that_is_let_in(app_client: Any) -> None:
    assert _get(app_client, app_client.url("home"), GOOD).status_code == 200
    assert _get(app_client, app_client.url("home"), {}).status_code == 200  # an old browser


@pytest.mark.parametrize(("changed", "cookie", "gets"), [
    ({"Host": "localhost:8"}, None, 421),
    ({"Host": "127.0.0.1"}, None, 421),
    ({"Host": "127.0.0.1:9"}, None, 421),
    ({"Host": "attacker.example.org:8"}, None, 421),
    ({"Sec-Fetch-Site": "cross-site"}, None, 403),
    ({"Sec-Fetch-Site": "same-site"}, None, 403),  # another port of this computer
    ({"Sec-Fetch-Site": "none", "Origin": "https://example.org"}, None, 403),
    ({"Origin": "http://127.0.0.1:9"}, None, 403),
    ({"Origin": "null"}, None, 403),
    ({}, "", 303),
    ({}, "wrong", 303),
    ({"Sec-Fetch-Mode": "cors"}, "", 403),
    ({"Sec-Fetch-Mode": "no-cors"}, "wrong", 403),
])
def test_whoever_lacks_one_thing_gets_nothing(
    app_client: Any, changed: dict[str, str], cookie: str | None, gets: int
) -> None:
    answer = _get(app_client, app_client.url("home"), {**GOOD, **changed}, cookie)
    assert answer.status_code == gets
    assert "What would you like" not in answer.text
    assert answer.headers.get("location", "/page") == "/page"


@pytest.mark.parametrize("path", [
    "/", "/home", "/x/home", "/%2e%2e/home", "//home", "/static/app.css", "/..;/home",
])
def test_without_the_secret_in_the_address_nothing_is_there(app_client: Any, path: str) -> None:
    answer = _get(app_client, path, GOOD)
    assert (answer.status_code, answer.headers.get("location")) in ((303, "/page"), (404, None))
    assert "Rainbook" not in answer.text


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT"])
def test_other_methods_are_refused(app_client: Any, method: str) -> None:
    assert app_client.http.request(method, app_client.url("home")).status_code == 405


@pytest.mark.parametrize(("headers", "fields", "gets"), [
    ({"Origin": "http://127.0.0.1:8"}, {"mark": True}, 303),
    ({"Sec-Fetch-Site": "same-origin"}, {"mark": True}, 303),
    ({}, {"mark": True}, 403),
    ({"Origin": "null"}, {"mark": True}, 403),
    ({"Origin": "http://127.0.0.1:9"}, {"mark": True}, 403),
    ({"Origin": "https://example.org"}, {"mark": True}, 403),
    ({"Origin": "http://127.0.0.1:8", "Sec-Fetch-Site": "same-site"}, {"mark": True}, 403),
    ({"Origin": "http://127.0.0.1:8"}, {}, 403),
    ({"Origin": "http://127.0.0.1:8"}, {"mark": "wrong"}, 403),
    ({"Origin": "http://127.0.0.1:8"}, {"mark": ""}, 403),
])
def test_a_form_needs_its_mark_and_a_page_of_ours(
    app_client: Any, headers: dict[str, str], fields: dict[str, Any], gets: int
) -> None:
    mark = app_client.door.visit.mark
    sent = {k: mark if v is True else v for k, v in fields.items()}
    before = app_client.door.visit.device
    answer = app_client.http.post(
        app_client.url("start"), data={"seen-by": "unsure", **sent}, headers=headers,
        follow_redirects=False,
    )
    assert answer.status_code == gets
    assert app_client.door.visit.device == ("unsure" if gets == 303 else before)


def test_the_token_opens_once(app_client: Any) -> None:
    """The client of this test came in with it already."""
    token = app_client.door.renew()
    one, two = (TestClient(app_client.app.asgi, base_url=app_client.door.origin) for _ in "ab")
    first = one.post("/enter", data={"token": token}, headers={"Origin": "null"})
    again = two.post("/enter", data={"token": token}, headers={"Origin": "null"},
                     follow_redirects=False)
    assert first.status_code == 200 and COOKIE in first.headers["set-cookie"]
    assert (again.status_code, again.headers["location"]) == (303, "/page")
    assert "set-cookie" not in again.headers


def test_the_cookie_is_bound(app_client: Any) -> None:
    token = app_client.door.renew()
    one = TestClient(app_client.app.asgi, base_url=app_client.door.origin)
    said = one.post("/enter", data={"token": token}, headers={"Origin": "null"})
    parts = said.headers["set-cookie"].split("; ")
    assert f"Path=/{app_client.door.visit.root}/" in parts
    assert {"HttpOnly", "SameSite=strict"} <= set(parts)
    assert not any(p.lower().startswith(("domain", "expires", "max-age")) for p in parts)


@pytest.mark.parametrize(("fields", "origin", "gets"), [
    ({"code": True}, "ours", 200),
    ({"code": True}, "null", 403),  # a code is typed on our own page only
    ({"code": True}, "https://example.org", 403),
    ({"code": "aaaaa-aaaaa"}, "ours", 303),
    ({"code": ""}, "ours", 303),
    ({"token": "x"}, "null", 303),
    ({}, "ours", 303),
    ({"token": "x" * 1_000}, "null", 403),  # read as none
])
def test_the_code_is_typed_on_our_own_page(
    app_client: Any, fields: dict[str, Any], origin: str, gets: int
) -> None:
    app_client.door.renew()
    sent = {k: app_client.door.code if v is True else v for k, v in fields.items()}
    where = app_client.door.origin if origin == "ours" else origin
    http = TestClient(app_client.app.asgi, base_url=app_client.door.origin)
    answer = http.post("/enter", data=sent, headers={"Origin": where}, follow_redirects=False)
    assert answer.status_code == gets
    assert ("set-cookie" in answer.headers) == (gets == 200)


def test_the_code_page_is_there_only_until_it_was_used(app_client: Any) -> None:
    http = TestClient(app_client.app.asgi, base_url=app_client.door.origin)
    assert 'name="code"' not in http.get("/open").text
    app_client.door.renew()
    assert 'name="code"' in http.get("/open").text


def test_after_leaving_nothing_of_the_visit_opens(app_client: Any) -> None:
    old, mark = app_client.url("home"), app_client.door.visit.mark
    app_client.post("leave", {}, follow=False)
    assert _get(app_client, old, GOOD).headers["location"] == "/page"
    answer = app_client.http.post(
        old, data={"mark": mark}, headers={"Origin": app_client.door.origin},
        follow_redirects=False,
    )
    assert answer.status_code == 403


def test_every_answer_has_every_header(app_client: Any) -> None:
    places = (app_client.url("home"), app_client.url("busy"), "/page", "/open", "/nothing",
              app_client.app.place("static", {"file": "app.css"}, {}), "/favicon.ico",
              app_client.url("home") + "/none")
    for place in places:
        answer = _get(app_client, place, GOOD)
        assert {n: answer.headers.get(n) for n in ALWAYS} == dict(ALWAYS), place


def test_the_policy_allows_nothing_inline_and_nobody_else() -> None:
    assert "unsafe" not in POLICY and "*" not in POLICY and "http" not in POLICY
    assert POLICY.startswith("default-src 'none'")
    assert "require-trusted-types-for 'script'; trusted-types 'none'" in POLICY


def test_a_form_that_is_too_long_is_refused_and_nothing_is_kept(app_client: Any) -> None:
    answer = app_client.post("start", {"seen-by": "yes", "x": "x" * (3 << 20)})
    assert answer.status_code == 422
    assert "more text than fits" in answer.text
    assert app_client.door.visit.device == "no"


def test_a_form_with_files_is_not_read_by_an_ordinary_page(app_client: Any) -> None:
    answer = app_client.http.post(
        app_client.url("start"), data={"mark": app_client.door.visit.mark},
        files={"seen-by": ("x.txt", b"words")}, headers={"Origin": app_client.door.origin},
    )
    assert answer.status_code == 422
