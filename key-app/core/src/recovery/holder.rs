//! Who may keep a share: somebody whose keys an officer of a structure certified, and whom no list has
//! stopped. Never whatever keys the portal returns.

use crate::{
    help::Helper,
    space::Space,
    trouble::{Result, Trouble},
};
use crypto::Opening;
use wire::{
    AccountId, Hash, decode_canonical,
    helper::{Role, SignedHelper, SignedRevocations},
    recovery as policies,
    seal::KemPublic,
};

/// Somebody who may keep a share.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holder {
    pub(crate) named: policies::Holder,
    pub(crate) reader: KemPublic,
    /// The name in their certificate.
    pub name: String,
    /// In what quality they help.
    pub role: Role,
}

impl Holder {
    /// Their account.
    #[must_use]
    pub fn account(&self) -> AccountId {
        self.named.account
    }

    fn of(helper: Helper, structure: Hash) -> Self {
        Self {
            named: policies::Holder {
                account: helper.account,
                author: helper.author.fingerprint(),
                reader: helper.reader.fingerprint(),
                structure,
            },
            reader: helper.reader,
            name: helper.name,
            role: helper.role,
        }
    }
}

impl Space {
    /// A holder of the person's own structure, by the number on their screen, or from [`Space::helpers`].
    ///
    /// # Errors
    /// As for [`Space::helper`].
    pub async fn holder(&self, typed: &str) -> Result<Holder> {
        let helper = self.helper(typed).await?;
        Ok(Holder::of(helper, self.home.structure))
    }

    /// A holder of another structure, whose root's fingerprint was read from their own paper or screen:
    /// the certificate and a fresh list of those who were stopped lead to it.
    ///
    /// # Errors
    /// [`Trouble::Unverified`] where they do not, [`Trouble::HelpersOld`] where the list is old,
    /// [`Trouble::NoSuchHelper`] where it stops them.
    pub fn holder_elsewhere(
        &self,
        structure: &Hash,
        certificate: &[u8],
        revocations: &[u8],
    ) -> Result<Holder> {
        let (realm, now) = (self.home.realm, self.time());
        let signed = SignedHelper::from_bytes(certificate).map_err(Opening::from)?;
        let verified = signed.verify(realm, structure, now);
        let (officer, helper) = verified.map_err(Opening::from)?;
        let list: SignedRevocations =
            decode_canonical(revocations, SignedRevocations::MAX).map_err(Opening::from)?;
        let standing = list.open(realm, structure).map_err(Opening::from)?;
        if !standing.is_fresh(now) {
            return Err(Trouble::HelpersOld);
        }
        if !standing.allows(&officer, &helper) {
            return Err(Trouble::NoSuchHelper);
        }
        Ok(Holder::of(helper, *structure))
    }
}
