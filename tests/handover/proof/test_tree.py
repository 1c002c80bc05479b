"""The tree of an original, worked out a second time from the page alone.

The one thing a reader would get wrong: `Page` below shares no code with the program; it is slow and
follows docs/bundle-format.md line by line.
"""

from __future__ import annotations

import hashlib
import json
import random
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from rainbook.handover.proof.forms import levels_of, path_of, root_from, root_of
from rainbook.handover.proof.labels import threads_of
from rainbook.handover.proof.opening import open_some
from rainbook.handover.proof.parts import GivenThread
from rainbook.handover.proof.pieces import APART, PIECE, RecordNotThere, digests
from rainbook.handover.proof.seeds import salts
from rainbook.handover.proof.tree import unpack
from rainbook.handover.proof.vrf import key_from, output
from rainbook.handover.proof.walking import body_of, check_ranges


def h(*parts: bytes) -> bytes:
    return hashlib.sha256(b"".join(parts)).digest()


def u(number: int, size: int = 8) -> bytes:
    return number.to_bytes(size, "big")


def text(words: str) -> bytes:
    return u(len(words.encode()), 4) + words.encode()


def node(leaves: list[bytes]) -> bytes:
    if len(leaves) == 1:
        return leaves[0]
    k = 1
    while 2 * k < len(leaves):
        k *= 2
    return h(b"\x01", node(leaves[:k]), node(leaves[k:]))


def page_salts(seed: bytes, count: int) -> list[bytes]:
    if count == 1:
        return [seed]
    k = 1
    while 2 * k < count:
        k *= 2
    return page_salts(h(b"\x10", seed), k) + page_salts(h(b"\x11", seed), count - k)


def page_head(
    raw: bytes, name: str, seed: bytes, threads: dict[bytes, list[tuple[int, int]]],
    readings: dict[str, Any], tool: str,
) -> str:
    """The head O of a file without members, of which every byte was read."""
    key = key_from(h(b"rb1 vrf", seed))
    entries = []
    for label, spans in threads.items():
        own = h(b"rb1 thread", seed, label)
        leaves = [
            h(b"\x00", salt, text(""), u(a), u(b), h(raw[a:b]))
            for salt, (a, b) in zip(page_salts(own, len(spans)), spans, strict=True)
        ]
        body = h(b"\x02", h(b"rb1 thread blind", own), u(len(spans)), node(leaves))
        index = output(key, label)[:32]
        entries.append((index, h(b"\x03", index, body)))
    root = node([e for _, e in sorted(entries)]) if entries else h(b"\x08")
    told = json.dumps({"name": name, "readings": readings}, sort_keys=True, separators=(",", ":"))
    reading = json.dumps(
        {
            "records": sum(map(len, threads.values())),
            "told": h(b"\x0a", h(b"rb1 blind told", seed), text(told)).hex(),
            "tool": tool,
            "unread": [0, 0],
        },
        sort_keys=True,
        separators=(",", ":"),
    )
    file = h(b"\x04", h(b"rb1 blind file", seed), h(raw), u(len(raw)))
    read_as = h(b"\x05", h(b"rb1 blind reading", seed), text(reading))
    return h(b"\x06", file, read_as, u(len(entries)), key.public, root).hex()


def test_the_head_is_what_the_page_says(parts: SimpleNamespace) -> None:
    made = parts.made
    records = [
        *made.from_sam("one", "zwei", "drei, vier"),
        made.Rec(words="no thread", thread=None),
        made.Rec(words="nobody", who=None, thread=None),
        *made.from_mum("fünf"),
    ]
    world = made.World([made.File("sms.xml", records, "sms_backup")])
    original = world.case.originals[0]
    raw = world.made.blobs[original.sha256]
    # "0|one" LF "1|zwei" LF "2|drei, vier" LF "3|no thread" LF "4|nobody" LF "5|fünf" LF
    threads = {
        b"\x01+44 7700 900123": [(0, 5), (6, 12), (13, 25)],
        b"\x02whatsapp\x00phone\x00+44 7700 900123": [(26, 37)],
        b"\x00": [(38, 46)],
        b"\x01+44 7700 900777": [(47, 54)],
    }
    readings = {"": {"source": "sms_backup"}}
    seed = made.seed_of(original.sha256)
    wanted = page_head(raw, "sms.xml", seed, threads, readings, made.TOOL)
    assert world.trees[original.sha256].head.hex() == wanted


