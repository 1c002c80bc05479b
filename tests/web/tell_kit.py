"""What the tests of the questions share: sending a form, and reading what it wrote down.

The one thing a reader would get wrong: what is blank or unsaid is left out of what was written, so
that a line shows only what somebody answered.
"""

from __future__ import annotations

from typing import Any

from rainbook.record import decision_to

Fields = dict[str, Any]
HARSH = '<script>alert(1)</script> \u202eevil\u202c "quoted" & 🙂'


def written(client: Any) -> list[dict[str, Any]]:
    """Return every decision with its reason, the oldest first, without what is empty or unsaid."""
    found = client.desk.run(lambda: client.desk.book().decisions()).result()
    return [
        {**{k: v for k, v in decision_to(d.what).items() if v not in ("", (), [], 0, "not said")},
         "why": d.why}
        for d in found
    ]


def entry_of(client: Any, begins: str) -> str:
    """Return the reference of the entry whose words begin so."""
    book = client.desk.book()

    def look() -> str:
        case = book.file()
        return next(
            case.table.id_of(row) for row in range(len(case.table))
            if (case.event(row).words or "").startswith(begins)
        )

    return str(client.desk.run(look).result())


def asked_of(client: Any, question: str, entry: str = "") -> tuple[str, dict[str, str]]:
    if entry:
        return "tell-entry-question", {"id": entry, "question": question}
    return "tell-question", {"person": "alex", "question": question}


def posted(
    client: Any, question: str, fields: Fields, entry: str = "", do: str = "save"
) -> tuple[Any, list[dict[str, Any]]]:
    """Send the form of a question; return the answer, and what was written down by it."""
    page, places = asked_of(client, question, entry)
    before = len(written(client))
    answer = client.post(page, {"do": do, **fields}, follow=False, **places)
    return answer, written(client)[before:]


ABOUT = {"person": "alex", "why": "asked one by one"}
NO = "asked one by one; in these words: "
