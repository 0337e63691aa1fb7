"""The shapes of docs/protocol.md that a reader meets, with their names and in their order."""

from .shape import Optional, choice, many, mapping, nullable, only, raw, record, text, truth, uint

U8, U16, U32, U64 = (uint((1 << bits) - 1) for bits in (8, 16, 32, 64))
ID16, H32, SIG, KEMPK, BYTES = raw(16), raw(32), raw(64), raw(1216), raw()
SUITE, REALM, FOLDER = only(1), only(1, 2), uint(11)
SEALED = record("Sealed", enc=raw(1120), ciphertext=BYTES)
SIGNED = record("Signed", body=BYTES, signature=SIG)
HEAD = record("Head", seq=U64, hash=H32)

# 7.1
TRUST = choice({0: [], 1: [H32]})
LOCATOR = record(
    "Locator", realm=REALM, seq=U64, rp_id=text, origin=text, portals=many(text),
    gates=many(record("GateAddress", gate=ID16, address=text)), trust=TRUST,
)  # fmt: skip
SUCCESSOR = record("Successor", realm=REALM, next=H32)
ROOTS = record("RootChain", first=H32, successors=many(SIGNED))
SIGNED_LOCATOR = record("SignedLocator", roots=ROOTS, locator=SIGNED)
SIGNED_VOUCHER = record("SignedVoucher", officer=SIGNED, voucher=SIGNED)

# 2.1, 2.3, 2.4, 6.8
HEADER_DRAFT = record(
    "HeaderDraft", suite=SUITE, realm=REALM, rp_id=text, origin=text, gates=many(ID16, 1, 5), threshold=U8,
    structure=H32,
)  # fmt: skip
HEADER = record(
    "Header", suite=SUITE, realm=REALM, key_id=ID16, rp_id=text, origin=text,
    gates=many(record("GateKey", gate=ID16, public=raw(32)), 1, 5), threshold=U8, structure=H32,
)  # fmt: skip
STAGE = choice({0: [HEADER_DRAFT, ID16], 1: [HEADER]})
CELLS = record("Cells", first=raw(1269), second=raw(1269))
CLE = choice({
    0: [HEADER_DRAFT, SIGNED_LOCATOR, SIGNED_VOUCHER],
    1: [U64, STAGE, H32, SIGNED_LOCATOR, Optional(SIGNED_VOUCHER), Optional(CELLS)],
})  # fmt: skip
ENVELOPE = record(
    "Envelope", private=BYTES, credential=BYTES, user_handle=ID16, cred_random=BYTES, success=H32, lineage=H32,
    local_head=H32, ceremony=Optional(H32),
)  # fmt: skip
FOLDER_HEAD = record("FolderHead", epoch=U32, seq=U64, hash=H32)
CHAIN_HEAD = record("ChainHead", n=U64, hash=H32)
HEADS = record(
    "Heads", first_root=H32, log=HEAD, generation=U32, folders=mapping(FOLDER, FOLDER_HEAD),
    chains=Optional(mapping(ID16, CHAIN_HEAD)),
)
HEADS_FILE = record("HeadsFile", seq=U64, heads=HEADS)

# 4.3, 15
CHALLENGE = record("Challenge", challenge=H32)
TRIES = record("Tries", in_a_row=U32, enrolment=U32, lifetime=U32, left=U32, not_before=U64)
EVALUATED = record("Evaluated", element=raw(32), proof=raw(64), tries=TRIES)
STATUS_ANSWER = record("StatusAnswer", standing=uint(3), tries=TRIES)
OPTIONS = record("Options", ceremony=ID16, options=text)
SESSION = record("Session", token=H32, account=H32, slot=ID16, time=U64)
ENTRY = record("Entry", header=BYTES, body=BYTES, signatures=many(SIG, 1))
SYNC_ANSWER = record(
    "SyncAnswer", time=U64, entries=many(ENTRY), manifests=many(BYTES), boxes=many(BYTES), seals=nullable(BYTES),
    anchor=nullable(BYTES), used=U64, quota=U64, more=truth,
)  # fmt: skip

# 5
SLOT_HEADER = record(
    "SlotHeader", suite=SUITE, realm=REALM, account=H32, slot=ID16, credential=BYTES, rp_id=text, salt=H32
)
SLOT_SEALS = record(
    "SlotSeals", account=H32, slot=ID16, generation=U32, open_to=H32, open=SEALED, admin_to=H32, admin=SEALED
)
SEALED_ANCHOR = record("SealedAnchor", salt=H32, ciphertext=raw(4096))

# 6.1, 6.2, 8.1
ENTRY_HEADER = record("EntryHeader", account=H32, seq=U64, prev=H32, op=uint(10), body=H32, time=U64)
GENESIS = record("Genesis", root=H32, author=H32, reader=KEMPK)
ADD_SLOT = record("AddSlot", header=SLOT_HEADER, open=KEMPK, admin=KEMPK, seals=H32, keys=SEALED)
REVOKE_SLOT = record("RevokeSlot", slot=ID16)
REKEY = record(
    "Rekey", generation=U32, root=H32, author=H32, reader=KEMPK, cause=uint(4), ceremony=nullable(ID16),
    seals=many(record("SlotHash", slot=ID16, hash=H32)),
)  # fmt: skip
HOLDER = record("Holder", account=H32, author=H32, reader=H32, structure=H32)
POLICY = record(
    "Policy", threshold=U8, holders=many(HOLDER), card=KEMPK, shares=many(H32), commitment=H32, card_tag=H32,
    payloads=many(H32),
)  # fmt: skip
BOX_FOR = choice({0: [], 1: [ID16]})
BOX_REF = record("BoxRef", recipient=H32, why=BOX_FOR, hash=H32)
EPOCH = record("Epoch", folder=FOLDER, epoch=U32, manifest=H32, boxes=many(BOX_REF, 1))
GRANT = record(
    "Grant", mandate=ID16, grantee=H32, author=H32, reader=H32, folders=many(FOLDER, 1), rights=uint(2),
    not_before=U64, not_after=U64, text=H32, letters=many(H32), boxes=many(H32),
)  # fmt: skip
OP = choice({
    0: [GENESIS], 1: [ADD_SLOT], 2: [REVOKE_SLOT], 3: [REKEY], 4: [POLICY], 5: [EPOCH], 6: [GRANT], 7: [ID16],
    8: [ID16], 9: [], 10: [H32],
})  # fmt: skip

# 6.3, 6.4, 6.6
KEY_BOX = record("KeyBox", account=H32, folder=FOLDER, epoch=U32, recipient=H32, why=BOX_FOR, sealed=SEALED)
MANIFEST = record("Manifest", header=SIGNED, ciphertext=BYTES)
MANIFEST_HEADER = record(
    "ManifestHeader", suite=SUITE, realm=REALM, account=H32, folder=FOLDER, epoch=U32, seq=U64, prev=H32, author=H32,
    salt=H32, refs_added=many(H32), refs_removed=many(H32), drops_taken=many(ID16), drops_refused=many(ID16),
    ciphertext=H32,
)  # fmt: skip
DATES = record("Dates", created=U64, changed=U64, expires=Optional(U32), deleted=Optional(U64))
OBJECT = record(
    "Object", id=ID16, version=U64, key=H32, blob=H32, hash=H32, length=U64, title=text, kind=U16, media=text,
    dates=DATES,
)  # fmt: skip
PAST_READER = record("PastReader", generation=U32, seed=H32)
BODY = choice({1: [many(OBJECT), many(PAST_READER)]})
