"""The VRF against the vectors of RFC 9381, appendix B.3, and against whoever forges."""

from __future__ import annotations

import hashlib

import pytest

from rainbook.handover.proof.vrf import key_from, output, prove, usable, verify

RFC = [
    # secret key, public key, alpha, pi, beta
    (
        "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
        "",
        "8657106690b5526245a92b003bb079ccd1a92130477671f6fc01ad16f26f723f26f8a57ccaed74ee1b190bed1f47"
        "9d9727d2d0f9b005a6e456a35d4fb0daab1268a1b0db10836d9826a528ca76567805",
        "90cf1df3b703cce59e2a35b925d411164068269d7b2d29f3301c03dd757876ff66b71dda49d2de59d03450451af0"
        "26798e8f81cd2e333de5cdf4f3e140fdd8ae",
    ),
    (
        "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
        "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
        "72",
        "f3141cd382dc42909d19ec5110469e4feae18300e94f304590abdced48aed5933bf0864a62558b3ed7f2fea45c92"
        "a465301b3bbf5e3e54ddf2d935be3b67926da3ef39226bbc355bdc9850112c8f4b02",
        "eb4440665d3891d668e7e0fcaf587f1b4bd7fbfe99d0eb2211ccec90496310eb5e33821bc613efb94db5e5b54c70"
        "a848a0bef4553a41befc57663b56373a5031",
    ),
    (
        "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
        "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
        "af82",
        "9bc0f79119cc5604bf02d23b4caede71393cedfbb191434dd016d30177ccbf8096bb474e53895c362d8628ee9f9e"
        "a3c0e52c7a5c691b6c18c9979866568add7a2d41b00b05081ed0f58ee5e31b3a970e",
        "645427e5d00c62a23fb703732fa5d892940935942101e456ecca7bb217c61c452118fec1219202a0edcf038bb637"
        "3241578be7217ba85a2687f7a0310b2df19f",
    ),
]
ORDER = 2**252 + 27742317777372353535851937790883648493
SMALL = [  # the points of order 1, 2, 4 and 8 in their proper form, and some in others
    "0100000000000000000000000000000000000000000000000000000000000000",
    "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "0000000000000000000000000000000000000000000000000000000000000000",
    "0000000000000000000000000000000000000000000000000000000000000080",
    "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
    "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
    "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
]


@pytest.mark.parametrize(("secret", "public", "alpha", "pi", "beta"), RFC)
def test_the_vectors_of_the_rfc(secret: str, public: str, alpha: str, pi: str, beta: str) -> None:
    key, label = key_from(bytes.fromhex(secret)), bytes.fromhex(alpha)
    assert key.public.hex() == public
    assert prove(key, label).hex() == pi
    assert output(key, label).hex() == beta
    assert verify(key.public, label, bytes.fromhex(pi)) == bytes.fromhex(beta)


@pytest.mark.parametrize("place", range(80))
def test_a_proof_with_any_byte_changed_is_none(place: int) -> None:
    key = key_from(bytes(32))
    pi = bytearray(prove(key, b"label"))
    pi[place] ^= 1 << place % 8
    assert verify(key.public, b"label", bytes(pi)) is None


def test_a_proof_is_for_one_label_and_one_key() -> None:
    key, other = key_from(bytes(32)), key_from(b"\x01" + bytes(31))
    pi = prove(key, b"label")
    assert verify(key.public, b"label", pi) == output(key, b"label")
    assert verify(key.public, b"labels", pi) is None
    assert verify(other.public, b"label", pi) is None
    assert verify(key.public, b"label", pi[:-1]) is None
    assert verify(key.public, b"label", pi + b"\x00") is None


def test_a_scalar_written_in_another_way_is_refused() -> None:
    key = key_from(bytes(32))
    pi = prove(key, b"label")
    more = int.from_bytes(pi[48:], "little") + ORDER
    assert verify(key.public, b"label", pi[:48] + more.to_bytes(32, "little")) is None


@pytest.mark.parametrize("point", SMALL)
def test_a_key_or_gamma_of_small_order_is_refused(point: str) -> None:
    raw, key = bytes.fromhex(point), key_from(bytes(32))
    assert not usable(raw)
    assert verify(raw, b"label", prove(key, b"label")) is None
    assert verify(key.public, b"label", raw + prove(key, b"label")[32:]) is None


def test_labels_are_spread_over_all_indexes() -> None:
    key = key_from(hashlib.sha256(b"spread").digest())
    firsts = {output(key, b"%d" % n)[0] >> 6 for n in range(40)}
    assert firsts == {0, 1, 2, 3}
