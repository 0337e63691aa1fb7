//! Frozen bytes of every first shape. A failing line means that stored data of earlier portals would
//! no longer be read: write a new shape, never change these.

use minicbor::bytes::ByteVec;
use wire::{
    AccountId, Hash, KeyId, Realm, SigPublic, SlotId, VoucherId,
    ceremony::{Ending, Meeting},
    folder::Folder,
    gate::{Element, EnrolmentKeys, Tries},
    log::Head,
    seal::KemPublic,
    structure::VoucherKind,
};

use super::*;
use crate::{
    fixtures::{Authenticator, Person},
    store::{Memory, Read, Record, Store, StoreError, Table},
};

fn bytes(byte: u8, length: usize) -> ByteVec {
    ByteVec::from(vec![byte; length])
}

/// The stored bytes as hexadecimal where they are short, else their hash; and back again.
pub(super) fn stored<R: Record + PartialEq + core::fmt::Debug>(record: &R) -> String {
    let bytes = record.to_bytes();
    assert_eq!(&R::from_bytes(&bytes).unwrap(), record);
    let hex = data_encoding::HEXLOWER.encode(&bytes);
    if hex.len() <= 160 {
        hex
    } else {
        format!("{} {}", bytes.len(), Hash::of(&bytes).to_hex())
    }
}

fn ceremony(stage: CeremonyStage) -> CeremonyRow {
    CeremonyRow {
        key_id: KeyId([5; 16]),
        possession: SigPublic([3; 32]),
        key: KemPublic([6; 1216]),
        voucher: VoucherId([7; 16]),
        since: 9,
        stage,
    }
}

