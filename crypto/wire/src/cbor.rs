//! Deterministic CBOR (RFC 8949 section 4.2.1): decoded by a library, encoded again, compared.
//!
//! Every shape is a definite-length array of its fields in order. Non-canonical, duplicate, unknown
//! or trailing input is refused because it does not come out of the encoder again.

use minicbor::{Decode, Encode};

/// Why bytes are not the expected shape. It never says which field: nothing reads a damaged one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CborError {
    /// More bytes than the shape may have; checked before anything is allocated.
    #[error("longer than this kind of message may be")]
    TooLong,
    /// Not this shape, not canonical, or followed by something.
    #[error("not a canonical message of this kind")]
    Malformed,
}

/// The canonical bytes of `value`.
pub fn encode<T: Encode<()>>(value: &T) -> Vec<u8> {
    let mut out = Vec::new();
    match minicbor::encode(value, &mut out) {
        Ok(()) => out,
        // Writing to a Vec cannot fail and no shape has a failing encoder.
        Err(never) => unreachable!("encoding to memory: {never}"),
    }
}

/// Reads `bytes` as a `T` of at most `max` bytes, and only if they are its canonical encoding.
///
/// # Errors
/// [`CborError`] where they are not.
pub fn decode_canonical<'b, T>(bytes: &'b [u8], max: usize) -> Result<T, CborError>
where
    T: Encode<()> + Decode<'b, ()>,
{
    if bytes.len() > max {
        return Err(CborError::TooLong);
    }
    let value: T = minicbor::decode(bytes).map_err(|_| CborError::Malformed)?;
    if encode(&value) == bytes {
        Ok(value)
    } else {
        Err(CborError::Malformed)
    }
}

/// Reads a `T` from the front of `bytes` and returns it with its canonical length.
///
/// # Errors
/// [`CborError`] where the front is not the canonical encoding of a `T` of at most `max` bytes.
pub fn decode_prefix<'b, T>(bytes: &'b [u8], max: usize) -> Result<(T, usize), CborError>
where
    T: Encode<()> + Decode<'b, ()>,
{
    let head = &bytes[..bytes.len().min(max)];
    let mut decoder = minicbor::Decoder::new(head);
    let value: T = decoder.decode().map_err(|_| CborError::Malformed)?;
    let length = decoder.position();
    if encode(&value) == head[..length] {
        Ok((value, length))
    } else {
        Err(CborError::Malformed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, PartialEq, Encode, Decode)]
    #[cbor(array)]
    struct Pair {
        #[n(0)]
        a: u64,
        #[n(1)]
        b: Option<u64>,
    }

    #[test]
    fn canonical_bytes_come_back() {
        let pair = Pair { a: 24, b: Some(1) };
        assert_eq!(decode_canonical::<Pair>(&encode(&pair), 16), Ok(pair));
    }

    #[test]
    fn everything_else_is_refused() {
        let cases: &[(&str, &[u8])] = &[
            ("long form of 24", &[0x82, 0x19, 0x00, 0x18, 0x01]),
            ("indefinite array", &[0x9f, 0x18, 0x18, 0x01, 0xff]),
            ("unknown third field", &[0x83, 0x18, 0x18, 0x01, 0x02]),
            ("trailing byte", &[0x82, 0x18, 0x18, 0x01, 0x00]),
            (
                "map in place of array",
                &[0xa2, 0x00, 0x18, 0x18, 0x01, 0x01],
            ),
            ("cut", &[0x82, 0x18]),
            ("empty", &[]),
        ];
        for (what, bytes) in cases {
            assert_eq!(
                decode_canonical::<Pair>(bytes, 16),
                Err(CborError::Malformed),
                "{what}"
            );
        }
        assert_eq!(
            decode_canonical::<Pair>(&[0x82, 1, 1], 2),
            Err(CborError::TooLong)
        );
    }
}
