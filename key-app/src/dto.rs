//! What may reach the page: words and numbers to show. Never a key, never a path.

mod dates;
mod fleet;
mod help;
mod needs;
mod notebook;
mod practice;
mod private;
mod problem;
mod recovery;
mod sticks;

pub(crate) use dates::Dates;
pub(crate) use fleet::{FleetView, OfferView};
pub(crate) use help::{
    Agreed, DoneView, DroppedView, EntrustedView, FoundView, HelperView, HelpersView, MandateView,
    OwnView, is_access, mandate, posture, posture_name,
};
pub(crate) use needs::{Kind, NeedView};
pub(crate) use notebook::{LoanView, lent};
pub(crate) use practice::PracticeView;
pub(crate) use private::{ContactView, LoginSecret, LoginView, TotpView};
pub(crate) use problem::Problem;
pub(crate) use recovery::{ArrangedView, HeldView, StandingView, account, ceremony};
pub(crate) use sticks::{PreparedView, StickView};

use dates::Asks;
use key_core::{
    Notice, ObjectView, Space, Trouble, catalogue,
    catalogue::{Picture, Theme},
    sheets::{Day, Loan},
};
use serde::{Deserialize, Serialize};
use wire::{ObjectId, folder::Folder};
use zeroize::Zeroizing;

/// A code as typed or pressed.
#[derive(Deserialize)]
#[serde(tag = "kind", rename_all = "camelCase")]
pub(crate) enum Code {
    Digits { digits: String },
    Pictures { pictures: Vec<u8> },
}

/// What shows that the person is there, before something that cannot be done without: the code of the stick, or
/// the PIN of the security key that opened the space; no PIN where the system asks for it by itself.
#[derive(Deserialize)]
#[serde(tag = "kind", rename_all = "camelCase")]
pub(crate) enum Proof {
    Pin {
        pin: Option<Zeroizing<String>>,
    },
    #[serde(untagged)]
    Code(Code),
}

/// The first screen.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Start {
    pub(crate) stick: &'static str,
    /// Whether the stick was prepared for a recovery, or one was begun on it.
    pub(crate) recovery: Option<&'static str>,
    pub(crate) practice: bool,
    pub(crate) languages: [&'static str; 9],
    pub(crate) language: String,
    /// Most bytes of one paper.
    pub(crate) largest: u64,
}

/// An open space.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Home {
    notices: Vec<NoticeView>,
    folders: Vec<FolderView>,
    used: u64,
    quota: u64,
    /// The last day on which a deletion that runs can be taken back, YYYY-MM-DD.
    deleting: Option<jiff::civil::Date>,
    /// Whether a security key opened it, and no stick.
    by_security_key: bool,
    /// Whether the notebook of loans was begun here: it is found whatever became of the certificate.
    notebook: bool,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct NoticeView {
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    count: Option<u32>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct FolderView {
    folder: u8,
    papers: usize,
}

/// A paper or note in a list.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Paper {
    id: String,
    folder: u8,
    title: String,
    note: bool,
    media: String,
    length: u64,
    created: u64,
    changed: u64,
    /// What kind of paper it is; 0 for none in particular.
    kind: u16,
    /// Its last day, YYYY-MM-DD, where it has one.
    expires: Option<jiff::civil::Date>,
    deleted: Option<u64>,
}

/// A paper that went in.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Added {
    #[serde(flatten)]
    pub(crate) paper: Paper,
    /// Whether it is a picture that may tell where it was taken.
    pub(crate) may_tell_place: bool,
}

/// A service of the catalogue. Its sentences are in French.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Service {
    id: String,
    theme: Theme,
    picture: Picture,
    name: String,
    what: String,
    who: String,
    when: String,
    /// What a person has to say before it can be followed; none where it cannot be.
    asks: Option<Asks>,
    /// Whether somebody has written down what it asks for.
    needs: bool,
    /// Where its site is, for the eye: what is opened, the core knows.
    site: Option<String>,
    phone: Option<String>,
    local: Option<String>,
    /// The day on which it was looked up; none where nobody has.
    checked: Option<String>,
    /// Where it was looked up.
    sources: Vec<String>,
}

