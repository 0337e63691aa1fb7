//! A search in every byte of every file.

use super::{Standing, contents, files::is_plain};
use crate::trouble::{Result, Trouble};
use aho_corasick::AhoCorasick;
use release::PublicKey;
use std::{fs, path::Path};

/// Where words were found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Found {
    /// Files read, every byte.
    pub searched: usize,
    /// Times in files that are not the same on every stick.
    pub own: usize,
    /// Times in files that are the same on every stick.
    pub common: usize,
}

/// Looks for words in every byte of every file, in small and in capital letters, as UTF-8 and as
/// UTF-16. Which files are the same on every stick is told as [`contents`] tells it.
///
/// # Errors
/// [`Trouble::Stick`] where a file cannot be read.
pub fn search(stick: &Path, words: &[String], key: Option<&PublicKey>) -> Result<Found> {
    let forms: Vec<Vec<u8>> = words.iter().flat_map(|word| forms(word)).collect();
    let Ok(finder) = AhoCorasick::builder()
        .ascii_case_insensitive(true)
        .build(&forms)
    else {
        return Err(Trouble::StickState("fewer words can be searched at once"));
    };
    let mut found = Found::default();
    for line in contents(stick, key)?.files {
        if line.standing == Standing::Missing {
            continue;
        }
        let path = stick.join(&line.path);
        if !is_plain(&path)? {
            continue;
        }
        let bytes = fs::read(path).map_err(Trouble::reading)?;
        let times = finder.find_iter(&bytes).count();
        found.searched += 1;
        match line.standing {
            Standing::Listed => found.common += times,
            _ => found.own += times,
        }
    }
    Ok(found)
}

fn forms(word: &str) -> Vec<Vec<u8>> {
    let word = word.trim();
    let mut forms: Vec<Vec<u8>> = [word.to_owned(), word.to_lowercase(), word.to_uppercase()]
        .iter()
        .filter(|word| !word.is_empty())
        .flat_map(|word| {
            let wide = word.encode_utf16().flat_map(u16::to_le_bytes).collect();
            [word.as_bytes().to_vec(), wide]
        })
        .collect();
    forms.sort();
    forms.dedup();
    forms
}
