//! The programs for Windows as they lie on a stick, under Wine. The tests play the same with quick builds. Of the
//! window Wine shows that it starts and says what is missing: Wine has no WebView2.

use super::place;
use crate::{
    version::Signer,
    wine::{
        Build, Computer, opens, prepares_by_the_dozen, says_what_is_missing,
        starts_only_what_was_signed,
    },
};
use anyhow::{Context, Result, ensure};
use serde_json::json;
use std::fs;

/// The largest that the window's program may be, in bytes.
const LARGEST: u64 = 15 << 20;
const BUILD: Build = Build::HandedOut;

/// Plays it all; sizes go to `target/reports/windows.json`.
///
/// # Errors
/// Names what did not go as on Linux.
pub async fn windows() -> Result<()> {
    let computer = Computer::new().await?;
    let signer = Signer::with_key(place("../target/stick/development.key"))?;
    opens(&computer, BUILD).await?;
    println!(
        "under Wine: a stick was provisioned, opened for the first time and opened; Linux opens it too"
    );
    prepares_by_the_dozen(&computer, BUILD, &signer).await?;
    println!("under Wine: two folders were prepared as sticks in one go, and they open");
    starts_only_what_was_signed(&computer, BUILD, &signer).await?;
    println!(
        "under Wine: the launcher starts what was signed, and nothing that was changed by a byte"
    );
    says_what_is_missing(&computer, BUILD, &signer).await?;
    println!("under Wine: the window starts, and has the page shown that says what is missing");
    let mut sizes = serde_json::Map::new();
    for name in ["stick.exe", "ouvrir.exe", "cle.exe"] {
        let file = fs::metadata(BUILD.program(name)).with_context(|| format!("no {name}"))?;
        ensure!(file.len() <= LARGEST, "{name} has {} bytes", file.len());
        sizes.insert(name.to_owned(), json!(file.len()));
    }
    fs::create_dir_all(place("../target/reports"))?;
    let report = serde_json::to_string_pretty(&json!({ "bytes": sizes }))?;
    fs::write(place("../target/reports/windows.json"), report)?;
    Ok(())
}
