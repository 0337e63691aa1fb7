//! A deletion: signed, taken back, or carried out.

use wire::{
    AccountId, KeyId, SigPublic,
    gate::{Destroy, Order, SetKeys},
};

use super::super::{deletion, erasure};
use super::*;
use crate::records::VoucherRow;

fn destroy(gate: GateId) -> Order {
    Order::Destroy(SigKey::of("control").sign(&Destroy {
        gate,
        key_id: KeyId([1; 16]),
    }))
}

/// The deletion of a person's space, signed by the root.
fn signed(person: &mut Person, orders: Vec<Order>) -> Draft {
    let mut draft = Draft::default();
    let root = person.root();
    person.log(&mut draft, &Op::Delete, &[&root]);
    draft.orders = orders;
    draft
}

fn taken_back(person: &mut Person) -> Draft {
    let mut draft = Draft::default();
    let author = person.author();
    let op = Op::CancelDelete(person.head.hash);
    person.log(&mut draft, &op, &[&author]);
    draft
}

fn waiting(portal: &Portal) -> usize {
    let waiting = portal.run(|tx, _, _, _| outbox::waiting(tx, 9));
    waiting.unwrap().len()
}

fn begin(portal: &Portal) -> Vec<AccountId> {
    let begun = portal.run(|tx, place, _, now| {
        let due = deletion::due(tx, now)?;
        for account in &due {
            erasure::begin(tx, place, account, now)?;
        }
        Ok(due)
    });
    begun.unwrap()
}

#[test]
fn for_seven_days_nothing_passes_but_taking_it_back() {
    let (mut portal, mut person, _, session) = opened("noor");
    let draft = signed(&mut person, vec![destroy(portal.place.gate)]);
    assert_eq!(portal.commit(session, &draft), Ok(person.head));
    // Its answer was lost: the same bytes get it again.
    assert_eq!(portal.commit(session, &draft), Ok(person.head));
    assert_eq!(waiting(&portal), 0, "its order is held");
    let head = person.head;

    let mut other = Draft::default();
    person.epoch(&mut other, Folder::Loisirs);
    assert_eq!(code(portal.commit(session, &other)), Code::BeingDeleted);
    (person.head, person.folders) = (head, Person::new("noor").folders);
    for folder in &mut person.folders {
        folder.1 = 1;
    }
    let again = signed(&mut person, Vec::new());
    assert_eq!(code(portal.commit(session, &again)), Code::BeingDeleted);
    person.head = head;
    // Taking back what was never signed, or with another key.
    for (op, key) in [
        (Op::CancelDelete(Hash([7; 32])), person.author()),
        (Op::CancelDelete(head.hash), person.root()),
    ] {
        let mut wrong = Draft::default();
        person.log(&mut wrong, &op, &[&key]);
        assert_eq!(code(portal.commit(session, &wrong)), Code::LogRefused);
        person.head = head;
    }

    portal.now += 7 * DAY - 1;
    assert_eq!(begin(&portal), []);
    let draft = taken_back(&mut person);
    let mut more = draft.clone();
    more.orders = vec![destroy(portal.place.gate)];
    let session = portal.run({
        move |tx, place, _, now| {
            let opened = session::begin(
                tx,
                place.realm,
                session.account,
                session.slot,
                now,
                &mut System::new(),
            );
            Ok(session::prove(tx, place.realm, &opened.token, now)?.session)
        }
    });
    let session = session.unwrap();
    assert_eq!(code(portal.commit(session, &more)), Code::TooLarge);
    assert_eq!(portal.commit(session, &draft), Ok(person.head));
    assert_eq!(portal.commit(session, &draft), Ok(person.head));
    portal.now += 30 * DAY;
    assert_eq!(begin(&portal), []);
    assert_eq!(waiting(&portal), 0, "its order is gone");
    let mut draft = Draft::default();
    person.log(
        &mut draft,
        &Op::CancelDelete(head.hash),
        &[&person.author()],
    );
    assert_eq!(code(portal.commit(session, &draft)), Code::LogRefused);
}

