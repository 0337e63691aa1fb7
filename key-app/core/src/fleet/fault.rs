//! Why a fleet does not go on, whose fault it is, and what to do next.

use super::{named::BadFolder, pool::Unusable};
use crate::trouble::Trouble;

/// Why something of a fleet is not done. What was done stays done.
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    /// The volume is none to write on.
    #[error("This volume is not taken: {0}.")]
    Volume(#[from] Refusal),
    /// No voucher is left for a number.
    #[error("No voucher is left. Files that cannot be used: {}.", listed(.0))]
    NoVoucher(Vec<(String, Unusable)>),
    /// The numbers make no plan, or all of them are on sticks already.
    #[error("There is no number to write: {0}.")]
    Numbers(&'static str),
    /// Every number that is left was begun on a stick.
    #[error(
        "There is no number to write: those that are left wait for the stick that was pulled out."
    )]
    Waits,
    /// The journal of the vouchers cannot be kept, and nothing is written without it.
    #[error("The journal of the vouchers cannot be used: {0}.")]
    Journal(String),
    /// The folder of vouchers names a practice structure, and is not to be believed.
    #[error(
        "This folder of vouchers is not taken: {0}. Nothing is written. Ask whoever signs vouchers for another one."
    )]
    Folder(#[from] BadFolder),
    /// The program folder is not what its list says.
    #[error("The program folder is not whole: {0}. Take the folder of a release.")]
    Programs(String),
    /// The stick was pulled out.
    #[error("Stick {0} was pulled out too early. Plug the same one in again: it goes on.")]
    Pulled(u32),
    /// Whoever writes was asked to stop.
    #[error("Stick {0} was stopped in the middle. Plug the same one in again later: it goes on.")]
    Stopped(u32),
    /// What was written does not come back: the stick is smaller than it says, or broken.
    #[error(
        "This stick does not keep what is written on it. Do not use it. Number {0} goes on another one."
    )]
    Forgets(u32),
    /// The stick, or what is written on it, fails in another way.
    #[error(transparent)]
    Stick(#[from] Trouble),
}

/// Why a volume is not written on.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// This computer runs from it.
    #[error("this computer runs from it")]
    System,
    /// It stays when one pulls: a disk of the computer.
    #[error("it is not a removable stick")]
    NotRemovable,
    /// It cannot be written.
    #[error("it is write-protected")]
    ReadOnly,
    /// Bytes that are needed, and bytes that are free.
    #[error("it is too small: {needs} bytes are needed, {free} are free")]
    TooSmall {
        /// Bytes that are needed.
        needs: u64,
        /// Bytes that are free.
        free: u64,
    },
    /// Files that are neither on the list nor a stick's own: how many, and the first names.
    #[error("it holds {count} other files ({})", .first.join(", "))]
    Foreign {
        /// How many.
        count: usize,
        /// The first names.
        first: Vec<String>,
    },
    /// A link or a device lies on it, by this name: what is written there goes elsewhere. Or this is all that can be
    /// shown of a name that is no text: no file is found by it.
    #[error(
        "it holds a link, a device, or a name that is no text ({0}): format it, or take another one"
    )]
    NotAFile(String),
    /// Somebody has opened a space with it.
    #[error("it opens somebody's space. Take it out of that space, then wipe it")]
    Somebody,
    /// Somebody practised with it: nothing on it is real.
    #[error("it is a practice stick that was used: say that it may go, or reset it")]
    Practised,
    /// Its key files are damaged: perhaps somebody's.
    #[error("it has damaged key files, perhaps somebody's: wipe it first")]
    Damaged,
    /// What is written stays in the memory of the system, and reading it back shows nothing of the stick.
    #[error(
        "this computer does not let it be read back: format it as exFAT, or take another computer"
    )]
    Remembered,
    /// Prepared from vouchers that this journal does not know.
    #[error("it was prepared from other vouchers")]
    PreparedElsewhere,
}

fn listed(files: &[(String, Unusable)]) -> String {
    if files.is_empty() {
        return "none".to_owned();
    }
    let named = files.iter().map(|(file, why)| format!("{file} ({why})"));
    named.collect::<Vec<_>>().join(", ")
}
