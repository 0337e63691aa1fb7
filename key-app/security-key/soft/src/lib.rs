//! A device that speaks CTAP 2.1 to whoever writes reports to it: getInfo, the PIN by both protocols,
//! makeCredential and getAssertion with hmac-secret. Written from the specification, not from the crate that
//! is tested with it.
//!
//! - here the device, its commands and what it keeps · `agreement` keys for one exchange · `cbor` what is asked and told

mod agreement;
mod cbor;

use agreement::Shared;
use cbor::{bytes, cose, get, int, named, number, text, write};
use ciborium::Value;
use p256::{
    PublicKey, SecretKey,
    ecdsa::{Signature, SigningKey, signature::Signer},
};
use ring::{digest, hmac};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// What it is and keeps.
pub struct Soft {
    /// Extensions that it names.
    pub extensions: Vec<&'static str>,
    /// Its options.
    pub options: Vec<(&'static str, bool)>,
    /// Protocols of the PIN that it has.
    pub protocols: Vec<u8>,
    /// The PIN.
    pub pin: Option<String>,
    /// Wrong PINs that are left.
    pub retries: u32,
    in_a_row: u32,
    /// Says this in the place of its next answer to a command.
    pub instead: Option<(u8, Instead)>,
    /// Every command heard.
    pub heard: Vec<u8>,
    /// Level of credProtect that the last credential was made with.
    pub protected: Option<i64>,
    agreement: SecretKey,
    token: [u8; 32],
    kept: Vec<Kept>,
    drawn: u8,
}

/// What it does instead of answering.
#[derive(Clone)]
pub enum Instead {
    /// Another status.
    Status(u8),
    /// These bytes after a good status.
    Bytes(Vec<u8>),
    /// It is pulled out.
    Gone,
}

struct Kept {
    rp_id: String,
    handle: Vec<u8>,
    id: Vec<u8>,
    key: SigningKey,
    /// CredRandomWithUV.
    secret: [u8; 32],
}

type Answer = Result<Vec<(Value, Value)>, u8>;

impl Soft {
    /// A device of today, with this PIN.
    pub fn new(pin: &str) -> Arc<Mutex<Self>> {
        Arc::new(Mutex::new(Self {
            extensions: vec!["credProtect", "hmac-secret"],
            options: vec![
                ("rk", true),
                ("up", true),
                ("plat", false),
                ("clientPin", true),
            ],
            protocols: vec![2, 1],
            pin: Some(pin.to_owned()),
            retries: 8,
            in_a_row: 0,
            instead: None,
            heard: Vec::new(),
            protected: None,
            agreement: secret_key(200),
            token: [0x70; 32],
            kept: Vec::new(),
            drawn: 0,
        }))
    }

    /// Plugs it in.
    pub fn plug(soft: &Arc<Mutex<Self>>) {
        let soft = soft.clone();
        hidapi::plug(Box::new(move |message| locked(&soft).hear(message)), false);
    }

    /// Takes everything out; what was plugged in forgets that some PINs were wrong in a row.
    pub fn unplug(soft: &Arc<Mutex<Self>>) {
        hidapi::unplug_all();
        locked(soft).in_a_row = 0;
    }

    fn hear(&mut self, message: &[u8]) -> Option<Vec<u8>> {
        let (command, body) = message.split_first()?;
        self.heard.push(*command);
        if self.instead.as_ref().is_some_and(|(at, _)| at == command) {
            return match self.instead.take()? {
                (_, Instead::Status(status)) => Some(vec![status]),
                (_, Instead::Bytes(bytes)) => Some([vec![0], bytes].concat()),
                (_, Instead::Gone) => None,
            };
        }
        let asked = match body {
            [] => Value::Map(Vec::new()),
            body => ciborium::from_reader(body).ok()?,
        };
        let told = match command {
            0x01 => self.make(&asked),
            0x02 => self.assert(&asked),
            0x04 => Ok(self.info()),
            0x06 => self.client_pin(&asked),
            _ => Err(0x01),
        };
        Some(match told {
            Ok(map) => {
                let mut answer = vec![0];
                ciborium::into_writer(&Value::Map(map), &mut answer).ok()?;
                answer
            }
            Err(status) => vec![status],
        })
    }

