//! What a structure publishes at a real portal, as the app finds it: with a stick alone, and in a space.

#![expect(
    clippy::unwrap_used,
    reason = "a test that unwraps says where it broke"
)]

use jiff::civil::date;
use key_core::{
    Blame, Stick, Trouble,
    board::{Board, Structure, fetch},
    catalogue::needs,
};
use serde_json::{Value, json};
use std::sync::Arc;
use tests::{
    cast::Cast,
    publisher::{Publisher, catalogue_with, house},
    world::{CODE, TODAY, World, open},
};
use wire::{Realm, random::System, structure::VoucherKind};

const NEW: &str = "maison-des-droits";

async fn world() -> (World, Publisher) {
    let world = World::start().await.unwrap();
    let publisher = Publisher::of(&world.structure, Realm::Prod, TODAY);
    (world, publisher)
}

fn is_bundled(board: &Board) -> bool {
    board.structure().is_none() && Arc::ptr_eq(board.catalogue(), Board::bundled().catalogue())
}

#[tokio::test]
async fn whoever_has_a_stick_finds_the_number_of_the_structure() {
    let (world, publisher) = world().await;
    let prepared = world.stick("prepared", VoucherKind::Account).unwrap();
    let (enrolled, _) = world.new_space("enrolled").await.unwrap();
    let sticks = [prepared, enrolled].map(Stick::new);
    for stick in &sticks {
        let board = fetch(&Board::bundled(), stick).await.unwrap();
        assert!(is_bundled(&board), "nothing was published");
    }
    publisher.publish(&world, None).unwrap();
    for stick in &sticks {
        let board = fetch(&Board::bundled(), stick).await.unwrap();
        assert_eq!(board.structure(), Some(&house()));
        assert_eq!(board.issued(), Some(TODAY));
        // It says nothing of services: the app's own stay.
        let own = Board::bundled();
        assert!(Arc::ptr_eq(board.catalogue(), own.catalogue()));
    }
}

#[tokio::test]
async fn a_new_service_is_found_followed_and_counted_and_a_known_one_keeps_its_need() {
    let (mut world, publisher) = world().await;
    let (stick, made) = world.new_space("cle").await.unwrap();
    let mut space = made.opened.space;
    let stick = Stick::new(stick);
    let today = date(2026, 12, 2);
    let from = Some(date(2026, 12, 1));
    let random = &mut System::new();
    let unknown = space.follow(NEW, from, today, random).await;
    assert!(matches!(unknown, Err(Trouble::Gone)), "{unknown:?}");

    let catalogue = catalogue_with(|_| {}).unwrap();
    publisher.publish(&world, Some(&catalogue)).unwrap();
    let board = fetch(&Board::bundled(), &stick).await.unwrap();
    let service = board.catalogue().service(NEW).unwrap();
    assert_eq!(service.name, "Permanence du mardi");
    let found = board.catalogue().search("permanence");
    assert!(found.iter().any(|service| service.id == NEW));
    let rsa = board.catalogue().service("rsa-demande").unwrap();
    assert!(needs::bundled().unwrap().of_service(&rsa.id).is_some());

    space.take_catalogue(board.catalogue().clone());
    let agenda = space.follow(NEW, from, today, random).await.unwrap();
    let due: Vec<_> = agenda.due.iter().map(|due| due.window.closes).collect();
    assert_eq!(due, [date(2026, 12, 9)]);
    space.lock(&stick, random).await.unwrap();

    // Nothing new: the very same catalogue, also after the portal was started again.
    world.restart().await.unwrap();
    let again = fetch(&board, &stick).await.unwrap();
    assert!(Arc::ptr_eq(again.catalogue(), board.catalogue()));
    let told = world.recorder().transcript();
    let unchanged = memchr::memmem::find_iter(&told, b"304 Not Modified");
    assert_eq!(unchanged.count(), 1);

    // Without it what is followed stays, and no day is computed.
    let folder = world.folder().join("cle");
    let space = open(&key_core::stick::Folder::new(folder), CODE).await;
    let space = space.unwrap().space;
    assert!(space.catalogue().service(NEW).is_none());
    let agenda = space.agenda(today).await.unwrap();
    assert_eq!((agenda.sheet.iter().count(), agenda.due.len()), (1, 0));

    // The next board takes the service back.
    publisher.publish(&world, None).unwrap();
    let next = fetch(&again, &stick).await.unwrap();
    assert!(next.catalogue().service(NEW).is_none());
}

