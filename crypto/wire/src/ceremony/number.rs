//! The number by which a holder finds a recovery, read aloud.

use crate::{CeremonyId, symbols};

/// Eight symbols of Crockford's base32 by which a holder finds the ceremony on the person's screen: the
/// first 40 bits of its name. They only find it; the comparison tells it from any other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CeremonyNumber([u8; 5]);

impl CeremonyNumber {
    const SYMBOLS: usize = 8;

    /// The number of a ceremony.
    #[must_use]
    pub fn of(ceremony: &CeremonyId) -> Self {
        let mut front = [0; 5];
        front.copy_from_slice(&ceremony.0[..5]);
        Self(front)
    }

    /// What the names of its ceremonies begin with.
    #[must_use]
    pub fn prefix(&self) -> &[u8] {
        &self.0
    }

    /// Reads what was typed: case, spaces and hyphens do not matter; O is 0, I and L are 1.
    #[must_use]
    pub fn parse(typed: &str) -> Option<Self> {
        let symbols: [u8; Self::SYMBOLS] = symbols::parse(typed)?;
        let [_, _, _, front @ ..] = symbols::bits(&symbols).to_be_bytes();
        Some(Self(front))
    }
}

impl core::fmt::Display for CeremonyNumber {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        symbols::show(&symbols::of::<{ Self::SYMBOLS }>(&self.0), f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_printed_and_read_again() {
        let id = CeremonyId([0xa5; 16]);
        let number = CeremonyNumber::of(&id);
        let printed = number.to_string();
        assert_eq!((printed.len(), &printed[4..5]), (9, "-"));
        let typed = printed.to_lowercase().replace('-', " ");
        assert_eq!(CeremonyNumber::parse(&typed), Some(number));
        assert!(id.0.starts_with(number.prefix()));
        for bad in ["", "1234567", "1234-56789", "1234-567U"] {
            assert_eq!(CeremonyNumber::parse(bad), None, "{bad}");
        }
    }
}
