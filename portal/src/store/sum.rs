//! One number for a set of rows, whatever their order: it changes with every row that comes or goes.

use std::fmt;

use ring::digest::{Context, SHA256};

/// The sum of the rows' SHA-256, modulo 2^256. It finds accidents: who can choose rows could make
/// two sets meet, and who can write into the store need not.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Sum([u64; 4]);

impl Sum {
    /// How long it is.
    pub const LEN: usize = 32;

    /// A row comes.
    pub fn add(&mut self, parts: &[&[u8]]) {
        let mut carry = false;
        for (sum, row) in self.0.iter_mut().zip(row(parts)) {
            (*sum, carry) = sum.carrying_add(row, carry);
        }
    }

    /// A row goes.
    pub fn remove(&mut self, parts: &[&[u8]]) {
        let mut borrow = false;
        for (sum, row) in self.0.iter_mut().zip(row(parts)) {
            (*sum, borrow) = sum.borrowing_sub(row, borrow);
        }
    }

    /// The sum as bytes, to be written down.
    #[must_use]
    pub fn to_bytes(self) -> [u8; Self::LEN] {
        let mut bytes = [0; Self::LEN];
        for (to, limb) in bytes.chunks_exact_mut(8).zip(self.0) {
            to.copy_from_slice(&limb.to_le_bytes());
        }
        bytes
    }

    /// The sum that was written as these bytes.
    #[must_use]
    pub fn from_bytes(bytes: [u8; Self::LEN]) -> Self {
        Self(limbs(&bytes))
    }
}

impl fmt::Display for Sum {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&data_encoding::HEXLOWER.encode(&self.to_bytes()))
    }
}

/// The hash of a row: each part with its length before it, so that no two rows read the same.
fn row(parts: &[&[u8]]) -> [u64; 4] {
    let mut digest = Context::new(&SHA256);
    for part in parts {
        digest.update(&(part.len() as u64).to_be_bytes());
        digest.update(part);
    }
    limbs(digest.finish().as_ref())
}

fn limbs(bytes: &[u8]) -> [u64; 4] {
    let mut limbs = [0; 4];
    for (limb, from) in limbs.iter_mut().zip(bytes.chunks_exact(8)) {
        let mut eight = [0; 8];
        eight.copy_from_slice(from);
        *limb = u64::from_le_bytes(eight);
    }
    limbs
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(rows: &[&[&[u8]]]) -> Sum {
        let mut sum = Sum::default();
        rows.iter().for_each(|row| sum.add(row));
        sum
    }

    #[test]
    fn order_says_nothing_and_every_row_counts() {
        let (a, b): ([&[u8]; 2], [&[u8]; 2]) = ([b"k", b"v"], [b"kv", b""]);
        assert_eq!(of(&[&a, &b]), of(&[&b, &a]));
        assert_ne!(of(&[&a]), of(&[&b]), "the same bytes, cut elsewhere");
        assert_ne!(of(&[&a, &a]), of(&[&a]));
        let mut sum = of(&[&a, &b]);
        sum.remove(&b);
        assert_eq!(sum, of(&[&a]));
        assert_eq!(Sum::from_bytes(sum.to_bytes()), sum);
    }

    #[test]
    fn it_carries_from_limb_to_limb() {
        let mut sum = Sum([u64::MAX; 4]);
        for n in 0..64_u8 {
            sum.add(&[&[n]]);
        }
        for n in 0..64_u8 {
            sum.remove(&[&[n]]);
        }
        assert_eq!(sum, Sum([u64::MAX; 4]));
    }
}
