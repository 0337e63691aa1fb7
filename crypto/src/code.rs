//! The code of a person, as bytes. Which codes are allowed is the app's policy.

use crate::{Opening, Result, secret::Wiped};
use zeroize::Zeroizing;

/// Pictograms to choose from; their order is frozen.
pub const PICTOGRAMS: u8 = 16;

/// A normalised code: `d:` and digits, or `p:` and two-digit pictogram indexes.
pub struct Code(Wiped);

impl Code {
    /// Digits as typed. Spaces are dropped; digits of every script that Unicode calls decimal are
    /// not guessed at: the screen types ASCII.
    ///
    /// # Errors
    /// [`Opening::Refused`] where there is anything but 4 to 12 digits.
    pub fn digits(typed: &str) -> Result<Self> {
        let digits = || typed.chars().filter(|c| !c.is_whitespace());
        if !(4..=12).contains(&digits().count()) || !digits().all(|c| c.is_ascii_digit()) {
            return Err(Opening::Refused);
        }
        let mut bytes = Zeroizing::new(Vec::with_capacity(2 + 12));
        bytes.extend_from_slice(b"d:");
        bytes.extend(digits().map(|c| c as u8));
        Ok(Self(bytes))
    }

    /// Pictograms in order, by index.
    ///
    /// # Errors
    /// [`Opening::Refused`] where there are not 4 to 8, or one is not below [`PICTOGRAMS`].
    pub fn pictograms(chosen: &[u8]) -> Result<Self> {
        if !(4..=8).contains(&chosen.len()) || chosen.iter().any(|i| *i >= PICTOGRAMS) {
            return Err(Opening::Refused);
        }
        let mut bytes = Zeroizing::new(Vec::with_capacity(2 + 16));
        bytes.extend_from_slice(b"p:");
        for index in chosen {
            bytes.extend_from_slice(&[b'0' + index / 10, b'0' + index % 10]);
        }
        Ok(Self(bytes))
    }

    pub(crate) fn bytes(&self) -> &[u8] {
        &self.0
    }
}

impl core::fmt::Debug for Code {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("Code(***)")
    }
}

#[cfg(test)]
mod tests {
    use super::Code;

    #[test]
    fn normal_forms_are_frozen() {
        assert_eq!(Code::digits("48 21 07").unwrap().bytes(), b"d:482107");
        assert_eq!(
            Code::pictograms(&[3, 15, 0, 7, 11]).unwrap().bytes(),
            b"p:0315000711"
        );
    }

    #[test]
    fn anything_else_is_refused() {
        for typed in ["", "123", "12a456", "1234567890123", "٤٨٢١٠٧"] {
            assert!(Code::digits(typed).is_err(), "{typed}");
        }
        assert!(Code::pictograms(&[16, 1, 2, 3]).is_err());
        assert!(Code::pictograms(&[1, 2, 3]).is_err());
    }
}
