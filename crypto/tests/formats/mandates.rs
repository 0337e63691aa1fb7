//! The words of a mandate and the details of its journal open for one reader, at one place.

use crate::{
    frozen::frozen,
    support::{Account, Fixed, heads},
};
use crypto::{
    keys::{KemKey, ObjectKey},
    mandate::{Detail, Dropping, Posture, Words},
    stick::{HeadsFile, LocalHeadKey},
};
use std::collections::BTreeMap;
use wire::{
    BlobId, DropId, Hash, MandateId, ObjectId, Realm, Signed, decode_canonical,
    folder::Folder,
    helper::Role,
    limits,
    mandate::{Chain, ChainHead, Deed, Dropped, JournalEntry, Letter, Line},
};

const REALM: Realm = Realm::Prod;
const MANDATE: MandateId = MandateId([0x61; 16]);

pub(crate) fn words() -> Words {
    let helper = Account::new(REALM, 0xa1);
    Words {
        person: "Aïcha N.".into(),
        helper: "Amel B.".into(),
        role: Role::Volunteer,
        structure: "Maison des droits".into(),
        place: "Lille".into(),
        text: "Mandat pour un jour.".into(),
        author: helper.open.author.public(),
        reader: helper.open.reader.public(),
    }
}

pub(crate) fn journal_entry(realm: Realm) -> JournalEntry {
    JournalEntry {
        realm,
        account: Account::new(realm, 0x81).id,
        chain: Chain::Mandate(MANDATE),
        n: 300,
        prev: Hash([0x62; 32]),
        author: Account::new(realm, 0xa1).open.author.public(),
        deed: Deed::Read,
        folder: Some(Folder::Argent),
        manifest: 7,
        blobs: vec![BlobId([0x63; 32])],
        detail: Hash([0x64; 32]),
        time: 1_795_305_600,
    }
}

fn detail() -> Detail {
    Detail {
        objects: vec![ObjectId([0x65; 16])],
        posture: Some(Posture::Accompany),
        words: Some("Attestation CAF".into()),
        seconds: Some(600),
    }
}

#[test]
fn a_letter_opens_for_its_reader_account_and_mandate() {
    let owner = Account::new(REALM, 0x81);
    let reader = &owner.open.reader;
    let letter = words().seal(
        REALM,
        &owner.id,
        MANDATE,
        &reader.public(),
        &mut Fixed(0x66),
    );
    let bytes = frozen("letter", &wire::encode(&letter.unwrap()));
    let letter: Letter = decode_canonical(&bytes, Letter::MAX).unwrap();
    assert_eq!(
        Words::open(REALM, &owner.id, &letter, reader).unwrap(),
        words()
    );

    let other = Account::new(REALM, 0x91);
    let elsewhere = Letter {
        mandate: MandateId([0x67; 16]),
        ..letter.clone()
    };
    let forwarded = Letter {
        recipient: other.open.reader.fingerprint(),
        ..letter.clone()
    };
    for (letter, owner, reader) in [
        (&letter, other.id, reader),
        (&letter, owner.id, &other.open.reader),
        (&elsewhere, owner.id, reader),
        (&forwarded, owner.id, &other.open.reader),
    ] {
        assert!(Words::open(REALM, &owner, letter, reader).is_err());
    }
    assert!(Words::open(Realm::Practice, &owner.id, &letter, reader).is_err());
    let long = Words {
        text: "x".repeat(limits::LETTER),
        ..words()
    };
    let sealed = long.seal(REALM, &owner.id, MANDATE, &reader.public(), &mut Fixed(1));
    assert!(sealed.is_err());
}

#[test]
fn a_detail_opens_at_its_place_in_its_chain_alone() {
    let owner = Account::new(REALM, 0x81);
    let (reader, chain) = (&owner.open.reader, Chain::Mandate(MANDATE));
    let sealed = detail().seal(
        REALM,
        &owner.id,
        &chain,
        3,
        &reader.public(),
        &mut Fixed(0x68),
    );
    let bytes = frozen("journal-detail", &wire::encode(&sealed.unwrap()));
    let sealed = decode_canonical(&bytes, 4_096).unwrap();
    let open = |chain: &Chain, n, reader: &KemKey| {
        Detail::open(REALM, &owner.id, chain, n, &sealed, reader)
    };
    assert_eq!(open(&chain, 3, reader).unwrap(), detail());
    assert!(open(&chain, 4, reader).is_err());
    assert!(open(&Chain::Owner, 3, reader).is_err());
    assert!(open(&chain, 3, &Account::new(REALM, 0x91).open.reader).is_err());
    // Long words are cut rather than refused, and every detail is of one length.
    let long = Detail {
        objects: vec![ObjectId([1; 16]); 40],
        words: Some("é".repeat(500)),
        ..detail()
    };
    let long = long.seal(REALM, &owner.id, &chain, 3, &reader.public(), &mut Fixed(1));
    assert_eq!(long.unwrap().ciphertext.len(), sealed.ciphertext.len());
}

