//! What was done in the space and by whom, verified link by link. What stick or anchor saw once must be
//! in it.

use crate::{
    space::Space,
    trouble::{Result, Trouble},
};
use crypto::mandate::Detail;
use std::collections::BTreeMap;
use wire::{
    MandateId, ObjectId,
    folder::Folder,
    mandate::{Chain, ChainHead, JournalAnswer, JournalEntry, JournalRequest, Line, Received},
};

pub use crypto::mandate::Posture;
pub use wire::mandate::Deed;

/// One thing that was done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Done {
    /// Under which mandate; none for what was done on the person's own stick.
    pub mandate: Option<MandateId>,
    /// The helper's name, where it was under a mandate.
    pub helper: Option<String>,
    /// What.
    pub deed: Deed,
    /// In which folder.
    pub folder: Option<Folder>,
    /// What it was done with.
    pub objects: Vec<ObjectId>,
    /// How somebody helped.
    pub posture: Option<Posture>,
    /// The name of what it was done with, or of who was there.
    pub words: Option<String>,
    /// How many seconds it took.
    pub seconds: Option<u32>,
    /// When, by the portal's clock.
    pub at: u64,
}

/// Answers that a journal may come in.
const ANSWERS: usize = 512;

impl Space {
    /// Everything that was done, the newest first.
    ///
    /// # Errors
    /// [`Trouble::RolledBack`] where something that was there is missing or other; [`Trouble::Unverified`]
    /// where an entry does not verify.
    pub async fn journal(&mut self) -> Result<Vec<Done>> {
        self.refresh().await?;
        self.read_words().await?;
        let mut heads: BTreeMap<Chain, ChainHead> = BTreeMap::new();
        let mut done = Vec::new();
        let mut complete = false;
        for _ in 0..ANSWERS {
            let known = heads.iter().map(|(chain, head)| (*chain, head.n));
            let request = JournalRequest {
                known: known.collect(),
            };
            let answer: JournalAnswer = self.portal.post("v1/journal", &request).await?;
            let brought = !answer.lines.is_empty();
            for received in &answer.lines {
                done.push(self.believed_line(received, &mut heads)?);
            }
            complete = !answer.more;
            if complete || !brought {
                break;
            }
        }
        if !complete {
            return Err(Trouble::Unverified);
        }
        // A chain that was seen and is not shown at all, or not as far.
        let seen_on = |(chain, seen): (&Chain, &ChainHead)| {
            heads.get(chain).is_some_and(|head| head.n >= seen.n)
        };
        if !self.known.chains.iter().all(seen_on) {
            return Err(Trouble::RolledBack);
        }
        self.known.chains = heads;
        done.reverse();
        done.sort_by_key(|done| core::cmp::Reverse(done.at));
        Ok(done)
    }

    /// An entry that follows the one before in its chain, by whoever may write that chain.
    fn believed_line(
        &self,
        received: &Received,
        heads: &mut BTreeMap<Chain, ChainHead>,
    ) -> Result<Done> {
        let line = &received.line;
        let claimed = line.entry.claimed().map_err(|_| Trouble::Unverified)?;
        let log = &self.known.log;
        let author = self.writes(&claimed)?;
        let entry = line
            .entry
            .verify(log.realm, &author)
            .map_err(|_| Trouble::Unverified)?;
        let before = heads.get(&entry.chain).copied().unwrap_or(ChainHead::NONE);
        let follows = entry.n == before.n + 1 && entry.prev == before.hash;
        let here = entry.account == log.account
            && entry.realm == log.realm
            && entry.detail == Line::detail_hash(&line.detail);
        if !follows || !here {
            return Err(Trouble::Unverified);
        }
        let hash = line.entry.hash();
        let seen = self.known.chains.get(&entry.chain);
        if seen.is_some_and(|seen| seen.n == entry.n && seen.hash != hash) {
            return Err(Trouble::RolledBack);
        }
        heads.insert(entry.chain, ChainHead { n: entry.n, hash });
        Ok(self.done(&entry, line, received.at))
    }

    /// The key that may write the chain of an entry.
    fn writes(&self, entry: &JournalEntry) -> Result<wire::SigPublic> {
        let Chain::Mandate(mandate) = entry.chain else {
            // The owner's chain goes on over generations: the roots of the log say which keys those were.
            return self
                .known
                .authors
                .contains(&entry.author)
                .then_some(entry.author)
                .ok_or(Trouble::Unverified);
        };
        let grant = self.known.given.get(&mandate).ok_or(Trouble::Unverified)?;
        let named = entry.author.fingerprint() == grant.author;
        let within = entry.folder.is_none_or(|f| grant.folders.contains(&f));
        if named && within {
            Ok(entry.author)
        } else {
            Err(Trouble::Unverified)
        }
    }

    /// A detail that does not open says nothing; the entry itself stands.
    fn done(&self, entry: &JournalEntry, line: &Line, at: u64) -> Done {
        let log = &self.known.log;
        let open = |reader| {
            Detail::open(
                log.realm,
                &log.account,
                &entry.chain,
                entry.n,
                &line.detail,
                reader,
            )
        };
        let private = self.known.folders.get(&Folder::Private);
        let past = private.into_iter().flat_map(|view| &view.body.past_readers);
        let mut readers = core::iter::once(&self.known.keys.reader).chain(past.map(|p| &p.key));
        let detail: Detail = readers
            .find_map(|reader| open(reader).ok())
            .unwrap_or_default();
        let mandate = match entry.chain {
            Chain::Owner => None,
            Chain::Mandate(mandate) => Some(mandate),
        };
        let words = mandate.and_then(|mandate| self.words.get(&mandate));
        Done {
            mandate,
            helper: words.map(|words| words.helper.clone()),
            deed: entry.deed,
            folder: entry.folder,
            objects: detail.objects,
            posture: detail.posture,
            words: detail.words,
            seconds: detail.seconds,
            at,
        }
    }
}
