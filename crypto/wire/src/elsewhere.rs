//! Helpers of another structure: whose keys its officer is asked to vouch for, what the officer then hands
//! out, and the number by which a person knows that structure.

use crate::{
    AccountId, Hash, Realm, SigPublic,
    helper::{Helper, HelperNumber, NAME, SignedHelper},
    limits,
    seal::KemPublic,
    symbols,
};
use minicbor::{Decode, Encode, bytes::ByteVec};

/// Somebody's keys, carried as a file to an officer of another structure, who compares the number with the
/// one on the helper's own screen. All of it is public, and none of it is believed by itself.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Enquiry {
    /// The realm.
    #[n(0)]
    pub realm: Realm,
    /// Their account.
    #[n(1)]
    pub account: AccountId,
    /// Generation of the keys.
    #[n(2)]
    pub generation: u32,
    /// root(g).
    #[n(3)]
    pub root: SigPublic,
    /// author(g).
    #[n(4)]
    pub author: SigPublic,
    /// reader(g).
    #[n(5)]
    pub reader: KemPublic,
    /// The name they gave.
    #[n(6)]
    pub name: String,
}

impl Enquiry {
    /// The longest one, in bytes.
    pub const MAX: usize = 2 << 10;

    /// The number that stands on the helper's own screen, if these are the helper's keys.
    #[must_use]
    pub fn number(&self) -> HelperNumber {
        HelperNumber::of(
            self.realm,
            &self.account,
            &self.root,
            &self.author,
            &self.reader,
        )
    }
}

impl From<Helper> for Enquiry {
    fn from(helper: Helper) -> Self {
        Self {
            realm: helper.realm,
            account: helper.account,
            generation: helper.generation,
            root: helper.root,
            author: helper.author,
            reader: helper.reader,
            name: helper.name,
        }
    }
}

/// What the officer of another structure hands out: a certificate of few days, and nothing else. A list of
/// those who were stopped would serve for everybody that officer ever certified.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Vouched {
    /// A [`SignedHelper`] that [`is_short`].
    #[n(0)]
    pub certificate: ByteVec,
}

impl Vouched {
    /// The longest one, in bytes.
    pub const MAX: usize = SignedHelper::MAX + 16;
}

/// Whether a certificate was made for so few days that nobody needs a list of those who were stopped: seven
/// at most, and the one by which clocks may differ.
#[must_use]
pub fn is_short(helper: &Helper) -> bool {
    helper.not_after.saturating_sub(helper.not_before) <= limits::VOUCHED_S
}

/// Asks for whom another structure vouches by this number.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct FindVouched {
    /// A [`HelperNumber`] as it is printed.
    #[n(0)]
    pub number: String,
}

/// For whom another structure vouches.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct VouchedAnswer {
    /// The portal's clock, Unix seconds.
    #[n(0)]
    pub time: u64,
    /// None where nobody with that number is known here.
    #[n(1)]
    pub vouched: Option<Vouched>,
}

/// Twelve symbols of Crockford's base32 that stand for a structure: the first 60 bits of the fingerprint of
/// its root of today, so that one which was replaced speaks for it no longer. They stand on a paper that the
/// structure hands out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct StructureNumber([u8; StructureNumber::SYMBOLS]);

impl StructureNumber {
    const SYMBOLS: usize = 12;

    /// The number of the structure whose current root has this fingerprint.
    #[must_use]
    pub fn of(root: &Hash) -> Self {
        Self(symbols::of(&root.0))
    }

    /// Reads what was typed: case, spaces and hyphens do not matter; O is 0, I and L are 1.
    #[must_use]
    pub fn parse(typed: &str) -> Option<Self> {
        symbols::parse(typed).map(Self)
    }
}

impl core::fmt::Display for StructureNumber {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        symbols::show(&self.0, f)
    }
}

const _: () = assert!(Enquiry::MAX > KemPublic::LEN + 4 * NAME + 256);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_structure_number_is_typed_as_it_is_printed() {
        let number = StructureNumber::of(&Hash([0x5a; 32]));
        assert_eq!(number.to_string(), "B9D5-MPJT-B9D5");
        let typed = number.to_string().to_lowercase().replace('-', " ");
        assert_eq!(StructureNumber::parse(&typed), Some(number));
        let other = StructureNumber::of(&Hash([0x5b; 32]));
        assert_ne!(other, number);
        for bad in ["", "B9D5-MPJT", "B9D5-MPJT-B9D5-B", "B9D5-MPJT-B9DU"] {
            assert_eq!(StructureNumber::parse(bad), None, "{bad}");
        }
    }
}
