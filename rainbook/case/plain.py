"""The JSON forms of everything the fronts print.

The one thing a reader would get wrong: these forms are an interface others test against
(docs/read-json.md); a key is
added, never renamed.
"""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from rainbook.case.known import AccountLine
from rainbook.case.preview import Preview
from rainbook.events.people import Question
from rainbook.events.shown import event_json, problem_json
from rainbook.moment import iso
from rainbook.record import Bundle, CaseFile, Decided, Finding, Line, decision_to

__all__ = [
    "account_json",
    "bundle_json",
    "case_json",
    "decided_json",
    "event_json",
    "finding_json",
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

    def lines(some: tuple[Line, ...]) -> list[dict[str, Any]]:
        return [
            {
                "text": s.text,
                "events": [case.table.id_of(r) for r in s.rows],
                "decisions": list(s.decisions),
            }
            for s in some
        ]

    return {
        "sign": finding.sign,
        "person": finding.person,
        "outcome": finding.outcome,
        "sentence": finding.sentence,
        "supports": lines(finding.supports),
        "against": lines(finding.against),
        "limits": lines(finding.limits),
        "law": [dict(one) for one in finding.law],
        "figures": dict(finding.figures),
    }


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
        "exhibits": [asdict(e) for e in bundle.exhibits],
        "files": {
            name: {"sha256": found[0], "size": found[1]} for name, found in bundle.files.items()
        },
    }
