//! A space is made: by whom, with what, and once.

use super::*;

#[test]
fn a_space_is_made_once_and_opened() {
    let (portal, mut person, mut passkey, session) = opened("amina");
    assert_eq!(session.account, person.account);
    let all = SyncRequest {
        log: Head::NONE,
        manifests: Vec::new(),
    };
    let answer = portal.sync(session, all).unwrap();
    assert_eq!(answer.entries.len(), 14);
    assert_eq!((answer.manifests.len(), answer.boxes.len()), (12, 12));
    assert!(answer.seals.is_some() && answer.anchor.is_some());
    let known = SyncRequest {
        log: person.head,
        manifests: person
            .folders
            .iter()
            .map(|(f, _, seq, hash)| (*f, *seq, *hash))
            .collect(),
    };
    let answer = portal.sync(session, known).unwrap();
    let nothing_new = answer.entries.is_empty()
        && answer.manifests.is_empty()
        && answer.boxes.is_empty()
        && answer.seals.is_none();
    assert!(nothing_new);
    let fork = SyncRequest {
        log: Head {
            seq: 3,
            hash: Hash([1; 32]),
        },
        manifests: Vec::new(),
    };
    assert_eq!(code(portal.sync(session, fork)), Code::LogConflict);
    // The same person begins again with another stick: the account is there already.
    person.head = Head::NONE;
    person.folders = Person::new("amina").folders;
    let options = portal.begin(&person, "again").unwrap();
    passkey.credential[0] ^= 1;
    let again = person.genesis(&mut passkey, &options);
    assert_eq!(code(portal.genesis(&again)), Code::LogConflict);
}

#[test]
fn a_voucher_belongs_to_the_first_who_comes_and_may_be_tried_again() {
    let portal = Portal::new();
    let (person, other) = (Person::new("chloe"), Person::new("dario"));
    let shared = voucher(VoucherKind::Account);
    let start = |person: &Person| {
        let request = person.begin("first", shared.clone());
        portal.start(request, register::By::Account)
    };
    let handle = |options: &WebauthnOptions| {
        let options: serde_json::Value = serde_json::from_str(&options.options).unwrap();
        options["publicKey"]["user"].clone()
    };
    let (one, two) = (start(&person).unwrap(), start(&person).unwrap());
    assert_eq!(handle(&one), handle(&two));
    assert_ne!(one.ceremony, two.ceremony);
    assert_eq!(code(start(&other)), Code::VoucherUsed);
    let slot = voucher(VoucherKind::Slot);
    let request = person.begin("first", slot);
    let refused = portal.start(request, register::By::Account);
    assert_eq!(
        code(refused),
        Code::VoucherRefused,
        "a voucher of another kind"
    );
}

#[test]
fn a_voucher_that_was_bound_outlives_the_root_and_one_that_was_not_does_not() {
    let mut portal = Portal::new();
    let (person, other) = (Person::new("chloe"), Person::new("dario"));
    let begun = person.begin("first", voucher(VoucherKind::Account));
    let fresh = other.begin("first", voucher(VoucherKind::Account));
    portal.start(begun.clone(), register::By::Account).unwrap();
    portal.place.root = SigKey::of("the root that follows").public();
    portal.start(begun.clone(), register::By::Account).unwrap();
    // For what it was bound for, and for whoever bound it.
    let as_slot = register::By::Slot(person.account);
    assert_eq!(code(portal.start(begun, as_slot)), Code::VoucherRefused);
    let refused = portal.start(fresh, register::By::Account);
    assert_eq!(code(refused), Code::VoucherRefused);
}

#[test]
fn a_genesis_lacking_anything_leaves_nothing_behind() {
    let portal = Portal::new();
    let mut person = Person::new("hana");
    let mut passkey = Authenticator::new("hana");
    let options = portal.begin(&person, "first").unwrap();
    let whole = person.genesis(&mut passkey, &options);
    let voucher = portal
        .run({
            let ceremony = options.ceremony;
            move |tx, _, _, now| register::voucher_of(tx, &ceremony, now)
        })
        .unwrap();
    for missing in 0..whole.items.len() {
        let mut draft = whole.clone();
        draft.items.remove(missing);
        portal.stage(Bench::of_voucher(&voucher), &whole).unwrap();
        assert_eq!(
            code(portal.finish(&draft)),
            Code::ItemMissing,
            "item {missing}"
        );
    }
    let mut cut = whole.clone();
    cut.entries.pop();
    assert_eq!(code(portal.finish(&cut)), Code::LogRefused, "a folder");
    let mut cut = whole.clone();
    cut.anchors.clear();
    assert_eq!(code(portal.finish(&cut)), Code::LogRefused, "an anchor");
    let mut cut = whole.clone();
    cut.registration = None;
    assert_eq!(code(portal.finish(&cut)), Code::Malformed, "a credential");
    portal.genesis(&whole).unwrap();
}
