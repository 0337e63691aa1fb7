//! A log grows by one signed entry after another: no replay, gap, fork, going back, or other realm (A9).

use crate::play::*;
use wire::{
    AccountId, CborError, Hash, Realm,
    log::{Entry, Head, LogError, LogState, Op},
};

#[test]
fn an_account_begins_with_a_slot_and_twelve_folders() {
    let mut log = LogState::begin(REALM, &genesis(REALM)).unwrap();
    assert_eq!((log.head.seq, log.keys.generation), (1, 1));
    assert_eq!(log.settled(), Err(LogError::Unfinished));
    as_root(&mut log, &add_slot(1)).unwrap();
    for folder in wire::folder::Folder::ALL {
        assert_eq!(log.settled(), Err(LogError::Unfinished));
        let op = Op::Epoch(epoch(&log, folder));
        as_author(&mut log, &op).unwrap();
    }
    assert_eq!(log.settled(), Ok(()));
    assert_eq!((log.head.seq, log.folders.len()), (14, 12));

    // A state that is stored comes back the same.
    let bytes = wire::encode(&log);
    let back: LogState = wire::decode_canonical(&bytes, bytes.len()).unwrap();
    assert_eq!(back, log);
}

#[test]
fn folders_without_a_slot_do_not_settle() {
    let mut log = LogState::begin(REALM, &genesis(REALM)).unwrap();
    renew_epochs(&mut log);
    assert_eq!(log.settled(), Err(LogError::Unfinished));
}

#[test]
fn only_ones_own_genesis_begins() {
    let begin = |entry: &Entry| LogState::begin(REALM, entry).map(drop);
    assert_eq!(begin(&genesis(REALM)), Ok(()));
    // Of the other realm; and the same genesis read in the other realm.
    let practice = genesis(Realm::Practice);
    assert_eq!(begin(&practice), Err(LogError::Signer));
    let crossed = LogState::begin(Realm::Practice, &genesis(REALM)).map(drop);
    assert_eq!(crossed, Err(LogError::Signer));
    // Signed by another key, by none, by two.
    let signed_by = |keys: &[&Key]| entry_at(REALM, Head::NONE, START, &genesis_op(), keys);
    for keys in [&[&author(1)][..], &[], &[&root(1), &root(1)]] {
        assert_eq!(begin(&signed_by(keys)), Err(LogError::Signer));
    }
    // Another operation, or another place.
    let other_op = entry_at(REALM, Head::NONE, START, &add_slot(1), &[&root(1)]);
    assert_eq!(begin(&other_op), Err(LogError::Sequence));
    for head in [
        Head {
            seq: 1,
            ..Head::NONE
        },
        Head {
            hash: Hash([1; 32]),
            ..Head::NONE
        },
    ] {
        let late = entry_at(REALM, head, START, &genesis_op(), &[&root(1)]);
        assert_eq!(begin(&late), Err(LogError::Sequence));
    }
    // Another root under this account's name.
    let sign = |bytes: &[u8]| root(1).sign(bytes);
    let stolen = Entry::sign_with(
        REALM,
        AccountId([0; 32]),
        Head::NONE,
        START,
        &genesis_op(),
        &[&sign],
    );
    assert_eq!(begin(&stolen), Err(LogError::Signer));
}

#[test]
fn a_second_genesis_is_refused() {
    let mut log = begun();
    let again = as_root(&mut log, &genesis_op());
    assert_eq!(again, Err(LogError::Sequence));
}

#[test]
fn replay_gap_and_fork_are_refused_and_change_nothing() {
    let mut log = begun();
    let first = next(&log, &add_slot(2), &[&root(1)]);
    let fork = next(&log, &add_slot(3), &[&root(1)]);
    let early = log.head;
    log.apply(&first).unwrap();
    let after = log.clone();
    let gap = Head {
        seq: log.head.seq + 1,
        ..log.head
    };
    let other_past = Head {
        hash: fork.hash(),
        ..log.head
    };
    let refused = [
        first.clone(),
        fork,
        entry_at(REALM, gap, log.time, &add_slot(4), &[&root(1)]),
        entry_at(REALM, other_past, log.time, &add_slot(4), &[&root(1)]),
        entry_at(REALM, early, log.time, &add_slot(4), &[&root(1)]),
        genesis(REALM),
    ];
    for (at, entry) in refused.iter().enumerate() {
        assert_eq!(log.apply(entry), Err(LogError::Sequence), "{at}");
    }
    assert_eq!(log, after);
}

#[test]
fn an_entry_of_another_account_is_refused() {
    let mut log = begun();
    let sign = |bytes: &[u8]| root(1).sign(bytes);
    let entry = Entry::sign_with(
        REALM,
        AccountId([0; 32]),
        log.head,
        log.time,
        &add_slot(2),
        &[&sign],
    );
    assert_eq!(log.apply(&entry), Err(LogError::Sequence));
}

#[test]
fn an_entry_signed_in_the_other_realm_is_refused() {
    let mut log = begun();
    // Same account id, same place; only the realm under the signature is another.
    let sign = |bytes: &[u8]| root(1).sign(bytes);
    let entry =
        |realm| Entry::sign_with(realm, account(), log.head, log.time, &add_slot(2), &[&sign]);
    let (practice, prod) = (entry(Realm::Practice), entry(Realm::Prod));
    assert_eq!(log.apply(&practice), Err(LogError::Signer));
    assert!(log.apply(&prod).is_ok());
}

#[test]
fn time_stands_or_goes_on_and_never_back() {
    let mut log = begun();
    let at =
        |log: &LogState, time, slot| entry_at(REALM, log.head, time, &add_slot(slot), &[&root(1)]);
    let back = at(&log, log.time - 1, 2);
    assert_eq!(log.apply(&back), Err(LogError::Time));
    let same = at(&log, log.time, 2);
    assert!(log.apply(&same).is_ok());
    let later = at(&log, log.time + 100, 3);
    assert!(log.apply(&later).is_ok());
    assert_eq!(log.time, START + 13 + 100);
}

#[test]
fn every_flipped_byte_of_an_entry_is_refused() {
    let log = begun();
    let good = wire::encode(&next(&log, &add_slot(2), &[&root(1)]));
    for at in 0..good.len() {
        let mut bytes = good.clone();
        bytes[at] ^= 1 << (at % 8);
        let refused = Entry::from_bytes(&bytes)
            .map_err(LogError::from)
            .and_then(|entry| log.clone().apply(&entry));
        assert!(refused.is_err(), "byte {at}");
    }
}

#[test]
fn header_and_body_belong_together() {
    let log = begun();
    let one = wire::encode(&next(&log, &add_slot(2), &[&root(1)]));
    let two = wire::encode(&next(&log, &add_slot(3), &[&root(1)]));
    assert!(Entry::from_bytes(&one).unwrap().view().is_ok());
    // Both are [header, body, signatures] of equal lengths: take one's header, the other's body.
    let split = 1 + 2 + usize::from(one[2]);
    assert_eq!((one[1], one[split]), (0x58, 0x59));
    let mixed = [&one[..split], &two[split..]].concat();
    let entry = Entry::from_bytes(&mixed).unwrap();
    assert_eq!(entry.view(), Err(CborError::Malformed));
}
