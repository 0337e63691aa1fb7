//! A blob comes back byte for byte or not at all: no chunk removed, reordered, cut, added or taken
//! from elsewhere, and no more memory than a chunk while it is sealed (A8, A14, A18).

use crate::support::{Account, Fixed};
use crypto::{
    Opening,
    keys::ObjectKey,
    space::{BlobPlace, BlobRecord, Opener, Sealer, stored_len},
};
use std::io::Cursor;
use wire::{
    AccountId, BlobId, Hash, Realm,
    blob::{BlobHeader, CHUNK, Purpose, TAG},
    limits,
};

fn key() -> ObjectKey {
    ObjectKey::make(&mut Fixed(0xc0))
}

fn place() -> BlobPlace {
    BlobPlace {
        realm: Realm::Prod,
        account: Account::new(Realm::Prod, 0x80).id,
        blob: BlobId([0xc1; 32]),
    }
}

fn content(length: usize) -> Vec<u8> {
    (0u32..)
        .flat_map(|i| Hash::of(&i.to_be_bytes()).0)
        .take(length)
        .collect()
}

/// The pieces as they leave, and the record.
fn seal(place: &BlobPlace, key: &ObjectKey, content: &[u8]) -> (Vec<Vec<u8>>, BlobRecord) {
    let mut sealer = Sealer::new(place, key, Cursor::new(content), content.len() as u64).unwrap();
    let mut pieces = Vec::new();
    while let Some(piece) = sealer.next_piece().unwrap() {
        pieces.push(piece);
    }
    assert!(sealer.next_piece().unwrap().is_none());
    (pieces, sealer.finish().unwrap())
}

fn open_in(size: usize, blob: &[u8], record: BlobRecord) -> crypto::Result<Vec<u8>> {
    let mut opener = Opener::new(&place(), &key(), record)?;
    for piece in blob.chunks(size) {
        opener.push(piece)?;
    }
    opener.finish().map(|content| content.to_vec())
}

/// With the true hash of what is pushed: only the AEAD and the lengths stand in the way.
fn open_rehashed(blob: &[u8], record: BlobRecord) -> crypto::Result<Vec<u8>> {
    let hash = Hash::of(blob);
    open_in(usize::MAX, blob, BlobRecord { hash, ..record })
}

#[test]
fn sizes_around_the_edges_come_back() {
    let mut sizes = vec![0, 1, 7, 8, 1_015, 1_016, 1_017, 100_000];
    for chunks in 1..4 {
        sizes.extend((0..18).map(|d| chunks * CHUNK - 9 + d));
    }
    for size in sizes {
        let content = content(size);
        let (pieces, record) = seal(&place(), &key(), &content);
        let blob = pieces.concat();
        assert_eq!(record.length, size as u64);
        assert_eq!(record.hash, Hash::of(&blob));
        assert_eq!(
            stored_len(&place(), size as u64),
            blob.len() as u64,
            "{size}"
        );
        assert_eq!(
            open_in(usize::MAX, &blob, record).unwrap(),
            content,
            "{size}"
        );
    }
}

#[test]
fn an_empty_object_is_one_final_chunk() {
    let (pieces, record) = seal(&place(), &key(), &[]);
    assert_eq!(pieces.len(), 2);
    assert_eq!(pieces[1].len(), 1_024 + TAG);
    assert!(open_in(1, &pieces.concat(), record).unwrap().is_empty());
}

#[test]
fn pieces_of_any_size_open() {
    let content = content(2 * CHUNK + 777);
    let (pieces, record) = seal(&place(), &key(), &content);
    let blob = pieces.concat();
    for size in [
        1_021,
        3_000,
        CHUNK - 1,
        CHUNK,
        CHUNK + TAG,
        CHUNK + TAG + 1,
        150_001,
    ] {
        assert_eq!(open_in(size, &blob, record).unwrap(), content, "{size}");
    }
    let small = self::content(3_000);
    let (pieces, record) = seal(&place(), &key(), &small);
    for size in [1, 2, 97] {
        assert_eq!(open_in(size, &pieces.concat(), record).unwrap(), small);
    }
}

#[test]
fn a_sealer_holds_one_chunk() {
    let length = 3 * CHUNK as u64 + 5;
    // An endless reader would be read whole by anything that buffers more than it needs.
    let content = std::io::repeat(7);
    let mut sealer = Sealer::new(
        &place(),
        &key(),
        std::io::Read::take(content, length),
        length,
    )
    .unwrap();
    let header = sealer.next_piece().unwrap().unwrap();
    assert!(header.len() <= BlobHeader::MAX);
    let mut chunks = 0;
    while let Some(piece) = sealer.next_piece().unwrap() {
        assert!(piece.len() <= CHUNK + TAG);
        assert!(
            piece.capacity() <= 2 * (CHUNK + TAG),
            "{}",
            piece.capacity()
        );
        chunks += 1;
    }
    assert_eq!(chunks, 4);
}

#[test]
fn content_of_another_length_than_promised_is_not_sealed() {
    for (given, promised) in [
        (999, 1_000u64),
        (1_001, 1_000),
        (0, 1),
        (1, 0),
        (CHUNK, 70_000),
    ] {
        let content = content(given);
        let mut sealer = Sealer::new(&place(), &key(), Cursor::new(content), promised).unwrap();
        let outcome = loop {
            match sealer.next_piece() {
                Ok(Some(_)) => (),
                Ok(None) => break Ok(()),
                Err(error) => break Err(error.kind()),
            }
        };
        assert_eq!(outcome, Err(std::io::ErrorKind::UnexpectedEof), "{given}");
        assert_eq!(sealer.finish().unwrap_err(), Opening::Damaged);
    }
    let early = Sealer::new(&place(), &key(), Cursor::new([]), 0).unwrap();
    assert_eq!(early.finish().unwrap_err(), Opening::Damaged);
    let large = Sealer::new(&place(), &key(), Cursor::new([]), limits::PAPER + 1);
    assert_eq!(large.err(), Some(Opening::TooLarge));
}

