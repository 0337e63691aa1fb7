//! "Ce que contient ma clé": every file of the stick, and a search in its bytes.

use super::Answer;
use crate::desk::Desk;
use key_core::contents::{self, PublicKey, Signature, Standing};
use serde::Serialize;
use tauri::State;

#[derive(Serialize)]
pub(crate) struct Contents {
    files: Vec<File>,
    /// SHA-256 of the list of this version.
    list: Option<String>,
    /// Who signed it: "good", "development", "wrong", or "unchecked" by a program that knows no key.
    signature: &'static str,
}

#[derive(Serialize)]
struct File {
    name: String,
    bytes: u64,
    what: &'static str,
}

#[derive(Serialize)]
pub(crate) struct Searched {
    searched: usize,
    /// Times in the stick's own files and in those that nobody published.
    found: usize,
    /// Times in files that are the same on every stick.
    common: usize,
}

#[tauri::command(async)]
pub(crate) fn stick_contents(desk: State<'_, Desk>) -> Answer<Contents> {
    desk.touch();
    let key = PublicKey::compiled();
    let found = contents::contents(desk.folder().path(), key.as_ref())?;
    let files = found.files.into_iter().map(|line| File {
        name: line.name,
        bytes: line.bytes,
        what: match line.standing {
            Standing::Own => "own",
            Standing::OwnWrongSize => "ownWrongSize",
            Standing::Listed => "listed",
            Standing::Changed => "changed",
            Standing::Missing => "missing",
            Standing::Unlisted => "unlisted",
        },
    });
    Ok(Contents {
        files: files.collect(),
        list: found.list.map(|hash| hash.to_hex()),
        signature: match found.signature {
            Signature::Missing if key.is_some() => "wrong",
            Signature::Missing => "unchecked",
            Signature::Unchecked => "unchecked",
            Signature::Good(signed) if signed.development => "development",
            Signature::Good(_) => "good",
            Signature::Wrong => "wrong",
        },
    })
}

#[tauri::command(async)]
pub(crate) fn search_stick(desk: State<'_, Desk>, words: Vec<String>) -> Answer<Searched> {
    desk.touch();
    let found = contents::search(desk.folder().path(), &words, PublicKey::compiled().as_ref())?;
    Ok(Searched {
        searched: found.searched,
        found: found.own,
        common: found.common,
    })
}
