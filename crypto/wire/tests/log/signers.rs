//! The table of section 14, walked: each operation under each set of keys, and only its own sign it.

use crate::play::*;
use wire::{
    CeremonyId, MandateId,
    folder::Folder,
    log::{LogError, LogState, Op, Rights},
};

/// A log in which every operation could come next: two slots, a grant, a policy.
fn ready() -> LogState {
    let mut log = begun();
    as_root(&mut log, &add_slot(2)).unwrap();
    as_root(&mut log, &Op::Policy(Box::new(policy(&[0xc0])))).unwrap();
    let grant = grant(7, &[Folder::Argent], Rights::See);
    as_root(&mut log, &Op::Grant(Box::new(grant))).unwrap();
    log
}

#[test]
fn each_operation_is_signed_by_its_own_keys_only() {
    let log = ready();
    let mut deleted = log.clone();
    as_root(&mut deleted, &Op::Delete).unwrap();
    let delete = deleted.deleted.unwrap();
    let grant = grant(8, &[Folder::Argent], Rights::See);
    // Operation, log it comes after, and who may sign: root, author, both roots in order.
    let table: [(&LogState, Op, [bool; 3]); 10] = [
        (&log, add_slot(3), [true, false, false]),
        (&log, revoke_slot(2), [true, false, false]),
        (&log, Op::Rekey(Box::new(rekey(&log))), [false, false, true]),
        (
            &log,
            Op::Policy(Box::new(policy(&[0xc0]))),
            [true, false, false],
        ),
        (
            &log,
            Op::Epoch(epoch(&log, Folder::Argent)),
            [false, true, false],
        ),
        (&log, Op::Grant(Box::new(grant)), [true, false, false]),
        (&log, Op::Revoke(MandateId([7; 16])), [true, true, false]),
        (&log, Op::Veto(CeremonyId([9; 16])), [false, true, false]),
        (&log, Op::Delete, [true, false, false]),
        (&deleted, Op::CancelDelete(delete), [false, true, false]),
    ];
    let (root, author, new_root, new_author) = (root(1), author(1), root(2), author(2));
    for (log, op, allowed) in &table {
        let by: [(&[&Key], bool); 12] = [
            (&[&root], allowed[0]),
            (&[&author], allowed[1]),
            (&[&root, &new_root], allowed[2]),
            (&[], false),
            (&[&new_root], false),
            (&[&new_author], false),
            (&[&new_root, &root], false),
            (&[&root, &root], false),
            (&[&root, &author], false),
            (&[&author, &root], false),
            (&[&author, &new_root], false),
            (&[&root, &new_root, &author], false),
        ];
        for (at, (keys, allowed)) in by.into_iter().enumerate() {
            let mut log = (*log).clone();
            let before = log.clone();
            let outcome = apply(&mut log, op, keys);
            if allowed {
                assert_eq!(outcome.as_ref(), Ok(op), "{:?} by {at}", op.kind());
                assert_ne!(log, before);
            } else {
                assert_eq!(outcome, Err(LogError::Signer), "{:?} by {at}", op.kind());
                assert_eq!(log, before);
            }
        }
    }
}

#[test]
fn keys_of_an_earlier_generation_sign_nothing_any_more() {
    let mut log = ready();
    let op = Op::Rekey(Box::new(rekey(&log)));
    as_root(&mut log, &op).unwrap();
    let cases = [
        (add_slot(3), root(1), root(2)),
        (Op::Delete, root(1), root(2)),
        (Op::Revoke(MandateId([7; 16])), author(1), author(2)),
        (Op::Veto(CeremonyId([9; 16])), author(1), author(2)),
        (Op::Epoch(epoch(&log, Folder::Social)), author(1), author(2)),
    ];
    for (op, old, new) in &cases {
        let refused = apply(&mut log.clone(), op, &[old]);
        assert_eq!(refused, Err(LogError::Signer), "{:?}", op.kind());
        assert!(
            apply(&mut log.clone(), op, &[new]).is_ok(),
            "{:?}",
            op.kind()
        );
    }
}

#[test]
fn a_rekey_names_the_key_that_signs_it_second() {
    let log = ready();
    let mut other = rekey(&log);
    other.root = root(3).public();
    let refused = apply(
        &mut log.clone(),
        &Op::Rekey(Box::new(other)),
        &[&root(1), &root(2)],
    );
    assert_eq!(refused, Err(LogError::Signer));
}
