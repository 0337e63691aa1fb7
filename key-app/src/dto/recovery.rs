//! Recovery on the page: names, days, pictures by their numbers, and how far it is. Never a key, never a share.

use super::{
    Problem,
    help::{byname, role},
};
use key_core::recovery::{Arranged, Asked, Ending, Face, Held, Kept, Progress, Standing};
use key_core::sheets::{Byname, Sheet};
use serde::Serialize;
use wire::{AccountId, CeremonyId};

/// How the owner's recovery is arranged.
#[derive(Serialize)]
pub(crate) struct ArrangedView {
    label: String,
    since: Option<u64>,
    holders: Vec<KeptView>,
    asked: Option<AskedView>,
}

#[derive(Serialize)]
struct KeptView {
    name: String,
    role: &'static str,
}

/// Somebody asks to open the owner's space again.
#[derive(Serialize)]
struct AskedView {
    ceremony: String,
    since: u64,
}

/// Somebody whose share the owner of the open space keeps.
#[derive(Serialize)]
pub(crate) struct HeldView {
    account: String,
    label: String,
    /// What the holder calls them.
    byname: Option<String>,
    /// How far the request is that waits for this holder; none where nobody asks.
    state: Option<&'static str>,
    approved: bool,
}

/// How a request stands, on the screen of whoever asks.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct StandingView {
    number: String,
    #[serde(flatten)]
    progress: ProgressView,
    one_structure: bool,
    faces: Vec<FaceView>,
}

#[derive(Serialize)]
struct ProgressView {
    state: &'static str,
    /// Until when it waits, Unix seconds.
    until: Option<u64>,
    ending: Option<&'static str>,
}

#[derive(Serialize)]
struct FaceView {
    kind: &'static str,
    pictures: Option<Vec<u8>>,
}

impl From<Arranged> for ArrangedView {
    fn from(arranged: Arranged) -> Self {
        Self {
            label: arranged.label,
            since: arranged.since,
            holders: arranged.holders.into_iter().map(KeptView::from).collect(),
            asked: arranged.asked.map(AskedView::from),
        }
    }
}

impl From<Kept> for KeptView {
    fn from(kept: Kept) -> Self {
        Self {
            name: kept.name,
            role: role(kept.role),
        }
    }
}

impl From<Asked> for AskedView {
    fn from(asked: Asked) -> Self {
        Self {
            ceremony: asked.ceremony.to_hex(),
            since: asked.since,
        }
    }
}

impl HeldView {
    pub(crate) fn of(held: &Held, names: &Sheet<Byname>) -> Self {
        Self {
            account: held.account().to_hex(),
            label: held.label().to_owned(),
            byname: byname(names, &held.account()),
            state: held.waiting().map(|of| ProgressView::from(of).state),
            approved: held.has_approved(),
        }
    }
}

impl From<Standing> for StandingView {
    fn from(standing: Standing) -> Self {
        Self {
            number: standing.number,
            progress: standing.progress.into(),
            one_structure: standing.one_structure,
            faces: standing.faces.into_iter().map(FaceView::from).collect(),
        }
    }
}

impl From<Progress> for ProgressView {
    fn from(progress: Progress) -> Self {
        let (state, until, ending) = match progress {
            Progress::Seeking => ("seeking", None, None),
            Progress::Meeting => ("meeting", None, None),
            Progress::Waiting(until) => ("waiting", Some(until), None),
            Progress::Ready => ("ready", None, None),
            Progress::Done => ("done", None, None),
            Progress::Ended(ending) => ("ended", None, Some(why(ending))),
        };
        Self {
            state,
            until,
            ending,
        }
    }
}

impl From<Face> for FaceView {
    fn from(face: Face) -> Self {
        let (kind, pictures) = match face {
            Face::Away => ("away", None),
            Face::Compare(pictures) => ("compare", Some(pictures.to_vec())),
            Face::Approved => ("approved", None),
            Face::Interrupted => ("interrupted", None),
        };
        Self { kind, pictures }
    }
}

/// A request by its hexadecimal name.
pub(crate) fn ceremony(id: &str) -> Result<CeremonyId, Problem> {
    CeremonyId::from_hex(id).ok_or_else(Problem::gone)
}

/// Somebody's account by its hexadecimal name.
pub(crate) fn account(id: &str) -> Result<AccountId, Problem> {
    AccountId::from_hex(id).ok_or_else(Problem::gone)
}

fn why(ending: Ending) -> &'static str {
    match ending {
        Ending::Stopped => "stopped",
        Ending::Refused => "refused",
        Ending::Vetoed => "vetoed",
        Ending::Expired => "expired",
        Ending::Overtaken => "overtaken",
    }
}
