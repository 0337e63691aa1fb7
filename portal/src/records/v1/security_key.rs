//! Slots that open without a gate: what a gate would keep of a stick, as far as there is any of it.

use minicbor::{Decode, Encode};
use wire::{KeyId, SigPublic, api::WebauthnId};

/// A slot whose opener is a security key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(crate) struct SecurityKey {
    /// By what name a freeze means this one alone.
    #[n(0)]
    pub(crate) key_id: KeyId,
    /// Who may freeze and lift it.
    #[n(1)]
    pub(crate) suspend: SigPublic,
    /// The number of the last freeze or lift.
    #[n(2)]
    pub(crate) suspend_n: u64,
    /// Whether it is frozen.
    #[n(3)]
    pub(crate) suspended: bool,
}

/// The registration that an account began last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(crate) struct SecurityKeyStart {
    /// Its ceremony.
    #[n(0)]
    pub(crate) ceremony: WebauthnId,
}

super::first! {
    SecurityKey in SecurityKeys;
    SecurityKeyStart in SecurityKeyStarts;
}
