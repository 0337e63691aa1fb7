//! Only canonical bytes are read, whatever comes: a changed encoding is refused or says something else.

use crate::support::{Account, Fixed};
use crypto::{
    code::Code,
    keys::ObjectKey,
    recovery::CardCode,
    space::{BlobPlace, Opener, Sealer, stored_len},
    stick::Cle,
};
use proptest::{collection::vec, prelude::*, sample::Index};
use std::{fs, path::Path};
use wire::{
    BlobId, Realm,
    api::{Commit, Session, Stage, SyncAnswer},
    board::SignedBoard,
    decode_canonical,
    gate::{Enrol, Order},
    log::{Entry, LogState},
    mandate::Proof,
    manifest::{KeyBox, Manifest},
    recovery::{Package, Payload, Policy},
    seal::Sealed,
    sign::Signed,
    slot::{SealedAnchor, SlotHeader, SlotSeals},
    structure::{Locator, SignedLocator, SignedVoucher},
    version::OfferedVersion,
};

const MAX: usize = 64 << 10;

/// What bytes mean when read as one kind: their encoding once more, or nothing.
type Reader = fn(&[u8]) -> Option<Vec<u8>>;

macro_rules! readers {
    ($($file:literal as $kind:ty),* $(,)?) => {
        [$(($file, (|bytes| {
            decode_canonical::<$kind>(bytes, MAX).ok().map(|value| wire::encode(&value))
        }) as Reader)),*]
    };
}

/// Each kind with a frozen file of it.
fn kinds() -> [(&'static str, Reader); 24] {
    readers![
        "sig-gate-enrol" as Signed<Enrol>,
        "order-set-keys" as Order,
        "sig-locator" as Signed<Locator>,
        "signed-locator-successors" as SignedLocator,
        "signed-voucher" as SignedVoucher,
        "signed-board" as SignedBoard,
        "signed-board-closing" as SignedBoard,
        "offered-version" as OfferedVersion,
        "slot-header" as SlotHeader,
        "slot-seals" as Signed<SlotSeals>,
        "slot-keys" as Sealed,
        "anchor" as SealedAnchor,
        "key-box-mandate" as Signed<KeyBox>,
        "mandate-proof" as Proof,
        "manifest" as Manifest,
        "policy" as Policy,
        "package" as Signed<Package>,
        "payload-card" as Payload,
        "entry-rekey" as Entry,
        "log-state" as LogState,
        "api-commit" as Commit,
        "api-stage" as Stage,
        "api-session" as Session,
        "api-sync-answer" as SyncAnswer,
    ]
}

fn kept(name: &str) -> Vec<u8> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("vectors/frozen");
    let text = fs::read_to_string(folder.join(name).with_extension("hex")).unwrap();
    let digits: String = text.split_whitespace().collect();
    data_encoding::HEXLOWER.decode(digits.as_bytes()).unwrap()
}

/// Where each CBOR item begins, outermost first; byte and text strings are not looked into.
fn items(bytes: &[u8]) -> Vec<usize> {
    let (mut at, mut found) = (0, Vec::new());
    while at < bytes.len() {
        found.push(at);
        let (major, info) = (bytes[at] >> 5, bytes[at] & 31);
        let width = match info {
            0..24 => 0,
            24..28 => 1 << (info - 24),
            _ => panic!("not deterministic at {at}"),
        };
        let argument = if width == 0 {
            usize::from(info)
        } else {
            bytes[at + 1..=at + width]
                .iter()
                .fold(0usize, |n, b| n.wrapping_mul(256) + usize::from(*b))
        };
        at += 1
            + width
            + if major == 2 || major == 3 {
                argument
            } else {
                0
            };
    }
    found
}

#[test]
fn frozen_files_are_canonical() {
    for (name, read) in kinds() {
        let bytes = kept(name);
        assert_eq!(read(&bytes).as_deref(), Some(&bytes[..]), "{name}");
    }
}

/// Every head of every item, in a longer form than needed.
#[test]
fn longer_forms_are_refused() {
    let mut tried = 0;
    for (name, read) in kinds() {
        let bytes = kept(name);
        for at in items(&bytes) {
            let info = bytes[at] & 31;
            if bytes[at] >> 5 == 7 || info > 24 {
                continue;
            }
            // One byte of argument where none was needed, or two where one was.
            let longer = if info < 24 {
                vec![bytes[at] & 0xe0 | 24, info]
            } else {
                vec![bytes[at] & 0xe0 | 25, 0]
            };
            let after = at + 1;
            let long = [&bytes[..at], &longer, &bytes[after..]].concat();
            assert_eq!(read(&long), None, "{name} at {at}");
            tried += 1;
        }
    }
    assert!(tried > 150, "{tried}");
}