impl Home {
    pub(crate) fn of(space: &Space, notices: &[Notice]) -> Self {
        let (used, quota) = space.usage();
        Self {
            notices: notices.iter().copied().map(NoticeView::from).collect(),
            folders: Folder::ALL
                .iter()
                .map(|f| FolderView {
                    folder: f.code(),
                    papers: space.list(*f).len(),
                })
                .collect(),
            used,
            quota,
            deleting: space
                .deletion()
                .and_then(|deletion| last_day(deletion.until)),
            by_security_key: space.is_by_security_key(),
            notebook: space.has_sheet::<Loan>(),
        }
    }
}

impl Code {
    /// The code that was typed or pressed.
    pub(crate) fn read(&self) -> Result<crypto::code::Code, Problem> {
        let read = match self {
            Self::Digits { digits } => crypto::code::Code::digits(digits),
            Self::Pictures { pictures } => crypto::code::Code::pictograms(pictures),
        };
        read.map_err(|_| Problem::from(Trouble::CodePolicy("it is too short")))
    }
}

/// The last whole day before a time in Unix seconds, where this computer is.
pub(crate) fn last_day(until: u64) -> Option<jiff::civil::Date> {
    let at = jiff::Timestamp::from_second(i64::try_from(until).ok()?).ok()?;
    let day = at.to_zoned(jiff::tz::TimeZone::system()).date();
    day.yesterday().ok()
}

impl From<Notice> for NoticeView {
    fn from(notice: Notice) -> Self {
        let (kind, count) = match notice {
            Notice::WrongCodes(count) => ("wrongCodes", Some(count)),
            Notice::RenewalAdvised => ("renewalAdvised", None),
            Notice::VisitAdvised => ("visitAdvised", None),
            Notice::WasIdle => ("wasIdle", None),
            Notice::SaidDead => ("saidDead", None),
            Notice::CopyMended => ("copyMended", None),
            Notice::ReadOnly => ("readOnly", None),
            Notice::NothingPinned => ("nothingPinned", None),
            Notice::RecoveryUnderWay => ("recoveryUnderWay", None),
            Notice::MemoryNotLocked => ("memoryNotLocked", None),
        };
        Self { kind, count }
    }
}

impl From<ObjectView> for Paper {
    fn from(view: ObjectView) -> Self {
        Self {
            id: view.id.to_hex(),
            folder: view.folder.code(),
            note: view.kind == crypto::space::Kind::NOTE,
            title: view.title,
            media: view.media,
            length: view.length,
            created: view.created,
            changed: view.changed,
            kind: view.kind.0,
            expires: view.expires.and_then(|day| Day(day).date()),
            deleted: view.deleted,
        }
    }
}

impl From<&catalogue::Service> for Service {
    fn from(service: &catalogue::Service) -> Self {
        let domain = |site: &url::Url| site.domain().map(str::to_owned);
        Self {
            id: service.id.clone(),
            theme: service.theme,
            picture: service.picture,
            name: service.name.clone(),
            what: service.what.clone(),
            who: service.who.clone(),
            when: service.when.text().to_owned(),
            asks: Asks::of(service),
            needs: catalogue::needs::bundled()
                .is_ok_and(|needs| needs.of_service(&service.id).is_some()),
            site: service.site.as_ref().and_then(domain),
            phone: service.phone.clone(),
            local: service.local.clone(),
            checked: service.checked.map(|day| day.to_string()),
            sources: service.sources.iter().filter_map(domain).collect(),
        }
    }
}

/// A folder by its code.
pub(crate) fn folder(code: u8) -> Result<Folder, Problem> {
    Folder::from_code(code).ok_or_else(Problem::gone)
}

/// An object by its hexadecimal name.
pub(crate) fn object(id: &str) -> Result<ObjectId, Problem> {
    ObjectId::from_hex(id).ok_or_else(Problem::gone)
}
