"""What the sorting of messages may say, and what may be proposed as a refusal.

The one thing a reader would get wrong: that one message stands before another is no finding, so
the tables hold pairs and words, never a value.
"""

from __future__ import annotations

import re
import time
from dataclasses import replace
from importlib.resources import files
from itertools import permutations

import pytest

from rainbook.findings import sorting
from rainbook.findings.sorting import folding, threat_parts
from rainbook.record import CaseFile, Event, Kind, Line, Person, RainbookError, State, Way
from tests.signs.build import SAM, Row, case, say
from tests.signs.refusal_table import NOT_PROPOSED, PROPOSED

# ---- explicit refusals -----------------------------------------------------------------------


@pytest.mark.parametrize(("message", "words"), PROPOSED)
def test_a_refusal_is_proposed_with_its_words(message: str, words: str) -> None:
    (found,) = sorting.propose_refusals([message])
    assert (found.place, found.words) == (0, words)
    assert folding.visible(message[found.start : found.end]) == words


@pytest.mark.parametrize("message", NOT_PROPOSED)
def test_what_is_no_refusal_is_not_proposed(message: str) -> None:
    assert sorting.propose_refusals([message]) == []


def test_places_are_those_of_what_was_given() -> None:
    given = [None, "hello", "please stop", "", "don't stop", "and leave me alone"]
    found = sorting.propose_refusals(given)
    assert [(f.place, f.start, f.end) for f in found] == [(2, 0, 11), (5, 4, 18)]


def test_only_the_first_4000_characters_are_looked_at() -> None:
    lines = "x\n" * 1_994 + "please stop.", "x\n" * 1_996 + "please stop."
    assert [f.place for f in sorting.propose_refusals(lines)] == [0]


# ---- the order of messages -------------------------------------------------------------------

BEFORE = (
    ("I am going to kill you", "I am going to town"),
    ("someone should beat her to death", "someone should ring her"),
    ("I'll break your legs", "I'll bring your coat"),
    ("i hope she gets raped", "i hope she gets better"),
    ("she should be shot", "she should be asked"),
    ("hang her", "ring her"),
    ("she needs a rope", "she needs a chair"),
)


@pytest.mark.parametrize(("first", "second"), BEFORE)
def test_words_of_harm_come_before_the_same_words_without(first: str, second: str) -> None:
    found = sorting.sort_threats([second, first])
    assert found[0].place == 1


def test_the_words_shown_stand_in_the_message() -> None:
    (found,) = sorting.sort_threats(["You had better watch out. I will KILL you and your dog!"])
    assert "kill" in found.words
    assert set(found.words) <= {
        "you", "had", "better", "watch", "out", "i", "will", "kill", "and", "your", "dog",
    }
    assert len(found.words) <= 6


DRESSED = (
    "i will kill you",
    "I WILL KILL YOU",
    "i will k\u200bi\u200dll you",
    "i will \u202ekill\u202c you",
    "ｉ ｗｉｌｌ ｋｉｌｌ ｙｏｕ",
    "i will kіll yоu",  # Cyrillic і and о
    "i will kíll you",
    "i will killllllll you",
)


@pytest.mark.parametrize("message", DRESSED)
def test_dressing_words_up_changes_nothing(message: str) -> None:
    plain, dressed = (sorting.sort_threats([m]) for m in (DRESSED[0], message))
    assert dressed == plain


def test_the_order_depends_on_the_messages_and_not_on_their_order() -> None:
    said = ["I will kill you", "see you at six", "hope you die", "thanks for the cake"]
    orders = {
        tuple(given[f.place] for f in sorting.sort_threats(given))
        for given in (list(p) for p in permutations(said))
    }
    assert len(orders) == 1


def test_equal_messages_keep_the_order_they_came_in() -> None:
    assert [f.place for f in sorting.sort_threats(["kill her"] * 3)] == [0, 1, 2]


def test_a_threat_at_the_end_of_a_long_message_is_no_paler() -> None:
    long = "we had a lovely day by the sea and " * 20 + "now. I will kill you"
    mild = "see you at the sea by six"
    assert sorting.sort_threats([mild, long])[0].place == 1