fn all() -> Vec<(&'static str, String)> {
    let (account, slot) = (AccountId([1; 32]), SlotId([2; 16]));
    let (key, hash) = (SigPublic([3; 32]), Hash([4; 32]));
    let head = Head { seq: 5, hash };
    let tries = Tries {
        in_a_row: 1,
        enrolment: 2,
        lifetime: 3,
        left: 4,
        not_before: 5,
    };
    vec![
        (
            "slot",
            stored(&Slot {
                credential: bytes(1, 3),
                seals: bytes(2, 3),
                anchor: Some(bytes(3, 3)),
            }),
        ),
        (
            "box",
            stored(&BoxRow {
                signed: bytes(1, 3),
            }),
        ),
        (
            "manifest",
            stored(&ManifestRow {
                seq: 7,
                hash,
                bytes: bytes(1, 3),
            }),
        ),
        (
            "blob",
            stored(&Blob {
                account,
                size: 1_024,
                hash,
                folder: Some(Folder::Papiers),
                since: 9,
            }),
        ),
        (
            "upload",
            stored(&Upload {
                account,
                size: 1_024,
                since: 9,
            }),
        ),
        (
            "usage",
            stored(&Usage {
                blobs: 1_024,
                staged: 7,
            }),
        ),
        (
            "staged",
            stored(&Staged {
                item: bytes(1, 3),
                since: 9,
            }),
        ),
        (
            "package",
            stored(&PackageRow {
                signed: bytes(1, 3),
            }),
        ),
        ("payload", stored(&PayloadRow { bytes: bytes(1, 3) })),
        (
            "voucher",
            stored(&VoucherRow {
                kind: VoucherKind::Slot,
                possession: key,
                key_id: KeyId([5; 16]),
                handle: [6; 16],
                account: Some(account),
                since: 9,
                used: true,
                ceremony: Some(wire::api::WebauthnId([8; 16])),
            }),
        ),
        (
            "order",
            stored(&GateMessage {
                order: bytes(1, 3),
                since: 9,
            }),
        ),
        (
            "chain",
            stored(&ChainRow {
                header: bytes(1, 3),
            }),
        ),
        (
            "onward order",
            stored(&OnwardOrder {
                order: bytes(1, 3),
                since: 9,
            }),
        ),
        (
            "credential",
            stored(&Credential {
                passkey: "{}".into(),
                handle: [6; 16],
                account,
                slot,
            }),
        ),
        (
            "registration",
            stored(&Ceremony {
                purpose: Purpose::Register(VoucherId([7; 16])),
                state: "{}".into(),
                until: 9,
            }),
        ),
        (
            "login",
            stored(&Ceremony {
                purpose: Purpose::Login,
                state: "{}".into(),
                until: 9,
            }),
        ),
        (
            "security key registration",
            stored(&Ceremony {
                purpose: Purpose::SecurityKey(account, KeyId([5; 16]), [6; 16]),
                state: "{}".into(),
                until: 9,
            }),
        ),
        (
            "security key",
            stored(&SecurityKey {
                key_id: KeyId([5; 16]),
                suspend: key,
                suspend_n: 9,
                suspended: true,
            }),
        ),
        (
            "security key start",
            stored(&SecurityKeyStart {
                ceremony: wire::api::WebauthnId([7; 16]),
            }),
        ),
        (
            "token",
            stored(&Token {
                account,
                slot,
                realm: Realm::Practice,
                last: 9,
            }),
        ),
        (
            "answer",
            stored(&Answer {
                account,
                head,
                since: 9,
            }),
        ),
        (
            "gate key",
            stored(&GateKey {
                voucher: VoucherId([7; 16]),
                keys: EnrolmentKeys {
                    possession: key,
                    success: [key, key],
                    lineage: key,
                },
                public: Element([8; 32]),
                line: KeyId([5; 16]),
                stage: Stage::Pending(KeyId([5; 16])),
                next: Some(KeyId([6; 16])),
                proven: true,
                since: 9,
            }),
        ),
        (
            "line",
            stored(&Line {
                in_a_row: 1,
                row_limit: 10,
                enrolment: 2,
                enrolment_limit: 25,
                lifetime: 3,
                last: 9,
                controls: None,
                suspended: true,
                suspend_n: 4,
            }),
        ),
        (
            "controls",
            stored(&Line {
                in_a_row: 0,
                row_limit: 10,
                enrolment: 0,
                enrolment_limit: 25,
                lifetime: 0,
                last: 0,
                controls: Some(Controls {
                    suspend: key,
                    control: key,
                    n: 1,
                }),
                suspended: false,
                suspend_n: 0,
            }),
        ),
        (
            "attempt",
            stored(&Attempt {
                since: 9,
                told: Some(tries),
                asked: hash,
            }),
        ),
        (
            "gate voucher",
            stored(&GateVoucher {
                possession: key,
                key_id: KeyId([5; 16]),
                since: 9,
            }),
        ),
        ("gate challenge", stored(&GateChallengeRow { until: 9 })),
        (
            "deletion",
            stored(&Deletion {
                until: 9,
                orders: vec![bytes(1, 3), bytes(2, 2)],
            }),
        ),
        (
            "erasure",
            stored(&Erasure {
                since: 9,
                handles: vec![bytes(6, 16)],
            }),
        ),
        ("tombstone", stored(&Tombstone { since: 9 })),
        (
            "grant box",
            stored(&GrantBox {
                signed: bytes(1, 3),
            }),
        ),
        (
            "letters",
            stored(&Letters {
                owner: bytes(1, 3),
                grantee: Some(bytes(2, 3)),
            }),
        ),
        (
            "letters of a mandate that is over",
            stored(&Letters {
                owner: bytes(1, 3),
                grantee: None,
            }),
        ),
        ("entrusted", stored(&EntrustedRow { seq: 300 })),
        (
            "journal entry",
            stored(&JournalRow {
                line: bytes(1, 3),
                received: 9,
            }),
        ),
        (
            "drop",
            stored(&DropRow {
                folder: Folder::Argent,
                blob: wire::BlobId([7; 32]),
                signed: Some(bytes(1, 3)),
                sealed: Some(bytes(2, 3)),
                since: 9,
            }),
        ),
        (
            "drop that was decided",
            stored(&DropRow {
                folder: Folder::Argent,
                blob: wire::BlobId([7; 32]),
                signed: None,
                sealed: None,
                since: 9,
            }),
        ),
        ("drop blob", stored(&DropBlob { since: 9 })),
        ("chain end", stored(&ChainEnd { n: 300, hash })),
        ("ceremony", stored(&ceremony(CeremonyStage::Seeking))),
        (
            "ceremony about",
            stored(&ceremony(CeremonyStage::About(Case {
                record: bytes(1, 3),
                meetings: vec![Meeting {
                    commitment: Some(hash),
                    held: None,
                    asked: None,
                    approved: false,
                }],
                approvals: vec![None, Some(bytes(2, 3))],
                token: Some((hash, 9)),
            }))),
        ),
        (
            "ceremony done",
            stored(&ceremony(CeremonyStage::Done(account, hash, 9))),
        ),
        (
            "ceremony ended",
            stored(&ceremony(CeremonyStage::Ended(Ending::Vetoed))),
        ),
        ("ask challenge", stored(&AskChallenge { until: 9 })),
        (
            "roll",
            stored(&RollRow {
                signed: bytes(1, 3),
            }),
        ),
        (
            "opened",
            stored(&Opened {
                month: 700,
                noticed: None,
                ended: Some(7),
            }),
        ),
        (
            "deceased",
            stored(&Deceased {
                since: 7,
                stage: Said::Counts(9),
            }),
        ),
        (
            "deceased withdrawn",
            stored(&Deceased {
                since: 7,
                stage: Said::Withdrawn,
            }),
        ),
        (
            "deceased opened",
            stored(&Deceased {
                since: 7,
                stage: Said::Opened(9),
            }),
        ),
    ]
}

