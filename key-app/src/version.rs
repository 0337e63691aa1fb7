//! Whether this program is the one that was signed: looked at before anything else, where it lies beside a list.
//! A program that somebody changed can leave this out; what this finds is a stick that was damaged.

use anyhow::{Context, Result};
use release::{
    Fault, LIST, PROGRAM, PublicKey, Side,
    side::SIDES,
    words::{Said, language},
};
use std::{env, fs, io, path::PathBuf};

/// The page that says what Windows lacks.
#[cfg(windows)]
const MISSING: &str = "manque-windows.html";

/// Folder of the key files: above the side that this program lies on, or beside the program.
pub(crate) fn stick() -> Result<PathBuf> {
    let folder = folder()?;
    let is_side = SIDES.iter().any(|side| folder.ends_with(side)) && folder.join(LIST).is_file();
    match folder.parent() {
        Some(above) if is_side => Ok(above.to_owned()),
        _ => Ok(folder),
    }
}

/// Goes on where this program is as its signed list says, or where there is no list beside it: then it is of no
/// version. Otherwise says so in easy words and ends. On Windows it also ends where the web view is missing.
pub(crate) fn check_or_refuse() {
    if let Err(fault) = check() {
        eprintln!("{fault}");
        refuse(Said::Changed);
    }
    #[cfg(windows)]
    if tauri::webview_version().is_err() {
        let key = PublicKey::compiled();
        let page = folder().ok();
        let page = page.and_then(|folder| release::side::page(&folder, MISSING, key.as_ref()));
        if page.is_some_and(|page| open::that(page).is_ok()) {
            std::process::exit(1);
        }
        refuse(Said::Missing);
    }
}

fn check() -> Result<(), Fault> {
    let folder = folder().map_err(io::Error::other)?;
    let Some(side) = Side::read(&folder, PublicKey::compiled().as_ref())? else {
        return Ok(());
    };
    side.holds(PROGRAM, &fs::read(env::current_exe()?)?)?;
    // Windows has loaded it by now: what this finds is a stick that was damaged. The launcher looks before.
    side.check_loaded_with(PROGRAM)
}

fn refuse(said: Said) -> ! {
    let sentence = said.sentence(&language());
    eprintln!("{sentence}");
    rfd::MessageDialog::new()
        .set_level(rfd::MessageLevel::Error)
        .set_title("Clé")
        .set_description(sentence)
        .show();
    std::process::exit(1)
}

fn folder() -> Result<PathBuf> {
    let program = env::current_exe()?;
    let folder = program.parent().context("the program lies in no folder")?;
    Ok(folder.to_owned())
}