    fn info(&self) -> Vec<(Value, Value)> {
        let texts =
            |all: &[&str]| Value::Array(all.iter().map(|t| Value::Text((*t).into())).collect());
        let options = self.options.iter();
        let options =
            options.map(|(name, value)| (Value::Text((*name).into()), Value::Bool(*value)));
        let protocols = self.protocols.iter().map(|p| Value::Integer((*p).into()));
        vec![
            (int(1), texts(&["FIDO_2_0", "FIDO_2_1"])),
            (int(2), texts(&self.extensions)),
            (int(3), Value::Bytes(vec![0; 16])),
            (int(4), Value::Map(options.collect())),
            (int(5), int(1_200)),
            (int(6), Value::Array(protocols.collect())),
        ]
    }

    fn client_pin(&mut self, asked: &Value) -> Answer {
        match number(get(asked, 2)?)? {
            1 => Ok(vec![(int(3), int(self.retries.into()))]),
            2 => Ok(vec![(int(1), cose(&self.agreement.public_key(), -25))]),
            5 => {
                let right = self.pin.clone().ok_or(0x35)?;
                if self.retries == 0 {
                    return Err(0x32);
                }
                if self.in_a_row == 3 {
                    return Err(0x34);
                }
                let shared = self.shared(get(asked, 3)?, number(get(asked, 1)?)?)?;
                self.retries -= 1;
                let hash = shared.open(bytes(get(asked, 6)?)?)?;
                if hash != digest::digest(&digest::SHA256, right.as_bytes()).as_ref()[..16] {
                    self.in_a_row += 1;
                    self.agreement = secret_key(201 + u8::try_from(self.in_a_row).unwrap_or(0));
                    return Err(match (self.retries, self.in_a_row) {
                        (0, _) => 0x32,
                        (_, 3) => 0x34,
                        _ => 0x31,
                    });
                }
                (self.retries, self.in_a_row) = (8, 0);
                Ok(vec![(int(2), Value::Bytes(shared.seal(&self.token)))])
            }
            _ => Err(0x3e),
        }
    }

    fn verified(
        &self,
        hash: &Value,
        auth: Result<&Value, u8>,
        protocol: Result<&Value, u8>,
    ) -> Result<(), u8> {
        let (Ok(auth), Ok(protocol)) = (auth, protocol) else {
            return Err(0x36);
        };
        let key = hmac::Key::new(hmac::HMAC_SHA256, &self.token);
        let right = hmac::sign(&key, bytes(hash)?);
        let length = if number(protocol)? == 1 { 16 } else { 32 };
        if right.as_ref()[..length] == *bytes(auth)? {
            Ok(())
        } else {
            Err(0x33)
        }
    }

    fn make(&mut self, asked: &Value) -> Answer {
        self.verified(get(asked, 1)?, get(asked, 8), get(asked, 9))?;
        if let Ok(Value::Array(excluded)) = get(asked, 5) {
            for one in excluded {
                let id = bytes(named(one, "id")?)?;
                if self.kept.iter().any(|kept| kept.id == id) {
                    return Err(0x19);
                }
            }
        }
        if named(get(asked, 7)?, "rk")? != &Value::Bool(true) {
            return Err(0x2b);
        }
        let extensions = get(asked, 6)?;
        if named(extensions, "hmac-secret")? != &Value::Bool(true) {
            return Err(0x16);
        }
        self.protected = named(extensions, "credProtect")
            .ok()
            .and_then(|level| number(level).ok());
        let rp_id = text(named(get(asked, 2)?, "id")?)?;
        self.drawn += 1;
        let key = secret_key(self.drawn);
        let id = vec![self.drawn; 32];
        let mut data = data(&rp_id, 0xc5);
        data.extend([0; 16]);
        data.extend([0, 32]);
        data.extend(&id);
        write(&mut data, &cose(&key.public_key(), -7))?;
        write(
            &mut data,
            &Value::Map(vec![(Value::Text("hmac-secret".into()), Value::Bool(true))]),
        )?;
        self.kept.push(Kept {
            rp_id,
            handle: bytes(named(get(asked, 3)?, "id")?)?.to_vec(),
            id,
            key: SigningKey::from(&key),
            secret: [self.drawn ^ 0x55; 32],
        });
        Ok(vec![
            (int(1), Value::Text("none".into())),
            (int(2), Value::Bytes(data)),
            (int(3), Value::Map(Vec::new())),
        ])
    }

