//! What a structure says to everybody it serves: how to reach it, and a newer catalogue of services.
//! Its root certifies who may say so.

use crate::{
    Label, Message, Realm, SigPublic, Signed, limits,
    structure::{RootChain, StructureError},
};
use minicbor::{Decode, Encode, bytes::ByteVec};

/// Whoever keeps the board of the structure, signed by its root.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Publisher {
    /// The realm.
    #[n(0)]
    pub realm: Realm,
    /// The publisher's key.
    #[n(1)]
    pub key: SigPublic,
    /// Unix seconds from which it counts.
    #[n(2)]
    pub not_before: u64,
    /// Unix seconds from which it no longer counts.
    #[n(3)]
    pub not_after: u64,
}

impl Publisher {
    /// Whether it counts at that time.
    #[must_use]
    pub fn counts(&self, time: u64) -> bool {
        (self.not_before..self.not_after).contains(&time)
    }
}

impl Message for Publisher {
    const LABEL: Label = Label::SigPublisher;
    const MAX: usize = 96;
}

/// How to reach the structure, in words that people read.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Structure {
    /// Its name.
    #[n(0)]
    pub name: String,
    /// Its telephone number: digits and spaces, perhaps a plus before them.
    #[n(1)]
    pub phone: String,
    /// Where it is.
    #[n(2)]
    pub place: Option<String>,
    /// When it is open.
    #[n(3)]
    pub hours: Option<String>,
}

/// Longest name, in characters.
const NAME: usize = 80;
/// Longest telephone number.
const PHONE: usize = 24;
/// Longest place or hours.
const TEXT: usize = 200;
/// Longest message of a structure that closes.
const MESSAGE: usize = 400;

/// That the structure closes: people take along what is theirs before.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Closing {
    /// Unix seconds from which the portal need not be there any more.
    #[n(0)]
    pub on: u64,
    /// What it says to people, on one line: where to go instead.
    #[n(1)]
    pub message: String,
}

impl Closing {
    /// The rule that it breaks, if any.
    #[must_use]
    pub fn fault(&self) -> Option<&'static str> {
        let holds = is_said(&self.message, MESSAGE);
        (!holds).then_some("a message is one line, 400 characters at most")
    }
}

impl Structure {
    /// The rule that it breaks, if any.
    #[must_use]
    pub fn fault(&self) -> Option<&'static str> {
        let texts = [&self.place, &self.hours].into_iter().flatten();
        [
            (
                is_said(&self.name, NAME),
                "a structure has a name of one line, 80 characters at most",
            ),
            (
                is_number(&self.phone),
                "a telephone number is digits and spaces, 24 at most, perhaps a plus before them",
            ),
            (
                texts.into_iter().all(|text| is_said(text, TEXT)),
                "a place and hours are one line each, 200 characters at most",
            ),
        ]
        .into_iter()
        .find_map(|(holds, rule)| (!holds).then_some(rule))
    }
}

fn is_said(text: &str, longest: usize) -> bool {
    text.trim() == text
        && !text.is_empty()
        && text.chars().count() <= longest
        && !text.chars().any(char::is_control)
}

fn is_number(phone: &str) -> bool {
    let digits = phone.strip_prefix('+').unwrap_or(phone);
    is_said(phone, PHONE)
        && digits.starts_with(|c: char| c.is_ascii_digit())
        && digits.chars().all(|c| c.is_ascii_digit() || c == ' ')
}

/// What the structure says. A newer board has a larger number.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Board {
    /// The realm it is for.
    #[n(0)]
    pub realm: Realm,
    /// Grows with each board.
    #[n(1)]
    pub number: u64,
    /// Unix seconds at which it was signed.
    #[n(2)]
    pub issued: u64,
    /// How to reach the structure.
    #[n(3)]
    pub structure: Structure,
    /// A catalogue in the place of the one that came with the app: JSON, read by the app alone.
    #[n(4)]
    pub catalogue: Option<ByteVec>,
    /// That the structure closes.
    #[n(5)]
    pub closing: Option<Closing>,
}

impl Message for Board {
    const LABEL: Label = Label::SigBoard;
    const MAX: usize = limits::CATALOGUE + (4 << 10);
}

/// A board with all that lets a stick check it.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct SignedBoard {
    /// From the pinned root to the current one.
    #[n(0)]
    pub roots: RootChain,
    /// Signed by the current root.
    #[n(1)]
    pub publisher: Signed<Publisher>,
    /// Signed by the publisher.
    #[n(2)]
    pub board: Signed<Board>,
}

impl SignedBoard {
    /// The longest one, in bytes.
    pub const MAX: usize = Board::MAX + (2 << 10);

    /// The board and who signed it, if they are of the structure whose root fingerprint is `pinned`,
    /// whether or not the publisher still counts.
    ///
    /// # Errors
    /// [`StructureError`] where they are not.
    pub fn open(
        &self,
        realm: Realm,
        pinned: &crate::Hash,
    ) -> Result<(Publisher, Board), StructureError> {
        let root = self.roots.current(realm, pinned)?;
        let publisher = self.publisher.verify(realm, &root)?;
        let board = self.board.verify(realm, &publisher.key)?;
        if publisher.realm != realm || board.realm != realm {
            return Err(StructureError::WrongRealm);
        }
        if !publisher.counts(board.issued) {
            return Err(StructureError::Expired);
        }
        let long = board.catalogue.as_ref();
        if long.is_some_and(|bytes| bytes.len() > limits::CATALOGUE)
            || board.structure.fault().is_some()
            || board.closing.as_ref().is_some_and(|c| c.fault().is_some())
        {
            return Err(StructureError::Rule);
        }
        Ok((publisher, board))
    }

    /// The board, if it is of that structure and its publisher counts at `now`.
    ///
    /// # Errors
    /// [`StructureError`] where not.
    pub fn verify(
        &self,
        realm: Realm,
        pinned: &crate::Hash,
        now: u64,
    ) -> Result<Board, StructureError> {
        let (publisher, board) = self.open(realm, pinned)?;
        if publisher.counts(now) {
            Ok(board)
        } else {
            Err(StructureError::Expired)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Structure;

    #[test]
    fn what_is_said_of_a_structure_is_short_and_plain() {
        let good = Structure {
            name: "Maison des droits".into(),
            phone: "+33 1 99 00 12 34".into(),
            place: Some("3 rue des Lilas".into()),
            hours: None,
        };
        assert_eq!(good.fault(), None);
        let long = "x".repeat(201);
        let named = |name: &str| Structure {
            name: name.into(),
            ..good.clone()
        };
        let reached = |phone: &str| Structure {
            phone: phone.into(),
            ..good.clone()
        };
        let found = |place: &str| Structure {
            place: Some(place.into()),
            ..good.clone()
        };
        let open = |hours: &str| Structure {
            hours: Some(hours.into()),
            ..good.clone()
        };
        for bad in [
            named(""),
            named(" Maison"),
            named("Maison\nAppelez le 08"),
            named(&long[..81]),
            reached(""),
            reached("+"),
            reached("tel:0199001234"),
            reached("01 99 00 12 34 "),
            reached("0199001234 0199001234 0199"),
            found(""),
            found(&long),
            open(&long),
            open("\u{7}"),
        ] {
            assert!(bad.fault().is_some(), "{bad:?}");
        }
        assert_eq!(named(&long[..80]).fault(), None);
        assert_eq!(found(&long[..200]).fault(), None);
        assert_eq!(reached("3646").fault(), None);
    }
}
