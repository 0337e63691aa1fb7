//! Who may do what, in what state of the account: one table. What it does not name is refused.

use wire::Code;

use super::Outcome;

macro_rules! actions {
    ($($(#[doc = $doc:literal])+ $name:ident,)+) => {
        /// Everything that can be asked of a portal and its gate.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub(crate) enum Action { $($(#[doc = $doc])+ $name,)+ }

        impl Action {
            /// Every action, in the order of this page.
            #[cfg(test)]
            pub(crate) const ALL: &[Self] = &[$(Self::$name,)+];
        }
    };
}

actions! {
    /// Asks whether the portal answers.
    Health,
    /// Reads the description of the API.
    ReadApi,
    /// Reads the signed locator.
    ReadLocator,
    /// Reads what the structure says to everybody.
    ReadBoard,
    /// Asks a gate for a challenge.
    GateChallenge,
    /// Enrols a stick at the gate.
    GateEnrol,
    /// Spends one try.
    GateEvaluate,
    /// Asks how the stick stands.
    GateStatus,
    /// Prepares a renewal.
    GatePrepare,
    /// Hands a signed order to the gate.
    GateOrder,
    /// Begins the registration of a new space's first stick.
    RegisterStart,
    /// Makes the space.
    RegisterFinish,
    /// Begins to open a space.
    LoginStart,
    /// Opens it.
    LoginFinish,
    /// Ends the session.
    Logout,
    /// Begins the registration of one more stick.
    RegisterSlot,
    /// Begins the registration of a security key.
    RegisterSecurityKey,
    /// Freezes security keys, or lets them go.
    Suspend,
    /// Hands over items for a commit.
    Stage,
    /// Changes the signed log.
    Commit,
    /// Reads log, manifests and boxes.
    Sync,
    /// Reads how a folder's manifests follow each other.
    ReadChain,
    /// Asks who may help.
    FindHelpers,
    /// Asks the structure to be certified as a helper.
    AskToHelp,
    /// Asks for whom another structure vouches.
    FindVouched,
    /// Reads the owner's letters of mandates.
    ReadLetters,
    /// Reads the journal of the own account.
    ReadJournal,
    /// Writes into the own chain of the journal.
    WriteJournal,
    /// Reads what is entrusted to the own account.
    ReadMandates,
    /// Asks which mandates are over by a death.
    ReadOver,
    /// Opens a folder under a mandate.
    OpenEntrusted,
    /// Reads a paper under a mandate.
    ReadEntrusted,
    /// Brings the blob of a paper to be put in under a mandate.
    PutDropBlob,
    /// Hands over a paper to be put in under a mandate.
    PutDrop,
    /// Reads what waits for the owner.
    ReadDrops,
    /// Replaces a folder's manifest.
    PutManifest,
    /// Replaces the slot's anchor.
    PutAnchor,
    /// Stores a blob.
    PutBlob,
    /// Reads a blob.
    GetBlob,
    /// Asks what is sealed to a card.
    FindCard,
    /// Asks for a challenge in a recovery.
    CeremonyChallenge,
    /// Begins a recovery.
    CeremonyStart,
    /// Begins the registration of its stick.
    CeremonyRegister,
    /// Asks how it stands, and compares.
    CeremonyAsk,
    /// Asks for a token, once holders have approved and the wait is over.
    CeremonyEnter,
    /// Reads what opens the account with the shares.
    CeremonyRead,
    /// Reads the log, manifests and boxes of the account.
    CeremonySync,
    /// Hands over items for its one commit.
    CeremonyStage,
    /// Opens the account again.
    CeremonyCommit,
    /// Asks for whom the owner keeps a share.
    ReadHolds,
    /// Says something as a holder.
    Hold,
    /// Asks how the owner's own recovery stands.
    ReadRecovery,
    /// Asks what the portal has to say to the owner alone.
    ReadNotices,
    /// Asks which version of the programs sticks can take.
    ReadVersion,
    /// Reads a file of it.
    GetVersionFile,
}

/// In what quality somebody asks. Each is proved before this table is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Role {
    /// Nobody in particular.
    Stranger,
    /// Whoever holds a key that speaks for a stick's enrolment; proved by a signature.
    Gate,
    /// Whoever holds the possession key that a structure's voucher is bound to.
    Voucher,
    /// Whoever signs with the possession key of a recovery's stick, or has the token it was given.
    Ceremony,
    /// The owner, in a session of a live slot.
    Owner,
    /// The owner of a live account, asking about another's under a mandate; the mandate is proved with
    /// the entry of the journal, before anything is served.
    Helper,
}

/// Where the account stands that is asked about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum State {
    /// There is none: before genesis, or the question is about none.
    None,
    /// It lives.
    Live,
    /// Its owner signed its deletion; only taking that back is left.
    Deleted,
}

