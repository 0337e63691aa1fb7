//! How long a store of many items takes to open after a kill, and that all of it is there.

use crate::{report, screen::Stopwatch};
use anyhow::{Result, ensure};
use portal::store::{OnDisk, Read, Store, StoreError, Table};
use serde_json::json;
use std::{
    io::{BufRead, BufReader, Write},
    path::Path,
    process::{Command, Stdio},
};

/// Items in one transaction while it is filled.
const BATCH: u64 = 2_000;
/// Bytes of an item: what items of a space have on average.
const ITEM: usize = 1_400;

/// Fills a store in another process of the program `this`, kills that, and opens the store. Writes the
/// milliseconds into `crash.json`.
///
/// # Errors
/// Where it does not open, or an item that was acknowledged is not there.
pub fn measure(this: &Path, engine: OnDisk, items: u64) -> Result<()> {
    let folder = tempfile::tempdir_in(".")?;
    let path = folder.path().join("store");
    let mut filling = Command::new(this)
        .args([
            "fill",
            "--engine",
            engine.name(),
            "--items",
            &items.to_string(),
        ])
        .arg("--path")
        .arg(&path)
        .stdout(Stdio::piped())
        .spawn()?;
    let said = filling.stdout.take().map(BufReader::new);
    let mut stored = 0;
    for line in said.into_iter().flat_map(BufRead::lines) {
        stored = line?.parse()?;
        if stored >= items {
            break;
        }
    }
    filling.kill()?;
    filling.wait()?;
    let watch = Stopwatch::start();
    let store = engine.open(&path)?;
    let opened = watch.seconds() * 1_000.0;
    let last = store.read(|read| read.get(Table::Manifests, &key(items - 1)))?;
    ensure!(
        stored >= items && last.is_some(),
        "{stored} of {items} are there"
    );
    store.close();
    println!(
        "{}: {items} items open in {opened:.0} ms after a kill",
        engine.name()
    );
    let milliseconds = json!({ "items": items, "reopen_ms": opened.round() });
    report::crash_figure(engine.name(), "reopen", &milliseconds)
}

/// What the other process does: fills the store, saying how far it has come, until it is killed.
///
/// # Errors
/// Where the store refuses.
pub fn fill(engine: OnDisk, path: &Path, items: u64) -> Result<()> {
    let store: Store = engine.open(path)?;
    let mut next = 0;
    loop {
        let until = next + BATCH;
        store.write(move |tx| {
            for item in next..until {
                tx.put(Table::Manifests, key(item), vec![9; ITEM]);
            }
            Ok::<_, StoreError>(())
        })?;
        next = until;
        println!("{next}");
        std::io::stdout().flush()?;
        ensure!(next < 2 * items, "nobody killed it");
    }
}

fn key(item: u64) -> Vec<u8> {
    wire::Hash::of(&item.to_be_bytes()).0.to_vec()
}
