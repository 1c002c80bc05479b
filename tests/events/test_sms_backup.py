"""SMS Backup & Restore: every type and box, the clocks, damage, forgery, and other people's files.

Instants are worked out by hand: 1719835200 is 2024-07-01 12:00:00 UTC, 13:00 in London.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest

from rainbook.events.sources.sms_backup import SOURCE
from rainbook.record import Account, Attachment, Call, Kind, State, Way
from tests.events.made_sms import ALEX, FROM_ALEX, MS, OWNER, PICTURE, one, sms
from tests.events.reading_back import Found, as_lines, claimed, export, read_all, specimens


@pytest.mark.parametrize("path", specimens("sms_backup"), ids=lambda p: p.name)
def test_specimen(path: Path, accept: Callable[[Path, str], None]) -> None:
    data = path.read_bytes()
    assert claimed(SOURCE, data)
    found = read_all(SOURCE, data)
    accept(path.with_name(path.name + ".expected.jsonl"), as_lines(found, data))


@pytest.mark.parametrize("path", specimens("sms_backup"), ids=lambda p: p.name)
@pytest.mark.parametrize("block", [1, 7, 64, 333])
def test_where_the_blocks_end_changes_nothing(path: Path, block: int) -> None:
    data = path.read_bytes()
    assert as_lines(read_all(SOURCE, data, block=block), data) == as_lines(
        read_all(SOURCE, data), data
    )


TYPES = [
    # type  kind          way           state                    actor
    ("1", Kind.MESSAGE, Way.RECEIVED, State.NORMAL, ALEX),
    ("2", Kind.MESSAGE, Way.SENT, State.NORMAL, OWNER),
    ("3", Kind.DRAFT, Way.UNKNOWN, State.NOT_YET_SENT, OWNER),
    ("4", Kind.MESSAGE, Way.SENT, State.NOT_YET_SENT, OWNER),
    ("5", Kind.MESSAGE, Way.SENT, State.FAILED, OWNER),
    ("6", Kind.MESSAGE, Way.SENT, State.NOT_YET_SENT, OWNER),
    ("7", Kind.MESSAGE, Way.RECEIVED, State.BLOCKED_BY_DEVICE, ALEX),
    ("8", Kind.MESSAGE, Way.SENT, State.NOT_YET_SENT, OWNER),
    ("19", Kind.SYSTEM_NOTE, Way.SYSTEM, State.NORMAL, ALEX),
    ("42", Kind.MESSAGE, Way.UNKNOWN, State.NORMAL, None),
    ("", Kind.MESSAGE, Way.UNKNOWN, State.NORMAL, None),
]


@pytest.mark.parametrize(("number", "kind", "way", "state", "actor"), TYPES)
def test_type_of_a_text(
    number: str, kind: Kind, way: Way, state: State, actor: Account | None
) -> None:
    found = one(sms(type=number))
    draft = found.drafts[0]
    assert (draft.kind, draft.way, draft.state, draft.actor) == (kind, way, state, actor)
    assert (draft.thread, draft.words) == ("+447700900101", "hello")
    assert found.warned(0) == (["unsupported_kind"] if number in ("42", "") else [])


U, R, S, M = Way.UNKNOWN, Way.RECEIVED, Way.SENT, Way.MISSED
CALLS = [
    # type, seconds, presentation, number  → kind, way, state, call, kind of account, thread
    ("1", "125", "1", "+447700900101", Kind.CALL, R, "NORMAL", "ANSWERED", "phone"),
    ("1", "0", "1", "+447700900101", Kind.CALL, R, "NORMAL", "OUTCOME_UNKNOWN", "phone"),
    ("1", "", "1", "+447700900101", Kind.CALL, R, "NORMAL", "OUTCOME_UNKNOWN", "phone"),
    ("2", "30", "1", "+447700900101", Kind.CALL, S, "NORMAL", "ANSWERED", "own"),
    ("2", "0", "1", "+447700900101", Kind.CALL, S, "NORMAL", "OUTCOME_UNKNOWN", "own"),
    ("3", "0", "1", "+447700900101", Kind.CALL, M, "NORMAL", "MISSED", "phone"),
    ("4", "9", "1", "+447700900101", Kind.VOICEMAIL, R, "NORMAL", "VOICEMAIL", "phone"),
    ("5", "0", "1", "+447700900101", Kind.CALL, M, "NORMAL", "REJECTED", "phone"),
    ("6", "0", "1", "+447700900101", Kind.CALL, M, "BLOCKED_BY_DEVICE", "BLOCKED", "phone"),
    ("7", "60", "1", "+447700900101", Kind.CALL, R, "NORMAL", "ANSWERED_ELSEWHERE", "phone"),
    ("11", "0", "1", "+447700900101", Kind.CALL, U, "NORMAL", "OUTCOME_UNKNOWN", None),
    ("3", "0", "1", "-1", Kind.CALL, M, "NORMAL", "MISSED", "withheld"),
    ("3", "0", "1", "-2", Kind.CALL, M, "NORMAL", "MISSED", "withheld"),
    ("3", "0", "1", "", Kind.CALL, M, "NORMAL", "MISSED", "withheld"),
    ("3", "0", "2", "+447700900101", Kind.CALL, M, "NORMAL", "MISSED", "withheld"),
    ("3", "0", "3", "", Kind.CALL, M, "NORMAL", "MISSED", "withheld"),
    ("3", "0", "4", "-3", Kind.CALL, M, "NORMAL", "MISSED", "withheld"),
]


@pytest.mark.parametrize(
    ("number", "seconds", "shown", "who", "kind", "way", "state", "call", "account"), CALLS
)
def test_type_of_a_call(
    number: str, seconds: str, shown: str, who: str, kind: Kind, way: Way, state: str, call: str,
    account: str | None,
) -> None:  # fmt: skip
    record = (
        f'<call number="{who}" duration="{seconds}" date="{MS}" type="{number}" '
        f'presentation="{shown}" />'
    )
    draft = read_all(SOURCE, f'<calls count="1">{record}</calls>'.encode()).drafts[0]
    assert (draft.kind, draft.way, draft.state.name, draft.call.name) == (kind, way, state, call)
    assert (draft.actor.kind if draft.actor else None) == account
    assert draft.duration == (int(seconds) if seconds else -1)
    assert draft.thread == (who if who.startswith("+") else None)


ADDRESSES = [
    ("+447700900101", "phone"), ("07700 900101", "phone"), ("(07700) 900-101", "phone"),
    ("88222", "phone"), ("PARCELCO", "id"), ("jo@example.org", "email"), ("-1", "withheld"),
    ("", "withheld"), ("null", "withheld"), ("+44 7700 900101 (Jo)", "id"),
]  # fmt: skip


@pytest.mark.parametrize(("written", "kind"), ADDRESSES)
def test_address(written: str, kind: str) -> None:
    assert one(sms(address=written)).drafts[0].actor == Account("phone", kind, written)


def test_null_is_nothing() -> None:
    draft = one(sms("null", subject="null", contact_name="(Unknown)")).drafts[0]
    assert draft.words is None
    assert (draft.more["body"], draft.more["subject"]) == (None, None)
    assert "contact_name" not in draft.more


def test_all_other_fields_are_kept() -> None:
    draft = one(sms(service_center="+447700900999", contact_name="Alex", x="1 &lt; 2")).drafts[0]
    assert draft.more == {
        "address": "+447700900101", "type": "1", "service_center": "+447700900999",
        "contact_name": "Alex", "x": "1 < 2",
    }  # fmt: skip


def test_a_field_given_twice_keeps_the_first_and_is_suspect() -> None:
    record = f'<sms address="+447700900101" date="{MS}" type="1" body="first" body="second" />'
    found = one(record)
    assert (found.words, found.warned(0)) == (["first"], ["forged_header_suspect"])
    assert found.drafts[0].more["given_twice"] == [["body", "second"]]


TO_OWNER = '<addr address="+447700900100" type="151" />'


def picture(
    box: str = "1", address: str = "+447700900101", m_type: str = "132", data: str = "aGVsbG8=",
    addrs: str = FROM_ALEX + TO_OWNER,
) -> Found:  # fmt: skip
    record = PICTURE.format(box=box, address=address, m_type=m_type, data=data, addrs=addrs)
    return one(record)


def test_a_picture_message() -> None:
    draft = picture().drafts[0]
    assert (draft.words, draft.actor, draft.sent) == ("one\ntwo", ALEX, 1719835190000000)
    digest = hashlib.sha256(b"hello").hexdigest()
    assert draft.attachments == (Attachment("dot.png", None, 5, digest, "image/png"),)
    assert (draft.more["subject"], draft.more["own_account"]) == ("Sunday", "+447700900100")
    assert [p["seq"] for p in draft.more["parts"]] == ["-1", "0", "1", "2"]
    assert all("data" not in p for p in draft.more["parts"])


@pytest.mark.parametrize("layout", ['seq="-1" ct="text/plain"', 'seq="0" ct="application/smil"'])
def test_a_layout_is_no_words_and_no_attachment(layout: str) -> None:
    parts = f'<part {layout} text="layout" /><part seq="0" ct="text/plain" text="words" />'
    draft = one(f'<mms date="{MS}" msg_box="1"><parts>{parts}</parts></mms>').drafts[0]
    assert (draft.words, draft.attachments) == ("words", ())


BOXES = [
    ("1", "132", Kind.MESSAGE, Way.RECEIVED, State.NORMAL, ALEX),
    ("2", "128", Kind.MESSAGE, Way.SENT, State.NORMAL, OWNER),
    ("3", "128", Kind.DRAFT, Way.UNKNOWN, State.NOT_YET_SENT, OWNER),
    ("4", "128", Kind.MESSAGE, Way.SENT, State.NOT_YET_SENT, OWNER),
    ("9", "132", Kind.MESSAGE, Way.UNKNOWN, State.NORMAL, None),
    ("1", "134", Kind.SYSTEM_NOTE, Way.SYSTEM, State.NORMAL, ALEX),  # a machine's report
]


@pytest.mark.parametrize(("box", "m_type", "kind", "way", "state", "actor"), BOXES)
def test_box_of_a_picture_message(
    box: str, m_type: str, kind: Kind, way: Way, state: State, actor: Account | None
) -> None:
    draft = picture(box, m_type=m_type).drafts[0]
    assert (draft.kind, draft.way, draft.state, draft.actor) == (kind, way, state, actor)


def test_a_group_is_a_thread_and_only_the_from_address_is_the_sender() -> None:
    group = "+447700900101~+447700900102"
    second = '<addr address="+447700900102" type="137" />'
    assert picture(address=group, addrs=second).drafts[0].actor == Account(
        "phone", "phone", "+447700900102"
    )
    nobody = picture(address=group, addrs='<addr address="insert-address-token" type="137" />')
    assert (nobody.drafts[0].actor, nobody.drafts[0].thread) == (None, group)


@pytest.mark.parametrize("data", ["null", "aGVsb", "aGV*bG8=", "aG=VsbG8="])
def test_a_picture_that_is_not_there_is_said(data: str) -> None:
    found = picture(data=data)
    assert found.drafts[0].attachments == (Attachment("dot.png", None, None, None, "image/png"),)
    assert found.warned(0) == ["missing_attachment"]


def test_a_picture_is_hashed_whatever_its_lines() -> None:
    whole = picture(data="aGVs\nbG8=&#10;").drafts[0].attachments
    assert whole == picture().drafts[0].attachments


OTHERS = "shruggietech__sms-backup-restore-parser/tests/fixtures/"
DEV = "devadvance__sms-backup-reader-2/"
ACCEPTANCE = [
    (DEV + "packages/lib/test-assets/sms_small.xml", 12, []),
    (DEV + "tests/e2e/fixtures/empty.xml", 0, []),
    (DEV + "tests/e2e/fixtures/sample_mms.xml", 4, []),
    ("novoid__Memacs/memacs/tests/data/smsxml.txt", 4, []),
    (OTHERS + "minimal_calls.xml", 1, []),
    (OTHERS + "minimal_mms.xml", 1, []),
    (OTHERS + "minimal_sms.xml", 1, []),
    (OTHERS + "malformed.xml", 0, ["broken_record", "truncated_tail", "count_mismatch"]),
]


@pytest.mark.parametrize(
    ("path", "rows", "codes"), ACCEPTANCE, ids=[a[0].split("/")[-1] for a in ACCEPTANCE]
)
def test_files_of_other_projects(path: str, rows: int, codes: list[str]) -> None:
    data = export(path)
    assert claimed(SOURCE, data)
    found = read_all(SOURCE, data)
    assert (len(found.table), found.codes) == (rows, codes)
    assert not found.table.warnings.any()


def test_instants_of_other_projects() -> None:
    small = read_all(SOURCE, export(DEV + "packages/lib/test-assets/sms_small.xml"))
    # 2017-12-02 14:49:27.463 UTC; the phone showed 06:49:27
    assert (small.drafts[0].earliest, small.drafts[0].sent) == (1512226167463000, 1512226166000000)
    assert {d.more["utc_offset_minutes"] for d in small.drafts} == {-480}
    assert small.words[9] == "Body text 10\nBody text 11\nBody text 12"
    assert [d.way for d in small.drafts].count(Way.SENT) == 4
    call = read_all(SOURCE, export(OTHERS + "minimal_calls.xml")).drafts[0]
    assert (call.earliest, call.duration, call.call) == (1609632000000000, 125, Call.ANSWERED)
    picture = read_all(SOURCE, export(OTHERS + "minimal_mms.xml")).drafts[0]
    assert (picture.earliest, picture.words) == (1609545600000000, "Hello from MMS!")
    assert (len(picture.more["parts"]), picture.attachments[0].size) == (3, 70)
    assert picture.actor == Account("phone", "phone", "+15559876543")


def test_the_place_of_damage_in_a_file_of_another_project() -> None:
    data = export(OTHERS + "malformed.xml")
    first = read_all(SOURCE, data).problems[0]
    assert (first.start, data[59:64]) == (59, b"<sms ")
