//! Blobs: a header with a commitment, then 64 KiB chunks (STREAM, Hoang et al. 2015).
//!
//! Plaintext is eight bytes of true length, the content, zeros up to its Padmé length.

use super::pad::padme;
use crate::{Opening, Result, hazmat::aead::Key, keys::ObjectKey};
use ring::digest::{Context, SHA256};
use std::io::Read;
use wire::{
    AccountId, BlobId, Hash, Realm,
    blob::{BlobHeader, CHUNK, Purpose, TAG},
    limits,
    suite::SUITE,
};
use zeroize::Zeroizing;

const LENGTH: u64 = 8;

/// What a manifest says of a sealed blob.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BlobRecord {
    /// H of the whole blob.
    pub hash: Hash,
    /// Bytes of content.
    pub length: u64,
}

/// Where a blob belongs.
#[derive(Debug, Clone, Copy)]
pub struct BlobPlace {
    /// The realm.
    pub realm: Realm,
    /// The account.
    pub account: AccountId,
    /// The blob.
    pub blob: BlobId,
}

impl BlobPlace {
    fn header(&self, key: &ObjectKey) -> BlobHeader {
        BlobHeader {
            suite: SUITE,
            realm: self.realm,
            purpose: Purpose::Object,
            account: self.account,
            blob: self.blob,
            commitment: key.commitment(self.realm, &self.blob),
        }
    }
}

/// Bytes that content of `length` takes at the portal.
#[must_use]
pub fn stored_len(place: &BlobPlace, length: u64) -> u64 {
    let header = wire::encode(&BlobHeader {
        suite: SUITE,
        realm: place.realm,
        purpose: Purpose::Object,
        account: place.account,
        blob: place.blob,
        commitment: Hash([0; 32]),
    });
    let padded = padme(length + LENGTH);
    header.len() as u64 + padded + padded.div_ceil(CHUNK as u64) * TAG as u64
}

/// Seals content piece by piece: a buffer of one chunk, whatever the size.
pub struct Sealer<R> {
    content: R,
    key: Key,
    aad: Vec<u8>,
    front: Option<Vec<u8>>,
    digest: Context,
    length: u64,
    padded: u64,
    done: u64,
    counter: u64,
}

impl<R: Read> Sealer<R> {
    /// Begins a blob of exactly `length` bytes of `content`.
    ///
    /// # Errors
    /// [`Opening::TooLarge`] where a paper may not be that long.
    pub fn new(place: &BlobPlace, key: &ObjectKey, content: R, length: u64) -> Result<Self> {
        if length > limits::PAPER {
            return Err(Opening::TooLarge);
        }
        let header = place.header(key);
        Ok(Self {
            content,
            key: Key::new(&key.encryption(place.realm, &place.blob)),
            aad: header.aad(),
            front: Some(wire::encode(&header)),
            digest: Context::new(&SHA256),
            length,
            padded: padme(length + LENGTH),
            done: 0,
            counter: 0,
        })
    }

    /// The next piece of the blob, or none after the last.
    ///
    /// # Errors
    /// Where `content` fails, or is shorter or longer than promised.
    pub fn next_piece(&mut self) -> std::io::Result<Option<Vec<u8>>> {
        if let Some(front) = self.front.take() {
            self.digest.update(&front);
            return Ok(Some(front));
        }
        if self.done == self.padded {
            return Ok(None);
        }
        let size = (self.padded - self.done).min(CHUNK as u64);
        let last = self.done + size == self.padded;
        let mut chunk = Vec::with_capacity(CHUNK + TAG);
        if self.done == 0 {
            chunk.extend_from_slice(&self.length.to_be_bytes());
        }
        let read_before = self.done.saturating_sub(LENGTH).min(self.length);
        let room = size - chunk.len() as u64;
        let want = room.min(self.length - read_before);
        let got = self.content.by_ref().take(want).read_to_end(&mut chunk)?;
        if got as u64 != want || (last && self.content.read(&mut [0])? != 0) {
            return Err(std::io::ErrorKind::UnexpectedEof.into());
        }
        chunk.resize(usize::try_from(size).unwrap_or(CHUNK), 0);
        self.key
            .seal_chunk(self.counter, last, &self.aad, &mut chunk)
            .map_err(std::io::Error::other)?;
        self.counter += 1;
        self.done += size;
        self.digest.update(&chunk);
        Ok(Some(chunk))
    }

    /// What the manifest will say, once every piece was taken.
    ///
    /// # Errors
    /// [`Opening::Damaged`] before that.
    pub fn finish(self) -> Result<BlobRecord> {
        if self.front.is_some() || self.done != self.padded {
            return Err(Opening::Damaged);
        }
        Ok(BlobRecord {
            hash: finished(self.digest),
            length: self.length,
        })
    }
}

