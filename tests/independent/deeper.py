"""What a reader does not need, but the text says: AK_admin, the gate keys of a slot, a gate's sealed backup and file.

`tryout.py` runs it on the keepsake, whose code is known and whose backup key lies beside it.
"""

from pathlib import Path

from . import shapes
from .hpke import XWing, open_single
from .keys import open_seal
from .login import prf
from .primitives import hkdf, sha256, signing_public
from .refusal import Refused, require
from .shape import many, read, record
from .signed import hash_of, open_signed
from .voprf import times_base
from .wire import Realm, encode

SLOT_KEYS = record("SlotKeys", key_id=shapes.ID16, gates=many(shapes.ID16))
BACKUP_FILE = record(
    "BackupFile", version=shapes.SUITE, suite=shapes.SUITE, realm=shapes.REALM, gate=shapes.ID16, key_id=shapes.ID16,
    recipient=shapes.H32, sealed=shapes.SEALED,
)  # fmt: skip
BACKUP_PLAIN = record(
    "BackupPlain", suite=shapes.SUITE, realm=shapes.REALM, gate=shapes.ID16, key_id=shapes.ID16, secret=shapes.H32,
    record=shapes.BYTES,
)  # fmt: skip


def open_admin(realm: Realm, state, envelope, slot: bytes, seals_bytes: bytes) -> bytes:
    """AK_admin of the current generation (5.2 to 5.4); its root must be the log's."""
    added = state.slots[slot]
    hs = sha256(encode(added.header))
    k_adm = hkdf(prf(envelope, realm.ctx("prf-admin")), realm.ctx("slot-admin", hs), salt=added.header.salt)
    seed = hkdf(k_adm, realm.ctx("slot-admin-kem"))
    require(XWing(seed).public == added.admin, "slot_admin is not the log's")
    signed = read(shapes.SIGNED, seals_bytes, 4096, "the seals")
    require(hash_of(signed) == state.seals[slot], "the seals are not those that the log names")
    seals = open_signed(realm, "sig-seals", shapes.SLOT_SEALS, 3072, signed, state.root, "the seals")
    require(seals.admin_to == XWing(seed).fingerprint, "the seals are to somebody else")
    place = [state.account, slot, state.generation]
    plain = open_seal(realm, seed, "seal-ak-admin", place, seals.admin, "AK_admin")
    require(len(plain) == 64 and plain[32:] == state.root, "AK_admin is another root's")
    root = signing_public(hkdf(plain[:32], realm.ctx("root", state.generation)))
    require(root == state.root, "AK_admin does not give the log's root")
    return plain[:32]


def open_slot_keys(realm: Realm, state, readers: list[bytes]) -> dict[bytes, tuple]:
    """Slot → key_id and gates. `readers`: the seeds of today's and of past ones; the right one opens."""
    found = {}
    for slot, added in state.slots.items():
        for seed in readers:
            try:
                plain = open_seal(realm, seed, "seal-slot-keys", [state.account, slot], added.keys, "gate keys")
            except Refused:
                continue
            found[slot] = read(SLOT_KEYS, plain, 1024, "the gate keys of a slot")
    require(found.keys() == state.slots.keys(), "the gate keys of a slot open with no reader")
    return found


def open_backup(realm: Realm, path: Path, seed: bytes):
    """A gate's sealed backup (4.6)."""
    backup = read(BACKUP_FILE, path.read_bytes(), 16_384, path.name)
    require(backup.recipient == XWing(seed).fingerprint, "the backup is to another key")
    info = realm.ctx("seal-gate-backup", backup.recipient, backup.gate)
    aad = realm.ctx("seal-gate-backup", backup.key_id)
    plain = open_single(seed, backup.sealed.enc, info, aad, backup.sealed.ciphertext)
    inner = read(BACKUP_PLAIN, plain, 16_384, path.name)
    require((inner.realm, inner.gate, inner.key_id) == (realm.number, backup.gate, backup.key_id), "not of this place")
    return inner, times_base(inner.secret)


def read_key_file(realm: Realm, path: Path):
    """Gate, key_id and scalar of a gate's key file (4.6)."""
    data = path.read_bytes()
    require(len(data) == 109 and data[:8] == b"MD-GATE\n", f"{path.name}: not a gate's key")
    require(data[8:13] == bytes([0, 1, 0, 1, realm.number]), f"{path.name}: of another format, suite or realm")
    require(sha256(data[:77]) == data[77:], f"{path.name}: damaged")
    require(path.name == f"{data[29:45].hex()}.key", f"{path.name}: another key's name")
    return data[13:29], data[29:45], data[45:77]
