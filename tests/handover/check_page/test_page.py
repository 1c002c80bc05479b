"""The page in the browser: hostile names, single files, a drop, Stop, old browsers."""

from __future__ import annotations

import base64
import hashlib
import json
import re
import shutil
import zipfile
from pathlib import Path
from typing import Any

import pytest

from rainbook.handover.formats.check_html import FORMAT, PARTS, SCRIPTS, page

NEVER_SAID = ("safe", "clean", "admissible", "genuine", "verdict", "risk score")

FORBIDDEN = (
    "innerHTML", "outerHTML", "insertAdjacent", "document.write", "eval(", "new Function",
    "import(", "fetch(", "XMLHttp", "sendBeacon", "localStorage",
)  # fmt: skip


def test_the_page_is_one_file_that_may_run_only_itself(tmp_path: Path) -> None:
    given: Any = None  # nothing of the case goes into it
    FORMAT.write(given, tmp_path, None)
    assert [p.name for p in tmp_path.iterdir()] == ["check.html"]
    words = (tmp_path / "check.html").read_bytes().decode("utf-8")
    assert words.encode() == page()
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', words)
    style = re.search(r"<style>(.*?)</style>", words, re.S)
    script = re.search(r"<script>(.*?)</script>", words, re.S)
    assert policy and style and script

    def source(text: str) -> str:
        digest = hashlib.sha256(text.encode("utf-8")).digest()
        return f"'sha256-{base64.b64encode(digest).decode()}'"

    assert policy[1].split("; ") == [
        "default-src 'none'",
        f"script-src {source(script[1])}",
        f"style-src {source(style[1])}",
        "img-src data:",
        "connect-src 'none'",
        "form-action 'none'",
        "base-uri 'none'",
    ]
    assert re.findall(r'(?:src|href)="(?!#|data:,)[^"]*"', words) == []
    assert FORMAT.name == "check.html"


def test_no_part_is_left_out_and_none_makes_markup_or_code_of_data() -> None:
    assert sorted(SCRIPTS) == sorted(p.relative_to(PARTS).as_posix() for p in PARTS.rglob("*.js"))
    for name in SCRIPTS[1:]:
        code = (PARTS / name).read_text(encoding="utf-8")
        assert len(code.splitlines()) <= 300, name
        for word in FORBIDDEN:
            assert word not in code, (name, word)


def test_the_vendored_file_is_the_one_its_note_describes() -> None:
    code = (PARTS / "vendor/noble.js").read_text(encoding="utf-8")
    licence = (PARTS / "vendor/LICENCE.txt").read_text(encoding="utf-8")
    assert licence.strip() in code
    built = code[code.index("*/\n") + 3 :]
    assert hashlib.sha256(built.encode()).hexdigest() in (PARTS / "vendor/built.txt").read_text()


def test_its_words_promise_nothing(checker: Any, bundle: Path) -> None:
    found = checker.check(bundle)
    said = (checker.tab.inner_text("body") + found.text).lower()
    for word in NEVER_SAID:
        assert not re.search(rf"\b{word}\b", said), word
    assert checker.tab.title() == "Check this folder"


HOSTILE = [
    "<img src=x onerror=alert(1)>.txt",
    "'\"><script>alert(1)<",
    "a\u202egpj.exe",
    "\u2066\u2067x\u2069.txt",
    "tab\tline\nend\x1b[31m.txt",
    "zero\u200bwidth\u00ad.txt",
    "שלום עולם.txt",
    "x" * 200 + ".txt",
    "{{script}} ${1+1} %s.txt",
]


def test_hostile_names_come_out_as_marked_text(checker: Any, bundle: Path) -> None:
    for name in HOSTILE:
        (bundle / name.replace("/", "")).write_text("x")
    found = checker.check(bundle)
    assert found.failing() == {"added"}
    files = {file for file, _ in found.faults}
    assert "<img src=x onerror=alert(1)>.txt" in files
    assert "a⟦U+202E⟧gpj.exe" in files
    assert "⟦U+2066⟧⟦U+2067⟧x⟦U+2069⟧.txt" in files
    assert "tab⟦U+0009⟧line⟦U+000A⟧end⟦U+001B⟧[31m.txt" in files
    assert "zero⟦U+200B⟧width⟦U+00AD⟧.txt" in files
    assert "שלום עולם.txt" in files
    assert len(files) == len(HOSTILE)
    assert not re.search("[\u202a-\u202e\u2066-\u2069\u200b]", found.text)
    assert checker.tab.query_selector("img, main script") is None
    assert checker.tab.evaluate(
        "document.documentElement.scrollWidth <= document.documentElement.clientWidth"
    )


