//! WebAuthn (Level 3) by webauthn-rs: user verification always, ES256 or EdDSA only. What a
//! ceremony must remember lies in a row, never in a cookie.

use serde_json::Value;
use url::Url;
use webauthn_rs::prelude::{
    COSEAlgorithm, DiscoverableAuthentication, Passkey, PasskeyRegistration, PublicKeyCredential,
    RegisterPublicKeyCredential, Uuid, Webauthn, WebauthnBuilder, WebauthnResult,
};
use wire::Code;

use super::{Outcome, ensure};

/// The same for everybody: the portal has no name to give.
const USER: &str = "mon espace";

/// The relying party.
pub(crate) struct Passkeys {
    webauthn: Webauthn,
    rp_id: String,
}

/// What goes to the app, and what stays in the row of the ceremony; both JSON.
pub(crate) struct Started {
    /// For the app.
    pub(crate) options: String,
    /// For the row.
    pub(crate) state: String,
}

impl Passkeys {
    /// The relying party `rp_id` at `origin`.
    ///
    /// # Errors
    /// What webauthn-rs says where the one does not belong to the other.
    pub(crate) fn new(rp_id: &str, origin: &Url) -> WebauthnResult<Self> {
        let webauthn = WebauthnBuilder::new(rp_id, origin)?
            .rp_name(rp_id)
            .build()?;
        Ok(Self {
            webauthn,
            rp_id: rp_id.to_owned(),
        })
    }

    /// The relying party id, as slots name it.
    pub(crate) fn rp_id(&self) -> &str {
        &self.rp_id
    }

    /// Begins the registration of a credential under `handle`.
    pub(crate) fn start_registration(&self, handle: [u8; 16]) -> Outcome<Started> {
        self.start(handle, USER, |_| {})
    }

    /// Begins the registration of a passkey for the structure's desk. A browser keeps it, with a name by which
    /// colleagues at one computer tell theirs apart.
    pub(crate) fn start_staff_registration(
        &self,
        handle: [u8; 16],
        name: &str,
    ) -> Outcome<Started> {
        self.start(handle, name, |options| {
            if let Some(chosen) = options.pointer_mut("/publicKey/authenticatorSelection") {
                chosen["residentKey"] = "required".into();
                chosen["requireResidentKey"] = true.into();
            }
        })
    }

    fn start(
        &self,
        handle: [u8; 16],
        name: &str,
        adjust: impl FnOnce(&mut Value),
    ) -> Outcome<Started> {
        let (options, state) = self
            .webauthn
            .start_passkey_registration(Uuid::from_bytes(handle), name, name, None)
            .map_err(|_| Code::Unavailable)?;
        let mut options = serde_json::to_value(&options).map_err(|_| Code::Unavailable)?;
        if let Some(Value::Array(offered)) = options.pointer_mut("/publicKey/pubKeyCredParams") {
            offered.retain(|one| matches!(one["alg"].as_i64(), Some(-7 | -8)));
        }
        adjust(&mut options);
        Ok(Started {
            options: options.to_string(),
            state: to_json(&state)?,
        })
    }

    /// The credential that was registered.
    pub(crate) fn finish_registration(&self, state: &str, answer: &str) -> Outcome<Passkey> {
        let answer: RegisterPublicKeyCredential = read_answer(answer)?;
        let state: PasskeyRegistration = from_json(state)?;
        let passkey = self
            .webauthn
            .finish_passkey_registration(&answer, &state)
            .map_err(|_| Code::AssertionRefused)?;
        ensure(
            matches!(
                passkey.cred_algorithm(),
                COSEAlgorithm::ES256 | COSEAlgorithm::EDDSA
            ),
            Code::AssertionRefused,
        )?;
        Ok(passkey)
    }

    /// Begins the opening of a space by whichever credential the stick holds.
    pub(crate) fn start_login(&self) -> Outcome<Started> {
        let (options, state) = self
            .webauthn
            .start_discoverable_authentication()
            .map_err(|_| Code::Unavailable)?;
        Ok(Started {
            options: to_json(&options)?,
            state: to_json(&state)?,
        })
    }

    /// Which credential answers, and the user handle it claims.
    pub(crate) fn identify(&self, answer: &str) -> Outcome<Identified> {
        let answer: PublicKeyCredential = read_answer(answer)?;
        let (handle, credential) = self
            .webauthn
            .identify_discoverable_authentication(&answer)
            .map_err(|_| Code::AssertionRefused)?;
        let (handle, credential) = (handle.into_bytes(), credential.to_vec());
        Ok(Identified {
            answer,
            handle,
            credential,
        })
    }

    /// Checks the answer; gives the passkey back where its counter moved.
    pub(crate) fn finish_login(
        &self,
        state: &str,
        identified: &Identified,
        passkey: &str,
        counter_of: Counter,
    ) -> Outcome<Option<String>> {
        let state: DiscoverableAuthentication = from_json(state)?;
        let counts = counter_of == Counter::MayBegin || counter(passkey)? > 0;
        let mut passkey: Passkey = from_json(passkey)?;
        let result = self
            .webauthn
            .finish_discoverable_authentication_v2(&identified.answer, state, &passkey)
            .map_err(|_| Code::AssertionRefused)?;
        ensure(result.user_verified(), Code::AssertionRefused)?;
        ensure(counts || result.counter() == 0, Code::AssertionRefused)?;
        match passkey.update_credential(&result) {
            Some(true) => to_json(&passkey).map(Some),
            Some(false) => Ok(None),
            None => Err(Code::AssertionRefused.into()),
        }
    }
}

impl core::fmt::Debug for Passkeys {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "Passkeys({})", self.rp_id)
    }
}

/// What is expected of the counter of a passkey that was registered without one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Counter {
    /// A stick's has none and never gets one: else one odd answer would shut the stick out.
    AsRegistered,
    /// Some security keys begin to count at their first answer.
    MayBegin,
}

/// An answer that says who it comes from, not yet believed.
pub(crate) struct Identified {
    answer: PublicKeyCredential,
    /// The user handle.
    pub(crate) handle: [u8; 16],
    /// The credential id.
    pub(crate) credential: Vec<u8>,
}

/// JSON of our own making.
pub(crate) fn to_json(value: &impl serde::Serialize) -> Outcome<String> {
    serde_json::to_string(value).map_err(|_| Code::Damaged.into())
}

/// The counter that a stored passkey had last.
fn counter(passkey: &str) -> Outcome<u64> {
    let stored: Value = from_json(passkey)?;
    let counter = stored.pointer("/cred/counter").and_then(Value::as_u64);
    counter.ok_or_else(|| Code::Damaged.into())
}

fn from_json<T: serde::de::DeserializeOwned>(text: &str) -> Outcome<T> {
    serde_json::from_str(text).map_err(|_| Code::Damaged.into())
}

/// An authenticator's answer. One that carries PRF outputs is refused unread: the portal must
/// never hold what opens a space.
fn read_answer<T: serde::de::DeserializeOwned>(text: &str) -> Outcome<T> {
    let value: Value = serde_json::from_str(text).map_err(|_| Code::Malformed)?;
    let prf = value.pointer("/clientExtensionResults/prf/results");
    ensure(prf.is_none_or(Value::is_null), Code::Malformed)?;
    serde_json::from_value(value).map_err(|_| Code::Malformed.into())
}
