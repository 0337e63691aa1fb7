//! What a stick asks in its recovery. One comparison with each holder: a screen that has shown its nonce
//! is bound to it, and no second one begins.

use wire::{
    CeremonyId, Code, Hash, Random, Refusal, Signed,
    ceremony::{
        Ask, CeremonyAsking, CeremonyStatus, CeremonyToken, Ending, Nonce, Progress, commitment,
    },
    limits, random,
};

use super::{end, progress, record_of, start::consume, timely};
use crate::{
    domain::{
        Outcome, Place, ensure,
        policy::{self, Action, Role, State},
        session,
    },
    records::{Account, Case, CeremonyRow, CeremonyStage},
    store::{Read, Tx},
};

/// What a stick asks, if its possession key signed it. Where there is no such recovery, or the signature
/// is another's, the answer is the same.
pub(crate) fn proven(
    read: &impl Read,
    place: &Place,
    request: &Signed<CeremonyAsking>,
) -> Outcome<(CeremonyAsking, CeremonyRow)> {
    let id = request.claimed().map_err(|_| Code::Malformed)?.ceremony;
    let row: Option<CeremonyRow> = read.get_record(&id.0)?;
    let row = row.ok_or(Code::CeremonyRefused)?;
    let asked = request.verify(place.realm, &row.possession);
    let asked = asked.map_err(|_| Code::CeremonyRefused)?;
    ensure(asked.realm == place.realm, Code::WrongRealm)?;
    Ok((asked, row))
}

/// Answers everything but [`Ask::Enter`].
pub(crate) fn answer(
    tx: &mut Tx<'_>,
    place: &Place,
    request: &Signed<CeremonyAsking>,
    now: u64,
) -> Outcome<CeremonyStatus> {
    let (asked, row) = proven(tx, place, request)?;
    policy::permit(Role::Ceremony, Action::CeremonyAsk, State::None)?;
    consume(tx, &asked.challenge, now)?;
    let id = asked.ceremony;
    let row = timely(tx, &id, row, now)?;
    match asked.ask {
        Ask::Status => {}
        Ask::Commit(holder, to) => change(tx, &id, row, |case| commit(case, holder, to))?,
        Ask::Reveal(holder, nonce) => {
            change(tx, &id, row, |case| reveal(case, place, &id, holder, nonce))?;
        }
        Ask::Stop => stop(tx, &id, row)?,
        Ask::Enter => return Err(Code::CeremonyRefused.into()),
    }
    let row: CeremonyRow = tx.get_record(&id.0)?.ok_or(Code::Damaged)?;
    progress::status(tx, &row, now)
}

/// Gives out a token, once holders have approved and the wait is over.
pub(crate) fn enter(
    tx: &mut Tx<'_>,
    place: &Place,
    request: &Signed<CeremonyAsking>,
    now: u64,
    random: &mut dyn Random,
) -> Outcome<CeremonyToken> {
    let (asked, row) = proven(tx, place, request)?;
    ensure(asked.ask == Ask::Enter, Code::CeremonyRefused)?;
    consume(tx, &asked.challenge, now)?;
    let row = timely(tx, &asked.ceremony, row, now)?;
    let mut case = about(&row)?;
    let account = record_of(&case)?.account;
    let known: Account = tx.get_record(&account.0)?.ok_or(Code::CeremonyEnded)?;
    policy::permit(
        Role::Ceremony,
        Action::CeremonyEnter,
        session::standing(&known),
    )?;
    let policy = known.state.policy.as_ref().ok_or(Code::CeremonyEnded)?;
    match progress::of_case(&case, policy, now)? {
        Progress::Ready => {}
        Progress::Waiting(until) => {
            return Err(Refusal {
                code: Code::CeremonyWaits,
                retry_after_s: Some(until.saturating_sub(now)),
            });
        }
        _ => return Err(Code::CeremonyRefused.into()),
    }
    let token: [u8; 32] = random::bytes(random);
    case.token = Some((Hash::of(&token), now.saturating_add(limits::TOKEN_IDLE_S)));
    put(tx, &asked.ceremony, row, case);
    Ok(CeremonyToken {
        token,
        account,
        time: now,
    })
}

/// Binds the asking screen to a nonce; anew as long as the holder has shown none.
fn commit(case: &mut Case, holder: u8, to: Hash) -> Outcome<()> {
    let meeting = case.meetings.get_mut(usize::from(holder));
    let meeting = meeting.ok_or(Code::CeremonyRefused)?;
    ensure(meeting.held.is_none(), Code::CeremonyRefused)?;
    meeting.commitment = Some(to);
    Ok(())
}

/// Shows the nonce that the screen was bound to, after the holder's.
fn reveal(
    case: &mut Case,
    place: &Place,
    id: &CeremonyId,
    holder: u8,
    nonce: Nonce,
) -> Outcome<()> {
    let meeting = case.meetings.get_mut(usize::from(holder));
    let meeting = meeting.ok_or(Code::CeremonyRefused)?;
    let promised = commitment(place.realm, id, holder, &nonce);
    let is_its = meeting.held.is_some() && meeting.commitment == Some(promised);
    ensure(is_its, Code::CeremonyRefused)?;
    meeting.asked = Some(nonce);
    Ok(())
}

fn stop(tx: &mut Tx<'_>, id: &CeremonyId, row: CeremonyRow) -> Outcome<()> {
    match &row.stage {
        CeremonyStage::Seeking | CeremonyStage::About(_) => {
            end(tx, id, row, Ending::Stopped);
            Ok(())
        }
        CeremonyStage::Ended(_) => Ok(()),
        CeremonyStage::Done(..) => Err(Code::CeremonyEnded.into()),
    }
}

/// Changes a recovery whose account is known.
pub(super) fn change(
    tx: &mut Tx<'_>,
    id: &CeremonyId,
    row: CeremonyRow,
    to: impl FnOnce(&mut Case) -> Outcome<()>,
) -> Outcome<()> {
    let mut case = about(&row)?;
    to(&mut case)?;
    put(tx, id, row, case);
    Ok(())
}

fn put(tx: &mut Tx<'_>, id: &CeremonyId, row: CeremonyRow, case: Case) {
    let stage = CeremonyStage::About(case);
    tx.put_record(id.0, &CeremonyRow { stage, ..row });
}

fn about(row: &CeremonyRow) -> Outcome<Case> {
    match &row.stage {
        CeremonyStage::About(case) => Ok(case.clone()),
        CeremonyStage::Seeking => Err(Code::CeremonyRefused.into()),
        CeremonyStage::Done(..) | CeremonyStage::Ended(_) => Err(Code::CeremonyEnded.into()),
    }
}
