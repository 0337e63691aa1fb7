//! AK_open (14), AK_admin (18) and what comes from them, generation by generation.

use super::{KemKey, SigningKey, derive};
use crate::secret::secret;
use wire::{GateId, KeyId, Label, Part, Realm};

secret!(
    /// AK_open(g): everything of every day.
    AkOpen
);

secret!(
    /// AK_admin(g): only after the code was asked again.
    AkAdmin
);

/// Keys of a session: author (15), reader (16), suspend (17).
#[derive(Debug)]
pub struct OpenKeys {
    /// g.
    pub generation: u32,
    /// Signs manifests, boxes, journal, drops and the author's operations.
    pub author: SigningKey,
    /// Opens what is sealed to the person.
    pub reader: KemKey,
    /// Freezes and lifts.
    pub suspend: SigningKey,
}

/// Keys of an administration: root (19), and control (20) for each stick and gate.
#[derive(Debug)]
pub struct AdminKeys {
    ak: AkAdmin,
    realm: Realm,
    /// g.
    pub generation: u32,
    /// Signs the root's operations and seals.
    pub root: SigningKey,
}

impl AkOpen {
    /// The session's keys of generation `generation`.
    #[must_use]
    pub fn derive_keys(&self, realm: Realm, generation: u32) -> OpenKeys {
        let parts = [Part::Uint(generation.into())];
        let seed = |label| derive(&self.0, realm, label, &parts);
        OpenKeys {
            generation,
            author: SigningKey::from_seed(seed(Label::Author)),
            reader: KemKey::from_seed(seed(Label::Reader)),
            suspend: SigningKey::from_seed(seed(Label::Suspend)),
        }
    }
}

impl AkAdmin {
    /// The administration's keys of generation `generation`.
    #[must_use]
    pub fn derive_keys(self, realm: Realm, generation: u32) -> AdminKeys {
        let seed = derive(
            &self.0,
            realm,
            Label::Root,
            &[Part::Uint(generation.into())],
        );
        AdminKeys {
            ak: self,
            realm,
            generation,
            root: SigningKey::from_seed(seed),
        }
    }
}

impl AdminKeys {
    /// May set keys of, and destroy, one stick at one gate.
    #[must_use]
    pub fn control(&self, key_id: &KeyId, gate: &GateId) -> SigningKey {
        let parts = [
            Part::Uint(self.generation.into()),
            Part::Bytes(&key_id.0),
            Part::Bytes(&gate.0),
        ];
        SigningKey::from_seed(derive(&self.ak.0, self.realm, Label::Control, &parts))
    }

    pub(crate) fn ak(&self) -> &AkAdmin {
        &self.ak
    }
}
