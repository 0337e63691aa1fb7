"""From the PRF output to the account's keys (5.2 to 5.4), and what is sealed to a person (1.5)."""

from dataclasses import dataclass

from . import shapes
from .hpke import XWing, open_single
from .login import prf
from .primitives import hkdf, sha256, signing_public
from .refusal import Refused, require
from .rules import State
from .shape import read
from .signed import hash_of, open_signed
from .wire import Realm, encode

SEALS_MAX = 3072


def open_seal(realm: Realm, seed: bytes, label: str, parts: list, sealed, what: str) -> bytes:
    """`parts` come from verified state, never from what is being opened."""
    info = realm.ctx(label, XWing(seed).fingerprint)
    try:
        return open_single(seed, sealed.enc, info, realm.ctx(label, *parts), sealed.ciphertext)
    except Refused as refusal:
        raise Refused(f"{what}: the seal does not open") from refusal


@dataclass
class SlotKeys:
    slot: bytes
    open: bytes  # X-Wing seed
    anchor_base: bytes


def slot_keys(realm: Realm, state: State, envelope, session, rp_id: str) -> SlotKeys:
    """The session's slot, which must be this stick's own in the verified log."""
    require(session.account == state.account, "the session is another account's than the log")
    added = state.slots.get(session.slot)
    require(added is not None, "the session's slot is not in the log")
    own = (added.header.credential, added.header.rp_id) == (envelope.credential, rp_id)
    require(own, "the session's slot is another stick's")
    first = prf(envelope, realm.ctx("prf-open"))
    k_open = hkdf(first, realm.ctx("slot-open", sha256(encode(added.header))), salt=added.header.salt)
    made = SlotKeys(session.slot, hkdf(k_open, realm.ctx("slot-open-kem")), hkdf(k_open, realm.ctx("anchor-base")))
    require(XWing(made.open).public == added.open, "the slot in the log has another key than this stick")
    return made


@dataclass
class Account:
    """What a reader holds while a space is open."""

    author: bytes  # public
    reader: bytes  # X-Wing seed


def open_account(realm: Realm, state: State, slot: SlotKeys, data: bytes | None) -> Account:
    require(data is not None, "the portal gives no seals")
    signed = read(shapes.SIGNED, data, SEALS_MAX + 128, "the seals")
    require(hash_of(signed) == state.seals[slot.slot], "the seals are not those that the log names")
    seals = open_signed(realm, "sig-seals", shapes.SLOT_SEALS, SEALS_MAX, signed, state.root, "the seals")
    place = (state.account, slot.slot, state.generation)
    require((seals.account, seals.slot, seals.generation) == place, "the seals are of another place")
    require(seals.open_to == XWing(slot.open).fingerprint, "the seals are to somebody else")
    plain = open_seal(realm, slot.open, "seal-ak-open", list(place), seals.open, "AK_open")
    require(len(plain) == 64 and plain[32:] == state.root, "the account keys are another root's")
    author = signing_public(hkdf(plain[:32], realm.ctx("author", state.generation)))
    reader = hkdf(plain[:32], realm.ctx("reader", state.generation))
    require(author == state.author and XWing(reader).public == state.reader, "the account keys are not the log's")
    return Account(author, reader)
