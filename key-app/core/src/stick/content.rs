//! What a file holds, asked of the medium and not of what the system remembers of it: by dropping what is remembered, on
//! Windows by reading around it.

#[cfg(any(windows, test))]
mod around;

use super::medium::without_links;
use std::{
    fs::OpenOptions,
    io::{self, Read},
    path::Path,
};

/// A file that is read from the medium, where the system lets it.
pub(crate) struct Content {
    reader: Box<dyn Read>,
    length: u64,
    #[cfg(windows)]
    around: bool,
}

impl Content {
    /// Opens no link.
    ///
    /// # Errors
    /// Where there is no file, or it cannot be read.
    pub(crate) fn open(path: &Path) -> io::Result<Self> {
        open(path)
    }

    /// How long it is.
    pub(crate) fn length(&self) -> u64 {
        self.length
    }
}

impl Read for Content {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        self.reader.read(out)
    }
}

#[cfg(not(windows))]
fn open(path: &Path) -> io::Result<Content> {
    let file = without_links(OpenOptions::new().read(true)).open(path)?;
    super::medium::forget_cache(&file);
    Ok(Content {
        length: file.metadata()?.len(),
        reader: Box::new(file),
    })
}

/// Where the system refuses it is read as it remembers it: [`is_asked`] says so.
#[cfg(windows)]
fn open(path: &Path) -> io::Result<Content> {
    use std::os::windows::fs::OpenOptionsExt;
    /// FILE_FLAG_NO_BUFFERING of CreateFileW.
    const NO_BUFFERING: u32 = 0x2000_0000;
    let straight = || {
        let mut options = OpenOptions::new();
        let options = options.read(true).custom_flags(NO_BUFFERING);
        around::Around::new(options.open(path)?)
    };
    let (reader, length, around): (Box<dyn Read>, _, _) = match straight() {
        Ok(file) => {
            let length = file.length();
            (Box::new(file), length, true)
        }
        Err(error) if is_refused(&error) => {
            let file = without_links(OpenOptions::new().read(true)).open(path)?;
            let length = file.metadata()?.len();
            (Box::new(file), length, false)
        }
        Err(error) => return Err(error),
    };
    Ok(Content {
        reader,
        length,
        around,
    })
}

/// A volume of another computer, or of a program, may have no such thing.
#[cfg(windows)]
fn is_refused(error: &io::Error) -> bool {
    use io::ErrorKind::{InvalidInput, Unsupported};
    /// ERROR_INVALID_FUNCTION and ERROR_NOT_SUPPORTED of WinError.h: volumes of other computers answer so.
    const OTHERS: [i32; 2] = [1, 50];
    let code = error.raw_os_error();
    matches!(error.kind(), InvalidInput | Unsupported)
        || code.is_some_and(|code| OTHERS.contains(&code))
}

/// Whether files of this folder are read from the medium; so where it holds none.
///
/// # Errors
/// Where the medium fails or is gone.
#[cfg(windows)]
pub(crate) fn is_asked(folder: &Path) -> io::Result<bool> {
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        let found = entry.metadata()?;
        // One that somebody else holds open says nothing; another one does.
        if found.is_file()
            && found.len() > 0
            && let Ok(content) = Content::open(&entry.path())
        {
            return Ok(content.around);
        }
    }
    Ok(true)
}
