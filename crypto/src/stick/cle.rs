//! The file `cle.bin`: one fixed-size copy. Two copies lie on the stick.

use super::{
    cell::Cell,
    header::{Header, HeaderDraft},
};
use crate::{Opening, Result, keys::DeviceSecret, secret::Secret};
use minicbor::{Decode, Encode, bytes::ByteVec};
use wire::{
    Hash, KeyId,
    structure::{SignedLocator, SignedVoucher},
};
use zeroize::{Zeroize, Zeroizing};

/// Bytes of a copy, always.
pub const SIZE: usize = 8 << 10;
const MAGIC: &[u8; 8] = b"MDCLE\0\0\x01";
const TRAILER: usize = 32;
const BODY: usize = SIZE - MAGIC.len() - TRAILER;

/// A stick as a mediator hands it out: no secret, no key.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Prepared {
    /// What is known before there are keys.
    #[n(0)]
    pub draft: HeaderDraft,
    /// Where the portal is.
    #[n(1)]
    pub locator: SignedLocator,
    /// The right to enrol once.
    #[n(2)]
    pub voucher: SignedVoucher,
}

/// A stick with keys, or on its way to them: before the first opening ends, `voucher` is there.
#[derive(Debug)]
pub struct Enrolled {
    /// Grows with each writing; both copies bear the same number when all is well.
    pub seq: u64,
    /// The static header; without gate keys until the gates have answered.
    pub header: HeaderStage,
    /// Device secret.
    pub ds: DeviceSecret,
    /// Where the portal is.
    pub locator: SignedLocator,
    /// Until it is used.
    pub voucher: Option<SignedVoucher>,
    /// Two cells in random order, once there is an envelope.
    pub cells: Option<[Cell; 2]>,
}

/// How far the header is.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub enum HeaderStage {
    /// The device secret is drawn, the gates have not answered.
    #[n(0)]
    Draft(#[n(0)] HeaderDraft, #[n(1)] KeyId),
    /// Complete.
    #[n(1)]
    Complete(#[n(0)] Header),
}

/// What a copy holds.
#[derive(Debug)]
pub enum Cle {
    /// Prepared by a mediator.
    Prepared(Prepared),
    /// Enrolled, or enrolling.
    Enrolled(Enrolled),
}

#[derive(Encode, Decode)]
enum Shape {
    #[n(0)]
    Prepared(#[n(0)] Prepared),
    #[n(1)]
    Enrolled(
        #[n(0)] u64,
        #[n(1)] HeaderStage,
        #[n(2)] ByteVec,
        #[n(3)] SignedLocator,
        #[n(4)] Option<SignedVoucher>,
        #[n(5)] Option<Vec<ByteVec>>,
    ),
}

impl Drop for Shape {
    fn drop(&mut self) {
        if let Shape::Enrolled(_, _, ds, ..) = self {
            ds.zeroize();
        }
    }
}

impl Cle {
    /// The copy's sequence number; 0 while only prepared.
    #[must_use]
    pub fn seq(&self) -> u64 {
        match self {
            Cle::Prepared(_) => 0,
            Cle::Enrolled(enrolled) => enrolled.seq,
        }
    }

    /// Where the portal is.
    #[must_use]
    pub fn locator(&self) -> &SignedLocator {
        match self {
            Cle::Prepared(prepared) => &prepared.locator,
            Cle::Enrolled(enrolled) => &enrolled.locator,
        }
    }

    /// Magic, four bytes of length, canonical CBOR, zeros, SHA-256 of all before it.
    ///
    /// # Errors
    /// [`Opening::TooLarge`] where the locator or voucher is too long for the file.
    pub fn to_bytes(&self) -> Result<Zeroizing<Vec<u8>>> {
        let shape = match self {
            Cle::Prepared(prepared) => Shape::Prepared(prepared.clone()),
            Cle::Enrolled(e) => Shape::Enrolled(
                e.seq,
                e.header.clone(),
                e.ds.0.expose().to_vec().into(),
                e.locator.clone(),
                e.voucher.clone(),
                e.cells
                    .as_ref()
                    .map(|cells| cells.iter().map(|c| c.as_bytes().to_vec().into()).collect()),
            ),
        };
        let body = Zeroizing::new(wire::encode(&shape));
        let length = u32::try_from(body.len()).map_err(|_| Opening::TooLarge)?;
        if body.len() + 4 > BODY {
            return Err(Opening::TooLarge);
        }
        let mut file = Zeroizing::new(Vec::with_capacity(SIZE));
        file.extend_from_slice(MAGIC);
        file.extend_from_slice(&length.to_be_bytes());
        file.extend_from_slice(&body);
        file.resize(SIZE - TRAILER, 0);
        let sum = Hash::of(&file);
        file.extend_from_slice(&sum.0);
        Ok(file)
    }

    /// Reads one copy. The sum tells damage, not malice: whoever edits a copy makes its cells fail.
    ///
    /// # Errors
    /// [`Opening::Damaged`] where it is torn, damaged, or not such a file.
    pub fn from_bytes(file: &[u8]) -> Result<Self> {
        if file.len() != SIZE || !file.starts_with(MAGIC) {
            return Err(Opening::Damaged);
        }
        let (front, trailer) = file.split_at(SIZE - TRAILER);
        if Hash::of(front).0 != trailer {
            return Err(Opening::Damaged);
        }
        let framed = &front[MAGIC.len()..];
        let (length, rest) = framed.split_first_chunk::<4>().ok_or(Opening::Damaged)?;
        let length = usize::try_from(u32::from_be_bytes(*length)).map_err(|_| Opening::Damaged)?;
        if length > rest.len() || rest[length..].iter().any(|b| *b != 0) {
            return Err(Opening::Damaged);
        }
        match wire::decode_canonical::<Shape>(&rest[..length], BODY)? {
            Shape::Prepared(ref prepared) => {
                prepared.draft.clone().checked()?;
                Ok(Cle::Prepared(prepared.clone()))
            }
            Shape::Enrolled(seq, ref header, ref ds, ref locator, ref voucher, ref cells) => {
                // Cells are sealed under a complete header; without cells the voucher is unused.
                let complete = matches!(header, HeaderStage::Complete(_));
                if complete != cells.is_some() || (cells.is_none() && voucher.is_none()) {
                    return Err(Opening::Damaged);
                }
                Ok(Cle::Enrolled(Enrolled {
                    seq,
                    header: header.clone().checked()?,
                    ds: DeviceSecret(Secret::from_slice(ds).ok_or(Opening::Damaged)?),
                    locator: locator.clone(),
                    voucher: voucher.clone(),
                    cells: cells.as_deref().map(read_cells).transpose()?,
                }))
            }
        }
    }
}

impl HeaderStage {
    fn checked(self) -> Result<Self> {
        Ok(match self {
            HeaderStage::Draft(draft, key_id) => HeaderStage::Draft(draft.checked()?, key_id),
            HeaderStage::Complete(header) => HeaderStage::Complete(header.checked()?),
        })
    }
}

fn read_cells(cells: &[ByteVec]) -> Result<[Cell; 2]> {
    match cells {
        [a, b] => Ok([Cell::from_bytes(a)?, Cell::from_bytes(b)?]),
        _ => Err(Opening::Damaged),
    }
}
