//! Files that last when they should and leave nothing when they should not.

use std::{
    fs::{self, File, OpenOptions},
    io::{self, ErrorKind, Read, Write},
    os::unix::fs::OpenOptionsExt,
    path::Path,
};

/// Takes "no such file" for an answer.
pub(crate) fn found<T>(result: io::Result<T>) -> io::Result<Option<T>> {
    match result {
        Ok(value) => Ok(Some(value)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

/// Writes a file that was not there, mode 0600, and waits until it is on the disk.
pub(crate) fn write_new(path: &Path, content: &[u8]) -> io::Result<()> {
    let mut file = OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(path)?;
    file.write_all(content)?;
    file.sync_all()
}

/// Overwrites a file with zeros, waits until they are on the disk, and unlinks it.
pub(crate) fn wipe(path: &Path) -> io::Result<()> {
    let Some(mut file) = found(OpenOptions::new().write(true).open(path))? else {
        return Ok(());
    };
    let length = file.metadata()?.len();
    io::copy(&mut io::repeat(0).take(length), &mut file)?;
    file.sync_all()?;
    fs::remove_file(path)
}

/// Makes the names in `folder` durable.
pub(crate) fn sync(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::fs::PermissionsExt;

    #[test]
    fn written_once_and_for_the_owner_only() {
        let place = tempfile::tempdir().unwrap();
        let path = place.path().join("file");
        write_new(&path, b"one").unwrap();
        let refused = write_new(&path, b"two").unwrap_err();
        assert_eq!(refused.kind(), ErrorKind::AlreadyExists);
        assert_eq!(fs::read(&path).unwrap(), b"one");
        assert_eq!(
            fs::metadata(&path).unwrap().permissions().mode() & 0o777,
            0o600
        );
    }

    #[test]
    fn wiped_is_zeros_and_no_name() {
        let place = tempfile::tempdir().unwrap();
        let (path, witness) = (place.path().join("file"), place.path().join("witness"));
        write_new(&path, &[7; 10_000]).unwrap();
        // A second name for the same bytes shows what is left of them.
        fs::hard_link(&path, &witness).unwrap();
        wipe(&path).unwrap();
        wipe(&path).unwrap();
        assert!(!path.exists());
        assert_eq!(fs::read(witness).unwrap(), [0; 10_000]);
    }
}
