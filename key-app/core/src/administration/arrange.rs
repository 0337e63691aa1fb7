//! Who can help to open the space again: the holders and the card, and what they are called.

use super::{Administration, generation::slot_keys, parts::Building};
use crate::{
    opening::SHARED,
    portal::Portal,
    recovery::Holder,
    space::Space,
    trouble::{Result, Trouble},
};
use crypto::{
    Opening,
    keys::{AdminKeys, AkOpen, OpenKeys},
    recovery::{Arranged, CardPublic, HolderKey, Named, Roll, arrange},
    stick::Heads,
};
use std::collections::BTreeSet;
use wire::{
    Random, Signed, SlotId, ceremony,
    ceremony::OwnRecovery,
    limits,
    log::{LogState, Op, RekeyCause},
    recovery::{self as policies, Policy},
    slot::SlotKeys,
};

/// What a policy is made from. The card need not be there: its public side is enough.
pub(crate) struct Plan {
    pub(crate) card: CardPublic,
    pub(crate) holders: Vec<policies::Holder>,
    pub(crate) roll: Roll,
}

impl Plan {
    /// A card, and no holders yet.
    pub(crate) fn of_card(card: CardPublic) -> Self {
        Self {
            card,
            holders: Vec::new(),
            roll: Roll::default(),
        }
    }

    /// As a verified policy and the owner's list have it.
    pub(crate) fn of(policy: &Policy, roll: Roll) -> Self {
        Self {
            card: CardPublic {
                key: policy.card,
                tag: policy.card_tag,
            },
            holders: policy.holders.clone(),
            roll,
        }
    }

    fn keys(&self) -> Vec<HolderKey> {
        let readers = self.roll.holders.iter().map(|named| named.reader);
        let holders = self.holders.iter().cloned().zip(readers);
        holders
            .map(|(holder, reader)| HolderKey { holder, reader })
            .collect()
    }
}

impl Building {
    /// A recovery policy with its package, payloads and the owner's list.
    pub(super) fn arrange(
        &mut self,
        plan: &Plan,
        heads: &Heads,
        ak_open: &AkOpen,
        keys: &OpenKeys,
        admin: &AdminKeys,
        random: &mut dyn Random,
    ) -> Result<()> {
        let (realm, account) = (self.place.realm, self.place.account);
        let from = Arranged {
            realm,
            account,
            ak_open,
            admin,
            suspend: &keys.suspend,
            heads,
            label: &plan.roll.label,
        };
        let made = arrange(&from, &plan.keys(), &plan.card, random)?;
        for payload in &made.payloads {
            self.item(wire::encode(payload));
        }
        if !plan.holders.is_empty() {
            let roll = plan.roll.seal(realm, account, &made.policy, keys, random)?;
            self.item(roll.to_bytes());
        }
        self.commit.package = Some(made.package);
        self.by_root(&Op::Policy(Box::new(made.policy)), admin);
        Ok(())
    }
}

impl Space {
    /// How recovery is arranged: the card, the holders and their keys. None before there is a policy.
    pub(crate) async fn plan(&self) -> Result<Option<Plan>> {
        let Some(policy) = &self.known.log.policy else {
            return Ok(None);
        };
        if policy.holders.is_empty() {
            return Ok(Some(Plan::of(policy, Roll::default())));
        }
        let own = recovery_answer(&self.portal).await?;
        let roll = own.roll.ok_or(Trouble::Unverified)?;
        let roll = roll_of(&self.known.log, &self.known.keys, policy, &roll)?;
        Ok(Some(Plan::of(policy, roll)))
    }
}

/// What the portal has of the owner's recovery.
pub(crate) async fn recovery_answer(portal: &Portal) -> Result<OwnRecovery> {
    portal.ask("v1/recovery").await
}

