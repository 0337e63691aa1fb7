//! A passkey opens a space.

use wire::{
    Code, Random,
    api::{self, WebauthnAnswer, WebauthnId, WebauthnOptions},
};

use super::{
    Outcome, Place, deceased, ensure, idle,
    passkeys::{Counter, Passkeys},
    register, security_keys, session,
};
use crate::{
    records::{Credential, Purpose},
    store::{Read, Tx},
};

/// Begins to open whichever space the stick's credential opens.
pub(crate) fn start(
    tx: &mut Tx<'_>,
    passkeys: &Passkeys,
    now: u64,
    random: &mut dyn Random,
) -> Outcome<WebauthnOptions> {
    let started = passkeys.start_login()?;
    register::begin(tx, Purpose::Login, started, now, random)
}

/// Opens it: the credential is known, its slot is live, and it verified the person.
pub(crate) fn finish(
    tx: &mut Tx<'_>,
    place: &Place,
    passkeys: &Passkeys,
    answer: &WebauthnAnswer,
    now: u64,
    random: &mut dyn Random,
) -> Outcome<api::Session> {
    let ceremony = register::consume(tx, &answer.ceremony, now)?;
    ensure(ceremony.purpose == Purpose::Login, Code::CeremonyExpired)?;
    let identified = passkeys.identify(&answer.credential)?;
    let row: Credential = tx
        .get_record(&identified.credential)?
        .ok_or(Code::CredentialUnknown)?;
    ensure(row.handle == identified.handle, Code::AssertionRefused)?;
    let security_key = security_keys::of_slot(tx, &row.account, &row.slot)?;
    let counter = match security_key {
        Some(_) => Counter::MayBegin,
        None => Counter::AsRegistered,
    };
    let moved = passkeys.finish_login(&ceremony.state, &identified, &row.passkey, counter)?;
    // Said only to whoever has it in hand.
    let is_frozen = security_key.is_some_and(|key| key.suspended);
    ensure(!is_frozen, Code::GateSuspended)?;
    let opened = session::begin(tx, place.realm, row.account, row.slot, now, random);
    // Says so where the slot is no longer live.
    session::prove(tx, place.realm, &opened.token, now)?;
    idle::opened(tx, place, &row.account, now)?;
    deceased::opened(tx, &row.account, now)?;
    if let Some(passkey) = moved {
        tx.put_record(identified.credential, &Credential { passkey, ..row });
    }
    Ok(opened)
}

/// A challenge that was answered wrongly has served.
pub(crate) fn spend(tx: &mut Tx<'_>, ceremony: &WebauthnId) -> Outcome<()> {
    register::forget(tx, ceremony)
}
