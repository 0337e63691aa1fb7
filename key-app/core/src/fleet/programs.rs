//! The folder that is the same on every stick: whole, as its own list says.

use super::Fault;
use crate::contents::{self, LIST, Line, PublicKey, Signature, Standing};
use release::SIGNATURE;
use std::{
    fs::File,
    io,
    path::{Path, PathBuf},
};
use wire::Hash;

/// A program folder whose every file is what its list says.
#[derive(Debug)]
pub struct Programs {
    folder: PathBuf,
    files: Vec<Program>,
    list: Hash,
    signature: Signature,
}

/// One file of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Program {
    /// Path below the folder, with `/`.
    pub(super) name: String,
    /// SHA-256 of its bytes.
    pub(super) hash: Hash,
    /// Its size in bytes.
    pub(super) bytes: u64,
}

impl Programs {
    /// Reads every file of the folder, and compares it with the list. Where `key` is known, whoever has it
    /// must have signed that list.
    ///
    /// # Errors
    /// [`Fault::Programs`] where one is changed, missing, or not on the list, or where there is no list, or
    /// nobody signed it who should have.
    pub fn read(folder: &Path, key: Option<&PublicKey>) -> Result<Self, Fault> {
        Self::among(folder, key, |line| line.standing != Standing::Listed)
    }

    /// The same of a stick in use: what it holds beside the programs stays there.
    ///
    /// # Errors
    /// [`Fault::Programs`] where a program is changed or missing, or as [`Self::read`] says of the list.
    pub fn of_stick(stick: &Path, key: Option<&PublicKey>) -> Result<Self, Fault> {
        let is_wrong = |line: &Line| matches!(line.standing, Standing::Changed | Standing::Missing);
        Self::among(stick, key, is_wrong)
    }

    fn among(
        folder: &Path,
        key: Option<&PublicKey>,
        is_wrong: impl Fn(&Line) -> bool,
    ) -> Result<Self, Fault> {
        let found = contents::contents(folder, key).map_err(unread)?;
        let list = found
            .list
            .ok_or_else(|| Fault::Programs(format!("there is no {LIST}")))?;
        if let Some(wrong) = (found.files.iter()).find(|line| is_wrong(line)) {
            let why = match wrong.standing {
                Standing::Missing => "is missing",
                Standing::Changed => "is not as the list says",
                _ => "is not on the list",
            };
            return Err(Fault::Programs(format!("{} {why}", wrong.name)));
        }
        if key.is_some() && !matches!(found.signature, Signature::Good(_)) {
            return Err(Fault::Programs(format!("{LIST} is not signed by that key")));
        }
        let mut files = Vec::new();
        let listed = |line: &Line| line.standing == Standing::Listed;
        for line in found.files.into_iter().filter(listed) {
            files.push(Program {
                hash: contents::hash_of(&folder.join(&line.name)).map_err(unread)?,
                bytes: line.bytes,
                name: line.name,
            });
        }
        // Signature and list last: a stick that bears them has all that they name.
        files.sort_by_key(|program| [LIST, SIGNATURE].map(|name| program.name.ends_with(name)));
        Ok(Self {
            folder: folder.to_owned(),
            files,
            list,
            signature: found.signature,
        })
    }

    /// SHA-256 of the list, to compare with the published one.
    #[must_use]
    pub fn list(&self) -> Hash {
        self.list
    }

    /// Who signed the list.
    #[must_use]
    pub fn signature(&self) -> &Signature {
        &self.signature
    }

    /// Bytes of all files together.
    #[must_use]
    pub fn bytes(&self) -> u64 {
        self.files.iter().map(|program| program.bytes).sum()
    }

    pub(super) fn files(&self) -> &[Program] {
        &self.files
    }

    pub(super) fn open(&self, program: &Program) -> io::Result<File> {
        File::open(self.folder.join(&program.name))
    }
}

fn unread(error: impl core::fmt::Display) -> Fault {
    Fault::Programs(error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use minisign::KeyPair;
    use std::{fs, io::Cursor};

    /// As `./cle stick` lays a version out: its side, and what lies at the top.
    #[test]
    fn a_signed_version_is_taken_whole_and_its_list_is_written_last() {
        let folder = tempfile::tempdir().unwrap();
        let at = folder.path();
        fs::create_dir(at.join("a")).unwrap();
        for (name, content) in [("cle", "the window"), ("ouvrir-linux", "starts it")] {
            fs::write(at.join("a").join(name), content).unwrap();
        }
        contents::write_list(&at.join("a")).unwrap();
        fs::copy(at.join("a/ouvrir-linux"), at.join("ouvrir-linux")).unwrap();
        let pair = KeyPair::generate_unencrypted_keypair().unwrap();
        let list = Cursor::new(fs::read(at.join("a").join(LIST)).unwrap());
        let signed = minisign::sign(None, &pair.sk, list, Some("cle 1.0.0"), None).unwrap();
        fs::write(at.join("a").join(SIGNATURE), signed.into_string()).unwrap();
        let key = PublicKey::parse(&pair.pk.to_base64()).unwrap();

        let programs = Programs::read(at, Some(&key)).unwrap();
        assert!(matches!(programs.signature(), Signature::Good(_)));
        let names: Vec<_> = programs.files().iter().map(|p| p.name.as_str()).collect();
        let (signature, list) = (format!("a/{SIGNATURE}"), format!("a/{LIST}"));
        assert_eq!(
            names,
            ["a/cle", "a/ouvrir-linux", "ouvrir-linux", &signature, &list]
        );
        let other = KeyPair::generate_unencrypted_keypair().unwrap();
        let other = PublicKey::parse(&other.pk.to_base64()).unwrap();
        assert!(Programs::read(at, Some(&other)).is_err());
        fs::remove_file(at.join("a").join(SIGNATURE)).unwrap();
        assert!(Programs::read(at, Some(&key)).is_err());
        Programs::read(at, None).unwrap();
        // On a stick in use lie its own files too: they are nobody else's.
        fs::write(at.join("cle-a.bin"), "its own").unwrap();
        fs::write(at.join("lettre.txt"), "somebody's").unwrap();
        assert!(Programs::read(at, None).is_err());
        let of_stick = Programs::of_stick(at, None).unwrap();
        assert_eq!(of_stick.files().len(), 4);
        fs::write(at.join("ouvrir-linux"), "starts another").unwrap();
        assert!(Programs::read(at, None).is_err());
        assert!(Programs::of_stick(at, None).is_err());
    }
}
