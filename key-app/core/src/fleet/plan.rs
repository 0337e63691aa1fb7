//! What a fleet shall become: numbers, and the structure that every stick is of.

use super::Fault;
use crate::{stick::Stick, trouble::Trouble};
use wire::{Hash, Realm, structure::SignedLocator};

/// Most sticks of one plan, and the largest number is a thousand times that.
pub const MOST: u32 = 1_000;

/// The numbers of a plan, the last one included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Numbers {
    first: u32,
    last: u32,
}

impl Numbers {
    /// `count` numbers from `first` on.
    ///
    /// # Errors
    /// [`Fault::Numbers`] where there is none, or too many.
    pub fn new(first: u32, count: u32) -> Result<Self, Fault> {
        if first == 0 {
            return Err(Fault::Numbers("numbers begin at 1"));
        }
        if count == 0 || count > MOST {
            return Err(Fault::Numbers("a plan has 1 to 1,000 sticks"));
        }
        let last = first
            .checked_add(count - 1)
            .filter(|last| *last <= MOST * 1_000)
            .ok_or(Fault::Numbers("numbers end at 1,000,000"))?;
        Ok(Self { first, last })
    }

    /// Each of them, in order.
    pub fn each(self) -> impl Iterator<Item = u32> {
        self.first..=self.last
    }
}

/// What is written. All of it is public.
#[derive(Debug, Clone)]
pub struct Plan {
    /// The numbers.
    pub numbers: Numbers,
    /// Fingerprint of the structure's first root.
    pub structure: Hash,
    /// The realm.
    pub realm: Realm,
    /// Root-signed addresses.
    pub locator: SignedLocator,
}

impl Plan {
    /// Sticks of the structure that this one belongs to.
    ///
    /// # Errors
    /// [`Trouble`] where this stick belongs to none, or is damaged.
    pub fn beside(stick: &Stick, numbers: Numbers) -> Result<Self, Trouble> {
        let (realm, structure, locator) = stick.structure()?;
        Ok(Self {
            numbers,
            structure,
            realm,
            locator,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_few_and_begin_at_one() {
        let numbers: Vec<u32> = Numbers::new(41, 3).unwrap().each().collect();
        assert_eq!(numbers, [41, 42, 43]);
        assert_eq!(Numbers::new(1, MOST).unwrap().each().count(), 1_000);
        for (first, count) in [(0, 1), (1, 0), (1, MOST + 1), (u32::MAX, 2), (1_000_000, 2)] {
            assert!(matches!(Numbers::new(first, count), Err(Fault::Numbers(_))));
        }
    }
}
