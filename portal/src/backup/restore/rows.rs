//! The rows of a dump: read to their end before anybody uses them, then written in batches.

use std::{
    fs::File,
    io::{self, BufReader},
    path::Path,
};

use crate::{
    backup::{
        BackupError, at, damaged,
        dump::{self, VERSION, Which},
        write,
    },
    store::{Store, Sum, Table},
};

/// Rows written in one transaction.
const BATCH: usize = 512;

/// Reads a dump to its end before anybody uses it: the set hash of the rows that will be written.
pub(in crate::backup) fn check(rows: &Path) -> Result<Sum, BackupError> {
    let mut sum = Sum::default();
    let file = File::open(rows).map_err(at(rows))?;
    let read = dump::read(BufReader::new(file), |which, name, key, value| {
        if let Some(table) = known(name) {
            dump::count(&mut sum, which, table, &key, &value);
        }
        Ok::<_, io::Error>(())
    });
    match read {
        Ok(Some(VERSION)) => Ok(sum),
        Ok(Some(_)) => Err(BackupError::TooNew),
        Ok(None) => Err(damaged(rows)),
        Err(error) => Err(at(rows)(error)),
    }
}

/// Writes the rows, in batches, and says how many. A blob that nothing needed may have gone before it
/// was copied: its row comes back all the same, and ends as it would have.
pub(in crate::backup) fn fill(
    rows: &Path,
    space: &Store,
    gate: &Store,
) -> Result<u64, BackupError> {
    let mut count = 0;
    let mut batch: Vec<(Which, Table, Vec<u8>, Vec<u8>)> = Vec::new();
    let flush = |batch: &mut Vec<(Which, Table, Vec<u8>, Vec<u8>)>| -> Result<(), BackupError> {
        for (which, store) in [(Which::Space, space), (Which::Gate, gate)] {
            let rows: Vec<_> = batch.extract_if(.., |row| row.0 == which).collect();
            write(store, move |tx| {
                for (_, table, key, value) in rows {
                    tx.put(table, key, value);
                }
                Ok(())
            })?;
        }
        Ok(())
    };
    let file = File::open(rows).map_err(at(rows))?;
    let read = dump::read(BufReader::new(file), |which, name, key, value| {
        let Some(table) = known(name) else {
            return Ok(());
        };
        batch.push((which, table, key, value));
        count += 1;
        if batch.len() >= BATCH {
            flush(&mut batch).map_err(io::Error::other)?;
        }
        Ok::<_, io::Error>(())
    });
    match read {
        Ok(Some(VERSION)) => flush(&mut batch).map(|()| count),
        Ok(_) => Err(damaged(rows)),
        Err(error) => Err(at(rows)(error)),
    }
}

/// A table of a portal that no longer knows it has nothing to say here, nor has one that an older portal still
/// brought back.
fn known(name: &str) -> Option<Table> {
    let mut lasting = Table::ALL.iter().copied().filter(dump::lasts);
    lasting.find(|table| table.name() == name)
}
