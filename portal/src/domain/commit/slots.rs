//! Slots in a commit: a credential comes and goes only in the transaction of its log entry.

use minicbor::bytes::ByteVec;
use wire::{Code, KeyId, SlotId, log::LogState, slot::SlotSeals};

use super::{Ground, Settling, signed};
use crate::{
    domain::{
        Outcome, anchors, ensure, passkeys, register, security_keys, session, staging::Items,
    },
    records::{Credential, Slot},
    store::{Read, Table, Tx},
};

/// Removes slots with all they had: credential, sessions, seals, anchor.
pub(super) fn remove(tx: &mut Tx<'_>, state: &LogState, slots: &[SlotId]) -> Outcome<()> {
    for slot in slots {
        let key = row(state, slot);
        // A slot added and removed in one commit never had a row.
        if let Some(old) = tx.get_record::<Slot>(&key)? {
            tx.delete(Table::Credentials, old.credential.to_vec());
            tx.delete(Table::Slots, key);
        }
        security_keys::remove(tx, &state.account, slot)?;
        session::forget_slot(tx, &state.account, slot)?;
    }
    Ok(())
}

/// Adds at most one slot: its entry names the very credential that was registered for it. Gives it with its
/// name where a security key opens it.
pub(super) fn add(
    tx: &mut Tx<'_>,
    ground: &Ground<'_>,
    settling: &Settling<'_>,
    items: &Items,
) -> Outcome<Option<(SlotId, KeyId)>> {
    let Settling { state, commit, .. } = *settling;
    let live = |slot: &SlotId| state.slots.contains_key(slot);
    let added: Vec<_> = settling.changes.added.iter().collect();
    // A slot without an anchor could never tell a forged account from its own.
    let anchored = commit.anchors.iter().map(|(slot, _)| slot);
    ensure(
        anchored.eq(added.iter().map(|header| &header.slot)),
        Code::LogRefused,
    )?;
    let (header, answer) = match (added.as_slice(), &commit.registration) {
        ([], None) => return Ok(None),
        ([header], Some(answer)) if live(&header.slot) => (*header, answer),
        _ => return Err(Code::LogRefused.into()),
    };
    let registered = register::finish(tx, ground.passkeys, answer, settling.by, ground.now)?;
    let credential: &[u8] = registered.passkey.cred_id().as_ref();
    let fits = header.credential == credential && header.rp_id == ground.passkeys.rp_id();
    ensure(fits, Code::LogRefused)?;
    let anchor = commit.anchors.first().map(|(_, anchor)| anchor.clone());
    if let Some(anchor) = &anchor {
        anchors::check(anchor)?;
    }
    let slot = Slot {
        credential: ByteVec::from(credential.to_vec()),
        seals: seals(state, &header.slot, items)?,
        anchor,
    };
    tx.put_record(row(state, &header.slot), &slot);
    let known = Credential {
        passkey: passkeys::to_json(&registered.passkey)?,
        handle: registered.handle,
        account: state.account,
        slot: header.slot,
    };
    tx.put_record(credential, &known);
    Ok(registered.security_key.map(|key_id| (header.slot, key_id)))
}

/// After a rekey every remaining slot gets its new seals, without its stick being present.
pub(super) fn reseal(tx: &mut Tx<'_>, settling: &Settling<'_>, items: &Items) -> Outcome<()> {
    if !settling.changes.is_rekeyed {
        return Ok(());
    }
    let state = settling.state;
    for slot in state.slots.keys() {
        let key = row(state, slot);
        let old: Slot = tx.get_record(&key)?.ok_or(Code::Damaged)?;
        let seals = seals(state, slot, items)?;
        tx.put_record(key, &Slot { seals, ..old });
    }
    Ok(())
}

/// The staged seals of a slot: root-signed, of today's generation, to the slot's own keys.
fn seals(state: &LogState, slot: &SlotId, items: &Items) -> Outcome<ByteVec> {
    let known = state.slots.get(slot).ok_or(Code::LogRefused)?;
    let bytes = items.get(&known.seals)?;
    let seals: SlotSeals = signed(state.realm, &state.keys.root, bytes)?;
    let fits = seals.account == state.account
        && seals.slot == *slot
        && seals.generation == state.keys.generation
        && seals.open_to == known.open.fingerprint()
        && seals.admin_to == known.admin.fingerprint();
    ensure(fits, Code::LogRefused)?;
    Ok(ByteVec::from(bytes.to_vec()))
}

fn row(state: &LogState, slot: &SlotId) -> Vec<u8> {
    [state.account.as_ref(), slot.as_ref()].concat()
}
