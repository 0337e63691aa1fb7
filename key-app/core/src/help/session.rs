//! A session on the person's own stick with somebody beside them: no mandate, no key given away, and a line in
//! the journal that says who was there, how they helped and for how long.

use super::Posture;
use crate::{
    space::Space,
    trouble::{Result, Trouble},
};
use crypto::mandate::Detail;
use wire::{
    Code, ObjectId, Random,
    mandate::{Chain, ChainHead, Deed, JournalEntry, Line, Under},
};

/// What is written down of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Beside {
    /// Who was there, in the person's words; an interpreter too.
    pub who: String,
    /// How they helped.
    pub posture: Posture,
    /// For how many seconds.
    pub seconds: u32,
    /// What was opened meanwhile.
    pub objects: Vec<ObjectId>,
}

/// Tries before giving up: each loses only to another stick of the same person.
const ROUNDS: usize = 4;

impl Space {
    /// Writes down a session, or the part of one in which somebody helped in one way.
    ///
    /// # Errors
    /// [`Trouble::Words`] where nobody is named.
    pub async fn write_session(&mut self, beside: &Beside, random: &mut dyn Random) -> Result<()> {
        self.known.live()?;
        let who = beside.who.trim();
        if who.is_empty() || who.chars().any(char::is_control) {
            return Err(Trouble::Words("say in one line who is there"));
        }
        let detail = Detail {
            objects: beside.objects.clone(),
            posture: Some(beside.posture),
            words: Some(who.to_owned()),
            seconds: Some(beside.seconds),
        };
        for _ in 0..ROUNDS {
            let (line, head) = self.own_line(&detail, random)?;
            let body = wire::encode(&Under { line });
            let sent = self
                .portal
                .send(reqwest::Method::POST, "v1/journal/own", body)
                .await;
            match sent {
                Ok(()) => {
                    self.known.chains.insert(Chain::Owner, head);
                    return Ok(());
                }
                // The chain stands elsewhere than this stick has seen: it is read, and believed first.
                Err(other) if other.code() == Some(Code::JournalConflict) => {
                    self.journal().await?;
                }
                Err(other) if other.code() == Some(Code::StaleGeneration) => {
                    self.refresh().await?;
                }
                Err(other) => return Err(other),
            }
        }
        Err(Trouble::Unreachable)
    }

    fn own_line(&self, detail: &Detail, random: &mut dyn Random) -> Result<(Line, ChainHead)> {
        let (log, keys) = (&self.known.log, &self.known.keys);
        let before = self.known.chains.get(&Chain::Owner);
        let before = before.copied().unwrap_or(ChainHead::NONE);
        let n = before.n + 1;
        let reader = keys.reader.public();
        let detail = detail.seal(log.realm, &log.account, &Chain::Owner, n, &reader, random)?;
        let entry = JournalEntry {
            realm: log.realm,
            account: log.account,
            chain: Chain::Owner,
            n,
            prev: before.hash,
            author: keys.author.public(),
            deed: Deed::Session,
            folder: None,
            manifest: 0,
            blobs: Vec::new(),
            detail: Line::detail_hash(&detail),
            time: self.known.time,
        };
        let entry = keys.author.sign(log.realm, &entry);
        let head = ChainHead {
            n,
            hash: entry.hash(),
        };
        Ok((Line { entry, detail }, head))
    }
}
