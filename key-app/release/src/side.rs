//! The two sides of a stick, `a` and `b`: each holds one version whole. A new version is written on the side
//! that is not in use, its signature last: without it a side does not count.

use crate::{Fault, LOADER, List, PROGRAM, PublicKey, SIGNATURE, Signed, WINDOWS};
use semver::Version;
use std::{
    fs, io,
    path::{Path, PathBuf},
};

/// Their folders, at the top of the stick.
pub const SIDES: [&str; 2] = ["a", "b"];
/// Longest signature, in bytes.
pub const LONGEST_SIGNATURE: u64 = 4 << 10;

/// A folder with one version: its list is signed as it should be. Nothing is said of its files yet.
#[derive(Debug, Clone)]
pub struct Side {
    folder: PathBuf,
    list: List,
    signed: Option<Signed>,
    verified: bool,
}

impl Side {
    /// Reads a folder's list and checks who signed it; without a key nobody can, and none need have. `None`
    /// where there is no list: a program that runs there is of no version.
    ///
    /// # Errors
    /// [`Fault`] where the signature is missing, another's or wrong.
    pub fn read(folder: &Path, key: Option<&PublicKey>) -> Result<Option<Self>, Fault> {
        let Some(list) = List::read(folder)? else {
            return Ok(None);
        };
        let signature = read_signature(folder)?;
        let signed = match (key, signature) {
            (Some(key), Some(signature)) => Some(key.verify(list.text(), &signature)?),
            (Some(_), None) => return Err(Fault::Unsigned),
            (None, signature) => signature.as_deref().and_then(Signed::claimed),
        };
        Ok(Some(Self {
            folder: folder.to_owned(),
            list,
            signed,
            verified: key.is_some(),
        }))
    }

    /// Where it lies.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// What it lists.
    #[must_use]
    pub fn list(&self) -> &List {
        &self.list
    }

    /// What was signed; `None` where nobody signed it and nobody could have checked.
    #[must_use]
    pub fn signed(&self) -> Option<&Signed> {
        self.signed.as_ref()
    }

    /// Which version it is.
    #[must_use]
    pub fn version(&self) -> Option<&Version> {
        self.signed.as_ref().map(|signed| &signed.version)
    }

    /// Whether somebody's key was there to check the signature with.
    #[must_use]
    pub fn verified(&self) -> bool {
        self.verified
    }

    /// Whether these bytes are what the list says of a file.
    ///
    /// # Errors
    /// [`Fault::Changed`] where they are not; [`Fault::Missing`] where the list does not name it.
    pub fn holds(&self, name: &str, bytes: &[u8]) -> Result<(), Fault> {
        self.list.holds(name, bytes)
    }

    /// Checks one file, every byte.
    ///
    /// # Errors
    /// As [`Side::holds`], and where it is not there or cannot be read.
    pub fn check(&self, name: &str) -> Result<(), Fault> {
        match fs::read(self.folder.join(name)) {
            Ok(bytes) => self.holds(name, &bytes),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                Err(Fault::Missing(name.to_owned()))
            }
            Err(error) => Err(error.into()),
        }
    }

    /// Checks a program, and what the system loads with it.
    ///
    /// # Errors
    /// As [`Side::check`].
    pub fn check_program(&self, program: &str) -> Result<(), Fault> {
        self.check(program)?;
        self.check_loaded_with(program)
    }

    /// Checks what the system loads with a program, where the list names it.
    ///
    /// # Errors
    /// As [`Side::check`].
    pub fn check_loaded_with(&self, program: &str) -> Result<(), Fault> {
        match program == WINDOWS && self.list.lines().contains_key(LOADER) {
            true => self.check(LOADER),
            false => Ok(()),
        }
    }

    /// Checks every file of the list.
    ///
    /// # Errors
    /// As [`Side::check`], at the first one.
    pub fn check_all(&self) -> Result<(), Fault> {
        self.list
            .lines()
            .keys()
            .try_for_each(|name| self.check(name))
    }
}

