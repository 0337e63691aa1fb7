//! One commit: entries of the log with everything they bring, applied whole or not at all.
//!
//! `wire` checks the log's own rules; here is what only the portal can know: that what the entries
//! name was staged and is what it says, that a credential was registered, that a voucher allows it.
//!
//! - `read` it, bounded · `apply` its entries · `settle` what they name · `answer` the same for the same bytes
//! - `folders`, `recovery`, `slots` what each brings

mod answer;
mod apply;
mod folders;
mod read;
mod recovery;
mod settle;
mod slots;

use wire::{
    Code, Realm,
    log::{Head, LogState},
};

use self::{
    answer::{answered, finish},
    apply::{apply, check_time, refusal},
    read::read,
    settle::{Settling, settle},
};
use super::{
    Outcome, Place,
    ceremony::enter::{self, Entered},
    ensure, erasure,
    passkeys::Passkeys,
    policy::{self, Action, Role, State},
    register::{self, By},
    session::{self, Session},
    staging::Bench,
};
use crate::{
    helpers::Certified,
    records::Account,
    store::{Read, Tx},
};

/// What every commit is checked with.
pub(crate) struct Ground<'a> {
    /// The portal.
    pub(crate) place: &'a Place,
    /// Its relying party.
    pub(crate) passkeys: &'a Passkeys,
    /// Who may help.
    pub(crate) certified: &'a Certified,
    /// The portal's time.
    pub(crate) now: u64,
}

/// Makes an account: genesis, its first slot and the first epoch of every folder, by the voucher
/// whose registration ends here.
pub(crate) fn genesis(tx: &mut Tx<'_>, ground: &Ground<'_>, bytes: &[u8]) -> Outcome<Head> {
    if let Some(answer) = answered(tx, bytes)? {
        return Ok(answer.head);
    }
    policy::permit(Role::Voucher, Action::RegisterFinish, State::None)?;
    let commit = read(bytes)?;
    let (first, rest) = commit.entries.split_first().ok_or(Code::Malformed)?;
    check_time(ground, first, 0)?;
    let mut state = LogState::begin(ground.place.realm, first).map_err(refusal)?;
    ensure(
        tx.get_record::<Account>(&state.account.0)?.is_none(),
        Code::LogConflict,
    )?;
    // What was deleted never comes back under its old name.
    ensure(!erasure::is_deleted(tx, &state.account)?, Code::LogConflict)?;
    let changes = apply(ground, &mut state, rest)?;
    let answer = commit.registration.as_ref().ok_or(Code::Malformed)?;
    let voucher = register::voucher_of(tx, &answer.ceremony, ground.now)?;
    let bench = Bench::of_voucher(&voucher);
    let since = ground.now;
    settle(
        tx,
        ground,
        &Settling {
            state: &state,
            commit: &commit,
            changes: &changes,
            since,
            by: By::Account,
        },
        &bench,
    )?;
    finish(tx, ground, bytes, &state)
}

/// Changes the log of the session's account.
pub(crate) fn commit(
    tx: &mut Tx<'_>,
    ground: &Ground<'_>,
    session: &Session,
    bytes: &[u8],
) -> Outcome<Head> {
    let account = session::live(tx, session)?;
    policy::permit(Role::Owner, Action::Commit, session::standing(&account))?;
    if let Some(answer) = answered(tx, bytes)? {
        ensure(answer.account == session.account, Code::Forbidden)?;
        return Ok(answer.head);
    }
    let commit = read(bytes)?;
    let mut state = account.state;
    let changes = apply(ground, &mut state, &commit.entries)?;
    // Whoever has a session recovers nothing.
    ensure(changes.ceremony.is_none(), Code::LogRefused)?;
    settle(
        tx,
        ground,
        &Settling {
            state: &state,
            commit: &commit,
            changes: &changes,
            since: account.since,
            by: By::Slot(session.account),
        },
        &Bench::of_account(&session.account),
    )?;
    finish(tx, ground, bytes, &state)
}

/// Opens an account again: one commit adds the new stick's slot and renews all keys, in the name of this
/// recovery; then the recovery is done.
pub(crate) fn recover(
    tx: &mut Tx<'_>,
    ground: &Ground<'_>,
    entered: &Entered,
    bytes: &[u8],
) -> Outcome<Head> {
    if let Some(answer) = answered(tx, bytes)? {
        ensure(answer.account == entered.account, Code::Forbidden)?;
        return Ok(answer.head);
    }
    let (_, account) = enter::open(tx, entered)?;
    let commit = read(bytes)?;
    let mut state = account.state;
    let changes = apply(ground, &mut state, &commit.entries)?;
    let is_its = changes.ceremony == Some(entered.ceremony)
        && changes.added.len() == 1
        && changes.policy.is_some()
        && changes.deletion.is_none()
        && changes.granted.is_empty()
        && changes.ended.is_empty()
        && changes.veto.is_none();
    ensure(is_its, Code::LogRefused)?;
    settle(
        tx,
        ground,
        &Settling {
            state: &state,
            commit: &commit,
            changes: &changes,
            since: account.since,
            by: By::Recovery,
        },
        &Bench::of_account(&entered.account),
    )?;
    enter::done(tx, entered, ground.now)?;
    finish(tx, ground, bytes, &state)
}

/// The message, if `key` signed it in `realm`: what was staged is believed only under a signature.
fn signed<T: wire::Message>(realm: Realm, key: &wire::SigPublic, bytes: &[u8]) -> Outcome<T> {
    let signed = wire::Signed::<T>::from_bytes(bytes).map_err(|_| Code::Malformed)?;
    signed
        .verify(realm, key)
        .map_err(|_| Code::LogRefused.into())
}
