//! One commit: entries of the log with everything they bring, applied whole or not at all.
//!
//! `wire` checks the log's own rules; here is what only the portal can know: that what the entries
//! name was staged and is what it says, that a credential was registered, that a voucher allows it.

mod folders;
mod recovery;
mod slots;

use wire::{
    CeremonyId, Code, Hash, Realm, Refusal,
    api::Commit,
    cbor,
    folder::Folder,
    limits,
    log::{Entry, Epoch, Grant, Head, LogError, LogState, Op, OpKind},
    recovery::Policy,
    slot::SlotHeader,
};

use super::{
    DAY, Outcome, Place,
    ceremony::{
        enter::{self, Entered},
        own,
    },
    deletion,
    desk::tally::{self, Counted},
    ensure, erasure,
    expiry::{self, ANSWER_DAYS, Kind},
    mandates, outbox,
    passkeys::Passkeys,
    policy::{self, Action, Role, State},
    register::{self, By},
    security_keys,
    session::{self, Session},
    staging::{self, Bench, Items},
};
use crate::{
    helpers::Certified,
    records::{Account, Answer, LogRow},
    store::{Read, Tx},
};

/// Entries in one commit: genesis brings fourteen, a recovery some more.
const ENTRIES: usize = 64;
/// Folders that a mandate may show.
const SHOWN: usize = Folder::ALL.len() - 1;
/// Payloads of a policy: one for each share.
const PAYLOADS: usize = 5;
/// Items one commit may name: all that new keys bring, and a mandate given with them. These are the seals of
/// each slot, list and owner's box of each folder, the box of each mandate for each folder, payloads and roll
/// of a policy, two letters and the boxes of that mandate.
const ITEMS: usize = (limits::SLOTS + 1)
    + 2 * Folder::ALL.len()
    + limits::MANDATES * SHOWN
    + (PAYLOADS + 1)
    + (2 + SHOWN);

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

/// What the entries of a commit change, gathered while they are applied.
#[derive(Debug, Default)]
struct Changes {
    added: Vec<SlotHeader>,
    revoked: Vec<wire::SlotId>,
    is_rekeyed: bool,
    policy: Option<Policy>,
    /// The recovery in whose name keys were renewed.
    ceremony: Option<CeremonyId>,
    /// The recovery that the owner refuses.
    veto: Option<CeremonyId>,
    deletion: Option<Deleting>,
    /// Mandates that begin, with the number of their entries.
    granted: Vec<(u64, Grant)>,
    /// Mandates that end.
    ended: Vec<Grant>,
    /// In their order; of two for one folder the later counts.
    epochs: Vec<Epoch>,
}

impl Changes {
    /// Whether its owner stopped a mandate that was still to last: not one whose days were over, which the next
    /// opening clears away, nor one that the same person has again at once, nor all of them with the space.
    fn is_stopped(&self, grant: &Grant, now: u64) -> bool {
        let goes_on = |(_, next): &(u64, Grant)| next.grantee == grant.grantee;
        now < grant.not_after && self.deletion.is_none() && !self.granted.iter().any(goes_on)
    }
}

/// What a commit says of the whole space. Such an entry comes alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Deleting {
    /// It is to be deleted.
    Signed,
    /// That was taken back.
    TakenBack,
}

/// A commit whose entries were all applied, on its way into the tables.
struct Settling<'a> {
    state: &'a LogState,
    commit: &'a Commit,
    changes: &'a Changes,
    since: u64,
    /// What a slot is added by.
    by: By,
}

fn answered(tx: &Tx<'_>, bytes: &[u8]) -> Outcome<Option<Answer>> {
    Ok(tx.get_record(&expiry::answer_key(bytes).0)?)
}

fn read(bytes: &[u8]) -> Outcome<Commit> {
    let commit = Commit::from_bytes(bytes).map_err(|_| Code::Malformed)?;
    ensure(!commit.entries.is_empty(), Code::Malformed)?;
    let bounded = commit.entries.len() <= ENTRIES && commit.items.len() <= ITEMS;
    ensure(bounded, Code::TooLarge)?;
    let short = |entry| cbor::encode(entry).len() <= limits::LOG_ENTRY;
    ensure(commit.entries.iter().all(short), Code::TooLarge)?;
    Ok(commit)
}

/// A claimed time may be a little ahead of the portal's clock, no more. Where the log is further ahead
/// already, because the clock once was, its next entry may be as far: time never goes back in a log.
fn check_time(ground: &Ground<'_>, entry: &Entry, last: u64) -> Outcome<OpKind> {
    let view = entry.view().map_err(|_| Code::Malformed)?;
    ensure(
        view.header.time <= last.max(ground.now + limits::LOG_AHEAD_S),
        Code::ClockAhead,
    )?;
    Ok(view.header.op)
}

