//! A change whose answer got lost is made again: whether the portal had kept it or not, it is there once.
//! The line is cut at every request of every change that a person can make.

#![expect(
    clippy::unwrap_used,
    reason = "a test that unwraps says where it broke"
)]

use jiff::civil::date;
use key_core::{
    Space, Stick, Trouble, WallWatch,
    sheets::{Contact, contact_key},
    stick::Folder as Medium,
};
use tests::{
    lying::{
        cut::{Lost, cut, nothing},
        liar::{Liar, Lie},
        lies,
    },
    world::{CODE, OTHER_CODE, World, code, open, unhurried},
};
use wire::{Code, ObjectId, Realm, folder::Folder, random::System, structure::VoucherKind};

const HERE: Folder = Folder::Social;
const THERE: Folder = Folder::Papiers;

/// One change, by an id that stays the same when it is made again.
#[derive(Debug, Clone, Copy)]
enum Change {
    PutNote,
    PutPaper,
    Rewrite,
    Rename,
    Move,
    Bin,
    AddDate,
    KeepContact,
}

const CHANGES: [Change; 8] = [
    Change::PutNote,
    Change::PutPaper,
    Change::Rewrite,
    Change::Rename,
    Change::Move,
    Change::Bin,
    Change::AddDate,
    Change::KeepContact,
];

impl Change {
    async fn make(self, space: &mut Space, id: ObjectId, there: ObjectId) -> Result<(), Trouble> {
        let random = &mut System::new();
        let day = date(2026, 12, 1);
        match self {
            Change::PutNote => {
                let put = space.put_note_as(id, HERE, "Neuve", "a", random);
                put.await.map(drop)
            }
            Change::PutPaper => {
                let content = std::io::Cursor::new(b"%PDF-".to_vec());
                let put =
                    space.put_paper_as(id, HERE, "Neuf", "application/pdf", content, 5, random);
                put.await.map(drop)
            }
            Change::Rewrite => space.rewrite_note(HERE, there, "b", random).await,
            Change::Rename => space.rename(HERE, there, "Autre", random).await,
            Change::Move => space.move_to(HERE, there, THERE, random).await,
            Change::Bin => space.delete(HERE, there, random).await,
            Change::AddDate => {
                let added = space.add_date_as(id, "Docteur", day, None, day, random);
                added.await.map(drop)
            }
            Change::KeepContact => {
                let contact = Contact {
                    name: "Samia".to_owned(),
                    ..Contact::default()
                };
                let name = contact_key(id);
                let noted = space.note_down(&name, Some(contact), random);
                noted.await.map(drop)
            }
        }
    }
}

/// Everything a person finds, as words that can be compared.
async fn found(space: &Space) -> Vec<String> {
    let mut found = Vec::new();
    for folder in [HERE, THERE] {
        for view in space.list(folder) {
            let content = space.read(folder, view.id).await.unwrap();
            let content = String::from_utf8_lossy(&content);
            found.push(format!("{folder:?} {} {content}", view.title));
        }
        for view in space.bin(folder) {
            let content = space.read(folder, view.id).await.unwrap();
            let content = String::from_utf8_lossy(&content);
            found.push(format!("{folder:?} bin {} {content}", view.title));
        }
    }
    for due in space.agenda(date(2026, 11, 22)).await.unwrap().due {
        found.push(format!("date {}", due.window.closes));
    }
    for (_, contact) in space.sheet::<Contact>().await.unwrap().iter() {
        found.push(format!("contact {}", contact.name));
    }
    found.sort();
    found
}

/// What is there more afterwards, and what no longer: the same words may be there several times.
fn moved(before: &[String], after: &[String]) -> [Vec<String>; 2] {
    let without = |all: &[String], others: &[String]| {
        let mut left = all.to_vec();
        for other in others {
            if let Some(at) = left.iter().position(|each| each == other) {
                left.remove(at);
            }
        }
        left
    };
    [without(after, before), without(before, after)]
}

