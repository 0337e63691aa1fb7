//! What a holder sees and says, in a session of their own space.

use minicbor::bytes::ByteVec;
use wire::{
    AccountId, CeremonyId, Code, Hash, Signed,
    ceremony::{
        CeremonyApproval, CeremonyNumber, Ending, Held, Hold, HoldsAnswer, Nonce, Path, UnderWay,
    },
    helper::Helper,
    log::LogState,
    recovery::{Holder, Policy},
};

use super::{address, ask::change, end, index, live, progress, record_of};
use crate::{
    domain::{
        Outcome, Place, deceased, ensure,
        session::{self, Session},
    },
    records::{Account, CeremonyRow, CeremonyStage},
    store::{Read, Tx},
};

/// What the portal knows of whoever speaks as a holder.
pub(crate) struct Standing {
    /// The first root of this portal's structure, whose helpers it knows.
    pub(crate) structure: Hash,
    /// Their certificate, if it counts now.
    pub(crate) helper: Option<Helper>,
}

/// Everybody for whom the owner of this session keeps a share.
pub(crate) fn holds(read: &impl Read, session: &Session, now: u64) -> Outcome<HoldsAnswer> {
    session::live(read, session)?;
    let mut holds = Vec::new();
    for owner in index::holds(read, &session.account)? {
        let Some((state, policy)) = owned(read, &owner)? else {
            continue;
        };
        let Some((place, holder)) = place_of(&policy, &session.account) else {
            continue;
        };
        let under_way = match live(read, &owner)? {
            Some((_, _, case)) => Some(UnderWay {
                progress: progress::of_case(&case, &policy, now)?,
                meeting: case.meetings.get(place).cloned().ok_or(Code::Damaged)?,
                record: case.record,
            }),
            None => None,
        };
        holds.push(Hold {
            account: owner,
            payload: index::payload_of(read, &state.account, &holder.reader)?,
            policy: ByteVec::from(wire::encode(&policy)),
            under_way,
        });
    }
    Ok(HoldsAnswer { time: now, holds })
}

/// Takes in what a holder says.
pub(crate) fn say(
    tx: &mut Tx<'_>,
    place: &Place,
    session: &Session,
    standing: &Standing,
    said: Held,
    now: u64,
) -> Outcome<()> {
    let own = session::live(tx, session)?.state;
    match said {
        Held::Point(number, owner) => point(tx, &own, &number, &owner, now),
        Held::Meet(id, to, nonce) => meet(tx, &own, &id, to, nonce),
        Held::Approve(id, signed) => approve(tx, place, &own, standing, &id, &signed),
        Held::Refuse(id) => {
            let (row, _) = case_of(tx, &own.account, &id)?;
            end(tx, &id, row, Ending::Refused);
            Ok(())
        }
    }
}

/// The recovery with this number is about somebody for whom the holder keeps a share: it begins then, and
/// waits from then on.
fn point(
    tx: &mut Tx<'_>,
    own: &LogState,
    number: &str,
    owner: &AccountId,
    now: u64,
) -> Outcome<()> {
    let number = CeremonyNumber::parse(number).ok_or(Code::Malformed)?;
    let (state, policy) = owned(tx, owner)?.ok_or(Code::NotFound)?;
    place_of(&policy, &own.account).ok_or(Code::NotFound)?;
    let found = tx.scan_records::<CeremonyRow>(number.prefix(), None, 2)?;
    let [(key, row)] = &found[..] else {
        return Err(Code::NotFound.into());
    };
    let id = CeremonyId::from_slice(key).ok_or(Code::Damaged)?;
    match &row.stage {
        CeremonyStage::Seeking => {}
        CeremonyStage::About(case) => {
            let same = record_of(case)?.account == *owner;
            return ensure(same, Code::CeremonyConflict);
        }
        CeremonyStage::Done(..) | CeremonyStage::Ended(_) => {
            return Err(Code::CeremonyEnded.into());
        }
    }
    // The first one stands until it ends: by a holder's refusal, a veto, or in time.
    ensure(live(tx, owner)?.is_none(), Code::CeremonyConflict)?;
    ensure(!deceased::counts(tx, owner)?, Code::CeremonyEnded)?;
    let (row, place) = (row.clone(), (&state, &policy));
    address(tx, &id, row, place, Path::WithoutCard, now);
    Ok(())
}

