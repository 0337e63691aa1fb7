//! What whoever came so far may read: the log, boxes and lists, and what opens the account with the
//! shares. No blob. Then one commit, and the recovery is done.

use wire::{
    AccountId, CeremonyId, Code, Hash,
    api::{SyncAnswer, SyncRequest},
    ceremony::{CeremonyAnswer, Progress},
};

use super::{index, progress, record_of};
use crate::{
    domain::{
        Outcome, Place,
        desk::tally::{self, Counted, Took},
        ensure, mandates,
        policy::{self, Action, Role},
        session, sync,
    },
    records::{Account, Case, CeremonyRow, CeremonyStage, PackageRow, RollRow},
    store::{Read, Tx},
};

/// A proved right to open an account again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Entered {
    /// The recovery.
    pub(crate) ceremony: CeremonyId,
    /// The account.
    pub(crate) account: AccountId,
}

/// Proves a token. Once the recovery is done it still gets the answer to the commit that did it.
pub(crate) fn prove(
    read: &impl Read,
    ceremony: CeremonyId,
    token: &[u8; 32],
    action: Action,
    now: u64,
) -> Outcome<Entered> {
    let row: Option<CeremonyRow> = read.get_record(&ceremony.0)?;
    let (account, (hash, until)) = match row.map(|row| row.stage) {
        Some(CeremonyStage::About(case)) => {
            let account = record_of(&case)?.account;
            (account, case.token.ok_or(Code::Unauthorized)?)
        }
        Some(CeremonyStage::Done(account, hash, until)) if action == Action::CeremonyCommit => {
            (account, (hash, until))
        }
        _ => return Err(Code::Unauthorized.into()),
    };
    // A hash of 256 random bits: what its comparison takes says nothing of them.
    let is_its = hash == Hash::of(token) && now < until;
    ensure(is_its, Code::Unauthorized)?;
    let known: Account = read.get_record(&account.0)?.ok_or(Code::Unauthorized)?;
    policy::permit(Role::Ceremony, action, session::standing(&known))?;
    Ok(Entered { ceremony, account })
}

/// What opens the account again, for whoever holds the shares.
pub(crate) fn read(read: &impl Read, entered: &Entered) -> Outcome<CeremonyAnswer> {
    let (case, account) = open(read, entered)?;
    let name = entered.account.0;
    let policy = account.state.policy.as_ref().ok_or(Code::Damaged)?;
    let package: PackageRow = read.get_record(&name)?.ok_or(Code::Damaged)?;
    let roll: Option<RollRow> = read.get_record(&name)?;
    Ok(CeremonyAnswer {
        package: package.signed,
        card: index::payload_of(read, &entered.account, &policy.card.fingerprint())?,
        approvals: case.approvals.into_iter().flatten().collect(),
        letters: mandates::letters_of(read, &entered.account)?,
        roll: roll.map(|row| row.signed),
    })
}

/// Log, lists and boxes, as in a session; seals and anchors are other sticks'.
pub(crate) fn sync(
    read: &impl Read,
    place: &Place,
    entered: &Entered,
    request: &SyncRequest,
    now: u64,
) -> Outcome<SyncAnswer> {
    let (_, account) = open(read, entered)?;
    sync::of_account(read, place, &account.state, None, request, now)
}

/// The recovery is done: whatever else asks by it is refused.
pub(crate) fn done(tx: &mut Tx<'_>, entered: &Entered, now: u64) -> Outcome<()> {
    let row: CeremonyRow = tx
        .get_record(&entered.ceremony.0)?
        .ok_or(Code::CeremonyEnded)?;
    let CeremonyStage::About(case) = &row.stage else {
        return Err(Code::CeremonyEnded.into());
    };
    let (hash, until) = case.token.ok_or(Code::CeremonyEnded)?;
    let took = Took::of(now.saturating_sub(row.since));
    let path = record_of(case)?.path;
    tally::count(tx, Counted::Recovery(path, took), now)?;
    let stage = CeremonyStage::Done(entered.account, hash, until);
    tx.put_record(entered.ceremony.0, &CeremonyRow { stage, ..row });
    Ok(())
}

/// The recovery, still ready, and its account.
pub(crate) fn open(read: &impl Read, entered: &Entered) -> Outcome<(Case, Account)> {
    let row: Option<CeremonyRow> = read.get_record(&entered.ceremony.0)?;
    let Some(CeremonyStage::About(case)) = row.map(|row| row.stage) else {
        return Err(Code::CeremonyEnded.into());
    };
    let account: Account = read
        .get_record(&entered.account.0)?
        .ok_or(Code::CeremonyEnded)?;
    let policy = account.state.policy.as_ref().ok_or(Code::CeremonyEnded)?;
    // The clock may have been set back since the token was given out.
    let is_ready = progress::of_case(&case, policy, u64::MAX)? == Progress::Ready;
    ensure(is_ready, Code::CeremonyEnded)?;
    Ok((case, account))
}
