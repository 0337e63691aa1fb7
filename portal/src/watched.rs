//! A file that a running portal hands on, and that commands beside it replace: read again when another one
//! lies there, believed once.

use std::{
    fs, io,
    os::unix::fs::MetadataExt,
    path::PathBuf,
    sync::{Mutex, PoisonError},
};

use wire::Code;

use crate::domain::Outcome;

/// Which file it was that was read.
type Stamp = (u64, u64, i64, i64);

/// What was made of a file, or that it was not believed.
type Made<T> = (Stamp, Option<T>);

/// A file at its path, and what the last one that lay there says.
#[derive(Debug)]
pub(crate) struct Watched<T> {
    path: PathBuf,
    max: usize,
    /// What an operator is told where it is not believed.
    damaged: &'static str,
    read: Mutex<Option<Made<T>>>,
}

impl<T: Clone> Watched<T> {
    /// The file at this path, of at most so many bytes.
    pub(crate) fn at(path: PathBuf, max: usize, damaged: &'static str) -> Self {
        Self {
            path,
            max,
            damaged,
            read: Mutex::default(),
        }
    }

    /// What the file says, as `believe` makes it of its bytes; `None` where there is no file. Asks the disk
    /// whether it is another one.
    ///
    /// # Errors
    /// `Damaged` where what is there is not believed.
    pub(crate) fn look(&self, believe: impl FnOnce(Vec<u8>) -> Option<T>) -> Outcome<Option<T>> {
        let stamp = match fs::metadata(&self.path) {
            Ok(meta) => (meta.ino(), meta.size(), meta.mtime(), meta.mtime_nsec()),
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(_) => return Err(Code::Unavailable.into()),
        };
        let mut read = self.read.lock().unwrap_or_else(PoisonError::into_inner);
        let known = match &*read {
            Some((of, known)) if *of == stamp => known.clone(),
            _ => {
                let is_short = stamp.1 <= self.max as u64;
                let bytes = is_short.then(|| fs::read(&self.path).ok()).flatten();
                let found = bytes.and_then(believe);
                if found.is_none() {
                    tracing::error!(path = %self.path.display(), "{}", self.damaged);
                }
                *read = Some((stamp, found.clone()));
                found
            }
        };
        known.map(Some).ok_or_else(|| Code::Damaged.into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::folders;

    #[test]
    fn another_file_is_read_once_and_a_damaged_one_hides_the_one_before() {
        let temp = tempfile::tempdir().unwrap();
        let path = temp.path().join("file");
        let watched = Watched::at(path.clone(), 8, "damaged");
        let mut reads = 0;
        let mut look = || {
            watched.look(|bytes| {
                reads += 1;
                String::from_utf8(bytes).ok()
            })
        };
        assert_eq!(look(), Ok(None));
        folders::write(&path, b"one").unwrap();
        assert_eq!(look(), Ok(Some("one".into())));
        assert_eq!(look(), Ok(Some("one".into())));
        for damaged in [&[0xff][..], b"too long by far"] {
            folders::write(&path, damaged).unwrap();
            for _ in 0..2 {
                assert_eq!(look().unwrap_err().code, Code::Damaged);
            }
        }
        folders::write(&path, b"two").unwrap();
        assert_eq!(look(), Ok(Some("two".into())));
        // Too long is not even read.
        assert_eq!(reads, 3);
    }
}
