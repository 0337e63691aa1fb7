//! Every table on one page.
//!
//! A new table is one line here: its documentation, its name in the code, its name on the disk.
//! The name on the disk never changes and is never given to another table. Numbers inside keys are
//! big-endian, so that the order of the bytes is the order of the numbers; `‖` joins fixed lengths.

macro_rules! tables {
    ($($(#[doc = $doc:literal])+ $table:ident = $name:literal,)+) => {
        /// Every table of the store. Each line says what its key is and what its value holds.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[repr(u8)]
        pub enum Table {
            $($(#[doc = $doc])+ $table,)+
        }

        impl Table {
            /// Every table, in the order of this page.
            pub const ALL: &[Self] = &[$(Self::$table),+];

            /// The table's name on the disk. It never changes.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$table => $name,)+
                }
            }
        }
    };
}

tables! {
    /// A fixed word → a fact about this portal as a whole, such as a counter.
    Meta = "meta",
    /// `account_id` → the account: what its verified log amounts to, and since when.
    Accounts = "accounts",
    /// `account_id ‖ seq` → a signed log entry as it was received, and when.
    Log = "log",
    /// `account_id ‖ slot_id` → a slot: its credential's name, its seals and its anchor.
    Slots = "slots",
    /// Credential id → the passkey's public part, and the account and slot it opens.
    Credentials = "credentials",
    /// `account_id ‖ folder ‖ recipient` → the signed key box of the current epoch.
    Boxes = "boxes",
    /// `account_id ‖ folder` → the current signed manifest.
    Manifests = "manifests",
    /// `account_id ‖ folder ‖ seq` → the signed header of each manifest a folder has had: it shows an app
    /// that missed some that the newest follows from the one it knew.
    Chain = "chain",
    /// `blob_id` → who owns the blob, its padded size and what refers to it; its bytes lie elsewhere.
    Blobs = "blobs",
    /// `bench ‖ hash` → an item waiting for the commit that names it, and since when. The bench is
    /// the account, or before genesis the hash of the voucher.
    Staged = "staged",
    /// `account_id` → the signed recovery package; its policy stands in the account.
    Packages = "packages",
    /// `account_id ‖ recipient` → what is sealed to one holder of a recovery share, or to the card.
    Payloads = "payloads",
    /// Voucher id → what became of the voucher: waiting, bound to a key, or used.
    Vouchers = "vouchers",
    /// Ceremony id → a `WebAuthn` challenge, what it was asked for and when it ends; removed when used.
    Challenges = "challenges",
    /// Hash of a session token → account, slot, realm and last use; never the token.
    Tokens = "tokens",
    /// Hash of a commit request → the answer given, so that a repeated request changes nothing.
    Requests = "requests",
    /// Order of arrival → a gate message signed by the app, kept until the gate acknowledges it.
    Outbox = "outbox",
    /// `gate_id ‖ order of arrival` → the same for a gate elsewhere, kept until that gate answers.
    Onward = "onward",
    /// Hash of an `account_id` → when that account was deleted; replayed after a restore.
    Tombstones = "tombstones",
    /// `account_id` → a deletion that can still be taken back: until when, and the orders held till then.
    Deletions = "deletions",
    /// `account_id` → a space of which something is still to be erased; the row goes last.
    Erasures = "erasures",
    /// `key_id` → a gate's counters and public keys for one stick; its secret is in a file elsewhere.
    GateKeys = "gate-keys",
    /// `key_id ‖ attempt_id` → an attempt that was counted and has not been reported good.
    GateAttempts = "gate-attempts",
    /// Voucher id → the possession key a gate bound to the voucher.
    GateVouchers = "gate-vouchers",
    /// `account_id ‖ chain ‖ n` → a journal entry, and when the portal received it.
    Journal = "journal",
    /// `blob_id` → an upload under way: whose, and how much room it reserved.
    Uploads = "uploads",
    /// Bench (see `Staged`) → how many bytes it uses, by blobs and by staged items.
    Usage = "usage",
    /// Time ‖ kind ‖ key → nothing; the page the hourly cleaning reads from its start.
    Deadlines = "deadlines",
    /// `blob_id` → a blob nothing knows any more, whose file is still to be deleted.
    Trash = "trash",
    /// `account_id ‖ slot_id ‖ hash of a token` → nothing; finds the tokens of a revoked slot.
    SlotTokens = "slot-tokens",
    /// Challenge of a gate → when it ends; removed when it is used.
    GateChallenges = "gate-challenges",
    /// `key_id` of the first enrolment of a line → the counters and keys its renewals share.
    GateLines = "gate-lines",
    /// Suspend key ‖ line → nothing; finds every line that bears a suspend key.
    GateSuspends = "gate-suspends",
    /// `account_id ‖ folder ‖ mandate_id` → the signed key box of a mandate, of the current epoch.
    GrantBoxes = "grant-boxes",
    /// `account_id ‖ mandate_id` → the words of a mandate, sealed to owner and grantee.
    Letters = "letters",
    /// Grantee's `account_id ‖ account_id ‖ mandate_id` → where in the owner's log the grant is.
    Entrusted = "entrusted",
    /// `account_id ‖ chain` → where that chain of the journal stands.
    JournalEnds = "journal-ends",
    /// `account_id ‖ mandate_id ‖ drop_id` → a paper that a helper put in, or the mark that it was decided.
    Drops = "drops",
    /// `account_id ‖ mandate_id ‖ blob_id` → a blob that a helper brought, and when.
    DropBlobs = "drop-blobs",
    /// Ceremony id → a recovery: who asks, and how far it is.
    Ceremonies = "ceremonies",
    /// `account_id ‖ ceremony id` → nothing; finds the recoveries of an account.
    AccountCeremonies = "account-ceremonies",
    /// Voucher id → the ceremony that it allowed last.
    VoucherCeremonies = "voucher-ceremonies",
    /// Challenge for what a stick asks in its recovery → when it ends; removed when it is used.
    CeremonyChallenges = "ceremony-challenges",
    /// Lookup tag of a card → the account whose policy names it.
    CardTags = "card-tags",
    /// `account_id` of a holder `‖ account_id` of the owner → nothing; finds those whose shares they keep.
    Holds = "holds",
    /// `account_id` → the owner's list of holders, sealed and signed.
    Rolls = "rolls",
    /// `account_id ‖ slot_id` → a slot that no gate stands before, and whether it is frozen.
    SecurityKeys = "security-keys",
    /// Suspend key ‖ `account_id ‖ slot_id` → nothing; finds every security key that bears a suspend key.
    Suspends = "suspends",
    /// `account_id` → the registration of a security key that was begun last: no other may end.
    SecurityKeyStarts = "security-key-starts",
    /// `account_id` → the month in which it was opened last, and whether it is said that it goes.
    LastOpened = "last-opened",
    /// `account_id` → that the structure says its owner died, or how that ended.
    Deceased = "deceased",
    /// `staff_id` → who works at the structure's desk, and in what quality.
    Staff = "staff",
    /// Credential id → the passkey by which somebody of the staff signs in. It opens no space.
    StaffPasskeys = "staff-passkeys",
    /// Hash of an invitation's token → whom it lets in, once, and until when; never the token.
    StaffInvitations = "staff-invitations",
    /// The number of an act, counted down so that the newest comes first → what somebody of the staff did.
    StaffActs = "staff-acts",
    /// Number of somebody who asks to help → that an officer approved them at the desk.
    Approvals = "approvals",
    /// Kind ‖ number → something that the structure lends, and where it stands.
    Items = "items",
    /// Kind ‖ number ‖ the number of a step, counted down → where it stood since when.
    Steps = "item-steps",
    /// Year ‖ month ‖ day ‖ random → a session with people, in codes and without a name.
    Activities = "activities",
    /// Year ‖ month ‖ what → how often it happened; of whom is nowhere.
    Tallies = "tallies",
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::Table;

    #[test]
    fn no_two_tables_share_a_name() {
        let names: BTreeSet<_> = Table::ALL.iter().map(|table| table.name()).collect();
        assert_eq!(names.len(), Table::ALL.len());
        assert!(names.iter().all(|name| !name.is_empty()));
    }

    #[test]
    fn all_lists_the_tables_in_order() {
        assert!(Table::ALL.is_sorted());
        assert_eq!(Table::ALL.first(), Some(&Table::Meta));
    }
}
