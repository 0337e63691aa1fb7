//! Orders to gates, and anchors.

use super::*;

#[test]
fn orders_come_with_their_commit_and_name_a_gate_of_the_locator() {
    let (mut portal, mut person, _, session) = opened("vera");
    let (own, other, stranger) = (portal.place.gate, GateId([8; 16]), GateId([0; 16]));
    portal.place.gates.push(other);
    let destroy = |gate| {
        wire::gate::Order::Destroy(SigKey::of("control").sign(&wire::gate::Destroy {
            gate,
            key_id: wire::KeyId([1; 16]),
        }))
    };
    let mut draft = Draft::default();
    person.rekey(&mut draft, RekeyCause::Compromise);
    draft.orders = vec![destroy(own), destroy(stranger)];
    assert_eq!(code(portal.commit(session, &draft)), Code::NotOffered);
    // One stick was rekeyed: it has five gates at most.
    draft.orders = vec![destroy(own); 6];
    assert_eq!(code(portal.commit(session, &draft)), Code::TooLarge);
    draft.orders = vec![destroy(own), destroy(other), destroy(own), destroy(other)];
    portal.commit(session, &draft).unwrap();
    let waiting = portal.run(move |tx, _, _, _| {
        let second = outbox::waiting_for(tx, &other, None, 9)?;
        let after = second.first().map(|(key, _)| key.as_slice());
        Ok([
            outbox::waiting(tx, 9)?,
            outbox::waiting_for(tx, &other, after, 9)?,
            outbox::waiting_for(tx, &own, None, 9)?,
            outbox::waiting_for(tx, &stranger, None, 9)?,
            second,
        ])
    });
    let waiting = waiting.unwrap();
    let counts = waiting.each_ref().map(Vec::len);
    assert_eq!(counts, [2, 1, 0, 0, 2]);
    for waiting in waiting {
        assert!(waiting.is_sorted_by_key(|(key, _)| key.clone()));
    }
}

#[test]
fn a_commit_that_is_about_no_stick_brings_no_order() {
    let (portal, mut person, _, session) = opened("vito");
    let mut draft = Draft::default();
    person.epoch(&mut draft, Folder::Social);
    let order = SigKey::of("control").sign(&wire::gate::Destroy {
        gate: portal.place.gate,
        key_id: wire::KeyId([1; 16]),
    });
    draft.orders = vec![wire::gate::Order::Destroy(order)];
    assert_eq!(code(portal.commit(session, &draft)), Code::TooLarge);
    draft.orders.clear();
    portal.commit(session, &draft).unwrap();
}

#[test]
fn an_anchor_is_replaced_by_its_own_slot() {
    let (portal, _, _, session) = opened("wael");
    let put = |bytes: Vec<u8>| portal.run(move |tx, _, _, _| anchors::put(tx, &session, bytes));
    put(crate::fixtures::anchor()).unwrap();
    assert_eq!(code(put(vec![0; 10])), Code::Malformed);
    assert_eq!(REALM, portal.place.realm);
}
