"""The only place that knows the order of the stages, and the only door for the fronts.

The one thing a reader would get wrong: nothing here is kept between calls but sealed originals and
decisions; the case file is worked out afresh each time it is asked for.
"""

from rainbook.case.added import Added, Looked
from rainbook.case.agreeing import (
    Agree,
    Agreed,
    KeepBackNotAsked,
    Possible,
    Report,
    kept_back,
    must_be_asked,
    nothing_kept_back,
    own_accounts,
    report_json,
)
from rainbook.case.aids import ReadingAidOff
from rainbook.case.book import Book, new_book, open_book
from rainbook.case.checked import NotUnderstood, tags_of
from rainbook.case.example import make_example
from rainbook.case.glance import FileNotOpened, Glance, read_file, read_held
from rainbook.case.keys import (
    KeyLine,
    add_key,
    change_passphrase,
    keys_of,
    new_recovery_code,
    remove_key,
)
from rainbook.case.known import AccountLine
from rainbook.case.past import DayNotUnderstood
from rainbook.case.plain import (
    account_json,
    bundle_json,
    case_json,
    decided_json,
    event_json,
    finding_json,
    lines_json,
    preview_json,
    problem_json,
    question_json,
)
from rainbook.case.preview import Preview
from rainbook.case.taken_same import Table as TakenTable
from rainbook.case.taking_in import TakenIn
from rainbook.case.times import (
    said_stretch,
    said_time,
    shown_day,
    shown_span,
    shown_time,
    zone_is_known,
)
from rainbook.case.verifying import Checked, check_folder, kind_of_folder
from rainbook.custody import (
    RecoveryCodeLength,
    RecoveryLineWrong,
    WrongPassphrase,
    passphrase_advice,
    recovery_sheet_text,
)
from rainbook.events.people import Question

__all__ = [
    "AccountLine",
    "Added",
    "Agree",
    "Agreed",
    "Book",
    "Checked",
    "DayNotUnderstood",
    "FileNotOpened",
    "Glance",
    "KeepBackNotAsked",
    "KeyLine",
    "Looked",
    "NotUnderstood",
    "Possible",
    "Preview",
    "Question",
    "ReadingAidOff",
    "RecoveryCodeLength",
    "RecoveryLineWrong",
    "Report",
    "TakenIn",
    "TakenTable",
    "WrongPassphrase",
    "account_json",
    "add_key",
    "bundle_json",
    "case_json",
    "change_passphrase",
    "check_folder",
    "decided_json",
    "event_json",
    "finding_json",
    "kept_back",
    "keys_of",
    "kind_of_folder",
    "lines_json",
    "make_example",
    "must_be_asked",
    "new_book",
    "new_recovery_code",
    "nothing_kept_back",
    "open_book",
    "own_accounts",
    "passphrase_advice",
    "preview_json",
    "problem_json",
    "question_json",
    "read_file",
    "read_held",
    "recovery_sheet_text",
    "remove_key",
    "report_json",
    "said_stretch",
    "said_time",
    "shown_day",
    "shown_span",
    "shown_time",
    "tags_of",
    "zone_is_known",
]
