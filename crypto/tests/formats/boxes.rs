//! A key box is for one account, folder, epoch, reader and mandate, and signed by the author (A1, A5).

use crate::support::{Account, Fixed, Seeded};
use crypto::{
    Opening,
    keys::FolderKey,
    space::{Body, BoxPlace, Draft, open_box, open_manifest, seal_box, seal_manifest},
};
use wire::{
    AccountId, Hash, MandateId, Realm, SigPublic, Signed,
    folder::Folder,
    manifest::{BoxFor, KeyBox},
    seal::KemPublic,
};

fn place(account: &Account) -> BoxPlace {
    BoxPlace {
        realm: account.realm,
        account: account.id,
        folder: Folder::Argent,
        epoch: 3,
    }
}

fn sealed(place: &BoxPlace, author: &Account, to: &KemPublic, why: BoxFor) -> Signed<KeyBox> {
    let key = FolderKey::make(&mut Fixed(0xa0));
    let author = &author.open.author;
    seal_box(place, &key, to, why, author, &mut Seeded::new("box")).unwrap()
}

/// Two folder keys are the same if what one seals the other opens.
fn same_key(key: &FolderKey) -> bool {
    let account = Account::new(Realm::Prod, 0x80);
    let draft = Draft {
        realm: Realm::Prod,
        account: account.id,
        folder: Folder::Argent,
        epoch: 3,
        seq: 1,
        prev: Hash([0; 32]),
        refs_added: Vec::new(),
        refs_removed: Vec::new(),
        drops_taken: Vec::new(),
        drops_refused: Vec::new(),
    };
    let mut random = Seeded::new("same key");
    let sealing = FolderKey::make(&mut Fixed(0xa0));
    let author = &account.open.author;
    let manifest = seal_manifest(&draft, &Body::default(), &sealing, author, &mut random).unwrap();
    open_manifest(
        Realm::Prod,
        &account.id,
        Folder::Argent,
        &manifest,
        key,
        &author.public(),
    )
    .is_ok()
}

#[test]
fn the_owner_and_the_grantee_open_their_boxes() {
    let (owner, helper) = (
        Account::new(Realm::Prod, 0x80),
        Account::new(Realm::Prod, 0x90),
    );
    let here = place(&owner);
    let author = owner.open.author.public();
    for (reader, why) in [
        (&owner, BoxFor::Owner),
        (&helper, BoxFor::Mandate(MandateId([7; 16]))),
    ] {
        let reader = &reader.open.reader;
        let key_box = sealed(&here, &owner, &reader.public(), why);
        let key = open_box(&here, &key_box, why, reader, &author).unwrap();
        assert!(same_key(&key));
        assert!(!same_key(&FolderKey::make(&mut Fixed(0xa1))));
    }
}

#[test]
fn a_box_moved_elsewhere_is_refused() {
    let (owner, helper) = (
        Account::new(Realm::Prod, 0x80),
        Account::new(Realm::Prod, 0x90),
    );
    let here = place(&owner);
    let why = BoxFor::Mandate(MandateId([7; 16]));
    let key_box = sealed(&here, &owner, &owner.open.reader.public(), why);
    let author = owner.open.author.public();
    let open = |place: &BoxPlace, why, reader: &Account, author: &SigPublic| {
        open_box(place, &key_box, why, &reader.open.reader, author).map(drop)
    };
    assert_eq!(open(&here, why, &owner, &author), Ok(()));
    let folder = BoxPlace {
        folder: Folder::Social,
        ..here
    };
    let epoch = BoxPlace { epoch: 2, ..here };
    let account = BoxPlace {
        account: helper.id,
        ..here
    };
    for place in [folder, epoch, account] {
        let refused = open(&place, why, &owner, &author);
        assert_eq!(refused, Err(Opening::Refused), "{place:?}");
    }
    let practice = BoxPlace {
        realm: Realm::Practice,
        ..here
    };
    assert_eq!(
        open(&practice, why, &owner, &author),
        Err(Opening::Unsigned)
    );
    for why in [BoxFor::Owner, BoxFor::Mandate(MandateId([8; 16]))] {
        assert_eq!(open(&here, why, &owner, &author), Err(Opening::Refused));
    }
    assert_eq!(open(&here, why, &helper, &author), Err(Opening::Refused));
    let other = helper.open.author.public();
    assert_eq!(open(&here, why, &owner, &other), Err(Opening::Unsigned));
}

/// The seal itself is bound to its place: relabelling a box and signing it again opens nothing.
#[test]
fn a_relabelled_box_is_refused() {
    let owner = Account::new(Realm::Prod, 0x80);
    let here = place(&owner);
    let good = sealed(&here, &owner, &owner.open.reader.public(), BoxFor::Owner)
        .claimed()
        .unwrap();
    let edits: [(&str, fn(&mut KeyBox)); 6] = [
        ("account", |b| b.account = AccountId([0; 32])),
        ("folder", |b| b.folder = Folder::Social),
        ("epoch", |b| b.epoch = 2),
        ("why", |b| b.why = BoxFor::Mandate(MandateId([0; 16]))),
        ("enc", |b| b.sealed.enc.0[500] ^= 1),
        ("ciphertext", |b| b.sealed.ciphertext[31] ^= 1),
    ];
    for (what, edit) in edits {
        let mut edited = good.clone();
        edit(&mut edited);
        let place = BoxPlace {
            realm: Realm::Prod,
            account: edited.account,
            folder: edited.folder,
            epoch: edited.epoch,
        };
        let why = edited.why;
        let signed = owner.open.author.sign(Realm::Prod, &edited);
        let author = owner.open.author.public();
        let refused = open_box(&place, &signed, why, &owner.open.reader, &author);
        assert_eq!(refused.unwrap_err(), Opening::Refused, "{what}");
    }
}

#[test]
fn nothing_is_sealed_to_what_is_no_key() {
    let owner = Account::new(Realm::Prod, 0x80);
    let key = FolderKey::make(&mut Fixed(0xa0));
    let refused = seal_box(
        &place(&owner),
        &key,
        &KemPublic([0xff; KemPublic::LEN]),
        BoxFor::Owner,
        &owner.open.author,
        &mut Seeded::new("no key"),
    );
    assert_eq!(refused.unwrap_err(), Opening::Damaged);
}
