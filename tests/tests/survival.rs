//! What outlives a structure, a long absence and a life: told in time, taken along, begun again elsewhere.

#![expect(
    clippy::unwrap_used,
    reason = "a test that unwraps says where it broke"
)]

use jiff::civil::date;
use key_core::{
    Notice, Stick, Trouble, WallWatch,
    board::{self, Board, Closing},
    help::{Length, Rights, Role, Terms},
};
use std::io::Cursor;
use tests::{
    publisher::Publisher,
    world::{CODE, TODAY, World, code, first_opening, open},
};
use wire::{Code, Realm, folder::Folder, random::System, structure::VoucherKind};

const DAY: u64 = 86_400;
/// Two years, a month that has begun, and the notice, as the threat model says them.
const IDLE_DAYS: u64 = 732;
const MONTH: u64 = 31;
const NOTICE_DAYS: u64 = 92;

/// The structure closes: whoever opens is told, takes everything along, and goes on at another one.
#[tokio::test]
async fn a_structure_closes_and_a_person_goes_on_elsewhere() {
    let random = &mut System::new();
    let world = World::start().await.unwrap();
    let (stick, made) = world.new_space("lina").await.unwrap();
    let mut space = made.opened.space;
    space
        .put_note(Folder::Argent, "Ma note", "mardi", random)
        .await
        .unwrap();
    let publisher = Publisher::of(&world.structure, Realm::Prod, TODAY);
    publisher.publish(&world, None).unwrap();
    let closing = Closing {
        on: TODAY + 120 * DAY,
        message: "La mairie continue : 3 rue des Lilas.".into(),
    };
    publisher.close(&world, closing.clone()).unwrap();

    let said = board::fetch(&Board::bundled(), &Stick::new(stick.clone())).await;
    assert_eq!(said.unwrap().closing(), Some(&closing));
    let late = world.stick("late", VoucherKind::Account).unwrap();
    let refused = first_opening(&late, CODE).await.unwrap_err();
    assert_eq!(refused.code(), Some(Code::Closing), "{refused}");

    // Everything in one file, from a space that opens as ever.
    let space = open(&stick, CODE).await.unwrap().space;
    let mut bundle = Cursor::new(Vec::new());
    let today = date(2026, 11, 22);
    space
        .export(&mut bundle, true, today, |_, _| {})
        .await
        .unwrap();
    let elsewhere = World::start().await.unwrap();
    let (_, made) = elsewhere.new_space("lina").await.unwrap();
    let mut there = made.opened.space;
    there.import(bundle, random, |_, _| {}).await.unwrap();
    let notes = there.list(Folder::Argent);
    let text = there.read(Folder::Argent, notes[0].id).await.unwrap();
    assert_eq!((&*notes[0].title, &**text), ("Ma note", &b"mardi"[..]));
}

async fn days(world: &World, days: u64) {
    for _ in 0..days {
        world.clock.advance(DAY);
        world.portal().unwrap().hourly().await.unwrap();
    }
}

/// Nobody comes for two years: the space goes three months later, and whoever comes before keeps it.
#[tokio::test]
async fn a_space_that_nobody_opens_goes_and_whoever_comes_in_time_keeps_it() {
    let world = World::start().await.unwrap();
    let (back, _) = world.new_space("back").await.unwrap();
    let (gone, _) = world.new_space("gone").await.unwrap();
    days(&world, 1).await;
    world.clock.advance((IDLE_DAYS + MONTH) * DAY);
    days(&world, 1).await;
    let opened = open(&back, CODE).await.unwrap();
    assert!(opened.notices.contains(&Notice::WasIdle));
    days(&world, NOTICE_DAYS + 1).await;
    open(&back, CODE).await.unwrap();
    let refused = open(&gone, CODE).await.unwrap_err();
    assert!(matches!(refused, Trouble::Revoked), "{refused}");
}

