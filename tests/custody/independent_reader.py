"""A second reader of format 1, written from docs/format-v1.md alone.

The one thing a reader would get wrong: nothing of the project is imported here, on purpose. When
this file and the product disagree, the page is wrong or the product is.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import unicodedata
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF


def number(data: bytes) -> int:
    return int.from_bytes(data, "big")


def derive(master: bytes, info: str) -> bytes:
    return HKDF(SHA256(), 32, None, info.encode()).derive(master)


def line(fields: dict[str, Any]) -> bytes:
    return json.dumps(fields, sort_keys=True, separators=(",", ":")).encode() + b"\n"


def master_key(folder: Path, passphrase: str) -> bytes:
    secret = unicodedata.normalize("NFKC", passphrase).encode()
    for path in sorted((folder / "keys").glob("*.json")):
        slot = json.loads(path.read_bytes())
        if slot["kind"] == "recovery":
            continue
        assert 19456 <= slot["memory_kib"] <= 1048576
        assert 2 <= slot["passes"] <= 10
        assert 1 <= slot["lanes"] <= 16
        key = Argon2id(
            salt=bytes.fromhex(slot["salt"]), length=32, iterations=slot["passes"],
            lanes=slot["lanes"], memory_cost=slot["memory_kib"],
        ).derive(secret)
        bound = line({k: v for k, v in slot.items() if k not in ("check", "nonce", "wrapped")})
        try:
            return AESGCM(key).decrypt(
                bytes.fromhex(slot["nonce"]), bytes.fromhex(slot["wrapped"]), bound)
        except Exception:
            continue
    raise ValueError("no slot opens")


def records(folder: Path, master: bytes) -> tuple[list[dict[str, Any]], str]:
    """Return the records and the mark."""
    data, cipher = (folder / "log").read_bytes(), AESGCM(derive(master, "book 1 log"))
    found: list[dict[str, Any]] = []
    place, before = 0, bytes(32)
    while place < len(data):
        end = place + 4 + number(data[place:place + 4])
        record = data[place:end]
        assert number(record[4:12]) == len(found)
        assert record[12:44] == before
        plain = cipher.decrypt(record[44:56], record[56:], b"book 1 record" + record[4:44])
        found.append(json.loads(plain))
        before, place = hashlib.sha256(record).digest(), end
    head = (folder / "head").read_bytes()
    said = AESGCM(derive(master, "book 1 head")).decrypt(head[:12], head[12:], b"book 1 head")
    assert number(said[:8]) == len(found)
    assert said[8:40] == before
    assert number(said[40:48]) == len(data)
    assert number(said[48:56]) == sum(r["kind"] == "sealed" for r in found)
    digits = before.hex()
    return found, "-".join([str(len(found)), *(digits[n:n + 8] for n in (0, 8, 16, 24))])


def original(folder: Path, master: bytes, sha256: str) -> bytes:
    name = hmac.digest(derive(master, "book 1 file names"), bytes.fromhex(sha256), "sha256")
    data = (folder / "originals" / name.hex()[:2] / name.hex()).read_bytes()
    assert data[:8] == b"book 1 o"
    size = number(data[8:16])
    key = AESGCM(derive(master, "book 1 file keys")).decrypt(
        data[23:35], data[35:83], data[:23] + name)
    chunks = max(1, -(-size // 65536))
    assert len(data) == 83 + size + 16 * chunks
    plain = b""
    for n in range(chunks):
        nonce = data[16:23] + n.to_bytes(4, "big") + bytes([n == chunks - 1])
        plain += AESGCM(key).decrypt(nonce, data[83 + n * 65552:83 + (n + 1) * 65552], None)
    assert hashlib.sha256(plain).hexdigest() == sha256
    return plain


def read_book(folder: Path, passphrase: str) -> dict[str, Any]:
    """Return the log, the mark and the plain bytes of every original, or raise."""
    assert (folder / "format").read_bytes() == b"book 1\n"
    master = master_key(folder, passphrase)
    log, mark = records(folder, master)
    held = {r["body"]["sha256"]: original(folder, master, r["body"]["sha256"])
            for r in log if r["kind"] == "sealed"}
    return {"log": log, "mark": mark, "originals": held}
