//! A stick begins a recovery: its voucher is the right to, and whether a card is known is not said.

use wire::{
    CeremonyId, Challenge, Code, Random, Signed,
    api::GateChallenge,
    ceremony::{CeremonyStart, CeremonyStatus, Path, Progress},
    limits,
};

use super::{address, index, live, remove, timely};
use crate::{
    domain::{
        DAY, Outcome, Place, deceased, ensure,
        expiry::{self, Kind},
        policy::{self, Action, Role, State},
        register::{self, By},
    },
    records::{AskChallenge, CeremonyRow, CeremonyStage},
    store::{Read, Table, Tx},
};

/// Gives out a single-use challenge for what a stick asks next.
pub(crate) fn challenge(
    tx: &mut Tx<'_>,
    now: u64,
    random: &mut dyn Random,
) -> Outcome<GateChallenge> {
    expiry::admit(tx, Kind::RecoveryChallenge)?;
    let challenge = Challenge::random(random);
    let until = now + limits::CHALLENGE_S;
    tx.put_record(challenge.0, &AskChallenge { until });
    expiry::schedule(tx, until, Kind::RecoveryChallenge, &challenge.0);
    Ok(GateChallenge { challenge })
}

/// Takes a challenge that has not ended. It never serves again.
pub(super) fn consume(tx: &mut Tx<'_>, challenge: &Challenge, now: u64) -> Outcome<()> {
    let row: Option<AskChallenge> = tx.get_record(&challenge.0)?;
    ensure(
        row.is_some_and(|row| now < row.until),
        Code::CeremonyExpired,
    )?;
    tx.delete(Table::CeremonyChallenges, challenge.0);
    expiry::leave(tx, Kind::RecoveryChallenge)
}

/// Begins a recovery, or answers the same again. What the voucher allowed before is forgotten. Of an
/// account that is in another recovery or whose owner is said to have died, and for a card that nobody knows, it says nothing: it seeks.
pub(crate) fn start(
    tx: &mut Tx<'_>,
    place: &Place,
    request: &Signed<CeremonyStart>,
    now: u64,
    random: &mut dyn Random,
) -> Outcome<CeremonyStatus> {
    let claimed = request.claimed().map_err(|_| Code::Malformed)?;
    ensure(claimed.realm == place.realm, Code::WrongRealm)?;
    let asked = request
        .verify(place.realm, &claimed.possession)
        .map_err(|_| Code::VoucherRefused)?;
    policy::permit(Role::Voucher, Action::CeremonyStart, State::None)?;
    let holder = (asked.possession, asked.key_id);
    let bound = register::bind(tx, place, &asked.voucher, holder, By::Recovery, now, random)?;
    let (voucher, row) = bound;
    tx.put_record(voucher.0, &row);

    let id = CeremonyId::of(place.realm, &asked.key);
    if let Some(known) = tx.get_record::<CeremonyRow>(&id.0)? {
        let same = known.possession == asked.possession && known.key_id == asked.key_id;
        ensure(same, Code::CeremonyRefused)?;
        let known = timely(tx, &id, known, now)?;
        return Ok(begun(&known.stage, now));
    }
    if let Some(before) = tx.get(Table::VoucherCeremonies, &voucher.0)? {
        remove(tx, &before)?;
    }
    tx.put(Table::VoucherCeremonies, voucher.0, id.0);
    let row = CeremonyRow {
        key_id: asked.key_id,
        possession: asked.possession,
        key: asked.key,
        voucher,
        since: now,
        stage: CeremonyStage::Seeking,
    };
    tx.put_record(id.0, &row);
    let until = now.saturating_add(limits::CEREMONY_DAYS * DAY);
    expiry::schedule(tx, until, Kind::Recovery, &id.0);
    if let Some(tag) = &asked.tag
        && let Some((state, policy)) = index::by_card(tx, tag)?
        && live(tx, &state.account)?.is_none()
        && !deceased::counts(tx, &state.account)?
    {
        address(tx, &id, row, (&state, &policy), Path::WithCard, now);
    }
    Ok(begun(&CeremonyStage::Seeking, now))
}

/// The same answer to every card, the first time and again: the stick hears of an account when it asks. Only
/// that a recovery is over is said at once, for then the stick begins another.
fn begun(stage: &CeremonyStage, now: u64) -> CeremonyStatus {
    CeremonyStatus {
        time: now,
        progress: match stage {
            CeremonyStage::Seeking | CeremonyStage::About(_) => Progress::Seeking,
            CeremonyStage::Done(..) => Progress::Done,
            CeremonyStage::Ended(why) => Progress::Ended(*why),
        },
        meetings: Vec::new(),
        one_structure: false,
        record: None,
    }
}
