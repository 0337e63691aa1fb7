//! Pinned heads: the file and the anchor come back for their own stick only, and a pin never goes
//! back (A9, A21).

use crate::support::{Account, Fixed, Seeded, heads};
use crypto::{
    Opening,
    keys::PrfOutput,
    keys::SlotOpen,
    space::Anchor,
    stick::{Heads, HeadsFile, LocalHeadKey, REPERE_SIZE},
};
use wire::{AccountId, Hash, Realm, SigPublic, SlotId, folder::Folder};

fn key() -> LocalHeadKey {
    LocalHeadKey::make(&mut Fixed(0x47))
}

#[test]
fn repere_comes_back_for_its_key_and_realm() {
    let file = HeadsFile {
        seq: 12,
        heads: heads(),
    };
    let mut random = Seeded::new("repere");
    let bytes = file.seal(&key(), Realm::Prod, &mut random).unwrap();
    assert_eq!(bytes.len(), REPERE_SIZE);
    assert_eq!(
        HeadsFile::open(&bytes, &key().copied(), Realm::Prod).unwrap(),
        file
    );
    // Fresh salt: the same heads written twice share nothing but their magic.
    let second = file.seal(&key(), Realm::Prod, &mut random).unwrap();
    let same = bytes.iter().zip(&second).filter(|(a, b)| a == b).count();
    assert!(same < 200, "{same} bytes in common");

    let other = LocalHeadKey::make(&mut Fixed(0x46));
    for (key, realm) in [(&other, Realm::Prod), (&key(), Realm::Practice)] {
        let refused = HeadsFile::open(&bytes, key, realm);
        assert_eq!(refused.unwrap_err(), Opening::Refused);
    }
}

#[test]
fn every_flipped_byte_of_repere_is_refused() {
    let file = HeadsFile {
        seq: 12,
        heads: heads(),
    };
    let good = file
        .seal(&key(), Realm::Prod, &mut Seeded::new("repere"))
        .unwrap();
    let mut bytes = good.clone();
    for at in 0..REPERE_SIZE {
        bytes[at] ^= 1 << (at % 8);
        assert!(
            HeadsFile::open(&bytes, &key(), Realm::Prod).is_err(),
            "{at}"
        );
        bytes[at] = good[at];
    }
    for cut in [0, 8, 40, REPERE_SIZE - 1] {
        let refused = HeadsFile::open(&good[..cut], &key(), Realm::Prod);
        assert_eq!(refused.unwrap_err(), Opening::Damaged);
    }
}

#[test]
fn a_pin_only_moves_forward() {
    let old = heads();
    let edits: [(&str, bool, fn(&mut Heads)); 13] = [
        ("nothing", true, |_| ()),
        ("log moves on", true, |h| h.log.seq = 10),
        ("log goes back", false, |h| h.log.seq = 8),
        ("log forks", false, |h| h.log.hash = Hash([0; 32])),
        ("other account", false, |h| {
            h.first_root = SigPublic([0; 32])
        }),
        ("generation goes back", false, |h| h.generation = 1),
        ("folder moves on", true, |h| folder(h).seq = 6),
        ("folder and epoch move on", true, |h| {
            folder(h).seq = 6;
            folder(h).epoch = 3;
        }),
        ("folder goes back", false, |h| folder(h).seq = 4),
        ("folder forks", false, |h| folder(h).hash = Hash([0; 32])),
        ("epoch goes back", false, |h| {
            folder(h).seq = 6;
            folder(h).epoch = 1;
        }),
        ("folder is gone", false, |h| {
            h.folders.remove(&Folder::Private);
        }),
        ("folder is new", true, |h| {
            let head = *folder(h);
            h.folders.insert(Folder::Social, head);
        }),
    ];
    for (what, allowed, edit) in edits {
        let mut newer = old.clone();
        edit(&mut newer);
        // The log moves with everything but the cases about the log itself.
        if allowed && newer != old {
            newer.log.seq += 1;
        }
        let expected = if allowed {
            Ok(())
        } else {
            Err(Opening::RolledBack)
        };
        assert_eq!(old.allows(&newer), expected, "{what}");
    }
}

fn folder(heads: &mut Heads) -> &mut crypto::stick::FolderHead {
    heads.folders.get_mut(&Folder::Private).unwrap()
}

#[test]
fn an_anchor_comes_back_for_its_slot_only() {
    let account = Account::new(Realm::Prod, 0x80);
    let base = account.slot_open(1).anchor;
    let here = Anchor {
        realm: Realm::Prod,
        account: account.id,
        slot: SlotId([1; 16]),
    };
    let sealed = here
        .seal(&base, &heads(), &mut Seeded::new("anchor"))
        .unwrap();
    assert_eq!(here.open(&base, &sealed).unwrap(), heads());

    let elsewhere = [
        Anchor {
            realm: Realm::Practice,
            ..here
        },
        Anchor {
            account: AccountId([0; 32]),
            ..here
        },
        Anchor {
            slot: SlotId([2; 16]),
            ..here
        },
    ];
    for place in elsewhere {
        assert_eq!(place.open(&base, &sealed).unwrap_err(), Opening::Refused);
    }
    let other_slot = account.slot_open(2).anchor;
    let other_stick = SlotOpen::derive(
        &account.slot_header(1),
        PrfOutput::take(&[0x64; 32]).unwrap(),
    );
    for base in [other_slot, other_stick.anchor] {
        assert_eq!(here.open(&base, &sealed).unwrap_err(), Opening::Refused);
    }
    for edit in [
        |s: &mut wire::slot::SealedAnchor| s.salt.0[0] ^= 1,
        |s: &mut wire::slot::SealedAnchor| s.ciphertext[9] ^= 1,
        |s: &mut wire::slot::SealedAnchor| s.ciphertext.truncate(100),
    ] {
        let mut edited = sealed.clone();
        edit(&mut edited);
        assert_eq!(here.open(&base, &edited).unwrap_err(), Opening::Refused);
    }
}

#[test]
fn all_twelve_folders_fit_an_anchor_and_a_repere() {
    let mut all = heads();
    let head = *folder(&mut all);
    all.folders = Folder::ALL.iter().map(|f| (*f, head)).collect();
    let account = Account::new(Realm::Prod, 0x80);
    let place = Anchor {
        realm: Realm::Prod,
        account: account.id,
        slot: SlotId([1; 16]),
    };
    let sealed = place
        .seal(&account.slot_open(1).anchor, &all, &mut Seeded::new("full"))
        .unwrap();
    assert!(wire::encode(&sealed).len() <= wire::slot::SealedAnchor::MAX);
}
