//! What the disk allows, and what the store makes of a million items.

use super::Figures;
use anyhow::Result;
use portal::store::{Read, Redb, RedbOptions, Store, StoreError, Table};
use std::io::Write;
use tests::screen::Stopwatch;

/// Synced appends of 4 KiB that are timed.
const SYNCS: u32 = 400;
/// Items written in one transaction while a store is filled.
const BATCH: u64 = 10_000;
/// Writes and reads that are timed on a filled store.
const TIMED: usize = 2_000;

/// Appends of 4 KiB, each synced.
pub(crate) fn measure(figures: &mut Figures) -> Result<()> {
    let folder = tempfile::tempdir_in(".")?;
    let mut file = std::fs::File::create(folder.path().join("log"))?;
    let watch = Stopwatch::start();
    for _ in 0..SYNCS {
        file.write_all(&[5; 4 << 10])?;
        file.sync_data()?;
    }
    figures.note("fsync_per_s", f64::from(SYNCS) / watch.seconds());
    Ok(())
}

/// The slowest hundredth of reads and durable writes, at a million items over at a thousand.
pub(crate) fn store(figures: &mut Figures) -> Result<()> {
    let (small_read, small_write) = p99(1_000)?;
    let (large_read, large_write) = p99(1_000_000)?;
    figures.note("p99_1m_over_1k", large_write / small_write);
    figures.note("p99_1m_over_1k_reads", large_read / small_read);
    Ok(())
}

fn p99(items: u64) -> Result<(f64, f64)> {
    let folder = tempfile::tempdir_in(".")?;
    let engine = Redb::open(&folder.path().join("store"), &RedbOptions::default())?;
    let store = Store::start(engine)?;
    let mut next = 0;
    while next < items {
        let until = (next + BATCH).min(items);
        store.write(move |tx| {
            for item in next..until {
                tx.put(Table::Manifests, key(item), vec![9; 1_400]);
            }
            Ok::<_, StoreError>(())
        })?;
        next = until;
    }
    let (mut reads, mut writes) = (Vec::new(), Vec::new());
    for turn in 0..TIMED {
        let at = key(turn as u64 * 7_919 % items);
        let watch = Stopwatch::start();
        store.read(|read| read.get(Table::Manifests, &at).map(drop))?;
        reads.push(watch.seconds());
        let watch = Stopwatch::start();
        store.write(move |tx| {
            tx.put(Table::Manifests, at, vec![8; 1_400]);
            Ok::<_, StoreError>(())
        })?;
        writes.push(watch.seconds());
    }
    Ok((slowest_hundredth(reads), slowest_hundredth(writes)))
}

fn key(item: u64) -> Vec<u8> {
    wire::Hash::of(&item.to_be_bytes()).0.to_vec()
}

fn slowest_hundredth(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times
        .get(times.len() * 99 / 100)
        .copied()
        .unwrap_or_default()
}