    fn assert(&mut self, asked: &Value) -> Answer {
        self.verified(get(asked, 2)?, get(asked, 6), get(asked, 7))?;
        let rp_id = text(get(asked, 1)?)?;
        let allowed = match get(asked, 3) {
            Ok(Value::Array(list)) => {
                let ids = list
                    .iter()
                    .map(|one| Ok(bytes(named(one, "id")?)?.to_vec()));
                Some(ids.collect::<Result<Vec<_>, u8>>()?)
            }
            _ => None,
        };
        let mut kept = self.kept.iter().rev();
        let kept = kept.find(|kept| {
            kept.rp_id == rp_id && allowed.as_ref().is_none_or(|ids| ids.contains(&kept.id))
        });
        let kept = kept.ok_or(0x2e)?;
        let secret = named(get(asked, 4)?, "hmac-secret")?;
        let protocol = get(secret, 4).map_or(Ok(1), number)?;
        let shared = self.shared(get(secret, 1)?, protocol)?;
        let sealed = bytes(get(secret, 2)?)?;
        if shared.auth(sealed, protocol) != bytes(get(secret, 3)?)? {
            return Err(0x33);
        }
        let mut outputs = Vec::new();
        for salt in shared.open(sealed)?.chunks(32) {
            outputs.extend_from_slice(&output(&kept.secret, salt));
        }
        let mut data = data(&rp_id, 0x85);
        let sealed = Value::Bytes(shared.seal(&outputs));
        write(
            &mut data,
            &Value::Map(vec![(Value::Text("hmac-secret".into()), sealed)]),
        )?;
        let signed = [data.as_slice(), bytes(get(asked, 2)?)?].concat();
        let signature: Signature = kept.key.sign(&signed);
        let descriptor = vec![
            (Value::Text("id".into()), Value::Bytes(kept.id.clone())),
            (Value::Text("type".into()), Value::Text("public-key".into())),
        ];
        let user = vec![(Value::Text("id".into()), Value::Bytes(kept.handle.clone()))];
        Ok(vec![
            (int(1), Value::Map(descriptor)),
            (int(2), Value::Bytes(data)),
            (int(3), Value::Bytes(signature.to_der().as_bytes().to_vec())),
            (int(4), Value::Map(user)),
        ])
    }

    /// What it would give for this salt, by the credential that it made last.
    pub fn secret_of(&self, salt: &[u8]) -> Vec<u8> {
        self.kept
            .last()
            .map(|kept| output(&kept.secret, salt))
            .unwrap_or_default()
    }

    fn shared(&self, peer: &Value, protocol: i64) -> Result<Shared, u8> {
        let point = [&[4], bytes(get(peer, -2)?)?, bytes(get(peer, -3)?)?].concat();
        let peer = PublicKey::from_sec1_bytes(&point).map_err(|_| 0x02_u8)?;
        let z = p256::ecdh::diffie_hellman(self.agreement.to_nonzero_scalar(), peer.as_affine());
        Ok(Shared::new(z.raw_secret_bytes(), protocol))
    }
}

/// Whoever holds it.
pub fn locked(soft: &Arc<Mutex<Soft>>) -> MutexGuard<'_, Soft> {
    soft.lock().unwrap_or_else(PoisonError::into_inner)
}

fn output(secret: &[u8; 32], salt: &[u8]) -> Vec<u8> {
    hmac::sign(&hmac::Key::new(hmac::HMAC_SHA256, secret), salt)
        .as_ref()
        .to_vec()
}

fn secret_key(number: u8) -> SecretKey {
    let mut bytes = [1; 32];
    bytes[31] = number;
    SecretKey::from_slice(&bytes).unwrap_or_else(|_| unreachable!("below the order"))
}

fn data(rp_id: &str, flags: u8) -> Vec<u8> {
    let hash = digest::digest(&digest::SHA256, rp_id.as_bytes());
    [hash.as_ref(), &[flags], &[0, 0, 0, 9]].concat()
}
