//! Files and folders that only the portal's own user may read, written so that a power cut leaves
//! the old ones or the new ones.

use std::{
    fs::{self, DirBuilder, File, OpenOptions},
    io::{self, Write},
    os::unix::fs::{DirBuilderExt, MetadataExt, OpenOptionsExt},
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

/// Writes a file of mode 0600 under another name, syncs it, gives it its name, syncs the folder. Of two who write
/// the same file at once the second waits: each has the other name alone.
pub(crate) fn write(path: &Path, content: &[u8]) -> io::Result<()> {
    let draft = draft(path);
    let mut file = begin(&draft)?;
    file.write_all(content)?;
    file.sync_all()?;
    fs::rename(&draft, path)?;
    sync(path.parent())
}

/// A new file under the other name, held until it is dropped. What a power cut left under it goes.
fn begin(draft: &Path) -> io::Result<File> {
    loop {
        let new = OpenOptions::new()
            .write(true)
            .create_new(true)
            .mode(0o600)
            .open(draft);
        match new {
            Ok(file) => {
                file.lock()?;
                // Somebody may have taken it for left behind before it was held.
                if is_at(&file, draft)? {
                    return Ok(file);
                }
            }
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => wait(draft)?,
            Err(error) => return Err(error),
        }
    }
}

/// Waits until nobody writes what is there, and removes it where it was left behind.
fn wait(draft: &Path) -> io::Result<()> {
    let gone = |error: io::Error| match error.kind() {
        io::ErrorKind::NotFound => Ok(()),
        _ => Err(error),
    };
    match fs::symlink_metadata(draft) {
        Err(error) => return gone(error),
        Ok(there) if !there.is_file() => return fs::remove_file(draft).or_else(gone),
        Ok(_) => {}
    }
    let old = match OpenOptions::new().write(true).open(draft) {
        Err(error) => return gone(error),
        Ok(old) => old,
    };
    old.lock()?;
    if is_at(&old, draft)? {
        fs::remove_file(draft).or_else(gone)?;
    }
    Ok(())
}

/// Whether this is the file of that name.
fn is_at(file: &File, path: &Path) -> io::Result<bool> {
    let ours = file.metadata()?;
    match fs::symlink_metadata(path) {
        Ok(there) => Ok((there.dev(), there.ino()) == (ours.dev(), ours.ino())),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
        Err(error) => Err(error),
    }
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
    fn many_who_write_one_file_at_once_all_do_and_leave_nothing_behind() {
        let temp = tempfile::tempdir().unwrap();
        let file = temp.path().join("list");
        // What a power cut left, and what is no file.
        fs::write(draft(&file), b"half").unwrap();
        write(&file, b"0").unwrap();
        std::os::unix::fs::symlink("nowhere", draft(&file)).unwrap();
        write(&file, b"0").unwrap();
        std::thread::scope(|scope| {
            for one in b'a'..b'i' {
                let file = &file;
                scope.spawn(move || {
                    for _ in 0..25 {
                        write(file, &[one; 4_096]).unwrap();
                    }
                });
            }
        });
        let last = fs::read(&file).unwrap();
        assert_eq!(last.len(), 4_096);
        assert!(last.iter().all(|byte| *byte == last[0]));
        let all: Vec<_> = fs::read_dir(temp.path()).unwrap().collect();
        assert_eq!(all.len(), 1, "{all:?}");
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
