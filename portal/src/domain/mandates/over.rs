//! Mandates that are over because of who gave them.

use wire::{MandateId, mandate::OverAnswer};

use super::named;
use crate::{
    domain::{
        Outcome, deceased,
        session::{self, Session},
    },
    store::{Read, Table},
};

/// The mandates of the session's account whose giver has died, as the structure says: a mandate ends with
/// that (Code civil, art. 2003), and its helper may know why.
pub(crate) fn over(read: &impl Read, session: &Session) -> Outcome<OverAnswer> {
    session::live(read, session)?;
    let rows = read.scan(Table::Entrusted, session.account.as_ref(), None, usize::MAX)?;
    let mut mandates: Vec<MandateId> = Vec::new();
    for (key, _) in rows {
        let (owner, mandate) = named(&key)?;
        if deceased::counts(read, &owner)? {
            mandates.push(mandate);
        }
    }
    Ok(OverAnswer { mandates })
}
