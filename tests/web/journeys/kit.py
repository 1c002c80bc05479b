"""A real app in a process of its own, and a real browser that looks at it.

The one thing a reader would get wrong: the program is started as anybody starts it, with its
command; the browser comes in with the code it prints. Nothing of the app runs in the tests.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from rainbook.web.entrance.browser import StartFile
from rainbook.web.entrance.running import opened_again

ROOT = Path(__file__).resolve().parents[3]
CHROMIUM = shutil.which("chromium")
FLAGS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)
PHONE, DESKTOP = {"width": 390, "height": 844}, {"width": 1280, "height": 900}
PASSPHRASE = "example passphrase, not a secret"


@dataclass
class Served:
    """A running app: its port, the code that lets one browser in, its folder and its process."""

    port: int
    code: str
    home: Path
    process: subprocess.Popen[str]

    @property
    def origin(self) -> str:
        """Return the origin of its pages."""
        return f"http://127.0.0.1:{self.port}"


@contextmanager
def served(home: Path) -> Iterator[Served]:
    """Run the app for a folder until the block ends."""
    path = os.pathsep.join(p for p in (str(ROOT), os.environ.get("PYTHONPATH", "")) if p)
    process = subprocess.Popen(
        [sys.executable, "-m", "rainbook", "open", "--folder", str(home), "--no-browser"],
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        env={**os.environ, "PYTHONPATH": path, "PYTHONUTF8": "1"},
    )
    assert process.stdout is not None
    try:
        said = process.stdout.readline()
        found = re.search(r"127\.0\.0\.1:([0-9]+)/open .*code: ([a-z0-9-]+)", said)
        assert found, said + process.stdout.read()
        yield Served(int(found[1]), found[2], home, process)
    finally:
        process.terminate()
        process.wait(30)
        process.stdout.close()


@dataclass
class Visitor:
    """A browser page that came in. `root`: the address below which the visit's pages lie.

    `asked`: every address the browser asked for; `told`: what stood on its console.
    """

    page: Any
    app: Served
    root: str = ""
    asked: list[str] = field(default_factory=list)
    told: list[str] = field(default_factory=list)

    def listen(self) -> None:
        """Write down what is asked for and what the console says, from now on."""
        self.page.context.on("request", lambda request: self.asked.append(request.url))
        self.page.context.on("console", lambda message: self.told.append(message.text))
        self.page.on("pageerror", lambda wrong: self.told.append(str(wrong)))

    def come_in(self, answer: str = "no") -> Visitor:
        """Type the code and answer the first question."""
        self.listen()
        self.page.goto(self.app.origin + "/open")
        self.page.fill("#code", self.app.code)
        self.page.click("button")
        self.page.wait_for_selector("input[name=seen-by]")
        self.root = self.page.url
        self.page.check(f"input[value={answer}]")
        self.page.click("main form button")
        self.page.wait_for_load_state()
        return self

    def come_again(self, answer: str = "no") -> Visitor:
        """Come in once more, as somebody does who starts the program while it still runs."""
        found = opened_again(self.app.home)
        assert found is not None and found[0] == self.app.port
        start = StartFile(*found, self.app.home)
        self.page.goto(start.write().as_uri())
        self.page.wait_for_selector("input[name=seen-by]")
        start.remove()
        self.root = self.page.url
        self.page.check(f"input[value={answer}]")
        self.page.click("main form button")
        self.page.wait_for_load_state()
        return self

    def open_book(self, passphrase: str = PASSPHRASE) -> Visitor:
        """Open the one book of the folder."""
        self.go("open")
        self.page.fill("#passphrase", passphrase)
        self.page.press("#passphrase", "Enter")
        self.page.wait_for_url("**/book")
        return self

    def go(self, path: str) -> Any:
        """Open a page by its path below the visit, waiting for what is worked out first."""
        answer = self.page.goto(self.root + path)
        self.wait()
        return answer

    def wait(self) -> None:
        """Wait until nothing long is being done any more."""
        self.page.wait_for_load_state()
        if self.page.url.startswith(self.root + "wait"):
            self.page.wait_for_url(
                lambda url: not url.startswith(self.root + "wait"), timeout=120_000
            )
            self.page.wait_for_load_state()

    def send(self, button: str) -> None:
        """Press a button by its words, and wait for what comes of it."""
        with self.page.expect_navigation():
            self.page.get_by_role("button", name=button, exact=True).first.click()
        self.wait()

    def words(self) -> str:
        """Return what can be read on the page, spaces joined."""
        return " ".join(self.page.inner_text("body").split())
