//! A holder's side of a recovery, in their own open space: whom they keep a share for, the comparison on
//! both screens, and the share handed over. Nothing of the other space comes here but that share.

use super::{Pictures, Progress};
use crate::{
    space::Space,
    trouble::{Result, Trouble},
};
use crypto::recovery::HeldShare;
use wire::{
    AccountId, CeremonyId, Random, Signed,
    ceremony::{
        CeremonyApproval, CeremonyRecord, Held as Said, HoldsAnswer, Nonce, UnderWay, commitment,
        pictures,
    },
    decode_canonical,
    recovery::{Payload, Policy},
};

/// The longest policy a portal may send.
const POLICY: usize = wire::limits::LOG_ENTRY;

/// Somebody whose share the owner of this space keeps.
pub struct Held {
    pub(crate) account: AccountId,
    pub(crate) share: HeldShare,
    /// The owner's place among the holders, from 0.
    place: u8,
    policy: Policy,
    under_way: Option<UnderWay>,
}

impl Held {
    /// What they wanted to be called.
    #[must_use]
    pub fn label(&self) -> &str {
        self.share.label()
    }

    /// Their account, as the portal knows it.
    #[must_use]
    pub fn account(&self) -> AccountId {
        self.account
    }

    /// The recovery that waits for this holder, and how far it is.
    #[must_use]
    pub fn waiting(&self) -> Option<Progress> {
        self.under_way.as_ref().map(|under_way| under_way.progress)
    }

    /// Whether this holder has approved it already.
    #[must_use]
    pub fn has_approved(&self) -> bool {
        let meeting = self.under_way.as_ref().map(|u| &u.meeting);
        meeting.is_some_and(|meeting| meeting.approved)
    }

    /// The record, if it says what it must about this person.
    fn record(&self, space: &Space) -> Result<(CeremonyRecord, &UnderWay)> {
        let under_way = self.under_way.as_ref().ok_or(Trouble::NothingWaits)?;
        let record: CeremonyRecord = decode_canonical(&under_way.record, CeremonyRecord::MAX)
            .map_err(|_| Trouble::Unverified)?;
        let realm = space.home.realm;
        let fits = record.realm == realm
            && record.account == self.account
            && record.policy == self.policy.hash(realm)
            && record.is_named();
        if fits {
            Ok((record, under_way))
        } else {
            Err(Trouble::Unverified)
        }
    }
}

impl core::fmt::Debug for Held {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("Held(…)")
    }
}

/// A comparison that runs: this screen's nonce is shown against the other's promise.
pub struct Comparing {
    record: CeremonyRecord,
    nonce: Nonce,
    promised: wire::Hash,
    met: bool,
    seen: Option<Pictures>,
}

impl Comparing {
    /// Whether it belongs to the recovery that waits for this holder now, and to what the other screen has
    /// promised there. One of an earlier recovery is over.
    #[must_use]
    pub fn is_of(&self, held: &Held) -> bool {
        held.under_way.as_ref().is_some_and(|waiting| {
            // Nothing was shown yet: a program that was begun anew promises anew.
            let promised = self.met || waiting.meeting.commitment == Some(self.promised);
            promised && *waiting.record == wire::encode(&self.record)
        })
    }

    /// Whether this screen's nonce has been shown.
    #[must_use]
    pub fn has_met(&self) -> bool {
        self.met
    }

    /// The pictures, once both nonces are there.
    #[must_use]
    pub fn pictures(&self) -> Option<Pictures> {
        self.seen
    }
}

impl core::fmt::Debug for Comparing {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("Comparing(…)")
    }
}

impl Space {
    /// Everybody whose share the owner of this space keeps. One whose share does not open is left out: with
    /// it this holder could not help.
    ///
    /// # Errors
    /// [`Trouble`].
    pub async fn held(&self) -> Result<Vec<Held>> {
        let answer: HoldsAnswer = self.portal.ask("v1/holds").await?;
        let (own, reader) = (self.account(), &self.known.keys.reader);
        let mut all = Vec::new();
        for hold in answer.holds {
            let policy: Policy =
                decode_canonical(&hold.policy, POLICY).map_err(|_| Trouble::Unverified)?;
            let payload: Payload =
                decode_canonical(&hold.payload, Payload::MAX).map_err(|_| Trouble::Unverified)?;
            let place = policy.holders.iter().position(|h| h.account == own);
            let Some(place) = place.and_then(|place| u8::try_from(place).ok()) else {
                return Err(Trouble::Unverified);
            };
            let (realm, account) = (self.home.realm, hold.account);
            let Ok(share) = HeldShare::open(realm, &account, &policy, &payload, reader) else {
                continue;
            };
            all.push(Held {
                account,
                share,
                place,
                policy,
                under_way: hold.under_way,
            });
        }
        all.sort_by(|a, b| a.label().cmp(b.label()));
        Ok(all)
    }

