//! The stick as a WebAuthn authenticator (WebAuthn Level 3, CTAP 2.1 hmac-secret).
//!
//! The app is client and authenticator. PRF outputs never leave: what is sent is built from
//! [`Outgoing`], which has no place for them.

use crate::trouble::{Result, Trouble};
use coset::CborSerializable;
use crypto::{
    keys::{PrfOutput, prf_admin_input, prf_open_input},
    stick::{Header, Passkey as Sealed},
};
use passkey::{
    authenticator::{
        Authenticator, UiHint, UserCheck, UserValidationMethod, extensions::HmacSecretConfig,
    },
    client::{Client, DefaultClientData},
    crypto::{CoseKey, rust_crypto::RustCryptoBackend},
    types::{
        CredentialExtensions, Passkey, StoredHmacSecret,
        ctap2::{Aaguid, Ctap2Error},
        webauthn::{
            AuthenticationExtensionsClientInputs, AuthenticationExtensionsPrfInputs,
            AuthenticationExtensionsPrfOutputs, AuthenticationExtensionsPrfValues,
            AuthenticatorSelectionCriteria, CredentialCreationOptions, CredentialRequestOptions,
            ResidentKeyRequirement, UserVerificationRequirement,
        },
    },
};
use serde::Serialize;
use url::Url;
use wire::Realm;
use zeroize::Zeroizing;

/// How much of the PRF is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ask {
    /// Every day.
    Open,
    /// After the code was asked again, and at the first opening.
    Admin,
}

/// What stays in the app.
pub(crate) struct Outputs {
    pub(crate) first: PrfOutput,
    pub(crate) second: Option<PrfOutput>,
}

/// What goes to the portal: the fields of `RegistrationResponseJSON` and `AuthenticationResponseJSON`
/// that it verifies, and nothing else.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Outgoing<'a, R> {
    pub(crate) id: &'a str,
    pub(crate) raw_id: &'a passkey::types::Bytes,
    pub(crate) r#type: &'static str,
    pub(crate) response: R,
    pub(crate) client_extension_results: NoResults,
}

/// Always `{}`.
#[derive(Serialize)]
pub(crate) struct NoResults {}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Attestation<'a> {
    #[serde(rename = "clientDataJSON")]
    pub(crate) client_data_json: &'a passkey::types::Bytes,
    pub(crate) attestation_object: &'a passkey::types::Bytes,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Assertion<'a> {
    #[serde(rename = "clientDataJSON")]
    pub(crate) client_data_json: &'a passkey::types::Bytes,
    pub(crate) authenticator_data: &'a passkey::types::Bytes,
    pub(crate) signature: &'a passkey::types::Bytes,
    pub(crate) user_handle: &'a Option<passkey::types::Bytes>,
}

/// Makes a credential: discoverable, user-verified, ES256, with both PRF outputs. Returns what the
/// envelope will hold, the JSON for the portal, and the outputs.
pub(crate) async fn register(header: &Header, options: &str) -> Result<(Sealed, String, Outputs)> {
    let mut options: CredentialCreationOptions =
        serde_json::from_str(options).map_err(|_| Trouble::Unverified)?;
    let public_key = &mut options.public_key;
    if public_key.rp.id.as_deref() != Some(&header.rp_id) {
        return Err(Trouble::Unverified);
    }
    public_key.authenticator_selection = Some(AuthenticatorSelectionCriteria {
        authenticator_attachment: None,
        resident_key: Some(ResidentKeyRequirement::Required),
        require_resident_key: true,
        user_verification: UserVerificationRequirement::Required,
    });
    // Every extension the portal sent is discarded; ours is the only one.
    public_key.extensions = Some(prf(header.realm, Ask::Admin));

    let mut client = Client::new(authenticator(None));
    let created = client
        .register(&origin(header)?, options, DefaultClientData)
        .await
        .map_err(|_| Trouble::Unverified)?;
    let json = json(&Outgoing {
        id: &created.id,
        raw_id: &created.raw_id,
        r#type: "public-key",
        response: Attestation {
            client_data_json: &created.response.client_data_json,
            attestation_object: &created.response.attestation_object,
        },
        client_extension_results: NoResults {},
    })?;
    let outputs = take(created.client_extension_results.prf, Ask::Admin)?;
    let passkey = client
        .authenticator()
        .store()
        .as_ref()
        .ok_or(Trouble::Unverified)?;
    Ok((seal(passkey)?, json, outputs))
}