/// `portal accounts deceased`, beside the portal that runs. What it printed.
async fn deceased(world: &World, words: &[&str]) -> String {
    let test = std::env::current_exe().unwrap();
    let folder = test.ancestors().nth(2).unwrap();
    let mut program = std::process::Command::new(folder.join("portal"));
    program.args(["accounts", "deceased", "--data"]);
    program.arg(world.data()).args(words);
    let done = tokio::task::spawn_blocking(move || program.output());
    let done = done.await.unwrap().unwrap();
    assert!(done.status.success(), "{done:?}");
    String::from_utf8(done.stdout).unwrap()
}

/// Somebody dies: the structure, which cannot open the space, ends their mandates by the code on a paper.
/// Said of somebody alive, it ends when they open their space; else the space goes.
#[tokio::test]
async fn a_person_dies_and_what_was_said_of_the_living_undoes_itself() {
    let random = &mut System::new();
    let world = World::start().await.unwrap();
    let (stick, made) = world.new_space("lina").await.unwrap();
    let (desk, helping) = world.new_space("amel").await.unwrap();
    let (mut lina, amel) = (made.opened.space, helping.opened.space);
    let certified = world.certify(&amel, "Amel B.", Role::SocialWorker).await;
    let terms = Terms {
        folders: vec![Folder::Argent],
        rights: Rights::See,
        length: Length::Year,
        person: "Lina M.".into(),
        structure: "Maison des droits".into(),
        place: "Lille".into(),
    };
    let helpers = [(certified.unwrap(), "Mandat".to_owned())];
    let medium = Stick::new(stick.clone());
    let watch = WallWatch::start();
    let admin = lina
        .administer(&medium, &code(CODE), random, &watch)
        .await
        .unwrap();
    admin.entrust(&helpers, &terms, random).await.unwrap();
    let paper = lina.mandates().await.unwrap()[0].code.to_string();
    let mut held = amel.entrusted().await.unwrap().remove(0);
    amel.open_entrusted(&mut held, Folder::Argent, None, random)
        .await
        .unwrap();

    assert!(deceased(&world, &[]).await.contains("nobody"));
    let said = deceased(&world, &["--mandate", &paper, "--on", "2026-11-20"]).await;
    assert!(said.contains("2027-02-22"), "{said}");
    let over = amel
        .open_entrusted(&mut held, Folder::Argent, None, random)
        .await;
    assert_eq!(over.unwrap_err().code(), Some(Code::MandateOver));
    // The helper is told why.
    assert!(amel.over_by_death().await.unwrap().contains(&held.id));

    // She lives, and is told.
    let opened = open(&stick, CODE).await.unwrap();
    assert!(opened.notices.contains(&Notice::SaidDead));
    assert!(amel.over_by_death().await.unwrap().is_empty());
    amel.open_entrusted(&mut held, Folder::Argent, None, random)
        .await
        .unwrap();
    assert!(deceased(&world, &[]).await.contains("counts no longer"));

    // Or does not.
    deceased(&world, &["--mandate", &paper]).await;
    days(&world, NOTICE_DAYS + 1).await;
    let refused = open(&stick, CODE).await.unwrap_err();
    assert!(matches!(refused, Trouble::Revoked), "{refused}");
    let amel = open(&desk, CODE).await.unwrap().space;
    assert!(amel.entrusted().await.unwrap().is_empty());
}

/// The page that says which test tells which story names tests that are there.
#[test]
fn the_page_names_tests_that_are_there() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let page = std::fs::read_to_string(root.join("../docs/survival.md")).unwrap();
    let quoted: Vec<&str> = page.split('`').skip(1).step_by(2).collect();
    let mut named = 0;
    for pair in quoted.windows(2) {
        let path = root.join("tests").join(pair[0]);
        if !pair[0].ends_with(".rs") || !path.exists() || pair[1].contains([' ', '.', '/']) {
            continue;
        }
        let source = std::fs::read_to_string(path).unwrap();
        let story = format!("fn {}(", pair[1]);
        assert!(source.contains(&story), "{} has no {}", pair[0], pair[1]);
        named += 1;
    }
    let rows = page.lines().filter(|line| line.ends_with("` |")).count();
    assert!(named > 10 && named >= rows - 1, "{named} of {rows}");
}
