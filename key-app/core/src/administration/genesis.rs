//! The first commit of a space: account keys, a slot, twelve folders, a recovery policy.

use super::{
    arrange::Plan,
    parts::{Building, NewSlot},
};
use crate::{
    enrolment::Sealed,
    trouble::{Result, Trouble},
};
use crypto::{
    entries::Place,
    keys::{AkAdmin, AkOpen, SlotAdmin, SlotOpen},
    recovery::CardCode,
    space::Body,
    stick::Header,
};
use std::collections::BTreeMap;
use wire::{
    AccountId, Random, SlotId,
    api::Commit,
    folder::Folder,
    log::{Genesis, Head, Op},
    slot::{SlotHeader, SlotKeys, SlotSalt},
    suite::SUITE,
};

/// What goes to the portal.
pub(crate) struct Made {
    pub(crate) items: Vec<Vec<u8>>,
    pub(crate) commit: Commit,
}

/// Draws the account's keys and builds the commit. `time` is the portal's.
pub(crate) fn build(
    sealed: &Sealed,
    card: &CardCode,
    time: u64,
    random: &mut dyn Random,
) -> Result<Made> {
    let stick = &sealed.enrolling.header;
    let realm = stick.realm;
    let ak_open = AkOpen::make(random);
    let keys = ak_open.derive_keys(realm, 1);
    let admin = AkAdmin::make(random).derive_keys(realm, 1);
    let root = admin.root.public();
    let account = AccountId::of(realm, &root);
    let mut building = Building::new(Place {
        realm,
        account,
        head: Head::NONE,
        time,
    });

    building.by_root(
        &Op::Genesis(Genesis {
            root,
            author: keys.author.public(),
            reader: keys.reader.public(),
        }),
        &admin,
    );
    let header = slot_header(sealed, account, random);
    let slot = NewSlot {
        open: SlotOpen::derive(&header, sealed.outputs.first.copied()),
        admin: SlotAdmin::derive(&header, second(sealed)?),
        header,
        gate_keys: gates_of(stick),
    };
    building.slot(&slot, &ak_open, &keys, &admin, random)?;
    let mut folders = BTreeMap::new();
    for folder in Folder::ALL {
        let fresh = building.epoch(folder, None, &Body::default(), &keys, &[], random)?;
        folders.insert(folder, fresh.head);
    }
    let heads = building.heads(root, 1, folders.clone(), None);
    let plan = Plan::of_card(card.public(realm));
    building.arrange(&plan, &heads, &ak_open, &keys, &admin, random)?;
    let heads = building.heads(root, 1, folders.clone(), None);
    building.anchor(slot.header.slot, &slot.open, &heads, random)?;

    let lineage = &sealed.envelope.lineage;
    building.set_keys(&slot.gate_keys, &keys, &admin, |_| lineage.copied());
    building.commit.registration = Some(sealed.answer.clone());
    Ok(Made {
        items: building.items,
        commit: building.commit,
    })
}

/// Header of the slot of a freshly enrolled stick.
pub(super) fn slot_header(
    sealed: &Sealed,
    account: AccountId,
    random: &mut dyn Random,
) -> SlotHeader {
    let stick = &sealed.enrolling.header;
    SlotHeader {
        suite: SUITE,
        realm: stick.realm,
        account,
        slot: SlotId::random(random),
        credential: sealed.envelope.passkey.credential.clone(),
        rp_id: stick.rp_id.clone(),
        salt: SlotSalt::random(random),
    }
}

/// The gates that stand before a stick, and what they call it.
pub(super) fn gates_of(stick: &Header) -> SlotKeys {
    SlotKeys {
        key_id: stick.key_id,
        gates: stick.gates.iter().map(|g| g.gate).collect(),
    }
}

/// The PRF's second output, there at every registration.
pub(super) fn second(sealed: &Sealed) -> Result<crypto::keys::PrfOutput> {
    sealed
        .outputs
        .second
        .as_ref()
        .map(|s| s.copied())
        .ok_or(Trouble::Unverified)
}
