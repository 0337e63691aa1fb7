//! Deterministic CBOR as a tree, so that any one part of a message can be changed and written again.
//! A byte string that is itself a message is a branch too.

/// One part of a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Item {
    /// A number.
    Number(u64),
    /// Bytes with nothing known inside.
    Bytes(Vec<u8>),
    /// Bytes that hold a message.
    Inside(Box<Item>),
    /// Text.
    Text(String),
    /// A record, a choice or a list.
    List(Vec<Item>),
    /// True or false.
    Truth(bool),
    /// Nothing there.
    Nothing,
}

impl Item {
    /// Reads a whole message; `None` where it is none, or has a kind of part that no message has.
    #[must_use]
    pub fn read(bytes: &[u8]) -> Option<Self> {
        let (item, rest) = read(bytes)?;
        rest.is_empty().then_some(item)
    }

    /// Writes it again, canonically.
    #[must_use]
    pub fn write(&self) -> Vec<u8> {
        let mut out = Vec::new();
        self.write_to(&mut out);
        out
    }

    /// The part at a place: the index in each branch on the way.
    #[must_use]
    pub fn at(&self, place: &[usize]) -> Option<&Item> {
        match (place.split_first(), self) {
            (None, _) => Some(self),
            (_, Item::Inside(inside)) => inside.at(place),
            (Some((index, rest)), Item::List(items)) => items.get(*index)?.at(rest),
            _ => None,
        }
    }

    /// The same, to be changed.
    pub fn at_mut(&mut self, place: &[usize]) -> Option<&mut Item> {
        match (place.split_first(), self) {
            (None, this) => Some(this),
            (_, Item::Inside(inside)) => inside.at_mut(place),
            (Some((index, rest)), Item::List(items)) => items.get_mut(*index)?.at_mut(rest),
            _ => None,
        }
    }

    /// Bytes as they stand there, without the head of a byte string.
    #[must_use]
    pub fn content(&self) -> Option<Vec<u8>> {
        match self {
            Item::Bytes(bytes) => Some(bytes.clone()),
            Item::Inside(inside) => Some(inside.write()),
            _ => None,
        }
    }

    /// Makes it another one of its kind: the next number, a bit turned in the middle, one letter or one
    /// part less.
    pub fn spoil(&mut self) {
        match self {
            Item::Number(number) => *number ^= 1,
            Item::Bytes(bytes) => match bytes.len() / 2 {
                0 => bytes.push(0),
                middle => bytes[middle] ^= 1,
            },
            Item::Inside(inside) => inside.spoil(),
            Item::Text(text) => text.push('x'),
            Item::List(items) => {
                if items.pop().is_none() {
                    items.push(Item::Number(0));
                }
            }
            Item::Truth(truth) => *truth = !*truth,
            Item::Nothing => *self = Item::Bytes(vec![7; 16]),
        }
    }

    fn write_to(&self, out: &mut Vec<u8>) {
        match self {
            Item::Number(number) => head(out, 0, *number),
            Item::Bytes(bytes) => string(out, 2, bytes),
            Item::Inside(inside) => string(out, 2, &inside.write()),
            Item::Text(text) => string(out, 3, text.as_bytes()),
            Item::List(items) => {
                head(out, 4, items.len() as u64);
                for item in items {
                    item.write_to(out);
                }
            }
            Item::Truth(truth) => out.push(if *truth { 0xf5 } else { 0xf4 }),
            Item::Nothing => out.push(0xf6),
        }
    }
}

fn string(out: &mut Vec<u8>, kind: u8, bytes: &[u8]) {
    head(out, kind, bytes.len() as u64);
    out.extend_from_slice(bytes);
}

fn head(out: &mut Vec<u8>, kind: u8, number: u64) {
    let kind = kind << 5;
    let bytes = number.to_be_bytes();
    match number {
        0..=23 => out.push(kind | bytes[7]),
        24..=0xff => out.extend_from_slice(&[kind | 24, bytes[7]]),
        0x100..=0xffff => {
            out.push(kind | 25);
            out.extend_from_slice(&bytes[6..]);
        }
        0x1_0000..=0xffff_ffff => {
            out.push(kind | 26);
            out.extend_from_slice(&bytes[4..]);
        }
        _ => {
            out.push(kind | 27);
            out.extend_from_slice(&bytes);
        }
    }
}

fn read(bytes: &[u8]) -> Option<(Item, &[u8])> {
    let (first, rest) = bytes.split_first()?;
    match first {
        0xf4 | 0xf5 => return Some((Item::Truth(*first == 0xf5), rest)),
        0xf6 => return Some((Item::Nothing, rest)),
        _ => {}
    }
    let width = match first & 31 {
        small @ 0..=23 => return rest_of(first >> 5, small.into(), rest),
        wide @ 24..=27 => 1 << (wide - 24),
        _ => return None,
    };
    let (number, rest) = rest.split_at_checked(width)?;
    let number = number.iter().fold(0, |n, byte| n << 8 | u64::from(*byte));
    rest_of(first >> 5, number, rest)
}

fn rest_of(kind: u8, number: u64, rest: &[u8]) -> Option<(Item, &[u8])> {
    let length = usize::try_from(number).ok()?;
    match kind {
        0 => Some((Item::Number(number), rest)),
        2 => {
            let (bytes, rest) = rest.split_at_checked(length)?;
            let item = match Item::read(bytes) {
                Some(inside @ Item::List(_)) if inside.write() == bytes => {
                    Item::Inside(Box::new(inside))
                }
                _ => Item::Bytes(bytes.to_vec()),
            };
            Some((item, rest))
        }
        3 => {
            let (text, rest) = rest.split_at_checked(length)?;
            Some((Item::Text(String::from_utf8(text.to_vec()).ok()?), rest))
        }
        4 => {
            let mut rest = rest;
            let mut items = Vec::new();
            for _ in 0..length {
                let (item, after) = read(rest)?;
                items.push(item);
                rest = after;
            }
            Some((Item::List(items), rest))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_read_is_written_again_and_one_part_can_be_changed() {
        let inner = wire::encode(&(7u64, "x", true));
        let message = wire::encode(&(1_000u64, wire::Hash([9; 32]), Some(70_000u64), ()));
        let item = Item::read(&message).unwrap();
        assert_eq!(item.write(), message);
        assert_eq!(item.at(&[2]), Some(&Item::Number(70_000)));
        let mut whole = Item::List(vec![Item::Bytes(inner.clone()), item]);
        let read = Item::read(&whole.write()).unwrap();
        assert!(matches!(read.at(&[0]), Some(Item::Inside(_))));
        assert_eq!(read.at(&[0, 0]), Some(&Item::Number(7)));
        whole.at_mut(&[1, 0]).unwrap().spoil();
        assert_eq!(whole.at(&[1, 0]), Some(&Item::Number(1_001)));
        assert_eq!(Item::read(&inner[..2]), None);
    }
}
