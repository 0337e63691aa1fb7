//! Helpers, mandates and the journal on the page: words, numbers and days. Never a key.

use super::{Problem, folder};
use key_core::help::{
    Deed, Done, Dropped, Entrusted, Helper, Length, Mandate, MandateId, Posture, Rights, Role,
};
use key_core::recovery::Holder;
use key_core::sheets::{Byname, Sheet, person_key};
use serde::{Deserialize, Serialize};
use wire::{AccountId, elsewhere::StructureNumber, helper::HelperNumber};

/// Who may help, and the portal's time at which that was so.
#[derive(Serialize)]
pub(crate) struct HelpersView {
    /// Unix seconds.
    pub(crate) now: u64,
    pub(crate) helpers: Vec<HelperView>,
}

/// One of them, found by a number, at the portal's time.
#[derive(Serialize)]
pub(crate) struct FoundView {
    /// Unix seconds.
    pub(crate) now: u64,
    pub(crate) helper: HelperView,
}

/// Somebody who may help.
#[derive(Serialize)]
pub(crate) struct HelperView {
    number: String,
    account: String,
    name: String,
    role: &'static str,
    until: u64,
    /// The number of their structure, where it is another one.
    structure: Option<String>,
}

/// The person as a helper.
#[derive(Serialize)]
pub(crate) struct OwnView {
    pub(crate) now: u64,
    pub(crate) number: String,
    /// None where no officer has certified them.
    pub(crate) certificate: Option<HelperView>,
}

/// What is agreed with one or a few helpers.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Agreed {
    /// Number and text of each.
    pub(crate) helpers: Vec<(String, String)>,
    folders: Vec<u8>,
    rights: String,
    days: u64,
    person: String,
    structure: String,
    place: String,
    /// The portal's time that the texts say, Unix seconds.
    pub(crate) from: u64,
    /// The mandate that ends as this one begins.
    pub(crate) instead: Option<String>,
}

/// A mandate that the person gave.
#[derive(Serialize)]
pub(crate) struct MandateView {
    id: String,
    grantee: String,
    helper: String,
    role: &'static str,
    structure: String,
    person: String,
    folders: Vec<u8>,
    rights: &'static str,
    from: u64,
    until: u64,
    text: String,
    /// Whether it is the access of whoever is in charge of a measure, and no mandate.
    access: bool,
    code: String,
    live: bool,
}

/// One thing that was done.
#[derive(Serialize)]
pub(crate) struct DoneView {
    mandate: Option<String>,
    helper: Option<String>,
    deed: &'static str,
    folder: Option<u8>,
    words: Option<String>,
    posture: Option<&'static str>,
    /// How long it took, where that is known.
    seconds: Option<u32>,
    at: u64,
}

/// A paper that a helper put in, and that waits for the person.
#[derive(Serialize)]
pub(crate) struct DroppedView {
    id: String,
    folder: u8,
    title: String,
    media: String,
    length: u64,
    helper: String,
    /// The paper that it is meant to take the place of.
    before: Option<String>,
    at: u64,
}

impl DroppedView {
    pub(crate) fn of(dropped: &Dropped, before: Option<String>) -> Self {
        Self {
            id: dropped.id.to_hex(),
            folder: dropped.folder.code(),
            title: dropped.title.clone(),
            media: dropped.media.clone(),
            length: dropped.length,
            helper: dropped.helper.clone(),
            before,
            at: dropped.at,
        }
    }
}

/// A mandate that somebody gave to the owner of this space.
#[derive(Serialize)]
pub(crate) struct EntrustedView {
    id: String,
    account: String,
    /// What the helper calls them.
    byname: Option<String>,
    person: String,
    folders: Vec<u8>,
    rights: &'static str,
    until: u64,
    over: bool,
    /// Whether the structure says that the person has died.
    died: bool,
    /// Whether it is the access of whoever is in charge of a measure.
    access: bool,
}

impl Agreed {
    pub(crate) fn terms(&self) -> Result<key_core::help::Terms, Problem> {
        let rights = match self.rights.as_str() {
            "see" => Rights::See,
            "drop" => Rights::Drop,
            "act" => Rights::Act,
            _ => return Err(Problem::gone()),
        };
        let lengths = [Length::Day, Length::Month, Length::Half, Length::Year];
        let length = lengths
            .into_iter()
            .find(|length| length.days() == self.days);
        Ok(key_core::help::Terms {
            folders: self
                .folders
                .iter()
                .map(|code| folder(*code))
                .collect::<Result<_, _>>()?,
            rights,
            length: length.ok_or_else(Problem::gone)?,
            person: self.person.clone(),
            structure: self.structure.clone(),
            place: self.place.clone(),
        })
    }
}

