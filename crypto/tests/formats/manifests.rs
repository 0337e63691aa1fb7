//! A manifest is believed whole or not at all: header, list, author, folder, key (A5, A6, A7, A17, A20).

use crate::support::{Account, Fixed, Seeded};
use crypto::{
    Opening,
    keys::{FolderKey, KemKey, ObjectKey},
    space::{Body, Dates, Draft, Kind, Object, PastReader, open_manifest, seal_manifest},
};
use wire::{
    AccountId, BlobId, DropId, Hash, ObjectId, Realm,
    folder::Folder,
    manifest::{Manifest, ManifestHeader},
};

pub(crate) fn draft(account: &Account, folder: Folder) -> Draft {
    Draft {
        realm: account.realm,
        account: account.id,
        folder,
        epoch: 3,
        seq: 14,
        prev: Hash([0xb0; 32]),
        refs_added: vec![BlobId([0xb1; 32])],
        refs_removed: vec![BlobId([0xb2; 32]), BlobId([0xb3; 32])],
        drops_taken: vec![],
        drops_refused: vec![],
    }
}

pub(crate) fn object(id: u8) -> Object {
    Object {
        id: ObjectId([id; 16]),
        version: 2,
        key: ObjectKey::make(&mut Fixed(0xb5)),
        blob: BlobId([0xb1; 32]),
        hash: Hash([0xb6; 32]),
        length: 123_456,
        title: "Carte d’identité".into(),
        kind: Kind::PAPER,
        media: "application/pdf".into(),
        dates: Dates {
            created: 1_000,
            changed: 2_000,
            expires: Some(21_000),
            deleted: None,
        },
    }
}

pub(crate) fn folder_key() -> FolderKey {
    FolderKey::make(&mut Fixed(0xb4))
}

pub(crate) fn private_body() -> Body {
    Body {
        objects: vec![object(1), object(2)],
        past_readers: vec![PastReader {
            generation: 1,
            key: KemKey::make(&mut Fixed(0xb7)),
        }],
    }
}

fn sealed(account: &Account, folder: Folder, body: &Body) -> Manifest {
    seal_manifest(
        &draft(account, folder),
        body,
        &folder_key(),
        &account.open.author,
        &mut Seeded::new("manifest"),
    )
    .unwrap()
}

fn open(account: &Account, folder: Folder, manifest: &Manifest) -> crypto::Result<Body> {
    let author = account.open.author.public();
    open_manifest(
        account.realm,
        &account.id,
        folder,
        manifest,
        &folder_key(),
        &author,
    )
    .map(|(_, body)| body)
}

#[test]
fn a_list_comes_back_with_every_field() {
    let account = Account::new(Realm::Prod, 0x80);
    let manifest = sealed(&account, Folder::Private, &private_body());
    let bytes = wire::encode(&manifest);
    let read = Manifest::from_bytes(&bytes).unwrap();
    let body = open(&account, Folder::Private, &read).unwrap();
    assert_eq!(body.objects.len(), 2);
    let (back, true_one) = (&body.objects[0], object(1));
    assert_eq!((back.id, back.version), (true_one.id, true_one.version));
    assert_eq!((back.blob, back.hash), (true_one.blob, true_one.hash));
    assert_eq!((back.length, back.kind), (true_one.length, true_one.kind));
    assert_eq!(
        (&back.title, &back.media),
        (&true_one.title, &true_one.media)
    );
    assert_eq!(back.dates, true_one.dates);
    assert_eq!(body.past_readers[0].generation, 1);
    assert_eq!(
        body.past_readers[0].key.public(),
        KemKey::make(&mut Fixed(0xb7)).public()
    );
    let copy = body.copied();
    assert_eq!(copy.objects[1].title, body.objects[1].title);
    assert_eq!(copy.past_readers.len(), 1);
}

#[test]
fn titles_do_not_show_and_lengths_tell_little() {
    let account = Account::new(Realm::Prod, 0x80);
    let length = |title: &str| {
        let mut one = object(1);
        one.title = title.into();
        let body = Body {
            objects: vec![one],
            past_readers: Vec::new(),
        };
        let bytes = wire::encode(&sealed(&account, Folder::Argent, &body));
        assert!(title.len() < 4 || !bytes.windows(title.len()).any(|w| w == title.as_bytes()));
        bytes.len()
    };
    assert_eq!(
        length("a"),
        length("Jugement du 3 mars 2026, tribunal de Lille")
    );
}