    /// One of them, as they are now.
    async fn held_again(&self, account: &AccountId) -> Result<Held> {
        let all = self.held().await?;
        let mut all = all.into_iter();
        all.find(|held| held.account == *account)
            .ok_or(Trouble::NothingWaits)
    }

    /// Says that the recovery with this number is about this person: where they have no card.
    ///
    /// # Errors
    /// [`Trouble`]; `not_found` where nobody asks by that number, `ceremony_conflict` where the person is
    /// in another recovery.
    pub async fn point(&self, held: &Held, number: &str) -> Result<()> {
        self.say(&Said::Point(number.to_owned(), held.account))
            .await
    }

    /// Begins to compare, against the promise of the other screen. Keep it before this screen's nonce is
    /// shown with [`Space::meet`]: a recovery takes one.
    ///
    /// # Errors
    /// [`Trouble::NothingWaits`] where the person's program has not promised anything yet: ask again.
    pub fn compare(&self, held: &Held, random: &mut dyn Random) -> Result<Comparing> {
        let (record, under_way) = held.record(self)?;
        let promised = under_way.meeting.commitment.ok_or(Trouble::NothingWaits)?;
        Ok(Comparing {
            record,
            nonce: Nonce::random(random),
            promised,
            met: false,
            seen: None,
        })
    }

    /// Shows this screen's nonce. Where the answer is lost, the same is shown again.
    ///
    /// # Errors
    /// [`Trouble`]; `ceremony_refused` where another nonce was shown before, or the promise is another.
    pub async fn meet(&self, comparing: &mut Comparing) -> Result<()> {
        let Comparing {
            record,
            promised,
            nonce,
            ..
        } = &*comparing;
        self.say(&Said::Meet(record.ceremony, *promised, *nonce))
            .await?;
        comparing.met = true;
        Ok(())
    }

    /// Asks for the other screen's nonce. From then on both show the same pictures, if nobody stands
    /// between them.
    ///
    /// # Errors
    /// [`Trouble::Unverified`] where it is not the one that was promised.
    pub async fn see(&self, held: &Held, comparing: &mut Comparing) -> Result<Option<Pictures>> {
        let now = self.held_again(&held.account).await?;
        let (record, under_way) = now.record(self)?;
        let meeting = &under_way.meeting;
        let same = record == comparing.record
            && meeting.commitment == Some(comparing.promised)
            && meeting.held == Some(comparing.nonce);
        if !same {
            return Err(Trouble::Unverified);
        }
        let Some(asked) = meeting.asked else {
            return Ok(None);
        };
        let (realm, ceremony) = (record.realm, &record.ceremony);
        if commitment(realm, ceremony, held.place, &asked) != comparing.promised {
            return Err(Trouble::Unverified);
        }
        comparing.seen = Some(pictures(&record, held.place, &asked, &comparing.nonce));
        Ok(comparing.seen)
    }

    /// The pictures are the same, and this is the person: hands the share over, sealed to the key that was
    /// compared.
    ///
    /// # Errors
    /// [`Trouble::NothingWaits`] where no pictures have been seen; `holder_stopped` where the holder's
    /// certificate no longer counts.
    pub async fn approve(
        &self,
        held: &Held,
        comparing: &Comparing,
        random: &mut dyn Random,
    ) -> Result<()> {
        if comparing.seen.is_none() || comparing.record.account != held.account {
            return Err(Trouble::NothingWaits);
        }
        let record = &comparing.record;
        let author = &self.known.keys.author;
        let approval = CeremonyApproval {
            realm: record.realm,
            holder: self.account(),
            author: author.public(),
            record: record.hash(),
            sealed: held.share.hand_over(record, random)?,
        };
        let signed: Signed<CeremonyApproval> = author.sign(record.realm, &approval);
        self.say(&Said::Approve(record.ceremony, signed)).await
    }

    /// The pictures differ, or this is not the person: the recovery ends.
    ///
    /// # Errors
    /// [`Trouble`].
    pub async fn refuse(&self, held: &Held) -> Result<()> {
        let (record, _) = held.record(self)?;
        let ceremony: CeremonyId = record.ceremony;
        self.say(&Said::Refuse(ceremony)).await
    }

    async fn say(&self, said: &Said) -> Result<()> {
        let body = wire::encode(said);
        let post = reqwest::Method::POST;
        self.portal.send(post, "v1/hold", body).await
    }
}
