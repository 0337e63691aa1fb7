//! The key that signs what people learnt: named by the root under the structure's name, carried to the portal in a
//! folder of its own. The list of all such keys stays with the structure, and is shown to everybody.

use std::{fs, io, path::PathBuf};

use wire::{
    Random,
    attestation::{ATTESTERS, Attester, Attesters, Statement, is_name},
    structure::StructureError,
};
use zeroize::Zeroizing;

use super::{
    AttesterKey, Cost, FolderError, PemError, StructureFolder,
    pem::{self, Kind},
};
use crate::folders::{self, at};

const KEY: &str = "attester.key.pem";
/// The list of keys, in the structure's folder and in that of an attester.
const STATEMENT: &str = "attestations.structure";
/// Seconds a key counts before being made, for clocks that are late.
const EARLY_S: u64 = 86_400;

/// Under which name a key signs, and for how long.
#[derive(Debug, Clone)]
pub struct Naming {
    /// The structure's name, as it stands on the attestations.
    pub name: String,
    /// Seconds it counts from now.
    pub seconds: u64,
    /// Whether the keys of before count no more: one of them was stolen.
    pub alone: bool,
}

impl StructureFolder {
    /// Names a key with the root, and adds it to the structure's list. `put_away` keeps the key with the list that
    /// names it: only a key that is kept gets onto the structure's own list.
    ///
    /// # Errors
    /// [`FolderError`], also that of `put_away`; then the list stays as it was.
    pub fn name_attester(
        &self,
        passphrase: &str,
        key: &AttesterKey,
        naming: Naming,
        now: u64,
        put_away: impl FnOnce(&Statement) -> Result<(), FolderError>,
    ) -> Result<Statement, FolderError> {
        if !is_name(&naming.name) || printed::encoded(&naming.name).is_none() {
            return Err(FolderError::Rule(
                "a structure's name is one line of 80 characters at most, in letters that every printer has",
            ));
        }
        let public = self.public()?;
        let root = self.root(&public, passphrase)?;
        let mut attesters = match self.statement()? {
            Some(statement) if !naming.alone => {
                statement.verify(&public.root.fingerprint())?.attesters
            }
            _ => Vec::new(),
        };
        if attesters.len() == ATTESTERS {
            attesters.remove(0);
        }
        attesters.push(Attester {
            key: key.public(),
            name: naming.name,
            not_before: now.saturating_sub(EARLY_S),
            not_after: now.saturating_add(naming.seconds),
        });
        let statement = Statement {
            roots: public.locator.roots,
            attesters: root.name_attesters(&Attesters {
                realm: public.realm,
                attesters,
            }),
        };
        put_away(&statement)?;
        self.put_statement(&statement)?;
        Ok(statement)
    }

    /// The list of keys, where there is one.
    pub(super) fn statement(&self) -> Result<Option<Statement>, FolderError> {
        match fs::read(self.path(STATEMENT)) {
            Ok(bytes) => {
                let read = Statement::from_bytes(&bytes);
                Ok(Some(read.map_err(|_| {
                    self.content(STATEMENT, "not a list of attesters")
                })?))
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(source) => Err(self.io(STATEMENT, source)),
        }
    }

    pub(super) fn put_statement(&self, statement: &Statement) -> Result<(), FolderError> {
        self.put(STATEMENT, &wire::encode(statement))
    }
}

/// The folder in which a key travels to the portal.
#[derive(Debug, Clone)]
pub struct AttesterFolder(PathBuf);

impl AttesterFolder {
    /// The folder at this path.
    #[must_use]
    pub fn at(path: impl Into<PathBuf>) -> Self {
        Self(path.into())
    }

    /// Puts a key away under a passphrase of its own, and the list that names it beside it.
    ///
    /// # Errors
    /// [`FolderError`]; a folder that is not empty is refused.
    pub fn write(
        &self,
        key: &AttesterKey,
        statement: &Statement,
        passphrase: &str,
        random: &mut dyn Random,
    ) -> Result<(), FolderError> {
        let seed = key.expose_seed();
        let sealed = pem::seal(Kind::Ed25519, seed, passphrase, Cost::Strong, random);
        let sealed = sealed.map_err(|source| self.pem(source))?;
        folders::make_empty(&self.0).map_err(at(&self.0))?;
        self.put(KEY, sealed.as_bytes())?;
        self.put(STATEMENT, &wire::encode(statement))
    }

    /// Takes key and list out. Whose list it is, is for whoever has the root to check.
    ///
    /// # Errors
    /// [`FolderError`], also where they do not belong together.
    pub fn read(&self, passphrase: &str) -> Result<(AttesterKey, Statement), FolderError> {
        let path = self.0.join(STATEMENT);
        let statement = Statement::from_bytes(&fs::read(&path).map_err(at(&path))?);
        let statement = statement.map_err(StructureError::from)?;
        let path = self.0.join(KEY);
        let text = Zeroizing::new(fs::read_to_string(&path).map_err(at(&path))?);
        let seed = pem::open(Kind::Ed25519, &text, passphrase);
        let seed = seed.map_err(|source| self.pem(source))?;
        let key = AttesterKey::from_seed(&seed);
        let claimed = statement.attesters.claimed();
        let claimed = claimed.map_err(StructureError::from)?.attesters;
        if claimed.iter().all(|one| one.key != key.public()) {
            return Err(self.pem(PemError::OtherKey));
        }
        Ok((key, statement))
    }

