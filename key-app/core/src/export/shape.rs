//! Lists of an export, version 1. What stands in them never changes its meaning: another shape is another version.

use super::names;
use crate::{
    catalogue::kinds,
    sheets::Day,
    space::ObjectView,
    trouble::{Result, Trouble},
};
use crypto::space::Kind;
use jiff::{
    Timestamp,
    civil::{Date, Time},
};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use wire::{Hash, folder::Folder, limits};

/// The version of every list.
const VERSION: u32 = 1;
/// The kind that a note has in a list.
const NOTE: &str = "note";

/// Papers and notes.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Papers {
    version: u32,
    pub(super) made: Date,
    pub(super) papers: Vec<Paper>,
    pub(super) missing: Vec<Missing>,
}

/// A paper or a note.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Paper {
    /// Its file in the ZIP.
    pub file: String,
    /// The number of its folder.
    pub folder: u8,
    /// As the person named it.
    pub title: String,
    /// What it is, by its name in code: "note", or a kind of paper, or nothing in particular.
    pub kind: Option<String>,
    /// The number of its kind, which counts.
    pub kind_code: u16,
    /// Media type.
    pub media: String,
    /// When it was put in.
    pub created: Timestamp,
    /// When it was changed last.
    pub changed: Timestamp,
    /// Its last day, where it has one.
    pub expires: Option<Date>,
    /// Bytes.
    pub length: u64,
    /// SHA-256 of its file, in hex.
    pub sha256: String,
}

/// What the portal could not give any more.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Missing {
    pub(super) folder: u8,
    pub(super) title: String,
}

/// What a person follows.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Dates {
    version: u32,
    pub(super) dates: Vec<Dated>,
}

#[derive(Serialize, Deserialize)]
#[serde(tag = "what", rename_all = "snake_case", deny_unknown_fields)]
pub(super) enum Dated {
    Service {
        service: String,
        from: Option<Date>,
        done: Option<Date>,
        changed: Timestamp,
    },
    Own {
        id: String,
        title: String,
        day: Date,
        time: Option<Time>,
        done: bool,
        changed: Timestamp,
    },
    Paper {
        file: String,
        done: Option<Date>,
        changed: Timestamp,
    },
}

/// People and offices.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Contacts {
    version: u32,
    pub(super) contacts: Vec<Called>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Called {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) phone: Option<String>,
    pub(super) mail: Option<String>,
    pub(super) address: Option<String>,
    pub(super) note: Option<String>,
    pub(super) changed: Timestamp,
}

/// Ways into other sites, in clear.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Logins {
    version: u32,
    pub(super) logins: Vec<Entered>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Entered {
    pub(super) id: String,
    pub(super) site: String,
    pub(super) address: Option<String>,
    pub(super) name: Option<String>,
    pub(super) password: Option<String>,
    pub(super) note: Option<String>,
    pub(super) totp: Option<String>,
    pub(super) changed: Timestamp,
}

/// How the window looks and sounds.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Settings {
    version: u32,
    pub(super) settings: Vec<Chosen>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Chosen {
    pub(super) name: String,
    pub(super) value: String,
    pub(super) changed: Timestamp,
}

#[derive(Deserialize)]
struct Versioned {
    version: u32,
}

/// Reads a list of this version. Whether it is of a later one is asked first: the rest of that may be other.
///
/// # Errors
/// [`Trouble::Newer`], [`Trouble::NotAnExport`].
pub(super) fn read<T: DeserializeOwned>(bytes: &[u8]) -> Result<T> {
    let refused = |_| Trouble::NotAnExport("one of its lists cannot be read");
    let Versioned { version } = serde_json::from_slice(bytes).map_err(refused)?;
    if version > VERSION {
        return Err(Trouble::Newer);
    }
    if version != VERSION {
        return Err(Trouble::NotAnExport("one of its lists has no version"));
    }
    serde_json::from_slice(bytes).map_err(refused)
}

impl Papers {
    pub(super) fn new(made: Date) -> Self {
        Self {
            version: VERSION,
            made,
            papers: Vec::new(),
            missing: Vec::new(),
        }
    }
}

impl From<Vec<Dated>> for Dates {
    fn from(dates: Vec<Dated>) -> Self {
        let version = VERSION;
        Self { version, dates }
    }
}

impl From<Vec<Called>> for Contacts {
    fn from(contacts: Vec<Called>) -> Self {
        let version = VERSION;
        Self { version, contacts }
    }
}

impl From<Vec<Entered>> for Logins {
    fn from(logins: Vec<Entered>) -> Self {
        let version = VERSION;
        Self { version, logins }
    }
}

impl From<Vec<Chosen>> for Settings {
    fn from(settings: Vec<Chosen>) -> Self {
        let version = VERSION;
        Self { version, settings }
    }
}

impl Paper {
    pub(super) fn of(view: &ObjectView, file: String, content: &[u8]) -> Self {
        Self {
            file,
            folder: view.folder.code(),
            title: view.title.clone(),
            kind: kind_name(view.kind),
            kind_code: view.kind.0,
            media: view.media.clone(),
            created: moment(view.created),
            changed: moment(view.changed),
            expires: view.expires.and_then(|day| Day(day).date()),
            length: content.len() as u64,
            sha256: Hash::of(content).to_hex(),
        }
    }

    /// Whether it is a note.
    #[must_use]
    pub fn is_note(&self) -> bool {
        Kind(self.kind_code) == Kind::NOTE
    }

    /// Its folder.
    ///
    /// # Errors
    /// [`Trouble::NotAnExport`] where no folder has its number.
    pub(crate) fn place(&self) -> Result<Folder> {
        Folder::from_code(self.folder).ok_or(Trouble::NotAnExport("it names an unknown folder"))
    }

    /// Whether it can be put into a space at all.
    pub(super) fn check(&self) -> Result<()> {
        self.place()?;
        let kind = Kind(self.kind_code);
        let is_whole = (kind == Kind::NOTE || (kind.is_paper() && self.length > 0))
            && self.length <= limits::PAPER
            && names::is_of_a_folder(&self.file)
            && Hash::from_hex(&self.sha256).is_some();
        if is_whole {
            Ok(())
        } else {
            Err(Trouble::NotAnExport(
                "one of its papers is described wrongly",
            ))
        }
    }
}

fn kind_name(kind: Kind) -> Option<String> {
    if kind == Kind::NOTE {
        return Some(NOTE.to_owned());
    }
    let kinds = kinds::bundled().ok()?;
    kinds.of_code(kind.0).map(|kind| kind.id.clone())
}

/// Unix seconds as a moment.
pub(super) fn moment(seconds: u64) -> Timestamp {
    let seconds = i64::try_from(seconds).unwrap_or(i64::MAX);
    Timestamp::from_second(seconds).unwrap_or(Timestamp::MAX)
}

/// A moment as Unix seconds; what lies before 1970 is 1970.
pub(crate) fn seconds(moment: Timestamp) -> u64 {
    u64::try_from(moment.as_second()).unwrap_or(0)
}