/// The holder's nonce, once, against the commitment that their screen has seen. The very same again is no
/// error: the answer was lost, and a comparison that could not go on would be the only one there is.
fn meet(tx: &mut Tx<'_>, own: &LogState, id: &CeremonyId, to: Hash, nonce: Nonce) -> Outcome<()> {
    let (row, place) = case_of(tx, &own.account, id)?;
    change(tx, id, row, |case| {
        let meeting = case.meetings.get_mut(place).ok_or(Code::Damaged)?;
        let fits = meeting.held.is_none_or(|held| held == nonce) && meeting.commitment == Some(to);
        ensure(fits, Code::CeremonyRefused)?;
        meeting.held = Some(nonce);
        Ok(())
    })
}

/// A share for the person: signed by the author key that the policy names, by somebody whose certificate
/// counts, after both screens have shown their nonces.
fn approve(
    tx: &mut Tx<'_>,
    place: &Place,
    own: &LogState,
    standing: &Standing,
    id: &CeremonyId,
    signed: &Signed<CeremonyApproval>,
) -> Outcome<()> {
    let (row, at) = case_of(tx, &own.account, id)?;
    let CeremonyStage::About(case) = &row.stage else {
        return Err(Code::CeremonyEnded.into());
    };
    let record = record_of(case)?;
    let (_, policy) = owned(tx, &record.account)?.ok_or(Code::CeremonyEnded)?;
    let holder = policy.holders.get(at).ok_or(Code::Damaged)?;
    ensure(counts(own, holder, standing), Code::HolderStopped)?;
    let approval = signed
        .verify(place.realm, &own.keys.author)
        .map_err(|_| Code::CeremonyRefused)?;
    let fits = approval.realm == place.realm
        && approval.holder == own.account
        && approval.author == own.keys.author
        && approval.record == record.hash();
    ensure(fits, Code::CeremonyRefused)?;
    let bytes = ByteVec::from(signed.to_bytes());
    change(tx, id, row, |case| {
        let meeting = case.meetings.get_mut(at).ok_or(Code::Damaged)?;
        ensure(meeting.asked.is_some(), Code::CeremonyRefused)?;
        meeting.approved = true;
        if let Some(approval) = case.approvals.get_mut(at) {
            *approval = Some(bytes);
        }
        Ok(())
    })
}

/// Whether the holder's keys are still those of the policy, and an officer's word for them still counts.
/// Of another structure's officers the portal knows nothing.
fn counts(own: &LogState, holder: &Holder, standing: &Standing) -> bool {
    let author = own.keys.author.fingerprint();
    let is_certified = standing
        .helper
        .as_ref()
        .is_some_and(|helper| helper.author.fingerprint() == author);
    author == holder.author && (is_certified || holder.structure != standing.structure)
}

/// The recovery, if it is about somebody for whom this account keeps a share, and the holder's place in
/// that policy. What a holder has nothing to do with is not there.
fn case_of(read: &impl Read, holder: &AccountId, id: &CeremonyId) -> Outcome<(CeremonyRow, usize)> {
    let row: CeremonyRow = read.get_record(&id.0)?.ok_or(Code::NotFound)?;
    let owner = match &row.stage {
        CeremonyStage::About(case) => record_of(case)?.account,
        CeremonyStage::Done(..) | CeremonyStage::Ended(_) => {
            return Err(Code::CeremonyEnded.into());
        }
        CeremonyStage::Seeking => return Err(Code::NotFound.into()),
    };
    let (_, policy) = owned(read, &owner)?.ok_or(Code::NotFound)?;
    let (place, _) = place_of(&policy, holder).ok_or(Code::NotFound)?;
    Ok((row, place))
}

/// A live account with its policy.
fn owned(read: &impl Read, owner: &AccountId) -> Outcome<Option<(LogState, Policy)>> {
    let row: Option<Account> = read.get_record(&owner.0)?;
    let state = row.map(|row| row.state).filter(|s| s.deleted.is_none());
    Ok(state.and_then(|state| state.policy.clone().map(|policy| (state, policy))))
}

fn place_of<'p>(policy: &'p Policy, holder: &AccountId) -> Option<(usize, &'p Holder)> {
    let mut holders = policy.holders.iter().enumerate();
    holders.find(|(_, named)| named.account == *holder)
}
