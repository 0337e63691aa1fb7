//! The portal lies about what the structure says to everybody.

use key_core::{
    Stick,
    board::{Board, fetch},
};
use serde_json::json;
use tests::{
    lying::{
        http::Answer,
        item::Item,
        ledger::{Ledger, Outcome},
        liar::{Liar, Lie},
        lies, shapes,
    },
    publisher::{Publisher, catalogue_with, house},
    world::{TODAY, World, unhurried},
};
use wire::{
    Code, Realm, Signature, Signed,
    board::{Board as Said, Publisher as Certificate, SignedBoard},
    decode_canonical, limits,
    structure::VoucherKind,
};

const BOARD: &str = "GET /v1/board";

/// A world whose structure has published, and a liar before its portal.
struct Stage {
    world: World,
    liar: Liar,
    publisher: Publisher,
    stick: Stick,
}

impl Stage {
    async fn set() -> Self {
        let world = World::with(Realm::Prod, unhurried).await.unwrap();
        let publisher = Publisher::of(&world.structure, Realm::Prod, TODAY);
        let catalogue = catalogue_with(|_| {}).unwrap();
        publisher.publish(&world, Some(&catalogue)).unwrap();
        let stick = Stick::new(world.stick("cle", VoucherKind::Account).unwrap());
        Self {
            liar: Liar::before(&world).await.unwrap(),
            world,
            publisher,
            stick,
        }
    }

    fn true_bytes(&self) -> Vec<u8> {
        std::fs::read(self.world.data().join("board")).unwrap()
    }

    fn true_board(&self) -> Said {
        let signed: SignedBoard = decode_canonical(&self.true_bytes(), SignedBoard::MAX).unwrap();
        signed.board.claimed().unwrap()
    }

    async fn honest(&self) -> Board {
        fetch(&Board::bundled(), &self.stick).await.unwrap()
    }

    /// An app that holds `held` asks while the portal lies: it must go on with what it holds, or get the
    /// truth.
    async fn attempt(
        &self,
        ledger: &mut Ledger,
        (attack, what): (&str, impl Into<String>),
        held: &Board,
        lie: Box<dyn Lie>,
    ) {
        let truth = seen(&self.honest().await);
        self.liar.tell(lie);
        let fetched = fetch(held, &self.stick).await;
        let told = self.liar.honest();
        let outcome = match fetched {
            Err(trouble) => Outcome::Refused(trouble),
            Ok(board) if seen(&board) == truth => Outcome::Truth,
            // Nothing was there before, and the portal hides that there is something.
            Ok(board) if held.structure().is_none() && seen(&board) == seen(held) => Outcome::Truth,
            Ok(board) => Outcome::Fell(format!("{:?}", board.structure())),
        };
        ledger.note(attack, what, &told, outcome);
        assert_eq!(seen(&self.honest().await), truth, "an honest portal again");
    }

    async fn instead(
        &self,
        ledger: &mut Ledger,
        attack: (&str, impl Into<String>),
        held: &Board,
        bytes: Vec<u8>,
    ) {
        let lie = lies::instead(BOARD, move |_| Some(Answer::cbor(bytes.clone())));
        self.attempt(ledger, attack, held, lie).await;
    }
}

/// What a person would be shown.
fn seen(board: &Board) -> String {
    format!(
        "{:?} {:?} {:?}",
        board.issued(),
        board.structure(),
        board.catalogue()
    )
}

#[tokio::test]
async fn false_old_and_misshapen_boards() {
    let mut stage = Stage::set().await;
    let mut ledger = Ledger::of("board");
    changed(&stage, &mut ledger).await;
    signed_by_others(&stage, &mut ledger).await;
    earlier(&mut stage, &mut ledger).await;
    ended(&stage, &mut ledger).await;
    misshapen(&stage, &mut ledger).await;
    careless(&stage, &mut ledger).await;
    ledger.close().unwrap();
}

async fn changed(stage: &Stage, ledger: &mut Ledger) {
    let item = Item::read(&stage.true_bytes()).unwrap();
    for (place, name) in shapes::BOARD.places(&item).unwrap() {
        let mut item = item.clone();
        item.at_mut(&place).unwrap().spoil();
        let what = format!("What the structure says: {name} is another.");
        let held = Board::bundled();
        stage
            .instead(ledger, ("A27.1", what), &held, item.write())
            .await;
    }
}

async fn signed_by_others(stage: &Stage, ledger: &mut Ledger) {
    let other = World::start().await.unwrap();
    let theirs = Publisher::of(&other.structure, Realm::Prod, TODAY);
    let mut said = stage.true_board();
    said.number += 1;
    said.structure.phone = "08 99 00 66 66".into();
    let foreign = theirs.sign(&other.structure, &said);
    let true_one: SignedBoard = decode_canonical(&stage.true_bytes(), SignedBoard::MAX).unwrap();
    let roots = true_one.roots.clone();
    // As the true one is certified, with a key of the portal's own in it, signed by nobody.
    let unsigned = Signed::sign_with(
        Realm::Prod,
        &Certificate {
            realm: Realm::Prod,
            key: theirs.key.public(),
            not_before: 0,
            not_after: u64::MAX,
        },
        |_| Signature([0; 64]),
    );
    let mine = |certificate: &Signed<Certificate>| {
        theirs.key.sign_board(roots.clone(), certificate, &said)
    };
    let practice = Publisher::of(&stage.world.structure, Realm::Practice, TODAY);
    let crossed = Said {
        realm: Realm::Practice,
        ..said.clone()
    };
    let crossed = practice.sign(&stage.world.structure, &crossed);
    let mixed = stage.publisher.sign(
        &stage.world.structure,
        &Said {
            realm: Realm::Practice,
            ..said.clone()
        },
    );
    for (attack, what, board) in [
        ("A27.2", "Another structure's board.", foreign.clone()),
        (
            "A27.2",
            "Another structure's, under this one's root.",
            SignedBoard {
                roots: roots.clone(),
                ..foreign
            },
        ),
        (
            "A27.2",
            "A board of the portal's own, by the true publisher's name.",
            mine(&true_one.publisher),
        ),
        (
            "A27.2",
            "A board of the portal's own, by a publisher that nobody signed.",
            mine(&unsigned),
        ),
        (
            "A27.3",
            "The structure's board of the other realm.",
            crossed,
        ),
        ("A27.3", "One that says the other realm inside.", mixed),
    ] {
        let held = Board::bundled();
        let bytes = wire::encode(&board);
        stage.instead(ledger, (attack, what), &held, bytes).await;
    }
}