#[test]
fn indefinite_lengths_tags_and_trailing_bytes_are_refused() {
    for (name, read) in kinds() {
        let bytes = kept(name);
        let mut open_ended = bytes.clone();
        open_ended[0] = 0x9f;
        open_ended.push(0xff);
        assert_eq!(read(&open_ended), None, "{name}");
        assert_eq!(read(&[&bytes[..], &[0xf6]].concat()), None, "{name}");
        assert_eq!(read(&[&[0xc1], &bytes[..]].concat()), None, "{name}");
        assert_eq!(read(&bytes[..bytes.len() - 1]), None, "{name}");
        assert_eq!(read(&[]), None, "{name}");
    }
}

/// One field too many, too few, or twice, in the outermost array.
#[test]
fn other_numbers_of_fields_are_refused() {
    for (name, read) in kinds() {
        let bytes = kept(name);
        let mut more = bytes.clone();
        more[0] += 1;
        more.push(0xf6);
        assert_eq!(read(&more), None, "{name}");
        let mut fewer = bytes.clone();
        fewer[0] -= 1;
        assert_eq!(read(&fewer), None, "{name}");
        let second = items(&bytes)[1];
        let mut twice = bytes[..second].to_vec();
        twice[0] += 1;
        twice.extend_from_slice(&bytes[1..]);
        assert_eq!(read(&twice), None, "{name}");
    }
}

fn content(length: usize, seed: u8) -> Vec<u8> {
    (0..length)
        .map(|i| (i as u8).wrapping_mul(31) ^ seed)
        .collect()
}

fn place() -> BlobPlace {
    BlobPlace {
        realm: Realm::Prod,
        account: Account::new(Realm::Prod, 0x80).id,
        blob: BlobId([0xc1; 32]),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn arbitrary_bytes_are_read_canonically_or_not(bytes in vec(any::<u8>(), 0..400)) {
        for (name, read) in kinds() {
            if let Some(again) = read(&bytes) {
                prop_assert_eq!(&again, &bytes, "{}", name);
            }
        }
        prop_assert!(Cle::from_bytes(&bytes).is_err());
    }

    #[test]
    fn a_changed_encoding_is_refused_or_says_something_else(
        kind in 0..20usize,
        at in any::<Index>(),
        other in any::<Index>(),
        byte in any::<u8>(),
        how in 0..5u8,
    ) {
        let (name, read) = kinds()[kind];
        let good = kept(name);
        let (at, other) = (at.index(good.len()), other.index(good.len()));
        let mut bytes = good.clone();
        match how {
            0 => bytes.insert(at, byte),
            1 => drop(bytes.remove(at)),
            2 => bytes[at] = byte,
            3 => bytes.swap(at, other),
            _ => {
                let stretch = bytes[at.min(other)..at.max(other)].to_vec();
                bytes.splice(at..at, stretch);
            }
        }
        // What is read is exactly what came: no two encodings mean the same.
        if let Some(again) = read(&bytes) {
            prop_assert_eq!(&again, &bytes, "{}", name);
        }
    }

    #[test]
    fn typed_codes_and_cards_never_panic(typed in "\\PC{0,40}", chosen in vec(any::<u8>(), 0..12)) {
        let digits = typed.chars().filter(|c| !c.is_whitespace());
        let fits = digits.clone().all(|c| c.is_ascii_digit()) && (4..=12).contains(&digits.count());
        prop_assert_eq!(Code::digits(&typed).is_ok(), fits);
        let fits = (4..=8).contains(&chosen.len()) && chosen.iter().all(|i| *i < 16);
        prop_assert_eq!(Code::pictograms(&chosen).is_ok(), fits);
        if let Ok(card) = CardCode::parse(&typed) {
            prop_assert!(CardCode::parse(&card.printed()).is_ok());
        }
    }

    #[test]
    fn stored_lengths_grow_little_and_tell_little(length in 0..26_214_400u64, more in 0..100u64) {
        let stored = stored_len(&place(), length);
        prop_assert!(stored >= length && stored <= length + length / 8 + 1_200);
        prop_assert!(stored_len(&place(), length + more) >= stored);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn blobs_come_back_in_any_pieces_and_changed_ones_do_not(
        length in 0..200_000usize,
        seed in any::<u8>(),
        piece in 1_000..90_000usize,
        at in any::<Index>(),
        bit in 0..8u8,
    ) {
        let (key, content) = (ObjectKey::make(&mut Fixed(seed)), content(length, seed));
        let mut sealer = Sealer::new(&place(), &key, &content[..], length as u64).unwrap();
        let mut blob = Vec::new();
        while let Some(piece) = sealer.next_piece().unwrap() {
            blob.extend(piece);
        }
        let record = sealer.finish().unwrap();
        let open = |blob: &[u8]| {
            let mut opener = Opener::new(&place(), &key, record)?;
            for piece in blob.chunks(piece) {
                opener.push(piece)?;
            }
            opener.finish().map(|content| content.to_vec())
        };
        prop_assert_eq!(open(&blob).unwrap(), content);
        let at = at.index(blob.len());
        blob[at] ^= 1 << bit;
        prop_assert!(open(&blob).is_err());
        blob.truncate(at);
        prop_assert!(open(&blob).is_err());
    }
}
