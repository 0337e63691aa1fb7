"""Heads and their pins (5.5, 6.8): what was seen before must still be there."""

from . import shapes
from .keys import SlotKeys
from .log import Log
from .primitives import aead_open, hkdf
from .refusal import Refused, require
from .shape import fit, read
from .wire import Realm, decode, unframe


def open_anchor(realm: Realm, account: bytes, slot: SlotKeys, data: bytes | None):
    require(data is not None, "the portal gives no anchor")
    sealed = read(shapes.SEALED_ANCHOR, data, 4224, "the anchor")
    key = hkdf(slot.anchor_base, realm.ctx("anchor", account, slot.slot), salt=sealed.salt)
    try:
        framed = aead_open(key, realm.ctx("anchor-aad", account, slot.slot), sealed.ciphertext)
    except Refused as refusal:
        raise Refused("the anchor does not open: this account was not made with this stick") from refusal
    return fit(shapes.HEADS, decode(unframe(framed, "the anchor"), 4076, "the anchor"), "the anchor")


def require_follows(log: Log, folders: dict[int, tuple], pinned, whose: str) -> None:
    """`folders`: folder → (epoch, seq, hash) as reached now."""

    def kept(condition: bool) -> None:
        require(condition, f"rolled back: the portal shows another state than {whose} has seen")

    seq, digest = log.head
    kept(pinned.first_root == log.state.first_root)
    same = (pinned.log.seq, pinned.log.hash, pinned.generation) == (seq, digest, log.state.generation)
    kept(same or (pinned.log.seq < seq and pinned.generation <= log.state.generation))
    if pinned.log.seq > 0:
        kept(log.hashes[pinned.log.seq - 1] == pinned.log.hash)
    for folder, (epoch, number, hashed) in pinned.folders.items():
        kept(folder in folders)
        now = folders[folder]
        kept(now == (epoch, number, hashed) or (now[1] > number and now[0] >= epoch))