/// Says whether `role` may do `action` while the account is in `state`.
///
/// # Errors
/// `Unauthorized` where a session would help, `BeingDeleted` where taking the deletion back would,
/// `Forbidden` where nothing would.
pub(crate) fn permit(role: Role, action: Action, state: State) -> Outcome<()> {
    use Action as A;
    use Role as R;
    use State as S;
    match (role, action, state) {
        // Anybody may ask what says nothing about anybody.
        (R::Stranger, A::Health | A::ReadApi | A::ReadLocator | A::ReadBoard, S::None) => Ok(()),
        // Anybody may ask for a challenge; it is answered with a signature or a passkey.
        (
            R::Stranger,
            A::GateChallenge | A::LoginStart | A::LoginFinish | A::CeremonyChallenge,
            S::None,
        ) => Ok(()),
        // Whoever has a card may ask what is sealed to it; it opens for the card alone.
        (R::Stranger, A::FindCard, S::None) => Ok(()),
        // A stick's own keys speak for its enrolment at the gate; the gate knows no account. A suspend key
        // speaks for security keys at the portal.
        (
            R::Gate,
            A::GateEnrol
            | A::GateEvaluate
            | A::GateStatus
            | A::GatePrepare
            | A::GateOrder
            | A::Suspend,
            S::None,
        ) => Ok(()),
        // Before genesis a voucher lets its holder register and hand over the first items.
        (R::Voucher, A::RegisterStart | A::RegisterFinish | A::Stage, S::None) => Ok(()),
        // A voucher of its own kind lets its holder begin a recovery, and register the stick at its end.
        (R::Voucher, A::CeremonyStart | A::CeremonyRegister, S::None) => Ok(()),
        // The stick asks in its recovery; holders and time let it in, and the account must live.
        (R::Ceremony, A::CeremonyAsk, S::None) => Ok(()),
        (
            R::Ceremony,
            A::CeremonyEnter
            | A::CeremonyRead
            | A::CeremonySync
            | A::CeremonyStage
            | A::CeremonyCommit,
            S::Live,
        ) => Ok(()),
        // The owner of a live space does everything in it.
        (
            R::Owner,
            A::Logout
            | A::RegisterSlot
            | A::RegisterSecurityKey
            | A::Stage
            | A::Commit
            | A::Sync
            | A::ReadChain
            | A::FindHelpers
            | A::AskToHelp
            | A::FindVouched
            | A::ReadLetters
            | A::ReadJournal
            | A::WriteJournal
            | A::ReadMandates
            | A::ReadOver
            | A::ReadDrops
            | A::PutManifest
            | A::PutAnchor
            | A::PutBlob
            | A::GetBlob
            | A::ReadHolds
            | A::Hold
            | A::ReadRecovery
            | A::ReadNotices
            | A::ReadVersion
            | A::GetVersionFile,
            S::Live,
        ) => Ok(()),
        // Whoever helps reads and puts in under a mandate, with a live account of their own.
        (R::Helper, A::OpenEntrusted | A::ReadEntrusted | A::PutDropBlob | A::PutDrop, S::Live) => {
            Ok(())
        }
        // After the deletion was signed, the owner may look, take it back, and leave.
        (R::Owner, A::Logout | A::Sync | A::ReadChain | A::Commit, S::Deleted) => Ok(()),
        // Everything else waits until that was done.
        (R::Owner | R::Helper | R::Ceremony, _, S::Deleted) => Err(Code::BeingDeleted.into()),
        // Everything else is refused.
        (R::Stranger, _, _) => Err(Code::Unauthorized.into()),
        (R::Gate | R::Voucher | R::Ceremony | R::Owner | R::Helper, _, _) => {
            Err(Code::Forbidden.into())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Action, Role, State, permit};

    /// One row for each action; one mark for each role and state:
    /// stranger, gate and voucher without an account; the owner of a live and of a deleted one; a helper;
    /// a recovery without an account, and of a live one.
    const TABLE: &[(Action, &str)] = &[
        (Action::Health, "s-------"),
        (Action::ReadApi, "s-------"),
        (Action::ReadLocator, "s-------"),
        (Action::ReadBoard, "s-------"),
        (Action::GateChallenge, "s-------"),
        (Action::GateEnrol, "-g------"),
        (Action::GateEvaluate, "-g------"),
        (Action::GateStatus, "-g------"),
        (Action::GatePrepare, "-g------"),
        (Action::GateOrder, "-g------"),
        (Action::RegisterStart, "--v-----"),
        (Action::RegisterFinish, "--v-----"),
        (Action::LoginStart, "s-------"),
        (Action::LoginFinish, "s-------"),
        (Action::Logout, "---ld---"),
        (Action::RegisterSlot, "---l----"),
        (Action::RegisterSecurityKey, "---l----"),
        (Action::Suspend, "-g------"),
        (Action::Stage, "--vl----"),
        (Action::Commit, "---ld---"),
        (Action::Sync, "---ld---"),
        (Action::ReadChain, "---ld---"),
        (Action::FindHelpers, "---l----"),
        (Action::AskToHelp, "---l----"),
        (Action::FindVouched, "---l----"),
        (Action::ReadLetters, "---l----"),
        (Action::ReadJournal, "---l----"),
        (Action::WriteJournal, "---l----"),
        (Action::ReadMandates, "---l----"),
        (Action::ReadOver, "---l----"),
        (Action::OpenEntrusted, "-----h--"),
        (Action::ReadEntrusted, "-----h--"),
        (Action::PutDropBlob, "-----h--"),
        (Action::PutDrop, "-----h--"),
        (Action::ReadDrops, "---l----"),
        (Action::PutManifest, "---l----"),
        (Action::PutAnchor, "---l----"),
        (Action::PutBlob, "---l----"),
        (Action::GetBlob, "---l----"),
        (Action::FindCard, "s-------"),
        (Action::CeremonyChallenge, "s-------"),
        (Action::CeremonyStart, "--v-----"),
        (Action::CeremonyRegister, "--v-----"),
        (Action::CeremonyAsk, "------c-"),
        (Action::CeremonyEnter, "-------c"),
        (Action::CeremonyRead, "-------c"),
        (Action::CeremonySync, "-------c"),
        (Action::CeremonyStage, "-------c"),
        (Action::CeremonyCommit, "-------c"),
        (Action::ReadHolds, "---l----"),
        (Action::Hold, "---l----"),
        (Action::ReadRecovery, "---l----"),
        (Action::ReadNotices, "---l----"),
        (Action::ReadVersion, "---l----"),
        (Action::GetVersionFile, "---l----"),
    ];

    const COLUMNS: [(Role, State); 8] = [
        (Role::Stranger, State::None),
        (Role::Gate, State::None),
        (Role::Voucher, State::None),
        (Role::Owner, State::Live),
        (Role::Owner, State::Deleted),
        (Role::Helper, State::Live),
        (Role::Ceremony, State::None),
        (Role::Ceremony, State::Live),
    ];

    #[test]
    fn the_table_is_this() {
        assert!(TABLE.iter().map(|(a, _)| a).eq(Action::ALL));
        for (action, marks) in TABLE {
            for ((role, state), mark) in COLUMNS.into_iter().zip(marks.chars()) {
                let may = permit(role, *action, state).is_ok();
                assert_eq!(may, mark != '-', "{role:?} {action:?} {state:?}");
            }
        }
    }

    #[test]
    fn every_other_pairing_of_role_and_state_is_refused() {
        for action in Action::ALL {
            for role in [
                Role::Stranger,
                Role::Gate,
                Role::Voucher,
                Role::Owner,
                Role::Helper,
                Role::Ceremony,
            ] {
                for state in [State::None, State::Live, State::Deleted] {
                    if !COLUMNS.contains(&(role, state)) {
                        assert!(permit(role, *action, state).is_err(), "{role:?} {action:?}");
                    }
                }
            }
        }
    }
}
