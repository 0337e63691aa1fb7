//! A security key made of software: one credential for each site and user handle, hmac-secret, a PIN that
//! blocks itself. It can be told to misbehave.

mod socket;

pub use socket::Port;

use key_core::security_key::{
    Assert, Asserted, Device, Fault, Info, Make, Pin, SecurityKey, Verifies,
};
use ring::{
    hmac,
    rand::SystemRandom,
    signature::{ECDSA_P256_SHA256_ASN1_SIGNING, EcdsaKeyPair, KeyPair},
};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use wire::{Hash, Random, random::System};
use zeroize::Zeroizing;

/// The PIN that a soft key has when it is made.
pub const PIN: &str = "2468";
/// Wrong PINs before it blocks itself (CTAP 2.1 section 6.5.2).
const TRIES: u32 = 8;
/// Wrong PINs before it wants to be plugged in anew.
const IN_A_ROW: u32 = 3;

/// What it is and keeps. Tests turn every screw.
pub struct Inside {
    /// It has hmac-secret.
    pub prf: bool,
    /// Its PIN, once there is one.
    pub pin: Option<String>,
    /// How many keys are plugged in: it is one of them.
    pub plugged: u32,
    /// Told instead of the next answers, in this order; an absent one lets the answer through.
    pub next: Vec<Option<Fault>>,
    /// Changes what was answered.
    pub lie: Option<fn(&mut Asserted)>,
    /// Changes the authenticator data of a new credential.
    pub false_start: Option<fn(&mut Vec<u8>)>,
    /// Touches so far.
    pub touched: u32,
    tries: u32,
    in_a_row: u32,
    counter: u32,
    kept: Vec<Kept>,
}

struct Kept {
    rp_id: String,
    handle: Vec<u8>,
    id: Vec<u8>,
    key: EcdsaKeyPair,
    secret: [u8; 32],
}

/// The key.
pub struct SoftKey(Mutex<Inside>);

impl SoftKey {
    /// A key with a PIN, as the maker's program leaves it.
    #[must_use]
    pub fn new() -> Arc<Self> {
        Arc::new(Self(Mutex::new(Inside {
            prf: true,
            pin: Some(PIN.to_owned()),
            plugged: 1,
            next: Vec::new(),
            lie: None,
            false_start: None,
            touched: 0,
            tries: TRIES,
            in_a_row: 0,
            counter: 0,
            kept: Vec::new(),
        })))
    }

    /// As the app holds it.
    #[must_use]
    pub fn device(self: &Arc<Self>) -> Device {
        self.clone()
    }

    /// Its screws.
    pub fn inside(&self) -> MutexGuard<'_, Inside> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Out, and in again.
    pub fn replug(&self) {
        self.inside().in_a_row = 0;
    }

    fn there(&self) -> Result<MutexGuard<'_, Inside>, Fault> {
        let mut inside = self.inside();
        if !inside.next.is_empty()
            && let Some(fault) = inside.next.remove(0)
        {
            return Err(fault);
        }
        match inside.plugged {
            0 => Err(Fault::Missing),
            1 => Ok(inside),
            _ => Err(Fault::Several),
        }
    }
}

impl Inside {
    fn verify(&mut self, pin: Option<&Pin>) -> Result<(), Fault> {
        let right = self.pin.as_deref().ok_or(Fault::NoPin)?;
        if self.tries == 0 {
            return Err(Fault::PinBlocked);
        }
        if self.in_a_row == IN_A_ROW {
            return Err(Fault::PinPause);
        }
        if pin.map(Pin::expose) == Some(right) {
            (self.tries, self.in_a_row) = (TRIES, 0);
            self.touched += 1;
            return Ok(());
        }
        self.tries -= 1;
        self.in_a_row += 1;
        Err(match (self.tries, self.in_a_row) {
            (0, _) => Fault::PinBlocked,
            (_, IN_A_ROW) => Fault::PinPause,
            (left, _) => Fault::WrongPin(Some(left)),
        })
    }

