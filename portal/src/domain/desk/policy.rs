//! Who may do what at the desk: one table. What it does not name is refused. A session of the desk is no
//! session of a space and the other way round: roles and actions are other types than those of the API.

use wire::Code;

use crate::{domain::Outcome, records::StaffRole};

macro_rules! deeds {
    ($($(#[doc = $doc:literal])+ $name:ident,)+) => {
        /// Everything that can be asked of the desk.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub(crate) enum Deed { $($(#[doc = $doc])+ $name,)+ }

        impl Deed {
            /// Every deed, in the order of this page.
            #[cfg(test)]
            pub(crate) const ALL: &[Self] = &[$(Self::$name,)+];
        }
    };
}

deeds! {
    /// Fetches what every page looks like.
    FetchLook,
    /// Sees where one signs in.
    SeeDoor,
    /// Begins to sign in.
    StartSignIn,
    /// Signs in.
    FinishSignIn,
    /// Sees where an invitation is used.
    SeeInvitation,
    /// Begins the registration of a passkey by an invitation.
    StartInvitation,
    /// Ends it.
    FinishInvitation,
    /// Signs out.
    SignOut,
    /// Sees the first page.
    SeeHome,
    /// Sees who works here.
    SeeTeam,
    /// Invites a colleague.
    Invite,
    /// Ends a colleague's access.
    End,
    /// Reads what was done at the desk.
    ReadActs,
    /// Sees who asks to help, and who does.
    SeeHelpers,
    /// Approves somebody who asks.
    Approve,
    /// Takes that back.
    Withdraw,
    /// Sees what is lent.
    SeeStock,
    /// Sees one thing of it.
    SeeItem,
    /// Adds to it.
    AddItems,
    /// Changes where something of it stands.
    MoveItems,
    /// Takes numbers out that were added by mistake.
    TakeOutItems,
    /// Sees how something comes back, is wiped and goes out again.
    SeeReturn,
    /// Says that something was wiped, and how.
    WipeItem,
    /// Lends something to somebody who accepted what is agreed on.
    LendItem,
    /// Sees what is agreed on when something is lent.
    SeeCharter,
    /// Sees the sessions of a month.
    SeeSessions,
    /// Writes a session down.
    RecordSession,
    /// Takes one out that was a mistake.
    RemoveSession,
    /// Takes the sessions of a month along as a file.
    ExportSessions,
    /// Sees the figures of a month.
    SeeFigures,
    /// Takes them along as a file.
    ExportFigures,
    /// Sees the grid of what a person would like to learn.
    SeeNeeds,
    /// Sees what it says, to print and take along.
    TellNeeds,
    /// Sees where an attestation is made.
    SeeAttestations,
    /// Attests what a person learnt.
    Attest,
}

/// In what quality somebody asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Who {
    /// Nobody in particular.
    Nobody,
    /// Somebody of the staff, in a session of the desk.
    Staff(StaffRole),
}

/// Says whether `who` may do that.
///
/// # Errors
/// `Unauthorized` where signing in would help, `Forbidden` where it would not.
pub(crate) fn permit(who: Who, deed: Deed) -> Outcome<()> {
    use Deed as D;
    match (who, deed) {
        // Anybody may see the door, knock, and see what it looks like.
        (
            _,
            D::FetchLook
            | D::SeeDoor
            | D::StartSignIn
            | D::FinishSignIn
            | D::SeeInvitation
            | D::StartInvitation
            | D::FinishInvitation,
        ) => Ok(()),
        // Whoever works here receives people.
        (
            Who::Staff(StaffRole::Officer | StaffRole::Mediator),
            D::SignOut
            | D::SeeHome
            | D::SeeStock
            | D::SeeItem
            | D::AddItems
            | D::MoveItems
            | D::SeeReturn
            | D::WipeItem
            | D::LendItem
            | D::SeeCharter
            | D::SeeSessions
            | D::RecordSession
            | D::RemoveSession
            | D::ExportSessions
            | D::SeeFigures
            | D::ExportFigures
            | D::SeeNeeds
            | D::TellNeeds
            | D::SeeAttestations
            | D::Attest,
        ) => Ok(()),
        // Whoever answers for the structure says who works here and who may help, reads what was done, and takes
        // numbers out of the list.
        (
            Who::Staff(StaffRole::Officer),
            D::SeeTeam
            | D::Invite
            | D::End
            | D::TakeOutItems
            | D::ReadActs
            | D::SeeHelpers
            | D::Approve
            | D::Withdraw,
        ) => Ok(()),
        // Everything else is refused.
        (Who::Nobody, _) => Err(Code::Unauthorized.into()),
        (Who::Staff(_), _) => Err(Code::Forbidden.into()),
    }
}

#[cfg(test)]
mod tests {
    use super::{Deed, Who, permit};
    use crate::records::StaffRole;

    /// One row for each deed; one mark each for nobody, a mediator and an officer.
    const TABLE: &[(Deed, &str)] = &[
        (Deed::FetchLook, "nmo"),
        (Deed::SeeDoor, "nmo"),
        (Deed::StartSignIn, "nmo"),
        (Deed::FinishSignIn, "nmo"),
        (Deed::SeeInvitation, "nmo"),
        (Deed::StartInvitation, "nmo"),
        (Deed::FinishInvitation, "nmo"),
        (Deed::SignOut, "-mo"),
        (Deed::SeeHome, "-mo"),
        (Deed::SeeTeam, "--o"),
        (Deed::Invite, "--o"),
        (Deed::End, "--o"),
        (Deed::ReadActs, "--o"),
        (Deed::SeeHelpers, "--o"),
        (Deed::Approve, "--o"),
        (Deed::Withdraw, "--o"),
        (Deed::SeeStock, "-mo"),
        (Deed::SeeItem, "-mo"),
        (Deed::AddItems, "-mo"),
        (Deed::MoveItems, "-mo"),
        (Deed::TakeOutItems, "--o"),
        (Deed::SeeReturn, "-mo"),
        (Deed::WipeItem, "-mo"),
        (Deed::LendItem, "-mo"),
        (Deed::SeeCharter, "-mo"),
        (Deed::SeeSessions, "-mo"),
        (Deed::RecordSession, "-mo"),
        (Deed::RemoveSession, "-mo"),
        (Deed::ExportSessions, "-mo"),
        (Deed::SeeFigures, "-mo"),
        (Deed::ExportFigures, "-mo"),
        (Deed::SeeNeeds, "-mo"),
        (Deed::TellNeeds, "-mo"),
        (Deed::SeeAttestations, "-mo"),
        (Deed::Attest, "-mo"),
    ];

    const COLUMNS: [Who; 3] = [
        Who::Nobody,
        Who::Staff(StaffRole::Mediator),
        Who::Staff(StaffRole::Officer),
    ];

    #[test]
    fn the_table_is_this() {
        assert!(TABLE.iter().map(|(deed, _)| deed).eq(Deed::ALL));
        for (deed, marks) in TABLE {
            for (who, mark) in COLUMNS.into_iter().zip(marks.chars()) {
                assert_eq!(permit(who, *deed).is_ok(), mark != '-', "{who:?} {deed:?}");
            }
        }
    }
}
