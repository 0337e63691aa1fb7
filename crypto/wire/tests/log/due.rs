//! What must come with, and what stays stopped: mandates, the last slot, renewed keys.

use super::play::*;
use wire::{MandateId, folder::Folder, log::*};

fn granted(log: &mut LogState) {
    let op = Op::Grant(Box::new(grant(7, &[Folder::Argent], Rights::See)));
    as_root(log, &op).unwrap();
}

#[test]
fn mandates_stay_stopped_when_a_deletion_is_cancelled() {
    let mut log = begun();
    granted(&mut log);
    as_root(&mut log, &Op::Delete).unwrap();
    let delete = log.deleted.unwrap();
    as_author(&mut log, &Op::CancelDelete(delete)).unwrap();
    assert!(log.live_grant(&MandateId([7; 16]), START).is_none());
}

#[test]
fn the_last_slot_stays_where_too_few_holders_could_bring_the_person_back() {
    let mut log = begun();
    as_root(&mut log, &Op::Policy(Box::new(policy(&[])))).unwrap();
    assert!(as_root(&mut log, &revoke_slot(1)).is_err());
}

#[test]
fn a_stopped_mandate_wants_fresh_keys_for_what_it_could_read() {
    let mut log = begun();
    granted(&mut log);
    as_author(&mut log, &Op::Revoke(MandateId([7; 16]))).unwrap();
    assert_eq!(log.settled(), Err(LogError::Unfinished));
    assert!(log.due.epochs.contains(&Folder::Argent));
}

#[test]
fn a_rekey_that_keeps_a_key_is_refused() {
    let mut log = begun();
    let mut kept = rekey(&log);
    kept.author = author(1).public();
    assert!(as_root(&mut log, &Op::Rekey(Box::new(kept))).is_err());
    let mut kept = rekey(&log);
    kept.reader = reader(1);
    assert!(as_root(&mut log, &Op::Rekey(Box::new(kept))).is_err());
}
