//! Who works at the desk. Somebody is invited by an officer or by a command beside the portal, makes one
//! passkey by a link that serves once, and can be ended at any time.

use wire::{Code, Hash, Random, helper::is_name, random};

use super::{
    acts, approvals,
    policy::{Deed, Who, permit},
};
use crate::{
    domain::{DAY, Outcome, ensure},
    records::{Act, Staff, StaffId, StaffInvitation, StaffPasskey, StaffRole},
    store::{Read, Table, Tx},
};

/// How long an invitation counts.
pub(crate) const INVITATION_S: u64 = 7 * DAY;
/// People who ever worked here.
pub(crate) const MOST: usize = 500;

/// What an invitation's link carries. Only its hash is kept.
pub(crate) type Token = [u8; 32];

/// Invites somebody.
///
/// # Errors
/// `Malformed` where the name is none, `QuotaReached` where there are too many people already.
pub(crate) fn invite(
    tx: &mut Tx<'_>,
    (name, role): (&str, StaffRole),
    by: Option<StaffId>,
    now: u64,
    random: &mut dyn Random,
) -> Outcome<(StaffId, Token)> {
    let staff = StaffId(random::bytes(random));
    let token = invite_as(tx, (name, role), (staff, by), now, random)?;
    Ok((staff, token))
}

/// The same by a form that may be sent twice: whoever it invited before gets another link in the place of the first,
/// for no page shows that one again; nobody is invited twice. None where the link has served.
///
/// # Errors
/// As [`invite`].
pub(crate) fn invite_once(
    tx: &mut Tx<'_>,
    (name, role): (&str, StaffRole),
    (staff, by): (StaffId, StaffId),
    now: u64,
    random: &mut dyn Random,
) -> Outcome<Option<Token>> {
    match tx.get_record::<Staff>(&staff.0)? {
        None => invite_as(tx, (name, role), (staff, Some(by)), now, random).map(Some),
        Some(before) if before.name != name || before.role != role => {
            let (_, token) = invite(tx, (name, role), Some(by), now, random)?;
            Ok(Some(token))
        }
        Some(_) => {
            let rows = tx.scan_records::<StaffInvitation>(&[], None, usize::MAX)?;
            let mut open = rows.into_iter().filter(|(_, row)| row.staff == staff);
            let Some((key, row)) = open.find(|(_, row)| row.by == Some(by)) else {
                return Ok(None);
            };
            tx.delete(Table::StaffInvitations, key);
            let token: Token = random::bytes(random);
            tx.put_record(Hash::of(&token).0, &row);
            Ok(Some(token))
        }
    }
}

fn invite_as(
    tx: &mut Tx<'_>,
    (name, role): (&str, StaffRole),
    (staff, by): (StaffId, Option<StaffId>),
    now: u64,
    random: &mut dyn Random,
) -> Outcome<Token> {
    ensure(is_name(name), Code::Malformed)?;
    ensure(all(tx)?.len() < MOST, Code::QuotaReached)?;
    // Those that nobody used in time go here: there are never many.
    for (key, row) in tx.scan_records::<StaffInvitation>(&[], None, usize::MAX)? {
        if row.until <= now {
            tx.delete(Table::StaffInvitations, key);
        }
    }
    let token: Token = random::bytes(random);
    let row = Staff {
        name: name.to_owned(),
        role,
        since: now,
        ended: None,
    };
    tx.put_record(staff.0, &row);
    let invitation = StaffInvitation {
        staff,
        until: now.saturating_add(INVITATION_S),
        by,
    };
    tx.put_record(Hash::of(&token).0, &invitation);
    acts::write(tx, by, Act::Invited(staff), now)?;
    Ok(token)
}

/// Whom an invitation lets in.
///
/// # Errors
/// `Unauthorized` where it was used, is over, or never was one.
pub(crate) fn invited(read: &impl Read, token: &Token, now: u64) -> Outcome<(StaffId, Staff)> {
    let row: Option<StaffInvitation> = read.get_record(&Hash::of(token).0)?;
    let row = row.ok_or(Code::Unauthorized)?;
    ensure(now < row.until, Code::Unauthorized)?;
    Ok((row.staff, live(read, &row.staff)?))
}

/// The passkey of an invitation was made: the link serves no more.
///
/// # Errors
/// As [`invited`].
pub(crate) fn enter(
    tx: &mut Tx<'_>,
    token: &Token,
    (credential, passkey): (&[u8], String),
    now: u64,
) -> Outcome<StaffId> {
    let (staff, _) = invited(tx, token, now)?;
    let taken = tx.get(Table::StaffPasskeys, credential)?;
    ensure(taken.is_none(), Code::AssertionRefused)?;
    tx.delete(Table::StaffInvitations, Hash::of(token).0);
    let row = StaffPasskey {
        passkey,
        staff,
        since: now,
    };
    tx.put_record(credential, &row);
    acts::write(tx, Some(staff), Act::Entered, now)?;
    Ok(staff)
}

