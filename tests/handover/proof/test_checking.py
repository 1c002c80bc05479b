"""A hostile proof gives a plain sentence, never an error, and never a claim."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from rainbook.handover.proof.checking import check_proof
from rainbook.handover.proof.in_bundle import file_in
from rainbook.handover.proof.said import named_as
from rainbook.handover.proof.strict import Refused
from rainbook.record import RainbookError

Put = Callable[[dict[str, bytes]], Path]
PROOF = "proof/proof.json"


@pytest.fixture(scope="module")
def withheld(parts: SimpleNamespace) -> dict[str, bytes]:
    files: dict[str, bytes] = parts.made.in_memory(parts.good["some-withheld"].make(parts.made))
    return files


@pytest.mark.parametrize(
    ("raw", "what"),
    [
        (b"", "unreadable"),
        (b"null\n", "unreadable"),
        (b"[]", "unreadable"),
        (b"{}", "unreadable"),
        (b"[" * 200_000, "unreadable"),
        (b'{"a":' * 200_000, "unreadable"),
        (b"\xff\xfe", "unreadable"),
        (b"1e999", "unreadable"),
        (b"9" * 10_000, "unreadable"),
        (b'"\\ud800"', "unreadable"),
    ],
)
def test_what_is_no_proof(withheld: dict[str, bytes], put: Put, raw: bytes, what: str) -> None:
    checked = check_proof(put({**withheld, PROOF: raw}))
    assert [f.what for f in checked.faults] == [what]
    assert checked.said == ()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"format":', '"format":"rainbook proof 1","format":'),  # a key twice
        ('"threads":3', '"threads":3.0'),
        ('"threads":3', '"threads":NaN'),
        ('"threads":3', '"threads":true'),
        ('"threads":3', '"threads":-1'),
        ('"threads":3', '"threads":9007199254740992'),
        ('"threads":3', '"threads":' + "9" * 5000),
        ('"count":11', '"count":9007199254740991'),
        ('"member":""', '"member":"\\ud800"'),
    ],
)
def test_json_that_two_programs_could_read_in_two_ways(
    withheld: dict[str, bytes], put: Put, old: str, new: str
) -> None:
    raw = withheld[PROOF].decode()
    assert old in raw
    checked = check_proof(put({**withheld, PROOF: raw.replace(old, new).encode()}))
    assert len(checked.faults) == 1
    assert checked.said == ()


def _places(value: Any, at: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    yield at
    if isinstance(value, dict):
        for name in value:
            yield from _places(value[name], (*at, name))
    elif isinstance(value, list):
        for number, one in enumerate(value):
            yield from _places(one, (*at, number))


NASTY: list[Any] = [
    None, True, -1, 0, 1, 2**53 - 1, 2**53, 2**64, 1.5, "", "00", "00" * 32, "zz", "\ud800", [],
    [[]], {}, {"whole": "."}, {"whole": "exhibits"}, {"extracts": []}, "../x", [[0, 2**53 - 1]],
    [0, 0, 0], "01" + "00" * 31,
]


def test_any_part_replaced_by_anything_is_refused_or_says_the_same(
    withheld: dict[str, bytes], put: Put
) -> None:
    folder, chance = put(withheld), random.Random(4)
    whole = check_proof(folder).said
    places = [p for p in _places(json.loads(withheld[PROOF])) if p]
    for place in [chance.choice(places) for _ in range(250)]:
        proof = json.loads(withheld[PROOF])
        inside = proof
        for step in place[:-1]:
            inside = inside[step]
        before, inside[place[-1]] = inside[place[-1]], chance.choice(NASTY)
        (folder / PROOF).write_text(json.dumps(proof))
        checked = check_proof(folder)
        if inside[place[-1]] == before and type(inside[place[-1]]) is type(before):
            continue
        if place[0] == "labels" and place[-1] == "person" and not checked.faults:
            continue  # what the complainant calls somebody is no part of the proof
        assert len(checked.faults) == 1, place
        assert checked.said == (), place
    assert whole


def test_a_byte_changed_anywhere_in_the_proof_is_refused(
    withheld: dict[str, bytes], put: Put
) -> None:
    folder, chance = put(withheld), random.Random(5)
    raw = withheld[PROOF]
    person = raw.index(b'"person":')
    for place in chance.sample(range(len(raw) - 1), 150):
        if person <= place < person + 40:
            continue
        changed = bytearray(raw)
        changed[place] ^= 1 << chance.randrange(7)
        (folder / PROOF).write_bytes(bytes(changed))
        assert len(check_proof(folder).faults) == 1, place


@pytest.mark.parametrize(
    "name", ["", ".", "..", "/etc/hosts", "a/../b", "exhibits/", "exhibits//x", "c:x", "a\\b", "é",
             "exhibits", "nul\x00", "... /x", "exhibits/AB1-extract.txt\n"]
)
def test_names_that_are_no_files_of_a_bundle(
    withheld: dict[str, bytes], put: Put, name: str
) -> None:
    folder = put(withheld)
    with pytest.raises(Refused):
        file_in(folder, name)
    assert file_in(folder, "exhibits/AB1-extract.txt").is_file()


def test_a_link_is_not_followed(withheld: dict[str, bytes], put: Put, tmp_path: Path) -> None:
    folder = put(withheld)
    real = folder / "exhibits/AB1-extract.txt"
    real.rename(tmp_path / "elsewhere.txt")
    try:
        real.symlink_to(tmp_path / "elsewhere.txt")
    except OSError:
        pytest.skip("links cannot be made here")
    assert "only a link" in check_proof(folder).faults[0].sentence


def test_no_proof_is_missing(tmp_path: Path) -> None:
    assert [f.what for f in check_proof(tmp_path).faults] == ["missing"]


def test_a_stamp_that_does_not_hold_ends_it(parts: SimpleNamespace, put: Put) -> None:
    files = parts.made.in_memory(parts.good["stamped"].make(parts.made))
    checked = check_proof(put(files), lambda token, digest: "The certificate had run out.")
    assert "The certificate had run out." in checked.faults[0].sentence
    assert checked.said == ()

    def raises(token: bytes, digest: bytes) -> tuple[str, str]:
        raise RainbookError("It is no stamp at all.")

    checked = check_proof(put(files), raises)
    assert "It is no stamp at all." in checked.faults[0].sentence


def test_a_stamp_says_whether_it_speaks_of_what_was_found(
    parts: SimpleNamespace, put: Put
) -> None:
    def stamp_check(token: bytes, digest: bytes) -> tuple[str, str]:
        assert token == b"not a token"
        return "2024-06-01T12:00:00Z", "an authority"

    files = parts.made.in_memory(parts.good["read-anew"].make(parts.made))
    (said,) = (s for s in check_proof(put(files), stamp_check).said if "stamp by" in s)
    assert "nothing about what was found" in said
    files = parts.made.in_memory(parts.good["stamped"].make(parts.made))
    first, second = (s for s in check_proof(put(files), stamp_check).said if "stamp by" in s)
    assert "the first 2 of the 3 files, and what was found in them" in first
    assert "these files, and what was found in them" in second


def test_what_is_said_is_said_with_the_numbers(withheld: dict[str, bytes], put: Put) -> None:
    said = check_proof(put(withheld)).said
    assert said[0] == "This bundle gives 9 records."
    assert said[1] == (
        "8 records given here and 3 more that are withheld (as hashes only) are all that version "
        "9.9.9 of the program finds, in 1 file of which the last was sealed on "
        "2024-06-01T10:00:00.000+00:00, in the threads and under the accounts named as follows: "
        "the thread “+44 7700 900123” (Sam Marsh)."
    )
    assert said[2] == "Nowhere in 1 file is there another thread or account of these names."
    assert said[3] == (
        "1 further record from 1 thread whose names are not given (such as a diary, or a group); "
        "3 more there are withheld. "
        "Whether there are other such threads is not shown."
    )


@pytest.mark.parametrize(
    ("label", "said"),
    [
        (b"\x01Sam", "the thread “Sam”"),
        (b"\x01\xe2\x80\xaeSam\nall of it", "the thread “⟦U+202E⟧Sam all of it”"),
        (b"\x02sms\x00phone\x00+44 7700 900123", "the account “+44 7700 900123” (sms, phone)"),
        (b"\x02sms", "an unknown name"),
        (b"\x00", "records without a thread or an account"),
        (b"", "an unknown name"),
    ],
)
def test_a_name_in_plain_words(label: bytes, said: str) -> None:
    """The other person may have chosen it: it cannot turn a sentence round or start a new one."""
    assert named_as(label) == said
