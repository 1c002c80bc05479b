"""Pages of other places, open in the same browser, and other programs of the same computer.

The one thing a reader would get wrong: the attacker here is given the whole address of a page of
the visit, which in truth nobody knows. What holds then holds all the more without it.
"""

from __future__ import annotations

import http.client
import json
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from tests.web.journeys.kit import CHROMIUM, FLAGS, Visitor

Visit = Callable[..., Visitor]
ATTACK = """
<!DOCTYPE html><title>other</title><body><script>
const root = ROOT, found = {};
const short = promise => Promise.race([promise,
    new Promise(done => setTimeout(() => done('no answer'), 1500))]).catch(e => 'refused');
const element = (name, address) => new Promise(done => {
  const one = document.createElement(name);
  one.onload = () => done('loaded'); one.onerror = () => done('refused');
  one.src = address; document.body.append(one);
});
(async () => {
  found.read = await short(fetch(root + 'book', {credentials: 'include'}).then(a => a.text()));
  found.blind = await short(fetch(root + 'book', {mode: 'no-cors', credentials: 'include'})
    .then(a => a.type + a.status));
  found.post = await short(fetch(root + 'settings', {method: 'POST', credentials: 'include',
    body: new URLSearchParams({language: 'cy', leave: 'blank', idle: '60'})}).then(a => a.text()));
  found.beacon = navigator.sendBeacon(root + 'leave', new URLSearchParams({mark: 'x'}));
  found.script = await short(element('script', root + 'static/app.js'));
  found.image = await short(element('img', root + 'book'));
  found.frame = await short(new Promise(done => {
    const one = document.createElement('iframe');
    one.onload = () => { try { done(one.contentDocument ? 'read: ' +
      one.contentDocument.body.innerText : 'not mine'); } catch (e) { done('not mine'); } };
    one.src = root + 'book'; document.body.append(one);
  }));
  found.socket = await short(new Promise(done => {
    const one = new WebSocket(root.replace('http', 'ws') + 'book');
    one.onopen = () => done('open'); one.onerror = () => done('refused');
  }));
  const opened = window.open(root + 'book');
  await new Promise(done => setTimeout(done, 1000));
  try { found.window = opened && opened.document ? 'read: ' + opened.document.body.innerText
    : 'nothing'; } catch (e) { found.window = 'not mine'; }
  document.title = 'done'; window.found = found;
})();
</script></body>
"""


@pytest.fixture
def other_site() -> Iterator[Callable[[str], int]]:
    """Return a function that serves a page on another port of this computer; it returns the port.
    """
    page = {"text": ""}
    seen: list[str] = []

    class Answers(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            seen.append(self.headers.get("Cookie", ""))
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(page["text"].encode())

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    threading.Thread(target=server.serve_forever, daemon=True).start()

    def serve(text: str) -> int:
        page["text"] = text
        return int(server.server_address[1])

    serve.seen = seen  # type: ignore[attr-defined]
    yield serve
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize("name", ["127.0.0.1", "localhost"])
def test_a_page_of_another_place_reads_and_does_nothing(
    visit: Visit, example_folder: Path, other_site: Any, name: str
) -> None:
    """127.0.0.1 with another port is the same site to a browser, localhost is another one."""
    one = visit(example_folder).come_in().open_book()
    port = other_site(ATTACK.replace("ROOT", json.dumps(one.root)))
    attacker = one.page.context.new_page()
    attacker.goto(f"http://{name}:{port}/")
    attacker.wait_for_function("document.title === 'done'")
    found = attacker.evaluate("window.found")
    assert not any("Your book" in str(said) for said in found.values()), found
    assert found["read"] in ("refused", "no answer", "Not here.")
    assert (found["script"], found["image"], found["socket"]) == ("refused",) * 3
    assert found["frame"] in ("not mine", "no answer")
    assert all("place=" not in cookie for cookie in other_site.seen)
    # the visit goes on, and nothing of it was changed
    assert one.go("settings").status == 200
    assert one.page.is_checked("input[value=en]") and one.page.input_value("#idle") == "10"


def test_a_form_sent_from_another_place_does_nothing(
    visit: Visit, example_folder: Path, other_site: Any
) -> None:
    one = visit(example_folder).come_in().open_book()
    form = (
        '<form method="post" action="{}lock"><input name="mark" value=""></form>'
        "<script>document.forms[0].submit()</script>"
    )
    port = other_site(form.format(one.root))
    other = one.page.context.new_page()
    other.goto(f"http://127.0.0.1:{port}/")
    other.wait_for_url(one.app.origin + "/**")
    assert other.inner_text("body") == "Not here."
    assert one.go("book").status == 200 and one.page.url.endswith("/book")


def test_a_link_from_another_place_shows_nothing(
    visit: Visit, example_folder: Path, other_site: Any
) -> None:
    one = visit(example_folder).come_in().open_book()
    port = other_site(f'<a id="go" href="{one.root}book">a</a>')
    other = one.page.context.new_page()
    other.goto(f"http://127.0.0.1:{port}/")
    other.click("#go")
    other.wait_for_url(one.app.origin + "/**")
    assert "Your book" not in other.inner_text("body")


def test_a_name_that_leads_here_is_no_way_in(visit: Visit, browser: Any) -> None:
    """What is called DNS rebinding: another site's name that answers with this computer."""
    one = visit().come_in()
    again = browser.browser_type.launch(
        executable_path=CHROMIUM,
        args=[*FLAGS, "--host-resolver-rules=MAP example.org 127.0.0.1"],
    )
    page = again.new_page()
    answer = page.goto(f"http://example.org:{one.app.port}/open")
    assert answer is not None and answer.status == 421
    assert page.inner_text("body") == "Not here."
    again.close()


def test_another_account_of_this_computer_finds_nothing(
    visit: Visit, example_folder: Path
) -> None:
    """It can reach the port, read the list of processes, and try: that is all."""
    one = visit(example_folder).come_in().open_book()
    places = ("/", "/book", "/open", "/page", "/again", "/enter", one.root[len(one.app.origin):])
    for path in places:
        for method in ("GET", "POST"):
            asks = http.client.HTTPConnection("127.0.0.1", one.app.port, timeout=10)
            asks.request(method, path, headers={"Origin": one.app.origin})
            answer = asks.getresponse()
            text = answer.read().decode()
            assert "book" not in text.lower().replace("rainbook", ""), (path, text)
            assert answer.getheader("Set-Cookie") is None
            asks.close()


def test_the_list_of_processes_and_the_files_say_no_secret(
    visit: Visit, example_folder: Path
) -> None:
    one = visit(example_folder).come_in().open_book()
    secrets = [one.root.split("/")[3], one.app.code.replace("-", "")]
    command = Path(f"/proc/{one.app.process.pid}/cmdline")
    if not command.exists():
        pytest.skip("this system has no list of processes that can be read as files")
    said = command.read_bytes() + Path(f"/proc/{one.app.process.pid}/environ").read_bytes()
    assert not any(secret.encode() in said for secret in secrets)
    note = one.app.home / "running.json"
    assert note.stat().st_mode & 0o077 == 0
    assert not any(secret in note.read_text() for secret in secrets)


def test_it_listens_on_this_computer_only(visit: Visit) -> None:
    one = visit()
    rows = [
        line.split()[1] for name in ("tcp", "tcp6") for line in
        Path(f"/proc/net/{name}").read_text().splitlines()[1:]
        if line.split()[3] == "0A" and int(line.split()[1].split(":")[1], 16) == one.app.port
    ]
    assert rows == [f"0100007F:{one.app.port:04X}"]
