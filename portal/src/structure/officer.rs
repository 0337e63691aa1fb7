//! An officer at work: the key, its certificate, and the chain that leads to it.

use wire::{
    Hash, Realm, Signed,
    helper::{Helper, Retired, Revocations, SignedHelper, SignedRevocations},
    structure::{Officer, RootChain},
};

use super::OfficerKey;

/// An officer who certifies helpers, with everything that lets an app believe them.
#[derive(Debug)]
pub struct Officiating {
    pub(super) realm: Realm,
    pub(super) roots: RootChain,
    pub(super) certificate: Signed<Officer>,
    pub(super) retired: Option<Signed<Retired>>,
    pub(super) key: OfficerKey,
}

impl Officiating {
    /// Certifies a helper's keys and role.
    #[must_use]
    pub fn certify(&self, helper: &Helper) -> SignedHelper {
        SignedHelper {
            roots: self.roots.clone(),
            officer: self.certificate.clone(),
            helper: self.key.sign(self.realm, helper),
        }
    }

    /// Signs who no longer counts.
    #[must_use]
    pub fn revoke(&self, list: &Revocations) -> SignedRevocations {
        SignedRevocations {
            roots: self.roots.clone(),
            retired: self.retired.clone(),
            officer: self.certificate.clone(),
            list: self.key.sign(self.realm, list),
        }
    }

    /// The fingerprint of the key that signs.
    #[must_use]
    pub fn fingerprint(&self) -> Hash {
        self.key.public().fingerprint()
    }
}
