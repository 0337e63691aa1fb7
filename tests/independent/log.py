"""The log (6.1): each entry's place, hash and signatures. What an operation may do is in rules.py."""

from . import shapes
from .primitives import sha256, verify
from .refusal import Refused, require
from .rules import State, signers
from .shape import read
from .wire import Realm, encode

ENTRY_MAX, HEADER_MAX = 8192, 256


class Log:
    """Replayed from genesis. `hashes[n]` is the hash of entry n + 1."""

    def __init__(self, realm: Realm):
        self.realm, self.state, self.hashes, self.time = realm, State(realm), [], 0

    @property
    def head(self) -> tuple[int, bytes]:
        return len(self.hashes), self.hashes[-1] if self.hashes else bytes(32)

    def append(self, entry) -> None:
        seq, prev = self.head
        what = f"log entry {seq + 1}"
        whole = encode(entry)
        require(len(whole) <= ENTRY_MAX, f"{what}: too long")
        header = read(shapes.ENTRY_HEADER, entry.header, HEADER_MAX, what)
        number, content = read(shapes.OP, entry.body, ENTRY_MAX, what)
        require((header.seq, header.prev) == (seq + 1, prev), f"{what}: it does not follow the one before")
        require(header.op == number and header.body == sha256(entry.body), f"{what}: the body is not the header's")
        require(header.time >= self.time, f"{what}: earlier than the one before")
        keys = signers(self.state, number, content)
        message = self.realm.ctx("sig-log-entry", entry.header)
        require(self.signed_by_one_of(keys, message, entry.signatures), f"{what}: the signature is not good")
        self.state.apply(header, number, content, sha256(whole), what)
        self.hashes.append(sha256(whole))
        self.time = header.time

    @staticmethod
    def signed_by_one_of(keys: list[list[bytes]], message: bytes, signatures) -> bool:
        """Each inner list is one way to sign: exactly these keys, in this order."""
        for way in keys:
            if len(way) == len(signatures) and all(
                good(key, message, one) for key, one in zip(way, signatures, strict=True)
            ):
                return True
        return False


def good(key: bytes, message: bytes, signature: bytes) -> bool:
    try:
        verify(key, message, signature, "")
    except Refused:
        return False
    return True
