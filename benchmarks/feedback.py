"""How much the feedback form sees of what is personal, and of danger; and how often it errs.

The one thing a reader would get wrong: the peer is the plain reading of the same question: `faker`
made the texts, so the numbers say how it does on such texts, not on people. Run with --misses to
see what development texts were missed; the held-out ones are never shown.
"""

from __future__ import annotations

import re
import sys
import time
from collections import defaultdict
from pathlib import Path

from benchmarks.feedback_texts import Made, ordinary, overlap, personal
from benchmarks.timing import miss
from rainbook.web.feedback import KINDS, dangers_in, personal_in
from rainbook.web.feedback.names import names_known

SEEDS = {"development": 20240601, "held-out": 990017}
EACH = 400
PHRASES = Path(__file__).with_name("feedback_phrases.txt")
# what anybody would write first, to compare with
PLAINEST = {
    "mail": re.compile(r"[\w.+-]+@[\w-]+\.[\w.]+"),
    "phone": re.compile(r"\+?\d[\d ]{8,14}\d"),
    "postcode": re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b"),
    "address": re.compile(r"\b\d+[a-z]? (?:[A-Z]\w+ )+(?:Street|Road|Lane|Avenue|Close)\b"),
    "reference": re.compile(r"\b\d{5,}/\d\d\b"),
    "name": re.compile(r"(?:[Mm]y name is|I'm|Mrs?|Ms) [A-Z]\w+"),
}


def covered(made: Made) -> bool:
    """Return whether what is seen in a text lies over at least half of what is personal."""
    over = (min(s.end, made.end) - max(s.start, made.start) for s in personal_in(made.text))
    return 2 * sum(max(one, 0) for one in over) >= made.end - made.start


def touched(made: Made) -> bool:
    """Return whether anything at all was seen where something personal stands: it was warned of."""
    return any(s.start < made.end and made.start < s.end for s in personal_in(made.text))


def told(half: str, misses: bool) -> dict[str, float]:
    """Print and return, for one half, the part of each kind that was warned of."""
    texts = personal(half, SEEDS[half], EACH)
    names = [t.text[t.start:t.end] for t in texts if t.kind == "name"]
    listed = overlap(names, names_known())
    found: dict[str, float] = {}
    print(f"\n{half}: {EACH} texts of each kind\n{'':12}{'warned':>8}{'half+':>8}{'plainest':>10}")
    for kind in KINDS:
        some = [t for t in texts if t.kind == kind]
        found[kind] = sum(map(touched, some)) / len(some)
        whole = sum(map(covered, some)) / len(some)
        plainest = sum(bool(PLAINEST[kind].search(t.text)) for t in some) / len(some)
        print(f"{kind:12}{found[kind]:8.1%}{whole:8.1%}{plainest:10.1%}")
        for one in [t for t in some if not touched(t)][:25] if misses else ():
            print("     missed:", one.text)
    print(f"{'':12}{listed:.0%} of the first words of the names stand in the finder's own lists")
    return found


def false_alarms(half: str, misses: bool) -> float:
    """Print how many texts with nothing personal are warned of, by kind; return the part."""
    texts = [*ordinary(half), *(Made(t, "") for w, t in phrases(half) if w in ("talk", "plain"))]
    kinds: dict[str, int] = defaultdict(int)
    wrong = 0
    for one in texts:
        seen = personal_in(one.text)
        wrong += bool(seen)
        for each in seen:
            kinds[each.kind] += 1
        if seen and misses:
            print("     seen in nothing:", one.text, [s.words for s in seen])
    print(f"{half}: warned of nothing in {wrong} of {len(texts)} ordinary texts {dict(kinds)}")
    return wrong / len(texts)


def phrases(half: str) -> list[tuple[str, str]]:
    """Return what should be done and the text, for one half of the phrases."""
    part, made = "", []
    for line in PHRASES.read_text(encoding="utf-8").split("\n"):
        if line.startswith("["):
            part = line.strip("[]")
        elif line and not line.startswith("#") and part == half:
            wanted, _, text = line.partition("|")
            made.append((wanted, text))
    return made


def shown(half: str) -> dict[str, tuple[int, int]]:
    """Return for each sort of phrase how many the numbers are shown for, and of how many."""
    found: dict[str, tuple[int, int]] = {}
    for wanted, text in phrases(half):
        had, of = found.get(wanted, (0, 0))
        found[wanted] = (had + bool(dangers_in(text)), of + 1)
    return found


def main() -> int:
    """Run everything; return 1 when a target is missed."""
    misses = "--misses" in sys.argv
    told("development", misses)
    false_alarms("development", misses)
    found = told("held-out", misses=False)
    wrong = false_alarms("held-out", misses=False)
    for half in SEEDS:
        print(half, {k: f"{a} of {b}" for k, (a, b) in shown(half).items()})
    danger = shown("held-out")
    long = "he is outside the house number 12 and my name is not here " * 85
    began = time.perf_counter()
    personal_in(long)
    dangers_in(long)
    took = time.perf_counter() - began
    limits = {"mail": 0.97, "phone": 0.97, "postcode": 0.97, "reference": 0.9, "address": 0.85,
              "name": 0.85}
    missed = [miss(f"{k} warned of", found[k], limits[k], at_most=False) for k in KINDS]
    missed.append(miss("ordinary texts warned of", wrong, 0.1, at_most=True))
    a, b = danger["show"]
    missed.append(miss("danger: numbers shown", a / b, 0.9, at_most=False))
    a, b = danger["plain"]
    missed.append(miss("plain: numbers shown", a / b, 0.05, at_most=True))
    missed.append(miss("seconds for 5,000 characters", took, 0.5, at_most=True))
    return int(any(missed))


if __name__ == "__main__":
    sys.exit(main())
