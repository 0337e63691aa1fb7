//! The context that starts every derivation, AAD, HPKE info, signed message and OPRF input.

use crate::{Label, Realm, suite::PROTOCOL};
use minicbor::Encoder;

/// One further element of a `ctx`.
#[derive(Debug, Clone, Copy)]
pub enum Part<'a> {
    /// A byte string: an identifier, a hash, a public key, a message.
    Bytes(&'a [u8]),
    /// An unsigned integer: a generation, an epoch, a sequence number.
    Uint(u64),
}

/// Deterministic CBOR array `["mesdroits/1", realm, label, part…]` (protocol section 1).
#[must_use]
pub fn ctx(realm: Realm, label: Label, parts: &[Part<'_>]) -> Vec<u8> {
    let mut out = Vec::with_capacity(64);
    let mut encoder = Encoder::new(&mut out);
    let written = (|| {
        encoder
            .array(3 + parts.len() as u64)?
            .str(PROTOCOL)?
            .str(realm.as_str())?
            .str(label.as_str())?;
        for part in parts {
            match part {
                Part::Bytes(bytes) => encoder.bytes(bytes)?,
                Part::Uint(number) => encoder.u64(*number)?,
            };
        }
        Ok::<(), minicbor::encode::Error<core::convert::Infallible>>(())
    })();
    match written {
        Ok(()) => out,
        Err(never) => unreachable!("encoding to memory: {never}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use data_encoding::HEXLOWER;

    #[test]
    fn frozen() {
        let bytes = ctx(
            Realm::Prod,
            Label::Manifest,
            &[Part::Uint(7), Part::Bytes(&[1, 2])],
        );
        assert_eq!(
            HEXLOWER.encode(&bytes),
            "856b6d657364726f6974732f316470726f64686d616e696665737407420102"
        );
    }

    #[test]
    fn realms_and_parts_never_meet() {
        let a = ctx(Realm::Prod, Label::SealBox, &[]);
        assert_ne!(a, ctx(Realm::Practice, Label::SealBox, &[]));
        assert_ne!(
            ctx(
                Realm::Prod,
                Label::Root,
                &[Part::Bytes(&[1]), Part::Bytes(&[2])]
            ),
            ctx(Realm::Prod, Label::Root, &[Part::Bytes(&[1, 2])]),
        );
    }
}
