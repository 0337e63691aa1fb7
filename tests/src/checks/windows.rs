//! The programs for Windows as they lie on a stick, under Wine. The tests play the same with quick builds of all but the
//! window; of that one Wine shows that it starts and says what is missing: Wine has no WebView2.

use super::place;
use crate::{
    version::Signer,
    wine::{Build, Computer, opens, starts_only_what_was_signed, stick_with},
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
    starts_only_what_was_signed(&computer, BUILD, &signer).await?;
    println!(
        "under Wine: the launcher starts what was signed, and nothing that was changed by a byte"
    );
    says_what_is_missing(&computer, &signer).await?;
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

/// The window finds no web view, has the page shown that says so, and ends; started by the launcher, and by itself.
async fn says_what_is_missing(computer: &Computer, signer: &Signer) -> Result<()> {
    let (_room, stick) = stick_with(&BUILD.program("cle.exe"), BUILD, signer)?;
    for program in ["ouvrir-windows.exe", "a/cle.exe"] {
        let shown = computer.told_by(&stick.join(program)).await?;
        ensure!(
            shown.ends_with("a/manque-windows.html"),
            "{program} shows {shown:?}"
        );
    }
    Ok(())
}
