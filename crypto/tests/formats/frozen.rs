//! Frozen bytes: what was written once is written the same for ever, and opens for ever with its code.
//!
//! `crypto/vectors/README.md` says how a new version joins. No test writes there.

use crate::{
    manifests::{draft, folder_key, private_body},
    recovery::{arranged, card, holder},
    support::{
        Account, Fixed, Seeded, Stick, draft as header_draft, envelope, heads, locator, voucher,
    },
};
use crypto::{
    keys::{DeviceSecret, FolderKey, KemKey, ObjectKey},
    recovery::{CardCode, open_package, open_payload},
    space::{
        Anchor, BlobPlace, BoxPlace, Opener, SealPlace, Sealer, open_admin, open_box,
        open_everyday, open_manifest, open_slot_keys, seal_box, seal_manifest, seal_slot,
        seal_slot_keys,
    },
    stick::{Cle, Enrolled, HeaderStage, HeadsFile, LocalHeadKey, Prepared},
};
use std::{fs, path::Path};
use wire::{
    BlobId, GateId, KeyId, Label, MandateId, Part, Realm, SlotId, ctx, decode_canonical,
    folder::Folder,
    manifest::{BoxFor, Manifest},
    recovery::{Payload, Policy},
    sign::{Signed, signed_bytes},
    slot::{SealedAnchor, SlotHeader, SlotKeys},
};

const REALM: Realm = Realm::Prod;

/// Compares what was made with the frozen file and gives the **file's** bytes, to be opened.
pub(crate) fn frozen(name: &str, made: &[u8]) -> Vec<u8> {
    let mut text = String::new();
    for line in made.chunks(48) {
        text.push_str(&data_encoding::HEXLOWER.encode(line));
        text.push('\n');
    }
    let left = Path::new(env!("CARGO_TARGET_TMPDIR")).join("frozen");
    fs::create_dir_all(&left).unwrap();
    fs::write(left.join(name).with_extension("hex"), &text).unwrap();
    let kept = Path::new(env!("CARGO_MANIFEST_DIR")).join("vectors/frozen");
    let kept = fs::read_to_string(kept.join(name).with_extension("hex"));
    let kept =
        kept.unwrap_or_else(|_| panic!("{name} is not frozen: see crypto/vectors/README.md"));
    assert!(
        kept == text,
        "{name} has changed: old sticks would not open"
    );
    let digits: String = kept.split_whitespace().collect();
    data_encoding::HEXLOWER.decode(digits.as_bytes()).unwrap()
}

#[test]
fn every_file_has_its_test() {
    let sources = [
        include_str!("frozen.rs"),
        include_str!("attestation.rs"),
        include_str!("shapes.rs"),
        include_str!("board.rs"),
        include_str!("helpers.rs"),
        include_str!("mandates.rs"),
        include_str!("ceremony.rs"),
        include_str!("frozen_log.rs"),
        include_str!("version.rs"),
    ]
    .concat();
    let kept = Path::new(env!("CARGO_MANIFEST_DIR")).join("vectors/frozen");
    let mut files = 0;
    for file in fs::read_dir(kept).unwrap() {
        let path = file.unwrap().path();
        let name = path.file_stem().unwrap().to_str().unwrap();
        assert!(
            sources.contains(&format!("\"{name}\"")),
            "{name} is not tested"
        );
        files += 1;
    }
    assert!(files > 50, "{files}");
}

#[test]
fn contexts() {
    let parts = [
        Part::Uint(0),
        Part::Uint(24),
        Part::Uint(u64::MAX),
        Part::Bytes(&[7; 300]),
    ];
    let made = [
        ctx(Realm::Prod, Label::Manifest, &[]),
        ctx(Realm::Practice, Label::EnvAad, &parts),
        signed_bytes(Realm::Prod, Label::SigBox, &[1, 2, 3]),
    ];
    frozen("ctx", &made.concat());
}

/// Every derivation of section 13, seen by its public half, hash or tag.
#[test]
fn derived_keys() {
    let account = Account::new(REALM, 0x80);
    let later = Account::of_generation(REALM, 0x80, 2);
    let ds = DeviceSecret::make(&mut Fixed(0x21));
    let (key_id, gate) = (KeyId([0x22; 16]), GateId([0x10; 16]));
    let mut made = Vec::new();
    made.extend(ds.possession(REALM, &key_id, &gate).public().0);
    for account in [&account, &later] {
        made.extend(account.id.0);
        made.extend(account.root().0);
        made.extend(account.admin.control(&key_id, &gate).public().0);
        made.extend(account.open.author.public().0);
        made.extend(account.open.reader.fingerprint().0);
        made.extend(account.open.suspend.public().0);
    }
    made.extend(account.slot_open(1).kem.fingerprint().0);
    made.extend(account.slot_admin(1).kem.fingerprint().0);
    made.extend(card().public(REALM).key.fingerprint().0);
    made.extend(card().public(REALM).tag.0);
    made.extend(crypto::keys::prf_open_input(REALM));
    made.extend(crypto::keys::prf_admin_input(REALM));
    frozen("derived-keys", &made);
}

