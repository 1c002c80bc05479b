"""Decided cases through the product: what it counts, links, raises and cites, as JSON.

    python -m benchmarks.cases FILE.json > predictions.json

The one thing a reader would get wrong: of each case only the parties, incidents, context, orders
and checkpoints are read (`ALLOWED`); outcome, levels, reason, trap and the rest are dropped before
anything else sees them. Nothing here decides: it records, asks the product, and copies what it
says. The answers go to standard output; a line for each case goes to the error stream.
"""

from __future__ import annotations

import json
import re
import sys
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from benchmarks.case_around import tidied
from benchmarks.case_record import Recorded, record
from rainbook.case import Book, new_book
from rainbook.custody import Cost
from rainbook.record import CaseFile, Finding, Line, RainbookError

ALLOWED = ("case_id", "parties", "incidents", "context", "orders", "checkpoints")
CAVEATS = {
    "count",
    "qualifying_count",
    "nexus",
    "target",
    "reciprocity",
    "legitimate_purpose",
    "threshold",
    "fear_element",
    "attribution",
}
LEVEL_2 = {"shown": "yes", "not shown": "no", "cannot tell": "insufficient"}
VERDICT = re.compile(
    r"\b(is|was|amounts? to|are) (stalking|harassment|a course of conduct|guilty)\b"
    r"|\bproved\b|\bhigh risk\b|\blow risk\b|\bmade out\b|\bin breach\b",
    re.I,
)
LIGHT = Cost(19_456, 2, 1)
"""The least key stretching the format allows: the cases are public, and there are many."""


def main(arguments: list[str]) -> int:
    """Print the predictions for a file of cases."""
    if len(arguments) != 1:
        print("Give the file of cases: python -m benchmarks.cases FILE.json", file=sys.stderr)
        return 2
    given = json.loads(Path(arguments[0]).read_text("utf-8"))
    answers, failed = {}, 0
    for case in given["cases"]:
        bare = {name: case[name] for name in ALLOWED if name in case}
        try:
            answers[bare["case_id"]] = predict(bare)
        except RainbookError as refused:
            # said and counted: the other cases still get their answers
            failed += 1
            print(f"{bare['case_id']} could not be recorded: {refused}", file=sys.stderr)
            continue
        print(
            bare["case_id"],
            json.dumps({k: answers[bare["case_id"]][k] for k in ("L1", "L2", "caveats")}),
            file=sys.stderr,
        )
    json.dump(answers, sys.stdout, indent=1, ensure_ascii=False)
    print()
    return 1 if failed else 0


def predict(case: Mapping[str, Any]) -> dict[str, Any]:
    """Return what the product says of one case."""
    with tempfile.TemporaryDirectory() as folder:
        book, _ = new_book(Path(folder) / "book", "only public cases go in here", "reader", LIGHT)
        with book:
            told = record(book, tidied(case), Path(folder))
            found = _answers(book.file(), told)
            found["checkpoints"] = [
                {"as_of": one["as_of"], **_then(book, told, one["as_of"])}
                for one in case.get("checkpoints") or []
            ]
    return found


def _answers(file: CaseFile, told: Recorded) -> dict[str, Any]:
    by_sign = _of_person(file, told.suspect)
    repeated, linked, court = (by_sign[n] for n in ("repeated", "linked", "court"))
    acts = repeated.figures["acts"] + repeated.figures["towards_others"]
    texts = list(_texts(file))
    return {
        "L1": "yes" if acts >= 2 else "no",
        "L2": LEVEL_2[linked.outcome],
        "cited": told.incidents(
            _rows((*repeated.supports, *repeated.limits, *linked.supports, *linked.against)),
            file.table,
        ),
        "says_verdict": any(VERDICT.search(t) for t in texts),
        "caveats": [name for name in court.figures["raised"] if name in CAVEATS],
        "signs": {name: found.outcome for name, found in by_sign.items()},
        "sentences": {name: found.sentence for name, found in by_sign.items()},
        "acts": repeated.figures["acts"],
        "raised_by": {line.text: told.incidents(line.rows, file.table) for line in court.supports},
    }


def _then(book: Book, told: Recorded, day: str) -> dict[str, Any]:
    """Return what the product shows as of a past day."""
    file = book.file(until=day)
    by_sign = _of_person(file, told.suspect)
    unwanted = by_sign["unwanted"]
    return {
        "acts": by_sign["repeated"].figures["acts"],
        "linked": by_sign["linked"].outcome,
        "unwanted": unwanted.outcome,
        "sentences": [by_sign[n].sentence for n in ("repeated", "linked", "unwanted")],
        "after_a_refusal": told.incidents(_rows(unwanted.supports), file.table),
        "possible_breaches": [c.line.text for c in file.clauses if c.answer == "possible breach"],
        "cited": told.incidents(_rows(by_sign["repeated"].supports), file.table),
    }


def _of_person(file: CaseFile, key: str) -> dict[str, Finding]:
    return {f.sign: f for f in file.findings if f.person == key}


def _rows(lines: Iterable[Line]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(row for line in lines for row in line.rows))


def _texts(file: CaseFile) -> Iterable[str]:
    """Yield every sentence the product says; what is quoted from the case itself is left out."""
    for found in file.findings:
        yield found.sentence
        for line in (*found.supports, *found.against, *found.limits):
            yield re.sub(r"'[^']*'", "''", line.text)
    for one in file.clauses:
        yield re.sub(r"\"[^\"]*\"|“[^”]*”", "", one.line.text)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
