"""Bodies for the routes: the description names media types, not shapes (docs/protocol.md has those).

A quarter is noise, a quarter is sound CBOR of any shape, a quarter are messages as the seeds of the
fuzzers have them, a quarter are the same bent in one place or cut.
"""

import os
from pathlib import Path

import cbor2
import schemathesis
from hypothesis import strategies as some

SEEDS = sorted(each.read_bytes() for each in Path(os.environ["SEEDS"]).glob("*/ok-*"))
assert SEEDS, "no seeds"

noise = some.binary(max_size=4096)
leaves = some.integers(0, 2**64 - 1) | some.binary(max_size=80) | some.text(max_size=20) | some.booleans() | some.none()
shapes = some.recursive(leaves, lambda inner: some.lists(inner, max_size=8), max_leaves=40)
sound = shapes.map(lambda shape: cbor2.dumps(shape, canonical=True))


def bent(seed: bytes, place: int, change: int, cut: int) -> bytes:
    body = bytearray(seed)
    body[place % len(body)] ^= change
    return bytes(body[: len(body) - cut])


almost = some.builds(
    bent, some.sampled_from(SEEDS), some.integers(0, 2**16), some.integers(0, 255), some.just(0) | some.integers(0, 40)
)

schemathesis.openapi.media_type("application/cbor", noise | sound | some.sampled_from(SEEDS) | almost)
schemathesis.openapi.media_type("application/octet-stream", noise)
