//! Figures for `target/reports/promises.json`: what each promise checked and what it found.

use anyhow::Result;
use serde_json::{Map, Value, json};
use std::{
    fs::OpenOptions,
    io::{Read, Seek, Write},
    path::PathBuf,
};

/// Adds one promise's figures. Tests run in processes of their own: the file is locked meanwhile.
///
/// # Errors
/// Where the report cannot be written.
pub fn promise(name: &str, checked: usize, found: usize) -> Result<()> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../target/reports");
    std::fs::create_dir_all(&folder)?;
    let path = folder.join("promises.json");
    let mut file = OpenOptions::new()
        .read(true)
        .write(true)
        .create(true)
        .truncate(false)
        .open(path)?;
    file.lock()?;
    let mut text = String::new();
    file.read_to_string(&mut text)?;
    let mut report: Map<String, Value> = serde_json::from_str(&text).unwrap_or_default();
    report.insert(
        name.to_owned(),
        json!({ "checked": checked, "found": found }),
    );
    file.rewind()?;
    file.set_len(0)?;
    file.write_all(serde_json::to_string_pretty(&report)?.as_bytes())?;
    Ok(())
}