/// What each side of a stick holds, in their order. `None` where a side has no list.
#[must_use]
pub fn versions(stick: &Path, key: Option<&PublicKey>) -> [Option<Result<Side, Fault>>; 2] {
    SIDES.map(|side| Side::read(&stick.join(side), key).transpose())
}

/// The side to start: the newest version whose list is signed and whose program is whole. `None` where
/// neither side has a list.
///
/// # Errors
/// The [`Fault`] of the first side where neither can be started.
pub fn newest(stick: &Path, key: Option<&PublicKey>) -> Result<Option<Side>, Fault> {
    let mut sides = Vec::new();
    let mut fault = None;
    for side in versions(stick, key).into_iter().flatten() {
        match side.and_then(|side| side.check_program(PROGRAM).map(|()| side)) {
            Ok(side) => sides.push(side),
            Err(found) => {
                fault.get_or_insert(found);
            }
        }
    }
    // Of two that are equal the first counts.
    sides.reverse();
    let newest = sides
        .into_iter()
        .max_by(|one, other| one.version().cmp(&other.version()));
    match (newest, fault) {
        (Some(side), _) => Ok(Some(side)),
        (None, Some(fault)) => Err(fault),
        (None, None) => Ok(None),
    }
}

/// A page of a folder, to be shown: as the list of that folder says, or of a folder that has none. `None` where it is
/// not there, or was changed.
#[must_use]
pub fn page(folder: &Path, name: &str, key: Option<&PublicKey>) -> Option<PathBuf> {
    if let Some(side) = Side::read(folder, key).ok()? {
        side.check(name).ok()?;
    }
    let page = folder.join(name);
    page.is_file().then_some(page)
}

