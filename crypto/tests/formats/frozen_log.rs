//! Frozen entries of every operation, written by the owner's own functions, read back into one log;
//! frozen API bodies that carry them.

use crate::{
    frozen::frozen,
    recovery::{arranged, card, holder},
    support::{Account, Fixed, Seeded},
};
use crypto::{
    entries::Place,
    keys::KemKey,
    space::{SealPlace, seal_slot, seal_slot_keys},
};
use wire::{
    AccountId, CeremonyId, GateId, Hash, KeyId, MandateId, Realm, SlotId,
    api::{Commit, NoticesAnswer, RegisterSecurityKey, Session, Stage, SyncAnswer, SyncRequest},
    decode_canonical,
    folder::Folder,
    limits,
    log::{
        AddSlot, BoxRef, Entry, Epoch, Genesis, Grant, Head, LogError, LogState, Op, Rekey,
        RekeyCause, RevokeSlot, Rights,
    },
    slot::SlotKeys,
};

const REALM: Realm = Realm::Prod;
const START: u64 = 1_800_000_000;

/// A log that grows, entry by frozen entry.
struct Book {
    place: Place,
    log: LogState,
    entries: Vec<Entry>,
}

impl Book {
    fn keep(&mut self, name: &str, made: &Entry, op: &Op) {
        let bytes = frozen(name, &wire::encode(made));
        assert!(bytes.len() <= limits::LOG_ENTRY);
        let read = Entry::from_bytes(&bytes).unwrap();
        assert_eq!(self.log.apply(&read).as_ref(), Ok(op), "{name}");
        assert_eq!(self.log.head, self.place.head);
        self.entries.push(read);
    }

    fn root(&mut self, name: &str, op: &Op, account: &Account) {
        let entry = self.place.by_root(op, &account.admin);
        self.keep(name, &entry, op);
    }

    fn author(&mut self, name: &str, op: &Op, account: &Account) {
        let entry = self.place.by_author(op, &account.open);
        self.keep(name, &entry, op);
    }
}

fn genesis(account: &Account) -> (Place, Entry) {
    let mut place = Place {
        realm: REALM,
        account: account.id,
        head: Head::NONE,
        time: START,
    };
    let op = Op::Genesis(Genesis {
        root: account.root(),
        author: account.open.author.public(),
        reader: account.open.reader.public(),
    });
    let entry = place.by_root(&op, &account.admin);
    (place, entry)
}

fn add_slot(account: &Account, slot: u8) -> Op {
    let place = SealPlace {
        realm: REALM,
        account: account.id,
        slot: SlotId([slot; 16]),
        generation: 1,
    };
    let (open, admin) = (account.slot_open(slot).kem, account.slot_admin(slot).kem);
    let mut random = Seeded::new("add slot");
    let seals = seal_slot(
        &place,
        &open.public(),
        &admin.public(),
        &account.ak_open,
        &account.admin,
        &mut random,
    )
    .unwrap();
    let keys = SlotKeys {
        key_id: KeyId([slot; 16]),
        gates: vec![GateId([0x10; 16])],
    };
    let reader = account.open.reader.public();
    let keys =
        seal_slot_keys(REALM, &account.id, &place.slot, &keys, &reader, &mut random).unwrap();
    Op::AddSlot(Box::new(AddSlot {
        header: account.slot_header(slot),
        open: open.public(),
        admin: admin.public(),
        seals: seals.hash(),
        keys,
    }))
}

fn epoch(log: &LogState, folder: Folder) -> Op {
    let boxes = log.recipients(folder, START).into_iter();
    Op::Epoch(Epoch {
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
    })
}

#[test]
fn entries_of_every_operation() {
    let account = Account::new(REALM, 0x80);
    let (place, first) = genesis(&account);
    let first = Entry::from_bytes(&frozen("entry-genesis", &wire::encode(&first))).unwrap();
    let mut book = Book {
        place,
        log: LogState::begin(REALM, &first).unwrap(),
        entries: vec![first],
    };
    assert_eq!(book.log.account, account.id);
    book.root("entry-add-slot", &add_slot(&account, 1), &account);
    book.root("entry-add-slot-2", &add_slot(&account, 2), &account);
    let op = epoch(&book.log, Folder::Argent);
    book.author("entry-epoch", &op, &account);
    let made = arranged(&account, &[holder(0x90).0, holder(0xa0).0], "policy");
    book.root("entry-policy", &Op::Policy(Box::new(made.policy)), &account);
    let helper = Account::new(REALM, 0x90);
    let grant = Grant {
        mandate: MandateId([7; 16]),
        grantee: helper.id,
        author: helper.open.author.public().fingerprint(),
        reader: helper.open.reader.fingerprint(),
        folders: vec![Folder::Argent],
        rights: Rights::Act,
        not_before: START,
        not_after: START + 86_400,
        text: Hash([0xd3; 32]),
        letters: vec![Hash([0xd4; 32]), Hash([0xd5; 32])],
        boxes: vec![Hash([0xd6; 32])],
    };
    book.root("entry-grant", &Op::Grant(Box::new(grant)), &account);
    let op = epoch(&book.log, Folder::Argent);
    book.author("entry-epoch-shared", &op, &account);
    book.author("entry-revoke", &Op::Revoke(MandateId([7; 16])), &account);
    book.author("entry-veto", &Op::Veto(CeremonyId([8; 16])), &account);
    let slot = SlotId([2; 16]);
    book.root(
        "entry-revoke-slot",
        &Op::RevokeSlot(RevokeSlot { slot }),
        &account,
    );

    let renewed = Account::of_generation(REALM, 0xc0, 2);
    let op = Op::Rekey(Box::new(Rekey {
        generation: 2,
        root: renewed.root(),
        author: renewed.open.author.public(),
        reader: renewed.open.reader.public(),
        cause: RekeyCause::SlotRemoved,
        ceremony: None,
        seals: vec![(SlotId([1; 16]), Hash([0xd7; 32]))],
    }));
    let entry = book
        .place
        .by_both_roots(&op, &account.admin, &renewed.admin);
    book.keep("entry-rekey", &entry, &op);
    assert_eq!(book.log.settled(), Err(LogError::Unfinished));
    book.root("entry-delete", &Op::Delete, &renewed);
    let delete = book.log.deleted.unwrap();
    book.author("entry-cancel-delete", &Op::CancelDelete(delete), &renewed);

    let state = frozen("log-state", &wire::encode(&book.log));
    let read: LogState = decode_canonical(&state, 64 << 10).unwrap();
    assert_eq!(read, book.log);
}