    fn put(&self, name: &str, content: &[u8]) -> Result<(), FolderError> {
        let path = self.0.join(name);
        Ok(folders::write(&path, content).map_err(at(&path))?)
    }

    fn pem(&self, source: PemError) -> FolderError {
        FolderError::Pem {
            path: self.0.join(KEY),
            source,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixtures::{NOW, structure};
    use wire::random::System;

    const PASSPHRASE: &str = "trois petits chats";

    fn naming(name: &str, alone: bool) -> Naming {
        Naming {
            name: name.into(),
            seconds: 365 * 86_400,
            alone,
        }
    }

    #[test]
    fn a_key_counts_beside_those_before_until_they_are_left_out() {
        let temp = tempfile::tempdir().unwrap();
        let folder = StructureFolder::at(temp.path().join("s"));
        let mut random = System::new();
        folder
            .write(structure().1, PASSPHRASE, &mut random)
            .unwrap();
        let pinned = folder.public().unwrap().root.fingerprint();
        let mut keys = Vec::new();
        for (name, alone, count) in [("Un", false, 1), ("Deux", false, 2), ("Trois", true, 1)] {
            let key = AttesterKey::generate(&mut random);
            let naming = naming(name, alone);
            let named = folder.name_attester(PASSPHRASE, &key, naming, NOW, |_| Ok(()));
            let said = named.unwrap().verify(&pinned).unwrap().attesters;
            assert_eq!(said.len(), count);
            let last = said.last().unwrap();
            assert_eq!((&last.key, &*last.name), (&key.public(), name));
            assert!(last.counts(NOW) && !last.counts(NOW + 365 * 86_400));
            keys.push(key);
        }
        for name in ["", " x", "a\nb", "جمعية", &"x".repeat(81)] {
            let naming = naming(name, false);
            let refused = folder.name_attester(PASSPHRASE, &keys[0], naming, NOW, |_| Ok(()));
            assert!(matches!(refused, Err(FolderError::Rule(_))), "{name:?}");
        }
        // A root that follows says the same.
        folder.renew_root(PASSPHRASE, &mut random).unwrap();
        let again = folder.statement().unwrap().unwrap();
        let said = again.verify(&pinned).unwrap();
        assert_eq!(said.attesters[0].key, keys[2].public());
        assert_eq!(again.roots.successors.len(), 1);
        assert!(again.verify(&keys[0].public().fingerprint()).is_err());
    }

    #[test]
    fn a_key_travels_with_the_list_that_names_it_alone() {
        let temp = tempfile::tempdir().unwrap();
        let folder = StructureFolder::at(temp.path().join("s"));
        let mut random = System::new();
        folder
            .write(structure().1, PASSPHRASE, &mut random)
            .unwrap();
        let key = AttesterKey::generate(&mut random);
        let own = AttesterFolder::at(temp.path().join("a"));
        let statement = folder
            .name_attester(PASSPHRASE, &key, naming("Un", false), NOW, |list| {
                own.write(&key, list, "une autre phrase", &mut random)
            })
            .unwrap();
        let (read, list) = own.read("une autre phrase").unwrap();
        assert_eq!((read.public(), &list), (key.public(), &statement));
        assert!(matches!(
            own.read(PASSPHRASE),
            Err(FolderError::Pem {
                source: PemError::Passphrase,
                ..
            })
        ));
        let stranger = AttesterFolder::at(temp.path().join("b"));
        let other = AttesterKey::generate(&mut random);
        stranger
            .write(&other, &statement, PASSPHRASE, &mut random)
            .unwrap();
        assert!(matches!(
            stranger.read(PASSPHRASE),
            Err(FolderError::Pem {
                source: PemError::OtherKey,
                ..
            })
        ));
    }

    #[test]
    fn a_key_that_cannot_be_put_away_is_on_no_list() {
        let temp = tempfile::tempdir().unwrap();
        let folder = StructureFolder::at(temp.path().join("s"));
        let mut random = System::new();
        folder
            .write(structure().1, PASSPHRASE, &mut random)
            .unwrap();
        let full = temp.path().join("full");
        fs::create_dir(&full).unwrap();
        fs::write(full.join("letter"), "somebody's").unwrap();
        let key = AttesterKey::generate(&mut random);
        let mut name = |out: &std::path::Path| {
            let own = AttesterFolder::at(out);
            folder.name_attester(PASSPHRASE, &key, naming("Un", false), NOW, |list| {
                own.write(&key, list, PASSPHRASE, &mut random)
            })
        };
        assert!(matches!(name(&full), Err(FolderError::Io(_))));
        assert_eq!(folder.statement().unwrap(), None);
        let named = name(&temp.path().join("a")).unwrap();
        assert_eq!(folder.statement().unwrap(), Some(named));
    }
}
