//! Slots that a security key opens. No gate counts tries for it, because it counts them itself, and so no gate
//! can freeze it either: what a freeze asks of gates for sticks is asked of the portal for these.

use wire::{
    AccountId, Code, KeyId, Random, SigPublic, Signed, SlotId,
    api::WebauthnOptions,
    gate::{Freeze, Lift, Order, Reach, Suspend},
};

use super::{
    Outcome, Place, ensure,
    passkeys::Passkeys,
    policy::{self, Action, Role, State},
    register,
    session::{self, Session},
};
use crate::{
    records::{Purpose, SecurityKey, SecurityKeyStart},
    store::{Read, Table, Tx},
};

/// Begins the registration of one more security key. The one begun before is forgotten: an account has
/// one at a time.
pub(crate) fn begin(
    tx: &mut Tx<'_>,
    passkeys: &Passkeys,
    owner: &Session,
    key_id: KeyId,
    now: u64,
    random: &mut dyn Random,
) -> Outcome<WebauthnOptions> {
    let account = session::live(tx, owner)?.state.account;
    forget_begun(tx, &account)?;
    let handle = register::user_handle(random);
    let started = passkeys.start_registration(handle)?;
    let purpose = Purpose::SecurityKey(account, key_id, handle);
    let options = register::begin(tx, purpose, started, now, random)?;
    let ceremony = options.ceremony;
    tx.put_record(account.0, &SecurityKeyStart { ceremony });
    Ok(options)
}

/// Forgets a registration that was begun.
pub(super) fn forget_begun(tx: &mut Tx<'_>, account: &AccountId) -> Outcome<()> {
    if let Some(before) = tx.get_record::<SecurityKeyStart>(&account.0)? {
        register::forget(tx, &before.ceremony)?;
        tx.delete(Table::SecurityKeyStarts, account.0);
    }
    Ok(())
}

/// Keeps a slot that was added, and names for every security key of the account who may freeze it from
/// here on: where one was added, and where the account's keys were renewed. Otherwise nobody is named.
pub(super) fn settle(
    tx: &mut Tx<'_>,
    account: &AccountId,
    added: Option<(SlotId, KeyId)>,
    is_rekeyed: bool,
    suspend: Option<SigPublic>,
) -> Outcome<()> {
    let known = of_account(tx, account)?;
    let is_due = added.is_some() || (is_rekeyed && !known.is_empty());
    ensure(suspend.is_some() == is_due, Code::LogRefused)?;
    let Some(suspend) = suspend else {
        return Ok(());
    };
    for (slot, row) in known {
        if row.suspend != suspend {
            tx.delete(Table::Suspends, index(&row.suspend, account, &slot));
            // Another suspend key counts its freezes and lifts from the start. What is frozen stays so.
            let row = SecurityKey {
                suspend,
                suspend_n: 0,
                ..row
            };
            put(tx, account, &slot, &row);
        }
    }
    if let Some((slot, key_id)) = added {
        let row = SecurityKey {
            key_id,
            suspend,
            suspend_n: 0,
            suspended: false,
        };
        put(tx, account, &slot, &row);
    }
    Ok(())
}

/// Forgets a slot, if a security key opened it.
pub(super) fn remove(tx: &mut Tx<'_>, account: &AccountId, slot: &SlotId) -> Outcome<()> {
    let key = key(account, slot);
    if let Some(row) = tx.get_record::<SecurityKey>(&key)? {
        tx.delete(Table::Suspends, index(&row.suspend, account, slot));
        tx.delete(Table::SecurityKeys, key);
    }
    Ok(())
}

/// Forgets all of an account.
pub(super) fn forget_account(tx: &mut Tx<'_>, account: &AccountId) -> Outcome<()> {
    forget_begun(tx, account)?;
    for (slot, _) in of_account(tx, account)? {
        remove(tx, account, &slot)?;
    }
    Ok(())
}

/// What is kept of the slot, if a security key opens it.
pub(super) fn of_slot(
    read: &impl Read,
    account: &AccountId,
    slot: &SlotId,
) -> Outcome<Option<SecurityKey>> {
    Ok(read.get_record(&key(account, slot))?)
}

