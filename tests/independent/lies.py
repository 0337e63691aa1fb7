"""A portal and a gate that lie: each case alters one answer on its way to the reader, and must be refused.

The real portal answers; `Site.ask` is wrapped. Used by tryout.py.
"""

import cbor2

from . import blob, net, space
from .primitives import sha256
from .refusal import Refused
from .wire import encode


def flipped(data: bytes, place: int = -1) -> bytes:
    return bytes(byte ^ (index == place % len(data)) for index, byte in enumerate(data))


def cbor(change):
    """Alters a decoded answer in place."""

    def lie(content: bytes) -> bytes:
        value = cbor2.loads(content)
        change(value)
        return encode(value)

    return lie


def put(value, place, change) -> None:
    value[place] = change(value[place])


def inside(value, place: int, change) -> None:
    """Alters CBOR that lies as a byte string in a list."""
    put(value, place, cbor(change))


ENTRIES, MANIFESTS, BOXES, SEALS, ANCHOR, MORE = 1, 2, 3, 4, 5, 8
SYNC = "v1/sync"

LIES = [
    ("a flipped bit in the gate's element", "v1/gate/evaluate", cbor(lambda a: put(a, 0, flipped)), "element|proof"),
    ("a flipped bit in the proof", "v1/gate/evaluate", cbor(lambda a: put(a, 1, lambda p: flipped(p, 3))), "proof"),
    ("another relying party", "v1/login/start", lambda c: c.replace(b"acces.", b"autre."), "another relying party"),
    ("another account's session", "v1/login/finish", cbor(lambda a: put(a, 1, flipped)), "another account's"),
    ("another slot's session", "v1/login/finish", cbor(lambda a: put(a, 2, flipped)), "not in the log"),
    ("a field too many", SYNC, cbor(lambda a: a.append(1)), "not the shape"),
    ("a byte after the end", SYNC, lambda c: c + b"\x00", "not the encoding"),
    ("a long form", SYNC, lambda c: b"\x98\x09" + c[1:], "not the encoding"),
    ("genesis with a bad signature", SYNC, cbor(lambda a: put(a[1][0][2], 0, flipped)), "entry 1: the signature"),
    ("an entry with a bad signature", SYNC, cbor(lambda a: put(a[1][4][2], 0, flipped)), "entry 5: the signature"),
    ("an entry with another body", SYNC, cbor(lambda a: put(a[1][4], 1, lambda b: a[1][5][1])), "entry 5: the body"),
    ("an entry twice", SYNC, cbor(lambda a: a[1].insert(4, a[1][4])), "does not follow"),
    ("an entry left out", SYNC, cbor(lambda a: a[1].pop(4)), "does not follow"),
    ("a log cut in a commit", SYNC, cbor(lambda a: a[1].__delitem__(slice(13, None))), "middle of a commit"),
    ("a log cut at the last entry", SYNC, cbor(lambda a: a[1].pop()), "rolled back"),
    ("more, without end", SYNC, cbor(lambda a: (a[1].clear(), put(a, MORE, lambda m: True))), "promises more"),
    ("no seals", SYNC, cbor(lambda a: put(a, SEALS, lambda s: None)), "no seals"),
    ("seals with a bad signature", SYNC, cbor(lambda a: put(a, SEALS, flipped)), "seals are not those"),
    ("no anchor", SYNC, cbor(lambda a: put(a, ANCHOR, lambda s: None)), "no anchor"),
    ("a flipped bit in the anchor", SYNC, cbor(lambda a: put(a, ANCHOR, flipped)), "anchor does not open"),
    ("a box left out", SYNC, cbor(lambda a: a[3].pop()), "keeps a key box back"),
    ("a box twice", SYNC, cbor(lambda a: a[3].append(a[3][0])), "not asked for"),
    ("a box with a bad signature", SYNC, cbor(lambda a: put(a[3], 0, flipped)), "signature"),
    ("a manifest left out", SYNC, cbor(lambda a: a[2].pop()), "keeps a manifest back"),
    ("a manifest twice", SYNC, cbor(lambda a: a[2].append(a[2][0])), "two manifests"),
    ("a manifest with a flipped ciphertext", SYNC, cbor(lambda a: put(a[2], 0, flipped)), "not the header's"),
    (
        "a manifest with a bad signature", SYNC,
        cbor(lambda a: inside(a[2], 0, lambda m: put(m[0], 1, flipped))), "signature",
    ),
    (
        "a manifest with another header", SYNC,
        cbor(lambda a: inside(a[2], 0, lambda m: put(m[0], 0, flipped))), "signature",
    ),
    ("a flipped bit in a blob's chunk", "v1/blobs/", lambda c: flipped(c, 400), "hash"),
    ("a flipped bit in a blob's header", "v1/blobs/", lambda c: flipped(c, 60), "hash"),
    ("a blob without its last byte", "v1/blobs/", lambda c: c[:-1], "hash"),
    ("HTML for CBOR", SYNC, None, "text/html"),
]  # fmt: skip

HEADER, CHUNK = 106, 65_536 + 16  # the header of an object's blob; a full chunk with its tag


def long_only(change):
    """Leaves a blob of one chunk alone, so that the next one is reached."""
    return lambda data: change(data) if len(data) > HEADER + CHUNK else data


# The list names the hash of the altered blob: what is under the hash must hold by itself.
BLOB_LIES = [
    ("a flipped bit in a chunk", lambda c: flipped(c, 400), "chunk 0 does not open"),
    ("a flipped bit in the commitment", lambda c: flipped(c, HEADER - 1), "header"),
    ("bytes after the end", lambda c: c + bytes(16), "chunk 0 does not open"),
    ("the first chunk left out", long_only(lambda c: c[:HEADER] + c[HEADER + CHUNK :]), "chunk 0 does not open"),
    ("the last chunk left out", long_only(lambda c: c[: HEADER + CHUNK]), "chunk 0 does not open"),
    ("a flipped bit in the second chunk", long_only(flipped), "chunk 1 does not open"),
]


def altering(path_start: str, lie):
    """`Site.ask` with one answer altered; where there is no lie, with another media type."""
    honest = net.Site.ask

    def ask(site, method, path, *rest, **named):
        status, media, content = honest(site, method, path, *rest, **named)
        if path.startswith(path_start) and status == 200:
            return (status, media, lie(content)) if lie else (status, "text/html", content)
        return status, media, content

    return ask


def told(stick, code: str, ask, open_blob) -> str:
    before = net.Site.ask, space.open_blob
    net.Site.ask, space.open_blob = ask, open_blob
    try:
        space.read_space(stick, code, lambda line: None)
    except Refused as refusal:
        return str(refusal)
    finally:
        net.Site.ask, space.open_blob = before
    return "it was believed"


def any_hash(realm, account, wanted, data):
    return blob.open_blob(realm, account, wanted._replace(hash=sha256(data)), data)


def run(stick, code: str):
    """Yields each lie, whether it was refused for its own reason, and what was said."""
    for name, path_start, lie, reason in LIES:
        said = told(stick, code, altering(path_start, lie), blob.open_blob)
        yield name, any(part in said for part in reason.split("|")), said
    for name, lie, reason in BLOB_LIES:
        said = told(stick, code, altering("v1/blobs/", lie), any_hash)
        yield f"{name}, and a hash that fits", reason in said, said
