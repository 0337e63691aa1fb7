//! How folders and files of an export are called: as a person reads them, and as every system takes them.

use std::collections::HashMap;
use unicode_normalization::UnicodeNormalization;
use wire::folder::Folder;

/// Longest name without its number and ending, in characters. Windows allows 260 for a whole path.
const LONGEST: usize = 60;

/// Endings of what people keep. What is not here ends in `.bin`: no name makes a system run it.
const ENDINGS: [(&str, &str); 29] = [
    ("application/pdf", "pdf"),
    ("image/jpeg", "jpg"),
    ("image/png", "png"),
    ("image/webp", "webp"),
    ("image/gif", "gif"),
    ("image/bmp", "bmp"),
    ("image/tiff", "tif"),
    ("image/heic", "heic"),
    ("image/heif", "heif"),
    ("image/avif", "avif"),
    ("image/svg+xml", "svg"),
    ("text/plain", "txt"),
    ("text/csv", "csv"),
    ("text/html", "html"),
    ("text/calendar", "ics"),
    ("text/vcard", "vcf"),
    ("message/rfc822", "eml"),
    ("application/rtf", "rtf"),
    ("application/msword", "doc"),
    ("application/vnd.ms-excel", "xls"),
    ("application/vnd.oasis.opendocument.text", "odt"),
    ("application/vnd.oasis.opendocument.spreadsheet", "ods"),
    (
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "docx",
    ),
    (
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "xlsx",
    ),
    ("application/zip", "zip"),
    ("audio/mpeg", "mp3"),
    ("audio/mp4", "m4a"),
    ("audio/ogg", "ogg"),
    ("video/mp4", "mp4"),
];

/// The name of a folder as the person knows it.
pub(super) fn of_folder(folder: Folder) -> &'static str {
    match folder {
        Folder::Private => "Privé",
        Folder::Papiers => "Identité",
        Folder::Famille => "Famille",
        Folder::Social => "Santé et social",
        Folder::Travail => "Travail",
        Folder::Logement => "Logement",
        Folder::Transports => "Transports",
        Folder::Argent => "Argent et aides",
        Folder::Justice => "Justice",
        Folder::Etranger => "Étranger et Europe",
        Folder::Loisirs => "Loisirs",
        Folder::Associations => "Associations",
    }
}

/// Names of files, each given once.
#[derive(Default)]
pub(super) struct Names {
    given: HashMap<Folder, usize>,
}

impl Names {
    /// A name for one more paper of a folder. It begins with a number, so no two are the same on a system
    /// that holds capitals and small letters for one, and none is a name that a system keeps for itself.
    pub(super) fn give(&mut self, folder: Folder, title: &str, media: &str) -> String {
        let number = self.given.entry(folder).or_default();
        *number += 1;
        let ending = ending(media);
        let name = plain(without_ending(title, ending));
        let space = if name.is_empty() { "" } else { " " };
        format!("{}/{number:03}{space}{name}.{ending}", of_folder(folder))
    }
}

/// Whether a name is one file in the folder of a theme, and nothing cleverer.
pub(super) fn is_of_a_folder(file: &str) -> bool {
    let Some((folder, name)) = file.split_once('/') else {
        return false;
    };
    let is_safe = |c: char| is_letter(c) || c == '.';
    Folder::ALL.iter().any(|known| of_folder(*known) == folder)
        && name.starts_with(|c: char| c.is_ascii_digit())
        && name.chars().all(is_safe)
        && !name.contains("..")
}

fn ending(media: &str) -> &'static str {
    let essence = media.split(';').next().unwrap_or_default().trim();
    let known = ENDINGS
        .iter()
        .find(|(known, _)| essence.eq_ignore_ascii_case(known));
    known.map_or("bin", |(_, ending)| ending)
}

/// A title often is the name of a file, with its ending.
fn without_ending<'t>(title: &'t str, ending: &str) -> &'t str {
    match title.rsplit_once('.') {
        Some((stem, last)) if last.eq_ignore_ascii_case(ending) => stem,
        _ => title,
    }
}