/// Whose bucket a freeze or lift is taken from: that of a security key it reaches, if the suspend key that
/// it names signed it. None where somebody unknown may have written it.
pub(crate) fn speaker(read: &impl Read, place: &Place, order: &Order) -> Outcome<Option<KeyId>> {
    let Ok((told, _)) = believe(place, order) else {
        return Ok(None);
    };
    Ok(reached(read, &told)?.first().map(|(_, _, row)| row.key_id))
}

/// Freezes every security key that bears the suspend key, or one of them, or lets them go. What is frozen
/// opens nothing, and its sessions end. An order that is not newer than the last one changes nothing.
pub(crate) fn suspend(tx: &mut Tx<'_>, place: &Place, order: &Order) -> Outcome<()> {
    let (told, suspended) = believe(place, order)?;
    policy::permit(Role::Gate, Action::Suspend, State::None)?;
    let reached = reached(tx, &told)?;
    // As a gate says of a stick that it does not know.
    let is_known = matches!(told.reach, Reach::All) || !reached.is_empty();
    ensure(is_known, Code::GateRefused)?;
    for (account, slot, row) in reached {
        if told.n > row.suspend_n {
            let row = SecurityKey {
                suspend_n: told.n,
                suspended,
                ..row
            };
            tx.put_record(key(&account, &slot), &row);
            if suspended {
                session::forget_slot(tx, &account, &slot)?;
            }
        }
    }
    Ok(())
}

/// A freeze, or a lift, that the suspend key it names signed for a gate of this structure.
fn believe(place: &Place, order: &Order) -> Outcome<(Suspend, bool)> {
    let (told, suspended) = match order {
        Order::Freeze(signed) => (told(place, signed, |Freeze(told)| told)?, true),
        Order::Lift(signed) => (told(place, signed, |Lift(told)| told)?, false),
        _ => return Err(Code::Malformed.into()),
    };
    let is_here = told.gate == place.gate || place.gates.contains(&told.gate);
    ensure(is_here, Code::GateRefused)?;
    Ok((told, suspended))
}

fn told<T: wire::Message>(
    place: &Place,
    order: &Signed<T>,
    inner: fn(T) -> Suspend,
) -> Outcome<Suspend> {
    let claimed = inner(order.claimed().map_err(|_| Code::Malformed)?);
    let told = order.verify(place.realm, &claimed.suspend);
    Ok(inner(told.map_err(|_| Code::GateRefused)?))
}

/// The security keys that an order is about.
fn reached(read: &impl Read, told: &Suspend) -> Outcome<Vec<(AccountId, SlotId, SecurityKey)>> {
    let mut found = Vec::new();
    for (bearing, _) in read.scan(Table::Suspends, told.suspend.as_ref(), None, usize::MAX)? {
        let at = bearing.get(SigPublic::LEN..).ok_or(Code::Damaged)?;
        let (account, slot) = at.split_at_checked(AccountId::LEN).ok_or(Code::Damaged)?;
        let account = AccountId::from_slice(account).ok_or(Code::Damaged)?;
        let slot = SlotId::from_slice(slot).ok_or(Code::Damaged)?;
        let row = of_slot(read, &account, &slot)?.ok_or(Code::Damaged)?;
        let is_meant = match told.reach {
            Reach::All => true,
            Reach::One(key_id) => row.key_id == key_id,
        };
        if is_meant {
            found.push((account, slot, row));
        }
    }
    Ok(found)
}

fn of_account(read: &impl Read, account: &AccountId) -> Outcome<Vec<(SlotId, SecurityKey)>> {
    let rows = read.scan_records::<SecurityKey>(account.as_ref(), None, usize::MAX)?;
    rows.into_iter()
        .map(|(key, row)| {
            let slot = key.get(AccountId::LEN..).and_then(SlotId::from_slice);
            Ok((slot.ok_or(Code::Damaged)?, row))
        })
        .collect()
}

fn put(tx: &mut Tx<'_>, account: &AccountId, slot: &SlotId, row: &SecurityKey) {
    tx.put(Table::Suspends, index(&row.suspend, account, slot), []);
    tx.put_record(key(account, slot), row);
}

fn key(account: &AccountId, slot: &SlotId) -> Vec<u8> {
    [account.as_ref(), slot.as_ref()].concat()
}

fn index(suspend: &SigPublic, account: &AccountId, slot: &SlotId) -> Vec<u8> {
    [suspend.as_ref(), account.as_ref(), slot.as_ref()].concat()
}