/// Opens a blob as it arrives. Nothing comes out before the last chunk and the whole hash fit.
///
/// Chunks are opened where they arrive, in the one buffer that becomes the content.
pub struct Opener {
    key: Key,
    header: BlobHeader,
    aad: Vec<u8>,
    expected: BlobRecord,
    started: bool,
    digest: Context,
    /// Content that was opened, then bytes that were not yet.
    content: Zeroizing<Vec<u8>>,
    /// How much of `content` was opened.
    opened: usize,
    counter: u64,
    padded: u64,
}

impl Opener {
    /// Begins to open the blob that the manifest describes.
    ///
    /// # Errors
    /// [`Opening::TooLarge`] where it promises more than a paper may have.
    pub fn new(place: &BlobPlace, key: &ObjectKey, expected: BlobRecord) -> Result<Self> {
        if expected.length > limits::PAPER {
            return Err(Opening::TooLarge);
        }
        let room = usize::try_from(padme(expected.length + LENGTH));
        let room = room.map_err(|_| Opening::TooLarge)?;
        let header = place.header(key);
        Ok(Self {
            key: Key::new(&key.encryption(place.realm, &place.blob)),
            aad: header.aad(),
            header,
            expected,
            started: false,
            digest: Context::new(&SHA256),
            // It never grows: what it held would be left behind, and not wiped.
            content: Zeroizing::new(Vec::with_capacity(room + BlobHeader::MAX + 2 * TAG)),
            opened: 0,
            counter: 0,
            padded: 0,
        })
    }

    /// Takes the next bytes, in pieces of any size.
    ///
    /// # Errors
    /// [`Opening::Refused`] as soon as something does not fit.
    pub fn push(&mut self, mut bytes: &[u8]) -> Result<()> {
        self.digest.update(bytes);
        while !bytes.is_empty() {
            let room = (CHUNK + TAG + 1).saturating_sub(self.pending()).max(1);
            let (now, later) = bytes.split_at(bytes.len().min(room));
            if now.len() > self.content.capacity() - self.content.len() {
                return Err(Opening::Refused);
            }
            self.content.extend_from_slice(now);
            bytes = later;
            if !self.started {
                self.start()?;
            }
            // A chunk is opened once a byte of the next is there: the last one waits for `finish`.
            if self.started && self.pending() > CHUNK + TAG {
                self.open_chunk(CHUNK + TAG, false)?;
            }
        }
        Ok(())
    }

    /// The content, now that the blob has ended.
    ///
    /// # Errors
    /// [`Opening::Refused`] where it was cut, prolonged, changed or exchanged.
    pub fn finish(mut self) -> Result<Zeroizing<Vec<u8>>> {
        if !self.started || self.pending() < TAG {
            return Err(Opening::Refused);
        }
        self.open_chunk(self.pending(), true)?;
        let whole = finished(self.digest) == self.expected.hash
            && self.content.len() as u64 == self.expected.length
            && self.padded == padme(self.expected.length + LENGTH);
        if whole {
            Ok(self.content)
        } else {
            Err(Opening::Refused)
        }
    }

    fn pending(&self) -> usize {
        self.content.len() - self.opened
    }

    /// Reads the header, once enough has arrived, and compares it with the one expected: a blob of
    /// another place or key goes no further.
    fn start(&mut self) -> Result<()> {
        let expected = wire::encode(&self.header);
        let Some(found) = self.content.get(..expected.len()) else {
            return Ok(());
        };
        if found != expected {
            return Err(Opening::Refused);
        }
        self.content.drain(..expected.len());
        self.started = true;
        Ok(())
    }

    /// Opens the chunk of `length` bytes that lies behind what was opened.
    fn open_chunk(&mut self, length: usize, last: bool) -> Result<()> {
        let (from, to) = (self.opened, self.opened + length);
        let chunk = self.content.get_mut(from..to).ok_or(Opening::Refused)?;
        let plain = self.key.open_chunk(self.counter, last, &self.aad, chunk)?;
        let front = if self.counter == 0 {
            let stated = plain.first_chunk::<8>().ok_or(Opening::Refused)?;
            if u64::from_be_bytes(*stated) != self.expected.length {
                return Err(Opening::Refused);
            }
            stated.len()
        } else {
            0
        };
        let rest = plain.get(front..).unwrap_or_default();
        let missing = self.expected.length - from as u64;
        let take = usize::try_from(missing).map_or(rest.len(), |m| m.min(rest.len()));
        if rest.iter().skip(take).any(|byte| *byte != 0) {
            return Err(Opening::Refused);
        }
        // What stays is content; length, zeros and tag go, and what came behind them moves up.
        self.content.drain(from + front + take..to);
        self.content.drain(from..from + front);
        self.opened = from + take;
        self.padded += (length - TAG) as u64;
        self.counter += 1;
        Ok(())
    }
}

fn finished(digest: Context) -> Hash {
    let mut out = [0; 32];
    out.copy_from_slice(digest.finish().as_ref());
    Hash(out)
}
