//! Secrets that must appear nowhere, looked for in every form in which something could leak them.

use aho_corasick::AhoCorasick;
use data_encoding::{BASE64, BASE64URL_NOPAD, HEXLOWER, HEXUPPER};
use std::path::Path;
use walkdir::WalkDir;
use wire::Random;

/// Random words, planted where they are secret.
#[derive(Debug, Clone)]
pub struct Canaries {
    words: Vec<String>,
    forms: AhoCorasick,
}

impl Canaries {
    /// `count` random words.
    ///
    /// # Panics
    /// Where there are so many that no automaton can look for them.
    pub fn make(count: usize, random: &mut dyn Random) -> Self {
        let words: Vec<String> = (0..count)
            .map(|n| {
                let letters: [u8; 16] = wire::random::bytes(random);
                format!("canari{n:02}{}", HEXLOWER.encode(&letters))
            })
            .collect();
        #[expect(clippy::expect_used, reason = "a hundred words fit any automaton")]
        let forms = AhoCorasick::new(words.iter().flat_map(|word| forms(word))).expect("few words");
        Self { words, forms }
    }

    /// The words.
    #[must_use]
    pub fn words(&self) -> &[String] {
        &self.words
    }

    /// How many occurrences `bytes` holds, in any form.
    #[must_use]
    pub fn found_in(&self, bytes: &[u8]) -> usize {
        self.forms.find_overlapping_iter(bytes).count()
    }

    /// How many occurrences the files below `folder` hold, their names included.
    #[must_use]
    pub fn found_below(&self, folder: &Path) -> usize {
        WalkDir::new(folder)
            .into_iter()
            .filter_map(Result::ok)
            .map(|entry| {
                let name = entry.file_name().as_encoded_bytes();
                let content = if entry.file_type().is_file() {
                    std::fs::read(entry.path()).unwrap_or_default()
                } else {
                    Vec::new()
                };
                self.found_in(name) + self.found_in(&content)
            })
            .sum()
    }
}

/// Plain, UTF-16 both ways, hexadecimal, and base64 at each of its three alignments, without the
/// symbols at either end that depend on the neighbours.
pub(crate) fn forms(word: &str) -> Vec<Vec<u8>> {
    let plain = word.as_bytes();
    let mut forms = vec![
        plain.to_vec(),
        word.encode_utf16().flat_map(u16::to_le_bytes).collect(),
        word.encode_utf16().flat_map(u16::to_be_bytes).collect(),
        HEXLOWER.encode(plain).into_bytes(),
        HEXUPPER.encode(plain).into_bytes(),
    ];
    for skipped in 0..3 {
        let whole = &plain[skipped..];
        let whole = &whole[..whole.len() - whole.len() % 3];
        forms.push(BASE64.encode(whole).into_bytes());
        forms.push(BASE64URL_NOPAD.encode(whole).into_bytes());
    }
    forms
}

/// How often `wanted` stands in `bytes`.
#[must_use]
pub fn count(bytes: &[u8], wanted: &[u8]) -> usize {
    bytes
        .windows(wanted.len())
        .filter(|window| *window == wanted)
        .count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_is_found() {
        let canaries = Canaries::make(1, &mut wire::random::System::new());
        let word = canaries.words()[0].clone();
        for prefix in ["", "a", "ab"] {
            let text = format!("{prefix}{word}tail");
            assert!(canaries.found_in(BASE64.encode(text.as_bytes()).as_bytes()) > 0);
            assert!(canaries.found_in(HEXLOWER.encode(text.as_bytes()).as_bytes()) > 0);
            assert!(canaries.found_in(text.as_bytes()) > 0);
        }
        let wide: Vec<u8> = word.encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert!(canaries.found_in(&wide) > 0);
        assert_eq!(canaries.found_in(b"nothing here"), 0);
    }
}
