//! What went wrong on the page: the kind of a refusal and its numbers, of which the page makes a sentence.

use key_core::{
    Trouble, fleet::sheet::SheetFault, paper::scan::Fault, security_key::Fault as Untaken,
    update::Refused,
};
use serde::Serialize;
use std::io::ErrorKind;
use wire::Code;

/// What went wrong, as the page says it in the person's language.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Problem {
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    left: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    seconds: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<String>,
}

impl Problem {
    /// The space is not open (any more).
    pub(crate) fn locked() -> Self {
        Self::plain("locked")
    }

    /// The page asked for something that cannot be.
    pub(crate) fn gone() -> Self {
        Self::plain("gone")
    }

    /// The person stopped it.
    pub(crate) fn stopped() -> Self {
        Self::plain("stopped")
    }

    /// A paper without a byte.
    pub(crate) fn empty() -> Self {
        Self::plain("empty")
    }

    /// A number of the notebook that has another name than the page knows.
    pub(crate) fn loan_there() -> Self {
        Self::plain("loanThere")
    }

    /// A paper over the limit.
    pub(crate) fn too_large() -> Self {
        Self::plain("tooLarge")
    }

    /// The computer shows no site.
    pub(crate) fn no_browser() -> Self {
        Self::plain("noBrowser")
    }

    /// The computer lends no clipboard.
    pub(crate) fn no_clipboard() -> Self {
        Self::plain("noClipboard")
    }

    /// What was chosen is no export.
    pub(crate) fn not_export() -> Self {
        Self::plain("notExport")
    }

    /// The place that was chosen takes nothing.
    pub(crate) fn not_saved() -> Self {
        Self::plain("notSaved")
    }

    /// What a site shows for its changing codes is something else.
    pub(crate) fn totp() -> Self {
        Self::plain("totp")
    }

    /// What was to be a page is no picture.
    pub(crate) fn not_picture() -> Self {
        Self::plain("notPicture")
    }

    /// The day that a mandate's text says has passed.
    pub(crate) fn other_day() -> Self {
        Self::plain("terms")
    }

    /// What was typed is no name.
    pub(crate) fn words() -> Self {
        Self::plain("words")
    }

    /// The mandate was stopped, or its days are over.
    pub(crate) fn mandate_over() -> Self {
        Self::plain("mandateOver")
    }

    /// The journal is not what it was, or not whole.
    pub(crate) fn journal_altered() -> Self {
        Self::plain("journalAltered")
    }

    /// What was typed is no card.
    pub(crate) fn not_card() -> Self {
        Self::plain("notCard")
    }

    /// Nobody asks by that number.
    pub(crate) fn no_such_request() -> Self {
        Self::plain("noSuchRequest")
    }

    /// Not one prepared stick beside this one.
    pub(crate) fn no_other_stick() -> Self {
        Self::plain("noOtherStick")
    }

    /// Sticks cannot be prepared, for this reason.
    pub(crate) fn of_fleet(why: &'static str) -> Self {
        Self::plain(why)
    }

    fn plain(kind: &'static str) -> Self {
        Self {
            kind,
            left: None,
            seconds: None,
            reason: None,
        }
    }
}

impl From<Fault> for Problem {
    fn from(fault: Fault) -> Self {
        match fault {
            Fault::TooLarge => Self::too_large(),
            Fault::NotPicture => Self::not_picture(),
            Fault::Corners => Self::plain("corners"),
            Fault::Pages => Self::plain("pages"),
        }
    }
}

impl From<SheetFault> for Problem {
    fn from(fault: SheetFault) -> Self {
        Self::plain(match fault {
            SheetFault::Letters => "sheetLetters",
            SheetFault::Long | SheetFault::Gone => "sheetLong",
        })
    }
}

/// Why a newer version was not put on the stick. It starts what it started before.
impl From<Refused> for Problem {
    fn from(refused: Refused) -> Self {
        match refused {
            Refused::Stick(trouble) => trouble.into(),
            Refused::Source(_) | Refused::NoVersion | Refused::Name(_) => {
                Self::plain("portalProblem")
            }
            Refused::Older { .. } | Refused::Another(_) => Self::plain("versionOld"),
            Refused::Lacks(_) | Refused::OtherKey(_) | Refused::NotAFile(_) => {
                Self::plain("stickState")
            }
            Refused::NotKept(_) => Self::plain("stickForgets"),
        }
    }
}