/// Applies entries in order and gathers what they change. What may not come in this commit is refused by
/// whoever asked for it, before anything is stored.
fn apply(ground: &Ground<'_>, state: &mut LogState, entries: &[Entry]) -> Outcome<Changes> {
    let mut changes = Changes::default();
    for entry in entries {
        let kind = check_time(ground, entry, state.time)?;
        let takes_back = kind == OpKind::CancelDelete;
        ensure(state.deleted.is_none() || takes_back, Code::BeingDeleted)?;
        match kind {
            OpKind::Delete | OpKind::CancelDelete => {
                ensure(entries.len() == 1, Code::LogRefused)?;
            }
            OpKind::Genesis
            | OpKind::AddSlot
            | OpKind::RevokeSlot
            | OpKind::Rekey
            | OpKind::Policy
            | OpKind::Veto
            | OpKind::Epoch
            | OpKind::Grant
            | OpKind::Revoke => {}
        }
        let before = state.grants.clone();
        let op = state.apply(entry).map_err(|error| match error {
            LogError::Signer if signed_before(state, entry) => Code::StaleGeneration.into(),
            other => refusal(other),
        })?;
        match op {
            Op::AddSlot(add) => changes.added.push(add.header),
            Op::RevokeSlot(revoke) => changes.revoked.push(revoke.slot),
            Op::Rekey(rekey) => {
                changes.is_rekeyed = true;
                changes.ceremony = changes.ceremony.or(rekey.ceremony);
            }
            Op::Veto(ceremony) => changes.veto = Some(ceremony),
            Op::Policy(policy) => changes.policy = Some(*policy),
            Op::Epoch(epoch) => {
                changes.epochs.retain(|e| e.folder != epoch.folder);
                changes.epochs.push(epoch);
            }
            Op::Grant(grant) => changes.granted.push((state.head.seq, *grant)),
            Op::Revoke(mandate) => {
                changes
                    .granted
                    .retain(|(_, grant)| grant.mandate != mandate);
                changes
                    .ended
                    .extend(before.get(&mandate).map(|known| known.grant.clone()));
            }
            Op::Delete => {
                changes.deletion = Some(Deleting::Signed);
                changes
                    .ended
                    .extend(before.into_values().map(|known| known.grant));
            }
            Op::CancelDelete(_) => changes.deletion = Some(Deleting::TakenBack),
            Op::Genesis(_) => {
                return Err(Code::NotOffered.into());
            }
        }
    }
    state.settled().map_err(refusal)?;
    Ok(changes)
}

/// Whether a root key of an earlier generation signed the entry.
fn signed_before(state: &LogState, entry: &Entry) -> bool {
    let past = state.roots.iter().filter(|root| **root != state.keys.root);
    past.into_iter()
        .any(|root| entry.signed_by(state.realm, &[*root]))
}

fn refusal(error: LogError) -> Refusal {
    match error {
        LogError::Shape(_) => Code::Malformed,
        LogError::Sequence => Code::LogConflict,
        LogError::Signer | LogError::Time | LogError::Rule | LogError::Unfinished => {
            Code::LogRefused
        }
    }
    .into()
}

/// Finds and checks everything the entries name, and stores it with them.
fn settle(
    tx: &mut Tx<'_>,
    ground: &Ground<'_>,
    settling: &Settling<'_>,
    bench: &Bench,
) -> Outcome<()> {
    let Settling {
        state,
        commit,
        changes,
        since,
        ..
    } = *settling;
    let items: Items = staging::take(tx, bench, &commit.items)?;
    slots::remove(tx, state, &changes.revoked)?;
    let added = slots::add(tx, ground, settling, &items)?;
    let (account, suspend) = (&state.account, commit.suspend);
    security_keys::settle(tx, account, added, changes.is_rekeyed, suspend)?;
    slots::reseal(tx, settling, &items)?;
    for grant in &changes.ended {
        mandates::end(tx, &state.account, grant)?;
        if changes.is_stopped(grant, ground.now) {
            tally::count(tx, Counted::MandateStopped, ground.now)?;
        }
    }
    folders::start(tx, state, &changes.epochs, &items, ground.now)?;
    for (seq, grant) in &changes.granted {
        let (certified, now) = (ground.certified, ground.now);
        mandates::begin(tx, state, grant, *seq, certified, &items, now)?;
        tally::count(tx, Counted::MandateGiven, now)?;
    }
    recovery::replace(tx, settling, &items)?;
    if let Some(ceremony) = &changes.veto {
        own::veto(tx, &state.account, ceremony)?;
    }
    let rekeyed = if changes.is_rekeyed {
        state.slots.len()
    } else {
        0
    };
    let sticks = changes.added.len() + changes.revoked.len() + rekeyed;
    let (place, orders, now) = (ground.place, &commit.orders, ground.now);
    match changes.deletion {
        Some(Deleting::Signed) => deletion::hold(tx, place, state, orders, now)?,
        Some(Deleting::TakenBack) => {
            deletion::take_back(tx, &state.account, now)?;
            outbox::put(tx, place, orders, sticks, now)?;
        }
        None => outbox::put(tx, place, orders, sticks, now)?,
    }
    for entry in &commit.entries {
        let seq = entry.view().map_err(|_| Code::Malformed)?.header.seq;
        let row = LogRow {
            entry: entry.clone(),
            received: ground.now,
        };
        tx.put_record([state.account.as_ref(), &seq.to_be_bytes()].concat(), &row);
    }
    let account = Account {
        state: state.clone(),
        since,
    };
    tx.put_record(state.account.0, &account);
    Ok(())
}

/// Remembers the answer, so that the same bytes sent again change nothing.
fn finish(tx: &mut Tx<'_>, ground: &Ground<'_>, bytes: &[u8], state: &LogState) -> Outcome<Head> {
    let key: Hash = expiry::answer_key(bytes);
    let answer = Answer {
        account: state.account,
        head: state.head,
        since: ground.now,
    };
    tx.put_record(key.0, &answer);
    expiry::schedule(tx, ground.now + ANSWER_DAYS * DAY, Kind::Answer, &key.0);
    Ok(state.head)
}

/// The message, if `key` signed it in `realm`: what was staged is believed only under a signature.
fn signed<T: wire::Message>(realm: Realm, key: &wire::SigPublic, bytes: &[u8]) -> Outcome<T> {
    let signed = wire::Signed::<T>::from_bytes(bytes).map_err(|_| Code::Malformed)?;
    signed
        .verify(realm, key)
        .map_err(|_| Code::LogRefused.into())
}
