//! The rules of each operation: what a commit must bring, who receives a key, what is never granted.

use crate::play::*;
use wire::{
    AccountId, CeremonyId, Hash, MandateId, Realm, SlotId,
    folder::Folder,
    limits,
    log::{AddSlot, Epoch, Grant, LogError, LogState, Op, Rekey, RekeyCause, Rights},
    manifest::BoxFor,
    recovery::Policy,
};

fn edited_slot(edit: impl FnOnce(&mut AddSlot)) -> Op {
    let Op::AddSlot(mut add) = add_slot(2) else {
        unreachable!("add_slot makes a slot")
    };
    edit(&mut add);
    Op::AddSlot(add)
}

fn refused(log: &LogState, op: &Op) {
    let mut after = log.clone();
    let g = log.keys.generation;
    let outcome = match op {
        Op::Epoch(_) | Op::Veto(_) | Op::CancelDelete(_) => apply(&mut after, op, &[&author(g)]),
        _ => as_root(&mut after, op),
    };
    assert_eq!(outcome, Err(LogError::Rule), "{op:?}");
    assert_eq!(after, *log);
}

#[test]
fn a_slot_is_of_this_account_realm_and_suite_and_new() {
    let log = begun();
    assert!(as_root(&mut log.clone(), &edited_slot(|_| ())).is_ok());
    refused(&log, &edited_slot(|s| s.header.suite = 2));
    refused(&log, &edited_slot(|s| s.header.realm = Realm::Practice));
    refused(
        &log,
        &edited_slot(|s| s.header.account = AccountId([0; 32])),
    );
    refused(&log, &edited_slot(|s| s.header.slot = SlotId([1; 16])));
    refused(&log, &edited_slot(|s| s.header.credential = vec![1; 16]));
}

#[test]
fn eight_slots_and_one_more_for_a_change_of_code() {
    let mut log = begun();
    for slot in 2..=9 {
        as_root(&mut log, &add_slot(slot)).unwrap();
    }
    assert_eq!(log.slots.len(), limits::SLOTS + 1);
    refused(&log, &add_slot(10));
    // Keys are not renewed to nine slots: one goes first.
    refused(&log, &Op::Rekey(Box::new(rekey(&log))));
    as_root(&mut log, &revoke_slot(9)).unwrap();
    let op = Op::Rekey(Box::new(rekey(&log)));
    as_root(&mut log, &op).unwrap();
}

#[test]
fn a_removed_slot_brings_rekey_and_epochs() {
    let mut log = begun();
    as_root(&mut log, &add_slot(2)).unwrap();
    assert_eq!(log.settled(), Ok(()));
    refused(&log, &revoke_slot(3));
    as_root(&mut log, &revoke_slot(1)).unwrap();
    assert_eq!(log.settled(), Err(LogError::Unfinished));
    let op = Op::Rekey(Box::new(rekey(&log)));
    as_root(&mut log, &op).unwrap();
    for folder in Folder::ALL {
        assert_eq!(log.settled(), Err(LogError::Unfinished));
        let op = Op::Epoch(epoch(&log, folder));
        as_author(&mut log, &op).unwrap();
    }
    assert_eq!(log.settled(), Ok(()));
    assert_eq!(log.slots.keys().collect::<Vec<_>>(), [&SlotId([2; 16])]);
    assert_eq!(log.slots[&SlotId([2; 16])].seals, Hash([0xe2; 32]));
    assert_eq!(log.roots, [root(1).public(), root(2).public()]);
}

#[test]
fn the_last_slot_goes_only_with_a_policy() {
    let mut log = begun();
    refused(&log, &revoke_slot(1));
    as_root(&mut log, &Op::Policy(Box::new(policy(&[0xc0])))).unwrap();
    as_root(&mut log, &revoke_slot(1)).unwrap();
    assert!(log.slots.is_empty());
    assert_eq!(log.settled(), Err(LogError::Unfinished));
}

