//! A version of the programs, as a portal hands it on to the sticks of its structure. Whoever made the programs signed
//! it; a portal can neither make one nor change one.

use crate::Hash;
use minicbor::{Decode, Encode, bytes::ByteVec};

/// The list of a version, and who signed it. Its files are asked for one by one, by their sum on the list.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct OfferedVersion {
    /// The list, in the format of `sha256sum`.
    #[n(0)]
    pub list: ByteVec,
    /// Its signature, in the format of minisign.
    #[n(1)]
    pub signature: String,
    /// How long each file is, in bytes, by the order of the names. Nobody signed that: no more than so much is taken.
    #[n(2)]
    pub sizes: Vec<u64>,
}

impl OfferedVersion {
    /// The longest one, in bytes.
    pub const MAX: usize = 64 << 10;
}

/// Where a file of a version is asked for.
#[must_use]
pub fn path(sum: &Hash) -> String {
    format!("v1/version/{}", sum.to_hex())
}
