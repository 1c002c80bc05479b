"""Every figure worked out again from the tables, with a few lines that share no code with the
program.

The one thing a reader would get wrong: nothing is imported here but the standard library and what
makes the bundle; the recipes are followed as `how-worked-out.txt` states them.
"""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from rainbook.case.example import make_example
from rainbook.custody import LEAST
from rainbook.handover.bundle import hand_over
from rainbook.record import Answered, Disclosure, PoliceContact
from tests.handover.agreeing import agree

KINDS = (
    "message", "call", "voicemail", "email", "reaction", "friend request", "message request",
    "location share", "screenshot taken", "media", "diary", "poll",
)


@pytest.fixture(scope="module", params=["story", "example"])
def folder(request, tmp_path_factory) -> Path:
    """A bundle of the tests' story, and one of the book that ships with the program."""
    if request.param == "story":
        return request.getfixturevalue("handed").folder
    place = tmp_path_factory.mktemp("example")
    book, _, _ = make_example(place / "book", cost=LEAST)
    with book:
        book.decide(Answered("keep-back", "no"), "asked")
        promised = PoliceContact("2024-05-20", promised="a call", promised_by="2024-05-21")
        book.decide(promised, "told")
        hand_over(book.file(), Disclosure(("alex",), "SO"), book.open, place / "b", agree)
    return place / "b"


@pytest.fixture(scope="module")
def said(folder: Path) -> dict[str, str]:
    """What `how-worked-out.txt` says came out: name of the figure → value."""
    text = (folder / "record/how-worked-out.txt").read_bytes().decode("utf-8")
    assert "\r\n" in text and "\n" not in text.replace("\r\n", "")
    flat = re.sub(r"\r\n   (?! *(Counts|Table): )", " ", text)
    found = re.findall(r"^\d+\. ([^:\r]+): ([^\r]+?)(?= Counts: |\r)", flat, re.MULTILINE)
    return dict(found)


@pytest.fixture(scope="module")
def lines(folder: Path) -> list[dict[str, str]]:
    return table(folder, "messages/chronology.csv")


def table(folder: Path, name: str) -> list[dict[str, str]]:
    with (folder / name).open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


def contact(row: dict[str, str]) -> bool:
    return row["counted"] == "yes" and row["side"] == "person named"


def reply(row: dict[str, str]) -> bool:
    out = "not delivered" not in row["state"] and "not yet sent" not in row["state"]
    mine = row["counted"] == "yes" and row["side"] == "complainant"
    return mine and row["kind"] != "draft" and out


def test_lines_contacts_replies(said, lines) -> None:
    contacts = [r for r in lines if contact(r)]
    mine = [r for r in lines if r["counted"] == "yes" and r["side"] == "complainant"]
    dated = [int(r["line"]) for r in contacts if r["earliest"]]
    days = {r["earliest"][:10] for r in contacts if r["earliest"] and not r["second_reading"]}
    assert said["Lines in the chronology"] == str(len(lines))
    assert said["Contacts by the person named"] == str(len(contacts))
    assert said["Days with a contact, at least"] == str(len(days))
    assert said["First and last contact"] == f"line {min(dated)} and line {max(dated)}"
    assert said["Sent by the complainant"] == str(sum(map(reply, lines)))
    left = len(mine) - sum(map(reply, lines))
    assert said["Written but not sent or not delivered"] == str(left)


def test_longest_run(said, lines) -> None:
    run = longest = 0
    for row in lines:
        run = 0 if reply(row) else run + contact(row)
        longest = max(longest, run)
    assert said["Longest run of contacts with no reply in between"] == str(longest)


def test_services(said, lines) -> None:
    for service in {r["service"] for r in lines}:
        here = [r for r in lines if r["service"] == service]
        missed = sum(contact(r) and r["way"] == "missed" for r in here)
        theirs = sum(map(contact, here)) - missed
        own = sum(map(reply, here))
        assert said[f"Service {service}"] == (
            f"{theirs} from them, {missed} missed calls from them, {own} sent by the complainant, "
            f"{len(here) - missed - theirs - own} notes and not counted"
        )


def monday(text: str) -> date:
    day = date.fromisoformat(text[:10])
    return day - timedelta(days=day.weekday())


def test_weeks(said, lines, folder) -> None:
    weeks: Counter[str] = Counter()
    for row in filter(contact, lines):
        sure = row["earliest"] and not row["second_reading"]
        if sure and monday(row["earliest"]) == monday(row["latest"]):
            weeks[monday(row["earliest"]).isoformat()] += 1
    left = sum(map(contact, lines)) - weeks.total()
    assert said["Contacts in a certain week"] == f"{weeks.total()}; in no certain week {left}"
    rows = table(folder, "analysis/weeks.csv")
    assert {r["week_from_monday"]: int(r["all"]) for r in rows[:-1] if r["all"] != "0"} == weeks
    assert rows[-1]["all"] == str(left)


