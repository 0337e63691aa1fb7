//! The person's side of a recovery: a stick with a voucher for it, a code chosen now, and the key that
//! receives the shares, which lies in the envelope and outlasts any wait.

use super::{Ending, Path, Pictures, Progress};
use crate::{
    enrolment::{self, Enrolling},
    opening::{self, Opened},
    portal::Portal,
    provision::{Provision, verified},
    stick::Stick,
    trouble::{Result, Trouble},
    watch::Watch,
};
use crypto::{code::Code, keys::KemKey, recovery::CardCode, stick::Prepared};
use std::collections::BTreeMap;
use wire::{
    CeremonyId, Code as Reason, Random, Signed,
    api::{GateChallenge, RegisterStart, WebauthnOptions},
    ceremony::{
        Ask, CeremonyAsking, CeremonyNumber, CeremonyRecord, CeremonyStart, CeremonyStatus,
        Meeting, Nonce, commitment, pictures,
    },
    decode_canonical,
    structure::VoucherKind,
};

/// Where a registration of a recovery begins.
pub(super) const REGISTER: &str = "v1/ceremony/register";

/// So many keep a share beside the card.
const HOLDERS: u8 = 2;

/// What a recovery is, when it is begun or taken up again.
#[derive(Debug)]
#[expect(
    clippy::large_enum_variant,
    reason = "made once, and taken apart at once"
)]
pub enum Step {
    /// Holders are to be asked.
    Asking(Requesting),
    /// It was finished before, and only its end was missing.
    Opened(Opened),
}

/// A recovery, with the stick's keys in memory.
pub struct Requesting {
    pub(super) enrolling: Enrolling,
    pub(super) portal: Portal,
    pub(super) card: Option<CardCode>,
    pub(super) id: CeremonyId,
    /// Pinned when it was first seen: from then on the portal shows the same or is refused.
    pub(super) record: Option<CeremonyRecord>,
    nonces: BTreeMap<u8, Nonce>,
    /// The holder's nonce against which this screen's was shown.
    shown: BTreeMap<u8, Nonce>,
}

/// How a recovery stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// The number by which a holder finds it, where there is no card.
    pub number: String,
    /// How far it is.
    pub progress: Progress,
    /// Whether the portal knows the card, once somebody has said whose recovery it is.
    pub path: Option<Path>,
    /// Whether the wait is longer because all holders belong to one structure.
    pub one_structure: bool,
    /// Each holder, in the order of the arrangement.
    pub faces: Vec<Face>,
}

/// How it stands with one holder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Face {
    /// They have not begun to compare.
    Away,
    /// Both screens must show these pictures.
    Compare(Pictures),
    /// They have approved.
    Approved,
    /// The program was shut in the middle of the comparison: it is not repeated. Begin the recovery anew.
    Interrupted,
}

/// Prepares a stick for a recovery: a new one, or the one whose code was forgotten, beside what it holds.
///
/// # Errors
/// [`Trouble`] where the signatures do not fit together, the voucher is for something else, or the stick
/// belongs elsewhere.
pub fn prepare(stick: &Stick, from: &Provision, now: u64) -> Result<()> {
    let claimed = from.voucher.voucher.claimed();
    if claimed.is_ok_and(|voucher| voucher.kind != VoucherKind::Recovery) {
        return Err(Trouble::StickState("the voucher is not for a recovery"));
    }
    match stick.stage() {
        Ok(crate::stick::Stage::Ready) => {}
        _ => return crate::provision::provision(stick, from, now),
    }
    let (realm, structure, _) = stick.structure()?;
    if realm != from.realm || structure != from.structure {
        return Err(Trouble::StickState("it belongs to another structure"));
    }
    let draft = verified(from, now)?;
    stick.write_beside(Prepared {
        draft,
        locator: from.locator.clone(),
        voucher: from.voucher.clone(),
    })
}

/// Begins a recovery with the code that the stick is to have, and the card where it is there. One that
/// has ended begins anew; one that waits is taken up.
///
/// # Errors
/// [`Trouble`]; the same call takes the stick up again.
pub async fn begin(
    stick: &Stick,
    code: &Code,
    card: Option<CardCode>,
    random: &mut dyn Random,
    watch: &dyn Watch,
) -> Result<Step> {
    take_up(stick, code, card, true, random, watch).await
}

