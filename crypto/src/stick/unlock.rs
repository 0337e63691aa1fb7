//! From a code to what the gates are asked, and from their answers to masks (protocol section 3).

use super::header::Header;
use crate::{
    Opening, Result,
    code::Code,
    hazmat::{argon, hkdf, oprf},
    keys::DeviceSecret,
    secret::Secret,
};
use wire::{
    Label, Part, Random, ctx,
    gate::{Element, Proof},
};

/// The OPRF input x. Costs one Argon2id.
#[derive(Debug)]
pub struct Stretched(Secret<32>);

impl Stretched {
    /// p = Argon2id(code), x = HMAC over p and the header.
    ///
    /// # Errors
    /// [`Opening::TooLarge`] where the machine lacks 64 MiB of memory.
    pub fn derive(code: &Code, ds: &DeviceSecret, header: &Header) -> Result<Self> {
        let salt = ds.pin_salt(header.realm, &header.key_id);
        let p = argon::stretch(code.bytes(), &salt)?;
        let parts = [Part::Bytes(p.expose()), Part::Bytes(&header.hash().0)];
        let message = zeroize::Zeroizing::new(ctx(header.realm, Label::OprfX, &parts));
        Ok(Self(hkdf::mac(
            &ds.oprf_in(header.realm, &header.key_id),
            &message,
        )))
    }

    /// What to ask the gate at `index` of the header.
    ///
    /// # Errors
    /// [`Opening::Damaged`] where the header names no such gate.
    pub fn request(
        &self,
        header: &Header,
        index: usize,
        random: &mut dyn Random,
    ) -> Result<GateRequest> {
        let gate = header.gates.get(index).ok_or(Opening::Damaged)?;
        Ok(GateRequest {
            index,
            public: gate.public,
            blinded: oprf::blind(&self.0, random)?,
        })
    }
}

/// One question to one gate.
pub struct GateRequest {
    index: usize,
    public: Element,
    blinded: oprf::Blinded,
}

impl GateRequest {
    /// Blinded element to send.
    #[must_use]
    pub fn element(&self) -> Element {
        self.blinded.element
    }

    /// The gate's output, if its proof fits the key in the header.
    ///
    /// # Errors
    /// [`Opening::GateLied`] where it does not: that says nothing about the code.
    pub fn finish(&self, x: &Stretched, element: &Element, proof: &Proof) -> Result<GateOutput> {
        let y = self.blinded.finish(&x.0, element, proof, &self.public)?;
        Ok(GateOutput {
            index: self.index,
            y,
        })
    }
}

/// What one gate made of the code.
#[derive(Debug)]
pub struct GateOutput {
    /// Position in the header, from 0.
    pub(crate) index: usize,
    y: Secret<64>,
}

impl GateOutput {
    pub(crate) fn mask(&self, header: &Header) -> Result<Secret<32>> {
        let gate = header.gates.get(self.index).ok_or(Opening::Damaged)?.gate;
        let parts = [Part::Bytes(&header.key_id.0), Part::Bytes(&gate.0)];
        let info = ctx(header.realm, Label::GateShare, &parts);
        Ok(hkdf::derive(&[], self.y.expose(), &info))
    }
}
