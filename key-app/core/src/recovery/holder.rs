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
    elsewhere::{FindVouched, StructureNumber, VouchedAnswer},
    helper::{HelperNumber, Role, SignedHelper, SignedRevocations},
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
    /// Unix seconds until which their certificate counts.
    pub until: u64,
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
            until: helper.not_after,
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

    /// A holder of another structure: the number on their own screen, and the number of that structure from
    /// the paper that it hands out.
    ///
    /// # Errors
    /// [`Trouble::NoSuchHelper`] where that structure vouches for nobody with that number, or no longer;
    /// [`Trouble::OwnMandate`] where it is the person's own; [`Trouble::HelpersOld`] where that structure has
    /// not said for a week whom it stopped.
    pub async fn holder_of_another(&self, typed: &str, structure: &str) -> Result<Holder> {
        let number = HelperNumber::parse(typed).ok_or(Trouble::NoSuchHelper)?;
        let structure = StructureNumber::parse(structure).ok_or(Trouble::NoSuchHelper)?;
        if number == self.helper_number() {
            return Err(Trouble::OwnMandate);
        }
        let asking = FindVouched {
            number: number.to_string(),
        };
        let answer: VouchedAnswer = self.portal.post("v1/helpers/elsewhere", &asking).await?;
        let vouched = answer.vouched.ok_or(Trouble::NoSuchHelper)?;
        let signed = SignedHelper::from_bytes(&vouched.certificate).map_err(Opening::from)?;
        // Two houses are two houses only where the person has read the other one's number.
        let root = signed.roots.first.fingerprint();
        if StructureNumber::of(&root) != structure || root == self.home.structure {
            return Err(Trouble::NoSuchHelper);
        }
        let helper = self.believe_elsewhere(&root, &signed, &vouched.revocations)?;
        if helper.number() != number {
            return Err(Trouble::Unverified);
        }
        Ok(Holder::of(helper, root))
    }

    /// The same from what was carried over by hand: the fingerprint of that structure's root, a certificate,
    /// and a fresh list of those who were stopped.
    ///
    /// # Errors
    /// [`Trouble::Unverified`] where they do not lead to each other, [`Trouble::HelpersOld`] where the list is
    /// old, [`Trouble::NoSuchHelper`] where it stops them.
    pub fn holder_elsewhere(
        &self,
        structure: &Hash,
        certificate: &[u8],
        revocations: &[u8],
    ) -> Result<Holder> {
        let signed = SignedHelper::from_bytes(certificate).map_err(Opening::from)?;
        let helper = self.believe_elsewhere(structure, &signed, revocations)?;
        Ok(Holder::of(helper, *structure))
    }

    fn believe_elsewhere(
        &self,
        structure: &Hash,
        signed: &SignedHelper,
        revocations: &[u8],
    ) -> Result<Helper> {
        let (realm, now) = (self.home.realm, self.time());
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
        Ok(helper)
    }
}