def test_hours(said, lines, folder) -> None:
    hours: Counter[str] = Counter()
    for row in filter(contact, lines):
        sure = row["earliest"] and not row["second_reading"]
        whole_day = row["time"].endswith("time of day not in the record")
        if sure and not whole_day and row["earliest"][:13] == row["latest"][:13]:
            hours[row["earliest"][11:13]] += 1
    left = sum(map(contact, lines)) - hours.total()
    assert said["Contacts with a certain hour"] == f"{hours.total()}; with none {left}"
    rows = table(folder, "analysis/hours.csv")
    assert {r["hour"]: int(r["all"]) for r in rows[:-1] if r["all"] != "0"} == hours
    assert rows[-1]["all"] == str(left)


def acts(lines) -> Iterator[tuple[datetime, datetime] | None]:
    """Yield the two ends of each act, None where it has no time."""
    for row in filter(contact, lines):
        system = row["way"] == "note by the app" or "not yet sent" in row["state"]
        if row["kind"] in KINDS and not system:
            ends = [row["earliest"], row["latest"], *row["second_reading"].split("/")]
            times = [datetime.fromisoformat(end) for end in ends if end]
            yield (min(times), max(times)) if times else None


def span(low: int, high: int) -> str:
    return f"{low}" if low == high else f"{low}–{high}"


def test_each_act(said, lines, folder) -> None:
    if folder.name == "b":  # the findings of the story are written by hand
        assert said["Occasions, each act"] == str(len(list(acts(lines))))


def test_sessions(said, lines, folder) -> None:
    every, gap = list(acts(lines)), timedelta(minutes=60)
    dated = [a for a in every if a]
    exact = sorted(a for a in dated if a[1] - a[0] < timedelta(minutes=1))
    starts = [a[0] for a in exact]
    sessions = sum(1 for n, s in enumerate(starts) if not n or s - starts[n - 1] > gap)
    doubtful = len(every) - len(exact)
    apart, last = 0, None
    for first, end in sorted(dated):
        apart += last is None or first - last > gap
        last = end if last is None else max(last, end)
    low = max(apart, sessions - doubtful) if doubtful else sessions
    if folder.name == "b":
        assert said["Occasions, session gap"] == span(low, sessions + doubtful)


def test_days(said, lines, folder) -> None:
    every = list(acts(lines))
    days = [(a[0].date(), a[1].date()) for a in every if a]
    certain = [d[0] for d in days if d[0] == d[1]]
    apart, last = 0, None
    for first, end in sorted(days):
        apart += last is None or first > last
        last = end if last is None else max(last, end)
    low, doubtful = max(len(set(certain)), apart), len(every) - len(certain)
    if folder.name == "b":
        assert said["Occasions, calendar day"] == span(low, len(set(certain)) + doubtful)


def test_identifiers(said, lines, folder) -> None:
    rows = [r for r in table(folder, "record/identifiers.csv") if r["part"] == "said to be theirs"]
    assert said["Identifiers said to be theirs"] == str(len(rows))
    by_line = {int(r["line"]): r for r in lines}
    for row in rows:
        numbers = [n for run in row["lines"].split() for n in expanded(run)]
        mine = sum(contact(by_line[n]) for n in numbers)
        assert [row["lines_counted"], row["lines_not_counted"]] == [
            str(mine), str(len(numbers) - mine),
        ]


def expanded(run: str) -> range:
    first, _, last = run.partition("–")
    return range(int(first), int(last or first) + 1)


def test_things_that_may_be_gone_and_promises(said, folder) -> None:
    rows = table(folder, "record/perishables.csv")
    hints = sum(r["asked"] == "nobody has asked yet" for r in rows)
    overdue = sum(r["overdue"] == "yes" for r in table(folder, "record/contacts-log.csv"))
    assert said["Things that may soon be gone"] == f"{len(rows)}, of which nobody asked for {hints}"
    assert said["Promises whose day has passed"] == str(overdue)


def test_lines_of_each_exhibit(said, lines, folder) -> None:
    counts = []
    for one in table(folder, "exhibits.csv"):
        ref = one["exhibit"]
        cited = sum(r["exhibit"] == ref or f"({ref})" in r["attachments"] for r in lines)
        counts.append(f"{ref} {cited}")
        assert one["lines_citing_it"] == str(cited)
    assert said["Lines of each exhibit"] == ", ".join(counts)
