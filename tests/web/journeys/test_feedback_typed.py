"""The feedback form in a browser: while typing, without JavaScript, on a phone, and by its rules.

The one thing a reader would get wrong: the hosted guide is served from a process of its own; the
pages of the app itself are the same templates, looked at in test_accessible.py.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from rainbook.web.feedback import Kept, dangers_in
from tests.web.journeys.kit import DESKTOP, PHONE, ROOT

PHRASES = ROOT / "benchmarks" / "feedback_phrases.txt"
PAGES = ("guide", "guide/yourself", "help", "about", "feedback", "feedback/kept", "nothing")
BOTH = "My name is Sarah Jones, Flat 3b, Rowan House. He is outside my house."


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return where feedback is kept."""
    return tmp_path_factory.mktemp("said")


@pytest.fixture(scope="module")
def address(folder: Path) -> Iterator[str]:
    """Return the address of a hosted guide."""
    path = os.pathsep.join(p for p in (str(ROOT), os.environ.get("PYTHONPATH", "")) if p)
    process = subprocess.Popen(
        [sys.executable, "-m", "rainbook", "serve-guide", "--folder", str(folder), "--port", "0"],
        stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONPATH": path},
    )
    assert process.stdout is not None
    try:
        found = re.search(r"http://127\.0\.0\.1:\d+/", process.stdout.readline())
        assert found
        yield found[0]
    finally:
        process.terminate()
        process.wait(30)
        process.stdout.close()


@pytest.fixture
def page(browser: Any) -> Iterator[Any]:
    """Return a page that fails when its console says anything or another site is asked."""
    context = browser.new_context(viewport=PHONE)
    context.set_default_timeout(20_000)
    made = context.new_page()
    said: list[str] = []
    made.on("console", lambda one: said.append(one.text))
    made.on("pageerror", lambda one: said.append(str(one)))
    yield made
    assert [s for s in said if "404" not in s] == []
    assert context.cookies() == []
    context.close()


def test_the_numbers_come_while_typing_and_nothing_is_sent(page: Any, address: str) -> None:
    page.goto(address + "feedback")
    assert not page.is_visible("#feedback-now")
    asked: list[str] = []
    page.on("request", lambda one: asked.append(one.url))
    page.type("#text", "The page is clear. ")
    page.wait_for_timeout(600)
    assert not page.is_visible("#feedback-now")
    page.type("#text", "He is outside my house")
    page.wait_for_selector("#feedback-now", state="visible")
    assert "Nobody will read this in time" in page.inner_text("main form")
    assert asked == []
    page.fill("#text", "")
    page.wait_for_timeout(600)
    assert page.is_visible("#feedback-now"), "it does not go away again"


def test_the_page_and_the_server_read_the_rules_alike(page: Any, address: str) -> None:
    lines = PHRASES.read_text(encoding="utf-8").split("\n")
    texts = [one.partition("|")[2] for one in lines if "|" in one and not one.startswith("#")]
    texts += ["  I’m in\u00a0danger \n", "He is\nnot. He is outside my house\n", "“kill me”", ""]
    page.goto(address + "feedback")
    found = page.evaluate(
        """texts => texts.map(text => {
          const box = document.getElementById("text");
          box.dispatchEvent(new CustomEvent("feedback-asked", { detail: text }));
          return box.dataset.found.split(" ").filter(Boolean).sort();
        })""", texts,
    )
    assert len(texts) > 300
    wanted = [sorted(one.kind for one in dangers_in(text)) for text in texts]
    assert [(t, f) for t, f, w in zip(texts, found, wanted, strict=True) if f != w] == []


@pytest.mark.parametrize("scripts", [True, False])
def test_the_whole_way_with_and_without_scripts(
    browser: Any, address: str, folder: Path, scripts: bool
) -> None:
    before = len(Kept(folder).entries())
    context = browser.new_context(java_script_enabled=scripts, viewport=DESKTOP)
    context.set_default_timeout(20_000)
    page = context.new_page()
    page.goto(address + "help")
    page.click("text=Give feedback about this page")
    page.fill("#text", BOTH)
    page.click("button[value=look]")
    assert "Sarah Jones" in page.inner_text("table") and page.is_visible("#feedback-now")
    page.click("button[value=take-out]")
    assert page.input_value("#text") == (
        "My name is [taken out], [taken out]. He is outside my house.")
    page.fill("#text", page.input_value("#text") + "\n\nYours")
    page.click("button[value=look]")
    page.click("button[value=keep]")
    page.wait_for_url("**/feedback/kept")
    kept = Kept(folder).entries()[before:]
    assert [(one.text, one.page) for one in kept] == [
        ("My name is [taken out], [taken out]. He is outside my house.\n\nYours", "help")]
    context.close()


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_no_page_is_wider_than_the_screen(page: Any, address: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    for path in PAGES:
        page.goto(address + path)
        wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert wide <= 0, path


def test_no_fault_is_found_by_axe(browser: Any, address: str) -> None:
    page = browser.new_page(viewport=DESKTOP)
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    found = {}
    for path in PAGES:
        page.goto(address + path)
        found[path] = [one["id"] for one in axe.run(page).response["violations"]]
    page.goto(address + "feedback")
    page.fill("#text", BOTH)
    page.wait_for_selector("#feedback-now", state="visible")
    found["typed"] = [one["id"] for one in axe.run(page).response["violations"]]
    for step in ("look", "keep"):
        page.click(f"button[value={step}]")
        page.wait_for_load_state()
        found[step] = [one["id"] for one in axe.run(page).response["violations"]]
    page.goto(address + "feedback")
    page.click("button[value=look]")
    page.wait_for_selector("#slips")
    found["slip"] = [one["id"] for one in axe.run(page).response["violations"]]
    page.context.close()
    assert {path: some for path, some in found.items() if some} == {}, json.dumps(found)


@pytest.mark.parametrize("keys", [True, False])
def test_exit_covers_and_replaces(page: Any, address: str, keys: bool) -> None:
    page.goto(address + "help")
    page.goto(address + "guide")
    if keys:
        for _ in range(3):
            page.keyboard.press("Shift")
    else:
        page.click("#exit")
    page.wait_for_url("**/page")
    assert page.title() == "Kitchen measures"
    page.go_back()
    assert page.url == address + "help", "the guide page was replaced"
