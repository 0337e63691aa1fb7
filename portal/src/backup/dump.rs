//! Rows of both stores as a stream of CBOR: a head with its version, rows, and an end with the
//! SHA-256 of all that came before.

use std::io::{self, Read as _, Write};

use minicbor::{Decode, Encode};
use ring::digest::{Context, SHA256};

use crate::store::{Read, Reader, Store, StoreError, Sum, Table};

/// Rows read at once.
const PAGE: usize = 256;
/// Longest item: a manifest of one mebibyte, or a staged item, and its frame.
const LONGEST: usize = 4 << 20;

/// Which of the two stores a row is from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Encode, Decode)]
#[cbor(index_only)]
pub(super) enum Which {
    /// The space's.
    #[n(0)]
    Space,
    /// The gate's.
    #[n(1)]
    Gate,
}

/// One item of the stream. Frozen: a change is a new version in the head.
#[derive(Debug, PartialEq, Eq, Encode, Decode)]
pub(super) enum Item {
    /// Comes first: the version of the stream, and when it was written.
    #[n(0)]
    Head(#[n(0)] u16, #[n(1)] u64),
    /// A row: store, table, key, value.
    #[n(1)]
    Row(
        #[n(0)] Which,
        #[n(1)] String,
        #[n(2)]
        #[cbor(with = "minicbor::bytes")]
        Vec<u8>,
        #[n(3)]
        #[cbor(with = "minicbor::bytes")]
        Vec<u8>,
    ),
    /// Comes last: how many rows there were, and the hash of every byte before this item.
    #[n(2)]
    End(#[n(0)] u64, #[n(1)] wire::Hash),
}

/// The version this program writes.
pub(super) const VERSION: u16 = 1;

/// What is not brought back: sessions and challenges, which live only while a portal runs; and what lets
/// somebody in at the desk, who may have been ended since.
const FLEETING: [Table; 7] = [
    Table::Tokens,
    Table::SlotTokens,
    Table::Challenges,
    Table::GateChallenges,
    Table::CeremonyChallenges,
    Table::StaffInvitations,
    Table::StaffPasskeys,
];

/// Writes a stream.
pub(super) struct Writer<W> {
    out: W,
    digest: Context,
    rows: u64,
}

/// Why a dump could not be written.
pub(super) enum Trouble {
    /// The file.
    Io(io::Error),
    /// The store.
    Store(StoreError),
}

impl From<StoreError> for Trouble {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

impl From<io::Error> for Trouble {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

impl<W: Write> Writer<W> {
    /// Begins a stream.
    pub(super) fn begin(out: W, now: u64) -> io::Result<Self> {
        let mut writer = Self {
            out,
            digest: Context::new(&SHA256),
            rows: 0,
        };
        writer.put(&Item::Head(VERSION, now))?;
        Ok(writer)
    }

    /// Writes every lasting row of a store, as of the reader's moment; `see` looks at each.
    pub(super) fn store(
        &mut self,
        which: Which,
        read: &Reader<'_>,
        mut see: impl FnMut(Table, &[u8], &[u8]),
    ) -> Result<(), Trouble> {
        lasting(read, |table, key, value| {
            see(table, &key, &value);
            self.put(&Item::Row(which, table.name().to_owned(), key, value))?;
            self.rows += 1;
            Ok(())
        })
    }

    /// Ends the stream.
    pub(super) fn end(mut self) -> io::Result<W> {
        let mut hash = wire::Hash([0; 32]);
        hash.0
            .copy_from_slice(self.digest.clone().finish().as_ref());
        self.put(&Item::End(self.rows, hash))?;
        Ok(self.out)
    }

    fn put(&mut self, item: &Item) -> io::Result<()> {
        let bytes = wire::encode(item);
        let length = u32::try_from(bytes.len()).map_err(io::Error::other)?;
        for part in [&length.to_be_bytes()[..], &bytes] {
            self.digest.update(part);
            self.out.write_all(part)?;
        }
        Ok(())
    }
}

/// Whether rows of this table are brought back.
pub(super) fn lasts(table: &Table) -> bool {
    !FLEETING.contains(table)
}

/// Hands on every lasting row of a store.
fn lasting<E: From<StoreError>>(
    read: &Reader<'_>,
    mut row: impl FnMut(Table, Vec<u8>, Vec<u8>) -> Result<(), E>,
) -> Result<(), E> {
    for table in Table::ALL.iter().filter(|table| lasts(table)) {
        let mut after: Option<Vec<u8>> = None;
        loop {
            let page = read.scan(*table, &[], after.as_deref(), PAGE)?;
            let is_last = page.len() < PAGE;
            after = page.last().map(|(key, _)| key.clone());
            for (key, value) in page {
                row(*table, key, value)?;
            }
            if is_last {
                break;
            }
        }
    }
    Ok(())
}

/// One number for every lasting row of both stores: equal where the rows are, whatever keeps them.
pub(super) fn set_hash(space: &Store, gate: &Store) -> Result<Sum, StoreError> {
    let mut sum = Sum::default();
    for (which, store) in [(Which::Space, space), (Which::Gate, gate)] {
        store.read(|read| {
            lasting(read, |table, key, value| {
                count(&mut sum, which, table, &key, &value);
                Ok::<_, StoreError>(())
            })
        })?;
    }
    Ok(sum)
}

/// Counts one row into a set hash.
pub(super) fn count(sum: &mut Sum, which: Which, table: Table, key: &[u8], value: &[u8]) {
    let store: &[u8] = match which {
        Which::Space => b"space",
        Which::Gate => b"gate",
    };
    sum.add(&[store, table.name().as_bytes(), key, value]);
}

/// Reads a stream: `row` gets each row in turn. `None` where the stream is not whole.
///
/// # Errors
/// What reading or `row` says.
pub(super) fn read<E: From<io::Error>>(
    mut from: impl io::Read,
    mut row: impl FnMut(Which, &str, Vec<u8>, Vec<u8>) -> Result<(), E>,
) -> Result<Option<u16>, E> {
    let mut digest = Context::new(&SHA256);
    let (mut version, mut rows) = (None, 0);
    loop {
        let mut length = [0; 4];
        if let Err(error) = from.read_exact(&mut length) {
            return cut(error);
        }
        let size = u32::from_be_bytes(length) as usize;
        if size > LONGEST {
            return Ok(None);
        }
        let mut bytes = Vec::with_capacity(size);
        from.by_ref().take(size as u64).read_to_end(&mut bytes)?;
        if bytes.len() != size {
            return Ok(None);
        }
        let Ok(item) = wire::decode_canonical::<Item>(&bytes, LONGEST) else {
            return Ok(None);
        };
        match (item, version) {
            // A newer stream is not read further, only named.
            (Item::Head(found, _), None) if found > VERSION => return Ok(Some(found)),
            (Item::Head(found, _), None) => version = Some(found),
            (Item::Row(which, table, key, value), Some(_)) => {
                row(which, &table, key, value)?;
                rows += 1;
            }
            (Item::End(count, hash), Some(_)) => {
                let whole = digest.finish().as_ref() == hash.as_ref() && count == rows;
                let nothing_follows = from.read(&mut [0])? == 0;
                return Ok(version.filter(|_| whole && nothing_follows));
            }
            _ => return Ok(None),
        }
        digest.update(&length);
        digest.update(&bytes);
    }
}

fn cut<E: From<io::Error>>(error: io::Error) -> Result<Option<u16>, E> {
    if error.kind() == io::ErrorKind::UnexpectedEof {
        Ok(None)
    } else {
        Err(error.into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::{Memory, Store};

    fn dumped() -> Vec<u8> {
        let store = Store::start(Memory::new()).unwrap();
        let wrote = store.write(|tx| {
            tx.put(Table::Log, b"key".as_slice(), b"value".as_slice());
            tx.put(Table::Tokens, b"t".as_slice(), b"fleeting".as_slice());
            Ok::<_, StoreError>(())
        });
        wrote.unwrap();
        let mut out = Vec::new();
        let mut writer = Writer::begin(&mut out, 7).unwrap();
        let wrote = store.read(|read| writer.store(Which::Space, read, |_, _, _| {}));
        assert!(wrote.is_ok());
        writer.end().unwrap();
        out
    }

    fn rows(bytes: &[u8]) -> Option<Vec<(Which, String)>> {
        let mut rows = Vec::new();
        let version = read::<io::Error>(bytes, |which, table, _, _| {
            rows.push((which, table.to_owned()));
            Ok(())
        });
        version.unwrap().map(|_| rows)
    }

    #[test]
    fn lasting_rows_come_back() {
        assert_eq!(rows(&dumped()).unwrap(), [(Which::Space, "log".to_owned())]);
    }

    #[test]
    fn every_cut_and_every_flip_is_noticed() {
        let good = dumped();
        for length in 0..good.len() {
            assert_eq!(rows(&good[..length]), None, "{length} bytes");
        }
        for at in 0..good.len() {
            let mut bad = good.clone();
            bad[at] ^= 1;
            // The version may say that a newer portal wrote it; nothing else passes.
            assert!(rows(&bad).is_none_or(|rows| rows.is_empty()), "byte {at}");
        }
        let followed = [good.as_slice(), b"x"].concat();
        assert_eq!(rows(&followed), None);
    }

    /// A backup of today must be restored by every later portal.
    #[test]
    fn frozen() {
        let key = b"k".to_vec();
        let items = [
            (Item::Head(1, 7), "8200820107"),
            (
                Item::Row(Which::Gate, "log".into(), key, vec![1]),
                "82018401636c6f67416b4101",
            ),
            (
                Item::End(2, wire::Hash([3; 32])),
                "8202820258200303030303030303030303030303030303030303030303030303030303030303",
            ),
        ];
        for (item, frozen) in items {
            let bytes = wire::encode(&item);
            assert_eq!(data_encoding::HEXLOWER.encode(&bytes), frozen);
        }
    }
}
