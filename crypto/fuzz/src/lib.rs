//! What each fuzz target does with bytes: reads them as a stranger's, and checks what it promises of
//! whatever it read. True means "believed". `crypto/tests/seeds.rs` replays the seeds with the same
//! functions.

use crypto::{
    code::Code,
    keys::{AkAdmin, ObjectKey},
    recovery::CardCode,
    space::{BlobPlace, BlobRecord, Opener},
    stick::{Cle, HeadsFile, LocalHeadKey},
};
use wire::{
    AccountId, BlobId, Hash, Message, Random, Realm, Signed,
    api::{Commit, RegisterStart, Stage, SyncAnswer, SyncRequest},
    blob::BlobHeader,
    board::SignedBoard,
    ceremony::{
        CardAnswer, CeremonyAnswer, CeremonyApproval, CeremonyAsking, CeremonyNumber,
        CeremonyRecord, CeremonyStart, CeremonyStatus, Held, HoldsAnswer, OwnRecovery, Roll,
    },
    decode_canonical, encode,
    gate::{
        Abort, Commit as GateCommit, Destroy, Enrol, Evaluate, Freeze, Lift, Order, Prepare,
        SetKeys, Status, Success,
    },
    helper::{SignedHelper, SignedRevocations},
    limits,
    log::{Entry, LogState},
    manifest::Manifest,
    structure::{SignedLocator, SignedVoucher},
    version::OfferedVersion,
};

/// Whether bytes are a value of this kind, which must then come out of the encoder again.
macro_rules! same {
    ($kind:ty, $bytes:expr, $max:expr) => {
        match decode_canonical::<$kind>($bytes, $max) {
            Ok(value) => {
                assert_eq!(encode(&value), $bytes);
                true
            }
            Err(_) => false,
        }
    };
}

/// Keys that seeds can be made for.
struct Fixed(u8);

impl Random for Fixed {
    fn fill(&mut self, out: &mut [u8]) {
        out.fill(self.0);
    }
}

/// A copy of `cle.bin`: what is read is written the same.
pub fn cle_file(bytes: &[u8]) -> bool {
    let Ok(cle) = Cle::from_bytes(bytes) else {
        return false;
    };
    assert_eq!(cle.to_bytes().unwrap().as_slice(), bytes);
    true
}

/// A copy of `repere.bin`, for a fixed key.
pub fn repere(bytes: &[u8]) -> bool {
    HeadsFile::open(bytes, &LocalHeadKey::make(&mut Fixed(0x47)), Realm::Prod).is_ok()
}

/// A log entry, its header and body, and whether a log begins with it.
pub fn entry(bytes: &[u8]) -> bool {
    let Ok(entry) = Entry::from_bytes(bytes) else {
        return false;
    };
    assert_eq!(encode(&entry), bytes);
    if let Ok(log) = LogState::begin(Realm::Prod, &entry) {
        assert_eq!(log.head.hash, Hash::of(bytes));
        assert!(log.settled().is_err());
    }
    entry.view().is_ok()
}

/// A manifest with its public header.
pub fn manifest(bytes: &[u8]) -> bool {
    let Ok(manifest) = Manifest::from_bytes(bytes) else {
        return false;
    };
    assert_eq!(encode(&manifest), bytes);
    manifest.header.claimed().is_ok()
}

/// Bodies that a portal and an app send each other.
pub fn commit_body(bytes: &[u8]) -> bool {
    same!(Commit, bytes, limits::COMMIT)
        || same!(Stage, bytes, limits::STAGE)
        || same!(SyncRequest, bytes, limits::COMMIT)
        || same!(SyncAnswer, bytes, wire::api::MAX_ANSWER)
}

/// A blob, in pieces whose size its last byte draws, whose record fits by hash.
pub fn blob_opener(bytes: &[u8]) -> bool {
    let root = AkAdmin::make(&mut Fixed(0x81)).derive_keys(Realm::Prod, 1);
    let place = BlobPlace {
        realm: Realm::Prod,
        account: AccountId::of(Realm::Prod, &root.root.public()),
        blob: BlobId([0xc1; 32]),
    };
    let record = BlobRecord {
        hash: Hash::of(bytes),
        length: 26,
    };
    if let Ok((header, length)) = BlobHeader::read(bytes) {
        assert_eq!(encode(&header), bytes[..length]);
    }
    let key = ObjectKey::make(&mut Fixed(0xc0));
    let mut opener = Opener::new(&place, &key, record).unwrap();
    let size = bytes.last().map_or(1, |b| 1 + usize::from(*b) * 37);
    for piece in bytes.chunks(size) {
        if opener.push(piece).is_err() {
            return false;
        }
    }
    match opener.finish() {
        Ok(content) => {
            assert_eq!(content.len(), 26);
            true
        }
        Err(_) => false,
    }
}

