//! The keys of an account from its first to today's, for whoever gets no more of its log than that.

use super::{entry::Entry, op::Op, rules::LogError, state::AccountKeys};
use crate::{AccountId, Realm, SigPublic};

/// A verified line of keys: each generation is signed by the one before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyLine {
    realm: Realm,
    account: AccountId,
    /// Today's.
    keys: AccountKeys,
    /// From which entry on each root counts.
    roots: Vec<(u64, SigPublic)>,
}

impl KeyLine {
    /// Walks genesis and every rekey of a log. What lies between them is not needed, and not seen.
    ///
    /// # Errors
    /// [`LogError`] where an entry is not signed by the generation before, or none begins the line.
    pub fn walk(realm: Realm, entries: &[Entry]) -> Result<Self, LogError> {
        let (first, rest) = entries.split_first().ok_or(LogError::Sequence)?;
        let begun = super::LogState::begin(realm, first)?;
        let mut line = Self {
            realm,
            account: begun.account,
            keys: begun.keys.clone(),
            roots: vec![(1, begun.keys.root)],
        };
        let mut last = 1;
        for entry in rest {
            let view = entry.view()?;
            let Op::Rekey(rekey) = view.op else {
                return Err(LogError::Rule);
            };
            if view.header.account != line.account || view.header.seq <= last {
                return Err(LogError::Sequence);
            }
            if !entry.signed_by(realm, &[line.keys.root, rekey.root]) {
                return Err(LogError::Signer);
            }
            if rekey.generation != line.keys.generation + 1 {
                return Err(LogError::Rule);
            }
            last = view.header.seq;
            line.roots.push((last, rekey.root));
            line.keys = AccountKeys {
                generation: rekey.generation,
                root: rekey.root,
                author: rekey.author,
                reader: rekey.reader,
            };
        }
        Ok(line)
    }

    /// Whose keys they are.
    #[must_use]
    pub fn account(&self) -> AccountId {
        self.account
    }

    /// Today's keys.
    #[must_use]
    pub fn keys(&self) -> &AccountKeys {
        &self.keys
    }

    /// What an entry of this log does, if the root of its time signed it.
    ///
    /// # Errors
    /// [`LogError`] where it is another account's, or signed by nobody who could.
    pub fn believed(&self, entry: &Entry) -> Result<Op, LogError> {
        let view = entry.view()?;
        if view.header.account != self.account {
            return Err(LogError::Sequence);
        }
        let at = view.header.seq;
        let root = self.roots.iter().rev().find(|(from, _)| *from < at);
        match root {
            Some((_, root)) if entry.signed_by(self.realm, &[*root]) => Ok(view.op),
            _ => Err(LogError::Signer),
        }
    }
}
