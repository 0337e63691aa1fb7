//! Disks that nothing is written on: something lies there that sticks are made from.

use super::volumes::Volume;
use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
};

/// The disks that one of these paths lies on.
pub(crate) fn disks(spared: &[PathBuf], plugged: &[Volume]) -> BTreeSet<String> {
    let kept = plugged
        .iter()
        .filter(|volume| lies_on(spared, &volume.path));
    kept.map(|volume| volume.disk.clone()).collect()
}

/// Whether one of these paths lies below a folder.
pub(crate) fn lies_on(spared: &[PathBuf], folder: &Path) -> bool {
    let Ok(folder) = folder.canonicalize() else {
        return false;
    };
    let mut real = spared.iter().filter_map(|path| path.canonicalize().ok());
    real.any(|path| path.starts_with(&folder))
}
