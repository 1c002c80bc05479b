"""Somebody who presses and types at random, and looks after each step whether all is well.

The one thing a reader would get wrong: what is chosen depends on the page alone and on the dice of
the walk, so the same seed on the same book takes the same steps.
"""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

from tests.web.journeys.crawl import NO_PAGE, PATTERNS, name_of
from tests.web.journeys.kit import PASSPHRASE, Visitor

TELLING = ("stalk", "harass", "abus", "victim", "suspect", "perpetrator", "police", "offender",
           "evidence", "spyware", "tracker")
FAULT = "fault in the program"
# what is pressed in a wild walk only
GRAVE = {"leave", "lock", "keys-change", "keys-remove", "keys-sheet", "second", "new", "example",
         "open", "give-preview", "give-report", "stamps-ask", "stamps-keep", "more-forms-make",
         "verify", "take-in"}
NOT_OPENED = {n for n, why in NO_PAGE.items() if "file" in why or "picture" in why} | {"give-copy"}
TYPICAL = ("Ana Holt", "+44 7700 900123", "blue door, 9 pm", "14 March 2024", "2024-03-14", "7",
           "She rang twice and I did not answer.", "ana@example.org", "Europe/London", "book-2")
HOSTILE = (
    "<script>document.title='x'</script>", "\"><img src=x onerror=alert(1)>", "{{ 7*7 }}",
    "\u202eevil\u2066\u200f", "a\0b", "\U0001f469\u200d\U0001f467\u20e3\ufe0f", "../../etc/passwd",
    "'; drop table log; --", "\ud83d", "%s%n{0}", "javascript:alert(1)", "\r\nSet-Cookie: a=b",
    "-1", "1e309", "99999999999999999999", "0001-01-01", "9999-12-31T23:59:60Z", "30/02/2024",
    "\u0301" * 40, "NaN", "con", "\ufeff\u2028\u2029", "[x](http://example.org)", "=1+1",
)
# what a page looks like to somebody who only wants to know whether it is whole
LOOK = """() => ({
  html: document.contentType === 'text/html', title: document.title,
  h1: document.querySelectorAll('h1').length, exit: !!document.getElementById('exit'),
  fault: document.body ? document.body.textContent.includes('FAULT') : false,
  far: !!document.getElementById('far'),
  links: [...new Set([...document.querySelectorAll('a[href]')].map(
    a => new URL(a.getAttribute('href'), location).href))],
  forms: [...document.forms].map((f, n) => ({ n: n, to: f.action, multi: f.enctype,
    buttons: [...f.elements].filter(e => e.type === 'submit').length,
    fields: [...f.elements].filter(e => e.name && e.type !== 'hidden' && e.type !== 'submit')
      .map(e => ({ name: e.name, kind: e.type,
        options: e.options ? [...e.options].map(o => o.value) : [] })) })),
})""".replace("FAULT", FAULT)
SEND = """([n, button, values]) => {
  const form = document.forms[n];
  const fields = [...form.elements].filter(
    e => e.name && e.type !== 'hidden' && e.type !== 'submit');
  values.forEach((value, place) => {
    const field = fields[place];
    if (value === null || field.type === 'file') { return; }
    if (field.type === 'radio' || field.type === 'checkbox') { field.checked = value; }
    else { field.value = value; }
  });
  const buttons = [...form.elements].filter(e => e.type === 'submit');
  let taken = false;
  addEventListener('submit', event => { taken = event.defaultPrevented; }, { once: true });
  form.requestSubmit(buttons[button] || null);
  return taken || form.method === 'dialog';
}"""


MOVED = ("interrupted by another navigation", "context was destroyed")


class TakenByScript(Exception):
    """A script of the page does with a form what the browser would have done."""


def copy_of(book: Path, home: Path) -> None:
    """Make a folder of books with a copy of one."""
    home.mkdir()
    shutil.copytree(book, home / "book")


