//! How rows lie in an engine that has one space of keys and no room for large values.
//!
//! A value above [`WHOLE`] is cut: the row then holds its length, and pieces hold its bytes.

use super::Table;

/// The longest value that is kept in one piece: far below the 64 KiB that must never go in. sled puts
/// up to seventeen rows on a page, and a page above 128 KiB into a file of its own, which it neither
/// syncs nor misses when it is gone: seventeen of these stay below.
pub(super) const WHOLE: usize = 6 * 1024;

const ROW: u8 = 0;
const PIECE: u8 = 1;

/// The key of every row of a table starts with this. No table's name holds a zero.
pub(super) fn prefix(table: Table) -> Vec<u8> {
    [&[ROW], table.name().as_bytes(), &[0]].concat()
}

/// Where a row lies.
pub(super) fn row(table: Table, key: &[u8]) -> Vec<u8> {
    [prefix(table).as_slice(), key].concat()
}

/// What lies there: the value, or how long it is and where its pieces lie.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Laid {
    /// The value itself.
    Whole(Vec<u8>),
    /// A value of this many bytes, in pieces.
    Cut(usize),
}

/// Reads what lies at a row. `None` where it is nothing of ours.
pub(super) fn read(laid: &[u8]) -> Option<Laid> {
    match laid.split_first()? {
        (&ROW, value) => Some(Laid::Whole(value.to_vec())),
        (&PIECE, length) => {
            let length = u64::from_be_bytes(length.try_into().ok()?);
            Some(Laid::Cut(usize::try_from(length).ok()?))
        }
        _ => None,
    }
}

/// Where the pieces of a value of this length lie, in order.
pub(super) fn places(row: &[u8], length: usize) -> impl Iterator<Item = Vec<u8>> {
    let count = length.div_ceil(WHOLE) as u64;
    // Of the same length for every piece, so that no two rows share one.
    (0..count).map(move |piece| [&[PIECE], row, &piece.to_be_bytes()].concat())
}

/// What to put where, so that `value` lies at a row.
pub(super) fn lay(row: &[u8], value: &[u8]) -> Vec<(Vec<u8>, Vec<u8>)> {
    if value.len() <= WHOLE {
        return vec![(row.to_vec(), [&[ROW], value].concat())];
    }
    let length = (value.len() as u64).to_be_bytes();
    let mut laid = vec![(row.to_vec(), [&[PIECE][..], &length].concat())];
    let pieces = value.chunks(WHOLE).map(<[u8]>::to_vec);
    laid.extend(places(row, value.len()).zip(pieces));
    laid
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_whole_or_in_pieces_that_none_other_has() {
        let row = row(Table::Manifests, b"k");
        for (length, pieces) in [(0, 0), (WHOLE, 0), (WHOLE + 1, 2), (1 << 20, 171)] {
            let value: Vec<u8> = (0..length).map(|n: usize| n.to_le_bytes()[0]).collect();
            let laid = lay(&row, &value);
            assert_eq!(laid.len(), 1 + pieces, "{length} bytes");
            assert!(laid.iter().all(|(_, value)| value.len() <= WHOLE + 1));
            let (at, head) = &laid[0];
            assert_eq!(*at, row);
            match read(head).unwrap() {
                Laid::Whole(found) => assert_eq!((found, pieces), (value, 0)),
                Laid::Cut(found) => {
                    assert_eq!(found, length);
                    let places: Vec<_> = places(&row, found).collect();
                    let (at, cut): (Vec<_>, Vec<_>) = laid[1..].iter().cloned().unzip();
                    assert_eq!((at, cut.concat()), (places, value));
                }
            }
        }
        assert_eq!(read(b""), None);
        assert_eq!(read(b"\x01short"), None);
        assert_eq!(read(b"\x02"), None);
    }
}