async fn earlier(stage: &mut Stage, ledger: &mut Ledger) {
    let first = stage.true_bytes();
    stage.publisher.publish(&stage.world, None).unwrap();
    let held = stage.honest().await;
    assert_eq!(held.structure(), Some(&house()));
    let what = "The board of before.";
    stage.instead(ledger, ("A27.4", what), &held, first).await;
    let mut twin = stage.true_board();
    twin.structure.phone = "01 99 00 43 21".into();
    let twin = stage.publisher.sign(&stage.world.structure, &twin);
    let what = "Another board of the same number, which the publisher signed too.";
    let bytes = wire::encode(&twin);
    stage.instead(ledger, ("A27.4", what), &held, bytes).await;
    let hidden = lies::instead(BOARD, |_| Some(Answer::refusal(Code::NotFound)));
    let what = "There is none, it says to an app that has seen one.";
    stage.attempt(ledger, ("A27.4", what), &held, hidden).await;
}

async fn ended(stage: &Stage, ledger: &mut Ledger) {
    let long_ago = Publisher::of(&stage.world.structure, Realm::Prod, TODAY - 366 * 86_400);
    let to_come = Publisher::of(&stage.world.structure, Realm::Prod, TODAY + 10 * 86_400);
    let mut said = stage.true_board();
    said.number += 1;
    said.structure.phone = "01 99 00 43 21".into();
    for (publisher, issued, what) in [
        (
            &long_ago,
            TODAY - 100 * 86_400,
            "Signed while its publisher counted, which has ended.",
        ),
        (&long_ago, TODAY, "Signed after its publisher had ended."),
        (
            &to_come,
            TODAY + 20 * 86_400,
            "Its publisher does not count yet.",
        ),
        (
            &stage.publisher,
            TODAY - 100 * 86_400,
            "Signed before its publisher counted.",
        ),
    ] {
        said.issued = issued;
        let bytes = wire::encode(&publisher.sign(&stage.world.structure, &said));
        let held = Board::bundled();
        stage.instead(ledger, ("A27.5", what), &held, bytes).await;
    }
}

async fn misshapen(stage: &Stage, ledger: &mut Ledger) {
    let held = stage.honest().await;
    let truth = stage.true_bytes();
    let mut said = stage.true_board();
    said.number += 1;
    said.catalogue = Some(vec![b' '; limits::CATALOGUE + 1].into());
    let large = wire::encode(&stage.publisher.sign(&stage.world.structure, &said));
    let mut long = truth.clone();
    long.push(0);
    for (what, bytes) in [
        ("A catalogue of more than 1 MiB.", large),
        ("More bytes than any board has.", vec![0x83; 8 << 20]),
        ("One byte more than it has.", long),
        ("One byte less.", truth[..truth.len() - 1].to_vec()),
        ("Nothing.", Vec::new()),
    ] {
        stage
            .instead(ledger, ("A27.6", what), &Board::bundled(), bytes.clone())
            .await;
        stage.instead(ledger, ("A27.6", what), &held, bytes).await;
    }
    for (what, status) in [
        ("“You have it”, to an app that has none.", 304),
        ("“Look elsewhere.”", 302),
        ("“It does not work.”", 400),
    ] {
        let lie = lies::instead(BOARD, move |_| {
            Some(Answer {
                status,
                headers: vec![("location".into(), "https://127.0.0.1:9/".into())],
                body: Vec::new(),
                cut: None,
            })
        });
        let held = Board::bundled();
        stage.attempt(ledger, ("A27.6", what), &held, lie).await;
    }
}

/// What the publisher signed is believed to be the structure's, and still has to hold to the rules.
async fn careless(stage: &Stage, ledger: &mut Ledger) {
    for (field, value) in [
        ("site", json!("http://maison.example.org")),
        ("site", json!("file:///etc/passwd")),
        ("sources", json!(["http://maison.example.org"])),
        ("phone", json!("tel:0199001234")),
        ("picture", json!("dragon")),
        ("id", json!("rsa-demande")),
    ] {
        let mut said = stage.true_board();
        said.number += 1;
        let catalogue = catalogue_with(|service| service[field] = value.clone()).unwrap();
        said.catalogue = Some(catalogue.to_string().into_bytes().into());
        let bytes = wire::encode(&stage.publisher.sign(&stage.world.structure, &said));
        let what = format!("A catalogue with a service whose {field} is {value}.");
        let held = Board::bundled();
        stage.instead(ledger, ("A27.7", what), &held, bytes).await;
    }
    let mut said = stage.true_board();
    said.number += 1;
    said.structure.phone = "tel:0199001234".into();
    let bytes = wire::encode(&stage.publisher.sign(&stage.world.structure, &said));
    let what = "A telephone number that is none.";
    stage
        .instead(ledger, ("A27.7", what), &Board::bundled(), bytes)
        .await;
}