class Walker(Visitor):
    """A visitor with dice. `steps`: what this walk has done; `faults`: what went wrong by itself.
    """

    def listen(self) -> None:
        """Write down everything that should not happen, from now on."""
        self.faults: list[str] = []
        self.steps: list[str] = []
        self.opened: set[str] = set()
        context = self.page.context
        context.on("request", self._request)
        context.on("response", self._response)
        context.on("console", self._console)
        context.on("dialog", self._dialog)
        self.page.on("pageerror", lambda wrong: self.faults.append(f"script: {wrong}"))

    def _request(self, request: Any) -> None:
        if request.is_navigation_request():
            self.opened.add(request.url.partition("#")[0])
        if not request.url.startswith((self.app.origin + "/", "file:", "blob:", "data:")):
            self.faults.append(f"asked for {request.url}")

    def _response(self, response: Any) -> None:
        if response.status >= 500:
            self.faults.append(f"{response.status} at {response.url[len(self.root):]}")

    def _console(self, message: Any) -> None:
        where = message.location.get("url", "").partition("#")[0]
        refused = "Failed to load resource" in message.text and "status of 4" in message.text
        if message.type == "error" and not (refused and where in self.opened):
            self.faults.append(f"console: {message.text} ({where})")

    def _dialog(self, dialog: Any) -> None:
        self.faults.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def begin(self, dice: random.Random, wild: bool) -> None:
        """Begin a walk at the page of the book."""
        self.dice, self.wild = dice, wild
        self.steps, self.faults = [], []
        self._to(self.root + "book")
        self.seen = self._seen()

    def end(self) -> None:
        """Make ready for the next walk: inside, and with the book open."""
        # a question something long asks would be there for the next walk, too
        with suppress(Exception):
            self.page.goto(self.root + "wait", wait_until="domcontentloaded")
            if self.page.locator("#far").count():
                self.page.click("button[name=stop]")
        if not self.page.url.startswith(self.root):
            self.come_again()
        self._to(self.root + "book")
        if self.page.url.startswith(self.root + "book"):
            return
        self._to(self.root + "home")
        if self.page.url == self.root:  # the first question is open again
            self.page.check("input[value=no]")
            self.page.click("main form button")
        self._to(self.root + "open")
        if self.page.locator("select#book").count():
            self.page.select_option("#book", "book")
        self.page.fill("#passphrase", PASSPHRASE)
        self.page.press("#passphrase", "Enter")
        self.page.wait_for_url("**/book")

    def step(self) -> str:
        """Take one step; return what is wrong now, "" for nothing."""
        kinds: list[tuple[Callable[[], None], int]] = [
            (self._link, 9), (self._form, 8), (self._again, 2), (self._made_up, 1),
        ]
        move = self.dice.choices([m for m, _ in kinds], [w for _, w in kinds])[0]
        try:
            move()
            self._wait()
        except Exception as stuck:
            return "; ".join([*self.faults, f"stuck at {self.page.url}: {stuck}"])
        self.seen = self._seen()
        return "; ".join([*self.faults, *self._wrong()])

    def _wrong(self) -> list[str]:
        page, where = self.seen, self.page.url
        if not page["html"]:
            return []
        wrong = [f"telling: {w}" for w in TELLING if w in page["title"].lower() or w in where]
        if page["fault"]:
            wrong.append("a fault of ours: " + self.words()[:600])
        inside = where.startswith(self.root)
        if inside and page["h1"] != 1:
            wrong.append(f"{page['h1']} headings")
        if inside and not page["exit"]:
            wrong.append("no way out")
        if not inside and not (self.wild and urlsplit(where).path.startswith("/page")):
            wrong.append(f"outside: {where}")
        return [f"{one} at {where[len(self.root):]}" for one in wrong]

    def _link(self) -> None:
        links = [a for a in self.seen["links"] if a.startswith(self.root) and self._may(a)]
        self._open(self.dice.choice(links) if links else self.root + "book")

    def _may(self, address: str) -> bool:
        return name_of(self._path(address)) not in NOT_OPENED and "/static/" not in address

    def _path(self, address: str) -> str:
        return address[len(self.root):].partition("#")[0].partition("?")[0]

    def _open(self, address: str) -> None:
        self.steps.append("open " + address[len(self.root):])
        self._to(address)

    def _to(self, address: str) -> None:
        self._though_it_moves(lambda: self.page.goto(address, wait_until="domcontentloaded"))
        self._wait()

    def _again(self) -> None:
        move = self.dice.choice(("go_back", "go_forward", "reload"))
        self.steps.append(move)
        try:
            getattr(self.page, move)(wait_until="domcontentloaded")
        except Exception as refused:
            if "ERR_CACHE_MISS" not in str(refused):  # a form shown again is not kept: no-store
                raise
            self._to(self.root + "book")
        if not self.page.url.startswith(self.root) and not self.wild:
            self._to(self.root + "book")  # before the visit began

    def _made_up(self) -> None:
        page, _ = self.dice.choice([p for p in PATTERNS if p[0].name not in NOT_OPENED])
        parts = [quote(self._text().encode("utf-8", "replace")[:300], safe="")
                 if part.startswith("{") else part for part in page.path.split("/")]
        query = self.dice.choice(("", "", "?page=-1", "?from=x&to=%00", "?key=%F0%9F", "?n=1e9",
                                  "?person=%3Cscript%3E&day=2024-13-45", "?zoom=99&x=nan"))
        self._open(self.root + "/".join(parts).lstrip("/") + query)

    def _form(self) -> None:
        forms = [f for f in self.seen["forms"] if self._pressed(f)]
        if not forms:
            return self._link()
        form = self.dice.choice(forms)
        button = self.dice.randrange(max(1, form["buttons"]))
        word = self.dice.choice((None, self._text()))  # a passphrase, typed twice
        values = [self._value(field, word) for field in form["fields"]]
        short = [v if not isinstance(v, str) else v[:40] for v in values]
        self.steps.append(f"send {self._path(form['to'])} button {button} {short!r}")
        files = [f["name"] for f in form["fields"] if f["kind"] == "file"]
        for name in files:
            self.page.set_input_files(f"input[type=file][name={name}]", self._file())
        self._send([form["n"], button, values])

    def _send(self, given: list[Any]) -> None:
        try:
            with self.page.expect_navigation(wait_until="domcontentloaded"):
                if self.page.evaluate(SEND, given):
                    raise TakenByScript
        except TakenByScript:
            self.page.wait_for_timeout(300)
        except Exception as stayed:
            if "ERR_ABORTED" not in str(stayed):  # a file came instead of a page
                raise

    def _pressed(self, form: Any) -> bool:
        name = name_of(self._path(form["to"]))
        return bool(form["to"].startswith(self.root)) and (self.wild or name not in GRAVE)

    def _value(self, field: Any, word: str | None) -> Any:
        kind = field["kind"]
        if kind in ("radio", "checkbox"):
            return self.dice.random() < 0.5 or None
        if kind == "file":
            return None
        if kind == "password":
            return PASSPHRASE if word is None else word
        if field["options"]:
            return self.dice.choice(field["options"])
        return self.dice.choice((None, self._text()))

    def _text(self) -> str:
        one = self.dice.random()
        if one < 0.45:
            return self.dice.choice(TYPICAL)
        if one < 0.5:
            return ""
        if one < 0.55:
            return self.dice.choice(("x", "\u202e", "é ", "<b>")) * 100_000
        return self.dice.choice(HOSTILE)

    def _file(self) -> dict[str, Any]:
        name = self.dice.choice(("chat.txt", "a.zip", "<b>\u202egpj.exe", "x" * 200, "p.jpg"))
        body = self.dice.choice((
            b"", b"\0" * 500, b"PK\x03\x04broken", b"14/03/2024, 21:05 - Ana: stop",
            self._text().encode("utf-8", "replace"),
        ))
        return {"name": name, "mimeType": "application/octet-stream", "buffer": body}

    def _wait(self) -> None:
        """Wait until nothing long is being done; a page that says why it failed is an end, too."""
        if self.page.url.startswith(self.root + "wait") and self.page.locator("#far").count():
            self.page.wait_for_function(
                "() => !document.getElementById('far')", timeout=60_000
            )
            self.page.wait_for_load_state("domcontentloaded")

    def _seen(self) -> Any:
        return self._though_it_moves(lambda: self.page.evaluate(LOOK))

    def _though_it_moves(self, look: Callable[[], Any]) -> Any:
        """Do something with a page whose script may go on to another one at that moment."""
        for _ in range(4):
            try:
                return look()
            except Exception as moved:
                if not any(one in str(moved) for one in MOVED):
                    raise
                self.page.wait_for_load_state("domcontentloaded")
        return look()
