//! A stick in the making says so: to the fleet, which takes it up again, and to whoever finds it. The file goes when
//! the stick is ready.

use wire::VoucherId;

/// Name of the file.
pub(super) const MARKER: &str = "en-cours.txt";
/// First word of its second line: its version.
const VERSION: &str = "fleet/1";
/// How its first line begins.
const BEGINS: &[u8] = "Clé n° ".as_bytes();

/// What the file says. Nothing of it is secret.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Marker {
    pub(super) number: u32,
    /// Which stick that the number was tried on this is: an earlier one no longer counts.
    pub(super) attempt: u32,
    pub(super) voucher: VoucherId,
}

impl Marker {
    /// Its bytes. Their shape is frozen.
    pub(super) fn to_bytes(self) -> Vec<u8> {
        format!(
            "Clé n° {} : pas encore prête. Ne la donnez pas.\n{VERSION} {} {} {}\n",
            self.number,
            self.number,
            self.attempt,
            self.voucher.to_hex()
        )
        .into_bytes()
    }

    /// Whether a fleet may have written this, cut off or not: somebody may have a file of that name.
    pub(super) fn may_be(bytes: &[u8]) -> bool {
        bytes.starts_with(BEGINS)
            || BEGINS.starts_with(bytes)
            || bytes.iter().all(|byte| *byte == 0)
    }

    /// Reads it. `None` where it was cut off or is another file: then nothing was done after it.
    pub(super) fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let text = core::str::from_utf8(bytes).ok()?;
        let line = text.lines().nth(1)?;
        let mut words = line.split(' ');
        let version = words.next()?;
        let (number, attempt, voucher) = (words.next()?, words.next()?, words.next()?);
        let read = Self {
            number: number.parse().ok()?,
            attempt: attempt.parse().ok()?,
            voucher: VoucherId::from_hex(voucher)?,
        };
        (version == VERSION && read.to_bytes() == bytes).then_some(read)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn its_bytes_are_frozen_and_a_cut_one_is_none() {
        let marker = Marker {
            number: 41,
            attempt: 2,
            voucher: VoucherId([0xab; 16]),
        };
        let bytes = marker.to_bytes();
        let text = "Clé n° 41 : pas encore prête. Ne la donnez pas.\nfleet/1 41 2 abababababababababababababababab\n";
        assert_eq!(bytes, text.as_bytes());
        assert_eq!(Marker::from_bytes(&bytes), Some(marker));
        for cut in 0..bytes.len() {
            assert_eq!(Marker::from_bytes(&bytes[..cut]), None, "{cut}");
            assert!(Marker::may_be(&bytes[..cut]), "{cut}");
        }
        assert!(!Marker::may_be("Lettre en cours".as_bytes()));
        let other = text.replace("fleet/1 41", "fleet/1 42");
        assert_eq!(Marker::from_bytes(other.as_bytes()), None);
    }
}
