//! What is asked of a security key, and what is believed of its answers. It is hostile until it has shown
//! otherwise: every length is checked, and a secret that is none is refused.

use super::{Assert, Asserted, Device, Fault, Make, Pin, aside};
use crate::{
    authenticator::{Ask, Assertion, Attestation, NoResults, Outgoing, Outputs, json},
    trouble::{Result, Trouble},
};
use crypto::{
    keys::{PrfOutput, prf_admin_input, prf_open_input},
    stick::HeaderDraft,
};
use passkey::types::{
    Bytes,
    webauthn::{CredentialCreationOptions, CredentialRequestOptions},
};
use serde::Serialize;
use std::sync::Arc;
use wire::{Hash, Random, Realm};
use zeroize::Zeroizing;

/// Present, and verified.
const PRESENT_AND_VERIFIED: u8 = 0x05;
/// A credential lies in the authenticator data.
const CREDENTIAL: u8 = 0x40;
/// Where it begins, after the hash of the relying party, flags, counter and AAGUID.
const CREDENTIAL_AT: usize = 32 + 1 + 4 + 16;
/// The longest credential id (WebAuthn Level 3, section 4).
const CREDENTIAL_ID: usize = 1023;
/// The longest authenticator data, and signature, that anything here is asked to carry.
const LONGEST: usize = 4 << 10;

/// The salt of the PRF's extension for an input (WebAuthn Level 3, prf): a browser would give the same.
fn salt(input: &[u8]) -> [u8; 32] {
    Hash::of(&[b"WebAuthn PRF\0".as_slice(), input].concat()).0
}

fn salts(realm: Realm, ask: Ask) -> ([u8; 32], Option<[u8; 32]>) {
    let second = (ask == Ask::Admin).then(|| salt(&prf_admin_input(realm)));
    (salt(&prf_open_input(realm)), second)
}

/// What the device signs over.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ClientData<'a> {
    r#type: &'static str,
    challenge: &'a Bytes,
    origin: &'a str,
    cross_origin: bool,
}

fn client_data(r#type: &'static str, challenge: &Bytes, home: &HeaderDraft) -> Result<Arc<[u8]>> {
    let data = ClientData {
        r#type,
        challenge,
        origin: &home.origin,
        cross_origin: false,
    };
    Ok(json(&data)?.into_bytes().into())
}

/// A credential of a security key, made just now.
pub(crate) struct Registered {
    /// Its id.
    pub(crate) credential: Vec<u8>,
    /// What goes to the portal.
    pub(crate) answer: String,
    /// What stays in the app.
    pub(crate) outputs: Outputs,
}

/// Makes a credential as the portal asked, then evaluates its PRF for the first time: two touches.
pub(crate) async fn register(
    device: &Device,
    pin: &Option<Arc<Pin>>,
    home: &HeaderDraft,
    options: &str,
    exclude: Vec<Vec<u8>>,
    random: &mut dyn Random,
) -> Result<Registered> {
    let options: CredentialCreationOptions =
        serde_json::from_str(options).map_err(|_| Trouble::Unverified)?;
    let options = options.public_key;
    if options.rp.id.as_deref() != Some(&home.rp_id) {
        return Err(Trouble::Unverified);
    }
    let data = client_data("webauthn.create", &options.challenge, home)?;
    let made = {
        let (rp_id, data, pin) = (home.rp_id.clone(), data.clone(), pin.clone());
        let handle = options.user.id.to_vec();
        aside(device, move |device| {
            device.make(&Make {
                rp_id: &rp_id,
                client_data: &data,
                user_handle: &handle,
                exclude: &exclude,
                pin: pin.as_deref(),
            })
        })
        .await?
    };
    let credential = credential_in(&made, &home.rp_id)?.to_vec();
    let challenge = Bytes::from(wire::random::bytes::<32>(random).to_vec());
    let first = sign(device, pin, home, &challenge, Some(&credential), Ask::Admin).await?;
    let id = Bytes::from(credential.clone());
    let answer = json(&Outgoing {
        id: &String::from(id.clone()),
        raw_id: &id,
        r#type: "public-key",
        response: Attestation {
            client_data_json: &Bytes::from(data.to_vec()),
            attestation_object: &Bytes::from(unattested(&made)),
        },
        client_extension_results: NoResults {},
    })?;
    Ok(Registered {
        credential,
        answer,
        outputs: first.outputs,
    })
}

/// An assertion that is believed.
pub(crate) struct Signed {
    /// By which credential.
    pub(crate) credential: Vec<u8>,
    /// What goes to the portal.
    pub(crate) answer: String,
    /// What stays in the app.
    pub(crate) outputs: Outputs,
}

