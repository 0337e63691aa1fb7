//! What went wrong: whose fault it is, and what to do next. Every sentence can be read to a person.

use crate::{catalogue::Fault, recovery::Keeper, security_key};
use crypto::Opening;
use std::sync::Arc;
use wire::{Code, Refusal, gate::Tries};

/// Who can mend it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Blame {
    /// What was typed or chosen.
    Person,
    /// This computer or its network.
    Computer,
    /// The stick.
    Stick,
    /// The structure's portal.
    Portal,
    /// This program.
    App,
}

/// What went wrong. Nothing was changed unless the sentence says so.
#[derive(Debug, Clone, thiserror::Error)]
pub enum Trouble {
    /// The code was another.
    #[error("The code is not right. {} tries are left.", .0.left)]
    WrongCode(Tries),
    /// The gate wants a pause.
    #[error("Too many wrong codes in a row. Wait {0} seconds, then try again.")]
    Wait(u64),
    /// Ten wrong codes in a row, or twenty-five in all.
    #[error("The stick is blocked: too many wrong codes. Go to the counter of your structure.")]
    Frozen,
    /// Frozen by the person or a holder.
    #[error("The stick was blocked on request. Whoever blocked it can unblock it.")]
    Suspended,
    /// Revoked, or its space was deleted: a gate knows no space, and cannot say which.
    #[error(
        "This stick opens nothing any more: it was revoked, or its space was deleted. \
         If you have another stick of this space, use that one."
    )]
    Revoked,
    /// Its owner signed that it be deleted: the log says so. A portal that only claims it is
    /// [`Trouble::Refused`].
    #[error("This space is being deleted. Take that back first, or leave.")]
    BeingDeleted,
    /// No code as the app allows.
    #[error("This code cannot be used: {0}.")]
    CodePolicy(&'static str),
    /// The network or the portal is away.
    #[error("The portal does not answer. Check the internet connection of this computer.")]
    Unreachable,
    /// Some gates are away, and too few are there.
    #[error(
        "Only {answered} of the services that check the code answer, and {needed} are needed. \
         Try again later; if it lasts, tell your structure."
    )]
    GatesAway {
        /// Gates that are there.
        answered: usize,
        /// Gates that must be.
        needed: usize,
    },
    /// Another certificate than the stick knows.
    #[error("This network puts itself between the stick and the portal. Use another network.")]
    OtherCertificate,
    /// A certificate that does not count yet or no longer.
    #[error(
        "The date of this computer is wrong, or the portal's certificate has ended. Look at the date."
    )]
    Date,
    /// A gate's proof was wrong.
    #[error("The portal gave a wrong proof. The code may be right. Tell your structure.")]
    GateLied,
    /// The portal shows something older or other than what was seen before.
    #[error("The portal shows an older or another space than last time. Tell your structure.")]
    RolledBack,
    /// Something the portal sent does not verify.
    #[error("The portal sent something that does not verify. Tell your structure.")]
    Unverified,
    /// The portal said no.
    #[error("The portal refused: {0}")]
    Refused(Refusal),
    /// The stick cannot be read or written.
    #[error("The stick cannot be {doing}: {source}. Plug it in again, or use another computer.")]
    Stick {
        /// "read" or "written".
        doing: &'static str,
        /// The system's reason.
        source: Arc<std::io::Error>,
    },
    /// No copy is intact.
    #[error("Both copies on the stick are damaged. Go to the counter of your structure.")]
    StickDamaged,
    /// Not prepared, or prepared for something else.
    #[error("This stick is not ready for this: {0}.")]
    StickState(&'static str),
    /// The stick is read-only.
    #[error("The stick is read-only: papers can be seen, but sticks cannot be changed.")]
    ReadOnly,
    /// A paper that cannot be taken.
    #[error("This paper cannot be put in: {0}.")]
    Paper(&'static str),
    /// There is no such paper (any more).
    #[error("This paper is no longer there.")]
    Gone,
    /// The portal has lost or damaged a sheet: contacts, dates, logins. It is not written over.
    #[error(
        "This list is damaged at the portal. Nothing of it was written over. Tell your structure: a \
         backup may bring it back."
    )]
    SheetDamaged,
    /// What is taken along cannot be written or read.
    #[error("The file cannot be {doing}: {source}. Take another place for it, then try again.")]
    File {
        /// "read" or "written".
        doing: &'static str,
        /// The system's reason.
        source: Arc<std::io::Error>,
    },
    /// Not what an export wrote. Nothing of it was put back.
    #[error("This file cannot be put back: {0}. Take the file as it was written.")]
    NotAnExport(&'static str),
    /// From this day no date comes any more.
    #[error("From this day no date can be computed.")]
    NoDate,
    /// A later version of this program wrote it.
    #[error("A newer version of this program wrote this. Use the newer one.")]
    Newer,
    /// What was typed is too long, or nothing.
    #[error("This cannot be written so: {0}.")]
    Words(&'static str),
    /// Nobody certified has this number.
    #[error("No helper of your structure has this number. Read it again on the helper's screen.")]
    NoSuchHelper,
    /// A mandate for oneself.
    #[error("This number is your own. A mandate is for somebody else.")]
    OwnMandate,
    /// What a mandate would say breaks a rule.
    #[error("This mandate cannot be given: {0}.")]
    Terms(&'static str),
    /// The structure has not said for a week who was stopped.
    #[error(
        "Your structure has not said for a week which helpers were stopped. No new mandate begins \
         before it does. Tell your structure."
    )]
    HelpersOld,
    /// No card was ever made for this space.
    #[error("Print a rescue card first.")]
    NoCard,
    /// The card opens nothing.
    #[error("This card opens nothing: another one was printed since, or it is of another portal.")]
    CardUnknown,
    /// A share is not the one that was arranged.
    #[error("What {0} keeps is damaged: it was not used. Ask another holder.")]
    ShareDamaged(Keeper),
    /// No recovery is at this step.
    #[error("No recovery waits here now. Look again in a moment.")]
    NothingWaits,
    /// A security key did not do what was asked.
    #[error("{0}")]
    SecurityKey(security_key::Fault),
    /// The space is full.
    #[error("The space is full. Delete something first.")]
    Full,
}

