//! What was done at the desk: written in the same transaction, never changed, read with the newest first.

use wire::Code;

use crate::{
    domain::{DAY, Outcome},
    records::{Act, StaffAct, StaffId},
    store::{Read, Table, Tx},
};

/// What an act is kept under.
type Key = Vec<u8>;

/// Days that somebody's coming in is kept. What they did stays.
pub(crate) const LOGIN_DAYS: u64 = 183;

/// Writes down that it was done.
pub(crate) fn write(tx: &mut Tx<'_>, by: Option<StaffId>, act: Act, now: u64) -> Outcome<()> {
    let newest = tx.scan(Table::StaffActs, &[], None, 1)?.into_iter().next();
    let number = match newest {
        None => 0,
        Some((key, _)) => number(&key)?.checked_add(1).ok_or(Code::Damaged)?,
    };
    let row = StaffAct { time: now, by, act };
    tx.put_record(key(number), &row);
    Ok(())
}

/// At most `limit` acts with numbers below `before`, the newest first.
pub(crate) fn page(
    read: &impl Read,
    before: Option<u64>,
    limit: usize,
) -> Outcome<Vec<(u64, StaffAct)>> {
    let after = before.map(key);
    let rows =
        read.scan_records::<StaffAct>(&[], after.as_ref().map(<[u8; 8]>::as_slice), limit)?;
    rows.into_iter()
        .map(|(key, act)| Ok((number(&key)?, act)))
        .collect()
}

/// Of some acts, those by which somebody came in half a year ago or more; and where the next some begin.
pub(crate) fn old_logins(
    read: &impl Read,
    after: Option<&[u8]>,
    now: u64,
    limit: usize,
) -> Outcome<(Vec<Key>, Option<Key>)> {
    let rows = read.scan_records::<StaffAct>(&[], after, limit)?;
    let next = rows.last().filter(|_| rows.len() == limit);
    let next = next.map(|(key, _)| key.clone());
    let is_old = |act: &StaffAct| {
        let is_login = matches!(act.act, Act::SignedIn | Act::Entered);
        is_login && act.time.saturating_add(LOGIN_DAYS * DAY) <= now
    };
    let old = rows.into_iter().filter(|(_, act)| is_old(act));
    Ok((old.map(|(key, _)| key).collect(), next))
}

/// Numbers are counted down in keys: a table is read from its start.
fn key(number: u64) -> [u8; 8] {
    (u64::MAX - number).to_be_bytes()
}

fn number(key: &[u8]) -> Outcome<u64> {
    let bytes = key.try_into().map_err(|_| Code::Damaged)?;
    Ok(u64::MAX - u64::from_be_bytes(bytes))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::{Memory, Store};

    #[test]
    fn the_newest_comes_first_and_pages_join() {
        let store = Store::start(Memory::new()).unwrap();
        let wrote = store.write(|tx| {
            for time in 0..7 {
                write(tx, Some(StaffId([time as u8; 16])), Act::SignedIn, time)?;
            }
            Ok::<_, wire::Refusal>(())
        });
        wrote.unwrap();
        let read = |before| {
            store
                .read(|read| page(read, before, 3))
                .unwrap()
                .into_iter()
                .map(|(number, act)| (number, act.time))
                .collect::<Vec<_>>()
        };
        assert_eq!(read(None), [(6, 6), (5, 5), (4, 4)]);
        assert_eq!(read(Some(4)), [(3, 3), (2, 2), (1, 1)]);
        assert_eq!(read(Some(1)), [(0, 0)]);
        assert_eq!(read(Some(0)), []);
    }
}