@pytest.mark.parametrize("message", [None, "", " ", "🙂🙂", "\u200b", "日本語", "\ud800", "\x00"])
def test_what_holds_no_word_of_the_list_has_no_place(message: str | None) -> None:
    assert sorting.sort_threats([message]) == []
    assert sorting.propose_refusals([message]) == []


HOSTILE = (
    "kill you " * 200_000, "stop " * 200_000, "'" * 200_000, '"a' * 100_000, "ﷺ" * 100_000,
    "i told you " * 100_000, "a" * 1_000_000, "don't you ever " * 50_000, "\u0301" * 500_000,
)


@pytest.mark.parametrize("message", HOSTILE, ids=range(len(HOSTILE)))
def test_no_message_takes_long(message: str) -> None:
    began = time.process_time()
    sorting.sort_threats([message])
    sorting.propose_refusals([message])
    assert time.process_time() - began < 5


def test_the_figures_are_honest_about_what_they_are() -> None:
    known = sorting.figures()
    low, high = known["interval_95"]
    assert 0 < known["chance"] < low <= known["average_precision"] <= high < 1
    assert 0 <= known["among_first_10"] <= 10
    assert "not messages to one person" in known["measured_on"]
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", known["as_of"])


def test_the_weights_can_be_read_and_are_few() -> None:
    text = (files("rainbook.findings.sorting") / "threat_words.json").read_bytes()
    assert len(text) < 250_000
    assert b'"=KILL SHE": ' in text
    assert b'"~SHE>NEED>HARMED": ' in text


LISTS = {"KILL": "kill shoot", "SHE": "she her"}
ROLES = {"HARM": "kill shoot shot", "NEED": "should", "SHE": "she her", "BE": "be"}
MADE_OF = (
    # words with a mark for their group, and words near each other
    ("kill her", "kill", (0,)),
    ("kill her", "kill her", (0, 1)),
    ("kills her", "=KILL SHE", (0, 1)),
    ("kill the man and her", "kill .. and", (0, 3)),
    ("kill the man and her", "=KILL .. SHE", (0, 4)),
    # who is to do what to whom, in the order said, with how the word of doing ends
    ("she should be shot", "~SHE>NEED>HARMED", (0, 1, 3)),
    ("she should be shot", "~SHE>HARMED", (0, 3)),
    ("she should be shot", "~NEED+BE", (1, 2)),
    ("killing her", "~^HARMING>SHE", (0, 1)),
    ("kills her", "~HARMS", (0,)),
    ("and kill her", "~first HARM", (1,)),
)


@pytest.mark.parametrize(("message", "name", "places"), MADE_OF)
def test_what_a_message_is_made_of(message: str, name: str, places: tuple[int, ...]) -> None:
    groups = threat_parts.groups_from(LISTS, "SHE", "KILL", ROLES)
    assert threat_parts.parts_of(folding.words_of(message), groups)[name] == places


NOT_MADE_OF = (
    ("kill. her", "~HARM>SHE"),  # another sentence
    ("her kill", "~HARM>SHE"),  # another order
    ("and kill her", "~^HARM"),  # it does not begin
    ("kill a b c d e f g her", "~HARM>SHE"),  # too far apart
    ("she should be", "~SHE>NEED>BE"),  # three with no harm among them
    ("kill a b c her", "kill .. her"),
)


@pytest.mark.parametrize(("message", "name"), NOT_MADE_OF)
def test_what_a_message_is_not_made_of(message: str, name: str) -> None:
    groups = threat_parts.groups_from(LISTS, "SHE", "KILL", ROLES)
    assert name not in threat_parts.parts_of(folding.words_of(message), groups)


# ---- lines for a page ------------------------------------------------------------------------