#[test]
fn chunks_removed_reordered_cut_or_added_are_refused() {
    let (pieces, record) = seal(&place(), &key(), &content(3 * CHUNK + 9));
    let order = |which: &[usize]| which.iter().flat_map(|i| pieces[*i].clone()).collect();
    let whole: Vec<u8> = order(&[0, 1, 2, 3, 4]);
    assert!(open_rehashed(&whole, record).is_ok());
    let tampered: [(&str, Vec<u8>); 11] = [
        ("first removed", order(&[0, 2, 3, 4])),
        ("middle removed", order(&[0, 1, 3, 4])),
        ("last removed", order(&[0, 1, 2, 3])),
        ("two last removed", order(&[0, 1, 2])),
        ("reordered", order(&[0, 2, 1, 3, 4])),
        ("doubled", order(&[0, 1, 1, 2, 3, 4])),
        ("last doubled", order(&[0, 1, 2, 3, 4, 4])),
        ("header only", order(&[0])),
        ("header removed", order(&[1, 2, 3, 4])),
        ("cut", whole[..whole.len() - 1].to_vec()),
        ("extended", [&whole[..], &[0]].concat()),
    ];
    for (what, blob) in tampered {
        let refused = open_rehashed(&blob, record);
        assert_eq!(refused.unwrap_err(), Opening::Refused, "{what}");
    }
    assert_eq!(open_rehashed(&[], record).unwrap_err(), Opening::Refused);
}

#[test]
fn every_flipped_byte_is_refused() {
    let (pieces, record) = seal(&place(), &key(), &content(500));
    let mut blob = pieces.concat();
    for at in 0..blob.len() {
        blob[at] ^= 1 << (at % 8);
        assert!(open_in(usize::MAX, &blob, record).is_err(), "byte {at}");
        let rehashed = open_rehashed(&blob, record);
        assert_eq!(rehashed.unwrap_err(), Opening::Refused, "byte {at}");
        blob[at] ^= 1 << (at % 8);
    }
}

/// A wrong hash in the record is refused even where every chunk opens.
#[test]
fn another_record_is_refused() {
    let content = content(1_500);
    let (pieces, record) = seal(&place(), &key(), &content);
    let blob = pieces.concat();
    let records = [
        BlobRecord {
            hash: Hash([0; 32]),
            ..record
        },
        BlobRecord {
            length: 1_499,
            ..record
        },
        BlobRecord {
            length: 1_501,
            ..record
        },
        BlobRecord {
            length: 0,
            ..record
        },
    ];
    for record in records {
        let refused = open_in(usize::MAX, &blob, record);
        assert_eq!(refused.unwrap_err(), Opening::Refused, "{record:?}");
    }
    let large = BlobRecord {
        length: limits::PAPER + 1,
        ..record
    };
    assert_eq!(
        Opener::new(&place(), &key(), large).err(),
        Some(Opening::TooLarge)
    );
}

#[test]
fn another_key_or_place_is_refused() {
    let here = place();
    let (pieces, record) = seal(&here, &key(), &content(1_500));
    let blob = pieces.concat();
    let other = ObjectKey::make(&mut Fixed(0xc2));
    let attempt = |place: BlobPlace, key: &ObjectKey| {
        let mut opener = Opener::new(&place, key, record)?;
        opener.push(&blob)?;
        opener.finish().map(drop)
    };
    assert_eq!(attempt(here, &key()), Ok(()));
    let realm = BlobPlace {
        realm: Realm::Practice,
        ..here
    };
    let account = BlobPlace {
        account: AccountId([0; 32]),
        ..here
    };
    let blob_id = BlobPlace {
        blob: BlobId([0; 32]),
        ..here
    };
    for place in [realm, account, blob_id] {
        assert_eq!(attempt(place, &key()), Err(Opening::Refused), "{place:?}");
    }
    assert_eq!(attempt(here, &other), Err(Opening::Refused));
}

/// One ciphertext, two keys: the header commits to one of them (A18).
#[test]
fn the_header_commits_to_the_key() {
    let (pieces, record) = seal(&place(), &key(), &content(10));
    let (header, length) = BlobHeader::read(&pieces[0]).unwrap();
    assert_eq!(length, pieces[0].len());
    assert_eq!(
        (header.blob, header.purpose),
        (place().blob, Purpose::Object)
    );
    let edits: [fn(&mut BlobHeader); 6] = [
        |h| h.suite = 2,
        |h| h.realm = Realm::Practice,
        |h| h.purpose = Purpose::Drop,
        |h| h.account.0[0] ^= 1,
        |h| h.blob.0[0] ^= 1,
        |h| h.commitment.0[0] ^= 1,
    ];
    for (at, edit) in edits.into_iter().enumerate() {
        let mut edited = header.clone();
        edit(&mut edited);
        let blob = [wire::encode(&edited), pieces[1].clone()].concat();
        let refused = open_rehashed(&blob, record);
        assert_eq!(refused.unwrap_err(), Opening::Refused, "field {at}");
    }
}
