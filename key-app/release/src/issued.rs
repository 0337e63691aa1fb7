//! A version as it is handed on: its list, and who signed that. Its files may lie elsewhere, and come later.

use crate::{Fault, List, PublicKey, Signed, side::read_signature};
use semver::Version;
use std::path::Path;

/// The list of a version, signed by the key that was asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Issued {
    list: List,
    signature: String,
    signed: Signed,
}

impl Issued {
    /// Takes a list and its signature.
    ///
    /// # Errors
    /// [`Fault`] where another key signed it, or where one of the two was changed.
    pub fn verify(list: Vec<u8>, signature: String, key: &PublicKey) -> Result<Self, Fault> {
        let signed = key.verify(&list, &signature)?;
        let list = List::new(list);
        Ok(Self {
            list,
            signature,
            signed,
        })
    }

    /// Reads those of a folder; `None` where it has no list.
    ///
    /// # Errors
    /// As [`Issued::verify`], and where the signature is missing or the folder cannot be read.
    pub fn read(folder: &Path, key: &PublicKey) -> Result<Option<Self>, Fault> {
        let Some(list) = List::read(folder)? else {
            return Ok(None);
        };
        let signature = read_signature(folder)?.ok_or(Fault::Unsigned)?;
        Self::verify(list.text().to_vec(), signature, key).map(Some)
    }

    /// What it lists.
    #[must_use]
    pub fn list(&self) -> &List {
        &self.list
    }

    /// Its signature, in the format of minisign.
    #[must_use]
    pub fn signature(&self) -> &str {
        &self.signature
    }

    /// What was signed with it.
    #[must_use]
    pub fn signed(&self) -> &Signed {
        &self.signed
    }

    /// Which version it is.
    #[must_use]
    pub fn version(&self) -> &Version {
        &self.signed.version
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{LIST, SIGNATURE};
    use minisign::KeyPair;
    use std::{fs, io::Cursor};

    #[test]
    fn what_is_handed_on_is_what_was_signed() {
        let pair = KeyPair::generate_unencrypted_keypair().unwrap();
        let key = PublicKey::parse(&pair.pk.to_base64()).unwrap();
        let list = format!("{}  cle\n", "ab".repeat(32)).into_bytes();
        let comment = Some("cle 1.2.3");
        let signature = minisign::sign(None, &pair.sk, Cursor::new(&list), comment, None).unwrap();
        let signature = signature.into_string();
        let issued = Issued::verify(list.clone(), signature.clone(), &key).unwrap();
        assert_eq!(issued.version(), &Version::new(1, 2, 3));
        assert_eq!(issued.list().text(), list);
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(Issued::read(folder.path(), &key).unwrap(), None);
        fs::write(folder.path().join(LIST), &list).unwrap();
        let unsigned = Issued::read(folder.path(), &key);
        assert!(matches!(unsigned, Err(Fault::Unsigned)), "{unsigned:?}");
        fs::write(folder.path().join(SIGNATURE), issued.signature()).unwrap();
        assert_eq!(Issued::read(folder.path(), &key).unwrap(), Some(issued));
        let mut other = list;
        other[0] ^= 1;
        let changed = Issued::verify(other, signature, &key);
        assert!(matches!(changed, Err(Fault::Forged)), "{changed:?}");
    }
}
