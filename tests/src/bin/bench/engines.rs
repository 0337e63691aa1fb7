//! The two engines side by side, under the store that serves them: what a durable write costs alone and
//! together with others, and what it writes to the disk.

use super::{Figures, process};
use anyhow::{Context, Result};
use portal::store::{OnDisk, Read, Store, StoreError, Table};
use std::thread;
use tests::screen::Stopwatch;

/// Bytes of an item: what items of a space have on average.
const ITEM: usize = 1_400;
/// Writes of one client alone.
const ALONE: u64 = 400;
/// Clients at once, and writes of each.
const CLIENTS: u64 = 32;
const EACH: u64 = 150;
/// Items that lie there before anything is measured.
const BEFORE: u64 = 20_000;
/// Items of one reading from a prefix.
const SCANNED: usize = 500;

/// Measures both.
pub(crate) fn measure(figures: &mut Figures) -> Result<()> {
    for engine in OnDisk::ALL {
        one(engine, figures)?;
    }
    Ok(())
}

fn one(engine: OnDisk, figures: &mut Figures) -> Result<()> {
    let name = engine.name();
    let folder = tempfile::tempdir_in(".")?;
    let store = engine.open(&folder.path().join("store"))?;
    store.write(|tx| {
        for item in 0..BEFORE {
            tx.put(Table::Manifests, key(item), vec![9; ITEM]);
        }
        Ok::<_, StoreError>(())
    })?;

    let alone = Used::of(|| write(&store, 0, ALONE))?;
    figures.note(&format!("{name}_alone_cpu_us"), alone.cpu_us(ALONE));
    figures.note(
        &format!("{name}_alone_disk_bytes_per_byte"),
        alone.amplified(ALONE),
    );
    figures.note(&format!("{name}_alone_per_s"), ALONE as f64 / alone.seconds);

    let total = CLIENTS * EACH;
    let together = Used::of(|| {
        thread::scope(|scope| {
            let store = &store;
            let clients =
                (0..CLIENTS).map(|client| scope.spawn(move || write(store, client, EACH)));
            let clients: Vec<_> = clients.collect();
            clients
                .into_iter()
                .try_for_each(|client| client.join().ok().context("a client broke")?)
        })
    })?;
    figures.note(&format!("{name}_32_cpu_us"), together.cpu_us(total));
    figures.note(
        &format!("{name}_32_disk_bytes_per_byte"),
        together.amplified(total),
    );
    figures.note(&format!("{name}_32_per_s"), total as f64 / together.seconds);

    let scan = Used::of(|| {
        let found = store.read(|read| read.scan(Table::Manifests, b"", None, SCANNED))?;
        anyhow::ensure!(found.len() == SCANNED, "items are missing");
        Ok(())
    })?;
    figures.note(&format!("{name}_scan500_cpu_ms"), scan.cpu_us(1) / 1_000.0);
    store.close();
    Ok(())
}

/// One client: each write waits until the one before is on the disk.
fn write(store: &Store, client: u64, writes: u64) -> Result<()> {
    for turn in 0..writes {
        let key = key(client * writes + turn);
        store.write(move |tx| {
            tx.put(Table::Manifests, key, vec![8; ITEM]);
            Ok::<_, StoreError>(())
        })?;
    }
    Ok(())
}

/// What some work has used.
struct Used {
    seconds: f64,
    cpu: f64,
    written: u64,
}

impl Used {
    fn of(work: impl FnOnce() -> Result<()>) -> Result<Self> {
        let pid = std::process::id();
        let (cpu, written) = (process::total_cpu(pid)?, process::written(pid)?);
        let watch = Stopwatch::start();
        work()?;
        Ok(Self {
            seconds: watch.seconds(),
            cpu: (process::total_cpu(pid)? - cpu).as_secs_f64(),
            written: process::written(pid)? - written,
        })
    }

    fn cpu_us(&self, writes: u64) -> f64 {
        self.cpu * 1e6 / writes as f64
    }

    fn amplified(&self, writes: u64) -> f64 {
        self.written as f64 / (writes * ITEM as u64) as f64
    }
}

fn key(item: u64) -> Vec<u8> {
    wire::Hash::of(&item.to_be_bytes()).0.to_vec()
}