/// Everything a gate reads.
pub fn gate_messages(bytes: &[u8]) -> bool {
    if let Ok(order) = decode_canonical::<Order>(bytes, Order::MAX) {
        assert_eq!(encode(&order), bytes);
        return order.gate().is_ok();
    }
    signed::<Enrol>(bytes)
        | signed::<Evaluate>(bytes)
        | signed::<Status>(bytes)
        | signed::<Success>(bytes)
        | signed::<Prepare>(bytes)
        | signed::<GateCommit>(bytes)
        | signed::<Abort>(bytes)
        | signed::<Freeze>(bytes)
        | signed::<Lift>(bytes)
        | signed::<SetKeys>(bytes)
        | signed::<Destroy>(bytes)
        | signed::<RegisterStart>(bytes)
}

/// What a structure signs.
pub fn locator_voucher(bytes: &[u8]) -> bool {
    if let Ok(locator) = decode_canonical::<SignedLocator>(bytes, SignedLocator::MAX) {
        assert_eq!(encode(&locator), bytes);
        let pinned = locator.roots.first.fingerprint();
        return locator.verify(Realm::Prod, &pinned).is_ok();
    }
    same!(SignedVoucher, bytes, SignedVoucher::MAX)
}

/// What a portal says of the version that sticks can take.
pub fn version(bytes: &[u8]) -> bool {
    same!(OfferedVersion, bytes, OfferedVersion::MAX)
}

/// What a structure says to everybody.
pub fn board(bytes: &[u8]) -> bool {
    let Ok(board) = decode_canonical::<SignedBoard>(bytes, SignedBoard::MAX) else {
        return false;
    };
    assert_eq!(encode(&board), bytes);
    let pinned = board.roots.first.fingerprint();
    match board.open(Realm::Prod, &pinned) {
        Ok((publisher, said)) => {
            assert!(publisher.counts(said.issued) && said.structure.fault().is_none());
            true
        }
        Err(_) => false,
    }
}

/// Who may help, and who no longer may.
pub fn helpers(bytes: &[u8]) -> bool {
    if let Ok(signed) = SignedHelper::from_bytes(bytes) {
        assert_eq!(encode(&signed), bytes);
        let pinned = signed.roots.first.fingerprint();
        let starts = signed.helper.claimed().map_or(0, |h| h.not_before);
        return signed.verify(Realm::Prod, &pinned, starts).is_ok();
    }
    match decode_canonical::<SignedRevocations>(bytes, SignedRevocations::MAX) {
        Ok(signed) => {
            assert_eq!(encode(&signed), bytes);
            let pinned = signed.roots.first.fingerprint();
            signed.open(Realm::Prod, &pinned).is_ok()
        }
        Err(_) => false,
    }
}

/// Everything that a recovery is made of, and the number that somebody types.
pub fn ceremony(bytes: &[u8]) -> bool {
    if let Ok(typed) = core::str::from_utf8(bytes)
        && let Some(number) = CeremonyNumber::parse(typed)
    {
        assert_eq!(CeremonyNumber::parse(&number.to_string()), Some(number));
        return true;
    }
    if let Ok(record) = decode_canonical::<CeremonyRecord>(bytes, CeremonyRecord::MAX) {
        assert_eq!(encode(&record), bytes);
        return record.is_named();
    }
    same!(CeremonyStatus, bytes, 16 << 10)
        || same!(CeremonyAnswer, bytes, 64 << 10)
        || same!(HoldsAnswer, bytes, 64 << 10)
        || same!(Held, bytes, 8 << 10)
        || same!(OwnRecovery, bytes, 16 << 10)
        || same!(CardAnswer, bytes, 8 << 10)
        || signed::<CeremonyStart>(bytes)
        || signed::<CeremonyAsking>(bytes)
        || signed::<CeremonyApproval>(bytes)
        || signed::<Roll>(bytes)
}

/// A typed card code: what is read is printed and read again.
pub fn card_code(bytes: &[u8]) -> bool {
    let Ok(typed) = core::str::from_utf8(bytes) else {
        return false;
    };
    let Ok(card) = CardCode::parse(typed) else {
        return false;
    };
    let printed = card.printed();
    assert_eq!(*CardCode::parse(&printed).unwrap().printed(), *printed);
    true
}

/// A typed code, or chosen pictograms.
pub fn code(bytes: &[u8]) -> bool {
    let typed = core::str::from_utf8(bytes).is_ok_and(|typed| Code::digits(typed).is_ok());
    let chosen = Code::pictograms(bytes).is_ok();
    assert!(!(typed && chosen), "digits are no pictogram indexes");
    typed || chosen
}

fn signed<T: Message>(bytes: &[u8]) -> bool {
    let Ok(signed) = Signed::<T>::from_bytes(bytes) else {
        return false;
    };
    assert_eq!(signed.to_bytes(), bytes);
    match signed.claimed() {
        Ok(message) => {
            assert!(encode(&message).len() <= T::MAX);
            true
        }
        Err(_) => false,
    }
}
