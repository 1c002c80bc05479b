"""How long it takes from the start of the program to its first page in a browser.

The one thing a reader would get wrong: the browser runs already, as it does for most people; what
is measured is the program, the way in with its token, and the first page painted. Beside it stand
the least that could be: Python alone, and Python with the two libraries that serve pages.

Run: python -m benchmarks.app_start [--runs 5]
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

from playwright.sync_api import sync_playwright

from rainbook.web.entrance.browser import StartFile
from rainbook.web.entrance.running import FILE, opened_again

FLAGS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)
LIMITS = {
    "python -c pass": "pass",
    "import starlette, uvicorn": "import starlette.applications, uvicorn",
}
WANTED = 2.0  # seconds
PAINTED = """() => new Promise(done => {
  const look = list => list.getEntries().forEach(one => {
    if (one.name === 'first-contentful-paint') { done(performance.timeOrigin + one.startTime); }
  });
  new PerformanceObserver(look).observe({ type: 'paint', buffered: true });
})"""


def alone(code: str) -> float:
    """Return the seconds a Python process takes that only does this."""
    began = time.perf_counter()
    subprocess.run([sys.executable, "-c", code], check=True)
    return time.perf_counter() - began


def first_page(browser: Any) -> tuple[float, float]:
    """Return the seconds until the program listens, and until its first page is painted."""
    home = Path(tempfile.mkdtemp(prefix="start-"))
    context = browser.new_context()
    page = context.new_page()
    began = time.time()
    process = subprocess.Popen(
        [sys.executable, "-m", "rainbook", "open", "--folder", str(home), "--no-browser"],
        stdout=subprocess.PIPE, text=True,
    )
    assert process.stdout is not None
    try:
        process.stdout.readline()
        listens = time.time() - began
        assert json.loads((home / FILE).read_text())["port"]
        found = opened_again(home)
        assert found is not None
        page.goto(StartFile(*found, home).write().as_uri())
        page.wait_for_selector("input[name=seen-by]")
        painted = page.evaluate(PAINTED) / 1_000 - began
    finally:
        process.terminate()
        process.wait(30)
        process.stdout.close()
        context.close()
        shutil.rmtree(home, ignore_errors=True)
    return listens, painted


def main() -> int:
    """Measure in turn, and print a row for each."""
    reads = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    reads.add_argument("--runs", type=int, default=5)
    reads.add_argument("--chromium", default=shutil.which("chromium"))
    asked = reads.parse_args()
    took: dict[str, list[float]] = {name: [] for name in LIMITS}
    took |= {"the program listens": [], "the first page is painted": []}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=asked.chromium, args=list(FLAGS)
        )
        for _ in range(asked.runs):
            measures: dict[str, Callable[[], float]] = {
                name: (lambda code=code: alone(code)) for name, code in LIMITS.items()
            }
            for name, measure in measures.items():
                took[name].append(measure())
            listens, painted = first_page(browser)
            took["the program listens"].append(listens)
            took["the first page is painted"].append(painted)
        browser.close()
    print(f"{'':32}{'median s':>10}{'least':>8}{'most':>8}")
    for name, some in took.items():
        print(f"{name:32}{median(some):10.2f}{min(some):8.2f}{max(some):8.2f}")
    found = median(took["the first page is painted"])
    print(f"wanted: {WANTED:.1f} s or less; median {found:.2f} s")
    return 0 if found <= WANTED else 1


if __name__ == "__main__":
    sys.exit(main())
