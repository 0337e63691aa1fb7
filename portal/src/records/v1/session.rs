//! Who is asking: credentials, ceremonies, tokens, and answers already given.

use minicbor::{Decode, Encode};
use wire::{AccountId, KeyId, Realm, SlotId, VoucherId, log::Head};

/// A passkey's public part, and the slot it opens.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(crate) struct Credential {
    /// What webauthn-rs keeps of it, as its JSON.
    #[n(0)]
    pub(crate) passkey: String,
    /// The user handle it was registered under.
    #[n(1)]
    #[cbor(with = "minicbor::bytes")]
    pub(crate) handle: [u8; 16],
    /// The account.
    #[n(2)]
    pub(crate) account: AccountId,
    /// The slot.
    #[n(3)]
    pub(crate) slot: SlotId,
}

/// A `WebAuthn` challenge that was given out.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(crate) struct Ceremony {
    /// What for.
    #[n(0)]
    pub(crate) purpose: Purpose,
    /// What webauthn-rs keeps of it, as its JSON.
    #[n(1)]
    pub(crate) state: String,
    /// When it ends.
    #[n(2)]
    pub(crate) until: u64,
}

/// What a ceremony is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Encode, Decode)]
pub(crate) enum Purpose {
    /// To register the credential of this voucher.
    #[n(0)]
    Register(#[n(0)] VoucherId),
    /// To open a space.
    #[n(1)]
    Login,
    /// To register a security key of this account: the name it gets, and its user handle.
    #[n(2)]
    SecurityKey(
        #[n(0)] AccountId,
        #[n(1)] KeyId,
        #[cbor(n(2), with = "minicbor::bytes")] [u8; 16],
    ),
}

/// A session, under the hash of its token.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(crate) struct Token {
    /// The account.
    #[n(0)]
    pub(crate) account: AccountId,
    /// The slot that opened it.
    #[n(1)]
    pub(crate) slot: SlotId,
    /// The realm.
    #[n(2)]
    pub(crate) realm: Realm,
    /// Its last use, to the minute.
    #[n(3)]
    pub(crate) last: u64,
}

/// The answer a commit got, for when it is sent again.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(crate) struct Answer {
    /// Whose log.
    #[n(0)]
    pub(crate) account: AccountId,
    /// Where it stood after the commit.
    #[n(1)]
    pub(crate) head: Head,
    /// When.
    #[n(2)]
    pub(crate) since: u64,
}

super::first! {
    Credential in Credentials;
    Ceremony in Challenges;
    Token in Tokens;
    Answer in Requests;
}