/// Signs an assertion and evaluates the PRF.
pub(crate) async fn assert(
    header: &Header,
    sealed: &Sealed,
    options: &str,
    ask: Ask,
) -> Result<(String, Outputs)> {
    // `mediation` is a word to browsers; there is none here.
    let mut value: serde_json::Value =
        serde_json::from_str(options).map_err(|_| Trouble::Unverified)?;
    if let Some(object) = value.as_object_mut() {
        object.remove("mediation");
    }
    let mut options: CredentialRequestOptions =
        serde_json::from_value(value).map_err(|_| Trouble::Unverified)?;
    if options.public_key.rp_id.as_deref() != Some(&header.rp_id) {
        return Err(Trouble::Unverified);
    }
    options.public_key.user_verification = UserVerificationRequirement::Required;
    options.public_key.extensions = Some(prf(header.realm, ask));

    let mut client = Client::new(authenticator(Some(unseal(header, sealed)?)));
    let asserted = client
        .authenticate(&origin(header)?, options, DefaultClientData)
        .await
        .map_err(|_| Trouble::Unverified)?;
    let json = json(&Outgoing {
        id: &asserted.id,
        raw_id: &asserted.raw_id,
        r#type: "public-key",
        response: Assertion {
            client_data_json: &asserted.response.client_data_json,
            authenticator_data: &asserted.response.authenticator_data,
            signature: &asserted.response.signature,
            user_handle: &asserted.response.user_handle,
        },
        client_extension_results: NoResults {},
    })?;
    Ok((json, take(asserted.client_extension_results.prf, ask)?))
}

/// The user was verified: the envelope opened, and that takes the code.
struct EnvelopeOpened;

#[async_trait::async_trait]
impl UserValidationMethod for EnvelopeOpened {
    type PasskeyItem = Passkey;

    async fn check_user<'a>(
        &self,
        _: UiHint<'a, Passkey>,
        presence: bool,
        verification: bool,
    ) -> core::result::Result<UserCheck, Ctap2Error> {
        Ok(UserCheck {
            presence,
            verification,
        })
    }

    fn is_verification_enabled(&self) -> Option<bool> {
        Some(true)
    }

    fn is_presence_enabled(&self) -> bool {
        true
    }
}

type Stick = Authenticator<Option<Passkey>, EnvelopeOpened, RustCryptoBackend>;

fn authenticator(credential: Option<Passkey>) -> Stick {
    Authenticator::new(
        Aaguid::new_empty(),
        credential,
        EnvelopeOpened,
        RustCryptoBackend,
    )
    .hmac_secret(HmacSecretConfig::new_with_uv_only().enable_on_make_credential())
}

fn prf(realm: Realm, ask: Ask) -> AuthenticationExtensionsClientInputs {
    let eval = AuthenticationExtensionsPrfValues {
        first: prf_open_input(realm).into(),
        second: (ask == Ask::Admin).then(|| prf_admin_input(realm).into()),
    };
    AuthenticationExtensionsClientInputs {
        prf: Some(AuthenticationExtensionsPrfInputs {
            eval: Some(eval),
            eval_by_credential: None,
        }),
        ..Default::default()
    }
}

fn take(outputs: Option<AuthenticationExtensionsPrfOutputs>, ask: Ask) -> Result<Outputs> {
    let values = outputs.and_then(|o| o.results).ok_or(Trouble::Unverified)?;
    let first = Zeroizing::new(values.first.to_vec());
    let second = values.second.map(|second| Zeroizing::new(second.to_vec()));
    if second.is_some() != (ask == Ask::Admin) {
        return Err(Trouble::Unverified);
    }
    Ok(Outputs {
        first: PrfOutput::take(&first)?,
        second: second.map(|second| PrfOutput::take(&second)).transpose()?,
    })
}