impl EntrustedView {
    pub(crate) fn of(mandate: &Entrusted, names: &Sheet<Byname>, died: bool, now: u64) -> Self {
        Self {
            id: mandate.id.to_hex(),
            account: mandate.account.to_hex(),
            byname: byname(names, &mandate.account),
            person: mandate.person.clone(),
            folders: codes(&mandate.folders),
            rights: rights(mandate.rights),
            until: mandate.until,
            over: died || mandate.until <= now,
            died,
            access: is_access(&mandate.text),
        }
    }
}

impl HelperView {
    /// Somebody of another structure, by the two numbers that were typed.
    pub(crate) fn elsewhere(holder: &Holder, number: &str, structure: &str) -> Self {
        Self {
            number: HelperNumber::parse(number).map_or_else(String::new, |n| n.to_string()),
            account: holder.account().to_hex(),
            name: holder.name.clone(),
            role: role(holder.role),
            until: holder.until,
            structure: StructureNumber::parse(structure).map(|number| number.to_string()),
        }
    }
}

impl From<&Helper> for HelperView {
    fn from(helper: &Helper) -> Self {
        Self {
            number: helper.number().to_string(),
            account: helper.account.to_hex(),
            name: helper.name.clone(),
            role: role(helper.role),
            until: helper.not_after,
            structure: None,
        }
    }
}

impl From<Mandate> for MandateView {
    fn from(mandate: Mandate) -> Self {
        Self {
            id: mandate.id.to_hex(),
            grantee: mandate.grantee.to_hex(),
            helper: mandate.helper,
            role: role(mandate.role),
            structure: mandate.structure,
            person: mandate.person,
            folders: codes(&mandate.folders),
            rights: rights(mandate.rights),
            from: mandate.from,
            until: mandate.until,
            access: is_access(&mandate.text),
            text: mandate.text,
            code: mandate.code.to_string(),
            live: mandate.live,
        }
    }
}

impl From<Done> for DoneView {
    fn from(done: Done) -> Self {
        Self {
            mandate: done.mandate.map(|id| id.to_hex()),
            helper: done.helper,
            deed: match done.deed {
                Deed::List => "list",
                Deed::Read => "read",
                Deed::Drop => "drop",
                Deed::Session => "session",
            },
            folder: done.folder.map(|folder| folder.code()),
            words: done.words,
            posture: done.posture.map(posture_name),
            seconds: done.seconds,
            at: done.at,
        }
    }
}

/// A mandate by its hexadecimal name.
pub(crate) fn mandate(id: &str) -> Result<MandateId, Problem> {
    MandateId::from_hex(id).ok_or_else(Problem::gone)
}

/// How somebody helps, as the page says it.
pub(crate) fn posture_name(posture: Posture) -> &'static str {
    match posture {
        Posture::Teach => "teach",
        Posture::Accompany => "accompany",
        Posture::Do => "do",
    }
}

/// How somebody helps.
pub(crate) fn posture(name: &str) -> Result<Posture, Problem> {
    match name {
        "teach" => Ok(Posture::Teach),
        "accompany" => Ok(Posture::Accompany),
        "do" => Ok(Posture::Do),
        _ => Err(Problem::gone()),
    }
}

/// How the text of an access begins. What is signed says which of the two it is: nothing else is kept of it.
const ACCESS: &str = "ACCÈS DE LA PERSONNE CHARGÉE DE LA MESURE\n";

/// Whether a text is the access of whoever is in charge of a measure, and no mandate.
pub(crate) fn is_access(text: &str) -> bool {
    text.starts_with(ACCESS)
}

/// What the owner of the space calls somebody.
pub(super) fn byname(names: &Sheet<Byname>, of: &AccountId) -> Option<String> {
    names.get(&person_key(of)).map(|byname| byname.0.clone())
}

fn codes(folders: &[wire::folder::Folder]) -> Vec<u8> {
    folders.iter().map(|folder| folder.code()).collect()
}

fn rights(rights: Rights) -> &'static str {
    match rights {
        Rights::See => "see",
        Rights::Drop => "drop",
        Rights::Act => "act",
    }
}

pub(super) fn role(role: Role) -> &'static str {
    match role {
        Role::SocialWorker => "socialWorker",
        Role::Mediator => "mediator",
        Role::Volunteer => "volunteer",
        Role::Relative => "relative",
        Role::Curator => "curator",
        Role::Officer => "officer",
    }
}
