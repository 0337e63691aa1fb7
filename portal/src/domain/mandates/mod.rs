//! Mandates: what a grant brings, what its end takes away, and what is served under one. The portal serves
//! no ciphertext under a mandate before the journal's entry is durable.

mod given;
mod over;

pub(crate) use given::{begin, check_box, drop_boxes, end, letters, letters_of, put_box};
pub(crate) use over::over;

use wire::{
    AccountId, BlobId, Code, MandateId,
    folder::Folder,
    helper::Helper,
    limits,
    log::{Entry, Grant, LogState, OpKind},
    mandate::{Chain, Deed, Entrusted, EntrustedAnswer, FolderAnswer, JournalEntry, Line},
};

use super::{
    DAY, Outcome, deceased, ensure, journal, manifests,
    policy::{self, Action, Role},
    session::{self, Session},
};
use crate::{
    helpers::Certified,
    records::{Account, Blob, EntrustedRow, GrantBox, Letters, LogRow},
    store::{Read, Table, Tx},
};

/// Log entries read at once.
const PAGE: usize = 64;
/// Bytes of one answer with everything that is entrusted to a helper.
const ANSWER: usize = 12 << 20;
/// Bytes of the entries that lead to one person's keys of today.
const LINE: usize = 1 << 20;

/// A mandate that its helper is still shown: it was not stopped, and is not over for long.
fn shown(
    read: &impl Read,
    owner: &AccountId,
    mandate: &MandateId,
    now: u64,
) -> Outcome<Option<Grant>> {
    let account: Option<Account> = read.get_record(&owner.0)?;
    let known = account.and_then(|mut account| account.state.grants.remove(mandate));
    let until = |grant: &Grant| {
        let days = limits::ENTRUSTED_DAYS * DAY;
        grant.not_after.saturating_add(days)
    };
    let grant = known.map(|known| known.grant);
    Ok(grant.filter(|grant| now < until(grant)))
}

/// Whose mandate a line of a helper's list is, and which.
fn named(key: &[u8]) -> Outcome<(AccountId, MandateId)> {
    let rest = key.get(AccountId::LEN..).unwrap_or_default();
    let owner = rest.get(..AccountId::LEN).and_then(AccountId::from_slice);
    let mandate = rest.get(AccountId::LEN..).and_then(MandateId::from_slice);
    owner.zip(mandate).ok_or_else(|| Code::Damaged.into())
}

/// What is entrusted to the session's account: what counts, and what is over for a month. Nothing of a log
/// leaves but what leads to the keys of today, and the grant itself. One person's long log hides no other
/// person: where not everything fits into one answer, the longest are left out.
pub(crate) fn entrusted_to(
    read: &impl Read,
    session: &Session,
    now: u64,
) -> Outcome<EntrustedAnswer> {
    session::live(read, session)?;
    let rows = read.scan_records::<EntrustedRow>(session.account.as_ref(), None, usize::MAX)?;
    let mut mandates = Vec::new();
    for (key, row) in rows {
        let (owner, mandate) = named(&key)?;
        if shown(read, &owner, &mandate, now)?.is_none() {
            continue;
        }
        let letters: Letters = read
            .get_record(&at(&owner, &mandate))?
            .ok_or(Code::Damaged)?;
        let Some((keys, grant)) = line_of(read, &owner, row.seq)? else {
            continue;
        };
        mandates.push(Entrusted {
            keys,
            grant,
            letter: letters.grantee.ok_or(Code::Damaged)?,
            journal: journal::head(read, &owner, &Chain::Mandate(mandate))?,
        });
    }
    let sizes: Vec<_> = mandates.iter().map(|one| wire::encode(one).len()).collect();
    let mut kept = shortest(&sizes, ANSWER).into_iter();
    mandates.retain(|_| kept.next().unwrap_or(false));
    Ok(EntrustedAnswer {
        time: now,
        mandates,
    })
}

