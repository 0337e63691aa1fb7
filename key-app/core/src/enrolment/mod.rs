//! How a stick comes to its keys, for a first opening and for a second stick alike.
//!
//! - `begin` it, or take it up · `passkey` what the portal asks for · `fresh` keys and coins
//! - `writing` a copy, and opening it from there

mod begin;
mod fresh;
mod passkey;
mod writing;

pub(crate) use begin::begin;
pub(crate) use fresh::FreshKeys;
pub(crate) use passkey::Made;
pub(crate) use writing::{Writing, reopen};

use self::passkey::register_start;
use crate::{
    authenticator::Outputs,
    portal::{Attempt, Gates, Portal},
    stick::Stick,
    trouble::{Result, Trouble},
};
use crypto::{
    keys::{DeviceSecret, KemKey, SigningKey},
    stick::{Envelope, Header, LocalHeadKey},
};
use wire::{
    Random,
    api::{WebauthnAnswer, WebauthnOptions},
    structure::{SignedLocator, SignedVoucher},
};

/// A stick whose gates have given it keys, and whose code has been asked of them.
pub(crate) struct Enrolling {
    pub(crate) header: Header,
    pub(crate) ds: DeviceSecret,
    pub(crate) voucher: SignedVoucher,
    pub(crate) locator: SignedLocator,
    pub(crate) gates: Gates,
    attempt: Attempt,
    success: SigningKey,
    lineage: SigningKey,
    local_head: LocalHeadKey,
    /// Receives the shares of a recovery.
    pub(crate) ceremony: Option<KemKey>,
    seq: u64,
}

/// An enrolled stick: its envelope lies on both copies and was opened from there.
pub(crate) struct Sealed {
    pub(crate) enrolling: Enrolling,
    pub(crate) envelope: Envelope,
    pub(crate) outputs: Outputs,
    pub(crate) answer: WebauthnAnswer,
}

impl Enrolling {
    /// The key that the first gate knows this stick by: it signs what the stick asks of its portal.
    pub(crate) fn possession(&self) -> Result<SigningKey> {
        let gate = self.header.gates.first().ok_or(Trouble::StickDamaged)?.gate;
        let (realm, key_id) = (self.header.realm, &self.header.key_id);
        Ok(self.ds.possession(realm, key_id, &gate))
    }

    /// Begins the registration anew and makes another passkey: a challenge lives two minutes.
    pub(crate) async fn register(&self, portal: &Portal, path: &str) -> Result<Made> {
        let start = register_start(&self.header, &self.ds, &self.voucher)?;
        let options: WebauthnOptions = portal.post(path, &start).await?;
        Made::as_asked(&self.header, &options).await
    }

    /// Seals the envelope, writes it on both copies, opens it from there and tells the gates.
    pub(crate) async fn seal(
        mut self,
        stick: &Stick,
        made: Made,
        random: &mut dyn Random,
    ) -> Result<Sealed> {
        let envelope = Envelope {
            passkey: made.passkey,
            success: self.success.copied(),
            lineage: self.lineage.copied(),
            local_head: self.local_head.copied(),
            ceremony: self.ceremony.as_ref().map(KemKey::copied),
        };
        self.write(stick, &envelope, Some(self.voucher.clone()), random)?;
        self.gates
            .succeed(&self.header, &envelope.success, &self.attempt)
            .await;
        Ok(Sealed {
            enrolling: self,
            envelope,
            outputs: made.outputs,
            answer: made.answer,
        })
    }

    fn write(
        &mut self,
        stick: &Stick,
        envelope: &Envelope,
        voucher: Option<SignedVoucher>,
        random: &mut dyn Random,
    ) -> Result<()> {
        self.seq += 1;
        let place = Writing {
            seq: self.seq,
            header: &self.header,
            ds: &self.ds,
            locator: &self.locator,
            voucher,
        };
        let is_finished = place.voucher.is_none();
        let cle = place.seal(envelope, &self.attempt.outputs, random)?;
        if is_finished {
            stick.write_both(&cle)?;
        } else {
            stick.write_unfinished(&cle)?;
        }
        reopen(stick, &self.header, &self.ds, &self.attempt.outputs)
    }
}

impl Sealed {
    /// The voucher has served: both copies are written without it, and without what a recovery needed.
    pub(crate) fn finish(
        mut self,
        stick: &Stick,
        random: &mut dyn Random,
    ) -> Result<(Enrolling, Envelope, Outputs)> {
        self.envelope.ceremony = None;
        self.enrolling.write(stick, &self.envelope, None, random)?;
        Ok((self.enrolling, self.envelope, self.outputs))
    }
}
