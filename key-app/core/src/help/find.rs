//! Who may help: certificates that lead to the fingerprint on the stick, and a list of those who were
//! stopped that is no older than a week. Never whatever keys the portal returns.

use crate::{
    space::Space,
    trouble::{Result, Trouble},
};
use crypto::Opening;
use minicbor::bytes::ByteVec;
use wire::{
    api::{AskToHelp, FindHelpers, HelpersAnswer},
    helper::{SignedHelper, SignedRevocations, Standing},
};

pub use wire::helper::{Helper, HelperNumber, Role};

impl Space {
    /// Everybody whom the structure lists as a helper, by name.
    ///
    /// # Errors
    /// [`Trouble::HelpersOld`] where the structure has not said for a week who was stopped.
    pub async fn helpers(&self) -> Result<Vec<Helper>> {
        let mut found = self.find(None).await?;
        found.retain(|helper| helper.account != self.account());
        found.sort_by(|a, b| a.name.cmp(&b.name));
        Ok(found)
    }

    /// The helper with the number that stands on their own screen.
    ///
    /// # Errors
    /// [`Trouble::NoSuchHelper`] where nobody certified has it, or it is the person's own.
    pub async fn helper(&self, typed: &str) -> Result<Helper> {
        let number = HelperNumber::parse(typed).ok_or(Trouble::NoSuchHelper)?;
        // Also of whoever was never certified.
        if number == self.helper_number() {
            return Err(Trouble::OwnMandate);
        }
        let mut found = self.find(Some(&number)).await?;
        found.pop().ok_or(Trouble::NoSuchHelper)
    }

    /// The number by which an officer, or a person, knows this space's owner as a helper.
    #[must_use]
    pub fn helper_number(&self) -> HelperNumber {
        let log = &self.known.log;
        let keys = &log.keys;
        HelperNumber::of(
            log.realm,
            &log.account,
            &keys.root,
            &keys.author,
            &keys.reader,
        )
    }

    /// The owner's own certificate as a helper, if it counts now.
    ///
    /// # Errors
    /// [`Trouble`].
    pub async fn own_certificate(&self) -> Result<Option<Helper>> {
        let number = self.helper_number();
        let (answer, standing) = self.ask_helpers(Some(&number)).await?;
        let found = self.believed(&answer, standing.as_ref())?;
        Ok(found.into_iter().find(|helper| helper.number() == number))
    }

    /// Asks the structure to certify the owner as a helper, under this name.
    ///
    /// # Errors
    /// [`Trouble`].
    pub async fn ask_to_help(&self, name: &str) -> Result<()> {
        if !wire::helper::is_name(name) {
            return Err(Trouble::Words(
                "a name is one line of 60 characters at most",
            ));
        }
        let asking = AskToHelp {
            name: name.to_owned(),
        };
        let body = wire::encode(&asking);
        self.portal
            .send(reqwest::Method::POST, "v1/helpers/ask", body)
            .await
    }

    /// Helpers who count, by a list of revocations that is fresh.
    async fn find(&self, number: Option<&HelperNumber>) -> Result<Vec<Helper>> {
        let (answer, standing) = self.ask_helpers(number).await?;
        if answer.helpers.is_empty() {
            return Ok(Vec::new());
        }
        let standing = standing.filter(|standing| standing.is_fresh(answer.time));
        let standing = standing.ok_or(Trouble::HelpersOld)?;
        let found = self.believed(&answer, Some(&standing))?;
        match number {
            Some(number) => Ok(found
                .into_iter()
                .filter(|h| h.number() == *number)
                .collect()),
            None => Ok(found),
        }
    }

    async fn ask_helpers(
        &self,
        number: Option<&HelperNumber>,
    ) -> Result<(HelpersAnswer, Option<Standing>)> {
        let asking = FindHelpers {
            number: number.map(ToString::to_string),
        };
        let answer: HelpersAnswer = self.portal.post("v1/helpers", &asking).await?;
        let (realm, pinned) = (self.home.realm, self.home.structure);
        let open = |bytes: &ByteVec| -> Result<Option<Standing>> {
            let signed: SignedRevocations =
                wire::decode_canonical(bytes, SignedRevocations::MAX).map_err(Opening::from)?;
            let standing = signed.open(realm, &pinned).map_err(Opening::from)?;
            // A list that the root before could still sign is as good as none.
            let is_ours = signed.roots.continues(&self.roots);
            Ok(is_ours.then_some(standing))
        };
        let standing = answer.revocations.as_ref().map(open).transpose()?;
        Ok((answer, standing.flatten()))
    }

    /// The certificates of an answer. One that was stopped is left out, and one of a root beside the
    /// structure's; one that does not verify is a lie.
    fn believed(&self, answer: &HelpersAnswer, standing: Option<&Standing>) -> Result<Vec<Helper>> {
        let (realm, pinned) = (self.home.realm, self.home.structure);
        let mut found = Vec::new();
        for bytes in &answer.helpers {
            let signed = SignedHelper::from_bytes(bytes).map_err(Opening::from)?;
            let (officer, helper) = signed
                .verify(realm, &pinned, answer.time)
                .map_err(Opening::from)?;
            let roots = &signed.roots;
            let is_ours = roots.continues(&self.roots) || self.roots.continues(roots);
            if is_ours && standing.is_none_or(|standing| standing.allows(&officer, &helper)) {
                found.push(helper);
            }
        }
        Ok(found)
    }
}
