//! Whether this program is the one that was signed: looked at before anything else, where it lies beside a list.
//! A program that somebody changed can leave this out; what this finds is a stick that was damaged.

use anyhow::Context;
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
pub(crate) fn stick() -> anyhow::Result<PathBuf> {
    let folder = folder()?;
    let is_side = SIDES.iter().any(|side| folder.ends_with(side)) && folder.join(LIST).is_file();
    match folder.parent() {
        Some(above) if is_side => Ok(above.to_owned()),
        _ => Ok(folder),
    }
}

/// Says in easy words why this program is not started, and ends.
pub(crate) fn refuse(fault: &Refused) -> ! {
    match fault {
        Refused::Changed(fault) => {
            eprintln!("{fault}");
            say(Said::Changed)
        }
        #[cfg(windows)]
        Refused::NoWebView => {
            let key = PublicKey::compiled();
            let page = folder().ok();
            let page = page.and_then(|folder| release::side::page(&folder, MISSING, key.as_ref()));
            if page.is_some_and(|page| open::that(page).is_ok()) {
                std::process::exit(1);
            }
            say(Said::Missing)
        }
    }
}

/// Why it is not started.
pub(crate) enum Refused {
    /// It is not what its signed list says.
    Changed(Fault),
    /// Windows without WebView2.
    #[cfg(windows)]
    NoWebView,
}

/// Goes on where this program is as its signed list says, or where there is no list beside it: then it is of no
/// version. On Windows the web view must be there too.
///
/// # Errors
/// [`Refused`].
pub(crate) fn check() -> Result<(), Refused> {
    is_whole().map_err(Refused::Changed)?;
    #[cfg(windows)]
    tauri::webview_version().map_err(|_| Refused::NoWebView)?;
    Ok(())
}

fn is_whole() -> Result<(), Fault> {
    let folder = folder().map_err(io::Error::other)?;
    let Some(side) = Side::read(&folder, PublicKey::compiled().as_ref())? else {
        return Ok(());
    };
    side.holds(PROGRAM, &fs::read(env::current_exe()?)?)?;
    // Windows has loaded it by now: what this finds is a stick that was damaged. The launcher looks before.
    side.check_loaded_with(PROGRAM)
}

fn say(said: Said) -> ! {
    let sentence = said.sentence(&language());
    eprintln!("{sentence}");
    rfd::MessageDialog::new()
        .set_level(rfd::MessageLevel::Error)
        .set_title("Clé")
        .set_description(sentence)
        .show();
    std::process::exit(1)
}

fn folder() -> anyhow::Result<PathBuf> {
    let program = env::current_exe()?;
    let folder = program.parent().context("the program lies in no folder")?;
    Ok(folder.to_owned())
}