#[tokio::test]
async fn a_catalogue_that_breaks_a_rule_is_refused_whole() {
    let (world, publisher) = world().await;
    let stick = Stick::new(world.stick("cle", VoucherKind::Account).unwrap());
    let broken: [(&str, Value); 9] = [
        ("site", json!("http://maison.example.org")),
        ("site", json!("javascript:alert(1)")),
        ("site", json!("https://samia@maison.example.org")),
        ("sources", json!(["http://maison.example.org"])),
        ("phone", json!("tel:0199001234")),
        ("id", json!("rsa-demande")),
        ("picture", json!("dragon")),
        ("confidence", json!("known")),
        ("more", json!(1)),
    ];
    for (field, value) in broken {
        let catalogue = catalogue_with(|service| service[field] = value.clone()).unwrap();
        publisher.publish(&world, Some(&catalogue)).unwrap();
        let refused = fetch(&Board::bundled(), &stick).await.unwrap_err();
        assert!(
            matches!(refused, Trouble::Unverified),
            "{field} = {value}: {refused:?}"
        );
        assert_eq!(refused.blame(), Blame::Portal);
    }
    let catalogue = catalogue_with(|_| {}).unwrap();
    publisher.publish(&world, Some(&catalogue)).unwrap();
    let board = fetch(&Board::bundled(), &stick).await.unwrap();
    assert!(board.catalogue().service(NEW).is_some());
}

#[tokio::test]
async fn a_publisher_counts_for_its_time_by_the_clock_of_the_portal() {
    let (world, publisher) = world().await;
    let stick = Stick::new(world.stick("cle", VoucherKind::Account).unwrap());
    publisher.publish(&world, None).unwrap();
    world.clock.advance(365 * 86_400 - 1);
    let board = fetch(&Board::bundled(), &stick).await.unwrap();
    assert_eq!(board.structure(), Some(&house()));
    world.clock.advance(1);
    let refused = fetch(&Board::bundled(), &stick).await;
    assert!(matches!(refused, Err(Trouble::Unverified)), "{refused:?}");
    assert!(publisher.publish(&world, None).is_err());
    // Its successor goes on counting boards from there.
    let now = portal::clock::Clock::now(&*world.clock);
    let next = Publisher::of(&world.structure, Realm::Prod, now);
    assert_eq!(next.publish(&world, None).unwrap().number, 2);
    let board = fetch(&board, &stick).await.unwrap();
    assert_eq!(board.issued(), Some(now));
}

#[tokio::test]
async fn without_a_portal_or_a_stick_the_catalogue_of_the_app_counts() {
    let (mut world, publisher) = world().await;
    let folder = world.stick("cle", VoucherKind::Account).unwrap();
    let stick = Stick::new(folder.clone());
    publisher.publish(&world, None).unwrap();
    let held = fetch(&Board::bundled(), &stick).await.unwrap();
    world.stop().await;
    let away = fetch(&held, &stick).await;
    assert!(matches!(away, Err(Trouble::Unreachable)), "{away:?}");
    stick.wipe().unwrap();
    assert!(fetch(&Board::bundled(), &stick).await.is_err());
}

#[tokio::test]
async fn an_admin_publishes_with_the_programs_while_the_portal_runs() {
    let mut cast = Cast::gather().await.unwrap();
    cast.start_portal().await.unwrap();
    let folder = cast.stick("one");
    cast.provision(&folder, VoucherKind::Account).await.unwrap();
    let stick = Stick::new(key_core::stick::Folder::new(folder));
    assert!(
        cast.publish(&house(), None).await.is_err(),
        "no publisher yet"
    );
    cast.name_publisher().await.unwrap();
    assert!(cast.name_publisher().await.is_err(), "never written over");

    let file = cast.portal_data().join("../catalogue.json");
    let broken = catalogue_with(|service| service["site"] = json!("http://example.org")).unwrap();
    std::fs::write(&file, broken.to_string()).unwrap();
    let refused = cast.check_catalogue(&file).await.unwrap_err().to_string();
    assert!(
        refused.contains(NEW) && refused.contains("https"),
        "{refused}"
    );
    let good = catalogue_with(|_| {}).unwrap();
    std::fs::write(&file, good.to_string()).unwrap();
    cast.check_catalogue(&file).await.unwrap();
    cast.publish(&house(), Some(&file)).await.unwrap();
    let board = fetch(&Board::bundled(), &stick).await.unwrap();
    assert_eq!(board.structure(), Some(&house()));
    assert!(board.catalogue().service(NEW).is_some());

    let moved = Structure {
        phone: "+33 1 99 00 43 21".into(),
        place: None,
        hours: None,
        ..house()
    };
    cast.publish(&moved, None).await.unwrap();
    let next = fetch(&board, &stick).await.unwrap();
    assert_eq!(next.structure(), Some(&moved));
    assert!(next.catalogue().service(NEW).is_none());
    let wrong = Structure {
        phone: "appelez-nous".into(),
        ..house()
    };
    let refused = cast.publish(&wrong, None).await.unwrap_err().to_string();
    assert!(refused.contains("telephone number"), "{refused}");
    cast.stop().await.unwrap();
}
