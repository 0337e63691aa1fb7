//! The files of a stick, and the sums of their bytes.

use crate::trouble::{Result, Trouble};
use std::{
    fs,
    path::{Path, PathBuf},
};
use wire::Hash;

/// Names with `/` and paths of every file, in order of their names. Two that are no letters may read alike.
pub(crate) fn files_below(folder: &Path) -> Result<Vec<(String, PathBuf)>> {
    let mut files = Vec::new();
    let mut folders = vec![(String::new(), folder.to_owned())];
    while let Some((above, folder)) = folders.pop() {
        for entry in fs::read_dir(&folder).map_err(Trouble::reading)? {
            let entry = entry.map_err(Trouble::reading)?;
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