    fn data(&mut self, rp_id: &str, flags: u8) -> Vec<u8> {
        self.counter += 1;
        let counter = self.counter.to_be_bytes();
        [&Hash::of(rp_id.as_bytes()).0[..], &[flags], &counter].concat()
    }
}

impl SecurityKey for SoftKey {
    fn info(&self) -> Result<Info, Fault> {
        let inside = self.there()?;
        Ok(Info {
            prf: inside.prf,
            resident: true,
            verifies: match inside.pin {
                Some(_) => Verifies::Pin,
                None => Verifies::NoPinYet,
            },
        })
    }

    fn make(&self, asked: &Make<'_>) -> Result<Vec<u8>, Fault> {
        let mut inside = self.there()?;
        inside.verify(asked.pin)?;
        if inside
            .kept
            .iter()
            .any(|kept| asked.exclude.contains(&kept.id))
        {
            return Err(Fault::Known);
        }
        let random = SystemRandom::new();
        let algorithm = &ECDSA_P256_SHA256_ASN1_SIGNING;
        let made = EcdsaKeyPair::generate_pkcs8(algorithm, &random).map_err(|_| Fault::Refused)?;
        let key = EcdsaKeyPair::from_pkcs8(algorithm, made.as_ref(), &random)
            .map_err(|_| Fault::Refused)?;
        let id: [u8; 48] = wire::random::bytes(&mut System::new());
        let mut data = inside.data(asked.rp_id, 0xc5);
        data.extend([0; 16]);
        data.extend([0, 48]);
        data.extend(id);
        let point = key.public_key().as_ref();
        let mut encoder = minicbor::Encoder::new(&mut data);
        let written = encoder
            .map(5)
            .and_then(|e| e.i8(1)?.i8(2)?.i8(3)?.i8(-7)?.i8(-1)?.i8(1))
            .and_then(|e| e.i8(-2)?.bytes(&point[1..33])?.i8(-3)?.bytes(&point[33..]))
            .and_then(|e| e.map(1)?.str("hmac-secret")?.bool(true));
        written.map_err(|_| Fault::Refused)?;
        if let Some(lie) = inside.false_start {
            lie(&mut data);
        }
        let kept = Kept {
            rp_id: asked.rp_id.to_owned(),
            handle: asked.user_handle.to_vec(),
            id: id.to_vec(),
            key,
            secret: wire::random::bytes(&mut System::new()),
        };
        inside.kept.push(kept);
        Ok(data)
    }

    fn assert(&self, asked: &Assert<'_>) -> Result<Asserted, Fault> {
        let mut inside = self.there()?;
        inside.verify(asked.pin)?;
        let mut data = inside.data(asked.rp_id, 0x85);
        let mut kept = inside.kept.iter().rev();
        let kept = kept.find(|kept| {
            kept.rp_id == asked.rp_id && asked.allow.is_none_or(|allow| allow == kept.id)
        });
        let kept = kept.ok_or(Fault::Stranger)?;
        let secret = hmac::Key::new(hmac::HMAC_SHA256, &kept.secret);
        let mut outputs = Zeroizing::new(Vec::new());
        for salt in [Some(asked.first), asked.second].into_iter().flatten() {
            outputs.extend_from_slice(hmac::sign(&secret, &salt).as_ref());
        }
        // On the wire between device and app they are enciphered; so they stand in what is signed.
        let mut sealed = vec![0; outputs.len()];
        System::new().fill(&mut sealed);
        let mut encoder = minicbor::Encoder::new(&mut data);
        let written = encoder
            .map(1)
            .and_then(|e| e.str("hmac-secret")?.bytes(&sealed));
        written.map_err(|_| Fault::Refused)?;
        let signed = [&data[..], &Hash::of(asked.client_data).0].concat();
        let signature = kept.key.sign(&SystemRandom::new(), &signed);
        let mut asserted = Asserted {
            credential: kept.id.clone(),
            authenticator_data: data,
            signature: signature.map_err(|_| Fault::Refused)?.as_ref().to_vec(),
            user_handle: kept.handle.clone(),
            outputs,
        };
        if let Some(lie) = inside.lie {
            lie(&mut asserted);
        }
        Ok(asserted)
    }
}