/// The passkey with this credential, of somebody who still works here.
///
/// # Errors
/// `CredentialUnknown`, `Unauthorized`.
pub(crate) fn passkey(read: &impl Read, credential: &[u8]) -> Outcome<StaffPasskey> {
    let row: Option<StaffPasskey> = read.get_record(credential)?;
    let row = row.ok_or(Code::CredentialUnknown)?;
    live(read, &row.staff)?;
    Ok(row)
}

/// Somebody signed in; their passkey is kept anew where it counts.
pub(crate) fn signed_in(
    tx: &mut Tx<'_>,
    credential: &[u8],
    moved: Option<String>,
    now: u64,
) -> Outcome<StaffId> {
    let row = passkey(tx, credential)?;
    let staff = row.staff;
    if let Some(passkey) = moved {
        tx.put_record(credential, &StaffPasskey { passkey, ..row });
    }
    acts::write(tx, Some(staff), Act::SignedIn, now)?;
    Ok(staff)
}

/// Somebody who works here at this very moment.
///
/// # Errors
/// `Unauthorized` where they do not.
pub(crate) fn live(read: &impl Read, staff: &StaffId) -> Outcome<Staff> {
    let row: Staff = read.get_record(&staff.0)?.ok_or(Code::Unauthorized)?;
    ensure(row.ended.is_none(), Code::Unauthorized)?;
    Ok(row)
}

/// Somebody who writes: they work here at this very moment, and may do that.
///
/// # Errors
/// `Unauthorized` where they work here no more, `Forbidden` where they may not.
pub(crate) fn acting(read: &impl Read, staff: &StaffId, deed: Deed) -> Outcome<Staff> {
    let row = live(read, staff)?;
    permit(Who::Staff(row.role), deed)?;
    Ok(row)
}

/// Ends somebody's access: their passkeys, their invitation, those they made and whom they approved count no more.
/// The last officer who can sign in stays, else nobody could invite.
///
/// # Errors
/// `NotFound`, or `Forbidden` for the last officer.
pub(crate) fn end(tx: &mut Tx<'_>, staff: StaffId, by: Option<StaffId>, now: u64) -> Outcome<()> {
    let row: Option<Staff> = tx.get_record(&staff.0)?;
    let row = row
        .filter(|row| row.ended.is_none())
        .ok_or(Code::NotFound)?;
    let is_officer =
        |one: &Member| one.staff.role == StaffRole::Officer && one.stands == Stands::In;
    let others = all(tx)?.into_iter().filter(is_officer);
    let stays = others.filter(|one| one.id != staff).count();
    ensure(by.is_none() || stays > 0, Code::Forbidden)?;
    for (key, passkey) in tx.scan_records::<StaffPasskey>(&[], None, usize::MAX)? {
        if passkey.staff == staff {
            tx.delete(Table::StaffPasskeys, key);
        }
    }
    for (key, invitation) in tx.scan_records::<StaffInvitation>(&[], None, usize::MAX)? {
        if invitation.staff == staff || invitation.by == Some(staff) {
            tx.delete(Table::StaffInvitations, key);
        }
    }
    approvals::ended(tx, staff, by, now)?;
    let ended = Some(now);
    tx.put_record(staff.0, &Staff { ended, ..row });
    acts::write(tx, by, Act::Ended(staff), now)
}

/// Somebody who works here, or worked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Member {
    /// Their name in the store.
    pub(crate) id: StaffId,
    /// Who they are.
    pub(crate) staff: Staff,
    /// How far they are in.
    pub(crate) stands: Stands,
}

/// How far in somebody is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Stands {
    /// Invited; there is no passkey.
    Invited,
    /// Signs in with a passkey.
    In,
    /// Ended.
    Ended,
}

