//! A board is believed from the pinned structure, in its realm, while its publisher counts.

use crate::{
    frozen::frozen,
    support::{Fixed, board, locator, officer_key, plain_board, publisher, structure_root},
};
use crypto::keys::SigningKey;
use wire::{
    Hash, Realm,
    board::{Board, Closing, SignedBoard},
    decode_canonical, limits,
    structure::{StructureError, Successor},
};

fn signed(change: impl FnOnce(&mut Board)) -> SignedBoard {
    let mut said = plain_board(Realm::Prod);
    change(&mut said);
    SignedBoard {
        board: officer_key().sign(Realm::Prod, &said),
        ..board(Realm::Prod)
    }
}

fn pinned() -> Hash {
    structure_root().public().fingerprint()
}

#[test]
fn a_board_counts_for_its_time_structure_and_realm() {
    let bytes = frozen("signed-board", &wire::encode(&board(Realm::Prod)));
    let read: SignedBoard = decode_canonical(&bytes, SignedBoard::MAX).unwrap();
    let said = Ok(plain_board(Realm::Prod));
    let late = Err(StructureError::Expired);
    for (now, expected) in [(999, &late), (1_000, &said), (1_999, &said), (2_000, &late)] {
        assert_eq!(&read.verify(Realm::Prod, &pinned(), now), expected, "{now}");
    }
    let other = read.verify(Realm::Prod, &officer_key().public().fingerprint(), 1_200);
    assert_eq!(other, Err(StructureError::OtherRoot));
    let crossed = board(Realm::Practice).verify(Realm::Prod, &pinned(), 1_200);
    assert_eq!(crossed, Err(StructureError::Signature));
    // Signed in prod, and says practice inside.
    for mixed in [
        signed(|said| said.realm = Realm::Practice),
        SignedBoard {
            publisher: structure_root().sign(Realm::Prod, &publisher(Realm::Practice)),
            ..board(Realm::Prod)
        },
    ] {
        let verdict = mixed.verify(Realm::Prod, &pinned(), 1_200);
        assert_eq!(verdict, Err(StructureError::WrongRealm));
    }
}

#[test]
fn a_structure_that_closes_says_so_on_its_board() {
    let closing = Closing {
        on: 1_830_000_000,
        message: "Nous fermons. Prenez tout avec vous ; la mairie vous dira où aller.".into(),
    };
    let board = signed(|said| said.closing = Some(closing.clone()));
    let bytes = frozen("signed-board-closing", &wire::encode(&board));
    let read: SignedBoard = decode_canonical(&bytes, SignedBoard::MAX).unwrap();
    let said = read.verify(Realm::Prod, &pinned(), 1_200).unwrap();
    assert_eq!(said.closing, Some(closing));
}

#[test]
fn nobody_else_signs_a_board() {
    let good = board(Realm::Prod);
    let stranger = SigningKey::make(&mut Fixed(0x5c));
    let claims = publisher(Realm::Prod);
    let own = wire::board::Publisher {
        key: stranger.public(),
        ..claims.clone()
    };
    for forged in [
        // A publisher that the root did not name, by the name of the true one and by its own.
        SignedBoard {
            publisher: stranger.sign(Realm::Prod, &claims),
            ..good.clone()
        },
        SignedBoard {
            publisher: stranger.sign(Realm::Prod, &own),
            board: stranger.sign(Realm::Prod, &plain_board(Realm::Prod)),
            ..good.clone()
        },
        // A board that the publisher, or only the root, signed.
        SignedBoard {
            board: stranger.sign(Realm::Prod, &plain_board(Realm::Prod)),
            ..good.clone()
        },
        SignedBoard {
            board: structure_root().sign(Realm::Prod, &plain_board(Realm::Prod)),
            ..good.clone()
        },
    ] {
        let verdict = forged.verify(Realm::Prod, &pinned(), 1_200);
        assert_eq!(verdict, Err(StructureError::Signature));
    }
    // The root has a successor: what the first one certified counts no more.
    let mut passed_on = good;
    passed_on.roots = locator(Realm::Prod).roots;
    let step = Successor {
        realm: Realm::Prod,
        next: stranger.public(),
    };
    passed_on
        .roots
        .successors
        .push(structure_root().sign(Realm::Prod, &step));
    let verdict = passed_on.verify(Realm::Prod, &pinned(), 1_200);
    assert_eq!(verdict, Err(StructureError::Signature));
    passed_on.publisher = stranger.sign(Realm::Prod, &publisher(Realm::Prod));
    assert!(passed_on.verify(Realm::Prod, &pinned(), 1_200).is_ok());
}

#[test]
fn what_is_signed_holds_to_the_rules_all_the_same() {
    type Change = fn(&mut Board);
    let broken: [(Change, StructureError); 6] = [
        (|said| said.structure.name.clear(), StructureError::Rule),
        (
            |said| {
                said.closing = Some(Closing {
                    on: 1_830_000_000,
                    message: "Nous fermons.\nAppelez le 08".into(),
                });
            },
            StructureError::Rule,
        ),
        (
            |said| said.structure.phone = "tel:0199001234".into(),
            StructureError::Rule,
        ),
        (
            |said| said.catalogue = Some(vec![b' '; limits::CATALOGUE + 1].into()),
            StructureError::Rule,
        ),
        (
            |said| said.catalogue = Some(vec![b' '; limits::CATALOGUE + (8 << 10)].into()),
            StructureError::Signature,
        ),
        // Signed when its publisher did not count.
        (|said| said.issued = 2_000, StructureError::Expired),
    ];
    for (change, expected) in broken {
        let verdict = signed(change).verify(Realm::Prod, &pinned(), 1_200);
        assert_eq!(verdict.err(), Some(expected));
    }
    let longest = signed(|said| said.catalogue = Some(vec![b' '; limits::CATALOGUE].into()));
    let bytes = wire::encode(&longest);
    let read: SignedBoard = decode_canonical(&bytes, SignedBoard::MAX).unwrap();
    assert!(read.verify(Realm::Prod, &pinned(), 1_200).is_ok());
    let bare = signed(|said| {
        said.catalogue = None;
        said.structure.hours = None;
        said.structure.place = None;
    });
    let bytes = wire::encode(&bare);
    let read: SignedBoard = decode_canonical(&bytes, SignedBoard::MAX).unwrap();
    assert!(read.verify(Realm::Prod, &pinned(), 1_200).is_ok());
}
