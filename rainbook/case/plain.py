"""The JSON forms of everything the fronts print.

The one thing a reader would get wrong: these forms are an interface others test against
(docs/read-json.md); a key is
added, never renamed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from rainbook.case.known import AccountLine
from rainbook.case.preview import Preview
from rainbook.events.people import Question
from rainbook.events.shown import event_json, problem_json
from rainbook.moment import iso
from rainbook.record import (
    Bundle,
    CaseFile,
    ClauseCheck,
    Decided,
    Finding,
    Line,
    Matrix,
    decision_to,
)

__all__ = [
    "account_json",
    "bundle_json",
    "case_json",
    "clause_json",
    "decided_json",
    "event_json",
    "finding_json",
    "lines_json",
    "matrix_json",
    "preview_json",
    "problem_json",
    "question_json",
]


def case_json(case: CaseFile) -> dict[str, Any]:
    """Return what is known, without words."""
    return {
        "as_of": case.as_of,
        "zone": case.zone,
        "events": len(case.table),
        "people": [_person_json(case, index) for index in range(len(case.people))],
        "occasions": [
            {
                "person": p.key,
                "grouping": g,
                "occasions": sum(
                    1 for i in case.incidents if i.person == p.key and i.grouping == g
                ),
            }
            for p in case.people
            if p.role == "suspect"
            for g in ("each act", "session gap", "calendar day")
        ],
        "findings": [finding_json(f, case) for f in case.findings],
        "decisions": [decided_json(d) for d in case.decisions],
        "originals": [asdict(o) for o in case.originals],
        "problems": [problem_json(p) for p in case.table.problems],
        "removed_later": [case.table.id_of(row) for row in case.removed_later],
        "matrices": [matrix_json(m, case) for m in case.matrices],
        "clauses": [clause_json(c, case) for c in case.clauses],
        "notes": lines_json(case.notes, case),
        "until": case.until,
    }


def _person_json(case: CaseFile, index: int) -> dict[str, Any]:
    person, mine = case.people[index], case.person_of == index
    return {
        "key": person.key,
        "name": person.name,
        "role": person.role,
        "rows": int(mine.sum()),
        "counted": int((mine & case.counted).sum()),
        "guessed": int((case.guessed_of == index).sum()),
    }


def decided_json(decided: Decided) -> dict[str, Any]:
    """Return one decision with its place in the log."""
    return {
        "number": decided.number,
        "by": decided.by,
        "at": decided.at,
        "why": decided.why,
        "withdrawn": decided.withdrawn,
        "what": decision_to(decided.what),
    }


def finding_json(finding: Finding, case: CaseFile) -> dict[str, Any]:
    """Return one finding; each line names the events (ids) and decisions it rests on."""

    return {
        "sign": finding.sign,
        "person": finding.person,
        "outcome": finding.outcome,
        "sentence": finding.sentence,
        "supports": lines_json(finding.supports, case),
        "against": lines_json(finding.against, case),
        "limits": lines_json(finding.limits, case),
        "law": [dict(one) for one in finding.law],
        "figures": dict(finding.figures),
    }


def lines_json(lines: Sequence[Line], case: CaseFile) -> list[dict[str, Any]]:
    """Return sentences, each with the events (ids) and decisions it rests on."""
    return [
        {"text": s.text, "events": _ids(s.rows, case), "decisions": list(s.decisions)}
        for s in lines
    ]


def matrix_json(matrix: Matrix, case: CaseFile) -> dict[str, Any]:
    """Return the elements of the law for one person, with what is on record beside each."""
    return {
        "person": matrix.person,
        "jurisdiction": matrix.jurisdiction,
        "name": matrix.name,
        "as_of": matrix.as_of,
        "note": matrix.note,
        "threats": lines_json(matrix.threats, case),
        "card": [
            {
                "sentence": c.sentence,
                "day": c.day,
                "events": _ids(c.rows, case),
                "decisions": list(c.decisions),
                "source": c.source,
            }
            for c in matrix.card
        ],
        "elements": [
            {
                "element": dict(e.element),
                "route": e.route,
                "bears": lines_json(e.bears, case),
                "weakens": lines_json(e.weakens, case),
                "gaps": lines_json(e.gaps, case),
            }
            for e in matrix.elements
        ],
        "limits": lines_json(matrix.limits, case),
    }


def clause_json(check: ClauseCheck, case: CaseFile) -> dict[str, Any]:
    """Return one act held against one clause of an order."""
    return {
        "person": check.person,
        "order": check.order,
        "kind": check.kind,
        "clause": check.clause,
        "words": check.words,
        "event": case.table.id_of(check.row),
        "answer": check.answer,
        "line": lines_json((check.line,), case)[0],
    }


def _ids(rows: Sequence[int], case: CaseFile) -> list[str]:
    return [case.table.id_of(row) for row in rows]


def account_json(line: AccountLine, zone: str) -> dict[str, Any]:
    """Return one account with how much there is of it and whose it is said to be."""
    return {**asdict(line), **_span(line.first, line.last, zone)}


def question_json(question: Question, zone: str) -> dict[str, Any]:
    """Return something only the person can say."""
    return {**asdict(question), **_span(question.first, question.last, zone)}


def preview_json(seen: Preview, zone: str) -> dict[str, Any]:
    """Return what a bundle would hold."""
    return {**asdict(seen), **_span(seen.first, seen.last, zone)}


def _span(first: int | None, last: int | None, zone: str) -> dict[str, str | None]:
    ends = {"first": first, "last": last}
    return {name: None if when is None else iso(when, zone) for name, when in ends.items()}


def bundle_json(bundle: Bundle) -> dict[str, Any]:
    """Return the files of a bundle and its exhibits."""
    return {
        "folder": bundle.folder,
        "key": bundle.key,
        "exhibits": [asdict(e) for e in bundle.exhibits],
        "files": {
            name: {"sha256": found[0], "size": found[1]} for name, found in bundle.files.items()
        },
    }
