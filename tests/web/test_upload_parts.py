"""How a form with files is taken apart, what a file is called, and the pipe to the seal.

The one thing a reader would get wrong: a form may be cut anywhere on its way; what is found in it
must not depend on where.
"""

from __future__ import annotations

import threading
import time
from typing import Any

import pytest

from rainbook.web.uploads import Begun, Ended, Field, FormNotRead, Piece, Pipe, UploadStopped
from rainbook.web.uploads.names import LONGEST_NAME, last_part
from rainbook.web.uploads.parts import MOST_PARTS, Parts
from tests.web.sending import END, KIND, LAST, begin, field

FORMS = (
    ("one field", field("own", "yes") + LAST, [Field("own", "yes")]),
    (
        "a file", begin("chat.txt") + b"ab" + END + LAST,
        [Begun("files", "chat.txt"), Piece(b"ab"), Ended()],
    ),
    ("an empty file", begin("none.txt") + END + LAST, [Begun("files", "none.txt"), Ended()]),
    ("no file chosen", begin("") + END + LAST, [Begun("files", ""), Ended()]),
    (
        "letters a browser writes as codes", begin("a%22b%0D%0A.txt") + END + LAST,
        [Begun("files", 'a"b\r\n.txt'), Ended()],
    ),
    ("letters of other writings", begin("café 日.txt") + END + LAST,
     [Begun("files", "café 日.txt"), Ended()]),
)


@pytest.mark.parametrize(("_", "body", "expected"), FORMS, ids=[f[0] for f in FORMS])
@pytest.mark.parametrize("step", [1, 7, 100_000])
def test_a_form_is_taken_apart_wherever_it_is_cut(
    _: str, body: bytes, expected: list[object], step: int
) -> None:
    parts = Parts(KIND)
    found: list[Any] = []
    for at in range(0, len(body), step):
        for one in parts.feed(body[at : at + step]):
            if isinstance(one, Piece) and found and isinstance(found[-1], Piece):
                found[-1] = Piece(found[-1].data + one.data)
            else:
                found.append(one)
    parts.finish()
    assert found == expected


HOSTILE = (
    ("not a form", "text/plain", b"hello", "did not come from the form"),
    ("no line between", "multipart/form-data", b"hello", "did not come from the form"),
    (
        "a line between of 10,000 letters", f"multipart/form-data; boundary={'x' * 10_000}", b"",
        "broke off",
    ),
    ("nothing of the kind announced", KIND, b"rubbish", "broke off"),
    ("10,000 parts", KIND, field("a", "b") * 10_000 + LAST, "Add fewer files"),
    ("a header of a megabyte", KIND, begin("x" * (1 << 20)) + END + LAST, "broke off"),
    ("a field of a megabyte", KIND, field("how", "x" * (1 << 20)) + LAST, "longer than"),
    ("cut off in the middle", KIND, begin("a.txt") + b"abc", "broke off"),
    ("no end", KIND, field("own", "yes"), "broke off"),
)


@pytest.mark.parametrize(("_", "kind", "body", "says"), HOSTILE, ids=[h[0] for h in HOSTILE])
def test_what_is_no_form_of_ours_is_refused_in_a_plain_sentence(
    _: str, kind: str, body: bytes, says: str
) -> None:
    with pytest.raises(FormNotRead, match=says) as refused:
        parts = Parts(kind)
        for _one in parts.feed(body):
            pass
        parts.finish()
    assert str(refused.value).endswith(".")


def test_a_form_may_have_as_many_parts_as_it_says() -> None:
    parts = Parts(KIND)
    assert len(list(parts.feed(field("a", "b") * MOST_PARTS + LAST))) == MOST_PARTS


NAMES = (
    ("chat.txt", "chat.txt"),
    ("C:\\Users\\Sam\\chat.txt", "chat.txt"),
    ("../../etc/passwd", "passwd"),
    ("/", ""),
    ("..", ""),
    ("\x00", ""),
    ("CON", "CON"),
    ("a\x00b.txt", "a\x00b.txt"),
    ("\u202etxt.exe", "\u202etxt.exe"),
    ("x" * 100_000, "x" * LONGEST_NAME),
    ("a\ud800b", "a?b"),
)


@pytest.mark.parametrize(("given", "kept"), NAMES, ids=range(len(NAMES)))
def test_of_a_name_only_the_last_part_is_kept_and_only_so_much(given: str, kept: str) -> None:
    assert last_part(given) == kept


# the pipe between the browser and the seal

def test_a_pipe_gives_what_it_was_given_and_holds_no_more_than_it_may() -> None:
    pipe, got = Pipe(most=10), bytearray()
    assert pipe.offer(b"123456")
    assert pipe.offer(b"7890")
    assert not pipe.offer(b"x"), "it is full"
    buffer = bytearray(4)
    assert pipe.readinto(buffer) == 4
    got += buffer
    assert pipe.offer(b"ab")
    pipe.end()
    while some := pipe.readinto(buffer):
        got += buffer[:some]
    assert bytes(got) == b"1234567890ab"
    assert pipe.held == 0


@pytest.mark.parametrize("waiting", [False, True], ids=["before", "while it waits"])
def test_a_pipe_that_is_stopped_ends_the_reading(waiting: bool) -> None:
    pipe = Pipe()
    pipe.offer(b"half of it")
    pipe.readinto(bytearray(100))
    threading.Timer(0.3 if waiting else 0, pipe.stop).start()
    time.sleep(0 if waiting else 0.2)
    with pytest.raises(UploadStopped):
        pipe.readinto(bytearray(10))


def test_who_gives_to_a_pipe_nobody_reads_is_not_kept_waiting() -> None:
    pipe = Pipe(most=4)
    assert pipe.offer(b"1234")
    pipe.leave()
    assert pipe.offer(b"5678")
    assert pipe.held == 0
