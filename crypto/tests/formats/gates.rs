//! Two gates of three: any two open, one tells nothing, and a gate that lies is told from a wrong code.

use crate::support::{Fixed, Seeded, Stick, good_code};
use crypto::{Opening, stick::Cell, stick::Stretched};
use gate::GateSecret;
use wire::{
    Realm,
    gate::{Element, Proof},
};

#[test]
fn any_two_of_three_open() {
    let stick = Stick::new(Realm::Prod, 2, 3);
    let cell = stick.seal(1);
    for which in [[0, 1], [0, 2], [1, 2], [2, 0]] {
        let opened = cell.open(&stick.ds, &stick.header, 1, &stick.outputs(&which));
        assert!(opened.is_ok(), "{which:?}");
    }
    let three = cell.open(&stick.ds, &stick.header, 1, &stick.outputs(&[0, 1, 2]));
    assert!(three.is_ok());
}

#[test]
fn one_of_three_does_not_nor_one_twice() {
    let stick = Stick::new(Realm::Prod, 2, 3);
    let cell = stick.seal(1);
    for which in [&[][..], &[0], &[1], &[2], &[1, 1]] {
        let opened = cell.open(&stick.ds, &stick.header, 1, &stick.outputs(which));
        assert!(opened.is_err(), "{which:?}");
    }
}

#[test]
fn one_good_and_one_wrong_answer_do_not_open() {
    let stick = Stick::new(Realm::Prod, 2, 3);
    let cell = stick.seal(1);
    let wrong = crypto::code::Code::digits("000000").unwrap();
    let mut outputs = stick.outputs(&[0]);
    outputs.extend(stick.ask(&stick.header, &wrong, &[1]).unwrap());
    let refused = cell.open(&stick.ds, &stick.header, 1, &outputs);
    assert_eq!(refused.unwrap_err(), Opening::Refused);
}

#[test]
fn a_cell_is_sealed_with_every_gate_in_order() {
    let stick = Stick::new(Realm::Prod, 2, 3);
    for which in [&[0, 1][..], &[1, 0, 2], &[]] {
        let sealed = Cell::seal(
            &crate::support::envelope(),
            &stick.ds,
            &stick.header,
            1,
            &stick.outputs(which),
            &mut Seeded::new("partial"),
        );
        assert_eq!(sealed.unwrap_err(), Opening::Damaged, "{which:?}");
    }
}

/// The gate answers with `secret`; `spoil` may change the answer on its way.
fn answer(
    stick: &Stick,
    secret: &GateSecret,
    spoil: impl FnOnce(&mut Element, &mut Proof),
) -> crypto::Result<()> {
    let mut random = Seeded::new("answer");
    let x = Stretched::derive(&good_code(), &stick.ds, &stick.header)?;
    let request = x.request(&stick.header, 0, &mut random)?;
    let answer = secret.evaluate(&request.element().0, &mut random).unwrap();
    let (mut element, mut proof) = (Element(answer.element), Proof(answer.proof));
    spoil(&mut element, &mut proof);
    request.finish(&x, &element, &proof).map(drop)
}

#[test]
fn a_gate_that_lies_is_not_a_wrong_code() {
    let stick = Stick::new(Realm::Prod, 1, 1);
    let other = GateSecret::generate(&mut Fixed(0x99));
    let own = &stick.gates[0];
    assert_eq!(answer(&stick, own, |_, _| ()), Ok(()));
    assert_eq!(answer(&stick, &other, |_, _| ()), Err(Opening::GateLied));
    // The public key itself is a good element, only not this answer.
    let another = Element(own.public().to_bytes());
    let lies: [fn(&mut Element, &mut Proof); 5] = [
        |element, _| element.0 = [0; 32],
        |element, _| element.0 = [0xff; 32],
        |_, proof| proof.0[0] ^= 1,
        |_, proof| proof.0[63] ^= 0x80,
        |_, proof| proof.0 = [0; 64],
    ];
    for (at, lie) in lies.into_iter().enumerate() {
        assert_eq!(answer(&stick, own, lie), Err(Opening::GateLied), "lie {at}");
    }
    let swapped = answer(&stick, own, |element, _| *element = another);
    assert_eq!(swapped, Err(Opening::GateLied));
}

#[test]
fn an_answer_serves_one_question_only() {
    let stick = Stick::new(Realm::Prod, 1, 1);
    let mut random = Seeded::new("questions");
    let x = Stretched::derive(&good_code(), &stick.ds, &stick.header).unwrap();
    let first = x.request(&stick.header, 0, &mut random).unwrap();
    let second = x.request(&stick.header, 0, &mut random).unwrap();
    assert_ne!(first.element(), second.element());
    let answer = stick.gates[0]
        .evaluate(&first.element().0, &mut random)
        .unwrap();
    let (element, proof) = (Element(answer.element), Proof(answer.proof));
    assert!(first.finish(&x, &element, &proof).is_ok());
    let replayed = second.finish(&x, &element, &proof);
    assert_eq!(replayed.unwrap_err(), Opening::GateLied);
    assert!(x.request(&stick.header, 1, &mut random).is_err());
}
