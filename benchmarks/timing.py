"""Runs whole commands in turn and reports CPU, wall time and peak memory of each finished run.

The one thing a reader would get wrong: the commands alternate (A B C, A B C …), so a machine whose
speed drifts
slows all of them alike; quote medians and ratios, not single times.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True, slots=True)
class Run:
    """One finished run: seconds of CPU and wall, peak memory in MB, what it printed last."""

    cpu: float
    wall: float
    peak: float
    said: str


def run(command: Sequence[str]) -> Run:
    """Run a command to its end and measure it by the system's own accounting (POSIX)."""
    began = time.perf_counter()
    child = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None
    said = child.stdout.read().strip().splitlines()
    _, status, used = os.wait4(child.pid, 0)
    wall = time.perf_counter() - began
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        sys.exit(f"{' '.join(command)} ended with {child.returncode}")
    scale = 1 << 20 if sys.platform == "darwin" else 1 << 10
    return Run(
        used.ru_utime + used.ru_stime, wall, used.ru_maxrss / scale, said[-1] if said else ""
    )


def compare(commands: Mapping[str, Sequence[str]], runs: int, peer: str) -> dict[str, list[Run]]:
    """Run every command `runs` times in turn, print a row for each, and its ratio to the peer."""
    found: dict[str, list[Run]] = {name: [] for name in commands}
    for _ in range(runs):
        for name, command in commands.items():
            found[name].append(run(command))
    print(
        f"{'':34}{'CPU s':>9}{'wall s':>9}{'peak MB':>9}"
        f"{'peer CPU / this':>17}{'peer wall / this':>18}"
    )
    for name, some in found.items():
        cpu = median(peer_run.cpu / r.cpu for peer_run, r in zip(found[peer], some, strict=True))
        wall = median(peer_run.wall / r.wall for peer_run, r in zip(found[peer], some, strict=True))
        print(
            f"{name:34}{median(r.cpu for r in some):9.2f}{median(r.wall for r in some):9.2f}"
            f"{max(r.peak for r in some):9.0f}{cpu:17.1f}{wall:18.1f}   {some[-1].said}"
        )
    return found


def child(body: str, *given: str) -> list[str]:
    """Return the command that runs `body` in a fresh Python with these arguments."""
    return [sys.executable, "-c", body, *given]


def miss(what: str, found: float, wanted: float, *, at_most: bool) -> bool:
    """Print whether a target is met, with both numbers; return True when it is missed."""
    met = found <= wanted if at_most else found >= wanted
    sign = "≤" if at_most else "≥"
    print(f"{'met ' if met else 'MISS'}  {what}: {found:.2f} (target {sign} {wanted:g})")
    return not met
