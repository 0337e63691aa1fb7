"""Blobs (6.6): nothing is given out before everything has passed."""

from .primitives import aead_open, hkdf, sha256
from .refusal import Refused, require
from .wire import Realm, encode, padme

CHUNK, TAG = 65_536, 16
OBJECT = 0


def open_blob(realm: Realm, account: bytes, wanted, data: bytes) -> bytes:
    """`wanted` is the object in the verified manifest."""
    what = f"blob {wanted.blob.hex()[:8]}…"
    require(sha256(data) == wanted.hash, f"{what}: its hash is not the manifest's")
    commitment = hkdf(wanted.key, realm.ctx("blob-commit", wanted.blob))
    header = encode([1, realm.number, OBJECT, account, wanted.blob, commitment])
    require(data.startswith(header), f"{what}: its header is not the one asked for")
    key = hkdf(wanted.key, realm.ctx("blob-enc", wanted.blob))
    aad = realm.ctx("blob-aad", sha256(header))
    plain, rest, number = bytearray(), data[len(header) :], 0
    while True:
        chunk, rest = rest[: CHUNK + TAG], rest[CHUNK + TAG :]
        nonce = bytes(3) + number.to_bytes(8, "big") + (b"\x00" if rest else b"\x01")
        try:
            plain += aead_open(key, aad, chunk, nonce)
        except Refused as refusal:
            raise Refused(f"{what}: chunk {number} does not open") from refusal
        number += 1
        if not rest:
            break
    length = int.from_bytes(plain[:8], "big")
    require(length == wanted.length, f"{what}: its length is not the manifest's")
    require(len(plain) == padme(8 + length), f"{what}: its padded size does not fit")
    require(not any(plain[8 + length :]), f"{what}: not zeros after the content")
    return bytes(plain[8 : 8 + length])
