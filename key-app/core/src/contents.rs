//! What a stick holds: every file against the published list of its version, and a search in every
//! byte. The list says what is the same on every stick; the four files that are not on it have a fixed
//! size and hold no name.

use crate::trouble::{Result, Trouble};
use aho_corasick::AhoCorasick;
use std::{
    collections::BTreeMap,
    fs, io,
    path::{Path, PathBuf},
};
use wire::Hash;

/// The list of a version, in the format of `sha256sum`: anyone can check it with that program.
pub const LIST: &str = "liste.sha256";
/// The files that are a stick's own, and the one size each may have.
pub const OWN: [(&str, u64); 4] = [
    ("cle-a.bin", 8 << 10),
    ("cle-b.bin", 8 << 10),
    ("repere-a.bin", 8 << 10),
    ("repere-b.bin", 8 << 10),
];
/// Longest list, in bytes.
const LONGEST_LIST: u64 = 1 << 20;

/// How a file stands against the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// One of the four that are this stick's own, of its fixed size.
    Own,
    /// Named as one of the four, but of another size.
    OwnWrongSize,
    /// The same, byte for byte, on every stick of this version.
    Listed,
    /// On the list, with other bytes.
    Changed,
    /// On the list, and not on the stick.
    Missing,
    /// Not on the list.
    Unlisted,
}

/// One file of the stick.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Path below the stick's folder, with `/`.
    pub name: String,
    /// Its size in bytes; 0 where it is missing.
    pub bytes: u64,
    /// How it stands.
    pub standing: Standing,
}

/// Everything on the stick.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contents {
    /// By name.
    pub files: Vec<Line>,
    /// SHA-256 of the list itself, to compare with the published one; `None` where there is no list.
    pub list: Option<Hash>,
}

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

/// Reads every file of the stick and compares it with its list.
///
/// # Errors
/// [`Trouble::Stick`] where a file cannot be read.
pub fn contents(stick: &Path) -> Result<Contents> {
    let list = read_list(&stick.join(LIST))?;
    let mut expected = list
        .as_ref()
        .map(|(_, lines)| lines.clone())
        .unwrap_or_default();
    let mut files = Vec::new();
    for (name, path) in files_below(stick)? {
        let bytes = fs::symlink_metadata(&path).map_err(Trouble::reading)?.len();
        let standing = match (own_size(&name), expected.remove(&name)) {
            (Some(size), _) if size == bytes => Standing::Own,
            (Some(_), _) => Standing::OwnWrongSize,
            (None, Some(hash)) if hash == hash_of(&path)? => Standing::Listed,
            (None, Some(_)) => Standing::Changed,
            (None, None) if name == LIST => Standing::Listed,
            (None, None) => Standing::Unlisted,
        };
        files.push(Line {
            name,
            bytes,
            standing,
        });
    }
    files.extend(expected.into_keys().map(|name| Line {
        name,
        bytes: 0,
        standing: Standing::Missing,
    }));
    files.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(Contents {
        files,
        list: list.map(|(hash, _)| hash),
    })
}

