"""Two hundred random walks through the app, as nobody would plan them.

The one thing a reader would get wrong: the walks of a batch share one book, so what an earlier one
wrote is there for a later one. A failure names its seed and the steps; run its batch to see it
again.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from tests.web.journeys.kit import DESKTOP, served
from tests.web.journeys.walking import Walker, copy_of

BATCHES, EACH = 10, 20
STEPS = (4, 8)
WILD = 20  # one walk in so many may also leave, lock, change keys and hand over


@pytest.fixture(scope="module")
def walker(
    browser: Any, example_folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Walker]:
    """Return somebody who came in and opened a copy of the example."""
    home = tmp_path_factory.mktemp("walks") / "home"
    copy_of(example_folder, home)
    with ExitStack() as stack:
        app = stack.enter_context(served(home))
        context = browser.new_context(viewport=DESKTOP, accept_downloads=False)
        context.set_default_timeout(20_000)
        stack.callback(context.close)
        one = Walker(context.new_page(), app)
        one.come_in()
        one.open_book()
        yield one


@pytest.mark.parametrize("batch", range(BATCHES))
def test_no_step_of_a_walk_breaks_anything(walker: Walker, batch: int) -> None:
    found = []
    for seed in range(batch * EACH, (batch + 1) * EACH):
        dice = random.Random(seed)
        wild = seed % WILD == WILD - 1
        walker.begin(dice, wild)
        for _ in range(dice.randint(*STEPS)):
            wrong = walker.step()
            if wrong:
                found.append(f"seed {seed}: {wrong}\n  " + "\n  ".join(walker.steps))
                break
        walker.end()
    assert not found, "\n".join(found)