CHAT = (
    say("2024-03-03 10:00", words="see you at six"),
    say("2024-03-03 11:00", words="I will kill you"),
    say("2024-03-03 12:00", SAM, way=Way.SENT, words="I will kill you if you are late, haha"),
    say("2024-03-03 13:00", SAM, way=Way.SENT, words="leave me alone"),
    say("2024-03-03 14:00", words="leave me alone"),
    say("2024-03-03 15:00", SAM, way=Way.SENT, words="stop calling me", state=State.FAILED),
    Row("2024-03-03 16:00", words="He will kill me one day", kind=Kind.DIARY),
)


def alex(file: CaseFile) -> Person:
    return next(p for p in file.people if p.key == "alex")


def cited(lines: tuple[Line, ...]) -> list[int]:
    return [row for line in lines for row in line.rows]


def test_threat_lines_cite_the_person_and_never_the_complainant() -> None:
    lines = sorting.threat_lines(case(CHAT), alex(case(CHAT)))
    assert lines[0].text.startswith("This only sorts messages")
    assert "average precision" in lines[1].text
    assert "chance gives 0.02" in lines[1].text
    assert lines[2].rows == (1,)
    assert re.fullmatch(
        r"To be read first, because of the words .*“kill”.*: “I will kill you”", lines[2].text
    )
    assert set(cited(lines)) <= {0, 1, 4}
    assert lines[-1].text == "Looked at: the latest 5,000 messages of Alex at most."


def test_as_many_lines_as_asked_for() -> None:
    file = case(CHAT)
    assert [len(cited(sorting.threat_lines(file, alex(file), most=n))) for n in (0, 1)] == [0, 1]


def test_refusal_lines_cite_what_the_complainant_sent() -> None:
    file = case(CHAT)
    lines = sorting.refusal_lines(file, alex(file))
    assert cited(lines) == [3]
    assert "None of them counts until you pick the message" in lines[0].text
    assert lines[1].text == "May be a refusal, because of “leave me alone”: “leave me alone”"
    assert lines[-1].text == "Looked at: the earliest 5,000 messages of Sam at most."


def test_none_proposed_is_not_none_sent() -> None:
    file = case(CHAT[:2])
    lines = sorting.refusal_lines(file, alex(file))
    assert cited(lines) == []
    assert lines[0].text.endswith("That is not the same as none was sent.")


def test_replies_that_are_not_known_are_said_to_be_so() -> None:
    file = replace(case(CHAT), relationship_of=None)
    (line,) = sorting.refusal_lines(file, alex(file))
    assert "could not be worked out" in line.text


def test_what_was_not_looked_at_is_said() -> None:
    long = say("2024-03-04 10:00", words="kill " + "x " * 3_000)
    file = case([*CHAT, long])

    def torn(row: int) -> Event:
        if row == 1:
            raise RainbookError("The sealed file is not there.")
        return whole(row)

    whole = file.event
    lines = sorting.threat_lines(replace(file, event=torn), alex(file))
    texts = {line.text: line.rows for line in lines}
    assert texts[
        "The words of 1 message could not be read again, so they were not looked at."
    ] == (1,)
    assert texts["Of 1 message only the first 4,000 characters were looked at."] == (7,)


def test_of_more_than_5000_the_latest_are_sorted_and_the_earliest_looked_at_for_refusals() -> None:
    times = [f"2024-03-0{d} {h:02}:{m:02}" for d in range(1, 5) for h in range(24)
             for m in range(60)][:5_001]
    theirs = case([say(t, words="kill" if n == 0 else None) for n, t in enumerate(times)])
    lines = sorting.threat_lines(theirs, alex(theirs))
    assert cited(lines) == []
    assert lines[-1].text.endswith("1 message more stood outside that.")
    first_and_last = {0: "please stop", 5_000: "leave me alone"}
    own = case([say(t, SAM, way=Way.SENT, words=first_and_last.get(n, "ok"))
                for n, t in enumerate(times)])
    assert cited(sorting.refusal_lines(own, alex(own))) == [0]


def test_hostile_words_are_shown_without_what_turns_them_round() -> None:
    file = case([say("2024-03-03 10:00", words="\u202eI will\nkill\u200b you\u202c")])
    text = sorting.threat_lines(file, alex(file))[2].text
    assert text.endswith(": “I will kill you”")