fn seal(passkey: &Passkey) -> Result<Sealed> {
    let hmac = passkey
        .extensions
        .hmac_secret
        .as_ref()
        .ok_or(Trouble::Unverified)?;
    let handle = passkey.user_handle.as_ref().ok_or(Trouble::Unverified)?;
    Ok(Sealed {
        private: Zeroizing::new(
            passkey
                .key
                .clone()
                .to_vec()
                .map_err(|_| Trouble::Unverified)?,
        ),
        credential: passkey.credential_id.to_vec(),
        user_handle: handle[..].try_into().map_err(|_| Trouble::Unverified)?,
        cred_random: Zeroizing::new(hmac.cred_with_uv.clone()),
    })
}

fn unseal(header: &Header, sealed: &Sealed) -> Result<Passkey> {
    Ok(Passkey {
        key: CoseKey::from_slice(&sealed.private).map_err(|_| Trouble::StickDamaged)?,
        credential_id: sealed.credential.clone().into(),
        rp_id: header.rp_id.clone(),
        user_handle: Some(sealed.user_handle.to_vec().into()),
        username: None,
        user_display_name: None,
        counter: None,
        extensions: CredentialExtensions {
            hmac_secret: Some(StoredHmacSecret {
                cred_with_uv: sealed.cred_random.to_vec(),
                cred_without_uv: None,
            }),
        },
    })
}

fn origin(header: &Header) -> Result<Url> {
    Url::parse(&header.origin).map_err(|_| Trouble::StickDamaged)
}

pub(crate) fn json(value: &impl Serialize) -> Result<String> {
    serde_json::to_string(value).map_err(|_| Trouble::Unverified)
}

#[cfg(test)]
mod tests {
    use super::*;
    use wire::{GateId, Hash, KeyId, gate::Element, suite::SUITE};

    fn header() -> Header {
        Header {
            suite: SUITE,
            realm: Realm::Prod,
            key_id: KeyId([1; 16]),
            rp_id: "acces.mesdroits.example".into(),
            origin: "https://acces.mesdroits.example".into(),
            gates: vec![crypto::stick::GateKey {
                gate: GateId([2; 16]),
                public: Element([3; 32]),
            }],
            threshold: 1,
            structure: Hash([4; 32]),
        }
    }

    fn creation(rp_id: &str) -> String {
        format!(
            r#"{{"publicKey":{{"rp":{{"id":"{rp_id}","name":"x"}},"user":{{"id":"AAAAAAAAAAAAAAAAAAAAAA","name":"u","displayName":"u"}},"challenge":"AAAAAAAAAAAAAAAAAAAAAA","pubKeyCredParams":[{{"type":"public-key","alg":-7}}],"authenticatorSelection":{{"residentKey":"discouraged","requireResidentKey":false,"userVerification":"required"}}}}}}"#
        )
    }

    fn request() -> String {
        r#"{"publicKey":{"rpId":"acces.mesdroits.example","challenge":"BBBBBBBBBBBBBBBBBBBBBB","userVerification":"required"},"mediation":"conditional"}"#.into()
    }

    #[tokio::test]
    async fn prf_outputs_never_leave_and_come_back_the_same() {
        let (sealed, json, made) = register(&header(), &creation("acces.mesdroits.example"))
            .await
            .unwrap();
        assert!(
            !json.contains("prf") && json.contains(r#""clientExtensionResults":{}"#),
            "{json}"
        );
        assert!(made.second.is_some());
        let (json, daily) = assert(&header(), &sealed, &request(), Ask::Open)
            .await
            .unwrap();
        assert!(
            !json.contains("prf") && json.contains(r#""clientExtensionResults":{}"#),
            "{json}"
        );
        assert!(
            daily.second.is_none(),
            "administration is not opened every day"
        );
    }

    #[tokio::test]
    async fn another_relying_party_is_refused() {
        assert!(
            register(&header(), &creation("evil.example"))
                .await
                .is_err()
        );
    }
}
