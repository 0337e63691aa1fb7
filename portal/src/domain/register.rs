//! A voucher becomes a credential. Whoever comes first with a possession key has the voucher for
//! good, may begin again as often as needed, and gets the same user handle each time.

use webauthn_rs::prelude::Passkey;
use wire::{
    AccountId, Code, Random, Signed, VoucherId,
    api::{RegisterStart, WebauthnAnswer, WebauthnId, WebauthnOptions},
    limits, random,
    structure::VoucherKind,
};

use super::{
    Outcome, Place, ensure,
    expiry::{self, Kind},
    passkeys::{Passkeys, Started},
    policy::{self, Action, Role, State},
    voucher,
};
use crate::{
    records::{Ceremony, Purpose, VoucherRow},
    store::{Read, Table, Tx},
};

/// Binds the voucher and begins a registration. `account` is the one that gets one more slot, or
/// none where the voucher begins an account.
pub(crate) fn start(
    tx: &mut Tx<'_>,
    place: &Place,
    passkeys: &Passkeys,
    request: &Signed<RegisterStart>,
    account: Option<AccountId>,
    now: u64,
    random: &mut dyn Random,
) -> Outcome<WebauthnOptions> {
    let claimed = request.claimed().map_err(|_| Code::Malformed)?;
    ensure(claimed.realm == place.realm, Code::WrongRealm)?;
    let asked = request
        .verify(place.realm, &claimed.possession)
        .map_err(|_| Code::VoucherRefused)?;
    let claimed = asked.voucher.voucher.claimed();
    let id = claimed.map_err(|_| Code::VoucherRefused)?.id;
    let bound: Option<VoucherRow> = tx.get_record(&id.0)?;
    // What was bound in time stays good for whoever bound it.
    let at = bound.as_ref().map_or(now, |row| row.since);
    let voucher = voucher::believe(&asked.voucher, place.realm, &place.root, at)?;
    let kind = match account {
        None => VoucherKind::Account,
        Some(_) => VoucherKind::Slot,
    };
    ensure(voucher.kind == kind, Code::VoucherRefused)?;
    if account.is_none() {
        policy::permit(Role::Voucher, Action::RegisterStart, State::None)?;
    }
    let row = match bound {
        Some(row) => {
            let same = row.possession == asked.possession
                && row.key_id == asked.key_id
                && row.account == account
                && !row.used;
            ensure(same, Code::VoucherUsed)?;
            row
        }
        None => VoucherRow {
            kind,
            possession: asked.possession,
            key_id: asked.key_id,
            handle: user_handle(random),
            account,
            since: now,
            used: false,
            ceremony: None,
        },
    };
    // Whoever begins again means the new beginning: a late end of the old one would not be theirs.
    if let Some(old) = row.ceremony {
        forget(tx, &old)?;
    }
    let started = passkeys.start_registration(row.handle)?;
    let options = begin(tx, Purpose::Register(id), started, now, random)?;
    let ceremony = Some(options.ceremony);
    tx.put_record(id.0, &VoucherRow { ceremony, ..row });
    Ok(options)
}

/// Writes down a ceremony and answers with its options.
pub(crate) fn begin(
    tx: &mut Tx<'_>,
    purpose: Purpose,
    started: Started,
    now: u64,
    random: &mut dyn Random,
) -> Outcome<WebauthnOptions> {
    expiry::admit(tx, Kind::Ceremony)?;
    let ceremony = WebauthnId::random(random);
    let until = now + limits::CHALLENGE_S;
    let row = Ceremony {
        purpose,
        state: started.state,
        until,
    };
    tx.put_record(ceremony.0, &row);
    expiry::schedule(tx, until, Kind::Ceremony, &ceremony.0);
    Ok(WebauthnOptions {
        ceremony,
        options: started.options,
    })
}

/// Takes a ceremony that has not ended. It never serves again.
pub(crate) fn consume(tx: &mut Tx<'_>, id: &WebauthnId, now: u64) -> Outcome<Ceremony> {
    let row = peek(tx, id, now)?;
    forget(tx, id)?;
    Ok(row)
}

/// Removes a ceremony, if it is there.
pub(crate) fn forget(tx: &mut Tx<'_>, id: &WebauthnId) -> Outcome<()> {
    if tx.get(Table::Challenges, &id.0)?.is_some() {
        tx.delete(Table::Challenges, id.0);
        expiry::leave(tx, Kind::Ceremony)?;
    }
    Ok(())
}

/// The voucher of a registration that is under way.
pub(crate) fn voucher_of(read: &impl Read, id: &WebauthnId, now: u64) -> Outcome<VoucherId> {
    match peek(read, id, now)?.purpose {
        Purpose::Register(voucher) => Ok(voucher),
        Purpose::Login => Err(Code::CeremonyExpired.into()),
    }
}

/// A credential that has just been registered, with the voucher that allowed it.
pub(crate) struct Registered {
    /// The voucher's row, as it was.
    pub(crate) row: VoucherRow,
    /// The credential.
    pub(crate) passkey: Passkey,
}

/// Ends a registration for `account`, or for an account to be made: the ceremony and the voucher
/// are consumed, the credential is checked and known to nobody else.
pub(crate) fn finish(
    tx: &mut Tx<'_>,
    passkeys: &Passkeys,
    answer: &WebauthnAnswer,
    account: Option<AccountId>,
    now: u64,
) -> Outcome<Registered> {
    let ceremony = consume(tx, &answer.ceremony, now)?;
    let Purpose::Register(voucher) = ceremony.purpose else {
        return Err(Code::CeremonyExpired.into());
    };
    let row: VoucherRow = tx.get_record(&voucher.0)?.ok_or(Code::VoucherRefused)?;
    ensure(row.account == account, Code::VoucherRefused)?;
    ensure(!row.used, Code::VoucherUsed)?;
    ensure(row.ceremony == Some(answer.ceremony), Code::CeremonyExpired)?;
    let passkey = passkeys.finish_registration(&ceremony.state, &answer.credential)?;
    let known = tx.get(Table::Credentials, passkey.cred_id().as_ref())?;
    ensure(known.is_none(), Code::AssertionRefused)?;
    let used = VoucherRow {
        used: true,
        ceremony: None,
        ..row.clone()
    };
    tx.put_record(voucher.0, &used);
    Ok(Registered { row, passkey })
}

fn peek(read: &impl Read, id: &WebauthnId, now: u64) -> Outcome<Ceremony> {
    let row: Option<Ceremony> = read.get_record(&id.0)?;
    row.filter(|row| now < row.until)
        .ok_or_else(|| Code::CeremonyExpired.into())
}

/// A random UUID (RFC 9562, version 4).
fn user_handle(random: &mut dyn Random) -> [u8; 16] {
    uuid::Builder::from_random_bytes(random::bytes(random))
        .into_uuid()
        .into_bytes()
}
