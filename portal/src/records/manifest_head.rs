//! What a folder's row says at its front, for whoever does not need the manifest behind it: a list of
//! 500 papers is 128 KiB.

use minicbor::{Decoder, decode::Error};
use wire::Hash;

use super::ManifestRow;
use crate::store::{Chain, Record, StoreError};

impl ManifestRow {
    /// Sequence number and hash, read from stored bytes.
    ///
    /// # Errors
    /// As [`Record::from_bytes`], as far as it reads.
    pub(crate) fn head(stored: &[u8]) -> Result<(u64, Hash), StoreError> {
        match stored.split_first() {
            Some((version, front)) if *version == Self::VERSION => {
                let head = front_of(front);
                head.map_err(|cause| StoreError::damaged(Self::TABLE.name(), cause))
            }
            // Another shape: through its chain.
            _ => Self::from_bytes(stored).map(|row| (row.seq, row.hash)),
        }
    }
}

fn front_of(row: &[u8]) -> Result<(u64, Hash), Error> {
    let mut decoder = Decoder::new(row);
    decoder.array()?;
    Ok((decoder.u64()?, decoder.decode()?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use minicbor::bytes::ByteVec;

    #[test]
    fn the_front_says_what_the_whole_says_and_damage_is_damage() {
        for seq in [0, 23, 24, 1 << 40] {
            let row = ManifestRow {
                seq,
                hash: Hash([7; 32]),
                bytes: ByteVec::from(vec![3; 2_000]),
            };
            let stored = row.to_bytes();
            assert_eq!(ManifestRow::head(&stored).unwrap(), (row.seq, row.hash));
            for cut in [0, 1, 2, 12] {
                let damaged = ManifestRow::head(&stored[..cut]);
                assert!(matches!(damaged, Err(StoreError::Damaged { .. })), "{cut}");
            }
            let newer = [&[stored[0] + 1], &stored[1..]].concat();
            let newer = ManifestRow::head(&newer);
            assert!(matches!(newer, Err(StoreError::TooNew { .. })));
        }
    }
}
