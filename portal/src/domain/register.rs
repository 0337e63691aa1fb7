//! A voucher becomes a credential. Whoever comes first with a possession key has the voucher for
//! good, may begin again as often as needed, and gets the same user handle each time.

use webauthn_rs::prelude::Passkey;
use wire::{
    AccountId, Code, KeyId, Random, SigPublic, Signed, VoucherId,
    api::{RegisterStart, WebauthnAnswer, WebauthnId, WebauthnOptions},
    limits, random,
    structure::{SignedVoucher, VoucherKind},
};

use super::{
    Outcome, Place, ensure,
    expiry::{self, Kind},
    passkeys::{Passkeys, Started},
    policy::{self, Action, Role, State},
    security_keys, voucher,
};
use crate::{
    records::{Ceremony, Purpose, VoucherRow},
    store::{Read, Table, Tx},
};

/// What a registration is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum By {
    /// The first stick of an account.
    Account,
    /// One more stick of this account.
    Slot(AccountId),
    /// The stick of a recovery.
    Recovery,
}

impl By {
    fn kind(self) -> VoucherKind {
        match self {
            Self::Account => VoucherKind::Account,
            Self::Slot(_) => VoucherKind::Slot,
            Self::Recovery => VoucherKind::Recovery,
        }
    }

    fn account(self) -> Option<AccountId> {
        match self {
            Self::Slot(account) => Some(account),
            Self::Account | Self::Recovery => None,
        }
    }
}

/// Binds the voucher and begins a registration.
pub(crate) fn start(
    tx: &mut Tx<'_>,
    place: &Place,
    passkeys: &Passkeys,
    request: &Signed<RegisterStart>,
    by: By,
    now: u64,
    random: &mut dyn Random,
) -> Outcome<WebauthnOptions> {
    let claimed = request.claimed().map_err(|_| Code::Malformed)?;
    ensure(claimed.realm == place.realm, Code::WrongRealm)?;
    let asked = request
        .verify(place.realm, &claimed.possession)
        .map_err(|_| Code::VoucherRefused)?;
    match by {
        By::Account => policy::permit(Role::Voucher, Action::RegisterStart, State::None)?,
        By::Recovery => policy::permit(Role::Voucher, Action::CeremonyRegister, State::None)?,
        By::Slot(_) => {}
    }
    let holder = (asked.possession, asked.key_id);
    let (id, row) = bind(tx, place, &asked.voucher, holder, by, now, random)?;
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

/// Binds a voucher to the possession key and enrolment that come with it first, for good. Gives its row as
/// it is to be written.
pub(crate) fn bind(
    read: &impl Read,
    place: &Place,
    voucher: &SignedVoucher,
    (possession, key_id): (SigPublic, KeyId),
    by: By,
    now: u64,
    random: &mut dyn Random,
) -> Outcome<(VoucherId, VoucherRow)> {
    let id = voucher
        .voucher
        .claimed()
        .map_err(|_| Code::VoucherRefused)?;
    let id = id.id;
    let bound: Option<VoucherRow> = read.get_record(&id.0)?;
    let row = match bound {
        // What was bound in time stays good for whoever bound it, whoever the root or the officer is since.
        Some(row) => {
            ensure(row.kind == by.kind(), Code::VoucherRefused)?;
            let same = row.possession == possession
                && row.key_id == key_id
                && row.account == by.account()
                && !row.used;
            ensure(same, Code::VoucherUsed)?;
            row
        }
        None => {
            let believed = voucher::believe(voucher, place.realm, &place.root, now)?;
            ensure(believed.kind == by.kind(), Code::VoucherRefused)?;
            VoucherRow {
                kind: believed.kind,
                possession,
                key_id,
                handle: user_handle(random),
                account: by.account(),
                since: now,
                used: false,
                ceremony: None,
            }
        }
    };
    Ok((id, row))
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
        Purpose::Login | Purpose::SecurityKey(..) => Err(Code::CeremonyExpired.into()),
    }
}

/// A credential that has just been registered.
pub(crate) struct Registered {
    /// The user handle that it was registered under.
    pub(crate) handle: [u8; 16],
    /// The credential.
    pub(crate) passkey: Passkey,
    /// The name by which a freeze means it, where it is a security key's.
    pub(crate) security_key: Option<KeyId>,
}

/// Ends a registration: the ceremony and, for a stick, the voucher are consumed, the credential is checked and known to nobody else.
pub(crate) fn finish(
    tx: &mut Tx<'_>,
    passkeys: &Passkeys,
    answer: &WebauthnAnswer,
    by: By,
    now: u64,
) -> Outcome<Registered> {
    let ceremony = consume(tx, &answer.ceremony, now)?;
    let (handle, security_key) = match ceremony.purpose {
        Purpose::Register(voucher) => (serve(tx, &voucher, answer, by)?, None),
        Purpose::SecurityKey(account, key_id, handle) => {
            ensure(by == By::Slot(account), Code::CeremonyExpired)?;
            security_keys::forget_begun(tx, &account)?;
            (handle, Some(key_id))
        }
        Purpose::Login => return Err(Code::CeremonyExpired.into()),
    };
    let passkey = passkeys.finish_registration(&ceremony.state, &answer.credential)?;
    let known = tx.get(Table::Credentials, passkey.cred_id().as_ref())?;
    ensure(known.is_none(), Code::AssertionRefused)?;
    Ok(Registered {
        handle,
        passkey,
        security_key,
    })
}

/// The voucher of a registration that ends serves for it, once. Gives the user handle.
fn serve(
    tx: &mut Tx<'_>,
    voucher: &VoucherId,
    answer: &WebauthnAnswer,
    by: By,
) -> Outcome<[u8; 16]> {
    let row: VoucherRow = tx.get_record(&voucher.0)?.ok_or(Code::VoucherRefused)?;
    let is_for_it = row.account == by.account() && row.kind == by.kind();
    ensure(is_for_it, Code::VoucherRefused)?;
    ensure(!row.used, Code::VoucherUsed)?;
    ensure(row.ceremony == Some(answer.ceremony), Code::CeremonyExpired)?;
    let handle = row.handle;
    let used = VoucherRow {
        used: true,
        ceremony: None,
        ..row
    };
    tx.put_record(voucher.0, &used);
    Ok(handle)
}

fn peek(read: &impl Read, id: &WebauthnId, now: u64) -> Outcome<Ceremony> {
    let row: Option<Ceremony> = read.get_record(&id.0)?;
    row.filter(|row| now < row.until)
        .ok_or_else(|| Code::CeremonyExpired.into())
}

/// A random UUID (RFC 9562, version 4).
pub(super) fn user_handle(random: &mut dyn Random) -> [u8; 16] {
    uuid::Builder::from_random_bytes(random::bytes(random))
        .into_uuid()
        .into_bytes()
}
