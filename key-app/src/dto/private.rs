//! Contacts and logins on the page. A login's secrets come one at a time, when they are asked for.

use key_core::sheets::{Contact, Login};
use serde::Serialize;
use zeroize::Zeroizing;

/// A contact.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ContactView {
    key: String,
    name: String,
    phone: Option<String>,
    mail: Option<String>,
    address: Option<String>,
    note: Option<String>,
}

/// A login, without what is secret of it.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct LoginView {
    key: String,
    site: String,
    address: Option<String>,
    name: Option<String>,
    has_password: bool,
    has_note: bool,
    has_totp: bool,
}

/// What is secret of a login.
#[derive(Serialize)]
pub(crate) struct LoginSecret {
    pub(crate) password: Option<Zeroizing<String>>,
    pub(crate) note: Option<Zeroizing<String>>,
}

/// A code that changes, and the seconds for which it counts.
#[derive(Serialize)]
pub(crate) struct TotpView {
    pub(crate) code: Zeroizing<String>,
    pub(crate) left: u64,
}

impl ContactView {
    /// By name, as people look for them.
    pub(crate) fn order(&self) -> (String, String) {
        (self.name.to_lowercase(), self.key.clone())
    }
}

impl LoginView {
    /// By site.
    pub(crate) fn order(&self) -> (String, String) {
        (self.site.to_lowercase(), self.key.clone())
    }
}

impl From<(&str, &Contact)> for ContactView {
    fn from((key, contact): (&str, &Contact)) -> Self {
        let contact = contact.clone();
        Self {
            key: key.to_owned(),
            name: contact.name,
            phone: contact.phone,
            mail: contact.mail,
            address: contact.address,
            note: contact.note,
        }
    }
}

impl From<(&str, &Login)> for LoginView {
    fn from((key, login): (&str, &Login)) -> Self {
        Self {
            key: key.to_owned(),
            site: login.site.clone(),
            address: login.address.clone(),
            name: login.name.clone(),
            has_password: login.password.is_some(),
            has_note: login.note.is_some(),
            has_totp: login.totp.is_some(),
        }
    }
}