#[test]
fn another_place_key_or_author_is_refused() {
    let account = Account::new(Realm::Prod, 0x80);
    let other = Account::new(Realm::Prod, 0x90);
    let manifest = sealed(&account, Folder::Argent, &Body::default());
    let author = account.open.author.public();
    let attempt = |realm, id: &AccountId, folder, key: &FolderKey, author| {
        open_manifest(realm, id, folder, &manifest, key, author).map(drop)
    };
    let key = folder_key();
    let (prod, argent) = (Realm::Prod, Folder::Argent);
    assert_eq!(attempt(prod, &account.id, argent, &key, &author), Ok(()));
    let refused = [
        attempt(prod, &other.id, argent, &key, &author),
        attempt(prod, &account.id, Folder::Social, &key, &author),
        attempt(
            prod,
            &account.id,
            argent,
            &FolderKey::make(&mut Fixed(1)),
            &author,
        ),
    ];
    assert_eq!(refused, [Err(Opening::Refused); 3]);
    let unsigned = [
        attempt(Realm::Practice, &account.id, argent, &key, &author),
        attempt(prod, &account.id, argent, &key, &other.open.author.public()),
    ];
    assert_eq!(unsigned, [Err(Opening::Unsigned); 2]);
}

/// Even the author cannot be made to vouch for a ciphertext under another header.
#[test]
fn every_header_field_is_bound_to_the_ciphertext() {
    let account = Account::new(Realm::Prod, 0x80);
    let good = sealed(&account, Folder::Argent, &Body::default());
    let header = good.header.claimed().unwrap();
    let edits: [(&str, fn(&mut ManifestHeader)); 14] = [
        ("suite", |h| h.suite = 2),
        ("realm", |h| h.realm = Realm::Practice),
        ("account", |h| h.account.0[0] ^= 1),
        ("folder", |h| h.folder = Folder::Social),
        ("epoch", |h| h.epoch += 1),
        ("seq", |h| h.seq += 1),
        ("prev", |h| h.prev.0[0] ^= 1),
        ("author", |h| h.author.0[0] ^= 1),
        ("salt", |h| h.salt.0[0] ^= 1),
        ("refs_added", |h| h.refs_added.clear()),
        ("refs_removed", |h| h.refs_removed.reverse()),
        ("drops_taken", |h| h.drops_taken.push(DropId([0; 16]))),
        ("drops_refused", |h| h.drops_refused.push(DropId([0; 16]))),
        ("ciphertext", |h| h.ciphertext.0[0] ^= 1),
    ];
    for (what, edit) in edits {
        let mut edited = header.clone();
        edit(&mut edited);
        let manifest = Manifest {
            header: account.open.author.sign(Realm::Prod, &edited),
            ciphertext: good.ciphertext.clone(),
        };
        let refused = open(&account, Folder::Argent, &manifest);
        assert_eq!(refused.unwrap_err(), Opening::Refused, "{what}");
    }
}

#[test]
fn a_changed_ciphertext_or_byte_is_refused() {
    let account = Account::new(Realm::Prod, 0x80);
    let good = sealed(&account, Folder::Argent, &Body::default());
    for at in [0, 1, good.ciphertext.len() - 1] {
        let mut changed = good.clone();
        changed.ciphertext[at] ^= 1;
        let refused = open(&account, Folder::Argent, &changed);
        assert_eq!(refused.unwrap_err(), Opening::Refused);
        // The author signs the changed ciphertext: the tag still tells.
        let mut header = good.header.claimed().unwrap();
        header.ciphertext = Hash::of(&changed.ciphertext);
        changed.header = account.open.author.sign(Realm::Prod, &header);
        let refused = open(&account, Folder::Argent, &changed);
        assert_eq!(refused.unwrap_err(), Opening::Refused);
    }
    let bytes = wire::encode(&good);
    for at in 0..bytes.len() {
        let mut flipped = bytes.clone();
        flipped[at] ^= 1 << (at % 8);
        let opened = Manifest::from_bytes(&flipped)
            .map_err(Opening::from)
            .and_then(|m| open(&account, Folder::Argent, &m));
        assert!(opened.is_err(), "byte {at}");
    }
}

#[test]
fn an_earlier_ciphertext_under_the_new_header_is_refused() {
    let account = Account::new(Realm::Prod, 0x80);
    let old = sealed(&account, Folder::Argent, &Body::default());
    let mut later = draft(&account, Folder::Argent);
    later.seq += 1;
    let new = seal_manifest(
        &later,
        &Body::default(),
        &folder_key(),
        &account.open.author,
        &mut Seeded::new("later"),
    )
    .unwrap();
    let mixed = Manifest {
        header: new.header.clone(),
        ciphertext: old.ciphertext,
    };
    assert!(open(&account, Folder::Argent, &new).is_ok());
    let refused = open(&account, Folder::Argent, &mixed);
    assert_eq!(refused.unwrap_err(), Opening::Refused);
}

#[test]
fn a_list_too_long_for_a_manifest_is_not_made() {
    let account = Account::new(Realm::Prod, 0x80);
    let mut big = object(1);
    big.title = "x".repeat(1 << 20);
    let body = Body {
        objects: vec![big],
        past_readers: Vec::new(),
    };
    let refused = seal_manifest(
        &draft(&account, Folder::Argent),
        &body,
        &folder_key(),
        &account.open.author,
        &mut Seeded::new("big"),
    );
    assert_eq!(refused.unwrap_err(), Opening::TooLarge);
}
