//! What proves a mandate without a portal: the owner's line of keys, the entry of the grant, and the text
//! (protocol section 6.10). Both people may keep it as a file.

use crate::{
    AccountId, CborError, Hash, Realm, cbor,
    log::{Entry, Grant, KeyLine, LogError, Op},
    symbols,
};
use minicbor::{Decode, Encode};

/// A mandate that anybody can check. It opens nothing.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Proof {
    /// 1.
    #[n(0)]
    pub version: u8,
    /// The realm.
    #[n(1)]
    pub realm: Realm,
    /// Genesis and every rekey of the owner's log up to the grant, in order.
    #[n(2)]
    pub keys: Vec<Entry>,
    /// The entry of the grant.
    #[n(3)]
    pub grant: Entry,
    /// The whole text, as it was agreed to.
    #[n(4)]
    pub text: String,
}

/// Why a file proves nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ProofError {
    /// It is no such file, or a damaged one.
    #[error("it is not the proof of a mandate, or it is damaged")]
    Shape(#[from] CborError),
    /// A newer program wrote it.
    #[error("a newer program wrote it")]
    Version,
    /// Its keys or its grant are not signed as they must be.
    #[error("the signatures do not hold: {0}")]
    Log(#[from] LogError),
    /// It is a signed entry of the log, but of something else.
    #[error("what is signed in it is not a mandate")]
    NoGrant,
    /// The text is not the one that was signed.
    #[error("the text is not the one that was agreed to")]
    Text,
}

impl Proof {
    /// Most bytes of one.
    pub const MAX: usize = 1 << 20;
    /// What this program writes.
    pub const VERSION: u8 = 1;

    /// Reads a file. Nothing is believed yet.
    ///
    /// # Errors
    /// [`ProofError::Shape`], [`ProofError::Version`].
    pub fn read(bytes: &[u8]) -> Result<Self, ProofError> {
        let proof: Self = cbor::decode_canonical(bytes, Self::MAX)?;
        if proof.version == Self::VERSION {
            Ok(proof)
        } else {
            Err(ProofError::Version)
        }
    }

    /// Who gave the mandate, and what they granted, where everything in it is signed and belongs together.
    ///
    /// # Errors
    /// [`ProofError`].
    pub fn believe(&self) -> Result<(AccountId, Grant), ProofError> {
        let line = KeyLine::walk(self.realm, &self.keys)?;
        let Op::Grant(grant) = line.believed(&self.grant)? else {
            return Err(ProofError::NoGrant);
        };
        if Hash::of(self.text.as_bytes()) != grant.text {
            return Err(ProofError::Text);
        }
        Ok((line.account(), *grant))
    }

    /// The code that stands on the paper.
    #[must_use]
    pub fn code(&self) -> MandateCode {
        MandateCode::of(&self.grant)
    }
}

/// Sixteen symbols of Crockford's base32 that stand for one signed grant: 80 bits of its hash, printed on
/// the paper. Whoever would make another grant with the same code tries 2^80.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct MandateCode([u8; 16]);

impl MandateCode {
    /// The code of a grant's signed entry.
    #[must_use]
    pub fn of(grant: &Entry) -> Self {
        Self(symbols::of(&grant.hash().0))
    }

    /// Reads what stands on the paper: case, spaces and hyphens do not matter; O is 0, I and L are 1.
    #[must_use]
    pub fn parse(typed: &str) -> Option<Self> {
        symbols::parse(typed).map(Self)
    }
}

impl core::fmt::Display for MandateCode {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        symbols::show(&self.0, f)
    }
}

impl core::fmt::Debug for MandateCode {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "MandateCode({self})")
    }
}
