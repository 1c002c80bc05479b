"""The specification of the two signs as tables: what is on record, the outcome, the sentence.

The one thing a reader would get wrong: the sentences are written by hand here, and `docs/signs.md` is
printed from this file; neither is copied from what the program said.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from rainbook.record import (
    Account,
    AccountOf,
    Blocked,
    CaseFile,
    Kind,
    NotRelevant,
    OrderServed,
    PersonNamed,
    State,
    ToldToStop,
    Warn,
    Warned,
    Way,
    Withdrawn,
)
from tests.signs.build import (
    ALEX_PHONE,
    JOINED,
    KIM,
    NAMED,
    OWNER,
    SAM,
    WITHHELD,
    File,
    Row,
    call,
    case,
    id_of_row,
    say,
)

SHOWN, NOT_SHOWN, CANNOT_TELL = "shown", "not shown", "cannot tell"
KIM_IS = (
    PersonNamed("kim", "Kim", "witness"), AccountOf("kim", "whatsapp:name:Kim", "named sender"),
)
LEE = Account("whatsapp", "name", "Lee")
GUESSED = (
    *NAMED, AccountOf("sam", "whatsapp:name:Sam", "own number"),
    AccountOf("alex", "phone:+447700900123", "guess"),
)


@dataclass(frozen=True)
class Told:
    """One line of the table. `says`: pieces that must stand in its lines; `silent`: pieces that must not."""

    given: str
    build: Callable[[], CaseFile]
    outcome: str
    sentence: str
    says: tuple[str, ...] = ()
    silent: tuple[str, ...] = ()


def _stopped(rows: list[Row], stop: int, *more: object) -> CaseFile:
    return case(rows, [*JOINED, ToldToStop("alex", id_of_row(rows, stop)), *more])  # type: ignore[list-item]


def _plain(*rows: Row, **more: object) -> Callable[[], CaseFile]:
    return lambda: case(list(rows), **more)  # type: ignore[arg-type]


KELLY = "three calls within five minutes were held capable"
ASKS = "the law asks for two occasions or more."
UNSURE = "whether that is two occasions cannot be told here."
REPEATED = (
    Told("nothing from Alex; Alex's account is known", _plain(say("2024-03-03 10:00", SAM)), NOT_SHOWN,
         f"No act by Alex towards Sam is recorded; {ASKS}"),
    Told("one message", _plain(say("2024-03-03 10:00")), NOT_SHOWN,
         f"1 act by Alex towards Sam is recorded; {ASKS}"),
    Told("two messages on two days", _plain(say("2024-03-03 10:00"), say("2024-03-04 10:00")), SHOWN,
         "Alex contacted Sam on 2 occasions (2 acts, 2 days) between 3 March and 4 March 2024.",
         says=("connected in a course of conduct is for a court",
               "must be an individual", "out of date", "Crime and Policing Bill"),
         silent=(KELLY,)),
    Told("a message and a missed call, on two days, from two accounts placed with Alex",
         _plain(say("2024-03-03 10:00"), call("2024-03-09 23:10:07")), SHOWN,
         "Alex contacted Sam on 2 occasions (2 acts, 2 days) between 3 March and 9 March 2024.",
         says=("1 WhatsApp message and 1 call",)),
    Told("two messages four months apart", _plain(say("2024-01-10 10:00"), say("2024-05-12 10:00")), SHOWN,
         "Alex contacted Sam on 2 occasions (2 acts, 2 days) between 10 January and 12 May 2024.",
         says=("123 days (10 January 2024 to 12 May 2024)", "the fewer the occasions and the further spread apart")),
    Told("three calls in five minutes",
         _plain(call("2024-03-03 10:00:00"), call("2024-03-03 10:02:00"), call("2024-03-03 10:05:00")), CANNOT_TELL,
         f"3 acts by Alex are recorded on 3 March 2024, but they make 1 session and lie on 1 day: {UNSURE}",
         says=(KELLY, "was not read")),
    Told("two messages on one day, five hours apart", _plain(say("2024-03-03 10:00"), say("2024-03-03 15:00")), CANNOT_TELL,
         f"2 acts by Alex are recorded on 3 March 2024, but they make 2 sessions and lie on 1 day: {UNSURE}", says=(KELLY,)),
    Told("two messages five minutes apart, either side of midnight",
         _plain(say("2024-03-03 23:58"), say("2024-03-04 00:03")), CANNOT_TELL,
         "2 acts by Alex are recorded between 3 March and 4 March 2024, but they make 1 session and lie on 2 days: "
         f"{UNSURE}"),
    Told("one message to Sam, one to Kim (in the chat Kim gave)",
         lambda: case([File([say("2024-03-03 10:00")]), File([say("2024-03-09 10:00", thread="Kim"), say("2024-03-09 10:01", KIM, thread="Kim")], "b")],
                      [*JOINED, *KIM_IS]), NOT_SHOWN,
         f"1 act by Alex towards Sam is recorded; {ASKS}",
         says=("Not counted: 1 act towards Kim.", "s.1(1A)")),
    Told("one message to Sam, one in a group Sam is in",
         _plain(say("2024-03-03 10:00"), say("2024-03-09 10:00", thread="Team"), say("2024-03-09 10:01", SAM, thread="Team"),
                say("2024-03-09 10:02", LEE, thread="Team")), CANNOT_TELL,
         "2 acts by Alex are recorded, but only 1 outside groups: whether what was said in a group was aimed at Sam cannot be told here.",
         says=("1 act stood in a group Sam is in",)),
    Told("two messages before stalking was a named offence (25 November 2012)",
         _plain(say("2012-11-01 10:00"), say("2012-11-24 10:00")), SHOWN,
         "Alex contacted Sam on 2 occasions (2 acts, 2 days) between 1 November and 24 November 2012.",
         says=("2 acts before 25 November 2012: s.2A(3) and s.4A(1)(b) did not exist then",)),
    Told("one message the day before it was, one on the day",
         _plain(say("2012-11-24 23:59"), say("2012-11-25 10:00")), SHOWN,
         "Alex contacted Sam on 2 occasions (2 acts, 2 days) between 24 November and 25 November 2012.",
         says=("1 act before 25 November 2012",)),
    Told("two messages whose day can be read two ways (4 March or 3 April; 6 May or 5 June), the readings apart",
         _plain(say("2024-03-04 10:00", or_at="2024-04-03 10:00"), say("2024-06-05 10:00", or_at="2024-05-06 10:00")), SHOWN,
         "Alex contacted Sam on 2 occasions (2 acts, 2 days) between 4 March and 5 June 2024.",
         says=("2 acts whose day is not certain",)),
    Told("two messages whose day can be read two ways (4 March or 3 April; 5 March or 3 May), the readings overlapping",
         _plain(say("2024-03-04 10:00", or_at="2024-04-03 10:00"), say("2024-03-05 10:00", or_at="2024-05-03 10:00")), CANNOT_TELL,
         "2 acts by Alex are recorded between 4 March and 3 May 2024, but they make between 1 and 2 sessions and lie on between 1 "
         f"and 2 days: {UNSURE}"),
    Told("one message, and one whose time cannot be read", _plain(say("2024-03-03 10:00"), say("")), CANNOT_TELL,
         "2 acts by Alex are recorded on 3 March 2024, but they make between 1 and 2 sessions and lie on between 1 and 2 days: "
         f"{UNSURE}", says=("1 act whose session is not certain", "1 act whose day is not certain")),
    Told("three diary days, seen by Sam, day only",
         lambda: case([Row(f"2024-03-{d}", ALEX_DIARY, "by the gate", Kind.DIARY, Way.OBSERVED, None) for d in ("03", "10", "17")],
                      [*NAMED, AccountOf("alex", "diary:name:Alex", "seen")]), SHOWN,
         "Alex acted towards Sam on 3 occasions (3 acts, 3 days) between 3 March and 17 March 2024.",
         says=("3 diary entries",)),
    Told("three calls a week apart, from a number that is only a guess",
         lambda: case([call("2024-03-03 10:00"), call("2024-03-10 10:00"), call("2024-03-17 10:00")], GUESSED), CANNOT_TELL,
         "No act by Alex towards Sam can be counted; 3 more records might be, if it were certain who each is from.",
         says=("Left out, 3 records: who it is from is a guess",)),
    Told("one sure message and one call from a guessed number",
         lambda: case([say("2024-03-03 10:00"), call("2024-03-10 10:00")], [*GUESSED, AccountOf("alex", "whatsapp:name:Alex", "own number")]),
         CANNOT_TELL, "1 act by Alex towards Sam can be counted; 1 more record might be, if it were certain who each is from."),
    Told("two messages from an account given to two people",
         lambda: case([say("2024-03-03 10:00"), say("2024-03-10 10:00")],
                      [*JOINED, PersonNamed("bo", "Bo", "other"), AccountOf("bo", "whatsapp:name:Alex", "recognised")]), CANNOT_TELL,
         "No act by Alex towards Sam can be counted; 2 more records might be, if it were certain who each is from.",
         says=("its account was given to two people",)),
    Told("two messages, one under a heading that may have been typed inside a message",
         _plain(say("2024-03-03 10:00"), say("2024-03-10 10:00", warn=Warn.MAY_BELONG_TO_MESSAGE_BEFORE)), CANNOT_TELL,
         "1 act by Alex towards Sam can be counted; 1 more record might be, if it were certain who each is from."),
    Told("two messages, but no account has been placed with Alex",
         lambda: case([say("2024-03-03 10:00"), say("2024-03-10 10:00")], NAMED), CANNOT_TELL,
         "No account has been placed with Alex yet, so nothing can be counted."),
    Told("fifty withheld calls, and one message from Alex",
         lambda: case([say("2024-03-03 10:00"), *(call(f"2024-04-{d:02} 10:00", WITHHELD) for d in range(1, 26))],
                      [*JOINED, AccountOf("alex", "phone:withheld", "recognised")]), NOT_SHOWN,
         f"1 act by Alex towards Sam is recorded; {ASKS}"),
    Told("two messages, one set aside by Sam as not relevant",
         lambda: (lambda rows: case(rows, [*JOINED, NotRelevant(id_of_row(rows, 1))]))([say("2024-03-03 10:00"), say("2024-03-10 10:00")]),
         NOT_SHOWN, f"1 act by Alex towards Sam is recorded; {ASKS}", says=("Left out, 1 record: set aside as not relevant",)),
    Told("one message that stands in two exports of the chat",
         lambda: case([File([say("2024-03-03 10:00"), say("2024-03-03 10:09", SAM)]),
                       File([say("2024-03-03 10:00:31"), say("2024-03-03 10:09:02", SAM)], "b")]), NOT_SHOWN,
         f"1 act by Alex towards Sam is recorded; {ASKS}", says=("Left out, 1 record: a second copy",)),
    Told("two calls the phone itself blocked: attempted contact",
         _plain(call("2024-03-03 10:00", state=State.BLOCKED_BY_DEVICE), call("2024-03-10 10:00", state=State.BLOCKED_BY_DEVICE)), SHOWN,
         "Alex contacted Sam on 2 occasions (2 acts, 2 days) between 3 March and 10 March 2024."),
    Told("a quarrel: two messages from Alex, five from Sam",
         _plain(say("2024-03-03 10:00"), *(say(f"2024-03-0{d} 10:30", SAM) for d in range(3, 8)), say("2024-03-10 10:00")), SHOWN,
         "Alex contacted Sam on 2 occasions (2 acts, 2 days) between 3 March and 10 March 2024.",
         says=("In that time Sam sent Alex 5 WhatsApp messages.",)),
    Told("calls Sam made to Alex are not Alex's acts",
         _plain(call("2024-03-03 10:00", OWNER, way=Way.SENT), call("2024-03-09 10:00", ALEX_PHONE, way=Way.SENT), say("2024-03-10 10:00")),
         NOT_SHOWN, f"1 act by Alex towards Sam is recorded; {ASKS}"),
)
ALEX_DIARY = Account("diary", "name", "Alex")
NOTHING = "No refusal is recorded. That is not the same as wanted."
STOP = "Sam told Alex to stop on 5 March 2024 at 10:00:01"


def _around(*rows: Row, stop: str = "2024-03-05 10:00:01", at: int = 0, more: tuple[object, ...] = ()) -> Callable[[], CaseFile]:
    """Return a case whose row `at` is Sam's stop message, with the rows given around it."""
    listed = [*rows[:at], say(stop, SAM, words="please stop"), *rows[at:]]
    return lambda: _stopped(listed, at, *more)


