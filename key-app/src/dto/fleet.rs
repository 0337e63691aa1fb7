//! Sticks that are being prepared, on the page: numbers and how far each is. A volume is called as the system calls it.

use super::Problem;
use crate::fleet::{Is, Line, Lines, Work, lines};
use key_core::fleet::{BadFolder, Fault, Offer, Refusal, State, Step, Unusable};
use serde::Serialize;
use wire::Realm;

/// What a folder of vouchers is good for.
#[derive(Serialize)]
pub(crate) struct OfferView {
    first: u32,
    count: u32,
    left: usize,
    unusable: Vec<UnusableView>,
    /// Numbers of sticks that somebody has, as the notebook says.
    lent: Vec<u32>,
    /// Whether the stick in use has all programs, or a folder of them was chosen.
    programs: bool,
    /// Whether they become practice sticks.
    practice: bool,
}

/// A file that starts no stick.
#[derive(Serialize)]
struct UnusableView {
    name: String,
    why: &'static str,
}

/// A fleet.
#[derive(Serialize)]
pub(crate) struct FleetView {
    /// "writing", "done", "stopped", or "failed" where the system does not say what is plugged in.
    state: &'static str,
    /// Whether they become practice sticks.
    practice: bool,
    lines: Vec<LineView>,
    rows: Vec<RowView>,
}

/// One volume.
#[derive(Serialize)]
struct LineView {
    id: u64,
    name: String,
    number: Option<u32>,
    /// "again", "writing", "checking", "ready", or why it is not.
    state: &'static str,
    /// Bytes that are written, and that are to write.
    written: Option<(u64, u64)>,
    /// Things that lie on it: how many, and the first names.
    found: Option<(usize, Vec<String>)>,
    /// Whether what lies on it may go if somebody says so.
    erasable: bool,
}

/// One number.
#[derive(Serialize)]
struct RowView {
    number: u32,
    state: &'static str,
}

impl OfferView {
    pub(crate) fn of(offer: Offer, lent: Vec<u32>, programs: bool, realm: Realm) -> Self {
        let unusable = offer.unusable.into_iter();
        Self {
            first: offer.first,
            count: offer.count,
            left: offer.left,
            unusable: unusable
                .map(|(name, why)| UnusableView {
                    name,
                    why: unused(why),
                })
                .collect(),
            lent,
            programs,
            practice: realm == Realm::Practice,
        }
    }
}

impl FleetView {
    pub(crate) fn of(work: &Work) -> Self {
        let rows = work.fleet.rows();
        let done = rows.iter().all(|row| row.state == Some(State::Ready));
        let lines = lines(&work.lines);
        Self {
            state: match *lines {
                Lines { failed: true, .. } => "failed",
                Lines { over: false, .. } => "writing",
                _ if done => "done",
                _ => "stopped",
            },
            practice: work.fleet.plan().realm == Realm::Practice,
            lines: lines
                .seen
                .iter()
                .map(|line| LineView::of(&lines, line))
                .collect(),
            rows: rows
                .into_iter()
                .map(|row| RowView {
                    number: row.number,
                    state: match row.state {
                        None | Some(State::Taken) => "todo",
                        Some(State::Begun) => "begun",
                        Some(State::Ready) => "ready",
                        Some(State::GivenUp) => "givenUp",
                    },
                })
                .collect(),
        }
    }
}

impl LineView {
    fn of(lines: &Lines, line: &Line) -> Self {
        let (state, found) = match &line.is {
            Is::Refused(refusal) => refused(refusal),
            Is::At(Step::Numbered { again: true }) => ("again", None),
            Is::At(
                Step::Numbered { again: false } | Step::Writing { .. } | Step::Trying { .. },
            ) => ("writing", None),
            Is::At(Step::Written | Step::Reading { .. }) => ("checking", None),
            Is::At(Step::Verified) | Is::Ended(Ok(_)) => ("ready", None),
            Is::Ended(Err(Fault::Volume(refusal))) => refused(refusal),
            Is::Ended(Err(fault)) => (kind(fault), None),
        };
        Self {
            id: line.id,
            name: line.place.name(),
            number: line.number,
            state,
            written: match line.is {
                Is::At(Step::Writing { done, all } | Step::Trying { done, all }) => {
                    Some((done, all))
                }
                _ => None,
            },
            found,
            erasable: lines.erasable(line.id).is_some(),
        }
    }
}

impl From<&Fault> for Problem {
    fn from(fault: &Fault) -> Self {
        match fault {
            Fault::Stick(trouble) => trouble.clone().into(),
            fault => Self::of_fleet(kind(fault)),
        }
    }
}

impl From<Fault> for Problem {
    fn from(fault: Fault) -> Self {
        (&fault).into()
    }
}

fn kind(fault: &Fault) -> &'static str {
    match fault {
        Fault::Volume(refusal) => refused(refusal).0,
        Fault::NoVoucher(_) => "noVoucher",
        Fault::Numbers(_) => "fleetNumbers",
        Fault::Waits => "waits",
        Fault::Journal(_) => "fleetJournal",
        Fault::Folder(why) => folder(*why),
        Fault::Programs(_) => "fleetPrograms",
        Fault::Pulled(_) => "pulled",
        Fault::Stopped(_) => "stopped",
        Fault::Forgets(_) => "forgets",
        Fault::Stick(_) => "stick",
    }
}

fn folder(why: BadFolder) -> &'static str {
    match why {
        BadFolder::Locator => "folderLocator",
        BadFolder::RealLocator => "folderRealLocator",
        BadFolder::OtherVouchers => "folderOtherVouchers",
        BadFolder::RealVouchers => "folderRealVouchers",
        BadFolder::Mixed => "folderMixed",
    }
}

pub(super) fn refused(refusal: &Refusal) -> (&'static str, Option<(usize, Vec<String>)>) {
    match refusal {
        Refusal::System | Refusal::NotRemovable => ("notRemovable", None),
        Refusal::ReadOnly => ("readOnly", None),
        Refusal::TooSmall { .. } => ("tooSmall", None),
        Refusal::Foreign { count, first } => ("foreign", Some((*count, first.clone()))),
        Refusal::NotAFile(name) => ("link", Some((1, vec![name.clone()]))),
        Refusal::Somebody => ("somebody", None),
        Refusal::Damaged => ("damaged", None),
        Refusal::Remembered => ("remembered", None),
        Refusal::Practised => ("practised", None),
        Refusal::PreparedElsewhere => ("elsewhere", None),
    }
}

fn unused(why: Unusable) -> &'static str {
    match why {
        Unusable::Damaged => "damaged",
        Unusable::OtherStructure => "otherStructure",
        Unusable::OtherRealm => "otherRealm",
        Unusable::OtherKind => "otherKind",
        Unusable::Ended => "ended",
        Unusable::NotYet => "notYet",
        Unusable::Twice => "twice",
        Unusable::Used => "used",
    }
}
