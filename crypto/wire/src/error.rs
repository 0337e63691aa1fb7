//! The closed list of reasons a portal or gate gives, whose fault each is, and what to do next.

/// Who can mend it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// The person, or what they typed or chose.
    Person,
    /// The app that sent the request.
    App,
    /// The structure that hosts the portal or provides the stick.
    Structure,
    /// The portal itself.
    Portal,
}

impl Fault {
    /// Stable text.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Fault::Person => "person",
            Fault::App => "app",
            Fault::Structure => "structure",
            Fault::Portal => "portal",
        }
    }
}

macro_rules! codes {
    ($($name:ident $text:literal $status:literal $fault:ident $next:literal;)*) => {
        /// A stable reason. Texts never change; a new reason is a new line.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Code { $(#[doc = $next] $name,)* }

        impl Code {
            /// Every reason.
            pub const ALL: &'static [Code] = &[$(Code::$name,)*];

            /// Stable text on the wire.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self { $(Code::$name => $text,)* }
            }

            /// The reason with this text.
            #[must_use]
            pub fn parse(text: &str) -> Option<Self> {
                match text { $($text => Some(Code::$name),)* _ => None }
            }

            /// HTTP status (RFC 9110).
            #[must_use]
            pub fn status(self) -> u16 {
                match self { $(Code::$name => $status,)* }
            }

            /// Whose fault it is.
            #[must_use]
            pub fn fault(self) -> Fault {
                match self { $(Code::$name => Fault::$fault,)* }
            }

            /// What to do next, for whoever reads the log of the app.
            #[must_use]
            pub fn next(self) -> &'static str {
                match self { $(Code::$name => $next,)* }
            }
        }
    };
}

codes! {
    // Requests
    Malformed "malformed" 400 App "Send a canonical message of the documented shape.";
    TooLarge "too_large" 413 App "Send less: the limit is in the API document.";
    LengthRequired "length_required" 411 App "Say the length before the body.";
    NotFound "not_found" 404 App "Check the address: there is nothing here.";
    MethodNotAllowed "method_not_allowed" 405 App "Use the documented method.";
    MediaType "media_type" 415 App "Send the documented media type.";
    TooManyRequests "too_many_requests" 429 App "Wait the seconds named in Retry-After, then ask again.";
    Timeout "timeout" 408 App "Send the whole request faster, or again.";
    WrongRealm "wrong_realm" 403 App "Use a portal of the same realm as the stick.";
    // Identity
    Unauthorized "unauthorized" 401 App "Open the stick again with its code.";
    Forbidden "forbidden" 403 App "This identity may not do this.";
    CredentialUnknown "credential_unknown" 404 App "Finish the first opening, or ask the structure.";
    CeremonyExpired "ceremony_expired" 400 App "Start again: a challenge lives two minutes and serves once.";
    AssertionRefused "assertion_refused" 401 App "The passkey's answer does not fit: start again.";
    // Vouchers
    VoucherRefused "voucher_refused" 403 Structure "Ask the structure for a newly prepared stick.";
    VoucherExpired "voucher_expired" 403 Structure "The preparation is too old: ask for a newly prepared stick.";
    VoucherUsed "voucher_used" 409 Structure "This preparation has served already: ask for a newly prepared stick.";
    Closing "closing" 403 Structure "This structure closes and begins no new space: ask it where to go.";
    // Gates
    GateRefused "gate_refused" 403 App "The gate does not know this key, or the proof does not fit.";
    GateWait "gate_wait" 429 Person "Wait the seconds named in Retry-After before the next try.";
    GateFrozen "gate_frozen" 423 Person "Too many wrong codes: only recovery opens again.";
    GateSuspended "gate_suspended" 423 Person "The stick was frozen: whoever froze it can lift it.";
    GateDestroyed "gate_destroyed" 410 Person "This stick was revoked.";
    // Log and commits
    LogConflict "log_conflict" 409 App "The space has moved on: read the log, then build the change again.";
    LogRefused "log_refused" 422 App "An entry breaks a rule of the log.";
    StaleGeneration "stale_generation" 409 App "The account's keys were renewed: open the new seals.";
    ItemMissing "item_missing" 422 App "Stage every item before the commit that names it.";
    BeingDeleted "being_deleted" 423 Person "The space is being deleted: take that back before anything else.";
    ClockAhead "clock_ahead" 422 App "This computer's clock is wrong: take the portal's time.";
    NotOffered "not_offered" 501 Portal "This portal's version does not do this yet.";
    // Mandates
    MandateOver "mandate_over" 403 Person "The mandate has ended, or was stopped: ask the person for another.";
    HelperStopped "helper_stopped" 403 Structure "The helper's certificate has ended, or was stopped: see an officer.";
    HelperFull "helper_full" 409 Person "This helper has as many mandates as one person may: choose another helper.";
    JournalConflict "journal_conflict" 409 App "Another window wrote first: read where the journal stands, then sign again.";
    DropsWaiting "drops_waiting" 409 Person "Too many papers wait already: the person looks at them first.";
    // Manifests and blobs
    ManifestConflict "manifest_conflict" 409 App "Another computer wrote first: read, merge, write again.";
    ManifestRefused "manifest_refused" 422 App "The manifest breaks a rule.";
    BlobExists "blob_exists" 409 App "A blob is written once: take a fresh name.";
    BlobIncomplete "blob_incomplete" 400 App "The upload was cut: send it again under a fresh name.";
    QuotaReached "quota_reached" 507 Person "The space is full: delete something first.";
    // Recovery
    CeremonyEnded "ceremony_ended" 410 Person "This recovery has ended: begin a new one.";
    CeremonyConflict "ceremony_conflict" 409 Person "Another recovery of this space is under way: it ends first.";
    CeremonyWaits "ceremony_waits" 423 Person "Wait the seconds named in Retry-After: the owner may still refuse.";
    CeremonyRefused "ceremony_refused" 403 App "This is not the step that comes next in this recovery.";
    HolderStopped "holder_stopped" 403 Structure "This holder's certificate does not count any more.";
    // The portal itself
    Damaged "damaged" 500 Portal "What is stored is damaged: the admin restores it from the backup.";
    Unavailable "unavailable" 503 Portal "The portal cannot write at present: try later, nothing was changed.";
}

/// A refusal: the reason and, where waiting helps, how long.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{}: {}", code.as_str(), code.next())]
pub struct Refusal {
    /// Why.
    pub code: Code,
    /// Seconds after which the same request may do better.
    pub retry_after_s: Option<u64>,
}

impl From<Code> for Refusal {
    fn from(code: Code) -> Self {
        Self {
            code,
            retry_after_s: None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Code;

    #[test]
    fn texts_are_unique_and_parse_back() {
        for code in Code::ALL {
            assert_eq!(Code::parse(code.as_str()), Some(*code));
        }
    }
}
