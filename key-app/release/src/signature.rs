//! Who signed a list, and of which version it is. The format is minisign's: anyone can check it with that
//! program. The version stands in the comment that is signed with the list.

use crate::Fault;
use minisign_verify::{Error, Signature};
use semver::Version;

/// How the signed comment begins.
const BEGINS: &str = "cle";
/// What the signed comment ends with where the key was made for development.
const DEVELOPMENT: &str = "development";
/// Where `./cle stick` tells the build which key it is.
const COMPILED: Option<&str> = option_env!("CLE_RELEASE_KEY");

/// The public part of a key that signs lists.
#[derive(Debug, Clone)]
pub struct PublicKey(minisign_verify::PublicKey);

/// What a good signature says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signed {
    /// Which version it is.
    pub version: Version,
    /// Whether the key was made on the fly: such a stick is for trying only.
    pub development: bool,
}

impl PublicKey {
    /// A key as minisign writes it: the file with its comment, or the one line that counts.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let line = text.lines().map(str::trim).rfind(|line| !line.is_empty())?;
        Some(Self(minisign_verify::PublicKey::from_base64(line).ok()?))
    }

    /// The key that this program was built with, if any. Programs that are not optimised, those of tests and
    /// of development, take one of the environment where they have none.
    #[must_use]
    pub fn compiled() -> Option<Self> {
        if cfg!(debug_assertions) && COMPILED.is_none() {
            return Self::parse(&std::env::var("CLE_RELEASE_KEY").ok()?);
        }
        Self::parse(COMPILED?)
    }

    /// Checks a list's signature and says what was signed with it.
    ///
    /// # Errors
    /// [`Fault`] where another key signed it, or where one of the two was changed.
    pub fn verify(&self, list: &[u8], signature: &str) -> Result<Signed, Fault> {
        let signature = Signature::decode(signature).map_err(|_| Fault::Forged)?;
        match self.0.verify(list, &signature, false) {
            Ok(()) => {}
            Err(Error::UnexpectedKeyId) => return Err(Fault::OtherKey),
            Err(_) => return Err(Fault::Forged),
        }
        Signed::read(signature.trusted_comment()).ok_or(Fault::NoVersion)
    }
}

impl Signed {
    /// What is signed with a list: "cle 1.2.3", and "development" behind it for a key made on the fly.
    #[must_use]
    pub fn comment(&self) -> String {
        let end = if self.development { " development" } else { "" };
        format!("{BEGINS} {}{end}", self.version)
    }

    /// What a signature claims, before anybody has checked it.
    #[must_use]
    pub fn claimed(signature: &str) -> Option<Self> {
        Self::read(Signature::decode(signature).ok()?.trusted_comment())
    }

    fn read(comment: &str) -> Option<Self> {
        let mut words = comment.split(' ');
        let (BEGINS, version) = (words.next()?, words.next()?) else {
            return None;
        };
        let development = match (words.next(), words.next()) {
            (None, None) => false,
            (Some(DEVELOPMENT), None) => true,
            _ => return None,
        };
        Some(Self {
            version: Version::parse(version).ok()?,
            development,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use minisign::KeyPair;
    use std::io::Cursor;

    const LIST: &[u8] = b"a list\n";

    fn signed(by: &KeyPair, comment: &str) -> String {
        let signature = minisign::sign(None, &by.sk, Cursor::new(LIST), Some(comment), None);
        signature.unwrap().into_string()
    }

    fn public(of: &KeyPair) -> PublicKey {
        PublicKey::parse(&of.pk.to_base64()).unwrap()
    }

    #[test]
    fn says_which_version_and_whether_it_is_for_trying() {
        let pair = KeyPair::generate_unencrypted_keypair().unwrap();
        let said = public(&pair)
            .verify(LIST, &signed(&pair, "cle 1.2.3"))
            .unwrap();
        assert_eq!(said.version, Version::new(1, 2, 3));
        assert!(!said.development);
        assert_eq!(said.comment(), "cle 1.2.3");
        let said = public(&pair)
            .verify(LIST, &signed(&pair, "cle 1.2.3-rc.1 development"))
            .unwrap();
        assert!(said.development);
        assert_eq!(said.comment(), "cle 1.2.3-rc.1 development");
    }

    #[test]
    fn the_file_of_minisign_is_a_key_too() {
        let pair = KeyPair::generate_unencrypted_keypair().unwrap();
        let file = pair.pk.to_box().unwrap().into_string();
        let said = PublicKey::parse(&file)
            .unwrap()
            .verify(LIST, &signed(&pair, "cle 0.1.0"));
        assert_eq!(said.unwrap().version, Version::new(0, 1, 0));
        assert!(PublicKey::parse("no key").is_none());
        assert!(PublicKey::parse("").is_none());
    }

    #[test]
    fn another_key_another_list_and_another_version_are_refused() {
        let [pair, other] = [0, 1].map(|_| KeyPair::generate_unencrypted_keypair().unwrap());
        let good = signed(&pair, "cle 1.2.3");
        assert!(matches!(
            public(&other).verify(LIST, &good),
            Err(Fault::OtherKey)
        ));
        assert!(matches!(
            public(&pair).verify(b"another list\n", &good),
            Err(Fault::Forged)
        ));
        let newer = good.replace("cle 1.2.3", "cle 9.2.3");
        assert_ne!(newer, good);
        assert!(matches!(
            public(&pair).verify(LIST, &newer),
            Err(Fault::Forged)
        ));
        assert!(matches!(public(&pair).verify(LIST, ""), Err(Fault::Forged)));
    }

    #[test]
    fn a_comment_without_a_version_is_refused() {
        let pair = KeyPair::generate_unencrypted_keypair().unwrap();
        for comment in [
            "",
            "cle",
            "cle one",
            "other 1.2.3",
            "cle 1.2.3 later",
            "cle 1.2.3 development x",
        ] {
            assert!(
                matches!(
                    public(&pair).verify(LIST, &signed(&pair, comment)),
                    Err(Fault::NoVersion)
                ),
                "{comment:?}"
            );
        }
    }
}