def _given(*decisions: object, rows: tuple[Row, ...] = ()) -> Callable[[], CaseFile]:
    return lambda: case(list(rows), [*JOINED, *decisions])  # type: ignore[list-item]


TWO_DAYS = (say("2024-03-05 10:00"), say("2024-03-06 00:00"))
UNWANTED = (
    Told("no refusal, three messages", _plain(say("2024-03-03 10:00"), say("2024-03-04 10:00"), say("2024-03-05 10:00")), CANNOT_TELL, NOTHING),
    Told("no refusal, 400 messages in 40 days",
         lambda: case([say(f"2024-{m:02}-{d:02} {h:02}:00") for m in (3, 4) for d in range(1, 21) for h in range(10, 20)]), CANNOT_TELL, NOTHING),
    Told("a refusal that was taken back", _given(Warned("alex", "2024-03-05", "PC 100"), Withdrawn(6), rows=TWO_DAYS), CANNOT_TELL, NOTHING),
    Told("told to stop, and a message one second later", _around(say("2024-03-05 10:00:02")), SHOWN,
         f"{STOP}; after that 1 act by Alex is recorded, on 5 March 2024.", says=("After that by Alex: 1 (1 WhatsApp message)",)),
    Told("told to stop, and a message in the same second, below it", _around(say("2024-03-05 10:00:01")), CANNOT_TELL,
         f"{STOP}. Whether anything by Alex towards Sam came after cannot be told here.",
         says=("1 act: whether before or after", "1 of them below it in the same file")),
    Told("told to stop; messages one second before, in the same second and one second after",
         _around(say("2024-03-05 10:00:00"), say("2024-03-05 10:00:01"), say("2024-03-05 10:00:02"), at=1), SHOWN,
         f"{STOP}; after that 1 act by Alex is recorded, on 5 March 2024.", says=("1 act: whether before or after",)),
    Told("told to stop; the last message came one second before; the chat goes on",
         _around(say("2024-03-05 10:00:00"), say("2024-03-12 09:00:00", SAM), at=1), NOT_SHOWN,
         f"{STOP}. No act by Alex after that stands in the records read, which go on to 12 March 2024.",
         says=("After Alex was told to stop, Sam sent Alex 1 WhatsApp message",)),
    Told("told to stop in the last record there is", _around(say("2024-03-05 10:00:00"), at=1), CANNOT_TELL,
         f"{STOP}. The records read end before that, so what came after is not known."),
    Told("times to the minute: a message in the same minute", _around(say("2024-03-05 10:00"), stop="2024-03-05 10:00"), CANNOT_TELL,
         "Sam told Alex to stop on 5 March 2024 at 10:00:00. Whether anything by Alex towards Sam came after cannot be told here."),
    Told("times to the minute: a message in the next minute", _around(say("2024-03-05 10:01"), stop="2024-03-05 10:00"), SHOWN,
         "Sam told Alex to stop on 5 March 2024 at 10:00:00; after that 1 act by Alex is recorded, on 5 March 2024."),
    Told("told to stop in the hour that happens twice, a message later in that hour",
         _around(say("2024-10-27 01:45"), stop="2024-10-27 01:30"), CANNOT_TELL,
         "Sam told Alex to stop on 27 October 2024 at 01:30:00 (or as late as 27 October 2024 at 01:30:59). Whether anything by Alex towards Sam "
         "came after cannot be told here."),
    Told("told to stop in the hour that happens twice, a message after it",
         _around(say("2024-10-27 02:00"), stop="2024-10-27 01:30"), SHOWN,
         "Sam told Alex to stop on 27 October 2024 at 01:30:00 (or as late as 27 October 2024 at 01:30:59); after that 1 act by Alex is recorded, on "
         "27 October 2024."),
    Told("blocked on a day; messages that day and at the first minute of the next",
         _given(Blocked("alex", "2024-03-05"), rows=TWO_DAYS), SHOWN,
         "Sam blocked Alex on 5 March 2024; after that 1 act by Alex is recorded, on 6 March 2024.",
         says=("Only the day is recorded for decision 6 (5 March 2024)", "1 act: whether before or after Alex was blocked")),
    Told("blocked on a day; a message that day only", _given(Blocked("alex", "2024-03-05"), rows=TWO_DAYS[:1]), CANNOT_TELL,
         "Sam blocked Alex on 5 March 2024. Whether anything by Alex towards Sam came after cannot be told here."),
    Told("blocked at a time by the clock, messages by two channels after",
         _given(Blocked("alex", "2024-03-05T09:59"), rows=(*TWO_DAYS, call("2024-03-07 10:00"))), SHOWN,
         "Sam blocked Alex on 5 March 2024 at 09:59:00; after that 3 acts by Alex are recorded, between 5 March and 7 March 2024.",
         says=("3 (2 WhatsApp messages and 1 call)",)),
    Told("warned by the police", _given(Warned("alex", "2024-03-04", "the police"), rows=TWO_DAYS), SHOWN,
         "Alex was warned by the police on 4 March 2024; after that 2 acts by Alex are recorded, between 5 March and 6 March 2024."),
    Told("an order, served at a time with its offset",
         _given(OrderServed("alex", "non-molestation order", "2024-03-01", "2024-03-05T23:59:59+00:00"), rows=TWO_DAYS), SHOWN,
         "A non-molestation order was served on Alex on 5 March 2024 at 23:59:59; after that 1 act by Alex is recorded, on 6 March 2024."),
    Told("an order with no date of service", _given(OrderServed("alex", "restraining order", "2024-03-01"), rows=TWO_DAYS), CANNOT_TELL,
         "1 refusal is recorded, but none with a time that can be used; see the limits.",
         says=("Decision 6 does not say when it was served",)),
    Told("a stop message that is not in the files", _given(ToldToStop("alex", "0" * 16), rows=TWO_DAYS), CANNOT_TELL,
         "1 refusal is recorded, but none with a time that can be used; see the limits.", says=("is not in the files read",)),
    Told("the message picked was sent by Alex", lambda: _stopped([say("2024-03-05 10:00"), say("2024-03-06 10:00")], 0), CANNOT_TELL,
         "1 refusal is recorded, but none with a time that can be used; see the limits.", says=("was sent by Alex",)),
    Told("the stop message may have been typed inside another message",
         lambda: _stopped([say("2024-03-05 10:00", SAM, warn=Warn.MAY_BELONG_TO_MESSAGE_BEFORE), say("2024-03-06 10:00")], 0), CANNOT_TELL,
         "1 refusal is recorded, but none with a time that can be used; see the limits.", says=("may have been typed inside another message",)),
    Told("told to stop in person, in words that are no day", _given(ToldToStop("alex", "", "last spring", "in person"), rows=TWO_DAYS), CANNOT_TELL,
         "1 refusal is recorded, but none with a time that can be used; see the limits.", says=("'last spring' cannot be read as a day",)),
    Told("told to stop; then one message in a group Sam is in",
         _around(say("2024-03-09 10:00:00", thread="Team"), say("2024-03-09 10:00:05", SAM, thread="Team"),
                 say("2024-03-09 10:00:06", LEE, thread="Team")), CANNOT_TELL,
         f"{STOP}. Whether anything by Alex towards Sam came after cannot be told here.", says=("in a group: 1",)),
    Told("told to stop; then a call from a guessed number",
         lambda: case([say("2024-03-05 10:00:01", SAM), call("2024-03-09 10:00")],
                      [*GUESSED, AccountOf("alex", "whatsapp:name:Alex", "own number"),
                       ToldToStop("alex", id_of_row([say("2024-03-05 10:00:01", SAM)], 0))]), CANNOT_TELL,
         f"{STOP}. Whether anything by Alex towards Sam came after cannot be told here.", says=("who it is from is a guess",)),
    Told("told to stop; Alex writes, Sam answers twice",
         _around(say("2024-03-05 11:00:00"), say("2024-03-05 11:00:10", SAM), say("2024-03-05 11:00:20", SAM)), SHOWN,
         f"{STOP}; after that 1 act by Alex is recorded, on 5 March 2024.", says=("After Alex was told to stop, Sam sent Alex 2 WhatsApp messages.",)),
    Told("told to stop and later blocked; contact only in between",
         _around(say("2024-03-06 10:00:00"), say("2024-03-20 10:00:00", SAM), more=(Blocked("alex", "2024-03-07"),)), SHOWN,
         f"{STOP}; after that 1 act by Alex is recorded, on 6 March 2024.",
         says=("Sam blocked Alex on 7 March 2024. After that by Alex: 0.",)),
    Told("a block noted by WhatsApp itself and not recorded by Sam",
         _plain(say("2024-03-03 10:00"), Row("2024-03-04 10:00", None, "You blocked this contact", Kind.BLOCK, Way.SYSTEM), say("2024-03-05 10:00")),
         CANNOT_TELL, NOTHING, says=("1 block noted by the service itself",)),
)