/// Everybody who works here or ever did, in the order of their invitations.
pub(crate) fn all(read: &impl Read) -> Outcome<Vec<Member>> {
    let passkeys = read.scan_records::<StaffPasskey>(&[], None, usize::MAX)?;
    let rows = read.scan_records::<Staff>(&[], None, usize::MAX)?;
    let mut all: Vec<Member> = Vec::with_capacity(rows.len());
    for (key, staff) in rows {
        let id = StaffId(key.try_into().map_err(|_| Code::Damaged)?);
        let stands = match staff.ended {
            Some(_) => Stands::Ended,
            None if passkeys.iter().any(|(_, passkey)| passkey.staff == id) => Stands::In,
            None => Stands::Invited,
        };
        all.push(Member { id, staff, stands });
    }
    all.sort_by_key(|one| (one.staff.since, one.id));
    Ok(all)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        fixtures::NOW,
        store::{Memory, Store},
    };
    use wire::{Refusal, random::System};

    fn write<T: Send + 'static>(
        store: &Store,
        rule: impl FnOnce(&mut Tx<'_>) -> Outcome<T> + Send + 'static,
    ) -> Result<T, Code> {
        let wrote = store.write(rule);
        wrote.map_err(|error| Refusal::from(error).code)
    }

    fn invited_as(store: &Store, name: &'static str, role: StaffRole) -> (StaffId, Token) {
        write(store, move |tx| {
            invite(tx, (name, role), None, NOW, &mut System::new())
        })
        .unwrap()
    }

    #[test]
    fn a_link_lets_one_in_once_and_in_time() {
        let store = Store::start(Memory::new()).unwrap();
        let (staff, token) = invited_as(&store, "Ines", StaffRole::Officer);
        let late = NOW + INVITATION_S;
        let asked = |token: Token, now| {
            store
                .read(|read| invited(read, &token, now))
                .map_err(|refusal| refusal.code)
        };
        assert_eq!(asked(token, late - 1).unwrap().0, staff);
        assert_eq!(asked(token, late).unwrap_err(), Code::Unauthorized);
        assert_eq!(asked([0; 32], NOW).unwrap_err(), Code::Unauthorized);
        let entered = |key: &'static [u8]| {
            write(&store, move |tx| enter(tx, &token, (key, "{}".into()), NOW))
        };
        assert_eq!(entered(b"credential").unwrap(), staff);
        assert_eq!(entered(b"another").unwrap_err(), Code::Unauthorized);
        // The token itself is nowhere.
        let rows = store.read(|read| read.scan(Table::StaffInvitations, &[], None, 9));
        assert_eq!(rows.unwrap(), []);
    }

    #[test]
    fn whoever_was_ended_signs_in_no_more_and_the_last_officer_stays() {
        let store = Store::start(Memory::new()).unwrap();
        let (ines, token) = invited_as(&store, "Ines", StaffRole::Officer);
        let (omar, other) = invited_as(&store, "Omar", StaffRole::Mediator);
        write(&store, move |tx| {
            enter(tx, &token, (b"ines", "{}".into()), NOW)?;
            enter(tx, &other, (b"omar", "{}".into()), NOW)
        })
        .unwrap();
        let ended = |who, by| write(&store, move |tx| end(tx, who, by, NOW));
        assert_eq!(ended(ines, Some(ines)).unwrap_err(), Code::Forbidden);
        ended(omar, Some(ines)).unwrap();
        assert_eq!(ended(omar, Some(ines)).unwrap_err(), Code::NotFound);
        let came = write(&store, |tx| signed_in(tx, b"omar", None, NOW));
        assert_eq!(came.unwrap_err(), Code::CredentialUnknown);
        write(&store, |tx| signed_in(tx, b"ines", None, NOW)).unwrap();
        // Beside the portal the last one can be ended too: a new link is made there.
        ended(ines, None).unwrap();
    }

    #[test]
    fn whoever_was_ended_acts_no_more_nor_do_their_invitations() {
        let store = Store::start(Memory::new()).unwrap();
        let (ines, token) = invited_as(&store, "Ines", StaffRole::Officer);
        let (ana, other) = invited_as(&store, "Ana", StaffRole::Officer);
        write(&store, move |tx| {
            enter(tx, &token, (b"ines", "{}".into()), NOW)?;
            enter(tx, &other, (b"ana", "{}".into()), NOW)
        })
        .unwrap();
        let invited_by = |by| {
            write(&store, move |tx| {
                let role = StaffRole::Mediator;
                invite(tx, ("Omar", role), Some(by), NOW, &mut System::new())
            })
            .unwrap()
            .1
        };
        let (by_ines, by_ana) = (invited_by(ines), invited_by(ana));
        let acts = |who, deed| store.read(|read| acting(read, &who, deed));
        acts(ines, Deed::Approve).unwrap();
        write(&store, move |tx| end(tx, ines, Some(ana), NOW)).unwrap();
        for deed in Deed::ALL {
            let code = acts(ines, *deed).unwrap_err().code;
            assert_eq!(code, Code::Unauthorized, "{deed:?}");
        }
        acts(ana, Deed::Approve).unwrap();
        let enters = |token| {
            write(&store, move |tx| {
                enter(tx, &token, (b"omar", "{}".into()), NOW)
            })
        };
        assert_eq!(enters(by_ines).unwrap_err(), Code::Unauthorized);
        let omar = enters(by_ana).unwrap();
        let code = acts(omar, Deed::Invite).unwrap_err().code;
        assert_eq!(code, Code::Forbidden);
        acts(omar, Deed::RecordSession).unwrap();
    }

    #[test]
    fn a_name_is_one_line() {
        let store = Store::start(Memory::new()).unwrap();
        for name in ["", " Ines", "Ines\nOmar", &"x".repeat(61)] {
            let name = name.to_owned();
            let asked = write(&store, move |tx| {
                let role = StaffRole::Mediator;
                invite(tx, (&name, role), None, NOW, &mut System::new())
            });
            assert_eq!(asked.unwrap_err(), Code::Malformed);
        }
    }
}