/// Takes up a recovery that waits, with the code that was chosen then. One that has ended is shown as
/// ended.
///
/// # Errors
/// [`Trouble`].
pub async fn resume(
    stick: &Stick,
    code: &Code,
    card: Option<CardCode>,
    random: &mut dyn Random,
    watch: &dyn Watch,
) -> Result<Step> {
    take_up(stick, code, card, false, random, watch).await
}

/// Gives a recovery up at the portal, and on a stick that had another code before.
///
/// # Errors
/// [`Trouble`].
pub async fn give_up(asking: Requesting, stick: &Stick) -> Result<()> {
    asking
        .ask::<CeremonyStatus>("v1/ceremony/ask", Ask::Stop)
        .await?;
    match stick.give_up_recovery() {
        Ok(()) | Err(Trouble::StickState(_)) => Ok(()),
        Err(other) => Err(other),
    }
}

async fn take_up(
    stick: &Stick,
    code: &Code,
    card: Option<CardCode>,
    afresh: bool,
    random: &mut dyn Random,
    watch: &dyn Watch,
) -> Result<Step> {
    let start = async |portal: &Portal, start: &Signed<RegisterStart>| -> Result<WebauthnOptions> {
        portal.post(REGISTER, start).await
    };
    let begun = enrolment::begin(stick, code, VoucherKind::Recovery, start, random).await;
    let (mut enrolling, portal, made) = match begun {
        // The account was opened again, and the answer was lost.
        Err(used) if used.code() == Some(Reason::VoucherUsed) => {
            let opened = opening::open(stick, code, random, watch).await?;
            return Ok(Step::Opened(opened));
        }
        begun => begun?,
    };
    let key = match enrolling.ceremony.take() {
        Some(key) => key,
        None => KemKey::make(random),
    };
    enrolling.ceremony = Some(key);
    let mut enrolling = enrolling.seal(stick, made, random).await?.enrolling;
    let status = start_at(&portal, &enrolling, card.as_ref()).await?;
    if afresh && matches!(status.progress, Progress::Ended(_)) {
        // What was compared once is not compared again: another key, and another name.
        enrolling.ceremony = Some(KemKey::make(random));
        let made = enrolling.register(&portal, REGISTER).await?;
        enrolling = enrolling.seal(stick, made, random).await?.enrolling;
        start_at(&portal, &enrolling, card.as_ref()).await?;
    }
    let key = enrolling.ceremony.as_ref().ok_or(Trouble::StickDamaged)?;
    let id = CeremonyId::of(enrolling.header.realm, &key.public());
    Ok(Step::Asking(Requesting {
        enrolling,
        portal,
        card,
        id,
        record: None,
        nonces: BTreeMap::new(),
        shown: BTreeMap::new(),
    }))
}

/// Begins it at the portal; the same key again is the same recovery.
async fn start_at(
    portal: &Portal,
    enrolling: &Enrolling,
    card: Option<&CardCode>,
) -> Result<CeremonyStatus> {
    let realm = enrolling.header.realm;
    let possession = enrolling.possession()?;
    let key = enrolling.ceremony.as_ref().ok_or(Trouble::StickDamaged)?;
    let start = CeremonyStart {
        realm,
        key_id: enrolling.header.key_id,
        possession: possession.public(),
        key: key.public(),
        tag: card.map(|card| card.public(realm).tag),
        voucher: enrolling.voucher.clone(),
    };
    portal
        .post("v1/ceremony/start", &possession.sign(realm, &start))
        .await
}

impl Requesting {
    /// Asks how it stands, and does what is this screen's part of each comparison.
    ///
    /// # Errors
    /// [`Trouble::Unverified`] where the portal shows another recovery than before.
    pub async fn look(&mut self, random: &mut dyn Random) -> Result<Standing> {
        let mut status = self.status(Ask::Status).await?;
        for holder in 0..HOLDERS {
            let meeting = status.meetings.get(usize::from(holder));
            if let Some(ask) = meeting.and_then(|m| self.part(m, holder, random)) {
                status = self.status(ask).await?;
            }
        }
        let faces = (0..).zip(&status.meetings);
        let faces = faces.map(|(holder, meeting)| self.face(holder, meeting));
        let faces = faces.collect::<Result<_>>()?;
        Ok(Standing {
            number: CeremonyNumber::of(&self.id).to_string(),
            progress: status.progress,
            path: self.record.as_ref().map(|record| record.path),
            one_structure: status.one_structure,
            faces,
        })
    }

