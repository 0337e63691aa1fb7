//! People and offices that a person wants to find again.

use super::shape::Content;
use crypto::space::Kind;
use minicbor::{Decode, Encode};
use wire::ObjectId;

/// Somebody, or an office.
#[derive(Debug, Clone, Default, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Contact {
    /// Who.
    #[n(0)]
    pub name: String,
    /// Telephone number, as it is dialled.
    #[n(1)]
    pub phone: Option<String>,
    /// Address for letters by mail on a computer.
    #[n(2)]
    pub mail: Option<String>,
    /// Where.
    #[n(3)]
    pub address: Option<String>,
    /// Whatever else.
    #[n(4)]
    pub note: Option<String>,
}

impl Content for Contact {
    const KIND: Kind = Kind::CONTACTS;
}

/// The name of a contact in the sheet.
#[must_use]
pub fn contact_key(id: ObjectId) -> String {
    format!("contact/{}", id.to_hex())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sheets::Sheet;

    #[test]
    fn its_bytes_are_frozen() {
        let mut sheet = Sheet::default();
        let contact = Contact {
            name: "Ada".into(),
            phone: Some("01".into()),
            address: Some("Ici".into()),
            ..Contact::default()
        };
        assert!(sheet.put("contact/1", Some(contact), 5).is_ok());
        let bytes = *b"\x82\x01\x81\x83\x69contact/1\x05\x84\x63Ada\x6201\xf6\x63Ici";
        assert_eq!(sheet.bytes(), bytes);
        assert_eq!(Sheet::read(&bytes).ok(), Some(sheet));
    }
}
