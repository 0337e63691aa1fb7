//! How the window looks and sounds, wherever the person opens it. The core keeps names and values as the
//! window chose them: what they mean is the window's.

use super::shape::Content;
use crypto::space::Kind;
use minicbor::{Decode, Encode};

/// The value of one setting.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(transparent)]
pub struct Setting(#[n(0)] pub String);

/// Most settings of a person.
pub const MOST_SETTINGS: usize = 32;

impl Content for Setting {
    const KIND: Kind = Kind::SETTINGS;
}
