"""Encoding (1.2, 1.3, 1.6): strict CBOR, ctx, frames."""

import cbor2

from .refusal import Refused, require

REALMS = {1: "prod", 2: "practice"}


def encode(value) -> bytes:
    return cbor2.dumps(plain(value), canonical=True)


def plain(value):
    return [plain(item) for item in value] if isinstance(value, (list, tuple)) else value


def decode(data: bytes, longest: int, what: str):
    """Length first, then decode, encode again, compare. The shape is the caller's next step."""
    require(len(data) <= longest, f"{what}: too long")
    try:
        value = cbor2.loads(data)
        allowed(value)
        same = encode(value) == data
    except Exception as error:  # whatever a decoder throws at bytes from outside
        raise Refused(f"{what}: not the encoding asked for") from error
    require(same, f"{what}: not the encoding asked for")
    return value


def allowed(value) -> None:
    """Only what 1.2 knows: no tag, no float, no negative number, a map only with numbers for keys."""
    if isinstance(value, list):
        for item in value:
            allowed(item)
    elif isinstance(value, dict):
        require(all(type(key) is int for key in value), "a map with other keys than numbers")
        for key, item in value.items():
            allowed(key)
            allowed(item)
    elif type(value) is int:
        require(0 <= value < 1 << 64, "a number out of range")
    else:
        require(value is None or type(value) in (bool, bytes, str), "a kind of value that does not exist here")


class Realm:
    """Whatever is bound to the realm starts from here."""

    def __init__(self, number: int):
        self.number = number

    def ctx(self, label: str, *parts) -> bytes:
        return encode(["mesdroits/1", REALMS[self.number], label, *parts])


def unframe(framed: bytes, what: str) -> bytes:
    length = int.from_bytes(framed[:4], "big")
    require(len(framed) >= 4 + length, f"{what}: its length does not fit")
    require(not any(framed[4 + length :]), f"{what}: not zeros after the end")
    return framed[4 : 4 + length]


def padme(length: int) -> int:
    if length <= 1024:
        return 1024
    e = length.bit_length() - 1
    s = e.bit_length()  # floor(log2 e) + 1
    mask = (1 << (e - s)) - 1
    return (length + mask) & ~mask