/// Which of these fit together into so many bytes, the shortest first.
fn shortest(sizes: &[usize], room: usize) -> Vec<bool> {
    let mut order: Vec<_> = sizes.iter().enumerate().collect();
    order.sort_by_key(|(_, size)| **size);
    let (mut kept, mut left) = (vec![false; sizes.len()], room);
    for (at, size) in order {
        let (Some(rest), Some(place)) = (left.checked_sub(*size), kept.get_mut(at)) else {
            break;
        };
        (left, *place) = (rest, true);
    }
    kept
}

/// A request under a mandate whose entry is in the journal now.
pub(crate) struct Proved {
    pub(crate) owner: AccountId,
    pub(crate) state: LogState,
    grant: Grant,
    pub(crate) entry: JournalEntry,
}

/// A mandate that counts now, and whose helper does.
pub(crate) struct Standing {
    pub(crate) state: LogState,
    pub(crate) grant: Grant,
    author: wire::SigPublic,
}

/// Who gave this mandate to this helper. One name has one giver: see [`begin`].
fn giver(read: &impl Read, grantee: &AccountId, mandate: &MandateId) -> Outcome<Option<AccountId>> {
    let rows = read.scan(Table::Entrusted, grantee.as_ref(), None, usize::MAX)?;
    for (key, _) in rows {
        let (owner, name) = named(&key)?;
        if name == *mandate {
            return Ok(Some(owner));
        }
    }
    Ok(None)
}

/// Finds a mandate of the session's account, and says whether it counts. Whoever asks about somebody else's
/// learns nothing.
pub(crate) fn stands(
    read: &impl Read,
    session: &Session,
    certified: &Certified,
    action: Action,
    mandate: &MandateId,
    now: u64,
) -> Outcome<Standing> {
    let own = session::live(read, session)?;
    policy::permit(Role::Helper, action, session::standing(&own))?;
    let owner = giver(read, &session.account, mandate)?.ok_or(Code::Forbidden)?;
    let account: Account = read.get_record(&owner.0)?.ok_or(Code::Forbidden)?;
    let state = account.state;
    let grant = state.grants.get(mandate).map(|known| &known.grant);
    let grant = grant
        .filter(|grant| grant.grantee == session.account)
        .ok_or(Code::Forbidden)?
        .clone();
    ensure(state.live_grant(mandate, now).is_some(), Code::MandateOver)?;
    // A mandate ends with the death of whoever gave it (Code civil, art. 2003).
    ensure(!deceased::counts(read, &owner)?, Code::MandateOver)?;
    let helper = certified
        .find(&session.account, now)
        .filter(|helper| has_keys(helper, &grant))
        .ok_or(Code::HelperStopped)?;
    // New keys of the helper's own: the mandate names the old ones, and is to be made anew.
    ensure(own.state.keys.author == helper.author, Code::HelperStopped)?;
    Ok(Standing {
        author: helper.author,
        state,
        grant,
    })
}

/// Says whether the session's account may do what the entry says, and writes the entry down.
pub(crate) fn prove(
    tx: &mut Tx<'_>,
    session: &Session,
    certified: &Certified,
    action: Action,
    line: &Line,
    now: u64,
) -> Outcome<Proved> {
    let claimed = line.entry.claimed().map_err(|_| Code::Malformed)?;
    let Chain::Mandate(mandate) = claimed.chain else {
        return Err(Code::Forbidden.into());
    };
    let Standing {
        state,
        grant,
        author,
    } = stands(tx, session, certified, action, &mandate, now)?;
    let entry = line
        .entry
        .verify(state.realm, &author)
        .map_err(|_| Code::Forbidden)?;
    let of_grant = entry.realm == state.realm
        && entry.account == state.account
        && entry.author == author
        && entry.deed == deed(action)?
        && entry.folder.is_some_and(|f| grant.folders.contains(&f));
    ensure(of_grant, Code::Forbidden)?;
    ensure(allowed(entry.deed, &grant), Code::Forbidden)?;
    journal::append(tx, &entry, line, now)?;
    Ok(Proved {
        owner: state.account,
        state,
        grant,
        entry,
    })
}