#[test]
fn a_rekey_is_the_next_generation_sealed_to_every_slot() {
    let mut log = begun();
    as_root(&mut log, &add_slot(2)).unwrap();
    let good = rekey(&log);
    assert!(as_root(&mut log.clone(), &Op::Rekey(Box::new(good.clone()))).is_ok());
    let edits: [fn(&mut Rekey); 8] = [
        |r| r.generation = 1,
        |r| r.generation = 3,
        |r| r.seals.clear(),
        |r| r.seals.reverse(),
        |r| r.seals.push((SlotId([3; 16]), Hash([0; 32]))),
        |r| r.seals[1].0 = SlotId([3; 16]),
        |r| r.cause = RekeyCause::Recovery,
        |r| r.ceremony = Some(CeremonyId([0; 16])),
    ];
    for edit in edits {
        let mut edited = good.clone();
        edit(&mut edited);
        refused(&log, &Op::Rekey(Box::new(edited)));
    }
    let mut recovery = good.clone();
    recovery.cause = RekeyCause::Recovery;
    recovery.ceremony = Some(CeremonyId([5; 16]));
    assert!(as_root(&mut log.clone(), &Op::Rekey(Box::new(recovery))).is_ok());
    // No root comes back.
    let mut same = good;
    same.root = root(1).public();
    let outcome = apply(&mut log, &Op::Rekey(Box::new(same)), &[&root(1), &root(1)]);
    assert_eq!(outcome, Err(LogError::Rule));
}

#[test]
fn a_rekey_with_a_policy_brings_a_new_policy() {
    let mut log = begun();
    as_root(&mut log, &Op::Policy(Box::new(policy(&[0xc0])))).unwrap();
    assert_eq!(log.settled(), Ok(()));
    let op = Op::Rekey(Box::new(rekey(&log)));
    as_root(&mut log, &op).unwrap();
    renew_epochs(&mut log);
    assert_eq!(log.settled(), Err(LogError::Unfinished));
    // Within a rekey a holder may go: the old package opens nothing any more.
    as_root(&mut log, &Op::Policy(Box::new(policy(&[0xc1])))).unwrap();
    assert_eq!(log.settled(), Ok(()));
}

#[test]
fn a_holder_who_goes_brings_a_rekey() {
    let mut log = begun();
    as_root(&mut log, &Op::Policy(Box::new(policy(&[0xc0])))).unwrap();
    as_root(&mut log, &Op::Policy(Box::new(policy(&[0xc0, 0xc1])))).unwrap();
    assert_eq!(log.settled(), Ok(()), "a holder who joins does not");
    as_root(&mut log, &Op::Policy(Box::new(policy(&[0xc1])))).unwrap();
    assert_eq!(log.settled(), Err(LogError::Unfinished));
}

#[test]
fn a_policy_never_opens_with_one_share() {
    let log = begun();
    for holders in [&[][..], &[0xc0], &[0xc0, 0xc1]] {
        let op = Op::Policy(Box::new(policy(holders)));
        assert!(as_root(&mut log.clone(), &op).is_ok());
    }
    let edits: [fn(&mut Policy); 9] = [
        |p| p.threshold = 0,
        |p| p.threshold = 1,
        |p| p.threshold = 4,
        |p| p.shares = vec![Hash([0; 32]); 6],
        |p| p.shares.truncate(1),
        |p| p.payloads.truncate(1),
        |p| p.payloads.push(Hash([0; 32])),
        |p| p.holders[0].account = account(),
        |p| p.holders[1].account = p.holders[0].account,
    ];
    for edit in edits {
        let mut edited = policy(&[0xc0, 0xc1]);
        edit(&mut edited);
        refused(&log, &Op::Policy(Box::new(edited)));
    }
}

#[test]
fn a_folder_key_goes_to_the_owner_and_live_readers_exactly() {
    let mut log = begun();
    for (mandate, rights) in [(3, Rights::See), (4, Rights::Drop), (5, Rights::Act)] {
        let op = Op::Grant(Box::new(grant(mandate, &[Folder::Argent], rights)));
        as_root(&mut log, &op).unwrap();
    }
    let mut ended = grant(6, &[Folder::Argent], Rights::See);
    (ended.not_before, ended.not_after) = (START - 10, START - 5);
    as_root(&mut log, &Op::Grant(Box::new(ended))).unwrap();
    let mandate = |id: u8| BoxFor::Mandate(MandateId([id; 16]));
    let whys: Vec<_> = epoch(&log, Folder::Argent)
        .boxes
        .iter()
        .map(|b| b.why)
        .collect();
    assert_eq!(whys, [BoxFor::Owner, mandate(3), mandate(5)]);
    let good = epoch(&log, Folder::Argent);
    assert!(as_author(&mut log.clone(), &Op::Epoch(good.clone())).is_ok());
    let edits: [fn(&mut Epoch); 11] = [
        |e| e.epoch = 1,
        |e| e.epoch = 3,
        |e| e.folder = Folder::Social,
        |e| e.boxes.clear(),
        |e| e.boxes.rotate_left(1),
        |e| e.boxes.truncate(2),
        |e| e.boxes = e.boxes[1..].to_vec(),
        |e| e.boxes.reverse(),
        |e| e.boxes[2].recipient = Hash([0; 32]),
        |e| e.boxes[2].why = BoxFor::Mandate(MandateId([4; 16])),
        |e| e.boxes.push(owner_box(&reader(1))),
    ];
    for edit in edits {
        let mut edited = good.clone();
        edit(&mut edited);
        refused(&log, &Op::Epoch(edited));
    }
    // Revoked: the next epoch is without it.
    as_author(&mut log, &Op::Revoke(MandateId([3; 16]))).unwrap();
    refused(&log, &Op::Epoch(good));
    let without = epoch(&log, Folder::Argent);
    assert_eq!(without.boxes.len(), 2);
    as_author(&mut log, &Op::Epoch(without)).unwrap();
}