def test_hostile_words_in_the_proof_come_out_as_marked_text(
    checker: Any, bundle: Path, made: Any, story: Any
) -> None:
    proof = json.loads((bundle / "proof/proof.json").read_text())
    proof["labels"][0]["person"] = "Sam \u202e<b>Reed</b>\u0000\ud800"
    proof["labels"][1]["person"] = "y" * 5000
    story.put(bundle, proof)
    made.seal(bundle, story.KEY)
    text = checker.check(bundle).text
    assert "Sam ⟦U+202E⟧<b>Reed</b>⟦U+0000⟧⟦U+D800⟧" in text
    assert "y" * 400 + " … (4600 more characters)" in text


def test_the_folder_around_it_may_be_picked(checker: Any, bundle: Path) -> None:
    (bundle.parent / "beside.txt").write_text("x")
    found = checker.check(bundle.parent)
    assert found.failing() == set()
    assert "1 file beside it was not looked at." in found.text


def test_single_files_are_found_by_name_and_content(checker: Any, bundle: Path) -> None:
    names = ("hashes.txt", "signed.json", "index.pdf", "exhibits/AB2.zip")
    found = checker.check_files([bundle / name for name in names])
    assert found.checks["files"] == found.checks["added"] == "Could not be checked"
    assert found.checks["signed"] == "Holds"
    assert "2 of 6 files were picked, and each is as listed." in found.said["files"]
    (bundle / "index.pdf").write_bytes(b"other")
    found = checker.check_files([bundle / name for name in names])
    assert found.failing() == {"files"}
    assert found.faults == [("index.pdf", "It is not the file that was listed.")]
    found = checker.check_files([bundle / "index.pdf"])
    assert "hashes.txt was not picked" in found.said["files"]


def test_a_proof_picked_without_its_exhibits_is_not_refused(checker: Any, bundle: Path) -> None:
    names = ("hashes.txt", "signed.json", "proof/proof.json")
    found = checker.check_files([bundle / name for name in names])
    assert found.failing() == set()
    assert found.checks["proof-records"] == "Could not be checked"
    assert found.checks["proof-labels"] == "Holds"
    assert "What was given" not in found.text


def test_a_dropped_folder_is_read(checker: Any, bundle: Path) -> None:
    tab = checker.tab
    tab.evaluate("scrollTo(0, 0)")
    box = tab.locator("#drop").bounding_box()
    driver = tab.context.new_cdp_session(tab)
    data = {"items": [], "files": [str(bundle)], "dragOperationsMask": 1}
    for kind in ("dragEnter", "dragOver", "drop"):
        place = {"x": box["x"] + 50, "y": box["y"] + 50}
        driver.send("Input.dispatchDragEvent", {"type": kind, "data": data, **place})
    found = checker.answer()
    assert found.failing() == set()
    assert found.summary == "Everything that was checked holds."


def test_a_folder_without_anything_is_said(checker: Any, tmp_path: Path) -> None:
    (tmp_path / "x").mkdir()
    (tmp_path / "x/a.txt").write_text("a")
    found = checker.check(tmp_path / "x")
    assert found.failing() == {"files"}
    assert "hashes.txt is missing" in found.said["files"]


def test_the_page_can_be_used_by_keyboard_and_compares_numbers(checker: Any, bundle: Path) -> None:
    tab = checker.tab
    tab.set_input_files("#folder", str(bundle))
    tab.wait_for_selector("#result:not([hidden]) .check")
    assert tab.evaluate("document.activeElement.id") == "result"
    tab.keyboard.press("Tab")
    assert tab.evaluate("document.activeElement.id") == "noted"
    number = hashlib.sha256((bundle / "hashes.txt").read_bytes()).hexdigest()
    tab.keyboard.type(f" {number.upper()} ")
    assert tab.inner_text(".compared") == "It is the same: SHA-256 of hashes.txt."
    tab.keyboard.type("0")
    assert tab.inner_text(".compared") == "It is neither of the two."
    tab.keyboard.press("Tab")
    assert tab.evaluate("document.activeElement.innerText") == "Print or save this result"
    checker.answer()