/// Letters, digits and few signs; every other character is a gap. No sign that turns the direction of
/// reading, none that a system reads as a path.
fn plain(title: &str) -> String {
    let letters: String = title
        .nfc()
        .map(|c| if is_letter(c) { c } else { ' ' })
        .collect();
    let words: Vec<&str> = letters.split_whitespace().collect();
    let name: String = words.join(" ").chars().take(LONGEST).collect();
    name.trim().to_owned()
}

fn is_letter(c: char) -> bool {
    c.is_alphanumeric()
        || matches!(
            c,
            ' ' | '-' | '_' | '\'' | '’' | ',' | '(' | ')' | '+' | '&'
        )
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::HashSet;

    #[test]
    fn folders_are_called_as_the_words_say() {
        let words = include_str!("../../../../docs/words.md");
        for folder in Folder::ALL {
            let line = format!("| {} | `", folder.code());
            let name = words
                .lines()
                .find(|read| read.starts_with(&line))
                .and_then(|read| read.split('|').nth(3));
            assert_eq!(name.map(str::trim), Some(of_folder(folder)));
        }
    }

    #[test]
    fn a_file_is_called_as_the_paper() {
        let mut names = Names::default();
        let mut give = |title: &str, media| names.give(Folder::Papiers, title, media);
        for (title, media, name) in [
            (
                "Carte d’identité",
                "application/pdf",
                "001 Carte d’identité.pdf",
            ),
            ("photo.JPG", "image/jpeg", "002 photo.jpg"),
            (
                "12.05.2026 : avis",
                "application/pdf",
                "003 12 05 2026 avis.pdf",
            ),
            (
                "../../etc/passwd",
                "text/plain; charset=utf-8",
                "004 etc passwd.txt",
            ),
            (
                "C:\\Windows\\x.exe",
                "application/x-msdownload",
                "005 C Windows x exe.bin",
            ),
            ("CON", "text/plain", "006 CON.txt"),
            ("…", "", "007.bin"),
            ("e\u{301}te\u{301}", "image/png", "008 été.png"),
            (
                "avis\u{202e}fdp.exe",
                "application/pdf",
                "009 avis fdp exe.pdf",
            ),
            ("بطاقة", "application/pdf", "010 بطاقة.pdf"),
        ] {
            let given = give(title, media);
            assert_eq!(given, format!("Identité/{name}"));
            assert!(is_of_a_folder(&given), "{given}");
        }
    }

    #[test]
    fn a_name_that_is_a_path_is_refused() {
        for file in [
            "",
            "001 a.pdf",
            "Identité",
            "Identité/",
            "/Identité/001 a.pdf",
            "Identité/../001 a.pdf",
            "Identité/001 a/b.pdf",
            "Identité/001\\a.pdf",
            "../001 a.pdf",
            "Identité/001..pdf",
            "Identité/a.pdf",
            "Identité/001 a.pdf\0",
            "Ailleurs/001 a.pdf",
            "identité/001 a.pdf",
        ] {
            assert!(!is_of_a_folder(file), "{file}");
        }
    }

    proptest! {
        #[test]
        fn every_system_takes_every_name(titles in proptest::collection::vec(any::<String>(), 1..20)) {
            let mut names = Names::default();
            let mut seen = HashSet::new();
            for title in titles {
                let file = names.give(Folder::Social, &title, "application/pdf");
                prop_assert!(is_of_a_folder(&file), "{file:?}");
                prop_assert!(!file.contains(['\\', ':', '*', '?', '"', '<', '>', '|']));
                prop_assert!(!file.chars().any(char::is_control));
                let name = file.split_once('/').map_or("", |(_, name)| name);
                prop_assert!(name.len() <= 255 && name.ends_with(".pdf"));
                prop_assert!(seen.insert(file.to_lowercase()));
            }
        }
    }
}
