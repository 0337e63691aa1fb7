//! An `OpenBadgeCredential` of Open Badges 3.0, with the claims that its JSON Web Token form asks for. Fields stand
//! in the order in which they are written: the same input is the same bytes.

use serde::{Deserialize, Serialize};
use wire::{Hash, Random, Realm, SigPublic, attestation::Attester, random};

use super::Name;
use crate::domain::desk::gestures::Gesture;

/// W3C Verifiable Credentials 2.0, then Open Badges 3.0.
pub(super) const CONTEXTS: [&str; 2] = [
    "https://www.w3.org/ns/credentials/v2",
    "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
];
/// What kind of credential it is.
pub(super) const TYPES: [&str; 2] = ["VerifiableCredential", "OpenBadgeCredential"];
const SCHEMA: &str =
    "https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json";

/// The whole of what is signed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub(super) struct Badge {
    #[serde(rename = "@context")]
    pub(super) context: Vec<String>,
    pub(super) id: String,
    #[serde(rename = "type")]
    pub(super) kind: Vec<String>,
    pub(super) name: String,
    pub(super) issuer: Issuer,
    pub(super) valid_from: String,
    pub(super) credential_subject: Subject,
    pub(super) credential_schema: Vec<Schema>,
    pub(super) iss: String,
    pub(super) jti: String,
    pub(super) nbf: u64,
    pub(super) sub: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Issuer {
    pub(super) id: String,
    #[serde(rename = "type")]
    pub(super) kind: Vec<String>,
    pub(super) name: String,
    pub(super) url: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Subject {
    pub(super) id: String,
    #[serde(rename = "type")]
    pub(super) kind: Vec<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) identifier: Vec<Identity>,
    pub(super) achievement: Achievement,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub(super) struct Identity {
    #[serde(rename = "type")]
    pub(super) kind: String,
    pub(super) identity_hash: String,
    pub(super) identity_type: String,
    pub(super) hashed: bool,
    pub(super) salt: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub(super) struct Achievement {
    pub(super) id: String,
    #[serde(rename = "type")]
    pub(super) kind: Vec<String>,
    pub(super) achievement_type: String,
    pub(super) name: String,
    pub(super) description: String,
    pub(super) criteria: Criteria,
    pub(super) in_language: String,
    pub(super) tag: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Criteria {
    pub(super) narrative: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Schema {
    pub(super) id: String,
    #[serde(rename = "type")]
    pub(super) kind: String,
}

/// What a badge says.
#[derive(Debug, Clone, Copy)]
pub(super) struct Said<'a> {
    pub(super) realm: Realm,
    pub(super) gestures: &'a [&'static Gesture],
    pub(super) name: Option<&'a Name>,
    pub(super) attester: &'a Attester,
    pub(super) origin: &'a str,
    pub(super) now: u64,
}

impl Badge {
    /// Makes one. Nothing in it is the same as in another but the gestures and the structure.
    pub(super) fn new(said: Said<'_>, random: &mut dyn Random) -> Self {
        let (id, sub) = (uuid(random::bytes(random)), uuid(random::bytes(random)));
        let salt: [u8; 16] = random::bytes(random);
        let salt = data_encoding::HEXLOWER.encode(&salt);
        let iss = did(&said.attester.key);
        let achievement = achievement(said.realm, said.gestures);
        let texts = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect();
        let identity = said.name.map(|name| Identity {
            kind: "IdentityObject".into(),
            identity_hash: name.hashed(&salt),
            identity_type: "name".into(),
            hashed: true,
            salt,
        });
        Self {
            context: texts(&CONTEXTS),
            id: id.clone(),
            kind: texts(&TYPES),
            name: achievement.name.clone(),
            issuer: Issuer {
                id: iss.clone(),
                kind: texts(&["Profile"]),
                name: said.attester.name.clone(),
                url: said.origin.into(),
            },
            valid_from: moment(said.now),
            credential_subject: Subject {
                id: sub.clone(),
                kind: texts(&["AchievementSubject"]),
                identifier: identity.into_iter().collect(),
                achievement,
            },
            credential_schema: vec![Schema {
                id: SCHEMA.into(),
                kind: "1EdTechJsonSchemaValidator2019".into(),
            }],
            iss,
            jti: id,
            nbf: said.now,
            sub,
        }
    }
}

/// The same gestures are the same achievement, at every structure.
fn achievement(realm: Realm, gestures: &[&'static Gesture]) -> Achievement {
    let values: Vec<String> = gestures.iter().map(|one| one.value.to_owned()).collect();
    let labels: Vec<_> = gestures.iter().map(|one| one.label).collect();
    let (name, note) = match realm {
        Realm::Prod => ("Gestes du numérique", ""),
        Realm::Practice => (
            "Exercice : gestes du numérique",
            " Fait pour s’exercer : ne compte nulle part.",
        ),
    };
    let named = format!("{name}\n{}", values.join("\n"));
    let mut id = [0; 16];
    id.copy_from_slice(&Hash::of(named.as_bytes()).0[..16]);
    Achievement {
        id: uuid(id),
        kind: vec!["Achievement".into()],
        achievement_type: "Competency".into(),
        name: name.into(),
        description: format!("La personne fait ces gestes seule.{note}"),
        criteria: Criteria {
            narrative: format!(
                "La personne a montré ces gestes à la structure : {}.",
                labels.join(" ; ")
            ),
        },
        in_language: "fr".into(),
        tag: values,
    }
}

/// Sixteen bytes as a name that everybody may give (RFC 9562, version 8).
fn uuid(bytes: [u8; 16]) -> String {
    let uuid = uuid::Builder::from_custom_bytes(bytes).into_uuid();
    format!("urn:uuid:{uuid}")
}

/// A key by its own name (did:key): the badge needs no server to say whose signature this is.
pub(super) fn did(key: &SigPublic) -> String {
    let named = [&[0xed, 0x01][..], &key.0].concat();
    format!("did:key:z{}", bs58::encode(named).into_string())
}

/// Unix seconds as RFC 3339, at Greenwich.
pub(super) fn moment(time: u64) -> String {
    let seconds = i64::try_from(time).unwrap_or(i64::MAX);
    let time = jiff::Timestamp::from_second(seconds).unwrap_or(jiff::Timestamp::MAX);
    time.to_string()
}
