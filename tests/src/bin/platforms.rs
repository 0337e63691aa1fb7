//! Holds `docs/platforms.md` against the report of the last test run. Says nothing where the page claims no more than that.

use anyhow::{Context, Result};
use std::{fs, path::Path};
use tests::platforms::{holds, passed, rows};

fn main() -> Result<()> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let read = |name: &str| fs::read_to_string(root.join(name)).with_context(|| name.to_owned());
    let rows = rows(&read("docs/platforms.md")?)?;
    holds(&rows, &passed(&read("target/nextest/default/junit.xml")?)?)
}
