//! What the owner sees of a recovery that somebody else asks for, and the veto.

use wire::{
    AccountId, CeremonyId, Code,
    ceremony::{Ending, OwnRecovery, OwnUnderWay},
};

use super::{end, live, progress, record_of};
use crate::{
    domain::{
        Outcome, ensure,
        session::{self, Session},
    },
    records::RollRow,
    store::{Read, Tx},
};

/// The list of holders, and a recovery that is under way: every stick that opens is shown it.
pub(crate) fn own(read: &impl Read, session: &Session, now: u64) -> Outcome<OwnRecovery> {
    let state = session::live(read, session)?.state;
    let roll: Option<RollRow> = read.get_record(&state.account.0)?;
    let under_way = match (live(read, &state.account)?, &state.policy) {
        (Some((ceremony, _, case)), Some(policy)) => {
            let record = record_of(&case)?;
            let approved = case.approvals.iter().flatten().count();
            Some(OwnUnderWay {
                ceremony,
                started: record.started,
                path: record.path,
                approved: u8::try_from(approved).map_err(|_| Code::Damaged)?,
                progress: progress::of_case(&case, policy, now)?,
            })
        }
        _ => None,
    };
    Ok(OwnRecovery {
        time: now,
        roll: roll.map(|row| row.signed),
        under_way,
    })
}

/// The owner's signed word that it is not them: it ends.
pub(crate) fn veto(tx: &mut Tx<'_>, account: &AccountId, ceremony: &CeremonyId) -> Outcome<()> {
    let Some((id, row, _)) = live(tx, account)? else {
        return Err(Code::LogRefused.into());
    };
    ensure(id == *ceremony, Code::LogRefused)?;
    end(tx, &id, row, Ending::Vetoed);
    Ok(())
}
