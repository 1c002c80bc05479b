"""Makes small lists of texts for the tests: invented people, one o'clock in London on 1 July 2024.

The one thing a reader would get wrong: what a list declares is true unless a test says otherwise.
"""

from __future__ import annotations

from rainbook.events.sources.sms_backup import SOURCE
from rainbook.record import Account
from tests.events.reading_back import Found, read_all

MS = 1719835200000
OWNER = Account("phone", "own", "owner of this phone")
ALEX = Account("phone", "phone", "+447700900101")
PICTURE = """<mms date="1719835200000" msg_box="{box}" sub="Sunday" address="{address}"
 m_type="{m_type}" date_sent="1719835190"><parts>
<part seq="-1" ct="application/smil" text="&lt;smil/&gt;" data="aGk=" />
<part seq="0" ct="image/png" name="null" cl="dot.png" text="null" data="{data}" />
<part seq="1" ct="text/plain" text="one" /><part seq="2" ct="text/plain" text="two" />
</parts><addrs>{addrs}</addrs></mms>"""
FROM_ALEX = '<addr address="+447700900101" type="137" />'


def smses(*records: str, count: int | None = None) -> bytes:
    """Return a list of records; what it declares is true unless said otherwise."""
    declared = len(records) if count is None else count
    return f'<smses count="{declared}">\n{"".join(records)}</smses>'.encode(
        "utf-8", "surrogatepass"
    )


def sms(body: str = "hello", **fields: str) -> str:
    """Return a received text from Alex at 12:00 UTC, with fields changed or added."""
    all_fields = {"address": "+447700900101", "date": str(MS), "type": "1", "body": body} | fields
    return "<sms " + " ".join(f'{k}="{v}"' for k, v in all_fields.items()) + " />\n"


def one(record: str) -> Found:
    found = read_all(SOURCE, smses(record))
    assert (len(found.table), found.codes) == (1, [])
    return found