pub(crate) fn read_signature(folder: &Path) -> io::Result<Option<String>> {
    let path = folder.join(SIGNATURE);
    match fs::metadata(&path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Ok(metadata) if metadata.len() > LONGEST_SIGNATURE => Ok(Some(String::new())),
        _ => Ok(Some(String::from_utf8_lossy(&fs::read(path)?).into_owned())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::LIST;
    use minisign::KeyPair;
    use std::{collections::BTreeMap, io::Cursor};
    use wire::Hash;

    fn write(folder: &Path, program: &str, version: &str, by: &KeyPair) {
        write_files(folder, &[(PROGRAM, program)], version, by);
    }

    fn write_files(folder: &Path, files: &[(&str, &str)], version: &str, by: &KeyPair) {
        fs::create_dir_all(folder).unwrap();
        let mut listed = BTreeMap::new();
        for (name, content) in files {
            fs::write(folder.join(name), content).unwrap();
            listed.insert((*name).to_owned(), Hash::of(content.as_bytes()));
        }
        let files = listed;
        let list = List::text_of(&files);
        let signature = minisign::sign(
            None,
            &by.sk,
            Cursor::new(&list),
            Some(&format!("cle {version}")),
            None,
        );
        fs::write(folder.join(LIST), list).unwrap();
        fs::write(folder.join(SIGNATURE), signature.unwrap().into_string()).unwrap();
    }

    fn pair() -> (KeyPair, PublicKey) {
        let pair = KeyPair::generate_unencrypted_keypair().unwrap();
        let public = PublicKey::parse(&pair.pk.to_base64()).unwrap();
        (pair, public)
    }

    fn started(stick: &Path, key: &PublicKey) -> String {
        let side = newest(stick, Some(key)).unwrap().unwrap();
        side.folder()
            .file_name()
            .unwrap()
            .to_string_lossy()
            .into_owned()
    }

    #[test]
    fn the_newest_whole_version_is_started() {
        let stick = tempfile::tempdir().unwrap();
        let (pair, key) = pair();
        let at = stick.path();
        assert!(newest(at, Some(&key)).unwrap().is_none());
        write(&at.join("a"), "old", "0.9.0", &pair);
        assert_eq!(started(at, &key), "a");
        write(&at.join("b"), "new", "0.10.0", &pair);
        assert_eq!(started(at, &key), "b");
        // One byte of its program, then its signature, then all of it.
        fs::write(at.join("b").join(PROGRAM), "neW").unwrap();
        assert_eq!(started(at, &key), "a");
        write(&at.join("b"), "new", "0.10.0", &pair);
        fs::remove_file(at.join("b").join(SIGNATURE)).unwrap();
        assert_eq!(started(at, &key), "a");
        write(&at.join("b"), "new", "0.9.0", &pair);
        assert_eq!(started(at, &key), "a", "of equals the first");
    }

    #[test]
    fn what_windows_loads_with_a_program_is_checked_with_it() {
        let folder = tempfile::tempdir().unwrap();
        let (pair, key) = pair();
        let at = folder.path();
        let files = [("cle", "l"), ("cle.exe", "w"), (LOADER, "loads")];
        write_files(at, &files, "1.0.0", &pair);
        let side = Side::read(at, Some(&key)).unwrap().unwrap();
        side.check_program("cle.exe").unwrap();
        fs::write(at.join(LOADER), "loadS").unwrap();
        for checked in [
            side.check_program("cle.exe"),
            side.check_loaded_with("cle.exe"),
        ] {
            assert!(matches!(checked, Err(Fault::Changed(name)) if name == LOADER));
        }
        side.check_program("cle").unwrap();
        fs::remove_file(at.join(LOADER)).unwrap();
        assert!(matches!(
            side.check_program("cle.exe"),
            Err(Fault::Missing(_))
        ));
        // One that wants no loader.
        write_files(at, &files[..2], "1.0.0", &pair);
        let side = Side::read(at, Some(&key)).unwrap().unwrap();
        side.check_program("cle.exe").unwrap();
    }

    #[test]
    fn a_page_that_was_changed_is_not_shown() {
        let folder = tempfile::tempdir().unwrap();
        let (pair, key) = pair();
        let at = folder.path();
        let shown = || page(at, "page.html", Some(&key));
        assert_eq!(shown(), None);
        fs::write(at.join("page.html"), "<h1>").unwrap();
        assert_eq!(shown(), Some(at.join("page.html")), "of no version");
        write_files(at, &[("page.html", "<h1>clé")], "1.0.0", &pair);
        assert_eq!(shown(), Some(at.join("page.html")));
        fs::write(at.join("page.html"), "<h1>clE").unwrap();
        assert_eq!(shown(), None);
        // Made to fit, signed by nobody.
        write_files(at, &[("page.html", "<h1>clE")], "1.0.0", &pair);
        fs::remove_file(at.join(SIGNATURE)).unwrap();
        assert_eq!(shown(), None);
    }

    #[test]
    fn another_key_starts_nothing() {
        let stick = tempfile::tempdir().unwrap();
        let ((pair, _), (_, other)) = (pair(), self::pair());
        write(&stick.path().join("a"), "program", "1.0.0", &pair);
        assert!(matches!(
            newest(stick.path(), Some(&other)),
            Err(Fault::OtherKey)
        ));
        let unchecked = newest(stick.path(), None).unwrap().unwrap();
        assert!(!unchecked.verified());
    }

    #[test]
    fn a_signature_cut_anywhere_is_none() {
        let stick = tempfile::tempdir().unwrap();
        let (pair, key) = pair();
        let side = stick.path().join("a");
        write(&side, "program", "1.0.0", &pair);
        let whole = fs::read(side.join(SIGNATURE)).unwrap();
        // The line's end behind the last line is no part of it.
        for cut in 0..whole.len() - 1 {
            fs::write(side.join(SIGNATURE), &whole[..cut]).unwrap();
            assert!(newest(stick.path(), Some(&key)).is_err(), "cut at {cut}");
            let mut torn = whole.clone();
            torn[cut..].fill(0);
            fs::write(side.join(SIGNATURE), &torn).unwrap();
            assert!(newest(stick.path(), Some(&key)).is_err(), "torn at {cut}");
        }
    }
}
