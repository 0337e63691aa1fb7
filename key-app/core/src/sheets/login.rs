//! How a person enters other sites.

use super::shape::Content;
use crypto::space::Kind;
use minicbor::{Decode, Encode};
use wire::ObjectId;

/// The way into one site.
#[derive(Clone, Default, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Login {
    /// What the person calls the site.
    #[n(0)]
    pub site: String,
    /// Where it is.
    #[n(1)]
    pub address: Option<String>,
    /// Under which name.
    #[n(2)]
    pub name: Option<String>,
    /// The password. Secret.
    #[n(3)]
    pub password: Option<String>,
    /// Whatever else. Secret, for people write codes there.
    #[n(4)]
    pub note: Option<String>,
    /// Secret of the codes that change (RFC 6238), in Base32 without padding. Secret.
    #[n(5)]
    pub totp: Option<String>,
}

impl Content for Login {
    const KIND: Kind = Kind::LOGINS;
}

/// Names nothing of it: what it says is secret.
impl core::fmt::Debug for Login {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("Login(…)")
    }
}

/// The name of a login in the sheet.
#[must_use]
pub fn login_key(id: ObjectId) -> String {
    format!("login/{}", id.to_hex())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sheets::Sheet;

    fn login() -> Login {
        Login {
            site: "CAF".into(),
            name: Some("me".into()),
            password: Some("s3cret".into()),
            ..Login::default()
        }
    }

    #[test]
    fn its_bytes_are_frozen() {
        let mut sheet = Sheet::default();
        assert!(sheet.put("login/1", Some(login()), 5).is_ok());
        let bytes = *b"\x82\x01\x81\x83\x67login/1\x05\x84\x63CAF\xf6\x62me\x66s3cret";
        assert_eq!(sheet.bytes(), bytes);
        assert_eq!(Sheet::read(&bytes).ok(), Some(sheet));
    }

    #[test]
    fn nothing_of_it_is_written_by_accident() {
        assert_eq!(format!("{:?}", login()), "Login(…)");
    }
}
