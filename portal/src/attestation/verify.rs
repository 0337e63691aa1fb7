//! Whether an attestation is true: from the file alone and from what its structure says to everybody. No network.

use wire::{Hash, Realm, attestation::Statement, structure::StructureError};

use super::{
    Name,
    badge::{Badge, CONTEXTS, TYPES, did, moment},
    inside, jws,
    make::code,
};

/// The longest file that is looked at, in bytes.
pub const FILE: usize = 1 << 20;

/// What a true attestation says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verified {
    /// The realm of the structure.
    pub realm: Realm,
    /// The structure's name, as its root certified it.
    pub structure: String,
    /// What the person learnt, in the words that were signed.
    pub learnt: String,
    /// The gestures, as other programs read them.
    pub gestures: Vec<String>,
    /// Unix seconds at which it was signed, as the structure says.
    pub time: u64,
    /// The code that stands on the paper.
    pub code: String,
    /// Whether it is bound to a name.
    pub is_named: bool,
}

/// Why an attestation is not believed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotBelieved {
    /// Neither a page with a badge inside, nor a badge.
    #[error("there is no badge in this file: it is another paper, or it was printed and scanned")]
    NoBadge,
    /// Changed since it was signed, or never signed.
    #[error("the signature does not fit: this file was changed, or it was never signed")]
    Signature,
    /// Signed, and not what an attestation is.
    #[error("this is signed, and is no attestation of what somebody learnt")]
    Shape,
    /// The structure's own list.
    #[error("the structure's list of keys is not believed: {0}")]
    Statement(StructureError),
    /// By a key that the structure does not name.
    #[error("this structure did not sign it, or its list of keys is an older one")]
    Stranger,
    /// By a key that did not count at that time.
    #[error("it was signed by a key of the structure that did not count at that time")]
    Time,
    /// It is of somebody else.
    #[error("it is of another person: the name does not fit")]
    Person,
    /// It is bound to no name.
    #[error("it is bound to no name: only the paper may bear one")]
    Nameless,
}

/// The badge in a file: a PDF with one inside, or a badge alone.
///
/// # Errors
/// [`NotBelieved::NoBadge`].
pub fn badge_of(file: &[u8]) -> Result<String, NotBelieved> {
    // Readers of PDF forgive up to a thousand bytes before the mark.
    let start = file.get(..file.len().min(1_024)).unwrap_or_default();
    let found = if file.len() > FILE {
        None
    } else if start.windows(5).any(|five| five == b"%PDF-") {
        inside::badge_of(file)
    } else {
        core::str::from_utf8(file).ok().map(str::to_owned)
    };
    let badge = found.ok_or(NotBelieved::NoBadge)?.trim().to_owned();
    let is_one = badge.len() <= jws::MAX && badge.split('.').count() == 3;
    is_one.then_some(badge).ok_or(NotBelieved::NoBadge)
}

/// Verifies a file. `name` is whose it should be, where somebody says so.
///
/// # Errors
/// [`NotBelieved`].
pub fn verify(
    file: &[u8],
    statement: &Statement,
    pinned: &Hash,
    name: Option<&str>,
) -> Result<Verified, NotBelieved> {
    let said = statement.verify(pinned).map_err(NotBelieved::Statement)?;
    let text = badge_of(file)?;
    let (key, payload) = jws::open(&text).ok_or(NotBelieved::Signature)?;
    let badge: Badge = serde_json::from_slice(&payload).map_err(|_| NotBelieved::Shape)?;
    let known = said.attesters.iter().find(|one| one.key == key);
    let attester = known.ok_or(NotBelieved::Stranger)?;
    if !attester.counts(badge.nbf) {
        return Err(NotBelieved::Time);
    }
    let subject = &badge.credential_subject;
    let holds = badge.context == CONTEXTS
        && badge.kind == TYPES
        && badge.iss == did(&key)
        && badge.iss == badge.issuer.id
        && badge.issuer.name == attester.name
        && badge.jti == badge.id
        && badge.sub == subject.id
        && badge.valid_from == moment(badge.nbf)
        && subject.identifier.len() <= 1;
    if !holds {
        return Err(NotBelieved::Shape);
    }
    if let Some(typed) = name {
        let bound = subject.identifier.first().ok_or(NotBelieved::Nameless)?;
        let name = Name::read(typed).ok().flatten();
        let fits = name.is_some_and(|name| name.hashed(&bound.salt) == bound.identity_hash);
        if !(fits && bound.hashed) {
            return Err(NotBelieved::Person);
        }
    }
    Ok(Verified {
        realm: said.realm,
        structure: attester.name.clone(),
        learnt: subject.achievement.criteria.narrative.clone(),
        gestures: subject.achievement.tag.clone(),
        time: badge.nbf,
        code: code(&text),
        is_named: !subject.identifier.is_empty(),
    })
}
