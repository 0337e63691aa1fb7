//! Sizes and counts (protocol section 10). Bytes unless named otherwise.

/// One blob, as stored.
pub const BLOB: u64 = 32 << 20;
/// One paper, before padding.
pub const PAPER: u64 = 25 << 20;
/// All blobs of one space, padded.
pub const SPACE: u64 = 600 << 20;
/// One manifest with its header.
pub const MANIFEST: usize = 1 << 20;
/// One log entry.
pub const LOG_ENTRY: usize = 8 << 10;
/// The catalogue on a board.
pub const CATALOGUE: usize = 1 << 20;
/// Slots of an account; one more for the length of a change of code.
pub const SLOTS: usize = 8;
/// Mandates of an account.
pub const MANDATES: usize = 32;
/// Gates a stick may name.
pub const GATES: usize = 5;
/// One commit with what it carries.
pub const COMMIT: usize = 512 << 10;
/// One staged item.
pub const ITEM: usize = MANIFEST;
/// Items in one stage request.
pub const STAGE_ITEMS: usize = 64;
/// One stage request.
pub const STAGE: usize = 4 << 20;
/// Days a staged item waits for its commit.
pub const STAGED_DAYS: u64 = 7;
/// Days in which a deletion can be taken back.
pub const DELETION_DAYS: u64 = 7;
/// Seconds after which a list of revocations is too old for a new mandate.
pub const REVOCATIONS_S: u64 = 7 * 86_400;
/// Days a helper's certificate counts.
pub const HELPER_DAYS: u64 = 90;
/// The words of a mandate, padded.
pub const LETTER: usize = 16 << 10;
/// The detail of a journal entry, padded.
pub const DETAIL: usize = 512;
/// Drops of one mandate that wait for the owner.
pub const DROPS: usize = 20;
/// What is sealed of a drop, padded.
pub const DROP: usize = 1 << 10;
/// Mandates that one helper may hold at a time.
pub const ENTRUSTED: usize = 500;
/// Days for which a helper is still shown a mandate that is over.
pub const ENTRUSTED_DAYS: u64 = 31;
/// Seconds a mandate lasts at most: a year and a day.
pub const MANDATE_S: u64 = 366 * 86_400;
/// Entries of one chain of a journal.
pub const JOURNAL: u64 = 100_000;
/// Days for which an officer of another structure vouches at most.
pub const VOUCHED_DAYS: u64 = 7;
/// Longest life of the certificate of one of theirs, in seconds: those days, and the one before.
pub const VOUCHED_S: u64 = (VOUCHED_DAYS + 1) * 86_400;
/// Helpers of a structure.
pub const HELPERS: usize = 1_000;
/// Seconds a challenge lives.
pub const CHALLENGE_S: u64 = 120;
/// Seconds after which an unused token ends.
pub const TOKEN_IDLE_S: u64 = 600;
/// Seconds a log entry may be ahead of the portal's clock.
pub const LOG_AHEAD_S: u64 = 600;
/// Wrong codes in a row before a stick is frozen at a gate.
pub const CONSECUTIVE: u32 = 10;
/// Wrong codes in one enrolment.
pub const CUMULATIVE: u32 = 25;
/// Wrong codes in a stick's life after which the app asks for a visit to the counter.
pub const LIFETIME_VISIT: u32 = 40;
/// Tries left after a gate was restored from its backup.
pub const TRIES_AFTER_RESTORE: u32 = 3;
/// Seconds to wait before the 6th, 7th, 8th and later try in a row.
pub const WAITS_S: [u64; 4] = [60, 300, 1_800, 3_600];
/// Seconds that a recovery without the card waits for a veto.
pub const RECOVERY_WAIT_S: u64 = 48 * 3_600;
/// The same where all its holders belong to one structure.
pub const RECOVERY_ONE_STRUCTURE_S: u64 = 7 * 86_400;
/// Days after which a recovery that was not finished ends.
pub const CEREMONY_DAYS: u64 = 21;
/// Longest label that holders know the owner by, in characters.
pub const LABEL: usize = 60;