async fn cut_at_every_request(lost: Lost) {
    let world = World::with(Realm::Prod, unhurried).await.unwrap();
    let liar = Liar::before(&world).await.unwrap();
    let (_, made) = world.new_space("cle").await.unwrap();
    let mut space = made.opened.space;
    let random = &mut System::new();
    for change in CHANGES {
        let mut uncut = None;
        let mut cuts = 0;
        loop {
            let there = space.put_note(HERE, "Note", "a", random).await.unwrap();
            let id = ObjectId::random(random);
            let before = found(&space).await;
            let Some(expected) = &uncut else {
                change.make(&mut space, id, there).await.unwrap();
                uncut = Some(moved(&before, &found(&space).await));
                continue;
            };
            liar.tell(cut("*", cuts, lost));
            let first = change.make(&mut space, id, there).await;
            if liar.honest().lies == 0 {
                first.unwrap();
                break;
            }
            assert!(
                matches!(first, Err(Trouble::Unreachable)),
                "{change:?} {cuts} {first:?}"
            );
            let again = change.make(&mut space, id, there).await;
            assert!(again.is_ok(), "{change:?} {cuts} {again:?}");
            let after = moved(&before, &found(&space).await);
            assert_eq!(&after, expected, "{change:?} cut at {cuts}");
            // What is known here is what the portal has.
            assert!(!space.refresh().await.unwrap(), "{change:?} cut at {cuts}");
            cuts += 1;
        }
        assert!(cuts > 0, "{change:?} asks the portal");
    }
}

#[tokio::test]
async fn a_change_whose_request_got_lost_is_there_once() {
    cut_at_every_request(Lost::Request).await;
}

/// The first answer of a route is lost on its way; what is sent again is answered.
fn first_lost(route: &'static str) -> Box<dyn Lie> {
    let mut lost = false;
    lies::after(route, move |_, truth| {
        if std::mem::replace(&mut lost, true) {
            truth
        } else {
            nothing()
        }
    })
}

/// One more stick, and its end: an answer that was lost is asked for again, and neither is done twice.
#[tokio::test]
async fn a_stick_whose_answer_got_lost_is_added_and_taken_out_once() {
    let world = World::start().await.unwrap();
    let (first, _) = world.new_space("cle").await.unwrap();
    let second = world.stick("second", VoucherKind::Slot).unwrap();
    let liar = Liar::before(&world).await.unwrap();
    let mut space = open(&first, CODE).await.unwrap().space;
    let (stick, watch, random) = (Stick::new(first), WallWatch::start(), &mut System::new());
    let mut administration = space
        .administer(&stick, &code(CODE), random, &watch)
        .await
        .unwrap();
    // Another one with the very same voucher.
    let third = Medium::new(world.folder().join("third"));
    std::fs::create_dir(third.path()).unwrap();
    for file in std::fs::read_dir(second.path()).unwrap() {
        let file = file.unwrap();
        std::fs::copy(file.path(), third.path().join(file.file_name())).unwrap();
    }
    // No answer comes at all, and it is asked for again: it was added the first time.
    liar.tell(cut("POST /v1/commit", 0, Lost::Answer));
    let on = Stick::new(second.clone());
    let other = code(OTHER_CODE);
    let lost = administration.add_stick(&on, &other, random).await;
    let lost = lost.unwrap_err();
    assert!(matches!(lost, Trouble::Unreachable), "{lost}");
    liar.honest();
    let added = administration.add_stick(&on, &other, random).await;
    let added = added.unwrap();
    // Another one with its voucher is not added for it.
    let used = administration
        .add_stick(&Stick::new(third), &code(OTHER_CODE), random)
        .await
        .unwrap_err();
    assert_eq!(used.code(), Some(Code::VoucherUsed), "{used}");
    open(&second, OTHER_CODE).await.unwrap();
    assert_eq!(space.slots().len(), 2);

    let administration = space
        .administer(&stick, &code(CODE), random, &watch)
        .await
        .unwrap();
    liar.tell(first_lost("POST /v1/commit"));
    administration.revoke(added, random).await.unwrap();
    liar.honest();
    assert_eq!((space.slots().len(), space.generation()), (1, 2));
    let refused = open(&second, OTHER_CODE).await.unwrap_err();
    assert!(matches!(refused, Trouble::Revoked), "{refused}");
    space.put_note(HERE, "Après", "…", random).await.unwrap();
}

#[tokio::test]
async fn a_change_whose_answer_got_lost_is_there_once() {
    cut_at_every_request(Lost::Answer).await;
}