#[test]
fn a_deletion_comes_alone_and_brings_what_destroys_its_own_sticks() {
    let (mut portal, mut person, _, session) = opened("odile");
    let (own, stranger) = (portal.place.gate, GateId([0; 16]));
    let head = person.head;
    let set_keys = Order::SetKeys(SigKey::of("control").sign(&SetKeys {
        gate: own,
        key_id: KeyId([1; 16]),
        suspend: SigPublic([2; 32]),
        control: SigPublic([3; 32]),
        n: 2,
    }));
    for (orders, refused) in [
        (vec![destroy(own), destroy(stranger)], Code::NotOffered),
        (vec![destroy(own); 6], Code::TooLarge),
        (vec![destroy(own), set_keys], Code::LogRefused),
    ] {
        let draft = signed(&mut person, orders);
        assert_eq!(code(portal.commit(session, &draft)), refused);
        person.head = head;
    }
    let mut by_author = Draft::default();
    person.log(&mut by_author, &Op::Delete, &[&person.author()]);
    assert_eq!(code(portal.commit(session, &by_author)), Code::LogRefused);
    person.head = head;
    let mut two = signed(&mut person, Vec::new());
    two.entries.extend(taken_back(&mut person).entries);
    assert_eq!(code(portal.commit(session, &two)), Code::LogRefused);
    person.head = head;

    // An entry ahead of the clock counts from its own time: no app shows more days than there are.
    person.time = NOW + 600;
    let draft = signed(&mut person, vec![destroy(own); 5]);
    portal.commit(session, &draft).unwrap();
    portal.now += 7 * DAY + 599;
    assert_eq!(begin(&portal), []);
    portal.now += 1;
    assert_eq!(begin(&portal), [person.account]);
    assert_eq!(waiting(&portal), 5);
}

#[test]
fn once_its_days_are_over_nothing_takes_it_back_and_nobody_comes_in() {
    let (mut portal, mut person, mut passkey, _) = opened("pia");
    let session = portal.open(&passkey).unwrap();
    let draft = signed(&mut person, Vec::new());
    portal.commit(session, &draft).unwrap();
    portal.now += 7 * DAY;
    let session = portal.open(&passkey).unwrap();
    let draft = taken_back(&mut person);
    assert_eq!(code(portal.commit(session, &draft)), Code::Unauthorized);
    assert_eq!(begin(&portal), [person.account]);
    assert_eq!(begin(&portal), []);
    assert_eq!(code(portal.commit(session, &draft)), Code::Unauthorized);
    assert_eq!(code(portal.open(&passkey)), Code::CredentialUnknown);
    let tokens = portal.run(|tx, _, _, _| Ok(tx.scan(Table::SlotTokens, &[], None, 9)?.len()));
    assert_eq!(tokens, Ok(0));

    // Not even the same first root brings it back, while it is being erased nor after.
    let mut again = Person::new("pia");
    let options = portal.begin(&again, "again").unwrap();
    let genesis = again.genesis(&mut passkey, &options);
    assert_eq!(code(portal.genesis(&genesis)), Code::LogConflict);
}

#[test]
fn its_vouchers_stay_used_and_say_nothing_else() {
    let (mut portal, mut person, _, session) = opened("quentin");
    let mut second = Authenticator::new("quentin's second");
    let options = portal.begin_slot(&person, "second").unwrap();
    let mut draft = Draft::default();
    person.add_slot(&mut draft, &mut second, &options);
    portal.commit(session, &draft).unwrap();
    // Somebody else's, and one of the person's that never served.
    let (other, _) = moved_in(&portal, "rosa");
    portal.begin_slot(&person, "third").unwrap();
    let draft = signed(&mut person, Vec::new());
    portal.commit(session, &draft).unwrap();
    portal.now += 7 * DAY;
    begin(&portal);
    let rows = portal.run(|tx, _, _, _| {
        let (account, erasure) = erasure::under_way(tx)?.remove(0);
        let page = erasure::vouchers(tx, &account, &erasure, None)?;
        for (voucher, _) in &page.found {
            erasure::forget_voucher(tx, voucher)?;
        }
        let rows = tx.scan_records::<VoucherRow>(&[], None, 9)?;
        Ok((page.found.len(), rows))
    });
    let (forgotten, rows) = rows.unwrap();
    assert_eq!((forgotten, rows.len()), (3, 4));
    let blank = rows.iter().filter(|(_, row)| row.handle == [0; 16]);
    assert!(
        blank
            .clone()
            .all(|(_, row)| { row.used && row.account.is_none() && row.key_id == KeyId([0; 16]) })
    );
    assert_eq!(blank.count(), 3);
    let kept = crate::fixtures::key_id(other.name, "first");
    assert!(rows.iter().any(|(_, row)| row.key_id == kept));
}
