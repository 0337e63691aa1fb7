//! What the code is asked for again: a second stick, revocation, new account keys, deletion.

pub(crate) mod arrange;
mod delete;
mod generation;
pub(crate) mod genesis;
mod new_card;
pub(crate) mod parts;
pub(crate) mod recover;
mod rekey;
mod second_stick;
mod security_key;

pub use delete::Deletion;

use crate::{
    authenticator::{Ask, Outputs},
    opening::{Timings, seal_place},
    opening::{log_in, unseal},
    portal::Portal,
    space::Space,
    stick::{RecoveryStage, Stick},
    trouble::{Result, Trouble},
    watch::Watch,
};
use crypto::{
    code::Code,
    keys::{AdminKeys, SlotAdmin},
    space::open_admin,
};
use wire::{Random, api::Session};

/// The space's administration, open until dropped.
pub struct Administration<'s> {
    pub(crate) space: &'s mut Space,
    pub(crate) keys: AdminKeys,
}

impl Space {
    /// Asks for the code again and opens the administration.
    ///
    /// # Errors
    /// As for an opening; [`Trouble::ReadOnly`] where the stick cannot be written;
    /// [`Trouble::BeingDeleted`].
    pub async fn administer(
        &mut self,
        stick: &Stick,
        code: &Code,
        random: &mut dyn Random,
        watch: &dyn Watch,
    ) -> Result<Administration<'_>> {
        self.own(stick)?;
        self.known.live()?;
        // Before a try is spent. One that was only prepared stays beside what is written.
        let beside = stick.recovery()?;
        if beside == Some(RecoveryStage::Begun) {
            return Err(Trouble::StickState(
                "a recovery was begun on it: finish it or give it up first",
            ));
        }
        let unsealed = unseal(stick, code, random, watch, &mut Timings::default()).await?;
        let (_, untold) = unsealed
            .gates
            .succeed(
                &unsealed.header,
                &unsealed.envelope.success,
                &unsealed.attempt,
            )
            .await;
        self.untold.extend(untold);
        if unsealed.in_flight && beside.is_none() {
            return Err(Trouble::StickState(
                "its renewal is not finished: open it once more",
            ));
        }
        stick.try_writing()?;
        let (portal, session, outputs) = log_in(&unsealed, Ask::Admin).await?;
        self.begin_administration(portal, &session, outputs).await
    }

    /// Goes on in a session whose assertion brought both outputs.
    pub(crate) async fn begin_administration(
        &mut self,
        portal: Portal,
        session: &Session,
        outputs: Outputs,
    ) -> Result<Administration<'_>> {
        if session.slot != self.known.slot || session.account != self.known.log.account {
            return Err(Trouble::Unverified);
        }
        let before = core::mem::replace(&mut self.portal, portal);
        // The session before ends; whether the portal hears of it changes nothing.
        let _ = before
            .send(reqwest::Method::POST, "v1/logout", Vec::new())
            .await;
        self.refresh().await?;
        self.known.live()?;
        let slot = self
            .known
            .log
            .slots
            .get(&self.known.slot)
            .ok_or(Trouble::Revoked)?;
        let second = outputs.second.ok_or(Trouble::Unverified)?;
        let slot_admin = SlotAdmin::derive(&slot.header, second);
        let place = seal_place(&self.known.log, self.known.slot);
        let keys = open_admin(
            &place,
            &slot_admin,
            &self.known.seals,
            &self.known.log.keys.root,
        )?;
        Ok(Administration { space: self, keys })
    }
}

impl core::fmt::Debug for Administration<'_> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("Administration(…)")
    }
}
