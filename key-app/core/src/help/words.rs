//! The owner's own letters: who each mandate is for, and whom folders are sealed to in later epochs.

use crate::{
    space::Space,
    trouble::{Result, Trouble},
};
use crypto::{keys::KemKey, mandate::Words};
use minicbor::bytes::ByteVec;
use std::collections::BTreeMap;
use wire::{
    Hash, MandateId,
    folder::Folder,
    log::{Grant, LogState},
    mandate::{Letter, LettersAnswer},
    manifest::BoxFor,
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
        let known = &self.known;
        for bytes in &answer.letters {
            let reader = |fingerprint: &Hash| known.reader(fingerprint);
            let (mandate, words) = open_letter(&known.log, &known.given, reader, bytes)?;
            self.words.insert(mandate, words);
        }
        Ok(())
    }

    /// Whom a folder's next key is sealed to beside the owner, in the order of the log's rule.
    pub(crate) fn readers(&self, folder: Folder, time: u64) -> Result<Vec<(MandateId, KemPublic)>> {
        readers(&self.known.log, &self.words, folder, time)
    }
}

/// A letter of the owner's, if it is the one that its grant names.
pub(crate) fn open_letter<'k>(
    log: &LogState,
    given: &BTreeMap<MandateId, Grant>,
    reader: impl FnOnce(&Hash) -> Option<&'k KemKey>,
    bytes: &ByteVec,
) -> Result<(MandateId, Words)> {
    let letter: Letter =
        wire::decode_canonical(bytes, Letter::MAX).map_err(|_| Trouble::Unverified)?;
    let grant = given.get(&letter.mandate).ok_or(Trouble::Unverified)?;
    let reader = reader(&letter.recipient).ok_or(Trouble::Unverified)?;
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

/// Whom a folder's next key is sealed to beside the owner, by the words of the mandates that count.
pub(crate) fn readers(
    log: &LogState,
    words: &BTreeMap<MandateId, Words>,
    folder: Folder,
    time: u64,
) -> Result<Vec<(MandateId, KemPublic)>> {
    let named = log.recipients(folder, time);
    let mandates = named.into_iter().filter_map(|(why, _)| match why {
        BoxFor::Owner => None,
        BoxFor::Mandate(mandate) => Some(mandate),
    });
    mandates
        .map(|mandate| {
            let words = words.get(&mandate).ok_or(Trouble::Unverified)?;
            Ok((mandate, words.reader))
        })
        .collect()
}