/// The owner's list of the policy that counts.
pub(crate) fn roll_of(
    log: &LogState,
    keys: &OpenKeys,
    policy: &Policy,
    bytes: &[u8],
) -> Result<Roll> {
    let signed = Signed::<ceremony::Roll>::from_bytes(bytes).map_err(Opening::from)?;
    let (account, author) = (&log.account, &log.keys.author);
    Ok(Roll::open(
        &signed,
        log.realm,
        account,
        policy,
        &keys.reader,
        author,
    )?)
}

impl Space {
    /// Signs one everyday entry, and commits it.
    pub(crate) async fn by_author(&mut self, op: &Op) -> Result<()> {
        let mut building = Building::after(&self.known);
        building.by_author(op, &self.known.keys);
        building.send(&self.portal).await?;
        self.known.advance(&building.commit.entries)
    }

    /// Which gate keys belong to a slot of this space.
    pub(crate) fn gate_keys(&self, slot: &SlotId) -> Result<SlotKeys> {
        let known = &self.known;
        let state = known.log.slots.get(slot).ok_or(Trouble::Gone)?;
        slot_keys(known.log.realm, state, &known.keys, &known.folders)
    }
}

impl Administration<'_> {
    /// Arranges that two of these holders and the card open the space again. They call the owner by
    /// `label`. Where one of the holders of before is no longer among them, all keys are renewed: what
    /// they keep opens nothing. The card stays the same.
    ///
    /// # Errors
    /// [`Trouble`]; on a refusal everything stays as it was.
    pub async fn arrange_recovery(
        &mut self,
        holders: &[Holder],
        label: &str,
        random: &mut dyn Random,
    ) -> Result<()> {
        self.check(holders, label)?;
        self.space.refresh().await?;
        let known = &self.space.known;
        let policy = known.log.policy.as_ref().ok_or(Trouble::NoCard)?;
        let plan = Plan {
            card: CardPublic {
                key: policy.card,
                tag: policy.card_tag,
            },
            holders: holders.iter().map(|holder| holder.named.clone()).collect(),
            roll: Roll {
                label: label.to_owned(),
                holders: holders.iter().map(Named::from).collect(),
            },
        };
        let stay: BTreeSet<_> = plan.holders.iter().map(|h| h.account).collect();
        let has_left = policy.holders.iter().any(|h| !stay.contains(&h.account));
        if has_left {
            return self.renew(&plan, RekeyCause::HolderRemoved, random).await;
        }
        let mut building = Building::after(known);
        let heads = building.heads_of(known, SHARED);
        let (ak_open, keys) = (&known.ak_open, &known.keys);
        building.arrange(&plan, &heads, ak_open, keys, &self.keys, random)?;
        building.send(&self.space.portal).await?;
        self.space.known.advance(&building.commit.entries)
    }

    /// New account keys, sealed to every slot, with this plan.
    pub(super) async fn renew(
        &mut self,
        plan: &Plan,
        cause: RekeyCause,
        random: &mut dyn Random,
    ) -> Result<()> {
        self.space.read_words().await?;
        let building = Building::after(&self.space.known);
        self.renew_for(building, None, Some(plan), cause, random)
            .await
    }

    /// Two at most, two different people, nobody of them the owner.
    fn check(&self, holders: &[Holder], label: &str) -> Result<()> {
        let accounts: BTreeSet<_> = holders.iter().map(Holder::account).collect();
        if accounts.contains(&self.space.account()) {
            return Err(Trouble::OwnMandate);
        }
        if holders.len() > 2 || accounts.len() != holders.len() {
            return Err(Trouble::Words("one or two different people keep a share"));
        }
        let is_said = label.trim() == label
            && !label.is_empty()
            && label.chars().count() <= limits::LABEL
            && !label.chars().any(char::is_control);
        if is_said {
            Ok(())
        } else {
            Err(Trouble::Words("it is one line of 60 characters at most"))
        }
    }
}

impl From<&Holder> for Named {
    fn from(holder: &Holder) -> Self {
        Self {
            name: holder.name.clone(),
            role: holder.role,
            reader: holder.reader,
        }
    }
}
