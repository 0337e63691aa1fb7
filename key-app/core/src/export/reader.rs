//! Reads an export: what was written, and nothing else. Everything about it is checked before anything of it
//! is put into a space.

use super::{
    CONTACTS, DATES, LOGINS, PAGE, PAPERS, SETTINGS,
    shape::{self, Contacts, Dates, Logins, Paper, Papers, Settings},
    slips::Lists,
};
use crate::{
    space::Content,
    trouble::{Result, Trouble},
};
use jiff::civil::Date;
use serde::de::DeserializeOwned;
use std::{
    collections::{HashMap, HashSet},
    io::{self, Read, Seek},
};
use wire::Hash;
use zip::{CompressionMethod, ZipArchive, result::ZipError};

/// Longest list: each holds what fits into a space, in more words.
const LONGEST_LIST: u64 = 64 << 20;

/// An export that was read: its lists whole, its papers one by one.
pub struct Archive<R> {
    zip: ZipArchive<R>,
    papers: Papers,
    lists: Lists,
}

impl<R: Read + Seek> Archive<R> {
    /// Opens an export and reads its lists. Nothing is unpacked, and no name of it is taken as a path.
    ///
    /// # Errors
    /// [`Trouble::NotAnExport`] says what is wrong; [`Trouble::Newer`]; [`Trouble::File`] where it cannot be read.
    pub fn open(reader: R) -> Result<Self> {
        let mut zip = ZipArchive::new(reader).map_err(unread)?;
        if zip.has_duplicate_names() || zip.has_overlapping_entries().map_err(unread)? {
            return Err(Trouble::NotAnExport("one file lies in another"));
        }
        let papers: Papers = list(&mut zip, PAPERS)?;
        papers.papers.iter().try_for_each(Paper::check)?;
        let dates: Dates = list(&mut zip, DATES)?;
        let contacts: Contacts = list(&mut zip, CONTACTS)?;
        let settings: Settings = list(&mut zip, SETTINGS)?;
        let has_logins = zip.index_for_name(LOGINS).is_some();
        let logins: Option<Logins> = has_logins.then(|| list(&mut zip, LOGINS)).transpose()?;
        let lists = Lists {
            dates,
            contacts,
            logins,
            settings,
        };
        // Whether its slips can be kept is known before the first of them is.
        lists.sheets(&HashMap::new(), u64::MAX)?;
        let archive = Self { zip, papers, lists };
        archive.holds_what_it_lists()?;
        Ok(archive)
    }

    /// The day on which it was made.
    #[must_use]
    pub fn made(&self) -> Date {
        self.papers.made
    }

    /// Its papers and notes, in the order in which they were written.
    #[must_use]
    pub fn papers(&self) -> &[Paper] {
        &self.papers.papers
    }

    /// Whether it holds the ways into other sites.
    #[must_use]
    pub fn has_logins(&self) -> bool {
        self.lists.logins.is_some()
    }

    /// Reads a paper, which must be what the list says.
    ///
    /// # Errors
    /// As [`Archive::open`].
    pub fn content(&mut self, paper: &Paper) -> Result<Content> {
        let content = entry(&mut self.zip, &paper.file, paper.length)?;
        let is_same = content.len() as u64 == paper.length
            && Hash::from_hex(&paper.sha256) == Some(Hash::of(&content));
        if is_same {
            Ok(content)
        } else {
            Err(Trouble::NotAnExport("one of its papers was changed"))
        }
    }

    /// Reads every paper once, so that what cannot be put back is known before anything is.
    ///
    /// # Errors
    /// As [`Archive::open`].
    pub fn check(&mut self) -> Result<()> {
        for place in 0..self.papers.papers.len() {
            let paper = self.papers.papers[place].clone();
            self.content(&paper)?;
        }
        Ok(())
    }

    pub(crate) fn lists(&self) -> &Lists {
        &self.lists
    }

    /// Each file once on the list or known by its name, and nothing beside them.
    fn holds_what_it_lists(&self) -> Result<()> {
        let mut listed = HashSet::from([PAPERS, PAGE, DATES, CONTACTS, SETTINGS, LOGINS]);
        let mut papers = self.papers.papers.iter();
        let once = papers.all(|paper| listed.insert(&paper.file));
        let names = self.zip.file_names_raw();
        let known =
            |name: &[u8]| core::str::from_utf8(name).is_ok_and(|name| listed.contains(name));
        if !once || !names.into_iter().all(known) {
            return Err(Trouble::NotAnExport("it holds files that it does not list"));
        }
        Ok(())
    }
}

impl<R> core::fmt::Debug for Archive<R> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("Archive(…)")
    }
}

fn list<R: Read + Seek, T: DeserializeOwned>(zip: &mut ZipArchive<R>, name: &str) -> Result<T> {
    shape::read(&entry(zip, name, LONGEST_LIST)?)
}

/// Reads a file of at most `longest` bytes.
fn entry<R: Read + Seek>(zip: &mut ZipArchive<R>, name: &str, longest: u64) -> Result<Content> {
    let file = match zip.by_name(name) {
        Err(ZipError::FileNotFound) => {
            return Err(Trouble::NotAnExport("a file is missing in it"));
        }
        other => other.map_err(unread)?,
    };
    let is_plain = file.compression() == CompressionMethod::Stored && !file.encrypted();
    if !is_plain || file.size() > longest || file.compressed_size() != file.size() {
        return Err(Trouble::NotAnExport(
            "one of its files is packed or too long",
        ));
    }
    let size = usize::try_from(file.size()).unwrap_or(usize::MAX);
    let mut content = Content::new(Vec::new());
    let room = content.try_reserve_exact(size);
    room.map_err(|_| Trouble::NotAnExport("one of its files is packed or too long"))?;
    let read = file.take(longest + 1).read_to_end(&mut content);
    read.map_err(|error| unread(error.into()))?;
    Ok(content)
}

/// What the file is, and what the system says about it, are told apart.
fn unread(error: ZipError) -> Trouble {
    use io::ErrorKind::{InvalidData, InvalidInput, UnexpectedEof};
    match error {
        ZipError::Io(error)
            if !matches!(error.kind(), InvalidData | InvalidInput | UnexpectedEof) =>
        {
            Trouble::file("read", error)
        }
        _ => Trouble::NotAnExport("it is damaged, or was not made by this program"),
    }
}
