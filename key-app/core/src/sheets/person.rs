//! What a helper calls people, for their own eyes: nobody else ever sees it, and it goes along in no export.

use super::shape::Content;
use crypto::space::Kind;
use minicbor::{Decode, Encode};
use wire::AccountId;

/// What a helper calls somebody.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(transparent)]
pub struct Byname(#[n(0)] pub String);

impl Byname {
    /// Most characters of one.
    pub const LONGEST: usize = 60;
}

impl Content for Byname {
    const KIND: Kind = Kind::PEOPLE;
}

/// The name of a person in the sheet.
#[must_use]
pub fn person_key(account: &AccountId) -> String {
    format!("person/{}", account.to_hex())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sheets::Sheet;

    #[test]
    fn its_bytes_are_frozen() {
        let mut sheet = Sheet::default();
        let called = Byname("Mme A.".into());
        assert!(sheet.put("person/1", Some(called), 5).is_ok());
        let bytes = *b"\x82\x01\x81\x83\x68person/1\x05\x66Mme A.";
        assert_eq!(sheet.bytes(), bytes);
        assert_eq!(Sheet::read(&bytes).ok(), Some(sheet));
        assert_eq!(Byname::KIND, Kind(6));
    }

    #[test]
    fn the_name_of_anybody_fits_a_slip() {
        let key = person_key(&AccountId([0xab; 32]));
        assert!(key.starts_with("person/abab") && key.len() <= 80, "{key}");
    }
}
