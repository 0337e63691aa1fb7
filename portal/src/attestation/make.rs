//! One attestation is made: signed, on paper, and not kept.

use wire::{Hash, Random, Realm};

use super::{
    Kept, Name,
    badge::{Badge, Said},
    jws, paper,
};
use crate::domain::desk::gestures::Gesture;

/// What somebody learnt.
#[derive(Debug)]
pub(crate) struct Learnt {
    /// The gestures, each once, in the order of their table; one at least.
    pub(crate) gestures: Vec<&'static Gesture>,
    /// Whose it is, where somebody typed it.
    pub(crate) name: Option<Name>,
    /// When it was shown, in words.
    pub(crate) day: String,
}

/// An attestation in both forms.
#[derive(Debug)]
pub(crate) struct Made {
    /// The badge: a compact JWS.
    pub(crate) badge: String,
    /// The page with the badge inside: a PDF.
    pub(crate) paper: Vec<u8>,
}

/// Makes one; none where a sentence of it cannot be written, which tests rule out.
pub(crate) fn make(
    learnt: &Learnt,
    kept: &Kept,
    (realm, origin): (Realm, &str),
    now: u64,
    random: &mut dyn Random,
) -> Option<Made> {
    let badge = Badge::new(
        Said {
            realm,
            gestures: &learnt.gestures,
            name: learnt.name.as_ref(),
            attester: &kept.attester,
            origin,
            now,
        },
        random,
    );
    let badge = jws::sign(&kept.key, &serde_json::to_vec(&badge).ok()?).ok()?;
    again(learnt, kept, realm, badge)
}

/// The same attestation once more: its badge, and its page anew.
pub(crate) fn again(learnt: &Learnt, kept: &Kept, realm: Realm, badge: String) -> Option<Made> {
    let paper = paper::page(learnt, &kept.attester.name, realm, &badge)?;
    Some(Made { badge, paper })
}

/// Four groups of four symbols that stand on the paper: the file inside has the same.
pub(super) fn code(badge: &str) -> String {
    let hash = Hash::of(badge.as_bytes()).to_hex().to_uppercase();
    let groups = hash.as_bytes().chunks(4).take(4);
    let groups: Vec<_> = groups.map(String::from_utf8_lossy).collect();
    groups.join("-")
}
