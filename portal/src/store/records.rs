//! How a stored shape grows old without being lost.

use minicbor::decode::Error;
use minicbor::{Decode, Encode};

use super::{StoreError, Table};

/// The present shape of a stored value, and the table it lives in.
///
/// A record is stored as one version byte, then minicbor. The version is the shape's place in its
/// chain: the first shape is 1, and each newer one is 1 more than the one it names as its previous.
///
/// A shape that was released is frozen: its file is never edited again. To change a record:
/// 1. write the new shape in a new file;
/// 2. name the frozen one as its [`Migrate::Previous`], and say in [`Migrate::migrate`] what becomes
///    of each field;
/// 3. move [`Record`] to the new shape.
///
/// Old bytes are read through the chain, and stored in the new shape when the record is next put.
///
/// ```text
/// // records/v1.rs
/// impl Migrate for v1::Slot {
///     type Previous = Nothing;
///     fn migrate(previous: Nothing) -> Self { match previous {} }
/// }
/// // records/v2.rs
/// impl Migrate for v2::Slot {
///     type Previous = v1::Slot;
///     fn migrate(previous: v1::Slot) -> Self { … }
/// }
/// impl Record for v2::Slot { const TABLE: Table = Table::Slots; }
/// ```
pub trait Record: Migrate {
    /// The table that holds it.
    const TABLE: Table;

    /// The bytes to store: the version byte, then this shape.
    fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = vec![Self::VERSION];
        match minicbor::encode(self, &mut bytes) {
            Ok(()) => bytes,
            // Writing to a Vec cannot fail and no stored shape has a failing encoder.
            Err(never) => unreachable!("encoding to memory: {never}"),
        }
    }

    /// Reads stored bytes of this version, or of an older one through the chain.
    ///
    /// # Errors
    /// [`StoreError::TooNew`] for a version this program does not know, [`StoreError::Damaged`] for
    /// anything else that it did not write.
    fn from_bytes(bytes: &[u8]) -> Result<Self, StoreError> {
        let place = Self::TABLE.name();
        let known = Self::VERSION;
        match bytes.split_first() {
            None => Err(StoreError::damaged(place, "a record without its version")),
            Some((&found, _)) if found > known => Err(StoreError::TooNew {
                place,
                found,
                known,
            }),
            Some((&version, body)) => {
                Self::read(version, body).map_err(|cause| StoreError::damaged(place, cause))
            }
        }
    }
}

/// A stored shape that knows the one before it.
pub trait Migrate: Encode<()> + for<'b> Decode<'b, ()> {
    /// The shape that was stored before; [`Nothing`] for the first.
    type Previous: Chain;

    /// What a value of the previous shape becomes.
    fn migrate(previous: Self::Previous) -> Self;
}

/// A shape with every shape before it. It follows from [`Migrate`]: nobody writes it by hand.
pub trait Chain: Sized {
    /// The version byte in front of this shape.
    const VERSION: u8;

    /// Reads `body` as the shape of `version`, then walks up the chain to this one.
    ///
    /// # Errors
    /// [`Error`] where no shape of the chain reads it.
    fn read(version: u8, body: &[u8]) -> Result<Self, Error>;
}

impl<S: Migrate> Chain for S {
    const VERSION: u8 = S::Previous::VERSION + 1;

    fn read(version: u8, body: &[u8]) -> Result<Self, Error> {
        if version != Self::VERSION {
            return S::Previous::read(version, body).map(S::migrate);
        }
        let mut decoder = minicbor::Decoder::new(body);
        let shape = decoder.decode()?;
        if decoder.position() == body.len() {
            Ok(shape)
        } else {
            Err(Error::message("something follows the record"))
        }
    }
}

/// What came before the first shape. It has no values.
#[derive(Debug, Clone, Copy)]
pub enum Nothing {}

impl Chain for Nothing {
    const VERSION: u8 = 0;

    fn read(_version: u8, _body: &[u8]) -> Result<Self, Error> {
        Err(Error::message("no shape ever had this version"))
    }
}

#[cfg(test)]
mod tests {
    use std::convert::Infallible;