/// Signs as the portal asked: one touch.
pub(crate) async fn assert(
    device: &Device,
    pin: &Option<Arc<Pin>>,
    home: &HeaderDraft,
    options: &str,
    ask: Ask,
) -> Result<Signed> {
    let mut value: serde_json::Value =
        serde_json::from_str(options).map_err(|_| Trouble::Unverified)?;
    if let Some(object) = value.as_object_mut() {
        object.remove("mediation");
    }
    let options: CredentialRequestOptions =
        serde_json::from_value(value).map_err(|_| Trouble::Unverified)?;
    let options = options.public_key;
    if options.rp_id.as_deref() != Some(&home.rp_id) {
        return Err(Trouble::Unverified);
    }
    sign(device, pin, home, &options.challenge, None, ask).await
}

async fn sign(
    device: &Device,
    pin: &Option<Arc<Pin>>,
    home: &HeaderDraft,
    challenge: &Bytes,
    allow: Option<&[u8]>,
    ask: Ask,
) -> Result<Signed> {
    let data = client_data("webauthn.get", challenge, home)?;
    let asserted = {
        let (rp_id, data, pin) = (home.rp_id.clone(), data.clone(), pin.clone());
        let allow = allow.map(<[u8]>::to_vec);
        let (first, second) = salts(home.realm, ask);
        aside(device, move |device| {
            device.assert(&Assert {
                rp_id: &rp_id,
                client_data: &data,
                allow: allow.as_deref(),
                first,
                second,
                pin: pin.as_deref(),
            })
        })
        .await?
    };
    let outputs = outputs_of(&asserted, ask)?;
    let Asserted {
        credential,
        authenticator_data,
        signature,
        user_handle,
        ..
    } = asserted;
    verified(&authenticator_data, &home.rp_id)?;
    let bounded = (1..=CREDENTIAL_ID).contains(&credential.len())
        && signature.len() <= LONGEST
        && user_handle.len() <= 64;
    if !bounded || allow.is_some_and(|allow| allow != credential) {
        return Err(Fault::Nonsense.into());
    }
    let id = Bytes::from(credential.clone());
    let answer = json(&Outgoing {
        id: &String::from(id.clone()),
        raw_id: &id,
        r#type: "public-key",
        response: Assertion {
            client_data_json: &Bytes::from(data.to_vec()),
            authenticator_data: &Bytes::from(authenticator_data),
            signature: &Bytes::from(signature),
            user_handle: &Some(Bytes::from(user_handle)),
        },
        client_extension_results: NoResults {},
    })?;
    Ok(Signed {
        credential,
        answer,
        outputs,
    })
}

/// The outputs, if they can be secrets: as many as were asked for, none of one byte repeated, no two the same.
fn outputs_of(asserted: &Asserted, ask: Ask) -> Result<Outputs> {
    let outputs = &asserted.outputs;
    // A device without hmac-secret on this credential answers without any.
    if outputs.is_empty() {
        return Err(Fault::NoPrf.into());
    }
    let wanted = match ask {
        Ask::Open => 32,
        Ask::Admin => 64,
    };
    let halves: Vec<&[u8]> = outputs.chunks(32).collect();
    let constant = |half: &&[u8]| half.iter().all(|byte| Some(byte) == half.first());
    let is_none = halves.iter().any(constant) || (halves.len() == 2 && halves[0] == halves[1]);
    if outputs.len() != wanted || is_none {
        return Err(Fault::Nonsense.into());
    }
    let take = |half: &&[u8]| Ok::<_, Trouble>(PrfOutput::take(&Zeroizing::new(half.to_vec()))?);
    Ok(Outputs {
        first: halves.first().map(take).ok_or(Fault::Nonsense)??,
        second: halves.get(1).map(take).transpose()?,
    })
}

/// Whether authenticator data is about this site, and says that the person was there and verified.
fn verified(data: &[u8], rp_id: &str) -> Result<u8> {
    let (hash, rest) = data.split_at_checked(32).ok_or(Fault::Nonsense)?;
    let flags = match rest {
        [flags, _, _, _, _, ..] => *flags,
        _ => return Err(Fault::Nonsense.into()),
    };
    let is_good = hash == Hash::of(rp_id.as_bytes()).0
        && flags & PRESENT_AND_VERIFIED == PRESENT_AND_VERIFIED
        && data.len() <= LONGEST;
    if is_good {
        Ok(flags)
    } else {
        Err(Fault::Nonsense.into())
    }
}

