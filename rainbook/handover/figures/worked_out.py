"""How every figure of a bundle is worked out: what it counts, in which table, with which filter,
and what came out.

The one thing a reader would get wrong: the words are for a person with a spreadsheet. Whoever
follows them must arrive at the same number without this program; a test does exactly that.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from rainbook.handover.figures.hours import DAY_ONLY, by_hour
from rainbook.handover.figures.weeks import by_week
from rainbook.handover.index.account import FIGURES, figures_of, longest_run, number_said
from rainbook.handover.interface import Given
from rainbook.handover.once import once
from rainbook.handover.paper.plain_words import STATES, WAYS
from rainbook.handover.schedules.contacts import contacts_of
from rainbook.handover.schedules.identifiers import schedule_of
from rainbook.handover.schedules.perishables import HINT, perishables_of
from rainbook.record import GROUPINGS

LINES = "messages/chronology.csv"
CONTACTS = "counted = yes, and side = person named"
NOT_OUT = f"state holds neither “{STATES['failed']}” nor “{STATES['not_yet_sent']}”"
REPLIES = f"counted = yes, and side = complainant, and kind is not draft, and {NOT_OUT}"
ACTS = (
    "message, call, voicemail, email, reaction, friend request, message request, location share, "
    "screenshot taken, media, diary, poll"
)
ONE_DAY = "second_reading is empty and earliest is not empty"


@dataclass(frozen=True, slots=True)
class Worked:
    """One figure: its name, what came out, what it counts, the table, and how."""

    name: str
    value: str
    counts: str
    table: str
    how: str


@once
def worked_out(given: Given) -> list[Worked]:
    """Return every figure of the index, the charts and the schedules, in the order they stand."""
    return [
        *_of_lines(given),
        *_of_services(given),
        *_of_times(given),
        *_occasions(given),
        *_of_the_rest(given),
    ]


def _of_lines(given: Given) -> list[Worked]:
    entries = given.entries
    contacts = [e for e in entries if e.contact]
    replies = sum(1 for e in entries if e.reply)
    stuck = sum(1 for e in entries if e.own and e.counted and not e.went_out)
    dated = [e.number for e in contacts if e.time.earliest]
    days = {e.time.earliest[:10] for e in contacts if e.time.earliest and not e.time.second_reading}
    run = longest_run(given)
    ends = f"line {dated[0]} and line {dated[-1]}" if dated else "none"
    return [
        Worked("Lines in the chronology", f"{len(entries)}", "every record handed over", LINES,
               "Count the rows."),
        Worked("Contacts by the person named", f"{len(contacts)}",
               "what they did and what may be counted", LINES, f"Filter: {CONTACTS}. Count."),
        Worked("Days with a contact, at least", f"{len(days)}", "days that are certain", LINES,
               f"Filter: {CONTACTS}, and {ONE_DAY}. Take the first 10 characters of earliest; "
               "count the different ones."),
        Worked("First and last contact", ends, "contacts with a readable time", LINES,
               f"Filter: {CONTACTS}, and earliest is not empty. The lowest and the highest line."),
        Worked("Sent by the complainant", f"{replies}", "what went out and may be counted", LINES,
               f"Filter: {REPLIES}. Count."),
        Worked("Written but not sent or not delivered", f"{stuck}", "drafts and failed ones", LINES,
               "Filter: counted = yes, and side = complainant. Count, and take away the figure "
               "above."),
        Worked("Longest run of contacts with no reply in between", f"{len(run)}",
               "contacts one after the other", LINES,
               "Go down the lines. A contact (as above) adds one; something sent by the "
               "complainant (as above) starts again at nought; any other line changes nothing. "
               "The highest number reached."),
    ]


def _of_services(given: Given) -> list[Worked]:
    counts: dict[str, Counter[str]] = {}
    for e in given.entries:
        missed = e.contact and e.way == WAYS["missed"]
        sort = "missed" if missed else "theirs" if e.contact else "own" if e.reply else "rest"
        counts.setdefault(e.channel, Counter())[sort] += 1
    return [
        Worked(
            f"Service {name}",
            f"{c['theirs']} from them, {c['missed']} missed calls from them, {c['own']} sent by "
            f"the complainant, {c['rest']} notes and not counted",
            "the table “What and when” of the index",
            LINES,
            f"Filter: service = {name}. From them: contacts (as above) whose way is not "
            f"“{WAYS['missed']}”. Missed: contacts whose way is “{WAYS['missed']}”. Sent: as "
            "above. The last number: all other rows.",
        )
        for name, c in sorted(counts.items())
    ]


def _of_times(given: Given) -> list[Worked]:
    weeks, unsure = by_week(given)
    hours, no_hour, _ = by_hour(given)
    certain = sum(c.total() for c in weeks.values())
    return [
        Worked("Contacts in a certain week", f"{certain}; in no certain week {unsure}",
               "the first chart and analysis/weeks.csv", LINES,
               f"Filter: {CONTACTS}, and {ONE_DAY}. Take the Monday on or before the first 10 "
               "characters of earliest, and the same of latest; where the two Mondays are one, it "
               "is the week. Count for each week. The other contacts are in no certain week."),
        Worked("Contacts with a certain hour",
               f"{sum(c.total() for c in hours)}; with none {no_hour}",
               "the second chart and analysis/hours.csv", LINES,
               f"Filter: {CONTACTS}, and {ONE_DAY}, and time does not end in “{DAY_ONLY}”. Where "
               "the first 13 characters of earliest and latest are the same, characters 12 and 13 "
               "are the hour. Count for each hour. The other contacts have no certain hour."),
    ]


def _occasions(given: Given) -> list[Worked]:
    found, made = figures_of(given), []
    gap = given.case.settings.get("session_gap_minutes", "") or "the set number of"
    acts = (
        f"Acts: contacts (as above) whose kind is one of {ACTS}; whose way is not "
        f"“{WAYS['system']}” and whose state does not hold “{STATES['not_yet_sent']}”; without "
        "those recorded as aimed at somebody else (record/facts.csv)."
    )
    ends = (
        "Each act lies between its earliest and its latest, the two of second_reading included "
        "where there are some."
    )
    how = {
        "each act": f"{acts} Count.",
        "session gap": f"{acts} {ends} Exact are those whose ends are less than a minute apart: "
        f"in order of earliest, a new session begins where more than {gap} minutes lie between "
        "the earliest of one and of the one before. The higher number: these sessions and one for "
        "each act that is not exact. The lower: these sessions less one for each act that is not "
        "exact; but no fewer than this: all acts in order of earliest, count the first, and then "
        f"each whose earliest is more than {gap} minutes after every latest before it. "
        "Where all are exact both numbers are the sessions.",
        "calendar day": f"{acts} {ends} Certain are those whose ends are on one day: count the "
        "different days. The higher number: these and one for each other act. The lower: these; "
        "but no fewer than: all acts in order of earliest, count the first, and then each whose "
        "first day is after every last day before it.",
    }
    for name in GROUPINGS:
        key = FIGURES.get(name, "")
        if key in found:
            made.append(
                Worked(f"Occasions, {name}", number_said(found[key]), "acts put together", LINES,
                       how[name])
            )
    return made


def _of_the_rest(given: Given) -> list[Worked]:
    schedule, items = schedule_of(given), perishables_of(given)
    hints = sum(1 for i in items if i.asked == HINT)
    overdue = sum(1 for c in contacts_of(given) if c.overdue)
    cited = ", ".join(f"{ref} {given.cited.get(ref, 0)}" for ref in _refs(given)) or "none"
    return [
        Worked("Identifiers said to be theirs", f"{len(schedule.theirs)}",
               "accounts, one for each service and basis", "record/identifiers.csv",
               "Filter: part = said to be theirs. Count. lines_counted of one: the rows of the "
               "chronology named in its lines that are contacts; lines_not_counted: the others."),
        Worked("Things that may soon be gone", f"{len(items)}, of which nobody asked for {hints}",
               "what was recorded and what the records hint at", "record/perishables.csv",
               f"Count the rows; filter: asked = {HINT}. A clock: the day of of_when and the days "
               "of usual_period added to it."),
        Worked("Promises whose day has passed", f"{overdue}", "not recorded as done",
               "record/contacts-log.csv", "Filter: overdue = yes. Count."),
        Worked("Lines of each exhibit", cited, "lines that stand in it", LINES,
               "Filter: exhibit = its reference. For a file sent with a message: rows whose "
               "attachments hold its reference in brackets. Count."),
        Worked("Things kept back", "the rows of record/withheld.csv", "never their words",
               "record/withheld.csv", "Count the rows."),
    ]


def _refs(given: Given) -> list[str]:
    return [e.ref for e in given.exhibits][:50]