/// Shorthand.
pub(crate) type Result<T> = core::result::Result<T, Trouble>;

impl Trouble {
    /// Who can mend it.
    #[must_use]
    pub fn blame(&self) -> Blame {
        match self {
            Trouble::WrongCode(_)
            | Trouble::Wait(_)
            | Trouble::Frozen
            | Trouble::Suspended
            | Trouble::Revoked
            | Trouble::BeingDeleted
            | Trouble::CodePolicy(_)
            | Trouble::Paper(_)
            | Trouble::Gone
            | Trouble::NotAnExport(_)
            | Trouble::NoDate
            | Trouble::Words(_)
            | Trouble::NoSuchHelper
            | Trouble::OwnMandate
            | Trouble::Terms(_)
            | Trouble::NoCard
            | Trouble::CardUnknown
            | Trouble::ShareDamaged(Keeper::Holder(_))
            | Trouble::NothingWaits
            | Trouble::Full => Blame::Person,
            Trouble::SecurityKey(security_key::Fault::Barred)
            | Trouble::Unreachable
            | Trouble::OtherCertificate
            | Trouble::Date
            | Trouble::File { .. } => Blame::Computer,
            Trouble::SecurityKey(_) => Blame::Person,
            Trouble::Newer => Blame::App,
            Trouble::Stick { .. }
            | Trouble::StickDamaged
            | Trouble::StickState(_)
            | Trouble::ReadOnly => Blame::Stick,
            Trouble::GatesAway { .. }
            | Trouble::GateLied
            | Trouble::RolledBack
            | Trouble::HelpersOld
            | Trouble::SheetDamaged
            | Trouble::ShareDamaged(Keeper::Card)
            | Trouble::Unverified => Blame::Portal,
            Trouble::Refused(refusal) => match refusal.code.fault() {
                wire::Fault::Person => Blame::Person,
                wire::Fault::App => Blame::App,
                wire::Fault::Structure | wire::Fault::Portal => Blame::Portal,
            },
        }
    }

    /// The stable reason, where the portal gave one.
    #[must_use]
    pub fn code(&self) -> Option<Code> {
        match self {
            Trouble::Refused(refusal) => Some(refusal.code),
            _ => None,
        }
    }

    /// Whether nobody answered as a gate or portal does: what was asked for may succeed later.
    pub(crate) fn is_away(&self) -> bool {
        matches!(
            self,
            Trouble::Unreachable | Trouble::OtherCertificate | Trouble::Date
        )
    }

    /// Whether the portal has lost or damaged the one paper that was asked for.
    pub(crate) fn is_of_one_paper(&self) -> bool {
        matches!(self, Trouble::Unverified | Trouble::SheetDamaged)
            || self.code() == Some(Code::Damaged)
    }

    pub(crate) fn reading(source: std::io::Error) -> Self {
        Trouble::Stick {
            doing: "read",
            source: Arc::new(source),
        }
    }

    pub(crate) fn file(doing: &'static str, source: std::io::Error) -> Self {
        Trouble::File {
            doing,
            source: Arc::new(source),
        }
    }

    pub(crate) fn writing(source: std::io::Error) -> Self {
        if source.kind() == std::io::ErrorKind::ReadOnlyFilesystem
            || source.kind() == std::io::ErrorKind::PermissionDenied
        {
            return Trouble::ReadOnly;
        }
        Trouble::Stick {
            doing: "written",
            source: Arc::new(source),
        }
    }
}

/// What the portal sent does not open: never the person's fault. A wrong code is told apart where
/// cells are opened.
impl From<Opening> for Trouble {
    fn from(opening: Opening) -> Self {
        match opening {
            Opening::GateLied => Trouble::GateLied,
            Opening::RolledBack => Trouble::RolledBack,
            Opening::TooLarge => Trouble::Paper("it is too large"),
            Opening::Damaged | Opening::Refused | Opening::Unsigned => Trouble::Unverified,
        }
    }
}

/// A catalogue that the structure signed, and that this program does not take.
impl From<Fault> for Trouble {
    fn from(fault: Fault) -> Self {
        match fault {
            Fault::Version(_) => Trouble::Newer,
            Fault::Shape(_) | Fault::Entry { .. } | Fault::Pointed(_) => Trouble::Unverified,
        }
    }
}

impl From<Refusal> for Trouble {
    fn from(refusal: Refusal) -> Self {
        match refusal.code {
            Code::GateWait => Trouble::Wait(refusal.retry_after_s.unwrap_or(60)),
            Code::GateFrozen => Trouble::Frozen,
            Code::GateSuspended => Trouble::Suspended,
            Code::GateDestroyed => Trouble::Revoked,
            Code::QuotaReached => Trouble::Full,
            _ => Trouble::Refused(refusal),
        }
    }
}