/// Looks for words in every byte of every file, in small and in capital letters, as UTF-8 and as
/// UTF-16.
///
/// # Errors
/// [`Trouble::Stick`] where a file cannot be read.
pub fn search(stick: &Path, words: &[String]) -> Result<Found> {
    let forms: Vec<Vec<u8>> = words.iter().flat_map(|word| forms(word)).collect();
    let Ok(finder) = AhoCorasick::builder()
        .ascii_case_insensitive(true)
        .build(&forms)
    else {
        return Err(Trouble::StickState("fewer words can be searched at once"));
    };
    let mut found = Found::default();
    for line in contents(stick)?.files {
        if line.standing == Standing::Missing {
            continue;
        }
        let path = stick.join(&line.name);
        if is_link(&path)? {
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

/// Writes the list of a version: every file below `folder` but the stick's own and the list itself.
///
/// # Errors
/// [`Trouble::Stick`] where a file cannot be read or the list cannot be written.
pub fn write_list(folder: &Path) -> Result<Hash> {
    let mut text = String::new();
    for (name, path) in files_below(folder)? {
        if own_size(&name).is_none() && name != LIST {
            text.push_str(&format!("{}  {name}\n", hash_of(&path)?.to_hex()));
        }
    }
    fs::write(folder.join(LIST), &text).map_err(Trouble::writing)?;
    Ok(Hash::of(text.as_bytes()))
}

/// The SHA-256 of every file that the folder's list names.
pub(crate) fn listed(folder: &Path) -> Result<Lines> {
    let list = read_list(&folder.join(LIST))?;
    Ok(list.map(|(_, lines)| lines).unwrap_or_default())
}

type Lines = BTreeMap<String, Hash>;

fn read_list(path: &Path) -> Result<Option<(Hash, Lines)>> {
    let text = match fs::metadata(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Ok(metadata) if metadata.len() > LONGEST_LIST => return Ok(None),
        _ => fs::read(path).map_err(Trouble::reading)?,
    };
    // A line that is none names no file: what it meant to name is then not on the list.
    let lines = String::from_utf8_lossy(&text)
        .lines()
        .filter_map(|line| line.split_once("  "))
        .filter_map(|(hash, name)| Some((name.to_owned(), Hash::from_hex(hash)?)))
        .collect();
    Ok(Some((Hash::of(&text), lines)))
}

pub(crate) fn own_size(name: &str) -> Option<u64> {
    OWN.iter()
        .find(|(own, _)| *own == name)
        .map(|(_, size)| *size)
}

fn hash_of(path: &Path) -> Result<Hash> {
    if is_link(path)? {
        return Ok(Hash([0; 32]));
    }
    let file = fs::File::open(path).map_err(Trouble::reading)?;
    Hash::of_all(file).map_err(Trouble::reading)
}

/// A link is not followed: what it points to is not on the stick.
fn is_link(path: &Path) -> Result<bool> {
    Ok(fs::symlink_metadata(path)
        .map_err(Trouble::reading)?
        .is_symlink())
}

/// Names with `/` and paths of every file, in order of their names.
pub(crate) fn files_below(folder: &Path) -> Result<BTreeMap<String, PathBuf>> {
    let mut files = BTreeMap::new();
    let mut folders = vec![(String::new(), folder.to_owned())];
    while let Some((above, folder)) = folders.pop() {
        for entry in fs::read_dir(&folder).map_err(Trouble::reading)? {
            let entry = entry.map_err(Trouble::reading)?;
            let name = format!("{above}{}", entry.file_name().to_string_lossy());
            if entry.file_type().map_err(Trouble::reading)?.is_dir() {
                folders.push((format!("{name}/"), entry.path()));
            } else {
                files.insert(name, entry.path());
            }
        }
    }
    Ok(files)
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

#[cfg(test)]
mod tests {
    use super::*;

    fn standing(contents: &Contents, name: &str) -> Option<Standing> {
        let line = contents.files.iter().find(|line| line.name == name)?;
        Some(line.standing)
    }

    fn stick() -> tempfile::TempDir {
        let stick = tempfile::tempdir().unwrap();
        let at = stick.path();
        fs::create_dir(at.join("aide")).unwrap();
        fs::write(at.join("cle"), "the program").unwrap();
        fs::write(at.join("aide/lisez-moi.html"), "<p>Bonjour").unwrap();
        for (name, size) in OWN {
            fs::write(at.join(name), vec![7; usize::try_from(size).unwrap()]).unwrap();
        }
        stick
    }

    #[test]
    fn a_stick_as_published_holds_the_list_and_its_own_four_files() {
        let stick = stick();
        let list = write_list(stick.path()).unwrap();
        let contents = contents(stick.path()).unwrap();
        assert_eq!(contents.list, Some(list));
        assert_eq!(contents.files.len(), 7);
        for line in &contents.files {
            let own = line.name.ends_with(".bin");
            let expected = if own { Standing::Own } else { Standing::Listed };
            assert_eq!(line.standing, expected, "{}", line.name);
        }
    }

    #[test]
    fn a_sum_is_of_the_whole_file_however_long_it_is() {
        let stick = stick();
        let long: Vec<u8> = (0..=250).cycle().take(700_001).collect();
        fs::write(stick.path().join("long"), &long).unwrap();
        write_list(stick.path()).unwrap();
        let list = fs::read_to_string(stick.path().join(LIST)).unwrap();
        let line = format!("{}  long", Hash::of(&long).to_hex());
        assert!(list.lines().any(|written| written == line));
    }

    #[test]
    fn what_differs_from_the_list_is_named() {
        let stick = stick();
        let at = stick.path();
        fs::write(at.join("gone"), "soon").unwrap();
        write_list(at).unwrap();
        fs::remove_file(at.join("gone")).unwrap();
        fs::write(at.join("cle"), "the programme").unwrap();
        fs::write(at.join("aide/lettre.txt"), "Chère Samia").unwrap();
        fs::write(at.join("cle-a.bin"), "short").unwrap();
        let contents = contents(at).unwrap();
        assert_eq!(standing(&contents, "gone"), Some(Standing::Missing));
        assert_eq!(standing(&contents, "cle"), Some(Standing::Changed));
        assert_eq!(
            standing(&contents, "aide/lettre.txt"),
            Some(Standing::Unlisted)
        );
        assert_eq!(
            standing(&contents, "cle-a.bin"),
            Some(Standing::OwnWrongSize)
        );
        assert_eq!(standing(&contents, "cle-b.bin"), Some(Standing::Own));
    }

    #[test]
    fn without_a_list_only_the_four_are_known() {
        let stick = stick();
        let contents = contents(stick.path()).unwrap();
        assert_eq!(contents.list, None);
        assert_eq!(standing(&contents, "cle"), Some(Standing::Unlisted));
        assert_eq!(standing(&contents, "repere-b.bin"), Some(Standing::Own));
    }

    #[cfg(unix)]
    #[test]
    fn a_link_is_not_followed() {
        let stick = stick();
        write_list(stick.path()).unwrap();
        fs::rename(stick.path().join("cle"), stick.path().join("aide/cle")).unwrap();
        std::os::unix::fs::symlink("aide/cle", stick.path().join("cle")).unwrap();
        let contents = contents(stick.path()).unwrap();
        assert_eq!(standing(&contents, "cle"), Some(Standing::Changed));
    }

    #[test]
    fn a_name_is_found_however_it_is_written() {
        let stick = stick();
        let at = stick.path();
        write_list(at).unwrap();
        let wide: Vec<u8> = "SAMIA".encode_utf16().flat_map(u16::to_le_bytes).collect();
        fs::write(at.join("a.bin"), [&b"..samia"[..], &wide].concat()).unwrap();
        let found = search(at, &["Samia".to_owned()]).unwrap();
        assert_eq!((found.own, found.common, found.searched), (2, 0, 8));
        let found = search(at, &["program".to_owned()]).unwrap();
        assert_eq!((found.own, found.common), (0, 1));
        assert_eq!(search(at, &["  ".to_owned()]).unwrap().own, 0);
    }
}
