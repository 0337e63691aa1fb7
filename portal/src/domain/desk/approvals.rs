//! Whom an officer approves as a helper. That certifies nobody yet: the key that does is offline, and whoever
//! has it in hand compares the numbers once more.

use wire::{
    Code,
    helper::{HelperNumber, Role},
};

use super::acts;
use crate::{
    domain::{DAY, Outcome, ensure},
    records::{Act, Approval, StaffId},
    store::{Read, Table, Tx},
};

/// Days an approval counts. Whoever still asks then is approved anew.
pub(crate) const DAYS: u64 = 31;
/// Approvals that wait for the key.
const MOST: usize = 200;

/// Somebody with this number is approved in this quality. Said again, the later one counts.
///
/// # Errors
/// `QuotaReached` where too many wait.
pub(crate) fn approve(
    tx: &mut Tx<'_>,
    number: &HelperNumber,
    role: Role,
    by: StaffId,
    now: u64,
) -> Outcome<()> {
    let number = number.to_string();
    // Those that count no more go here: there are never many.
    let rows = tx.scan_records::<Approval>(&[], None, usize::MAX)?;
    let (waiting, over): (Vec<_>, Vec<_>) = rows.into_iter().partition(|(_, row)| counts(row, now));
    for (key, _) in over {
        tx.delete(Table::Approvals, key);
    }
    ensure(waiting.len() < MOST, Code::QuotaReached)?;
    let row = Approval {
        role,
        by,
        time: now,
    };
    tx.put_record(number.clone(), &row);
    acts::write(tx, Some(by), Act::Approved(number, role), now)
}

/// That is taken back, by somebody of the staff; or it was done with the key, by nobody of them.
///
/// # Errors
/// `NotFound` where nobody with this number is approved.
pub(crate) fn withdraw(
    tx: &mut Tx<'_>,
    number: &HelperNumber,
    by: Option<StaffId>,
    now: u64,
) -> Outcome<()> {
    let number = number.to_string();
    let row: Option<Approval> = tx.get_record(number.as_bytes())?;
    ensure(row.is_some(), Code::NotFound)?;
    tx.delete(Table::Approvals, number.clone());
    let act = match by {
        Some(_) => Act::Withdrawn(number),
        None => Act::Certified(number),
    };
    acts::write(tx, by, act, now)
}

/// Somebody was stopped with the key: they are approved no more, if they were.
pub(crate) fn stopped(tx: &mut Tx<'_>, number: &HelperNumber, now: u64) -> Outcome<()> {
    let number = number.to_string();
    let row: Option<Approval> = tx.get_record(number.as_bytes())?;
    if row.is_some() {
        tx.delete(Table::Approvals, number.clone());
        acts::write(tx, None, Act::Withdrawn(number), now)?;
    }
    Ok(())
}

/// Somebody of the staff was ended, and whom they approved is approved no more.
pub(crate) fn ended(tx: &mut Tx<'_>, staff: StaffId, by: Option<StaffId>, now: u64) -> Outcome<()> {
    for (key, row) in tx.scan_records::<Approval>(&[], None, usize::MAX)? {
        if row.by == staff {
            let number = number(&key)?.to_string();
            tx.delete(Table::Approvals, key);
            acts::write(tx, by, Act::Withdrawn(number), now)?;
        }
    }
    Ok(())
}

/// Everybody who is approved and waits for the key.
pub(crate) fn all(read: &impl Read, now: u64) -> Outcome<Vec<(HelperNumber, Approval)>> {
    let rows = read.scan_records::<Approval>(&[], None, usize::MAX)?;
    let rows = rows.into_iter().filter(|(_, row)| counts(row, now));
    rows.map(|(key, row)| Ok((number(&key)?, row))).collect()
}

fn counts(row: &Approval, now: u64) -> bool {
    now < row.time.saturating_add(DAYS * DAY)
}

fn number(key: &[u8]) -> Outcome<HelperNumber> {
    let text = core::str::from_utf8(key).ok();
    let number = text.and_then(HelperNumber::parse);
    number.ok_or_else(|| Code::Damaged.into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        domain::desk::staff,
        fixtures::NOW,
        records::StaffRole,
        store::{Memory, Store},
    };
    use wire::{Refusal, random::System};

    fn write<T: Send + 'static>(
        store: &Store,
        rule: impl FnOnce(&mut Tx<'_>) -> Outcome<T> + Send + 'static,
    ) -> Result<T, Code> {
        let wrote = store.write(rule);
        wrote.map_err(|error| Refusal::from(error).code)
    }

    fn numbered(byte: u8) -> HelperNumber {
        HelperNumber::parse(&byte.to_string().repeat(12)).unwrap()
    }

    fn approved(store: &Store, byte: u8, by: StaffId, now: u64) {
        write(store, move |tx| {
            approve(tx, &numbered(byte), Role::Volunteer, by, now)
        })
        .unwrap();
    }

    fn waiting(store: &Store, now: u64) -> Vec<HelperNumber> {
        let all = store.read(|read| all(read, now)).unwrap();
        all.into_iter().map(|(number, _)| number).collect()
    }

    #[test]
    fn an_approval_counts_for_a_month_and_the_next_takes_it_away() {
        let store = Store::start(Memory::new()).unwrap();
        let by = StaffId([7; 16]);
        approved(&store, 1, by, NOW);
        let over = NOW + DAYS * DAY;
        assert_eq!(waiting(&store, over - 1), [numbered(1)]);
        assert!(waiting(&store, over).is_empty());
        approved(&store, 2, by, over);
        let rows = store.read(|read| read.scan(Table::Approvals, &[], None, 9));
        assert_eq!(rows.unwrap().len(), 1);
    }

    #[test]
    fn an_approval_goes_with_who_gave_it_and_with_who_was_stopped() {
        let store = Store::start(Memory::new()).unwrap();
        let invited = write(&store, |tx| {
            let officer = ("Ines", StaffRole::Officer);
            staff::invite(tx, officer, None, NOW, &mut System::new())
        });
        let (ines, other) = (invited.unwrap().0, StaffId([7; 16]));
        approved(&store, 1, ines, NOW);
        approved(&store, 2, other, NOW);
        approved(&store, 3, other, NOW);
        write(&store, move |tx| staff::end(tx, ines, None, NOW)).unwrap();
        let left = waiting(&store, NOW);
        assert!(left.len() == 2 && !left.contains(&numbered(1)), "{left:?}");
        let stop = |byte| write(&store, move |tx| stopped(tx, &numbered(byte), NOW)).unwrap();
        stop(2);
        assert_eq!(waiting(&store, NOW), [numbered(3)]);
        // Nobody was approved under it: nothing is written down.
        let acts = |store: &Store| store.read(|read| acts::page(read, None, 99)).unwrap();
        let before = acts(&store);
        stop(2);
        assert_eq!(acts(&store), before);
        let withdrawn = Act::Withdrawn(numbered(2).to_string());
        assert_eq!((before[0].1.by, &before[0].1.act), (None, &withdrawn));
    }
}