def test_a_file_with_nothing_in_it_has_a_head(parts: SimpleNamespace) -> None:
    made = parts.made
    files = [made.File("chat.txt", made.from_sam("x")), made.File("empty.txt", [])]
    world = made.World(files)
    empty = world.case.originals[1]
    wanted = page_head(
        b"", "empty.txt", made.seed_of(empty.sha256), {}, {"": {"source": "whatsapp"}}, made.TOOL
    )
    assert world.trees[empty.sha256].head.hex() == wanted


@pytest.mark.parametrize("count", [1, 2, 3, 4, 5, 6, 7, 8, 9, 15, 16, 17, 33])
def test_salts_roots_and_paths_of_every_shape(count: int) -> None:
    leaves = [h(u(n)) for n in range(count)]
    assert salts(b"s" * 32, count) == page_salts(b"s" * 32, count)
    assert root_of(leaves) == node(leaves)
    levels = levels_of(leaves)
    for place, leaf in enumerate(leaves):
        path = path_of(levels, place)
        assert root_from(leaf, place, count, path) == node(leaves)
        assert root_from(leaf, place, count, [*path, leaf]) is None
        if path:
            assert root_from(leaf, place, count, path[:-1]) is None
            assert root_from(h(leaf), place, count, path) != node(leaves)


def test_labels_follow_the_source_and_not_the_decisions(several: Any) -> None:
    labels = threads_of(several.case.table).labels
    assert b"\x01+44 7700 900123" in labels
    assert b"\x02whatsapp\x00phone\x00+44 7700 900123" in labels  # his card, in no thread
    assert b"\x01+44 7700 900311" in labels


def test_a_kept_tree_is_the_same_or_is_not_taken(several: Any, parts: SimpleNamespace) -> None:
    tree = next(iter(several.trees.values()))
    blob = tree.pack("asked")
    assert unpack(blob, "asked", parts.made.TOOL) == tree
    for other in (
        unpack(blob, "asked otherwise", parts.made.TOOL),
        unpack(blob, "asked", "another version"),
        unpack(blob[:-1], "asked"),
        unpack(b"[]", "asked"),
        unpack(b"\xff", "asked"),
        unpack(blob.replace(b"proof tree 1", b"proof tree 0"), "asked"),
        unpack(blob.replace(b'"head":"', b'"head":"z'), "asked"),
    ):
        assert other is None


def test_bytes_are_read_in_pieces_and_hashed_in_the_order_asked() -> None:
    raw = np.random.default_rng(3).integers(0, 256, PIECE + 3 * APART, np.uint8).tobytes()
    size = len(raw)
    spans = [(size - 9, size), (0, 5), (5, 6), (7, 7 + PIECE + 1), (APART * 2, APART * 2 + 1)]
    asked: list[int] = []

    def read(member: str | None, start: int, end: int) -> bytes:
        asked.append(end - start)
        return raw[start:end]

    start, end = (np.array(side, np.int64) for side in zip(*spans, strict=True))
    found = digests(read, (None,), np.zeros(5, np.int64), start, end)
    assert found == b"".join(h(raw[a:b]) for a, b in spans)
    assert max(asked) <= PIECE
    with pytest.raises(RecordNotThere):
        digests(read, (None,), np.zeros(1, np.int64), start[:1], end[:1] + 1)


def test_any_choice_of_records_leads_back_to_the_same_body() -> None:
    chance, of_thread = random.Random(6), h(b"a thread")
    for count in (1, 2, 3, 7, 8, 21, 40):
        place = [("", 10 * n, 10 * n + 9) for n in range(count)]
        found = [h(u(n)) for n in range(count)]
        leaves = [
            h(b"\x00", salt, text(path), u(a), u(b), digest)
            for salt, (path, a, b), digest in zip(
                page_salts(of_thread, count), place, found, strict=True
            )
        ]
        blind = h(b"rb1 thread blind", of_thread)
        body = h(b"\x02", blind, u(count), node(leaves))
        for _ in range(12):
            given = np.array([chance.random() < chance.random() for _ in range(count)], bool)
            made = open_some(given, of_thread, leaves)
            rows = np.flatnonzero(given).tolist()
            thread = GivenThread(
                0, (), b"", None, None, blind, count, tuple((a, b) for a, b in made.ranges),
                tuple(bytes.fromhex(s) for s in made.seeds),
                tuple(bytes.fromhex(s) for s in made.hashes),
                tuple(place[r] for r in rows),
            )
            check_ranges(thread)
            assert body_of(thread, [found[r] for r in rows]) == body
            closed = [leaves[r].hex() for r in range(count) if not given[r]]
            secret = {page_salts(of_thread, count)[r].hex() for r in range(count) if not given[r]}
            assert not secret & set(made.seeds)  # no salt of a withheld record is given
            assert count == 1 or of_thread.hex() not in made.seeds or not closed
