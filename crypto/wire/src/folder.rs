//! The twelve folders: one per life theme, and one that is never shared.

use minicbor::{Decode, Encode};

/// A folder is the unit of sharing. Its code is frozen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode)]
#[cbor(index_only)]
pub enum Folder {
    /// Notes, contacts, passwords, past reader keys: never grantable.
    #[n(0)]
    Private,
    /// Identity papers, elections, citizenship.
    #[n(1)]
    Papiers,
    /// Family, school.
    #[n(2)]
    Famille,
    /// Social, health.
    #[n(3)]
    Social,
    /// Work, training.
    #[n(4)]
    Travail,
    /// Housing.
    #[n(5)]
    Logement,
    /// Transport, mobility.
    #[n(6)]
    Transports,
    /// Money, taxes.
    #[n(7)]
    Argent,
    /// Justice.
    #[n(8)]
    Justice,
    /// Foreigners, Europe.
    #[n(9)]
    Etranger,
    /// Leisure, sport, culture.
    #[n(10)]
    Loisirs,
    /// Associations.
    #[n(11)]
    Associations,
}

impl Folder {
    /// Every folder of a space, created together at genesis.
    pub const ALL: [Folder; 12] = [
        Folder::Private,
        Folder::Papiers,
        Folder::Famille,
        Folder::Social,
        Folder::Travail,
        Folder::Logement,
        Folder::Transports,
        Folder::Argent,
        Folder::Justice,
        Folder::Etranger,
        Folder::Loisirs,
        Folder::Associations,
    ];

    /// The frozen code.
    #[must_use]
    pub fn code(self) -> u8 {
        self as u8
    }

    /// The folder with this code.
    #[must_use]
    pub fn from_code(code: u8) -> Option<Self> {
        Self::ALL.get(usize::from(code)).copied()
    }

    /// Whether a mandate may ever name it.
    #[must_use]
    pub fn grantable(self) -> bool {
        self != Folder::Private
    }
}

#[cfg(test)]
mod tests {
    use super::Folder;

    #[test]
    fn codes_are_frozen() {
        for (code, folder) in (0u8..).zip(Folder::ALL) {
            assert_eq!(folder.code(), code);
            assert_eq!(Folder::from_code(code), Some(folder));
        }
        assert_eq!(Folder::from_code(12), None);
        assert_eq!(Folder::Etranger.code(), 9);
    }
}