impl Proved {
    /// The key and the list of the folder that the entry names.
    pub(crate) fn folder(&self, read: &impl Read, now: u64) -> Outcome<FolderAnswer> {
        let folder = self.entry.folder.ok_or(Code::Malformed)?;
        let key_box: GrantBox = read
            .get_record(&box_key(&self.owner, folder, &self.grant.mandate))?
            .ok_or(Code::Damaged)?;
        let manifest = manifests::current(read, &self.state, folder)?.ok_or(Code::Damaged)?;
        Ok(FolderAnswer {
            time: now,
            key_box: key_box.signed,
            manifest: manifest.bytes,
        })
    }

    /// The one blob that the entry names, if it lies in that folder.
    pub(crate) fn blob(&self, read: &impl Read) -> Outcome<(BlobId, Blob)> {
        let [blob] = self.entry.blobs.as_slice() else {
            return Err(Code::Malformed.into());
        };
        let row: Option<Blob> = read.get_record(&blob.0)?;
        let row = row.filter(|row| row.account == self.owner && row.folder == self.entry.folder);
        Ok((*blob, row.ok_or(Code::NotFound)?))
    }
}

/// What is written into the journal for an action.
fn deed(action: Action) -> Outcome<Deed> {
    match action {
        Action::OpenEntrusted => Ok(Deed::List),
        Action::ReadEntrusted => Ok(Deed::Read),
        Action::PutDrop => Ok(Deed::Drop),
        _ => Err(Code::Forbidden.into()),
    }
}

/// Whether the rights of a mandate allow a deed.
fn allowed(deed: Deed, grant: &Grant) -> bool {
    match deed {
        Deed::List | Deed::Read => grant.rights.sees(),
        Deed::Drop => may_drop(grant),
        Deed::Session => false,
    }
}

/// Whether a paper may be put in under a mandate.
pub(crate) fn may_drop(grant: &Grant) -> bool {
    !matches!(grant.rights, wire::log::Rights::See)
}

fn has_keys(helper: &Helper, grant: &Grant) -> bool {
    helper.author.fingerprint() == grant.author && helper.reader.fingerprint() == grant.reader
}

/// Genesis and rekeys of an account's log, and its entry at `seq`; none where they are more than a helper is
/// ever sent of one person.
fn line_of(read: &impl Read, owner: &AccountId, seq: u64) -> Outcome<Option<(Vec<Entry>, Entry)>> {
    let (mut keys, mut grant, mut after) = (Vec::new(), None, None::<Vec<u8>>);
    let mut bytes = 0;
    loop {
        let page = read.scan_records::<LogRow>(owner.as_ref(), after.as_deref(), PAGE)?;
        let is_last = page.len() < PAGE;
        for (key, row) in page {
            let header = row.entry.view().map_err(|_| Code::Damaged)?.header;
            match header.op {
                OpKind::Genesis | OpKind::Rekey => {
                    bytes += wire::encode(&row.entry).len();
                    keys.push(row.entry);
                }
                OpKind::Grant if header.seq == seq => grant = Some(row.entry),
                _ => {}
            }
            after = Some(key);
        }
        if bytes > LINE {
            return Ok(None);
        }
        if is_last {
            return Ok(Some((keys, grant.ok_or(Code::Damaged)?)));
        }
    }
}

fn at(owner: &AccountId, mandate: &MandateId) -> Vec<u8> {
    [owner.as_ref(), mandate.as_ref()].concat()
}

fn box_key(owner: &AccountId, folder: Folder, mandate: &MandateId) -> Vec<u8> {
    [owner.as_ref(), &[folder.code()], mandate.as_ref()].concat()
}

fn entrusted(grantee: &AccountId, owner: &AccountId, mandate: &MandateId) -> Vec<u8> {
    [grantee.as_ref(), owner.as_ref(), mandate.as_ref()].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_are_left_out_where_not_all_fit() {
        assert_eq!(shortest(&[], 10), [true; 0]);
        assert_eq!(shortest(&[4, 9, 3], 16), [true; 3]);
        assert_eq!(shortest(&[4, 9, 3], 15), [true, false, true]);
        assert_eq!(shortest(&[4, 9, 3], 2), [false; 3]);
    }
}