#[test]
fn first_shapes_are_frozen() {
    let frozen: Vec<(&str, &str)> = include_str!("frozen-v1.txt")
        .lines()
        .filter_map(|line| line.split_once(": "))
        .collect();
    let found = all();
    assert_eq!(frozen.len(), found.len());
    for ((name, frozen), (what, found)) in frozen.into_iter().zip(&found) {
        assert_eq!((name, frozen), (*what, found.as_str()));
    }
}

/// Account and log rows hold shapes of `wire`, frozen there; here they only come back.
#[test]
fn accounts_and_entries_come_back() {
    use wire::{
        api::{WebauthnId, WebauthnOptions},
        log::LogState,
    };
    let mut person = Person::new("frozen");
    let options = WebauthnOptions {
        ceremony: WebauthnId([0; 16]),
        options: r#"{"publicKey":{"challenge":"AA","user":{"id":"AA"}}}"#.into(),
    };
    let draft = person.genesis(&mut Authenticator::new("frozen"), &options);
    let (first, rest) = draft.entries.split_first().unwrap();
    let mut state = LogState::begin(crate::fixtures::REALM, first).unwrap();
    for entry in rest {
        state.apply(entry).unwrap();
    }
    stored(&Account { state, since: 9 });
    stored(&LogRow {
        entry: first.clone(),
        received: 9,
    });
}

/// How much room a bench uses, as a later portal might store it: an old database is read, and
/// written in the new shape when it is next put.
#[derive(Debug, PartialEq, minicbor::Encode, minicbor::Decode)]
#[cbor(array)]
struct UsageV2 {
    #[n(0)]
    blobs: u64,
    #[n(1)]
    staged: u64,
    #[n(2)]
    drops: u64,
}

impl crate::store::Migrate for UsageV2 {
    type Previous = Usage;

    fn migrate(previous: Usage) -> Self {
        Self {
            blobs: previous.blobs,
            staged: previous.staged,
            drops: 0,
        }
    }
}

impl Record for UsageV2 {
    const TABLE: Table = Table::Usage;
}

#[test]
fn an_old_database_is_read_by_a_later_portal() {
    let store = Store::start(Memory::new()).unwrap();
    let old = Usage {
        blobs: 1_024,
        staged: 7,
    };
    let write = |key: &'static [u8]| {
        let wrote = store.write(move |tx| {
            match key {
                b"old" => tx.put_record(key, &old),
                _ => {
                    let found: Option<UsageV2> = tx.get_record(b"old")?;
                    tx.put_record(key, &found.unwrap());
                }
            }
            Ok::<_, StoreError>(())
        });
        wrote.unwrap();
    };
    write(b"old");
    write(b"new");
    let bytes = store.read(|read| read.get(Table::Usage, b"new")).unwrap();
    assert_eq!(bytes.unwrap(), b"\x02\x83\x19\x04\x00\x07\x00");
    // A portal of today does not guess at what a later one wrote.
    let newer: Result<Option<Usage>, _> = store.read(|read| read.get_record(b"new"));
    assert!(matches!(newer, Err(StoreError::TooNew { found: 2, .. })));
}
