//! What a renewal since the ordinary backup left is mended: one enrolment of a line answers, the others
//! lead on to it.

use std::collections::{BTreeMap, BTreeSet};

use wire::KeyId;

use crate::{
    backup::{BackupError, write},
    records::{GateKey, Stage},
    store::{Read, Store},
};

/// Mends what a renewal since the ordinary backup left: of the enrolments of a line the one that was
/// made last and has its secret lives, or waits for its COMMIT where the one before it has its secret
/// too. Every other is its predecessor's tombstone, and leads on to it. Says whose secrets must go.
pub(super) fn renewals(
    gate: &Store,
    kept: &BTreeSet<KeyId>,
    time: u64,
) -> Result<Vec<KeyId>, BackupError> {
    let rows: Vec<(Vec<u8>, GateKey)> =
        gate.read(|read| read.scan_records(&[], None, usize::MAX))?;
    let mut lines: BTreeMap<KeyId, Vec<(KeyId, GateKey)>> = BTreeMap::new();
    for (key, row) in rows {
        if let Some(key_id) = KeyId::from_slice(&key) {
            lines.entry(row.line).or_default().push((key_id, row));
        }
    }
    let mut gone = Vec::new();
    for (line, rows) in lines {
        let mended = mend(line, &rows, kept, time);
        gone.extend(mended.iter().filter_map(|(key_id, row)| {
            let buried = matches!(row.stage, Stage::Gone(_)) && kept.contains(key_id);
            buried.then_some(*key_id)
        }));
        write(gate, move |tx| {
            for (key_id, row) in mended {
                tx.put_record(key_id.0, &row);
            }
            Ok(())
        })?;
    }
    Ok(gone)
}

/// The rows of one line that change.
fn mend(
    line: KeyId,
    rows: &[(KeyId, GateKey)],
    kept: &BTreeSet<KeyId>,
    time: u64,
) -> Vec<(KeyId, GateKey)> {
    let is_last = |(key_id, row): &&(KeyId, GateKey)| (row.since, *key_id != line);
    let answering = rows
        .iter()
        .filter(|(key_id, row)| kept.contains(key_id) && !matches!(row.stage, Stage::Gone(_)));
    let live = answering
        .clone()
        .filter(|(_, row)| match row.stage {
            Stage::Live => true,
            // What it waits for is no more: it was committed.
            Stage::Pending(of) => !kept.contains(&of),
            Stage::Gone(_) => false,
        })
        .max_by_key(is_last);
    let Some((live_id, _)) = live else {
        return Vec::new();
    };
    let live_id = *live_id;
    let next_id = answering
        .filter(|(_, row)| row.stage == Stage::Pending(live_id))
        .max_by_key(is_last)
        .map(|(key_id, _)| *key_id);
    let mut mended: Vec<(KeyId, GateKey)> = Vec::new();
    for (key_id, row) in rows {
        let mut row = row.clone();
        if *key_id == live_id {
            (row.stage, row.next) = (Stage::Live, next_id);
        } else if Some(*key_id) != next_id && !matches!(row.stage, Stage::Gone(_)) {
            // Only what was live led on; a renewal that was replaced led nowhere.
            let leads = row.stage == Stage::Live;
            row.next = leads.then_some(live_id);
            row.stage = Stage::Gone(time);
        }
        mended.push((*key_id, row));
    }
    // The stick is known by its first name, and that may be in no backup any more.
    if !rows.iter().any(|(key_id, _)| *key_id == line)
        && let Some((_, row)) = mended.iter().find(|(key_id, _)| *key_id == live_id)
    {
        let (stage, next) = (Stage::Gone(time), Some(live_id));
        let first = GateKey {
            stage,
            next,
            ..row.clone()
        };
        mended.push((line, first));
    }
    mended.retain(|changed| !rows.contains(changed));
    mended
}
