//! An invented account that writes its log entry by entry, with real signatures.

use ring::signature::{Ed25519KeyPair, KeyPair};
use wire::{
    AccountId, Hash, MandateId, Realm, SUITE, SigPublic, Signature, SlotId,
    folder::Folder,
    log::{
        AddSlot, BoxRef, Entry, Epoch, Genesis, Grant, Head, LogError, LogState, Op, Rekey,
        RekeyCause, RevokeSlot, Rights,
    },
    manifest::BoxFor,
    recovery::{Holder, Policy},
    seal::{Encapsulated, KemPublic, Sealed},
    slot::{SlotHeader, SlotSalt},
};

pub(crate) const REALM: Realm = Realm::Prod;
pub(crate) const START: u64 = 1_800_000_000;

/// A key from one byte.
pub(crate) struct Key(Ed25519KeyPair);

pub(crate) fn key(byte: u8) -> Key {
    Key(Ed25519KeyPair::from_seed_unchecked(&[byte; 32]).unwrap())
}

impl Key {
    pub(crate) fn public(&self) -> SigPublic {
        SigPublic::from_slice(self.0.public_key().as_ref()).unwrap()
    }

    pub(crate) fn sign(&self, bytes: &[u8]) -> Signature {
        Signature::from_slice(self.0.sign(bytes).as_ref()).unwrap()
    }
}

/// Keys of generation g: bytes 2g and 2g + 1.
pub(crate) fn root(generation: u32) -> Key {
    key(u8::try_from(2 * generation).unwrap())
}

pub(crate) fn author(generation: u32) -> Key {
    key(u8::try_from(2 * generation + 1).unwrap())
}

pub(crate) fn reader(generation: u32) -> KemPublic {
    KemPublic([u8::try_from(generation).unwrap(); KemPublic::LEN])
}

pub(crate) fn account() -> AccountId {
    AccountId::of(REALM, &root(1).public())
}

/// An entry in `realm`, wherever one wants it.
pub(crate) fn entry_at(realm: Realm, head: Head, time: u64, op: &Op, signers: &[&Key]) -> Entry {
    let signs: Vec<_> = signers
        .iter()
        .map(|key| |bytes: &[u8]| key.sign(bytes))
        .collect();
    let signs: Vec<wire::log::Signer<'_>> =
        signs.iter().map(|s| s as wire::log::Signer<'_>).collect();
    let account = AccountId::of(realm, &root(1).public());
    Entry::sign_with(realm, account, head, time, op, &signs)
}

/// The entry that would follow.
pub(crate) fn next(log: &LogState, op: &Op, signers: &[&Key]) -> Entry {
    entry_at(log.realm, log.head, log.time + 1, op, signers)
}

pub(crate) fn apply(log: &mut LogState, op: &Op, signers: &[&Key]) -> Result<Op, LogError> {
    let entry = next(log, op, signers);
    log.apply(&entry)
}

/// As the current root, or for a rekey as both.
pub(crate) fn as_root(log: &mut LogState, op: &Op) -> Result<Op, LogError> {
    let g = log.keys.generation;
    match op {
        Op::Rekey(_) => apply(log, op, &[&root(g), &root(g + 1)]),
        _ => apply(log, op, &[&root(g)]),
    }
}

pub(crate) fn as_author(log: &mut LogState, op: &Op) -> Result<Op, LogError> {
    let g = log.keys.generation;
    apply(log, op, &[&author(g)])
}

pub(crate) fn genesis_op() -> Op {
    Op::Genesis(Genesis {
        root: root(1).public(),
        author: author(1).public(),
        reader: reader(1),
    })
}

pub(crate) fn genesis(realm: Realm) -> Entry {
    entry_at(realm, Head::NONE, START, &genesis_op(), &[&root(1)])
}

pub(crate) fn add_slot(slot: u8) -> Op {
    Op::AddSlot(Box::new(AddSlot {
        header: SlotHeader {
            suite: SUITE,
            realm: REALM,
            account: account(),
            slot: SlotId([slot; 16]),
            credential: vec![slot; 16],
            rp_id: "coffre.example.org".into(),
            salt: SlotSalt([slot; 32]),
        },
        open: KemPublic([slot; KemPublic::LEN]),
        admin: KemPublic([slot; KemPublic::LEN]),
        seals: Hash([slot; 32]),
        keys: Sealed {
            enc: Encapsulated([slot; Encapsulated::LEN]),
            ciphertext: vec![slot; 60],
        },
    }))
}

pub(crate) fn revoke_slot(slot: u8) -> Op {
    Op::RevokeSlot(RevokeSlot {
        slot: SlotId([slot; 16]),
    })
}

/// The epoch that the log asks for next.
pub(crate) fn epoch(log: &LogState, folder: Folder) -> Epoch {
    let boxes = log.recipients(folder, log.time + 1).into_iter();
    Epoch {
        folder,
        epoch: log.folders.get(&folder).map_or(1, |f| f.epoch + 1),
        manifest: Hash([0xe0; 32]),
        boxes: boxes
            .map(|(why, recipient)| BoxRef {
                recipient,
                why,
                hash: Hash([0xe1; 32]),
            })
            .collect(),
    }
}

pub(crate) fn rekey(log: &LogState) -> Rekey {
    let generation = log.keys.generation + 1;
    Rekey {
        generation,
        root: root(generation).public(),
        author: author(generation).public(),
        reader: reader(generation),
        cause: RekeyCause::SlotRemoved,
        ceremony: None,
        seals: log.slots.keys().map(|s| (*s, Hash([0xe2; 32]))).collect(),
    }
}

pub(crate) fn policy(holders: &[u8]) -> Policy {
    Policy {
        threshold: 2,
        holders: holders
            .iter()
            .map(|byte| Holder {
                account: AccountId([*byte; 32]),
                author: Hash([*byte; 32]),
                reader: Hash([*byte; 32]),
                structure: Hash([*byte; 32]),
            })
            .collect(),
        card: KemPublic([0xe3; KemPublic::LEN]),
        shares: vec![Hash([0xe4; 32]); 3],
        commitment: Hash([0xe5; 32]),
        card_tag: Hash([0xe6; 32]),
        payloads: vec![Hash([0xe7; 32]); holders.len() + 1],
    }
}

pub(crate) fn grant(mandate: u8, folders: &[Folder], rights: Rights) -> Grant {
    let sees = rights.sees();
    Grant {
        mandate: MandateId([mandate; 16]),
        grantee: AccountId([0xd0; 32]),
        author: Hash([0xd1; 32]),
        reader: Hash([mandate; 32]),
        folders: folders.to_vec(),
        rights,
        not_before: START,
        not_after: START + 1_000_000,
        text: Hash([0xd3; 32]),
        letters: vec![Hash([0xd4; 32]); 2],
        boxes: vec![Hash([0xd5; 32]); if sees { folders.len() } else { 0 }],
    }
}

pub(crate) fn renew_epochs(log: &mut LogState) {
    for folder in Folder::ALL {
        let op = Op::Epoch(epoch(log, folder));
        as_author(log, &op).unwrap();
    }
}

/// An account as it stands after its first commit.
pub(crate) fn begun() -> LogState {
    let mut log = LogState::begin(REALM, &genesis(REALM)).unwrap();
    as_root(&mut log, &add_slot(1)).unwrap();
    renew_epochs(&mut log);
    log
}

pub(crate) fn owner_box(reader: &KemPublic) -> BoxRef {
    BoxRef {
        recipient: reader.fingerprint(),
        why: BoxFor::Owner,
        hash: Hash([0xe1; 32]),
    }
}
