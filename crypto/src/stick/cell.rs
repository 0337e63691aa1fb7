//! A cell: the envelope under what the gates give, in bytes that look random to everyone else.

use super::{
    envelope::{Envelope, PLAINTEXT},
    header::Header,
    unlock::GateOutput,
};
use crate::{
    Opening, Result,
    hazmat::{aead, hkdf, shamir},
    keys::{DeviceSecret, derive},
    secret::{Secret, fresh},
};
use subtle::ConstantTimeEq;
use wire::{Label, Part, Random, ctx, limits};

const SALT: usize = 32;
const COMMIT: usize = 32;
const SHARE: usize = 33;
const SHARES: usize = SHARE * limits::GATES;

/// env_salt ‖ commit ‖ five masked shares ‖ ciphertext. A share is its position from 1, then
/// 32 masked bytes; positions without a gate hold random bytes.
#[derive(Clone, PartialEq, Eq)]
pub struct Cell(Box<[u8; Cell::LEN]>);

impl Cell {
    /// Bytes of a cell.
    pub const LEN: usize = SALT + COMMIT + SHARES + PLAINTEXT + aead::TAG;

    /// A cell that nothing opens.
    #[must_use]
    pub fn random(random: &mut dyn Random) -> Self {
        let mut cell = Self(Box::new(fresh(random)));
        cell.mark_positions();
        cell
    }

    /// Seals `envelope` under the outputs of **all** gates, in header order, for the copies that
    /// bear `seq`.
    ///
    /// # Errors
    /// [`Opening::Damaged`] where the outputs are not one for each gate.
    pub fn seal(
        envelope: &Envelope,
        ds: &DeviceSecret,
        header: &Header,
        seq: u64,
        outputs: &[GateOutput],
        random: &mut dyn Random,
    ) -> Result<Self> {
        if outputs.len() != header.gates.len()
            || outputs
                .iter()
                .zip(0..)
                .any(|(output, index)| output.index != index)
        {
            return Err(Opening::Damaged);
        }
        let mut cell = Self::random(random);
        let s = Secret::random(random);
        let n = u8::try_from(outputs.len()).map_err(|_| Opening::Damaged)?;
        let shares = shamir::split(&s, header.threshold, n, random)?;
        for (output, share) in outputs.iter().zip(&shares) {
            let mask = output.mask(header)?;
            let at = Self::share_at(output.index);
            for ((out, m), s) in cell.0[at + 1..]
                .iter_mut()
                .zip(mask.expose())
                .zip(share.expose())
            {
                *out = m ^ s;
            }
        }
        let k_env = cell.k_env(ds, header, &s);
        cell.0[SALT..SALT + COMMIT].copy_from_slice(commitment(&k_env, header).expose());
        let sealed = aead::seal_once(
            &encryption(&k_env, header),
            &aad(header, seq),
            envelope.to_plaintext()?,
        )?;
        cell.0[SALT + COMMIT + SHARES..].copy_from_slice(&sealed);
        Ok(cell)
    }

    /// Opens the cell with the outputs of at least t gates.
    ///
    /// # Errors
    /// [`Opening::Refused`] where the code was another, or anything was changed.
    pub fn open(
        &self,
        ds: &DeviceSecret,
        header: &Header,
        seq: u64,
        outputs: &[GateOutput],
    ) -> Result<Envelope> {
        let mut shares = Vec::with_capacity(outputs.len());
        for output in outputs {
            let mask = output.mask(header)?;
            let masked = &self.0[Self::share_at(output.index) + 1..][..32];
            let share = Secret::build(|out: &mut [u8; 32]| {
                for ((o, m), c) in out.iter_mut().zip(mask.expose()).zip(masked) {
                    *o = m ^ c;
                }
                Ok::<(), Opening>(())
            })?;
            let position = u8::try_from(output.index + 1).map_err(|_| Opening::Damaged)?;
            shares.push((position, share));
        }
        let shares: Vec<_> = shares.iter().map(|(x, share)| (*x, share)).collect();
        let s = shamir::combine(header.threshold, &shares)?;
        let k_env = self.k_env(ds, header, &s);
        let promised = &self.0[SALT..SALT + COMMIT];
        // Constant time: a wrong commitment costs the same wherever it differs.
        if !bool::from(commitment(&k_env, header).expose().ct_eq(promised)) {
            return Err(Opening::Refused);
        }
        let sealed = &self.0[SALT + COMMIT + SHARES..];
        let plaintext = aead::open_once(&encryption(&k_env, header), &aad(header, seq), sealed)?;
        Envelope::from_plaintext(&plaintext)
    }

    pub(crate) fn as_bytes(&self) -> &[u8] {
        &self.0[..]
    }

    pub(crate) fn from_bytes(bytes: &[u8]) -> Result<Self> {
        let cell = Self(Box::new(bytes.try_into().map_err(|_| Opening::Damaged)?));
        let mut marked = cell.clone();
        marked.mark_positions();
        if marked == cell {
            Ok(cell)
        } else {
            Err(Opening::Damaged)
        }
    }

    fn k_env(&self, ds: &DeviceSecret, header: &Header, s: &Secret<32>) -> Secret<32> {
        let mut ikm = zeroize::Zeroizing::new([0; 64]);
        ikm[..32].copy_from_slice(ds.0.expose());
        ikm[32..].copy_from_slice(s.expose());
        let info = ctx(header.realm, Label::Env, &[Part::Bytes(&header.hash().0)]);
        hkdf::derive(&self.0[..SALT], &*ikm, &info)
    }

    fn share_at(index: usize) -> usize {
        SALT + COMMIT + SHARE * index
    }

    fn mark_positions(&mut self) {
        for (index, position) in (1u8..).take(limits::GATES).enumerate() {
            self.0[Self::share_at(index)] = position;
        }
    }
}

impl core::fmt::Debug for Cell {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("Cell(…)")
    }
}

fn commitment(k_env: &Secret<32>, header: &Header) -> Secret<32> {
    derive(k_env, header.realm, Label::EnvCommit, &[])
}

fn encryption(k_env: &Secret<32>, header: &Header) -> Secret<32> {
    derive(k_env, header.realm, Label::EnvEnc, &[])
}

fn aad(header: &Header, seq: u64) -> Vec<u8> {
    ctx(
        header.realm,
        Label::EnvAad,
        &[Part::Bytes(&header.hash().0), Part::Uint(seq)],
    )
}
