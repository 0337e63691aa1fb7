//! Tombstones of deleted spaces, a file for each, in the folder of the gate's sealed backups: what is
//! written there outlives the machine, so that an older backup brings no deleted space back.

use std::{fs, io, path::Path};

use wire::{Code, Hash, Refusal};

use crate::{
    domain::{Outcome, erasure},
    folders,
    store::Store,
};

/// How such a file is called, after the hash of the account's name.
const TOMBSTONE: &str = "tombstone";

/// Writes one, durably. One that stands stays.
pub(crate) fn write(folder: &Path, name: &Hash, since: u64) -> Outcome<()> {
    let path = folder.join(format!("{}.{TOMBSTONE}", name.to_hex()));
    if path.exists() {
        return Ok(());
    }
    folders::write(&path, format!("{since}\n").as_bytes()).map_err(|error| trouble(&error))
}

/// Those that stand. The name alone counts: a file that lost its content buries all the same.
pub(crate) fn list(folder: &Path) -> io::Result<Vec<(Hash, u64)>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_stem().and_then(|stem| stem.to_str());
        let name = name.and_then(Hash::from_hex);
        if path
            .extension()
            .is_some_and(|extension| extension == TOMBSTONE)
            && let Some(name) = name
        {
            let since = fs::read_to_string(&path).unwrap_or_default();
            found.push((name, since.trim().parse().unwrap_or(0)));
        }
    }
    Ok(found)
}

/// Closes every account that a backup brought back although its tombstone stands; erasing goes on from
/// there. Says how many.
pub(crate) fn replay(folder: &Path, space: &Store) -> Outcome<u64> {
    let written = list(folder).map_err(|error| trouble(&error))?;
    let unheard = space.read(|read| erasure::unheard(read, written))?;
    if unheard.is_empty() {
        return Ok(0);
    }
    let returned = space.read(|read| erasure::returned(read, &unheard))?;
    let count = returned.len() as u64;
    for (account, since) in returned {
        space.write(move |tx| erasure::close(tx, &account, since))?;
    }
    space.write(move |tx| {
        erasure::take_up(tx, &unheard);
        Ok::<_, Refusal>(())
    })?;
    Ok(count)
}

fn trouble(error: &io::Error) -> Refusal {
    tracing::error!(%error, "the folder of tombstones is in trouble");
    Code::Unavailable.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_alone_buries_and_is_frozen() {
        let folder = tempfile::tempdir().unwrap();
        let name = Hash([0xab; 32]);
        write(folder.path(), &name, 1_800_000_000).unwrap();
        write(folder.path(), &name, 7).unwrap();
        let file = folder.path().join(format!("{}.tombstone", "ab".repeat(32)));
        assert_eq!(fs::read(&file).unwrap(), b"1800000000\n");
        assert_eq!(list(folder.path()).unwrap(), [(name, 1_800_000_000)]);
        fs::write(&file, b"").unwrap();
        fs::write(folder.path().join("00.tombstone"), b"1\n").unwrap();
        fs::write(
            folder.path().join(format!("{}.sealed", "cd".repeat(32))),
            b"",
        )
        .unwrap();
        assert_eq!(list(folder.path()).unwrap(), [(name, 0)]);
    }
}
