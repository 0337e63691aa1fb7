//! Everything that the entries name is found, checked, and stored with them.

use wire::{Code, api::Commit, log::LogState};

use super::{
    Ground,
    apply::{Changes, Deleting},
    folders, recovery, slots,
};
use crate::{
    domain::{
        Outcome,
        ceremony::own,
        deletion,
        desk::tally::{self, Counted},
        mandates, outbox,
        register::By,
        security_keys,
        staging::{self, Bench, Items},
    },
    records::{Account, LogRow},
    store::Tx,
};

/// A commit whose entries were all applied, on its way into the tables.
pub(super) struct Settling<'a> {
    pub(super) state: &'a LogState,
    pub(super) commit: &'a Commit,
    pub(super) changes: &'a Changes,
    pub(super) since: u64,
    /// What a slot is added by.
    pub(super) by: By,
}

/// Finds and checks everything the entries name, and stores it with them.
pub(super) fn settle(
    tx: &mut Tx<'_>,
    ground: &Ground<'_>,
    settling: &Settling<'_>,
    bench: &Bench,
) -> Outcome<()> {
    let Settling {
        state,
        commit,
        changes,
        since,
        ..
    } = *settling;
    let items: Items = staging::take(tx, bench, &commit.items)?;
    slots::remove(tx, state, &changes.revoked)?;
    let added = slots::add(tx, ground, settling, &items)?;
    let (account, suspend) = (&state.account, commit.suspend);
    security_keys::settle(tx, account, added, changes.is_rekeyed, suspend)?;
    slots::reseal(tx, settling, &items)?;
    for grant in &changes.ended {
        mandates::end(tx, &state.account, grant)?;
        if changes.is_stopped(grant, ground.now) {
            tally::count(tx, Counted::MandateStopped, ground.now)?;
        }
    }
    folders::start(tx, state, &changes.epochs, &items, ground.now)?;
    for (seq, grant) in &changes.granted {
        let (certified, now) = (ground.certified, ground.now);
        mandates::begin(tx, state, grant, *seq, certified, &items, now)?;
        tally::count(tx, Counted::MandateGiven, now)?;
    }
    recovery::replace(tx, settling, &items)?;
    if let Some(ceremony) = &changes.veto {
        own::veto(tx, &state.account, ceremony)?;
    }
    let rekeyed = if changes.is_rekeyed {
        state.slots.len()
    } else {
        0
    };
    let sticks = changes.added.len() + changes.revoked.len() + rekeyed;
    let (place, orders, now) = (ground.place, &commit.orders, ground.now);
    match changes.deletion {
        Some(Deleting::Signed) => deletion::hold(tx, place, state, orders, now)?,
        Some(Deleting::TakenBack) => {
            deletion::take_back(tx, &state.account, now)?;
            outbox::put(tx, place, orders, sticks, now)?;
        }
        None => outbox::put(tx, place, orders, sticks, now)?,
    }
    for entry in &commit.entries {
        let seq = entry.view().map_err(|_| Code::Malformed)?.header.seq;
        let row = LogRow {
            entry: entry.clone(),
            received: ground.now,
        };
        tx.put_record([state.account.as_ref(), &seq.to_be_bytes()].concat(), &row);
    }
    let account = Account {
        state: state.clone(),
        since,
    };
    tx.put_record(state.account.0, &account);
    Ok(())
}
