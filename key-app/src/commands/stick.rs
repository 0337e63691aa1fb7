//! "Ce que contient ma clé": every file of the stick, and a search in its bytes.

use super::Answer;
use crate::{desk::Desk, dto::Problem};
use key_core::stick::Medium;
use serde::Serialize;
use tauri::State;

/// The few files that are this stick's own, each of a fixed size.
const OWN: [&str; 4] = ["cle-a.bin", "cle-b.bin", "repere-a.bin", "repere-b.bin"];

#[derive(Serialize)]
pub(crate) struct Contents {
    files: Vec<File>,
}

#[derive(Serialize)]
struct File {
    name: String,
    bytes: u64,
    /// One of the few that are this stick's own.
    own: bool,
    /// Whether this version's published list names it.
    listed: bool,
}

#[derive(Serialize)]
pub(crate) struct Searched {
    searched: usize,
    found: usize,
}

#[tauri::command]
pub(crate) fn stick_contents(desk: State<'_, Desk>) -> Answer<Contents> {
    let entries = std::fs::read_dir(desk.folder().path()).map_err(|_| Problem::gone())?;
    let mut files: Vec<File> = entries
        .filter_map(Result::ok)
        .map(|entry| {
            let name = entry.file_name().to_string_lossy().into_owned();
            let bytes = entry.metadata().map_or(0, |m| m.len());
            let own = OWN.contains(&name.as_str());
            File {
                name,
                bytes,
                own,
                listed: own,
            }
        })
        .collect();
    files.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(Contents { files })
}

/// Looks for words in every byte of the stick's own files, as plain text and as UTF-16.
#[tauri::command]
pub(crate) fn search_stick(desk: State<'_, Desk>, words: Vec<String>) -> Searched {
    let (mut searched, mut found) = (0, 0);
    for name in OWN {
        let Ok(Some(bytes)) = desk.folder().read(name) else {
            continue;
        };
        searched += bytes.len();
        for word in words.iter().filter(|word| !word.trim().is_empty()) {
            let wide: Vec<u8> = word.encode_utf16().flat_map(u16::to_le_bytes).collect();
            for form in [word.as_bytes(), &wide] {
                found += bytes.windows(form.len()).filter(|w| *w == form).count();
            }
        }
    }
    Searched { searched, found }
}
