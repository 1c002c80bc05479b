"""Damaged and forged lists: a fault costs itself alone, and no forged record is an event."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rainbook.events.sources.interface import Asked
from rainbook.events.sources.sms_backup import SOURCE, NotARecord, SmsBackup
from rainbook.record import Attachment
from tests.events.made_sms import FROM_ALEX, MS, PICTURE, one, sms, smses
from tests.events.reading_back import Held, claimed, read_all


@pytest.mark.parametrize("block", [100, 1 << 20])
def test_a_field_over_the_limit_is_cut_and_its_bytes_counted(block: int) -> None:
    source = SmsBackup(cut_at=1000)
    found = read_all(source, smses(sms("x" * 5000), sms("short")), block=block)
    assert found.words == ["x" * 1000, "short"]
    assert [found.warned(0), found.warned(1)] == [["cut"], []]
    big = PICTURE.format(
        box="1", address="+447700900101", m_type="132", data="QUJD" * 999, addrs=FROM_ALEX
    )
    held = read_all(source, smses(big))
    assert held.drafts[0].attachments == (Attachment("dot.png", None, None, None, "image/png"),)
    assert held.warned(0) == ["cut"]


FORGED = "<sms address='+447700900102' date='1' type='2' body='come over' />"
FORGERIES = [
    ("in a double-quoted value", sms(f"look {FORGED}"), 1, []),
    ("in a comment", f"<!-- {FORGED} -->" + sms(), 1, []),
    ("on a line of its own in a comment", f"<!--\n{FORGED}\n-->" + sms(), 1, []),
    ("in CDATA", f"<![CDATA[\n{FORGED}\n]]>" + sms(), 1, ["text_between_records"]),
    ("in an instruction", f"<?x\n{FORGED}\n?>" + sms(), 1, []),
    ("in a comment that never ends", sms() + f"<!--\n{FORGED}", 1, ["truncated_tail"]),
    ("in a damaged record", f'<sms body="x" y "look {FORGED} />\n' + sms(), 1, ["broken_record"]),
    ("in a picture message", f'<mms date="{MS}" address="1"><parts>{FORGED}</parts></mms>', 1,
     ["broken_record", "unknown_element", "unknown_element"]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("where", "record", "rows", "codes"), FORGERIES, ids=[f[0] for f in FORGERIES]
)
def test_forged_record(where: str, record: str, rows: int, codes: list[str]) -> None:
    data = b"<smses>\n" + record.encode() + b"</smses>"
    found = read_all(SOURCE, data)
    assert (len(found.table), found.codes) == (rows, codes)
    if where != "in a picture message":  # there it stands as a record, and is one
        assert "come over" not in found.words


def test_a_raw_tag_in_a_message_is_words_and_suspect() -> None:
    found = one(sms(f"look {FORGED}"))
    assert (found.words, found.warned(0)) == ([f"look {FORGED}"], ["forged_header_suspect"])


DAMAGE = [
    ("a quote that is never closed", '<sms address="1" body="open />\n', "broken_record"),
    ("the same on one line", '<sms address="1" body="open />', "broken_record"),
    ("an attribute without a value", '<sms address="1" body= ', "broken_record"),
    ("no space between attributes", '<sms address="1"body="2" />\n', "broken_record"),
    ("a tag that never closes", '<sms address="1"\n', "broken_record"),
    ("a picture message without its end", '<mms date="1"><parts></parts>\n', "broken_record"),
    ("a tag nobody knows", "<other>", "unknown_element"),
    ("words", "some words", "text_between_records"),
    ("NUL bytes", "\x00\x00\x00", "text_between_records"),
    ("an end without a beginning", "</mms>", "unknown_element"),
]


@pytest.mark.parametrize(("what", "text", "code"), DAMAGE, ids=[d[0] for d in DAMAGE])
def test_damage_costs_itself_alone(what: str, text: str, code: str) -> None:
    data = smses(sms("before"), text, sms("after"), count=2)
    found = read_all(SOURCE, data)
    assert (found.words, found.codes) == (["before", "after"], [code])
    at = data.index(text.encode())
    assert found.problems[0].start == at
    assert str(at) in found.problems[0].sentence
    assert read_all(SOURCE, data, block=5).codes == [code]


def test_a_file_that_ends_early_says_where() -> None:
    whole = smses(sms("kept"), sms("lost"))
    cut = whole[: whole.index(b"lost")]
    found = read_all(SOURCE, cut)
    assert (found.words, found.codes) == (["kept"], ["truncated_tail", "count_mismatch"])
    assert found.problems[0].start == whole.rindex(b"<sms ")


@pytest.mark.parametrize(("declared", "codes"), [("1", []), ("2", ["count_mismatch"]), ("x", [])])
def test_declared_count(declared: str, codes: list[str]) -> None:
    found = read_all(SOURCE, f'<smses count="{declared}">{sms()}</smses>'.encode())
    assert found.codes == codes
    assert all(p.start is None for p in found.problems)


DOCTYPES = [
    '<!DOCTYPE smses [<!ENTITY a "b">]>' + smses(sms()).decode(),
    "<!doctype smses>" + smses(sms()).decode(),
    smses(sms(), "<!ENTITY x 'y'>", sms()).decode(),
    smses(sms()).decode() + "\n<!DOCTYPE late>",
]


@pytest.mark.parametrize("text", DOCTYPES)
def test_a_doctype_refuses_the_file(text: str) -> None:
    data = text.encode()
    assert claimed(SOURCE, data)
    found = read_all(SOURCE, data, block=3)
    assert (len(found.table), found.codes) == (0, ["doctype_refused"])
    assert (found.problems[0].start, found.problems[0].end) == (0, len(data))


def test_words_about_a_doctype_are_words() -> None:
    assert one(sms("<!DOCTYPE html>")).words == ["<!DOCTYPE html>"]


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_says_what_to_do(encoding: str) -> None:
    mark = b"\xff\xfe" if encoding == "utf-16-le" else b"\xfe\xff"
    data = mark + smses(sms()).decode().encode(encoding)
    assert claimed(SOURCE, data)
    found = read_all(SOURCE, data)
    assert found.codes == ["utf16_not_read"]
    assert "UTF-8" in found.problems[0].sentence


CLAIMS = [
    (b'<?xml version="1.0"?><smses count="0">', True), (b"\xef\xbb\xbf<calls>", True),
    (b"<!-- a --><smses>", True), (b"<alllogs count='1'>", True), (b"<!DOCTYPE x><smses>", True),
    (b"<html><body><smses></body></html>", False), (b"<!-- <smses> --><other>", False),
    (b"12/03/2024, 21:05 - Alex: <smses>", False), (b"", False), (b"Date,What happened", False),
]  # fmt: skip


@pytest.mark.parametrize(("head", "mine"), CLAIMS)
def test_claims(head: bytes, mine: bool) -> None:
    assert claimed(SOURCE, head, "x.xml") is mine


@pytest.mark.parametrize("span", [b"", b"<sms ", b"words", smses(sms(), sms()), b"<other />"])
def test_bytes_that_are_no_record_are_refused(span: bytes) -> None:
    with pytest.raises(NotARecord, match="not one whole record"):
        SOURCE.reread(span, {"encoding": "utf-8"})


PIECES = st.sampled_from(
    [
        *(sms(), sms("'"), "<parts>", "<part ct='text/plain' text='t'/>", "<smses count='2'>"),
        *("<sms ", "<mms ", "<call ", "/>", ">", "'", '"', "=", "\n", "<!--", "-->", "<![CDATA["),
        *("]]>", "</smses>", "</mms>", "</sms>", "x", "&#55357;", "\x00", "<", "body=", " ", "<?"),
    ]
)


@given(st.lists(PIECES, max_size=30), st.sampled_from([1, 5, 64, 1 << 20]))
def test_whatever_the_pieces_every_byte_is_accounted_for(pieces: list[str], block: int) -> None:
    data = b"<smses>" + "".join(pieces).encode()
    if b"<!D" not in data:
        one_way = read_all(SOURCE, data, block=block)
        assert one_way.spans == read_all(SOURCE, data).spans


HOSTILE = [
    "<sms " * 200_000,
    '<sms a="' * 100_000,
    "<mms a='1'>" * 100_000,
    "\n" * 1_000_000 + "<",
    "<!" * 300_000,
    "<sms " + "a='1' " * 100_000,
    '"' * 500_000,
    "<sms " + " " * 1_000_000,
    "<" * 500_000,
    "<sms a='" + "\n<sms " * 100_000,
    "<mms a='1'>" + "<part ct='text/plain' text='t'/>" * 100_000,
]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_ends_soon(text: str) -> None:
    """Each takes seconds; going over the same bytes again and again would take hours."""
    began = time.process_time()
    rows = sum(len(t) for t in SOURCE.read(Held(("<smses>" + text).encode()), Asked()))
    assert rows == 0
    assert time.process_time() - began < 60
