"""This reader's own primitives against what others have published, and against the examples in the text.

From tests/: python -m pytest independent
"""

import json
from pathlib import Path

import cryptography_vectors
import pytest
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from . import hpke, shamir, shapes, stick, voprf
from .primitives import hkdf, sha256
from .refusal import Refused
from .shape import read
from .wire import Realm, decode, encode, padme, unframe

PUBLISHED = Path(cryptography_vectors.__file__).parent


def unhex(text: str) -> bytes:
    return bytes.fromhex(text)


# RFC 9497, A.1.2: ristretto255-SHA512, mode VOPRF, batch size 1.
VOPRF_KEY = unhex("e6f73f344b79b379f1a0dd37e07ff62e38d9f71345ce62ae3a9bc60b04ccd909")
VOPRF_PUBLIC = unhex("c803e2cc6b05fc15064549b5920659ca4a77b2cca6f04f6b357009335476ad4e")
VOPRF_BLIND = unhex("64d37aed22a27f5191de1c1d69fadb899d8862b58eb4220029e036ec4c1f6706")
VOPRF = [
    (
        unhex("00"),
        unhex("863f330cc1a1259ed5a5998a23acfd37fb4351a793a5b3c090b642ddc439b945"),
        unhex("aa8fa048764d5623868679402ff6108d2521884fa138cd7f9c7669a9a014267e"),
        unhex("ddef93772692e535d1a53903db24367355cc2cc78de93b3be5a8ffcc6985dd06")
        + unhex("6d4346421d17bf5117a2a1ff0fcb2a759f58a539dfbe857a40bce4cf49ec600d"),
    ),
    (
        unhex("5a" * 17),
        unhex("cc0b2a350101881d8a4cba4c80241d74fb7dcbfde4a61fde2f91443c2bf9ef0c"),
        unhex("60a59a57208d48aca71e9e850d22674b611f752bed48b36f7a91b372bd7ad468"),
        unhex("401a0da6264f8cf45bb2f5264bc31e109155600babb3cd4e5af7d181a2c9dc0a")
        + unhex("67154fabf031fd936051dec80b0b6ae29c9503493dde7393b722eafdf5a50b02"),
    ),
]
VOPRF_OUTPUT = unhex(
    "b58cfbe118e0cb94d79b5fd6a6dafb98764dff49c14e1770b566e42402da1a7d"
    "a4d8527693914139caee5bd03903af43a491351d23b430948dd50cde10d32b3c"
)


@pytest.mark.parametrize(("message", "blinded", "evaluated", "proof"), VOPRF)
def test_voprf_of_rfc_9497(message, blinded, evaluated, proof):
    made = voprf.blind(message, VOPRF_BLIND)
    assert made.element == blinded
    assert voprf.times(VOPRF_KEY, blinded) == evaluated
    output = made.finalize(VOPRF_PUBLIC, evaluated, proof)
    assert message != b"\x00" or output == VOPRF_OUTPUT
    for place in (0, 31, 32, 63):
        bad = bytearray(proof)
        bad[place] ^= 1
        with pytest.raises(Refused):
            made.finalize(VOPRF_PUBLIC, evaluated, bytes(bad))
    with pytest.raises(Refused):
        made.finalize(VOPRF_PUBLIC, blinded, proof)
    with pytest.raises(Refused):
        made.finalize(VOPRF_PUBLIC, bytes(32), proof)


def test_argon2id_of_rfc_9106():
    kdf = Argon2id(
        salt=b"\x02" * 16, length=32, iterations=3, lanes=4, memory_cost=32, ad=b"\x04" * 12, secret=b"\x03" * 8
    )
    assert kdf.derive(b"\x01" * 32).hex() == "0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659"


def test_hpke_with_x_wing():
    vectors = json.loads((PUBLISHED / "HPKE" / "hpke-pq-test-vectors.json").read_text())
    ours = [v for v in vectors if (v["mode"], v["kem_id"], v["kdf_id"], v["aead_id"]) == (0, 0x647A, 1, 3)]
    assert ours
    for vector in ours:
        seed, enc, info = unhex(vector["skRm"]), unhex(vector["enc"]), unhex(vector["info"])
        pair = hpke.XWing(seed)
        assert pair.public == unhex(vector["pkRm"])
        assert pair.decapsulate(enc) == unhex(vector["shared_secret"])
        assert hpke.schedule(pair.decapsulate(enc), info) == (unhex(vector["key"]), unhex(vector["base_nonce"]))
        first = vector["encryptions"][0]
        sealed = unhex(first["ct"])
        assert hpke.open_single(seed, enc, info, unhex(first["aad"]), sealed) == unhex(first["pt"])
        with pytest.raises(Refused):
            hpke.open_single(seed, enc, info, b"another", sealed)


def test_hkdf_of_rfc_5869_cut_to_32_bytes():
    okm = hkdf(b"\x0b" * 22, unhex("f0f1f2f3f4f5f6f7f8f9"), salt=unhex("000102030405060708090a0b0c"))
    assert okm.hex() == "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf"
    assert hkdf(b"\x0b" * 22, b"").hex() == "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d"


def test_sharing_of_draft_mcgrew_tss():
    shares = [(1, unhex("b9fa07e185")), (2, unhex("f5409b4511"))]
    assert shamir.combine(shares) == shamir.combine(shares[::-1]) == b"test\x00"
    assert shamir.combine([(1, b"alone")]) == b"alone"  # a polynomial of degree 0


def test_ctx_of_the_text():
    said = "856b6d657364726f6974732f316470726f64686d616e696665737407420102"
    assert Realm(1).ctx("manifest", 7, unhex("0102")).hex() == said
    assert Realm(2).ctx("manifest", 7, unhex("0102")).hex() != said


def test_padme_of_the_text():
    assert [padme(n) for n in (0, 1024, 1025, 9000, 1 << 20)] == [1024, 1024, 1088, 9216, 1 << 20]


@pytest.mark.parametrize(
    "data",
    [
        "1800", "5f4101ff", "c100", "f90000", "20", "c24101", "8100ff", "a201000101", "a202000100", "6180", "f7",
        "0101",
    ],
)  # fmt: skip
def test_cbor_that_is_refused(data):
    with pytest.raises(Refused):
        decode(unhex(data), 64, "it")


def test_shapes_that_are_refused():
    dates = [[1, 2], [1, 2, 3], [1, 2, None, 4], [1, 2, 3, 4]]
    assert all(read(shapes.DATES, encode(value), 64, "dates") for value in dates)
    for value in ([1], [1, 2, None], [1, 2, None, None], [1, 2, 3, 4, 5], [True, 2], [1, -2], [1, b""], 1, {}):
        with pytest.raises(Refused):
            read(shapes.DATES, encode(value), 64, "dates")
    for value in ([0], [1, []], [0, [b""]], [2, []], [True, []], 0):
        with pytest.raises(Refused):
            read(shapes.TRUST, encode(value), 64, "trust")


def test_frames_that_are_refused():
    assert unframe(unhex("00000002aabb0000"), "it") == unhex("aabb")
    for framed in ("00000002aabb0001", "00000005aabb0000", "0000"):
        with pytest.raises(Refused):
            unframe(unhex(framed), "it")


def test_a_damaged_copy_is_refused(tmp_path):
    body = bytes(stick.CLE_MAGIC) + (1).to_bytes(4, "big") + b"\x80" + bytes(8147)
    for data in (body + sha256(body), body + bytes(32), body[:100], bytes(8192)):
        (tmp_path / "cle-a.bin").write_bytes(data)
        with pytest.raises(Refused):
            stick.parse_cle(tmp_path / "cle-a.bin")
