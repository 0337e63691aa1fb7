//! The files of a stick, and the sums of their bytes.

use crate::trouble::{Result, Trouble};
use std::{
    fs,
    path::{Path, PathBuf},
};
use wire::Hash;

/// Names with `/` and paths of every file, in order of their names. Two that are no letters may read alike.
pub(crate) fn files_below(folder: &Path) -> Result<Vec<(String, PathBuf)>> {
    below(folder, MOST)
}

fn below(folder: &Path, most: usize) -> Result<Vec<(String, PathBuf)>> {
    let mut files = Vec::new();
    let mut folders = vec![(String::new(), folder.to_owned())];
    let mut seen = 0;
    while let Some((above, folder)) = folders.pop() {
        if above.matches('/').count() > DEEPEST {
            return Err(TOO_MUCH);
        }
        for entry in fs::read_dir(&folder).map_err(Trouble::reading)? {
            let entry = entry.map_err(Trouble::reading)?;
            seen += 1;
            if seen > most {
                return Err(TOO_MUCH);
            }
            let name = format!("{above}{}", entry.file_name().to_string_lossy());
            if entry.file_type().map_err(Trouble::reading)?.is_dir() {
                folders.push((format!("{name}/"), entry.path()));
            } else {
                files.push((name, entry.path()));
            }
        }
    }
    files.sort();
    Ok(files)
}

/// Files and folders that are looked at, and how deep: whoever has the stick of a stranger is not kept for hours, nor by a
/// folder of a damaged file system that leads back to itself.
const MOST: usize = 100_000;
const DEEPEST: usize = 64;
const TOO_MUCH: Trouble =
    Trouble::StickState("it holds more files and folders than can be looked at: take another one");

pub(crate) fn hash_of(path: &Path) -> Result<Hash> {
    if !is_plain(path)? {
        return Ok(Hash([0; 32]));
    }
    let file = fs::File::open(path).map_err(Trouble::reading)?;
    Hash::of_all(file).map_err(Trouble::reading)
}

/// A link is not followed, nor a device waited for: what they lead to is not on the stick.
pub(super) fn is_plain(path: &Path) -> Result<bool> {
    Ok(fs::symlink_metadata(path)
        .map_err(Trouble::reading)?
        .is_file())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stick_without_end_is_refused() {
        let stick = tempfile::tempdir().unwrap();
        for name in ["a", "b", "c"] {
            fs::write(stick.path().join(name), name).unwrap();
        }
        assert_eq!(below(stick.path(), 3).unwrap().len(), 3);
        assert!(matches!(
            below(stick.path(), 2),
            Err(Trouble::StickState(_))
        ));
        let deep = stick.path().join("d/".repeat(DEEPEST));
        fs::create_dir_all(&deep).unwrap();
        assert_eq!(files_below(stick.path()).unwrap().len(), 3);
        fs::create_dir(deep.join("d")).unwrap();
        assert!(matches!(
            files_below(stick.path()),
            Err(Trouble::StickState(_))
        ));
    }
}
