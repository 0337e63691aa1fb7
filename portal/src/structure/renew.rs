//! Another root in the place of the one before: the one before signs that it follows, and signs nothing
//! more.

use std::{fs, io};

use wire::{
    Random, Signed,
    attestation::{Attesters, Statement},
    helper::Retired,
    structure::{Locator, RootChain, SignedLocator, StructureError},
};

use super::{
    Cost, FolderError, Public, RootKey, StructureFolder,
    files::{LOCATOR, OFFICER, RETIRED, ROOT_KEY},
    pem::{self, Kind},
};

/// The root that follows, until everything it signs is in the folder.
const NEXT_KEY: &str = "root.next.key.pem";

impl StructureFolder {
    /// Makes the root that follows (protocol 7.1): signed by the one before, it signs the next locator, the
    /// officer and the list of officers before. The first root stays the one that every stick knows. Cut
    /// anywhere, it is done again and goes on with the same root. Returns the new locator.
    ///
    /// # Errors
    /// [`FolderError`]; also where a locator has no room for one more root.
    pub fn renew_root(
        &self,
        passphrase: &str,
        random: &mut dyn Random,
    ) -> Result<SignedLocator, FolderError> {
        let public = self.public()?;
        let next = self.next_root(passphrase, random)?;
        let (roots, locator) = if current(&public)? == next.public() {
            (public.locator.roots.clone(), public.locator.clone())
        } else {
            let before = self.root(&public, passphrase)?;
            self.officer(passphrase)?;
            let mut roots = public.locator.roots.clone();
            roots
                .successors
                .push(before.pass_on(public.realm, next.public()));
            let locator = next_locator(&public)?;
            let signed = next.sign_locator(roots.clone(), &locator);
            if wire::encode(&signed).len() > SignedLocator::MAX {
                return Err(self.content(LOCATOR, "no room for one more root"));
            }
            (roots, signed)
        };
        // From here on the next root counts; what follows can be done again from what lies here.
        self.put(LOCATOR, &wire::encode(&locator))?;
        let officer = claimed(&public.officer, &roots, &public)?;
        self.put(OFFICER, &next.confirm(&officer).to_bytes())?;
        if let Some(retired) = self.retired()? {
            let retired: Retired = claimed(&retired, &roots, &public)?;
            self.put(RETIRED, &next.retire(&retired).to_bytes())?;
        }
        if let Some(statement) = self.statement()? {
            let said: Attesters = claimed(&statement.attesters, &roots, &public)?;
            self.put_statement(&Statement {
                roots: roots.clone(),
                attesters: next.name_attesters(&said),
            })?;
        }
        self.rename(NEXT_KEY, ROOT_KEY)?;
        Ok(locator)
    }

    /// The root that follows: the one that was begun, or a fresh one, put away before it signs anything.
    fn next_root(&self, passphrase: &str, random: &mut dyn Random) -> Result<RootKey, FolderError> {
        match fs::metadata(self.path(NEXT_KEY)) {
            Ok(_) => {
                let seed = self.open(NEXT_KEY, Kind::Ed25519, passphrase)?;
                Ok(RootKey::from_seed(&seed))
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                // The passphrase is the folder's own, or nothing is begun.
                self.open(ROOT_KEY, Kind::Ed25519, passphrase)?;
                let next = RootKey::generate(random);
                let seed = next.expose_seed();
                let pem = pem::seal(Kind::Ed25519, seed, passphrase, Cost::Strong, random)
                    .map_err(|source| self.pem(NEXT_KEY, source))?;
                self.put(NEXT_KEY, pem.as_bytes())?;
                Ok(next)
            }
            Err(source) => Err(self.io(NEXT_KEY, source)),
        }
    }
}

fn current(public: &Public) -> Result<wire::SigPublic, StructureError> {
    let roots = &public.locator.roots;
    roots.current(public.realm, &public.root.fingerprint())
}

fn next_locator(public: &Public) -> Result<Locator, StructureError> {
    let mut locator = public.locator()?;
    locator.seq += 1;
    Ok(locator)
}

/// What the root before said, or already the last of `roots`: nothing else is signed again.
fn claimed<T: wire::Message>(
    signed: &Signed<T>,
    roots: &RootChain,
    public: &Public,
) -> Result<T, StructureError> {
    let mut before = roots.clone();
    before.successors.pop();
    let pinned = public.root.fingerprint();
    let last = roots.current(public.realm, &pinned)?;
    match signed.verify(public.realm, &last) {
        Ok(said) => Ok(said),
        Err(_) => Ok(signed.verify(public.realm, &before.current(public.realm, &pinned)?)?),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixtures::{NOW, structure};
    use wire::random::System;

    const PASSPHRASE: &str = "trois petits chats";

    #[test]
    fn cut_anywhere_the_root_is_renewed_once_and_the_folder_stays_whole() {
        let temp = tempfile::tempdir().unwrap();
        let mut random = System::new();
        let whole = StructureFolder::at(temp.path().join("whole"));
        whole.write(structure().1, PASSPHRASE, &mut random).unwrap();
        whole.replace_officer(PASSPHRASE, NOW, &mut random).unwrap();
        let before = whole.public().unwrap();
        let files = [LOCATOR, OFFICER, RETIRED, ROOT_KEY];
        let old: Vec<_> = files.map(|name| fs::read(whole.path(name)).unwrap()).into();
        whole.renew_root(PASSPHRASE, &mut random).unwrap();
        let after = whole.public().unwrap();
        assert_eq!(after.root, before.root);
        assert_ne!(current(&after).unwrap(), current(&before).unwrap());
        assert_eq!(
            after.locator().unwrap().seq,
            before.locator().unwrap().seq + 1
        );

        // Each file that was written, in order, and the key that was not renamed yet.
        let key = fs::read(whole.path(ROOT_KEY)).unwrap();
        for written in 0..files.len() {
            fs::write(whole.path(NEXT_KEY), &key).unwrap();
            for (name, content) in files.iter().zip(&old).skip(written) {
                fs::write(whole.path(name), content).unwrap();
            }
            let new = whole.renew_root(PASSPHRASE, &mut random).unwrap();
            assert_eq!(new, after.locator, "cut after {written}");
            let public = whole.public().unwrap();
            assert_eq!(public.officer, after.officer);
            whole.root(&public, PASSPHRASE).unwrap();
            whole.officiate(PASSPHRASE).unwrap();
            assert!(!whole.path(NEXT_KEY).exists());
        }
        // A wrong passphrase begins nothing.
        assert!(whole.renew_root("quatre", &mut random).is_err());
        assert!(!whole.path(NEXT_KEY).exists());
    }
}
