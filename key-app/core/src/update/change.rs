//! One version on its way onto a stick: whether it may go there, and each step of writing it.

use super::{
    Refused,
    others::{may_be_loaded, move_up},
    worth::{Sides, Worth},
};
use crate::{
    contents::{PublicKey, own_size},
    stick::Medium,
    trouble::Trouble,
};
use release::{
    FRONT, Issued, LINUX, LIST, List, SIGNATURE, Side, WINDOWS, is_started, side::SIDES, versions,
};
use semver::Version;
use std::{fs, io, path::Path};
use wire::Hash;

/// Longest file of a version, in bytes.
const LONGEST: u64 = 512 << 20;
/// Programs and their launchers. Each starts the stick on the computers of one system.
const STARTS: [&str; 4] = [LINUX, WINDOWS, FRONT[0], FRONT[1]];
/// What a file at the top is called until it is whole.
pub(super) const ASIDE: &str = ".neuf";

/// A version that was weighed against what a stick has.
pub(super) enum Weighed {
    /// The stick has it, whole.
    Already(Change),
    /// It is to be written.
    To(Change),
}

/// A version that goes on the side of a stick that starts least.
pub(super) struct Change {
    issued: Issued,
    place: usize,
}

impl Change {
    /// Weighs a version. Writes nothing. The side that is `running` is left as it is.
    ///
    /// # Errors
    /// [`Refused`] where the stick must keep what it has.
    pub(super) fn weigh(
        stick: &Path,
        issued: Issued,
        key: &PublicKey,
        although: Option<&Version>,
        running: Option<&Path>,
    ) -> Result<Weighed, Refused> {
        let offered = issued.version();
        plainly_named(&issued)?;
        leads_nowhere(stick)?;
        let sides = Sides::on(stick, key)?;
        let place = sides.least();
        // A stick on which nothing can be started is mended.
        if let Some((current, worth)) = sides.in_use() {
            let has = current.version().cloned().ok_or(Refused::NoVersion)?;
            let same = current.list().text() == issued.list().text();
            if has == *offered && same && worth == Worth::Whole {
                return Ok(Weighed::Already(Self { issued, place }));
            }
            let told = although == Some(offered);
            if has > *offered && !told {
                let offered = offered.clone();
                return Err(Refused::Older { has, offered });
            }
            if has == *offered && !same && !told {
                return Err(Refused::Another(has));
            }
            if let Some(name) = lost(current.list(), issued.list()) {
                return Err(Refused::Lacks(name.to_owned()));
            }
        }
        // Some systems let nobody write over a program that runs. It was looked at as it started: this computer goes on
        // starting it.
        let place = match running == Some(&*stick.join(SIDES[place])) {
            true => 1 - place,
            false => place,
        };
        Ok(Weighed::To(Self { issued, place }))
    }

    /// Which version it is.
    pub(super) fn version(&self) -> &Version {
        self.issued.version()
    }

    /// Its files, in the order in which they are written.
    pub(super) fn names(&self) -> impl Iterator<Item = &String> {
        self.issued.list().lines().keys()
    }

    /// From here on the side that is written does not count.
    pub(super) fn begin(&self, medium: &dyn Medium) -> Result<(), Refused> {
        let side = self.side();
        medium.make_folder(side).map_err(Trouble::writing)?;
        remove(medium, side, SIGNATURE)?;
        // The list says until the end which files are of a version of before.
        let list = read(medium, &format!("{side}/{LIST}"))?.unwrap_or_default();
        let before = List::new(list);
        for name in medium.names(side).map_err(Trouble::reading)? {
            if name == LIST || self.issued.list().lines().contains_key(&name) {
                continue;
            }
            match before.lines().contains_key(&name) || may_be_loaded(&name) {
                true => remove(medium, side, &name)?,
                false => move_up(medium, side, &name)?,
            }
        }
        remove(medium, side, LIST)
    }

    /// Whether a file is there already: an update was cut after it.
    pub(super) fn has(&self, medium: &dyn Medium, name: &str) -> Result<bool, Refused> {
        let there = read(medium, &format!("{}/{name}", self.side()))?;
        Ok(there.is_some_and(|there| self.issued.list().holds(name, &there).is_ok()))
    }

    /// What the other side has of a file, where it is the same: it need not be fetched.
    pub(super) fn beside(
        &self,
        medium: &dyn Medium,
        name: &str,
    ) -> Result<Option<Vec<u8>>, Refused> {
        let there = read(medium, &format!("{}/{name}", SIDES[1 - self.place]))?;
        Ok(there.filter(|there| self.issued.list().holds(name, there).is_ok()))
    }

    /// Writes a file, which must be what the list says, and reads it back.
    pub(super) fn put(&self, medium: &dyn Medium, name: &str, bytes: &[u8]) -> Result<(), Refused> {
        self.issued.list().holds(name, bytes)?;
        write(medium, &format!("{}/{name}", self.side()), bytes)
    }

