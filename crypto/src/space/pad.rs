//! Padding: lengths that tell little. The true length stands inside.

use crate::{Opening, Result, secret::Wiped};
use zeroize::Zeroizing;

/// Smallest padded length.
const FLOOR: u64 = 1_024;
/// Bytes of length before a framed body.
pub(crate) const PREFIX: usize = 4;

/// Padmé (Nikitin et al., PETS 2019): at most 12 % more, log log n bits told. Never below 1 KiB.
pub(crate) fn padme(length: u64) -> u64 {
    if length <= FLOOR {
        return FLOOR;
    }
    let exponent = length.ilog2();
    let kept = exponent.ilog2() + 1;
    let mask = (1u64 << (exponent - kept)) - 1;
    (length + mask) & !mask
}

/// Four bytes of length, the body, zeros up to `size`.
pub(crate) fn frame(body: &[u8], size: usize) -> Result<Wiped> {
    if body.len() + PREFIX > size {
        return Err(Opening::TooLarge);
    }
    let length = u32::try_from(body.len()).map_err(|_| Opening::TooLarge)?;
    let mut out = Zeroizing::new(Vec::with_capacity(size));
    out.extend_from_slice(&length.to_be_bytes());
    out.extend_from_slice(body);
    out.resize(size, 0);
    Ok(out)
}

/// Frames a body at its Padmé length.
pub(crate) fn frame_padme(body: &[u8]) -> Result<Wiped> {
    let size = padme(body.len() as u64 + PREFIX as u64);
    frame(body, usize::try_from(size).map_err(|_| Opening::TooLarge)?)
}

/// The body of a frame; what follows it must be zeros.
pub(crate) fn unframe(framed: &[u8]) -> Result<&[u8]> {
    let (length, rest) = framed
        .split_first_chunk::<PREFIX>()
        .ok_or(Opening::Damaged)?;
    let length = usize::try_from(u32::from_be_bytes(*length)).map_err(|_| Opening::Damaged)?;
    let (body, zeros) = rest.split_at_checked(length).ok_or(Opening::Damaged)?;
    if zeros.iter().all(|b| *b == 0) {
        Ok(body)
    } else {
        Err(Opening::Damaged)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn frozen_lengths() {
        let cases = [
            (0, 1_024),
            (1_024, 1_024),
            (1_025, 1_088),
            (9_000, 9_216),
            (1 << 20, 1 << 20),
        ];
        for (length, padded) in cases {
            assert_eq!(padme(length), padded, "{length}");
        }
    }

    proptest! {
        #[test]
        fn never_shorter_and_at_most_an_eighth_longer(length in 1_024u64..1 << 40) {
            let padded = padme(length);
            prop_assert!(padded >= length && padded - length <= length / 8);
            prop_assert_eq!(padme(padded), padded);
        }

        #[test]
        fn frames_come_back(body in proptest::collection::vec(any::<u8>(), 0..3_000)) {
            let framed = frame_padme(&body).unwrap();
            prop_assert_eq!(unframe(&framed).unwrap(), &body[..]);
        }

        #[test]
        fn unframe_never_panics(bytes in proptest::collection::vec(any::<u8>(), 0..64)) {
            let _ = unframe(&bytes);
        }
    }
}