#[test]
fn a_line_of_the_journal_is_frozen() {
    let owner = Account::new(REALM, 0x81);
    let helper = Account::new(REALM, 0xa1);
    let chain = Chain::Mandate(MANDATE);
    let reader = owner.open.reader.public();
    let detail = detail().seal(REALM, &owner.id, &chain, 300, &reader, &mut Fixed(0x69));
    let detail = detail.unwrap();
    let entry = JournalEntry {
        detail: Line::detail_hash(&detail),
        ..journal_entry(REALM)
    };
    let line = Line {
        entry: helper.open.author.sign(REALM, &entry),
        detail,
    };
    let bytes = frozen("journal-line", &wire::encode(&line));
    let read: Line = decode_canonical(&bytes, 4_096).unwrap();
    assert_eq!(read, line);
    let again: Signed<JournalEntry> = read.entry;
    assert_eq!(again.verify(REALM, &entry.author), Ok(entry));
}

#[test]
fn heads_with_chains_move_forward_only_and_those_without_stay_as_they_were() {
    let key = LocalHeadKey::make(&mut Fixed(0x47));
    let at = |n: u64, hash: u8| {
        let head = ChainHead {
            n,
            hash: Hash([hash; 32]),
        };
        Some(BTreeMap::from([
            (Chain::Mandate(MANDATE), head),
            (Chain::Owner, head),
        ]))
    };
    let seen = |chains| crypto::stick::Heads { chains, ..heads() };
    let file = HeadsFile {
        seq: 3,
        heads: seen(at(2, 1)),
    };
    let bytes = frozen(
        "repere-chains",
        &file.seal(&key, REALM, &mut Fixed(0x6a)).unwrap(),
    );
    assert_eq!(HeadsFile::open(&bytes, &key, REALM).unwrap(), file);
    let before = seen(at(2, 1));
    for (now, allowed) in [
        (at(2, 1), true),
        (at(3, 9), true),
        (at(2, 2), false),
        (at(1, 1), false),
        (None, false),
    ] {
        assert_eq!(
            before.allows(&seen(now.clone())).is_ok(),
            allowed,
            "{now:?}"
        );
    }
    assert!(seen(None).allows(&before).is_ok());
}

pub(crate) fn dropped(realm: Realm) -> Dropped {
    let owner = Account::new(realm, 0x81);
    Dropped {
        realm,
        account: owner.id,
        mandate: MANDATE,
        id: DropId([0x6b; 16]),
        folder: Folder::Argent,
        blob: BlobId([0x63; 32]),
        ciphertext: Hash([0x6c; 32]),
        recipient: owner.open.reader.fingerprint(),
        sealed: Hash([0x6d; 32]),
    }
}

#[test]
fn what_is_said_of_a_drop_opens_for_its_owner_mandate_and_name() {
    let owner = Account::new(REALM, 0x81);
    let (reader, id) = (&owner.open.reader, DropId([0x6b; 16]));
    let dropping = Dropping {
        key: ObjectKey::make(&mut Fixed(0x6e)),
        title: "Attestation".into(),
        media: "application/pdf".into(),
        length: 12_345,
        replaces: Some(ObjectId([0x65; 16])),
    };
    let public = reader.public();
    let sealed = dropping.seal(REALM, &owner.id, &MANDATE, &id, &public, &mut Fixed(0x6f));
    let bytes = frozen("drop", &wire::encode(&sealed.unwrap()));
    let sealed = decode_canonical(&bytes, 4_096).unwrap();
    let open = |mandate: &MandateId, id: &DropId, reader: &KemKey| {
        Dropping::open(REALM, &owner.id, mandate, id, &sealed, reader)
    };
    let read = open(&MANDATE, &id, reader).unwrap();
    assert_eq!((read.title.as_str(), read.length), ("Attestation", 12_345));
    assert_eq!(
        (read.media.as_str(), read.replaces),
        ("application/pdf", dropping.replaces)
    );
    assert!(open(&MandateId([0; 16]), &id, reader).is_err());
    assert!(open(&MANDATE, &DropId([0; 16]), reader).is_err());
    assert!(open(&MANDATE, &id, &Account::new(REALM, 0x91).open.reader).is_err());
    let long = Dropping {
        title: "x".repeat(2_000),
        ..read
    };
    let long = long.seal(REALM, &owner.id, &MANDATE, &id, &public, &mut Fixed(1));
    assert!(long.is_err());
}
