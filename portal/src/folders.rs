//! Files and folders that only the portal's own user may read, written so that a power cut leaves
//! the old ones or the new ones.

use std::{
    fs::{self, DirBuilder, File, OpenOptions},
    io::{self, Write},
    os::unix::fs::{DirBuilderExt, OpenOptionsExt},
    path::{Path, PathBuf},
};

/// A file that could not be read or written.
#[derive(Debug, thiserror::Error)]
#[error("{}: {source}", path.display())]
pub struct FileError {
    /// The file.
    pub path: PathBuf,
    /// What the system said.
    pub source: io::Error,
}

/// What the system said of this file.
pub(crate) fn at(path: impl Into<PathBuf>) -> impl FnOnce(io::Error) -> FileError {
    let path = path.into();
    move |source| FileError { path, source }
}

/// Makes a folder of mode 0700; one that is there stays.
pub(crate) fn make(path: &Path) -> io::Result<()> {
    match DirBuilder::new().mode(0o700).create(path) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists && path.is_dir() => Ok(()),
        other => other,
    }
}

/// Makes a folder of mode 0700, or takes an empty one.
pub(crate) fn make_empty(path: &Path) -> io::Result<()> {
    make(path)?;
    if fs::read_dir(path)?.next().is_some() {
        return Err(io::Error::new(
            io::ErrorKind::AlreadyExists,
            "the folder is not empty",
        ));
    }
    Ok(())
}

/// Writes a file of mode 0600 under another name, syncs it, gives it its name, syncs the folder.
pub(crate) fn write(path: &Path, content: &[u8]) -> io::Result<()> {
    let draft = draft(path);
    match fs::remove_file(&draft) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    let mut file = OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(&draft)?;
    file.write_all(content)?;
    file.sync_all()?;
    fs::rename(&draft, path)?;
    sync(path.parent())
}

/// The other name. It keeps the whole of the own one: two files that differ by their extension alone may
/// be written by two programs at the same time.
fn draft(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".new");
    name.into()
}

/// Keeps every other program away that changes this file after reading it, until what is returned is
/// dropped. Who only reads needs none: a file is replaced as a whole.
pub(crate) fn lock(path: &Path) -> io::Result<File> {
    let mut name = path.as_os_str().to_owned();
    name.push(".lock");
    let file = OpenOptions::new()
        .write(true)
        .create(true)
        .truncate(false)
        .mode(0o600)
        .open(PathBuf::from(name))?;
    file.lock()?;
    Ok(file)
}

/// Makes a folder's names durable.
pub(crate) fn sync(folder: Option<&Path>) -> io::Result<()> {
    let folder = folder.filter(|folder| !folder.as_os_str().is_empty());
    File::open(folder.unwrap_or(Path::new(".")))?.sync_all()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::fs::PermissionsExt;

    #[test]
    fn only_the_owner_may_read_and_a_full_folder_is_refused() {
        let temp = tempfile::tempdir().unwrap();
        let folder = temp.path().join("data");
        make_empty(&folder).unwrap();
        let file = folder.join("a.toml");
        write(&file, b"one").unwrap();
        write(&file, b"two").unwrap();
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!((mode(&folder), mode(&file)), (0o700, 0o600));
        assert_eq!(fs::read(&file).unwrap(), b"two");
        let error = make_empty(&folder).unwrap_err();
        assert_eq!(error.kind(), io::ErrorKind::AlreadyExists);
    }

    #[test]
    fn what_is_read_and_written_under_a_lock_is_never_lost() {
        let temp = tempfile::tempdir().unwrap();
        let file = temp.path().join("count");
        write(&file, b"0").unwrap();
        let count = || -> u32 { fs::read_to_string(&file).unwrap().parse().unwrap() };
        std::thread::scope(|scope| {
            for _ in 0..4 {
                scope.spawn(|| {
                    for _ in 0..25 {
                        let _locked = lock(&file).unwrap();
                        write(&file, (count() + 1).to_string().as_bytes()).unwrap();
                    }
                });
            }
        });
        assert_eq!(count(), 100);
    }

    #[test]
    fn files_of_two_extensions_have_two_drafts() {
        let temp = tempfile::tempdir().unwrap();
        let names = ["helpers", "helpers.asked"].map(|name| temp.path().join(name));
        let [one, other] = names.each_ref().map(|name| draft(name));
        assert_ne!(one, other);
        // Another program is about to give its draft its name: writing the other file leaves it alone.
        fs::write(&other, b"asked").unwrap();
        write(&names[0], b"certified").unwrap();
        assert_eq!(fs::read(&other).unwrap(), b"asked");
    }
}
