//! Who may keep a share: somebody whose keys an officer of a structure certified, and whom no list has
//! stopped. Never whatever keys the portal returns.

use crate::{
    help::Helper,
    space::Space,
    trouble::{Result, Trouble},
};
use crypto::Opening;
use wire::{
    AccountId, Hash,
    elsewhere::{FindVouched, StructureNumber, VouchedAnswer, is_short},
    helper::{HelperNumber, Role, SignedHelper},
    recovery as policies,
    seal::KemPublic,
    structure::StructureError,
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
    /// [`Trouble::OwnMandate`] where it is the person's own; [`Trouble::HelpersOld`] where it vouched more than
    /// a week ago.
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
        let (realm, now) = (self.home.realm, self.time());
        let first = signed.roots.first.fingerprint();
        let root = signed.roots.current(realm, &first).map_err(Opening::from)?;
        // Two houses are two houses only where the person has read the other one's number.
        if StructureNumber::of(&root.fingerprint()) != structure || first == self.home.structure {
            return Err(Trouble::NoSuchHelper);
        }
        let helper = match signed.verify(realm, &first, now) {
            Ok((_, helper)) => helper,
            Err(StructureError::Expired) => return Err(Trouble::HelpersOld),
            Err(other) => return Err(Opening::from(other).into()),
        };
        // A longer one is for that structure's own people, whom its own list may have stopped.
        if helper.number() != number || !is_short(&helper) {
            return Err(Trouble::Unverified);
        }
        Ok(Holder::of(helper, first))
    }
}
