"""Signatures (1.4): verify over the bytes as received, then read strictly."""

from .primitives import sha256, verify
from .shape import read
from .wire import Realm, encode


def open_signed(realm: Realm, label: str, shape, longest: int, signed, public: bytes, what: str):
    """`signed` is [body, signature] as shape SIGNED gives it."""
    verify(public, realm.ctx(label, signed.body), signed.signature, what)
    return read(shape, signed.body, longest, what)


def hash_of(signed) -> bytes:
    return sha256(encode(signed))