    /// Has the side count, once all its files are there, and what lies at the top follow it.
    pub(super) fn end(
        &self,
        stick: &Path,
        medium: &dyn Medium,
        key: &PublicKey,
    ) -> Result<(), Refused> {
        let side = self.side();
        self.let_start(medium, side)?;
        let signature = self.issued.signature().as_bytes();
        write(medium, &format!("{side}/{LIST}"), self.issued.list().text())?;
        write(medium, &format!("{side}/{SIGNATURE}"), signature)?;
        self.front(medium, |name| {
            let bytes = read(medium, &format!("{side}/{name}"))?.unwrap_or_default();
            self.issued.list().holds(name, &bytes)?;
            Ok(bytes)
        })?;
        // What is newer or of the same name would be started first.
        let other = versions(stick, Some(key))
            .into_iter()
            .nth(1 - self.place)
            .flatten();
        if let Some(Ok(other)) = other
            && other.version() >= Some(self.version())
        {
            forget(medium, SIDES[1 - self.place], &other)?;
        }
        Ok(())
    }

    /// The stick has it already: what lies at the top follows, and its programs may be started.
    pub(super) fn again(
        &self,
        medium: &dyn Medium,
        of: impl Fn(&str) -> Result<Vec<u8>, Refused>,
    ) -> Result<(), Refused> {
        self.let_start(medium, SIDES[1 - self.place])?;
        self.front(medium, of)
    }

    fn let_start(&self, medium: &dyn Medium, side: &str) -> Result<(), Refused> {
        for name in self.names().filter(|name| is_started(name)) {
            let started = medium.let_start(&format!("{side}/{name}"));
            started.map_err(Trouble::writing)?;
        }
        Ok(())
    }

    /// What lies at the top is written aside, and takes the place of what was there when it is whole.
    fn front(
        &self,
        medium: &dyn Medium,
        of: impl Fn(&str) -> Result<Vec<u8>, Refused>,
    ) -> Result<(), Refused> {
        for name in FRONT {
            let aside = format!("{name}{ASIDE}");
            if self.issued.list().lines().contains_key(name) {
                let bytes = of(name)?;
                if !is_there(medium, name, &bytes)? {
                    write(medium, &aside, &bytes)?;
                    medium.rename(&aside, name).map_err(Trouble::writing)?;
                }
                if is_started(name) {
                    medium.let_start(name).map_err(Trouble::writing)?;
                }
            } else {
                medium.remove(name).map_err(Trouble::writing)?;
            }
            medium.remove(&aside).map_err(Trouble::writing)?;
        }
        Ok(())
    }

    fn side(&self) -> &'static str {
        SIDES[self.place]
    }
}

/// What starts a stick with the first list, and would not with the second: a computer would start it no more.
pub(super) fn lost(has: &List, offered: &List) -> Option<&'static str> {
    let mut starts = STARTS.into_iter();
    starts.find(|name| has.lines().contains_key(*name) && !offered.lines().contains_key(*name))
}

/// A name leads nowhere else, and is none of the stick's own.
fn plainly_named(issued: &Issued) -> Result<(), Refused> {
    for name in issued.list().lines().keys() {
        let plain = name
            .chars()
            .all(|sign| sign.is_ascii_alphanumeric() || ".-_".contains(sign));
        let taken = own_size(name).is_some() || [LIST, SIGNATURE].contains(&&**name);
        if !plain || name.starts_with('.') || name.ends_with(ASIDE) || taken {
            return Err(Refused::Name(name.clone()));
        }
    }
    Ok(())
}

/// Looks that what is read and written lies on the stick itself.
fn leads_nowhere(stick: &Path) -> Result<(), Refused> {
    // The top first: a side may be a link itself.
    for folder in [stick.to_owned(), stick.join(SIDES[0]), stick.join(SIDES[1])] {
        let entries = match fs::read_dir(&folder) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => continue,
            entries => entries.map_err(Trouble::reading)?,
        };
        for entry in entries {
            let entry = entry.map_err(Trouble::reading)?;
            let kind = entry.file_type().map_err(Trouble::reading)?;
            if !kind.is_file() && !kind.is_dir() {
                return Err(Refused::NotAFile(entry.path().display().to_string()));
            }
        }
    }
    Ok(())
}

/// Empties a side. Without its signature it counts no more.
fn forget(medium: &dyn Medium, side: &str, was: &Side) -> Result<(), Refused> {
    remove(medium, side, SIGNATURE)?;
    remove(medium, side, LIST)?;
    for name in was.list().lines().keys() {
        remove(medium, side, name)?;
    }
    Ok(())
}

/// Writes a file and reads it back from the medium, unless it is there already.
fn write(medium: &dyn Medium, name: &str, bytes: &[u8]) -> Result<(), Refused> {
    if is_there(medium, name, bytes)? {
        return Ok(());
    }
    medium.write(name, bytes).map_err(Trouble::writing)?;
    if is_there(medium, name, bytes)? {
        Ok(())
    } else {
        Err(Refused::NotKept(name.to_owned()))
    }
}

fn is_there(medium: &dyn Medium, name: &str, bytes: &[u8]) -> Result<bool, Refused> {
    let there = read(medium, name)?;
    Ok(
        there
            .is_some_and(|there| there.len() == bytes.len() && Hash::of(&there) == Hash::of(bytes)),
    )
}

fn read(medium: &dyn Medium, name: &str) -> Result<Option<Vec<u8>>, Refused> {
    Ok(medium.read_long(name, LONGEST).map_err(Trouble::reading)?)
}

fn remove(medium: &dyn Medium, side: &str, name: &str) -> Result<(), Refused> {
    let removed = medium.remove(&format!("{side}/{name}"));
    removed.map_err(|error| Trouble::writing(error).into())
}
