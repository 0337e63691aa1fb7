//! Nothing is signed that would never open again, and nothing unnamed is believed.

use super::support::*;
use crypto::{
    Opening,
    keys::{FolderKey, KemKey, ObjectKey},
    recovery::{Arranged, CardCode, arrange, open_payload},
    space::*,
};
use wire::{BlobId, Hash, ObjectId, Realm, folder::Folder};

fn seal(refs: u32, body: &Body) -> crypto::Result<wire::manifest::Manifest> {
    let account = Account::new(Realm::Prod, 0x80);
    let draft = Draft {
        realm: account.realm,
        account: account.id,
        folder: Folder::Argent,
        epoch: 1,
        seq: 1,
        prev: Hash([0; 32]),
        refs_added: (0..refs)
            .map(|i| BlobId(Hash::of(&i.to_be_bytes()).0))
            .collect(),
        refs_removed: vec![],
        drops_taken: vec![],
        drops_refused: vec![],
    };
    let key = FolderKey::make(&mut Fixed(9));
    seal_manifest(
        &draft,
        body,
        &key,
        &account.open.author,
        &mut Seeded::new("refusals"),
    )
}

fn object(id: u8) -> Object {
    Object {
        id: ObjectId([id; 16]),
        version: 1,
        key: ObjectKey::make(&mut Fixed(1)),
        blob: BlobId([1; 32]),
        hash: Hash([1; 32]),
        length: 1,
        title: String::new(),
        kind: Kind::PAPER,
        media: String::new(),
        dates: Dates {
            created: 0,
            changed: 0,
            expires: None,
            deleted: None,
        },
    }
}

#[test]
fn a_list_out_of_order_is_not_sealed() {
    let body = Body {
        objects: vec![object(2), object(1)],
        past_readers: vec![],
    };
    assert_eq!(seal(0, &body).unwrap_err(), Opening::Damaged);
    let body = Body {
        objects: vec![object(1), object(1)],
        past_readers: vec![],
    };
    assert_eq!(seal(0, &body).unwrap_err(), Opening::Damaged);
}

#[test]
fn past_reader_keys_are_sealed_in_private_only() {
    let past = PastReader {
        generation: 1,
        key: KemKey::make(&mut Fixed(3)),
    };
    let body = Body {
        objects: vec![],
        past_readers: vec![past],
    };
    assert_eq!(seal(0, &body).unwrap_err(), Opening::Damaged);
}

#[test]
fn a_header_that_nobody_would_read_is_not_signed() {
    assert!(seal(7_000, &Body::default()).is_ok());
    assert_eq!(
        seal(8_000, &Body::default()).unwrap_err(),
        Opening::TooLarge
    );
}

#[test]
fn heads_do_not_change_generation_under_one_log_head() {
    let old = heads();
    let newer = crypto::stick::Heads {
        generation: old.generation + 1,
        ..old.clone()
    };
    assert_eq!(old.allows(&newer), Err(Opening::RolledBack));
}

#[test]
fn a_payload_that_the_policy_does_not_name_is_refused() {
    let account = Account::new(Realm::Prod, 0x80);
    let card = CardCode::make(&mut Fixed(4));
    let arranged = |heads: &crypto::stick::Heads| {
        let from = Arranged {
            realm: account.realm,
            account: account.id,
            ak_open: &account.ak_open,
            admin: &account.admin,
            suspend: &account.open.suspend,
            heads,
            label: "",
        };
        arrange(
            &from,
            &[],
            &card.public(account.realm),
            &mut Seeded::new("payload"),
        )
        .unwrap()
    };
    // Same randomness, so the same shares and salts; only the heads inside differ.
    let mut older = heads();
    older.log.seq = 1;
    let (good, resealed) = (arranged(&heads()), arranged(&older));
    assert_eq!(good.policy.shares, resealed.policy.shares);
    let key = card.key(account.realm);
    let open = |payload| open_payload(account.realm, &account.id, &good.policy, payload, &key);
    assert!(open(&good.payloads[0]).is_ok());
    assert_eq!(open(&resealed.payloads[0]).unwrap_err(), Opening::Refused);
}
