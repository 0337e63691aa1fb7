//! Sealing and opening papers, against what ring alone takes for the same bytes: the cipher, and the
//! cipher with the SHA-256 that the manifest wants.

use super::Figures;
use anyhow::{Context, Result};
use crypto::{
    keys::ObjectKey,
    space::{BlobPlace, BlobRecord, Opener, Sealer},
};
use ring::{
    aead::{Aad, CHACHA20_POLY1305, LessSafeKey, Nonce, UnboundKey},
    digest::{Context as Digest, SHA256},
};
use tests::screen::Stopwatch;
use wire::{AccountId, BlobId, Realm, random::System};

const SIZE: usize = 16 << 20;
const CHUNK: usize = 64 << 10;
const ROUNDS: usize = 8;

pub(crate) fn measure(figures: &mut Figures) -> Result<()> {
    let random = &mut System::new();
    let content = vec![7; SIZE];
    let place = BlobPlace {
        realm: Realm::Prod,
        account: AccountId([1; 32]),
        blob: BlobId::random(random),
    };
    let key = ObjectKey::make(random);
    let [mut raw, mut hashed, mut sealed, mut opened, mut wiped] = [f64::MAX; 5];
    // Best of several, each in turn: what else the machine does falls on all of them.
    for _ in 0..ROUNDS {
        raw = raw.min(timed(|| ring_alone(&content, false))?);
        hashed = hashed.min(timed(|| ring_alone(&content, true))?);
        let watch = Stopwatch::start();
        let (pieces, record) = seal(&place, &key, &content)?;
        sealed = sealed.min(watch.seconds());
        let watch = Stopwatch::start();
        let paper = open(&place, &key, record, &pieces)?;
        opened = opened.min(watch.seconds());
        anyhow::ensure!(paper.len() == SIZE, "a paper came back short");
        // Wiping it belongs to its end, not to its opening.
        let watch = Stopwatch::start();
        drop(paper);
        wiped = wiped.min(watch.seconds());
    }
    figures.note("ring_mb_per_s", SIZE as f64 / 1e6 / raw);
    figures.note("seal_over_ring", raw / sealed);
    figures.note("open_over_ring", raw / opened);
    figures.note("seal_over_ring_with_sha256", hashed / sealed);
    figures.note("open_over_ring_with_sha256", hashed / opened);
    figures.note("wipe_mb_per_s", SIZE as f64 / 1e6 / wiped);
    Ok(())
}

fn timed(work: impl FnOnce() -> Result<()>) -> Result<f64> {
    let watch = Stopwatch::start();
    work()?;
    Ok(watch.seconds())
}

/// The cipher on chunks, in place; with the hash where the manifest's is compared.
fn ring_alone(content: &[u8], hash: bool) -> Result<()> {
    let key = UnboundKey::new(&CHACHA20_POLY1305, &[3; 32])
        .ok()
        .context("a key")?;
    let key = LessSafeKey::new(key);
    let mut digest = Digest::new(&SHA256);
    for (index, chunk) in content.chunks(CHUNK).enumerate() {
        let mut nonce = [0; 12];
        nonce[4..].copy_from_slice(&(index as u64).to_be_bytes());
        let mut sealed = Vec::with_capacity(CHUNK + 16);
        sealed.extend_from_slice(chunk);
        key.seal_in_place_append_tag(
            Nonce::assume_unique_for_key(nonce),
            Aad::empty(),
            &mut sealed,
        )
        .ok()
        .context("sealing")?;
        if hash {
            digest.update(&sealed);
        }
    }
    Ok(())
}

fn seal(place: &BlobPlace, key: &ObjectKey, content: &[u8]) -> Result<(Vec<Vec<u8>>, BlobRecord)> {
    let mut sealer = Sealer::new(place, key, content, content.len() as u64)?;
    let mut pieces = Vec::new();
    while let Some(piece) = sealer.next_piece()? {
        pieces.push(piece);
    }
    Ok((pieces, sealer.finish()?))
}

fn open(
    place: &BlobPlace,
    key: &ObjectKey,
    record: BlobRecord,
    pieces: &[Vec<u8>],
) -> Result<zeroize::Zeroizing<Vec<u8>>> {
    let mut opener = Opener::new(place, key, record)?;
    for piece in pieces {
        opener.push(piece)?;
    }
    Ok(opener.finish()?)
}
