//! The device secret (1) and what comes from it: salts and the possession key (2).

use super::{SigningKey, derive};
use crate::secret::{Secret, secret};
use wire::{GateId, KeyId, Label, Part, Realm};

secret!(
    /// ds: random per enrolment, on the stick in the clear. Alone it opens nothing.
    DeviceSecret
);

impl DeviceSecret {
    /// The same secret once more: both copies of a stick bear it.
    #[must_use]
    pub fn copied(&self) -> Self {
        Self(self.0.copied())
    }

    /// Salt of Argon2id.
    pub(crate) fn pin_salt(&self, realm: Realm, key_id: &KeyId) -> Secret<32> {
        derive(&self.0, realm, Label::PinSalt, &[Part::Bytes(&key_id.0)])
    }

    /// HMAC key of the OPRF input.
    pub(crate) fn oprf_in(&self, realm: Realm, key_id: &KeyId) -> Secret<32> {
        derive(&self.0, realm, Label::OprfIn, &[Part::Bytes(&key_id.0)])
    }

    /// Signs this stick's requests to one gate.
    #[must_use]
    pub fn possession(&self, realm: Realm, key_id: &KeyId, gate: &GateId) -> SigningKey {
        let parts = [Part::Bytes(&key_id.0), Part::Bytes(&gate.0)];
        SigningKey::from_seed(derive(&self.0, realm, Label::Possession, &parts))
    }
}
