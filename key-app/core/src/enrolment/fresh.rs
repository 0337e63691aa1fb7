//! Fresh keys, and the coins that say in which order two things stand.

use crypto::keys::SigningKey;
use wire::{Random, SigPublic, gate::EnrolmentKeys};

/// Fresh signing keys of an enrolment or a renewal.
pub(crate) struct FreshKeys {
    pub(crate) success: SigningKey,
    pub(crate) lineage: SigningKey,
    order: bool,
    spare: SigPublic,
}

impl FreshKeys {
    pub(crate) fn make(random: &mut dyn Random) -> Self {
        Self {
            success: SigningKey::make(random),
            lineage: SigningKey::make(random),
            order: coin(random),
            // Stands for the second cell; its private half is thrown away here.
            spare: SigningKey::make(random).public(),
        }
    }

    /// What one gate is told; it sees two success keys, in the same order everywhere.
    pub(crate) fn at(&self, possession: &SigningKey) -> EnrolmentKeys {
        EnrolmentKeys {
            possession: possession.public(),
            success: in_order(self.order, self.success.public(), self.spare),
            lineage: self.lineage.public(),
        }
    }
}

/// One random bit.
pub(super) fn coin(random: &mut dyn Random) -> bool {
    let [byte] = wire::random::bytes(random);
    byte & 1 == 1
}

/// Two things, in the order of a coin.
pub(super) fn in_order<T>(swapped: bool, a: T, b: T) -> [T; 2] {
    if swapped { [b, a] } else { [a, b] }
}