    /// The screens differ: nothing of this recovery goes on.
    ///
    /// # Errors
    /// [`Trouble`].
    pub async fn differs(&mut self) -> Result<()> {
        let status = self.status(Ask::Stop).await?;
        match status.progress {
            Progress::Ended(Ending::Stopped) => Ok(()),
            _ => Err(Trouble::Unverified),
        }
    }

    /// What this screen has to say to one holder's: a promise, then the nonce, once theirs is there. One
    /// nonce is shown against one of theirs, and never against another.
    fn part(&mut self, meeting: &Meeting, holder: u8, random: &mut dyn Random) -> Option<Ask> {
        let realm = self.enrolling.header.realm;
        match (meeting.held, self.nonces.get(&holder)) {
            (None, known) => {
                let nonce = known.copied().unwrap_or_else(|| Nonce::random(random));
                self.nonces.insert(holder, nonce);
                let promise = commitment(realm, &self.id, holder, &nonce);
                let is_said = meeting.commitment == Some(promise);
                (!is_said).then_some(Ask::Commit(holder, promise))
            }
            (Some(held), Some(nonce)) if meeting.asked.is_none() => {
                let against = *self.shown.entry(holder).or_insert(held);
                (against == held).then_some(Ask::Reveal(holder, *nonce))
            }
            _ => None,
        }
    }

    fn face(&self, holder: u8, meeting: &Meeting) -> Result<Face> {
        if meeting.approved {
            return Ok(Face::Approved);
        }
        let Some(held) = meeting.held else {
            return Ok(Face::Away);
        };
        let record = self.record.as_ref().ok_or(Trouble::Unverified)?;
        match (self.nonces.get(&holder), self.shown.get(&holder)) {
            (Some(nonce), Some(shown)) if *shown == held => {
                Ok(Face::Compare(pictures(record, holder, nonce, &held)))
            }
            (Some(_), Some(_)) => Err(Trouble::Unverified),
            _ => Ok(Face::Interrupted),
        }
    }

    async fn status(&mut self, ask: Ask) -> Result<CeremonyStatus> {
        let status: CeremonyStatus = self.ask("v1/ceremony/ask", ask).await?;
        if status.meetings.len() > usize::from(HOLDERS) {
            return Err(Trouble::Unverified);
        }
        if let Some(bytes) = &status.record {
            let record: CeremonyRecord =
                decode_canonical(bytes, CeremonyRecord::MAX).map_err(|_| Trouble::Unverified)?;
            self.believe(record)?;
        }
        Ok(status)
    }

    /// The record names this stick and its key, and stays the same.
    fn believe(&mut self, record: CeremonyRecord) -> Result<()> {
        let header = &self.enrolling.header;
        let key = self.enrolling.ceremony.as_ref();
        let fits = record.realm == header.realm
            && record.ceremony == self.id
            && Some(record.key) == key.map(KemKey::public)
            && record.key_id == header.key_id
            && record.possession == self.enrolling.possession()?.public()
            && (record.path == Path::WithoutCard || self.card.is_some());
        let same = self.record.as_ref().is_none_or(|known| *known == record);
        if fits && same {
            self.record = Some(record);
            Ok(())
        } else {
            Err(Trouble::Unverified)
        }
    }

    /// Asks with a challenge of the portal, signed by the stick.
    pub(super) async fn ask<T>(&self, path: &str, ask: Ask) -> Result<T>
    where
        T: minicbor::Encode<()> + for<'b> minicbor::Decode<'b, ()>,
    {
        let realm = self.enrolling.header.realm;
        let GateChallenge { challenge } = self.portal.ask("v1/ceremony/challenge").await?;
        let asking = CeremonyAsking {
            realm,
            ceremony: self.id,
            challenge,
            ask,
        };
        let signed = self.enrolling.possession()?.sign(realm, &asking);
        self.portal.post(path, &signed).await
    }
}

impl core::fmt::Debug for Requesting {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("Requesting(…)")
    }
}
