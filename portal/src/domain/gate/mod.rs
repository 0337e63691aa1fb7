//! The gate's rules: a try is counted and durable before anything is evaluated; only signatures
//! change anything; nobody learns of a stick but who holds its keys.
//!
//! - `counters` how tries are counted, waited for and given back
//! - `enrol`, `evaluate`, `renew` what a stick asks; `orders` what may come late and twice
//!
//! The gate knows no account. Its secrets are files: a rule asks for them through [`Secrets`].

pub(crate) mod counters;
pub(crate) mod enrol;
pub(crate) mod evaluate;
pub(crate) mod orders;
pub(crate) mod renew;

#[cfg(test)]
mod tests;

use wire::{
    Challenge, Code, GateId, KeyId, Message, Random, SigPublic, Signed,
    api::GateChallenge,
    gate::{Element, EnrolmentKeys},
    limits,
};

use super::{
    Outcome, Place, ensure,
    expiry::{self, Kind},
    policy::{self, Action, Role, State},
};
use crate::{
    records::{GateChallengeRow, GateKey, Line, Stage},
    store::{Read, Table, Tx},
};

/// The files of gate secrets, as rules see them.
pub(crate) trait Secrets {
    /// Makes and keeps a secret, or finds the one a crash left behind before its record was
    /// written; gives its public half. Durable when it returns.
    fn make(&mut self, key_id: KeyId) -> Outcome<Element>;

    /// Seals the secret with its public record into the gate backup. Durable when it returns.
    fn back_up(&mut self, key_id: KeyId, record: &[u8]) -> Outcome<()>;
}

/// Gives out a single-use challenge. It says nothing about any key.
pub(crate) fn challenge(
    tx: &mut Tx<'_>,
    now: u64,
    random: &mut dyn Random,
) -> Outcome<GateChallenge> {
    expiry::admit(tx, Kind::GateChallenge)?;
    let challenge = Challenge::random(random);
    let until = now + limits::CHALLENGE_S;
    tx.put_record(challenge.0, &GateChallengeRow { until });
    expiry::schedule(tx, until, Kind::GateChallenge, &challenge.0);
    Ok(GateChallenge { challenge })
}

/// Takes a challenge that has not ended. It never serves again.
fn consume(tx: &mut Tx<'_>, challenge: &Challenge, now: u64) -> Outcome<()> {
    let row: Option<GateChallengeRow> = tx.get_record(&challenge.0)?;
    ensure(
        row.is_some_and(|row| now < row.until),
        Code::CeremonyExpired,
    )?;
    tx.delete(Table::GateChallenges, challenge.0);
    expiry::leave(tx, Kind::GateChallenge)
}

/// A message that one of an enrolment's keys signed, and the enrolment. Where there is no such
/// enrolment, or the signature is another's, the answer is the same.
pub(crate) fn proven<T: Message>(
    read: &impl Read,
    place: &Place,
    action: Action,
    key_id: &KeyId,
    message: &Signed<T>,
    keys: impl FnOnce(&EnrolmentKeys) -> Vec<SigPublic>,
) -> Outcome<(T, GateKey)> {
    let row: Option<GateKey> = read.get_record(&key_id.0)?;
    // A stranger's message is verified too, so that the time taken says nothing either.
    let candidates = row.as_ref().map_or(vec![NOBODY], |row| keys(&row.keys));
    let believed = candidates
        .iter()
        .find_map(|key| message.verify(place.realm, key).ok());
    match (believed, row) {
        (Some(message), Some(row)) => {
            policy::permit(Role::Gate, action, State::None)?;
            Ok((message, row))
        }
        _ => Err(Code::GateRefused.into()),
    }
}

/// What a message claims, to find out whose it is.
fn claimed<T: Message>(message: &Signed<T>) -> Outcome<T> {
    message.claimed().map_err(|_| Code::Malformed.into())
}

/// A message is for the gate it names.
fn here(place: &Place, gate: &GateId) -> Outcome<()> {
    ensure(*gate == place.gate, Code::GateRefused)
}

/// The line of an enrolment.
fn line_of(read: &impl Read, row: &GateKey) -> Outcome<Line> {
    let line: Option<Line> = read.get_record(&row.line.0)?;
    line.ok_or_else(|| Code::Damaged.into())
}

/// An enrolment whose secret was destroyed says so, to those who hold its keys.
fn not_gone(row: &GateKey) -> Outcome<()> {
    match row.stage {
        Stage::Gone(_) => Err(Code::GateDestroyed.into()),
        Stage::Live | Stage::Pending(_) => Ok(()),
    }
}

/// Turns an enrolment into its tombstone. Its secret is to be destroyed once this is durable.
pub(crate) fn bury(tx: &mut Tx<'_>, key_id: &KeyId, row: GateKey, now: u64) {
    let row = GateKey {
        stage: Stage::Gone(now),
        next: None,
        ..row
    };
    tx.put_record(key_id.0, &row);
}

/// The base point of edwards25519 (RFC 8032 section 5.1): a well-formed key. Whatever it verifies
/// counts for nothing.
const NOBODY: SigPublic = SigPublic([
    0x58, 0x66, 0x66, 0x66, 0x66, 0x66, 0x66, 0x66, 0x66, 0x66, 0x66, 0x66, 0x66, 0x66, 0x66, 0x66,
    0x66, 0x66, 0x66, 0x66, 0x66, 0x66, 0x66, 0x66, 0x66, 0x66, 0x66, 0x66, 0x66, 0x66, 0x66, 0x66,
]);

/// Whether one of an enrolment's keys signed the message: whose bucket the request is taken from.
pub(crate) fn speaks<T: Message>(
    read: &impl Read,
    realm: wire::Realm,
    key_id: &KeyId,
    message: &Signed<T>,
    key: impl FnOnce(&EnrolmentKeys) -> SigPublic,
) -> Outcome<bool> {
    let row: Option<GateKey> = read.get_record(&key_id.0)?;
    let key = row.as_ref().map_or(NOBODY, |row| key(&row.keys));
    Ok(message.verify(realm, &key).is_ok() && row.is_some())
}

/// Those of `keys` whose tombstone is durable: their secrets must not be there.
pub(crate) fn gone(read: &impl Read, keys: &[KeyId]) -> Outcome<Vec<KeyId>> {
    let mut gone = Vec::new();
    for key_id in keys {
        let row: Option<GateKey> = read.get_record(&key_id.0)?;
        if row.is_some_and(|row| matches!(row.stage, Stage::Gone(_))) {
            gone.push(*key_id);
        }
    }
    Ok(gone)
}
