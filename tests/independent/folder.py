"""One folder: its key box (6.3) and its manifest (6.4)."""

from collections import namedtuple
from itertools import pairwise

from . import shapes
from .keys import Account, open_seal
from .primitives import aead_open, hkdf, sha256
from .refusal import Refused, require
from .rules import PRIVATE, State
from .shape import fit, read
from .signed import hash_of, open_signed
from .wire import Realm, decode, encode, padme, unframe

MANIFEST_MAX, HEADER_MAX, BOX_MAX = 1_048_576, 262_144, 1_536
OWNER = (0, ())


def open_boxes(realm: Realm, state: State, account: Account, boxes) -> dict[int, bytes]:
    """Folder → its key, for every folder of the log."""
    keys = {}
    for data in boxes:
        signed = read(shapes.SIGNED, data, BOX_MAX + 128, "a key box")
        box = open_signed(realm, "sig-box", shapes.KEY_BOX, BOX_MAX, signed, state.author, "a key box")
        what = f"the key box of folder {box.folder}"
        require(box.folder in state.folders and box.folder not in keys, f"{what}: not asked for")
        said = state.folders[box.folder]
        fits = (state.account, said.epoch, sha256(state.reader), OWNER)
        require((box.account, box.epoch, box.recipient, box.why) == fits, f"{what}: of another place")
        require(hash_of(signed) == said.boxes[0].hash, f"{what}: not the one that the log names")
        parts = [state.account, box.folder, said.epoch, 0, b""]
        keys[box.folder] = open_seal(realm, account.reader, "seal-box", parts, box.sealed, what)
        require(len(keys[box.folder]) == 32, f"{what}: not a key")
    require(keys.keys() == state.folders.keys(), "the portal keeps a key box back")
    return keys


Listing = namedtuple("Listing", ["folder", "head", "objects", "past_readers"])


def open_manifest(realm: Realm, state: State, keys: dict[int, bytes], data: bytes) -> Listing:
    """What a verified manifest lists, with its head for pins: (epoch, seq, hash)."""
    manifest = read(shapes.MANIFEST, data, MANIFEST_MAX, "a manifest")
    header = open_signed(
        realm, "sig-manifest", shapes.MANIFEST_HEADER, HEADER_MAX, manifest.header, state.author, "a manifest"
    )  # fmt: skip
    what = f"the manifest of folder {header.folder}"
    require(header.folder in state.folders, f"{what}: not a folder of the log")
    place = (realm.number, state.account, state.folders[header.folder].epoch, sha256(state.author))
    require((header.realm, header.account, header.epoch, header.author) == place, f"{what}: of another place")
    require(header.seq >= 1 and (header.seq == 1) == (not any(header.prev)), f"{what}: its number does not fit")
    require(sha256(manifest.ciphertext) == header.ciphertext, f"{what}: the ciphertext is not the header's")
    aad = realm.ctx("manifest-aad", sha256(encode(header._replace(ciphertext=bytes(32)))))
    info = realm.ctx("manifest", header.folder, header.epoch, header.seq)
    try:
        framed = aead_open(hkdf(keys[header.folder], info, salt=header.salt), aad, manifest.ciphertext)
    except Refused as refusal:
        raise Refused(f"{what}: it does not open") from refusal
    body = unframe(framed, what)
    require(len(framed) == padme(4 + len(body)), f"{what}: its padded size does not fit")
    _, (objects, past_readers) = fit(shapes.BODY, decode(body, MANIFEST_MAX, what), what)
    require(all(a.id < b.id for a, b in pairwise(objects)), f"{what}: the objects do not rise")
    require(header.folder == PRIVATE or not past_readers, f"{what}: past readers outside private")
    return Listing(header.folder, (header.epoch, header.seq, hash_of(manifest.header)), objects, past_readers)