    use super::super::{Memory, Read, Store, WriteError};
    use super::*;

    /// A lamp as it was first stored: on or off.
    #[derive(Debug, PartialEq, Encode, Decode)]
    #[cbor(array)]
    struct LampV1 {
        #[n(0)]
        name: String,
        #[n(1)]
        on: bool,
    }

    impl Migrate for LampV1 {
        type Previous = Nothing;

        fn migrate(previous: Nothing) -> Self {
            match previous {}
        }
    }

    impl Record for LampV1 {
        const TABLE: Table = Table::Meta;
    }

    /// A lamp of today: it can be dimmed.
    #[derive(Debug, PartialEq, Encode, Decode)]
    #[cbor(array)]
    struct LampV2 {
        #[n(0)]
        name: String,
        #[n(1)]
        percent: u8,
    }

    impl Migrate for LampV2 {
        type Previous = LampV1;

        fn migrate(previous: LampV1) -> Self {
            Self {
                name: previous.name,
                percent: if previous.on { 100 } else { 0 },
            }
        }
    }

    impl Record for LampV2 {
        const TABLE: Table = Table::Meta;
    }

    /// Frozen: what the first version wrote for a lamp called "hall" that was on.
    const STORED_V1: &[u8] = b"\x01\x82\x64hall\xf5";
    /// Frozen: what the second version writes for it.
    const STORED_V2: &[u8] = b"\x02\x82\x64hall\x18\x64";

    fn hall() -> LampV2 {
        LampV2 {
            name: "hall".to_owned(),
            percent: 100,
        }
    }

    #[test]
    fn a_record_is_its_version_then_its_shape() {
        let old = LampV1 {
            name: "hall".to_owned(),
            on: true,
        };
        assert_eq!(old.to_bytes(), STORED_V1);
        assert_eq!(hall().to_bytes(), STORED_V2);
        assert_eq!(LampV2::from_bytes(STORED_V2).unwrap(), hall());
    }

    #[test]
    fn an_old_record_walks_up_the_chain() {
        assert_eq!(LampV2::from_bytes(STORED_V1).unwrap(), hall());
    }

    #[test]
    fn a_newer_record_says_so() {
        let error = LampV1::from_bytes(STORED_V2).unwrap_err();
        let StoreError::TooNew {
            place,
            found,
            known,
        } = error
        else {
            unreachable!("{error}");
        };
        assert_eq!((place, found, known), ("meta", 2, 1));
    }

    #[test]
    fn anything_else_is_damage() {
        let followed = [STORED_V2, b"\x00"].concat();
        let cut = &STORED_V2[..STORED_V2.len() - 1];
        let before_the_first = b"\x00\x82\x64hall\xf5";
        for bytes in [b"".as_slice(), b"\x02", cut, &followed, before_the_first] {
            let error = LampV2::from_bytes(bytes).unwrap_err();
            assert!(matches!(error, StoreError::Damaged { place: "meta", .. }));
        }
    }

    #[test]
    fn the_store_reads_every_version_and_a_rule_cannot_overlook_a_newer_one() {
        let store = Store::start(Memory::new()).unwrap();
        let migrated = store.write(|tx| {
            tx.put(Table::Meta, b"old", STORED_V1);
            tx.put_record(b"present", &hall());
            tx.get_record::<LampV2>(b"old")
        });
        assert_eq!(migrated.unwrap(), Some(hall()));
        let all = store.read(|reader| reader.scan_records::<LampV2>(b"", None, 9));
        let expected = [(b"old".to_vec(), hall()), (b"present".to_vec(), hall())];
        assert_eq!(all.unwrap(), expected);

        let overlooked = store.write(|tx| {
            tx.delete(Table::Meta, b"old");
            let lamp: Option<LampV1> = tx.get_record(b"present").unwrap_or_default();
            Ok::<_, Infallible>(lamp)
        });
        let error = overlooked.unwrap_err();
        assert!(matches!(
            error,
            WriteError::Store(StoreError::TooNew { .. })
        ));
        let old = store.read(|reader| reader.get(Table::Meta, b"old"));
        assert_eq!(old.unwrap().unwrap(), STORED_V1);
    }
}
