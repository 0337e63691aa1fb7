//! Writes an export, one file after the other: what was not finished has no list of papers, and is not taken for
//! an export.

use super::{
    CONTACTS, DATES, LOGINS, PAGE, PAPERS, SETTINGS,
    names::Names,
    page,
    shape::{Missing, Paper, Papers},
    slips::Lists,
};
use crate::{
    space::ObjectView,
    trouble::{Result, Trouble},
};
use jiff::{Timestamp, civil::Date, tz::TimeZone};
use std::io::{Seek, Write};
use zip::{CompressionMethod, DateTime, ZipWriter, result::ZipError, write::SimpleFileOptions};

pub(crate) struct Writer<W: Write + Seek> {
    zip: ZipWriter<W>,
    names: Names,
    papers: Papers,
}

impl<W: Write + Seek> Writer<W> {
    pub(crate) fn new(out: W, today: Date) -> Self {
        Self {
            zip: ZipWriter::new(out),
            names: Names::default(),
            papers: Papers::new(today),
        }
    }

    /// Writes a paper or note, and answers with the name of its file.
    ///
    /// # Errors
    /// [`Trouble::File`].
    pub(crate) fn paper(&mut self, view: &ObjectView, content: &[u8]) -> Result<String> {
        let file = self.names.give(view.folder, &view.title, &view.media);
        let paper = Paper::of(view, file.clone(), content);
        self.file(&file, day_of(paper.changed), content)?;
        self.papers.papers.push(paper);
        Ok(file)
    }

    /// Says that the portal could not give a paper or note any more.
    pub(crate) fn missing(&mut self, view: &ObjectView) {
        self.papers.missing.push(Missing {
            folder: view.folder.code(),
            title: view.title.clone(),
        });
    }

    /// Writes the lists and the page, and ends the ZIP.
    ///
    /// # Errors
    /// [`Trouble::File`].
    pub(crate) fn finish(mut self, lists: &Lists) -> Result<()> {
        let day = self.papers.made;
        let page = page::page(&self.papers, lists).into_string();
        self.file(PAGE, day, page.as_bytes())?;
        self.list(DATES, &lists.dates)?;
        self.list(CONTACTS, &lists.contacts)?;
        self.list(SETTINGS, &lists.settings)?;
        if let Some(logins) = &lists.logins {
            self.list(LOGINS, logins)?;
        }
        // Last: where it is, everything is.
        let papers = json(&self.papers)?;
        self.file(PAPERS, day, &papers)?;
        let mut out = self.zip.finish().map_err(unwritten)?;
        out.flush().map_err(|error| unwritten(error.into()))
    }

    fn list(&mut self, name: &str, list: &impl serde::Serialize) -> Result<()> {
        let json = json(list)?;
        self.file(name, self.papers.made, &json)
    }

    /// Papers are pictures and PDFs: packing them gains nothing, and what is not packed cannot burst.
    fn file(&mut self, name: &str, day: Date, content: &[u8]) -> Result<()> {
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Stored)
            .last_modified_time(noted(day))
            .unix_permissions(0o600);
        self.zip.start_file(name, options).map_err(unwritten)?;
        let written = self.zip.write_all(content);
        written.map_err(|error| unwritten(error.into()))
    }
}

/// Wiped when dropped: it may hold passwords.
fn json(list: &impl serde::Serialize) -> Result<zeroize::Zeroizing<Vec<u8>>> {
    let mut out = zeroize::Zeroizing::new(Vec::new());
    let written = serde_json::to_writer_pretty(&mut *out, list);
    written.map_err(|error| unwritten(ZipError::Io(error.into())))?;
    Ok(out)
}

fn day_of(moment: Timestamp) -> Date {
    moment.to_zoned(TimeZone::UTC).date()
}

/// A day as ZIP notes it: from 1980 on.
fn noted(day: Date) -> DateTime {
    let part = |part: i8| u8::try_from(part).unwrap_or(1);
    let year = u16::try_from(day.year()).unwrap_or_default();
    DateTime::from_date_and_time(year, part(day.month()), part(day.day()), 12, 0, 0)
        .unwrap_or_default()
}

fn unwritten(error: ZipError) -> Trouble {
    Trouble::file("written", error.into())
}