def test_stop_stops(checker: Any, tmp_path: Path) -> None:
    folder = tmp_path / "large"
    folder.mkdir()
    with (folder / "hashes.txt").open("wb") as out:
        out.truncate(3 << 30)  # a file with holes: nothing is written, all is read
    checker.tab.set_input_files("#folder", str(folder))
    for _ in range(200):
        if checker.tab.evaluate("document.getElementById('bar').value > 0"):
            break
        checker.tab.wait_for_timeout(50)
    assert re.search(r"0 of 1 file, .* of 3\.2 GB", checker.tab.inner_text("#amount"))
    checker.tab.click("#stop")
    assert checker.tab.inner_text("#trouble") == "Stopped. Nothing was checked."
    assert checker.tab.is_hidden("#work") and checker.tab.is_hidden("#result")


def test_many_files(checker: Any, bundle: Path, made: Any, story: Any) -> None:
    (bundle / "many").mkdir()
    for n in range(1000):
        (bundle / f"many/{n:04}.txt").write_bytes(str(n).encode())
    made.seal(bundle, story.KEY)
    (bundle / "many/0500.txt").write_bytes(b"another")
    for n in range(600, 950):
        (bundle / f"many/{n:04}.txt").unlink()
    found = checker.check(bundle)
    assert found.failing() == {"files"}
    assert "1 changed file, 350 missing files." in found.said["files"]
    assert "and 51 more" in found.said["files"]  # 351 faults, 300 shown


def _repacked(bundle: Path, change: Any) -> None:
    """Pack the chat anew; the whole file is another one then, so the proof must not hold."""
    raw = zipfile.ZipFile(bundle / "exhibits/AB2.zip").read("_chat.txt")
    with zipfile.ZipFile(bundle / "exhibits/AB2.zip", "w") as container:
        change(container, raw)


def test_another_container_with_the_same_words_is_another_file(
    checker: Any, bundle: Path, made: Any, story: Any
) -> None:
    _repacked(bundle, lambda container, raw: container.writestr("_chat.txt", raw))
    made.seal(bundle, story.KEY)
    found = checker.check(bundle)
    assert found.failing() == {"proof-records"}
    assert "exhibits/AB2.zip is not the original the proof speaks of" in found.said["proof-records"]


OLD = "delete HTMLInputElement.prototype.webkitdirectory"
OLDER = "delete Blob.prototype.stream"


def test_a_browser_that_cannot_is_told_what_to_do(open_page: Any) -> None:
    old = open_page(OLD)
    assert "Copy the folder to a computer" in old.tab.inner_text("#trouble")
    assert old.tab.is_hidden("#drop") and old.tab.is_visible("label[for=files]")
    older = open_page(OLDER)
    assert older.tab.is_visible("#old") and older.tab.is_hidden("#pick")
    off = open_page(java_script_enabled=False)
    assert off.tab.is_visible("#old") and off.tab.is_hidden("#pick")
    for one in (old, older, off):
        one.tab.context.close()


def test_without_the_browsers_own_signatures_a_stamp_is_left_open(
    open_page: Any, bundle: Path, tmp_path: Path, stamping: Any
) -> None:
    if shutil.which("openssl") is None:
        pytest.skip("check.html: no openssl here to make time stamps with")
    authority = stamping.Authority(tmp_path / "tsa")
    (bundle / "signed.tsr").write_bytes(authority.stamp((bundle / "signed.json").read_bytes()))
    opened = open_page("Object.defineProperty(crypto, 'subtle', {value: undefined})")
    found = opened.check(bundle)
    opened.tab.context.close()
    assert found.checks["stamp"] == "Could not be checked"
    assert found.failing() == set()
    assert "What was given" in found.text
