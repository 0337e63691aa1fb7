//! Histories drawn at random: a refusal changes nothing, what was accepted replays to the same state,
//! and no entry can be left out, doubled or moved.

use crate::play::*;
use proptest::{collection::vec, prelude::*};
use wire::{
    CeremonyId, Hash, MandateId,
    folder::Folder,
    limits,
    log::{Entry, LogState, Op, Rights},
};

/// An operation that may or may not be allowed now.
fn draw(log: &LogState, kind: u8, which: u8) -> Op {
    let folder = Folder::ALL[usize::from(which) % 12];
    match kind % 10 {
        0 => add_slot(which % 12),
        1 => revoke_slot(which % 12),
        2 => Op::Rekey(Box::new(rekey(log))),
        3 => Op::Policy(Box::new(policy(
            &[[0xc0, 0xc1], [0xc1, 0xc2]][usize::from(which) % 2],
        ))),
        4 | 5 => Op::Epoch(epoch(log, folder)),
        6 => {
            let rights = [Rights::See, Rights::Drop, Rights::Act][usize::from(which) % 3];
            Op::Grant(Box::new(grant(which, &[folder], rights)))
        }
        7 => Op::Revoke(MandateId([which; 16])),
        8 => Op::Veto(CeremonyId([which; 16])),
        _ => Op::CancelDelete(Hash([which; 32])),
    }
}

fn sign(log: &LogState, op: &Op) -> Entry {
    let g = log.keys.generation;
    let (root, new, author) = (root(g), root(g + 1), author(g));
    match op {
        Op::Epoch(_) | Op::Veto(_) | Op::CancelDelete(_) | Op::Revoke(_) => {
            next(log, op, &[&author])
        }
        Op::Rekey(_) => next(log, op, &[&root, &new]),
        _ => next(log, op, &[&root]),
    }
}

fn invariants(log: &LogState) -> Result<(), TestCaseError> {
    prop_assert!(log.slots.len() <= limits::SLOTS + 1);
    prop_assert!(log.grants.len() <= limits::MANDATES);
    prop_assert_eq!(log.roots.len(), log.keys.generation as usize);
    prop_assert_eq!(log.roots.last(), Some(&log.keys.root));
    prop_assert!(!log.slots.is_empty() || log.policy.is_some());
    prop_assert!(
        log.grants
            .values()
            .all(|g| !g.grant.folders.contains(&Folder::Private))
    );
    let bytes = wire::encode(log);
    let read = wire::decode_canonical::<LogState>(&bytes, bytes.len());
    prop_assert_eq!(read.as_ref(), Ok(log));
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn accepted_histories_replay_and_cannot_be_rearranged(
        wishes in vec((any::<u8>(), any::<u8>()), 1..40),
        left_out in any::<prop::sample::Index>(),
    ) {
        let start = begun();
        let mut log = start.clone();
        let mut accepted = Vec::new();
        for (kind, which) in wishes {
            let op = draw(&log, kind, which);
            let entry = sign(&log, &op);
            let before = log.clone();
            match log.apply(&entry) {
                Ok(done) => {
                    prop_assert_eq!(done, op);
                    prop_assert_eq!(log.head.seq, before.head.seq + 1);
                    accepted.push(entry);
                }
                Err(_) => prop_assert_eq!(&log, &before),
            }
            invariants(&log)?;
        }
        let mut again = start.clone();
        for entry in &accepted {
            prop_assert!(again.apply(entry).is_ok());
            prop_assert!(again.clone().apply(entry).is_err(), "doubled");
        }
        prop_assert_eq!(&again, &log);
        if accepted.len() > 1 {
            let gone = left_out.index(accepted.len() - 1);
            let mut gap = start.clone();
            for entry in &accepted[..gone] {
                gap.apply(entry).unwrap();
            }
            for later in &accepted[gone + 1..] {
                prop_assert!(gap.apply(later).is_err(), "after a gap");
            }
        }
    }
}