#[test]
fn a_printed_card() {
    let printed = frozen("card", card().printed().as_bytes());
    let read = CardCode::parse(core::str::from_utf8(&printed).unwrap()).unwrap();
    assert_eq!(read.public(REALM), card().public(REALM));
}

#[test]
fn cle_prepared() {
    let prepared = Prepared {
        draft: header_draft(REALM, 2, 3),
        locator: locator(REALM),
        voucher: voucher(REALM),
    };
    let made = Cle::Prepared(prepared.clone()).to_bytes().unwrap();
    match Cle::from_bytes(&frozen("cle-prepared", &made)).unwrap() {
        Cle::Prepared(read) => assert_eq!(read, prepared),
        Cle::Enrolled(_) => panic!("not enrolled"),
    }
}

#[test]
fn cle_draft() {
    let made = Cle::Enrolled(Enrolled {
        seq: 1,
        header: HeaderStage::Draft(header_draft(REALM, 1, 1), KeyId([0x22; 16])),
        ds: DeviceSecret::make(&mut Fixed(0x21)),
        locator: locator(REALM),
        voucher: Some(voucher(REALM)),
        cells: None,
    });
    let made = made.to_bytes().unwrap();
    match Cle::from_bytes(&frozen("cle-draft", &made)).unwrap() {
        Cle::Enrolled(read) => {
            assert_eq!(read.voucher, Some(voucher(REALM)));
            assert!(matches!(read.header, HeaderStage::Draft(..)));
        }
        Cle::Prepared(_) => panic!("it has a device secret"),
    }
}

/// The pins of a security key, by a key of its slot.
#[test]
fn pins_of_a_security_key() {
    let account = Account::new(REALM, 0x80);
    let file = HeadsFile {
        seq: 12,
        heads: heads(),
    };
    let key = account.slot_open(1).local_head;
    let made = file.seal(&key, REALM, &mut Seeded::new("repere")).unwrap();
    let read = HeadsFile::open(&frozen("repere-security-key", &made), &key, REALM);
    assert_eq!(read.unwrap(), file);
    let keys = SlotKeys {
        key_id: KeyId([0x22; 16]),
        gates: Vec::new(),
    };
    let bytes = frozen("security-key-keys", &wire::encode(&keys));
    assert_eq!(decode_canonical(&bytes, 64), Ok(keys));
}

/// The stick in the drawer: its file, its code, its gates.
#[test]
fn cle_enrolled_opens_with_its_code() {
    for (name, threshold, n) in [("cle-enrolled", 1, 1), ("cle-enrolled-2-of-3", 2, 3)] {
        let stick = Stick::new(REALM, threshold, n);
        let made = stick.copy(4).to_bytes().unwrap();
        let Cle::Enrolled(read) = Cle::from_bytes(&frozen(name, &made)).unwrap() else {
            panic!("enrolled")
        };
        let HeaderStage::Complete(header) = &read.header else {
            panic!("complete")
        };
        let gates: Vec<_> = (0..usize::from(threshold)).collect();
        let outputs = stick
            .ask(header, &crate::support::good_code(), &gates)
            .unwrap();
        let [real, _] = read.cells.as_ref().unwrap();
        let opened = real.open(&read.ds, header, read.seq, &outputs).unwrap();
        let sealed = envelope();
        assert_eq!(opened.passkey.private, sealed.passkey.private);
        assert_eq!(opened.success.public(), sealed.success.public());
        assert_eq!(opened.lineage.public(), sealed.lineage.public());
        let ceremony = opened.ceremony.unwrap();
        assert_eq!(ceremony.public(), sealed.ceremony.unwrap().public());
        // repere.bin of the same stick opens with the key from the envelope.
        let file = HeadsFile {
            seq: 12,
            heads: heads(),
        };
        let key = LocalHeadKey::make(&mut Fixed(0x47));
        let made = file.seal(&key, REALM, &mut Seeded::new("repere")).unwrap();
        let read = HeadsFile::open(&frozen("repere", &made), &opened.local_head, REALM);
        assert_eq!(read.unwrap(), file);
    }
}

#[test]
fn slots() {
    let account = Account::new(REALM, 0x80);
    let header = account.slot_header(1);
    let bytes = frozen("slot-header", &wire::encode(&header));
    assert_eq!(decode_canonical::<SlotHeader>(&bytes, 512).unwrap(), header);

    let place = SealPlace {
        realm: REALM,
        account: account.id,
        slot: SlotId([1; 16]),
        generation: 1,
    };
    let (open, admin) = (account.slot_open(1), account.slot_admin(1));
    let made = seal_slot(
        &place,
        &open.kem.public(),
        &admin.kem.public(),
        &account.ak_open,
        &account.admin,
        &mut Seeded::new("seals"),
    )
    .unwrap();
    let seals = Signed::from_bytes(&frozen("slot-seals", &made.to_bytes())).unwrap();
    let ak = open_everyday(&place, &open, &seals, &account.root()).unwrap();
    let author = ak.derive_keys(REALM, 1).author.public();
    assert_eq!(author, account.open.author.public());
    assert!(open_admin(&place, &admin, &seals, &account.root()).is_ok());

    let keys = SlotKeys {
        key_id: KeyId([0x22; 16]),
        gates: vec![GateId([0x10; 16])],
    };
    let reader = &account.open.reader;
    let mut random = Seeded::new("slot keys");
    let sealed = seal_slot_keys(
        REALM,
        &account.id,
        &place.slot,
        &keys,
        &reader.public(),
        &mut random,
    );
    let bytes = frozen("slot-keys", &wire::encode(&sealed.unwrap()));
    let sealed = decode_canonical(&bytes, 2_048).unwrap();
    let read = open_slot_keys(REALM, &account.id, &place.slot, &sealed, reader);
    assert_eq!(read.unwrap(), keys);
}