/// The id of the credential that authenticator data brings.
fn credential_in<'d>(data: &'d [u8], rp_id: &str) -> Result<&'d [u8]> {
    let flags = verified(data, rp_id)?;
    let rest = data.get(CREDENTIAL_AT..).ok_or(Fault::Nonsense)?;
    let (length, rest) = rest.split_first_chunk::<2>().ok_or(Fault::Nonsense)?;
    let length = usize::from(u16::from_be_bytes(*length));
    let id = rest.get(..length).ok_or(Fault::Nonsense)?;
    if flags & CREDENTIAL == 0 || !(1..=CREDENTIAL_ID).contains(&length) {
        return Err(Fault::Nonsense.into());
    }
    Ok(id)
}

/// An attestation object that attests nothing: who made the device is nobody's business.
fn unattested(data: &[u8]) -> Vec<u8> {
    let mut object = Vec::with_capacity(data.len() + 40);
    let mut encoder = minicbor::Encoder::new(&mut object);
    // Into memory: it cannot fail.
    let _ = encoder
        .map(3)
        .and_then(|e| e.str("fmt")?.str("none")?.str("attStmt")?.map(0))
        .and_then(|e| e.str("authData")?.bytes(data));
    object
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const RP: &str = "acces.mesdroits.example";

    fn data(flags: u8, id: &[u8]) -> Vec<u8> {
        let mut data = Hash::of(RP.as_bytes()).0.to_vec();
        data.push(flags);
        data.extend([0; 4 + 16]);
        data.extend(u16::try_from(id.len()).unwrap().to_be_bytes());
        data.extend(id);
        data
    }

    fn nonsense<T: core::fmt::Debug>(result: Result<T>) -> bool {
        matches!(result, Err(Trouble::SecurityKey(Fault::Nonsense)))
    }

    #[test]
    fn the_salts_are_those_of_the_browsers_extension() {
        // WebAuthn Level 3, prf: SHA-256("WebAuthn PRF" ‖ 00 ‖ input).
        let input = prf_open_input(Realm::Prod);
        let mut long = b"WebAuthn PRF".to_vec();
        long.push(0);
        long.extend(&input);
        let (first, second) = salts(Realm::Prod, Ask::Admin);
        assert_eq!(first, Hash::of(&long).0);
        assert_ne!(Some(first), second);
        assert!(salts(Realm::Prod, Ask::Open).1.is_none());
    }

    #[test]
    fn a_credential_is_found_where_it_lies() {
        assert_eq!(credential_in(&data(0x45, b"name"), RP).unwrap(), b"name");
        assert!(nonsense(credential_in(&data(0x45, b""), RP)));
        assert!(
            nonsense(credential_in(&data(0x41, b"name"), RP)),
            "nobody was verified"
        );
        assert!(
            nonsense(credential_in(&data(0x05, b"name"), RP)),
            "it brings none"
        );
        assert!(nonsense(credential_in(
            &data(0x45, b"name"),
            "evil.example"
        )));
        let mut cut = data(0x45, b"name");
        cut.pop();
        assert!(nonsense(credential_in(&cut, RP)));
    }

    fn outputs(bytes: Vec<u8>, ask: Ask) -> Result<()> {
        let asserted = Asserted {
            credential: vec![1],
            authenticator_data: Vec::new(),
            signature: Vec::new(),
            user_handle: Vec::new(),
            outputs: Zeroizing::new(bytes),
        };
        outputs_of(&asserted, ask).map(drop)
    }

    #[test]
    fn a_secret_that_is_none_is_refused() {
        let good: Vec<u8> = (0..64).collect();
        outputs(good.clone(), Ask::Admin).unwrap();
        outputs(good[..32].to_vec(), Ask::Open).unwrap();
        assert!(nonsense(outputs(good.clone(), Ask::Open)));
        assert!(nonsense(outputs(good[..32].to_vec(), Ask::Admin)));
        assert!(nonsense(outputs(vec![7; 64], Ask::Admin)));
        assert!(nonsense(outputs(good[..32].repeat(2), Ask::Admin)));
        let none = outputs(Vec::new(), Ask::Open);
        assert!(matches!(none, Err(Trouble::SecurityKey(Fault::NoPrf))));
    }

    proptest! {
        #[test]
        fn no_answer_breaks_it(bytes in prop::collection::vec(any::<u8>(), 0..300), good in any::<bool>()) {
            let mut bytes = bytes;
            if good {
                bytes = [data(0x45, b"")[..CREDENTIAL_AT].to_vec(), bytes].concat();
            }
            let _ = credential_in(&bytes, RP);
            let _ = verified(&bytes, RP);
            let _ = outputs(bytes.clone(), Ask::Open);
            let _ = outputs(bytes, Ask::Admin);
        }
    }
}
