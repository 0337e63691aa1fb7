//! The owner's own letters: who each mandate is for, and whom folders are sealed to in later epochs.

use crate::{
    space::Space,
    trouble::{Result, Trouble},
};
use crypto::mandate::Words;
use minicbor::bytes::ByteVec;
use wire::{
    Hash, MandateId,
    folder::Folder,
    mandate::{Letter, LettersAnswer},
    seal::KemPublic,
};

impl Space {
    /// Reads the letters of mandates that are not known yet. Each must be the one its grant names.
    pub(crate) async fn read_words(&mut self) -> Result<()> {
        let given = &self.known.given;
        if given.keys().all(|mandate| self.words.contains_key(mandate)) {
            return Ok(());
        }
        let answer: LettersAnswer = self.portal.ask("v1/letters").await?;
        for bytes in &answer.letters {
            let (mandate, words) = self.open_letter(bytes)?;
            self.words.insert(mandate, words);
        }
        Ok(())
    }

    fn open_letter(&self, bytes: &ByteVec) -> Result<(MandateId, Words)> {
        let log = &self.known.log;
        let letter: Letter =
            wire::decode_canonical(bytes, Letter::MAX).map_err(|_| Trouble::Unverified)?;
        let grant = self.known.given.get(&letter.mandate);
        let grant = grant.ok_or(Trouble::Unverified)?;
        let reader = self.known.reader(&letter.recipient);
        let reader = reader.ok_or(Trouble::Unverified)?;
        let words = Words::open(log.realm, &log.account, &letter, reader)?;
        let named = grant.letters.first() == Some(&Hash::of(bytes))
            && grant.text == Hash::of(words.text.as_bytes())
            && grant.author == words.author.fingerprint()
            && grant.reader == words.reader.fingerprint();
        if named {
            Ok((letter.mandate, words))
        } else {
            Err(Trouble::Unverified)
        }
    }

    /// Whom a folder's next key is sealed to beside the owner, in the order of the log's rule.
    pub(crate) fn readers(&self, folder: Folder, time: u64) -> Result<Vec<(MandateId, KemPublic)>> {
        let named = self.known.log.recipients(folder, time);
        let mandates = named.into_iter().filter_map(|(why, _)| match why {
            wire::manifest::BoxFor::Owner => None,
            wire::manifest::BoxFor::Mandate(mandate) => Some(mandate),
        });
        mandates
            .map(|mandate| {
                let words = self.words.get(&mandate).ok_or(Trouble::Unverified)?;
                Ok((mandate, words.reader))
            })
            .collect()
    }
}