/// Why a security key did not do what was asked.
fn security_key(fault: Untaken) -> &'static str {
    match fault {
        Untaken::Missing => "keyMissing",
        Untaken::Several => "keySeveral",
        Untaken::Barred => "keyBarred",
        Untaken::NoPrf => "keyNoPrf",
        Untaken::NoPin => "keyNoPin",
        Untaken::PinShape => "keyPinShape",
        Untaken::WrongPin(None) => "keyWrongPin",
        Untaken::WrongPin(Some(_)) => "keyWrongPinLeft",
        Untaken::PinPause => "keyPinPause",
        Untaken::PinBlocked => "keyPinBlocked",
        Untaken::NotTouched => "keyNotTouched",
        Untaken::TakenOut => "keyTakenOut",
        Untaken::Known => "keyKnown",
        Untaken::Stranger => "keyStranger",
        Untaken::Full => "keyFull",
        Untaken::Frozen => "keyFrozen",
        Untaken::Nonsense | Untaken::Refused => "keyRefused",
    }
}

/// The kind of what a portal refused. Most of it a person can do nothing about.
fn refused(code: Code) -> &'static str {
    match code {
        Code::Unauthorized => "locked",
        Code::MandateOver => "mandateOver",
        Code::HelperStopped => "helperStopped",
        Code::HelperFull => "helperFull",
        Code::JournalConflict => "journalConflict",
        Code::CeremonyEnded => "requestEnded",
        Code::CeremonyConflict => "requestConflict",
        Code::CeremonyWaits => "requestWaits",
        Code::CeremonyRefused => "requestStep",
        Code::HolderStopped => "holderStopped",
        Code::Closing => "closing",
        _ => "portalProblem",
    }
}

impl From<Trouble> for Problem {
    fn from(trouble: Trouble) -> Self {
        let kind = match &trouble {
            Trouble::WrongCode(_) => "wrongCode",
            Trouble::Wait(_) => "wait",
            Trouble::Frozen => "frozen",
            Trouble::Suspended => "suspended",
            Trouble::Revoked => "revoked",
            Trouble::BeingDeleted => "beingDeleted",
            Trouble::CodePolicy(_) => "codePolicy",
            Trouble::Unreachable => "unreachable",
            Trouble::OtherCertificate => "otherCertificate",
            Trouble::Date => "date",
            Trouble::Refused(refusal) => refused(refusal.code),
            Trouble::GatesAway { .. }
            | Trouble::GateLied
            | Trouble::RolledBack
            | Trouble::Unverified => "portalProblem",
            Trouble::Stick { source, .. } if source.kind() == ErrorKind::StorageFull => "stickRoom",
            Trouble::Stick { .. } => "stick",
            Trouble::StickDamaged => "stickDamaged",
            Trouble::StickState(_) => "stickState",
            Trouble::ReadOnly => "readOnly",
            Trouble::Paper(_) => "paper",
            Trouble::Gone => "gone",
            Trouble::SheetDamaged => "sheetDamaged",
            Trouble::Newer => "newer",
            Trouble::NoDate => "noDate",
            Trouble::File { .. } => "notSaved",
            Trouble::NotAnExport(_) => "notExport",
            Trouble::Full => "full",
            Trouble::Words(_) => "words",
            Trouble::NoSuchHelper => "noSuchHelper",
            Trouble::Terms(_) => "terms",
            Trouble::OwnMandate => "ownMandate",
            Trouble::NoCard => "noCard",
            Trouble::CardUnknown => "cardUnknown",
            Trouble::ShareDamaged(_) => "shareDamaged",
            Trouble::NothingWaits => "nothingWaits",
            Trouble::HelpersOld => "helpersOld",
            Trouble::SecurityKey(fault) => security_key(*fault),
        };
        let (left, seconds) = match &trouble {
            Trouble::WrongCode(tries) => (Some(tries.left), None),
            Trouble::SecurityKey(Untaken::WrongPin(left)) => (*left, None),
            Trouble::Wait(seconds) => (None, Some(*seconds)),
            _ => (None, None),
        };
        Self {
            kind,
            left,
            seconds,
            reason: Some(trouble.to_string()),
        }
    }
}
