//! The one suite and the two realms.

use minicbor::{Decode, Encode};

/// Suite 0x0001 fixes every algorithm and parameter; nothing is negotiated.
pub const SUITE: u16 = 0x0001;

/// First element of every `ctx`.
pub const PROTOCOL: &str = "mesdroits/1";

/// Production or practice: a stick, a credential and a gate live in one realm only.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode)]
#[cbor(index_only)]
pub enum Realm {
    /// Real people.
    #[n(1)]
    Prod,
    /// Invented people, in workshops.
    #[n(2)]
    Practice,
}

impl Realm {
    /// The realm as it stands in a `ctx`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Realm::Prod => "prod",
            Realm::Practice => "practice",
        }
    }
}