#[test]
fn anchor() {
    let account = Account::new(REALM, 0x80);
    let base = account.slot_open(1).anchor;
    let place = Anchor {
        realm: REALM,
        account: account.id,
        slot: SlotId([1; 16]),
    };
    let made = place
        .seal(&base, &heads(), &mut Seeded::new("anchor"))
        .unwrap();
    let bytes = frozen("anchor", &wire::encode(&made));
    let sealed = decode_canonical(&bytes, SealedAnchor::MAX).unwrap();
    assert_eq!(place.open(&base, &sealed).unwrap(), heads());
}

#[test]
fn boxes_and_manifest() {
    let account = Account::new(REALM, 0x80);
    let author = &account.open.author;
    let made = seal_manifest(
        &draft(&account, Folder::Private),
        &private_body(),
        &folder_key(),
        author,
        &mut Seeded::new("manifest"),
    )
    .unwrap();
    let bytes = frozen("manifest", &wire::encode(&made));
    let manifest = Manifest::from_bytes(&bytes).unwrap();
    let place = BoxPlace {
        realm: REALM,
        account: account.id,
        folder: Folder::Private,
        epoch: 3,
    };
    let reader = &account.open.reader;
    for (name, why) in [
        ("key-box-owner", BoxFor::Owner),
        ("key-box-mandate", BoxFor::Mandate(MandateId([7; 16]))),
    ] {
        let mut random = Seeded::new(name);
        let made = seal_box(
            &place,
            &folder_key(),
            &reader.public(),
            why,
            author,
            &mut random,
        );
        let key_box = Signed::from_bytes(&frozen(name, &made.unwrap().to_bytes())).unwrap();
        let key: FolderKey = open_box(&place, &key_box, why, reader, &author.public()).unwrap();
        let (header, body) = open_manifest(
            REALM,
            &account.id,
            Folder::Private,
            &manifest,
            &key,
            &author.public(),
        )
        .unwrap();
        assert_eq!((header.epoch, header.seq), (3, 14));
        assert_eq!(body.objects[1].title, "Carte d’identité");
        let past = KemKey::make(&mut Fixed(0xb7)).public();
        assert_eq!(body.past_readers[0].key.public(), past);
    }
}

#[test]
fn blob() {
    let content = "Une note de quelques mots.".as_bytes();
    let place = BlobPlace {
        realm: REALM,
        account: Account::new(REALM, 0x80).id,
        blob: BlobId([0xc1; 32]),
    };
    let key = ObjectKey::make(&mut Fixed(0xc0));
    let mut sealer = Sealer::new(&place, &key, content, content.len() as u64).unwrap();
    let mut made = Vec::new();
    while let Some(piece) = sealer.next_piece().unwrap() {
        made.extend(piece);
    }
    let record = sealer.finish().unwrap();
    let mut opener = Opener::new(&place, &key, record).unwrap();
    opener.push(&frozen("blob", &made)).unwrap();
    assert_eq!(*opener.finish().unwrap(), content);
}

#[test]
fn recovery() {
    let account = Account::new(REALM, 0x80);
    let ((a, a_key), (b, _)) = (holder(0x90), holder(0xa0));
    let made = arranged(&account, &[a, b], "policy");
    let bytes = frozen("policy", &wire::encode(&made.policy));
    let policy: Policy = decode_canonical(&bytes, 8_192).unwrap();
    frozen("policy-hash", &policy.hash(REALM).0);
    let package = Signed::from_bytes(&frozen("package", &made.package.to_bytes())).unwrap();
    let names = ["payload-helper", "payload-officer", "payload-card"];
    let payloads: Vec<Payload> = names
        .iter()
        .zip(&made.payloads)
        .map(|(name, payload)| frozen(name, &wire::encode(payload)))
        .map(|bytes| decode_canonical(&bytes, Payload::MAX).unwrap())
        .collect();
    let open = |at: usize, key| open_payload(REALM, &account.id, &policy, &payloads[at], key);
    let shares = [
        open(0, &a_key).unwrap(),
        open(2, &card().key(REALM)).unwrap(),
    ];
    let root = account.root();
    let (ak, _) = open_package(REALM, &account.id, &policy, &package, &root, &shares).unwrap();
    let author = ak.derive_keys(REALM, 1).author.public();
    assert_eq!(author, account.open.author.public());
}
