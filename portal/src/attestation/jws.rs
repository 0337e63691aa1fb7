//! A compact JWS (RFC 7515) signed with Ed25519 (RFC 8037), its key inside: the one form of it that is made here, and
//! the only one that is read.

use data_encoding::BASE64URL_NOPAD as BASE64;
use ring::signature::{ED25519, UnparsedPublicKey};
use serde::{Deserialize, Serialize};
use wire::SigPublic;

use crate::structure::AttesterKey;

/// The longest one, in bytes.
pub(super) const MAX: usize = 16 << 10;

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Header {
    alg: String,
    jwk: Jwk,
    typ: String,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Jwk {
    crv: String,
    kty: String,
    x: String,
}

impl Header {
    fn of(key: &SigPublic) -> Self {
        Self {
            alg: "EdDSA".into(),
            jwk: Jwk {
                crv: "Ed25519".into(),
                kty: "OKP".into(),
                x: BASE64.encode(&key.0),
            },
            typ: "JWT".into(),
        }
    }

    /// The key, where everything else is as it is made here.
    fn key(&self) -> Option<SigPublic> {
        let key = BASE64.decode(self.jwk.x.as_bytes()).ok()?;
        let key = SigPublic(key.try_into().ok()?);
        let own = Self::of(&key);
        let same = (&self.alg, &self.typ) == (&own.alg, &own.typ)
            && (&self.jwk.crv, &self.jwk.kty) == (&own.jwk.crv, &own.jwk.kty);
        same.then_some(key)
    }
}

/// Signs what is JSON already.
pub(super) fn sign(key: &AttesterKey, payload: &[u8]) -> serde_json::Result<String> {
    let header = serde_json::to_vec(&Header::of(&key.public()))?;
    let signed = format!("{}.{}", BASE64.encode(&header), BASE64.encode(payload));
    let signature = key.sign_attestation(signed.as_bytes());
    Ok(format!("{signed}.{}", BASE64.encode(&signature.0)))
}

/// What was signed, and by which key; none where it is no such thing, or not signed by the key that it names.
pub(super) fn open(text: &str) -> Option<(SigPublic, Vec<u8>)> {
    if text.len() > MAX {
        return None;
    }
    let (signed, signature) = text.rsplit_once('.')?;
    let (header, payload) = signed.split_once('.')?;
    let header = BASE64.decode(header.as_bytes()).ok()?;
    let header: Header = serde_json::from_slice(&header).ok()?;
    let key = header.key()?;
    let signature = BASE64.decode(signature.as_bytes()).ok()?;
    UnparsedPublicKey::new(&ED25519, &key.0)
        .verify(signed.as_bytes(), &signature)
        .ok()?;
    let payload = BASE64.decode(payload.as_bytes()).ok()?;
    Some((key, payload))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn key() -> AttesterKey {
        AttesterKey::from_seed(&[7; 32])
    }

    #[test]
    fn what_is_signed_opens_and_nothing_else_does() {
        let key = key();
        let text = sign(&key, b"{\"a\":1}").unwrap();
        assert_eq!(open(&text), Some((key.public(), b"{\"a\":1}".to_vec())));
        let [_, payload, signature] = text.split('.').collect::<Vec<_>>()[..] else {
            panic!("three parts");
        };
        let with =
            |header: &str| format!("{}.{payload}.{signature}", BASE64.encode(header.as_bytes()));
        let x = BASE64.encode(&key.public().0);
        let jwk = format!(r#"{{"crv":"Ed25519","kty":"OKP","x":"{x}"}}"#);
        for header in [
            format!(r#"{{"alg":"none","jwk":{jwk},"typ":"JWT"}}"#),
            format!(r#"{{"alg":"HS256","jwk":{jwk},"typ":"JWT"}}"#),
            format!(r#"{{"alg":"EdDSA","jwk":{jwk},"typ":"JWT","crit":["b64"],"b64":false}}"#),
            format!(r#"{{"alg":"EdDSA","jwk":{jwk},"typ":"JWT","kid":"https://evil.example/k"}}"#),
            r#"{"alg":"EdDSA","typ":"JWT"}"#.into(),
        ] {
            assert_eq!(open(&with(&header)), None, "{header}");
        }
        let unsigned = text.rsplit_once('.').unwrap().0;
        for cut in [
            format!("{unsigned}."),
            unsigned.into(),
            format!("{text}.{signature}"),
        ] {
            assert_eq!(open(&cut), None);
        }
    }

    proptest! {
        #[test]
        fn no_text_breaks_it(text in "\\PC*", at in any::<usize>(), with in any::<char>()) {
            prop_assert_eq!(open(&text), None);
            let good = sign(&key(), b"{}").unwrap();
            let mut letters: Vec<char> = good.chars().collect();
            let at = at % letters.len();
            let same = letters[at] == with;
            letters[at] = with;
            let changed: String = letters.into_iter().collect();
            prop_assert_eq!(open(&changed).is_some(), same);
        }
    }
}
