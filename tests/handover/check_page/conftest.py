"""One browser for each file of tests of the page, and the story they check.

The one thing a reader would get wrong: what the browser asks the network for is written down for
the whole run; `Opened.asked` must stay the page's own file.
"""

from __future__ import annotations

import importlib.util
import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from rainbook.handover.formats.check_html import page

CHROMIUM = shutil.which("chromium")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def _beside(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(
        f"check_page_{name}", Path(__file__).with_name(f"{name}.py")
    )
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


MADE, STORY, STAMPING = _beside("made"), _beside("story"), _beside("stamping")


@pytest.fixture(scope="session")
def made() -> ModuleType:
    """The third maker of bundles."""
    return MADE


@pytest.fixture(scope="session")
def story() -> ModuleType:
    """The bundle of the tests."""
    return STORY


@pytest.fixture(scope="session")
def edits() -> dict[str, Any]:
    """Return the edits of a proof, each with the step that must not hold."""
    found: dict[str, Any] = _beside("proof_edits").EDITS
    return found


@pytest.fixture(scope="session")
def stamping() -> ModuleType:
    """The local authority."""
    return STAMPING


@dataclass
class Answer:
    """What the page says: the summary, each check's answer and sentence by its id, each fault."""

    summary: str
    checks: dict[str, str]
    said: dict[str, str]
    faults: list[tuple[str, str]]
    text: str

    def failing(self) -> set[str]:
        """Return the ids of the checks that do not hold."""
        return {name for name, answer in self.checks.items() if answer == "Does not hold"}


READ = """() => ({
  summary: document.querySelector('.summary h2').innerText,
  text: document.getElementById('result').innerText,
  checks: [...document.querySelectorAll('.check')].map((one) => [
    one.dataset.check, one.querySelector('.answer').innerText, one.innerText,
    [...one.querySelectorAll('.faults > li')].map(
      (li) => [...li.querySelectorAll('bdi')].map((b) => b.innerText)),
  ]),
})"""


@dataclass
class Opened:
    """The page in the browser, with all that it asked for and complained of."""

    tab: Any
    file: Path
    asked: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def check(self, folder: Path) -> Answer:
        """Pick the folder and return what the page says about it."""
        self.tab.set_input_files("#folder", str(folder))
        return self.answer()

    def check_files(self, files: list[Path]) -> Answer:
        """Pick single files."""
        self.tab.set_input_files("#files", [str(one) for one in files])
        return self.answer()

    def answer(self) -> Answer:
        """Wait for the result and read it."""
        self.tab.wait_for_selector("#result:not([hidden]) .check", timeout=20_000)
        read = self.tab.evaluate(READ)
        self.tab.evaluate("document.getElementById('result').replaceChildren()")
        faults = [(one[0], one[1]) for check in read["checks"] for one in check[3] if len(one) == 2]
        return Answer(
            summary=read["summary"],
            checks={check[0]: check[1] for check in read["checks"]},
            said={check[0]: check[2] for check in read["checks"]},
            faults=faults,
            text=read["text"],
        )


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """Start Debian's Chromium for a file of tests; without it they are skipped and say so.

    Not for the whole session: while it runs, no other test of the process can have a loop of its
    own.
    """
    playwright = pytest.importorskip(
        "playwright.sync_api", reason="check.html: no playwright, so no browser was asked"
    )
    if CHROMIUM is None:
        pytest.skip("check.html: no chromium on this machine, so no browser was asked")
    with playwright.sync_playwright() as driver:
        started = driver.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield started
        started.close()


@pytest.fixture(scope="module")
def open_page(browser: Any, tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Opened]:
    """Return what opens the page in a new tab, by file://, as a double click does."""
    file = tmp_path_factory.mktemp("page") / "check.html"
    file.write_bytes(page())

    def opening(script: str = "", **settings: Any) -> Opened:
        context = browser.new_context(**settings)
        if script:
            context.add_init_script(script)
        opened = Opened(context.new_page(), file)
        context.on("request", lambda request: opened.asked.append(request.url))
        opened.tab.on("console", lambda message: opened.complaints.append(message.text))
        opened.tab.on("pageerror", lambda broken: opened.complaints.append(str(broken)))
        opened.tab.goto(file.as_uri())
        return opened

    return opening


@pytest.fixture(scope="module")
def checker(open_page: Callable[..., Opened]) -> Iterator[Opened]:
    """One tab for a file of tests; at its end it asked for nothing and complained of nothing."""
    opened = open_page()
    yield opened
    assert set(opened.asked) == {opened.file.as_uri()}
    assert opened.complaints == []


@pytest.fixture(scope="session")
def sealed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The story's bundle, written once; copy it before you change it."""
    folder: Path = tmp_path_factory.mktemp("sealed") / "for the police"
    STORY.write(folder, MADE)
    return folder


@pytest.fixture
def bundle(sealed: Path, tmp_path: Path) -> Path:
    """A copy of the bundle to spoil."""
    return Path(shutil.copytree(sealed, tmp_path / "bundle"))
