"""The timeline measured on a million texts: the index, a picture, and a page in a real browser.

The one thing a reader would get wrong: the book is open and its case worked out before anything is
timed. "Painted" is from the browser's request until two frames after the page was there; "server"
is from its request until the last byte. The peer is SQLite (in memory, with an index on the time)
asked for the same parts; the limit is one look at each time.

    python -m benchmarks.timeline [--rows N] [--steps N] [--book FOLDER --passphrase WORDS]
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import sqlite3
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

import numpy as np
from playwright.sync_api import sync_playwright

from benchmarks.handover import PASS, book_of
from benchmarks.make_handover import THEIRS, crowd_of_texts
from benchmarks.timing import miss
from rainbook.case import open_book
from rainbook.case.timeline import Timeline, timeline_of
from rainbook.case.timeline_view import view_of
from rainbook.record import CaseFile
from rainbook.web.entrance.browser import StartFile
from rainbook.web.serve import Serving

INDEX, PAINT, STEP = 1.0, 1.0, 0.1
FLAGS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)
PAINTED = """() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => {
  const one = performance.getEntriesByType("navigation")[0];
  done({ painted: performance.now() - one.requestStart, server: one.responseEnd - one.requestStart,
         marks: document.querySelectorAll("#line a").length });
})))"""


def timed(work: Callable[[], Any], runs: int = 5) -> float:
    """Return the median seconds of a piece of work."""
    found = []
    for _ in range(runs):
        began = time.perf_counter()
        work()
        found.append(time.perf_counter() - began)
    return median(found)


def index(case: CaseFile) -> float:
    """Return the seconds the index takes, and print it beside one sort of the times."""

    def build() -> Timeline:
        case.__dict__.pop("_timeline", None)
        return timeline_of(case)

    found = timed(build)
    limit = timed(lambda: np.argsort(case.table.earliest, kind="stable"))
    print(f"index of {len(case.table):,} rows: {found:.3f} s; one sort of the times: {limit:.3f} s")
    return found


def picture(line: Timeline, dice: random.Random, steps: int) -> None:
    """Print what a picture's figures take, beside SQLite and one look at each time."""
    times = np.ascontiguousarray(line.first)
    base = sqlite3.connect(":memory:")
    base.execute("CREATE TABLE event (at INTEGER)")
    base.executemany("INSERT INTO event VALUES (?)", ((t,) for t in times.tolist()))
    base.execute("CREATE INDEX by_time ON event (at)")
    ask = "SELECT (at - ?) / ?, count(*) FROM event WHERE at >= ? AND at < ? GROUP BY 1"
    ours, peer, limit = [], [], []
    for start, end in views(line, dice, steps):
        shown = view_of(start, end, line.zone)
        wide = (shown.end - shown.start) // shown.parts
        given = (shown.start, wide, shown.start, shown.end)
        ours.append(timed(lambda view=shown: line.picture(view), 3))
        peer.append(timed(lambda given=given: base.execute(ask, given).fetchall(), 1))
        limit.append(timed(lambda given=given: np.count_nonzero(times >= given[0]), 1))
    for name, some in (("figures of a picture", ours), ("SQLite, GROUP BY (peer)", peer),
                       ("one look at each time (limit)", limit)):
        print(f"{name:34}{median(some) * 1000:10.2f} ms median{max(some) * 1000:10.2f} ms worst")


def views(line: Timeline, dice: random.Random, steps: int) -> list[tuple[int, int]]:
    """Return the whole, and stretches of every length anywhere in it."""
    start, end = line.whole
    found = [(start, end)]
    for _ in range(steps):
        long = int((end - start) * 10 ** -dice.uniform(0, 4))
        first = start + int((end - start - long) * dice.random())
        found.append((first, first + long))
    return found


def looked(page: Any, where: str) -> dict[str, float]:
    """Open a page and return its milliseconds, those of our processor among them ("cpu")."""
    began = time.process_time()
    page.goto(where)
    return {**page.evaluate(PAINTED), "cpu": (time.process_time() - began) * 1000}


def browser(home: Path, line: Timeline, dice: random.Random, steps: int, take: Any) -> bool:
    """Open the page in Chromium; print and judge its times. Return whether a target is missed."""
    serving = Serving(home)
    threading.Thread(target=serving.run, daemon=True).start()
    time.sleep(1)
    serving.door.visit.device = "no"
    serving.desk.take(take)
    serving.desk.run(lambda: serving.desk.book().file()).result()
    start = StartFile(serving.socket.getsockname()[1], serving.door.token, home)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=list(FLAGS)
        )
        page = chromium.new_page(viewport={"width": 1280, "height": 900})
        page.goto(start.write().as_uri())
        page.wait_for_url("http://**")
        where = serving.door.origin + serving.app.place("timeline", {}, {})
        first = looked(page, where)
        found = [
            looked(page, f"{where}?a={a // 60_000_000}&b={b // 60_000_000}")
            for a, b in views(line, dice, steps)
        ]
        chromium.close()
    serving.server.should_exit = True
    server = [one["server"] / 1000 for one in found]
    painted = [one["painted"] / 1000 for one in found]
    cpu = median(one["cpu"] for one in found)
    print(f"first page: server {first['server']:.0f} ms (processor {first['cpu']:.0f} ms), "
          f"{first['marks']:.0f} marks; each step: processor {cpu:.0f} ms")
    print(f"load of the machine: {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors")
    print(f"each step painted: {median(painted):.3f} s median, {max(painted):.3f} s worst")
    missed = miss("first page painted, s", first["painted"] / 1000, PAINT, at_most=True)
    missed |= miss("a step, server, median, s", median(server), STEP, at_most=True)
    return missed | miss("a step, server, worst, s", max(server), STEP, at_most=True)


def main() -> int:
    """Print every figure; return 1 where a target is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--steps", type=int, default=40)
    parser.add_argument("--book", type=Path)
    parser.add_argument("--passphrase", default=PASS)
    told = parser.parse_args()
    dice = random.Random(5)
    with tempfile.TemporaryDirectory() as made:
        folder = told.book or Path(made) / "book"
        if told.book is None:
            texts = Path(made) / "sms.xml"
            crowd_of_texts(texts, told.rows, 5_000)
            book_of(texts, folder, THEIRS)
            texts.unlink()
        with open_book(folder, told.passphrase, "owner", read_only=True) as book:
            case = book.file()
            missed = miss("index, s", index(case), INDEX, at_most=True)
            line = timeline_of(case)
            picture(line, dice, told.steps)
            case.__dict__.pop("_timeline")  # the first page has to make it again
            home = Path(made) / "home"
            home.mkdir()
            missed |= browser(home, line, dice, told.steps, book)
    return int(missed)


if __name__ == "__main__":
    sys.exit(main())