#[test]
fn a_mandate_counts_from_its_start_until_its_end() {
    let mut log = begun();
    let op = Op::Grant(Box::new(grant(7, &[Folder::Argent], Rights::Act)));
    as_root(&mut log, &op).unwrap();
    let live = |log: &LogState, now| log.live_grant(&MandateId([7; 16]), now).is_some();
    assert!(!live(&log, START - 1) && live(&log, START));
    assert!(live(&log, START + 999_999) && !live(&log, START + 1_000_000));
    assert!(log.live_grant(&MandateId([8; 16]), START).is_none());
    as_author(&mut log, &Op::Revoke(MandateId([7; 16]))).unwrap();
    assert!(!live(&log, START));
    let mut again = log.clone();
    let twice = as_author(&mut again, &Op::Revoke(MandateId([7; 16])));
    assert_eq!(twice, Err(LogError::Rule));
}

#[test]
fn a_grant_names_another_person_and_shareable_folders_for_a_while() {
    let log = begun();
    let good = grant(7, &[Folder::Argent, Folder::Justice], Rights::See);
    assert!(as_root(&mut log.clone(), &Op::Grant(Box::new(good.clone()))).is_ok());
    let edits: [fn(&mut Grant); 10] = [
        |g| g.grantee = account(),
        |g| g.not_after = g.not_before,
        |g| g.not_after = g.not_before - 1,
        |g| g.folders.clear(),
        |g| g.folders.reverse(),
        |g| g.folders[1] = g.folders[0],
        |g| g.folders[0] = Folder::Private,
        |g| g.boxes.truncate(1),
        |g| g.rights = Rights::Drop,
        |g| g.letters.push(Hash([0; 32])),
    ];
    for edit in edits {
        let mut edited = good.clone();
        edit(&mut edited);
        refused(&log, &Op::Grant(Box::new(edited)));
    }
    for rights in [Rights::See, Rights::Drop, Rights::Act] {
        let private = grant(7, &[Folder::Private], rights);
        refused(&log, &Op::Grant(Box::new(private)));
    }
}

#[test]
fn mandates_are_counted_and_named_once() {
    let mut log = begun();
    for mandate in 0..32 {
        let op = Op::Grant(Box::new(grant(mandate, &[Folder::Argent], Rights::Drop)));
        as_root(&mut log, &op).unwrap();
    }
    assert_eq!(log.grants.len(), limits::MANDATES);
    let more = |mandate| Op::Grant(Box::new(grant(mandate, &[Folder::Argent], Rights::Drop)));
    refused(&log, &more(32));
    as_author(&mut log, &Op::Revoke(MandateId([0; 16]))).unwrap();
    refused(&log, &more(1));
    assert!(as_root(&mut log, &more(32)).is_ok());
}

#[test]
fn while_deleted_only_cancelling_is_allowed() {
    let mut log = begun();
    let op = Op::Grant(Box::new(grant(7, &[Folder::Argent], Rights::See)));
    as_root(&mut log, &op).unwrap();
    let with_delete = next(&log, &Op::Delete, &[&root(1)]);
    as_root(&mut log, &Op::Delete).unwrap();
    assert!(log.live_grant(&MandateId([7; 16]), START).is_none());
    for op in [add_slot(2), Op::Delete, Op::Policy(Box::new(policy(&[])))] {
        refused(&log, &op);
    }
    refused(&log, &Op::Veto(CeremonyId([0; 16])));
    refused(&log, &Op::Epoch(epoch(&log, Folder::Argent)));
    refused(&log, &Op::CancelDelete(Hash([0; 32])));
    as_author(&mut log, &Op::CancelDelete(with_delete.hash())).unwrap();
    refused(&log, &Op::CancelDelete(with_delete.hash()));
    assert!(as_root(&mut log, &add_slot(2)).is_ok());
}