#[test]
fn a_card_kept_through_a_rekey_keeps_its_key() {
    let renewed = Account::of_generation(REALM, 0xc0, 2);
    let made = arranged(&renewed, &[], "after rekey");
    assert_eq!(made.policy.card, card().public(REALM).key);
    assert_eq!(made.policy.card_tag, card().public(REALM).tag);
    assert_eq!(made.package.claimed().unwrap().generation, 2);
}

#[test]
fn api_bodies() {
    let account = Account::new(REALM, 0x80);
    let (_, entry) = genesis(&account);
    let made = arranged(&account, &[], "commit");
    let commit = Commit {
        entries: vec![entry.clone()],
        items: vec![Hash([1; 32]), Hash([2; 32])],
        package: Some(made.package),
        anchors: vec![(SlotId([1; 16]), vec![3; 40].into())],
        registration: None,
        orders: Vec::new(),
        suspend: None,
    };
    let read = Commit::from_bytes(&frozen("api-commit", &wire::encode(&commit))).unwrap();
    assert_eq!(read, commit);
    let commit = Commit {
        suspend: Some(account.open.suspend.public()),
        ..commit
    };
    let bytes = frozen("api-commit-security-key", &wire::encode(&commit));
    assert_eq!(Commit::from_bytes(&bytes), Ok(commit));
    let begin = RegisterSecurityKey {
        key_id: KeyId([0x22; 16]),
    };
    let bytes = frozen("api-register-security-key", &wire::encode(&begin));
    assert_eq!(decode_canonical(&bytes, 64), Ok(begin));

    let stage = Stage {
        items: vec![vec![1; 30].into(), Vec::new().into()],
    };
    let bytes = frozen("api-stage", &wire::encode(&stage));
    assert_eq!(decode_canonical::<Stage>(&bytes, limits::STAGE), Ok(stage));

    let session = Session {
        token: [9; 32],
        account: account.id,
        slot: SlotId([1; 16]),
        time: START,
    };
    let bytes = frozen("api-session", &wire::encode(&session));
    let read: Session = decode_canonical(&bytes, 256).unwrap();
    assert!(read == session && !format!("{read:?}").contains("9, 9"));

    // Each field joined at the end: what lacks the later ones is what an earlier portal says.
    let notices = |idle, deceased| NoticesAnswer {
        time: 1_800,
        idle,
        deceased,
    };
    for (name, said) in [
        ("notices", notices(None, None)),
        ("notices-idle", notices(Some(1_700), None)),
        ("notices-deceased", notices(None, Some(1_600))),
    ] {
        let bytes = frozen(name, &wire::encode(&said));
        assert_eq!(decode_canonical::<NoticesAnswer>(&bytes, 64), Ok(said));
    }

    let request = SyncRequest {
        log: Head {
            seq: 1,
            hash: entry.hash(),
        },
        manifests: vec![(Folder::Private, 3, Hash([4; 32]))],
    };
    let bytes = frozen("api-sync-request", &wire::encode(&request));
    assert_eq!(decode_canonical::<SyncRequest>(&bytes, 1_024), Ok(request));

    let answer = SyncAnswer {
        time: START,
        entries: vec![entry],
        manifests: vec![vec![5; 10].into()],
        boxes: Vec::new(),
        seals: Some(vec![6; 10].into()),
        anchor: None,
        used: 1 << 20,
        quota: limits::SPACE,
        more: false,
    };
    let bytes = frozen("api-sync-answer", &wire::encode(&answer));
    assert_eq!(decode_canonical::<SyncAnswer>(&bytes, 8_192), Ok(answer));
}

/// What the owner signs in practice is refused in prod, and the other way round.
#[test]
fn realms_never_meet_in_a_log() {
    for (mine, other) in [
        (Realm::Prod, Realm::Practice),
        (Realm::Practice, Realm::Prod),
    ] {
        let account = Account::new(mine, 0x80);
        let twin = Account::new(other, 0x80);
        assert_ne!(account.id, twin.id);
        assert_ne!(account.root(), twin.root());
        let mut place = Place {
            realm: mine,
            account: account.id,
            head: Head::NONE,
            time: START,
        };
        let op = Op::Genesis(Genesis {
            root: account.root(),
            author: account.open.author.public(),
            reader: KemKey::make(&mut Fixed(1)).public(),
        });
        let entry = place.by_root(&op, &account.admin);
        assert!(LogState::begin(mine, &entry).is_ok());
        assert_eq!(LogState::begin(other, &entry).err(), Some(LogError::Signer));
        assert_ne!(
            AccountId::of(mine, &account.root()),
            AccountId::of(other, &account.root())
        );
    }
}
